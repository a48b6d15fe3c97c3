//! Keeps beside a package what it was made from, and who approved it. It names people, and stays in the house.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use time::Date;

use crate::artifact::files::{cannot_write, sha256, write_file};
use crate::diagnostic::{Diagnostic, Located, Report, Reported, SourceFile};
use crate::fields::{Fields, Table, parse_whole};
use crate::history::{quoted, write_facts, write_run};
use crate::language::Tag;
use crate::load::body::Body;
use crate::load::facts::{FACT_PARTS, FactPart};
use crate::load::print_runs::{
    PrintRun, PrintedEdition, RUN_FORMAT, ShownFacts, check_format, read_facts, read_run,
};
use crate::order::made::MadeOrder;
use crate::order::package::{Package, record_of};

/// What a package was made from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OrderRecord {
    /// The brochure.
    pub(crate) brochure: String,
    /// The day for which its facts were checked.
    pub(crate) checked: Date,
    /// The body that ordered, if one did.
    pub(crate) body: Option<String>,
    /// What its own contacts say in what is printed.
    pub(crate) own_facts: ShownFacts,
    /// What is printed.
    pub(crate) run: PrintRun,
    /// Who approved it for printing, and when.
    pub(crate) approval: Option<Approval>,
}

/// Who approved a package for printing (*bon à tirer*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Approval {
    /// Who did.
    pub(crate) by: String,
    /// The day.
    pub(crate) on: Date,
}

impl OrderRecord {
    /// The record of an order that was just made.
    pub(crate) fn new(made: &MadeOrder<'_>, package: &Package, checked: Date) -> OrderRecord {
        let (release, released) = made.release();
        let facts = &made.publication.facts;
        let is_shared = |fact: &str| facts.verification(fact).is_some();
        let printed = made.products.iter().map(|product| PrintedEdition {
            edition: product.edition.clone(),
            languages: product.languages.clone(),
            copies: product.copies,
            sha256: product.files.iter().map(|file| sha256(&file.bytes)).collect(),
            // What a body says of itself would name the place.
            facts: product.facts.iter().filter(|(fact, ..)| is_shared(fact)).cloned().collect(),
        });
        let run = PrintRun {
            release: release.to_owned(),
            released,
            sums: package.sums(),
            printed: printed.collect(),
        };
        let brochure = made.publication.brochure.id.clone();
        let body = made.order.body.as_ref().map(|body| body.value.clone());
        let languages = made.products.iter().flat_map(|product| &product.languages);
        let own = body.as_ref().and_then(|key| made.publication.bodies.get(key));
        let own_facts =
            languages.flat_map(|language| own.into_iter().flat_map(|own| said_by(own, language)));
        let own_facts = own_facts.collect();
        OrderRecord { brochure, checked, body, own_facts, run, approval: None }
    }

    /// Reads the record beside a folder; `None` if there is none.
    ///
    /// # Errors
    ///
    /// Fails if it can't be read; the report says why.
    pub(crate) fn read(folder: &Path, report: &Report) -> Result<Option<OrderRecord>, Reported> {
        let path = record_of(folder);
        let Ok(bytes) = fs::read(&path) else { return Ok(None) };
        let shown = path.display().to_string();
        let file = SourceFile::decode(shown, String::from_utf8_lossy(&bytes));
        let table = parse_whole(&file, report)?;
        let fields = Fields::new(&table.value, &table.span, "the record", report);
        check_format(&fields)?;
        let brochure = fields.required::<String>("brochure");
        let checked = fields.required::<Date>("checked");
        let approval = fields.optional::<Table>("approval");
        let approval = approval.map(|table| read_approval(&table, report)).transpose();
        let body = fields.optional::<String>("body").map(|body| body.value);
        let own_facts = read_facts(&fields, "own");
        let run = read_run(&fields);
        fields.finish();
        Ok(Some(OrderRecord {
            brochure: brochure?.value,
            checked: checked?.value,
            body,
            own_facts,
            run: run?,
            approval: approval?,
        }))
    }

    /// Writes it beside a folder.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Diagnostic> {
        let path = record_of(folder);
        write_file(&path, self.text().as_bytes()).map_err(|error| cannot_write(&path, &error))
    }

    fn text(&self) -> String {
        let mut out = "# What the folder beside it was made from, and who approved it. Written by `feuillet order`: a record, not to be edited.\n\
                       # It names people: it stays in the house.\n"
            .to_owned();
        let _ = writeln!(out, "format = {RUN_FORMAT}");
        let _ = writeln!(out, "brochure = {}", quoted(&self.brochure));
        let _ = writeln!(out, "checked = {}", self.checked);
        if let Some(body) = &self.body {
            let _ = writeln!(out, "body = {}", quoted(body));
        }
        write_facts(&mut out, "own", &self.own_facts);
        if let Some(approval) = &self.approval {
            let _ = writeln!(out, "approval.by = {}", quoted(&approval.by));
            let _ = writeln!(out, "approval.on = {}", approval.on);
        }
        write_run(&mut out, &self.run);
        out
    }
}

/// What the contacts of a body say to readers of a language.
fn said_by<'a>(
    body: &'a Body,
    language: &'a Tag,
) -> impl Iterator<Item = (String, FactPart, String)> + 'a {
    body.contacts.iter().flat_map(move |contact| {
        FACT_PARTS.iter().filter_map(move |(_, part)| {
            let said = contact.part_for(*part, language)?;
            Some((contact.id.value.clone(), *part, said))
        })
    })
}

fn read_approval(table: &Located<Table>, report: &Report) -> Result<Approval, Reported> {
    let fields = Fields::new(&table.value, &table.span, "`approval`", report);
    let by = fields.required::<String>("by");
    let on = fields.required::<Date>("on");
    fields.finish();
    Ok(Approval { by: by?.value, on: on?.value })
}
