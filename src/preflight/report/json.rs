//! Turns reports and rules into JSON: lengths in millimetres to a tenth, areas from the lower left corner of the trim.

use feuillet_units::{Mm, Pt};
use serde::{Serialize, Serializer};

use crate::geometry::Rect;
use crate::page::PageFigures;
use crate::report::{Finding, Place, Report, Unchecked};
use crate::request::Target;
use crate::rules::{Group, Rule, Severity};

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Json<'a> {
            target: Target,
            target_found: bool,
            passes: bool,
            claims: &'a [String],
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            unchecked: &'a [Unchecked],
            pages: Vec<Page>,
            findings: &'a [Finding],
        }
        let pages = self.pages.iter().zip(1..).map(|(figures, page)| Page::new(page, figures));
        Json {
            target: self.target,
            target_found: self.target_found,
            passes: self.passes(),
            claims: &self.claims,
            unchecked: &self.unchecked,
            pages: pages.collect(),
            findings: &self.findings,
        }
        .serialize(serializer)
    }
}

/// The figures of a page.
#[derive(Serialize)]
struct Page {
    page: usize,
    width: f64,
    height: f64,
    ink: Option<f64>,
    resolution: Option<f64>,
}

impl Page {
    fn new(page: usize, figures: &PageFigures) -> Page {
        let (width, height) = figures.size;
        Page {
            page,
            width: tenths_of_mm(width),
            height: tenths_of_mm(height),
            ink: figures.ink.map(tenths),
            resolution: figures.resolution.map(tenths),
        }
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Json<'a> {
            rule: &'a str,
            group: Group,
            severity: Severity,
            finds: &'a str,
            found: &'a str,
            wanted: &'a str,
            remedy: &'a str,
            object: Option<u32>,
            places: &'a [Place],
            more: usize,
        }
        let Rule { id: rule, group, severity, finds, remedy, .. } = *self.rule;
        let Finding { found, wanted, object, places, more, .. } = self;
        let (object, more) = (*object, *more);
        Json { rule, group, severity, finds, found, wanted, remedy, object, places, more }
            .serialize(serializer)
    }
}

impl Serialize for Rect {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Json {
            x0: f64,
            y0: f64,
            x1: f64,
            y1: f64,
        }
        let [x0, y0, x1, y1] = [self.x0, self.y0, self.x1, self.y1].map(tenths_of_mm);
        Json { x0, y0, x1, y1 }.serialize(serializer)
    }
}

/// A figure to a tenth, without a minus before nothing.
fn tenths(figure: f64) -> f64 {
    let tenths = (figure * 10.0).round() / 10.0;
    if tenths == 0.0 { 0.0 } else { tenths }
}

/// A length in points as millimetres, to a tenth.
fn tenths_of_mm(points: f64) -> f64 {
    tenths(Mm::from(Pt(points)).0)
}
