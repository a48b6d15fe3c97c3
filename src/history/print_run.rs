//! Turns a print run into its file in the register: sorted, the same bytes each time, without a person or a place.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use time::Date;

use crate::history::write::{key, quoted};
use crate::language::Tag;
use crate::load::facts::FactPart;
use crate::load::print_runs::{PrintRun, RUN_FORMAT, ShownFacts};

/// The file of a run that was approved on a day.
#[must_use]
pub(crate) fn write_print_run(approved: Date, run: &PrintRun) -> String {
    let mut out = "# A print run, for `feuillet recall`. Written by `feuillet order approve`: a record, not to be edited.\n\
                   # No person and no place stands in it.\n"
        .to_owned();
    let _ = writeln!(out, "format = {RUN_FORMAT}");
    let _ = writeln!(out, "approved = {approved}");
    write_run(&mut out, run);
    out
}

/// The name of a run: its day, and the beginning of the checksum of its package.
#[must_use]
pub(crate) fn run_name(approved: Date, run: &PrintRun) -> String {
    let digits: String = run.sums.chars().take(12).collect();
    format!("{approved}-{digits}")
}

/// Writes what was printed.
pub(crate) fn write_run(out: &mut String, run: &PrintRun) {
    let _ = writeln!(out, "release = {}", quoted(&run.release));
    let _ = writeln!(out, "released = {}", run.released);
    let _ = writeln!(out, "sums = {}", quoted(&run.sums));
    for printed in &run.printed {
        let texts = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(quoted).collect::<Vec<_>>().join(", ")
        };
        let languages = texts(&mut printed.languages.iter().map(Tag::as_str));
        let sums = texts(&mut printed.sha256.iter().map(String::as_str));
        let _ = writeln!(out, "\n[[printed]]");
        let _ = writeln!(out, "edition = {}", quoted(&printed.edition));
        let _ = writeln!(out, "languages = [{languages}]");
        let _ = writeln!(out, "copies = {}", printed.copies);
        let _ = writeln!(out, "sha256 = [{sums}]");
        write_facts(out, "facts", &printed.facts);
    }
}

/// Writes facts as tables of that name, one for each.
pub(crate) fn write_facts(out: &mut String, table: &str, shown: &ShownFacts) {
    let mut facts: BTreeMap<&str, BTreeMap<FactPart, Vec<String>>> = BTreeMap::new();
    for (fact, part, text) in shown {
        facts.entry(fact).or_default().entry(*part).or_default().push(quoted(text));
    }
    for (fact, parts) in facts {
        let parts = parts.into_iter();
        let parts = parts.map(|(part, said)| format!("{} = [{}]", part.as_str(), said.join(", ")));
        let parts: Vec<String> = parts.collect();
        let _ = writeln!(out, "{table}.{} = {{ {} }}", key(fact), parts.join(", "));
    }
}
