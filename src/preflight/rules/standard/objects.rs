//! Tells what a PDF/X must not contain besides its pages.

use std::collections::{BTreeMap, HashSet};

use lopdf::{Dictionary, Object, Stream};

use crate::file::number_of;
use crate::file::tree_pairs;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::rules::standard::{Claim, claim};

/// The most bookmarks, annotations and names that are looked at.
const MOST_ENTRIES: usize = 100_000;

/// All streams with their numbers.
fn streams<'a>(cx: &Context<'a>) -> impl Iterator<Item = (u32, &'a Stream)> {
    cx.file.document.objects.iter().filter_map(|(id, object)| match object {
        Object::Stream(stream) => Some((id.0, stream)),
        _ => None,
    })
}

/// Tells how many objects have the same fault, and the first of them.
fn tell(counts: BTreeMap<String, (usize, u32)>, wanted: &str, found: &mut Occurrences) {
    for (what, (count, first)) in counts {
        let what = if count == 1 { what } else { format!("{what}, in {count} objects") };
        found.add(Occurrence::new(what).wanted(wanted).object(Some(first)));
    }
}

pub(super) fn layers(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims).filter(Claim::is_opaque) else { return };
    if cx.file.entry(cx.file.catalogue(), "OCProperties").is_some() {
        found.add(
            Occurrence::new(format!("layers in a `{}`", claim.name)).wanted("no optional content"),
        );
    }
}

/// Whether a name tree of the catalogue holds something.
fn has_names(cx: &Context<'_>, tree: &str) -> bool {
    let names = cx.file.dict(cx.file.catalogue(), "Names");
    let root = names.and_then(|names| names.get(tree.as_bytes()).ok());
    root.is_some_and(|root| !tree_pairs(cx.file, root, "Names").is_empty())
}

pub(super) fn actions(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let file = cx.file;
    let catalogue = file.catalogue();
    if let Some(action) = file.dict(catalogue, "OpenAction") {
        found.add(Occurrence::new(format!(
            "{} when the file is opened, in a `{}`",
            named(cx, action),
            claim.name
        )));
    }
    if file.entry(catalogue, "AA").is_some() {
        found.add(Occurrence::new(format!("actions of the file in a `{}`", claim.name)));
    }
    if has_names(cx, "JavaScript") {
        found.add(Occurrence::new(format!("JavaScript in a `{}`", claim.name)));
    }
    if bookmarks_act(cx) {
        found.add(Occurrence::new(format!("bookmarks with actions in a `{}`", claim.name)));
    }
    let mut left = MOST_ENTRIES;
    for (index, page) in cx.pages.pages.iter().enumerate() {
        if file.entry(&page.dictionary, "AA").is_some() {
            found.add(
                Occurrence::new(format!("actions of a page in a `{}`", claim.name)).on(index + 1),
            );
        }
        for annotation in file.array(&page.dictionary, "Annots").unwrap_or_default() {
            left = left.saturating_sub(1);
            let Some(dictionary) = file.dictionary(annotation).filter(|_| left > 0) else {
                continue;
            };
            let action = file.dict(dictionary, "A").or_else(|| file.dict(dictionary, "AA"));
            if let Some(action) = action {
                let what = format!("{} of an annotation in a `{}`", named(cx, action), claim.name);
                let mut occurrence =
                    Occurrence::new(what).object(number_of(annotation)).on(index + 1);
                occurrence.area = file.rectangle(dictionary, "Rect");
                found.add(occurrence);
            }
        }
    }
}

/// An action by its kind.
fn named(cx: &Context<'_>, action: &Dictionary) -> String {
    let kind = cx.file.name(action, "S").map(|kind| String::from_utf8_lossy(kind).into_owned());
    kind.map_or("an action".to_owned(), |kind| {
        format!("an action `{}`", kind.chars().take(40).collect::<String>())
    })
}

/// Whether a bookmark has an action instead of a place.
fn bookmarks_act(cx: &Context<'_>) -> bool {
    let Some(root) = cx.file.dict(cx.file.catalogue(), "Outlines") else { return false };
    let mut seen = HashSet::new();
    let mut waiting: Vec<&Object> = root.get(b"First").ok().into_iter().collect();
    while let Some(object) = waiting.pop() {
        let is_new = number_of(object).is_some_and(|number| seen.insert(number));
        if !is_new || seen.len() > MOST_ENTRIES {
            continue;
        }
        let Some(bookmark) = cx.file.dictionary(object) else { continue };
        if cx.file.entry(bookmark, "A").is_some() {
            return true;
        }
        waiting
            .extend([b"First".as_slice(), b"Next"].iter().filter_map(|key| bookmark.get(key).ok()));
    }
    false
}

pub(super) fn filters(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let mut counts = BTreeMap::new();
    let mut count =
        |what: String, object: u32| counts.entry(what).or_insert((0usize, object)).0 += 1;
    for (object, stream) in streams(cx) {
        let filter = cx.file.entry(&stream.dict, "Filter");
        let filters = match filter {
            Some(Object::Array(filters)) => filters.as_slice(),
            Some(filter) => std::slice::from_ref(filter),
            None => &[],
        };
        for filter in filters.iter().take(16) {
            let Object::Name(name) = cx.file.resolve(filter) else { continue };
            let is_forbidden = match name.as_slice() {
                b"LZWDecode" | b"LZW" => true,
                b"JBIG2Decode" | b"JPXDecode" => claim.is_opaque(),
                _ => false,
            };
            if is_forbidden {
                count(format!("`{}` in a `{}`", String::from_utf8_lossy(name), claim.name), object);
            }
        }
        if claim.is_opaque() && matches!(cx.file.name(&stream.dict, "Type"), Some(b"ObjStm")) {
            count(format!("object streams in a `{}`", claim.name), object);
        }
        if cx.file.entry(&stream.dict, "F").is_some() {
            count(format!("a stream that stands in another file in a `{}`", claim.name), object);
        }
    }
    tell(counts, "", found);
    if claim.is_opaque() && cx.structure.has_reference_streams {
        found.add(
            Occurrence::new(format!("cross-reference streams in a `{}`", claim.name))
                .wanted("a table"),
        );
    }
}

pub(super) fn postscript(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let mut counts = BTreeMap::new();
    for (object, stream) in streams(cx) {
        let is_postscript = ["Subtype", "Subtype2"]
            .iter()
            .any(|key| cx.file.name(&stream.dict, key) == Some(b"PS"));
        if is_postscript {
            counts.entry(format!("PostScript in a `{}`", claim.name)).or_insert((0, object)).0 += 1;
        }
    }
    tell(counts, "", found);
}

pub(super) fn stand_ins(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let mut counts = BTreeMap::new();
    for (object, stream) in streams(cx) {
        if cx.file.entry(&stream.dict, "OPI").is_some() {
            counts.entry(format!("OPI in a `{}`", claim.name)).or_insert((0, object)).0 += 1;
        }
        if cx.file.entry(&stream.dict, "Ref").is_some() {
            let what =
                format!("a form that stands in for a page of another file in a `{}`", claim.name);
            counts.entry(what).or_insert((0, object)).0 += 1;
        }
        let alternates = cx.file.array(&stream.dict, "Alternates").unwrap_or_default();
        let is_printed = alternates.iter().take(16).filter_map(|object| cx.file.dictionary(object));
        if is_printed
            .into_iter()
            .any(|one| cx.file.boolean(one, "DefaultForPrinting") == Some(true))
        {
            let what = format!("a picture that is another in print in a `{}`", claim.name);
            counts.entry(what).or_insert((0, object)).0 += 1;
        }
    }
    tell(counts, "", found);
}

pub(super) fn attachments(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let catalogue = cx.file.catalogue();
    if has_names(cx, "EmbeddedFiles")
        || cx.file.array(catalogue, "AF").is_some_and(|files| !files.is_empty())
    {
        found.add(Occurrence::new(format!("attached files in a `{}`", claim.name)));
        return;
    }
    let mut counts = BTreeMap::new();
    for (object, stream) in streams(cx) {
        if cx.file.name(&stream.dict, "Type") == Some(b"EmbeddedFile") {
            counts
                .entry(format!("an embedded file in a `{}`", claim.name))
                .or_insert((0, object))
                .0 += 1;
        }
    }
    tell(counts, "", found);
}
