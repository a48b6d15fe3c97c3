//! Tells what a PDF/UA holds beside its text that nobody can hear.

use std::collections::HashSet;

use lopdf::{Dictionary, Object, ObjectId};

use crate::file::number_of;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::ContentKind;

/// How many objects of one kind are reported.
const MOST: usize = 100;

fn is_claimed(context: &Context<'_>) -> bool {
    context.claims.has("PDF/UA")
}

pub(super) fn layers(context: &Context<'_>, found: &mut Occurrences) {
    let file = context.file;
    let Some(layers) = file.dict(file.catalogue(), "OCProperties").filter(|_| is_claimed(context))
    else {
        return;
    };
    let own = layers.get(b"D").ok().into_iter();
    let others = file.array(layers, "Configs").unwrap_or_default();
    for object in own.chain(others.iter().take(MOST)) {
        let Some(configuration) = file.dictionary(object) else { continue };
        let mut add = |what: &str| found.add(Occurrence::new(what).object(number_of(object)));
        if file.text(configuration, "Name").is_none_or(|name| name.is_empty()) {
            add("a configuration of layers has no `Name`");
        }
        if file.entry(configuration, "AS").is_some() {
            add("a configuration of layers switches by itself (`AS`)");
        }
    }
}

pub(super) fn files(context: &Context<'_>, found: &mut Occurrences) {
    let file = context.file;
    if !is_claimed(context) {
        return;
    }
    let related = context.claims.has("PDF/A-3");
    for (number, specification) in each_dictionary(context, |dictionary| dictionary.has(b"EF")) {
        let has = |key| file.text(specification, key).is_some_and(|name| !name.is_empty());
        for key in ["F", "UF"] {
            if !has(key) {
                let what = format!("an attached file has no name `{key}`");
                found.add(Occurrence::new(what).object(Some(number)));
            }
        }
        if related && file.name(specification, "AFRelationship").is_none() {
            let what =
                "an attached file does not say what it is to the document (`AFRelationship`)";
            found.add(Occurrence::new(what).object(Some(number)));
        }
    }
}

pub(super) fn media(context: &Context<'_>, found: &mut Occurrences) {
    let file = context.file;
    if !is_claimed(context) {
        return;
    }
    let is_clip = |dictionary: &Dictionary| {
        file.name(dictionary, "S") == Some(b"MCD") && dictionary.has(b"D")
    };
    for (number, clip) in each_dictionary(context, is_clip) {
        let mut add = |what: &str| found.add(Occurrence::new(what).object(Some(number)));
        let kind = file.text(clip, "CT").unwrap_or_default();
        if !kind.split_once('/').is_some_and(|(one, other)| !one.is_empty() && !other.is_empty()) {
            add("a media clip has no type (`CT`)");
        }
        let words = file.array(clip, "Alt").unwrap_or_default();
        let says = |text: &Object| file.resolve(text).as_str().is_ok_and(|text| !text.is_empty());
        if !words.chunks(2).any(|pair| pair.last().is_some_and(says)) {
            add("a media clip has no words (`Alt`)");
        }
    }
}

pub(super) fn objects(context: &Context<'_>, found: &mut Occurrences) {
    let file = context.file;
    if !is_claimed(context) {
        return;
    }
    let is_reference = |dictionary: &Dictionary| {
        file.name(dictionary, "Subtype") == Some(b"Form") && dictionary.has(b"Ref")
    };
    for (number, _) in each_dictionary(context, is_reference) {
        let what = "a form stands for the page of another file (`Ref`)";
        found.add(Occurrence::new(what).object(Some(number)));
    }
    let is_trap = |dictionary: &Dictionary| file.name(dictionary, "Subtype") == Some(b"TrapNet");
    for (number, _) in each_dictionary(context, is_trap) {
        found.add(Occurrence::new("a page has traps (`TrapNet`)").object(Some(number)));
    }
    let held: HashSet<ObjectId> = context
        .tree()
        .items
        .iter()
        .filter_map(|item| match item.what {
            ContentKind::Object(object) => Some(object),
            ContentKind::Marked { .. } => None,
        })
        .collect();
    for id in held {
        let dictionary = file.document.objects.get(&id).and_then(|object| object.as_dict().ok());
        if dictionary
            .is_some_and(|dictionary| file.name(dictionary, "Subtype") == Some(b"PrinterMark"))
        {
            let what = "a printer's mark stands in the logical structure";
            found.add(Occurrence::new(what).object(Some(id.0)));
        }
    }
    if is_dynamic_form(context) {
        found.add(Occurrence::new("the pages are made by a dynamic form (XFA)"));
    }
}

/// Whether viewers make the pages themselves, from a form in XFA.
fn is_dynamic_form(context: &Context<'_>) -> bool {
    let file = context.file;
    let Some(form) = file.dict(file.catalogue(), "AcroForm") else { return false };
    let says = |object: &Object| {
        let Object::Stream(stream) = file.resolve(object) else { return false };
        let Ok(bytes) = file.unpacked(stream) else { return false };
        let text = String::from_utf8_lossy(&bytes);
        let value =
            text.split("dynamicRender").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1));
        value.is_some_and(|value| value.trim() == "required")
    };
    match file.entry(form, "XFA") {
        Some(Object::Array(parts)) => parts.iter().any(says),
        Some(_) => form.get(b"XFA").is_ok_and(says),
        None => false,
    }
}

/// The dictionaries, or those of streams, of a kind, wherever they stand, each with the number of its object.
fn each_dictionary<'a>(
    context: &Context<'a>,
    is_meant: impl Fn(&Dictionary) -> bool,
) -> Vec<(u32, &'a Dictionary)> {
    let mut found = Vec::new();
    for ((number, _), object) in &context.file.document.objects {
        let mut waiting = vec![object];
        while let Some(object) = waiting.pop() {
            let dictionary = match object {
                Object::Array(items) => {
                    waiting.extend(items);
                    continue;
                }
                Object::Dictionary(dictionary) => dictionary,
                Object::Stream(stream) => &stream.dict,
                _ => continue,
            };
            if is_meant(dictionary) {
                found.push((*number, dictionary));
            }
            waiting.extend(dictionary.iter().map(|(_, value)| value));
        }
        if found.len() >= MOST {
            break;
        }
    }
    found
}
