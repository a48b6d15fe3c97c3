//! Reads a tag of the inline markup: `<b>`, `<em>`, `<a id="…">`, `<span lang="…">`, and what closes them.

use crate::language::Tag;

/// A tag of the markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MarkupTag<'a> {
    /// `<b>`, `<em>`.
    Open(&'static str),
    /// `<a id="…">`.
    Link(&'a str),
    /// `<span lang="…">`.
    Language(Tag),
    /// `</b>`, `</em>`, `</a>`, `</span>`.
    Close(&'static str),
}

/// The names of all tags.
pub(crate) const TAGS: [&str; 4] = ["b", "em", "a", "span"];

/// Reads a tag after its `<`, and says how many bytes it takes.
pub(crate) fn read_tag(text: &str) -> Option<(MarkupTag<'_>, usize)> {
    for name in TAGS {
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
