//! Laid-out frames in; characters that no family covers out, each with its message and language.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst::{World as _, WorldExt as _};
use typst_layout::PagedDocument;

use crate::compose::Composition;
use crate::diagnostic::Diagnostic;
use crate::typeset::text_at;
use crate::typeset::world::Desk;

/// Reports every character that was set as the empty box. Typst itself says nothing of them.
pub(super) fn missing(
    document: &PagedDocument,
    desk: &Desk<'_>,
    composition: &Composition,
) -> Vec<Diagnostic> {
    let mut found = BTreeSet::new();
    for page in document.pages() {
        walk(&page.frame, desk, composition, &mut found);
    }
    found
        .into_iter()
        .map(|(language, message, character, font)| {
            let code = u32::from(character);
            // A control character must not reach the reader's terminal.
            let shown: String = match character.is_control() {
                true => character.escape_debug().collect(),
                false => character.into(),
            };
            Diagnostic::error(format!(
                "no font has the character `{shown}` (U+{code:04X}), in `{message}`, language `{language}`"
            ))
            .hint(format!(
                "the last family asked was `{font}`: put a family that has it into `fonts/` and name it in the script's \
                 `families`, or write the text without it"
            ))
        })
        .collect()
}

type Missing = (String, String, char, String);

fn walk(frame: &Frame, desk: &Desk<'_>, composition: &Composition, found: &mut BTreeSet<Missing>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, desk, composition, found),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let span = glyph.span.0;
                    let range = desk.range(span).filter(|_| span.id() == Some(desk.main()));
                    let origin = range
                        .and_then(|range| text_at(&composition.texts, range.start))
                        .and_then(|index| composition.texts.get(index));
                    let (message, language) = origin.map_or_else(
                        || ("a template".to_owned(), text.lang.as_str().to_owned()),
                        |origin| (origin.name.clone(), origin.language.clone()),
                    );
                    for character in text.text[glyph.range()].chars() {
                        let family = text.font.font().info().family.clone();
                        found.insert((
                            language.clone(),
                            message.clone(),
                            character,
                            family.to_string(),
                        ));
                    }
                }
            }
            _ => {}
        }
    }
}
