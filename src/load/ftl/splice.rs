//! Replaces, adds and removes one message of a Fluent file; all other bytes stay as they are.
//!
//! The byte order mark, line ends, blanks and comments of the file are its own: only the lines of the message are
//! written, with the line ends of the lines around them.

use std::fmt;
use std::ops::Range;

use crate::diagnostic::SourceFile;
use crate::load::ftl::nesting::too_deep;
use crate::load::ftl::outline::{Item, ItemKind, Outline};
use crate::load::ftl::pattern::Pattern;
use crate::load::ftl::writer::{write_entry, write_pattern};
use crate::load::text_id::TextId;

/// Says why a file is not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpliceError {
    /// The file has a syntax error, so that the end of a message is uncertain.
    Broken,
    /// The file has no such message.
    Missing(TextId),
    /// The file has such a message already.
    Exists(TextId),
    /// The pattern can't be written in Fluent; only one that was put together by hand can't.
    Unwritable(TextId),
}

/// Gives a message or term another value. Its comment and attributes stay. Returns the file's new text.
///
/// # Errors
///
/// Fails if the file has a syntax error or no such message.
pub fn replace(file: &SourceFile, id: &TextId, value: &Pattern) -> Result<String, SpliceError> {
    let outline = read(file)?;
    let item = outline.entry(&file.text, id).ok_or_else(|| SpliceError::Missing(id.clone()))?;
    let ItemKind::Entry { value: range, .. } = &item.kind else {
        return Err(SpliceError::Missing(id.clone()));
    };
    let written = write_pattern(value).replace('\n', file.line_end(range.start));
    check(splice(file, range.clone(), &written), id, outline.items.len())
}

/// Adds a message or term with a comment, behind another one or else at the end. Returns the file's new text.
///
/// # Errors
///
/// Fails if the file has a syntax error, has such a message already, or lacks the one that it is to stand behind.
pub fn add(
    file: &SourceFile,
    id: &TextId,
    value: &Pattern,
    comment: Option<&str>,
    behind: Option<&TextId>,
) -> Result<String, SpliceError> {
    let outline = read(file)?;
    if outline.entry(&file.text, id).is_some() {
        return Err(SpliceError::Exists(id.clone()));
    }
    let find = |name: &TextId| {
        outline.entry(&file.text, name).ok_or_else(|| SpliceError::Missing(name.clone()))
    };
    let last: Option<&Item> = match behind {
        Some(name) => Some(find(name)?),
        None => outline.items.last(),
    };
    let entry = write_entry(id, value, comment);
    let (at, written) = match last {
        // Right below a comment it would seem to be what the comment is about.
        Some(Item { range, kind: ItemKind::Comment }) => (range.end, format!("\n\n{entry}")),
        Some(Item { range, .. }) => (range.end, format!("\n{entry}")),
        None => (file.text.len(), format!("{entry}\n")),
    };
    let written = written.replace('\n', file.line_end(at));
    check(splice(file, at..at, &written), id, outline.items.len() + 1)
}

/// Removes a message or term with its comment and attributes. Returns the file's new text.
///
/// # Errors
///
/// Fails if the file has a syntax error or no such message.
pub fn remove(file: &SourceFile, id: &TextId) -> Result<String, SpliceError> {
    let outline = read(file)?;
    let item = outline.entry(&file.text, id).ok_or_else(|| SpliceError::Missing(id.clone()))?;
    let line_end = usize::from(file.text[item.range.end..].starts_with('\n'));
    Ok(splice(file, item.range.start..item.range.end + line_end, ""))
}

/// The parts of a file without syntax errors.
fn read(file: &SourceFile) -> Result<Outline, SpliceError> {
    if too_deep(&file.text).is_some() {
        return Err(SpliceError::Broken);
    }
    let outline = Outline::of(&file.text);
    let is_broken = outline.items.iter().any(|item| item.kind == ItemKind::Junk);
    if is_broken { Err(SpliceError::Broken) } else { Ok(outline) }
}

/// The file's own text with a range of it replaced.
fn splice(file: &SourceFile, range: Range<usize>, written: &str) -> String {
    let mut text = file.own_text();
    text.replace_range(file.own_range(range), written);
    text
}

/// Makes sure that what was written is one entry of that name.
fn check(text: String, id: &TextId, items: usize) -> Result<String, SpliceError> {
    let file = SourceFile::decode("", &text);
    let outline = read(&file).map_err(|_| SpliceError::Unwritable(id.clone()))?;
    let is_there = outline.entry(&file.text, id).is_some() && outline.items.len() == items;
    if is_there { Ok(text) } else { Err(SpliceError::Unwritable(id.clone())) }
}

impl fmt::Display for SpliceError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SpliceError::Broken => out.write_str("the file has a syntax error"),
            SpliceError::Missing(id) => write!(out, "the file has no message `{id}`"),
            SpliceError::Exists(id) => write!(out, "the file has a message `{id}` already"),
            SpliceError::Unwritable(id) => write!(out, "the text of `{id}` can't be written"),
        }
    }
}

impl std::error::Error for SpliceError {}

#[cfg(test)]
mod tests {
    use super::{SpliceError, add, remove, replace};
    use crate::diagnostic::SourceFile;
    use crate::load::ftl::{from_plain, parse_pattern};
    use crate::load::text_id::TextId;

    fn id(name: &str) -> TextId {
        name.parse().unwrap()
    }

    #[test]
    fn one_message_changes_and_nothing_else() {
        let own = "\u{FEFF}# keep  \r\na = one\r\n    two \r\n  .x = y\r\n\n\n-b = c\r\n# end";
        let file = SourceFile::decode("a.ftl", own);
        assert_eq!(
            replace(&file, &id("a"), &from_plain("three")).unwrap(),
            own.replace("one\r\n    two ", "three")
        );
        assert_eq!(
            replace(&file, &id("a"), &from_plain("1\n2")).unwrap(),
            own.replace(" one\r\n    two ", "\r\n    1\r\n    2")
        );
        assert_eq!(
            replace(&file, &id("-b"), &parse_pattern("{ $n }").unwrap()).unwrap(),
            own.replace("-b = c", "-b = { $n }")
        );
        assert_eq!(remove(&file, &id("a")).unwrap(), "\u{FEFF}\n\n-b = c\r\n# end");
    }

    #[test]
    fn a_message_is_added_where_it_belongs() {
        let add = |own: &str, behind: Option<&str>| {
            let file = SourceFile::decode("a.ftl", own);
            add(&file, &id("new"), &from_plain("N"), Some("why\n\nso"), behind.map(id).as_ref())
                .unwrap()
        };
        assert_eq!(
            add("a = 1\r\n\r\nb = 2\r\n", Some("a")),
            "a = 1\r\n# why\r\n#\r\n# so\r\nnew = N\r\n\r\nb = 2\r\n"
        );
        assert_eq!(add("a = 1\n\n\n", None), "a = 1\n# why\n#\n# so\nnew = N\n\n\n");
        assert_eq!(add("a = 1", None), "a = 1\n# why\n#\n# so\nnew = N");
        assert_eq!(add("# end\n", None), "# end\n\n# why\n#\n# so\nnew = N\n");
        assert_eq!(add("\u{FEFF}", None), "\u{FEFF}# why\n#\n# so\nnew = N\n");
    }

    #[test]
    fn what_can_not_be_done_for_sure_is_not_done() {
        let file = |own| SourceFile::decode("a.ftl", own);
        let text = from_plain("x");
        let broken = file("a = { $b\nc = d\n");
        assert_eq!(replace(&broken, &id("c"), &text), Err(SpliceError::Broken));
        let whole = file("a = b\n");
        assert_eq!(remove(&whole, &id("c")), Err(SpliceError::Missing(id("c"))));
        assert_eq!(add(&whole, &id("a"), &text, None, None), Err(SpliceError::Exists(id("a"))));
        let by_hand = fluent_syntax::ast::Pattern {
            elements: vec![fluent_syntax::ast::PatternElement::Placeable {
                expression: fluent_syntax::ast::Expression::Inline(
                    fluent_syntax::ast::InlineExpression::StringLiteral {
                        value: "\"}\nx = y\nz = {\"".to_owned(),
                    },
                ),
            }],
        };
        assert_eq!(replace(&whole, &id("a"), &by_hand), Err(SpliceError::Unwritable(id("a"))));
    }
}
