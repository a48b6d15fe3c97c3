//! Tells whether there is a structure tree, whether it agrees with the pages, and what its types mean.

use std::collections::{BTreeMap, HashSet};

use lopdf::{Dictionary, Object};

use crate::file::shortened;
use crate::file::{File, text};
use crate::page::PageSummary;
use crate::rules::access::places::{Areas, Contents};
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::{ContentKind, Element, Role};

pub(super) fn tags(context: &Context<'_>, found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    if !tree.present {
        found.add(Occurrence::new("the file has no logical structure (`StructTreeRoot`)"));
    } else if tree.elements.is_empty() {
        found.add(Occurrence::new("the logical structure is empty"));
    }
    let items = file.dict(file.catalogue(), "MarkInfo");
    let says = |key| items.and_then(|items| file.boolean(items, key)) == Some(true);
    if !says("Marked") {
        found.add(Occurrence::new("the catalogue does not say that the file is tagged (`Marked`)"));
    }
    if says("Suspects") {
        found.add(Occurrence::new("the catalogue says that tags may be wrong (`Suspects`)"));
    }
}

pub(super) fn roles(context: &Context<'_>, found: &mut Occurrences) {
    let tree = context.tree();
    let mut wrong: BTreeMap<&[u8], (&Element<'_>, usize)> = BTreeMap::new();
    for element in &tree.elements {
        if matches!(element.role, Role::Unmapped | Role::Circular) {
            wrong.entry(element.name).or_insert((element, 0)).1 += 1;
        }
    }
    for (element, count) in wrong.values().take(100) {
        let name = element.shown_name();
        let elements =
            if *count == 1 { "1 element".to_owned() } else { format!("{count} elements") };
        let what = match element.role {
            Role::Circular => format!("the type `{name}` of {elements} is mapped in a circle"),
            _ => format!(
                "the type `{name}` of {elements} is not standard, and is mapped to no standard type"
            ),
        };
        found.add(Occurrence::new(what).object(element.number()).on(element.page.unwrap_or(0)));
    }
    for name in &tree.circular {
        let name = shortened(&text(name));
        found.add(Occurrence::new(format!("the `RoleMap` maps `{name}` in a circle")));
    }
    for (name, other) in &tree.remapped {
        let [name, other] = [name, other].map(|name| shortened(&text(name)));
        found.add(Occurrence::new(format!("the standard type `{name}` is mapped to `{other}`")));
    }
}

pub(super) fn structure(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    let tree = context.tree();
    if !tree.present {
        return;
    }
    for fault in &tree.faults {
        found.add(Occurrence::new(fault.what.clone()).object(fault.object).on(fault.page));
    }
    let contents = Contents::of(pages);
    let mut owned = HashSet::new();
    let mut missing: BTreeMap<usize, (usize, &Element<'_>)> = BTreeMap::new();
    let mut twice: BTreeMap<usize, Areas> = BTreeMap::new();
    for item in &tree.items {
        let (ContentKind::Marked { id, owner }, Some(page)) = (item.what, item.page) else {
            continue;
        };
        let shown = contents.shown(item);
        if !owned.insert((page, owner, id)) {
            let places = twice.entry(page).or_default();
            if let Some((_, content)) = shown {
                places.add(content.area);
            }
        }
        if shown.is_none()
            && let Some(element) = tree.elements.get(item.element)
        {
            missing.entry(page).or_insert((0, element)).0 += 1;
        }
    }
    for (page, (count, element)) in missing {
        let name = element.shown_name();
        let what = match count {
            1 => format!("an element `{name}` holds contents that the page does not have"),
            _ => format!(
                "`{name}` and other elements hold {count} contents that the page does not have"
            ),
        };
        found.add(Occurrence::new(what).object(element.number()).on(page));
    }
    for (page, areas) in twice {
        places(found, "contents stand in the logical structure twice", page, areas);
    }
    for page in pages {
        let mut lost = Areas::default();
        for content in &page.contents {
            if !content.area.is_empty()
                && !owned.contains(&(page.number, content.owner, content.id))
            {
                lost.add(content.area);
            }
        }
        places(found, "contents have a number, but no element holds them", page.number, lost);
    }
    way_back(context, &contents, found);
}

fn places(found: &mut Occurrences, what: &str, page: usize, areas: Areas) {
    for area in areas.all() {
        found.add(Occurrence::new(what).on(page).at(area));
    }
}

/// Whether the parent tree leads from the contents of pages to the elements that hold them (ISO 32000-1, 14.7.4.4): a
/// screen reader that points at a place of the page goes that way.
fn way_back(context: &Context<'_>, contents: &Contents<'_>, found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    if tree.parents.is_none() {
        return;
    }
    let pages = &context.pages.pages;
    let mut wrong: BTreeMap<usize, u32> = BTreeMap::new();
    for item in tree.items.iter().filter(|item| contents.shown(item).is_some()) {
        let (ContentKind::Marked { id, owner }, Some(number)) = (item.what, item.page) else {
            continue;
        };
        let held = tree.elements.get(item.element).and_then(Element::number);
        let Some(held) = held else { continue };
        let key = match owner {
            Some(form) => form_of(file, form).and_then(|form| file.integer(form, "StructParents")),
            None => number
                .checked_sub(1)
                .and_then(|index| pages.get(index))
                .and_then(|page| file.integer(&page.dictionary, "StructParents")),
        };
        if key.and_then(|key| tree.parent(file, key, Some(id))) != Some(held) {
            wrong.entry(number).or_insert(held);
        }
    }
    for (page, object) in wrong {
        let what = "the `ParentTree` does not lead from contents of the page to the element that holds them";
        found.add(Occurrence::new(what).object(Some(object)).on(page));
    }
}

fn form_of(file: &File, number: u32) -> Option<&Dictionary> {
    // Objects of a later generation are rare, and then the key is not found.
    match file.document.objects.get(&(number, 0))? {
        Object::Stream(form) => Some(&form.dict),
        _ => None,
    }
}
