//! Tells what is wrong with page boxes and bleed.

use feuillet_units::Pt;

use crate::geometry::Rect;
use crate::page::{Boxes, Page, PageSummary};
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::{ALL, Check, Context, Group, PRINT, Rule, Severity};
use crate::rules::words::{mm, size};

/// By how much boxes may differ from what is meant, in points: what programs round away.
const SLACK: f64 = 0.05;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "box-media",
        group: Group::Boxes,
        severity: Severity::Error,
        targets: ALL,
        finds: "a page without a sheet, or with one of no size or one that is larger than any",
        why: "nobody knows how large the page is, and programs guess",
        source: "ISO 32000-1, 14.11.2 and annex C.2",
        remedy: "give each page a `MediaBox`",
        check: Check::Page(media),
    },
    Rule {
        id: "box-trim",
        group: Group::Boxes,
        severity: Severity::Error,
        targets: PRINT,
        finds: "a page that does not say where it is cut",
        why: "imposition places pages by their trim; without one the shop cuts where it guesses",
        source: "ISO 15930-7 (PDF/X-4); print shops",
        remedy: "export with a trim box (`TrimBox`), the final size of the page",
        check: Check::Page(trim),
    },
    Rule {
        id: "box-art",
        group: Group::Boxes,
        severity: Severity::Error,
        targets: PRINT,
        finds: "a page with a trim and an art box",
        why: "programs cut at either",
        source: "ISO 15930-7 (PDF/X-4): one of them, never both",
        remedy: "remove the art box (`ArtBox`)",
        check: Check::Page(art),
    },
    Rule {
        id: "box-nesting",
        group: Group::Boxes,
        severity: Severity::Error,
        targets: PRINT,
        finds: "a trim outside the bleed, or a bleed outside the sheet",
        why: "imposition programs refuse such pages, or place them wrongly",
        source: "ISO 15930-7 (PDF/X-4); ISO 32000-1, 14.11.2",
        remedy: "export again: trim inside bleed inside media",
        check: Check::Page(nesting),
    },
    Rule {
        id: "box-crop",
        group: Group::Boxes,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a crop that hides a part of the bleed",
        why: "many programs show and place only what lies within the crop: the bleed is gone",
        source: "ISO 32000-1, 14.11.2; Ghent Workgroup",
        remedy: "remove the crop box (`CropBox`), or make it as large as the sheet",
        check: Check::Page(crop),
    },
    Rule {
        id: "bleed-box",
        group: Group::Boxes,
        severity: Severity::Error,
        targets: PRINT,
        finds: "less bleed around the trim than is asked",
        why: "paper shifts in the cutter: without bleed a white line shows at the edge",
        source: "print shops: 3 mm nearly everywhere",
        remedy: "export with bleed, and with its box (`BleedBox`)",
        check: Check::Pages(bleed),
    },
    Rule {
        id: "bleed-spine",
        group: Group::Boxes,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "facing pages that bleed on three sides only, not at the spine",
        why: "folded and stitched sheets need no more, but glued and spiral-bound blocks are cut or milled at the spine",
        source: "bookbinders",
        remedy: "nothing for stapled booklets; else export with bleed on all four sides",
        check: Check::Pages(spine),
    },
    Rule {
        id: "bleed-ink",
        group: Group::Boxes,
        severity: Severity::Error,
        targets: PRINT,
        finds: "colour that reaches the trim, and does not go on to the edge of the bleed",
        why: "a white line shows where the cutter misses by half a millimetre",
        source: "print shops",
        remedy: "draw the plane or the picture on to the edge of the bleed",
        check: Check::Page(short),
    },
    Rule {
        id: "page-turned",
        group: Group::Boxes,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a page that is turned by its `Rotate` entry",
        why: "imposition programs differ in whether they heed it",
        source: "print shops; Ghent Workgroup",
        remedy: "export the page as it is to be printed",
        check: Check::Page(turned),
    },
    Rule {
        id: "page-unit",
        group: Group::Boxes,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a page with units of its own (`UserUnit`)",
        why: "programs that do not heed it print at another size",
        source: "ISO 32000-1, table 30; Ghent Workgroup",
        remedy: "export the page in points",
        check: Check::Page(unit),
    },
];

fn media(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    if !page.boxes.media_given {
        found.add(Occurrence::new("no `MediaBox` that has a sensible size"));
    }
}

fn trim(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    if page.boxes.cut().is_none() {
        found.add(Occurrence::new("no `TrimBox`"));
    }
}

fn art(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    if page.boxes.trim.is_some() && page.boxes.art.is_some() {
        found.add(Occurrence::new("`TrimBox` and `ArtBox`"));
    }
}

fn nesting(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let boxes = &page.boxes;
    let cut = boxes.cut().map(|cut| ("the trim", cut));
    let bleed = boxes.bleed.map(|bleed| ("the bleed", bleed));
    let media = Some(("the sheet", boxes.media));
    for (inner, outer) in [(cut, bleed), (bleed, media), (cut, media)] {
        if let (Some((inner, area)), Some((outer, around))) = (inner, outer)
            && !around.holds(area, SLACK)
        {
            found.add(Occurrence::new(format!("{inner} sticks out of {outer}")).at(area));
        }
    }
}

fn crop(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let boxes = &page.boxes;
    let inked = boxes.bleed.or(boxes.trim);
    if let (Some(crop), Some(inked)) = (boxes.crop, inked)
        && !crop.holds(inked, SLACK)
    {
        let occurrence = Occurrence::new(format!("a crop of {}", size(crop)));
        found.add(occurrence.wanted(format!("at least {}", size(inked))).at(crop));
    }
}

/// How far one rectangle reaches beyond another: left, bottom, right, top.
fn margins(outer: Rect, inner: Rect) -> [f64; 4] {
    [inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1]
}

/// The sides in the order of [`margins`].
const SIDES: [&str; 4] = ["left", "bottom", "right", "top"];

/// The sides of a page that have less bleed than is asked, by their place in [`SIDES`], and the least that one has; `None` if
/// it does not say where it is cut.
fn lacking(context: &Context<'_>, boxes: &Boxes) -> Option<(Vec<usize>, f64)> {
    boxes.cut()?;
    let margins = margins(boxes.printable_area(), boxes.trim_area());
    let margins = margins.map(|margin| margin * boxes.user_unit);
    let asked = Pt::from(context.request.bleed).0;
    let short =
        |side: &usize| margins.get(*side).is_some_and(|margin| *margin < asked - SLACK * 2.0);
    let least = margins.into_iter().fold(f64::INFINITY, f64::min);
    Some(((0..SIDES.len()).filter(short).collect(), least.max(0.0)))
}

/// Where a side of a page is seen once the page is turned, by their places in [`SIDES`].
fn seen(boxes: &Boxes, side: usize) -> usize {
    (side + SIDES.len() - usize::from(boxes.rotation / 90) % SIDES.len()) % SIDES.len()
}

/// Whether pages face each other and have no bleed at their spine: odd ones lack it at one side, left or right, and even ones
/// at the other.
fn bleeds_at_three_sides(context: &Context<'_>, pages: &[PageSummary]) -> bool {
    let mut sides = [None; 2];
    for page in pages {
        let Some((lacking, _)) = lacking(context, &page.boxes) else { return false };
        let side = match lacking.as_slice() {
            [] => continue,
            [side] => seen(&page.boxes, *side),
            _ => return false,
        };
        let parity = &mut sides[page.number % 2];
        if parity.is_some_and(|other| other != side) {
            return false;
        }
        *parity = Some(side);
    }
    matches!(sides, [Some(even), Some(odd)] if even + odd == 2 && even.abs_diff(odd) == 2)
}

fn bleed(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    if bleeds_at_three_sides(context, pages) {
        return;
    }
    for page in pages {
        let Some((lacking, least)) = lacking(context, &page.boxes) else { continue };
        if lacking.is_empty() {
            continue;
        }
        let sides: Vec<&str> =
            lacking.iter().filter_map(|side| SIDES.get(*side)).copied().collect();
        let where_ =
            if sides.len() == 4 { String::new() } else { format!(" at {}", sides.join(", ")) };
        let occurrence = Occurrence::new(format!("{} of bleed{where_}", mm(least)));
        found.add(occurrence.wanted(mm(Pt::from(context.request.bleed).0)).on(page.number));
    }
}

fn spine(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    if bleeds_at_three_sides(context, pages) {
        for page in pages.iter().filter(|page| {
            lacking(context, &page.boxes).is_some_and(|(lacking, _)| !lacking.is_empty())
        }) {
            found.add(Occurrence::new("no bleed at the spine").on(page.number));
        }
    }
}

fn short(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    /// The least share of an edge that is reported: less is a corner or a letter.
    const LEAST: f64 = 0.005;
    let boxes = &page.boxes;
    let (Some(ink), Some(cut)) = (&page.ink, boxes.cut()) else { return };
    let outer = boxes.printable_area();
    let strips = [
        |(y0, y1), outer: Rect, cut: Rect| Rect { x0: outer.x0, y0, x1: cut.x0, y1 },
        |(x0, x1), outer: Rect, cut: Rect| Rect { x0, y0: outer.y0, x1, y1: cut.y0 },
        |(y0, y1), outer: Rect, cut: Rect| Rect { x0: cut.x1, y0, x1: outer.x1, y1 },
        |(x0, x1), outer: Rect, cut: Rect| Rect { x0, y0: cut.y1, x1, y1: outer.y1 },
    ];
    for ((name, side), strip) in SIDES.iter().zip(ink.sides).zip(strips) {
        let faults = [("ends", side.ends), ("gives way to another", side.changes)];
        for (what, stretch) in faults.into_iter().filter(|(_, stretch)| stretch.share > LEAST) {
            let what = format!("colour that {what} between the trim and the bleed at the {name}");
            found.add(Occurrence::new(what).at(strip(stretch.along, outer, cut)));
        }
    }
}

fn turned(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    if page.boxes.rotation != 0 {
        found.add(Occurrence::new(format!("turned by {} degrees", page.boxes.rotation)));
    }
}

fn unit(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    if (page.boxes.user_unit - 1.0).abs() > 1e-6 {
        found.add(Occurrence::new(format!("units of {} points", page.boxes.user_unit)));
    }
}
