//! Turns the bytes of a content stream into a tree of its groups, and back.

use std::borrow::Cow;

use crate::export::scan::{Kind, Scanner};

/// A part of a content stream.
pub(in crate::export) enum Node<'a> {
    /// One operation.
    Operation(Operation<'a>),
    /// What stands between two operators that belong together.
    Group(Group<'a>),
}

/// An operator with its operands.
pub(in crate::export) struct Operation<'a> {
    /// The bytes, from the first operand to the operator.
    pub(in crate::export) bytes: Cow<'a, [u8]>,
    /// The operator.
    pub(in crate::export) operator: &'a [u8],
    /// The operands, token by token.
    pub(in crate::export) operands: Vec<&'a [u8]>,
}

/// The kind of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum GroupKind {
    /// `q` to `Q`.
    State,
    /// `BDC` or `BMC` to `EMC`.
    Marked,
    /// `BT` to `ET`.
    Text,
}

/// A group of operations.
pub(in crate::export) struct Group<'a> {
    pub(in crate::export) kind: GroupKind,
    pub(in crate::export) opener: Operation<'a>,
    pub(in crate::export) children: Vec<Node<'a>>,
}

impl GroupKind {
    /// The kind that an operator opens.
    fn opened_by(operator: &[u8]) -> Option<GroupKind> {
        match operator {
            b"q" => Some(GroupKind::State),
            b"BDC" | b"BMC" => Some(GroupKind::Marked),
            b"BT" => Some(GroupKind::Text),
            _ => None,
        }
    }

    /// The operator that ends the group.
    fn closer(self) -> &'static [u8] {
        match self {
            GroupKind::State => b"Q",
            GroupKind::Marked => b"EMC",
            GroupKind::Text => b"ET",
        }
    }
}

impl<'a> Operation<'a> {
    /// Makes an operation that the stream did not have.
    pub(in crate::export) fn new(bytes: Vec<u8>, operator: &'a [u8]) -> Operation<'a> {
        Operation { bytes: Cow::Owned(bytes), operator, operands: Vec::new() }
    }

    /// Whether its property list has a key.
    pub(in crate::export) fn has(&self, key: &[u8]) -> bool {
        self.operands.contains(&key)
    }
}

/// Reads a stream. Gives nothing if its groups overlap, or if it holds an inline image: such a stream is left alone.
pub(in crate::export) fn parse(content: &[u8]) -> Option<Vec<Node<'_>>> {
    let mut scanner = Scanner::new(content);
    let mut open: Vec<(Group<'_>, Vec<Node<'_>>)> = Vec::new();
    let mut nodes = Vec::new();
    let mut operands: Vec<&[u8]> = Vec::new();
    let mut start = None;
    while let Some((kind, range)) = scanner.next().ok()? {
        let first = *start.get_or_insert(range.start);
        let token = &content[range.clone()];
        if kind != Kind::Operator {
            operands.push(token);
            continue;
        }
        start = None;
        let bytes = Cow::Borrowed(&content[first..range.end]);
        let operation =
            Operation { bytes, operator: token, operands: std::mem::take(&mut operands) };
        if token == b"BI" {
            return None;
        } else if let Some(kind) = GroupKind::opened_by(token) {
            let group = Group { kind, opener: operation, children: Vec::new() };
            open.push((group, std::mem::take(&mut nodes)));
        } else if [GroupKind::State, GroupKind::Marked, GroupKind::Text]
            .iter()
            .any(|kind| kind.closer() == token)
        {
            let (mut group, outer) = open.pop()?;
            if group.kind.closer() != token {
                return None;
            }
            group.children = std::mem::replace(&mut nodes, outer);
            nodes.push(Node::Group(group));
        } else {
            nodes.push(Node::Operation(operation));
        }
    }
    (open.is_empty() && start.is_none()).then_some(nodes)
}

/// Writes nodes as a stream.
pub(in crate::export) fn write(nodes: &[Node<'_>], out: &mut Vec<u8>) {
    for node in nodes {
        match node {
            Node::Operation(operation) => push(out, &operation.bytes),
            Node::Group(group) => {
                push(out, &group.opener.bytes);
                write(&group.children, out);
                push(out, group.kind.closer());
            }
        }
    }
}

/// Appends an operation; a delimiter at its start needs no white space before it.
fn push(out: &mut Vec<u8>, bytes: &[u8]) {
    let delimited = matches!(bytes.first(), Some(b'/' | b'[' | b'(' | b'<'));
    if !out.is_empty() && !delimited {
        out.push(b'\n');
    }
    out.extend_from_slice(bytes);
}

/// Reads a string of a content stream, literal or hexadecimal (ISO 32000-1, 7.3.4).
pub(in crate::export) fn string(token: &[u8]) -> Option<Vec<u8>> {
    match token {
        [b'<', digits @ .., b'>'] => {
            let digits: Vec<u8> = digits
                .iter()
                .filter(|byte| !byte.is_ascii_whitespace())
                .map(|byte| char::from(*byte).to_digit(16).map(|digit| digit as u8))
                .collect::<Option<_>>()?;
            Some(
                digits
                    .chunks(2)
                    .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0))
                    .collect(),
            )
        }
        [b'(', rest @ .., b')'] => Some(literal(rest)),
        _ => None,
    }
}

/// Reads what stands between the parentheses of a literal string.
fn literal(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let Some(&escaped) = bytes.get(at) else { break };
        at += 1;
        match escaped {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\n' => {}
            b'\r' => at += usize::from(bytes.get(at) == Some(&b'\n')),
            b'0'..=b'7' => {
                let mut code = u32::from(escaped - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = bytes.get(at) else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    at += 1;
                }
                // High-order overflow is ignored.
                out.push(code as u8);
            }
            other => out.push(other),
        }
    }
    out
}
