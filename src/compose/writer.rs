//! Turns passages into Typst content, and notes for every text in it where that comes from.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::compose::code::{Code, Fragment, Variable, Word, code};
use crate::compose::composition::{ComposedText, Part, TextOrigin};
use crate::language::{Language, Tag};
use crate::load::picture::Picture;
use crate::resolve::manuscript::{Manuscript, Passage, Run, RunKind};

/// What stands between a title and the same in the other language: a dash, which begins no line.
pub(super) const DASH: &str = "~– ";

/// Writes the main file.
pub(super) struct Writer<'a> {
    pub(super) manuscript: &'a Manuscript,
    /// The same edition in the language that stands beside it, if there is one.
    pub(super) beside: Option<&'a Manuscript>,
    /// The language of what is being written: that of the pages, or that of the column.
    pub(super) around: &'a Language,
    /// The pictures of the brochure, by the names that blocks give them.
    known_pictures: &'a BTreeMap<String, Picture>,
    /// The picture that stands for the body.
    logo: Option<&'a Picture>,
    parts: Vec<Part>,
    /// The code since the last text.
    code: Code,
    texts: Vec<ComposedText>,
    icons: BTreeSet<String>,
    pictures: BTreeSet<String>,
    assets: BTreeMap<String, Vec<u8>>,
    /// Whether a title is being written.
    in_title: bool,
}

/// What was written.
pub(super) struct Written {
    /// The main file.
    pub(super) parts: Vec<Part>,
    /// The texts in it, in its order.
    pub(super) texts: Vec<ComposedText>,
    /// The icons that it names.
    pub(super) icons: BTreeSet<String>,
    /// The pictures that it names.
    pub(super) pictures: BTreeSet<String>,
    /// Files that it reads, by path.
    pub(super) assets: BTreeMap<String, Vec<u8>>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        manuscript: &'a Manuscript,
        beside: Option<&'a Manuscript>,
        known_pictures: &'a BTreeMap<String, Picture>,
        logo: Option<&'a Picture>,
    ) -> Writer<'a> {
        Writer {
            manuscript,
            beside,
            around: manuscript.language(),
            known_pictures,
            logo,
            parts: Vec::new(),
            code: Code::new(),
            texts: Vec::new(),
            icons: BTreeSet::new(),
            pictures: BTreeSet::new(),
            assets: BTreeMap::new(),
            in_title: false,
        }
    }

    /// What was written.
    pub(super) fn finish(mut self) -> Written {
        self.parts.push(Part::Code(self.code));
        Written {
            parts: self.parts,
            texts: self.texts,
            icons: self.icons,
            pictures: self.pictures,
            assets: self.assets,
        }
    }

    /// Adds code, with a value in place of each `{}`. The macro [`code!`] reads better.
    pub(super) fn add(&mut self, code: &'static str, values: &[&dyn Fragment]) {
        self.code.add(code, values);
    }

    /// Notes that an icon is needed, and gives its name back.
    pub(super) fn icon<'n>(&mut self, name: Option<&'n str>) -> Option<&'n str> {
        self.icons.extend(name.map(str::to_owned));
        name
    }

    /// Notes that a picture is needed, and gives its path.
    pub(super) fn picture(&mut self, name: &str) -> String {
        self.pictures.insert(name.to_owned());
        let logo = self.logo.filter(|_| name == LOGO);
        match self.known_pictures.get(name).or(logo) {
            Some(picture) => picture_path(&picture.file_name(name)),
            None => picture_path(name),
        }
    }

    /// Adds a file that the source reads.
    pub(super) fn asset(&mut self, path: &str, bytes: Vec<u8>) {
        self.assets.insert(path.to_owned(), bytes);
    }

    /// Writes a passage as content in brackets.
    pub(super) fn content(&mut self, passage: &Passage) {
        let foreign = passage.language != self.around.tag;
        let many = passage.paragraphs.len() > 1;
        if foreign {
            let call = Word(if many { "in-language-block" } else { "in-language" });
            code!(self, "[#{}({})", call, Variable(&passage.language));
        }
        self.own_content(passage);
        if foreign {
            code!(self, "]");
        }
    }

    /// Writes a title as content in brackets. Nothing in it may depend on where it stands, or bookmarks and tags would
    /// lose it.
    pub(super) fn title(&mut self, passage: &Passage) {
        self.in_title = true;
        self.content(passage);
        self.in_title = false;
    }

    /// Writes a title as content, or `none`; `beside` is the same in the other language.
    pub(super) fn title_or_none(&mut self, title: Option<&Passage>, beside: Option<&Passage>) {
        self.in_title = true;
        self.joint_content_or_none(title, DASH, beside);
        self.in_title = false;
    }

    /// Writes a passage as content, with the same in the other language behind it, or `none`; `joint` is the code between the two.
    pub(super) fn joint_content_or_none(
        &mut self,
        passage: Option<&Passage>,
        joint: &'static str,
        beside: Option<&Passage>,
    ) {
        match (passage, beside) {
            // What one of the two languages lacks is there in the other one alone.
            (Some(passage), Some(beside)) if !passage.says_the_same(beside) => {
                let around = Variable(&self.around.tag);
                for (joint, passage) in [("[", passage), (joint, beside)] {
                    let own = Variable(&passage.language);
                    code!(self, "{}#joined({}, {}, ", Word(joint), around, own);
                    self.content(passage);
                    code!(self, ")");
                }
                code!(self, "]");
            }
            (passage, _) => self.content_or_none(passage),
        }
    }

    /// Writes a passage as content in brackets where its language has been set already.
    pub(super) fn own_content(&mut self, passage: &Passage) {
        code!(self, "[");
        for (index, runs) in passage.paragraphs.iter().enumerate() {
            if index > 0 {
                code!(self, "#parbreak()");
            }
            self.runs(runs, passage);
        }
        code!(self, "]");
    }

    /// Writes a passage as content, or `none`.
    pub(super) fn content_or_none(&mut self, passage: Option<&Passage>) {
        match passage {
            Some(passage) => self.content(passage),
            None => code!(self, "none"),
        }
    }

    /// Writes several passages as the fields of a tuple.
    pub(super) fn contents<'p>(&mut self, passages: impl IntoIterator<Item = &'p Passage>) {
        for passage in passages {
            self.content(passage);
            code!(self, ", ");
        }
    }

    /// Writes the name of a language in itself.
    pub(super) fn autonym(&mut self, language: &Language) {
        code!(self, "[");
        self.text(ComposedText {
            origin: TextOrigin::Autonym(language.tag.clone()),
            written_in: language.tag.clone(),
            language: language.tag.clone(),
            kind: RunKind::Text,
            text: language.autonym.clone(),
        });
        code!(self, "]");
    }

    /// Writes the runs of a paragraph; what is in another language than they are, as one passage of it. An unbroken word
    /// may be in two languages.
    fn runs(&mut self, runs: &[Run], passage: &Passage) {
        let mut at = 0;
        while at < runs.len() {
            let word_end = unbroken_end(runs, at);
            if is_mixed(&runs[at..word_end], passage) {
                self.open_unbroken(runs, at..word_end);
                self.passages(&runs[at..word_end], passage);
                self.close_unbroken(runs, word_end);
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
            code!(self, "{}", Word(if joined { "#sym.wj" } else { "" }));
            self.open_language(language, passage);
            self.stretch(&runs[at..end], passage);
            code!(self, "{}", Word(if foreign { "]" } else { "" }));
            let joined = foreign && runs.get(end).is_some_and(starts_with_letter);
            code!(self, "{}", Word(if joined { "#sym.wj" } else { "" }));
            at = end;
        }
    }

    /// Writes runs of several languages, each as a passage of its own.
    fn passages(&mut self, runs: &[Run], passage: &Passage) {
        for run in runs {
            let language = language_of(run, passage);
            self.open_language(language, passage);
            self.run(run, passage);
            code!(self, "{}", Word(if *language == passage.language { "" } else { "]" }));
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
            self.open_unbroken(runs, at..word_end);
            for run in &runs[at..word_end] {
                self.run(run, passage);
            }
            self.close_unbroken(runs, word_end);
            at = word_end;
        }
    }

    /// Opens the bracket of a passage, if it is in another language than the text around it.
    fn open_language(&mut self, language: &Tag, passage: &Passage) {
        if *language != passage.language {
            let call = Word(if self.in_title { "in-language" } else { "foreign" });
            code!(self, "#{}({})[", call, Variable(language));
        }
    }

    /// Opens the bracket of an unbroken word. It goes from left to right if its letters do. No line ends between it and a
    /// letter that is written together with it, as in Arabic «بـ10:30».
    fn open_unbroken(&mut self, runs: &[Run], word: Range<usize>) {
        let joined = word.start > 0 && ends_joined(&runs[word.start - 1]);
        code!(self, "{}", Word(if joined { "#sym.wj" } else { "" }));
        let word = &runs[word];
        let from_right = word.iter().any(|run| run.text.contains(is_from_right));
        let call = match (self.in_title, from_right) {
            (true, true) => "#box",
            (true, false) => "#whole",
            (false, true) => "#unbroken(dir: auto)",
            (false, false) => "#unbroken",
        };
        code!(self, "{}[", Word(call));
    }

    /// Closes it before the run `end`.
    fn close_unbroken(&mut self, runs: &[Run], end: usize) {
        let joined = runs.get(end).is_some_and(starts_joined);
        code!(self, "{}", Word(if joined { "]#sym.wj" } else { "]" }));
    }

    fn run(&mut self, run: &Run, passage: &Passage) {
        if let (RunKind::Page, Some(link)) = (run.kind, &run.link) {
            code!(self, "#page-of({})", link.trim_start_matches('#'));
            return;
        }
        let mut open = 0;
        let mut call = |writer: &mut Writer<'_>, function: &'static str, link: Option<&String>| {
            match link {
                Some(link) => code!(writer, "#{}({})[", Word(function), *link),
                None => code!(writer, "#{}[", Word(function)),
            }
            open += 1;
        };
        if run.strong {
            call(self, "strong", None);
        }
        if run.emphasis {
            call(self, "emphasis", None);
        }
        match (run.kind, run.link.as_ref()) {
            (RunKind::Phone, Some(link)) => call(self, "phone", Some(link)),
            (RunKind::Email, Some(link)) => call(self, "mail", Some(link)),
            (RunKind::Site, Some(link)) => call(self, "web", Some(link)),
            (_, Some(link)) => call(self, "hyperlink", Some(link)),
            (RunKind::Number, None) => call(self, "number", None),
            (RunKind::Date, None) => call(self, "date", None),
            // No word of a title is divided.
            (RunKind::Address, None) if !self.in_title => call(self, "address", None),
            (RunKind::Name, None) if !self.in_title => call(self, "name", None),
            (
                RunKind::Text
                | RunKind::Address
                | RunKind::Name
                | RunKind::Unbroken
                | RunKind::Phone
                | RunKind::Site
                | RunKind::Email
                | RunKind::Page,
                None,
            ) => {}
        }
        self.text(ComposedText {
            origin: TextOrigin::Passage(passage.origin.clone()),
            written_in: passage.language.clone(),
            language: language_of(run, passage).clone(),
            kind: run.kind,
            text: run.text.clone(),
        });
        for _ in 0..open {
            code!(self, "]");
        }
    }

    /// Writes a text. It becomes one string literal or several, as soon as it is known which words are kept whole.
    fn text(&mut self, text: ComposedText) {
        self.parts.push(Part::Code(std::mem::take(&mut self.code)));
        self.parts.push(Part::Text(self.texts.len()));
        self.texts.push(text);
    }
}

/// The name of the body's picture, which names no body. No picture of a brochure has it: a blank is in none.
pub(super) const LOGO: &str = "body logo";

/// The path of a picture of the brochure among the files of a composition.
pub(super) fn picture_path(name: &str) -> String {
    format!("images/{name}")
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

/// Whether a run ends in a letter, a hyphen or the like, behind which no line may end before a number.
fn ends_joined(run: &Run) -> bool {
    run.text.ends_with(|c: char| c.is_alphabetic() || "-‐‑–—/’'ـ".contains(c))
}

/// Whether a run starts with what belongs to the number before it.
fn starts_joined(run: &Run) -> bool {
    run.text.starts_with(|c: char| c.is_alphabetic() || "-‐‑–—/’'%°".contains(c))
}

/// Whether a letter or figure runs from right to left (Unicode 16, blocks of the bidirectional classes R and AL, without
/// figures of the class AN and what stands between them).
fn is_from_right(c: char) -> bool {
    let beside_figures = matches!(c, '\u{600}'..='\u{60C}' | '\u{61C}' | '\u{660}'..='\u{66C}' | '\u{6DD}'
        | '\u{6F0}'..='\u{6F9}' | '\u{FDFC}' | '\u{10D30}'..='\u{10D39}' | '\u{10E60}'..='\u{10E7E}');
    !beside_figures
        && matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The language of a run of a passage.
fn language_of<'a>(run: &'a Run, passage: &'a Passage) -> &'a Tag {
    run.language.as_ref().unwrap_or(&passage.language)
}
