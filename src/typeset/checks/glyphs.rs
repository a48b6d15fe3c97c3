//! Finds characters that no family has. Typst itself says nothing of them.

use std::collections::BTreeSet;

use crate::typeset::checks::context::{Context, Found};

/// Finds every character that was set as the empty box, once in each message.
pub(super) fn missing(context: &Context<'_>) -> Vec<Found> {
    let mut known = BTreeSet::new();
    let mut all = Vec::new();
    for page in &context.view.pages {
        for (_, text) in page.texts() {
            for (character, family) in &text.missing {
                let origin: Vec<usize> = text.origin.into_iter().collect();
                let language = text
                    .origin
                    .and_then(|origin| context.text(origin))
                    .map(|text| text.language.as_str());
                let language = language.unwrap_or(&text.language);
                let name = context.name(&origin);
                if !known.insert((name.clone(), language, *character)) {
                    continue;
                }
                // A control character must not reach the reader's terminal.
                let shown: String = match character.is_control() {
                    true => character.escape_debug().collect(),
                    false => (*character).into(),
                };
                let code = u32::from(*character);
                let detail = format!(
                    "no font has the character `{shown}` (U+{code:04X}), in {name}, language `{language}`"
                );
                let hint = format!(
                    "the last family asked was `{family}`: put a family that has it into `fonts/` and name it in the \
                     script's `families`, or write the text without it"
                );
                all.push(Found::at(page.number, text.area, &origin, detail).hint(hint));
            }
        }
    }
    all
}
