//! Runs `feuillet watch`.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::cli::arguments::{Format, WatchArguments};
use crate::cli::ending::Ending;
use crate::cli::output::unless_unread;
use crate::cli::project::find_project;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, Location, Severity, count};
use crate::driver::Timings;
use crate::review::EditionState;
use crate::watch::{Change, ChangeKind, ChangeSet, Rebuild, WatchSession};

/// The names that a line tells; the others are counted.
const NAMES: usize = 3;

/// Builds a language edition whenever a file is saved.
pub(crate) fn watch(arguments: &WatchArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.project.as_ref())?;
    let selection = arguments.checked(&project.brochures())?;
    let output = arguments.output.clone().unwrap_or_else(|| project.output());
    let title = format!("{} {}", arguments.edition, arguments.lang);
    let mut printer =
        Printer { format: arguments.project.format, title, output: output.clone(), path: None };
    let start = Instant::now();
    let opened = selection.brochures.join(", ");
    let mut session = WatchSession::open(project, selection, &output)?;
    let first = session.build()?;
    let mut printed = printer.print(&opened, &ChangeSet::default(), &Ok(first), start.elapsed());
    while printed.is_ok()
        && let Some((changes, since)) = session.wait()
    {
        printed = if changes.changes.is_empty() {
            printer.print_unchanged(&changes)
        } else {
            let rebuilt = session.build();
            printer.print(&changed(&changes.changes), &changes, &rebuilt, since.elapsed())
        };
    }
    // If whoever read the lines has gone, that is the end, and no fault.
    unless_unread(printed, "standard output")?;
    Ok(Ending::Fine)
}

/// Writes the lines.
struct Printer {
    format: Format,
    /// Edition and language.
    title: String,
    output: PathBuf,
    /// The PDF that the reader knows of.
    path: Option<PathBuf>,
}

impl Printer {
    /// Prints what came of a rebuild.
    fn print(
        &mut self,
        what: &str,
        changes: &ChangeSet,
        rebuilt: &Result<Rebuild, Diagnostic>,
        took: Duration,
    ) -> io::Result<()> {
        let (rebuilt, diagnostics) = match rebuilt {
            Ok(rebuilt) => (Some(rebuilt), rebuilt.diagnostics.as_slice()),
            Err(diagnostic) => (None, std::slice::from_ref(diagnostic)),
        };
        let path = rebuilt.and_then(|rebuilt| path(&self.output, rebuilt));
        let milliseconds = took.as_millis();
        let mut out = anstream::stdout().lock();
        if self.format == Format::Json {
            let rebuild = JsonRebuild::new(rebuilt, path.as_deref(), diagnostics, milliseconds);
            return writeln!(out, "{}", json(changes, Some(rebuild)));
        }
        let title = &self.title;
        let result = summary(rebuilt, diagnostics);
        writeln!(out, "{what} · {title}: {result} · {milliseconds} ms")?;
        for diagnostic in diagnostics {
            writeln!(out, "  {}", one_line(diagnostic))?;
        }
        if let Some(path) = path.filter(|path| self.path.as_ref() != Some(path)) {
            writeln!(out, "  {}", path.display())?;
            self.path = Some(path);
        }
        Ok(())
    }

    /// Prints that a save made no difference.
    fn print_unchanged(&self, changes: &ChangeSet) -> io::Result<()> {
        let mut out = anstream::stdout().lock();
        match self.format {
            Format::Human => {
                writeln!(out, "{}: saved, nothing changed", changes.unchanged.join(", "))
            }
            Format::Json => writeln!(out, "{}", json(changes, None)),
        }
    }
}

/// The PDF, if one was written.
fn path(output: &Path, rebuilt: &Rebuild) -> Option<PathBuf> {
    Some(output.join(rebuilt.artifact.as_ref()?.output_path()?))
}

/// `translations/ru/partner-violence.ftl: right-leave, right-stay added`, for all files.
fn changed(changes: &[Change]) -> String {
    let files: Vec<String> = changes.iter().map(changed_file).collect();
    files.join("; ")
}

fn changed_file(change: &Change) -> String {
    let file = &change.file;
    let Some(names) = change.names.as_ref().filter(|_| change.what == ChangeKind::Changed) else {
        return match change.what {
            ChangeKind::Changed => file.clone(),
            what => format!("{file} {}", what.as_str()),
        };
    };
    if names.is_empty() {
        return format!("{file}: only comments or layout");
    }
    let named = names.iter().take(NAMES).map(|named| match named.change {
        ChangeKind::Changed => named.name.clone(),
        change => format!("{} {}", named.name, change.as_str()),
    });
    let named: Vec<String> = named.collect();
    let more = names.len().saturating_sub(NAMES);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{file}: {}{more}", named.join(", "))
}

/// `32 pages, draft, 1 warning`, or `2 errors, the PDF stays as it was`.
fn summary(rebuilt: Option<&Rebuild>, diagnostics: &[Diagnostic]) -> String {
    let of = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let mut parts = Vec::new();
    let artifact = rebuilt.and_then(|rebuilt| rebuilt.artifact.as_ref());
    let written = artifact.filter(|artifact| artifact.file.is_some());
    if let Some(artifact) = written {
        parts.extend(artifact.geometry.as_ref().map(|geometry| count(geometry.pages, "page")));
        parts.extend(artifact.state.as_ref().map(|state| state.as_str().to_owned()));
    }
    if errors > 0 {
        parts.push(count(errors, "error"));
    }
    if warnings > 0 {
        parts.push(count(warnings, "warning"));
    }
    if written.is_none() {
        parts.push("no new PDF".to_owned());
    }
    parts.join(", ")
}

/// ``error: translations/ru/a.ftl:113:5: unknown fact `$polce-phone` (did you mean `police-phone`?)``.
fn one_line(diagnostic: &Diagnostic) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = diagnostic.span.as_ref().map_or(String::new(), |place| {
        let (line, column) = place.line_column();
        format!("{}:{line}:{column}: ", place.file.path)
    });
    let hint = diagnostic.hints.first().map_or(String::new(), |hint| format!(" ({hint})"));
    format!("{severity}: {place}{}{hint}", diagnostic.message).replace('\n', " ")
}

/// What `--format json` prints for each save, on one line.
#[derive(Serialize)]
struct JsonLine<'a> {
    #[serde(flatten)]
    changes: &'a ChangeSet,
    #[serde(flatten)]
    rebuild: Option<JsonRebuild<'a>>,
}

/// What came of a rebuild.
#[derive(Serialize)]
struct JsonRebuild<'a> {
    state: Option<&'static str>,
    pages: Option<usize>,
    path: Option<String>,
    milliseconds: u128,
    timings: Option<&'a Timings>,
    diagnostics: Vec<Diagnostic<Location>>,
}

impl<'a> JsonRebuild<'a> {
    fn new(
        rebuilt: Option<&'a Rebuild>,
        path: Option<&Path>,
        diagnostics: &[Diagnostic],
        milliseconds: u128,
    ) -> JsonRebuild<'a> {
        let artifact = rebuilt.and_then(|rebuilt| rebuilt.artifact.as_ref());
        let geometry = artifact.and_then(|artifact| artifact.geometry.as_ref());
        JsonRebuild {
            state: artifact.and_then(|artifact| artifact.state.as_ref()).map(EditionState::as_str),
            pages: geometry.map(|geometry| geometry.pages),
            path: path.map(|path| path.to_string_lossy().into_owned()),
            milliseconds,
            timings: rebuilt.map(|rebuilt| &rebuilt.timings),
            diagnostics: render::located(diagnostics),
        }
    }
}

/// An object on one line.
fn json(changes: &ChangeSet, rebuild: Option<JsonRebuild<'_>>) -> String {
    // Lists and maps with string keys, which JSON can always hold.
    serde_json::to_string(&JsonLine { changes, rebuild }).unwrap_or_default()
}
