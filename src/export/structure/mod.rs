//! Turns the structure tree that Typst writes into one by which a reader who listens finds their way.
//!
//! - A block of bare text is a paragraph (`elements`).
//! - A list item without a drawn mark has no label that says nothing (`elements`).
//! - The first cell of a row of a table is the row's header (`elements`).
//! - Lists that go on are one: the columns of a checklist, and numbered steps with what stands between them (`lists`).
//! - Texts that follow each other, and stand apart on the page, have a blank between them (`blanks`).

mod blanks;
mod elements;
mod lists;
mod texts;

use lopdf::{Document, Object, ObjectId};

use super::right_to_left::tags::{children, is_element};

/// Mends the structure tree of a PDF, if it has one.
///
/// # Errors
///
/// Fails if an object that is referred to is missing.
pub(super) fn finish(document: &mut Document) -> Result<(), lopdf::Error> {
    let Some(root) = root(document) else { return Ok(()) };
    elements::mend(document);
    let texts = texts::read(document);
    lists::join(document, root, &texts)?;
    blanks::add(document, root, &texts)
}

/// The element at the root.
fn root(document: &Document) -> Option<ObjectId> {
    let tree = document.catalog().ok()?.get(b"StructTreeRoot").ok()?;
    let (_, tree) = document.dereference(tree).ok()?;
    children(tree.as_dict().ok()?).first()?.as_reference().ok()
}

/// The type of an element.
fn kind(document: &Document, id: ObjectId) -> Option<&[u8]> {
    let element = document.get_dictionary(id).ok().filter(|dict| is_element(dict))?;
    element.get(b"S").and_then(Object::as_name).ok()
}

/// The elements among the children of one.
fn child_elements(document: &Document, id: ObjectId) -> Vec<ObjectId> {
    let children = document.get_dictionary(id).map(children).unwrap_or_default();
    let elements = children.iter().filter_map(|child| child.as_reference().ok());
    elements.filter(|child| document.get_dictionary(*child).is_ok_and(|it| it.has(b"S"))).collect()
}

#[cfg(test)]
mod tests;
