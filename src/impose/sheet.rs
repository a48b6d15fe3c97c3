//! Turns pages and a setup into finished sheets: pages drawn in their cells, centred on the paper, with marks.

use feuillet_units::{Mm, Pt};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Sides, Size};
use typst::model::Document as _;
use typst::syntax::Span;
use typst::visualize::Geometry;
use typst_layout::{Page, PagedDocument};

use crate::diagnostic::Diagnostic;
use crate::impose::grid::copies_that_fit;
use crate::impose::layout::{PageSet, SideLayout, check_sizes};
use crate::impose::marks::{self, MarkStyle, UNPRINTABLE};
use crate::impose::scheme::Scheme;
use crate::impose::sheet_size::SHEET_SIZES;
use crate::impose::sheet_size::SheetSize;
use crate::impose::slug::slug_lines;
use crate::impose::{Duplex, Setup, Sheets, abs, in_mm};
use crate::typeset::without_links_and_tags;

/// How much smaller a sheet may be than what lies on it: what rounding takes away.
const TOLERANCE: Pt = Pt(0.3);

/// Lays pages on sheets. All pages have one size, and each side of each a bleed of its own.
///
/// # Errors
///
/// Fails if there are no pages, if their number or size does not suit the scheme, or if the sheet is too small.
pub fn impose(pages: &PagedDocument, setup: &Setup<'_>) -> Result<Sheets, Diagnostic> {
    let Some(first) = pages.pages().first() else {
        return Err(Diagnostic::error("there are no pages"));
    };
    let sizes: Vec<Size> = pages.pages().iter().map(|page| page.frame.size()).collect();
    check_sizes(&sizes)?;
    let set = PageSet { count: sizes.len(), size: sizes[0], bleed: most_bleed(pages) };
    let mark_room = setup.marks.room(set.bleed);
    let paper = oriented_paper(set, setup, mark_room)?;
    let room = paper.map(|paper| inner(paper, margin_of(setup, mark_room)));
    let mut layouts = setup.scheme.layouts(set, room)?;
    for cell in layouts.iter_mut().flat_map(|layout| &mut layout.cells) {
        if let Some(page) = pages.pages().get(cell.page) {
            cell.bleed = least_of(cell.bleed, page.bleed);
        }
    }
    let frames: Vec<Frame> = pages.pages().iter().map(frame_of).collect();
    let labels: Vec<&str> = layouts.iter().map(|layout| layout.label.as_str()).collect();
    let slugs = match setup.marks.slug {
        Some(slug) => slug_lines(slug, &labels)?,
        None => Vec::new(),
    };
    let is_office = setup.marks.style == MarkStyle::Office;
    let (mut sides, mut bleed) = (Vec::new(), Vec::new());
    for (index, layout) in layouts.iter().enumerate() {
        let margin = margins(layout, paper, mark_room);
        let own = if is_office { Sides::splat(Abs::zero()) } else { layout.bleed() };
        bleed.push(least_of(own, margin));
        let mut frame = draw_pages(layout, &frames);
        marks::draw(&setup.marks, layout, set.bleed, margin, &mut frame);
        if let Some(slug) = slugs.get(index) {
            let corner = marks::slug_corner(layout, set.bleed);
            frame.push(corner, FrameItem::Group(GroupItem::new(slug.clone())));
        }
        let (frame, around) = if is_office {
            let whole = paper.unwrap_or(layout.size + margin.sum_by_axis());
            (with_margin(frame, margin, whole), Sides::splat(Abs::zero()))
        } else {
            (frame, margin)
        };
        let number = u64::try_from(index + 1).unwrap_or(u64::MAX);
        sides.push(Page { frame, bleed: around, numbering: None, number, ..first.clone() });
    }
    let size =
        sides.first().map_or(Size::zero(), |page| page.frame.size() + page.bleed.sum_by_axis());
    let document = PagedDocument::new(sides.into_iter().collect(), pages.info().clone());
    Ok(Sheets { document, bleed, duplex: Duplex::of(size), tagged: false })
}

/// The largest bleed of a side of a page: marks stand outside of it.
fn most_bleed(pages: &PagedDocument) -> Abs {
    let sides = pages.pages().iter().flat_map(|page| {
        let Sides { left, top, right, bottom } = page.bleed;
        [left, top, right, bottom]
    });
    sides.max().unwrap_or_default()
}

/// The lesser length of each side.
fn least_of(one: Sides<Abs>, other: Sides<Abs>) -> Sides<Abs> {
    Sides::new(
        one.left.min(other.left),
        one.top.min(other.top),
        one.right.min(other.right),
        one.bottom.min(other.bottom),
    )
}

/// Copies a page's frame without links and tags, and with the colour that Typst paints behind it.
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

/// The margin that stays free around the pages of a sheet whose size is given.
fn margin_of(setup: &Setup<'_>, mark_room: Abs) -> Abs {
    match (&setup.scheme, setup.marks.style) {
        (Scheme::StepAndRepeat { .. }, MarkStyle::Office) => abs(UNPRINTABLE),
        // The edge of a printer's sheet may cut the bleed, but no mark.
        _ if setup.marks.cuts || setup.marks.folds || setup.marks.registration => mark_room,
        _ => Abs::zero(),
    }
}

fn inner(paper: Size, margin: Abs) -> Size {
    paper - Size::splat(2.0 * margin)
}

/// Turns the paper so that the pages fit, or as many copies as possible; `None` if it is to be just large enough.
fn oriented_paper(
    pages: PageSet,
    setup: &Setup<'_>,
    mark_room: Abs,
) -> Result<Option<Size>, Diagnostic> {
    let Some(sheet) = &setup.sheet else { return Ok(None) };
    let points = |(width, height): (Mm, Mm)| Size::new(abs(width), abs(height));
    let margin = margin_of(setup, mark_room);
    let needed = match setup.scheme {
        Scheme::StepAndRepeat { .. } => pages.size,
        _ => setup
            .scheme
            .layouts(pages, None)?
            .iter()
            .fold(Size::zero(), |most, layout| most.max(layout.size)),
    };
    let fits = |paper: &Size| {
        let inner = inner(*paper, margin);
        needed.x <= inner.x + abs(TOLERANCE) && needed.y <= inner.y + abs(TOLERANCE)
    };
    let copies = |paper: &Size| match setup.scheme {
        Scheme::StepAndRepeat { gutter, .. } => {
            let (columns, rows) = copies_that_fit(pages.size, inner(*paper, margin), abs(gutter));
            columns * rows
        }
        _ => 1,
    };
    let mut best: Option<Size> = None;
    for paper in sheet.orientations().into_iter().map(points).filter(fits) {
        if best.is_none_or(|best| copies(&paper) > copies(&best)) {
            best = Some(paper);
        }
    }
    best.map(Some).ok_or_else(|| too_small(sheet, needed + Size::splat(2.0 * margin), margin))
}

fn too_small(sheet: &SheetSize, needed: Size, margin: Abs) -> Diagnostic {
    let own = Size::new(abs(sheet.width), abs(sheet.height));
    let with = if margin > Abs::zero() { " with the margins around them" } else { "" };
    let fault = Diagnostic::error(format!(
        "the sheet is too small: the pages need {} mm{with}, but `{}` is {} mm",
        in_mm(needed),
        sheet.name,
        in_mm(own)
    ));
    let larger = SHEET_SIZES.iter().find(|(_, width, height)| {
        let (width, height) = (Abs::mm(*width), Abs::mm(*height));
        let (short, long) = (needed.x.min(needed.y), needed.x.max(needed.y));
        short <= width + abs(TOLERANCE) && long <= height + abs(TOLERANCE)
    });
    match larger {
        Some((name, ..)) => fault.hint(format!("use a larger sheet, such as `{name}`")),
        None => fault.hint("no named sheet is large enough: give a width and a height"),
    }
}

/// The margins of the paper around the trimmed sheet: left as right, and top as bottom.
fn margins(layout: &SideLayout, paper: Option<Size>, mark_room: Abs) -> Sides<Abs> {
    let Some(paper) = paper else { return Sides::splat(mark_room) };
    let free = paper - layout.size;
    // Pages may be larger than the paper by what rounding takes away; no box of a sheet may extend beyond it.
    let (x, y) = ((free.x / 2.0).max(Abs::zero()), (free.y / 2.0).max(Abs::zero()));
    Sides::new(x, y, x, y)
}

/// Draws the pages of a side: first the strips under folds, then the pages.
fn draw_pages(layout: &SideLayout, pages: &[Frame]) -> Frame {
    let mut sheet = Frame::hard(layout.size);
    for cell in &layout.cells {
        let joined =
            layout.joints.iter().any(|joint| (cell.right() - *joint).abs() < Abs::pt(0.01));
        let next = layout.cells.iter().find(|next| joined && cell.meets(next));
        if let (Some(page), Some(next)) = (pages.get(cell.page), next)
            && let Some(next_page) = pages.get(next.page)
        {
            cell.draw_fold_overlap(page, (next, next_page), &mut sheet);
        }
    }
    for cell in &layout.cells {
        if let Some(page) = pages.get(cell.page) {
            cell.draw(page, &mut sheet);
        }
    }
    sheet
}

/// Makes the whole paper one frame, for office printers, which know no trim.
fn with_margin(frame: Frame, margin: Sides<Abs>, paper: Size) -> Frame {
    let mut out = Frame::hard(paper);
    out.push(Point::new(margin.left, margin.top), FrameItem::Group(GroupItem::new(frame)));
    out
}
