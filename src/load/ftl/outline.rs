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

/// What stands around the value of a message or term.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryDetails {
    /// The comment right above it, without its signs.
    pub(crate) comment: Option<String>,
    /// The comment of the group in which it stands.
    pub(crate) group: Option<Arc<str>>,
    /// The names of its attributes.
    pub(crate) attributes: Vec<String>,
}

impl Outline {
    /// Reads a text with plain line ends.
    pub(in crate::load) fn of(text: &str) -> Outline {
        Outline::new(text, &parse(text).unwrap_or_else(|(resource, _)| resource))
    }

    /// The outline of a text that was parsed.
    pub(in crate::load) fn new(text: &str, resource: &ast::Resource<&str>) -> Outline {
        let starts: Vec<usize> =
            resource.body.iter().map(|entry| start_of_entry(text, entry)).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let mut group = None;
        let mut items = Vec::new();
        for ((entry, start), end) in resource.body.iter().zip(starts.iter().copied()).zip(ends) {
            let range = start..end_of_lines(text, start..end);
            let kind = match entry {
                ast::Entry::Message(message) => {
                    let details = details(message.comment.as_ref(), &group, &message.attributes);
                    entry_kind(text, &range, &message.id, &message.attributes, false, details)
                }
                ast::Entry::Term(term) => {
                    let details = details(term.comment.as_ref(), &group, &term.attributes);
                    entry_kind(text, &range, &term.id, &term.attributes, true, details)
                }
                ast::Entry::GroupComment(comment) => {
                    group = Some(joined(comment)).filter(|text| !text.is_empty()).map(Arc::from);
                    ItemKind::Comment
                }
                ast::Entry::Comment(_) | ast::Entry::ResourceComment(_) => ItemKind::Comment,
                // A comment that lacks its blank is read by nobody, and hinders nobody.
                ast::Entry::Junk { content } if content.starts_with('#') => ItemKind::Comment,
                ast::Entry::Junk { .. } => ItemKind::Junk,
            };
            items.push(Item { range, kind });
        }
        Outline { items }
    }

    /// Takes the message or term whose id begins at an offset: where it ends, and what stands around its value.
    pub(in crate::load) fn take_entry_at(&mut self, at: usize) -> Option<(usize, EntryDetails)> {
        let index = self.items.partition_point(|item| item.range.start <= at).checked_sub(1)?;
        let item = &mut self.items[index];
        match &mut item.kind {
            ItemKind::Entry { id, details, .. } if id.start == at => {
                Some((item.range.end, std::mem::take(details)))
            }
            _ => None,
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

fn details(
    comment: Option<&ast::Comment<&str>>,
    group: &Option<Arc<str>>,
    attributes: &[ast::Attribute<&str>],
) -> EntryDetails {
    EntryDetails {
        comment: comment.map(joined),
        group: group.clone(),
        attributes: attributes.iter().map(|found| found.id.name.to_owned()).collect(),
    }
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
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The end of the last line of a range that is not blank, without its line end; of the first line if all are.
fn end_of_lines(text: &str, range: Range<usize>) -> usize {
    let written = text[range.clone()].trim_end_matches([' ', '\n', '\r']).len();
    let at = range.start + written;
    text[at..range.end].find('\n').map_or(range.end, |end| at + end)
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
        assert_eq!(details.comment.as_deref(), Some("about\nit"));
        assert_eq!(details.group.as_deref(), Some("group"));
        assert_eq!(details.attributes, ["x"]);
    }
}
