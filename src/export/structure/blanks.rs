//! Turns texts that stand apart on the page, and follow each other for a listener, into words with a blank between.

use std::collections::{HashMap, HashSet};

use lopdf::{Document, Object, ObjectId};

use super::kind;
use super::texts::Texts;
use crate::export::repack::inflated;
use crate::export::right_to_left::content::{Group, GroupKind, Node, Operation, parse, write};
use crate::export::right_to_left::fonts::is_right_to_left;
use crate::export::right_to_left::marked::identifier;
use crate::export::right_to_left::piece::Fonts;
use crate::export::right_to_left::tags::{children, marked_content};
use crate::export::right_to_left::{dictionary, fonts, named_fonts};

/// Adds the blanks. They draw nothing, and nothing moves.
///
/// # Errors
///
/// Fails if an object that is referred to is missing.
pub(super) fn add(
    document: &mut Document,
    root: ObjectId,
    texts: &Texts,
) -> Result<(), lopdf::Error> {
    let mut leaves = Vec::new();
    collect(document, root, None, root, &mut leaves);
    let mut ends: HashMap<ObjectId, HashSet<i64>> = HashMap::new();
    for pair in leaves.windows(2) {
        let (one, other) = (&pair[0], &pair[1]);
        if one.block != other.block {
            continue;
        }
        let (page, identifier) = one.place;
        let apart = page != other.place.0;
        let (Some(one), Some(other)) = (texts.get(&one.place), texts.get(&other.place)) else {
            continue;
        };
        let (text, next) = (&one.piece.text, &other.piece.text);
        // A line from right to left has its own blank at the end.
        let from_right = text.chars().chain(next.chars()).any(is_right_to_left);
        let glued =
            text.ends_with(char::is_alphanumeric) && next.starts_with(char::is_alphanumeric);
        let apart = apart || !one.piece.touches(&other.piece);
        if !one.is_given && !from_right && glued && apart {
            ends.entry(page).or_default().insert(identifier);
        }
    }
    let known = fonts::read(document);
    for (page, ends) in ends {
        let dict = document.get_dictionary(page)?;
        let id = dict.get(b"Contents").and_then(Object::as_reference)?;
        let Some(resources) = dictionary(document, dict, b"Resources") else { continue };
        let fonts = named_fonts(document, &resources, &known);
        let stream = document.get_object_mut(id).and_then(Object::as_stream_mut)?;
        let Some(content) = inflated(stream).map(std::borrow::Cow::into_owned) else { continue };
        let Some(mut nodes) = parse(&content) else { continue };
        extend(&mut nodes, &fonts, &ends);
        let mut written = Vec::with_capacity(content.len() + 64);
        write(&nodes, &mut written);
        stream.set_content(written);
        stream.dict.remove(b"Filter");
    }
    Ok(())
}

/// Lists the marked contents in the order in which they are heard.
fn collect(
    document: &Document,
    id: ObjectId,
    page: Option<ObjectId>,
    block: ObjectId,
    leaves: &mut Vec<Leaf>,
) {
    let Ok(element) = document.get_dictionary(id) else { return };
    let page = element.get(b"Pg").and_then(Object::as_reference).ok().or(page);
    // A line of the contents is one, whatever is in it.
    let block = match kind(document, id) {
        _ if kind(document, block) == Some(b"TOCI") => block,
        Some(b"Span" | b"Link" | b"Strong" | b"Em" | b"Reference" | b"Quote") | None => block,
        Some(_) => id,
    };
    for child in children(element) {
        match child.as_reference() {
            Ok(child) => collect(document, child, page, block, leaves),
            Err(_) => {
                let place = marked_content(&child, page);
                leaves.extend(place.map(|place| Leaf { place, block }));
            }
        }
    }
}

/// A marked content in the tree.
struct Leaf {
    /// Its page and identifier.
    place: (ObjectId, i64),
    /// The block that it is part of.
    block: ObjectId,
}

fn extend(nodes: &mut [Node<'_>], fonts: &Fonts, ends: &HashSet<i64>) {
    for node in nodes {
        let Node::Group(group) = node else { continue };
        match identifier(group).filter(|_| group.kind == GroupKind::Marked) {
            Some(found) if ends.contains(&found) => append_blank(group, fonts),
            Some(_) => {}
            None => extend(&mut group.children, fonts, ends),
        }
    }
}

/// Appends a blank to the last text that a group shows, if its font has one.
fn append_blank(group: &mut Group<'_>, fonts: &Fonts) {
    let mut blank = None;
    let mut last = None;
    each_operation(&mut group.children, &mut |operation| {
        if operation.operator == b"Tf" {
            let font = operation.operands.first().and_then(|name| fonts.get(*name));
            blank = font.and_then(|font| {
                let mut codes: Vec<u16> = font
                    .texts
                    .iter()
                    .filter(|(_, text)| *text == " ")
                    .map(|(code, _)| *code)
                    .collect();
                codes.sort_unstable();
                codes.first().copied()
            });
        } else if matches!(operation.operator, b"Tj" | b"TJ") {
            last = blank;
        }
    });
    let Some(blank) = last else { return };
    let mut count = 0;
    each_operation(&mut group.children, &mut |operation| {
        count += usize::from(matches!(operation.operator, b"Tj" | b"TJ"));
    });
    each_operation(&mut group.children, &mut |operation| {
        if !matches!(operation.operator, b"Tj" | b"TJ") {
            return;
        }
        count -= 1;
        if count == 0 {
            let mut shown: Vec<u8> = b"[".to_vec();
            for token in operation.operands.iter().filter(|token| !matches!(token, [b'[' | b']'])) {
                shown.push(b' ');
                shown.extend_from_slice(token);
            }
            shown.extend_from_slice(format!("<{blank:04x}>]TJ").as_bytes());
            *operation = Operation::new(shown, b"TJ");
        }
    });
}

fn each_operation<'a>(nodes: &mut [Node<'a>], look: &mut impl FnMut(&mut Operation<'a>)) {
    for node in nodes {
        match node {
            Node::Group(group) => each_operation(&mut group.children, look),
            Node::Operation(operation) => look(operation),
        }
    }
}
