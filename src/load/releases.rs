//! Turns what was kept of earlier releases into their texts, facts, editions and files.
//!
//! `brochures/<id>/releases/<version>/` has `release.toml` with the editions, `facts.toml`, and `texts-<language>.toml` for the
//! readers of each language. `feuillet release` writes them; nothing that makes a PDF reads them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, Reported};
use crate::fields::{Fields, Table, choose, parse_whole};
use crate::language::{Tag, not_a_tag};
use crate::load::facts::{FACT_PARTS, FactPart};
use crate::load::paths::{ProjectFile, RELEASE};
use crate::load::project::Project;

/// The file with its facts.
pub(crate) const RELEASE_FACTS: &str = "facts.toml";

/// The form of these files; another one is from another version of the program.
pub(crate) const FORMAT: u32 = 1;

/// What was kept of a release.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptRelease {
    /// Its version.
    pub(crate) version: String,
    /// Its day.
    pub(crate) date: Date,
    /// Its language editions; one that has two covers is there for each.
    pub(crate) editions: Vec<KeptEdition>,
    /// Its facts.
    pub(crate) facts: BTreeMap<String, KeptFact>,
    /// What readers of each language were shown, by the language that the text is in and the id of its message.
    pub(crate) texts: BTreeMap<Tag, KeptTexts>,
}

/// Texts by language and id.
pub(crate) type KeptTexts = BTreeMap<(Tag, String), String>;

/// A language edition of a release.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptEdition {
    /// The edition's name.
    pub(crate) edition: String,
    /// The language.
    pub(crate) language: Tag,
    /// Why it was a draft: subjects by the name of the reason; empty if it was approved.
    pub(crate) reasons: BTreeMap<String, Vec<String>>,
    /// The paths of its files below the output folder, by profile; those that have another language too by `screen fr+nl`.
    pub(crate) files: BTreeMap<String, String>,
    /// The messages that it shows.
    pub(crate) messages: BTreeSet<String>,
    /// The facts that it shows, with the part and what that said.
    pub(crate) facts: BTreeSet<(String, FactPart, String)>,
}

/// A fact of a release.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct KeptFact {
    /// What it said: `phone`, or `name.fr` for a form in a language.
    pub(crate) says: BTreeMap<String, String>,
    /// Where it was found.
    pub(crate) source: String,
    /// The day on which it was last verified.
    pub(crate) verified: Option<Date>,
    /// Who did, if they are named.
    pub(crate) verified_by: Option<String>,
}

impl KeptEdition {
    /// Whether it could be printed.
    #[must_use]
    pub(crate) fn is_approved(&self) -> bool {
        self.reasons.is_empty()
    }
}

/// The name of the file with the texts for the readers of a language.
#[must_use]
pub(crate) fn texts_file(language: &Tag) -> String {
    format!("texts-{language}.toml")
}

/// Orders versions as people do: 1.9 before 1.10.
#[must_use]
pub(crate) fn compare_versions(one: &str, other: &str) -> Ordering {
    let (one, other) = (pieces(one), pieces(other));
    one.cmp(&other)
}

/// A version in pieces: figures by their length and value, all else as it is.
fn pieces(version: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut rest = version;
    while let Some(first) = rest.chars().next() {
        let is_figure = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_figure).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        if is_figure {
            let value = piece.trim_start_matches('0');
            pieces.push((value.len() + 1, value));
        } else {
            pieces.push((0, piece));
        }
        rest = after;
    }
    pieces
}

/// Reads what was kept of all releases of a brochure, the first one first; all faults are in the report.
pub(crate) fn read_releases(
    project: &Project,
    brochure: &str,
    report: &Report,
) -> Vec<KeptRelease> {
    let versions = project.releases(brochure).into_iter();
    let mut releases: Vec<KeptRelease> =
        versions.flat_map(|version| read_release(project, brochure, &version, report)).collect();
    releases.sort_by(|one, other| {
        let versions = || compare_versions(&one.version, &other.version);
        one.date.cmp(&other.date).then_with(versions)
    });
    releases
}

/// Reads what was kept of a release.
///
/// # Errors
///
/// Fails if one of its files can't be read.
fn read_release(
    project: &Project,
    brochure: &str,
    version: &str,
    report: &Report,
) -> Result<KeptRelease, Reported> {
    let own = Report::new();
    let release = read_files(project, brochure, version, &own);
    let is_whole = own.absorb_into(report);
    if is_whole { release } else { Err(report.reported()) }
}

fn read_files(
    project: &Project,
    brochure: &str,
    version: &str,
    report: &Report,
) -> Result<KeptRelease, Reported> {
    let read = |name: &str| {
        let (brochure, version) = (brochure.to_owned(), version.to_owned());
        let file = ProjectFile::Release { brochure, version, name: name.to_owned() };
        let file = project.read_text(&file.path(), report)?;
        parse_whole(&file, report)
    };
    let table = read(RELEASE)?;
    let fields = Fields::new(&table.value, &table.span, "the release", report);
    let format = fields.required::<u32>("format")?;
    if format.value != FORMAT {
        return Err(report.error(
            Diagnostic::error(format!("this release was kept in the form {}", format.value))
                .at(&format.span)
                .hint(format!(
                    "this version of the program reads the form {FORMAT}: use a newer one"
                )),
        ));
    }
    let said = fields.required::<String>("version")?;
    if said.value != version {
        report.add(
            Diagnostic::error(format!(
                "the release `{}` lies in the folder of `{version}`",
                said.value
            ))
            .at(&said.span)
            .hint("move it back: what a release said is not to be edited"),
        );
    }
    let date = fields.required::<Date>("date");
    let common: BTreeMap<String, Shown> = fields
        .named_tables("all-languages")
        .into_iter()
        .map(|(name, table)| {
            let fields = Fields::new(&table.value, &table.span, "an edition", report);
            let shown = read_shown(&fields);
            fields.finish();
            (name.value, shown)
        })
        .collect();
    let editions = fields.or_default::<Vec<Located<Table>>>("edition");
    let editions: Vec<KeptEdition> =
        editions.iter().flat_map(|table| read_edition(table, &common, report)).collect();
    fields.finish();
    let table = read(RELEASE_FACTS)?;
    let fields = Fields::new(&table.value, &table.span, "the facts of the release", report);
    let facts = fields.named_tables("fact").into_iter();
    let facts =
        facts.flat_map(|(name, table)| Ok::<_, Reported>((name.value, read_fact(&table, report)?)));
    let facts = facts.collect();
    fields.finish();
    let languages: BTreeSet<&Tag> = editions.iter().map(|edition| &edition.language).collect();
    let texts = languages.into_iter().flat_map(|language| {
        let table = read(&texts_file(language))?;
        Ok::<_, Reported>((language.clone(), read_texts(&table, report)))
    });
    let texts = texts.collect();
    Ok(KeptRelease { version: said.value, date: date?.value, editions, facts, texts })
}

/// The messages and facts that an edition shows, and why it was a draft.
#[derive(Debug, Clone, Default)]
struct Shown {
    reasons: BTreeMap<String, Vec<String>>,
    messages: BTreeSet<String>,
    facts: BTreeSet<(String, FactPart, String)>,
}

fn read_shown(fields: &Fields<'_>) -> Shown {
    let report = fields.report();
    let texts = |list: Vec<Located<String>>| list.into_iter().map(|text| text.value);
    let reasons = fields.named_values::<Vec<Located<String>>>("reasons").into_iter();
    let reasons = reasons.map(|(kind, subjects)| (kind.value, texts(subjects.value).collect()));
    let messages = fields.or_default::<Vec<Located<String>>>("messages");
    let mut facts = BTreeSet::new();
    for (fact, table) in fields.named_tables("facts") {
        for (part, texts) in &table.value.entries {
            let Ok(part) = choose(part, "a part of a fact", &FACT_PARTS, report) else { continue };
            let read = crate::fields::read::<Vec<Located<String>>>(texts, "a fact", report);
            for text in read.map(|texts| texts.value).unwrap_or_default() {
                facts.insert((fact.value.clone(), part.value, text.value));
            }
        }
    }
    Shown { reasons: reasons.collect(), messages: texts(messages).collect(), facts }
}

fn read_edition(
    table: &Located<Table>,
    common: &BTreeMap<String, Shown>,
    report: &Report,
) -> Result<KeptEdition, Reported> {
    let fields = Fields::new(&table.value, &table.span, "an edition", report);
    let edition = fields.required::<String>("edition");
    let language = fields.required::<Tag>("language");
    let state = fields.required::<String>("state");
    let files = fields.named_values::<String>("files").into_iter();
    let files = files.map(|(profile, path)| (profile.value, path.value)).collect();
    let shown = read_shown(&fields);
    fields.finish();
    let (edition, state) = (edition?.value, state?);
    const STATES: [(&str, bool); 2] = [("approved", true), ("draft", false)];
    let is_approved = choose(&state, "`state`", &STATES, report)?.value;
    let Shown { mut reasons, mut messages, mut facts } =
        common.get(&edition).cloned().unwrap_or_default();
    for (kind, subjects) in shown.reasons {
        let all: &mut Vec<String> = reasons.entry(kind).or_default();
        all.extend(subjects);
        all.sort();
    }
    if is_approved != reasons.is_empty() {
        let fault = "an edition is a draft if there are reasons, and approved if there are none";
        return Err(report.error(Diagnostic::error(fault).at(&state.span)));
    }
    messages.extend(shown.messages);
    facts.extend(shown.facts);
    Ok(KeptEdition { edition, language: language?.value, reasons, files, messages, facts })
}

fn read_fact(table: &Located<Table>, report: &Report) -> Result<KeptFact, Reported> {
    let fields = Fields::new(&table.value, &table.span, "a fact", report);
    let says = fields.named_values::<String>("says").into_iter();
    let says = says.map(|(part, text)| (part.value, text.value)).collect();
    let source = fields.required::<String>("source");
    let verified = fields.optional::<Date>("verified").map(|date| date.value);
    let verified_by = fields.optional::<String>("verified-by").map(|by| by.value);
    fields.finish();
    Ok(KeptFact { says, source: source?.value, verified, verified_by })
}

/// Reads the texts of one file: a table for each language that they are in.
fn read_texts(table: &Located<Table>, report: &Report) -> KeptTexts {
    let mut texts = BTreeMap::new();
    let fields = Fields::new(&table.value, &table.span, "the texts of the release", report);
    for (language, table) in fields.named_tables("in") {
        let Ok(tag) = language.value.parse::<Tag>() else {
            report.add(not_a_tag(&language.value, &language.span));
            continue;
        };
        for (id, text) in &table.value.entries {
            if let Ok(text) = crate::fields::read::<String>(text, "a text", report) {
                texts.insert((tag.clone(), id.value.clone()), text.value);
            }
        }
    }
    fields.finish();
    texts
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::compare_versions;

    #[test]
    fn versions_are_in_the_order_of_their_figures() {
        for (one, other) in
            [("1.9", "1.10"), ("1", "1.0"), ("2026-1", "2026-2"), ("1.0-b", "1.0-c")]
        {
            assert_eq!(compare_versions(one, other), Ordering::Less, "{one} {other}");
            assert_eq!(compare_versions(other, one), Ordering::Greater, "{one} {other}");
        }
        assert_eq!(compare_versions("1.01", "1.1"), Ordering::Equal);
    }
}
