//! Warns where the panels of the source language leave no room for translations.

use crate::artifact::Artifact;
use crate::compose::Composition;
use crate::diagnostic::{Diagnostic, Report};
use crate::driver::job::Job;
use crate::load::Form;

/// The share of a panel that the source language may fill: translations run up to 30 % longer (IBM, see the
/// table of expansion in its globalization guidelines).
const SOURCE_FILL: f64 = 0.75;

/// A source text that leaves no room for translations is found in the source, not in the last translation. Those may
/// go down to the least setting of the composition.
pub(super) fn warn_of_full_source(
    job: &Job<'_>,
    artifact: &Artifact,
    composition: &Composition,
    report: &Report,
) {
    let Some(copyfit) = artifact.copyfit else { return };
    let is_source = *job.language() == job.publication().brochure.source_language.value;
    // The texts are those of the brochure; what a body adds has a room of its own.
    if !is_source || job.edition.form != Form::Leaflet || job.id.overlay.is_some() {
        return;
    }
    let least = composition.settings.last();
    let share = least.map_or(1.0, |least| least.height() / copyfit.setting.height());
    for panel in artifact.panels.iter().filter(|panel| panel.fill * share > SOURCE_FILL) {
        report.add(
            Diagnostic::warning(format!(
                "panel {} (`{}`) is {:.0} % full in the source language `{}`{}",
                panel.number,
                panel.section,
                panel.fill * share * 100.0,
                job.language(),
                if share < 1.0 { " at the least measures" } else { "" }
            ))
            .hint(format!(
                "shorten it to {:.0} %: translations need up to a third more room",
                SOURCE_FILL * 100.0
            )),
        );
    }
}
