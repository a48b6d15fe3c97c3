//! Describes the sheets of a PDF, as a print shop orders them.

use serde::{Deserialize, Serialize};

use crate::impose::Sheets;
use crate::load::{Binding, Edition, Form, Profile};

/// The sheets of a PDF. Lengths are in mm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Geometry {
    /// The number of pages of the file; on an imposed file each is one side of a sheet.
    pub(crate) pages: usize,
    /// The number of pages that are read, before imposition.
    pub(crate) reading_pages: usize,
    /// How many of them are in each language, where there are two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) language_pages: Vec<usize>,
    /// Trimmed width and height of a page of the file: of the flat sheet, where it is one.
    pub(crate) trim: [f64; 2],
    /// How far colour runs beyond the trim; 0 where nothing is trimmed.
    pub(crate) bleed: f64,
    /// How the sheet is folded; leaflets and cards only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) fold: Option<String>,
    /// How a booklet's sheets are held together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) binding: Option<Binding>,
    /// How thick the back of a booklet is on the edition's paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) spine: Option<f64>,
    /// How far a booklet's innermost pages stick out when it is folded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) creep: Option<f64>,
    /// The weight of the paper in g/m²; only for the print shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) paper: Option<f64>,
}

impl Geometry {
    /// Describes the sheets of an edition that has so many pages to read in each of its languages.
    pub(crate) fn new(
        edition: &Edition,
        profile: Profile,
        language_pages: &[usize],
        sheets: &Sheets,
    ) -> Geometry {
        let reading_pages = language_pages.iter().sum();
        let is_booklet = edition.form == Form::Booklet;
        let paper = edition.paper.filter(|_| profile == Profile::Print);
        let bound = paper.filter(|_| is_booklet);
        let tenth = |length: f64| (length * 10.0).round() / 10.0;
        let hundredth = |length: f64| (length * 100.0).round() / 100.0;
        Geometry {
            pages: sheets.sides(),
            reading_pages,
            language_pages: language_pages.get(1).map_or(Vec::new(), |_| language_pages.to_vec()),
            trim: sheets.trim().map(|length| tenth(length.0)),
            bleed: tenth(feuillet_units::Mm::from(sheets.least_bleed()).0),
            fold: edition.fold.as_ref().map(|fold| fold.value.id.to_owned()),
            binding: is_booklet.then_some(edition.binding),
            spine: bound.map(|paper| hundredth(paper.spine(reading_pages))),
            creep: bound.map(|paper| hundredth(paper.creep(reading_pages))),
            paper: paper.map(|paper| paper.weight),
        }
    }
}
