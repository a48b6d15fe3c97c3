//! Names the parts of a fact, and gives what each says, as plain text: what a release keeps of it.

use crate::diagnostic::Located;
use crate::language::Tag;
use crate::load::facts::hours::DAYS;
use crate::load::facts::{Contact, ContactPart, Content, Facts, Hours, Opening, PhoneNumber};
use crate::load::forms::Forms;

/// A part of a contact, or what a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum FactPart {
    /// Its name.
    Name,
    /// Its telephone number, as it is printed.
    Phone,
    /// What a telephone dials.
    Dialled,
    /// Its web address.
    Site,
    /// Its mail address.
    Email,
    /// Its postal address.
    Address,
    /// When it answers.
    Hours,
    /// That the call costs nothing.
    Free,
    /// That it asks no name.
    Anonymous,
    /// The languages in which it answers.
    Answers,
    /// The regions that it serves.
    Regions,
    /// A number.
    Number,
    /// A date.
    Date,
    /// A text.
    Text,
}

/// The parts and their names.
pub(crate) const FACT_PARTS: [(&str, FactPart); 14] = [
    ("name", FactPart::Name),
    ("phone", FactPart::Phone),
    ("dialled", FactPart::Dialled),
    ("site", FactPart::Site),
    ("email", FactPart::Email),
    ("address", FactPart::Address),
    ("hours", FactPart::Hours),
    ("free", FactPart::Free),
    ("anonymous", FactPart::Anonymous),
    ("answers", FactPart::Answers),
    ("regions", FactPart::Regions),
    ("number", FactPart::Number),
    ("date", FactPart::Date),
    ("text", FactPart::Text),
];

impl FactPart {
    /// Its name.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        FACT_PARTS.iter().find(|(_, part)| *part == self).map_or("", |(name, _)| name)
    }
}

impl From<ContactPart> for FactPart {
    fn from(part: ContactPart) -> FactPart {
        match part {
            ContactPart::Name => FactPart::Name,
            ContactPart::Phone => FactPart::Phone,
            ContactPart::Site => FactPart::Site,
            ContactPart::Email => FactPart::Email,
            ContactPart::Address => FactPart::Address,
        }
    }
}

/// What a part says: to all readers, or by the language of its forms.
enum Said<'a> {
    Plain(String),
    Forms(&'a Forms),
}

impl Facts {
    /// The fact and the part that a variable of the texts names.
    #[must_use]
    pub(crate) fn part_of_variable(&self, variable: &str) -> Option<(&str, FactPart)> {
        if let Some((contact, part)) = self.contact_part(variable) {
            return Some((contact.id.as_str(), part.into()));
        }
        let value = self.values.get(variable)?;
        Some((value.id.as_str(), value.content.part()))
    }

    /// The names of all facts: the contacts in their order, then the values.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Located<String>> {
        let contacts = self.contacts.iter().map(|contact| &contact.id);
        contacts.chain(self.values.values().map(|value| &value.id))
    }

    /// What a part of a fact says to a reader of `language`, if the fact has it.
    #[must_use]
    pub(crate) fn part_for(&self, fact: &str, part: FactPart, language: &Tag) -> Option<String> {
        Some(self.said(fact, part)?.to(language))
    }

    /// All parts of a fact with what each says: `phone`, or `name.fr` for a form in a language.
    #[must_use]
    pub(crate) fn parts(&self, fact: &str) -> Vec<(String, String)> {
        parts_of(|part| self.said(fact, part))
    }

    /// Whether a part of a fact says this today, in any of its forms.
    #[must_use]
    pub(crate) fn says(&self, fact: &str, part: FactPart, text: &str) -> bool {
        self.said(fact, part).is_some_and(|said| said.is(text))
    }

    fn said(&self, fact: &str, part: FactPart) -> Option<Said<'_>> {
        match self.contact(fact) {
            Some(contact) => contact.said(part),
            None => self.values.get(fact)?.content.said(part),
        }
    }
}

impl Said<'_> {
    /// What it says to a reader of a language.
    fn to(self, language: &Tag) -> String {
        match self {
            Said::Plain(text) => text,
            Said::Forms(forms) => forms.form_for(language).as_str().to_owned(),
        }
    }

    /// Whether it is this, in any of its forms.
    fn is(&self, text: &str) -> bool {
        match self {
            Said::Plain(now) => now == text,
            Said::Forms(forms) => forms.iter().any(|form| form.as_str() == text),
        }
    }
}

/// What each part says, by its name.
fn parts_of<'a>(said: impl Fn(FactPart) -> Option<Said<'a>>) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    for (name, part) in FACT_PARTS {
        match said(part) {
            Some(Said::Plain(text)) => parts.push((name.to_owned(), text)),
            Some(Said::Forms(forms)) => parts.extend(named_forms(name, forms)),
            None => {}
        }
    }
    parts
}

/// The forms of a text: `name.fr`, or `name` if it has one for all languages.
pub(crate) fn named_forms<'a>(
    name: &'a str,
    forms: &'a Forms,
) -> impl Iterator<Item = (String, String)> + 'a {
    forms.iter().map(move |form| {
        let name = match &form.language {
            Some(tag) => format!("{name}.{}", tag.value),
            None => name.to_owned(),
        };
        (name, form.as_str().to_owned())
    })
}

impl Contact {
    /// What a part says to a reader of `language`, if the contact has it.
    #[must_use]
    pub(crate) fn part_for(&self, part: FactPart, language: &Tag) -> Option<String> {
        Some(self.said(part)?.to(language))
    }

    /// All its parts with what each says: `phone`, or `name.fr` for a form in a language.
    #[must_use]
    pub(crate) fn parts(&self) -> Vec<(String, String)> {
        parts_of(|part| self.said(part))
    }

    /// Whether a part of it says this, in any of its forms.
    #[must_use]
    pub(crate) fn says(&self, part: FactPart, text: &str) -> bool {
        self.said(part).is_some_and(|said| said.is(text))
    }

    fn said(&self, part: FactPart) -> Option<Said<'_>> {
        let listed = |items: Vec<&str>| (!items.is_empty()).then(|| Said::Plain(items.join(", ")));
        let yes = |truth: bool| truth.then(|| Said::Plain("yes".to_owned()));
        match part {
            FactPart::Name => self.name.as_ref().map(Said::Forms),
            FactPart::Phone => self.phone.as_ref().map(phone),
            FactPart::Dialled => self.phone.as_ref().map(dialled),
            FactPart::Site => self.site.as_ref().map(Said::Forms),
            FactPart::Email => self.email.as_ref().map(Said::Forms),
            FactPart::Address => self.address.as_ref().map(Said::Forms),
            FactPart::Hours => self.hours.as_ref().map(|hours| Said::Plain(written(hours))),
            FactPart::Free => yes(self.free),
            FactPart::Anonymous => yes(self.anonymous),
            FactPart::Answers => {
                listed(self.answers.iter().map(|tag| tag.value.as_str()).collect())
            }
            FactPart::Regions => listed(self.regions.iter().map(Located::as_str).collect()),
            FactPart::Number | FactPart::Date | FactPart::Text => None,
        }
    }
}

impl Content {
    /// The part that a value is.
    fn part(&self) -> FactPart {
        match self {
            Content::Number(_) => FactPart::Number,
            Content::Date(_) => FactPart::Date,
            Content::Text(_) => FactPart::Text,
            Content::Phone(_) => FactPart::Phone,
            Content::Site(_) => FactPart::Site,
            Content::Email(_) => FactPart::Email,
            Content::Address(_) => FactPart::Address,
        }
    }

    fn said(&self, part: FactPart) -> Option<Said<'_>> {
        if let (Content::Phone(number), FactPart::Dialled) = (self, part) {
            return Some(dialled(number));
        }
        (self.part() == part).then(|| match self {
            Content::Number(number) => Said::Plain(number.to_string()),
            Content::Date(date) => Said::Plain(date.to_string()),
            Content::Phone(number) => phone(number),
            Content::Text(forms)
            | Content::Site(forms)
            | Content::Email(forms)
            | Content::Address(forms) => Said::Forms(forms),
        })
    }
}

fn phone(number: &PhoneNumber) -> Said<'static> {
    Said::Plain(number.as_str().to_owned())
}

fn dialled(number: &PhoneNumber) -> Said<'static> {
    Said::Plain(number.link().trim_start_matches("tel:").to_owned())
}

/// Hours as they are written in the facts, on a line.
fn written(hours: &Hours) -> String {
    let time = |(hour, minute): (u8, u8)| format!("{hour:02}:{minute:02}");
    let opening = |opening: &Opening| {
        let (first, last) = (day(opening.first), day(opening.last));
        let days = if first == last { first.to_owned() } else { format!("{first} to {last}") };
        format!("{days} {} to {}", time(opening.from), time(opening.to))
    };
    match hours {
        Hours::Always => "always".to_owned(),
        Hours::Weekdays => "weekdays".to_owned(),
        Hours::Limited => "limited".to_owned(),
        Hours::Times(openings) => openings.iter().map(opening).collect::<Vec<_>>().join(", "),
    }
}

fn day(number: u8) -> &'static str {
    DAYS.iter().find(|(_, known)| *known == number).map_or("", |(name, _)| name)
}
