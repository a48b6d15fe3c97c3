//! Tells whether what was published is still true: of each brochure of the project, whether it is published now or not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use time::Date;

use crate::artifact::files::sha256;
use crate::load::facts::{FACT_PARTS, Verification};
use crate::load::{Body, Publication};
use crate::publish::entry::Entry;
use crate::publish::known::Known;
use crate::publish::owner::Owner;
use crate::publish::register::Remembered;
use crate::publish::said::{has_part, is_about, said};

/// How many figures stand for a brochure.
const FIGURES: usize = 16;

/// What stands for a brochure on a site: it stays when the brochure is renamed for readers, and is not its id.
pub(super) fn mark(id: &str) -> String {
    let mut figures = sha256(format!("brochure\n{id}").as_bytes());
    figures.truncate(FIGURES);
    figures
}

/// Why something must not be online any more.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// A part of a fact says something else, or nothing; what it said is known if a release kept it.
    Changed { fact: String, part: String, was: Option<String>, now: Option<String> },
    /// A fact was to be reviewed by a day that has passed.
    Overdue { fact: String, review_by: Date, body: Option<String> },
    /// A fact has changed of which nothing else is known.
    Unknown,
    /// The brochure withdraws this version.
    Version(String),
    /// The project has no such brochure; what it was called is known.
    NoBrochure(String),
    /// The project has no such body.
    NoBody,
}

/// Whether something may stay online.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is true.
    True,
    /// It is not.
    Outdated(BTreeSet<Why>),
    /// Nobody can tell: the facts can't be read.
    Doubtful,
}

/// What is true on the site of the brochures, or on that of a body.
pub(super) struct Truths<'a> {
    owner: Owner<'a>,
    brochures: Vec<Truth<'a>>,
    as_of: Date,
    /// What the contacts of bodies said before, as the house remembers it.
    remembered: Arc<Remembered>,
}

/// What is true of a brochure.
struct Truth<'a> {
    known: &'a Known,
    mark: String,
    /// What may be said today, as checksums; `None` if the facts can't be read.
    says: Option<BTreeSet<String>>,
    /// What is said of facts that were to be reviewed before.
    overdue: BTreeMap<String, (String, Date)>,
}

impl<'a> Truths<'a> {
    /// What is true on a day, of all brochures of the project.
    pub(super) fn new(known: &'a [Known], owner: Owner<'a>, as_of: Date) -> Truths<'a> {
        let brochures = known.iter().map(|known| Truth::new(known, owner.body(), as_of));
        Truths { owner, brochures: brochures.collect(), as_of, remembered: Arc::default() }
    }

    /// The same, with what the contacts of bodies said before.
    pub(super) fn remembering(self, remembered: &Arc<Remembered>) -> Truths<'a> {
        Truths { remembered: Arc::clone(remembered), ..self }
    }

    /// Whether a file may stay online.
    pub(super) fn verdict(&self, entry: &Entry) -> Verdict {
        if matches!(self.owner, Owner::Gone) {
            return Verdict::Outdated([Why::NoBody].into());
        }
        let Some(truth) = self.of(entry) else {
            return Verdict::Outdated([Why::NoBrochure(entry.name.clone())].into());
        };
        if truth.withdraws(&entry.version) {
            return Verdict::Outdated([Why::Version(entry.version.clone())].into());
        }
        let Some(says) = &truth.says else { return Verdict::Doubtful };
        let old = entry.says.iter().filter(|said| !is_said(said, says));
        let was = |said: &String| self.remembered.get(said).cloned();
        let whys: BTreeSet<Why> =
            old.map(|said| truth.why(said, was(said), entry, self.owner)).collect();
        if whys.is_empty() { Verdict::True } else { Verdict::Outdated(whys) }
    }

    /// The facts that a new file shows and that were to be reviewed before the day.
    pub(super) fn overdue(&self, entry: &BTreeSet<String>, id: &str) -> BTreeSet<(String, Date)> {
        let truth = self.brochures.iter().find(|truth| truth.known.id == id);
        let overdue = truth.map(|truth| &truth.overdue);
        entry.iter().filter_map(|said| overdue?.get(said).cloned()).collect()
    }

    /// The facts that files show and that must be reviewed within so many days, by the brochure's id.
    pub(super) fn due<'e>(
        &self,
        entries: impl Iterator<Item = &'e Entry>,
        days: i64,
    ) -> BTreeSet<(Date, String)> {
        let shown: BTreeSet<&String> = entries.flat_map(|entry| &entry.says).collect();
        let last = self.as_of.checked_add(time::Duration::days(days)).unwrap_or(Date::MAX);
        let mut due = BTreeSet::new();
        for publication in self.brochures.iter().filter_map(|truth| truth.known.publication()) {
            for (fact, parts, verification) in facts(publication, self.owner.body()) {
                let is_due = (self.as_of..=last).contains(&verification.review_by);
                let mut sums = parts.iter().map(|(part, text)| said(fact, part, text));
                if is_due && sums.any(|sum| shown.contains(&sum)) {
                    due.insert((verification.review_by, fact.to_owned()));
                }
            }
        }
        due
    }

    /// Whether the project has the brochure of a file.
    pub(super) fn knows(&self, entry: &Entry) -> bool {
        self.of(entry).is_some()
    }

    /// The brochure of a file: by what stands for it, or by its public name where an earlier version of the program wrote none.
    fn of(&self, entry: &Entry) -> Option<&Truth<'a>> {
        self.brochures.iter().find(|truth| match entry.brochure.as_str() {
            "" => truth.known.public_name() == Some(&entry.name),
            mark => truth.mark == mark,
        })
    }
}

impl<'a> Truth<'a> {
    fn new(known: &'a Known, body: Option<&'a Body>, as_of: Date) -> Truth<'a> {
        let mark = mark(&known.id);
        let mut truth = Truth { known, mark, says: None, overdue: BTreeMap::new() };
        let Some(publication) = known.publication() else { return truth };
        let mut says = BTreeSet::new();
        for (fact, parts, verification) in facts(publication, body) {
            let sums = parts.iter().map(|(part, text)| said(fact, part, text));
            if verification.review_by < as_of {
                let overdue = sums.map(|sum| (sum, (fact.to_owned(), verification.review_by)));
                truth.overdue.extend(overdue);
            } else {
                says.extend(sums);
            }
        }
        truth.says = Some(says).filter(|_| known.can_tell(body));
        truth
    }

    fn withdraws(&self, version: &String) -> bool {
        let brochure = self.known.publication().map(|publication| &publication.brochure);
        brochure.is_some_and(|brochure| brochure.publish.withdrawn.contains(version))
    }

    /// Why something that a file says is not true; `was` is what it says, if the house remembers it.
    fn why(&self, old: &str, was: Option<String>, entry: &Entry, owner: Owner<'_>) -> Why {
        let body = owner.body();
        if let Some((fact, review_by)) = self.overdue.get(old) {
            let contacts = body.into_iter().flat_map(|body| &body.contacts);
            let is_of_body = contacts.map(|contact| &contact.id.value).any(|id| id == fact);
            let body = body.filter(|_| is_of_body).map(|body| body.key().to_owned());
            return Why::Overdue { fact: fact.clone(), review_by: *review_by, body };
        }
        let kept = self.known.releases.iter().flat_map(|release| &release.facts);
        let kept = kept.flat_map(|(fact, kept)| kept.says.iter().map(move |it| (fact, it)));
        let mut kept = kept.filter(|(fact, (part, text))| said(fact, plain(part), text) == old);
        if let Some((fact, (part, was))) = kept.next() {
            let (part, was) = (plain(part).to_owned(), Some(was.clone()));
            let now = self.now(fact, &part, entry, body);
            return Why::Changed { fact: fact.clone(), part, was, now };
        }
        let publication = self.known.publication();
        let mut named = publication.into_iter().flat_map(|publication| facts(publication, body));
        let found = named.find_map(|(fact, ..)| {
            let mut parts = FACT_PARTS.iter().map(|(part, _)| *part);
            Some((fact, parts.find(|part| is_about(old, fact, part))?))
        });
        match found {
            Some((fact, part)) => {
                let now = self.now(fact, part, entry, body);
                let (fact, part) = (fact.to_owned(), part.to_owned());
                Why::Changed { fact, part, was, now }
            }
            None => Why::Unknown,
        }
    }

    /// What a part of a fact says today to the readers of a file.
    fn now(&self, fact: &str, part: &str, entry: &Entry, body: Option<&Body>) -> Option<String> {
        let (_, part) = FACT_PARTS.iter().find(|(name, _)| *name == part)?;
        let mut contacts = body.into_iter().flat_map(|body| &body.contacts);
        match contacts.find(|contact| contact.id.value == fact) {
            Some(contact) => contact.part_for(*part, &entry.language),
            None => self.known.publication()?.facts.part_for(fact, *part, &entry.language),
        }
    }
}

impl Known {
    fn publication(&self) -> Option<&Publication> {
        self.loaded.as_ref().map(|loaded| &loaded.publication)
    }

    fn public_name(&self) -> Option<&String> {
        Some(&self.publication()?.brochure.public_name.value)
    }

    /// Whether what is true can be told: the facts were read without a fault, and the file of the body too.
    fn can_tell(&self, body: Option<&Body>) -> bool {
        let is_faulty = |body: &Body| {
            self.faulty_bodies.as_ref().is_none_or(|keys| keys.iter().any(|key| key == body.key()))
        };
        self.has_sound_facts && !body.is_some_and(is_faulty)
    }
}

/// The facts of a brochure and the contacts of a body: their names, what each part says in each of its forms, who verified them.
fn facts<'a>(
    publication: &'a Publication,
    body: Option<&'a Body>,
) -> impl Iterator<Item = (&'a str, Vec<(String, String)>, &'a Verification)> {
    let facts = &publication.facts;
    let own = facts.names().filter_map(|name| {
        let name = name.as_str();
        Some((name, facts.parts(name), facts.verification(name)?))
    });
    let contacts = body.into_iter().flat_map(|body| &body.contacts);
    let contacts =
        contacts.map(|contact| (contact.id.as_str(), contact.parts(), &contact.verification));
    own.chain(contacts).map(|(name, parts, verification)| {
        let parts = parts.into_iter().map(|(part, text)| (plain(&part).to_owned(), text));
        (name, parts.collect(), verification)
    })
}

/// Whether something is among what may be said. An earlier version of the program wrote no figures of the part before it.
fn is_said(said: &String, says: &BTreeSet<String>) -> bool {
    says.contains(said) || (!has_part(said) && says.iter().any(|now| now.ends_with(said.as_str())))
}

/// The name of a part without that of a language: a form in French is `name.fr`.
fn plain(part: &str) -> &str {
    part.split('.').next().unwrap_or_default()
}
