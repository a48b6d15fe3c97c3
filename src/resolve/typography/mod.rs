//! A translator's text as it was typed in; the same text as its language sets it out: quotes, dashes, blanks.
//!
//! Each rule goes over a whole paragraph, since a quotation may open before a `<b>` or a fact and close after it.
//! What was filled in is seen by the rules and never changed by them.

mod binding;
mod division;
mod line;
mod quotes;
mod signs;
mod spaces;

use crate::language::Typography;
use crate::resolve::manuscript::Run;
use crate::resolve::markup::Piece;
use line::Line;

pub(super) use division::divide;

/// The rules in the order in which they are applied: signs first, then the blanks beside them.
const RULES: [fn(&mut Line, &Typography); 7] = [
    signs::letters,
    signs::ellipses,
    quotes::quotes,
    signs::apostrophes,
    signs::dashes,
    spaces::spaces,
    binding::bind,
];

/// Sets a paragraph.
#[must_use]
pub(super) fn set(paragraph: &[Piece], typography: &Typography) -> Vec<Run> {
    let mut line = Line::new(paragraph);
    for rule in RULES {
        rule(&mut line, typography);
    }
    line.into_runs()
}

/// Rows of the program's own table, and texts that they set, for the tests of the rules.
#[cfg(test)]
pub(super) mod testing {
    use crate::diagnostic::Report;
    use crate::language::{Languages, Typography};
    use crate::resolve::manuscript::{Run, RunKind};
    use crate::resolve::markup::Piece;

    /// The row of a language.
    pub(super) fn row(tag: &str) -> Typography {
        let languages = Languages::built_in(&Report::new());
        languages.get(&tag.parse().unwrap()).unwrap().typography.clone()
    }

    /// A run of a kind; `None` was typed.
    pub(super) fn piece(text: &str, kind: Option<RunKind>) -> Piece {
        let run = Run {
            text: text.to_owned(),
            kind: kind.unwrap_or(RunKind::Text),
            strong: false,
            emphasis: false,
            link: None,
            language: None,
        };
        Piece { run, typed: kind.is_none() }
    }

    /// What a typed text comes to in a language, blanks that do not break written as `~`, narrow ones as `_`.
    pub(super) fn set(tag: &str, typed: &str) -> String {
        pieces(tag, &[piece(typed, None)]).concat()
    }

    /// The same of several runs.
    pub(super) fn pieces(tag: &str, pieces: &[Piece]) -> Vec<String> {
        let shown = |run: Run| run.text.replace('\u{A0}', "~").replace('\u{202F}', "_");
        super::set(pieces, &row(tag)).into_iter().map(shown).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{piece, set};
    use crate::language::Typography;

    #[test]
    fn a_language_without_rules_keeps_its_signs() {
        let text = "Who? « a » \"b\" 'c' it's - d -- e... ş 3-5";
        let set = super::set(&[piece(text, None)], &Typography::default());
        assert_eq!(set[0].text, text);
    }

    #[test]
    fn what_is_set_is_set_once() {
        for tag in ["fr", "nl", "en", "ar", "es", "pt", "ru", "tr", "de", "pl", "uk", "ro"] {
            let text = "Il dit: \"l'ami 'Jo' a 3-5 jours - ou \"14\"... non?\" (p. 5)";
            let once = set(tag, text).replace('~', "\u{A0}").replace('_', "\u{202F}");
            let twice = set(tag, &once).replace('~', "\u{A0}").replace('_', "\u{202F}");
            assert_eq!(twice, once, "{tag}");
        }
    }
}
