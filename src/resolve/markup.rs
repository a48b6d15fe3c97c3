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
}

/// A tag of the closed markup.
enum MarkupTag<'a> {
    Open(&'a str, Option<&'a str>),
    Close(&'a str),
}

/// An open tag.
struct Open {
    name: &'static str,
    tag: String,
    link: Option<String>,
}

/// Cuts a marked string into runs. `fill` shows what was filled in by the words between its marks; `address` gives
/// the link behind a fact's id.
pub(super) fn cut(
    marked: &str,
    fill: &dyn Fn(&str) -> Filling,
    address: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<Vec<Piece>>, MarkupError> {
    let mut cutter =
        Cutter { paragraphs: vec![Vec::new()], open: Vec::new(), pending: String::new() };
    let mut rest = marked;
    while let Some(at) = rest.find([ANGLE, OPEN]) {
        let (text, marked) = rest.split_at(at);
        cutter.text(text);
        if let Some(filled) = marked.strip_prefix(OPEN) {
            let (words, after) = filled.split_once(CLOSE).unwrap_or((filled, ""));
            cutter.filling(fill(words));
            rest = after;
        } else {
            let after = &marked[ANGLE.len_utf8()..];
            match read_tag(after) {
                Some((tag, length)) => {
                    cutter.tag(&tag, &after[..length], address)?;
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
    for name in ["b", "em", "a"] {
        if let Some(rest) = text.strip_prefix('/').and_then(|rest| rest.strip_prefix(name))
            && rest.starts_with('>')
        {
            return Some((MarkupTag::Close(name), name.len() + 2));
        }
    }
    for name in ["b", "em"] {
        if text.strip_prefix(name).is_some_and(|rest| rest.starts_with('>')) {
            return Some((MarkupTag::Open(name, None), name.len() + 1));
        }
    }
    let (id, _) = text.strip_prefix("a id=\"")?.split_once("\">")?;
    let fits = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    fits.then_some((MarkupTag::Open("a", Some(id)), "a id=\"".len() + id.len() + "\">".len()))
}

struct Cutter {
    paragraphs: Vec<Vec<Piece>>,
    open: Vec<Open>,
    pending: String,
}

impl Cutter {
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
        let run = Run {
            text: filling.text,
            kind: filling.kind,
            strong: self.open.iter().any(|open| open.name == "b"),
            emphasis: self.open.iter().any(|open| open.name == "em"),
            link: self.open.iter().find_map(|open| open.link.clone()).or(filling.link),
            language: filling.language,
        };
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push(Piece { run, typed });
        }
    }

    fn tag(
        &mut self,
        tag: &MarkupTag<'_>,
        written: &str,
        address: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), MarkupError> {
        self.flush();
        let written = format!("<{written}");
        match tag {
            MarkupTag::Open(name, id) => {
                let name = if *name == "b" {
                    "b"
                } else if *name == "em" {
                    "em"
                } else {
                    "a"
                };
                let link = match id {
                    Some(id) => Some(address(id).ok_or_else(|| MarkupError::NoAddress {
                        id: (*id).to_owned(),
                        tag: written.clone(),
                    })?),
                    None => None,
                };
                self.open.push(Open { name, tag: written, link });
            }
            MarkupTag::Close(name) => match self.open.pop() {
                Some(open) if open.name == *name => {}
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
    use super::{ANGLE, CLOSE, Filling, MarkupError, OPEN, cut};
    use crate::resolve::manuscript::{Run, RunKind};

    fn runs(text: &str) -> Result<Vec<Vec<Run>>, MarkupError> {
        let marked = text.replace('<', &ANGLE.to_string());
        let fill = |words: &str| Filling {
            text: words.to_owned(),
            kind: RunKind::Phone,
            link: None,
            language: None,
        };
        let address = |id: &str| (id == "cire").then(|| "https://cire.be".to_owned());
        let paragraphs = cut(&marked, &fill, &address)?.into_iter();
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
    }

    #[test]
    fn broken_markup_is_an_error() {
        let crossed = |tag: &str, open: Option<&str>| {
            Err(MarkupError::Crossed { tag: tag.to_owned(), open: open.map(str::to_owned) })
        };
        assert_eq!(runs("<b>open"), Err(MarkupError::Unclosed { tag: "<b>".to_owned() }));
        assert_eq!(runs("<b>a<em>b</b></em>"), crossed("</b>", Some("<em>")));
        assert_eq!(runs("a</b>"), crossed("</b>", None));
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
