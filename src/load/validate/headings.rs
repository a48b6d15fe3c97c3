//! Reports headings that skip a level: a reader who goes from heading to heading would look for what is between them.

use crate::diagnostic::{Diagnostic, Report};
use crate::language::Tag;
use crate::load::block::{BlockKind, ContactsStyle, MessageId};
use crate::load::brochure::Brochure;
use crate::load::edition::Edition;
use crate::load::form::{Form, Profile};
use crate::load::section::Layout;

/// Goes through the headings of each edition for the screen, in each of its languages.
pub(super) fn check(brochure: &Brochure, report: &Report) {
    for edition in &brochure.editions {
        if edition.profiles.contains(&Profile::Screen) {
            for language in brochure.languages_of(edition) {
                check_edition(brochure, edition, &language.value, report);
            }
        }
    }
}

fn check_edition(brochure: &Brochure, edition: &Edition, language: &Tag, report: &Report) {
    let id = &edition.id.value;
    let is_card = edition.form == Form::Card;
    // What opens a card is its first face, whatever stands there.
    let mut last = u32::from(is_card);
    let mut go_to = |level: u32, text: &MessageId| {
        if level > last + 1 {
            let message = if last == 0 {
                format!("the edition `{id}` begins with a heading of level {level}")
            } else {
                format!("this heading of level {level} follows one of level {last}")
            };
            let hint = if last == 0 {
                "give the section before it, or its own, a `title`: that is level 1".to_owned()
            } else {
                format!("write `level = {}`; a section's title is level 1", last + 1)
            };
            report.add(Diagnostic::error(message).at(&text.span).hint(hint));
        }
        last = level;
    };
    for section in brochure.sections_of(id, language) {
        if let Some(title) = &section.title {
            // What is joined to the section before it, and the panels of a card, stand one level lower.
            let is_lower = section.joined || (is_card && section.layout != Layout::Cover);
            go_to(if is_lower { 2 } else { 1 }, title);
        }
        for block in section.blocks.iter().filter(|block| block.limits.admit(id, language)) {
            match &block.kind {
                BlockKind::Heading { text, level } => go_to(*level, text),
                BlockKind::Question { question, level, .. } => go_to(*level, question),
                BlockKind::Contacts(choice) if choice.style != ContactsStyle::Banner => {
                    if let Some(title) = &choice.title {
                        go_to(2, title);
                    }
                }
                _ => {}
            }
        }
    }
}
