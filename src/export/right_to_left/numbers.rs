//! Turns the pieces of a number that has several groups of digits into one marked content that says what it is.

use super::content::{Group, GroupKind, Node, Operation};
use super::fonts::is_digit;
use super::marked::{Neighbours, identifier, span_with_text};
use super::piece::{Fonts, Matrix, Piece, inverse, is_rule, matrix, piece, then};

/// Joins the pieces of each number that has several groups of digits, and gives it its text, the groups joined by no-break
/// spaces: pdfium turns round what blanks divide.
pub(super) fn with_whole_numbers<'a>(
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

/// Appends what was collected: as one, if it is a number of several groups; else as it came.
fn finish<'a>(number: Option<Number<'a>>, out: &mut Vec<Node<'a>>, joined: &mut Vec<Vec<i64>>) {
    let Some(number) = number else { return };
    let whole = number.grouped().zip(number.parts());
    let Some((text, parts)) = whole else {
        out.extend(number.groups.into_iter().map(Node::Group));
        return;
    };
    let identifiers: Vec<i64> =
        number.pieces.iter().filter_map(|index| identifier(&number.groups[*index])).collect();
    let opener = Operation::new(span_with_text(&text), b"BDC");
    let children = parts.into_iter().map(Node::Operation).collect();
    let span = Node::Group(Group { kind: GroupKind::Marked, opener, children });
    let (mut first, mut rules) = (None, Vec::new());
    for (index, group) in number.groups.into_iter().enumerate() {
        if index == number.pieces[0] {
            first = Some(group);
        } else if !number.pieces.contains(&index) {
            rules.push(Node::Group(group));
        }
    }
    if let Some(mut first) = first {
        if let Some(text) = text_of(&mut first) {
            text.children = vec![span];
        }
        out.push(Node::Group(first));
    }
    out.extend(rules);
    joined.extend((identifiers.len() > 1).then_some(identifiers));
}

/// The text object of a piece.
fn text_of<'g, 'a>(group: &'g mut Group<'a>) -> Option<&'g mut Group<'a>> {
    if group.kind == GroupKind::Text {
        return Some(group);
    }
    group.children.iter_mut().find_map(|node| match node {
        Node::Group(group) => text_of(group),
        Node::Operation(_) => None,
    })
}

/// A piece, taken apart.
#[derive(Default)]
struct Part<'g, 'a> {
    /// The transformation around its text object.
    around: Option<Matrix>,
    /// What sets its look.
    look: Vec<&'g [u8]>,
    /// The operations of its text object, without marks.
    text: Vec<&'g Operation<'a>>,
}

impl<'g, 'a> Part<'g, 'a> {
    /// Takes a group apart. Gives nothing if it has another shape than text in one place.
    fn read(&mut self, group: &'g Group<'a>, inside_text: bool) -> Option<()> {
        let inside_text = inside_text || group.kind == GroupKind::Text;
        for node in &group.children {
            match node {
                Node::Group(group) if group.kind == GroupKind::State && inside_text => return None,
                Node::Group(group) => self.read(group, inside_text)?,
                Node::Operation(operation) if inside_text => self.text.push(operation),
                Node::Operation(operation) if operation.operator == b"cm" => {
                    let cm = matrix(&operation.operands)?;
                    if !self.text.is_empty() || self.around.replace(cm).is_some() {
                        return None;
                    }
                }
                Node::Operation(operation) => self.look.push(&operation.bytes),
            }
        }
        Some(())
    }
}

impl<'a> Number<'a> {
    /// The operations of all its text objects as those of the first. Readers take the place of such a text from where its
    /// mark ends: it must end within the first text object.
    fn parts(&self) -> Option<Vec<Operation<'a>>> {
        let mut parts = Vec::new();
        let mut first: Option<(Matrix, Vec<&[u8]>)> = None;
        for index in &self.pieces {
            let mut part = Part::default();
            part.read(&self.groups[*index], false)?;
            let around = part.around?;
            let (to_first, look) = match &first {
                Some((to_first, look)) => (*to_first, look),
                None => {
                    let (to_first, look) = first.insert((inverse(&around)?, part.look.clone()));
                    (*to_first, &*look)
                }
            };
            if *look != part.look {
                return None;
            }
            let moved = then(&around, &to_first);
            for operation in part.text {
                let operation = match operation.operator {
                    b"Tm" if *index != self.pieces[0] => {
                        let place = then(&matrix(&operation.operands)?, &moved);
                        let numbers = place.map(|number| short(number) + " ").concat();
                        Operation::new(format!("{numbers}Tm").into_bytes(), b"Tm")
                    }
                    _ => Operation {
                        bytes: operation.bytes.clone(),
                        operator: operation.operator,
                        operands: operation.operands.clone(),
                    },
                };
                parts.push(operation);
            }
        }
        Some(parts)
    }
}

/// Spells a number with as many digits as a page needs.
fn short(number: f64) -> String {
    let spelt = format!("{number:.6}");
    let spelt = spelt.trim_end_matches('0').trim_end_matches('.');
    if spelt == "-0" { "0".to_owned() } else { spelt.to_owned() }
}
