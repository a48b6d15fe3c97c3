//! Passages in, Typst content out; notes for every string literal where it came from.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::TextOrigin;
use crate::language::{Language, Tag};
use crate::resolve::manuscript::{Manuscript, Passage, Run, RunKind};

/// Writes the main file.
pub(super) struct Writer<'a> {
    manuscript: &'a Manuscript,
    out: String,
    texts: Vec<TextOrigin>,
    icons: BTreeSet<String>,
    assets: BTreeMap<String, Vec<u8>>,
    /// Whether a title is being written.
    in_title: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(manuscript: &'a Manuscript) -> Writer<'a> {
        Writer {
            manuscript,
            out: String::new(),
            texts: Vec::new(),
            icons: BTreeSet::new(),
            assets: BTreeMap::new(),
            in_title: false,
        }
    }

    /// The source, the origins of its texts, the icons that it names, and the files that it reads.
    pub(super) fn finish(
        self,
    ) -> (String, Vec<TextOrigin>, BTreeSet<String>, BTreeMap<String, Vec<u8>>) {
        (self.out, self.texts, self.icons, self.assets)
    }

    /// Writes code as it stands.
    pub(super) fn text(&mut self, code: &str) {
        self.out.push_str(code);
    }

    /// Writes code and ends the line.
    pub(super) fn line(&mut self, code: &str) {
        self.out.push_str(code);
        self.out.push('\n');
    }

    /// Notes that an icon is needed, and gives its name as Typst code.
    pub(super) fn icon(&mut self, name: Option<&str>) -> String {
        name.map_or("none".to_owned(), |name| {
            self.icons.insert(name.to_owned());
            literal(name)
        })
    }

    /// Adds a file that the source reads.
    pub(super) fn asset(&mut self, path: &str, bytes: Vec<u8>) {
        self.assets.insert(path.to_owned(), bytes);
    }

    /// Writes a passage as content in brackets.
    pub(super) fn content(&mut self, passage: &Passage) {
        let foreign = passage.language != self.manuscript.language().tag;
        let many = passage.paragraphs.len() > 1;
        if foreign {
            let call = if many { "in-language-block" } else { "in-language" };
            self.out.push_str(&format!("[#{call}({})", variable(passage.language.as_str())));
        }
        self.own_content(passage);
        if foreign {
            self.out.push(']');
        }
    }

    /// Writes a title as content in brackets. Nothing in it may depend on where it stands, or bookmarks and tags would
    /// lose it.
    pub(super) fn title(&mut self, passage: &Passage) {
        self.in_title = true;
        self.content(passage);
        self.in_title = false;
    }

    /// Writes a title as content, or `none`.
    pub(super) fn title_or_none(&mut self, title: Option<&Passage>) {
        match title {
            Some(title) => self.title(title),
            None => self.out.push_str("none"),
        }
    }

    /// Writes a passage as content in brackets where its language has been set already.
    pub(super) fn own_content(&mut self, passage: &Passage) {
        self.out.push('[');
        for (index, runs) in passage.paragraphs.iter().enumerate() {
            if index > 0 {
                self.out.push_str("#parbreak()");
            }
            self.runs(runs, passage);
        }
        self.out.push(']');
    }

    /// The variable of the publication's language.
    pub(super) fn around(&self) -> String {
        variable(self.manuscript.language().tag.as_str())
    }

    /// Writes a passage as content, or `none`.
    pub(super) fn content_or_none(&mut self, passage: Option<&Passage>) {
        match passage {
            Some(passage) => self.content(passage),
            None => self.out.push_str("none"),
        }
    }

    /// Writes several passages as the fields of a tuple.
    pub(super) fn contents<'p>(&mut self, passages: impl IntoIterator<Item = &'p Passage>) {
        for passage in passages {
            self.content(passage);
            self.out.push_str(", ");
        }
    }

    /// Writes the name of a language in itself.
    pub(super) fn autonym(&mut self, language: &Language) {
        self.out.push('[');
        self.literal(
            &language.autonym,
            (&format!("language.{}", language.tag), &language.tag),
            &language.tag,
            RunKind::Text,
        );
        self.out.push(']');
    }

    /// Writes the runs of a paragraph; what is in another language than they are, as one passage of it. An unbroken word
    /// may be in two languages.
    fn runs(&mut self, runs: &[Run], passage: &Passage) {
        let mut at = 0;
        while at < runs.len() {
            let word_end = unbroken_end(runs, at);
            if is_mixed(&runs[at..word_end], passage) {
                self.open_unbroken(&runs[at..word_end]);
                self.passages(&runs[at..word_end], passage);
                self.out.push(']');
                at = word_end;
                continue;
            }
            let language = language_of(&runs[at], passage);
            let goes_on = |next: &usize| {
                language_of(&runs[*next], passage) == language
                    && !is_mixed(&runs[*next..unbroken_end(runs, *next)], passage)
            };
            let end = (at + 1..runs.len()).find(|next| !goes_on(next)).unwrap_or(runs.len());
            let foreign = *language != passage.language;
            // A box may else end the line behind a letter that is written together with it.
            let joined = foreign && at > 0 && ends_in_letter(&runs[at - 1]);
            self.out.push_str(if joined { "#sym.wj" } else { "" });
            self.open_language(language, passage);
            self.stretch(&runs[at..end], passage);
            self.out.push_str(if foreign { "]" } else { "" });
            let joined = foreign && runs.get(end).is_some_and(starts_with_letter);
            self.out.push_str(if joined { "#sym.wj" } else { "" });
            at = end;
        }
    }

    /// Writes runs of several languages, each as a passage of its own.
    fn passages(&mut self, runs: &[Run], passage: &Passage) {
        for run in runs {
            let language = language_of(run, passage);
            self.open_language(language, passage);
            self.run(run, passage);
            self.out.push_str(if *language == passage.language { "" } else { "]" });
        }
    }

    /// Writes runs of one language.
    fn stretch(&mut self, runs: &[Run], passage: &Passage) {
        let mut at = 0;
        while at < runs.len() {
            let word_end = unbroken_end(runs, at);
            if word_end == at {
                self.run(&runs[at], passage);
                at += 1;
                continue;
            }
            self.open_unbroken(&runs[at..word_end]);
            for run in &runs[at..word_end] {
                self.run(run, passage);
            }
            self.out.push(']');
            at = word_end;
        }
    }

    /// Opens the bracket of a passage, if it is in another language than the text around it.
    fn open_language(&mut self, language: &Tag, passage: &Passage) {
        if *language != passage.language {
            let call = if self.in_title { "in-language" } else { "foreign" };
            self.out.push_str(&format!("#{call}({})[", variable(language.as_str())));
        }
    }

    /// Opens the bracket of an unbroken word. It goes from left to right if its letters do.
    fn open_unbroken(&mut self, word: &[Run]) {
        let from_right = word.iter().any(|run| run.text.contains(is_from_right));
        self.out.push_str(match (self.in_title, from_right) {
            (true, true) => "#box[",
            (true, false) => "#whole[",
            (false, true) => "#unbroken(dir: auto)[",
            (false, false) => "#unbroken[",
        });
    }

    fn run(&mut self, run: &Run, passage: &Passage) {
        if let (RunKind::Page, Some(link)) = (run.kind, &run.link) {
            self.out.push_str(&format!("#page-of({})", literal(link.trim_start_matches('#'))));
            return;
        }
        let mut closing = 0;
        let mut call = |out: &mut String, code: &str| {
            out.push_str(&format!("#{code}["));
            closing += 1;
        };
        if run.strong {
            call(&mut self.out, "strong");
        }
        if run.emphasis {
            call(&mut self.out, "emphasis");
        }
        match (run.kind, &run.link) {
            (RunKind::Phone, Some(link)) => {
                call(&mut self.out, &format!("phone({})", literal(link)))
            }
            (RunKind::Email, Some(link)) => {
                call(&mut self.out, &format!("mail({})", literal(link)))
            }
            (RunKind::Site, Some(link)) => {
                call(&mut self.out, &format!("web({})", literal(link)));
            }
            (_, Some(link)) => call(&mut self.out, &format!("hyperlink({})", literal(link))),
            (RunKind::Number, None) => call(&mut self.out, "number"),
            (RunKind::Date, None) => call(&mut self.out, "date"),
            (RunKind::Address, None) => call(&mut self.out, "address"),
            (RunKind::Name, None) => call(&mut self.out, "name"),
            (
                RunKind::Text
                | RunKind::Unbroken
                | RunKind::Phone
                | RunKind::Site
                | RunKind::Email
                | RunKind::Page,
                None,
            ) => {}
        }
        let origin = (passage.origin.name(), &passage.language);
        self.literal(&run.text, origin, language_of(run, passage), run.kind);
        for _ in 0..closing {
            self.out.push(']');
        }
    }

    /// Writes a text as a string literal, and notes where it comes from: a message or fact, and the language of that.
    fn literal(&mut self, text: &str, origin: (&str, &Tag), language: &Tag, kind: RunKind) {
        self.out.push('#');
        let start = self.out.len();
        self.out.push_str(&literal(text));
        self.texts.push(TextOrigin {
            range: start..self.out.len(),
            name: origin.0.to_owned(),
            written_in: origin.1.to_string(),
            language: language.to_string(),
            kind,
        });
    }
}

/// The end of the unbroken word that begins at a run; the run itself if none does.
fn unbroken_end(runs: &[Run], at: usize) -> usize {
    at + runs[at..].iter().take_while(|run| run.kind == RunKind::Unbroken).count()
}

/// Whether an unbroken word is in more than one language.
fn is_mixed(word: &[Run], passage: &Passage) -> bool {
    word.windows(2).any(|two| language_of(&two[0], passage) != language_of(&two[1], passage))
}

fn ends_in_letter(run: &Run) -> bool {
    run.text.ends_with(char::is_alphabetic)
}

fn starts_with_letter(run: &Run) -> bool {
    run.text.starts_with(char::is_alphabetic)
}

/// Whether a letter is of a script that runs from right to left (Unicode 16, blocks of the bidirectional classes R and AL).
fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The language of a run of a passage.
fn language_of<'a>(run: &'a Run, passage: &'a Passage) -> &'a Tag {
    run.language.as_ref().unwrap_or(&passage.language)
}

/// A Typst string literal. Blanks that can't be told apart and control characters are written as codes.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if c != ' ' && (c.is_control() || c.is_whitespace() || is_format(c)) => {
                out.push_str(&format!("\\u{{{:x}}}", c as u32));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Invisible characters that steer shaping, breaking or direction.
fn is_format(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The name of the variable that holds what the templates know of a language.
#[must_use]
pub fn variable(tag: &str) -> String {
    // `in` and `is` are language tags and words of Typst.
    format!("lang-{}", tag.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::literal;
    use typst::syntax::SyntaxNode;
    use typst::syntax::ast::Str;

    #[test]
    fn a_literal_can_not_be_left() {
        assert_eq!(literal("\"); #panic()"), "\"\\\"); #panic()\"");
        assert_eq!(literal("a\\\" b"), "\"a\\\\\\\" b\"");
        assert_eq!(literal("a\u{202f}!\nb"), "\"a\\u{202f}!\\nb\"");
    }

    #[test]
    fn typst_reads_a_literal_back_as_it_was() {
        for text in [
            "\"\\",
            "\\u{41}",
            "a\u{0}b",
            "\r\n\t",
            "\u{2028}",
            "\u{200e}x\u{feff}",
            "#{}$x$@a*_`<>",
        ] {
            let root = typst::syntax::parse_code(&literal(text));
            let string = root.children().find_map(SyntaxNode::cast::<Str<'_>>);
            assert_eq!(
                string.map(|string| string.get().to_string()),
                Some(text.to_owned()),
                "{text:?}"
            );
        }
    }
}
