//! The marks of a page in; those that are neither in the structure nor artifacts out.

use std::collections::BTreeMap;

use crate::detail::{Detail, Found};
use crate::rule::Context;
use crate::rules::access::places::Areas;
use crate::survey::{Kind, Page};

pub(super) fn untagged(context: &Context<'_>, page: &Page, found: &mut Found) {
    // Of a file without tags `access-tags` says all there is to say.
    if !context.tree().present {
        return;
    }
    let seen = page.boxes.crop.unwrap_or(page.boxes.media);
    let mut kinds: BTreeMap<&str, Areas> = BTreeMap::new();
    for mark in &page.marks {
        if mark.content.id.is_some() || mark.content.artifact {
            continue;
        }
        let kind = match &mark.kind {
            Kind::Text(_) => "text is",
            Kind::Image { .. } => "a picture is",
            Kind::Fill { .. } | Kind::Stroke { .. } => "a line or an area is",
            Kind::Shading { .. } => "a gradient is",
        };
        if let Some(area) = mark.area.shared(seen) {
            kinds.entry(kind).or_default().add(area);
        }
    }
    for (kind, areas) in kinds {
        for area in areas.all() {
            let what = format!("{kind} neither in the logical structure nor an artifact");
            found.add(Detail::new(what).on(page.number).at(area));
        }
    }
}
