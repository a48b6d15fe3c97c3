//! Turns the register of print runs into what was printed: release, checksums, copies and facts, and no person and no place.
//!
//! `brochures/<id>/runs/<day>-<checksum>.toml` is written by `feuillet order approve`; nothing that makes a PDF reads it.

use std::collections::BTreeSet;

use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, Reported};
use crate::fields::{Fields, Table, choose, parse_whole};
use crate::language::Tag;
use crate::load::facts::{FACT_PARTS, FactPart};
use crate::load::paths::ProjectFile;
use crate::load::project::Project;

/// The form of these files; another one is from another version of the program.
pub(crate) const RUN_FORMAT: u32 = 1;

/// Facts that are shown, each with the part and what that said.
pub(crate) type ShownFacts = BTreeSet<(String, FactPart, String)>;

/// What was printed at once.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PrintRun {
    /// The version of the release.
    pub(crate) release: String,
    /// Its day.
    pub(crate) released: Date,
    /// The SHA-256 of the checksums of the package, which tells the package of which nothing else is kept.
    pub(crate) sums: String,
    /// What was printed, in the order of the order.
    pub(crate) printed: Vec<PrintedEdition>,
}

/// A language edition that was printed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PrintedEdition {
    /// The edition's name.
    pub(crate) edition: String,
    /// The languages; at least one.
    pub(crate) languages: Vec<Tag>,
    /// How many copies.
    pub(crate) copies: u32,
    /// The checksums of its files.
    pub(crate) sha256: Vec<String>,
    /// The facts that it shows.
    pub(crate) facts: ShownFacts,
}

/// A run of the register.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptRun {
    /// The name of its file without `.toml`.
    pub(crate) name: String,
    /// The day on which it was approved for printing.
    pub(crate) approved: Date,
    /// What was printed.
    pub(crate) run: PrintRun,
}

/// Reads the register of a brochure, by name, which begins with the day; all faults are in the report.
pub(crate) fn read_print_runs(project: &Project, brochure: &str, report: &Report) -> Vec<KeptRun> {
    let names = project.print_runs(brochure).into_iter();
    names.flat_map(|name| read_kept(project, brochure, &name, report)).collect()
}

fn read_kept(
    project: &Project,
    brochure: &str,
    name: &str,
    report: &Report,
) -> Result<KeptRun, Reported> {
    let file = ProjectFile::PrintRun { brochure: brochure.to_owned(), name: name.to_owned() };
    let file = project.read_text(&file.path(), report)?;
    let table = parse_whole(&file, report)?;
    let fields = Fields::new(&table.value, &table.span, "the print run", report);
    check_format(&fields)?;
    let approved = fields.required::<Date>("approved");
    let run = read_run(&fields);
    fields.finish();
    Ok(KeptRun { name: name.to_owned(), approved: approved?.value, run: run? })
}

/// Makes sure that a file has the form that this version reads.
///
/// # Errors
///
/// Fails if it has another one.
pub(crate) fn check_format(fields: &Fields<'_>) -> Result<(), Reported> {
    let format = fields.required::<u32>("format")?;
    if format.value == RUN_FORMAT {
        return Ok(());
    }
    Err(fields.report().error(
        Diagnostic::error(format!("this was kept in the form {}", format.value))
            .at(&format.span)
            .hint(format!(
                "this version of the program reads the form {RUN_FORMAT}: use a newer one"
            )),
    ))
}

/// Reads the keys that tell what was printed.
///
/// # Errors
///
/// Fails if one is missing.
pub(crate) fn read_run(fields: &Fields<'_>) -> Result<PrintRun, Reported> {
    let report = fields.report();
    let release = fields.required::<String>("release");
    let released = fields.required::<Date>("released");
    let sums = fields.required::<String>("sums");
    let printed = fields.or_default::<Vec<Located<Table>>>("printed");
    let printed = printed.iter().map(|table| read_printed(table, report));
    let printed = printed.collect::<Result<Vec<_>, _>>();
    Ok(PrintRun {
        release: release?.value,
        released: released?.value,
        sums: sums?.value,
        printed: printed?,
    })
}

/// Reads the facts that stand in a table of that name.
pub(crate) fn read_facts(fields: &Fields<'_>, key: &'static str) -> ShownFacts {
    let report = fields.report();
    let mut facts = ShownFacts::new();
    for (fact, parts) in fields.named_tables(key) {
        for (part, texts) in &parts.value.entries {
            let Ok(part) = choose(part, "a part of a fact", &FACT_PARTS, report) else { continue };
            let read = crate::fields::read::<Vec<Located<String>>>(texts, "a fact", report);
            for text in read.map(|texts| texts.value).unwrap_or_default() {
                facts.insert((fact.value.clone(), part.value, text.value));
            }
        }
    }
    facts
}

fn read_printed(table: &Located<Table>, report: &Report) -> Result<PrintedEdition, Reported> {
    let fields = Fields::new(&table.value, &table.span, "what was printed", report);
    let edition = fields.required::<String>("edition");
    let languages = fields.required::<Vec<Located<Tag>>>("languages");
    let copies = fields.required::<u32>("copies");
    let sha256 = fields.or_default::<Vec<Located<String>>>("sha256");
    let facts = read_facts(&fields, "facts");
    fields.finish();
    Ok(PrintedEdition {
        edition: edition?.value,
        languages: languages?.value.into_iter().map(|tag| tag.value).collect(),
        copies: copies?.value,
        sha256: sha256.into_iter().map(|sum| sum.value).collect(),
        facts,
    })
}
