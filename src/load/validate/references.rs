//! Reports texts that show themselves, attributes that are not there, and those that nobody shows.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Located, Report, Span, list};
use crate::load::catalogue::parts::{Part, walk};
use crate::load::catalogue::{Catalogue, Entry, Reference};

/// Checks the texts of a language.
pub(super) fn check(catalogue: &Catalogue, report: &Report) {
    let texts = &catalogue.texts;
    let messages = texts.messages.iter().map(|(id, entry)| (id.as_str(), "", entry));
    let terms = texts.terms.iter().map(|(id, entry)| (id.as_str(), "-", entry));
    let mut told = BTreeSet::new();
    for (id, hyphen, entry) in messages.chain(terms).filter(|(_, _, entry)| names_texts(entry)) {
        check_attributes(catalogue, entry, report);
        check_cycle(catalogue, &mut vec![format!("{hyphen}{id}")], entry, &mut told, report);
    }
    check_shown(catalogue, report);
}

/// Warns of attributes of messages that no text shows: what stands there is on no page.
fn check_shown(catalogue: &Catalogue, report: &Report) {
    let with_attributes: Vec<&Entry> = catalogue
        .texts
        .messages
        .values()
        .filter(|entry| !entry.details.attributes().is_empty())
        .collect();
    if with_attributes.is_empty() {
        return;
    }
    let mut shown = BTreeSet::new();
    for entry in catalogue.texts.messages.values().filter(|entry| names_texts(entry)) {
        walk(entry.parts(), &mut |part| {
            if let Part::Message { name, attribute: Some(attribute) } = part {
                shown.insert((name.as_str(), attribute.as_str()));
            }
        });
    }
    for entry in with_attributes {
        let unshown = entry.details.attributes().iter();
        for attribute in unshown.filter(|name| !shown.contains(&(entry.id(), name.as_str()))) {
            let id = entry.id();
            report.add(
                Diagnostic::warning(format!("nothing shows `.{attribute}` of `{id}`"))
                    .at(&place(entry, attribute))
                    .hint("make it a message of its own, or delete the line"),
            );
        }
    }
}

/// Where an attribute of an entry stands.
fn place(entry: &Entry, attribute: &str) -> Span {
    let Span { file, range } = entry.body();
    let lines = file.text[range.clone()].split_inclusive('\n');
    let mut start = range.start;
    for line in lines {
        let name = line.trim_start_matches(' ');
        let rest = name.strip_prefix('.').and_then(|name| name.strip_prefix(attribute));
        if rest.is_some_and(|rest| rest.trim_start_matches(' ').starts_with('=')) {
            let at = start + line.len() - name.len();
            return Span::new(&file, at..at + 1 + attribute.len());
        }
        start += line.len();
    }
    entry.span.clone()
}

/// Whether a text names others.
fn names_texts(entry: &Entry) -> bool {
    let is_text =
        |reference: &Reference| matches!(reference, Reference::Message(_) | Reference::Term(_));
    entry.references.iter().any(is_text)
}

/// The texts that a text shows, each with the place where it names them.
fn shown(entry: &Entry) -> Vec<Located<String>> {
    let mut found = Vec::new();
    if !names_texts(entry) {
        return found;
    }
    walk(entry.parts(), &mut |part| match part {
        Part::Message { name, attribute: None } => found.push(name.clone()),
        Part::Term(call) if call.attribute.is_none() => {
            found.push(call.name.clone().map(|name| format!("-{name}")));
        }
        _ => {}
    });
    found
}

fn find<'a>(catalogue: &'a Catalogue, id: &str) -> Option<&'a Entry> {
    match id.strip_prefix('-') {
        Some(term) => catalogue.texts.terms.get(term),
        None => catalogue.texts.messages.get(id),
    }
}

/// Follows what a text shows, and reports where the way leads back to where it began.
fn check_cycle(
    catalogue: &Catalogue,
    way: &mut Vec<String>,
    entry: &Entry,
    told: &mut BTreeSet<BTreeSet<String>>,
    report: &Report,
) {
    for next in shown(entry) {
        if way[0] == next.value {
            if told.insert(way.iter().cloned().collect()) {
                let message = match way.as_slice() {
                    [only] => format!("`{only}` would show itself"),
                    several => format!("{} would show each other without end", list(several)),
                };
                report.add(
                    Diagnostic::error(message).at(&next.span).hint("write the words here instead"),
                );
            }
        } else if !way.contains(&next.value)
            && let Some(inner) = find(catalogue, &next.value)
        {
            way.push(next.value);
            check_cycle(catalogue, way, inner, told, report);
            way.pop();
        }
    }
}

/// An attribute that a text names must be there.
fn check_attributes(catalogue: &Catalogue, entry: &Entry, report: &Report) {
    walk(entry.parts(), &mut |part| {
        let (id, attribute) = match part {
            Part::Message { name, attribute: Some(attribute) } => (name.value.clone(), attribute),
            Part::Term(call) => match &call.attribute {
                Some(attribute) => (format!("-{}", call.name.value), attribute),
                None => return,
            },
            _ => return,
        };
        // That there is no such text is reported of its name.
        let Some(named) = find(catalogue, &id) else { return };
        let known = named.details.attributes();
        if !known.contains(&attribute.value) {
            report.add(
                Diagnostic::error(format!("`{id}` has no attribute `{}`", attribute.value))
                    .at(&attribute.span)
                    .suggest(&attribute.value, known.iter().map(String::as_str))
                    .hint(format!(
                        "write `{{ {id} }}`, or add a line `.{} = …` to it",
                        attribute.value
                    )),
            );
        }
    });
}
