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
                let hint = hint(context, language, *character, family);
                all.push(Found::at(page.number, text.area, &origin, detail).hint(hint));
            }
        }
    }
    all
}

/// What makes a character appear: a family that has it, in the theme's families of the script.
fn hint(context: &Context<'_>, language: &str, character: char, asked: &str) -> String {
    let having = context.fonts.family_with(character);
    let composition = context.composition;
    let Some(fonts) = composition.fonts.iter().find(|fonts| fonts.sets(language)) else {
        return format!("the last family asked was `{asked}`: write the text without it");
    };
    let named: Vec<String> = fonts.families.iter().map(|family| format!("\"{family}\"")).collect();
    let row = format!(
        "{} = [{}, \"{}\"]",
        fonts.script,
        named.join(", "),
        having.as_deref().unwrap_or("…")
    );
    let place = if composition.theme_names_families {
        format!("in `families` of `theme.toml` write `{row}`")
    } else {
        format!("at the head of `theme.toml` write `families = {{ {row} }}`")
    };
    match having {
        Some(family) => format!("`{family}` in `fonts/` has it: {place}"),
        None => format!(
            "put a family that has it into `fonts/`, and {place} with its name; or write the text without it"
        ),
    }
}
