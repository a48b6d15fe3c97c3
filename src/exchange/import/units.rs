//! Finds the message of each text that came back, and reports those that belong to none.

use std::collections::BTreeMap;

use crate::diagnostic::characters::{RESERVED, name};
use crate::diagnostic::{Diagnostic, Report, Span};
use crate::exchange::export::source_entries;
use crate::exchange::import::{ChangedText, Choices};
use crate::exchange::sentences::{choice_of, code_of};
use crate::exchange::text::with_straight_quotes;
use crate::exchange::unit_id::{Path, Step, UnitId};
use crate::exchange::{Piece, Returned, ReturnedUnit, Text};
use crate::load::catalogue::Entry;
use crate::load::ftl::{parse_pattern, typed};
use crate::load::{Publication, TextId};

/// The messages of a file, in the order of the source.
pub(super) struct Plan<'a> {
    pub(super) messages: Vec<PlannedMessage<'a>>,
}

/// A message of a file.
pub(super) struct PlannedMessage<'a> {
    pub(super) id: TextId,
    /// The message of the source.
    pub(super) entry: &'a Entry,
    /// Its texts, in the order of the file.
    pub(super) units: Vec<PlannedUnit<'a>>,
}

/// A text of a message.
pub(super) struct PlannedUnit<'a> {
    /// The variants that lead to it.
    pub(super) path: Path,
    /// What the file says.
    pub(super) unit: &'a ReturnedUnit,
    /// The translation in the form in which texts are compared; empty if there is none.
    pub(super) target: String,
}

impl PlannedMessage<'_> {
    /// The text at the end of a path.
    pub(super) fn unit(&self, path: &[Step]) -> Option<&PlannedUnit<'_>> {
        self.units.iter().find(|unit| plain(&unit.path) == plain(path))
    }

    /// Where to show what is wrong with the text at the end of a path: there, or else at the message.
    pub(super) fn place(&self, path: &[Step]) -> Option<&Span> {
        let unit = self.unit(path).or_else(|| self.unit(&[])).or_else(|| self.units.first());
        unit.map(|unit| unit.unit.place.span())
    }
}

impl Plan<'_> {
    /// Where the changed messages stand in the file: for each the text in which it is most likely that something is wrong.
    pub(super) fn places(&self, changed: &[ChangedText]) -> BTreeMap<TextId, Span> {
        let is_changed = |id: &TextId| changed.iter().any(|text| text.id == *id);
        let messages = self.messages.iter().filter(|message| is_changed(&message.id));
        let place = |message: &PlannedMessage<'_>| {
            let codes = |flat: &str| {
                let pieces = Text::of_flat(&normal(flat)).pieces.into_iter();
                let mut codes: Vec<String> = pieces
                    .filter_map(|piece| match piece {
                        Piece::Words(_) => None,
                        Piece::Code(code) | Piece::Open(code) | Piece::Close(code) => Some(code),
                    })
                    .collect();
                codes.sort();
                codes
            };
            let differs = |unit: &&PlannedUnit<'_>| {
                let source = unit.unit.source.as_deref().unwrap_or_default();
                !unit.target.is_empty() && codes(&unit.target) != codes(source)
            };
            let unit = message.units.iter().find(differs).or_else(|| message.units.first())?;
            Some((message.id.clone(), unit.unit.place.span().clone()))
        };
        messages.filter_map(place).collect()
    }
}

/// A path without the signs of default variants.
pub(super) fn plain(path: &[Step]) -> Vec<(&str, &str)> {
    path.iter().map(|step| (step.selector.as_str(), step.plain_key().0)).collect()
}

/// A text in the form in which texts are compared: blanks in braces and at the ends say nothing.
pub(crate) fn normal(flat: &str) -> String {
    let flat = with_straight_quotes(&flat.replace("\r\n", "\n").replace('\r', "\n"));
    let pieces = Text::of_flat(flat.trim_matches([' ', '\n'])).pieces.into_iter();
    let pieces = pieces.map(|piece| match piece {
        Piece::Code(code) => match choice_of(&code) {
            Some(selector) => code_of(&selector),
            None => parse_pattern(&code).map_or(code, |pattern| typed(&pattern)),
        },
        Piece::Words(text) | Piece::Open(text) | Piece::Close(text) => text,
    });
    pieces.collect()
}

/// Finds the messages of a file.
pub(super) fn plan<'a>(
    publication: &'a Publication,
    returned: &'a Returned,
    choices: &Choices,
    report: &Report,
) -> Plan<'a> {
    let entries = source_entries(publication);
    let mut texts: BTreeMap<&TextId, Vec<PlannedUnit<'a>>> = BTreeMap::new();
    for unit in &returned.units {
        let id: Option<UnitId> = unit.id.parse().ok();
        let known = id.as_ref().and_then(|id| entries.iter().find(|(known, _)| *known == id.text));
        if id.as_ref().is_some_and(|id| choices.skip.contains(&id.text)) {
            continue;
        }
        let (Some(id), Some((known, _))) = (id, known) else {
            let named = unit.id.split('[').next().unwrap_or_default();
            let fault = format!("`{}` has no text `{}`", publication.brochure.id, unit.id);
            let fault = Diagnostic::error(fault).at(unit.place.span());
            report.add(
                fault
                    .suggest(named, entries.iter().map(|(id, _)| id.as_str()))
                    .hint(format!("to leave it out: `--skip {named}`")),
            );
            continue;
        };
        let units = texts.entry(known).or_default();
        if let Some(earlier) = units.iter().find(|unit| plain(&unit.path) == plain(&id.path)) {
            let (line, _) = earlier.unit.place.span().line_column();
            let file = &earlier.unit.place.span().file.path;
            report.add(
                Diagnostic::error(format!("there are two texts `{}`", unit.id))
                    .at(unit.place.span())
                    .hint(format!("the first stands in `{file}`, line {line}: delete one")),
            );
            continue;
        }
        if !check_length(unit, report) {
            continue;
        }
        check_characters(unit, report);
        let target = normal(&unit.target);
        check_markup(unit, &target, report);
        units.push(PlannedUnit { path: id.path, unit, target });
    }
    let messages = entries.iter().filter_map(|(id, entry)| {
        let units = texts.remove(id)?;
        Some(PlannedMessage { id: id.clone(), entry, units })
    });
    Plan { messages: messages.collect() }
}

/// Reports a text that is longer than any brochure has.
fn check_length(unit: &ReturnedUnit, report: &Report) -> bool {
    /// In bytes; as much as a cell of a spreadsheet can hold.
    const LONGEST: usize = 1 << 15;
    let is_sound = unit.target.len() <= LONGEST;
    if !is_sound {
        report.add(
            Diagnostic::error(format!("`{}` is longer than any text of a brochure", unit.id))
                .at(unit.place.span())
                .hint("the file may be damaged, or several texts may have come together"),
        );
    }
    is_sound
}

/// Reports a character that no text can hold.
fn check_characters(unit: &ReturnedUnit, report: &Report) {
    let is_impossible = |c: &char| {
        let is_layout = matches!(c, '\n' | '\t' | '\r');
        RESERVED.contains(c)
            || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{FEFF}')
            || c.is_control() && !is_layout
    };
    if unit.target.contains(char::REPLACEMENT_CHARACTER) {
        report.add(
            Diagnostic::error(format!(
                "`{}` has lost a letter: {}",
                unit.id,
                name(char::REPLACEMENT_CHARACTER)
            ))
            .at(unit.place.span())
            .hint("the file was saved in another encoding on its way: ask for it again, in UTF-8"),
        );
    }
    if let Some(c) = unit.target.chars().find(is_impossible) {
        report.add(
            Diagnostic::error(format!("`{}` holds a character of no script: {}", unit.id, name(c)))
                .at(unit.place.span())
                .hint("delete it; it is invisible, and often comes from a damaged file"),
        );
    }
}

/// Reports markup that is not closed, or crosses another.
fn check_markup(unit: &ReturnedUnit, target: &str, report: &Report) {
    let mut open: Vec<String> = Vec::new();
    let name = |tag: &str| {
        let inside = tag.trim_matches(['<', '>', '/']);
        inside.split(' ').next().unwrap_or_default().to_owned()
    };
    let mut fault = None;
    for piece in Text::of_flat(target).pieces {
        match piece {
            Piece::Open(tag) => open.push(tag),
            Piece::Close(tag) => match open.pop() {
                Some(opened) if name(&opened) == name(&tag) => {}
                Some(opened) => {
                    fault = Some(format!("`{opened}` ends with `{tag}`"));
                    break;
                }
                None => {
                    fault = Some(format!("`{tag}` closes nothing"));
                    break;
                }
            },
            Piece::Words(_) | Piece::Code(_) => {}
        }
    }
    let fault = fault.or_else(|| open.pop().map(|tag| format!("`{tag}` is not closed")));
    if let Some(fault) = fault {
        report.add(
            Diagnostic::error(format!("in `{}` {fault}", unit.id))
                .at(unit.place.span())
                .hint(format!("the source is: {}", unit.source.as_deref().unwrap_or_default())),
        );
    }
}
