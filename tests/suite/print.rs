//! What ships for the print shop and the office, judged by programs that we did not write.
//!
//! Each judge is also shown what it must not let pass.

mod boxes;
mod colours;
mod edges;
mod ink;
mod raster;
mod references;
mod seams;
mod words;

use std::path::PathBuf;

use crate::support::shipped::{Promised, pdf_for, promised};

/// The trimmed width and height of a page of each edition that a print shop gets, in millimetres.
const PRINTED: [(&str, [f64; 2]); 3] =
    [("short", [297.0, 210.0]), ("full", [148.0, 210.0]), ("card", [170.0, 55.0])];
/// How far grounds run beyond the trim, in millimetres.
const BLEED: f64 = 3.0;

/// A length in points.
fn pt(millimetres: f64) -> f64 {
    millimetres * 72.0 / 25.4
}

/// All files for the print shop: edition, language and path.
fn print_files() -> impl Iterator<Item = (&'static str, &'static str, PathBuf)> {
    let printed = promised().into_iter().filter(|file| file.profile == "print");
    printed.map(|Promised { edition, language, profile }| {
        (edition, language, pdf_for(profile, edition, language))
    })
}
