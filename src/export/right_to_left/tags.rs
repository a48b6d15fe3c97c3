//! Turns a structure tree into one that knows of marked contents that became one.

use std::collections::{HashMap, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

/// Which element holds a marked content of a page, and at which place among its children.
pub(super) type Places = HashMap<(ObjectId, i64), (ObjectId, usize)>;

/// Finds the place of each marked content.
pub(super) fn places(document: &Document) -> Places {
    let mut places = HashMap::new();
    for (id, object) in &document.objects {
        let Some(element) = object.as_dict().ok().filter(|dict| is_element(dict)) else { continue };
        let own_page = element.get(b"Pg").and_then(Object::as_reference).ok();
        for (index, child) in children(element).iter().enumerate() {
            if let Some((page, identifier)) = marked_content(child, own_page) {
                places.insert((page, identifier), (*id, index));
            }
        }
    }
    places
}

/// Takes marked contents of a page out of the elements that hold them.
pub(super) fn remove(
    document: &mut Document,
    places: &Places,
    page: ObjectId,
    identifiers: &[i64],
) {
    let gone: HashSet<i64> = identifiers.iter().copied().collect();
    let elements: HashSet<ObjectId> = identifiers
        .iter()
        .filter_map(|identifier| places.get(&(page, *identifier)))
        .map(|(element, _)| *element)
        .collect();
    for id in elements {
        let Ok(element) = document.get_dictionary_mut(id) else { continue };
        let own_page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let mut kept = children(element);
        kept.retain(|child| {
            marked_content(child, own_page)
                .is_none_or(|(on, identifier)| on != page || !gone.contains(&identifier))
        });
        element.set("K", kept);
    }
}

/// Turns the order of neighbours among the children of their element.
pub(super) fn turn(document: &mut Document, places: &Places, page: ObjectId, identifiers: &[i64]) {
    let place = identifiers.first().and_then(|first| places.get(&(page, *first)));
    let Some(element) = place.and_then(|(id, _)| document.get_dictionary_mut(*id).ok()) else {
        return;
    };
    let own_page = element.get(b"Pg").and_then(Object::as_reference).ok();
    let mut turned = children(element);
    let is_row = |row: &[Object]| {
        row.iter()
            .zip(identifiers)
            .all(|(child, identifier)| marked_content(child, own_page) == Some((page, *identifier)))
    };
    if let Some(at) = turned.windows(identifiers.len()).position(is_row) {
        turned[at..at + identifiers.len()].reverse();
        element.set("K", turned);
    }
}

/// Whether a dictionary is an element of the structure tree; `/Type` may be left out (ISO 32000-1, table 323).
pub(in crate::export) fn is_element(dict: &Dictionary) -> bool {
    dict.has(b"S") && dict.has(b"P") && dict.has(b"K")
}

/// The children of an element.
pub(in crate::export) fn children(element: &Dictionary) -> Vec<Object> {
    match element.get(b"K") {
        Ok(Object::Array(children)) => children.clone(),
        Ok(child) => vec![child.clone()],
        Err(_) => Vec::new(),
    }
}

/// The page and the identifier of a child that is marked content.
pub(in crate::export) fn marked_content(
    child: &Object,
    own_page: Option<ObjectId>,
) -> Option<(ObjectId, i64)> {
    match child {
        Object::Integer(identifier) => Some((own_page?, *identifier)),
        Object::Dictionary(reference) if reference.has(b"MCID") => {
            let page = reference.get(b"Pg").and_then(Object::as_reference).ok().or(own_page);
            Some((page?, reference.get(b"MCID").and_then(Object::as_i64).ok()?))
        }
        _ => None,
    }
}
