//! Turns a choice of contacts into cards: what each is called and is for, when and in which languages it answers, its number.

use crate::diagnostic::{Diagnostic, Located};
use crate::load::block::ContactChoice;
use crate::load::facts::{Contact, ContactPart, FactPart, Hours, Opening};
use crate::resolve::manuscript::{ContactCard, Passage, RunKind};
use crate::resolve::placeable::{Placeable, Variable};
use crate::resolve::resolver::Resolver;

impl Resolver<'_> {
    /// The cards of the contacts that a block chooses, in the order of the facts; grouped by the regions that they serve if
    /// it says so, those for the whole country first.
    pub(super) fn cards(&self, choice: &ContactChoice) -> Vec<ContactCard> {
        let contacts = self.publication.facts.chosen_in(choice, self.regions());
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
            let named = regions.into_iter().filter_map(|region| names.get(region));
            let mut regions: Vec<Passage> = named.map(|id| self.message(id)).collect();
            // A reader looks for them by the alphabet of the language, not by what the project calls them.
            if let Some(locale) = self.localization.own().locale() {
                regions.sort_by(|one, other| locale.compare(&one.plain(), &other.plain()));
            }
            for contact in &contacts {
                let id = contact.id.as_str();
                self.note_part(id, FactPart::Regions, None, self.language());
            }
            contacts
                .into_iter()
                .map(move |contact| ContactCard { regions: regions.clone(), ..self.card(contact) })
        });
        cards.collect()
    }

    /// The card of a contact, of the facts or of the body.
    pub(super) fn card(&self, contact: &Contact) -> ContactCard {
        let id = contact.id.value.as_str();
        let part = |part: ContactPart| {
            let placeable = Placeable::of_contact(contact, part, self.language())?;
            Some(self.fact(id, part.into(), placeable))
        };
        let name = match &contact.called {
            Some(message) => Some(self.message(message)),
            None => part(ContactPart::Name),
        };
        // `load` checks that a contact has a message or a name.
        let name = name.unwrap_or_else(|| self.fact(id, FactPart::Name, Placeable::text(id)));
        self.note_fact(id);
        let details = [FactPart::Hours, FactPart::Free, FactPart::Anonymous, FactPart::Answers];
        for part in details {
            self.note_part(id, part, None, self.language());
        }
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
            details.push(self.program_message("contact-free", &[]));
        }
        if contact.anonymous {
            details.push(self.program_message("contact-anonymous", &[]));
        }
        match &contact.hours {
            Some(Hours::Always) => details.push(self.program_message("hours-always", &[])),
            Some(Hours::Weekdays) => details.push(self.program_message("hours-weekdays", &[])),
            Some(Hours::Limited) => details.push(self.program_message("hours-limited", &[])),
            Some(Hours::Times(openings)) => {
                details.extend(openings.iter().map(|opening| self.opening(opening)));
            }
            None => {}
        }
        // The edition's own language is named too: a contact may answer in others only.
        details.extend(
            contact
                .answers
                .iter()
                .map(|tag| self.program_message(&format!("speaks-{}", tag.value), &[])),
        );
        details
    }

    /// "lundi – vendredi, de 09:00 à 17:00".
    fn opening(&self, opening: &Opening) -> Passage {
        // A sentence of another language has its days and figures too: this one's may be in no family of its script.
        let formatter = |id| {
            let found = self.localization.find(id).map(|(formatter, _)| formatter);
            found.unwrap_or(self.localization.own())
        };
        let (hours, days) = (formatter("hours-range"), formatter("days-range"));
        let (Some(locale), Some(locale_of_days)) = (hours.locale(), days.locale()) else {
            return self.program_message("hours-limited", &[]);
        };
        if locale.lacks_days() {
            let tag = self.language();
            self.report.add(
                Diagnostic::error(format!("opening hours name days, which have no names in `{tag}`"))
                    .hint(format!(
                        "add `days = [\"…\"]`, seven names from Monday on, to `[language.{tag}]` in `translations/languages.toml`"
                    )),
            );
        }
        let text = |text: String| Variable::Placeable(Placeable::text(text));
        let days = if opening.first == opening.last {
            text(locale.day(opening.first))
        } else {
            let ends = [opening.first, opening.last].map(|day| text(locale_of_days.day(day)));
            let [first, last] = ends;
            let days = self.program_message("days-range", &[("first", first), ("last", last)]);
            let language = (days.language != hours.language().tag).then(|| days.language.clone());
            Variable::Placeable(Placeable { language, ..Placeable::text(days.plain()) })
        };
        let time = |time| Variable::Placeable(Placeable::new(locale.time(time), RunKind::Date));
        self.program_message(
            "hours-range",
            &[("days", days), ("from", time(opening.from)), ("to", time(opening.to))],
        )
    }
}
