//! Turns the pages of an edition into sheets, and sheets into the bytes of a PDF.

use crate::artifact::files::sha256;
use crate::compose::{Composition, KeptWords};
use crate::diagnostic::{Report, Reported};
use crate::driver::edition_pages::EditionPages;
use crate::driver::job::Job;
use crate::export::{self, ExportOptions, PrintOptions, resolution};
use crate::impose::{Sheets, Slug, impose_for_profile};
use crate::load::Profile;
use crate::typeset::Pages;

/// Lays pages on the sheets of a profile.
///
/// # Errors
///
/// Fails if the pages do not fit on the sheets.
pub(super) fn impose(
    edition: &EditionPages<'_>,
    profile: Profile,
    pages: &Pages,
    report: &Report,
) -> Result<Sheets, Reported> {
    let job = edition.job;
    let language = edition.source.manuscript.language();
    let brochure = &job.publication().brochure;
    let words = format!(
        "{} · {} · {} · {}",
        brochure.public_name.value,
        job.id.edition,
        job.language(),
        brochure.release.version.value
    );
    let families = job.publication().theme.families_of(&language.script);
    // The words are Latin, for which the last family of a script is the one that has letters of other scripts too.
    let family = families.last().map_or("", String::as_str);
    let slug = Slug { text: &words, family, fonts: edition.fonts };
    let slug = job.has_marks(profile).then_some(slug);
    impose_for_profile(&pages.document, job.edition, language.direction(), profile, slug).map_err(
        |fault| match fault.span {
            None => report.error(fault.at(&job.edition.id.span)),
            Some(_) => report.error(fault),
        },
    )
}

/// Names an edition in its files. Those of bodies are named by what they say: the same file may be that of many.
fn ident_of(job: &Job<'_>, composition: &Composition) -> String {
    if job.id.overlay.is_none() {
        return job.id.to_string();
    }
    let source = composition.with(&composition.settings[0], &KeptWords::default());
    let shown = composition.pictures.iter().filter(|(_, picture)| picture.is_shown);
    let pictures = shown.filter_map(|(path, _)| composition.files.get(path));
    let pictures: Vec<String> = pictures.map(|bytes| sha256(bytes)).collect();
    let plain = job.id.clone().with_overlay(None);
    let said = sha256(format!("{}{pictures:?}", source.main()).as_bytes());
    format!("{plain}@{said}")
}

/// Exports sheets.
///
/// # Errors
///
/// Fails if an image may not be printed, or if there is no PDF.
pub(super) fn export(
    edition: &EditionPages<'_>,
    profile: Profile,
    pages: &Pages,
    sheets: &Sheets,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let job = edition.job;
    let composition = &edition.source.composition;
    // The same over releases.
    let ident = format!("{}/{}", ident_of(job, composition), profile.as_str());
    if profile == Profile::Print {
        let shown = resolution::placed_pictures(&pages.document, |bytes| {
            composition.picture_of(bytes).map(str::to_owned)
        });
        let named = |path: &str| match composition.pictures.get(path) {
            Some(picture) => (picture.name.clone(), picture.place.clone()),
            None => (path.to_owned(), None),
        };
        resolution::check(&shown, named, report)?;
    }
    let print = PrintOptions {
        profile: job.publication().press.as_ref(),
        ink_limit: job.publication().brochure.print.ink_limit,
        palette: &composition.palette,
    };
    export::export(
        sheets,
        profile,
        &ExportOptions { ident: &ident, print, composition: Some(composition) },
        report,
    )
}
