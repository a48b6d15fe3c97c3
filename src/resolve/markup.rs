//! A formatted message with its marks in; paragraphs of runs out.
//!
//! Formatting gives one flat string. So that it can be cut again, reserved characters (U+FDD0 …) mark what is
//! markup of the text itself and what was filled in: only a `<` that the translator typed can begin a tag, and
//! values of facts are never read for markup.

use crate::language::Tag;
use crate::resolve::manuscript::{Run, RunKind};

/// Stands for a `<` that the text itself holds.
pub(super) const ANGLE: char = '\u{FDD0}';
/// Begins what was filled in.
pub(super) const OPEN: char = '\u{FDD1}';
/// Ends what was filled in.
pub(super) const CLOSE: char = '\u{FDD2}';

/// What was filled in, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filling {
    /// Its characters.
    pub(super) text: String,
    /// What it is.
    pub(super) kind: RunKind,
    /// What a click on it opens.
    pub(super) link: Option<String>,
    /// Its language, if it has one of its own.
    pub(super) language: Option<Tag>,
}

/// A run, and whether a translator typed it: what was filled in is not set anew.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// The run.
    pub(super) run: Run,
    /// Whether it was typed.
    pub(super) typed: bool,
    /// The number of the `<span lang="…">` that it stands in; 0 for none.
    pub(super) span: usize,
}

/// What is wrong with the markup of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkupError {
    /// A tag is never closed.
    Unclosed {
        /// The tag as it stands in the text.
        tag: String,
    },
    /// A closing tag meets another open one, or none.
    Crossed {
        /// The closing tag.
        tag: String,
        /// The tag that is open there.
        open: Option<String>,
    },
    /// A link names something that has no address.
    NoAddress {
        /// The name.
        id: String,
        /// The tag as it stands in the text.
        tag: String,
    },
    /// A passage is in a language that nothing is known of.
    UnknownLanguage {
        /// The language.
        language: Tag,
        /// The tag as it stands in the text.
        tag: String,
    },
}

/// A tag of the closed markup.
enum MarkupTag<'a> {
    /// `<b>`, `<em>`.
    Open(&'static str),
    /// `<a id="…">`.
    Link(&'a str),
    /// `<span lang="…">`.
    Language(Tag),
    Close(&'static str),
}

/// An open tag.
struct Open {
    name: &'static str,
    tag: String,
    link: Option<String>,
    /// The language, and the number of its passage in the text.
    language: Option<(Tag, usize)>,
}

/// What the names in a text's markup stand for.
pub(super) trait Names {
    /// Shows what was filled in, by the words between its marks.
    fn fill(&self, words: &str) -> Filling;

    /// The link behind a fact's id.
    fn address(&self, fact: &str) -> Option<String>;

    /// Whether a language is known.
    fn knows(&self, language: &Tag) -> bool;
}

/// Cuts a marked string into runs.
pub(super) fn cut(marked: &str, names: &dyn Names) -> Result<Vec<Vec<Piece>>, MarkupError> {
    let mut cutter = Cutter {
        paragraphs: vec![Vec::new()],
        open: Vec::new(),
        pending: String::new(),
        spans: 0,
        names,
    };
    let mut rest = marked;
    while let Some(at) = rest.find([ANGLE, OPEN]) {
        let (text, marked) = rest.split_at(at);
        cutter.text(text);
        if let Some(filled) = marked.strip_prefix(OPEN) {
            let (words, after) = filled.split_once(CLOSE).unwrap_or((filled, ""));
            cutter.filling(names.fill(words));
            rest = after;
        } else {
            let after = &marked[ANGLE.len_utf8()..];
            match read_tag(after) {
                Some((tag, length)) => {
                    cutter.tag(tag, &after[..length])?;
                    rest = &after[length..];
                }
                None => {
                    cutter.text("<");
                    rest = after;
                }
            }
        }
    }
    cutter.text(rest);
    cutter.flush();
    if let Some(open) = cutter.open.pop() {
        return Err(MarkupError::Unclosed { tag: open.tag });
    }
    cutter.paragraphs.retain(|runs| !runs.is_empty());
    if cutter.paragraphs.is_empty() {
        cutter.paragraphs.push(Vec::new());
    }
    Ok(cutter.paragraphs)
}

/// Reads a tag behind its `<`, and how many bytes it takes.
fn read_tag(text: &str) -> Option<(MarkupTag<'_>, usize)> {
    for name in ["b", "em", "a", "span"] {
        if let Some(rest) = text.strip_prefix('/').and_then(|rest| rest.strip_prefix(name))
            && rest.starts_with('>')
        {
            return Some((MarkupTag::Close(name), name.len() + 2));
        }
    }
    for name in ["b", "em"] {
        if text.strip_prefix(name).is_some_and(|rest| rest.starts_with('>')) {
            return Some((MarkupTag::Open(name), name.len() + 1));
        }
    }
    for (head, is_link) in [("a id=\"", true), ("span lang=\"", false)] {
        let Some((value, _)) = text.strip_prefix(head).and_then(|rest| rest.split_once("\">"))
        else {
            continue;
        };
        let length = head.len() + value.len() + "\">".len();
        if !is_link {
            return Some((MarkupTag::Language(value.parse().ok()?), length));
        }
        let fits = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let is_id = !value.is_empty() && value.chars().all(fits);
        return is_id.then_some((MarkupTag::Link(value), length));
    }
    None
}

struct Cutter<'a> {
    paragraphs: Vec<Vec<Piece>>,
    open: Vec<Open>,
    pending: String,
    /// How many passages have had a language of their own.
    spans: usize,
    names: &'a dyn Names,
}

impl Cutter<'_> {
    fn text(&mut self, text: &str) {
        self.pending.push_str(text);
    }

    /// Turns the text so far into runs: an empty line begins a paragraph, a single line break is a blank.
    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        let mut paragraphs = split_paragraphs(&pending).into_iter();
        if let Some(first) = paragraphs.next() {
            self.push(first);
        }
        for paragraph in paragraphs {
            self.paragraphs.push(Vec::new());
            self.push(paragraph.trim_start().to_owned());
        }
    }

    fn push(&mut self, text: String) {
        if !text.is_empty() {
            let typed = Filling { text, kind: RunKind::Text, link: None, language: None };
            self.add(typed, true);
        }
    }

    fn filling(&mut self, filling: Filling) {
        self.flush();
        if !filling.text.is_empty() {
            self.add(filling, false);
        }
    }

    fn add(&mut self, filling: Filling, typed: bool) {
        let innermost = self.open.iter().rev().find_map(|open| open.language.clone());
        let (language, span) = innermost.map_or((None, 0), |(tag, span)| (Some(tag), span));
        let run = Run {
            text: filling.text,
            kind: filling.kind,
            strong: self.open.iter().any(|open| open.name == "b"),
            emphasis: self.open.iter().any(|open| open.name == "em"),
            link: self.open.iter().find_map(|open| open.link.clone()).or(filling.link),
            language: filling.language.or(language),
        };
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push(Piece { run, typed, span });
        }
    }

    fn tag(&mut self, tag: MarkupTag<'_>, written: &str) -> Result<(), MarkupError> {
        self.flush();
        let written = format!("<{written}");
        match tag {
            MarkupTag::Open(name) => {
                self.open.push(Open { name, tag: written, link: None, language: None });
            }
            MarkupTag::Link(id) => match self.names.address(id) {
                Some(link) => {
                    let link = Some(link);
                    self.open.push(Open { name: "a", tag: written, link, language: None });
                }
                None => return Err(MarkupError::NoAddress { id: id.to_owned(), tag: written }),
            },
            MarkupTag::Language(language) => {
                if !self.names.knows(&language) {
                    return Err(MarkupError::UnknownLanguage { language, tag: written });
                }
                self.spans += 1;
                let language = Some((language, self.spans));
                self.open.push(Open { name: "span", tag: written, link: None, language });
            }
            MarkupTag::Close(name) => match self.open.pop() {
                Some(open) if open.name == name => {}
                open => {
                    let open = open.map(|open| open.tag);
                    return Err(MarkupError::Crossed { tag: written, open });
                }
            },
        }
        Ok(())
    }
}

/// Splits at empty lines and joins the other lines with a blank.
fn split_paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    let mut lines = text.split('\n').peekable();
    let mut first = true;
    while let Some(line) = lines.next() {
        let blank = line.trim_matches([' ', '\t']).is_empty();
        if !first && blank && lines.peek().is_some() {
            if paragraphs.last().is_some_and(|last| !last.trim().is_empty())
                || paragraphs.len() == 1
            {
                paragraphs.push(String::new());
            }
            continue;
        }
        if let Some(last) = paragraphs.last_mut() {
            if !first && !last.is_empty() && !last.ends_with(' ') {
                last.push(' ');
            }
            last.push_str(if first { line } else { line.trim_start_matches([' ', '\t']) });
        }
        first = false;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::{ANGLE, CLOSE, Filling, MarkupError, Names, OPEN, Piece, cut};
    use crate::language::Tag;
    use crate::resolve::manuscript::{Run, RunKind};

    /// One site and two languages are known; whatever is filled in is a telephone number.
    struct Few;

    impl Names for Few {
        fn fill(&self, words: &str) -> Filling {
            let text = words.to_owned();
            Filling { text, kind: RunKind::Phone, link: None, language: None }
        }

        fn address(&self, fact: &str) -> Option<String> {
            (fact == "cire").then(|| "https://cire.be".to_owned())
        }

        fn knows(&self, language: &Tag) -> bool {
            ["fr", "nl"].contains(&language.as_str())
        }
    }

    fn pieces(text: &str) -> Result<Vec<Vec<Piece>>, MarkupError> {
        cut(&text.replace('<', &ANGLE.to_string()), &Few)
    }

    fn runs(text: &str) -> Result<Vec<Vec<Run>>, MarkupError> {
        let paragraphs = pieces(text)?.into_iter();
        Ok(paragraphs.map(|pieces| pieces.into_iter().map(|piece| piece.run).collect()).collect())
    }

    fn texts(text: &str) -> Vec<Vec<String>> {
        let cut = runs(text).unwrap();
        cut.into_iter().map(|runs| runs.into_iter().map(|run| run.text).collect()).collect()
    }

    #[test]
    fn tags_become_looks() {
        let cut = runs("<b>No</b>, <a id=\"cire\">never <em>ever</em></a>").unwrap();
        let looks: Vec<_> = cut[0]
            .iter()
            .map(|run| (run.text.as_str(), run.strong, run.emphasis, run.link.is_some()))
            .collect();
        assert_eq!(
            looks,
            [
                ("No", true, false, false),
                (", ", false, false, false),
                ("never ", false, false, true),
                ("ever", false, true, true)
            ]
        );
    }

    #[test]
    fn an_angle_that_begins_no_tag_is_a_character() {
        for plain in
            ["3 < 5", "<script>", "< b>", "<B>", "<b", "<a href=\"x\">", "<a id=\"\">", "</i>"]
        {
            assert_eq!(texts(plain).concat().concat(), plain);
        }
        for plain in [
            "<span>",
            "<span class=\"x\">",
            "<span lang=\"\">",
            "<span lang=\"français\">",
            "<span lang=fr>",
        ] {
            assert_eq!(texts(plain).concat().concat(), plain);
        }
    }

    #[test]
    fn a_passage_has_its_language_and_its_number() {
        let text = "a <span lang=\"fr\">b <b>c <span lang=\"nl\">d</span></b> e</span> f<span lang=\"fr\">g</span>";
        let cut = pieces(text).unwrap();
        let shown: Vec<_> = cut[0]
            .iter()
            .map(|piece| {
                let language = piece.run.language.as_ref().map_or("", Tag::as_str);
                (piece.run.text.as_str(), language, piece.span, piece.run.strong)
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("a ", "", 0, false),
                ("b ", "fr", 1, false),
                ("c ", "fr", 1, true),
                ("d", "nl", 2, true),
                (" e", "fr", 1, false),
                (" f", "", 0, false),
                ("g", "fr", 3, false),
            ]
        );
    }

    #[test]
    fn what_is_filled_into_a_passage_is_of_its_language() {
        let cut = runs(&format!("<span lang=\"nl\">bel {OPEN}101{CLOSE}</span>")).unwrap();
        assert!(
            cut[0].iter().all(|run| run.language.as_ref().is_some_and(|tag| tag.as_str() == "nl"))
        );
    }

    #[test]
    fn a_language_that_nobody_knows_is_an_error() {
        let tag = "<span lang=\"xx\">".to_owned();
        let language = "xx".parse().unwrap();
        assert_eq!(
            runs("<span lang=\"xx\">a</span>"),
            Err(MarkupError::UnknownLanguage { language, tag })
        );
    }

    #[test]
    fn broken_markup_is_an_error() {
        let crossed = |tag: &str, open: Option<&str>| {
            Err(MarkupError::Crossed { tag: tag.to_owned(), open: open.map(str::to_owned) })
        };
        assert_eq!(runs("<b>open"), Err(MarkupError::Unclosed { tag: "<b>".to_owned() }));
        assert_eq!(runs("<b>a<em>b</b></em>"), crossed("</b>", Some("<em>")));
        assert_eq!(runs("a</b>"), crossed("</b>", None));
        assert_eq!(runs("a</span>"), crossed("</span>", None));
        let open = "<span lang=\"fr\">".to_owned();
        assert_eq!(runs("<span lang=\"fr\">a"), Err(MarkupError::Unclosed { tag: open.clone() }));
        assert_eq!(runs("<b><span lang=\"fr\">a</b></span>"), crossed("</b>", Some(&open)));
        let tag = "<a id=\"nobody\">".to_owned();
        assert_eq!(
            runs("<a id=\"nobody\">x</a>"),
            Err(MarkupError::NoAddress { id: "nobody".to_owned(), tag })
        );
    }

    #[test]
    fn what_is_filled_in_is_never_read_for_markup() {
        let cut = runs(&format!("call {OPEN}<b>1</b>{CLOSE}")).unwrap();
        // `runs` marks every angle: here the filling's own are put back by `fill`, untouched by the cutter.
        assert_eq!(cut[0].len(), 2);
        assert!(!cut[0][1].strong);
    }

    #[test]
    fn an_empty_line_begins_a_paragraph_and_a_line_break_is_a_blank() {
        assert_eq!(texts("one\ntwo\n\n  three"), [vec!["one two"], vec!["three"]]);
    }

    #[test]
    fn blanks_around_tags_stay() {
        assert_eq!(texts("a <b>b</b> c").concat().concat(), "a b c");
        assert_eq!(texts("a\n<b>b</b>").concat().concat(), "a b");
    }
}
