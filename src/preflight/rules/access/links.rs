//! Tells which annotations a screen reader does not announce, and which pages have another tab order.

use std::collections::HashMap;

use lopdf::{Dictionary, Object, ObjectId};

use crate::file::{File, PageEntry};
use crate::geometry::Rect;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::{ContentKind, Element};

/// The flag of annotations that are not shown (ISO 32000-1, table 165).
const HIDDEN: i64 = 2;

/// How many annotations are looked at: pages may share a list of any length.
const MOST_ANNOTATIONS: usize = 200_000;

/// The annotations of a page, each with its object.
fn annotations<'p>(
    file: &'p File,
    page: &'p PageEntry,
) -> impl Iterator<Item = (Option<ObjectId>, &'p Dictionary)> {
    let all = page.dictionary.get(b"Annots").ok().and_then(|all| file.resolve(all).as_array().ok());
    let all = all.map(Vec::as_slice).unwrap_or_default();
    all.iter().filter_map(move |annotation| {
        Some((annotation.as_reference().ok(), file.dictionary(annotation)?))
    })
}

pub(super) fn links(context: &Context<'_>, found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    let within = tree.within(&["Link"]);
    let mut owned: HashMap<ObjectId, (bool, Option<u32>)> = HashMap::new();
    for item in &tree.items {
        if let ContentKind::Object(object) = item.what {
            let (in_link, holder) = owned.entry(object).or_default();
            *in_link |= within.get(item.element) == Some(&true);
            *holder = tree.elements.get(item.element).and_then(Element::number);
        }
    }
    let mut looked_at = 0;
    for (page, number) in context.pages.pages.iter().zip(1..) {
        let shown = file
            .rectangle(&page.dictionary, "CropBox")
            .or(file.rectangle(&page.dictionary, "MediaBox"));
        for (object, link) in annotations(file, page) {
            looked_at += 1;
            if looked_at > MOST_ANNOTATIONS {
                return;
            }
            let area = file.rectangle(link, "Rect");
            if file.name(link, "Subtype") != Some(b"Link") || !is_shown(context, link, area, shown)
            {
                continue;
            }
            let number_of = object.map(|id| id.0);
            let occurrence = |what: &str| {
                let occurrence = Occurrence::new(what).object(number_of).on(number);
                area.map_or(occurrence.clone(), |area| occurrence.at(area))
            };
            match object.and_then(|object| owned.get(&object)) {
                // Programs that come from the link find its element this way.
                Some((true, holder)) => {
                    let key = file.integer(link, "StructParent");
                    let back = key.and_then(|key| tree.parent(file, key, None));
                    if holder.is_some() && tree.parents.is_some() && back != *holder {
                        found.add(occurrence(
                            "the `ParentTree` does not lead from a link to its element",
                        ));
                    }
                }
                Some((false, _)) => found.add(occurrence(
                    "a link stands in the logical structure, but in no element `Link`",
                )),
                None if tree.present => {
                    found.add(occurrence("a link is not in the logical structure"))
                }
                None => {}
            }
            if file.text(link, "Contents").is_none_or(|words| words.trim().is_empty()) {
                found.add(occurrence("a link has no words that say where it leads (`Contents`)"));
            }
        }
    }
}

/// Annotations that say nothing themselves: the window of a note, printer's marks, traps.
const SILENT: [&[u8]; 3] = [b"Popup", b"PrinterMark", b"TrapNet"];

pub(super) fn others(context: &Context<'_>, found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    let held: HashMap<ObjectId, &Element<'_>> = tree
        .items
        .iter()
        .filter_map(|item| match item.what {
            ContentKind::Object(object) => Some((object, tree.elements.get(item.element)?)),
            ContentKind::Marked { .. } => None,
        })
        .collect();
    let mut looked_at = 0;
    for (page, number) in context.pages.pages.iter().zip(1..) {
        let shown = file
            .rectangle(&page.dictionary, "CropBox")
            .or(file.rectangle(&page.dictionary, "MediaBox"));
        for (object, annotation) in annotations(file, page) {
            looked_at += 1;
            if looked_at > MOST_ANNOTATIONS {
                return;
            }
            let kind = file.name(annotation, "Subtype").unwrap_or_default();
            let area = file.rectangle(annotation, "Rect");
            if kind == b"Link"
                || SILENT.contains(&kind)
                || !is_shown(context, annotation, area, shown)
            {
                continue;
            }
            let is_field = kind == b"Widget";
            let (what, element) = if is_field { ("a field", "Form") } else { ("a note", "Annot") };
            let occurrence = |what: String| {
                let occurrence = Occurrence::new(what).object(object.map(|id| id.0)).on(number);
                area.map_or(occurrence.clone(), |area| occurrence.at(area))
            };
            let holder = object.and_then(|object| held.get(&object));
            if tree.present && holder.is_none_or(|holder| holder.standard() != element) {
                found.add(occurrence(format!("{what} is in no element `{element}`")));
            }
            let alternative = holder.and_then(|holder| holder.text(file, "Alt"));
            let key = if is_field { "TU" } else { "Contents" };
            let own = inherited(file, annotation, key);
            let says = |text: Option<String>| text.is_some_and(|text| !text.trim().is_empty());
            if !says(own) && !says(alternative) {
                found.add(occurrence(format!("{what} has no words (`{key}`)")));
            }
        }
    }
}

/// A text of an annotation, or of the fields above it.
fn inherited(file: &File, annotation: &Dictionary, key: &str) -> Option<String> {
    /// How deep fields are nested at most.
    const DEEPEST: usize = 32;
    let mut field = annotation;
    for _ in 0..DEEPEST {
        if let Some(text) = file.text(field, key) {
            return Some(text);
        }
        field = file.dict(field, "Parent")?;
    }
    None
}

/// Whether an annotation shows: those that are hidden or lie outside the page need no words (ISO 14289-1, 7.18.1).
fn is_shown(
    context: &Context<'_>,
    link: &Dictionary,
    area: Option<Rect>,
    page: Option<Rect>,
) -> bool {
    let flags = context.file.integer(link, "F").unwrap_or(0);
    let outside = area.zip(page).is_some_and(|(area, page)| area.shared(page).is_none());
    flags & HIDDEN == 0 && !outside
}

pub(super) fn tab_order(context: &Context<'_>, found: &mut Occurrences) {
    let file = context.file;
    for (page, number) in context.pages.pages.iter().zip(1..) {
        if annotations(file, page).next().is_none() {
            continue;
        }
        let what = match file.entry(&page.dictionary, "Tabs") {
            Some(Object::Name(order)) if order == b"S" => continue,
            Some(Object::Name(order)) if order == b"R" => "the tab order of the page follows rows",
            Some(Object::Name(order)) if order == b"C" => {
                "the tab order of the page follows columns"
            }
            Some(_) => "the tab order of the page is not that of the structure",
            None => "the page has annotations, and names no tab order (`Tabs`)",
        };
        found.add(
            Occurrence::new(what).wanted("`/Tabs /S`").object(page.id.map(|id| id.0)).on(number),
        );
    }
}
