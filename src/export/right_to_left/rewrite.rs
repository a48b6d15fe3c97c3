//! Turns a content stream in which each word is reversed by itself into one whose lines read as a whole.

use std::borrow::Cow;

use super::content::{Group, GroupKind, Node, Operation, parse, string, write};
use super::fonts::{is_right_to_left, steers};
use super::marked::{Neighbours, span_with_text};
use super::numbers::with_whole_numbers;
use super::order::in_reading_order;
use super::piece::{Fonts, piece};

/// A content stream rewritten, and what the structure tree must learn of it.
pub(super) struct Rewritten {
    pub(super) content: Vec<u8>,
    /// The identifiers of marked contents that became one; the first is that of all.
    pub(super) joined: Vec<Vec<i64>>,
    /// The identifiers of neighbours that are read in the opposite order.
    pub(super) turned: Vec<Vec<i64>>,
}

/// Rewrites a stream. Gives nothing if it has nothing to mend, or can't be read.
///
/// `from_right` says that the file as a whole is read from right to left.
pub(super) fn rewrite(
    content: &[u8],
    fonts: &Fonts,
    neighbours: Neighbours<'_>,
    from_right: bool,
) -> Option<Rewritten> {
    let mut nodes = parse(content)?;
    if shows_right_to_left(&nodes, fonts) {
        nodes = unwrapped(nodes, fonts);
    } else if !from_right {
        return None;
    }
    let (mut turned, mut joined) = (Vec::new(), Vec::new());
    if from_right {
        nodes = in_reading_order(nodes, fonts, neighbours, &mut turned);
    }
    let nodes = with_whole_numbers(nodes, fonts, neighbours, &mut joined);
    let mut content = Vec::with_capacity(content.len());
    write(&nodes, &mut content);
    Some(Rewritten { content, joined, turned })
}

/// Whether a stream uses a font with letters that run from right to left.
fn shows_right_to_left(nodes: &[Node<'_>], fonts: &Fonts) -> bool {
    nodes.iter().any(|node| match node {
        Node::Group(group) => shows_right_to_left(&group.children, fonts),
        Node::Operation(operation) => {
            operation.operator == b"Tf"
                && operation.operands.first().and_then(|name| fonts.get(*name)).is_some_and(
                    |font| font.texts.values().any(|text| text.chars().any(is_right_to_left)),
                )
        }
    })
}

/// Takes away marks that keep readers from seeing a line as one: those of reversed words, and texts that say no more than
/// the glyphs do.
fn unwrapped<'a>(nodes: Vec<Node<'a>>, fonts: &Fonts) -> Vec<Node<'a>> {
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        let Node::Group(mut group) = node else {
            out.push(node);
            continue;
        };
        let reversed = group.kind == GroupKind::Marked && group.opener.has(b"/ReversedChars");
        group.children = unwrapped(group.children, fonts);
        if group.kind == GroupKind::Text {
            group.children = without_repetition(group.children);
        }
        if reversed || says_no_more_than_its_glyphs(&mut group, fonts) {
            out.extend(group.children);
        } else {
            out.push(Node::Group(group));
        }
    }
    out
}

/// Whether the text that is given for a group is that of its glyphs, once what only steers direction is gone. If not, the
/// text stays without it.
fn says_no_more_than_its_glyphs(group: &mut Group<'_>, fonts: &Fonts) -> bool {
    let Some(given) = actual_text(&group.opener) else { return false };
    if group.opener.has(b"/MCID") {
        return false;
    }
    let kept: String = given.chars().filter(|c| !steers(*c)).collect();
    let shown = piece(group, fonts).map(|piece| piece.text);
    if kept.is_empty() || shown.as_ref() == Some(&kept) {
        return true;
    }
    if shown.as_deref() == Some(" ") && kept == "\u{A0}" {
        return true;
    }
    if kept.len() < given.len() {
        group.opener = Operation::new(span_with_text(&kept), b"BDC");
    }
    false
}

/// The text that a property list gives.
pub(in crate::export) fn actual_text(opener: &Operation<'_>) -> Option<String> {
    let at = opener.operands.iter().position(|token| *token == b"/ActualText")?;
    let bytes = string(opener.operands.get(at + 1)?)?;
    let units = bytes.strip_prefix(b"\xFE\xFF").map(|bytes| {
        bytes.chunks(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)))
    });
    match units {
        Some(units) => String::from_utf16(&units.collect::<Vec<u16>>()).ok(),
        None => String::from_utf8(bytes).ok().filter(|text| text.is_ascii()),
    }
}

/// Takes away operations that set what is set already: each word came with its own.
fn without_repetition(nodes: Vec<Node<'_>>) -> Vec<Node<'_>> {
    let mut set: [Option<Cow<'_, [u8]>>; 2] = [None, None];
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        match &node {
            Node::Operation(Operation { operator: operator @ (b"Tr" | b"Tf"), bytes, .. }) => {
                let slot = &mut set[usize::from(*operator == b"Tf")];
                if slot.as_ref() == Some(bytes) {
                    continue;
                }
                *slot = Some(bytes.clone());
            }
            Node::Operation(_) => {}
            Node::Group(_) => set = [None, None],
        }
        out.push(node);
    }
    out
}
