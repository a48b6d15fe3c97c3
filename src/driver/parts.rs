//! Knows the languages of a job: most jobs have one, and each of two has texts and pages of its own.

use crate::artifact::{Artifact, Copyfit};
use crate::compose::{compose, compose_parallel};
use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::driver::edition_pages::{EditionPages, edition_pages};
use crate::driver::edition_source::{EditionSource, new_artifact, state_of};
use crate::driver::job::Job;
use crate::driver::timings::{Stage, Timings};
use crate::load::{Profile, Setting};
use crate::resolve::{Manuscript, resolve_each};
use crate::typeset::checks::LayoutFinding;
use crate::typeset::{Fonts, Sources};

/// How often languages are set anew until both have the same setting.
const MOST_ROUNDS: usize = 6;

/// Resolves and composes a job, each of its parts: its languages in their order, or both together where they share their pages.
///
/// # Errors
///
/// Fails if a text can't be resolved.
pub(crate) fn edition_sources(
    job: &Job<'_>,
    timings: &mut Timings,
    report: &Report,
) -> Result<Vec<EditionSource>, Reported> {
    let (publication, states) = (job.publication(), &job.brochure.states);
    let own = Report::new();
    let profile = job.profiles.first().copied();
    let manuscripts =
        timings.time(Stage::Resolve, || resolve_each(publication, states, &job.id, profile, &own));
    let is_sound = !own.has_errors();
    report.extend(own.into_sorted());
    let manuscripts = if is_sound { manuscripts? } else { return Err(report.reported()) };
    if job.is_parallel() {
        return Ok(vec![parallel(job, manuscripts, timings, report)?]);
    }
    let composed = manuscripts.into_iter().map(|manuscript| {
        let composition =
            timings.time(Stage::Compose, || compose(publication, &manuscript, job.edition));
        EditionSource { manuscript, beside: None, composition }
    });
    Ok(composed.collect())
}

/// Composes two languages that stand beside each other.
fn parallel(
    job: &Job<'_>,
    manuscripts: Vec<Manuscript>,
    timings: &mut Timings,
    report: &Report,
) -> Result<EditionSource, Reported> {
    let Ok([first, second]) = <[Manuscript; 2]>::try_from(manuscripts) else {
        return Err(report.reported());
    };
    if let Some(section) = first.first_difference(&second) {
        let message = format!(
            "`{}` can't stand beside `{}`: the section `{section}` has other blocks in it",
            second.language().tag,
            first.language().tag
        );
        let hint = "blocks that one language alone has stand beside nothing: write `pair-layout = \"back-to-back\"`, or give both the same blocks";
        return Err(report.error(Diagnostic::error(message).at(&job.edition.id.span).hint(hint)));
    }
    let composition = timings
        .time(Stage::Compose, || compose_parallel(job.publication(), &first, &second, job.edition));
    Ok(EditionSource { manuscript: first, beside: Some(second), composition })
}

/// Typesets a job in each of its languages. `sources` are what an earlier run of the same edition left. Two languages get the same
/// setting, the smaller of both: none is set larger than the other.
///
/// # Errors
///
/// Fails if a family is missing, or if Typst makes no pages.
pub(crate) fn pages_of_parts<'a>(
    parts: &'a [Job<'a>],
    composed: Vec<EditionSource>,
    profiles: &[Profile],
    fonts: &'a Fonts,
    sources: &mut Sources,
    timings: &mut Timings,
    report: &Report,
) -> Result<Vec<EditionPages<'a>>, Reported> {
    if let [job] = parts {
        let pages = composed
            .into_iter()
            .map(|source| edition_pages(job, source, profiles, fonts, sources, timings, report));
        return pages.collect();
    }
    let mut set = |job: &'a Job<'a>, source: EditionSource| {
        let own = Report::new();
        let mut sources = Sources::default();
        match edition_pages(job, source, profiles, fonts, &mut sources, timings, &own) {
            Ok(pages) => Ok((pages, own.into_sorted())),
            Err(_) => {
                report.extend(own.into_sorted());
                Err(report.reported())
            }
        }
    };
    let mut made: Vec<(EditionPages<'a>, Vec<Diagnostic>)> = parts
        .iter()
        .zip(composed)
        .map(|(job, source)| set(job, source))
        .collect::<Result<_, _>>()?;
    for _ in 0..MOST_ROUNDS {
        let settings = || made.iter().filter_map(|(pages, _)| pages.setting());
        let Some(least) = settings().reduce(Setting::least) else { break };
        let larger = made.iter().position(|(pages, _)| {
            let settings = &pages.source.composition.settings;
            pages.setting().is_some_and(|own| !own.is_within(&least))
                && settings.iter().any(|setting| setting.is_within(&least))
        });
        let Some(index) = larger else { break };
        let EditionPages { job, mut source, .. } = made.remove(index).0;
        source.composition.settings.retain(|setting| setting.is_within(&least));
        made.insert(index, set(job, source)?);
    }
    let mut pages = Vec::new();
    for (own, found) in made {
        report.extend(found);
        pages.push(own);
    }
    Ok(pages)
}

/// The record of a PDF up to its pages, those of all languages one after the other.
pub(crate) fn artifact_of(job: &Job<'_>, parts: &[EditionPages<'_>], profile: Profile) -> Artifact {
    let mut all = new_artifact(job, profile);
    let mut before = 0;
    for part in parts {
        let own = part.artifact(profile);
        all.copyfit = match (all.copyfit, own.copyfit) {
            (Some(one), Some(other)) => Some(Copyfit { runs: one.runs + other.runs, ..one }),
            (one, other) => one.or(other),
        };
        all.panels.extend(own.panels.into_iter().map(|mut panel| {
            panel.number += before;
            panel
        }));
        all.findings.extend(own.findings.into_iter().map(|finding| moved(finding, before)));
        all.warnings.extend(own.warnings);
        before += part.page_count(profile);
    }
    all.state = Some(state_of(parts.iter().map(|part| &part.source)));
    all
}

/// A finding so many pages further on; one that is about the whole edition stays so.
fn moved(finding: LayoutFinding, by: usize) -> LayoutFinding {
    let page = if finding.page == 0 { 0 } else { finding.page + by };
    LayoutFinding { page, ..finding }
}

/// The findings of each language of a PDF that was made earlier, with the pages as that language counts them.
pub(super) fn findings_of_parts(artifact: &Artifact, parts: usize) -> Vec<Vec<LayoutFinding>> {
    let counts = artifact.geometry.as_ref().map(|geometry| geometry.language_pages.as_slice());
    split(&artifact.findings, counts.unwrap_or_default(), parts)
}

/// Findings by the language on whose pages they are; `counts` are the pages of each.
fn split(findings: &[LayoutFinding], counts: &[usize], parts: usize) -> Vec<Vec<LayoutFinding>> {
    let mut all = vec![Vec::new(); parts];
    for finding in findings {
        let mut finding = finding.clone();
        let mut index = 0;
        for count in counts.iter().take(parts.saturating_sub(1)) {
            if finding.page <= *count {
                break;
            }
            finding.page -= count;
            index += 1;
        }
        if let Some(own) = all.get_mut(index) {
            own.push(finding);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{moved, split};
    use crate::diagnostic::Severity;
    use crate::typeset::checks::LayoutFinding;

    fn finding(page: usize) -> LayoutFinding {
        LayoutFinding {
            check: "short-line".into(),
            severity: Severity::Warning,
            messages: Vec::new(),
            language: None,
            section: String::new(),
            page,
            more_pages: 0,
            area: None,
            picture: None,
            detail: String::new(),
            hint: String::new(),
        }
    }

    #[test]
    fn a_finding_is_told_of_the_language_in_which_it_is() {
        let found = [finding(0), finding(28), moved(finding(1), 28), moved(finding(32), 28)];
        let pages = |parts: Vec<Vec<LayoutFinding>>| -> Vec<Vec<usize>> {
            parts.iter().map(|own| own.iter().map(|finding| finding.page).collect()).collect()
        };
        assert_eq!(pages(split(&found, &[28, 32], 2)), [vec![0, 28], vec![1, 32]]);
        assert_eq!(pages(split(&found[..2], &[], 1)), [vec![0, 28]]);
    }
}
