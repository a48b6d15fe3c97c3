//! Turns pieces of a run that Typst drew from left to right, since their fonts differ, into the order in which they are read.

use super::content::{Group, Node};
use super::fonts::{is_digit, is_right_to_left};
use super::marked::{Neighbours, identifier};
use super::piece::{Fonts, Piece, piece};

/// Reverses each row of pieces that stand side by side from left to right though they are read from right to left: text
/// that runs so is drawn piece by piece to the left, except where a sign came from another font. Gives the identifiers of
/// each row in the order in which it came.
pub(super) fn in_reading_order<'a>(
    nodes: Vec<Node<'a>>,
    fonts: &Fonts,
    neighbours: Neighbours<'_>,
    turned: &mut Vec<Vec<i64>>,
) -> Vec<Node<'a>> {
    let mut out = Vec::with_capacity(nodes.len());
    let mut row: Vec<(Group<'a>, Piece)> = Vec::new();
    for node in nodes {
        let mut group = match node {
            Node::Group(group) => group,
            operation => {
                finish(&mut row, &mut out, turned);
                out.push(operation);
                continue;
            }
        };
        let Some(part) = piece(&group, fonts) else {
            finish(&mut row, &mut out, turned);
            group.children = in_reading_order(group.children, fonts, neighbours, turned);
            out.push(Node::Group(group));
            continue;
        };
        let follows = row.last().is_some_and(|(last, before)| {
            before.is_followed_by(&part)
                && match (identifier(last), identifier(&group)) {
                    (Some(one), Some(other)) => neighbours(one, other),
                    (None, None) => last.kind == group.kind,
                    _ => false,
                }
        });
        if !follows || !may_be_turned(&part.text) {
            finish(&mut row, &mut out, turned);
        }
        if may_be_turned(&part.text) {
            row.push((group, part));
        } else {
            out.push(Node::Group(group));
        }
    }
    finish(&mut row, &mut out, turned);
    out
}

/// Whether a piece has nothing that runs from left to right.
fn may_be_turned(text: &str) -> bool {
    text.chars().all(|c| is_right_to_left(c) || !(c.is_alphabetic() || is_digit(c)))
}

/// Appends a row, turned if there are letters in it that run from right to left.
fn finish<'a>(
    row: &mut Vec<(Group<'a>, Piece)>,
    out: &mut Vec<Node<'a>>,
    turned: &mut Vec<Vec<i64>>,
) {
    let runs_left = row.iter().any(|(_, piece)| piece.text.chars().any(is_right_to_left));
    if row.len() > 1 && runs_left {
        let identifiers: Vec<i64> = row.iter().filter_map(|(group, _)| identifier(group)).collect();
        turned.extend((identifiers.len() == row.len()).then_some(identifiers));
        row.reverse();
    }
    out.extend(row.drain(..).map(|(group, _)| Node::Group(group)));
}
