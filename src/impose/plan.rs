//! Pages and a scheme in; what stands where on each side of each sheet out, before anything is drawn.

use typst::layout::{Abs, Point, Sides, Size};

use crate::diagnostic::{Diagnostic, count};
use crate::fold::{Fold, Side};
use crate::impose::cell::Cell;
use crate::impose::order::{Leaf, Spine, bound, leaves};
use crate::impose::{Scheme, abs, rounded};
use crate::language::Direction;
use crate::measure::{Mm, Pt};

/// One side of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    /// What it is, in the slug line.
    pub(super) label: String,
    /// The size of what is left when the sheet is trimmed.
    pub(super) size: Size,
    /// Its pages.
    pub(super) cells: Vec<Cell>,
    /// Where it is folded, from the left.
    pub(super) folds: Vec<Abs>,
    /// Where it is cut upright, from the left.
    pub(super) columns: Vec<Abs>,
    /// Where it is cut across, from the top.
    pub(super) rows: Vec<Abs>,
}

/// What is known of the pages: they are alike.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stock {
    /// How many there are.
    pub(super) pages: usize,
    /// The trimmed size of each.
    pub(super) size: Size,
    /// How far they run beyond it.
    pub(super) bleed: Abs,
}

impl Plan {
    /// A side that is cut at its four edges.
    fn new(label: String, size: Size, cells: Vec<Cell>, folds: Vec<Abs>) -> Plan {
        let (columns, rows) = (vec![Abs::zero(), size.x], vec![Abs::zero(), size.y]);
        Plan { label, size, cells, folds, columns, rows }
    }
}

/// Plans all sheets. `room` is what a sheet has for pages, if its size is given.
///
/// # Errors
///
/// Fails if the number of pages does not suit the scheme.
pub(super) fn plan(
    stock: Stock,
    scheme: &Scheme,
    room: Option<Size>,
) -> Result<Vec<Plan>, Diagnostic> {
    match *scheme {
        Scheme::Single => Ok(single(stock)),
        Scheme::Folded { fold, direction } => folded(stock, fold, direction),
        Scheme::Stitched { signature, spine, thickness, blanks } => {
            let whole = bound(stock.pages, signature, blanks)?;
            let leaves = leaves(stock.pages, whole, signature.unwrap_or(whole), spine);
            Ok(leaves.iter().flat_map(|leaf| stitched(stock, *leaf, thickness)).collect())
        }
        Scheme::Grid { columns, rows, spine } => Ok(grid(stock, (columns, rows), spine)),
        Scheme::Repeat { gutter, ref folds } => repeated(stock, room, abs(gutter), folds),
    }
}

/// Each page by itself.
fn single(stock: Stock) -> Vec<Plan> {
    let pages = 0..stock.pages;
    let plans = pages.map(|page| {
        let bleed = Sides::splat(stock.bleed);
        let cell = Cell { page, at: Point::zero(), size: stock.size, skip: Abs::zero(), bleed };
        let label = format!("{} / {}", page + 1, stock.pages);
        Plan::new(label, stock.size, vec![cell], Vec::new())
    });
    plans.collect()
}

/// The outside and the inside of a folded sheet.
fn folded(stock: Stock, fold: &Fold, direction: Direction) -> Result<Vec<Plan>, Diagnostic> {
    let places = fold.places(direction);
    if places.len() != stock.pages {
        return Err(Diagnostic::error(format!(
            "a sheet with the fold `{}` has {}, and there are {}",
            fold.id,
            count(places.len(), "panel"),
            count(stock.pages, "page")
        )));
    }
    let page_width = Mm::from(Pt(stock.size.x.to_pt()));
    let sides = [(Side::Outside, "outside"), (Side::Inside, "inside")];
    let plans = sides.map(|(side, label)| {
        let widths: Vec<Abs> =
            fold.widths(page_width, side, direction).iter().map(|width| abs(*width)).collect();
        let edges = edges(&widths);
        let columns = fold.columns();
        let mut cells: Vec<Cell> = places
            .iter()
            .enumerate()
            .filter(|(_, (on, _))| *on == side)
            .map(|(page, (_, column))| {
                let width = widths[*column];
                let inner = |outer: bool| if outer { stock.bleed } else { Abs::zero() };
                Cell {
                    page,
                    at: Point::with_x(edges[*column]),
                    size: Size::new(width, stock.size.y),
                    // The same at both sides: the text stays in the middle of its panel.
                    skip: (stock.size.x - width) / 2.0,
                    bleed: Sides::new(
                        inner(*column == 0),
                        stock.bleed,
                        inner(*column + 1 == columns),
                        stock.bleed,
                    ),
                }
            })
            .collect();
        cells.sort_by(|one, other| one.at.x.cmp(&other.at.x));
        let size = Size::new(edges[columns], stock.size.y);
        Plan::new(label.to_owned(), size, cells, edges[1..columns].to_vec())
    });
    Ok(plans.to_vec())
}

/// Where columns of these widths begin, and where the last one ends.
fn edges(widths: &[Abs]) -> Vec<Abs> {
    let mut edges = vec![Abs::zero()];
    let mut end = Abs::zero();
    for width in widths {
        end += *width;
        edges.push(end);
    }
    edges
}

/// By how much the pages of a sheet move towards the spine: nothing on the outermost sheet of a signature, and on the
/// innermost one the thickness of all of them (the printers' rule: pages / 4 times the thickness of a leaf).
pub(super) fn creep(depth: usize, of: usize, thickness: Mm) -> Mm {
    #[allow(clippy::cast_precision_loss, reason = "a booklet has few sheets")]
    let (depth, of) = (depth as f64, of as f64);
    if of < 2.0 { Mm(0.0) } else { Mm(of * thickness.0 * depth / (of - 1.0)) }
}

/// The front and the back of a sheet that is folded in the middle.
fn stitched(stock: Stock, leaf: Leaf, thickness: Mm) -> [Plan; 2] {
    let creep = abs(creep(leaf.depth, leaf.of, thickness));
    let size = Size::new(2.0 * stock.size.x, stock.size.y);
    [leaf.front, leaf.back].map(|pages| {
        let bleed = Sides::splat(stock.bleed);
        let left = pages[0].map(|page| Cell {
            page,
            at: Point::zero(),
            size: stock.size,
            skip: -creep,
            bleed: Sides { right: Abs::zero(), ..bleed },
        });
        let right = pages[1].map(|page| Cell {
            page,
            at: Point::with_x(stock.size.x),
            size: stock.size,
            skip: creep,
            bleed: Sides { left: Abs::zero(), ..bleed },
        });
        let number =
            |page: Option<usize>| page.map_or("-".to_owned(), |page| (page + 1).to_string());
        let label = format!("{} + {}", number(pages[0]), number(pages[1]));
        let cells = left.into_iter().chain(right).collect();
        Plan::new(label, size, cells, vec![stock.size.x])
    })
}

/// Pages in columns and rows, in reading order.
fn grid(stock: Stock, (columns, rows): (usize, usize), spine: Spine) -> Vec<Plan> {
    let lattice = Lattice::new(stock, columns, rows, Abs::zero());
    let per_sheet = (columns * rows).max(1);
    let starts = (0..stock.pages).step_by(per_sheet);
    let plans = starts.map(|start| {
        let end = (start + per_sheet).min(stock.pages);
        let cells = (start..end).map(|page| {
            let (row, column) = ((page - start) / columns, (page - start) % columns);
            let column = match spine {
                Spine::Left => column,
                Spine::Right => columns - 1 - column,
            };
            lattice.cell(page, column, row)
        });
        let label = format!("{} - {}", start + 1, end);
        lattice.plan(label, cells.collect(), Vec::new())
    });
    plans.collect()
}

/// One page as many times as it finds room; with two pages, the other one on the back.
fn repeated(
    stock: Stock,
    room: Option<Size>,
    gutter: Abs,
    folds: &[Pt],
) -> Result<Vec<Plan>, Diagnostic> {
    if stock.pages != 1 && stock.pages % 2 != 0 {
        return Err(Diagnostic::error(format!(
            "{} can't be repeated: each sheet has a front and a back",
            count(stock.pages, "page")
        ))
        .hint("give an even number of pages, each front followed by its back, or a single page"));
    }
    let (columns, rows) = match room {
        Some(room) => fitting(stock.size, room, gutter),
        None => (1, 1),
    };
    let lattice = Lattice::new(stock, columns, rows, gutter);
    let plans = (0..stock.pages).map(|page| {
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        // The lattice is the same seen from behind: each back lies behind its front.
        let cells = places.map(|(column, row)| lattice.cell(page, column, row)).collect();
        let folds = (0..columns).flat_map(|column| {
            let start = lattice.corner(column, 0).x;
            folds.iter().map(move |fold| {
                let fold = abs(*fold);
                start + if page % 2 == 0 { fold } else { stock.size.x - fold }
            })
        });
        let side = if page % 2 == 0 { "front" } else { "back" };
        lattice.plan(format!("{side} {}", page / 2 + 1), cells, folds.collect())
    });
    Ok(plans.collect())
}

/// How many columns and rows of this size find room; at least one.
pub(super) fn fitting(size: Size, room: Size, gutter: Abs) -> (usize, usize) {
    let number = |room: Abs, length: Abs| {
        // A hair more than there is counts as room: lengths are rounded in files.
        let number = ((room + gutter + Abs::pt(0.3)) / (length + gutter)).floor();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 1000")]
        let number = number.clamp(1.0, 1000.0) as usize;
        number
    };
    (number(room.x, size.x), number(room.y, size.y))
}

/// Equal cells in columns and rows, with gutters between them.
struct Lattice {
    stock: Stock,
    columns: usize,
    rows: usize,
    gutter: Abs,
}

impl Lattice {
    fn new(stock: Stock, columns: usize, rows: usize, gutter: Abs) -> Lattice {
        Lattice { stock, columns, rows, gutter }
    }

    #[allow(clippy::cast_precision_loss, reason = "few cells")]
    fn corner(&self, column: usize, row: usize) -> Point {
        Point::new(
            column as f64 * (self.stock.size.x + self.gutter),
            row as f64 * (self.stock.size.y + self.gutter),
        )
    }

    /// Bleed is whole at the edges of the sheet, and shares the gutter with the neighbour's between cells.
    fn cell(&self, page: usize, column: usize, row: usize) -> Cell {
        let bleed = self.stock.bleed;
        let shared = bleed.min(self.gutter / 2.0);
        let side = |outer: bool| if outer { bleed } else { shared };
        Cell {
            page,
            at: self.corner(column, row),
            size: self.stock.size,
            skip: Abs::zero(),
            bleed: Sides::new(
                side(column == 0),
                side(row == 0),
                side(column + 1 == self.columns),
                side(row + 1 == self.rows),
            ),
        }
    }

    fn plan(&self, label: String, cells: Vec<Cell>, folds: Vec<Abs>) -> Plan {
        let last = self.corner(self.columns - 1, self.rows - 1);
        let size = Size::new(last.x + self.stock.size.x, last.y + self.stock.size.y);
        let mut plan = Plan::new(label, size, cells, folds);
        let cuts = |number: usize, start: &dyn Fn(usize) -> Abs, length: Abs| {
            let mut cuts: Vec<Abs> =
                (0..number).flat_map(|index| [start(index), start(index) + length]).collect();
            cuts.dedup_by(|one, other| (*one - *other).abs() < Abs::pt(0.01));
            cuts
        };
        plan.columns = cuts(self.columns, &|column| self.corner(column, 0).x, self.stock.size.x);
        plan.rows = cuts(self.rows, &|row| self.corner(0, row).y, self.stock.size.y);
        plan
    }
}

/// Makes sure that all pages have one size.
///
/// # Errors
///
/// Fails with the first page that has another.
pub(super) fn alike(sizes: &[Size]) -> Result<(), Diagnostic> {
    let Some(first) = sizes.first() else { return Ok(()) };
    let differs = |size: &Size| {
        (size.x - first.x).abs() > Abs::pt(1.0) || (size.y - first.y).abs() > Abs::pt(1.0)
    };
    let Some(index) = sizes.iter().position(differs) else { return Ok(()) };
    Err(Diagnostic::error(format!(
        "page {} is {} mm, and page 1 is {} mm",
        index + 1,
        rounded(sizes[index]),
        rounded(*first)
    ))
    .hint("pages on one sheet must have one size"))
}
