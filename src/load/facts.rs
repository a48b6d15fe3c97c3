//! Turns `facts.toml` into contacts and values, each with the day on which it was verified.

mod hidden;
pub(in crate::load) mod hours;
mod part;
mod reach;
mod read;
mod verification;

use std::collections::BTreeMap;

use time::Date;

use crate::diagnostic::Located;
use crate::language::Tag;
use crate::load::block::{ContactChoice, EMERGENCY, MessageId};
use crate::load::forms::Forms;

pub(crate) use hours::{Hours, Opening};
pub(crate) use part::{FACT_PARTS, FactPart, named_forms};
use reach::Dialling;
pub use reach::PhoneNumber;
pub(crate) use reach::{MailAddress, WebAddress};
pub use read::read;
pub(in crate::load) use read::read_contact;
pub(crate) use verification::Verification;
pub(in crate::load) use verification::{canonical_form, read_verification};

/// All facts of a brochure.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Contacts in the order in which they are shown.
    pub contacts: Vec<Contact>,
    /// Values, by name.
    pub(crate) values: BTreeMap<String, Value>,
    /// Needs, each with the message that names it.
    pub(crate) needs: BTreeMap<String, MessageId>,
    /// Regions, each with the message that names it.
    pub(crate) regions: BTreeMap<String, MessageId>,
    /// How national numbers are dialled from anywhere.
    pub(in crate::load) dialling: Dialling,
}

/// The need of whoever has to hide: such a contact has no address.
pub(crate) const REFUGE: &str = "refuge";

/// A service that readers can call or visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Its name in the facts.
    pub id: Located<String>,
    /// Its official name, by the language that the name is in.
    pub name: Option<Forms>,
    /// A message that names it instead, where every language has a word.
    pub(crate) called: Option<MessageId>,
    /// A message that says what it is for.
    pub(crate) about: Option<MessageId>,
    /// Telephone number.
    pub phone: Option<PhoneNumber>,
    /// Web address without `https://`.
    pub site: Option<Forms>,
    /// Mail address.
    pub(crate) email: Option<Forms>,
    /// Postal address; one that is the same for all readers is in the language of the first name.
    pub(crate) address: Option<Forms>,
    /// When it answers.
    pub(crate) hours: Option<Hours>,
    /// Whether the call costs nothing.
    pub(crate) free: bool,
    /// Whether it asks no name.
    pub(crate) anonymous: bool,
    /// The languages in which it answers.
    pub(crate) answers: Vec<Located<Tag>>,
    /// The regions that it serves; empty for the whole country.
    pub(crate) regions: Vec<Located<String>>,
    /// The needs that it answers.
    pub(crate) needs: Vec<Located<String>>,
    /// Where this comes from.
    pub(crate) verification: Verification,
}

/// A figure, a date or a text that the law or a service sets.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Value {
    /// Its name in the facts.
    pub(crate) id: Located<String>,
    /// What it is.
    pub(crate) content: Content,
    /// Where this comes from.
    pub(crate) verification: Verification,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    /// A number, which texts can count with.
    Number(f64),
    /// A date.
    Date(Date),
    /// A text that is not translated.
    Text(Forms),
    /// A telephone number.
    Phone(PhoneNumber),
    /// A web address without `https://`.
    Site(Forms),
    /// A mail address.
    Email(Forms),
    /// A postal address.
    Address(Forms),
}

/// What a text can name of a contact: `{ $police-phone }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContactPart {
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
pub(crate) const CONTACT_PARTS: [(&str, ContactPart); 5] = [
    ("-name", ContactPart::Name),
    ("-phone", ContactPart::Phone),
    ("-site", ContactPart::Site),
    ("-email", ContactPart::Email),
    ("-address", ContactPart::Address),
];

impl Contact {
    /// Whether it answers a need.
    #[must_use]
    pub(crate) fn answers_need(&self, need: &str) -> bool {
        self.needs.iter().any(|own| own.value == need)
    }

    /// Whether it has this part.
    #[must_use]
    pub(crate) fn has(&self, part: ContactPart) -> bool {
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
    pub(crate) fn contact(&self, id: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id.value == id)
    }

    /// The contacts that a block chooses, in the order of the facts.
    #[must_use]
    pub(crate) fn chosen(&self, choice: &ContactChoice) -> Vec<&Contact> {
        let named =
            |list: &[Located<String>], name: &str| list.iter().any(|entry| entry.value == name);
        let contacts = self.contacts.iter().filter(|contact| {
            let need = contact.needs.iter().any(|need| named(&choice.needs, &need.value));
            // A contact without regions serves them all.
            let region = choice.regions.is_empty()
                || contact.regions.is_empty()
                || contact.regions.iter().any(|region| named(&choice.regions, &region.value));
            let only = choice.only.is_empty() || named(&choice.only, &contact.id.value);
            need && region && only
        });
        contacts.collect()
    }

    /// The contacts that a block chooses for a body in some regions. Whom to call in danger is the same everywhere; and where
    /// none of the chosen serves the regions, all of them are shown: nobody is left without a number.
    #[must_use]
    pub(crate) fn chosen_in(
        &self,
        choice: &ContactChoice,
        regions: &[Located<String>],
    ) -> Vec<&Contact> {
        let all = self.chosen(choice);
        let serves = |contact: &&&Contact| {
            let own = &contact.regions;
            own.is_empty()
                || contact.answers_need(EMERGENCY)
                || own.iter().any(|own| regions.iter().any(|other| own.value == other.value))
        };
        let near: Vec<&Contact> = all.iter().filter(serves).copied().collect();
        if regions.is_empty() || near.is_empty() { all } else { near }
    }

    /// The contact and the part that a variable names.
    #[must_use]
    pub(crate) fn contact_part(&self, variable: &str) -> Option<(&Contact, ContactPart)> {
        CONTACT_PARTS.iter().find_map(|(end, part)| {
            let contact = self.contact(variable.strip_suffix(end)?)?;
            contact.has(*part).then_some((contact, *part))
        })
    }

    /// The names of all variables that texts may use.
    #[must_use]
    pub(crate) fn variables(&self) -> Vec<String> {
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
    pub(crate) fn site_forms(&self, id: &str) -> Option<&Forms> {
        let contact = self.contact(id).and_then(|contact| contact.site.as_ref());
        contact.or_else(|| match &self.values.get(id)?.content {
            Content::Site(site) => Some(site),
            _ => None,
        })
    }

    /// The web address behind `<a id="…">` or a QR code for a reader, without `https://`.
    #[must_use]
    pub(crate) fn site(&self, id: &str, language: &Tag) -> Option<&str> {
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

    /// All telephone numbers.
    pub(crate) fn phones(&self) -> impl Iterator<Item = &str> {
        let contacts = self.contacts.iter().filter_map(|contact| contact.phone.as_ref());
        let values = self.values.values().filter_map(|value| match &value.content {
            Content::Phone(number) => Some(number),
            _ => None,
        });
        contacts.chain(values).map(PhoneNumber::as_str)
    }

    /// The verification of a contact or a value.
    #[must_use]
    pub(crate) fn verification(&self, id: &str) -> Option<&Verification> {
        let contact = self.contact(id).map(|contact| &contact.verification);
        contact.or_else(|| self.values.get(id).map(|value| &value.verification))
    }
}
