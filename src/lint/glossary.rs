//! Compares texts with the glossary: its terms, the words that it rules out, the names that it keeps.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, list};
use crate::language::Tag;
use crate::language::words::Words;
use crate::lint::pair::Pair;
use crate::lint::rules::{FORBIDDEN, NAME, TERM};
use crate::lint::terms::{found_by, has_name};
use crate::lint::wording::{FILLED, NAMED, Wording};
use crate::lint::{Found, LintFinding};
use crate::load::catalogue::Catalogue;
use crate::load::glossary::{Beside, Glossary};

/// Finds what a text has otherwise than the glossary. `words` are those of its default wording.
pub(super) fn check(pair: &Pair<'_>, words: &Words, found: &mut Vec<Found>) {
    let terms = &pair.language.terms;
    if terms.glossary.is_empty() {
        return;
    }
    // The ids of the terms of the source that this text must have.
    let asked: &[usize] = pair.source.map_or(&[], |source| &source.terms);
    for (index, wording) in pair.own.iter().enumerate() {
        let other = (index > 0).then(|| Words::of(&wording.text));
        let words = other.as_ref().unwrap_or(words);
        ruled_out(pair, asked, wording, words, found);
    }
    let missing = asked
        .iter()
        .filter(|term| terms.glossary.terms[**term].forms.contains_key(pair.language.tag));
    let mut missing: Vec<usize> = missing.copied().collect();
    if !missing.is_empty() {
        let has = found_by(&terms.uses, &pair.own);
        missing.retain(|term| !has.contains(term));
    }
    if !missing.is_empty() {
        let has = found_by(&terms.uses, &terms.named(pair.entry));
        missing.retain(|term| !has.contains(term));
    }
    for index in missing {
        let term = &terms.glossary.terms[index];
        let forms: Vec<&str> =
            term.forms[pair.language.tag].iter().map(|form| form.written.as_str()).collect();
        let message =
            format!("`{}` has no word for `{}`, a term of the glossary", pair.id, term.id.value);
        let mut one = Found::new(TERM, format!("\"{}\"", term.id.value), message, &pair.entry.span)
            .hint(format!("the words for it are {}", list(&forms)));
        if let Some(why) = &term.why {
            one = one.hint(format!("it is: {why}"));
        }
        found.push(one);
    }
    names(pair, found);
}

/// Words that nobody writes, and those that do not stand for a term that the source has.
fn ruled_out(
    pair: &Pair<'_>,
    asked: &[usize],
    wording: &Wording<'_>,
    words: &Words,
    found: &mut Vec<Found>,
) {
    let terms = &pair.language.terms;
    let mut places = Vec::new();
    let mut report = |range: std::ops::Range<usize>, message: &str, hints: &[&str]| {
        let written = &wording.text[range.clone()];
        let is_foreign = wording.is_foreign(range.start);
        let Some(place) = wording.span(range) else { return };
        if is_foreign || places.contains(&place) {
            return;
        }
        places.push(place.clone());
        let mut one = Found::new(
            FORBIDDEN,
            format!("\"{written}\""),
            format!("`{written}` {message}"),
            &place,
        );
        for hint in hints {
            one = one.hint(*hint);
        }
        found.push(one);
    };
    terms.forbidden.find(&wording.text, words, &mut |index, _, range| {
        report(range, "is ruled out by the glossary", &[&terms.glossary.words[index].why]);
    });
    terms.never.find(&wording.text, words, &mut |index, _, range| {
        if asked.contains(&index) {
            let term = &terms.glossary.terms[index];
            let message = format!("does not stand for `{}`, says the glossary", term.id.value);
            let forms = term.forms.get(pair.language.tag).map(|forms| {
                let forms: Vec<&str> = forms.iter().map(|form| form.written.as_str()).collect();
                format!("the words for it are {}", list(&forms))
            });
            let hints: Vec<&str> =
                forms.as_deref().into_iter().chain(term.why.as_deref()).collect();
            report(range, &message, &hints);
        }
    });
}

/// Names that the source has, and the text has not, or without their meaning.
fn names(pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Some(source) = pair.source else { return };
    let terms = &pair.language.terms;
    for index in &source.names {
        let name = &terms.glossary.names[*index];
        if name.beside == Some(Beside::Once) {
            continue;
        }
        let stands_in = |text: &str| name.write.iter().any(|name| has_name(text, name));
        let is_there = pair.own.iter().any(|wording| stands_in(&wording.text))
            || terms.named(pair.entry).iter().any(|wording| stands_in(&wording.text));
        let written: Vec<&str> = name.write.iter().map(String::as_str).collect();
        let subject = format!("\"{}\"", written.first().unwrap_or(&""));
        if !is_there {
            let message = format!("`{}` lacks the name {}", pair.id, either(&written));
            let hint = if name.beside.is_some() {
                "write it in brackets behind its translation: it is on letters and doors"
            } else {
                "write it letter by letter: it is not translated"
            };
            found.push(Found::new(NAME, subject, message, &pair.entry.span).hint(hint));
        } else if name.beside.is_some() && is_bare(pair, &written) {
            let message = format!("`{}` has the name {} alone", pair.id, either(&written));
            let hint = "say what it is in the language of the text, and write the name behind it in brackets";
            found.push(Found::new(NAME, subject, message, &pair.entry.span).hint(hint));
        }
    }
}

/// Whether a text is nothing but names.
fn is_bare(pair: &Pair<'_>, names: &[&str]) -> bool {
    pair.own.iter().all(|wording| {
        let mut rest = wording.text.clone();
        for name in names {
            rest = rest.replace(name, "");
        }
        !rest.contains([FILLED, NAMED]) && rest.chars().filter(|c| c.is_alphabetic()).count() < 2
    })
}

/// "`a` or `b`".
fn either(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(" or ")
}

/// Names that stand nowhere in the texts of a language, though the source has them. `wanted` are those of the source,
/// `seen` those of the language.
pub(super) fn missing_everywhere(
    glossary: &Glossary,
    catalogue: &Catalogue,
    wanted: &BTreeSet<usize>,
    seen: &BTreeSet<usize>,
) -> Vec<LintFinding> {
    let missing = wanted.difference(seen).filter_map(|index| {
        let name = &glossary.names[*index];
        if name.beside != Some(Beside::Once) {
            return None;
        }
        let written: Vec<&str> = name.write.iter().map(String::as_str).collect();
        let message =
            format!("no text in `{}` has the name {}", catalogue.language, either(&written));
        let diagnostic = Diagnostic::warning(message).code(NAME).at(&name.id.span).hint(
            "write it in brackets where its translation is explained: it is on letters and doors",
        );
        Some(finding(&catalogue.language, diagnostic))
    });
    missing.collect()
}

/// Terms whose words stand in no source text, so that nothing is ever asked.
pub(super) fn unused(
    glossary: &Glossary,
    language: &Tag,
    called: &BTreeSet<usize>,
) -> Vec<LintFinding> {
    let terms = glossary.terms.iter().enumerate();
    let unused = terms.filter(|(index, term)| !called.contains(index) && !term.source.is_empty());
    unused
        .map(|(_, term)| {
            let message = format!("no text in `{language}` has the term `{}`", term.id.value);
            let diagnostic = Diagnostic::warning(message).code(TERM).at(&term.id.span).hint(
                "write its words as the source has them, with a star for endings, or delete it",
            );
            finding(language, diagnostic)
        })
        .collect()
}

fn finding(language: &Tag, diagnostic: Diagnostic) -> LintFinding {
    LintFinding { language: language.clone(), message: String::new(), is_fact: false, diagnostic }
}
