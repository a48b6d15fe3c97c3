//! Turns the texts of a language into what the page shows of each message: its source, what changed in it, its fields, its state,
//! what checks found.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::difference::{Change, changes};
use crate::driver::LoadedBrochure;
use crate::exchange::export::{MadeFrom, document, label, version};
use crate::exchange::import::normal;
use crate::exchange::state::state;
use crate::exchange::{Piece, Text, Unit, UnitState};
use crate::language::Tag;
use crate::load::facts::{ContactPart, Content};
use crate::load::{Publication, TextId};
use crate::preview::drafts::message_of;
use crate::preview::sentences::Sentences;
use crate::preview::wire::{
    FactRow, FindingRow, MessageRow, PieceRow, RemarkRow, SectionRow, UnitRow,
};
use crate::review::MessageState;

/// What begins the last line of a unit's comment, which is for imports.
const VERSION: &str = "version ";

/// The messages of a language, in the order of the source, as they are for everybody.
pub(super) fn rows(
    loaded: &LoadedBrochure,
    language: &Tag,
    made_from: &MadeFrom,
    pages: &BTreeMap<String, BTreeSet<usize>>,
    is_shown: &BTreeSet<Cow<'_, str>>,
) -> Vec<MessageRow> {
    let LoadedBrochure { publication, states } = loaded;
    let shown = facts(publication, language);
    let shown: BTreeMap<&str, &str> =
        shown.iter().map(|fact| (fact.name.as_str(), fact.value.as_str())).collect();
    let state = |id: &TextId| state(publication, states, language, id);
    let document = document(publication, language, made_from, &state, &|_| true);
    let legal = publication.brochure.legal_messages();
    let mut findings: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for found in states.findings().iter().filter(|found| found.language == *language) {
        findings.entry(found.message.as_str()).or_default().push(&found.diagnostic);
    }
    let mut rows = Vec::new();
    let messages =
        document.units.chunk_by(|one, other| message_of(&one.id) == message_of(&other.id));
    for units in messages {
        let Some(first) = units.first() else { continue };
        let Ok(id) = message_of(&first.id).parse::<TextId>() else { continue };
        let source = publication.catalogues.get(&publication.brochure.source_language.value);
        let is_common = source.and_then(|own| own.texts.get(&id)).is_some_and(|own| own.common);
        let message_state = states.get(language, &id);
        let found = findings.get(id.as_str()).into_iter().flatten();
        let remarks = publication.remarks.get(language).into_iter().flatten();
        let own_pages = pages.get(id.as_str()).into_iter().flatten().copied().collect();
        rows.push(MessageRow {
            editable: !is_common,
            why: is_common.then_some("common"),
            state: state_name(&id, message_state, first.state),
            legal: legal.contains(&id),
            comment: comment(first),
            units: units.iter().map(|unit| unit_row(publication, language, unit, &shown)).collect(),
            remarks: remarks
                .filter(|remark| remark.message == id)
                .map(|remark| RemarkRow {
                    id: remark.id.clone(),
                    by: remark.by.clone(),
                    on: remark.on.to_string(),
                    text: remark.text.clone(),
                })
                .collect(),
            findings: found.map(|found| finding(found, &units_of(units))).collect(),
            on_page: is_shown.contains(id.as_str()),
            pages: own_pages,
            can: Vec::new(),
            cannot: None,
            fallback: (message_state == MessageState::Missing)
                .then(|| fallback(publication, language, &id))
                .flatten(),
            others: Vec::new(),
            id: id.to_string(),
        });
    }
    rows.extend(fact_rows(&shown, pages));
    rows
}

/// The language in which a message is shown that has no translation.
fn fallback(publication: &Publication, language: &Tag, id: &TextId) -> Option<String> {
    let has = |tag: &&Tag| {
        let catalogue = publication.catalogues.get(tag);
        catalogue.and_then(|own| own.texts.get(id)).is_some_and(|entry| entry.has_text)
    };
    let chain = publication.fallback_chain(language);
    chain.iter().skip(1).find(has).map(ToString::to_string)
}

/// Facts stand on pages too, and can't be changed there.
fn fact_rows(
    shown: &BTreeMap<&str, &str>,
    pages: &BTreeMap<String, BTreeSet<usize>>,
) -> Vec<MessageRow> {
    let names = pages.keys().filter_map(|name| {
        let value = shown.get(name.as_str()).copied();
        let parts = || shown.keys().any(|own| own.starts_with(&format!("{name}-")));
        (value.is_some() || parts()).then(|| (name, value.unwrap_or_default()))
    });
    let row = |(name, value): (&String, &str)| MessageRow {
        id: name.clone(),
        editable: false,
        why: Some("fact"),
        state: "approved",
        legal: false,
        comment: String::new(),
        units: vec![UnitRow {
            id: name.clone(),
            label: None,
            source: Vec::new(),
            previous: None,
            change: None,
            text: value.to_owned(),
            unsaved: None,
            base: String::new(),
            room: None,
            wanted: false,
        }],
        remarks: Vec::new(),
        findings: Vec::new(),
        on_page: true,
        pages: pages.get(name).into_iter().flatten().copied().collect(),
        can: Vec::new(),
        cannot: None,
        fallback: None,
        others: Vec::new(),
    };
    names.map(row).collect()
}

/// The name of a state for the page.
fn state_name(id: &TextId, message: MessageState, unit: UnitState) -> &'static str {
    if id.starts_with('-') {
        return match unit {
            UnitState::Missing => "missing",
            UnitState::Stale => "stale",
            _ => "draft",
        };
    }
    match message {
        MessageState::Missing => "missing",
        MessageState::Stale => "stale",
        MessageState::Draft => "draft",
        MessageState::Reviewed
        | MessageState::ResolvesOtherwise
        | MessageState::LegalNotSigned
        | MessageState::SourceNotApproved => "reviewed",
        MessageState::Approved => "approved",
    }
}

/// The comment of a message without the line that is for imports.
fn comment(unit: &Unit) -> String {
    let lines = unit.comment.lines().filter(|line| !line.starts_with(VERSION));
    lines.collect::<Vec<_>>().join("\n")
}

fn unit_row(
    publication: &Publication,
    language: &Tag,
    unit: &Unit,
    shown: &BTreeMap<&str, &str>,
) -> UnitRow {
    let text = unit.target.as_ref().map(Text::flat).unwrap_or_default();
    let previous = unit.previous_source.as_ref();
    let change = previous.map(|previous| {
        let words = changes(&previous.flat(), &unit.source.flat()).into_iter();
        words.map(|words| (change_name(words.change), words.text)).collect()
    });
    UnitRow {
        label: label(publication, language, &unit.id),
        source: pieces(&unit.source, shown),
        previous: previous.map(|previous| pieces(previous, shown)),
        change,
        base: version(&normal(&text)),
        room: unit.room.map(|room| room_left(room, &text)),
        wanted: true,
        unsaved: None,
        text,
        id: unit.id.clone(),
    }
}

fn change_name(change: Change) -> &'static str {
    match change {
        Change::Kept => "same",
        Change::Removed => "removed",
        Change::Added => "added",
    }
}

fn pieces(text: &Text, shown: &BTreeMap<&str, &str>) -> Vec<PieceRow> {
    let pieces = text.pieces.iter().map(|piece| {
        let (kind, text) = match piece {
            Piece::Words(text) => ("words", text),
            Piece::Code(text) => ("code", text),
            Piece::Open(text) => ("open", text),
            Piece::Close(text) => ("close", text),
        };
        let name = text.trim_matches(['{', '}', ' ']).strip_prefix('$');
        let shown = name.and_then(|name| shown.get(name)).map(|value| (*value).to_owned());
        PieceRow { kind, text: text.clone(), shown }
    });
    pieces.collect()
}

/// How many characters of a text are read as they stand, against how many there is room for.
pub(super) fn room_left(room: usize, text: &str) -> i64 {
    let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    count(room) - count(Text::of_flat(text).length())
}

/// The texts of units, by id.
fn units_of(units: &[Unit]) -> Vec<(String, String)> {
    let text = |unit: &Unit| unit.target.as_ref().map(Text::flat).unwrap_or_default();
    units.iter().map(|unit| (unit.id.clone(), text(unit))).collect()
}

/// What a check found, with where it stands in the text of a field, if that can be told.
pub(super) fn finding(found: &Diagnostic, units: &[(String, String)]) -> FindingRow {
    let words = found.span.as_ref().and_then(|span| span.file.text.get(span.range.clone()));
    let place = words.filter(|words| !words.is_empty() && words.len() < 400).and_then(|words| {
        units.iter().find_map(|(unit, text)| {
            let at = text.find(words)?;
            Some((unit.clone(), utf16(text, at..at + words.len())))
        })
    });
    let alone = || units.first().filter(|_| units.len() == 1).map(|(unit, _)| unit.clone());
    FindingRow {
        level: match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        rule: found.code.as_deref().unwrap_or("text").to_owned(),
        text: Sentences::one(&found.message),
        // What a comment in the file would accept is nothing for those who never see the file.
        help: found
            .hints
            .iter()
            .find(|hint| !hint.contains("# accept "))
            .map(|hint| Sentences::one(hint)),
        start: place.as_ref().map(|(_, range)| range.start),
        end: place.as_ref().map(|(_, range)| range.end),
        unit: place.map(|(unit, _)| unit).or_else(alone),
    }
}

/// A range of bytes in the units of UTF-16.
fn utf16(text: &str, range: Range<usize>) -> Range<usize> {
    let length = |part: &str| part.encode_utf16().count();
    let start = length(&text[..range.start]);
    start..start + length(&text[range])
}

/// What each fact says in a language.
pub(super) fn facts(publication: &Publication, language: &Tag) -> Vec<FactRow> {
    let facts = &publication.facts;
    let said = |name: &str| {
        if let Some(value) = facts.values.get(name) {
            return Some(match &value.content {
                Content::Number(number) => number.to_string(),
                Content::Date(date) => date.to_string(),
                Content::Phone(phone) => phone.as_str().to_owned(),
                Content::Text(forms)
                | Content::Site(forms)
                | Content::Email(forms)
                | Content::Address(forms) => forms.form_for(language).as_str().to_owned(),
            });
        }
        let (contact, part) = facts.contact_part(name)?;
        let forms = match part {
            ContactPart::Phone => return Some(contact.phone.as_ref()?.as_str().to_owned()),
            ContactPart::Name => contact.name.as_ref(),
            ContactPart::Site => contact.site.as_ref(),
            ContactPart::Email => contact.email.as_ref(),
            ContactPart::Address => contact.address.as_ref(),
        };
        Some(forms?.form_for(language).as_str().to_owned())
    };
    let names = facts.variables().into_iter();
    names.filter_map(|name| Some(FactRow { value: said(&name)?, name })).collect()
}

/// The sections of a brochure that have texts of their own, each message once.
pub(super) fn sections(publication: &Publication) -> Vec<SectionRow> {
    let brochure = &publication.brochure;
    let source = publication.catalogues.get(&brochure.source_language.value);
    let said = |id: &TextId| {
        let entry = source?.texts.get(id)?;
        Some(crate::load::ftl::typed(&entry.pattern()?))
    };
    let mut seen = BTreeSet::new();
    let mut sections = Vec::new();
    for section in &brochure.sections {
        let messages = section.messages().into_iter().map(|id| id.value.to_string());
        let messages: Vec<String> = messages.filter(|id| seen.insert(id.clone())).collect();
        if messages.is_empty() {
            continue;
        }
        let title = section.title.as_ref().and_then(|title| said(&title.value));
        let id = section.id.value.clone();
        sections.push(SectionRow { title: title.unwrap_or_else(|| id.clone()), id, messages });
    }
    sections
}
