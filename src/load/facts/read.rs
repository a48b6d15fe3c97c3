//! Reads `facts.toml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, SourceFile, list};
use crate::fields::{Fields, Table, look_up, parse};
use crate::language::Tag;
use crate::load::block::MessageId;
use crate::load::facts::hidden::check_hidden;
use crate::load::facts::hours::read_hours;
use crate::load::facts::reach::Dialling;
use crate::load::facts::verification::{canonical_form, read_verification};
use crate::load::facts::{Contact, Content, Facts, MailAddress, PhoneNumber, Value, WebAddress};
use crate::load::forms::{self, Forms};

/// Reads `facts.toml`; all faults are in the report, whose help names the source language.
pub fn read(file: &Arc<SourceFile>, source: &str, report: &Report) -> Facts {
    let table = parse(file, report);
    let fields = Fields::new(&table.value, &table.span, "the facts", report);
    let dialling = read_dialling(&fields);
    let needs = named_messages(&fields, "needs");
    let regions = named_messages(&fields, "regions");
    let contacts: Vec<Contact> = fields
        .named_tables("contact")
        .into_iter()
        .filter_map(|(id, table)| read_contact(id, &table, &dialling, source, report))
        .collect();
    let mut values = BTreeMap::new();
    for (id, table) in fields.named_tables("value") {
        if let Some(value) = read_value(id, &table, &dialling, source, report) {
            values.insert(value.id.value.clone(), value);
        }
    }
    fields.finish();
    for contact in &contacts {
        for need in &contact.needs {
            let _ = look_up(need, "need", &needs, report);
        }
        for region in &contact.regions {
            let _ = look_up(region, "region", &regions, report);
        }
    }
    let facts = Facts { contacts, values, needs, regions, dialling };
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
                .at(&name.span)
                .hint("rename the value"),
            );
        }
    }
}

/// Reads a contact; `None` if it can't be read, which is reported.
pub(in crate::load) fn read_contact(
    id: Located<String>,
    table: &Located<Table>,
    dialling: &Dialling,
    source_language: &str,
    report: &Report,
) -> Option<Contact> {
    let what = format!("the contact `{}`", id.value);
    let fields = Fields::new(&table.value, &table.span, &what, report);
    let name = forms::read_table(&fields, "name", source_language);
    let called = fields.optional("called");
    let about = fields.optional("about");
    let phone = fields.optional::<String>("phone");
    let site = forms::read(&fields, "site", None, source_language);
    let email = forms::read(&fields, "email", None, source_language);
    let own_language = name.as_ref().and_then(Forms::first_language);
    let address = forms::read(&fields, "address", own_language, source_language);
    let hours = read_hours(&fields);
    let free = fields.or_default("free");
    let anonymous = fields.or_default("anonymous");
    let answers = fields.or_default("answers");
    let regions = fields.or_default("regions");
    let needs: Vec<Located<String>> = fields.or_default("needs");
    let phone = phone.and_then(|number| PhoneNumber::read(&number, dialling, report).ok());
    let dialled = phone.as_ref().map(PhoneNumber::link);
    let name_of_fact = format!("contact {}", id.value);
    let canonical = canonical_form(&name_of_fact, &table.value, &[], dialled.as_deref());
    let verification = read_verification(&fields, canonical);
    if let Some(sites) = &site {
        check_sites(sites, report);
    }
    if let Some(emails) = &email {
        check_emails(emails, report);
    }
    check_hidden(&what, &fields, &needs, (name.as_ref(), site.as_ref()));
    let tried = ["name", "called"].iter().any(|key| fields.raw(key).is_some());
    fields.finish();
    if name.is_none() && called.is_none() {
        // A name that could not be read has been reported.
        if !tried {
            report.add(Diagnostic::error(format!("{what} has no name")).at(&id.span).hint(format!(
                "add `name = {{ {source_language} = \"…\" }}`, its official name, or `called = \"message-id\"`"
            )));
        }
        return None;
    }
    Some(Contact {
        id,
        name,
        called,
        about,
        phone,
        site,
        email,
        address,
        hours,
        free,
        anonymous,
        answers,
        regions,
        needs,
        verification: verification.ok()?,
    })
}

/// Reads how national numbers are dialled from anywhere.
fn read_dialling(fields: &Fields<'_>) -> Dialling {
    let report = fields.report();
    let code = fields.optional::<String>("calling-code").and_then(|given| {
        let figures = given.value.strip_prefix('+').filter(|figures| {
            (1..=3).contains(&figures.len()) && figures.chars().all(|c| c.is_ascii_digit())
        });
        if figures.is_none() {
            report.add(
                Diagnostic::error(format!(
                    "`{}` is not the calling code of a country",
                    given.value
                ))
                .at(&given.span)
                .hint("write it like \"+32\""),
            );
        }
        figures.map(str::to_owned)
    });
    let trunk = fields.optional::<String>("trunk-prefix").map_or("0".to_owned(), |given| {
        if !given.value.chars().all(|c| c.is_ascii_digit()) {
            report.add(
                Diagnostic::error(format!("`{}` is not what national numbers begin with", given.value))
                    .at(&given.span)
                    .hint("write the figures that are left out after the calling code: \"0\", or \"\" for none"),
            );
        }
        given.value
    });
    Dialling { code, trunk }
}

/// Reports what is wrong with the web addresses of a fact.
fn check_sites(sites: &Forms, report: &Report) {
    sites.iter().for_each(|form| WebAddress::check(&form.text, report));
}

/// Reports what is wrong with the mail addresses of a fact.
fn check_emails(emails: &Forms, report: &Report) {
    emails.iter().for_each(|form| MailAddress::check(&form.text, report));
}

/// What a value can be.
const KINDS: [&str; 7] = ["number", "date", "text", "phone", "site", "email", "address"];

/// What of it may have forms by language.
const KINDS_WITH_FORMS: [&str; 4] = ["text", "site", "email", "address"];

/// Reads a value; `None` if it can't be read, which is reported.
fn read_value(
    id: Located<String>,
    table: &Located<Table>,
    dialling: &Dialling,
    source_language: &str,
    report: &Report,
) -> Option<Value> {
    let what = format!("the value `{}`", id.value);
    let fields = Fields::new(&table.value, &table.span, &what, report);
    let language = fields.optional::<Tag>("language");
    let forms = |key| forms::read(&fields, key, language.as_ref(), source_language);
    let phone = fields.optional::<String>("phone");
    let phone = phone.and_then(|number| PhoneNumber::read(&number, dialling, report).ok());
    let found = [
        fields.optional::<f64>("number").map(|found| Content::Number(found.value)),
        fields.optional::<Date>("date").map(|found| Content::Date(found.value)),
        forms("text").map(Content::Text),
        phone.map(Content::Phone),
        forms("site").map(Content::Site),
        forms("email").map(Content::Email),
        forms("address").map(Content::Address),
    ];
    // What it means, for whoever verifies it.
    fields.optional::<String>("about");
    let dialled = match &found[3] {
        Some(Content::Phone(number)) => Some(number.link()),
        _ => None,
    };
    let name_of_fact = format!("value {}", id.value);
    let canonical = canonical_form(&name_of_fact, &table.value, &["about"], dialled.as_deref());
    let verification = read_verification(&fields, canonical);
    let with_forms = KINDS_WITH_FORMS.iter().find(|kind| forms::is_table(&fields, kind));
    if let (Some(kind), Some(language)) = (with_forms, &language) {
        report.add(
            Diagnostic::error(format!("`{kind}` says itself which language each form is in"))
                .at(&language.span)
                .hint("delete `language`"),
        );
    }
    fields.finish();
    let given = table.value.entries.iter().filter(|(key, _)| KINDS.contains(&key.as_str())).count();
    if given != 1 {
        report.add(
            Diagnostic::error(format!("{what} must hold one thing"))
                .at(&id.span)
                .hint(format!("give one of {}", list(&KINDS))),
        );
        return None;
    }
    let content = found.into_iter().flatten().next()?;
    match &content {
        Content::Site(sites) => check_sites(sites, report),
        Content::Email(emails) => check_emails(emails, report),
        _ => {}
    }
    Some(Value { id, content, verification: verification.ok()? })
}
