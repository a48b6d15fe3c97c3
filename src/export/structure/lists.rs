//! Turns lists that go on after each other into one.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::texts::Texts;
use super::{child_elements, kind};
use crate::export::right_to_left::tags::{children, marked_content};

/// Joins lists among the children of an element, and of all below it.
///
/// # Errors
///
/// Fails if an element is missing.
pub(super) fn join(
    document: &mut Document,
    id: ObjectId,
    texts: &Texts,
) -> Result<(), lopdf::Error> {
    let mut kept: Vec<Object> = Vec::new();
    let mut changed = false;
    // The numbered list that may go on, and how many of the kept children come up to it.
    let mut open: Option<(ObjectId, usize)> = None;
    for child in document.get_dictionary(id).map(children)? {
        let element = child.as_reference().ok();
        let type_of = |it: ObjectId| kind(document, it).unwrap_or_default().to_vec();
        let (element, name) = match element {
            Some(element) => (element, type_of(element)),
            None => (id, Vec::new()),
        };
        // A new chapter.
        if name == b"H1" {
            open = None;
        }
        if name != b"L" {
            kept.push(child);
            continue;
        }
        let of = |list: ObjectId| numbers(document, list, texts);
        let before = kept.last().and_then(|last| last.as_reference().ok());
        let before = before.filter(|before| kind(document, *before) == Some(b"L"));
        match (of(element), open, before) {
            (Some((first, _)), Some((list, length)), _)
                if of(list).is_some_and(|(_, last)| last + 1 == first) =>
            {
                let between = kept.split_off(length);
                append(document, list, element, between)?;
                changed = true;
            }
            (Some(_), _, _) => {
                kept.push(child);
                open = Some((element, kept.len()));
            }
            (None, _, Some(before))
                if of(before).is_none()
                    && numbering(document, before) == numbering(document, element) =>
            {
                append(document, before, element, Vec::new())?;
                changed = true;
            }
            (None, _, _) => kept.push(child),
        }
    }
    if changed {
        document.get_dictionary_mut(id)?.set("K", kept);
    }
    for element in child_elements(document, id) {
        join(document, element, texts)?;
    }
    Ok(())
}

/// The attributes of a list, which tell its marks.
fn numbering(document: &Document, list: ObjectId) -> Option<Object> {
    let attributes = document.get_dictionary(list).ok()?.get(b"A").ok()?;
    let (_, attributes) = document.dereference(attributes).ok()?;
    let of = |dict: &Dictionary| dict.get(b"ListNumbering").ok().cloned();
    match attributes {
        Object::Array(all) => all.iter().filter_map(|one| one.as_dict().ok()).find_map(of),
        one => one.as_dict().ok().and_then(of),
    }
}

/// The first and the last number of a numbered list.
fn numbers(document: &Document, list: ObjectId, texts: &Texts) -> Option<(u32, u32)> {
    let items = child_elements(document, list);
    let number = |item: Option<&ObjectId>| {
        let labels = child_elements(document, *item?);
        let label = labels.into_iter().find(|it| kind(document, *it) == Some(b"Lbl"))?;
        let element = document.get_dictionary(label).ok()?;
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let contents = children(element);
        let content = marked_content(contents.first()?, page)?;
        let text = &texts.get(&content)?.piece.text;
        let digits = text.chars().filter_map(digit);
        (text.trim().chars().next().is_some_and(|c| digit(c).is_some()))
            .then(|| digits.fold(0, |number: u32, digit| number.saturating_mul(10) + digit))
    };
    Some((number(items.first())?, number(items.last())?))
}

/// The value of a digit, Western or Arabic.
fn digit(c: char) -> Option<u32> {
    match c {
        '\u{660}'..='\u{669}' => Some(u32::from(c) - 0x660),
        '\u{6F0}'..='\u{6F9}' => Some(u32::from(c) - 0x6F0),
        c => c.to_digit(10),
    }
}

/// Appends the items of a list to another one. What stood between them becomes part of the last item before.
fn append(
    document: &mut Document,
    list: ObjectId,
    other: ObjectId,
    between: Vec<Object>,
) -> Result<(), lopdf::Error> {
    if !between.is_empty() {
        let items = child_elements(document, list);
        let parts = items.last().map(|item| child_elements(document, *item)).unwrap_or_default();
        let body = parts.into_iter().rfind(|part| kind(document, *part) == Some(b"LBody"));
        if let Some(body) = body {
            for element in between.iter().filter_map(|it| it.as_reference().ok()) {
                document.get_dictionary_mut(element)?.set("P", body);
            }
            let body = document.get_dictionary_mut(body)?;
            let all = [children(body), between].concat();
            body.set("K", all);
        }
    }
    let items = document.get_dictionary(other).map(children)?;
    for item in items.iter().filter_map(|it| it.as_reference().ok()) {
        document.get_dictionary_mut(item)?.set("P", list);
    }
    let list = document.get_dictionary_mut(list)?;
    let all = [children(list), items].concat();
    list.set("K", all);
    Ok(())
}
