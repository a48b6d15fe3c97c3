//! A composition and words in; the same composition out, with these words kept whole.
//!
//! Typst divides words by the patterns of their language alone, and knows no least number of letters before and after
//! the hyphen. The few words that a page divides too near to their ends are therefore marked, once it is known which.

use crate::compose::{Composition, MAIN, TextOrigin};

/// A word of a text of the composition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The place of the text in [`Composition::texts`].
    pub text: usize,
    /// Its letters.
    pub letters: String,
}

impl Composition {
    /// Keeps words whole, wherever they stand in their texts. Says whether there was one to keep.
    pub fn keep_whole(&mut self, words: &[Word]) -> bool {
        let Some(main) =
            self.files.get(MAIN).map(|main| String::from_utf8_lossy(main).into_owned())
        else {
            return false;
        };
        let mut out = String::with_capacity(main.len() + 64 * words.len());
        let mut texts: Vec<TextOrigin> = Vec::with_capacity(self.texts.len() + 2 * words.len());
        let mut done = 0;
        for (index, origin) in self.texts.iter().enumerate() {
            out.push_str(&main[done..origin.range.start]);
            done = origin.range.end;
            let text = &main[origin.range.clone()];
            let inner = text.trim_matches('"');
            let mut letters: Vec<&str> = Vec::new();
            for word in words.iter().filter(|word| word.text == index) {
                if !letters.contains(&word.letters.as_str()) {
                    letters.push(&word.letters);
                }
            }
            let pieces =
                if letters.is_empty() { vec![(inner, false)] } else { cut(inner, &letters) };
            for (number, (piece, whole)) in pieces.into_iter().enumerate() {
                // The first literal has its mark already.
                if number > 0 {
                    out.push('#');
                }
                if whole {
                    out.push_str("undivided[#");
                }
                let start = out.len();
                out.push('"');
                out.push_str(piece);
                out.push('"');
                texts.push(TextOrigin { range: start..out.len(), ..origin.clone() });
                if whole {
                    out.push(']');
                }
            }
        }
        out.push_str(&main[done..]);
        let changed = texts.len() > self.texts.len() || out.len() > main.len();
        self.files.insert(MAIN.to_owned(), out.into_bytes());
        self.texts = texts;
        changed
    }
}

/// Cuts the inside of a string literal around words. Codes of the literal are no letters, and stay where they are.
fn cut<'a>(inner: &'a str, words: &[&str]) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = inner;
    while let Some((at, length)) = next_word(rest, words) {
        pieces.extend((at > 0).then(|| (&rest[..at], false)));
        pieces.push((&rest[at..at + length], true));
        rest = &rest[at + length..];
    }
    if !rest.is_empty() || pieces.is_empty() {
        pieces.push((rest, false));
    }
    pieces
}

/// Where the first word stands that holds one of these letters, and its length in bytes. They are a word, or as much of it
/// as stands on two lines.
fn next_word(text: &str, words: &[&str]) -> Option<(usize, usize)> {
    let found = words.iter().filter_map(|word| {
        let at = text.find(word)?;
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        let start = before.trim_end_matches(char::is_alphabetic).len();
        let end = text.len() - after.trim_start_matches(char::is_alphabetic).len();
        Some((start, end - start))
    });
    found.min()
}

#[cfg(test)]
mod tests {
    use feuillet_units::Pt;

    use super::{Word, cut};
    use crate::compose::{Composition, Extent, MAIN, TextOrigin, literal};
    use crate::load::Setting;
    use crate::resolve::manuscript::RunKind;

    #[test]
    fn a_word_is_cut_out_whole() {
        assert_eq!(
            cut("ключи, сумка\\u{a0}ключи", &["ключи"]),
            [("ключи", true), (", сумка\\u{a0}", false), ("ключи", true)]
        );
        // As much as stands on two lines of three.
        assert_eq!(
            cut("all responsibilities end", &["sponsibili"]),
            [("all ", false), ("responsibilities", true), (" end", false)]
        );
    }

    #[test]
    fn origins_follow_their_texts() {
        let texts = ["Возьмите ключи сразу", "ключи"];
        let mut main = String::from("= Main\n");
        let mut origins = Vec::new();
        for (name, text) in ["bag", "keys"].into_iter().zip(texts) {
            main.push_str("#paragraph[#");
            let start = main.len();
            main.push_str(&literal(text));
            origins.push(TextOrigin {
                range: start..main.len(),
                name: name.to_owned(),
                written_in: "ru".to_owned(),
                language: "ru".to_owned(),
                kind: RunKind::Text,
            });
            main.push_str("]\n");
        }
        let setting = Setting { size: Pt(10.0), leading: 1.4, paragraph: 0.7, block: 1.0 };
        let mut composition = Composition {
            files: [(MAIN.to_owned(), main.into_bytes())].into(),
            texts: origins,
            extent: Extent::Panels(1),
            ladder: vec![setting],
            setting,
            palette: Vec::new(),
            covers: Vec::new(),
            divisions: Default::default(),
            name: String::new(),
        };
        let keys = |text| Word { text, letters: "ключи".to_owned() };
        assert!(!composition.keep_whole(&[Word { text: 0, letters: "другое".to_owned() }]));
        assert!(composition.keep_whole(&[keys(0)]));
        let main = String::from_utf8(composition.files[MAIN].clone()).unwrap();
        assert_eq!(
            main,
            "= Main\n#paragraph[#\"Возьмите \"#undivided[#\"ключи\"]#\" сразу\"]\n#paragraph[#\"ключи\"]\n"
        );
        let shown: Vec<(&str, &str)> = composition
            .texts
            .iter()
            .map(|text| (text.name.as_str(), &main[text.range.clone()]))
            .collect();
        assert_eq!(
            shown,
            [
                ("bag", "\"Возьмите \""),
                ("bag", "\"ключи\""),
                ("bag", "\" сразу\""),
                ("keys", "\"ключи\"")
            ]
        );
    }
}
