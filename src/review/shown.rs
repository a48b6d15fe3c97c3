//! Turns an edition into the messages that it shows in a language, without formatting any of them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::language::Tag;
use crate::load::block::{ContactChoice, MessageId};
use crate::load::facts::Hours;
use crate::load::{BlockKind, Edition, Publication};

/// The messages that an edition shows in a language, or another language in their place, by id; not those that mark a draft.
#[must_use]
pub(crate) fn shown_messages<'a>(
    publication: &'a Publication,
    edition: &'a Edition,
    language: &'a Tag,
) -> BTreeSet<Cow<'a, str>> {
    let brochure = &publication.brochure;
    let is_discreet =
        edition.profiles.first().is_some_and(|profile| edition.appearance.is_discreet(*profile));
    // They are put in order once, at the end.
    let mut shown = Vec::new();
    let mut show = |id: Cow<'a, str>| shown.push(id);
    show(named(&brochure.title));
    edition.foot.iter().for_each(|id| show(named(id)));
    for section in brochure.sections_of(&edition.id.value, language) {
        let discreet = section.discreet.as_ref().filter(|_| is_discreet);
        let title = discreet.or(section.title.as_ref());
        title.into_iter().chain(&section.summary).for_each(|id| show(named(id)));
        if !section.summary.is_empty() {
            show("in-short".into());
        }
        // A discreet cover shows nothing but what an overlay puts there.
        let blocks = section.blocks.iter().filter(|block| {
            block.limits.admit(&edition.id.value, language)
                && (discreet.is_none() || block.limits.slot.is_some())
        });
        for block in blocks {
            block.messages().into_iter().for_each(|id| show(named(id)));
            match &block.kind {
                BlockKind::Contacts(choice) => contacts(publication, choice, &mut show),
                BlockKind::Qr { .. } => show("qr-alt".into()),
                _ => {}
            }
        }
    }
    shown.into_iter().collect()
}

fn named(id: &MessageId) -> Cow<'_, str> {
    Cow::Borrowed(id.value.as_str())
}

/// The messages of the contacts that a block chooses.
fn contacts<'a>(
    publication: &'a Publication,
    choice: &ContactChoice,
    show: &mut impl FnMut(Cow<'a, str>),
) {
    let facts = &publication.facts;
    for contact in facts.chosen(choice) {
        contact.called.iter().chain(&contact.about).for_each(|id| show(named(id)));
        for (says, id) in [(contact.free, "contact-free"), (contact.anonymous, "contact-anonymous")]
        {
            if says {
                show(id.into());
            }
        }
        match &contact.hours {
            Some(Hours::Always) => show("hours-always".into()),
            Some(Hours::Weekdays) => show("hours-weekdays".into()),
            Some(Hours::Limited) => show("hours-limited".into()),
            Some(Hours::Times(openings)) => {
                show("hours-range".into());
                if openings.iter().any(|opening| opening.first != opening.last) {
                    show("days-range".into());
                }
            }
            None => {}
        }
        contact.answers.iter().for_each(|tag| show(format!("speaks-{}", tag.value).into()));
        if choice.by_region {
            let regions = contact.regions.iter();
            regions
                .filter_map(|region| facts.regions.get(&region.value))
                .for_each(|id| show(named(id)));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::shown_messages;
    use crate::diagnostic::Report;
    use crate::load::{EditionId, Project, load};
    use crate::resolve::resolve;
    use crate::review::assess_record;

    #[test]
    fn an_edition_shows_the_messages_that_are_in_its_manuscript() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let fixtures = ["small", "neighbours", "allotment", "layout", "folds"];
        let mut folders = vec![root.to_owned()];
        folders.extend(fixtures.map(|name| root.join("tests/fixtures").join(name)));
        let mut compared = 0;
        for folder in folders {
            let project = Project::find(&folder).unwrap();
            for id in project.brochures() {
                let report = Report::new();
                let publication = load(&project, &id, &report).unwrap();
                let states = assess_record(&publication);
                for edition in &publication.brochure.editions {
                    for language in publication.brochure.languages_of(edition) {
                        let id = EditionId::new(&id, &edition.id.value, &language.value);
                        let manuscript = resolve(&publication, &states, &id, &report).unwrap();
                        let shown: BTreeSet<String> =
                            shown_messages(&publication, edition, &language.value)
                                .into_iter()
                                .map(Cow::into_owned)
                                .collect();
                        let all: Vec<_> =
                            shown.symmetric_difference(&manuscript.messages).collect();
                        assert_eq!(all, [""; 0], "{id}");
                        compared += 1;
                    }
                }
            }
        }
        assert!(compared > 40, "{compared}");
    }
}
