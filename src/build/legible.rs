//! A project and jobs in; its fonts out, and what is wrong if they can't set the jobs' languages legibly.

use feuillet_units::Pt;

use crate::build::plan::Job;
use crate::diagnostic::{Diagnostic, Report};
use crate::language::Language;
use crate::load::Project;
use crate::load::form::REFERENCE_X_HEIGHT;
use crate::typeset::Fonts;

/// Reads the project's fonts, and checks that the families of the jobs' languages are among them.
pub fn fonts(project: &Project, jobs: &[Job<'_>], report: &Report) -> Fonts {
    let fonts = Fonts::load(&project.fonts(), report);
    require_families(&fonts, jobs, report);
    fonts
}

/// Checks that the families of the jobs' languages are among the fonts.
pub(super) fn require_families(fonts: &Fonts, jobs: &[Job<'_>], report: &Report) {
    for job in jobs {
        let Some(language) = job.publication.languages.get(job.language) else { continue };
        for family in job.publication.theme.families_of(&language.script) {
            if !fonts.has_family(family) {
                report.add(
                    Diagnostic::error(format!(
                        "the family `{family}` for the script `{}` is not in `fonts/`",
                        language.script.code
                    ))
                    .suggest(family, fonts.families().iter().map(String::as_str))
                    .hint("put its files into the project's `fonts/` folder"),
                );
            }
        }
    }
}

/// Running text must not be so small that it strains the eyes. What counts is the height of small letters, where a
/// script has them; other scripts are enlarged to look as large as Latin text (`scale` in the table of languages).
pub(super) fn check_legible(job: &Job<'_>, language: &Language, fonts: &Fonts, report: &Report) {
    let families = job.publication.theme.families_of(&language.script);
    let family = families.first().filter(|_| language.script.has_small_letters);
    let height = family.and_then(|family| fonts.x_height(family));
    let share = height.map_or(1.0, |height| REFERENCE_X_HEIGHT / height);
    let legible = job.edition.form.legible().0 * share;
    let own = job.edition.text_size(job.language);
    let (least, place) = match job.edition.fit.least_size() {
        Some(least) if least.value < own.value.0 => (least.value, &least.place),
        _ => (own.value.0, &own.place),
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
