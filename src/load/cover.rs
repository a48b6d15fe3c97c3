//! Reports faults of a brochure's discreet covers.

use crate::diagnostic::{Diagnostic, Report};
use crate::load::brochure::Brochure;
use crate::load::section::{Layout, Section};

/// A discreet cover needs a title that tells nothing.
pub(super) fn check(brochure: &Brochure, report: &Report) {
    for edition in &brochure.editions {
        let Some(span) = edition.appearance.discreet() else { continue };
        let mut lacking: Option<&Section> = None;
        let mut found = false;
        for language in brochure.languages_of(edition) {
            let sections = brochure.sections_of(&edition.id.value, &language.value);
            for cover in sections.filter(|section| section.layout == Layout::Cover) {
                found = true;
                lacking = lacking.or(Some(cover).filter(|cover| cover.discreet.is_none()));
            }
        }
        if let Some(cover) = lacking {
            report.add(
                Diagnostic::error(format!(
                    "the cover of the edition `{}` can't be discreet: the section `{}` has no `discreet`",
                    edition.id.value, cover.id.value
                ))
                .at(span)
                .hint("name there the message that stands in the place of the title, such as that of the neutral `title`"),
            );
        } else if !found {
            report.add(
                Diagnostic::error(format!(
                    "the edition `{}` has no cover that could be discreet",
                    edition.id.value
                ))
                .at(span)
                .hint("a cover is a section with `layout = \"cover\"`"),
            );
        }
    }
}
