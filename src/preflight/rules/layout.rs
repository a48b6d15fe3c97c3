//! Tells what is wrong with the number and size of pages, the safe zone, thin lines and small text.

use feuillet_units::Pt;

use crate::page::{Item, ItemKind, Page, PageSummary};
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::{ALL, Check, Context, Group, PRINT, Rule, Severity};
use crate::rules::words::{figure, mm, pt};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "page-count",
        group: Group::Layout,
        severity: Severity::Error,
        targets: ALL,
        finds: "another number of pages than was asked",
        why: "a page is missing, or one too many is printed",
        source: "the order",
        remedy: "make the file again with all its pages, and no others",
        check: Check::Pages(count),
    },
    Rule {
        id: "page-multiple",
        group: Group::Layout,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a number of pages that sheets folded once do not have",
        why: "a stapled booklet has a multiple of four pages: the shop adds white ones where it likes",
        source: "print shops: saddle stitch",
        remedy: "add pages, or take some out, up to a multiple of four",
        check: Check::Pages(multiple),
    },
    Rule {
        id: "page-size",
        group: Group::Layout,
        severity: Severity::Error,
        targets: PRINT,
        finds: "pages of different sizes",
        why: "a run has one size: the others are scaled, cut or left out",
        source: "print shops",
        remedy: "export all pages at the same size, and the others as a file of their own",
        check: Check::Pages(sizes),
    },
    Rule {
        id: "page-size-asked",
        group: Group::Layout,
        severity: Severity::Error,
        targets: PRINT,
        finds: "pages of another size than was asked",
        why: "the shop cuts to the size of the order, and scales or cuts off what differs",
        source: "the order",
        remedy: "make the file again at the size of the order, or correct the order",
        check: Check::Pages(asked_size),
    },
    Rule {
        id: "page-blank",
        group: Group::Layout,
        severity: Severity::Warning,
        targets: ALL,
        finds: "a page on which nothing is seen",
        why: "it may be meant, or a part is missing",
        source: "print shops ask",
        remedy: "leave the page out, or tell the shop that it is meant",
        check: Check::Pages(blank),
    },
    Rule {
        id: "safe-zone",
        group: Group::Layout,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "text that is too near to where the page is cut",
        why: "the cutter misses by a millimetre, and takes a letter with it",
        source: "print shops: 3 to 5 mm",
        remedy: "move the text inwards",
        check: Check::Page(safe),
    },
    Rule {
        id: "hairline",
        group: Group::Layout,
        severity: Severity::Error,
        targets: PRINT,
        finds: "a line that is thinner than 0.25 pt",
        why: "on the press it breaks up, or is not there at all",
        source: "print shops: 0.25 pt at least",
        remedy: "draw the line at 0.25 pt or more",
        check: Check::Page(hairline),
    },
    Rule {
        id: "text-small",
        group: Group::Layout,
        severity: Severity::Warning,
        targets: ALL,
        finds: "text that is smaller than 6 pt",
        why: "many can't read it",
        source: "print shops: 5 to 6 pt at least; guides to clear print ask for 12",
        remedy: "set the text larger",
        check: Check::Page(small),
    },
];

fn count(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    if let Some(asked) = context.request.pages
        && asked != pages.len()
    {
        let occurrence = Occurrence::new(format!("{} pages", pages.len()));
        found.add(occurrence.wanted(format!("{asked} pages")));
    }
}

fn multiple(_: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    if pages.len() > 2 && !pages.len().is_multiple_of(4) {
        let occurrence = Occurrence::new(format!("{} pages", pages.len()));
        found.add(occurrence.wanted("a multiple of four"));
    }
}

/// Whether two sizes in points differ by more than programs round away.
fn differ(size: (f64, f64), wanted: (f64, f64)) -> bool {
    const SLACK: f64 = 0.5;
    (size.0 - wanted.0).abs() > SLACK || (size.1 - wanted.1).abs() > SLACK
}

/// A size in points, in millimetres: "148 x 210 mm".
fn named((width, height): (f64, f64)) -> String {
    let figure = |points: f64| figure(points * 25.4 / 72.0, 1);
    format!("{} x {} mm", figure(width), figure(height))
}

fn asked_size(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    let Some(asked) = context.request.size else { return };
    let wanted = (Pt::from(asked.width).0, Pt::from(asked.height).0);
    for page in pages.iter().filter(|page| differ(page.figures.size, wanted)) {
        let occurrence = Occurrence::new(named(page.figures.size)).wanted(named(wanted));
        found.add(occurrence.on(page.number));
    }
}

fn sizes(_: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    let Some(first) = pages.first() else { return };
    let wanted = first.figures.size;
    for page in pages {
        let size = page.figures.size;
        if differ(size, wanted) {
            let occurrence = Occurrence::new(named(size))
                .wanted(format!("{}, as the first page", named(wanted)));
            found.add(occurrence.on(page.number));
        }
    }
}

fn blank(_: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    for page in pages.iter().filter(|page| page.blank) {
        found.add(Occurrence::new("nothing is seen").on(page.number));
    }
}

fn safe(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let cut = page.boxes.trim_area();
    let safe = Pt::from(context.request.safe).0 / page.boxes.user_unit;
    let inside = cut.grown(-safe);
    for item in page.items.iter().filter(|item| item.is_visible()) {
        let ItemKind::Text(_) = item.kind else { continue };
        let Some(area) = item.area.shared(cut).filter(|area| !area.is_empty()) else { continue };
        // A tenth of a millimetre is not seen.
        if inside.holds(area, 0.3) {
            continue;
        }
        let room = [
            item.area.x0 - cut.x0,
            item.area.y0 - cut.y0,
            cut.x1 - item.area.x1,
            cut.y1 - item.area.y1,
        ];
        let least = room.into_iter().fold(f64::INFINITY, f64::min) * page.boxes.user_unit;
        let tenths = (least * 25.4 / 72.0 * 10.0).floor() / 10.0;
        let what = match least {
            least if least < 0.0 => "text that is cut".to_owned(),
            _ => format!("text {} from the edge", mm(tenths * 72.0 / 25.4)),
        };
        found.add(Occurrence::new(what).wanted(mm(Pt::from(context.request.safe).0)).at(item.area));
    }
}

fn hairline(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    /// The thinnest line that a press holds, in points, and what programs round away.
    const THINNEST: f64 = 0.25 - 0.005;
    /// From here on something thin is a line, in points.
    const LONG: f64 = 3.0;
    let items: Vec<&Item> = page.inside_trim().collect();
    let is_thin = |item: &Item| match item.kind {
        ItemKind::Fill { thickness } => thickness * page.boxes.user_unit < THINNEST,
        _ => false,
    };
    let is_bolder =
        |item: &Item| matches!(&item.kind, ItemKind::Text(text) if matches!(text.rendering, 2 | 6));
    for (index, item) in items.iter().enumerate() {
        let near = |index: Option<usize>| index.and_then(|index| items.get(index)).copied();
        let (before, after) = (near(index.checked_sub(1)), near(Some(index + 1)));
        let width = match &item.kind {
            // Letters are as thick as they are with the line around them.
            ItemKind::Stroke { .. } if before.is_some_and(is_bolder) => continue,
            ItemKind::Stroke { width } => *width,
            ItemKind::Text(text) if matches!(text.rendering, 1 | 5) => text.line,
            ItemKind::Fill { thickness } if item.area.width().max(item.area.height()) > LONG => {
                // Gradients that are cut into strips have no lines, and what is also stroked is as thick as its stroke.
                let beside = [before, after].into_iter().flatten();
                let is_strip = beside.into_iter().any(|other| is_thin(other) && meet(item, other));
                let is_stroked = after.is_some_and(|after| {
                    matches!(after.kind, ItemKind::Stroke { .. })
                        && after.area.holds(item.area, 0.01)
                });
                if is_strip || is_stroked {
                    continue;
                }
                *thickness
            }
            _ => continue,
        } * page.boxes.user_unit;
        if width < THINNEST {
            found.add(
                Occurrence::new(format!("a line of {}", pt(width))).wanted(pt(0.25)).at(item.area),
            );
        }
    }
}

/// Whether two areas that are thin in the same direction lie side by side without a gap.
fn meet(one: &Item, other: &Item) -> bool {
    const GAP: f64 = 0.05;
    let (one, other) = (one.area, other.area);
    let along = |from: f64, to: f64, other_from: f64, other_to: f64| {
        (from - other_from).abs() < GAP && (to - other_to).abs() < GAP
    };
    let touch = |from: f64, to: f64, other_from: f64, other_to: f64| {
        (from - other_to).abs() < GAP || (other_from - to).abs() < GAP
    };
    along(one.y0, one.y1, other.y0, other.y1) && touch(one.x0, one.x1, other.x0, other.x1)
        || along(one.x0, one.x1, other.x0, other.x1) && touch(one.y0, one.y1, other.y0, other.y1)
}

fn small(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    /// The least size, in points, and what programs round away.
    const LEAST: f64 = 6.0 - 0.01;
    for item in page.inside_trim() {
        let ItemKind::Text(text) = &item.kind else { continue };
        let size = text.size * page.boxes.user_unit;
        if size < LEAST {
            let what = format!("text of {}", figure_of(size));
            found.add(Occurrence::new(what).wanted("6 pt").at(item.area));
        }
    }
}

/// A size of text, to a tenth, so that places with the same size are reported together.
fn figure_of(size: f64) -> String {
    format!("{} pt", figure((size * 10.0 + 0.01).floor() / 10.0, 1))
}
