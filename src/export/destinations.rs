//! Turns the named destinations of a PDF into neutral ones: an id in the source tells what a section is about.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, StringFormat};

/// The keys whose value may be the name of a destination (ISO 32000-1, tables 149, 153, 173 and 199).
const KEYS: [&[u8]; 2] = [b"Dest", b"D"];

/// Numbers the destinations that Typst has named by labels, and renames whatever leads to them.
///
/// # Errors
///
/// Fails if the PDF has no catalogue.
pub(super) fn neutralise(document: &mut Document) -> Result<(), lopdf::Error> {
    let names = destinations(document)?;
    if names.is_empty() {
        return Ok(());
    }
    // A name tree is sorted: with as many digits each, the numbers are too.
    let digits = names.len().to_string().len();
    let neutral: HashMap<Vec<u8>, Object> = (1..)
        .zip(&names)
        .map(|(number, (name, _))| {
            let spelt = format!("s{number:0digits$}").into_bytes();
            (name.clone(), Object::String(spelt, StringFormat::Literal))
        })
        .collect();
    for object in document.objects.values_mut() {
        rename(object, &neutral);
    }
    let entries = names.into_iter().flat_map(|(name, target)| [neutral[&name].clone(), target]);
    let mut tree = Dictionary::new();
    tree.set("Names", entries.collect::<Vec<Object>>());
    let mut all = all_names(document)?;
    all.set("Dests", tree);
    document.catalog_mut()?.set("Names", all);
    Ok(())
}

/// The dictionary of name trees.
fn all_names(document: &Document) -> Result<Dictionary, lopdf::Error> {
    let names = document.catalog()?.get(b"Names").ok();
    let names = names.and_then(|names| document.dereference(names).ok());
    Ok(names.and_then(|(_, names)| names.as_dict().ok()).cloned().unwrap_or_default())
}

/// Lists the destinations, in the order of the tree.
fn destinations(document: &Document) -> Result<Vec<(Vec<u8>, Object)>, lopdf::Error> {
    let mut found = Vec::new();
    let mut open: Vec<Object> =
        all_names(document)?.get(b"Dests").ok().cloned().into_iter().collect();
    while let Some(node) = open.pop() {
        let Ok(node) = document.dereference(&node).and_then(|(_, node)| node.as_dict()) else {
            continue;
        };
        let array = |key: &[u8]| {
            let (_, array) = document.dereference(node.get(key).ok()?).ok()?;
            array.as_array().ok()
        };
        for entry in array(b"Names").into_iter().flat_map(|names| names.chunks_exact(2)) {
            if let Ok(name) = entry[0].as_str() {
                found.push((name.to_vec(), entry[1].clone()));
            }
        }
        open.extend(array(b"Kids").into_iter().flatten().rev().cloned());
    }
    Ok(found)
}

/// Renames the destinations that an object names.
fn rename(object: &mut Object, neutral: &HashMap<Vec<u8>, Object>) {
    match object {
        Object::Array(items) => items.iter_mut().for_each(|item| rename(item, neutral)),
        Object::Dictionary(dictionary) => {
            for (key, value) in dictionary.iter_mut() {
                let name = value.as_str().ok().filter(|_| KEYS.contains(&key.as_slice()));
                match name.and_then(|name| neutral.get(name)) {
                    Some(name) => *value = name.clone(),
                    None => rename(value, neutral),
                }
            }
        }
        _ => {}
    }
}
