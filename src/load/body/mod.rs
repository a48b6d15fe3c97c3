//! Turns `brochures/bodies/<key>.toml` and `brochures/communes.csv` into the bodies that order brochures or hand them out.
//!
//! A body fills the slots that a brochure leaves open; it takes nothing away and replaces no contact of the brochure.

mod check;
mod communes;
mod read;
mod texts;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Located, Span};
use crate::language::Tag;
use crate::load::facts::{Contact, Verification, named_forms};
use crate::load::forms::{Form, Forms};
use crate::load::picture::Picture;

pub(super) use check::check;
pub(super) use read::read_all;

/// A commune, public office or association.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Its key: the name of its file, or its key in `communes.csv`. It stands in nothing that leaves the house.
    key: String,
    /// What it is.
    pub(crate) kind: BodyKind,
    /// What it is called, by language.
    name: Forms,
    /// Its code in the national register; communes only.
    pub(crate) nis: Option<String>,
    /// The regions in which it lies, as named in the facts, the most telling last; empty for the whole country.
    regions: Vec<Located<String>>,
    /// The languages in which it works.
    regime: Regime,
    /// The picture that stands for it.
    logo: Option<Logo>,
    /// Who answers for what it has printed.
    publisher: Option<Publisher>,
    /// Its own contacts, in the order in which they are shown.
    pub(crate) contacts: Vec<Contact>,
    /// Its own lines in the colophon.
    pub(crate) colophon: Vec<Forms>,
    /// Where this comes from; `None` if all that is known of it stands in `communes.csv`.
    pub(crate) verification: Option<Verification>,
    /// Where it stands: the first line of its file, or its line in `communes.csv`.
    pub(crate) span: Span,
}

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyKind {
    /// A municipality.
    Commune,
    /// An office of a state, a region or a province.
    PublicOffice,
    /// An association.
    Association,
}

/// The kinds and their names.
pub(crate) const BODY_KINDS: [(&str, BodyKind); 3] = [
    ("commune", BodyKind::Commune),
    ("public-office", BodyKind::PublicOffice),
    ("association", BodyKind::Association),
];

impl BodyKind {
    /// Its name.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        BODY_KINDS.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// The languages in which a body works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regime {
    /// Those in which it writes to everybody; at least one.
    pub(crate) languages: Vec<Located<Tag>>,
    /// Further ones in which people can ask it to answer.
    pub(crate) facilities: Vec<Located<Tag>>,
}

/// The picture that stands for a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    /// The name of its file in `brochures/bodies/images`.
    pub(crate) file: Located<String>,
    /// What it shows; `None` if it can't be read, which is reported.
    pub(crate) picture: Option<Picture>,
}

/// The responsible publisher: a person with an address in the country, as the law asks of what is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Publisher {
    /// The name of the person.
    pub(crate) name: Located<String>,
    /// The address: of the seat, not of a home.
    pub(crate) address: Forms,
}

impl Publisher {
    /// The name of the person.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The address for readers of a language: see [`Body::name`] for the languages that it is not in.
    #[must_use]
    pub fn address(&self, language: &Tag) -> &str {
        self.address.form_for(language).as_str()
    }
}

impl Body {
    /// Its key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> BodyKind {
        self.kind
    }

    /// What readers of a language call it: its name in their language if it has one, else the first of its file, which is the
    /// official one.
    #[must_use]
    pub fn name(&self, language: &Tag) -> &str {
        self.name_form(language).as_str()
    }

    /// The same, with the language that it is in.
    #[must_use]
    pub(crate) fn name_form(&self, language: &Tag) -> &Form {
        self.name.form_for(language)
    }

    /// The region in which it lies; the most telling one if it lies in several, as a German-speaking commune does. `None` for
    /// the whole country.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.regions.last().map(Located::as_str)
    }

    /// The regions in which it lies, whose contacts its readers are given; empty for the whole country.
    #[must_use]
    pub(crate) fn regions(&self) -> &[Located<String>] {
        &self.regions
    }

    /// The languages in which it works.
    #[must_use]
    pub fn regime(&self) -> &Regime {
        &self.regime
    }

    /// The first of its languages: that of what is written to it.
    #[must_use]
    pub fn language(&self) -> Option<&Tag> {
        self.regime.languages.first().map(|tag| &tag.value)
    }

    /// Who answers for what it has printed; `None` if its file does not say it.
    #[must_use]
    pub fn publisher(&self) -> Option<&Publisher> {
        self.publisher.as_ref()
    }

    /// The picture that stands for it.
    #[must_use]
    pub fn logo(&self) -> Option<&Logo> {
        self.logo.as_ref()
    }

    /// Where a contact of that name stands, or the body itself if it is its key.
    #[must_use]
    pub(crate) fn place_of(&self, name: &str) -> Option<&Span> {
        let contact = self.contacts.iter().find(|contact| contact.id.value == name);
        contact.map(|contact| &contact.id.span).or((name == self.key).then_some(&self.span))
    }

    /// What somebody verifies of it: each of its contacts, and under its own key what its file says besides. Nothing of a body that
    /// has no file of its own.
    pub(crate) fn verified_parts(&self) -> impl Iterator<Item = (&str, &Verification)> {
        let own = self.verification.iter().map(|verification| (self.key.as_str(), verification));
        let contacts = self.contacts.iter();
        own.chain(contacts.map(|contact| (contact.id.as_str(), &contact.verification)))
    }

    /// What it says under one of these names: `phone` of a contact, `publisher` or `name.fr` of itself.
    #[must_use]
    pub(crate) fn says(&self, name: &str) -> Vec<(String, String)> {
        if let Some(contact) = self.contacts.iter().find(|contact| contact.id.value == name) {
            return contact.parts();
        }
        let mut says: Vec<(String, String)> = named_forms("name", &self.name).collect();
        if let Some(publisher) = &self.publisher {
            says.push(("publisher".to_owned(), publisher.name.value.clone()));
            says.extend(named_forms("address", &publisher.address));
        }
        says.extend(self.logo.iter().map(|logo| ("logo".to_owned(), logo.file.value.clone())));
        says.extend(self.colophon.iter().flat_map(|line| named_forms("colophon", line)));
        says
    }

    /// All its texts that may have forms by language, without those of its contacts.
    fn forms(&self) -> impl Iterator<Item = &Forms> {
        let address = self.publisher.iter().map(|publisher| &publisher.address);
        std::iter::once(&self.name).chain(address).chain(&self.colophon)
    }
}

/// The bodies of a project, by key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bodies {
    rows: BTreeMap<String, Body>,
}

impl Bodies {
    /// The body of that key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Body> {
        self.rows.get(key)
    }

    /// All bodies, by their keys.
    pub fn iter(&self) -> impl Iterator<Item = &Body> {
        self.rows.values()
    }

    /// The body that somebody asks for on the command line.
    ///
    /// # Errors
    ///
    /// Fails if there is none of that key; the fault names one that is spelt like it, or says where bodies are written.
    pub(crate) fn require(&self, key: &str) -> Result<&Body, Diagnostic> {
        self.rows.get(key).ok_or_else(|| {
            let unknown = Diagnostic::error(format!("there is no body `{key}`"));
            let unknown = unknown.suggest(key, self.rows.keys().map(String::as_str));
            unknown.hint(format!(
                "`feuillet list --bodies` lists them; a new one is a file `brochures/bodies/{key}.toml`"
            ))
        })
    }
}
