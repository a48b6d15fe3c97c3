//! Tells which languages of a brochure are not published as they are today, and why: a line for each.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use crate::diagnostic::{Diagnostic, count, list};
use crate::language::Tag;
use crate::publish::entry::{Entry, State};
use crate::publish::truths::mark;
use crate::review::{EditionState, ReasonKind};

/// What is not published of this release.
#[derive(Default)]
pub(super) struct HeldBack {
    /// Languages whose words of the site nobody has approved.
    pub(super) words: BTreeSet<Tag>,
    /// The others, by the id of the brochure and the language.
    languages: BTreeMap<(String, Tag), Held>,
}

/// What is not published on the sites of bodies that have something else of their own.
#[derive(Default)]
pub(super) struct HeldFromBodies {
    /// By the id of the brochure and the language: the keys of the bodies, and what is held back from them.
    languages: BTreeMap<(String, Tag), (Vec<String>, Held)>,
}

/// What is not published in a language.
#[derive(Default)]
struct Held {
    editions: Vec<String>,
    /// How many texts and facts stand in the way, by what is wrong with them.
    reasons: BTreeMap<ReasonKind, BTreeSet<String>>,
    /// Facts that were to be reviewed before.
    overdue: BTreeSet<(String, Date)>,
}

impl HeldBack {
    /// Notes that an edition is a draft.
    pub(super) fn draft(&mut self, id: &str, edition: &str, tag: &Tag, state: &EditionState) {
        let held = self.held(id, edition, tag);
        for reason in state.reasons() {
            held.reasons.entry(reason.kind).or_default().insert(reason.subject.clone());
        }
    }

    /// Notes that an edition is approved, and shows facts that were to be reviewed before.
    pub(super) fn overdue(
        &mut self,
        id: &str,
        edition: &str,
        tag: &Tag,
        facts: BTreeSet<(String, Date)>,
    ) {
        self.held(id, edition, tag).overdue.extend(facts);
    }

    fn held(&mut self, id: &str, edition: &str, tag: &Tag) -> &mut Held {
        let held = self.languages.entry((id.to_owned(), tag.clone())).or_default();
        held.editions.push(edition.to_owned());
        held
    }

    /// Says it, given what is on the site now.
    pub(super) fn told(&self, entries: &[Entry]) -> Vec<Diagnostic> {
        let told = self.languages.iter().map(|((id, tag), held)| {
            let mark = mark(id);
            let old = entries.iter().find(|entry| {
                let is_own = entry.brochure == mark && entry.language == *tag;
                is_own && entry.state == State::Approved && held.editions.contains(&entry.edition)
            });
            held.told(id, tag, old.map(|entry| entry.version.as_str()))
        });
        told.collect()
    }
}

impl HeldFromBodies {
    /// Adds what is held back from the site of a body.
    pub(super) fn add(&mut self, key: &str, held: HeldBack) {
        for (place, own) in held.languages {
            let (keys, all) = self.languages.entry(place).or_default();
            keys.push(key.to_owned());
            all.editions.extend(own.editions);
            all.editions.sort();
            all.editions.dedup();
            for (kind, subjects) in own.reasons {
                all.reasons.entry(kind).or_default().extend(subjects);
            }
            all.overdue.extend(own.overdue);
        }
    }

    /// Says it, in a line for each brochure and language.
    pub(super) fn told(&self) -> Vec<Diagnostic> {
        let told = self.languages.iter().map(|((id, tag), (keys, held))| {
            let first = keys.first().map_or("", String::as_str);
            let whose = match keys.len() {
                1 => format!("the site of `{first}`"),
                number => format!("the sites of `{first}` and {} more", number - 1),
            };
            let editions = list(&held.editions);
            let verb = if held.editions.len() == 1 { "is" } else { "are" };
            held.with_reasons(
                format!("`{id}` in `{tag}`: {editions} {verb} left out on {whose}"),
                tag,
            )
        });
        told.collect()
    }
}

impl Held {
    fn told(&self, id: &str, tag: &Tag, old: Option<&str>) -> Diagnostic {
        let editions = list(&self.editions);
        let is_one = self.editions.len() == 1;
        let what = match old {
            Some(version) => format!(
                "`{id}` in `{tag}`: {editions} {} as published in version {version}, what is new is not published",
                if is_one { "stays" } else { "stay" }
            ),
            None => {
                format!(
                    "`{id}` in `{tag}`: {editions} {} left out",
                    if is_one { "is" } else { "are" }
                )
            }
        };
        self.with_reasons(what, tag)
    }

    /// Says what is left out, with why and what to do next.
    fn with_reasons(&self, what: String, tag: &Tag) -> Diagnostic {
        let mut reasons: Vec<String> = self
            .reasons
            .iter()
            .map(|(kind, subjects)| format!("{} {}", subjects.len(), kind.as_str()))
            .collect();
        if !self.overdue.is_empty() {
            reasons.push(format!("{} past its review", count(self.overdue.len(), "fact")));
        }
        let reasons =
            if reasons.is_empty() { String::new() } else { format!(" ({})", reasons.join(", ")) };
        let mut told = Diagnostic::warning(what + &reasons);
        if !self.reasons.is_empty() {
            told = told.hint(format!(
                "next: `feuillet translations status --lang {tag}` lists what is to be signed, `feuillet facts` what is to be verified"
            ));
        }
        if let Some((fact, day)) = self.overdue.first() {
            told = told.hint(format!(
                "next: ask the source of the fact `{fact}`, which was to be reviewed by {day}, then `feuillet facts verify {fact} --by WHO`"
            ));
        }
        told
    }
}
