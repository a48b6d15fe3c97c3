//! Compares what a release said with what the project says today: messages by language, facts, and where they show.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use time::Date;

use crate::language::Tag;
use crate::load::facts::FactPart;
use crate::load::releases::{KeptEdition, KeptFact, KeptRelease, KeptTexts};

/// What changed since a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Changes {
    /// The brochure.
    pub(crate) brochure: String,
    /// The release's version.
    pub(crate) since: String,
    /// Its day.
    #[serde(serialize_with = "written")]
    pub(crate) date: Date,
    /// The telephone numbers of then and today.
    #[serde(skip)]
    pub(crate) phones: BTreeSet<String>,
    /// The facts that changed, by name.
    pub(crate) facts: Vec<FactChange>,
    /// The languages, also those in which nothing changed.
    pub(crate) languages: Vec<LanguageChanges>,
}

/// What changed in a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FactChange {
    /// Its name.
    pub(crate) fact: String,
    /// The parts that say something else.
    pub(crate) parts: Vec<PartChange>,
    /// Where it shows today, or showed if it is gone: `short/fr`.
    pub(crate) shown: BTreeSet<String>,
}

/// What changed in a part of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct PartChange {
    /// The part: `phone`, or `name.fr` for a form in a language.
    pub(crate) part: String,
    /// What it said; `None` if there was no such part.
    pub(crate) was: Option<String>,
    /// What it says; `None` if there is none now.
    pub(crate) now: Option<String>,
}

/// What changed for the readers of a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct LanguageChanges {
    /// The language.
    pub(crate) language: Tag,
    /// Whether the release had an edition in it.
    pub(crate) was_there: bool,
    /// Whether there is one today.
    pub(crate) is_there: bool,
    /// The messages that were added, removed or changed.
    pub(crate) messages: Vec<MessageChange>,
}

/// What changed in a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct MessageChange {
    /// Its id.
    pub(crate) message: String,
    /// The text that was shown; `None` if it was not.
    pub(crate) was: Option<ShownText>,
    /// The text that is shown; `None` if it is not.
    pub(crate) now: Option<ShownText>,
    /// The editions that show it today, or showed it if it is gone.
    pub(crate) editions: BTreeSet<String>,
}

/// A text in the language in which readers are shown it, which is another where a translation is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ShownText {
    /// The language.
    pub(crate) language: Tag,
    /// The text, with its emphasis and links as markup.
    pub(crate) text: String,
}

fn written<S: serde::Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

/// Compares a release with what is said today, in these languages; none for all.
#[must_use]
pub(crate) fn changes(
    brochure: &str,
    then: &KeptRelease,
    now: &KeptRelease,
    only: &[Tag],
) -> Changes {
    let languages: BTreeSet<&Tag> = then.texts.keys().chain(now.texts.keys()).collect();
    let languages = languages.into_iter().filter(|tag| only.is_empty() || only.contains(tag));
    Changes {
        brochure: brochure.to_owned(),
        since: then.version.clone(),
        date: then.date,
        phones: [then, now].into_iter().flat_map(phones).collect(),
        facts: facts(then, now, only),
        languages: languages.map(|language| in_language(language, then, now)).collect(),
    }
}

/// The telephone numbers of a release.
fn phones(release: &KeptRelease) -> impl Iterator<Item = String> {
    release.facts.values().filter_map(|fact| fact.says.get(FactPart::Phone.as_str()).cloned())
}

fn facts(then: &KeptRelease, now: &KeptRelease, only: &[Tag]) -> Vec<FactChange> {
    let names: BTreeSet<&String> = then.facts.keys().chain(now.facts.keys()).collect();
    let nothing = KeptFact::default();
    let changed = names.into_iter().filter_map(|name| {
        let (was, is) = (then.facts.get(name), now.facts.get(name));
        let parts = fact_parts(was.unwrap_or(&nothing), is.unwrap_or(&nothing));
        if parts.is_empty() {
            return None;
        }
        let release = if is.is_some() { now } else { then };
        let shows = |edition: &&KeptEdition| {
            (only.is_empty() || only.contains(&edition.language))
                && edition.facts.iter().any(|(fact, _, _)| fact == name)
        };
        let shown = release.editions.iter().filter(shows);
        let shown = shown.map(|edition| format!("{}/{}", edition.edition, edition.language));
        Some(FactChange { fact: name.clone(), parts, shown: shown.collect() })
    });
    changed.collect()
}

/// What changed between two states of a fact, by part.
#[must_use]
pub(crate) fn fact_parts(was: &KeptFact, is: &KeptFact) -> Vec<PartChange> {
    let parts: BTreeSet<&String> = was.says.keys().chain(is.says.keys()).collect();
    let parts = parts.into_iter().filter_map(|part| {
        let (was, now) = (was.says.get(part), is.says.get(part));
        let part = part.clone();
        (was != now).then(|| PartChange { part, was: was.cloned(), now: now.cloned() })
    });
    let mut parts: Vec<PartChange> = parts.collect();
    // What a telephone dials follows from its number; alone it tells that the code of the country changed.
    if parts.iter().any(|change| change.part == FactPart::Phone.as_str()) {
        parts.retain(|change| change.part != FactPart::Dialled.as_str());
    }
    parts
}

fn in_language(language: &Tag, then: &KeptRelease, now: &KeptRelease) -> LanguageChanges {
    let was_there = then.texts.contains_key(language);
    let is_there = now.texts.contains_key(language);
    let (old, new) = (by_message(language, then), by_message(language, now));
    let ids: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let mut messages = Vec::new();
    for id in ids {
        let nothing = BTreeMap::new();
        let (was, is) = (old.get(id).unwrap_or(&nothing), new.get(id).unwrap_or(&nothing));
        let release = if is.is_empty() { then } else { now };
        let editions = release.editions.iter();
        let editions = editions
            .filter(|edition| edition.language == *language && edition.messages.contains(id));
        let editions: BTreeSet<String> = editions.map(|edition| edition.edition.clone()).collect();
        for (was, now) in pairs(language, was, is) {
            if was != now {
                let (message, editions) = (id.to_owned(), editions.clone());
                messages.push(MessageChange { message, was, now, editions });
            }
        }
    }
    LanguageChanges { language: language.clone(), was_there, is_there, messages }
}

/// The texts of each message, by the language that they are in.
fn by_message<'a>(
    language: &Tag,
    release: &'a KeptRelease,
) -> BTreeMap<&'a str, BTreeMap<&'a Tag, &'a str>> {
    static NOTHING: KeptTexts = BTreeMap::new();
    let mut messages: BTreeMap<&str, BTreeMap<&Tag, &str>> = BTreeMap::new();
    for ((own, id), text) in release.texts.get(language).unwrap_or(&NOTHING) {
        messages.entry(id).or_default().insert(own, text);
    }
    messages
}

/// The texts of a message that belong together: those in the same language, and what is shown now in place of a text in
/// another language.
fn pairs(
    language: &Tag,
    was: &BTreeMap<&Tag, &str>,
    now: &BTreeMap<&Tag, &str>,
) -> Vec<(Option<ShownText>, Option<ShownText>)> {
    let shown = |tag: &Tag, text: &str| ShownText { language: tag.clone(), text: text.to_owned() };
    let tags: BTreeSet<&Tag> = was.keys().chain(now.keys()).copied().collect();
    let mut pairs = Vec::new();
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for tag in tags {
        match (was.get(tag), now.get(tag)) {
            (Some(was), Some(now)) => pairs.push((Some(shown(tag, was)), Some(shown(tag, now)))),
            (Some(was), None) => gone.push(shown(tag, was)),
            (None, Some(now)) => come.push(shown(tag, now)),
            (None, None) => {}
        }
    }
    // A translation that came takes the place of the text that stood in for it.
    let own = |texts: &[ShownText]| texts.iter().any(|text| text.language == *language);
    let replaces = gone.len() == 1 && come.len() == 1 && (own(&gone) || own(&come));
    if replaces {
        pairs.push((gone.pop(), come.pop()));
    }
    pairs.extend(gone.into_iter().map(|text| (Some(text), None)));
    pairs.extend(come.into_iter().map(|text| (None, Some(text))));
    pairs
}
