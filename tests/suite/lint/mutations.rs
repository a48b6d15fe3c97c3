//! How much the rules find, measured on the catalogues that ship: nothing in them as they are, and what slips in by seeded
//! changes, each of which a translator might make.

use std::collections::BTreeMap;

use super::{Finding, findings};
use crate::support::Sandbox;
use crate::support::shipped::languages;

/// Every how many messages one is changed.
const STEP: usize = 4;

/// A message of one line.
#[derive(Debug, Clone)]
struct Line {
    /// From 0.
    index: usize,
    id: String,
    text: String,
}

/// A change of a text, given the source; `None` where it can't be made.
type Change = fn(text: &str, source: &str, language: &str) -> Option<String>;

fn path(language: &str) -> String {
    format!("translations/{language}/partner-violence.ftl")
}

/// The messages of one line in a catalogue.
fn lines(catalogue: &str) -> Vec<Line> {
    let all: Vec<&str> = catalogue.lines().collect();
    let is_message = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let read =
        all.iter().enumerate().filter(|(_, line)| is_message(line)).filter_map(|(index, line)| {
            let (id, text) = line.split_once(" = ")?;
            let is_one_line = all.get(index + 1).is_none_or(|next| !next.starts_with(' '));
            is_one_line.then(|| Line { index, id: id.to_owned(), text: text.to_owned() })
        });
    read.collect()
}

/// Changes messages in all translations; gives the findings that were wanted, how many there are, and what else was found.
fn measure(rules: &[&str], change: Change) -> (usize, usize, Vec<Finding>) {
    let sandbox = Sandbox::shipped();
    let source: BTreeMap<String, String> =
        lines(&sandbox.read(&path("fr"))).into_iter().map(|line| (line.id, line.text)).collect();
    let mut changed = Vec::new();
    for language in languages().filter(|language| *language != "fr") {
        let catalogue = sandbox.read(&path(language));
        let mut all: Vec<String> = catalogue.lines().map(str::to_owned).collect();
        let known = lines(&catalogue).into_iter().filter_map(|line| {
            let other = change(&line.text, source.get(&line.id)?, language)?;
            (other != line.text).then_some((line, other))
        });
        let known: Vec<(Line, String)> = known.collect();
        for (line, other) in known.into_iter().step_by(STEP) {
            all[line.index] = format!("{} = {other}", line.id);
            changed.push((path(language), line.index as u64 + 1));
        }
        sandbox.write(&path(language), all.join("\n") + "\n");
    }
    let found = findings(&sandbox);
    let is_of =
        |found: &Finding, (file, line): &(String, u64)| found.file == *file && found.line == *line;
    let hits = changed.iter().filter(|place| {
        found.iter().any(|found| is_of(found, place) && rules.contains(&found.rule.as_str()))
    });
    let hits = hits.count();
    let others = found.into_iter().filter(|found| !changed.iter().any(|place| is_of(found, place)));
    (hits, changed.len(), others.collect())
}

fn is_plain(text: &str) -> bool {
    !text.contains(['{', '<', '"'])
}

/// The longest word of a text without tags and braces.
fn longest_word(text: &str) -> Option<&str> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.max_by_key(|word| word.chars().count()).filter(|word| word.chars().count() > 5)
}

const CHANGES: &[(&str, &[&str], f64, Change)] = &[
    ("the sign at the end is dropped", &["final-punctuation"], 0.95, |text, source, _| {
        let is_ended = source.ends_with(['.', '?']);
        text.strip_suffix(['.', '?', '؟']).filter(|_| is_ended).map(str::to_owned)
    }),
    ("a question becomes a statement", &["final-punctuation"], 0.95, |text, source, _| {
        let stem = text.strip_suffix(['?', '؟']).filter(|_| source.ends_with('?'))?;
        Some(format!("{stem}."))
    }),
    ("a number is added", &["number"], 1.0, |text, _, language| {
        let number = if language == "ar" { "٣٠" } else { "30" };
        let stem = text.strip_suffix('.')?;
        Some(format!("{stem}, {number}."))
    }),
    ("the source is copied", &["untranslated"], 0.95, |_, source, _| {
        (is_plain(source) && source.split(' ').filter(|word| word.len() > 3).count() > 3)
            .then(|| source.to_owned())
    }),
    ("a sentence of the source is left", &["untranslated"], 0.9, |text, source, _| {
        let (first, _) = source.split_once(". ")?;
        let (_, rest) = text.split_once(". ")?;
        (is_plain(source) && is_plain(text) && first.split(' ').count() > 6)
            .then(|| format!("{first}. {rest}"))
    }),
    ("a letter of another script", &["script", "character"], 0.95, |text, _, language| {
        let (from, to) = match language {
            "ru" => ('о', 'o'),
            "ar" => return None,
            _ => ('a', 'а'),
        };
        let word = longest_word(text).filter(|word| is_plain(text) && word.contains(from))?;
        Some(text.replacen(word, &word.replacen(from, &to.to_string(), 1), 1))
    }),
    ("a word of the source's script among others", &["script"], 0.95, |text, _, language| {
        let word =
            longest_word(text).filter(|_| is_plain(text) && matches!(language, "ru" | "ar"))?;
        Some(text.replacen(word, "procureur", 1))
    }),
    ("a word is doubled", &["doubled-word"], 0.95, |text, _, language| {
        // Turkish doubles words to say "often" or "slowly".
        let word = longest_word(text).filter(|_| is_plain(text) && language != "tr")?;
        Some(text.replacen(word, &format!("{word} {word}"), 1))
    }),
    ("a blank is doubled", &["blank"], 0.95, |text, _, _| {
        is_plain(text).then(|| text.replacen(' ', "  ", 1))
    }),
    ("a blank before a comma", &["blank"], 0.95, |text, _, _| {
        let sign = if text.contains('،') { "،" } else { "," };
        is_plain(text).then(|| text.replacen(sign, &format!(" {sign}"), 1))
    }),
    ("a comma is doubled", &["repeated-sign"], 0.95, |text, _, _| {
        let sign = if text.contains('،') { "،" } else { "," };
        is_plain(text).then(|| text.replacen(sign, &sign.repeat(2), 1))
    }),
    ("a bracket or quote is lost", &["unpaired"], 0.95, |text, _, _| {
        let at = text.rfind([')', '"'])?;
        (!text.contains("=\"")).then(|| format!("{}{}", &text[..at], &text[at + 1..]))
    }),
    ("two thirds are left out", &["length"], 0.9, |text, source, _| {
        let is_long = is_plain(source) && source.chars().filter(|c| c.is_alphabetic()).count() > 60;
        let end = text.char_indices().nth(text.chars().count() / 3)?.0;
        (is_long && is_plain(text)).then(|| format!("{}.", &text[..end]))
    }),
    ("a term is called otherwise", &["glossary-term"], 0.95, |text, source, language| {
        // A translation may name a lawyer where the source says "advice": then it is free to name somebody else.
        if !source.contains("avocat") {
            return None;
        }
        let (term, other) = match language {
            "en" => ("lawyer", "adviser"),
            "nl" => ("advocaat", "raadsman"),
            "es" => ("abogad", "letrad"),
            "pt" => ("advogad", "jurist"),
            "ru" => ("адвокат", "юрист"),
            "ar" => ("محام", "مستشار"),
            _ => ("avukat", "hukukçu"),
        };
        text.contains(term).then(|| text.replace(term, other))
    }),
    ("a word that is ruled out", &["forbidden-word"], 1.0, |text, _, language| {
        let word = match language {
            "en" => "illegals",
            "nl" => "illegalen",
            "es" => "ilegales",
            "pt" => "ilegais",
            "ru" => "нелегалов",
            "ar" => "جريمة شرف",
            _ => "kaçak göçmenler",
        };
        let stem = text.strip_suffix('.')?;
        Some(format!("{stem}, {word}."))
    }),
    ("a name is lost", &["glossary-name"], 0.95, |text, source, _| {
        source.contains("CPVS").then(|| text.replace("CPVS", "SAC").replace("ZSG", "SAC"))
    }),
];

#[test]
fn what_ships_has_no_findings() {
    assert_eq!(findings(&Sandbox::shipped()), []);
}

#[test]
fn slips_are_found_and_nothing_beside_them() {
    let mut weak = Vec::new();
    for (what, rules, least, change) in CHANGES {
        let (hits, all, others) = measure(rules, *change);
        let rate = hits as f64 / all.max(1) as f64;
        eprintln!("{what}: {hits} of {all} ({:.1} %), {} beside", rate * 100.0, others.len());
        let is_known = |found: &Finding| found.rule == "length" && *rules != ["length"];
        if all == 0 || rate < *least || others.iter().any(|found| !is_known(found)) {
            weak.push((what, hits, all, others));
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}
