//! Turns a text into its words, folded so that their forms can be compared: without capitals, marks that may be left out, and
//! the letters that a language writes to a word.

use std::ops::Range;

use crate::diagnostic::characters::is_letter;

/// Words that are written to the word after them, in Arabic: "and", "in", "to", "like", "the".
const ARABIC_HEADS: [&str; 17] = [
    "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "وبال", "لل", "ولل", "ول", "فل",
    "وب", "فب",
];

/// The same in Hebrew.
const HEBREW_HEADS: [&str; 10] = ["ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "שה", "מה"];

/// The words of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words {
    folded: String,
    places: Vec<Place>,
}

/// A word: where it stands among the folded ones, and in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    folded: Range<usize>,
    text: Range<usize>,
}

impl Words {
    /// Cuts a text into words. Apostrophes and hyphens part words too.
    #[must_use]
    pub(crate) fn of(text: &str) -> Words {
        let mut words = Words::default();
        words.folded.reserve(text.len());
        let mut open: Option<(usize, usize)> = None;
        for (at, c) in text.char_indices() {
            if is_of_a_word(c) {
                open.get_or_insert((words.folded.len(), at));
                fold(c, &mut words.folded);
            } else if let Some((folded, start)) = open.take() {
                words.close(folded, start..at);
            }
        }
        if let Some((folded, start)) = open {
            words.close(folded, start..text.len());
        }
        words
    }

    fn close(&mut self, start: usize, text: Range<usize>) {
        let folded = start..self.folded.len();
        if !folded.is_empty() {
            self.places.push(Place { folded, text });
        }
    }

    /// How many there are.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// A word in its folded form.
    #[must_use]
    pub(crate) fn folded(&self, index: usize) -> &str {
        &self.folded[self.places[index].folded.clone()]
    }

    /// Where some words stand in the text, from the first to the last.
    #[must_use]
    pub(crate) fn place(&self, words: Range<usize>) -> Range<usize> {
        let last = words.end.max(words.start + 1) - 1;
        self.places[words.start].text.start..self.places[last].text.end
    }
}

/// Whether a character belongs to a word: a letter, a digit, or a mark on a letter.
#[must_use]
pub(crate) fn is_of_a_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    is_letter(c)
        || c.is_numeric()
        || matches!(
            c,
            '\u{AD}'
                | '\u{200C}'
                | '\u{200D}'
                | '\u{300}'..='\u{36F}'
                | '\u{591}'..='\u{5BD}'
                | '\u{64B}'..='\u{65F}'
                | '\u{93C}'
                | '\u{94D}'
                | '\u{9BC}'
                | '\u{9CD}'
                | '\u{A3C}'
                | '\u{A4D}'
                | '\u{BCD}'
                | '\u{C4D}'
                | '\u{CCD}'
                | '\u{D4D}'
                | '\u{E31}'..='\u{E4E}'
                | '\u{EB1}'..='\u{ECD}'
                | '\u{102B}'..='\u{103E}'
                | '\u{17B4}'..='\u{17D3}'
        )
}

/// Adds a character in its folded form: small, and as nothing if it may be left out.
fn fold(c: char, folded: &mut String) {
    match c {
        'A'..='Z' => folded.push(c.to_ascii_lowercase()),
        _ if c.is_ascii() => folded.push(c),
        // A dot is no difference: "IŞIK" and "ışık" are one word, whatever language tells capitals apart.
        'İ' | 'ı' => folded.push('i'),
        // What says where a word may be divided, joins letters, or tells vowels.
        '\u{AD}'
        | '\u{200C}'
        | '\u{200D}'
        | '\u{640}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{591}'..='\u{5BD}' => {}
        'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
        'ي' | 'ى' => folded.push('ی'),
        'ك' => folded.push('ک'),
        'ё' | 'Ё' => folded.push('е'),
        'ς' => folded.push('σ'),
        _ => folded.extend(c.to_lowercase()),
    }
}

/// A word or some words in a row, as they are looked for: `refuge`, `убежищ*`, `right* to stay`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct WordForm {
    /// As it was written.
    pub(crate) written: String,
    words: Vec<FormWord>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct FormWord {
    folded: String,
    /// Whether more letters may follow.
    is_open: bool,
}

impl WordForm {
    /// Reads a form; a star after a word stands for any letters. `None` if it holds no word, or a star elsewhere.
    #[must_use]
    pub(crate) fn read(written: &str) -> Option<WordForm> {
        let words = Words::of(written);
        let mut read = Vec::new();
        let mut stars = 0;
        for index in 0..words.len() {
            let place = words.place(index..index + 1);
            let after = written[place.end..].strip_prefix('*');
            let is_open = after
                .is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace));
            stars += usize::from(is_open);
            read.push(FormWord { folded: words.folded(index).to_owned(), is_open });
        }
        let is_fine = !read.is_empty() && stars == written.matches('*').count();
        is_fine.then(|| WordForm { written: written.to_owned(), words: read })
    }

    /// The letter with which its first word begins.
    fn first(&self) -> char {
        self.words[0].folded.chars().next().unwrap_or_default()
    }

    /// How many words it takes from the word `at` on, which may be cut at its head; `None` if they are others.
    fn fits(&self, first: &str, words: &Words, at: usize) -> Option<usize> {
        let fits = |form: &FormWord, word: &str| {
            if form.is_open { word.starts_with(&form.folded) } else { word == form.folded }
        };
        let (head, rest) = self.words.split_first()?;
        let are_there = at + rest.len() < words.len() && fits(head, first);
        let is_here = are_there
            && rest
                .iter()
                .enumerate()
                .all(|(index, form)| fits(form, words.folded(at + 1 + index)));
        is_here.then_some(self.words.len())
    }
}

/// Looks for many forms in one language at once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matcher {
    /// What is looked for, each with the number that is given for it, sorted by its first letter.
    forms: Vec<(char, WordForm, usize)>,
    heads: &'static [&'static str],
    /// Whether words stand without blanks, so that forms are looked for as they are.
    has_blanks: bool,
}

impl Matcher {
    /// Looks for forms, each of which has a number, in texts of a language and a script.
    #[must_use]
    pub(crate) fn new<'a>(
        forms: impl Iterator<Item = (&'a WordForm, usize)>,
        language: &str,
        has_blanks: bool,
    ) -> Matcher {
        let mut forms: Vec<_> =
            forms.map(|(form, number)| (form.first(), form.clone(), number)).collect();
        forms.sort();
        let heads: &[&str] = match language.split('-').next() {
            Some("ar") => &ARABIC_HEADS,
            Some("he") => &HEBREW_HEADS,
            _ => &[],
        };
        Matcher { forms, heads, has_blanks }
    }

    /// Whether it looks for nothing.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// Calls `found` with the number of each form that stands in a text, the form, and where.
    pub(crate) fn find(
        &self,
        text: &str,
        words: &Words,
        found: &mut dyn FnMut(usize, &WordForm, Range<usize>),
    ) {
        if !self.has_blanks {
            for (_, form, number) in &self.forms {
                let bare = form.written.trim_end_matches('*');
                for (at, _) in text.match_indices(bare) {
                    found(*number, form, at..at + bare.len());
                }
            }
            return;
        }
        for at in 0..words.len() {
            let word = words.folded(at);
            self.find_at(word, words, at, found);
            for head in self.heads {
                // What is folded differs by letters that heads have not, but for one.
                let cut = word.strip_prefix(*head).or_else(|| {
                    let head = head.replace('ك', "ک");
                    word.strip_prefix(head.as_str())
                });
                if let Some(cut) = cut.filter(|cut| cut.chars().count() > 1) {
                    self.find_at(cut, words, at, found);
                }
            }
        }
    }

    fn find_at(
        &self,
        word: &str,
        words: &Words,
        at: usize,
        found: &mut dyn FnMut(usize, &WordForm, Range<usize>),
    ) {
        let Some(first) = word.chars().next() else { return };
        let from = self.forms.partition_point(|(letter, ..)| *letter < first);
        for (_, form, number) in
            self.forms[from..].iter().take_while(|(letter, ..)| *letter == first)
        {
            if let Some(taken) = form.fits(word, words, at) {
                found(*number, form, words.place(at..at + taken));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Matcher, WordForm, Words};

    fn finds(form: &str, language: &str, text: &str) -> Option<String> {
        let form = WordForm::read(form).unwrap();
        let matcher = Matcher::new([(&form, 0)].into_iter(), language, language != "zh-Hans");
        let mut place = None;
        matcher.find(text, &Words::of(text), &mut |_, _, found| place = Some(found));
        place.map(|place| text[place].to_owned())
    }

    #[test]
    fn forms_are_found_as_words() {
        for (form, language, text, wanted) in [
            ("refuge", "fr", "Un Refuge.", Some("Refuge")),
            ("refuge", "fr", "les refuges", None),
            ("refuge*", "fr", "les refuges", Some("refuges")),
            ("office", "fr", "l'Office", Some("Office")),
            ("right* to stay", "en", "your Rights to\nstay here", Some("Rights to\nstay")),
            ("right* to stay", "en", "right to", None),
            ("убежищ*", "ru", "об Убежище", Some("Убежище")),
            ("партнер", "ru", "партнёр", Some("партнёр")),
            ("ışık", "tr", "IŞIK", Some("IŞIK")),
            ("محام*", "ar", "ولمحاميتك", Some("ولمحاميتك")),
            ("محام*", "ar", "والمحامي", Some("والمحامي")),
            ("محام*", "ar", "للمُحامي", Some("للمُحامي")),
            ("كتاب", "ar", "ككتاب", Some("ككتاب")),
            ("律师", "zh-Hans", "请找律师。", Some("律师")),
        ] {
            assert_eq!(finds(form, language, text).as_deref(), wanted, "{form} in {text}");
        }
    }

    #[test]
    fn a_star_stands_behind_a_word() {
        for wrong in ["", "*", "*fuge", "re*fuge", "re*fuge*x*", "a **"] {
            assert_eq!(WordForm::read(wrong), None, "{wrong}");
        }
        assert!(WordForm::read("right* to stay*").is_some_and(|form| form.words.len() == 3));
    }
}
