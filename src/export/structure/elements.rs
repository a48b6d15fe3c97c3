//! Turns single elements into what they are.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{child_elements, kind};
use crate::export::right_to_left::tags::children;

/// Mends each element by itself.
pub(super) fn mend(document: &mut Document) {
    let ids: Vec<ObjectId> = document.objects.keys().copied().collect();
    let mut empty = Vec::new();
    for id in ids {
        if let Ok(element) = document.get_dictionary(id)
            && element.get(b"S").and_then(Object::as_name).ok() == Some(b"Lbl")
            && children(element).is_empty()
        {
            empty.extend(
                element.get(b"P").and_then(Object::as_reference).ok().map(|item| (item, id)),
            );
            continue;
        }
        match kind(document, id) {
            Some(b"Span" | b"Strong" | b"Em") if is_block(document, id) => {
                if let Ok(element) = document.get_dictionary_mut(id) {
                    element.set("S", Object::Name(b"P".to_vec()));
                }
            }
            Some(b"TBody") => {
                for row in child_elements(document, id) {
                    mend_row(document, row);
                }
            }
            _ => {}
        }
    }
    for (item, label) in empty {
        let Ok(item) = document.get_dictionary_mut(item) else { continue };
        let mut kept = children(item);
        kept.retain(|child| child.as_reference().ok() != Some(label));
        item.set("K", kept);
    }
}

/// Whether an element says that it is laid out as a block, and stands where a paragraph may.
fn is_block(document: &Document, id: ObjectId) -> bool {
    let Ok(element) = document.get_dictionary(id) else { return false };
    let says = |attributes: &Dictionary| {
        attributes.get(b"Placement").and_then(Object::as_name).ok() == Some(b"Block")
    };
    let parent = element.get(b"P").and_then(Object::as_reference).ok();
    let parent = parent.and_then(|parent| kind(document, parent));
    attributes(document, element).iter().any(says)
        && matches!(
            parent,
            Some(
                b"Document" | b"Part" | b"Sect" | b"Div" | b"BlockQuote" | b"LBody" | b"TD" | b"TH"
            )
        )
}

/// The attributes of an element, one dictionary for each owner.
fn attributes(document: &Document, element: &Dictionary) -> Vec<Dictionary> {
    let resolve = |object: &Object| document.dereference(object).ok().map(|(_, it)| it.clone());
    match element.get(b"A").ok().and_then(resolve) {
        Some(Object::Array(all)) => {
            all.iter().filter_map(resolve).filter_map(|it| it.as_dict().ok().cloned()).collect()
        }
        Some(Object::Dictionary(one)) => vec![one],
        _ => Vec::new(),
    }
}

/// Makes the first cell of a row its header. What the other cells name as their headers goes: with the scopes of both
/// headers a reader finds them, and names would leave the row's out.
fn mend_row(document: &mut Document, row: ObjectId) {
    for (index, cell) in child_elements(document, row).into_iter().enumerate() {
        if kind(document, cell) != Some(b"TD") {
            return;
        }
        let Ok(element) = document.get_dictionary(cell) else { return };
        let mut attributes = attributes(document, element);
        for table in &mut attributes {
            table.remove(b"Headers");
        }
        attributes.retain(|table| table.len() > 1);
        if index == 0 {
            let is_table = |it: &&mut Dictionary| {
                it.get(b"O").and_then(Object::as_name).ok() == Some(b"Table")
            };
            match attributes.iter_mut().find(is_table) {
                Some(table) => table.set("Scope", "Row"),
                None => attributes.push(lopdf::dictionary! { "O" => "Table", "Scope" => "Row" }),
            }
        }
        let Ok(element) = document.get_dictionary_mut(cell) else { return };
        if index == 0 {
            element.set("S", "TH");
        }
        if attributes.is_empty() {
            element.remove(b"A");
        } else {
            element.set("A", attributes.into_iter().map(Object::Dictionary).collect::<Vec<_>>());
        }
    }
}
