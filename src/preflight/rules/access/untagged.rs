//! Tells which items are neither in the structure nor artifacts.

use std::collections::BTreeMap;

use crate::page::{ItemKind, Page};
use crate::rules::access::places::Areas;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

pub(super) fn untagged(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    // Of a file without tags `access-tags` says all there is to say.
    if !context.tree().present {
        return;
    }
    let visible = page.boxes.crop.unwrap_or(page.boxes.media);
    let mut kinds: BTreeMap<&str, Areas> = BTreeMap::new();
    for item in &page.items {
        if item.content.id.is_some() || item.content.artifact {
            continue;
        }
        let kind = match &item.kind {
            ItemKind::Text(_) => "text is",
            ItemKind::Image { .. } => "a picture is",
            ItemKind::Fill { .. } | ItemKind::Stroke { .. } => "a line or an area is",
            ItemKind::Shading { .. } => "a gradient is",
        };
        if let Some(area) = item.area.shared(visible) {
            kinds.entry(kind).or_default().add(area);
        }
    }
    for (kind, areas) in kinds {
        for area in areas.all() {
            let what = format!("{kind} neither in the logical structure nor an artifact");
            found.add(Occurrence::new(what).on(page.number).at(area));
        }
    }
}
