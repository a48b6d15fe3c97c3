//! Rows that a project replaces take effect wherever the program uses them, and the help for a missing character works.

use std::fs;
use std::path::Path;

use super::families;
use crate::support::{REPOSITORY, Sandbox};

const ROWS: &str = "translations/languages.toml";
const THEME: &str = "brochures/note/theme.toml";
const DUTCH: &str = "translations/nl/note.ftl";

#[test]
fn the_row_of_a_script_is_that_of_the_programs_own_languages() {
    let sandbox = Sandbox::of("small");
    sandbox.write(ROWS, "[script.Latn]\nfamilies = [\"Vazirmatn\"]\nemphasis = \"weight\"\n");
    // Nothing may ask for the family that the row had before, proofs neither.
    sandbox.delete("fonts/source-sans-3");
    let ran = sandbox.run(&["build", "--profile", "screen,print,proof"]);
    assert_eq!((ran.code, ran.stderr.contains("error")), (0, false), "{ran:?}");
    for language in ["en", "nl"] {
        let families = families(&sandbox.load("note").pages("short", language));
        assert_eq!(families.into_iter().collect::<Vec<_>>(), ["Vazirmatn"], "{language}");
    }
}

#[test]
fn the_row_of_a_script_changes_pages_that_were_built_before() {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    let pdf = "output/note/nl/note-short-nl-screen-draft.pdf";
    let before = sandbox.read_bytes(pdf);
    sandbox.write(ROWS, "[script.Latn]\nfamilies = [\"Vazirmatn\"]\nemphasis = \"weight\"\n");
    sandbox.build_clean();
    assert_ne!(sandbox.read_bytes(pdf), before);
}

/// What stands in backticks behind `write` in the help for a missing character.
fn line_to_write(report: &str) -> String {
    let (_, rest) = report.split_once(" write `").expect("the help says what to write");
    rest.split_once('`').expect("the line ends").0.to_owned()
}

/// A project with a Hebrew word, and the fixture's family for it in `fonts/`, if it has one already.
fn with_hebrew_word(has_family: bool) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal שלום.");
    if has_family {
        add_family(&sandbox);
    }
    sandbox
}

fn add_family(sandbox: &Sandbox) {
    let folder = "fonts/noto-sans-hebrew";
    let from = Path::new(REPOSITORY).join("tests/fixtures/hebrew").join(folder);
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        sandbox.write(&format!("{folder}/{name}"), fs::read(file.path()).unwrap());
    }
}

#[test]
fn the_help_for_a_missing_character_leads_to_pages_that_have_it() {
    let sandbox = with_hebrew_word(true);
    let line = line_to_write(&sandbox.faults());
    assert_eq!(line, "families = { Latn = [\"Source Sans 3\", \"Noto Sans Hebrew\"] }");
    sandbox.write(THEME, format!("{line}\n{}", sandbox.read(THEME)));
    sandbox.build_clean();
    assert!(families(&sandbox.load("note").pages("short", "nl")).contains("Noto Sans Hebrew"));
}

#[test]
fn the_help_where_no_family_has_the_character_works_with_one_that_is_added() {
    let sandbox = with_hebrew_word(false);
    let line = line_to_write(&sandbox.faults());
    add_family(&sandbox);
    let line = line.replace('…', "Noto Sans Hebrew");
    sandbox.write(THEME, format!("{line}\n{}", sandbox.read(THEME)));
    sandbox.build_clean();
}

#[test]
fn the_help_goes_into_a_table_that_is_there() {
    let sandbox = with_hebrew_word(true);
    sandbox.append(THEME, "\n[families]\nLatn = [\"Vazirmatn\", \"Source Sans 3\"]\n");
    let line = line_to_write(&sandbox.faults());
    sandbox.replace(THEME, "Latn = [\"Vazirmatn\", \"Source Sans 3\"]", &line);
    sandbox.build_clean();
}
