//! Compares the numbers of a translation with those of its source.

use std::collections::BTreeMap;

use crate::diagnostic::Span;
use crate::lint::Found;
use crate::lint::figures::numbers;
use crate::lint::pair::Pair;
use crate::lint::rules::NUMBER;

/// Finds the numbers that one has and the other has not.
pub(super) fn check(pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Some(source) = pair.source else { return };
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
