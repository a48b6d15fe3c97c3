//! Runs `feuillet release`: writes version and day into the brochure, and keeps what the release says.

use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;
use time::Date;

use crate::cli::arguments::{Format, ProjectArguments};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::{choose_brochure, find_project, find_project_to_edit};
use crate::cli::{clock, completion, render};
use crate::diagnostic::{Diagnostic, Location, Report, count};
use crate::driver::{Selection, Timings, load_brochures, plan};
use crate::edit::ChangeSet;
use crate::edit::toml::{date_value, set_value};
use crate::history::{check_day, check_version, keep, write_release};
use crate::load::releases::{KeptEdition, KeptRelease, read_releases};
use crate::load::{Project, ProjectFile};

#[derive(Debug, Args)]
pub(crate) struct ReleaseArguments {
    /// The version, like `1.2`: a name that was given to no release yet.
    #[arg(value_name = "VERSION")]
    version: String,
    /// The day of the release, like `2026-11-29`; today by default. It stands in the PDFs.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    on: Option<Date>,
    /// The brochure; a project with one brochure need not name it.
    #[arg(long, value_name = "BROCHURE", add = completion::brochures())]
    brochure: Option<String>,
    /// Tells what would be released, and writes nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    project: ProjectArguments,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonRelease<'a> {
    brochure: &'a str,
    version: &'a str,
    date: String,
    editions: Vec<JsonEdition<'a>>,
    written: &'a [String],
    diagnostics: Vec<Diagnostic<Location>>,
}

#[derive(Serialize)]
struct JsonEdition<'a> {
    edition: &'a str,
    language: &'a str,
    state: &'static str,
    reasons: &'a BTreeMap<String, Vec<String>>,
    files: &'a BTreeMap<String, String>,
}

/// Makes a release.
pub(crate) fn release(arguments: &ReleaseArguments) -> Result<Ending, Diagnostic> {
    let given = arguments.project.project.as_ref();
    let (project, _lock) = if arguments.dry_run {
        (find_project(given)?, None)
    } else {
        let (project, lock) = find_project_to_edit(given)?;
        (project, Some(lock))
    };
    let id = choose_brochure(&project, arguments.brochure.as_deref())?;
    check_version(&arguments.version, &project.releases(&id))?;
    let report = Report::new();
    let made = make(&project, &id, arguments, &report)?;
    let diagnostics = report.into_sorted();
    if arguments.project.format == Format::Human {
        render::print_all(&diagnostics)?;
    }
    let Some((release, changes)) = made else {
        if arguments.project.format == Format::Json {
            print_json(&id, arguments, None, &[], &diagnostics)?;
        }
        return Ok(Ending::Problems);
    };
    let paths: Vec<String> = changes.paths().map(str::to_owned).collect();
    let paths = if arguments.dry_run {
        &[]
    } else {
        changes.commit()?;
        paths.as_slice()
    };
    match arguments.project.format {
        Format::Human => print_release(&id, &release, paths)?,
        Format::Json => print_json(&id, arguments, Some(&release), paths, &diagnostics)?,
    }
    Ok(Ending::Fine)
}

/// What the release says, and the files that tell it; `None` if the project has faults, which are in the report.
fn make<'p>(
    project: &'p Project,
    id: &str,
    arguments: &ReleaseArguments,
    report: &Report,
) -> Result<Option<(KeptRelease, ChangeSet<'p>)>, Diagnostic> {
    let day = clock::day(arguments.on);
    let selection = Selection { brochures: vec![id.to_owned()], ..Selection::default() };
    let own = Report::new();
    let brochures = load_brochures(project, &selection, &mut Timings::default(), &own)?;
    let kept = read_releases(project, id, report);
    let path = ProjectFile::Structure { brochure: id.to_owned() }.path();
    let ([before], false) = (brochures.as_slice(), report.has_errors()) else {
        own.absorb_into(report);
        return Ok(None);
    };
    check_day(&arguments.version, day, &kept, &before.publication.brochure.release)?;
    let Ok(file) = project.read_text(&path, report) else { return Ok(None) };
    let stamped = set_value(&file, &["release"], "version", arguments.version.as_str())?;
    let stamped = set_value(&stamped, &["release"], "date", date_value(day))?;
    // The states of the editions are those of the new day: a fact may be overdue by then.
    let after = project.with_unsaved([(path.clone(), stamped.own_text())]);
    let brochures = load_brochures(&after, &selection, &mut Timings::default(), report)?;
    let [brochure] = brochures.as_slice() else { return Ok(None) };
    let jobs = plan(&brochures, &selection, report)?;
    let Ok(release) = keep(brochure, &jobs, report) else { return Ok(None) };
    if report.has_errors() {
        return Ok(None);
    }
    let mut changes = ChangeSet::new(project);
    changes.write(path, Some(file.own_text().as_bytes()), stamped.own_text());
    for (file, text) in write_release(id, &release) {
        changes.write(file.path(), None, text);
    }
    Ok(Some((release, changes)))
}

fn print_json(
    id: &str,
    arguments: &ReleaseArguments,
    release: Option<&KeptRelease>,
    written: &[String],
    diagnostics: &[Diagnostic],
) -> Result<(), Diagnostic> {
    let editions = release.map(|release| release.editions.as_slice()).unwrap_or_default().iter();
    let editions = editions.map(|edition| JsonEdition {
        edition: &edition.edition,
        language: edition.language.as_str(),
        state: if edition.is_approved() { "approved" } else { "draft" },
        reasons: &edition.reasons,
        files: &edition.files,
    });
    render::print_json(&JsonRelease {
        brochure: id,
        version: &arguments.version,
        date: clock::day(arguments.on).to_string(),
        editions: editions.collect(),
        written,
        diagnostics: render::located(diagnostics),
    })
}

fn print_release(id: &str, release: &KeptRelease, written: &[String]) -> Result<(), Diagnostic> {
    print_line!("{id} {} of {}", release.version, release.date)?;
    let mut told: Vec<(&str, &str)> = Vec::new();
    for edition in &release.editions {
        // One that has two covers is there twice.
        let name = (edition.edition.as_str(), edition.language.as_str());
        if !told.contains(&name) {
            told.push(name);
            print_line!("  {:<8} {:<8} {}", name.0, name.1, state(edition))?;
        }
    }
    let drafts = release.editions.iter().filter(|edition| !edition.is_approved());
    let drafts = drafts.map(|edition| (&edition.edition, &edition.language));
    let drafts = drafts.collect::<std::collections::BTreeSet<_>>().len();
    if drafts > 0 {
        let are = if drafts == 1 { "is a draft and" } else { "are drafts and" };
        print_line!("{} {are} must not be printed", count(drafts, "edition"))?;
    }
    for path in written {
        print_line!("wrote {path}")?;
    }
    if written.is_empty() { print_line!("nothing was written") } else { Ok(()) }
}

/// "approved", or "draft (2 stale)".
fn state(edition: &KeptEdition) -> String {
    if edition.is_approved() {
        return "approved".to_owned();
    }
    let reasons = edition.reasons.iter();
    let reasons: Vec<String> =
        reasons.map(|(kind, subjects)| format!("{} {kind}", subjects.len())).collect();
    format!("draft ({})", reasons.join(", "))
}
