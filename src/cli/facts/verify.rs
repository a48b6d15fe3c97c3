//! Runs `feuillet facts verify`: writes into `facts.toml`, or into the file of a body, who verified a fact, when, and as what.

use std::collections::BTreeMap;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;
use time::Date;

use crate::cli::arguments::{Format, ProjectArguments};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::{choose_brochure, find_project_to_edit};
use crate::cli::{clock, completion, render};
use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, Span};
use crate::driver::not_known;
use crate::edit::ChangeSet;
use crate::edit::toml::{date_value, set_value};
use crate::history::why;
use crate::load::facts::Verification;
use crate::load::people::Refusal;
use crate::load::{Body, Facts, ProjectFile, Publication, load};
use crate::review::{FactState, fingerprint, may_verify, verification_state};

#[derive(Debug, Args)]
pub(crate) struct VerifyArguments {
    /// The names of the facts, as they stand in `facts.toml`: `police` for `[contact.police]`.
    ///
    /// With `--body` those of its contacts; its key is for what its file says besides: name, publisher, logo, colophon.
    #[arg(value_name = "NAME", required = true)]
    names: Vec<String>,
    /// The body in whose file the facts stand.
    #[arg(long, value_name = "KEY")]
    body: Option<String>,
    /// Who verified them: somebody in `people.toml` who may review, approve or sign for the law.
    ///
    /// A fact with `legal = true` wants somebody who may sign for the law.
    #[arg(long, value_name = "WHO")]
    by: String,
    /// The day on which they did, like `2026-11-29`; today by default.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    on: Option<Date>,
    /// The day on which the facts must be looked at again.
    ///
    /// By default `review-by` stays if it is still to come; if not, it is moved by as many days as it was after the day on
    /// which the fact was verified before.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    review_by: Option<Date>,
    /// The brochure; a project with one brochure need not name it.
    #[arg(long, value_name = "BROCHURE", add = completion::brochures())]
    brochure: Option<String>,
    #[command(flatten)]
    project: ProjectArguments,
}

/// What was verified of a fact.
#[derive(Serialize)]
struct Verified {
    fact: String,
    says: BTreeMap<String, String>,
    source: String,
    verified: String,
    verified_by: String,
    review_by: String,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonVerified {
    brochure: String,
    verified: Vec<Verified>,
}

/// Records that facts were verified.
pub(super) fn verify(arguments: &VerifyArguments) -> Result<Ending, Diagnostic> {
    let (project, _lock) = find_project_to_edit(arguments.project.project.as_ref())?;
    let id = choose_brochure(&project, arguments.brochure.as_deref())?;
    let on = clock::signing_day(arguments.on)?;
    let report = Report::new();
    let loaded = load(&project, &id, &report);
    let path = file_of(&id, arguments.body.as_deref()).path();
    let people = ProjectFile::People { brochure: id.clone() }.path();
    let Some(publication) = readable(loaded, [&path, &people], report)? else {
        return Ok(Ending::Problems);
    };
    let facts = Verifiable::of(&publication, arguments.body.as_deref())?;
    let known: Vec<String> = facts.iter().map(|fact| fact.name.to_owned()).collect();
    let find = |name: &String| {
        let found = facts.iter().find(|fact| fact.name == name);
        found.ok_or_else(|| not_known("fact", name, &known))
    };
    let chosen = arguments.names.iter().map(find).collect::<Result<Vec<_>, _>>()?;
    let Some(first) = chosen.first() else { return Ok(Ending::Fine) };
    let mut file = Arc::clone(&first.span.file);
    let before = file.own_text();
    let mut verified = Vec::new();
    for fact in &chosen {
        let review_by = check(&publication, fact.name, fact.verification, arguments, on)?;
        file = write(&file, fact, arguments, (on, review_by))?;
        verified.push(Verified {
            fact: fact.name.to_owned(),
            says: fact.says.iter().cloned().collect(),
            source: fact.verification.source.clone(),
            verified: on.to_string(),
            verified_by: arguments.by.clone(),
            review_by: review_by.to_string(),
        });
    }
    // What was written must be read as what was meant.
    let written = project.with_unsaved([(path.clone(), file.own_text())]);
    let report = Report::new();
    let after = load(&written, &id, &report);
    let Some(after) = readable(after, [&path, &people], report)? else {
        return Ok(Ending::Problems);
    };
    let after_facts = Verifiable::of(&after, arguments.body.as_deref())?;
    let is_verified = |name: &&String| {
        let fact = after_facts.iter().find(|fact| fact.name == **name);
        fact.is_some_and(|fact| {
            verification_state(&after.people, fact.verification, on) == FactState::Verified
        })
    };
    if let Some(name) = arguments.names.iter().find(|name| !is_verified(name)) {
        return Err(Diagnostic::error(format!(
            "can't write into `{path}` that `{name}` was verified"
        ))
        .hint("nothing was written: write its table as `[contact.name]`, a key a line"));
    }
    let mut changes = ChangeSet::new(&project);
    changes.write(path, Some(before.as_bytes()), file.own_text());
    changes.commit()?;
    match arguments.project.format {
        Format::Human => print_verified(&verified)?,
        Format::Json => render::print_json(&JsonVerified { brochure: id, verified })?,
    }
    Ok(Ending::Fine)
}

/// The file in which facts stand: those of a body, or of the brochure.
fn file_of(brochure: &str, body: Option<&str>) -> ProjectFile {
    match body {
        Some(key) => ProjectFile::Body { key: key.to_owned() },
        None => ProjectFile::Facts { brochure: brochure.to_owned() },
    }
}

/// Something that somebody verifies.
struct Verifiable<'a> {
    name: &'a str,
    verification: &'a Verification,
    /// What it says.
    says: Vec<(String, String)>,
    /// Its table in the file; empty for the whole of a body's file.
    table: Vec<&'a str>,
    span: &'a Span,
}

impl<'a> Verifiable<'a> {
    /// The facts of a body, or of the brochure.
    ///
    /// # Errors
    ///
    /// Fails if there is no such body, or if it has no file.
    fn of(publication: &'a Publication, body: Option<&str>) -> Result<Vec<Self>, Diagnostic> {
        match body {
            Some(key) => Self::of_body(publication.bodies.require(key)?),
            None => Ok(Self::of_brochure(&publication.facts)),
        }
    }

    fn of_brochure(facts: &'a Facts) -> Vec<Self> {
        let all = facts.names().filter_map(|name| {
            let kind = if facts.contact(&name.value).is_some() { "contact" } else { "value" };
            Some(Verifiable {
                name: &name.value,
                verification: facts.verification(&name.value)?,
                says: facts.parts(&name.value),
                table: vec![kind, &name.value],
                span: &name.span,
            })
        });
        all.collect()
    }

    fn of_body(body: &'a Body) -> Result<Vec<Self>, Diagnostic> {
        if body.verification.is_none() {
            let key = body.key();
            return Err(Diagnostic::error(format!("the body `{key}` has no file of its own"))
                .hint(format!("what `brochures/communes.csv` says of it nobody has to verify: write `brochures/bodies/{key}.toml`")));
        }
        let all = body.verified_parts().filter_map(|(name, verification)| {
            let table = if name == body.key() { Vec::new() } else { vec!["contact", name] };
            let (says, span) = (body.says(name), body.place_of(name)?);
            Some(Verifiable { name, verification, says, table, span })
        });
        Ok(all.collect())
    }
}

/// The publication, if facts and people could be read; what is wrong elsewhere does not matter here.
fn readable(
    loaded: Result<Publication, Reported>,
    files: [&String; 2],
    report: Report,
) -> Result<Option<Publication>, Diagnostic> {
    let loaded = loaded.ok();
    report.extend(loaded.iter().flat_map(|loaded| loaded.body_faults().to_vec()));
    let has_errors = report.has_errors();
    let found = report.into_sorted();
    let is_about = |found: &Diagnostic| {
        let path = found.span.as_ref().map(|span| &span.file.path);
        found.severity == crate::diagnostic::Severity::Error
            && path.is_none_or(|path| files.contains(&path))
    };
    let about: Vec<Diagnostic> = found.iter().filter(|found| is_about(found)).cloned().collect();
    if loaded.is_some() && (about.is_empty() || !has_errors) {
        return Ok(loaded);
    }
    render::print_all(if about.is_empty() { &found } else { &about })?;
    Ok(None)
}

/// Checks that somebody may verify a fact on a day, and tells when it must be reviewed.
fn check(
    publication: &Publication,
    name: &str,
    verification: &Verification,
    arguments: &VerifyArguments,
    on: Date,
) -> Result<Date, Diagnostic> {
    let by = arguments.by.as_str();
    let people = &publication.people;
    if let Err(refusal) = may_verify(people, by, verification.is_legal, on) {
        return Err(refused(publication, by, refusal));
    }
    // A day that has not come is a slip, which may be mended.
    let is_later = |earlier: &Date| *earlier > on && !clock::is_future(*earlier);
    if let Some(earlier) = verification.verified.filter(is_later) {
        return Err(Diagnostic::error(format!("`{name}` was verified on {earlier}, after {on}"))
            .hint("give a later day with `--on`"));
    }
    let Some(given) = arguments.review_by else {
        // What was told of a day that has not come says how far off the next review is, and not when.
        let is_slip = verification.verified.is_some_and(clock::is_future);
        if verification.review_by > on && !is_slip {
            return Ok(verification.review_by);
        }
        let span = verification.verified.map(|verified| verification.review_by - verified);
        let next = span.filter(|span| span.is_positive()).and_then(|span| on.checked_add(span));
        return next.ok_or_else(|| {
            Diagnostic::error(format!(
                "`{name}` has `review-by = {}`, which has passed",
                verification.review_by
            ))
            .hint("say when it must be looked at again, with `--review-by`")
        });
    };
    if given <= on {
        return Err(Diagnostic::error(format!(
            "{given} is no day for the next review: it is not after {on}"
        ))
        .hint("give a later day with `--review-by`"));
    }
    Ok(given)
}

/// Says why somebody may not verify a fact.
fn refused(publication: &Publication, by: &str, refusal: Refusal) -> Diagnostic {
    let people = ProjectFile::People { brochure: publication.brochure.id.clone() }.path();
    let fault = Diagnostic::error(why(by, refusal));
    let fault = match publication.people.get(by) {
        Some(person) => fault.at(&person.id.span),
        None => fault.suggest(by, publication.people.names()),
    };
    fault.hint(match refusal {
        Refusal::Unknown => format!("people stand in `{people}`: `[people.{}]` with `may = [\"review\"]`", bare(by)),
        Refusal::Role(crate::load::people::Role::Legal) => {
            "this fact has `legal = true`: somebody with `\"legal\"` in `may` verifies it".to_owned()
        }
        Refusal::Role(_) | Refusal::Language => {
            "facts are verified by those who have `\"review\"`, `\"approve\"` or `\"legal\"` in `may`".to_owned()
        }
        Refusal::Left(_) => "what they verified until then holds".to_owned(),
    })
}

/// A name as a key of TOML.
fn bare(name: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(is_bare) {
        name.to_owned()
    } else {
        format!("{name:?}")
    }
}

/// Writes the keys of one fact.
fn write(
    file: &Arc<SourceFile>,
    fact: &Verifiable<'_>,
    arguments: &VerifyArguments,
    (on, review_by): (Date, Date),
) -> Result<Arc<SourceFile>, Diagnostic> {
    let Verifiable { verification, table, .. } = fact;
    let mut file = set_value(file, table, "verified", date_value(on))?;
    if review_by != verification.review_by {
        file = set_value(&file, table, "review-by", date_value(review_by))?;
    }
    let file = set_value(&file, table, "verified-by", arguments.by.as_str())?;
    set_value(&file, table, "fingerprint", fingerprint(&verification.canonical))
}

fn print_verified(verified: &[Verified]) -> Result<(), Diagnostic> {
    for row in verified {
        let Verified { fact, source, verified, verified_by, review_by, .. } = row;
        print_line!("{fact}: verified {verified} by {verified_by}, review by {review_by}")?;
        for (part, text) in &row.says {
            print_line!("  {part:<10} {text}")?;
        }
        print_line!("  {:<10} {source}", "source")?;
    }
    Ok(())
}
