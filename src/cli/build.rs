//! `feuillet build` and `feuillet check`.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::build::{Built, Choice, Fitting, Manner, Outcome, STAGES, Timings, build as build_all};
use crate::cli::arguments::{
    BuildArguments, CheckArguments, Format, JobsArguments, ProjectArguments,
};
use crate::cli::progress::Bar;
use crate::cli::render;
use crate::cli::{Ending, find_project};
use crate::diagnostic::{Diagnostic, Severity, count};
use crate::review::EditionState;

/// Makes PDFs.
pub(crate) fn build(arguments: &BuildArguments) -> Result<Ending, Diagnostic> {
    let choice = Choice { marks: arguments.marks, ..arguments.choice.checked()? };
    let output = Some(arguments.output.as_ref());
    run(&choice, output, arguments.force, &arguments.jobs, &arguments.project)
}

/// Reports what `build` would report.
pub(crate) fn check(arguments: &CheckArguments) -> Result<Ending, Diagnostic> {
    let choice = arguments.choice.checked()?;
    run(&choice, None, false, &arguments.jobs, &arguments.project)
}

/// `output` is `None` to write nothing, `Some(None)` for the project's own folder.
fn run(
    choice: &Choice,
    output: Option<Option<&PathBuf>>,
    force: bool,
    jobs: &JobsArguments,
    project: &ProjectArguments,
) -> Result<Ending, Diagnostic> {
    let format = project.format;
    let project = find_project(project.project.as_ref())?;
    let folder = output.map(|given| given.cloned().unwrap_or_else(|| project.output()));
    let manner = Manner { output: folder.as_deref(), threads: jobs.threads(), force };
    let bar = Bar::new();
    let outcome = build_all(&project, choice, &manner, &bar)?;
    bar.clear();
    match format {
        Format::Human => {
            print_human(&outcome, folder.as_deref());
            if jobs.explain {
                print_settings(&outcome.built);
            }
            if jobs.timings {
                print_timings(&outcome.timings);
            }
        }
        Format::Json => anstream::println!("{:#}", as_json(&outcome, jobs.timings)),
    }
    Ok(if outcome.has_errors() { Ending::Problems } else { Ending::Fine })
}

fn print_human(outcome: &Outcome, folder: Option<&Path>) {
    render::print_all(&outcome.diagnostics);
    let of =
        |severity| outcome.diagnostics.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let drafts =
        outcome.built.iter().filter(|built| matches!(built.state, Some(EditionState::Draft(_))));
    match folder {
        Some(folder) => {
            let written: Vec<&Built> =
                outcome.built.iter().filter(|built| built.file.is_some()).collect();
            let bytes: usize =
                written.iter().filter_map(|built| built.file.as_ref()).map(|(_, size)| size).sum();
            let drafts = drafts.filter(|built| built.file.is_some()).count();
            let drafts = if drafts > 0 {
                format!(", of them {}", count(drafts, "draft"))
            } else {
                String::new()
            };
            let unchanged = written.iter().filter(|built| built.taken_over).count();
            let unchanged =
                if unchanged > 0 { format!(", {unchanged} unchanged") } else { String::new() };
            anstream::println!(
                "{} in {}{drafts}, {} kB{unchanged}",
                count(written.len(), "PDF"),
                folder.display(),
                bytes.div_ceil(1000)
            );
            for path in &outcome.deleted {
                anstream::println!("deleted {path}: the project has this edition no more");
            }
        }
        None => anstream::println!("checked {}", count(outcome.built.len(), "PDF")),
    }
    if errors + warnings > 0 {
        anstream::println!("{}, {}", count(errors, "error"), count(warnings, "warning"));
    }
}

/// One line a PDF: the measures that copyfitting chose, and what they were chosen for.
fn print_settings(built: &[Built]) {
    anstream::println!(
        "  {:<8} {:<8} {:<8} {:>8} {:>8} {:>9} {:>6}  fullest",
        "edition",
        "language",
        "profile",
        "size",
        "leading",
        "paragraph",
        "block"
    );
    for one in built {
        let Some(Fitting { setting, runs }) = one.fitting else { continue };
        let fullest = one.panels.iter().max_by(|one, other| one.fill.total_cmp(&other.fill));
        let fullest = fullest.map(|panel| {
            format!("{} `{}` {:.0} %", panel.number, panel.section, panel.fill * 100.0)
        });
        anstream::println!(
            "  {:<8} {:<8} {:<8} {:>8} {:>8} {:>9} {:>6}  {}, {}",
            one.edition,
            one.language,
            one.profile.as_str(),
            setting.size.to_string(),
            setting.leading,
            setting.paragraph,
            setting.block,
            fullest.unwrap_or_default(),
            count(runs, "run"),
        );
    }
}

/// One line a stage, with the number that it has in the pipeline.
fn print_timings(timings: &Timings) {
    let total = timings.total().as_secs_f64().max(f64::MIN_POSITIVE);
    for (index, (name, stage)) in STAGES.iter().enumerate() {
        let time = timings.of(*stage).as_secs_f64();
        anstream::println!(
            "  {} {name:<8} {:>9.1} ms {:>4.0} %",
            index + 1,
            time * 1000.0,
            time / total * 100.0
        );
    }
}

fn as_json(outcome: &Outcome, with_timings: bool) -> serde_json::Value {
    let built = outcome.built.iter().map(|built| {
        json!({
            "brochure": built.brochure,
            "edition": built.edition,
            "languages": [built.language.as_str()],
            "profile": built.profile.as_str(),
            "state": built.state.as_ref().map(|state| match state {
                EditionState::Approved => "approved",
                EditionState::Draft(_) => "draft",
            }),
            "path": built.file.as_ref().map(|(path, _)| format!("{}/{path}", built.brochure)),
            "setting": built.fitting.map(|fitting| json!({
                "size": fitting.setting.size.0,
                "leading": fitting.setting.leading,
                "paragraph": fitting.setting.paragraph,
                "block": fitting.setting.block,
                "runs": fitting.runs,
            })),
            "unchanged": built.taken_over,
            "bytes": built.file.as_ref().map(|(_, bytes)| bytes),
            "panels": built.panels.iter().map(|panel| json!({
                "number": panel.number,
                "section": panel.section,
                "fill": (panel.fill * 1000.0).round() / 1000.0,
            })).collect::<Vec<_>>(),
        })
    });
    let accepted = outcome.accepted.iter().map(|accepted| {
        json!({
            "brochure": accepted.brochure,
            "edition": accepted.edition,
            "languages": [accepted.language.as_str()],
            "check": accepted.finding.check,
            "section": accepted.finding.section,
            "messages": accepted.finding.messages,
            "page": accepted.finding.page,
            "found": accepted.finding.detail,
            "reason": accepted.reason,
        })
    });
    let mut report = json!({
        "files": built.collect::<Vec<_>>(),
        "diagnostics": outcome.diagnostics.iter().map(render::json).collect::<Vec<_>>(),
        "accepted": accepted.collect::<Vec<_>>(),
        "deleted": outcome.deleted,
    });
    if with_timings {
        report["timings"] = render::timings(&outcome.timings);
    }
    report
}
