//! Turns the marked contents of all pages into their texts.

use std::collections::HashMap;

use lopdf::{Document, Object, ObjectId};

use crate::export::repack::inflated;
use crate::export::right_to_left::content::{Group, GroupKind, Node, parse};
use crate::export::right_to_left::marked::identifier;
use crate::export::right_to_left::piece::{Fonts, Piece, piece};
use crate::export::right_to_left::rewrite::actual_text;
use crate::export::right_to_left::{dictionary, fonts, named_fonts};

/// The text of a marked content.
pub(super) struct Text {
    /// What its glyphs say, and where they stand.
    pub(super) piece: Piece,
    /// Whether another text is given for its glyphs.
    pub(super) is_given: bool,
}

/// The texts by page and identifier.
pub(super) type Texts = HashMap<(ObjectId, i64), Text>;

/// Reads the texts; a page that can't be read has none.
pub(super) fn read(document: &Document) -> Texts {
    let mut texts = HashMap::new();
    for (page, content, fonts) in pages(document) {
        if let Some(nodes) = parse(&content) {
            collect(&nodes, &fonts, &mut |identifier, text| {
                texts.insert((page, identifier), text);
            });
        }
    }
    texts
}

/// The content and the fonts of each page.
fn pages(document: &Document) -> Vec<(ObjectId, Vec<u8>, Fonts)> {
    let known = fonts::read(document);
    let pages = document.page_iter().filter_map(|page| {
        let dict = document.get_dictionary(page).ok()?;
        let content = dict.get(b"Contents").and_then(Object::as_reference).ok()?;
        let content = document.get_object(content).and_then(Object::as_stream).ok()?;
        let resources = dictionary(document, dict, b"Resources")?;
        let fonts = named_fonts(document, &resources, &known);
        Some((page, inflated(content)?.into_owned(), fonts))
    });
    pages.collect()
}

fn collect(nodes: &[Node<'_>], fonts: &Fonts, add: &mut impl FnMut(i64, Text)) {
    for node in nodes {
        let Node::Group(group) = node else { continue };
        match identifier(group).filter(|_| group.kind == GroupKind::Marked) {
            Some(identifier) => {
                if let Some(piece) = piece(group, fonts) {
                    add(identifier, Text { piece, is_given: gives_text(group) });
                }
            }
            None => collect(&group.children, fonts, add),
        }
    }
}

/// Whether a text is given for anything in a group.
fn gives_text(group: &Group<'_>) -> bool {
    let inside = group.children.iter().any(|node| match node {
        Node::Group(group) => gives_text(group),
        Node::Operation(_) => false,
    });
    inside || actual_text(&group.opener).is_some()
}
