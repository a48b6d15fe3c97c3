//! Runs `feuillet translations export`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::artifact::files::{cannot_write, write_file};
use crate::cli::arguments::one_brochure;
use crate::cli::completion;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::find_project;
use crate::cli::render;
use crate::cli::translations::loaded::ending;
use crate::diagnostic::{Diagnostic, Location, Report, count};
use crate::exchange::export::document;
use crate::exchange::formats::{self, FORMATS};
use crate::exchange::import::made_from;
use crate::exchange::state::state;
use crate::exchange::{Document, UnitState};
use crate::language::Tag;
use crate::language::tags::tag;
use crate::load::{Project, Publication, TextId, load};
use crate::review::assess_record;

#[derive(Debug, Args)]
pub(crate) struct ExportArguments {
    /// The languages, separated by commas; all of them by default.
    #[arg(long, value_name = "LANG", value_delimiter = ',', add = completion::languages())]
    lang: Vec<String>,
    /// The format of the files.
    #[arg(long, value_name = "FORMAT")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
    /// Only texts in these states, separated by commas; all by default.
    #[arg(long, value_enum, value_name = "STATE", value_delimiter = ',')]
    only: Vec<StateArgument>,
    /// The folder for the files; none that is there is replaced.
    #[arg(long, value_name = "DIR")]
    output: PathBuf,
    /// Tells in JSON what was written.
    #[arg(long)]
    json: bool,
    /// The brochure; a project with one brochure need not name it.
    #[arg(long, value_name = "BROCHURE", add = completion::brochures())]
    brochure: Option<String>,
    /// The project's folder.
    ///
    /// The default is the current folder, or the first one around it that holds `brochures/`.
    #[arg(long, value_name = "DIR")]
    project: Option<PathBuf>,
}

/// The states of `--only`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StateArgument {
    /// There is no translation.
    Missing,
    /// The source has changed since.
    Stale,
    /// Nobody but its writer has read it.
    Draft,
    /// A second person has read it.
    Reviewed,
    /// It is signed for print.
    Approved,
}

impl StateArgument {
    fn state(self) -> UnitState {
        match self {
            StateArgument::Missing => UnitState::Missing,
            StateArgument::Stale => UnitState::Stale,
            StateArgument::Draft => UnitState::Draft,
            StateArgument::Reviewed => UnitState::Reviewed,
            StateArgument::Approved => UnitState::Approved,
        }
    }
}

/// A file that was written.
#[derive(Serialize)]
struct Written {
    language: Tag,
    file: PathBuf,
    texts: usize,
}

/// What `--json` prints.
#[derive(Serialize)]
struct JsonExport {
    brochure: String,
    files: Vec<Written>,
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Writes a file for each language.
pub(crate) fn run(arguments: &ExportArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.as_ref())?;
    let brochure = one_brochure(arguments.brochure.as_ref(), &project.brochures())?;
    let Some(format) = formats::format(&arguments.format) else { return Ok(Ending::Problems) };
    let report = Report::new();
    let mut files = Vec::new();
    // What is wrong with the texts need not be mended first: that may be what the translators are asked for.
    let publication =
        load(&project, &brochure, &Report::new()).or_else(|_| load(&project, &brochure, &report));
    if let Ok(publication) = publication {
        let languages = target_languages(&publication, &arguments.lang)?;
        let documents: Vec<Document> = languages
            .iter()
            .filter_map(|language| {
                selected(&project, &publication, language, &arguments.only, &report)
            })
            .collect();
        // All of them are made before the first is written.
        let mut made = Vec::new();
        for document in documents.iter().filter(|document| !document.units.is_empty()) {
            let name = format!(
                "{}-{}.{}",
                publication.brochure.public_name.value, document.language, format.extension
            );
            let target = arguments.output.join(name);
            if target.exists() {
                return Err(Diagnostic::error(format!("`{}` is there already", target.display()))
                    .hint("somebody may have worked in it: name another folder, or delete it"));
            }
            made.push((document, target, (format.write)(document)?));
        }
        if !report.has_errors() {
            for (document, target, bytes) in made {
                write_file(&target, &bytes).map_err(|error| cannot_write(&target, &error))?;
                let (language, texts) = (document.language.clone(), document.units.len());
                files.push(Written { language, file: target, texts });
            }
        }
    }
    let has_faults = report.has_errors();
    let faults = report.into_sorted();
    if arguments.json {
        render::print_json(&JsonExport { brochure, files, diagnostics: render::located(&faults) })?;
    } else {
        render::print_all(&faults)?;
        for Written { file, texts, .. } in &files {
            print_line!("{}: {}", file.display(), count(*texts, "text"))?;
        }
        if files.is_empty() && !has_faults {
            print_line!("no text is in one of these states")?;
        }
    }
    Ok(ending(has_faults))
}

/// The texts of a language that are asked for; `None` if its record has a fault, which is reported.
pub(super) fn selected(
    project: &Project,
    publication: &Publication,
    language: &Tag,
    only: &[StateArgument],
    report: &Report,
) -> Option<Document> {
    let made_from = made_from(project, &publication.brochure.id, language, report).ok()?;
    let states = assess_record(publication);
    let state = |id: &TextId| state(publication, &states, language, id);
    let is_wanted =
        |state: UnitState| only.is_empty() || only.iter().any(|only| only.state() == state);
    Some(document(publication, language, &made_from, &state, &is_wanted))
}

/// The languages that a brochure is translated into; those that were given, if any were.
///
/// # Errors
///
/// Fails if it is not translated into one of them.
pub(super) fn target_languages(
    publication: &Publication,
    given: &[String],
) -> Result<Vec<Tag>, Diagnostic> {
    let source = &publication.brochure.source_language.value;
    let mut known = publication.brochure.all_languages();
    known.retain(|tag| tag != source);
    if given.is_empty() {
        return Ok(known);
    }
    given.iter().map(|given| target_language(publication, &known, &tag(given)?)).collect()
}

/// A language, if it is one of those that a brochure is translated into.
///
/// # Errors
///
/// Fails if it is not.
pub(super) fn target_language(
    publication: &Publication,
    known: &[Tag],
    language: &Tag,
) -> Result<Tag, Diagnostic> {
    let brochure = &publication.brochure;
    if known.contains(language) {
        return Ok(language.clone());
    }
    let names: Vec<&str> = known.iter().map(Tag::as_str).collect();
    Err(if *language == brochure.source_language.value {
        Diagnostic::error(format!("`{language}` is the source of `{}`", brochure.id))
            .hint("edit its catalogue, and export the other languages")
    } else {
        Diagnostic::error(format!("`{}` is not translated into `{language}`", brochure.id))
            .suggest_or_list(language.as_str(), "language", &names)
    })
}
