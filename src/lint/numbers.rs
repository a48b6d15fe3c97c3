//! Compares the numbers of a translation with those of its source.

use std::collections::BTreeMap;

use crate::diagnostic::Span;
use crate::lint::Found;
use crate::lint::figures::numbers;
use crate::lint::pair::{Original, Pair};
use crate::lint::rules::NUMBER;
use crate::load::catalogue::parts::{Part, walk};

/// Finds the numbers that one has and the other has not, and what makes another number of a fact.
pub(super) fn check(pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Some(source) = pair.source else { return };
    check_signs(pair, source, found);
    check_formats(pair, source, found);
    let mut added: BTreeMap<String, (String, Span)> = BTreeMap::new();
    let mut own = Vec::new();
    for wording in &pair.own {
        for (number, range) in numbers(&wording.text) {
            // A figure beside a fact makes another number of it.
            let is_odd = wording.touches_a_fact(&range)
                || !source.numbers.has(&number) && !wording.stands_for(&number);
            if is_odd && let Some(place) = wording.span(range.clone()) {
                let written = wording.text[range].to_owned();
                added.entry(number.clone()).or_insert((written, place));
            }
            own.push(number);
        }
    }
    for (number, place) in &pair.named_numbers {
        if !source.numbers.has(number) {
            added.entry(number.clone()).or_insert((number.clone(), place.clone()));
        }
        own.push(number.clone());
    }
    // What was typed in the place of a fact is told as the loss of that fact.
    added.retain(|_, (_, place)| {
        !found.iter().any(|found| found.is_fact && found.is_near(place, 0))
    });
    let mut missing: Vec<&String> =
        source.numbers.always.iter().filter(|number| !own.contains(number)).collect();
    missing.dedup();
    let id = pair.id;
    let hint = "write the number of the source; one that may change belongs in the facts";
    if let ([lost], 1) = (missing.as_slice(), added.len()) {
        for (written, place) in added.values() {
            let message = format!("`{id}` has the number `{written}`, its source `{lost}`");
            let one = Found::new(NUMBER, format!("\"{written}\""), message, place);
            found.push(one.hint(hint).of_fact());
        }
        return;
    }
    for (written, place) in added.values() {
        let message = format!("`{id}` has the number `{written}`, which its source has not");
        found.push(
            Found::new(NUMBER, format!("\"{written}\""), message, place).hint(hint).of_fact(),
        );
    }
    for number in missing {
        let message = format!("`{id}` lacks the number `{number}`, which its source has");
        let one = Found::new(NUMBER, format!("\"{number}\""), message, &pair.entry.span);
        found.push(one.hint("write it in digits, as the source does").of_fact());
    }
}

/// Finds a minus or plus before a fact: minus three years.
fn check_signs(pair: &Pair<'_>, source: &Original<'_>, found: &mut Vec<Found>) {
    if source.wordings.iter().any(|wording| wording.signs().next().is_some()) {
        return;
    }
    let signs = pair.own.iter().flat_map(|wording| {
        wording.signs().filter_map(|range| {
            Some((wording.text[range.clone()].to_owned(), wording.span(range)?))
        })
    });
    for (sign, place) in signs {
        let id = pair.id;
        let message = format!("`{id}` has a `{sign}` before a fact, which its source has not");
        let one = Found::new(NUMBER, format!("\"{sign}\""), message, &place);
        found.push(
            one.hint("it makes another number: write a word, or a blank behind it").of_fact(),
        );
    }
}

/// Finds a number that is written with other digits than in the source: `NUMBER($years, minimumFractionDigits: 2)`.
fn check_formats(pair: &Pair<'_>, source: &Original<'_>, found: &mut Vec<Found>) {
    let known = formats(source.parts);
    for (format, place) in formats(pair.entry.parts()) {
        if known.iter().any(|(own, _)| *own == format) {
            continue;
        }
        let id = pair.id;
        let message = format!("`{id}` has `{format}`, which its source has not");
        let one = Found::new(NUMBER, format!("\"{format}\""), message, &place);
        found.push(
            one.hint("it writes the number otherwise: write it as the source does").of_fact(),
        );
    }
}

/// The options by which a number gets other digits; that there are no others is told where texts are read.
const DIGITS: [&str; 2] = ["minimumFractionDigits", "maximumFractionDigits"];

/// The options of the numbers in a text.
fn formats(parts: &[Part]) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    walk(parts, &mut |part| {
        let Part::Function(call) = part else { return };
        let digits = |name: &str| DIGITS.contains(&name);
        for (name, value) in call.named.iter().filter(|(name, _)| digits(name.as_str())) {
            let (Part::Quoted(text) | Part::Number(text)) = value else { continue };
            found.push((format!("{}: {}", name.value, text.value), name.span.clone()));
        }
    });
    found
}
