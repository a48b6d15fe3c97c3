//! Turns the pages of a language edition into the sheets of a profile.

use feuillet_units::{Mm, Pt};
use typst::layout::{Abs, Sides};
use typst::model::Document as _;
use typst_layout::{Page, PagedDocument};

use crate::diagnostic::Diagnostic;
use crate::fold::{Fold, Side};
use crate::impose::folded::folds;
use crate::impose::marks::{MarkStyle, Marks};
use crate::impose::page_order::Spine;
use crate::impose::scheme::Scheme;
use crate::impose::sheet::impose;
use crate::impose::sheet_size::SheetSize;
use crate::impose::slug::Slug;
use crate::impose::{Duplex, Setup, Sheets};
use crate::language::Direction;
use crate::load::edition::Edition;
use crate::load::form::{Binding, Form, Profile};
use crate::load::print::{Paper, Surface};

/// The paper of an office printer.
const OFFICE_PAPER: Paper = Paper { weight: 80.0, surface: Surface::Uncoated };

/// Lays the pages of an edition on the sheets of a profile. Pages come with their bleed, the same on all sides; with
/// `slug`, what is made for a print shop has marks.
///
/// # Errors
///
/// Fails if the edition can't be made for the profile, or if there are more or fewer pages than panels.
pub fn impose_for_profile(
    pages: &PagedDocument,
    edition: &Edition,
    direction: Direction,
    profile: Profile,
    slug: Option<Slug<'_>>,
) -> Result<Sheets, Diagnostic> {
    let single = Setup { scheme: Scheme::Single, sheet: None, marks: Marks::default() };
    let press = match slug {
        Some(_) => {
            Marks { style: MarkStyle::Press, folds: true, cuts: true, registration: true, slug }
        }
        None => Marks::default(),
    };
    let office = Marks { style: MarkStyle::Office, folds: true, ..Marks::default() };
    match (profile, edition.form) {
        (Profile::Screen | Profile::Proof, _) => Ok(in_reading_order(pages)),
        (Profile::Print, Form::Booklet) => impose(pages, &Setup { marks: press, ..single }),
        (Profile::Print, Form::Leaflet | Form::Card) => {
            let fold = fold_of(edition, profile)?;
            let folds = !fold.creases.is_empty();
            let scheme = Scheme::Folded { fold, direction };
            let setup = Setup { scheme, marks: Marks { folds, ..press }, ..single };
            impose(pages, &setup).map_err(|fault| at_fold(fault, edition))
        }
        (Profile::Office, Form::Booklet) => match edition.binding {
            Binding::Side => Ok(in_reading_order(pages)),
            Binding::Fold => {
                let scheme = nested(direction);
                let marks = Marks { style: MarkStyle::Office, ..Marks::default() };
                impose(pages, &Setup { scheme, sheet: Some(SheetSize::a4()), marks })
            }
        },
        (Profile::Office, Form::Leaflet) => {
            let scheme = Scheme::Folded { fold: fold_of(edition, profile)?, direction };
            impose(pages, &Setup { scheme, sheet: Some(SheetSize::a4()), marks: office })
                .map_err(|fault| at_fold(fault, edition))
        }
        (Profile::Office, Form::Card) => {
            let fold = fold_of(edition, profile)?;
            let scheme = Scheme::Folded { fold, direction };
            let flat = impose(pages, &Setup { scheme, ..single })
                .map_err(|fault| at_fold(fault, edition))?;
            let scheme = Scheme::StepAndRepeat {
                gutter: Pt(0.0),
                folds: outside_folds(fold, pages, direction),
            };
            let marks = Marks { cuts: true, ..office };
            impose(&flat.document, &Setup { scheme, sheet: Some(SheetSize::a4()), marks })
        }
    }
}

/// All pages of a booklet in one signature, which an office folds and staples.
pub(super) fn nested(direction: Direction) -> Scheme {
    let spine = match direction {
        Direction::Ltr => Spine::Left,
        Direction::Rtl => Spine::Right,
    };
    let thickness = Mm(OFFICE_PAPER.thickness());
    Scheme::Signatures { signature: None, spine, thickness, blanks: false }
}

/// Leaves pages in reading order, and takes their bleed away.
fn in_reading_order(pages: &PagedDocument) -> Sheets {
    let bled = pages.pages().iter().any(|page| !page.bleed.is_zero());
    let document = if bled {
        let trimmed = pages
            .pages()
            .iter()
            .map(|page| Page { bleed: Sides::splat(Abs::zero()), ..page.clone() });
        PagedDocument::new(trimmed.collect(), pages.info().clone())
    } else {
        pages.clone()
    };
    let size = pages.pages().first().map(|page| page.frame.size());
    let duplex = size.map_or(Duplex::LongEdge, Duplex::of);
    let bleed = vec![Sides::splat(Abs::zero()); document.pages().len()];
    Sheets { document, bleed, duplex, tagged: true }
}

/// The fold of an edition.
///
/// # Errors
///
/// Fails if it has none, or can't be made for the profile.
fn fold_of(edition: &Edition, profile: Profile) -> Result<&'static Fold, Diagnostic> {
    if let Some(fault) = edition.cannot_be_made_for(profile) {
        return Err(fault);
    }
    edition
        .fold
        .as_ref()
        .map(|fold| fold.value)
        .ok_or_else(|| Diagnostic::error(format!("the edition `{}` has no fold", edition.id.value)))
}

/// Points a fault at the fold of the edition, unless it points elsewhere.
fn at_fold(fault: Diagnostic, edition: &Edition) -> Diagnostic {
    match &edition.fold {
        Some(fold) if fault.span.is_none() => fault.at(&fold.span),
        _ => fault,
    }
}

/// The folds of the outside of a sheet, from its left edge.
fn outside_folds(fold: &Fold, pages: &PagedDocument, direction: Direction) -> Vec<Pt> {
    let width = pages.pages().first().map_or(0.0, |page| page.frame.width().to_pt());
    let folds = folds(fold, Mm::from(Pt(width)), Side::Outside, direction);
    folds.iter().map(|fold| Pt(fold.to_pt())).collect()
}
