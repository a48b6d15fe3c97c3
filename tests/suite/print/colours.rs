//! pikepdf goes through every file for the print shop, at any depth: what PDF/X-4 asks for is there, and no colour of light.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::outside::{output, python};
use crate::support::shipped::loaded;
use crate::support::{Loaded, REPOSITORY};

use super::print_files;

fn script(name: &str) -> PathBuf {
    Path::new(REPOSITORY).join("tests/suite/print").join(name)
}

/// A line that tells the judge what to look at, and what a file must say of itself.
fn request(loaded: &Loaded, edition: &str, language: &str, path: &Path) -> String {
    let title = loaded.resolve(edition, language).text("document-title");
    // All dates in the files are that of the release.
    let date = loaded.publication.brochure.release.date.to_string().replace('-', "");
    let request =
        serde_json::json!({"path": path, "title": title, "date": date, "language": language});
    format!("{request}\n")
}

/// What the judge finds, a line each; the last one counts.
fn judged(mut python: Command, folder: &Path, requests: &str) -> String {
    let input = folder.join("requests");
    std::fs::write(&input, requests).unwrap();
    let input = std::fs::File::open(input).unwrap();
    output(python.arg(script("judge.py")).stdin(Stdio::from(input))).0
}

#[test]
fn every_file_is_what_pdf_x_4_asks_for_and_has_no_colour_of_light() {
    let Some(python) = python() else { return };
    let loaded = loaded();
    let requests =
        print_files().map(|(edition, language, path)| request(&loaded, edition, language, &path));
    let folder = tempfile::tempdir().unwrap();
    let found = judged(python, folder.path(), &requests.collect::<String>());
    let texts = found.strip_prefix(&format!("judged {} files, ", print_files().count()));
    let texts = texts.and_then(|rest| rest.strip_suffix(" texts in overprinted black\n"));
    let texts: usize =
        texts.and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("{found}"));
    assert!(texts > 10_000, "{found}");
}

#[test]
fn the_judge_notices_what_is_spoiled() {
    let [Some(spoiler), Some(judge)] = [python(), python()] else { return };
    let good = crate::support::shipped::pdf_for("print", "short", "fr");
    let loaded = loaded();
    let folder = tempfile::tempdir().unwrap();
    let mut spoiler = spoiler;
    let (spoiled, _) = output(spoiler.arg(script("spoil.py")).arg(&good).arg(folder.path()));
    let rows: Vec<(&str, &str)> =
        spoiled.lines().map(|line| line.split_once('\t').unwrap()).collect();
    assert!(rows.len() > 30, "{spoiled}");
    let requests =
        rows.iter().map(|(name, _)| request(&loaded, "short", "fr", &folder.path().join(name)));
    let found = judged(judge, folder.path(), &requests.collect::<String>());
    let wanted = rows.iter().map(|(name, finding)| format!("{name}: {finding}"));
    let found: Vec<&str> = found.lines().collect();
    let (_, findings) = found.split_last().unwrap();
    assert_eq!(findings, wanted.collect::<Vec<_>>());
}
