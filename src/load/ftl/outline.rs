//! Turns a Fluent file into its messages, terms and comments, each with the range that it takes up.

use std::ops::Range;
use std::sync::Arc;

use fluent_syntax::ast;
use fluent_syntax::parser::parse;

/// The parts of a Fluent file, in its order.
#[derive(Debug)]
pub(in crate::load) struct Outline {
    /// What stands between blank lines.
    pub(in crate::load) items: Vec<Item>,
}

/// A part of a Fluent file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) struct Item {
    /// From the first line, that of its comment if it has one, to the end of the last line that is not blank, without its
    /// line end.
    pub(in crate::load) range: Range<usize>,
    /// What it is.
    pub(in crate::load) kind: ItemKind,
}

/// What a part of a Fluent file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) enum ItemKind {
    /// A message or a term.
    Entry {
        /// Its name, that of a term without the hyphen.
        id: Range<usize>,
        /// Whether it is a term.
        is_term: bool,
        /// From behind the `=` to the end of the value's last line; attributes follow.
        value: Range<usize>,
        /// Its comments and attributes.
        details: EntryDetails,
    },
    /// A comment that belongs to no message alone.
    Comment,
    /// What can't be read.
    Junk,
}

/// What stands around the value of a message or term; most have nothing there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryDetails(Option<Box<Details>>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Details {
    comment: Option<String>,
    group: Option<Arc<str>>,
    attributes: Vec<String>,
}

impl EntryDetails {
    fn new(
        comment: Option<&ast::Comment<&str>>,
        group: Option<&Arc<str>>,
        attributes: &[ast::Attribute<&str>],
    ) -> EntryDetails {
        if comment.is_none() && group.is_none() && attributes.is_empty() {
            return EntryDetails::default();
        }
        EntryDetails(Some(Box::new(Details {
            comment: comment.map(joined),
            group: group.cloned(),
            attributes: attributes.iter().map(|found| found.id.name.to_owned()).collect(),
        })))
    }

    /// The comment right above it, without its signs.
    pub(crate) fn comment(&self) -> Option<&str> {
        self.0.as_ref()?.comment.as_deref()
    }

    /// The comment of the group in which it stands.
    pub(crate) fn group(&self) -> Option<&str> {
        self.0.as_ref()?.group.as_deref()
    }

    /// The names of its attributes.
    pub(crate) fn attributes(&self) -> &[String] {
        self.0.as_ref().map_or(&[], |details| &details.attributes)
    }
}

/// An entry of a parsed text, and the lines that it takes up.
pub(in crate::load) struct OutlinedEntry<'a> {
    /// The entry.
    pub(in crate::load) entry: &'a ast::Entry<&'a str>,
    /// From the first line, that of its comment if it has one, to the end of the last line that is not blank, without its
    /// line end.
    pub(in crate::load) range: Range<usize>,
    /// What stands around its value, if it is a message or a term.
    pub(in crate::load) details: EntryDetails,
}

/// The entries of a text that was parsed, in its order.
pub(in crate::load) fn outlined<'a>(
    text: &'a str,
    resource: &'a ast::Resource<&'a str>,
) -> impl Iterator<Item = OutlinedEntry<'a>> {
    let start = |entry: &ast::Entry<&str>| start_of_entry(text, entry);
    let mut starts = resource.body.iter().map(start).chain([text.len()]).peekable();
    let mut group = None;
    resource.body.iter().map_while(move |entry| {
        let range = starts.next()?..*starts.peek()?;
        let range = range.start..end_of_lines(text, range);
        let details = match entry {
            ast::Entry::Message(ast::Message { comment, attributes, .. })
            | ast::Entry::Term(ast::Term { comment, attributes, .. }) => {
                EntryDetails::new(comment.as_ref(), group.as_ref(), attributes)
            }
            ast::Entry::GroupComment(comment) => {
                group = Some(joined(comment)).filter(|text| !text.is_empty()).map(Arc::from);
                EntryDetails::default()
            }
            _ => EntryDetails::default(),
        };
        Some(OutlinedEntry { entry, range, details })
    })
}

impl Outline {
    /// Reads a text with plain line ends.
    pub(in crate::load) fn of(text: &str) -> Outline {
        Outline::new(text, &parse(text).unwrap_or_else(|(resource, _)| resource))
    }

    /// The outline of a text that was parsed.
    pub(in crate::load) fn new(text: &str, resource: &ast::Resource<&str>) -> Outline {
        let item = |OutlinedEntry { entry, range, details }| {
            let kind = match entry {
                ast::Entry::Message(message) => {
                    entry_kind(text, &range, &message.id, &message.attributes, false, details)
                }
                ast::Entry::Term(term) => {
                    entry_kind(text, &range, &term.id, &term.attributes, true, details)
                }
                ast::Entry::Comment(_)
                | ast::Entry::GroupComment(_)
                | ast::Entry::ResourceComment(_) => ItemKind::Comment,
                // A comment that lacks its blank is read by nobody, and hinders nobody.
                ast::Entry::Junk { content } if content.starts_with('#') => ItemKind::Comment,
                ast::Entry::Junk { .. } => ItemKind::Junk,
            };
            Item { range, kind }
        };
        Outline { items: outlined(text, resource).map(item).collect() }
    }

    /// Takes what is known of a message or term that another parser has read in the same text, which is at `text` in memory;
    /// one that is not known here ends with its name.
    pub(in crate::load) fn take<'a>(
        &mut self,
        text: &str,
        entry: &'a ast::Entry<&'a str>,
    ) -> OutlinedEntry<'a> {
        let name = match entry {
            ast::Entry::Message(message) => range_of(text, message.id.name),
            ast::Entry::Term(term) => range_of(text, term.id.name),
            _ => 0..0,
        };
        let at = self.items.partition_point(|item| item.range.start <= name.start);
        match at.checked_sub(1).map(|at| &mut self.items[at]) {
            Some(Item { range, kind: ItemKind::Entry { id, details, .. } }) if *id == name => {
                OutlinedEntry { entry, range: range.clone(), details: std::mem::take(details) }
            }
            _ => OutlinedEntry { entry, range: name, details: EntryDetails::default() },
        }
    }

    /// Finds a message or term by its name.
    pub(in crate::load) fn entry<'a>(&'a self, text: &str, name: &str) -> Option<&'a Item> {
        let (name, term) = name.strip_prefix('-').map_or((name, false), |name| (name, true));
        self.items.iter().find(|item| match &item.kind {
            ItemKind::Entry { id, is_term, .. } => *is_term == term && text[id.clone()] == *name,
            _ => false,
        })
    }
}

fn entry_kind(
    text: &str,
    range: &Range<usize>,
    id: &ast::Identifier<&str>,
    attributes: &[ast::Attribute<&str>],
    is_term: bool,
    details: EntryDetails,
) -> ItemKind {
    let id = range_of(text, id.name);
    let sign = text[id.end..range.end].find('=').map_or(id.end, |at| id.end + at + 1);
    let first = attributes.first().map(|first| range_of(text, first.id.name).start);
    let end = first.map_or(range.end, |at| end_of_lines(text, sign..start_of_line(text, at)));
    ItemKind::Entry { id, is_term, value: sign..end, details }
}

/// Where an entry begins: at its comment, if it has one.
fn start_of_entry(text: &str, entry: &ast::Entry<&str>) -> usize {
    let of_comment = |comment: &ast::Comment<&str>| {
        // A comment without a line is the `#` at the end of the file.
        let first = comment.content.first();
        let at = first.map_or(text.len(), |line| range_of(text, line).start);
        start_of_line(text, at)
    };
    let of_id = |id: &ast::Identifier<&str>| start_of_line(text, range_of(text, id.name).start);
    match entry {
        ast::Entry::Message(ast::Message { id, comment, .. })
        | ast::Entry::Term(ast::Term { id, comment, .. }) => {
            comment.as_ref().map_or_else(|| of_id(id), of_comment)
        }
        ast::Entry::Comment(comment)
        | ast::Entry::GroupComment(comment)
        | ast::Entry::ResourceComment(comment) => of_comment(comment),
        ast::Entry::Junk { content } => range_of(text, content).start,
    }
}

/// Where a slice of the text stands in it.
fn range_of(text: &str, slice: &str) -> Range<usize> {
    let start = (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    start..(start + slice.len()).min(text.len())
}

fn start_of_line(text: &str, at: usize) -> usize {
    // It is near: most ids begin their line.
    text.as_bytes()[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1)
}

/// The end of the last line of a range that is not blank, without its line end; of the first line if all are.
fn end_of_lines(text: &str, range: Range<usize>) -> usize {
    let bytes = &text.as_bytes()[range.clone()];
    let last = bytes.iter().rposition(|byte| !matches!(byte, b' ' | b'\n' | b'\r'));
    let written = last.map_or(0, |last| last + 1);
    let blanks = bytes[written..].iter().position(|byte| *byte == b'\n');
    blanks.map_or(range.end, |blanks| range.start + written + blanks)
}

fn joined(comment: &ast::Comment<&str>) -> String {
    comment.content.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{ItemKind, Outline};

    #[test]
    fn each_part_has_its_range() {
        let text = "### all\n\n## group\n\n# about\n# it\na = one\n    two  \n    .x = y\n\n-b =\n\
                    {\n$c }\n\n#alone\n= junk\n#";
        let items = Outline::of(text).items;
        let parts: Vec<&str> = items.iter().map(|item| &text[item.range.clone()]).collect();
        assert_eq!(
            parts,
            [
                "### all",
                "## group",
                "# about\n# it\na = one\n    two  \n    .x = y",
                "-b =\n{\n$c }",
                "#alone\n= junk",
                "#",
            ]
        );
        let ItemKind::Entry { value, details, .. } = &items[2].kind else {
            panic!("a message");
        };
        assert_eq!(&text[value.clone()], " one\n    two  ");
        assert_eq!(details.comment(), Some("about\nit"));
        assert_eq!(details.group(), Some("group"));
        assert_eq!(details.attributes(), ["x"]);
    }
}
