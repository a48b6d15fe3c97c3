//! Checks that the fonts of a project can set an edition, and that its text is large enough to read.

use feuillet_units::Pt;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::driver::job::Job;
use crate::language::{Emphasis, Language};
use crate::load::form::REFERENCE_X_HEIGHT;
use crate::resolve::Manuscript;
use crate::typeset::{Fonts, MissingFace};

/// Checks that the families of an edition's languages are among the fonts.
///
/// # Errors
///
/// Fails if one is missing.
pub(crate) fn check_families(
    fonts: &Fonts,
    job: &Job<'_>,
    report: &Report,
) -> Result<(), Reported> {
    let publication = job.publication();
    let mut result = Ok(());
    for language in job.id.languages().iter().filter_map(|tag| publication.languages.get(tag)) {
        for family in publication.theme.families_of(&language.script) {
            if !fonts.has_family(family) {
                let diagnostic = Diagnostic::error(format!(
                    "the family `{family}` for the script `{}` is not in `fonts/`",
                    language.script.code
                ))
                .suggest(family, fonts.families().iter().map(String::as_str));
                let diagnostic = match fonts.odd_files_of(family).next() {
                    Some(odd) => diagnostic.hint(format!(
                        "`{odd}` can't be used: put its TrueType or OpenType file in its place"
                    )),
                    None => diagnostic.hint("put its files into the project's `fonts/` folder"),
                };
                result = Err(report.error(diagnostic));
            }
        }
    }
    result
}

/// Tells which faces the families of an edition's languages lack, and what stands in: else titles and emphasis would look
/// like the text around them, and nobody would know.
pub(crate) fn check_faces(job: &Job<'_>, manuscript: &Manuscript, fonts: &Fonts, report: &Report) {
    let publication = job.publication();
    let passages = manuscript.passages();
    let mut runs = passages.iter().flat_map(|passage| passage.paragraphs.iter().flatten());
    let is_stressed = runs.any(|run| run.emphasis);
    for tag in job.id.languages() {
        let Some(language) = publication.languages.get(tag) else { continue };
        let script = &language.script;
        let named = publication.theme.family_places.get(&script.code);
        let languages = &publication.brochure.languages;
        let asked = || languages.iter().find(|known| known.value == *tag).map(|known| &known.span);
        let families = publication.theme.families_of(script);
        for (index, family) in families.iter().enumerate() {
            // Families that stand behind the first have but single characters of a text that is stressed.
            let slopes = script.emphasis == Emphasis::Italic && index == 0 && is_stressed;
            for face in fonts.missing_faces(family, slopes) {
                let (face, instead) = match face {
                    MissingFace::Regular => {
                        ("regular", "a bold one stands in, and nothing stands out from it")
                    }
                    MissingFace::Bold => (
                        "bold",
                        "another stands in, and titles and emphasis look like the text around them",
                    ),
                    MissingFace::Italic => {
                        ("italic", "an upright one stands in, and what is stressed does not show")
                    }
                };
                let mut diagnostic = Diagnostic::warning(format!(
                    "the family `{family}` has no {face} face in `fonts/`: {instead}"
                ))
                .hint(format!(
                    "put its {face} file there, or name a family that has one: `[families]` in `theme.toml`, `{} = […]`",
                    script.code
                ));
                if face == "italic" {
                    diagnostic = diagnostic.hint(format!(
                        "or stress by weight: `emphasis = \"weight\"` in a row `[script.{}]` of `translations/languages.toml`",
                        script.code
                    ));
                }
                if let Some(place) = named.or_else(asked) {
                    diagnostic = diagnostic.at(place);
                }
                report.add(diagnostic);
            }
        }
    }
}

/// Running text must not be so small that it strains the eyes. What counts is the height of small letters, where a
/// script has them; other scripts are enlarged to look as large as Latin text (`scale` in the table of languages).
pub(crate) fn check_text_size(job: &Job<'_>, language: &Language, fonts: &Fonts, report: &Report) {
    let families = job.publication().theme.families_of(&language.script);
    let family = families.first().filter(|_| language.script.has_small_letters);
    let height = family.and_then(|family| fonts.x_height(family));
    let share = height.map_or(1.0, |height| REFERENCE_X_HEIGHT / height);
    let legible = job.edition.form.legible().0 * share;
    let own = job.edition.text_size(&language.tag);
    let (least, place) = match job.edition.fit.least_size() {
        Some(least) if least.value < own.value.0 => (least.value, &least.span),
        _ => (own.value.0, &own.span),
    };
    // Sizes are set by tenths of a point.
    if least + 0.05 < legible {
        report.add(
            Diagnostic::error(format!(
                "running text of {} must not be smaller than {}{}",
                job.edition.form.with_article(),
                Pt((legible * 10.0).round() / 10.0),
                match family {
                    Some(family) if (share - 1.0).abs() > 0.005 => format!(" in `{family}`"),
                    _ => String::new(),
                }
            ))
            .at(place)
            .hint("name a larger size; a text that needs more room than that is too long"),
        );
    }
}
