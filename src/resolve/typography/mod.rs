//! Turns what a translator typed into the typography of the language: quotes, dashes, spaces.
//!
//! Each rule goes over a whole paragraph, since a quotation may open before a `<b>` or a fact and close after it.
//! Rules see what was filled in, and never change it. The rules of another language apply to a span in that language and
//! see the text around it; the rules of the paragraph's own language see the span in turn. Addresses that were typed are
//! not for the rules either.

mod addresses;
mod binding;
mod hyphenation;
mod line;
mod numbers;
mod quotes;
mod signs;
mod spaces;
mod unbroken;

use std::collections::BTreeMap;

use crate::language::{Direction, Language, Languages, Tag, Typography};
use crate::resolve::manuscript::Run;
use crate::resolve::markup::Piece;
use line::Line;

pub(super) use hyphenation::hyphenate;

/// The rules in the order in which they are applied: signs first, then the spaces beside them.
const RULES: [fn(&mut Line, &Typography); 7] = [
    signs::letters,
    signs::ellipses,
    quotes::quotes,
    signs::apostrophes,
    signs::dashes,
    spaces::spaces,
    binding::bind,
];

/// What a language asks of the typography of a paragraph.
#[derive(Debug, Clone, Copy, Hash)]
struct Row<'a> {
    typography: &'a Typography,
    direction: Direction,
}

/// What the languages of a paragraph ask: that of its own, and those of the runs in others.
#[derive(Debug, Clone, Hash)]
struct Rows<'a> {
    own: Row<'a>,
    others: BTreeMap<&'a Tag, Row<'a>>,
}

impl<'a> Row<'a> {
    fn of(language: &'a Language) -> Row<'a> {
        Row { typography: &language.typography, direction: language.direction() }
    }
}

impl<'a> Rows<'a> {
    /// The rows for a paragraph. A language that is not known is set as the paragraph's own.
    fn of(paragraph: &'a [Piece], language: &'a Language, languages: &'a Languages) -> Rows<'a> {
        let tags = paragraph.iter().filter_map(|piece| piece.run.language.as_ref());
        let others = tags.filter_map(|tag| Some((tag, Row::of(languages.get(tag)?))));
        Rows { own: Row::of(language), others: others.collect() }
    }

    /// The row of a piece.
    fn get(&self, piece: &Piece) -> Row<'a> {
        let tag = piece.run.language.as_ref();
        tag.and_then(|tag| self.others.get(tag)).copied().unwrap_or(self.own)
    }
}

/// Applies the typography of a language to a paragraph, and that of other languages to the spans in it.
#[must_use]
pub(super) fn set(paragraph: &[Piece], language: &Language, languages: &Languages) -> Vec<Run> {
    set_by(paragraph, &Rows::of(paragraph, language, languages))
}

/// Applies the rules. Typst's memory keeps what a paragraph came to, for the next keystroke somewhere else.
#[comemo::memoize]
fn set_by(paragraph: &[Piece], rows: &Rows<'_>) -> Vec<Run> {
    // The parts of a span around another one are set together, as those of a paragraph are.
    let mut spans: BTreeMap<usize, &Typography> = BTreeMap::from([(0, rows.own.typography)]);
    for piece in paragraph.iter().filter(|piece| piece.typed) {
        spans.insert(piece.span, rows.get(piece).typography);
    }
    let mut pieces = addresses::keep_as_typed(paragraph.to_vec());
    for (span, typography) in spans {
        let mut line = Line::new(&pieces, span);
        for rule in RULES {
            rule(&mut line, typography);
        }
        pieces = line.into_pieces();
    }
    let pieces = unbroken::keep_words_unbroken(pieces);
    let pieces = numbers::keep_in_order(pieces, rows);
    let runs = pieces.into_iter().map(|piece| piece.run);
    runs.filter(|run| !run.text.is_empty()).collect()
}

/// Rows of the program's own table, and texts that they set, for the tests of the rules.
#[cfg(test)]
pub(super) mod testing {
    use crate::diagnostic::Report;
    use crate::language::Languages;
    use crate::resolve::manuscript::{Run, RunKind};
    use crate::resolve::markup::Piece;

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
        Piece { run, typed: kind.is_none(), span: 0 }
    }

    /// A run that was typed inside `<span lang="…">`, the passage number `span` of its text.
    pub(super) fn passage(text: &str, tag: &str, span: usize) -> Piece {
        let typed = piece(text, None);
        Piece { run: Run { language: Some(tag.parse().unwrap()), ..typed.run }, span, ..typed }
    }

    /// What a typed text comes to in a language, blanks that do not break written as `~`, narrow ones as `_`.
    pub(super) fn set(tag: &str, typed: &str) -> String {
        pieces(tag, &[piece(typed, None)]).concat()
    }

    /// The same of several runs.
    pub(super) fn pieces(tag: &str, pieces: &[Piece]) -> Vec<String> {
        let shown = |run: Run| run.text.replace('\u{A0}', "~").replace('\u{202F}', "_");
        let languages = Languages::built_in(&Report::new());
        let language = languages.get(&tag.parse().unwrap()).unwrap();
        super::set(pieces, language, &languages).into_iter().map(shown).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{passage, piece, pieces, set};
    use crate::diagnostic::Report;
    use crate::language::{Language, Languages, Typography};

    #[test]
    fn a_language_without_rules_keeps_its_signs() {
        let text = "Who? « a » \"b\" 'c' it's - d -- e... ş 3-5";
        let languages = Languages::built_in(&Report::new());
        let english = languages.get(&"en".parse().unwrap()).unwrap().clone();
        let plain = Language { typography: Typography::default(), ..english };
        let set = super::set(&[piece(text, None)], &plain, &languages);
        assert_eq!(set[0].text, text);
    }

    #[test]
    fn a_passage_is_set_by_the_rules_of_its_language() {
        let typed = |text| piece(text, None);
        assert_eq!(
            pieces("en", &[typed("Say \""), passage("\"Qui ?\" l'ami", "fr", 1), typed("\"!")]),
            ["Say “", "«_Qui_?_» l’ami", "”!"]
        );
        assert_eq!(
            pieces("fr", &[typed("l'\"asile\" ("), passage("\"asiel\"?", "nl", 1), typed(") ?")]),
            ["l’«_asile_» (", "“asiel”?", ")_?"]
        );
        // An Arabic comma beside it changes nothing in it.
        assert_eq!(
            pieces(
                "ar",
                &[typed("\"مكتب\" ("), passage("l'office 3-5 jours", "fr", 1), typed(")")]
            ),
            ["«مكتب» (", "l’office 3–5~jours", ")"]
        );
    }

    #[test]
    fn a_quotation_goes_around_a_passage_and_a_passage_around_another() {
        let typed = |text| piece(text, None);
        assert_eq!(
            pieces("fr", &[typed("\"le "), passage("\"CPAS\"", "nl", 1), typed("\"")]),
            ["«_le ", "“CPAS”", "_»"]
        );
        let nested = [
            typed("so "),
            passage("\"le ", "fr", 1),
            passage("\"OCMW\"", "nl", 2),
            passage(" d'ici\"", "fr", 1),
        ];
        assert_eq!(pieces("en", &nested), ["so ", "«_le ", "“OCMW”", " d’ici_»"]);
    }

    #[test]
    fn a_number_stays_with_a_word_of_another_language() {
        let typed = |text| piece(text, None);
        assert_eq!(pieces("ar", &[typed("14 "), passage("jours", "fr", 1)]), ["14~", "jours"]);
        // A Slavic word of one letter is none in another language.
        assert_eq!(pieces("ru", &[typed("и "), passage("a v c", "en", 1)]), ["и~", "a v c"]);
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
