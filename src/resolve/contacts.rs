//! A choice of contacts in; what readers see of each out: name, what for, when, in which languages, number.

use crate::diagnostic::Located;
use crate::load::block::ContactChoice;
use crate::load::facts::{Contact, ContactPart, Hours, Opening};
use crate::resolve::format::{Variable, contact_filling};
use crate::resolve::manuscript::{ContactCard, Passage, RunKind};
use crate::resolve::markup::Filling;
use crate::resolve::resolver::Resolver;

impl Resolver<'_> {
    /// The contacts that a block chooses, in the order of the facts; put together by the regions that they serve if
    /// it says so, those for the whole country first.
    pub(super) fn cards(&self, choice: &ContactChoice) -> Vec<ContactCard> {
        let contacts = self.chosen(choice);
        if !choice.by_region {
            return contacts.into_iter().map(|contact| self.card(contact)).collect();
        }
        let mut groups: Vec<(Vec<&str>, Vec<&Contact>)> = vec![(Vec::new(), Vec::new())];
        for contact in contacts {
            let mut regions: Vec<&str> = contact.regions.iter().map(Located::as_str).collect();
            regions.sort_unstable();
            match groups.iter_mut().find(|(known, _)| *known == regions) {
                Some((_, group)) => group.push(contact),
                None => groups.push((regions, vec![contact])),
            }
        }
        let names = &self.publication.facts.regions;
        let cards = groups.into_iter().flat_map(|(regions, contacts)| {
            let regions: Vec<Passage> = regions
                .into_iter()
                .filter_map(|region| names.get(region))
                .map(|id| self.message(id))
                .collect();
            contacts
                .into_iter()
                .map(move |contact| ContactCard { regions: regions.clone(), ..self.card(contact) })
        });
        cards.collect()
    }

    /// The contacts that a block chooses, in the order of the facts.
    fn chosen(&self, choice: &ContactChoice) -> Vec<&Contact> {
        let named =
            |list: &[Located<String>], name: &str| list.iter().any(|entry| entry.value == name);
        let contacts = self.publication.facts.contacts.iter().filter(|contact| {
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

    fn card(&self, contact: &Contact) -> ContactCard {
        let id = contact.id.value.as_str();
        let part = |part| {
            contact_filling(contact, part, self.language()).map(|filling| self.fact(id, filling))
        };
        let name = match &contact.called {
            Some(message) => Some(self.message(message)),
            None => part(ContactPart::Name),
        };
        // `load` has made sure that a contact has a message or a name.
        let name = name.unwrap_or_else(|| self.fact(id, word(id.to_owned())));
        self.shows_fact(id);
        let number = part(ContactPart::Phone).or_else(|| part(ContactPart::Site));
        let address = if number.is_none() { part(ContactPart::Address) } else { None };
        ContactCard {
            id: id.to_owned(),
            name,
            regions: Vec::new(),
            details: self.details(contact),
            number,
            address,
        }
    }

    fn details(&self, contact: &Contact) -> Vec<Passage> {
        let mut details: Vec<Passage> = contact.about.iter().map(|id| self.message(id)).collect();
        if contact.free {
            details.push(self.own("contact-free", &[]));
        }
        if contact.anonymous {
            details.push(self.own("contact-anonymous", &[]));
        }
        match &contact.hours {
            Some(Hours::Always) => details.push(self.own("hours-always", &[])),
            Some(Hours::Weekdays) => details.push(self.own("hours-weekdays", &[])),
            Some(Hours::Limited) => details.push(self.own("hours-limited", &[])),
            Some(Hours::Times(openings)) => {
                details.extend(openings.iter().map(|opening| self.opening(opening)));
            }
            None => {}
        }
        // The edition's own language goes without saying only where it is the only one.
        details.extend(
            contact.answers.iter().map(|tag| self.own(&format!("speaks-{}", tag.value), &[])),
        );
        details
    }

    /// "lundi – vendredi, de 09:00 à 17:00".
    fn opening(&self, opening: &Opening) -> Passage {
        let Some(formats) = self.formatters[0].formats() else {
            return self.own("hours-limited", &[]);
        };
        let text = |text: String| Variable::Text(word(text));
        let first = formats.day(opening.first);
        let days = if opening.first == opening.last {
            first
        } else {
            let ends = [("first", text(first)), ("last", text(formats.day(opening.last)))];
            self.own("days-range", &ends).plain()
        };
        let time =
            |time| Variable::Text(Filling { kind: RunKind::Date, ..word(formats.time(time)) });
        self.own(
            "hours-range",
            &[("days", text(days)), ("from", time(opening.from)), ("to", time(opening.to))],
        )
    }
}

/// A plain text to fill in.
fn word(text: String) -> Filling {
    Filling { text, kind: RunKind::Text, link: None, language: None }
}
