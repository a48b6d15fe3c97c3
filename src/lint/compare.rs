//! Turns a translation and its source into their differences: facts, links and emphasis that one has and the other has not.

use crate::diagnostic::{Located, Span};
use crate::lint::Found;
use crate::lint::content::{Content, Feature, Occurrence};
use crate::lint::plurals::{Count, Rules};
use crate::load::catalogue::Entry;

/// Says what a translation lost or added.
pub(super) fn differences(
    id: &str,
    entry: &Entry,
    own: &Content,
    source: &Content,
    rules: &Rules,
) -> Vec<Found> {
    let none = Occurrence::default();
    let mut found = Vec::new();
    for (feature, wanted) in &source.features {
        let has = own.features.get(feature).unwrap_or(&none);
        found.extend(lost(id, entry, feature, has, wanted, (own, source)));
    }
    for (feature, has) in &own.features {
        let wanted = source.features.get(feature).unwrap_or(&none);
        // What the source chooses by it knows.
        let is_known = |name: &String| source.chosen_by.contains(name);
        if matches!(feature, Feature::Variable(name) if wanted.most == 0 && is_known(name)) {
            continue;
        }
        found.extend(added(id, feature, has, wanted));
    }
    for variable in &source.chosen_by {
        found.extend(uncounted(id, variable, own, rules));
    }
    found
}

/// What the source has and the translation has not, or less often.
fn lost(
    id: &str,
    entry: &Entry,
    feature: &Feature,
    has: &Occurrence,
    wanted: &Occurrence,
    (own, source): (&Content, &Content),
) -> Option<Found> {
    let (message, place, label) = if has.most == 0 {
        let typed = typed_instead(own, source).filter(|_| feature.is_fact());
        let label = typed.is_some().then_some("typed instead?");
        let message = format!("`{id}` lacks `{feature}`, which its source has");
        (message, typed.unwrap_or_else(|| entry.span.clone()), label)
    } else if has.least == 0 && wanted.least > 0 {
        let (key, place) = has.lacking.clone()?;
        (format!("the variant `[{key}]` of `{id}` lacks `{feature}`"), place, None)
    } else if has.least < wanted.least {
        let (has_times, times) = (times(has.least), times(wanted.least));
        let message = format!("`{id}` has `{feature}` {has_times}, its source {times}");
        (message, has.places.last()?.clone(), None)
    } else {
        return None;
    };
    let mend = match feature {
        Feature::Variable(_) => {
            format!("write `{feature}` where it belongs: what is typed goes out of date unseen")
        }
        Feature::Emphasis(name) => format!("put `{feature}` and `</{name}>` around the same words"),
        Feature::Link(_) => format!("put `{feature}` and `</a>` around the same words"),
    };
    let mut found = Found::new(check(feature), feature.subject(), message, &place).hint(mend);
    if let Some(label) = label {
        found = found.label(label);
    }
    Some(if feature.is_fact() { found.of_fact() } else { found })
}

/// What the translation has and the source has not, or less often.
fn added(id: &str, feature: &Feature, has: &Occurrence, wanted: &Occurrence) -> Option<Found> {
    if has.most <= wanted.most {
        return None;
    }
    let place = has.places.get(wanted.most).or(has.places.last())?;
    let message = if wanted.most == 0 {
        format!("`{id}` has `{feature}`, which its source has not")
    } else {
        let (has, wanted) = (times(has.most), times(wanted.most));
        format!("`{id}` has `{feature}` {has}, its source {wanted}")
    };
    let found = Found::new(check(feature), feature.subject(), message, place)
        .hint("delete it, or write it in the source too");
    Some(if feature.is_fact() { found.of_fact() } else { found })
}

/// A number that the source writes in several forms and the translation in one, though its language has several.
fn uncounted(id: &str, variable: &str, own: &Content, rules: &Rules) -> Option<Found> {
    let forms: Vec<&str> = rules
        .forms(Count::Cardinal)
        .into_iter()
        .filter(|form| !rules.examples(form, Count::Cardinal, None).is_empty())
        .collect();
    let has = own.features.get(&Feature::Variable(variable.to_owned()))?;
    if forms.len() < 2 || !rules.counts_nouns() || own.chosen_by.contains(variable) {
        return None;
    }
    let forms: Vec<String> = forms
        .iter()
        .map(|form| format!("{}[{form}]", if *form == "other" { "*" } else { "" }))
        .collect();
    Some(
        Found::new(
            "plural",
            format!("${variable}[]"),
            format!("`{id}` writes `{{ ${variable} }}` in one form, its source in several"),
            has.places.first()?,
        )
        .hint(format!(
            "write `{{ ${variable} -> … }}` with a line for each form of `{}`: {}",
            rules.language(),
            crate::diagnostic::list(&forms)
        )),
    )
}

/// A number that was typed in the translation and not in the source: it often stands where a fact was.
fn typed_instead(own: &Content, source: &Content) -> Option<Span> {
    let known: Vec<String> =
        source.typed.iter().flat_map(numbers).map(|(number, _)| number).collect();
    let mut typed = own.typed.iter().flat_map(numbers);
    typed.find(|(number, _)| !known.contains(number)).map(|(_, place)| place)
}

/// The numbers of a typed text, with the signs between their figures.
fn numbers(text: &Located<String>) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    let mut finish = |run: Option<(usize, usize)>| {
        if let Some((start, end)) = run {
            let offset = text.span.range.start;
            let place = Span::new(&text.span.file, offset + start..offset + end);
            found.push((text.value[start..end].to_owned(), place));
        }
    };
    for (at, c) in text.value.char_indices() {
        if c.is_numeric() {
            let end = at + c.len_utf8();
            run = Some(run.map_or((at, end), |(start, _)| (start, end)));
        } else if !" .,/-\u{A0}\u{202F}".contains(c) {
            finish(run.take());
        }
    }
    finish(run);
    found
}

/// The check that finds differences of a feature.
fn check(feature: &Feature) -> &'static str {
    if feature.is_fact() { "lost-fact" } else { "lost-emphasis" }
}

/// "once", "twice", "3 times".
fn times(number: usize) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        number => format!("{number} times"),
    }
}
