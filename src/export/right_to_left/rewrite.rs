//! Turns a content stream in which each word is reversed by itself into one whose lines read as a whole.

use std::borrow::Cow;

use super::content::{Group, GroupKind, Node, Operation, parse, string, write};
use super::fonts::{is_digit, is_right_to_left, steers};
use super::order::in_reading_order;
use super::piece::{Fonts, Piece, is_rule, piece};

/// A content stream rewritten, and what the structure tree must learn of it.
pub(super) struct Rewritten {
    pub(super) content: Vec<u8>,
    /// The identifiers of marked contents that became one; the first is that of all.
    pub(super) joined: Vec<Vec<i64>>,
    /// The identifiers of neighbours that are read in the opposite order.
    pub(super) turned: Vec<Vec<i64>>,
}

/// Tells whether marked contents are children of one element, in this order and with nothing between.
pub(super) type Neighbours<'a> = &'a dyn Fn(i64, i64) -> bool;

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
fn actual_text(opener: &Operation<'_>) -> Option<String> {
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

/// Spells a text as a property (ISO 32000-1, 14.9.4).
fn actual_text_property(text: &str) -> String {
    let units: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("/ActualText<feff{units}>")
}

fn span_with_text(text: &str) -> Vec<u8> {
    format!("/Span<<{}>>BDC", actual_text_property(text)).into_bytes()
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

/// Joins the pieces of each number that has several groups of digits, and gives it its text, the groups joined by no-break
/// spaces: pdfium turns round what blanks divide.
fn with_whole_numbers<'a>(
    nodes: Vec<Node<'a>>,
    fonts: &Fonts,
    neighbours: Neighbours<'_>,
    joined: &mut Vec<Vec<i64>>,
) -> Vec<Node<'a>> {
    let mut out: Vec<Node<'a>> = Vec::with_capacity(nodes.len());
    let mut number: Option<Number<'a>> = None;
    for node in nodes {
        let group = match node {
            Node::Group(group) => group,
            operation => {
                finish(number.take(), &mut out, joined);
                out.push(operation);
                continue;
            }
        };
        let part = piece(&group, fonts).filter(|piece| piece.text.chars().all(belongs));
        match (part, number.as_mut()) {
            (Some(part), Some(open)) if open.takes(&group, &part, neighbours) => {
                open.push(group, part);
            }
            (Some(part), _) => {
                finish(number.take(), &mut out, joined);
                number = Some(Number::new(group, part));
            }
            (None, Some(open)) if is_rule(&group) => open.push_rule(group),
            (None, _) => {
                finish(number.take(), &mut out, joined);
                let mut group = group;
                group.children = with_whole_numbers(group.children, fonts, neighbours, joined);
                out.push(Node::Group(group));
            }
        }
    }
    finish(number, &mut out, joined);
    out
}

/// Whether a character may be part of a number. pdfium takes all of them, but for blanks, for parts of it too.
fn belongs(c: char) -> bool {
    is_digit(c) || is_blank(c) || matches!(c, '+' | '-' | '.' | ',' | '/' | ':')
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}')
}

/// A number while its pieces are collected.
struct Number<'a> {
    /// The pieces, and the rules between and behind them, as they came.
    groups: Vec<Group<'a>>,
    /// The indices of the pieces.
    pieces: Vec<usize>,
    text: String,
    last: Piece,
}

impl<'a> Number<'a> {
    fn new(group: Group<'a>, piece: Piece) -> Number<'a> {
        Number { groups: vec![group], pieces: vec![0], text: piece.text.clone(), last: piece }
    }

    /// Whether a group goes on where the number ended, for the page and for the structure tree.
    fn takes(&self, group: &Group<'_>, piece: &Piece, neighbours: Neighbours<'_>) -> bool {
        let last = self.pieces.last().map(|index| &self.groups[*index]);
        self.last.is_followed_by(piece)
            && match (last.and_then(identifier), identifier(group)) {
                (Some(one), Some(other)) => neighbours(one, other),
                (None, None) => last.is_some_and(|last| last.kind == group.kind),
                _ => false,
            }
    }

    fn push(&mut self, group: Group<'a>, piece: Piece) {
        self.pieces.push(self.groups.len());
        self.groups.push(group);
        self.text.push_str(&piece.text);
        self.last = piece;
    }

    fn push_rule(&mut self, group: Group<'a>) {
        self.groups.push(group);
    }

    /// The text, if it is a number of several groups.
    fn grouped(&self) -> Option<String> {
        let text = self.text.trim_matches(is_blank);
        let groups = text.split(is_blank).filter(|group| group.chars().any(is_digit)).count();
        (groups > 1).then(|| {
            // Blanks around it are part of what is marked.
            self.text.chars().map(|c| if is_blank(c) { '\u{A0}' } else { c }).collect()
        })
    }
}

/// The identifier of a marked content.
pub(super) fn identifier(group: &Group<'_>) -> Option<i64> {
    let at = group.opener.operands.iter().position(|token| *token == b"/MCID")?;
    std::str::from_utf8(group.opener.operands.get(at + 1)?).ok()?.parse().ok()
}

/// Appends what was collected: as one, if it is a number of several groups; else as it came.
fn finish<'a>(number: Option<Number<'a>>, out: &mut Vec<Node<'a>>, joined: &mut Vec<Vec<i64>>) {
    let Some(number) = number else { return };
    let Some(text) = number.grouped() else {
        out.extend(number.groups.into_iter().map(Node::Group));
        return;
    };
    let (mut pieces, mut rules) = (Vec::new(), Vec::new());
    for (index, group) in number.groups.into_iter().enumerate() {
        if number.pieces.contains(&index) {
            pieces.push(group);
        } else {
            rules.push(Node::Group(group));
        }
    }
    let identifiers: Vec<i64> = pieces.iter().filter_map(identifier).collect();
    let marked = identifiers.len() == pieces.len();
    let opener = match pieces.first() {
        Some(first) if marked => with_property(&first.opener, &actual_text_property(&text)),
        _ => span_with_text(&text),
    };
    let mut children = Vec::new();
    for piece in pieces {
        if marked {
            children.extend(piece.children);
        } else {
            children.push(Node::Group(piece));
        }
    }
    let children = without_texts(children);
    let opener = Operation::new(opener, b"BDC");
    out.push(Node::Group(Group { kind: GroupKind::Marked, opener, children }));
    out.extend(rules);
    joined.extend((marked && identifiers.len() > 1).then_some(identifiers));
}

/// Adds a property to an operation that has a property list.
fn with_property(opener: &Operation<'_>, property: &str) -> Vec<u8> {
    let bytes = opener.bytes.as_ref();
    let end = bytes.windows(2).rposition(|pair| pair == b">>").unwrap_or(bytes.len());
    [&bytes[..end], property.as_bytes(), &bytes[end..]].concat()
}

/// Takes away texts that are given for parts: that of the whole says it all.
fn without_texts(nodes: Vec<Node<'_>>) -> Vec<Node<'_>> {
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::Group(mut group) => {
                group.children = without_texts(group.children);
                if group.kind == GroupKind::Marked && actual_text(&group.opener).is_some() {
                    out.extend(group.children);
                } else {
                    out.push(Node::Group(group));
                }
            }
            operation => out.push(operation),
        }
    }
    out
}
