//! Painted pages and a job in; its sheets, and the bytes of its PDF, out.

use crate::build::plan::Job;
use crate::compose::Composition;
use crate::diagnostic::{Place, Report, Reported};
use crate::export::{ExportOptions, PrintOptions, export, resolution};
use crate::impose::{Sheets, Slug, impose_for_profile};
use crate::load::{BlockKind, Profile};
use crate::resolve::Manuscript;
use crate::typeset::{Fonts, Pages};

/// What a PDF is made of, beside its pages.
pub(super) struct Material<'a> {
    pub(super) manuscript: &'a Manuscript,
    pub(super) composition: &'a Composition,
    pub(super) fonts: &'a Fonts,
}

/// Lays pages on the sheets of the job's profile. Faults are reported.
pub(super) fn impose(
    job: &Job<'_>,
    pages: &Pages,
    material: &Material<'_>,
    report: &Report,
) -> Result<Sheets, Reported> {
    let language = material.manuscript.language();
    let brochure = &job.publication.brochure;
    let words = format!(
        "{} · {} · {} · {}",
        brochure.public_name, job.edition.id.value, job.language, brochure.release.version.value
    );
    let families = job.publication.theme.families_of(&language.script);
    // The words are Latin, for which the last family of a script is the one that has letters of other scripts too.
    let family = families.last().map_or("", String::as_str);
    let slug = Slug { text: &words, family, fonts: material.fonts };
    let slug = job.marks.then_some(slug);
    let (edition, direction) = (job.edition, language.direction());
    impose_for_profile(&pages.document, edition, direction, job.profile, slug).map_err(|fault| {
        match fault.place {
            None => report.error(fault.at(&job.edition.id.place)),
            Some(_) => report.error(fault),
        }
    })
}

/// Sheets as the bytes of a PDF. Faults are reported.
pub(super) fn finish(
    job: &Job<'_>,
    pages: &Pages,
    sheets: &Sheets,
    material: &Material<'_>,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    // The same over releases.
    let (brochure, edition) = (&job.publication.brochure, &job.edition.id.value);
    let ident = format!("{}/{edition}/{}/{}", brochure.id, job.language, job.profile.as_str());
    if job.profile == Profile::Print {
        let shown = resolution::placed_pictures(&pages.document, &material.composition.files);
        resolution::check(&shown, |path| named(job, path), report)?;
    }
    let print = PrintOptions {
        profile: job.publication.press.as_ref(),
        ink_limit: brochure.print.ink_limit,
        palette: &material.composition.palette,
    };
    export(sheets, job.profile, &ExportOptions { ident: &ident, print }, report)
}

/// What the user calls a picture of a composition, and where they name it.
fn named(job: &Job<'_>, path: &str) -> (String, Option<Place>) {
    let name = path.strip_prefix("images/").unwrap_or(path);
    let blocks = job.publication.brochure.sections.iter().flat_map(|section| &section.blocks);
    let mut places = blocks.filter_map(|block| match &block.kind {
        BlockKind::Figure { file, .. } if file.value == name => Some(file.place.clone()),
        _ => None,
    });
    (name.to_owned(), places.next())
}
