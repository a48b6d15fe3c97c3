//! Fills texts that nobody has translated from a memory, which keeps what was said and not where.
//!
//! What stands in a catalogue is never replaced: a translation of today's source in place of a stale one is offered, and
//! taken if somebody asks for it.

use std::collections::BTreeMap;

use icu_locale::{LanguageIdentifier, LocaleExpander};

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::exchange::import::{Choices, normal};
use crate::exchange::unit_id::UnitId;
use crate::exchange::{Document, Place, Returned, ReturnedUnit, Unit, UnitState};
use crate::language::Tag;

/// Texts in several languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Memory {
    /// Where the file begins.
    pub(crate) place: Place,
    /// The texts, in the order of the file.
    pub(crate) entries: Vec<MemoryEntry>,
}

/// A text in several languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MemoryEntry {
    /// Which text it is, if the memory says so.
    pub(crate) id: Option<String>,
    /// What is said in each language.
    pub(crate) texts: Vec<MemoryText>,
}

/// A text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MemoryText {
    /// The language.
    pub(crate) language: Tag,
    /// The text in the flat form.
    pub(crate) flat: String,
    /// Where it stands.
    pub(crate) place: Place,
}

impl MemoryEntry {
    /// The text in a language, or else in a variety of it: `en-US` for `en`, or `en` for `en-US`.
    fn text(&self, language: &Tag) -> Option<&MemoryText> {
        let exact = self.texts.iter().find(|text| text.language == *language);
        exact.or_else(|| self.texts.iter().find(|text| is_variety(&text.language, language)))
    }
}

/// Whether one language is a variety of the other; `pt-BR` and `pt-PT` are not, nor are `zh-Hans` and `zh-Hant`.
fn is_variety(one: &Tag, other: &Tag) -> bool {
    let parsed = |tag: &Tag| tag.as_str().parse::<LanguageIdentifier>();
    let (Ok(one), Ok(other)) = (parsed(one), parsed(other)) else { return false };
    let expander = LocaleExpander::new_extended();
    let script = |tag: &LanguageIdentifier| expander.get_likely_script(tag);
    one.language == other.language
        && (one.region == other.region || one.region.is_none() || other.region.is_none())
        && script(&one) == script(&other)
}

/// The translations of a source text: each with the id that the memory gives it.
type Known<'a> = BTreeMap<String, Vec<(Option<&'a str>, &'a MemoryText)>>;

impl Memory {
    /// What it has in both languages: with its id, the source and the translation.
    pub(crate) fn pairs<'a>(
        &'a self,
        source: &'a Tag,
        target: &'a Tag,
    ) -> impl Iterator<Item = (Option<&'a str>, &'a str, &'a str)> {
        self.entries.iter().filter_map(move |entry| {
            let (said, text) = (entry.text(source)?, entry.text(target)?);
            Some((entry.id.as_deref(), said.flat.as_str(), text.flat.as_str()))
        })
    }

    /// What the memory knows of the texts of a document that have no translation, and of stale ones that somebody asks for.
    ///
    /// # Errors
    ///
    /// Fails if it has no text in both languages.
    pub(crate) fn fill(
        &self,
        document: &Document,
        choices: &Choices,
        report: &Report,
    ) -> Result<Returned, Reported> {
        let (source, target) = (&document.source_language, &document.language);
        let mut known = Known::new();
        for entry in &self.entries {
            if let (Some(said), Some(text)) = (entry.text(source), entry.text(target))
                && !text.flat.trim().is_empty()
            {
                let said = known.entry(normal(&said.flat)).or_default();
                said.push((entry.id.as_deref(), text));
            }
        }
        if known.is_empty() {
            let message = format!("this memory has no text in both `{source}` and `{target}`");
            return Err(report.error(Diagnostic::error(message).at(self.place.span())));
        }
        let mut units = Vec::new();
        let messages = document.units.chunk_by(|one, other| message_of(one) == message_of(other));
        for message in messages {
            units.extend(fill_message(message, &known, choices, report));
        }
        Ok(Returned {
            brochure: Some(document.brochure.clone()),
            language: Some(target.clone()),
            source_language: Some(source.clone()),
            units,
        })
    }
}

/// The message that a unit is a part of.
fn message_of(unit: &Unit) -> &str {
    unit.id.split('[').next().unwrap_or_default()
}

/// The texts of a message that the memory fills; none if it does not know all that are missing, of which no message could be
/// made.
fn fill_message(
    message: &[Unit],
    known: &Known<'_>,
    choices: &Choices,
    report: &Report,
) -> Vec<ReturnedUnit> {
    let is_overwritten = |unit: &Unit| {
        let id: Option<UnitId> = unit.id.parse().ok();
        id.is_some_and(|id| choices.overwrite.contains(&id.text))
    };
    let mut filled = Vec::new();
    for unit in message {
        let is_missing = unit.target.is_none();
        let found = find(unit, known);
        match found {
            None if is_missing => return Vec::new(),
            Some(text) if is_missing || is_overwritten(unit) => filled.push(returned(unit, text)),
            Some(text) if unit.state == UnitState::Stale => {
                let own = unit.target.as_ref().map(|own| normal(&own.flat()));
                if own != Some(normal(&text.flat)) {
                    offer(unit, text, report);
                }
            }
            _ => {}
        }
    }
    filled
}

fn returned(unit: &Unit, text: &MemoryText) -> ReturnedUnit {
    ReturnedUnit {
        id: unit.id.clone(),
        source: Some(unit.source.flat()),
        target: text.flat.clone(),
        comment: unit.comment.clone(),
        place: text.place.clone(),
    }
}

/// Says that the memory has a translation of today's source, and the catalogue one of an older source.
fn offer(unit: &Unit, text: &MemoryText, report: &Report) {
    let id = message_of(unit);
    let own = unit.target.as_ref().map(crate::exchange::Text::flat).unwrap_or_default();
    report.add(
        Diagnostic::warning(format!(
            "the memory has a translation of what the source of `{}` says today, and the catalogue an older one",
            unit.id
        ))
        .at(text.place.span())
        .hint(format!("the catalogue says: {own}"))
        .hint(format!("take that of the memory with `--overwrite {id}`")),
    );
}

/// The translation of a unit: what the memory has under its id, or else what it has for the same source, if it knows one
/// translation of that alone. A form of a plural is found by its id alone: its source says nothing of the form.
fn find<'a>(unit: &Unit, known: &Known<'a>) -> Option<&'a MemoryText> {
    let found = known.get(&normal(&unit.source.flat()))?;
    let alone = |found: &[&'a MemoryText]| {
        let (first, rest) = found.split_first()?;
        let is_same = |text: &&MemoryText| normal(&text.flat) == normal(&first.flat);
        rest.iter().all(is_same).then_some(*first)
    };
    let own = found.iter().filter(|(id, _)| *id == Some(unit.id.as_str()));
    let own: Vec<&MemoryText> = own.map(|(_, text)| *text).collect();
    if !own.is_empty() || unit.id.contains('[') {
        return alone(&own);
    }
    let all: Vec<&MemoryText> = found.iter().map(|(_, text)| *text).collect();
    alone(&all)
}

#[cfg(test)]
mod tests;
