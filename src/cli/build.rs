//! Runs `feuillet build` and `feuillet check`.

mod arguments;
mod bodies;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::artifact::{BuildReport, Built, Copyfit};
use crate::cli::arguments::{Format, JobsArguments, ProjectArguments};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::progress::Bar;
use crate::cli::project::find_project;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, Location, Severity, count};
use crate::driver::{BuildOptions, STAGES, Selection, Timings, build as build_all};
pub(crate) use arguments::{BuildArguments, CheckArguments};

/// Makes PDFs.
pub(crate) fn build(arguments: &BuildArguments) -> Result<Ending, Diagnostic> {
    let bodies = bodies::selection(&arguments.bodies.bodies, arguments.bodies.shard.as_deref())?;
    let selection = Selection { marks: arguments.marks, bodies, ..arguments.choice.checked()? };
    let output = Some(arguments.output.as_ref());
    run(&selection, output, arguments.force, &arguments.jobs, &arguments.project)
}

/// Reports what `build` would report.
pub(crate) fn check(arguments: &CheckArguments) -> Result<Ending, Diagnostic> {
    let bodies = bodies::selection(&arguments.bodies, None)?;
    let selection = Selection { reads_bodies: true, bodies, ..arguments.choice.checked()? };
    run(&selection, None, false, &arguments.jobs, &arguments.project)
}

/// `output` is `None` to write nothing, `Some(None)` for the project's own folder.
fn run(
    selection: &Selection,
    output: Option<Option<&PathBuf>>,
    force: bool,
    jobs: &JobsArguments,
    project: &ProjectArguments,
) -> Result<Ending, Diagnostic> {
    let format = project.format;
    let project = find_project(project.project.as_ref())?;
    let folder = output.map(|given| given.cloned().unwrap_or_else(|| project.output()));
    let options = BuildOptions { output: folder.as_deref(), threads: jobs.threads(), force };
    if let Some(bodies) = &selection.bodies {
        return bodies::run(&project, (selection, bodies), &options, jobs.timings, format);
    }
    let bar = Bar::new();
    let (report, timings) = build_all(&project, selection, &options, &bar)?;
    bar.clear();
    match format {
        Format::Human => {
            print_human(&report, folder.as_deref())?;
            if jobs.explain {
                print_settings(&report.files)?;
            }
            if jobs.timings {
                print_timings(&timings)?;
            }
        }
        Format::Json => print_json(&report, jobs.timings.then_some(&timings))?,
    }
    Ok(if report.has_errors() { Ending::Problems } else { Ending::Fine })
}

fn print_human(report: &BuildReport, folder: Option<&Path>) -> Result<(), Diagnostic> {
    render::print_all(&report.diagnostics)?;
    match folder {
        Some(folder) => print_written(report, folder)?,
        None => print_line!("checked {}", count(report.files.len(), "PDF"))?,
    }
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    if errors + warnings > 0 {
        print_line!("{}, {}", count(errors, "error"), count(warnings, "warning"))?;
    }
    Ok(())
}

/// What was written, in a line, and what was deleted.
fn print_written(report: &BuildReport, folder: &Path) -> Result<(), Diagnostic> {
    let written = report.files.iter().filter(|built| built.artifact.file.is_some());
    let written: Vec<&Built> = written.collect();
    let files = written.iter().filter_map(|built| built.artifact.file.as_ref());
    let bytes: usize = files.map(|file| file.bytes).sum();
    let drafts = written.iter().filter(|built| built.artifact.is_draft()).count();
    let drafts =
        if drafts > 0 { format!(", of them {}", count(drafts, "draft")) } else { String::new() };
    let unchanged = written.iter().filter(|built| built.unchanged).count();
    let unchanged = if unchanged > 0 { format!(", {unchanged} unchanged") } else { String::new() };
    print_line!(
        "{} in {}{drafts}, {} kB{unchanged}",
        count(written.len(), "PDF"),
        folder.display(),
        bytes.div_ceil(1000)
    )?;
    for path in &report.deleted {
        print_line!("deleted {path}: the project no longer has this edition")?;
    }
    Ok(())
}

/// One line a PDF: the measures that copyfitting chose, and what they were chosen for.
fn print_settings(built: &[Built]) -> Result<(), Diagnostic> {
    print_line!(
        "  {:<8} {:<8} {:<8} {:>8} {:>8} {:>9} {:>6}  fullest",
        "edition",
        "language",
        "profile",
        "size",
        "leading",
        "paragraph",
        "block"
    )?;
    for Built { artifact: one, .. } in built {
        let Some(Copyfit { setting, runs }) = one.copyfit else { continue };
        let fullest = one.panels.iter().max_by(|one, other| one.fill.total_cmp(&other.fill));
        let fullest = fullest.map(|panel| {
            format!("{} `{}` {:.0} %", panel.number, panel.section, panel.fill * 100.0)
        });
        print_line!(
            "  {:<8} {:<8} {:<8} {:>8} {:>8} {:>9} {:>6}  {}, {}",
            one.id.edition,
            one.id.languages_key(),
            one.profile.as_str(),
            setting.size.to_string(),
            setting.leading,
            setting.paragraph,
            setting.block,
            fullest.unwrap_or_default(),
            count(runs, "run"),
        )?;
    }
    Ok(())
}

/// One line a stage, with the number that it has in the pipeline.
pub(super) fn print_timings(timings: &Timings) -> Result<(), Diagnostic> {
    let total = timings.total().as_secs_f64().max(f64::MIN_POSITIVE);
    for (index, (name, stage)) in STAGES.iter().enumerate() {
        let time = timings.of(*stage).as_secs_f64();
        print_line!(
            "  {} {name:<8} {:>9.1} ms {:>4.0} %",
            index + 1,
            time * 1000.0,
            time / total * 100.0
        )?;
    }
    Ok(())
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonReport<'a> {
    #[serde(flatten)]
    report: BuildReport<Location>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timings: Option<&'a Timings>,
}

/// Prints the report for programs; paths are below the output folder.
fn print_json(report: &BuildReport, timings: Option<&Timings>) -> Result<(), Diagnostic> {
    let located = report.clone().map_spans(|span| Some(Location::from(&span)));
    let mut report = located.unwrap_or_default();
    for built in &mut report.files {
        let path = built.artifact.output_path();
        if let Some((file, path)) = built.artifact.file.as_mut().zip(path) {
            file.path = path;
            file.folder.clear();
        }
    }
    render::print_json(&JsonReport { report, timings })
}
