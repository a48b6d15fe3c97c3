//! Tells what is wrong with images.

use crate::page::{Item, ItemKind, Page};
use crate::resources::image::Image;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::{ALL, Check, Context, Group, PAPER, PRINT, Rule, Severity};
use crate::rules::words::figure;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "image-resolution",
        group: Group::Images,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a picture with fewer pixels to the inch, where it is placed, than is asked",
        why: "it looks soft",
        source: "print shops: 300 dpi",
        remedy: "place a larger version of the picture, or make it smaller on the page",
        check: Check::Page(resolution),
    },
    Rule {
        id: "image-coarse",
        group: Group::Images,
        severity: Severity::Error,
        targets: PAPER,
        finds: "a picture with less than half of the pixels that are asked",
        why: "its pixels are seen",
        source: "print shops: never below 150 to 200 dpi",
        remedy: "place a larger version of the picture, or make it smaller on the page",
        check: Check::Page(coarse),
    },
    Rule {
        id: "image-line-art",
        group: Group::Images,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a picture of black and white alone with less than twice the pixels that are asked",
        why: "its edges are stairs: nothing softens them",
        source: "print shops: 600 dpi at least, 1200 for fine lines",
        remedy: "scan it again at 1200 dpi, or draw it as outlines",
        check: Check::Page(line_art),
    },
    Rule {
        id: "image-fine",
        group: Group::Images,
        severity: Severity::Warning,
        targets: ALL,
        finds: "a picture with more than three times the pixels that are of use",
        why: "the file is larger than it need be, which readers pay for by the megabyte",
        source: "print shops; readers on a telephone",
        remedy: "scale the picture down when the file is made",
        check: Check::Page(fine),
    },
    Rule {
        id: "image-damaged",
        group: Group::Images,
        severity: Severity::Error,
        targets: ALL,
        finds: "a picture that can't be read",
        why: "nothing, or rubbish, is shown in its place",
        source: "ISO 32000-1, 8.9 and 7.4",
        remedy: "place the picture again from a sound file",
        check: Check::Page(damaged),
    },
    Rule {
        id: "image-alternates",
        group: Group::Images,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a picture that brings others for other uses, or stands in for one elsewhere (OPI)",
        why: "the shop may print another picture than the one that is seen",
        source: "ISO 15930-7 (PDF/X-4); ISO 32000-1, 8.9.5.4",
        remedy: "place the final picture",
        check: Check::Page(alternates),
    },
];

/// The images of a page that are seen, with their resolution.
fn pictures(page: &Page) -> impl Iterator<Item = (&Item, &Image, f64)> {
    page.items.iter().filter(|item| item.is_visible()).filter_map(|item| match &item.kind {
        ItemKind::Image { image, .. } => {
            Some((item, &**image, item.resolution(page.boxes.user_unit)?))
        }
        _ => None,
    })
}

/// Whether an image is of two colours alone.
fn is_line_art(image: &Image) -> bool {
    let one_ink = image.space.as_ref().is_none_or(|space| space.components() == 1);
    image.stencil || (image.bits == 1 && one_ink)
}

fn tell(item: &Item, image: &Image, resolution: f64, wanted: String, found: &mut Occurrences) {
    let (width, height) = image.size;
    let what = format!("{} dpi, a picture of {width} x {height} pixels", figure(resolution, 0));
    found.add(Occurrence::new(what).wanted(wanted).object(image.object).at(item.area));
}

/// By how much figures of resolution may fall short, since sizes are rounded.
const SLACK: f64 = 0.995;

fn resolution(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let asked = context.request.resolution;
    for (item, image, resolution) in pictures(page) {
        if !is_line_art(image) && resolution < asked * SLACK && resolution >= asked / 2.0 * SLACK {
            tell(item, image, resolution, format!("{} dpi", figure(asked, 0)), found);
        }
    }
}

fn coarse(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let asked = context.request.resolution;
    for (item, image, resolution) in pictures(page) {
        if resolution < asked / 2.0 * SLACK {
            tell(item, image, resolution, format!("{} dpi", figure(asked, 0)), found);
        }
    }
}

fn line_art(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let asked = context.request.resolution;
    for (item, image, resolution) in pictures(page) {
        if is_line_art(image)
            && resolution < asked * 2.0 * SLACK
            && resolution >= asked / 2.0 * SLACK
        {
            tell(item, image, resolution, format!("{} dpi", figure(asked * 2.0, 0)), found);
        }
    }
}

fn fine(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    /// Below so many samples nothing is won.
    const MANY: u64 = 250_000;
    let most = context.request.resolution * 3.0;
    for (item, image, resolution) in pictures(page) {
        let most = if is_line_art(image) { most * 2.0 } else { most };
        if u64::from(image.size.0) * u64::from(image.size.1) > MANY && resolution > most {
            tell(item, image, resolution, format!("at most {} dpi", figure(most, 0)), found);
        }
    }
}

fn damaged(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    for item in &page.items {
        let ItemKind::Image { image, damage, .. } = &item.kind else { continue };
        let faults = damage.iter().map(ToString::to_string).chain(image.faults.iter().cloned());
        for fault in faults {
            found.add(Occurrence::new(fault).object(image.object).at(item.area));
        }
    }
}

fn alternates(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    for (item, image, _) in pictures(page) {
        if image.alternates {
            let what = "a picture with alternates";
            found.add(Occurrence::new(what).object(image.object).at(item.area));
        }
        if image.stand_in {
            let what = "a picture that stands in for another (OPI)";
            found.add(Occurrence::new(what).object(image.object).at(item.area));
        }
    }
}
