//! Finds the facts of a package that the project does not say any more.

use std::collections::BTreeSet;
use std::fs;

use serde::Serialize;
use time::Date;

use crate::diagnostic::{Diagnostic, Report};
use crate::load::facts::FactPart;
use crate::load::print_runs::ShownFacts;
use crate::load::{Project, Publication};
use crate::order::ORDERS;
use crate::order::make::verification_of;
use crate::order::record::OrderRecord;
use crate::review::{FactState, verification_state};

/// What the name of a record ends with.
const RECORD: &str = ".record.toml";

/// Says which facts in a package say something else in the project today, or do not hold on a day, if one is asked for.
/// Whoever approves it for printing would print an old number.
#[must_use]
pub(crate) fn outdated(
    record: &OrderRecord,
    publication: &Publication,
    day: Option<Date>,
) -> Vec<Diagnostic> {
    let facts = &publication.facts;
    let printed = record.run.printed.iter().flat_map(|printed| {
        printed.facts.iter().filter(|(fact, part, said)| !facts.says(fact, *part, said))
    });
    let body = record.body.as_ref().and_then(|key| publication.bodies.get(key));
    let contact = |fact: &str| body?.contacts.iter().find(|contact| contact.id.value == fact);
    let own = record.own_facts.iter().filter(|(fact, part, said)| {
        !contact(fact).is_some_and(|contact| contact.says(*part, said))
    });
    let mut changed: Vec<&(String, FactPart, String)> = printed.chain(own).collect();
    changed.sort();
    changed.dedup();
    // What a telephone dials follows from its number.
    let phones: BTreeSet<&String> =
        changed.iter().filter(|it| it.1 == FactPart::Phone).map(|it| &it.0).collect();
    changed.retain(|(fact, part, _)| *part != FactPart::Dialled || !phones.contains(fact));
    let diagnostic = |(fact, part, said): &(String, FactPart, String)| {
        let part = part.as_str();
        Diagnostic::error(format!("`{fact}` says something else today: its {part} was `{said}`"))
            .hint("make the order again, as a correction if it was approved: `correction = 1`")
    };
    let changed = changed.into_iter().map(diagnostic);
    let names = |facts: &ShownFacts| -> BTreeSet<String> {
        facts.iter().map(|(fact, ..)| fact.clone()).collect()
    };
    let printed = record.run.printed.iter().flat_map(|printed| names(&printed.facts));
    let shared: BTreeSet<String> = printed.collect();
    let own = names(&record.own_facts).into_iter().chain(record.body.clone());
    let all = shared.into_iter().map(|fact| (None, fact)).chain(own.map(|fact| (body, fact)));
    let lapsed = all.filter_map(|(body, fact)| {
        let day = day?;
        let (verification, _) = verification_of(publication, body, &fact)?;
        let state = verification_state(&publication.people, verification, day);
        (state != FactState::Verified).then(|| {
            Diagnostic::error(format!("`{fact}` is not verified for {day}"))
                .hint("`feuillet facts` tells what is to be done: then make the order again")
        })
    });
    changed.chain(lapsed).collect()
}

/// An order whose copies carry what a contact of the body says no more. Only the house that ordered knows of it: the register
/// names no places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct RecalledOrder {
    /// The folder of the order, from the root of the project.
    pub(crate) order: String,
    /// The day on which it was approved for printing.
    pub(crate) approved: String,
    /// How many copies were printed, of all its editions together.
    pub(crate) copies: u64,
    /// The part of the contact.
    pub(crate) part: &'static str,
    /// What it said.
    pub(crate) was: String,
}

/// The records of the orders of a brochure that a project keeps, with the folder of each, by name.
#[must_use]
pub(crate) fn kept_orders(project: &Project, brochure: &str) -> Vec<(String, OrderRecord)> {
    let folder = project.root().join(ORDERS);
    let entries = fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> =
        names.filter_map(|name| name.strip_suffix(RECORD).map(str::to_owned)).collect();
    names.sort();
    // A record that can't be read is told when somebody does something with its order.
    let read = |name: String| {
        let record = OrderRecord::read(&folder.join(&name), &Report::new()).ok()??;
        (record.brochure == brochure).then(|| (format!("{ORDERS}/{name}"), record))
    };
    names.into_iter().filter_map(read).collect()
}

/// The orders that were approved for printing, and carry an old part of a body's contact; `only` is the part that is asked for.
#[must_use]
pub(crate) fn recall_orders(
    contact: &str,
    only: Option<FactPart>,
    orders: &[(String, OrderRecord)],
    publication: &Publication,
) -> Vec<RecalledOrder> {
    let mut found = Vec::new();
    for (order, record) in orders {
        let Some(approval) = &record.approval else { continue };
        let body = record.body.as_ref().and_then(|key| publication.bodies.get(key));
        let now = body.and_then(|body| body.contacts.iter().find(|own| own.id.value == contact));
        let is_old = |(name, part, said): &&(String, FactPart, String)| {
            name == contact
                && only.is_none_or(|only| only == *part)
                && !now.is_some_and(|now| now.says(*part, said))
        };
        let copies = record.run.printed.iter().map(|printed| u64::from(printed.copies)).sum();
        let old: Vec<_> = record.own_facts.iter().filter(is_old).collect();
        let has_old_number = old.iter().any(|(_, part, _)| *part == FactPart::Phone);
        let follows = |part: FactPart| has_old_number && part == FactPart::Dialled;
        for (_, part, was) in old.into_iter().filter(|(_, part, _)| !follows(*part)) {
            found.push(RecalledOrder {
                order: order.clone(),
                approved: approval.on.to_string(),
                copies,
                part: part.as_str(),
                was: was.clone(),
            });
        }
    }
    found
}
