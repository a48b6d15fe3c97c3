//! Turns the facts of a brochure into what somebody should look at: which are due, which nobody verified, which changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use time::{Date, Duration};

use crate::diagnostic::{Report, Reported};
use crate::driver::{Job, LoadedBrochure};
use crate::history::changes::{PartChange, fact_parts};
use crate::history::keep::kept_fact;
use crate::load::Publication;
use crate::load::facts::Verification;
use crate::load::people::{Refusal, Role};
use crate::load::releases::KeptRelease;
use crate::resolve::resolve_for;
use crate::review::{FactState, verification_state};

/// What is to be done about a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Attention {
    /// Nobody verified it who may.
    Unverified,
    /// It changed after it was verified.
    Changed,
    /// It should have been reviewed.
    Overdue,
    /// It must be reviewed soon.
    Due,
    /// Nothing.
    None,
}

/// A fact, with all that somebody who verifies it wants to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FactRow {
    /// The brochure.
    pub(crate) brochure: String,
    /// The body in whose file it stands, if it is not one of the brochure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<String>,
    /// Its name: that of a contact or a value, or the key of the body for what its file says besides.
    pub(crate) fact: String,
    /// What is to be done.
    pub(crate) attention: Attention,
    /// Why who verified it does not count, if that is so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<String>,
    /// What it says: `phone`, or `name.fr` for a form in a language.
    pub(crate) says: BTreeMap<String, String>,
    /// Where it was found.
    pub(crate) source: String,
    /// The day on which it was last verified.
    pub(crate) verified: Option<String>,
    /// Who did, if they are named.
    pub(crate) verified_by: Option<String>,
    /// The day on which it must be reviewed.
    pub(crate) review_by: String,
    /// The last release, if it said something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) changed_since: Option<String>,
    /// What that said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) changes: Vec<PartChange>,
    /// The editions that show it, `short/fr`, with the messages that do; none where a block does by itself.
    pub(crate) shown: BTreeMap<String, BTreeSet<String>>,
}

/// The facts of a brochure as they stand on a day; `due_within` is how many days before its review a fact is due.
///
/// # Errors
///
/// Fails if a text can't be resolved.
pub(crate) fn fact_rows(
    brochure: &LoadedBrochure,
    jobs: &[Job<'_>],
    last: Option<&KeptRelease>,
    as_of: Date,
    due_within: u16,
    report: &Report,
) -> Result<Vec<FactRow>, Reported> {
    let publication = &brochure.publication;
    let mut shown: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for job in jobs {
        let own = Report::new();
        let profile = job.profiles.first().copied();
        let manuscript = resolve_for(publication, &brochure.states, &job.id, profile, &own);
        if own.has_errors() {
            own.absorb_into(report);
            return Err(report.reported());
        }
        let edition = format!("{}/{}", job.id.edition, job.language());
        for found in manuscript?.shown_facts {
            let editions = shown.entry(found.fact).or_default();
            editions.entry(edition.clone()).or_default().extend(found.message);
        }
    }
    let facts = &publication.facts;
    let rows = facts.names().filter_map(|name| {
        let name = name.as_str();
        let verification = facts.verification(name)?;
        let row = row(publication, name, verification, as_of, due_within);
        let now = kept_fact(facts, name);
        let nothing = Default::default();
        let then =
            |release: &KeptRelease| fact_parts(release.facts.get(name).unwrap_or(&nothing), &now);
        let changes = last.map(then).unwrap_or_default();
        let changed_since = last.filter(|_| !changes.is_empty());
        Some(FactRow {
            says: now.says,
            changed_since: changed_since.map(|release| release.version.clone()),
            changes,
            shown: shown.get(name).cloned().unwrap_or_default(),
            ..row
        })
    });
    Ok(rows.collect())
}

/// What the files of the bodies say, as it stands on a day; none where the brochure has no slot for it.
#[must_use]
pub(crate) fn body_rows(brochure: &LoadedBrochure, as_of: Date, due_within: u16) -> Vec<FactRow> {
    let publication = &brochure.publication;
    if publication.brochure.slots.is_empty() {
        return Vec::new();
    }
    let rows = publication.bodies.iter().flat_map(|body| {
        body.verified_parts().map(|(name, verification)| FactRow {
            body: Some(body.key().to_owned()),
            says: body.says(name).into_iter().collect(),
            ..row(publication, name, verification, as_of, due_within)
        })
    });
    rows.collect()
}

/// What is to be done about something that somebody verifies.
fn row(
    publication: &Publication,
    name: &str,
    verification: &Verification,
    as_of: Date,
    due_within: u16,
) -> FactRow {
    let due_until = as_of.checked_add(Duration::days(i64::from(due_within))).unwrap_or(Date::MAX);
    let state = verification_state(&publication.people, verification, as_of);
    let by = verification.signature.as_ref().map(|signature| signature.by.value.clone());
    let why = match state {
        FactState::NotAllowed(refusal) => Some(why(by.as_deref().unwrap_or_default(), refusal)),
        _ => None,
    };
    let attention = match state {
        FactState::Unverified | FactState::NotAllowed(_) => Attention::Unverified,
        FactState::Changed => Attention::Changed,
        FactState::Overdue => Attention::Overdue,
        FactState::Verified if verification.review_by <= due_until => Attention::Due,
        FactState::Verified => Attention::None,
    };
    FactRow {
        brochure: publication.brochure.id.clone(),
        body: None,
        fact: name.to_owned(),
        attention,
        why,
        says: BTreeMap::new(),
        source: verification.source.clone(),
        verified: verification.verified.map(|date| date.to_string()),
        verified_by: by,
        review_by: verification.review_by.to_string(),
        changed_since: None,
        changes: Vec::new(),
        shown: BTreeMap::new(),
    }
}

/// Says why what somebody verified does not count.
#[must_use]
pub(crate) fn why(by: &str, refusal: Refusal) -> String {
    match refusal {
        Refusal::Unknown => format!("`{by}` is not in `people.toml`"),
        Refusal::Role(Role::Legal) => format!("`{by}` may not sign for the law"),
        Refusal::Role(_) | Refusal::Language => format!("`{by}` may not verify facts"),
        Refusal::Left(until) => format!("`{by}` worked here until {until}"),
    }
}
