//! Finds texts that came back in another language than that of the file: in another script, or as copies of the source.

use unicode_script::{Script, UnicodeScript as _};

use crate::diagnostic::{Diagnostic, Report, list};
use crate::exchange::import::ChangedText;
use crate::exchange::import::units::{Plan, PlannedUnit, normal};
use crate::exchange::{Piece, Text};
use crate::language::Tag;
use crate::load::Publication;

/// Texts with fewer letters are names, or say nothing of their language.
const LEAST_LETTERS: usize = 12;

/// How many texts a warning names.
const NAMED: usize = 5;

/// Looks at the texts that change.
pub(super) fn check(
    publication: &Publication,
    language: &Tag,
    plan: &Plan<'_>,
    changed: &[ChangedText],
    report: &Report,
) {
    let Some(row) = publication.languages.get(language) else { return };
    let code = row.script.code.as_str();
    let messages = plan.messages.iter();
    let messages = messages.filter(|message| changed.iter().any(|text| text.id == message.id));
    let units = messages.flat_map(|message| &message.units);
    let (mut own, mut all) = (0, 0);
    let mut strangers: Vec<&PlannedUnit<'_>> = Vec::new();
    let mut copies: Vec<&PlannedUnit<'_>> = Vec::new();
    for unit in units.filter(|unit| !unit.target.is_empty()) {
        let scripts = scripts(&unit.target);
        let fitting = scripts.iter().filter(|script| is_of(**script, code)).count();
        own += fitting;
        all += scripts.len();
        if fitting == 0 && scripts.len() >= LEAST_LETTERS {
            strangers.push(unit);
        }
        let is_copy =
            unit.unit.source.as_deref().is_some_and(|source| normal(source) == unit.target);
        if is_copy && unit.target.chars().any(char::is_alphabetic) && !scripts.is_empty() {
            copies.push(unit);
        }
    }
    let names = |units: &[&PlannedUnit<'_>]| {
        let ids: Vec<&str> = units.iter().take(NAMED).map(|unit| unit.unit.id.as_str()).collect();
        let more = units.len().saturating_sub(NAMED);
        if more > 0 { format!("{} and {more} more", ids.join(", ")) } else { list(&ids) }
    };
    if let Some(first) = strangers.first() {
        let is_all = all >= LEAST_LETTERS && own * 2 < all;
        let what = if strangers.len() == 1 { "this text is" } else { "these texts are" };
        let fault = format!("{what} not in the script of `{language}`: {}", names(&strangers));
        let fault = if is_all { Diagnostic::error(fault) } else { Diagnostic::warning(fault) };
        report.add(fault.at(first.unit.place.span()).hint(format!(
            "`{language}` is written in `{code}`; is it the file of another language?"
        )));
    }
    if let Some(first) = copies.first() {
        let what = if copies.len() == 1 { "this text is" } else { "these texts are" };
        report.add(
            Diagnostic::warning(format!("{what} as in the source: {}", names(&copies)))
                .at(first.unit.place.span())
                .hint("a text without a translation is left empty"),
        );
    }
}

/// The scripts of the letters of a text, but of those that it marks as being in another language.
fn scripts(flat: &str) -> Vec<Script> {
    let mut marked = 0_usize;
    let mut scripts = Vec::new();
    for piece in Text::of_flat(flat).pieces {
        match piece {
            Piece::Open(tag) if tag.starts_with("<span") => marked += 1,
            Piece::Close(tag) if tag == "</span>" => marked = marked.saturating_sub(1),
            Piece::Words(words) if marked == 0 => {
                let letters = words.chars().filter(|c| c.is_alphabetic());
                let letters = letters.map(|c| c.script());
                scripts.extend(letters.filter(|script| {
                    !matches!(script, Script::Common | Script::Inherited | Script::Unknown)
                }));
            }
            _ => {}
        }
    }
    scripts
}

/// Whether a script is one of those that are written together under a code of ISO 15924.
fn is_of(script: Script, code: &str) -> bool {
    match code {
        "Aran" => script == Script::Arabic,
        "Hans" | "Hant" => script == Script::Han,
        "Jpan" => matches!(script, Script::Han | Script::Hiragana | Script::Katakana),
        "Kore" => matches!(script, Script::Han | Script::Hangul),
        code => script.short_name() == code,
    }
}

#[cfg(test)]
mod tests {
    use unicode_script::Script;

    use super::{is_of, scripts};

    #[test]
    fn what_is_marked_as_another_language_says_nothing() {
        assert_eq!(
            scripts("1 { $a } <span lang=\"fr\">ab</span>é<b>ж</b>"),
            [Script::Latin, Script::Cyrillic]
        );
    }

    #[test]
    fn a_code_may_stand_for_several_scripts() {
        for (script, code) in [
            (Script::Arabic, "Aran"),
            (Script::Arabic, "Arab"),
            (Script::Katakana, "Jpan"),
            (Script::Han, "Hans"),
            (Script::Cyrillic, "Cyrl"),
        ] {
            assert!(is_of(script, code), "{code}");
        }
        assert!(!is_of(Script::Latin, "Cyrl"));
    }
}
