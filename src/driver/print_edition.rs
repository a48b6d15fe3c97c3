//! Makes the PDFs of one language edition for a print order, in memory, with a picture of its cover.

use feuillet_colour::OutputProfile;

use crate::artifact::Geometry;
use crate::diagnostic::{Report, Reported};
use crate::driver::edition_source::EditionSource;
use crate::driver::job::Job;
use crate::driver::parts::pages_of_parts;
use crate::driver::pdf::check_pages;
use crate::driver::sheets;
use crate::driver::timings::Timings;
use crate::load::Profile;
use crate::typeset::{Fonts, Pages, Sources, draw};

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
    /// Its covers as they are printed, one a language, as SVG without text.
    pub(crate) covers: Vec<String>,
}

/// Makes the PDFs of a language edition, whose job is for the print shop; `sources` are its texts in each of its languages. They are
/// not judged: that is for the order, which knows what the shop asks. Without `arrangement` the PDF is byte for byte that of a
/// build.
///
/// # Errors
///
/// Fails if the pages have faults, or if there is no PDF.
pub(crate) fn print_edition(
    job: &Job<'_>,
    composed: Vec<EditionSource>,
    fonts: &Fonts,
    arrangement: PageArrangement,
    report: &Report,
) -> Result<PrintedEdition, Reported> {
    let profile = Profile::Print;
    let (mut sources, mut timings) = (Sources::default(), Timings::default());
    let jobs = job.parts();
    let parts =
        pages_of_parts(&jobs, composed, &[profile], fonts, &mut sources, &mut timings, report)?;
    let is_alone = parts.len() == 1;
    for part in &parts {
        check_pages(part, &part.artifact(profile), is_alone, report)?;
    }
    let pages: Option<Vec<&Pages>> = parts.iter().map(|part| part.pages(profile)).collect();
    let Some(pages) = pages else { return Err(report.reported()) };
    let mut sheets = sheets::impose(job, &parts, profile, &pages, report)?;
    let counts: Vec<usize> = pages.iter().map(|pages| pages.document.pages().len()).collect();
    let geometry = Geometry::new(&job.sheets_edition(), profile, &counts, &sheets);
    if arrangement.reversed {
        sheets = sheets.reversed();
    }
    let files = if arrangement.single { sheets.single_sides() } else { vec![sheets] };
    let pdfs =
        files.iter().map(|sheets| sheets::export(job, &parts, profile, &pages, sheets, report));
    let pdfs = pdfs.collect::<Result<Vec<_>, _>>()?;
    let press = job.publication().press.clone().or_else(OutputProfile::fogra39);
    let covers = pages.iter().filter_map(|pages| pages.document.pages().first());
    let covers = covers.map(|page| draw(page, 1, press.as_ref()).svg()).collect();
    Ok(PrintedEdition { pdfs, geometry, covers })
}
