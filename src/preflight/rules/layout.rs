//! Rules of number and size of pages, safe zone, thin lines and small text.

use feuillet_units::Pt;

use crate::detail::{Detail, Found};
use crate::rule::{ALL, Check, Context, Group, PRINT, Rule, Severity};
use crate::rules::words::{figure, mm, pt};
use crate::survey::{Kind, Mark, Page, Summary};

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

fn count(context: &Context<'_>, pages: &[Summary], found: &mut Found) {
    if let Some(asked) = context.request.pages
        && asked != pages.len()
    {
        let detail = Detail::new(format!("{} pages", pages.len()));
        found.add(detail.wanted(format!("{asked} pages")));
    }
}

fn multiple(_: &Context<'_>, pages: &[Summary], found: &mut Found) {
    if pages.len() > 2 && !pages.len().is_multiple_of(4) {
        let detail = Detail::new(format!("{} pages", pages.len()));
        found.add(detail.wanted("a multiple of four"));
    }
}

fn sizes(_: &Context<'_>, pages: &[Summary], found: &mut Found) {
    /// What programs round away.
    const SLACK: f64 = 0.5;
    let Some(first) = pages.first() else { return };
    let named = |(width, height): (f64, f64)| {
        let figure = |points: f64| figure(points * 25.4 / 72.0, 1);
        format!("{} x {} mm", figure(width), figure(height))
    };
    let wanted = first.figures.size;
    for page in pages {
        let size = page.figures.size;
        if (size.0 - wanted.0).abs() > SLACK || (size.1 - wanted.1).abs() > SLACK {
            let detail =
                Detail::new(named(size)).wanted(format!("{}, as the first page", named(wanted)));
            found.add(detail.on(page.number));
        }
    }
}

fn blank(_: &Context<'_>, pages: &[Summary], found: &mut Found) {
    for page in pages.iter().filter(|page| page.blank) {
        found.add(Detail::new("nothing is seen").on(page.number));
    }
}

fn safe(context: &Context<'_>, page: &Page, found: &mut Found) {
    let cut = page.boxes.cut();
    let safe = Pt::from(context.request.safe).0 / page.boxes.unit;
    let inside = cut.grown(-safe);
    for mark in page.marks.iter().filter(|mark| mark.is_seen()) {
        let Kind::Text(_) = mark.kind else { continue };
        let Some(area) = mark.area.shared(cut).filter(|area| !area.is_empty()) else { continue };
        // A tenth of a millimetre is not seen.
        if inside.holds(area, 0.3) {
            continue;
        }
        let room = [
            mark.area.x0 - cut.x0,
            mark.area.y0 - cut.y0,
            cut.x1 - mark.area.x1,
            cut.y1 - mark.area.y1,
        ];
        let least = room.into_iter().fold(f64::INFINITY, f64::min) * page.boxes.unit;
        let tenths = (least * 25.4 / 72.0 * 10.0).floor() / 10.0;
        let what = match least {
            least if least < 0.0 => "text that is cut".to_owned(),
            _ => format!("text {} from the edge", mm(tenths * 72.0 / 25.4)),
        };
        found.add(Detail::new(what).wanted(mm(Pt::from(context.request.safe).0)).at(mark.area));
    }
}

fn hairline(_: &Context<'_>, page: &Page, found: &mut Found) {
    /// The thinnest line that a press holds, in points, and what programs round away.
    const THINNEST: f64 = 0.25 - 0.005;
    /// From here on something thin is a line, in points.
    const LONG: f64 = 3.0;
    let marks: Vec<&Mark> = page.kept().collect();
    let is_thin = |mark: &Mark| match mark.kind {
        Kind::Fill { thickness } => thickness * page.boxes.unit < THINNEST,
        _ => false,
    };
    let is_bolder =
        |mark: &Mark| matches!(&mark.kind, Kind::Text(text) if matches!(text.rendering, 2 | 6));
    for (index, mark) in marks.iter().enumerate() {
        let near = |index: Option<usize>| index.and_then(|index| marks.get(index)).copied();
        let (before, after) = (near(index.checked_sub(1)), near(Some(index + 1)));
        let width = match &mark.kind {
            // Letters are as thick as they are with the line around them.
            Kind::Stroke { .. } if before.is_some_and(is_bolder) => continue,
            Kind::Stroke { width } => *width,
            Kind::Text(text) if matches!(text.rendering, 1 | 5) => text.line,
            Kind::Fill { thickness } if mark.area.width().max(mark.area.height()) > LONG => {
                // Gradients that are cut into strips have no lines, and what is also stroked is as thick as its stroke.
                let beside = [before, after].into_iter().flatten();
                let is_strip = beside.into_iter().any(|other| is_thin(other) && meet(mark, other));
                let is_stroked = after.is_some_and(|after| {
                    matches!(after.kind, Kind::Stroke { .. }) && after.area.holds(mark.area, 0.01)
                });
                if is_strip || is_stroked {
                    continue;
                }
                *thickness
            }
            _ => continue,
        } * page.boxes.unit;
        if width < THINNEST {
            found.add(
                Detail::new(format!("a line of {}", pt(width))).wanted(pt(0.25)).at(mark.area),
            );
        }
    }
}

/// Whether two areas that are thin in the same direction lie side by side without a gap.
fn meet(one: &Mark, other: &Mark) -> bool {
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

fn small(_: &Context<'_>, page: &Page, found: &mut Found) {
    /// The least size, in points, and what programs round away.
    const LEAST: f64 = 6.0 - 0.01;
    for mark in page.kept() {
        let Kind::Text(text) = &mark.kind else { continue };
        let size = text.size * page.boxes.unit;
        if size < LEAST {
            let what = format!("text of {}", figure_of(size));
            found.add(Detail::new(what).wanted("6 pt").at(mark.area));
        }
    }
}

/// A size of text, to a tenth, so that places with the same size are told together.
fn figure_of(size: f64) -> String {
    format!("{} pt", figure((size * 10.0 + 0.01).floor() / 10.0, 1))
}
