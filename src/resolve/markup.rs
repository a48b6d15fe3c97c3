//! Turns a formatted message with its marks into paragraphs of runs: reads the inline markup, `<b>`, `<em>`, `<a id="…">` and
//! `<span lang="…">`.

use crate::language::Tag;
use crate::load::catalogue::tag::{MarkupTag, read_tag};
use crate::resolve::manuscript::{Run, RunKind};
use crate::resolve::marks::{CLOSE, Mark, OPEN, TYPED_ANGLE};
use crate::resolve::placeable::Placeable;

/// A run, and whether a translator typed it: typography changes nothing in what was filled in.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(super) struct Piece {
    /// The run.
    pub(super) run: Run,
    /// Whether it was typed.
    pub(super) typed: bool,
    /// The number of the `<span lang="…">` that it stands in; 0 for none.
    pub(super) span: usize,
}

/// What is wrong with the markup of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkupError {
    /// A tag is never closed.
    Unclosed {
        /// The tag as it stands in the text.
        tag: String,
    },
    /// A closing tag is not that of the tag opened last.
    Mismatched {
        /// The closing tag.
        tag: String,
        /// The tag that was opened last, if one is open.
        open: Option<String>,
    },
    /// A link names a fact that has no web address, or none at all.
    NoAddress {
        /// The id.
        id: String,
        /// The tag as it stands in the text.
        tag: String,
    },
    /// A span is in a language that is not known.
    UnknownLanguage {
        /// The language.
        language: Tag,
        /// The tag as it stands in the text.
        tag: String,
    },
}

/// A tag that has been opened.
struct OpenTag {
    name: &'static str,
    tag: String,
    link: Option<String>,
    /// The language, and the number of the span in the text.
    language: Option<(Tag, usize)>,
}

/// What marks and ids in the markup of a message stand for.
pub(super) trait Scope {
    /// What is filled in at a mark.
    fn placeable(&self, mark: &Mark<'_>) -> Option<Placeable>;

    /// The web address of a fact.
    fn address(&self, fact: &str) -> Option<String>;

    /// Whether a language is known.
    fn knows(&self, language: &Tag) -> bool;
}

/// Parses a formatted message with its marks.
pub(super) fn parse(marked: &str, scope: &dyn Scope) -> Result<Vec<Vec<Piece>>, MarkupError> {
    let mut parser = Parser {
        paragraphs: vec![Vec::new()],
        open: Vec::new(),
        pending: String::new(),
        spans: 0,
        scope,
    };
    let mut rest = marked;
    while let Some(at) = rest.find([TYPED_ANGLE, OPEN]) {
        let (text, marked) = rest.split_at(at);
        parser.text(text);
        if let Some(inner) = marked.strip_prefix(OPEN) {
            let (inner, after) = inner.split_once(CLOSE).unwrap_or((inner, ""));
            if let Some(placeable) = Mark::read(inner).and_then(|mark| scope.placeable(&mark)) {
                parser.placeable(placeable);
            }
            rest = after;
        } else {
            let after = &marked[TYPED_ANGLE.len_utf8()..];
            match read_tag(after) {
                Some((tag, length)) => {
                    parser.tag(tag, &after[..length])?;
                    rest = &after[length..];
                }
                None => {
                    parser.text("<");
                    rest = after;
                }
            }
        }
    }
    parser.text(rest);
    parser.flush();
    if let Some(open) = parser.open.pop() {
        return Err(MarkupError::Unclosed { tag: open.tag });
    }
    parser.paragraphs.retain(|pieces| !pieces.is_empty());
    if parser.paragraphs.is_empty() {
        parser.paragraphs.push(Vec::new());
    }
    Ok(parser.paragraphs)
}

/// The state of parsing one message.
struct Parser<'a> {
    paragraphs: Vec<Vec<Piece>>,
    /// The open tags, the innermost last.
    open: Vec<OpenTag>,
    /// Typed text that is not in a run yet.
    pending: String,
    /// How many spans there have been.
    spans: usize,
    scope: &'a dyn Scope,
}

impl Parser<'_> {
    fn text(&mut self, text: &str) {
        // A tab is a blank: no font has a glyph for it.
        self.pending.extend(text.chars().map(|c| if c == '\t' { ' ' } else { c }));
    }

    /// Turns the pending text into runs: an empty line begins a paragraph, a single line break is a space.
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
            let (run, span) = self.run(text, RunKind::Text);
            self.add(Piece { run, typed: true, span });
        }
    }

    fn placeable(&mut self, placeable: Placeable) {
        self.flush();
        if !placeable.text.is_empty() {
            let (run, span) = self.run(placeable.text, placeable.kind);
            let run = Run {
                link: run.link.or(placeable.link),
                language: placeable.language.or(run.language),
                ..run
            };
            self.add(Piece { run, typed: false, span });
        }
    }

    fn add(&mut self, piece: Piece) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push(piece);
        }
    }

    /// A run with the style, link and language of the open tags, and the number of its span.
    fn run(&self, text: String, kind: RunKind) -> (Run, usize) {
        let innermost = self.open.iter().rev().find_map(|open| open.language.clone());
        let (language, span) = innermost.map_or((None, 0), |(tag, span)| (Some(tag), span));
        let run = Run {
            text,
            kind,
            strong: self.open.iter().any(|open| open.name == "b"),
            emphasis: self.open.iter().any(|open| open.name == "em"),
            link: self.open.iter().find_map(|open| open.link.clone()),
            language,
        };
        (run, span)
    }

    fn tag(&mut self, tag: MarkupTag<'_>, written: &str) -> Result<(), MarkupError> {
        self.flush();
        let written = format!("<{written}");
        match tag {
            MarkupTag::Open(name) => {
                self.open.push(OpenTag { name, tag: written, link: None, language: None });
            }
            MarkupTag::Link(id) => match self.scope.address(id) {
                Some(link) => {
                    let link = Some(link);
                    self.open.push(OpenTag { name: "a", tag: written, link, language: None });
                }
                None => return Err(MarkupError::NoAddress { id: id.to_owned(), tag: written }),
            },
            MarkupTag::Language(language) => {
                if !self.scope.knows(&language) {
                    return Err(MarkupError::UnknownLanguage { language, tag: written });
                }
                self.spans += 1;
                let language = Some((language, self.spans));
                self.open.push(OpenTag { name: "span", tag: written, link: None, language });
            }
            MarkupTag::Close(name) => match self.open.pop() {
                Some(open) if open.name == name => {}
                open => {
                    let open = open.map(|open| open.tag);
                    return Err(MarkupError::Mismatched { tag: written, open });
                }
            },
        }
        Ok(())
    }
}

/// Splits a text at empty lines and joins the other lines with a space.
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
    use super::{MarkupError, Piece, Scope, parse};
    use crate::language::Tag;
    use crate::resolve::manuscript::{Run, RunKind};
    use crate::resolve::marks::{Mark, mark_typed_angles};
    use crate::resolve::placeable::Placeable;

    /// One site and two languages are known; each number that is filled in is a telephone number.
    struct Few;

    impl Scope for Few {
        fn placeable(&self, mark: &Mark<'_>) -> Option<Placeable> {
            let Mark::Number(number) = mark else { return None };
            Some(Placeable::new(number.as_ref(), RunKind::Phone))
        }

        fn address(&self, fact: &str) -> Option<String> {
            (fact == "cire").then(|| "https://cire.be".to_owned())
        }

        fn knows(&self, language: &Tag) -> bool {
            ["fr", "nl"].contains(&language.as_str())
        }
    }

    fn pieces(text: &str) -> Result<Vec<Vec<Piece>>, MarkupError> {
        parse(&mark_typed_angles(text), &Few)
    }

    fn runs(text: &str) -> Result<Vec<Vec<Run>>, MarkupError> {
        let paragraphs = pieces(text)?.into_iter();
        Ok(paragraphs.map(|pieces| pieces.into_iter().map(|piece| piece.run).collect()).collect())
    }

    fn texts(text: &str) -> Vec<Vec<String>> {
        let paragraphs = runs(text).unwrap();
        paragraphs.into_iter().map(|runs| runs.into_iter().map(|run| run.text).collect()).collect()
    }

    #[test]
    fn tags_become_styles() {
        let paragraphs = runs("<b>No</b>, <a id=\"cire\">never <em>ever</em></a>").unwrap();
        let styles: Vec<_> = paragraphs[0]
            .iter()
            .map(|run| (run.text.as_str(), run.strong, run.emphasis, run.link.is_some()))
            .collect();
        assert_eq!(
            styles,
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
    fn a_span_has_its_language_and_its_number() {
        let text = "a <span lang=\"fr\">b <b>c <span lang=\"nl\">d</span></b> e</span> f<span lang=\"fr\">g</span>";
        let paragraphs = pieces(text).unwrap();
        let shown: Vec<_> = paragraphs[0]
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
    fn what_is_filled_into_a_span_is_of_its_language() {
        let number = Mark::Number("101".into());
        let paragraphs = runs(&format!("<span lang=\"nl\">bel {number}</span>")).unwrap();
        let is_dutch = |run: &Run| run.language.as_ref().is_some_and(|tag| tag.as_str() == "nl");
        assert_eq!(paragraphs[0].len(), 2);
        assert!(paragraphs[0].iter().all(is_dutch));
    }

    #[test]
    fn an_unknown_language_is_an_error() {
        let tag = "<span lang=\"xx\">".to_owned();
        let language = "xx".parse().unwrap();
        assert_eq!(
            runs("<span lang=\"xx\">a</span>"),
            Err(MarkupError::UnknownLanguage { language, tag })
        );
    }

    #[test]
    fn broken_markup_is_an_error() {
        let mismatched = |tag: &str, open: Option<&str>| {
            Err(MarkupError::Mismatched { tag: tag.to_owned(), open: open.map(str::to_owned) })
        };
        assert_eq!(runs("<b>open"), Err(MarkupError::Unclosed { tag: "<b>".to_owned() }));
        assert_eq!(runs("<b>a<em>b</b></em>"), mismatched("</b>", Some("<em>")));
        assert_eq!(runs("a</b>"), mismatched("</b>", None));
        assert_eq!(runs("a</span>"), mismatched("</span>", None));
        let open = "<span lang=\"fr\">".to_owned();
        assert_eq!(runs("<span lang=\"fr\">a"), Err(MarkupError::Unclosed { tag: open.clone() }));
        assert_eq!(runs("<b><span lang=\"fr\">a</b></span>"), mismatched("</b>", Some(&open)));
        let tag = "<a id=\"nobody\">".to_owned();
        assert_eq!(
            runs("<a id=\"nobody\">x</a>"),
            Err(MarkupError::NoAddress { id: "nobody".to_owned(), tag })
        );
    }

    #[test]
    fn what_is_filled_in_is_never_read_for_markup() {
        let number = Mark::Number("<b>1</b>".into());
        let paragraphs = parse(&format!("call {number}"), &Few).unwrap();
        assert_eq!(paragraphs[0][1].run.text, "<b>1</b>");
        assert!(!paragraphs[0][1].run.strong);
    }

    #[test]
    fn an_empty_line_begins_a_paragraph_and_a_line_break_is_a_space() {
        assert_eq!(texts("one\ntwo\n\n  three"), [vec!["one two"], vec!["three"]]);
    }

    #[test]
    fn spaces_around_tags_stay() {
        assert_eq!(texts("a <b>b</b> c").concat().concat(), "a b c");
        assert_eq!(texts("a\n<b>b</b>").concat().concat(), "a b");
    }
}
