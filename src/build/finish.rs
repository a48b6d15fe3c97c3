//! Painted pages and a job in; its sheets, and the bytes of its PDF, out.

use feuillet_colour::OutputProfile;

use crate::build::plan::Job;
use crate::compose::Composition;
use crate::diagnostic::{Diagnostic, Place, Report};
use crate::export::{Print, export, pictures, print};
use crate::impose::{Sheets, Slug, for_profile};
use crate::load::{BlockKind, Profile};
use crate::resolve::Manuscript;
use crate::typeset::{Fonts, Pages};

/// What a PDF is made of, beside its pages.
pub(super) struct Material<'a> {
    pub(super) manuscript: &'a Manuscript,
    pub(super) composition: &'a Composition,
    pub(super) fonts: &'a Fonts,
}

/// Lays pages on the sheets of the job's profile. Faults are reported; `None` if that can't be done.
pub(super) fn impose(
    job: &Job<'_>,
    pages: &Pages,
    material: &Material<'_>,
    report: &Report,
) -> Option<Sheets> {
    let language = material.manuscript.language();
    let brochure = &job.publication.brochure;
    let words = format!(
        "{} · {} · {} · {}",
        brochure.public_name, job.edition.id.value, job.language, brochure.release.version.value
    );
    let families = job.publication.theme.families_of(&language.script);
    // The words are Latin, for which the last family of a script is the one that has letters of other scripts too.
    let family = families.last().map_or("", String::as_str);
    let slug = Slug { words: &words, family, fonts: material.fonts };
    let slug = job.marks.then_some(slug);
    match for_profile(&pages.document, job.edition, language.direction(), job.profile, slug) {
        Ok(sheets) => Some(sheets),
        Err(fault) if fault.place.is_none() => {
            report.add(fault.at(&job.edition.id.place));
            None
        }
        Err(fault) => {
            report.add(fault);
            None
        }
    }
}

/// Sheets as the bytes of a PDF. Faults are reported; `None` if there is none, or none that may be printed.
pub(super) fn finish(
    job: &Job<'_>,
    pages: &Pages,
    sheets: &Sheets,
    material: &Material<'_>,
    report: &Report,
) -> Option<Vec<u8>> {
    // The same over releases.
    let (brochure, edition) = (&job.publication.brochure, &job.edition.id.value);
    let ident = format!("{}/{edition}/{}/{}", brochure.id, job.language, job.profile.as_str());
    if job.profile != Profile::Print {
        return export(sheets, job.profile, &ident, report);
    }
    let own = Report::new();
    let shown = pictures::shown(&pages.document, &material.composition.files);
    pictures::check(&shown, |path| named(job, path), &own);
    if !own.absorb_into(report) {
        return None;
    }
    let brought = job.publication.press.clone();
    let Some(profile) = brought.or_else(OutputProfile::fogra39) else {
        report.add(Diagnostic::error("the profile of the press can't be used"));
        return None;
    };
    let settings = Print {
        ident: &ident,
        bleed: sheets.bleed,
        profile: &profile,
        ink_limit: brochure.print.ink_limit,
        known: &material.composition.palette,
    };
    print(&sheets.document, &settings, report)
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
