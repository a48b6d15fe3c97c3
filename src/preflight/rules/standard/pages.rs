//! Tells what a PDF/X must not show on its pages.

use std::collections::BTreeMap;

use lopdf::Dictionary;

use crate::file::number_of;
use crate::geometry::Rect;
use crate::page::{ItemKind, Page};
use crate::resources::colour::Space;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::rules::standard::{Claim, Family, claim};

/// How far a box may stick out of another, in points: what is lost when figures are read.
const SLACK: f64 = 0.001;
/// How deep colour spaces lie in one another.
const DEEPEST: usize = 8;
/// The most annotations of a page that are looked at.
const MOST_ANNOTATIONS: usize = 10_000;

/// Details of a page, joined where they say the same of the same object.
#[derive(Default)]
struct Joined(BTreeMap<(String, Option<u32>), Option<Rect>>);

impl Joined {
    fn add(&mut self, found: String, object: Option<u32>, area: Option<Rect>) {
        let joined = self.0.entry((found, object)).or_insert(area);
        *joined = match (*joined, area) {
            (Some(one), Some(other)) => Some(one.joined(other)),
            (one, other) => one.or(other),
        };
    }

    fn tell(self, page: &Page, wanted: &str, found: &mut Occurrences) {
        for ((what, object), area) in self.0 {
            let mut occurrence =
                Occurrence::new(what).wanted(wanted).object(object).on(page.number);
            occurrence.area = area;
            found.add(occurrence);
        }
    }
}

pub(super) fn boxes(cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let boxes = &page.boxes;
    let object = page.id.map(|(number, _)| number);
    let mut tell = |what: String| found.add(Occurrence::new(what).object(object).on(page.number));
    if !boxes.media_given {
        tell(format!("a page of a `{}` without MediaBox", claim.name));
        return;
    }
    let cut = match (boxes.trim, boxes.art) {
        (Some(_), Some(_)) => {
            tell(format!("a page of a `{}` with both TrimBox and ArtBox", claim.name));
            boxes.trim.map(|trim| ("TrimBox", trim))
        }
        (Some(trim), None) => Some(("TrimBox", trim)),
        (None, Some(art)) => Some(("ArtBox", art)),
        (None, None) => {
            tell(format!("a page of a `{}` without TrimBox or ArtBox", claim.name));
            None
        }
    };
    let bleed = boxes.bleed.map(|bleed| ("BleedBox", bleed));
    let media = Some(("MediaBox", boxes.media));
    for (inner, outer) in [(bleed, media), (cut, bleed), (cut, media)] {
        let (Some((inner, one)), Some((outer, other))) = (inner, outer) else { continue };
        if !other.holds(one, SLACK) {
            tell(format!("the {inner} is not within the {outer}"));
        }
    }
}

pub(super) fn fonts(cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let mut joined = Joined::default();
    for item in &page.items {
        // Text that is never painted needs no glyphs.
        if let ItemKind::Text(text) = &item.kind
            && text.needs_glyphs()
            && !text.font.embedded
        {
            let what = format!("font `{}` is not embedded in a `{}`", text.font.name, claim.name);
            joined.add(what, text.font.object, Some(item.area));
        }
    }
    joined.tell(page, "", found);
}

/// The first space within a space that a PDF/X does not allow.
pub(super) fn forbidden(
    space: &Space,
    family: Family,
    components: Option<usize>,
    depth: usize,
) -> Option<String> {
    if depth > DEEPEST {
        return None;
    }
    let inner = |space: &Space| forbidden(space, family, components, depth + 1);
    let only_cmyk = family == Family::X1;
    let is_wrong = match space {
        Space::Indexed { base, .. } => return inner(base),
        Space::Separation { alternate, .. } | Space::DeviceN { alternate, .. } => {
            return inner(alternate).map(|found| format!("{found}, which stands in for an ink"));
        }
        Space::Pattern(under) => return under.as_deref().and_then(inner),
        Space::Gray | Space::Broken(_) => false,
        Space::Cmyk => !only_cmyk && components.is_some_and(|components| components != 4),
        Space::Rgb => only_cmyk || components != Some(3),
        Space::CalGray | Space::CalRgb | Space::Lab { .. } | Space::Icc(_) => only_cmyk,
    };
    is_wrong.then(|| match space {
        Space::Rgb => "DeviceRGB".to_owned(),
        Space::Cmyk => "DeviceCMYK".to_owned(),
        Space::CalGray => "CalGray".to_owned(),
        Space::CalRgb => "CalRGB".to_owned(),
        Space::Lab { .. } => "Lab".to_owned(),
        _ => "ICCBased".to_owned(),
    })
}

pub(super) fn colour(cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let components = cx.claims.components();
    let mut joined = Joined::default();
    for item in &page.items {
        if matches!(&item.kind, ItemKind::Text(text) if text.is_hidden()) {
            continue;
        }
        let Some(name) = forbidden(&item.paint.space, claim.family, components, 0) else {
            continue;
        };
        let object = match &item.kind {
            ItemKind::Image { image, .. } => image.object,
            ItemKind::Shading { object } => *object,
            _ => item.form,
        };
        joined.add(format!("{name} in a `{}`", claim.name), object, Some(item.area));
    }
    let wanted = if claim.family == Family::X1 {
        "DeviceCMYK, DeviceGray, and named inks"
    } else {
        "the colours of the output intent, or such with a profile"
    };
    joined.tell(page, wanted, found);
}

pub(super) fn transparency(cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims).filter(Claim::is_opaque) else { return };
    let mut joined = Joined::default();
    for group in &page.groups {
        let what = if group.mask { "a soft mask" } else { "a transparency group" };
        joined.add(format!("{what} in a `{}`", claim.name), group.form, None);
    }
    for state in &page.states {
        let value = state.value.trim_start_matches('/').trim();
        let percent = value.trim_end_matches('%').trim().parse::<f64>();
        let is_opaque = match state.key {
            "SMask" => value == "None",
            "BM" => matches!(value, "Normal" | "Compatible"),
            "ca" | "CA" => percent.map_or(true, |percent| percent >= 100.0),
            _ => true,
        };
        if !is_opaque {
            joined.add(
                format!("`{}` of {value} in a `{}`", state.key, claim.name),
                state.object,
                None,
            );
        }
    }
    for item in &page.items {
        if let ItemKind::Image { image, .. } = &item.kind
            && image.soft_mask.is_some()
        {
            joined.add(
                format!("a picture with a soft mask in a `{}`", claim.name),
                image.object,
                Some(item.area),
            );
        }
    }
    joined.tell(page, "no transparency", found);
}

pub(super) fn group_space(cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims).filter(Claim::is_in_xmp) else { return };
    let Some(components) = cx.claims.components() else { return };
    let mut joined = Joined::default();
    for group in &page.groups {
        let Some(space) = &group.space else { continue };
        // Of a mask only the lightness counts: grey is as good.
        let fits = space.components() == components || group.mask && space.components() == 1;
        if !fits && !matches!(**space, Space::Broken(_)) {
            let name = match **space {
                Space::Gray => "DeviceGray".to_owned(),
                Space::Rgb => "DeviceRGB".to_owned(),
                Space::Cmyk => "DeviceCMYK".to_owned(),
                _ => format!("a space of {} components", space.components()),
            };
            let object = group.form.or(page.id.map(|(number, _)| number));
            joined.add(
                format!("a transparency group in {name} in a `{}`", claim.name),
                object,
                None,
            );
        }
    }
    joined.tell(page, "the colours of the output intent", found);
}

pub(super) fn transfer(cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let mut joined = Joined::default();
    for state in &page.states {
        let value = state.value.trim_start_matches('/').trim();
        let is_curve = match state.key {
            "TR" => value != "Identity",
            "TR2" => !matches!(value, "Default" | "Identity"),
            "HTP" => true,
            _ => false,
        };
        if is_curve {
            joined.add(format!("`{}` in a `{}`", state.key, claim.name), state.object, None);
        }
    }
    joined.tell(page, "", found);
}

pub(super) fn annotations(cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let (name, area) = match page.boxes.bleed {
        Some(bleed) => ("bleed", bleed),
        None => ("trim", page.boxes.trim_area()),
    };
    let mut joined = Joined::default();
    let annotations = cx.file.array(&page.dictionary, "Annots").unwrap_or_default();
    for annotation in annotations.iter().take(MOST_ANNOTATIONS) {
        let Some(dictionary) = cx.file.dictionary(annotation) else { continue };
        if let Some((kind, place)) = within(cx, dictionary, area) {
            let what = format!("an annotation, {kind}, inside the {name} of a `{}`", claim.name);
            joined.add(what, number_of(annotation), Some(place));
        }
    }
    joined.tell(page, "", found);
}

/// The kind and place of an annotation that reaches into an area; `None` for those of print shops themselves.
fn within(cx: &Context<'_>, dictionary: &Dictionary, area: Rect) -> Option<(String, Rect)> {
    let kind =
        cx.file.name(dictionary, "Subtype").map(|name| String::from_utf8_lossy(name).into_owned());
    let kind = kind.unwrap_or_else(|| "of no kind".to_owned());
    if matches!(kind.as_str(), "TrapNet" | "PrinterMark") {
        return None;
    }
    let place = cx.file.rectangle(dictionary, "Rect")?;
    // What only touches the edge lies outside.
    let shared = place.shared(area)?;
    let is_outside = !place.is_empty() && shared.is_empty();
    (!is_outside).then(|| (kind.chars().take(40).collect(), place))
}
