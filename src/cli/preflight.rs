//! Runs `feuillet preflight`.

mod report;

use std::collections::HashMap;
use std::fs;
use std::num::NonZero;
use std::path::Path;

use feuillet_preflight::{PageImageError, Report, Request, page_images, preflight, rules};

use crate::artifact::files::write_file;
use crate::cli::arguments::{Format, PreflightArguments};
use crate::cli::ending::Ending;
use crate::cli::output::print_error;
use crate::cli::render;
use crate::diagnostic::Diagnostic;

/// The longest file that is read, in bytes: print files of thick books are a tenth of it.
const LONGEST: u64 = 4 << 30;

/// Judges files.
pub(crate) fn run(arguments: &PreflightArguments) -> Result<Ending, Diagnostic> {
    if arguments.rules {
        report::rules(rules(), arguments.format)?;
        return Ok(Ending::Fine);
    }
    let request = arguments.request();
    let mut passes = true;
    let mut files = Vec::new();
    let mut unread = Vec::new();
    let mut stems = HashMap::new();
    for path in &arguments.files {
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            Err(fault) => {
                unread.push(fault);
                continue;
            }
        };
        let report = preflight(&bytes, &request);
        passes &= report.passes();
        if arguments.format == Format::Human {
            report::human(path, &report, &request)?;
        }
        if let Some(folder) = &arguments.picture {
            unread.extend(draw(folder, &stem_of(path, &mut stems), path, &bytes, &report).err());
        }
        files.push(report::JsonFile::new(path, report));
    }
    if arguments.format == Format::Json {
        render::print_json(&report::JsonFiles { files })?;
    }
    match unread.pop() {
        Some(last) => {
            render::print_all(&unread)?;
            Err(last)
        }
        None if passes => Ok(Ending::Fine),
        None => Ok(Ending::Problems),
    }
}

/// Reads a file whole.
fn read(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let fault = |error: &dyn std::fmt::Display| {
        Diagnostic::error(format!("can't read `{}`: {error}", path.display()))
    };
    let known = fs::metadata(path).map_err(|error| fault(&error))?;
    if known.is_dir() {
        return Err(fault(&"it is a folder").hint("name the PDFs in it"));
    }
    if known.len() > LONGEST {
        return Err(fault(&"it is longer than 4 GB"));
    }
    fs::read(path).map_err(|error| fault(&error))
}

/// How the pictures of a file are named; files of one name in several folders are reports apart by a number.
fn stem_of(path: &Path, stems: &mut HashMap<String, usize>) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let times = stems.entry(stem.clone()).or_default();
    *times += 1;
    if *times == 1 { stem } else { format!("{stem}.{times}") }
}

/// Writes a picture of each page on which something was found.
fn draw(
    folder: &Path,
    stem: &str,
    path: &Path,
    bytes: &[u8],
    report: &Report,
) -> Result<(), Diagnostic> {
    let drawn = match page_images(bytes, report) {
        Ok(drawn) => drawn,
        Err(PageImageError::Unreadable) => {
            print_error(format_args!("{}: no picture can be made of it\n", shown(path)))?;
            return Ok(());
        }
    };
    for (page, picture) in drawn {
        let target = folder.join(format!("{stem}-{page}.png"));
        write_file(&target, &picture).map_err(|error| {
            Diagnostic::error(format!("can't write `{}`: {error}", target.display()))
        })?;
    }
    Ok(())
}

impl PreflightArguments {
    /// What is asked of the files.
    fn request(&self) -> Request {
        let usual = Request::default();
        Request {
            target: self.target,
            bleed: self.bleed.unwrap_or(usual.bleed),
            ink_limit: self.tac.map_or(usual.ink_limit, f64::from),
            resolution: self.dpi.map_or(usual.resolution, f64::from),
            pages: self.pages,
            size: self.size,
            threads: NonZero::new(rayon::current_num_threads()),
            ..usual
        }
    }
}

/// A path as it was given, in one line.
fn shown(path: &Path) -> String {
    path.display().to_string().replace(char::is_control, " ")
}
