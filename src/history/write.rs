//! Turns what is kept of a release into its files: sorted, a text a line, the same bytes each time.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::load::ProjectFile;
use crate::load::facts::FactPart;
use crate::load::paths::RELEASE;
use crate::load::releases::{
    FORMAT, KeptEdition, KeptRelease, KeptTexts, RELEASE_FACTS, texts_file,
};

/// Facts with the part that is shown and what it says.
type ShownFacts = BTreeSet<(String, FactPart, String)>;

/// The files of a release, each with its text.
#[must_use]
pub(crate) fn write_release(brochure: &str, release: &KeptRelease) -> Vec<(ProjectFile, String)> {
    let file = |name: &str| ProjectFile::Release {
        brochure: brochure.to_owned(),
        version: release.version.clone(),
        name: name.to_owned(),
    };
    let mut files =
        vec![(file(RELEASE), write_editions(release)), (file(RELEASE_FACTS), write_facts(release))];
    files.extend(release.texts.iter().map(|(language, texts)| {
        (file(&texts_file(language)), write_texts(&release.version, language.as_str(), texts))
    }));
    files
}

fn head(what: &str, version: &str) -> String {
    format!(
        "# {what} release {version}. Written by `feuillet release`: a record, not to be edited.\n"
    )
}

fn write_editions(release: &KeptRelease) -> String {
    let mut out = head("The editions of", &release.version);
    let _ = writeln!(out, "format = {FORMAT}");
    let _ = writeln!(out, "version = {}", quoted(&release.version));
    let _ = writeln!(out, "date = {}", release.date);
    let mut by_name: BTreeMap<&str, Vec<&KeptEdition>> = BTreeMap::new();
    for edition in &release.editions {
        by_name.entry(&edition.edition).or_default().push(edition);
    }
    let mut common = BTreeMap::new();
    for (name, editions) in by_name {
        let messages = in_all(editions.iter().map(|edition| edition.messages.clone()));
        let facts = in_all(editions.iter().map(|edition| edition.facts.clone()));
        let reasons = in_all(editions.iter().map(|edition| reasons(edition)));
        let _ = writeln!(out, "\n# What each language of `{name}` shows, and why each is a draft.");
        let _ = writeln!(out, "[all-languages.{}]", key(name));
        write_reasons(&mut out, &reasons);
        write_shown(&mut out, &messages, &facts);
        common.insert(name, (reasons, messages, facts));
    }
    for edition in &release.editions {
        let state = if edition.is_approved() { "approved" } else { "draft" };
        let _ = writeln!(out, "\n[[edition]]");
        let _ = writeln!(out, "edition = {}", quoted(&edition.edition));
        let _ = writeln!(out, "language = {}", quoted(edition.language.as_str()));
        let _ = writeln!(out, "state = {}", quoted(state));
        for (profile, path) in &edition.files {
            let _ = writeln!(out, "files.{} = {}", key(profile), quoted(path));
        }
        let Some(found) = common.get(edition.edition.as_str()) else { continue };
        let (common_reasons, messages, facts) = found;
        write_reasons(&mut out, &reasons(edition).difference(common_reasons).cloned().collect());
        let messages = edition.messages.difference(messages).cloned().collect();
        let facts = edition.facts.difference(facts).cloned().collect();
        write_shown(&mut out, &messages, &facts);
    }
    out
}

/// What all sets have in common.
fn in_all<T: Ord + Clone>(sets: impl Iterator<Item = BTreeSet<T>>) -> BTreeSet<T> {
    let all = sets.reduce(|one, other| one.intersection(&other).cloned().collect());
    all.unwrap_or_default()
}

/// Why an edition was a draft: the names of reasons, each with its subject.
fn reasons(edition: &KeptEdition) -> BTreeSet<(String, String)> {
    let reasons = edition.reasons.iter();
    let reasons = reasons.flat_map(|(kind, subjects)| {
        subjects.iter().map(|subject| (kind.clone(), subject.clone()))
    });
    reasons.collect()
}

fn write_reasons(out: &mut String, reasons: &BTreeSet<(String, String)>) {
    let mut by_kind: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for (kind, subject) in reasons {
        by_kind.entry(kind).or_default().push(subject);
    }
    for (kind, subjects) in by_kind {
        write_list(out, &format!("reasons.{}", key(kind)), subjects);
    }
}

/// Writes the messages and facts that an edition shows; nothing where there are none.
fn write_shown(out: &mut String, messages: &BTreeSet<String>, facts: &ShownFacts) {
    if !messages.is_empty() {
        write_list(out, "messages", messages);
    }
    let mut by_fact: BTreeMap<&str, BTreeMap<FactPart, Vec<&String>>> = BTreeMap::new();
    for (fact, part, text) in facts {
        by_fact.entry(fact).or_default().entry(*part).or_default().push(text);
    }
    for (fact, parts) in by_fact {
        let part = |(part, texts): (&FactPart, &Vec<&String>)| {
            let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
            format!("{} = [{}]", part.as_str(), texts.join(", "))
        };
        let parts: Vec<String> = parts.iter().map(part).collect();
        let _ = writeln!(out, "facts.{} = {{ {} }}", key(fact), parts.join(", "));
    }
}

/// Writes a list, each item on a line of its own.
fn write_list<'a>(out: &mut String, name: &str, items: impl IntoIterator<Item = &'a String>) {
    let _ = writeln!(out, "{name} = [");
    for item in items {
        let _ = writeln!(out, "  {},", quoted(item));
    }
    let _ = writeln!(out, "]");
}

fn write_facts(release: &KeptRelease) -> String {
    let mut out = head("The facts of", &release.version);
    for (name, fact) in &release.facts {
        let _ = writeln!(out, "\n[fact.{}]", key(name));
        let _ = writeln!(out, "source = {}", quoted(&fact.source));
        if let Some(verified) = fact.verified {
            let _ = writeln!(out, "verified = {verified}");
        }
        if let Some(by) = &fact.verified_by {
            let _ = writeln!(out, "verified-by = {}", quoted(by));
        }
        for (part, text) in &fact.says {
            let _ = writeln!(out, "says.{} = {}", key(part), quoted(text));
        }
    }
    out
}

fn write_texts(version: &str, language: &str, texts: &KeptTexts) -> String {
    let mut out = head(&format!("What readers of `{language}` were shown in"), version);
    let mut last = None;
    for ((own, id), text) in texts {
        if last != Some(own) {
            let _ = writeln!(out, "\n[in.{}]", key(own.as_str()));
            last = Some(own);
        }
        let _ = writeln!(out, "{} = {}", key(id), quoted(text));
    }
    out
}

/// A key of TOML, in quotes where it must be.
pub(crate) fn key(name: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(is_bare) { name.to_owned() } else { quoted(name) }
}

/// A string of TOML on one line. Characters that nobody sees are written as code points.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
