//! Turns the catalogues of a brochure into what one translator gets: each text with its source, its comment and its state.

use std::collections::BTreeMap;

use fluent_syntax::ast;

use crate::exchange::notes::Notes;
use crate::exchange::sentences::{Variant, choices, flat, keys_in_ids};
use crate::exchange::unit_id::{Path, Step, UnitId};
use crate::exchange::variants::{Basis, Grammar, is_number};
use crate::exchange::{Document, Text, Unit, UnitState};
use crate::language::{Direction, Tag};
use crate::load::catalogue::{Catalogue, Entry};
use crate::load::ftl::Pattern;
use crate::load::{Publication, TextId};

/// The source texts that the translations of a language were made from, by id.
pub(crate) type MadeFrom = BTreeMap<TextId, Pattern>;

/// The units of one message.
fn units_of(
    grammar: &Grammar<'_>,
    notes: &Notes<'_>,
    (text, entry): (&TextId, &Entry),
    own: Option<&Entry>,
    (state, made_from): (UnitState, Option<&Pattern>),
) -> Vec<Unit> {
    let Some(source) = entry.pattern() else { return Vec::new() };
    let own = own.and_then(Entry::pattern);
    let previous = made_from.filter(|_| state == UnitState::Stale);
    // What a translation says without a choice needs no variants, unless the source has changed.
    let is_said = own.is_some() && state != UnitState::Stale;
    let texts = Texts { source: Some(&source), own: own.as_ref(), previous };
    let units = rows(grammar, texts, is_said).into_iter().map(|row| {
        let id = UnitId { text: text.clone(), path: row.path };
        let source = Text::of_flat(&row.source);
        let mut comment = notes.about(&id, entry, &source, grammar);
        comment.push(version_line(row.own.as_deref()));
        Unit {
            id: id.to_string(),
            comment: comment.join("\n"),
            room: Some(room(source.length())),
            source,
            previous_source: row.previous.as_deref().map(Text::of_flat),
            state: if row.own.is_none() { UnitState::Missing } else { state },
            target: row.own.as_deref().map(Text::of_flat),
        }
    });
    units.collect()
}

/// What a translation says today, by unit: without those that it does not have.
#[must_use]
pub(crate) fn unit_texts(
    publication: &Publication,
    language: &Tag,
    message: &TextId,
) -> BTreeMap<String, String> {
    let grammar = Grammar::new(publication, language);
    let entry = publication.catalogues.get(language).and_then(|own| own.texts.get(message));
    let own = entry.and_then(Entry::pattern);
    let source = publication.catalogues.get(&publication.brochure.source_language.value);
    let source = source.and_then(|source| source.texts.get(message)?.pattern());
    let texts = Texts { source: source.as_ref(), own: own.as_ref(), previous: None };
    let rows = rows(&grammar, texts, true).into_iter().filter_map(|row| {
        let id = UnitId { text: message.clone(), path: row.path };
        Some((id.to_string(), row.own?))
    });
    rows.collect()
}

/// What tells the variants of a message apart, by the id of a unit: `1 (one)`, `3, 4, … (few)`. `None` for a unit that is no
/// variant.
#[must_use]
pub(crate) fn label(publication: &Publication, language: &Tag, unit: &str) -> Option<String> {
    let id: UnitId = unit.parse().ok()?;
    let step = id.path.last()?;
    let (key, _) = step.plain_key();
    let grammar = Grammar::new(publication, language);
    let Basis::Number(count) = grammar.basis(&step.selector, [key]) else {
        return Some(key.to_owned());
    };
    if is_number(key) {
        return Some(key.to_owned());
    }
    let examples = grammar.examples(&step.selector, count, key);
    let end = if examples.len() > 2 { ", …" } else { "" };
    Some(match examples.is_empty() {
        true => key.to_owned(),
        false => format!("{}{end} ({key})", examples.join(", ")),
    })
}

/// The texts of a brochure for a language. `wanted` says which states are wanted.
pub(crate) fn document(
    publication: &Publication,
    language: &Tag,
    made_from: &MadeFrom,
    state: &dyn Fn(&TextId) -> UnitState,
    wanted: &dyn Fn(UnitState) -> bool,
) -> Document {
    let grammar = Grammar::new(publication, language);
    let target = publication.catalogues.get(language);
    let notes = Notes::new(publication);
    let mut units = Vec::new();
    for (text, entry) in source_entries(publication) {
        let state = state(&text);
        if wanted(state) {
            let own = target.and_then(|target| target.texts.get(&text));
            let previous = made_from.get(&text);
            units.extend(units_of(&grammar, &notes, (&text, entry), own, (state, previous)));
        }
    }
    let row = publication.languages.get(language);
    Document {
        brochure: publication.brochure.id.clone(),
        source_language: publication.brochure.source_language.value.clone(),
        language: language.clone(),
        is_right_to_left: row.is_some_and(|row| row.direction() == Direction::Rtl),
        units,
    }
}

/// The texts of the source language in the order of its files: first the brochure's own, then those that all brochures share.
pub(crate) fn source_entries(publication: &Publication) -> Vec<(TextId, &Entry)> {
    let source = publication.catalogues.get(&publication.brochure.source_language.value);
    source.map(entries).unwrap_or_default()
}

/// The texts of a catalogue in the order of its files.
pub(crate) fn entries(catalogue: &Catalogue) -> Vec<(TextId, &Entry)> {
    let messages = catalogue.texts.messages.iter().map(|(id, entry)| (id.clone(), entry));
    let terms = catalogue.texts.terms.iter();
    let terms = terms.filter_map(|(id, entry)| Some((format!("-{id}").parse().ok()?, entry)));
    let mut entries: Vec<(TextId, &Entry)> = messages.chain(terms).collect();
    entries.retain(|(_, entry)| entry.has_text);
    entries.sort_by_key(|(_, entry)| (entry.common, entry.span.range.start));
    entries
}

/// A sentence in each of its forms: as the source has it, the translation, and the source that this was made from.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'a> {
    /// Today's source; `None` where the source does not choose.
    pub(crate) source: Option<&'a Pattern>,
    /// The translation.
    pub(crate) own: Option<&'a Pattern>,
    /// The source that the translation was made from, if it was another one.
    pub(crate) previous: Option<&'a Pattern>,
}

/// A sentence of a message, or of one of its variants, in each of its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The variants that lead to it.
    pub(crate) path: Path,
    /// The source; that of the sentence around it where the source does not choose.
    pub(crate) source: String,
    /// The translation.
    pub(crate) own: Option<String>,
    /// The source that the translation was made from, if it was another one.
    pub(crate) previous: Option<String>,
}

/// The sentences of a message. `is_said` leaves out the choices that the source makes and the translation does not.
pub(crate) fn rows(grammar: &Grammar<'_>, texts: Texts<'_>, is_said: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    let source = texts.source.map(flat).unwrap_or_default();
    add_rows(grammar, texts, is_said, (&mut Vec::new(), &source), &mut rows);
    rows
}

fn add_rows(
    grammar: &Grammar<'_>,
    texts: Texts<'_>,
    is_said: bool,
    (path, source): (&mut Path, &str),
    rows: &mut Vec<Row>,
) {
    let previous = texts.previous.map(flat).filter(|previous| previous != source);
    let own = texts.own.map(flat);
    rows.push(Row { path: path.clone(), source: source.to_owned(), own, previous });
    let [of_source, of_own, of_previous] = [texts.source, texts.own, texts.previous]
        .map(|text| text.map(Choices::of).unwrap_or_default());
    // Choices of the translation, then those that only the source makes.
    let mut selectors: Vec<&String> = of_own.0.keys().collect();
    let further = of_source.0.keys().filter(|selector| !of_own.0.contains_key(*selector));
    selectors.extend(further.filter(|_| !is_said));
    for selector in selectors {
        let (source_keys, sources) = of_source.variants(selector);
        let (own_keys, owns) = of_own.variants(selector);
        let (previous_keys, previouses) = of_previous.variants(selector);
        let wanted = grammar.wanted(selector, &source_keys, &own_keys);
        let keys = source_keys.iter().chain(&own_keys).map(|variant| variant.key.as_str());
        let basis = grammar.basis(selector, keys);
        for (variant, key) in wanted.iter().zip(keys_in_ids(&wanted)) {
            let near = |keys: &[Variant]| grammar.nearest(basis, &variant.key, keys);
            let own = own_keys.iter().position(|own| own.key == variant.key);
            let texts = Texts {
                source: near(&source_keys).map(|at| &sources[at].value),
                own: own.map(|at| &owns[at].value),
                previous: near(&previous_keys).map(|at| &previouses[at].value),
            };
            let shown = texts.source.map_or_else(|| source.to_owned(), flat);
            path.push(Step { selector: selector.clone(), key });
            add_rows(grammar, texts, is_said, (path, &shown), rows);
            path.pop();
        }
    }
}

/// The choices of a sentence, by what they are by.
#[derive(Default)]
struct Choices<'a>(BTreeMap<String, &'a [ast::Variant<String>]>);

impl<'a> Choices<'a> {
    fn of(pattern: &'a Pattern) -> Choices<'a> {
        let choices = choices(pattern).into_iter();
        Choices(choices.map(|choice| (choice.selector, choice.variants)).collect())
    }

    /// The variants of a choice; none if there is no such choice.
    fn variants(&self, selector: &str) -> (Vec<Variant>, &'a [ast::Variant<String>]) {
        let variants = self.0.get(selector).copied().unwrap_or_default();
        (variants.iter().map(Variant::of).collect(), variants)
    }
}

/// How many characters there is room for, which holds while no panel of the source is fuller than three quarters, of which
/// `check` warns: then a translation may be a third longer. Short texts may be twice as long.
fn room(source: usize) -> usize {
    /// Texts shorter than this grow most.
    const SHORT: usize = 20;
    if source <= SHORT { source.max(5) * 2 } else { (source * 4).div_ceil(3).max(2 * SHORT) }
}

/// What begins the last line of a comment.
const VERSION: &str = "version ";

/// The last line of a comment: what the translation was when the file was made.
pub(crate) fn version_line(target: Option<&str>) -> String {
    format!("{VERSION}{}", version(target.unwrap_or_default()))
}

/// A short fingerprint of a translation as it is typed.
pub(crate) fn version(target: &str) -> String {
    let whole = crate::review::fingerprint(target);
    whole.split(':').next_back().unwrap_or_default().chars().take(8).collect()
}

/// What the translation was when the file was made, if a comment tells.
pub(crate) fn version_of(comment: &str) -> Option<&str> {
    let line = comment.lines().rev().find_map(|line| line.trim().strip_prefix(VERSION))?.trim();
    (line.len() == 8 && line.bytes().all(|c| c.is_ascii_hexdigit())).then_some(line)
}
