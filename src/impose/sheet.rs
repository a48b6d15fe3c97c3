//! Plans and pages in; finished sheets out: pages drawn in their cells, centred on the paper, with marks.

use feuillet_units::{Mm, Pt};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Sides, Size};
use typst::model::Document as _;
use typst::syntax::Span;
use typst::visualize::Geometry;
use typst_layout::{Page, PagedDocument};

use crate::diagnostic::Diagnostic;
use crate::impose::lattice::fitting;
use crate::impose::marks::{self, Ink, UNPRINTED};
use crate::impose::plan::{Plan, Stock, alike};
use crate::impose::planner::plan;
use crate::impose::slug::lines;
use crate::impose::{Duplex, SHEETS, Scheme, Setup, SheetSize, Sheets, abs, rounded};
use crate::typeset::without_links_and_tags;

/// How far a sheet may be smaller than what lies on it: what is lost in rounding.
const TOLERANCE: Pt = Pt(0.3);

/// Lays pages on sheets.
pub(super) fn sheets(pages: &PagedDocument, setup: &Setup<'_>) -> Result<Sheets, Diagnostic> {
    let Some(first) = pages.pages().first() else {
        return Err(Diagnostic::error("there are no pages"));
    };
    let sizes: Vec<Size> = pages.pages().iter().map(|page| page.frame.size()).collect();
    alike(&sizes)?;
    let stock = Stock { pages: sizes.len(), size: sizes[0], bleed: least_bleed(pages) };
    let room = setup.marks.room(stock.bleed);
    let paper = paper(stock, setup, room)?;
    let within = paper.map(|paper| inner(paper, margin_of(setup, room)));
    let plans = plan(stock, &setup.scheme, within)?;
    let frames: Vec<Frame> = pages.pages().iter().map(frame_of).collect();
    let labels: Vec<&str> = plans.iter().map(|plan| plan.label.as_str()).collect();
    let slugs = match setup.marks.slug {
        Some(slug) => lines(slug, &labels)?,
        None => Vec::new(),
    };
    let mut out = Vec::new();
    let mut bleed = stock.bleed;
    for (index, plan) in plans.iter().enumerate() {
        let margin = margins(plan, paper, room);
        for side in [margin.left, margin.top, margin.right, margin.bottom] {
            bleed = bleed.min(side);
        }
        let mut frame = draw(plan, &frames);
        marks::draw(&setup.marks, plan, stock.bleed, margin, &mut frame);
        if let Some(slug) = slugs.get(index) {
            let place = marks::slug_place(plan, stock.bleed);
            frame.push(place, FrameItem::Group(GroupItem::new(slug.clone())));
        }
        let (frame, bleed) = match setup.marks.ink {
            Ink::Press => (frame, margin),
            Ink::Office => {
                let whole = paper.unwrap_or(plan.size + margin.sum_by_axis());
                (flattened(frame, margin, whole), Sides::splat(Abs::zero()))
            }
        };
        let number = u64::try_from(index + 1).unwrap_or(u64::MAX);
        out.push(Page { frame, bleed, numbering: None, number, ..first.clone() });
    }
    let size =
        out.first().map_or(Size::zero(), |page| page.frame.size() + page.bleed.sum_by_axis());
    let bleed = if setup.marks.ink == Ink::Office { Abs::zero() } else { bleed };
    let document = PagedDocument::new(out.into_iter().collect(), pages.info().clone());
    Ok(Sheets { document, bleed: Pt(bleed.to_pt()), duplex: Duplex::of(size), tagged: false })
}

/// The bleed that all pages have on all sides.
fn least_bleed(pages: &PagedDocument) -> Abs {
    let sides = pages.pages().iter().flat_map(|page| {
        let Sides { left, top, right, bottom } = page.bleed;
        [left, top, right, bottom]
    });
    sides.min().unwrap_or_default()
}

/// A page's frame without links and tags, and with the colour that Typst paints behind it.
fn frame_of(page: &Page) -> Frame {
    let mut frame = without_links_and_tags(&page.frame);
    if let Some(fill) = page.fill_or_transparent() {
        let corner = Point::new(-page.bleed.left, -page.bleed.top);
        let size = page.frame.size() + page.bleed.sum_by_axis();
        let shape = Geometry::Rect(size).filled(fill);
        frame.prepend(corner, FrameItem::Shape(shape, Span::detached()));
    }
    frame
}

/// The room that stays free around the pages of a sheet whose size is given.
fn margin_of(setup: &Setup<'_>, room: Abs) -> Abs {
    match (&setup.scheme, setup.marks.ink) {
        (Scheme::Repeat { .. }, Ink::Office) => abs(UNPRINTED),
        // A printer's sheet may cut the bleed; marks must be whole.
        _ if setup.marks.cuts || setup.marks.folds || setup.marks.press => room,
        _ => Abs::zero(),
    }
}

fn inner(paper: Size, margin: Abs) -> Size {
    paper - Size::splat(2.0 * margin)
}

/// Which way round the paper lies: so that the most copies find room, or so that the pages do. `None` if it is to be
/// just large enough.
fn paper(stock: Stock, setup: &Setup<'_>, room: Abs) -> Result<Option<Size>, Diagnostic> {
    let Some(sheet) = &setup.sheet else { return Ok(None) };
    let points = |(width, height): (Mm, Mm)| Size::new(abs(width), abs(height));
    let ways: Vec<Size> = sheet.ways().into_iter().map(points).collect();
    let margin = margin_of(setup, room);
    let needed = match setup.scheme {
        Scheme::Repeat { .. } => stock.size,
        _ => plan(stock, &setup.scheme, None)?
            .iter()
            .fold(Size::zero(), |most, plan| most.max(plan.size)),
    };
    let fits = |paper: &Size| {
        let inner = inner(*paper, margin);
        needed.x <= inner.x + abs(TOLERANCE) && needed.y <= inner.y + abs(TOLERANCE)
    };
    let copies = |paper: &Size| match setup.scheme {
        Scheme::Repeat { gutter, .. } => {
            let (columns, rows) = fitting(stock.size, inner(*paper, margin), abs(gutter));
            columns * rows
        }
        _ => 1,
    };
    let mut best: Option<Size> = None;
    for way in ways.iter().filter(|way| fits(way)) {
        if best.is_none_or(|best| copies(way) > copies(&best)) {
            best = Some(*way);
        }
    }
    best.map(Some).ok_or_else(|| too_small(sheet, needed + Size::splat(2.0 * margin), margin))
}

fn too_small(sheet: &SheetSize, needed: Size, margin: Abs) -> Diagnostic {
    let own = Size::new(abs(sheet.width), abs(sheet.height));
    let with = if margin > Abs::zero() { " with the room around them" } else { "" };
    let fault = Diagnostic::error(format!(
        "the sheet is too small: the pages need {} mm{with}, and `{}` is {} mm",
        rounded(needed),
        sheet.name,
        rounded(own)
    ));
    let larger = SHEETS.iter().find(|(_, width, height)| {
        let (width, height) = (Abs::mm(*width), Abs::mm(*height));
        let (short, long) = (needed.x.min(needed.y), needed.x.max(needed.y));
        short <= width + abs(TOLERANCE) && long <= height + abs(TOLERANCE)
    });
    match larger {
        Some((name, ..)) => fault.hint(format!("take a larger sheet, such as `{name}`")),
        None => fault.hint("no sheet with a name is large enough: give width and height"),
    }
}

/// What the paper has around the trimmed sheet; the same left and right, and above and below.
fn margins(plan: &Plan, paper: Option<Size>, room: Abs) -> Sides<Abs> {
    let Some(paper) = paper else { return Sides::splat(room) };
    let free = paper - plan.size;
    // Pages may be larger by what is lost in rounding; no box of a sheet reaches beyond its paper.
    let (x, y) = ((free.x / 2.0).max(Abs::zero()), (free.y / 2.0).max(Abs::zero()));
    Sides::new(x, y, x, y)
}

/// Draws the pages of a side: first what runs under folds, then the pages.
fn draw(plan: &Plan, pages: &[Frame]) -> Frame {
    let mut sheet = Frame::hard(plan.size);
    for cell in &plan.cells {
        let joined = plan.joints.iter().any(|joint| (cell.right() - *joint).abs() < Abs::pt(0.01));
        let next = plan.cells.iter().find(|next| joined && cell.meets(next));
        if let (Some(page), Some(next)) = (pages.get(cell.page), next)
            && let Some(next_page) = pages.get(next.page)
        {
            cell.draw_under(page, (next, next_page), &mut sheet);
        }
    }
    for cell in &plan.cells {
        if let Some(page) = pages.get(cell.page) {
            cell.draw(page, &mut sheet);
        }
    }
    sheet
}

/// The whole paper as one frame: for printers that know no trim.
fn flattened(frame: Frame, margin: Sides<Abs>, paper: Size) -> Frame {
    let mut out = Frame::hard(paper);
    out.push(Point::new(margin.left, margin.top), FrameItem::Group(GroupItem::new(frame)));
    out
}
