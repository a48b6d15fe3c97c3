//! Turns a message into what is signed when it is approved: its text with the terms, messages and facts in it.
//!
//! Values of the release, and the numbers of pages, are the program's own: the sentence around them is what is signed.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::language::Tag;
use crate::load::Publication;
use crate::load::catalogue::{Catalogue, Entry, Reference};
use crate::load::facts::{ContactPart, Content};
use crate::review::fingerprint::fingerprint;

/// The fingerprint of a message as it resolves in a language; `None` if the language has no such message.
///
/// It differs as soon as readers could be told something else: another word, term or variant, another value of a fact,
/// another address behind a link. The layout of the files makes no difference.
#[must_use]
pub fn resolved_fingerprint(
    publication: &Publication,
    language: &Tag,
    message: &str,
) -> Option<String> {
    let catalogue = publication.catalogues.get(language)?;
    let entry = catalogue.texts.messages.get(message)?;
    let mut resolved = Resolved {
        publication,
        catalogue,
        out: format!("{language} {message} = "),
        seen: BTreeSet::new(),
    };
    resolved.entry(entry);
    Some(fingerprint(&resolved.out))
}

/// The fingerprint of the terms and messages that a message names, and those that they name; `None` if it names none.
///
/// A translation is made beside the source as readers see it: where a term of the source becomes another, somebody looks whether
/// the translation's words for it still are the same.
#[must_use]
pub fn named_fingerprint(
    publication: &Publication,
    language: &Tag,
    message: &str,
) -> Option<String> {
    let texts = &publication.catalogues.get(language)?.texts;
    let mut out = String::new();
    for (reference, entry) in texts.named_in(texts.messages.get(message)?) {
        let hyphen = if reference.is_term() { "-" } else { "" };
        let _ = write!(out, "{hyphen}{} = {}", entry.id(), entry.canonical);
        entry.write_attributes(&mut out);
        out.push('\n');
    }
    (!out.is_empty()).then(|| fingerprint(&out))
}

struct Resolved<'a> {
    publication: &'a Publication,
    catalogue: &'a Catalogue,
    out: String,
    /// What is in `out` already.
    seen: BTreeSet<&'a str>,
}

impl<'a> Resolved<'a> {
    fn entry(&mut self, entry: &'a Entry) {
        self.out.push_str(&entry.canonical);
        for reference in &entry.references {
            match reference {
                Reference::Variable(name) => {
                    let name = name.text();
                    if let Some(value) = self.value(name)
                        && self.seen.insert(name)
                    {
                        let _ = write!(self.out, "\n${name} = {value}");
                    }
                }
                Reference::Message(name) => {
                    let inner = self.catalogue.texts.messages.get(name.text());
                    self.inner(name.text(), "", inner);
                }
                Reference::Term(name) => {
                    let inner = self.catalogue.texts.terms.get(name.text());
                    self.inner(name.text(), "-", inner);
                }
                Reference::Function(_) => {}
            }
        }
        let links = entry.canonical.split("<a id=\"").skip(1);
        for id in links.filter_map(|rest| Some(rest.split_once('"')?.0)) {
            if let Some(site) = self.publication.facts.site(id, &self.catalogue.language) {
                let _ = write!(self.out, "\n<a id={id}> = {site}");
            }
        }
    }

    fn inner(&mut self, name: &'a str, hyphen: &str, entry: Option<&'a Entry>) {
        let Some(entry) = entry else { return };
        // A message and a term may have one name: the entry tells them apart.
        if self.seen.insert(entry.source()) {
            let _ = write!(self.out, "\n{hyphen}{name} = ");
            self.entry(entry);
            entry.write_attributes(&mut self.out);
        }
    }

    /// What a fact says to the readers of the language; `None` if it is no fact.
    fn value(&self, variable: &str) -> Option<String> {
        let (facts, language) = (&self.publication.facts, &self.catalogue.language);
        if let Some(value) = facts.values.get(variable) {
            return Some(match &value.content {
                Content::Number(number) => number.to_string(),
                Content::Date(date) => date.to_string(),
                Content::Phone(number) => number.as_str().to_owned(),
                Content::Text(forms)
                | Content::Site(forms)
                | Content::Email(forms)
                | Content::Address(forms) => forms.form_for(language).as_str().to_owned(),
            });
        }
        let (contact, part) = facts.contact_part(variable)?;
        let forms = match part {
            ContactPart::Phone => return contact.phone.as_ref().map(|it| it.as_str().to_owned()),
            ContactPart::Name => &contact.name,
            ContactPart::Site => &contact.site,
            ContactPart::Email => &contact.email,
            ContactPart::Address => &contact.address,
        };
        forms.as_ref().map(|forms| forms.form_for(language).as_str().to_owned())
    }
}
