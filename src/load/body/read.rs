//! Reads the files of bodies.

use std::collections::BTreeMap;
use std::sync::Arc;

use feuillet_colour::OutputProfile;

use crate::diagnostic::{Diagnostic, Located, Report, SourceFile, Span};
use crate::fields::{Fields, Table, parse};
use crate::language::Tag;
use crate::load::body::communes::{CommuneRow, is_code, read_communes};
use crate::load::body::{BODY_KINDS, Bodies, Body, BodyKind, Logo, Publisher, Regime};
use crate::load::facts::{Contact, Facts, canonical_form, read_contact, read_verification};
use crate::load::forms;
use crate::load::paths::{self, BODIES, ProjectFile};
use crate::load::picture::Picture;
use crate::load::project::Project;

/// What the files of bodies are read beside.
struct Context<'a> {
    /// How numbers are dialled.
    facts: &'a Facts,
    /// The language that help names.
    source: &'a str,
    /// The communes of the country, by key.
    communes: &'a BTreeMap<String, CommuneRow>,
    report: &'a Report,
}

/// Reads the bodies of a project: its communes, and those that have a file of their own. All faults are in the report.
pub(in crate::load) fn read_all(
    project: &Project,
    facts: &Facts,
    source: &Tag,
    press: Option<&OutputProfile>,
    report: &Report,
) -> Bodies {
    let communes = project.read_if_there(&ProjectFile::Communes, report);
    let communes = communes.map(|file| read_communes(&file, report)).unwrap_or_default();
    let context = Context { facts, source: source.as_str(), communes: &communes, report };
    let mut logos = Logos { project, press, read: BTreeMap::new() };
    let mut rows = BTreeMap::new();
    for key in project.body_keys() {
        let file = project.read_text(&ProjectFile::Body { key: key.clone() }.path(), report);
        let Ok(file) = file else { continue };
        if let Some(body) = read_body(&key, &file, &context, &mut logos) {
            rows.insert(key, body);
        }
    }
    check_codes(&rows, &communes, report);
    for (key, row) in communes {
        rows.entry(key).or_insert_with_key(|key| row.into_body(key));
    }
    Bodies { rows }
}

/// Two files, or a file and another line of the communes, can't be about the same commune.
fn check_codes(
    rows: &BTreeMap<String, Body>,
    communes: &BTreeMap<String, CommuneRow>,
    report: &Report,
) {
    let mut known: BTreeMap<&str, &str> =
        communes.iter().map(|(key, row)| (row.nis.as_str(), key.as_str())).collect();
    for (key, body) in rows {
        let Some(nis) = &body.nis else { continue };
        match known.insert(nis, key) {
            Some(other) if other != key => report.add(
                Diagnostic::error(format!("the commune {nis} is the body `{other}` already"))
                    .at(&body.span)
                    .hint(format!("rename this file `{other}.toml`, or correct `nis`")),
            ),
            _ => {}
        }
    }
}

/// Reads the file of a body; `None` if it can't be read, which is reported.
fn read_body(
    key: &str,
    file: &Arc<SourceFile>,
    context: &Context<'_>,
    logos: &mut Logos<'_>,
) -> Option<Body> {
    let (report, source) = (context.report, context.source);
    let table = parse(file, report);
    let what = format!("the body `{key}`");
    let fields = Fields::new(&table.value, &table.span, &what, report);
    let row = context.communes.get(key);
    check_key(key, &table.span, report);
    let kind = fields.required::<String>("kind");
    let kind = kind.and_then(|kind| crate::fields::choose(&kind, "`kind`", &BODY_KINDS, report));
    let name = forms::read_table(&fields, "name", source);
    let nis = read_nis(&fields, kind.as_ref().ok(), row);
    let regions: Option<Vec<Located<String>>> =
        fields.optional("regions").map(|regions| regions.value);
    let languages: Option<Vec<Located<Tag>>> =
        fields.optional("languages").map(|languages| languages.value);
    let facilities: Option<Vec<Located<Tag>>> =
        fields.optional("facilities").map(|facilities| facilities.value);
    let logo = fields.optional::<String>("logo").map(|name| logos.read(name, report));
    let publisher = fields.optional::<Table>("publisher");
    let publisher = publisher.and_then(|table| read_publisher(&table, source, report));
    let contacts = fields.named_tables("contact").into_iter().filter_map(|(id, table)| {
        read_contact(id, &table, &context.facts.dialling, source, report)
    });
    let contacts: Vec<Contact> = contacts.collect();
    let colophon = forms::read_list(&fields, "colophon", source);
    let canonical = canonical_form(&format!("body {key}"), &table.value, &["contact"], None);
    let verification = read_verification(&fields, canonical);
    let tried = |key| fields.raw(key).is_some();
    let (has_name, has_languages) = (tried("name"), tried("languages"));
    fields.finish();
    let lacks = |key: &str, example: &str| {
        report.add(
            Diagnostic::error(format!(
                "`{key}` is missing, and no line of `brochures/communes.csv` is about {what}"
            ))
            .at(&table.span)
            .hint(format!("add `{key} = {example}`")),
        );
    };
    if row.is_none() && !has_name {
        lacks("name", &format!("{{ {source} = \"…\" }}"));
    }
    if row.is_none() && !has_languages {
        lacks("languages", &format!("[\"{source}\"]"));
    }
    let languages = languages.filter(|languages| {
        if languages.is_empty() {
            report.add(
                Diagnostic::error(format!("{what} works in no language"))
                    .at(&table.span)
                    .hint(format!("write `languages = [\"{source}\"]`")),
            );
        }
        !languages.is_empty()
    });
    let of_row = |part: fn(&CommuneRow) -> Vec<Located<Tag>>| row.map(part);
    let own_languages = languages.is_some();
    Some(Body {
        key: key.to_owned(),
        // What it is can't matter before it is known: the rest is checked all the same.
        kind: kind.map_or(BodyKind::Association, |kind| kind.value),
        name: name.or_else(|| row.map(|row| row.name.clone()))?,
        nis,
        regions: regions.or_else(|| row.map(|row| row.regions.clone())).unwrap_or_default(),
        regime: Regime {
            languages: languages.or_else(|| of_row(|row| row.languages.clone()))?,
            facilities: facilities
                .or_else(|| of_row(|row| row.facilities.clone()).filter(|_| !own_languages))
                .unwrap_or_default(),
        },
        logo,
        publisher,
        contacts,
        colophon,
        verification: Some(verification.ok()?),
        span: table.span,
    })
}

/// A key names files, and is typed on the command line.
fn check_key(key: &str, span: &Span, report: &Report) {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if key == "all" || key.starts_with('-') || !key.chars().all(fits) {
        report.add(Diagnostic::error(format!("`{key}` can't be the key of a body")).at(span).hint(
            "rename the file: use small letters a to z, digits and hyphens, and not the word `all`",
        ));
    }
}

/// Reads the code of a commune.
fn read_nis(
    fields: &Fields<'_>,
    kind: Option<&Located<BodyKind>>,
    row: Option<&CommuneRow>,
) -> Option<String> {
    let nis = fields.optional::<String>("nis");
    let report = fields.report();
    let is_commune = kind.is_some_and(|kind| kind.value == BodyKind::Commune);
    match (nis, row) {
        (Some(nis), _) if !is_code(&nis.value) => report.add(
            Diagnostic::error(format!("`{}` is not the code of a commune", nis.value))
                .at(&nis.span)
                .hint("write the five figures of the national register in quotes: \"21004\""),
        ),
        (Some(nis), _) if kind.is_some() && !is_commune => report.add(
            Diagnostic::error("only a commune has a `nis`")
                .at(&nis.span)
                .hint("delete `nis`, or write `kind = \"commune\"`"),
        ),
        (Some(nis), Some(row)) if nis.value != row.nis => report.add(
            Diagnostic::error(format!(
                "the code of this commune is {} in `brochures/communes.csv`",
                row.nis
            ))
            .at(&nis.span)
            .hint("correct one of them, or rename the file"),
        ),
        (Some(nis), _) => return Some(nis.value),
        (None, Some(row)) if is_commune => return Some(row.nis.clone()),
        (None, Some(row)) => {
            if let Some(kind) = kind {
                report.add(
                    Diagnostic::error(format!(
                        "this is the key of the commune {} in `brochures/communes.csv`",
                        row.nis
                    ))
                    .at(&kind.span)
                    .hint("rename the file, or write `kind = \"commune\"`"),
                );
            }
        }
        (None, None) => {
            if let Some(kind) = kind.filter(|_| is_commune) {
                report.add(
                    Diagnostic::error(
                        "this commune has no line in `brochures/communes.csv`, and does not give its code",
                    )
                    .at(&kind.span)
                    .hint("add `nis = \"…\"`, its five figures in the national register, or give the file the key of its line"),
                );
            }
        }
    }
    None
}

/// Reads who answers for what is printed.
fn read_publisher(table: &Located<Table>, source: &str, report: &Report) -> Option<Publisher> {
    let fields = Fields::new(&table.value, &table.span, "the publisher", report);
    let name = fields.required::<String>("name");
    let address = forms::read(&fields, "address", None, source);
    let has_address = fields.raw("address").is_some();
    fields.finish();
    if !has_address {
        report.add(
            Diagnostic::error("the publisher has no `address`")
                .at(&table.span)
                .hint("add `address = \"…\"`, that of the seat: the address of a home puts who lives there at risk"),
        );
    }
    let name = name.ok()?;
    if !forms::is_line(&name, "the name of the publisher", report) {
        return None;
    }
    if name.value.trim().is_empty() {
        report.add(
            Diagnostic::error("the name of the publisher is empty")
                .at(&name.span)
                .hint("write the name of a person, or delete `[publisher]`"),
        );
        return None;
    }
    Some(Publisher { name, address: address? })
}

/// The logos of the bodies, each read once.
struct Logos<'a> {
    project: &'a Project,
    press: Option<&'a OutputProfile>,
    read: BTreeMap<String, Option<Picture>>,
}

impl Logos<'_> {
    /// Reads a logo.
    fn read(&mut self, file: Located<String>, report: &Report) -> Logo {
        let (project, press) = (self.project, self.press);
        let picture = self
            .read
            .entry(file.value.clone())
            .or_insert_with(|| project.picture_in(&paths::images(BODIES), &file, press, report));
        Logo { picture: picture.clone(), file }
    }
}
