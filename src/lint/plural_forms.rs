//! Compares the variants of a choice by a number with the plural forms of the language.

use std::collections::BTreeSet;

use crate::diagnostic::list;
use crate::lint::Found;
use crate::lint::plurals::{Count, NAMES, OTHER, Rules};
use crate::load::Publication;
use crate::load::catalogue::Entry;
use crate::load::catalogue::parts::{Choice, Part, walk};

/// Says which forms the choices of a text lack, and which of their variants no number takes.
pub(super) fn check(publication: &Publication, entry: &Entry, rules: &Rules) -> Vec<Found> {
    let mut found = Vec::new();
    walk(entry.parts(), &mut |part| {
        if let Part::Choice(choice) = part {
            found.extend(check_choice(publication, choice, rules));
        }
    });
    found
}

fn check_choice(publication: &Publication, choice: &Choice, rules: &Rules) -> Vec<Found> {
    let Some(variable) = choice.variable() else { return Vec::new() };
    let count_by = match &*choice.selector {
        Part::Function(call) if call.name.value != "NUMBER" => return Vec::new(),
        Part::Function(call) if is_ordinal(call) => Count::Ordinal,
        _ => Count::Cardinal,
    };
    let value = publication.number(&variable.value);
    let forms = rules.forms(count_by);
    // What chooses by the words of a term's argument is no plural.
    let names_a_form = choice.variants.iter().any(|variant| {
        !variant.is_number && variant.key.value != OTHER && NAMES.contains(&variant.key.as_str())
    });
    if forms.is_empty() || (value.is_none() && !names_a_form) {
        return Vec::new();
    }
    let name = &variable.value;
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for variant in &choice.variants {
        let key = variant.key.as_str();
        let subject = format!("${name}[{key}]");
        if !seen.insert(key) {
            found.push(
                Found::new(
                    "plural",
                    subject,
                    format!("there are two variants `[{key}]`"),
                    &variant.key.span,
                )
                .hint("delete one: only the first is ever shown"),
            );
        } else if !variant.is_number && !forms.contains(&key) {
            let forms = list(&forms);
            let unknown = Found::new(
                "plural",
                subject,
                format!("no number takes the form `{key}` in `{}`", rules.language()),
                &variant.key.span,
            );
            found.push(unknown.hint(format!("the forms of `{}` are {forms}", rules.language())));
        }
    }
    let shows_it = choice
        .variants
        .iter()
        .any(|variant| variant.is_default && variant.parts.iter().any(|part| shows(part, name)));
    if names_a_form || shows_it {
        found.extend(missing_forms(choice, name, value, (rules, count_by)));
    }
    found
}

/// The forms that a choice lacks, and that numbers of the usual size take.
fn missing_forms(
    choice: &Choice,
    name: &str,
    value: Option<f64>,
    (rules, count_by): (&Rules, Count),
) -> Vec<Found> {
    let place = choice.variable().map(|name| &name.span);
    let has = |form: &str| choice.variants.iter().any(|variant| variant.key.value == form);
    let is_named = |number: &String| {
        choice.variants.iter().any(|variant| variant.is_number && variant.key.value == *number)
    };
    let found = rules.forms(count_by).into_iter().filter_map(|form| {
        let examples = rules.examples(form, count_by, value);
        // `[1]` says all that `[one]` would say.
        let covered = rules.says_the_number(form, count_by) && examples.iter().all(is_named);
        if has(form) || examples.is_empty() || covered {
            return None;
        }
        let star = if form == OTHER { "*" } else { "" };
        let more = if examples.len() > 2 { ", …" } else { "" };
        Some(
            Found::new(
                "plural",
                format!("${name}[{form}]"),
                format!(
                    "the form `{form}` of `${name}` is missing, which `{}` has",
                    rules.language()
                ),
                place?,
            )
            .hint(format!("write a line `{star}[{form}] …`, for {}{more}", examples.join(", "))),
        )
    });
    found.collect()
}

fn shows(part: &Part, name: &str) -> bool {
    let mut shown = false;
    walk(std::slice::from_ref(part), &mut |part| {
        shown |= matches!(part, Part::Variable(variable) if variable.value == name);
    });
    shown
}

/// Whether a number is one of a row: `NUMBER($day, type: "ordinal")`.
fn is_ordinal(call: &crate::load::catalogue::parts::Call) -> bool {
    let ordinal = |value: &Part| matches!(value, Part::Quoted(text) if text.value == "ordinal");
    call.named.iter().any(|(name, value)| name.value == "type" && ordinal(value))
}
