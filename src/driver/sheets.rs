//! Turns the pages of an edition into sheets, and sheets into the bytes of a PDF.

use crate::artifact::files::sha256;
use crate::compose::{Composition, KeptWords};
use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::driver::edition_pages::EditionPages;
use crate::driver::job::Job;
use crate::export::{self, ExportOptions, PrintOptions, resolution};
use crate::impose::{LanguagePages, Sheets, Slug, impose_back_to_back, impose_for_profile};
use crate::load::Profile;
use crate::typeset::Pages;

/// Lays the pages of a job, those of each of its languages, on the sheets of a profile.
///
/// # Errors
///
/// Fails if the pages do not fit on the sheets.
pub(super) fn impose(
    job: &Job<'_>,
    parts: &[EditionPages<'_>],
    profile: Profile,
    pages: &[&Pages],
    report: &Report,
) -> Result<Sheets, Reported> {
    let Some(first) = parts.first() else { return Err(report.reported()) };
    let brochure = &job.publication().brochure;
    let words = format!(
        "{} · {} · {} · {}",
        brochure.public_name.value,
        job.id.edition,
        job.id.languages_key(),
        brochure.release.version.value
    );
    let families = job.publication().theme.families_of(&first.source.manuscript.language().script);
    // The words are Latin, for which the last family of a script is the one that has letters of other scripts too.
    let family = families.last().map_or("", String::as_str);
    let slug = Slug { text: &words, family, fonts: first.fonts };
    let slug = job.has_marks(profile).then_some(slug);
    let own = parts.iter().zip(pages).map(|(part, pages)| LanguagePages {
        document: &pages.document,
        direction: part.source.manuscript.language().direction(),
    });
    let own: Vec<LanguagePages<'_>> = own.collect();
    let imposed = match *own.as_slice() {
        [LanguagePages { document, direction }] => {
            impose_for_profile(document, job.edition, direction, profile, slug)
        }
        [front, back] => impose_back_to_back([front, back], job.edition, profile, slug),
        _ => Err(Diagnostic::error("an edition has two covers, for two languages at most")),
    };
    imposed.map_err(|fault| match fault.span {
        None => report.error(fault.at(&job.edition.id.span)),
        Some(_) => report.error(fault),
    })
}

/// Names a job in its files. Those of bodies are named by what they say: the same file may be that of many.
fn ident_of(job: &Job<'_>, parts: &[EditionPages<'_>]) -> String {
    if job.id.overlay.is_none() {
        return job.id.to_string();
    }
    let said = parts.iter().map(|part| {
        let composition = &part.source.composition;
        let source = composition.with(&composition.settings[0], &KeptWords::default());
        let shown = composition.pictures.iter().filter(|(_, picture)| picture.is_shown);
        let pictures = shown.filter_map(|(path, _)| composition.files.get(path));
        let pictures: Vec<String> = pictures.map(|bytes| sha256(bytes)).collect();
        sha256(format!("{}{pictures:?}", source.main()).as_bytes())
    });
    let said: Vec<String> = said.collect();
    let plain = job.id.clone().with_overlay(None);
    format!("{plain}@{}", said.join("+"))
}

/// Exports sheets.
///
/// # Errors
///
/// Fails if an image may not be printed, or if there is no PDF.
pub(super) fn export(
    job: &Job<'_>,
    parts: &[EditionPages<'_>],
    profile: Profile,
    pages: &[&Pages],
    sheets: &Sheets,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let Some(first) = parts.first() else { return Err(report.reported()) };
    // The same over releases.
    let ident = format!("{}/{}", ident_of(job, parts), profile.as_str());
    if profile == Profile::Print {
        for (part, pages) in parts.iter().zip(pages) {
            check_resolution(&part.source.composition, pages, report)?;
        }
    }
    let print = PrintOptions {
        profile: job.publication().press.as_ref(),
        ink_limit: job.publication().brochure.print.ink_limit,
        // That of the theme, which the languages share.
        palette: &first.source.composition.palette,
    };
    let composition = Some(&first.source.composition);
    export::export(sheets, profile, &ExportOptions { ident: &ident, print, composition }, report)
}

/// Makes sure that pictures are fine enough for the press.
fn check_resolution(
    composition: &Composition,
    pages: &Pages,
    report: &Report,
) -> Result<(), Reported> {
    let shown = resolution::placed_pictures(&pages.document, |bytes| {
        composition.picture_of(bytes).map(str::to_owned)
    });
    let named = |path: &str| match composition.pictures.get(path) {
        Some(picture) => (picture.name.clone(), picture.place.clone()),
        None => (path.to_owned(), None),
    };
    resolution::check(&shown, named, report)
}
