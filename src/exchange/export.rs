//! Turns the catalogues of a brochure into what one translator gets: each text with its source, its comment and its state.

use std::collections::BTreeMap;

use crate::exchange::notes::Notes;
use crate::exchange::sentences::{Choice, Variant, choices, flat, keys_in_ids};
use crate::exchange::unit_id::{Path, Step, UnitId};
use crate::exchange::variants::Grammar;
use crate::exchange::{Document, Text, Unit, UnitState};
use crate::language::{Direction, Tag};
use crate::load::catalogue::{Catalogue, Entry};
use crate::load::ftl::Pattern;
use crate::load::{Publication, TextId};

/// The source texts that the translations of a language were made from, by id.
pub(crate) type MadeFrom = BTreeMap<TextId, Pattern>;

/// The texts of a brochure for a language. `wanted` says which states are wanted.
pub(crate) fn document(
    publication: &Publication,
    language: &Tag,
    made_from: &MadeFrom,
    state: &dyn Fn(&TextId) -> UnitState,
    wanted: &dyn Fn(UnitState) -> bool,
) -> Document {
    let source_language = &publication.brochure.source_language.value;
    let grammar = Grammar::new(publication, language);
    let target = publication.catalogues.get(language);
    let notes = Notes::new(publication);
    let mut units = Vec::new();
    for (id, entry) in source_entries(publication) {
        let state = state(&id);
        let Some(source) = entry.pattern().filter(|_| wanted(state)) else { continue };
        let own = target.and_then(|target| target.texts.get(&id)).and_then(Entry::pattern);
        let previous = made_from.get(&id).filter(|_| state == UnitState::Stale);
        let mut writer =
            Writer { grammar: &grammar, notes: &notes, id: &id, entry, state, units: &mut units };
        let texts = Texts { source: Some(&source), own: own.as_ref(), previous };
        writer.sentence(&mut Vec::new(), texts, &flat(&source));
    }
    let row = publication.languages.get(language);
    Document {
        brochure: publication.brochure.id.clone(),
        source_language: source_language.clone(),
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
struct Texts<'a> {
    source: Option<&'a Pattern>,
    own: Option<&'a Pattern>,
    previous: Option<&'a Pattern>,
}

/// Writes the units of a message.
struct Writer<'a> {
    grammar: &'a Grammar<'a>,
    notes: &'a Notes<'a>,
    id: &'a TextId,
    entry: &'a Entry,
    state: UnitState,
    units: &'a mut Vec<Unit>,
}

impl Writer<'_> {
    /// Writes a sentence and its variants. `source` is the source text to show: that of the sentence around it where the
    /// source does not choose.
    fn sentence(&mut self, path: &mut Path, texts: Texts<'_>, source: &str) {
        let id = UnitId { text: self.id.clone(), path: path.clone() };
        let target = texts.own.map(flat);
        let previous = texts.previous.map(flat).filter(|previous| previous != source);
        let source_text = Text::of_flat(source);
        let mut comment = self.notes.about(&id, self.entry, &source_text, self.grammar);
        comment.push(version_line(target.as_deref()));
        self.units.push(Unit {
            id: id.to_string(),
            comment: comment.join("\n"),
            room: Some(room(source_text.length())),
            source: source_text,
            previous_source: previous.as_deref().map(Text::of_flat),
            state: if target.is_none() { UnitState::Missing } else { self.state },
            target: target.as_deref().map(Text::of_flat),
        });
        // Choices of the source, then those that only the translation makes.
        let of_source = texts.source.map(choices).unwrap_or_default();
        let of_own = texts.own.map(choices).unwrap_or_default();
        let of_previous = texts.previous.map(choices).unwrap_or_default();
        let mut selectors: Vec<&str> = Vec::new();
        // What a translation says without a choice needs no variants, unless the source has changed.
        let is_said = texts.own.is_some() && self.state != UnitState::Stale;
        for choice in of_own.iter().chain(of_source.iter().filter(|_| !is_said)) {
            if !selectors.contains(&choice.selector.as_str()) {
                selectors.push(&choice.selector);
            }
        }
        for selector in selectors {
            let variants = |choices: &[Choice<'_>]| {
                let found = choices.iter().find(|choice| choice.selector == selector);
                let ast = found.map(|found| found.variants).unwrap_or_default().to_vec();
                let keys: Vec<Variant> = ast.iter().map(Variant::of).collect();
                (ast, keys)
            };
            let (source_ast, source_keys) = variants(&of_source);
            let (own_ast, own_keys) = variants(&of_own);
            let (previous_ast, previous_keys) = variants(&of_previous);
            let wanted = self.grammar.wanted(selector, &source_keys, &own_keys);
            let basis = self.grammar.basis(
                selector,
                source_keys.iter().chain(&own_keys).map(|variant| variant.key.as_str()),
            );
            for (variant, key) in wanted.iter().zip(keys_in_ids(&wanted)) {
                let near = self.grammar.nearest(basis, &variant.key, &source_keys);
                let near_previous = self.grammar.nearest(basis, &variant.key, &previous_keys);
                let own = own_keys.iter().position(|own| own.key == variant.key);
                let texts = Texts {
                    source: near.map(|at| &source_ast[at].value),
                    own: own.map(|at| &own_ast[at].value),
                    previous: near_previous.map(|at| &previous_ast[at].value),
                };
                let shown = texts.source.map_or_else(|| source.to_owned(), flat);
                path.push(Step { selector: selector.to_owned(), key });
                self.sentence(path, texts, &shown);
                path.pop();
            }
        }
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
