//! Makes the PDFs of one language edition for a print order, in memory, with a picture of its cover.

use feuillet_colour::OutputProfile;

use crate::artifact::Geometry;
use crate::diagnostic::{Report, Reported};
use crate::driver::edition_pages::edition_pages;
use crate::driver::edition_source::EditionSource;
use crate::driver::job::Job;
use crate::driver::pdf::check_pages;
use crate::driver::sheets;
use crate::driver::timings::Timings;
use crate::load::Profile;
use crate::typeset::{Fonts, Sources, draw};

/// How a shop wants the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PageArrangement {
    /// Whether the last page comes first.
    pub(crate) reversed: bool,
    /// Whether each page is a file of its own.
    pub(crate) single: bool,
}

/// A language edition as a print shop gets it.
#[derive(Debug, Clone)]
pub(crate) struct PrintedEdition {
    /// Its PDFs: one, or one a page.
    pub(crate) pdfs: Vec<Vec<u8>>,
    /// Its sheets.
    pub(crate) geometry: Geometry,
    /// Its cover as it is printed, as SVG without text.
    pub(crate) cover: String,
}

/// Makes the PDFs of a language edition, whose job is for the print shop. They are not judged: that is for the order, which
/// knows what the shop asks. Without `arrangement` the PDF is byte for byte that of a build.
///
/// # Errors
///
/// Fails if the pages have faults, or if there is no PDF.
pub(crate) fn print_edition(
    job: &Job<'_>,
    source: EditionSource,
    fonts: &Fonts,
    arrangement: PageArrangement,
    report: &Report,
) -> Result<PrintedEdition, Reported> {
    let profile = Profile::Print;
    let (mut sources, mut timings) = (Sources::default(), Timings::default());
    let edition =
        edition_pages(job, source, &[profile], fonts, &mut sources, &mut timings, report)?;
    check_pages(&edition, &edition.artifact(profile), report)?;
    let Some(pages) = edition.pages(profile) else { return Err(report.reported()) };
    let mut sheets = sheets::impose(&edition, profile, pages, report)?;
    let geometry = Geometry::new(job.edition, profile, pages.document.pages().len(), &sheets);
    if arrangement.reversed {
        sheets = sheets.reversed();
    }
    let parts = if arrangement.single { sheets.single_sides() } else { vec![sheets] };
    let pdfs = parts.iter().map(|sheets| sheets::export(&edition, profile, pages, sheets, report));
    let pdfs = pdfs.collect::<Result<Vec<_>, _>>()?;
    let press = job.publication().press.clone().or_else(OutputProfile::fogra39);
    let cover = pages.document.pages().first();
    let cover = cover.map(|page| draw(page, 1, press.as_ref())).unwrap_or_default();
    Ok(PrintedEdition { pdfs, geometry, cover })
}
