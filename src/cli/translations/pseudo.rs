//! Runs `feuillet translations pseudo`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use crate::artifact::BuildReport;
use crate::artifact::files::write_folder;
use crate::cli::arguments::{Format, JobsArguments, profiles};
use crate::cli::completion;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::progress::Bar;
use crate::cli::render;
use crate::cli::translations::loaded::{BrochureArguments, Loaded};
use crate::diagnostic::{Diagnostic, Location, count};
use crate::driver::{BuildOptions, Selection, build};
use crate::pseudo::{Disguise, Pseudo};
use crate::typeset::checks::CHECKS;

#[derive(Debug, Args)]
pub(crate) struct PseudoArguments {
    /// By how much texts grow, in percent.
    ///
    /// German is about 35 % longer than English. Short texts often grow by more.
    #[arg(long, value_name = "PERCENT", default_value_t = 35, value_parser = clap::value_parser!(u16).range(0..=200))]
    expand: u16,
    /// Writes from right to left, in Arabic letters.
    #[arg(long)]
    right_to_left: bool,
    /// The editions, separated by commas; all of them by default.
    #[arg(long, value_name = "EDITION", value_delimiter = ',', add = completion::editions())]
    edition: Vec<String>,
    /// What is made; nothing of it is for a print shop.
    #[arg(long, value_name = "PROFILE", value_delimiter = ',', default_value = "screen")]
    #[arg(value_parser = ["screen", "proof"])]
    profile: Vec<String>,
    /// The folder for the PDFs; `pseudo` in the project by default. One written earlier is replaced, any other must be empty.
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    jobs: JobsArguments,
    #[command(flatten)]
    brochure: BrochureArguments,
}

/// The folder for the PDFs, beside that of a build.
const FOLDER: &str = "pseudo";

/// The file by which the folder is known, and that says what it holds.
const MARK: &str = "THIS-IS-NO-LANGUAGE.txt";

/// What `--format json` prints.
#[derive(Serialize)]
struct Made<'a> {
    language: &'a str,
    expand: u16,
    files: Vec<String>,
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Makes PDFs in a pseudo-language.
pub(crate) fn run(arguments: &PseudoArguments) -> Result<Ending, Diagnostic> {
    let disguise = if arguments.right_to_left { Disguise::RightToLeft } else { Disguise::Accents };
    let pseudo = Pseudo { disguise, expand: arguments.expand };
    let Some(loaded) = arguments.brochure.load()? else { return Ok(Ending::Problems) };
    let Loaded { project, publication, .. } = &loaded;
    let tag = pseudo.tag(publication)?;
    let selection = Selection {
        brochures: vec![publication.brochure.id.clone()],
        languages: vec![tag.clone()],
        together: Vec::new(),
        editions: arguments.edition.clone(),
        profiles: profiles(&arguments.profile),
        marks: false,
        reads_bodies: false,
        bodies: None,
    };
    let folder = arguments.output.clone().unwrap_or_else(|| project.root().join(FOLDER));
    let with_pseudo = pseudo.project(project, publication)?;
    // A build keeps records of what it made, and of these pages there shall be none.
    let made = tempfile::tempdir()
        .map_err(|error| Diagnostic::error(format!("can't make a temporary folder: {error}")))?;
    let options =
        BuildOptions { output: Some(made.path()), threads: arguments.jobs.threads(), force: true };
    let bar = Bar::new();
    let (mut report, _) = build(&with_pseudo, &selection, &options, &bar)?;
    bar.clear();
    report.diagnostics.retain(is_of_the_layout);
    let files = collect(&report, made.path())?;
    if !files.is_empty() {
        write(&folder, &files, tag.as_str())?;
    }
    let has_errors = report.has_errors();
    print(arguments, &report, tag.as_str(), &folder, &files)?;
    Ok(if has_errors { Ending::Problems } else { Ending::Fine })
}

/// Whether a fault is of the pages, or prevents them. What is said of the texts themselves is of no use to anybody.
fn is_of_the_layout(found: &Diagnostic) -> bool {
    let is_check = |code: &str| CHECKS.iter().any(|check| check.id == code);
    found.is_error() || found.code.as_deref().is_some_and(is_check)
}

/// The PDFs that were made and are drafts, by file name.
fn collect(report: &BuildReport, made: &Path) -> Result<BTreeMap<String, Vec<u8>>, Diagnostic> {
    let drafts = report.files.iter().filter(|built| built.artifact.is_draft());
    let paths = drafts.filter_map(|built| built.artifact.output_path());
    let read = |path: String| {
        let bytes = fs::read(made.join(&path))
            .map_err(|error| Diagnostic::error(format!("can't read `{path}`: {error}")))?;
        Ok((path.rsplit('/').next().unwrap_or(&path).to_owned(), bytes))
    };
    paths.map(read).collect()
}

fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>, tag: &str) -> Result<(), Diagnostic> {
    let mut files = files.clone();
    let text = format!(
        "These PDFs try the layout with longer texts in `{tag}`, which is no language.\n\
         `feuillet translations pseudo` made them. Do not print them, and do not hand them out.\n"
    );
    files.insert(MARK.to_owned(), text.into_bytes());
    write_folder(folder, &files, MARK).map_err(|error| {
        Diagnostic::error(format!("can't write `{}`: {error}", folder.display())).hint(
            "name a new folder with `--output`, or one that `feuillet translations pseudo` wrote before",
        )
    })
}

fn print(
    arguments: &PseudoArguments,
    report: &BuildReport,
    tag: &str,
    folder: &Path,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), Diagnostic> {
    let paths = files.keys().map(|name| folder.join(name).display().to_string());
    if arguments.brochure.project.format == Format::Json {
        return render::print_json(&Made {
            language: tag,
            expand: arguments.expand,
            files: paths.collect(),
            diagnostics: render::located(&report.diagnostics),
        });
    }
    render::print_all(&report.diagnostics)?;
    for path in paths {
        print_line!("{path}")?;
    }
    print_line!(
        "{} in `{tag}`, with texts {} % longer: to try the layout, not for readers",
        count(files.len(), "PDF"),
        arguments.expand
    )
}
