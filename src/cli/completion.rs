//! Completes what is typed in a shell: the shell asks the program, and the program looks into the project.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, Shell};
use serde::Deserialize;

use crate::cli::ending::Ending;
use crate::cli::output::print;
use crate::cli::project::locate_project;
use crate::diagnostic::Diagnostic;
use crate::load::form::PROFILES;
use crate::load::paths::ProjectFile;

/// Set by a shell that asks for completions, to its name.
const VARIABLE: &str = "FEUILLET_COMPLETE";

/// Prints what a shell runs to have the program complete its arguments.
pub(crate) fn completions(shell: Shell) -> Result<Ending, Diagnostic> {
    let name = shell.to_string();
    let mut script = Vec::new();
    if let Some(completer) = Shells::builtins().completer(&name) {
        let written =
            completer.write_registration(VARIABLE, "feuillet", "feuillet", "feuillet", &mut script);
        written.map_err(|error| Diagnostic::error(format!("can't write for {name}: {error}")))?;
    }
    print(format_args!("{}", String::from_utf8_lossy(&script)))?;
    Ok(Ending::Fine)
}

/// Answers a shell that asks for completions of a command line; `None` if none does.
pub(crate) fn answer(command: fn() -> clap::Command) -> Option<ExitCode> {
    std::env::var_os(VARIABLE)?;
    let folder = std::env::current_dir().ok();
    let asked = CompleteEnv::with_factory(command)
        .var(VARIABLE)
        .try_complete(std::env::args_os(), folder.as_deref());
    match asked {
        Ok(true) => Some(ExitCode::SUCCESS),
        Ok(false) => None,
        // The shell shows nothing then; a message would stand in the line that is typed.
        Err(_) => Some(ExitCode::from(2)),
    }
}

/// The brochures of the project.
pub(crate) fn brochures() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        read().into_iter().map(|it| CompletionCandidate::new(it.id)).collect()
    })
}

/// The languages of its brochures.
pub(crate) fn languages() -> ArgValueCandidates {
    ArgValueCandidates::new(|| distinct(|brochure| brochure.languages.clone()))
}

/// Their editions.
pub(crate) fn editions() -> ArgValueCandidates {
    ArgValueCandidates::new(|| distinct(|brochure| brochure.editions.keys().cloned().collect()))
}

/// The profiles for which they are made; all where there is no project.
pub(crate) fn profiles() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let named = |edition: &OutlineEdition| edition.profiles.clone();
        let all = || PROFILES.map(|(name, _)| name.to_owned()).to_vec();
        let found = distinct(|brochure| {
            let named = brochure.editions.values().flat_map(|it| named(it).unwrap_or_else(all));
            named.collect()
        });
        if found.is_empty() {
            all().into_iter().map(CompletionCandidate::new).collect()
        } else {
            found
        }
    })
}

/// What completions need of a brochure, which may have faults: it is being written.
#[derive(Debug, Default)]
struct Outline {
    id: String,
    languages: Vec<String>,
    editions: BTreeMap<String, OutlineEdition>,
}

#[derive(Debug, Default, Deserialize)]
struct OutlineEdition {
    #[serde(default)]
    profiles: Option<Vec<String>>,
}

/// The keys of `brochure.toml` that an [`Outline`] is read from.
#[derive(Deserialize)]
struct OutlineFile {
    #[serde(default, rename = "source-language")]
    source_language: Option<String>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    edition: BTreeMap<String, OutlineEdition>,
}

/// What of the brochures can be read, of the project that is typed behind `--project`, or lies around the current folder.
fn read() -> Vec<Outline> {
    let typed = option_value(std::env::args_os(), "--project").map(PathBuf::from);
    let Ok(project) = locate_project(typed.as_ref()) else { return Vec::new() };
    let outline = |id: String| {
        let text = std::fs::read_to_string(
            project.root().join(ProjectFile::Structure { brochure: id.clone() }.path()),
        )
        .ok();
        let file = text.and_then(|text| toml::from_str::<OutlineFile>(&text).ok());
        match file {
            Some(OutlineFile { source_language, mut languages, edition }) => {
                languages.extend(source_language);
                Outline { id, languages, editions: edition }
            }
            None => Outline { id, ..Outline::default() },
        }
    };
    project.brochures().into_iter().map(outline).collect()
}

/// What is typed behind an option: `--project x` or `--project=x`.
fn option_value(words: impl Iterator<Item = OsString>, option: &str) -> Option<OsString> {
    let mut words = words.skip_while(|word| {
        word != option && !word.to_string_lossy().starts_with(&format!("{option}="))
    });
    let first = words.next()?;
    match first.to_string_lossy().split_once('=') {
        Some((_, value)) => Some(value.into()),
        None => words.next(),
    }
}

/// Names of all brochures, each once, in their order.
fn distinct(names: impl Fn(&Outline) -> Vec<String>) -> Vec<CompletionCandidate> {
    let all = read();
    let mut found: Vec<CompletionCandidate> = Vec::new();
    for brochure in &all {
        for name in names(brochure) {
            if found.iter().any(|it| it.get_value() == name.as_str()) {
                continue;
            }
            // Of which brochure it is matters where there are several.
            let help = (all.len() > 1).then(|| StyledStr::from(brochure.id.clone()));
            found.push(CompletionCandidate::new(name).help(help));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::option_value;

    #[test]
    fn the_project_that_is_typed_is_found() {
        let value = |line: &str| {
            option_value(line.split(' ').map(Into::into), "--project")
                .map(|it| it.into_string().unwrap())
        };
        assert_eq!(value("feuillet build --project a --lang").as_deref(), Some("a"));
        assert_eq!(value("feuillet build --project=b/c --lang").as_deref(), Some("b/c"));
        assert_eq!(value("feuillet build --lang --project"), None);
        assert_eq!(value("feuillet build"), None);
    }
}
