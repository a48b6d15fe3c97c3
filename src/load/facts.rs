//! `facts.toml` in; contacts and values out, each with its source and the day on which it was verified.

use std::collections::BTreeMap;
use std::sync::Arc;

use time::Date;

use crate::diagnostic::{Diagnostic, Located, Place, Report, SourceFile, list};
use crate::fields::{self, Fields, Table, look_up, parse};
use crate::language::Tag;
use crate::load::block::MessageId;
use crate::load::forms::{self, Forms};

/// All facts of a brochure.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Contacts in the order in which they are shown.
    pub contacts: Vec<Contact>,
    /// Values, by name.
    pub values: BTreeMap<String, Value>,
    /// Needs, each with the message that names it.
    pub needs: BTreeMap<String, MessageId>,
    /// Regions, each with the message that names it.
    pub regions: BTreeMap<String, MessageId>,
}

/// Where a fact comes from, and how long it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Where it was found.
    pub source: String,
    /// The day on which somebody last called the number or read the law.
    pub verified: Option<Date>,
    /// The day on which it must be looked at again.
    pub review_by: Date,
}

/// A service that readers can call or visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Its name in the facts.
    pub id: Located<String>,
    /// Its official name, by the language that the name is in.
    pub name: Option<Forms>,
    /// A message that names it instead, where every language has a word.
    pub called: Option<MessageId>,
    /// A message that says what it is for.
    pub about: Option<MessageId>,
    /// Telephone number as it is printed.
    pub phone: Option<String>,
    /// Web address without `https://`.
    pub site: Option<Forms>,
    /// Mail address.
    pub email: Option<Forms>,
    /// Postal address; one that is the same for all readers is in the language of the first name.
    pub address: Option<Forms>,
    /// When it answers.
    pub hours: Option<Hours>,
    /// Whether the call costs nothing.
    pub free: bool,
    /// Whether it asks no name.
    pub anonymous: bool,
    /// The languages in which it answers.
    pub answers: Vec<Located<Tag>>,
    /// The regions that it serves; empty for the whole country.
    pub regions: Vec<Located<String>>,
    /// The needs that it answers.
    pub needs: Vec<Located<String>>,
    /// Where this comes from.
    pub verification: Verification,
}

/// When a service answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hours {
    /// Day and night.
    Always,
    /// On weekdays, at hours that are not given.
    Weekdays,
    /// On some days.
    Limited,
    /// At these times.
    Times(Vec<Opening>),
}

/// Hours on one day, or on the days from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The first day, 0 for Monday to 6 for Sunday.
    pub first: u8,
    /// The last day.
    pub last: u8,
    /// Opening time, hour and minute.
    pub from: (u8, u8),
    /// Closing time, hour and minute.
    pub to: (u8, u8),
}

/// A figure, a date or a text that the law or a service sets.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Its name in the facts.
    pub id: Located<String>,
    /// What it is.
    pub content: Content,
    /// What it means, for whoever verifies it.
    pub about: String,
    /// Where this comes from.
    pub verification: Verification,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A number, which texts can count with.
    Number(f64),
    /// A date.
    Date(Date),
    /// A text that is not translated.
    Text(Forms),
    /// A telephone number as it is printed.
    Phone(String),
    /// A web address without `https://`.
    Site(Forms),
    /// A mail address.
    Email(Forms),
    /// A postal address.
    Address(Forms),
}

/// What a text can name of a contact: `{ $police-phone }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactPart {
    /// Its name.
    Name,
    /// Its telephone number.
    Phone,
    /// Its web address.
    Site,
    /// Its mail address.
    Email,
    /// Its postal address.
    Address,
}

/// The parts of a contact and the ends of the variables that name them.
pub const CONTACT_PARTS: [(&str, ContactPart); 5] = [
    ("-name", ContactPart::Name),
    ("-phone", ContactPart::Phone),
    ("-site", ContactPart::Site),
    ("-email", ContactPart::Email),
    ("-address", ContactPart::Address),
];

impl Contact {
    /// Whether it has this part.
    #[must_use]
    pub fn has(&self, part: ContactPart) -> bool {
        match part {
            ContactPart::Name => self.name.is_some(),
            ContactPart::Phone => self.phone.is_some(),
            ContactPart::Site => self.site.is_some(),
            ContactPart::Email => self.email.is_some(),
            ContactPart::Address => self.address.is_some(),
        }
    }
}

impl Facts {
    /// The contact of that name.
    #[must_use]
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id.value == id)
    }

    /// The contact and the part that a variable names.
    #[must_use]
    pub fn contact_part(&self, variable: &str) -> Option<(&Contact, ContactPart)> {
        CONTACT_PARTS.iter().find_map(|(end, part)| {
            let contact = self.contact(variable.strip_suffix(end)?)?;
            contact.has(*part).then_some((contact, *part))
        })
    }

    /// The names of all variables that texts may use.
    #[must_use]
    pub fn variables(&self) -> Vec<String> {
        let parts = self.contacts.iter().flat_map(|contact| {
            CONTACT_PARTS
                .iter()
                .filter(|(_, part)| contact.has(*part))
                .map(|(end, _)| format!("{}{end}", contact.id.value))
        });
        self.values.keys().cloned().chain(parts).collect()
    }

    /// The forms of the web address of a contact or a value, without `https://`.
    #[must_use]
    pub fn site_forms(&self, id: &str) -> Option<&Forms> {
        let contact = self.contact(id).and_then(|contact| contact.site.as_ref());
        contact.or_else(|| match &self.values.get(id)?.content {
            Content::Site(site) => Some(site),
            _ => None,
        })
    }

    /// The web address behind `<a id="…">` or a QR code for a reader, without `https://`.
    #[must_use]
    pub fn site(&self, id: &str, language: &Tag) -> Option<&str> {
        Some(self.site_forms(id)?.form_for(language).as_str())
    }

    /// All texts that may have forms by language.
    pub fn forms(&self) -> impl Iterator<Item = &Forms> {
        let contacts = self.contacts.iter().flat_map(|contact| {
            let Contact { name, site, email, address, .. } = contact;
            [name, site, email, address].into_iter().flatten()
        });
        let values = self.values.values().filter_map(|value| match &value.content {
            Content::Text(forms)
            | Content::Site(forms)
            | Content::Email(forms)
            | Content::Address(forms) => Some(forms),
            Content::Number(_) | Content::Date(_) | Content::Phone(_) => None,
        });
        contacts.chain(values)
    }

    /// The verification of a contact or a value.
    #[must_use]
    pub fn verification(&self, id: &str) -> Option<&Verification> {
        let contact = self.contact(id).map(|contact| &contact.verification);
        contact.or_else(|| self.values.get(id).map(|value| &value.verification))
    }
}

/// Reads `facts.toml`; all faults are in the report.
pub fn read(file: &Arc<SourceFile>, report: &Report) -> Facts {
    let table = parse(file, report);
    let fields = Fields::new(&table.value, &table.place, "the facts", report);
    let needs = named_messages(&fields, "needs");
    let regions = named_messages(&fields, "regions");
    let contacts: Vec<Contact> = fields
        .named_tables("contact")
        .into_iter()
        .filter_map(|(id, table)| read_contact(id, &table, report))
        .collect();
    let mut values = BTreeMap::new();
    for (id, table) in fields.named_tables("value") {
        if let Some(value) = read_value(id, &table, report) {
            values.insert(value.id.value.clone(), value);
        }
    }
    fields.finish();
    for contact in &contacts {
        for need in &contact.needs {
            look_up(need, "need", &needs, report);
        }
        for region in &contact.regions {
            look_up(region, "region", &regions, report);
        }
    }
    let facts = Facts { contacts, values, needs, regions };
    check_names(&facts, report);
    facts
}

fn named_messages(fields: &Fields<'_>, key: &'static str) -> BTreeMap<String, MessageId> {
    fields.named_values(key).into_iter().map(|(name, message)| (name.value, message)).collect()
}

/// A value must not bear the name of a contact, or of a part of one: texts could not tell them apart.
fn check_names(facts: &Facts, report: &Report) {
    for value in facts.values.values() {
        let name = &value.id;
        let taken = facts
            .contact(&name.value)
            .or_else(|| facts.contact_part(&name.value).map(|(contact, _)| contact));
        if let Some(contact) = taken {
            report.add(
                Diagnostic::error(format!(
                    "the name `{}` is taken by the contact `{}`",
                    name.value, contact.id.value
                ))
                .at(&name.place)
                .hint("rename the value"),
            );
        }
    }
}

fn read_verification(fields: &Fields<'_>) -> Option<Verification> {
    let source = fields.required::<String>("source");
    let verified = fields.optional::<Date>("verified");
    let review_by = fields.required::<Date>("review-by");
    if let (Some(verified), Some(review_by)) = (&verified, &review_by)
        && verified.value > review_by.value
    {
        fields.report().add(
            Diagnostic::error(
                "this fact was to be reviewed before the day on which it was verified",
            )
            .at(&review_by.place)
            .hint("set `review-by` to a day after `verified`"),
        );
    }
    let verified = verified.map(|date| date.value);
    Some(Verification { source: source?.value, verified, review_by: review_by?.value })
}

fn read_contact(id: Located<String>, table: &Located<Table>, report: &Report) -> Option<Contact> {
    let what = format!("the contact `{}`", id.value);
    let fields = Fields::new(&table.value, &table.place, &what, report);
    let name = forms::read_table(&fields, "name");
    let called = fields.optional("called");
    let about = fields.optional("about");
    let phone = fields.optional::<String>("phone");
    let site = forms::read(&fields, "site", None);
    let email = forms::read(&fields, "email", None);
    let own_language = name.as_ref().and_then(Forms::first_language);
    let address = forms::read(&fields, "address", own_language);
    let hours = read_hours(&fields);
    let free = fields.or_default("free");
    let anonymous = fields.or_default("anonymous");
    let answers = fields.or_default("answers");
    let regions = fields.or_default("regions");
    let needs = fields.or_default("needs");
    let verification = read_verification(&fields);
    if let Some(number) = &phone {
        check_phone(&number.value, &number.place, report);
    }
    if let Some(sites) = &site {
        check_sites(sites, report);
    }
    let tried = ["name", "called"].iter().any(|key| fields.raw(key).is_some());
    fields.finish();
    if name.is_none() && called.is_none() {
        // A name that could not be read has been told.
        if !tried {
            report.add(Diagnostic::error(format!("{what} has no name")).at(&id.place).hint(
                "add `name = { fr = \"…\" }`, its official name, or `called = \"message-id\"`",
            ));
        }
        return None;
    }
    Some(Contact {
        id,
        name,
        called,
        about,
        phone: phone.map(|number| number.value),
        site,
        email,
        address,
        hours,
        free,
        anonymous,
        answers,
        regions,
        needs,
        verification: verification?,
    })
}

/// A number is printed as it stands and dialled without its spaces.
fn check_phone(number: &str, place: &Place, report: &Report) {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let fits = |c: char| c.is_ascii_digit() || c == ' ' || c == '+';
    if digits < 3 || !number.chars().all(fits) {
        report.add(
            Diagnostic::error(format!("`{number}` is not a telephone number"))
                .at(place)
                .hint("write digits in groups: \"0800 30 030\""),
        );
    }
}

/// An address stands on paper: no scheme, no blanks.
fn check_sites(sites: &Forms, report: &Report) {
    for form in sites.iter() {
        let site = form.as_str();
        if site.contains("://") || site.contains(char::is_whitespace) || !site.contains('.') {
            report.add(
                Diagnostic::error(format!("`{site}` is not a web address"))
                    .at(&form.text.place)
                    .hint("write it as it is printed, without `https://`: \"cire.be\""),
            );
        }
    }
}

const DAYS: [(&str, u8); 7] = [
    ("monday", 0),
    ("tuesday", 1),
    ("wednesday", 2),
    ("thursday", 3),
    ("friday", 4),
    ("saturday", 5),
    ("sunday", 6),
];

fn read_hours(fields: &Fields<'_>) -> Option<Hours> {
    let value = fields.raw("hours")?;
    let report = fields.report();
    if matches!(value.value, fields::Value::String(_)) {
        let words =
            [("always", Hours::Always), ("weekdays", Hours::Weekdays), ("limited", Hours::Limited)];
        let given = fields::read::<String>(value, "`hours`", report)?;
        let places: Vec<(&'static str, usize)> =
            words.iter().enumerate().map(|(index, (word, _))| (*word, index)).collect();
        let index = fields::choose(&given, "`hours`", &places, report)?.value;
        return words.into_iter().nth(index).map(|(_, hours)| hours);
    }
    let openings = fields::read::<Vec<Located<Table>>>(value, "`hours`", report)?.value;
    let openings = openings.iter().filter_map(|table| {
        let fields = Fields::new(&table.value, &table.place, "opening hours", report);
        let first = fields.word("day", &DAYS);
        let last = fields.word("to-day", &DAYS).or_else(|| first.clone());
        let from = fields.required::<String>("from").and_then(|time| read_time(&time, report));
        let to = fields.required::<String>("to").and_then(|time| read_time(&time, report));
        fields.finish();
        Some(Opening { first: first?.value, last: last?.value, from: from?, to: to? })
    });
    Some(Hours::Times(openings.collect()))
}

fn read_time(text: &Located<String>, report: &Report) -> Option<(u8, u8)> {
    let parts = text.value.split_once(':');
    let time = parts.and_then(|(hour, minute)| Some((hour.parse().ok()?, minute.parse().ok()?)));
    let time = time.filter(|(hour, minute): &(u8, u8)| *hour <= 24 && *minute < 60);
    if time.is_none() {
        report.add(
            Diagnostic::error(format!("`{}` is not a time of day", text.value))
                .at(&text.place)
                .hint("write it like \"09:30\""),
        );
    }
    time
}

/// What a value can be.
const KINDS: [&str; 7] = ["number", "date", "text", "phone", "site", "email", "address"];

/// What of it may have forms by language.
const KINDS_WITH_FORMS: [&str; 4] = ["text", "site", "email", "address"];

fn read_value(id: Located<String>, table: &Located<Table>, report: &Report) -> Option<Value> {
    let what = format!("the value `{}`", id.value);
    let fields = Fields::new(&table.value, &table.place, &what, report);
    let language = fields.optional::<Tag>("language");
    let forms = |key| forms::read(&fields, key, language.as_ref());
    let found = [
        fields.optional::<f64>("number").map(|found| Content::Number(found.value)),
        fields.optional::<Date>("date").map(|found| Content::Date(found.value)),
        forms("text").map(Content::Text),
        fields.optional::<String>("phone").map(|found| Content::Phone(found.value)),
        forms("site").map(Content::Site),
        forms("email").map(Content::Email),
        forms("address").map(Content::Address),
    ];
    let about = fields.or_default("about");
    let verification = read_verification(&fields);
    let with_forms = KINDS_WITH_FORMS.iter().find(|kind| forms::is_table(&fields, kind));
    if let (Some(kind), Some(language)) = (with_forms, &language) {
        report.add(
            Diagnostic::error(format!("`{kind}` says itself which language each form is in"))
                .at(&language.place)
                .hint("delete `language`"),
        );
    }
    fields.finish();
    let given = table.value.entries.iter().filter(|(key, _)| KINDS.contains(&key.as_str())).count();
    if given != 1 {
        report.add(
            Diagnostic::error(format!("{what} must hold one thing"))
                .at(&id.place)
                .hint(format!("give one of {}", list(&KINDS))),
        );
        return None;
    }
    let content = found.into_iter().flatten().next()?;
    if let Content::Site(sites) = &content {
        check_sites(sites, report);
    }
    Some(Value { id, content, about, verification: verification? })
}
