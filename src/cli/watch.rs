//! `feuillet watch`.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::build::changes::{Change, Look, What};
use crate::build::{Rebuilt, Workshop};
use crate::cli::arguments::{Format, WatchArguments};
use crate::cli::render;
use crate::cli::{Ending, find_project};
use crate::diagnostic::{Diagnostic, Severity, count};
use crate::review::EditionState;

/// The names that a line tells; the others are counted.
const NAMES: usize = 3;

/// Builds a language edition whenever a file is saved.
pub(crate) fn watch(arguments: &WatchArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.project.as_ref())?;
    let choice = arguments.checked(&project.brochures())?;
    let output = arguments.output.clone().unwrap_or_else(|| project.output());
    let title = format!("{} {}", arguments.edition, arguments.lang);
    let mut teller =
        Teller { format: arguments.project.format, title, output: output.clone(), path: None };
    let start = Instant::now();
    let opened = choice.brochures.join(", ");
    let mut workshop = Workshop::open(project, choice, &output)?;
    let first = workshop.build()?;
    let mut told = teller.tell(&opened, &Look::default(), &Ok(first), start.elapsed());
    while told.is_ok()
        && let Some((look, since)) = workshop.wait()
    {
        told = if look.changes.is_empty() {
            teller.tell_unchanged(&look.unchanged)
        } else {
            let rebuilt = workshop.build();
            teller.tell(&changed(&look.changes), &look, &rebuilt, since.elapsed())
        };
    }
    // Whoever read the lines has gone: that is the end, and no fault.
    Ok(Ending::Fine)
}

/// Writes the lines.
struct Teller {
    format: Format,
    /// Edition and language.
    title: String,
    output: PathBuf,
    /// The PDF that the reader knows of.
    path: Option<PathBuf>,
}

impl Teller {
    /// Tells what came of a rebuild.
    fn tell(
        &mut self,
        what: &str,
        look: &Look,
        rebuilt: &Result<Rebuilt, Diagnostic>,
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
            let line = as_json(look, rebuilt, path.as_deref(), diagnostics, milliseconds);
            return writeln!(out, "{line}");
        }
        let title = &self.title;
        let result = result(rebuilt, diagnostics);
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

    /// Tells that a save made no difference.
    fn tell_unchanged(&self, files: &[String]) -> io::Result<()> {
        let mut out = anstream::stdout().lock();
        match self.format {
            Format::Human => writeln!(out, "{}: saved, nothing changed", files.join(", ")),
            Format::Json => writeln!(out, "{}", json!({ "changes": [], "unchanged": files })),
        }
    }
}

/// The PDF, if one was written.
fn path(output: &Path, rebuilt: &Rebuilt) -> Option<PathBuf> {
    let built = rebuilt.built.as_ref()?;
    let (path, _) = built.file.as_ref()?;
    Some(output.join(&built.brochure).join(path))
}

/// `translations/ru/partner-violence.ftl: right-leave, right-stay added`, for all files.
fn changed(changes: &[Change]) -> String {
    let files: Vec<String> = changes.iter().map(changed_file).collect();
    files.join("; ")
}

fn changed_file(change: &Change) -> String {
    let file = &change.file;
    let Some(names) = change.names.as_ref().filter(|_| change.what == What::Changed) else {
        return match change.what {
            What::Changed => file.clone(),
            what => format!("{file} {}", what.as_str()),
        };
    };
    if names.is_empty() {
        return format!("{file}: only comments or layout");
    }
    let told = names.iter().take(NAMES).map(|(name, what)| match what {
        What::Changed => name.clone(),
        what => format!("{name} {}", what.as_str()),
    });
    let told: Vec<String> = told.collect();
    let more = names.len().saturating_sub(NAMES);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{file}: {}{more}", told.join(", "))
}

/// `32 pages, draft, 1 warning`, or `2 errors, the PDF stays as it was`.
fn result(rebuilt: Option<&Rebuilt>, diagnostics: &[Diagnostic]) -> String {
    let of = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let mut parts = Vec::new();
    let built = rebuilt.and_then(|rebuilt| Some((rebuilt.built.as_ref()?, rebuilt.pages)));
    let written = built.filter(|(built, _)| built.file.is_some());
    if let Some((built, pages)) = written {
        parts.push(count(pages, "page"));
        parts.extend(built.state.as_ref().map(|found| state(found).to_owned()));
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

fn state(state: &EditionState) -> &'static str {
    match state {
        EditionState::Approved => "approved",
        EditionState::Draft(_) => "draft",
    }
}

/// ``error: translations/ru/a.ftl:113:5: unknown fact `$polce-phone` (did you mean `police-phone`?)``.
fn one_line(diagnostic: &Diagnostic) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = diagnostic.place.as_ref().map_or(String::new(), |place| {
        let (line, column) = place.line_column();
        format!("{}:{line}:{column}: ", place.file.path)
    });
    let hint = diagnostic.hints.first().map_or(String::new(), |hint| format!(" ({hint})"));
    format!("{severity}: {place}{}{hint}", diagnostic.message).replace('\n', " ")
}

/// One object a rebuild.
fn as_json(
    look: &Look,
    rebuilt: Option<&Rebuilt>,
    path: Option<&Path>,
    diagnostics: &[Diagnostic],
    milliseconds: u128,
) -> Value {
    let named = |(name, what): &(String, What)| json!({ "name": name, "change": what.as_str() });
    let changes = look.changes.iter().map(|change| {
        json!({
            "file": change.file,
            "change": change.what.as_str(),
            "names": change.names.iter().flatten().map(named).collect::<Vec<_>>(),
        })
    });
    let built = rebuilt.and_then(|rebuilt| rebuilt.built.as_ref());
    json!({
        "changes": changes.collect::<Vec<_>>(),
        "unchanged": look.unchanged,
        "state": built.and_then(|built| built.state.as_ref()).map(state),
        "pages": rebuilt.map(|rebuilt| rebuilt.pages).filter(|pages| *pages > 0),
        "path": path.map(|path| path.to_string_lossy()),
        "milliseconds": milliseconds,
        "timings": rebuilt.map(|rebuilt| render::timings(&rebuilt.timings)),
        "diagnostics": diagnostics.iter().map(render::json).collect::<Vec<_>>(),
    })
}
