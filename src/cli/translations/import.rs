//! Runs `feuillet translations import`.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use time::Date;

use crate::cli::arguments::{Format, one_brochure};
use crate::cli::clock::{day, read_day};
use crate::cli::completion;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::{find_project, find_project_to_edit};
use crate::cli::render;
use crate::cli::translations::diff::{coloured, marked};
use crate::cli::translations::export::{selected, target_language, target_languages};
use crate::cli::translations::loaded::{Loaded, ending};
use crate::diagnostic::{Diagnostic, Location, Report, Reported, count};
use crate::difference::changes;
use crate::exchange::import::{Choices, Files, Imported, import};
use crate::exchange::{Returned, formats, tmx};
use crate::language::Tag;
use crate::language::tags::tag;
use crate::load::people::Role;
use crate::load::{Project, Publication, TextId, load};
use crate::signing::require_role;

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// The files, of any format that `export` writes.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The language, for files that do not tell.
    #[arg(long, value_name = "LANG", add = completion::languages())]
    lang: Option<String>,
    /// Who translated: initials or a pseudonym, as in `people.toml`.
    ///
    /// Without it nobody can review the texts later: it would not be known that they are another's.
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// The day; today by default.
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    on: Option<Date>,
    /// Messages whose text is taken from the file although the catalogue was edited since, separated by commas.
    #[arg(long, value_name = "MESSAGE", value_delimiter = ',')]
    overwrite: Vec<String>,
    /// Messages that are left as they are, whatever the file says, separated by commas.
    #[arg(long, value_name = "MESSAGE", value_delimiter = ',')]
    skip: Vec<String>,
    /// Shows word by word what would change, and writes nothing.
    #[arg(long)]
    dry_run: bool,
    /// The brochure, for files that do not tell.
    #[arg(long, value_name = "BROCHURE", add = completion::brochures())]
    brochure: Option<String>,
    #[command(flatten)]
    project: crate::cli::arguments::ProjectArguments,
}

/// What came of a file.
#[derive(Serialize)]
struct FileReport {
    file: String,
    brochure: String,
    language: Tag,
    changed: Vec<Change>,
    /// Messages that were edited in the catalogue since the file was made, and not in the file.
    kept: Vec<String>,
    unchanged: usize,
    untranslated: usize,
}

/// A message that changes.
#[derive(Serialize)]
struct Change {
    message: String,
    before: Option<String>,
    after: String,
    /// The same word by word: `[-taken out-]`, `{+put in+}`.
    difference: String,
    /// Whether the source has changed since the file was made.
    stale: bool,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonImport {
    /// Whether the files of the project were changed.
    written: bool,
    files: Vec<FileReport>,
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Takes translations back.
pub(crate) fn run(arguments: &ImportArguments) -> Result<Ending, Diagnostic> {
    let given = arguments.project.project.as_ref();
    // Nobody else writes between what is read here and what is written.
    let (project, _lock) = if arguments.dry_run {
        (find_project(given)?, None)
    } else {
        let (project, lock) = find_project_to_edit(given)?;
        (project, Some(lock))
    };
    let report = Report::new();
    let mut files = Files::new(&project);
    let mut reports = Vec::new();
    for path in &arguments.files {
        match file(arguments, &project, path, &mut files, &report) {
            Ok(Ok(found)) => reports.push(found),
            Ok(Err(_)) => {}
            Err(fault) => {
                // What was found in the files before it is told too.
                render::print_all(&report.into_sorted())?;
                return Err(fault);
            }
        }
    }
    let is_sound = !report.has_errors();
    let written = is_sound && !arguments.dry_run;
    if written {
        files.changes().commit()?;
    }
    let faults = report.into_sorted();
    match arguments.project.format {
        Format::Human => {
            render::print_all(&faults)?;
            for report in &reports {
                print_report(report, arguments.dry_run || !is_sound)?;
            }
            if !is_sound {
                print_line!("nothing was written")?;
            }
        }
        Format::Json => {
            let diagnostics = render::located(&faults);
            render::print_json(&JsonImport { written, files: reports, diagnostics })?;
        }
    }
    Ok(ending(!is_sound))
}

/// Reads a file and compares it with the project.
///
/// # Errors
///
/// The outer error is that the file can't be read, or that nobody of that name may translate; faults of the file are
/// reported.
fn file(
    arguments: &ImportArguments,
    project: &Project,
    path: &Path,
    files: &mut Files,
    report: &Report,
) -> Result<Result<FileReport, Reported>, Diagnostic> {
    let shown = path.display().to_string();
    let bytes = read_file(path)
        .map_err(|error| Diagnostic::error(format!("can't read `{shown}`: {error}")))?;
    let name = path.file_name().map_or(shown, |name| name.to_string_lossy().into_owned());
    if tmx::is_memory(&bytes) {
        return memory(arguments, project, (&name, &bytes), files, report);
    }
    let Ok(returned) = formats::read(&name, &bytes, report) else {
        return Ok(Err(report.reported()));
    };
    let brochure = match brochure_of(arguments, project, &name, &returned) {
        Ok(brochure) => brochure,
        Err(fault) => return Ok(Err(report.error(fault))),
    };
    let publication =
        load(project, &brochure, &Report::new()).or_else(|_| load(project, &brochure, report));
    let Ok(publication) = publication else { return Ok(Err(report.reported())) };
    let language = match language_of(arguments, &publication, &name, &returned) {
        Ok(language) => language,
        Err(fault) => return Ok(Err(report.error(fault))),
    };
    take(arguments, &publication, (name, &language, &returned), files, report)
}

/// Fills in what a memory knows of the texts that nobody has translated.
fn memory(
    arguments: &ImportArguments,
    project: &Project,
    (name, bytes): (&str, &[u8]),
    files: &mut Files,
    report: &Report,
) -> Result<Result<FileReport, Reported>, Diagnostic> {
    let Ok(memory) = tmx::read(name, bytes, report) else { return Ok(Err(report.reported())) };
    let brochure = one_brochure(arguments.brochure.as_ref(), &project.brochures())?;
    let publication =
        load(project, &brochure, &Report::new()).or_else(|_| load(project, &brochure, report));
    let Ok(publication) = publication else { return Ok(Err(report.reported())) };
    let Some(given) = &arguments.lang else {
        return Err(Diagnostic::error(format!(
            "`{name}` is a memory: which language shall it fill?"
        ))
        .hint("name it with `--lang`"));
    };
    let known = target_languages(&publication, &[])?;
    let language = target_language(&publication, &known, &tag(given)?)?;
    let Some(document) = selected(project, &publication, &language, &[], report) else {
        return Ok(Err(report.reported()));
    };
    match memory.fill(&document, &choices(arguments)?, report) {
        Ok(returned) => {
            take(arguments, &publication, (name.to_owned(), &language, &returned), files, report)
        }
        Err(reported) => Ok(Err(reported)),
    }
}

/// What to do with the texts, as somebody asked for it.
fn choices(arguments: &ImportArguments) -> Result<Choices, Diagnostic> {
    let ids = |given: &[String]| Loaded::ids(given).map(|ids| ids.into_iter().collect());
    let (overwrite, skip) = (ids(&arguments.overwrite)?, ids(&arguments.skip)?);
    Ok(Choices { overwrite, skip, by: arguments.by.clone() })
}

/// Compares what came back with the project, and adds what it changes to `files`.
fn take(
    arguments: &ImportArguments,
    publication: &Publication,
    (name, language, returned): (String, &Tag, &Returned),
    files: &mut Files,
    report: &Report,
) -> Result<Result<FileReport, Reported>, Diagnostic> {
    let brochure = publication.brochure.id.clone();
    let day = day(arguments.on);
    if let Some(by) = &arguments.by
        && publication.people.names().next().is_some()
    {
        require_role(publication, by, Role::Translate, Some(language), day)?;
    }
    let choices = choices(arguments)?;
    let imported = import(files, &brochure, language, returned, &choices, day, report);
    Ok(imported.map(|imported| FileReport::new(name, brochure, imported)))
}

/// Reads a file that somebody sent.
///
/// # Errors
///
/// Fails if it can't be read, is no file, or is larger than any brochure.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    /// A file with more bytes than this is not read: no brochure has as many words.
    const LARGEST: u64 = 64 << 20;
    // A pipe or a device might never end.
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(io::Error::other("it is larger than 64 MB"));
    }
    Ok(bytes)
}

/// The brochure that a file is about.
fn brochure_of(
    arguments: &ImportArguments,
    project: &Project,
    file: &str,
    returned: &Returned,
) -> Result<String, Diagnostic> {
    let known = project.brochures();
    match (&returned.brochure, &arguments.brochure) {
        (Some(own), Some(given)) if own != given => Err(Diagnostic::error(format!(
            "`{file}` has the texts of `{own}`, and not those of `{given}`"
        ))),
        (Some(own), _) => one_brochure(Some(own), &known).map_err(|fault| {
            fault.hint(format!(
                "`{file}` has the texts of `{own}`: it may belong to another project"
            ))
        }),
        (None, given) => one_brochure(given.as_ref(), &known),
    }
}

/// The language of a file.
fn language_of(
    arguments: &ImportArguments,
    publication: &Publication,
    file: &str,
    returned: &Returned,
) -> Result<Tag, Diagnostic> {
    let known = target_languages(publication, &[])?;
    let given = arguments.lang.as_deref().map(tag).transpose()?;
    let source = &publication.brochure.source_language.value;
    if let Some(own) = returned.source_language.as_ref().filter(|own| *own != source) {
        return Err(Diagnostic::error(format!(
            "`{file}` was translated from `{own}`, and `{}` is written in `{source}`",
            publication.brochure.id
        )));
    }
    match (&returned.language, &given) {
        (Some(own), Some(given)) if own != given => {
            Err(Diagnostic::error(format!("`{file}` is in `{own}`, and not in `{given}`"))
                .hint("each language has a file of its own: leave out `--lang`"))
        }
        (Some(language), _) | (None, Some(language)) => {
            target_language(publication, &known, language)
        }
        (None, None) => Err(Diagnostic::error(format!("`{file}` does not tell its language"))
            .hint("name it with `--lang`")),
    }
}

impl FileReport {
    fn new(file: String, brochure: String, imported: Imported) -> FileReport {
        let Imported { language, changed, kept, unchanged, untranslated } = imported;
        let changed = changed.into_iter().map(|text| {
            let before = text.before.as_deref().unwrap_or_default();
            Change {
                message: text.id.to_string(),
                difference: marked(&changes(before, &text.after)),
                before: text.before,
                after: text.after,
                stale: text.is_stale,
            }
        });
        FileReport {
            file,
            brochure,
            language,
            changed: changed.collect(),
            kept: kept.iter().map(TextId::to_string).collect(),
            unchanged,
            untranslated,
        }
    }
}

fn print_report(report: &FileReport, with_differences: bool) -> Result<(), Diagnostic> {
    let FileReport { file, language, changed, kept, unchanged, untranslated, .. } = report;
    let added = changed.iter().filter(|change| change.before.is_none()).count();
    let numbers = [
        (changed.len() - added, "changed"),
        (added, "new"),
        (kept.len(), "edited since in the catalogue, and kept"),
        (*unchanged, "as before"),
        (*untranslated, "not translated"),
    ];
    let numbers = numbers.iter().filter(|(number, _)| *number > 0);
    let numbers: Vec<String> = numbers.map(|(number, what)| format!("{number} {what}")).collect();
    let numbers = if numbers.is_empty() { count(0, "text") } else { numbers.join(", ") };
    print_line!("{file} ({language}): {numbers}")?;
    for Change { message, before, after, .. } in changed.iter().filter(|_| with_differences) {
        let difference = coloured(&changes(before.as_deref().unwrap_or_default(), after));
        print_line!("  {message}\n    {}", difference.replace('\n', "\n    "))?;
    }
    Ok(())
}
