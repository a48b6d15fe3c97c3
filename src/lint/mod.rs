//! Turns a publication into what may be wrong with its texts: what a translation lost or added against its source, forms of
//! the plural that a language asks for, markup that is not ours, characters that nobody sees.
//!
//! Nearly all of it are warnings, and somebody who meant it so says why, in a comment above the message: see [`accepted`].

mod accepted;
mod characters;
mod compare;
mod content;
mod copies;
mod ending;
mod figures;
mod final_punctuation;
mod glossary;
mod lengths;
mod letters;
mod markup;
mod numbers;
mod pair;
mod plural_forms;
pub(crate) mod plurals;
pub(crate) mod rules;
mod scripts;
mod slips;
mod terms;
mod wording;

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::language::Tag;
use crate::language::words::Words;
use crate::lint::accepted::Accepts;
use crate::lint::content::Content;
use crate::lint::ending::endings;
use crate::lint::figures::{Numbers, named_numbers};
use crate::lint::lengths::Lengths;
use crate::lint::pair::{Original, Pair, Speech, WITHOUT_BLANKS};
use crate::lint::terms::Terms;
use crate::lint::wording::Wording;
use crate::load::Publication;
use crate::load::catalogue::parts::{Part, walk};
use crate::load::catalogue::tag::{MarkupTag, read_tag};
use crate::load::catalogue::{Catalogue, Entry};

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LintFinding {
    /// The language of the text.
    pub(crate) language: Tag,
    /// The id of the message, or of the term with its hyphen.
    pub(crate) message: String,
    /// Whether a fact of the source was lost, or one was added: what must not be approved unseen.
    pub(crate) is_fact: bool,
    /// What is reported.
    pub(crate) diagnostic: Diagnostic,
}

/// What was found in a text, before it is known whether it is accepted.
struct Found {
    /// What it is about, as a comment that accepts it names it: `$police-phone`, `<b>`, `$days[few]`.
    subject: String,
    is_fact: bool,
    diagnostic: Diagnostic,
}

impl Found {
    /// A warning of a check, about a subject.
    fn new(
        check: &'static str,
        subject: impl Into<String>,
        message: String,
        place: &Span,
    ) -> Found {
        let diagnostic = Diagnostic::warning(message).code(check).at(place);
        Found { subject: subject.into(), is_fact: false, diagnostic }
    }

    fn label(self, label: &str) -> Found {
        Found { diagnostic: self.diagnostic.label(label), ..self }
    }

    fn hint(self, hint: impl Into<String>) -> Found {
        Found { diagnostic: self.diagnostic.hint(hint), ..self }
    }

    /// Makes it an error, which nobody can accept.
    fn impossible(mut self) -> Found {
        self.diagnostic.severity = Severity::Error;
        self
    }

    fn of_fact(self) -> Found {
        Found { is_fact: true, ..self }
    }

    /// Whether a rule found it.
    fn is(&self, rule: &str) -> bool {
        self.diagnostic.code.as_deref() == Some(rule)
    }

    /// Whether it stands within `bytes` of a place.
    fn is_near(&self, place: &Span, bytes: usize) -> bool {
        self.diagnostic.span.as_ref().is_some_and(|own| {
            let (own, place) = (&own.range, &place.range);
            own.start < place.end + bytes && place.start < own.end + bytes
        })
    }
}

/// Looks at every text of every language. Findings that somebody accepted are left out.
#[must_use]
pub(crate) fn lint(publication: &Publication) -> Vec<LintFinding> {
    let source_language = &publication.brochure.source_language.value;
    let source = publication.catalogues.get(source_language);
    let originals = source.map(|source| originals(publication, source)).unwrap_or_default();
    let catalogues: Vec<&Catalogue> = publication.catalogues.iter().collect();
    let found: Vec<Vec<LintFinding>> = catalogues
        .par_iter()
        .map(|catalogue| lint_language(publication, catalogue, &originals))
        .collect();
    let mut findings: Vec<LintFinding> = found.into_iter().flatten().collect();
    if source.is_some_and(|source| !source.texts.messages.is_empty()) {
        let called = originals.values().flat_map(|original| original.terms.iter().copied());
        let called = called.collect();
        findings.extend(glossary::unused(&publication.glossary, source_language, &called));
    }
    findings
}

/// The numbers in figures of a text, each as a plain one: "1000" for "1 000".
pub(crate) fn numbers_of(text: &str) -> Vec<String> {
    figures::numbers(text).into_iter().map(|(number, _)| number).collect()
}

/// The texts of a catalogue, by id: messages, then terms with their hyphen.
fn entries(catalogue: &Catalogue) -> impl Iterator<Item = (String, &Entry)> {
    let messages = catalogue.texts.messages.iter().map(|(id, entry)| (id.to_string(), entry));
    messages.chain(catalogue.texts.terms.iter().map(|(id, entry)| (format!("-{id}"), entry)))
}

/// What the rules know of a catalogue's language.
fn speech<'a>(publication: &'a Publication, catalogue: &'a Catalogue) -> Speech<'a> {
    let row = publication.languages.get(&catalogue.language);
    let has_blanks = row.is_none_or(|row| !WITHOUT_BLANKS.contains(&row.script.code.as_str()));
    let terms = Terms::of(&publication.glossary, catalogue, has_blanks);
    Speech::of(&catalogue.language, row, terms)
}

/// Reads the source texts once for all languages.
fn originals<'a>(
    publication: &'a Publication,
    source: &'a Catalogue,
) -> HashMap<String, Original<'a>> {
    let rules = plurals::Rules::of(publication.languages.get(&source.language));
    let speech = speech(publication, source);
    let entries: Vec<(String, &Entry)> = entries(source).collect();
    let read = entries
        .into_par_iter()
        .map(|(id, entry)| (id, original(publication, source, &speech, &rules, entry)));
    read.collect()
}

/// Reads one source text.
fn original<'a>(
    publication: &'a Publication,
    source: &'a Catalogue,
    speech: &Speech<'a>,
    rules: &plurals::Rules,
    entry: &'a Entry,
) -> Original<'a> {
    let wordings = Wording::all(entry);
    Original {
        parts: entry.parts(),
        content: Content::of(source, entry, rules),
        is_sound: entry.has_text && !has_unknown_fact(publication, entry),
        numbers: Numbers::of(&wordings, named_numbers(&source.texts, entry)),
        endings: endings(&wordings, speech.family()),
        length: wordings.first().map_or(0, Wording::length),
        sentences: copies::sentences(&wordings),
        terms: speech.terms.terms_in(&wordings),
        names: speech.terms.names_in(&wordings),
        wordings,
    }
}

/// Looks at the texts of one language.
fn lint_language(
    publication: &Publication,
    catalogue: &Catalogue,
    originals: &HashMap<String, Original<'_>>,
) -> Vec<LintFinding> {
    let is_source = catalogue.language == publication.brochure.source_language.value;
    let rules = plurals::Rules::of(publication.languages.get(&catalogue.language));
    let speech = speech(publication, catalogue);
    let (mut texts, mut seen) = (Vec::new(), BTreeSet::new());
    let entries: Vec<(String, &Entry)> = entries(catalogue).collect();
    for (id, entry) in &entries {
        let original = originals.get(id.as_str());
        let (found, pair, length) =
            lint_entry(publication, catalogue, (id, entry), original, &rules, &speech);
        seen.extend(speech.terms.names_in(&pair.own));
        texts.push((found, pair.source.map_or(0, |original| original.length), length));
    }
    let lengths: Vec<Lengths<'_>> = entries
        .iter()
        .zip(&texts)
        .map(|((id, entry), (_, source, own))| Lengths {
            id,
            place: &entry.span,
            own: *own,
            source: *source,
        })
        .collect();
    for (index, found) in lengths::check(&lengths) {
        texts[index].0.push(found);
    }
    let mut findings = Vec::new();
    for ((id, entry), (found, ..)) in entries.iter().zip(texts) {
        take_accepted(catalogue, id, entry, found, &mut findings);
    }
    if !is_source && !catalogue.texts.messages.is_empty() {
        let wanted: BTreeSet<usize> =
            originals.values().flat_map(|original| original.names.iter().copied()).collect();
        let glossary = &publication.glossary;
        findings.extend(glossary::missing_everywhere(glossary, catalogue, &wanted, &seen));
    }
    findings
}

/// Looks at one text of a language, as it may be while somebody types it: what only a comparison with the other texts shows is
/// left out.
#[must_use]
pub(crate) fn lint_text(publication: &Publication, language: &Tag, id: &str) -> Vec<LintFinding> {
    let Some(catalogue) = publication.catalogues.get(language) else { return Vec::new() };
    let Some(entry) = named(catalogue, id) else { return Vec::new() };
    let source = publication.catalogues.get(&publication.brochure.source_language.value);
    let source = source.and_then(|source| Some((source, named(source, id)?)));
    let original = source.map(|(source, entry)| {
        let rules = plurals::Rules::of(publication.languages.get(&source.language));
        original(publication, source, &speech(publication, source), &rules, entry)
    });
    let rules = plurals::Rules::of(publication.languages.get(language));
    let speech = speech(publication, catalogue);
    let (found, ..) =
        lint_entry(publication, catalogue, (id, entry), original.as_ref(), &rules, &speech);
    let mut findings = Vec::new();
    take_accepted(catalogue, id, entry, found, &mut findings);
    findings
}

/// The text of that name, of a term with its hyphen.
fn named<'a>(catalogue: &'a Catalogue, id: &str) -> Option<&'a Entry> {
    catalogue.texts.get(&id.parse().ok()?)
}

/// Looks at one text, and gives it as a pair with its source, if that can be compared, and its length.
fn lint_entry<'a>(
    publication: &Publication,
    catalogue: &Catalogue,
    (id, entry): (&'a str, &'a Entry),
    original: Option<&'a Original<'a>>,
    rules: &plurals::Rules,
    speech: &'a Speech<'a>,
) -> (Vec<Found>, Pair<'a>, usize) {
    let is_source = catalogue.language == publication.brochure.source_language.value;
    let mut found = Vec::new();
    let original = original.filter(|original| {
        !is_source
            && original.is_sound
            && entry.has_text
            && !entry.is_cut
            && !has_unknown_fact(publication, entry)
    });
    let is_term = id.starts_with('-');
    if let Some(original) = original.filter(|_| !is_term) {
        let own = Content::of(catalogue, entry, rules);
        found.extend(compare::differences(id, entry, &own, &original.content, rules));
    }
    found.extend(plural_forms::check(publication, entry, rules));
    found.extend(markup::check(entry));
    found.extend(characters::check(publication, catalogue, entry));
    let pair = Pair {
        id,
        entry,
        own: Wording::all(entry),
        named_numbers: named_numbers(&catalogue.texts, entry),
        source: original,
        language: speech,
    };
    let length = check_wordings(publication, &pair, is_term, &mut found);
    (found, pair, length)
}

/// Looks at the wordings of a text, and gives the length of the first.
fn check_wordings(
    publication: &Publication,
    pair: &Pair<'_>,
    is_term: bool,
    found: &mut Vec<Found>,
) -> usize {
    let Some(first) = pair.own.first() else { return 0 };
    let words = Words::of(&first.text);
    numbers::check(pair, found);
    final_punctuation::check(pair, found);
    if !is_term {
        copies::check(publication, pair, &words, found);
    }
    // What nobody translated is no other fault as well.
    if !found.iter().any(|found| found.is(rules::UNTRANSLATED)) {
        scripts::check(pair, found);
        glossary::check(pair, &words, found);
    }
    slips::check(pair, &words, found);
    // Variants share most of their words.
    let mut known: Vec<(Option<Span>, String)> = Vec::new();
    found.retain(|found| {
        let key = (found.diagnostic.span.clone(), found.diagnostic.message.clone());
        let is_new = !known.contains(&key);
        if is_new {
            known.push(key);
        }
        is_new
    });
    first.length()
}

/// Leaves out what a comment above the message accepts, and adds what is wrong with such comments.
fn take_accepted(
    catalogue: &Catalogue,
    id: &str,
    entry: &Entry,
    found: Vec<Found>,
    findings: &mut Vec<LintFinding>,
) {
    let accepts = Accepts::of(entry);
    let subjects: BTreeSet<String> = found.iter().map(|found| found.subject.clone()).collect();
    let finding = |is_fact, diagnostic| LintFinding {
        language: catalogue.language.clone(),
        message: id.to_owned(),
        is_fact,
        diagnostic,
    };
    for found in found {
        if found.diagnostic.severity == Severity::Error {
            findings.push(finding(false, found.diagnostic));
        } else if !accepts.has(&found.subject) {
            let hint = format!(
                "if it is meant so, write above the message: `# accept {}: ` and the reason",
                found.subject
            );
            findings.push(finding(found.is_fact, found.diagnostic.hint(hint)));
        }
    }
    findings.extend(accepts.faults(&subjects).map(|fault| finding(false, fault)));
}

/// Whether a text names a fact that there is not: that is reported, and what else it lacks is often the same fact.
fn has_unknown_fact(publication: &Publication, entry: &Entry) -> bool {
    if entry.common {
        return false;
    }
    let mut unknown = false;
    walk(entry.parts(), &mut |part| match part {
        Part::Variable(name) => unknown |= !publication.has_variable(&name.value),
        Part::Text(text) => {
            let tags = text.value.split('<').skip(1).filter_map(read_tag);
            unknown |= tags.into_iter().any(|(tag, _)| match tag {
                MarkupTag::Link(id) => publication.facts.site_forms(id).is_none(),
                _ => false,
            });
        }
        _ => {}
    });
    unknown
}
