//! Turns what is typed so far into what can follow: brochures, languages and editions are those of the project.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap_complete::CompletionCandidate;

use crate::cli::project::find_project;
use crate::diagnostic::Report;
use crate::load::{Brochure, Project, read_structure};

/// The brochures.
pub(crate) fn brochures() -> Vec<CompletionCandidate> {
    let Some(project) = project() else { return Vec::new() };
    project.brochures().into_iter().map(CompletionCandidate::new).collect()
}

/// The languages of the brochures that are named, or of all, with their names.
pub(crate) fn languages() -> Vec<CompletionCandidate> {
    let Some(project) = project() else { return Vec::new() };
    let known = project.languages(&Report::new());
    let tags = structures(&project).into_iter().flat_map(|brochure| brochure.languages);
    let rows: BTreeMap<String, Option<String>> = tags
        .map(|tag| {
            let autonym = known.get(&tag.value).map(|row| row.autonym.clone());
            (tag.value.to_string(), autonym)
        })
        .collect();
    let candidate = |(tag, autonym): (String, Option<String>)| {
        CompletionCandidate::new(tag).help(autonym.map(Into::into))
    };
    rows.into_iter().map(candidate).collect()
}

/// The editions of the brochures that are named, or of all.
pub(crate) fn editions() -> Vec<CompletionCandidate> {
    let Some(project) = project() else { return Vec::new() };
    let editions = structures(&project).into_iter().flat_map(|brochure| brochure.editions);
    let mut names: Vec<String> = editions.map(|edition| edition.id.value).collect();
    names.sort();
    names.dedup();
    names.into_iter().map(CompletionCandidate::new).collect()
}

/// The words of the line that is being typed.
fn words() -> Vec<String> {
    std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect()
}

/// The project that the line is about.
fn project() -> Option<Project> {
    let words = words();
    let given = words.iter().enumerate().find_map(|(index, word)| match word.as_str() {
        "--project" => words.get(index + 1).map(PathBuf::from),
        word => word.strip_prefix("--project=").map(PathBuf::from),
    });
    find_project(given.as_ref()).ok()
}

/// The structures of the brochures that the line names, or of all.
fn structures(project: &Project) -> Vec<Brochure> {
    let words = words();
    let all = project.brochures();
    let named: Vec<&String> = all.iter().filter(|id| words.contains(id)).collect();
    let ids = if named.is_empty() { all.iter().collect() } else { named };
    ids.into_iter().filter_map(|id| read_structure(project, id, &Report::new()).ok()).collect()
}
