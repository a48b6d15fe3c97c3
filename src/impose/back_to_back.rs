//! Joins the pages of two languages: one after the other for the screen, back to back on paper.
//!
//! On paper each language has a cover of its own. Whoever turns the booklet over finds the other language, which ends where the
//! first one does, in the middle. Two languages that are read in the same direction have their spines on the same side, so the
//! second one stands upside down (tête-bêche); of two that are read in different directions both stand upright.

use feuillet_units::Mm;
use typst::foundations::Content;
use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem, GroupItem, Point, Ratio, Transform};
use typst::model::{Destination, Document as _};
use typst_layout::{Page, PagedDocument};

use crate::diagnostic::Diagnostic;
use crate::impose::marks::{MarkStyle, Marks};
use crate::impose::profile::{impose_for_profile, nested};
use crate::impose::sheet::impose;
use crate::impose::sheet_size::SheetSize;
use crate::impose::slug::Slug;
use crate::impose::{Setup, Sheets};
use crate::language::Direction;
use crate::load::edition::{A4, Edition};
use crate::load::form::{Binding, Profile};
use crate::typeset::without_links_and_tags;

/// The pages of one language.
#[derive(Debug, Clone, Copy)]
pub struct LanguagePages<'a> {
    /// The pages, in reading order.
    pub document: &'a PagedDocument,
    /// The direction in which they are read.
    pub direction: Direction,
}

/// Lays the pages of an edition in two languages on the sheets of a profile, as [`impose_for_profile`] does those of one. A
/// leaflet becomes a booklet of its panels.
///
/// # Errors
///
/// Fails if the edition can't be made for the profile, or if the pages of both fill no whole sheets.
pub fn impose_back_to_back(
    [front, back]: [LanguagePages<'_>; 2],
    edition: &Edition,
    profile: Profile,
    slug: Option<Slug<'_>>,
) -> Result<Sheets, Diagnostic> {
    let edition = edition.as_pair();
    if !profile.is_on_paper() {
        let joined = one_after_the_other([front.document, back.document]);
        return impose_for_profile(&joined, &edition, front.direction, profile, slug);
    }
    let bound = back_to_back(front, back);
    if profile == Profile::Office && edition.binding == Binding::Fold {
        return on_office_paper(&bound, &edition, front.direction);
    }
    let sheets = impose_for_profile(&bound, &edition, front.direction, profile, slug)?;
    Ok(Sheets { tagged: false, ..sheets })
}

/// Nests folded sheets of A4. Pages that leave some of the paper free, such as the panels of a leaflet, have marks by which they
/// are cut: upright, where the paper then has room for marks above and below.
fn on_office_paper(
    pages: &PagedDocument,
    edition: &Edition,
    direction: Direction,
) -> Result<Sheets, Diagnostic> {
    let scheme = nested(direction);
    let spread = Mm(2.0 * edition.width.0);
    let is_narrow = spread.0 < A4.0.0 && edition.height.0 > A4.0.0 - MARK_ROOM;
    let fills = !is_narrow && (A4.1.0 - spread.0).abs() < MARK_ROOM;
    let sheet = SheetSize { turnable: !is_narrow, ..SheetSize::a4() };
    let marks = Marks { style: MarkStyle::Office, cuts: !fills, ..Marks::default() };
    impose(pages, &Setup { scheme, sheet: Some(sheet), marks })
}

/// The height that marks need beside a page, in mm: paper with less has none.
const MARK_ROOM: f64 = 12.0;

/// The pages of both languages in reading order, as one document. Links, headings and tags of each stay its own.
fn one_after_the_other(documents: [&PagedDocument; 2]) -> PagedDocument {
    let pages = documents.iter().zip(0..).flat_map(|(document, part)| {
        document.pages().iter().map(move |page| {
            let mut frame = page.frame.clone();
            move_locations(&mut frame, part);
            Page { frame, ..page.clone() }
        })
    });
    joined(pages.collect(), documents)
}

/// The pages in the order in which they lie on each other, from the cover of the first language to that of the second.
fn back_to_back(front: LanguagePages<'_>, back: LanguagePages<'_>) -> PagedDocument {
    let is_turned = front.direction == back.direction;
    let plain = |page: &Page| Page { frame: without_links_and_tags(&page.frame), ..page.clone() };
    let first = front.document.pages().iter().map(plain);
    let second = back.document.pages().iter().rev().map(plain);
    let second = second.map(|page| if is_turned { turned(page) } else { page });
    joined(first.chain(second).collect(), [front.document, back.document])
}

/// A document of these pages, with the titles of both.
fn joined(pages: Vec<Page>, documents: [&PagedDocument; 2]) -> PagedDocument {
    let [mut info, other] = documents.map(|document| document.info().clone());
    if let (Some(own), Some(other)) = (&info.title, other.title)
        && *own != other
    {
        info.title = Some(format!("{own} – {other}").into());
    }
    PagedDocument::new(pages.into_iter().collect(), info)
}

/// A page that stands upside down.
fn turned(page: Page) -> Page {
    let size = page.frame.size();
    let mut group = GroupItem::new(page.frame);
    let upside_down = Ratio::new(-1.0);
    group.transform = Transform::scale_at(upside_down, upside_down, size.x / 2.0, size.y / 2.0);
    let mut frame = Frame::hard(size);
    frame.push(Point::zero(), FrameItem::Group(group));
    let mut bleed = page.bleed;
    std::mem::swap(&mut bleed.left, &mut bleed.right);
    std::mem::swap(&mut bleed.top, &mut bleed.bottom);
    Page { frame, bleed, ..page }
}

/// Gives whatever can be found in a frame a place that no other part of the document has: Typst knows elements of two
/// documents that say the same by the same places.
fn move_locations(frame: &mut Frame, part: usize) {
    let moved = |location: Location| location.variant(part);
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => {
                if let Some(parent) = &mut group.parent {
                    parent.location = moved(parent.location);
                }
                move_locations(&mut group.frame, part);
            }
            FrameItem::Tag(Tag::Start(content, _)) => move_content(content, &moved),
            FrameItem::Tag(Tag::End(location, ..)) => *location = moved(*location),
            FrameItem::Link(Destination::Location(location), _) => *location = moved(*location),
            _ => {}
        }
        true
    });
}

fn move_content(content: &mut Content, moved: &dyn Fn(Location) -> Location) {
    if let Some(location) = content.location() {
        content.set_location(moved(location));
    }
}
