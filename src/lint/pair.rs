//! Holds a text with its source and its language, as the rules read them.

use crate::diagnostic::Span;
use crate::language::words::Words;
use crate::language::{Language, Tag};
use crate::lint::content::Content;
use crate::lint::ending::Ending;
use crate::lint::figures::Numbers;
use crate::lint::letters::{script_of, scripts_of};
use crate::lint::terms::Terms;
use crate::lint::wording::Wording;
use crate::load::catalogue::Entry;
use crate::load::catalogue::parts::Part;

/// Scripts whose words stand without blanks.
pub(super) const WITHOUT_BLANKS: [&str; 8] =
    ["Khmr", "Thai", "Laoo", "Mymr", "Tibt", "Hans", "Hant", "Jpan"];

/// A text of a language, with its source.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    /// Its id, of a term with the hyphen.
    pub(super) id: &'a str,
    /// The text.
    pub(super) entry: &'a Entry,
    /// Its wordings, the default one first.
    pub(super) own: Vec<Wording<'a>>,
    /// The numbers in the messages and terms that it names, each with the place where it names them.
    pub(super) named_numbers: Vec<(String, Span)>,
    /// Its source; `None` if this is the source, or there is none.
    pub(super) source: Option<&'a Original<'a>>,
    /// Its language.
    pub(super) language: &'a Speech<'a>,
}

/// What the rules know of a language.
#[derive(Debug)]
pub(super) struct Speech<'a> {
    /// The language.
    pub(super) tag: &'a Tag,
    /// The scripts of its letters; none if nothing is known of them.
    pub(super) scripts: &'static [&'static str],
    /// Whether blanks stand between its words.
    pub(super) has_blanks: bool,
    /// What the glossary asks of it.
    pub(super) terms: Terms<'a>,
}

/// A source text, with all that is asked of it for each language.
#[derive(Debug)]
pub(super) struct Original<'a> {
    /// Its wordings, the default one first.
    pub(super) wordings: Vec<Wording<'a>>,
    /// What it is made of.
    pub(super) parts: &'a [Part],
    /// What it carries.
    pub(super) content: Content,
    /// Whether it is a text of words, and its facts are known.
    pub(super) is_sound: bool,
    /// Its numbers.
    pub(super) numbers: Numbers,
    /// How its wordings end.
    pub(super) endings: Vec<Ending>,
    /// The letters and digits of its default wording.
    pub(super) length: usize,
    /// Its sentences of five words and more.
    pub(super) sentences: Vec<String>,
    /// The terms of the glossary that it has.
    pub(super) terms: Vec<usize>,
    /// The names of the glossary that it has.
    pub(super) names: Vec<usize>,
}

impl<'a> Speech<'a> {
    /// What is known of a language.
    pub(super) fn of(tag: &'a Tag, row: Option<&Language>, terms: Terms<'a>) -> Speech<'a> {
        let code = row.map_or("", |row| row.script.code.as_str());
        let has_blanks = !WITHOUT_BLANKS.contains(&code);
        Speech { tag, scripts: scripts_of(code), has_blanks, terms }
    }

    /// The part of its tag that names the language alone.
    pub(super) fn family(&self) -> &str {
        self.tag.as_str().split('-').next().unwrap_or_default()
    }

    /// Whether the glossary says that words stay as they are.
    pub(super) fn keeps(&self, words: &str) -> bool {
        self.terms.keeps(words)
    }
}

impl Original<'_> {
    /// Whether a word stands in it as it is.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.wordings.iter().any(|wording| wording.text.contains(word))
    }
}

/// How many words of a text are written out: not names of letters, abbreviations or numbers, and not in another language.
pub(super) fn plain_words(wording: &Wording<'_>, words: &Words) -> usize {
    let is_plain = |index: &usize| {
        let place = words.place(*index..*index + 1);
        let word = &wording.text[place.clone()];
        let is_long = word.chars().filter(|c| script_of(*c).is_some()).take(2).count() == 2;
        let is_abbreviation =
            word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase);
        is_long && !is_abbreviation && !wording.is_foreign(place.start)
    };
    (0..words.len()).filter(is_plain).count()
}
