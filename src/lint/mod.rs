//! Turns a publication into what may be wrong with its texts: what a translation lost or added against its source, forms of
//! the plural that a language asks for, markup that is not ours, characters that nobody sees.
//!
//! Nearly all of it are warnings, and somebody who meant it so says why, in a comment above the message: see [`accepted`].

mod accepted;
mod characters;
mod compare;
mod content;
mod markup;
mod plural_forms;
pub(crate) mod plurals;

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::language::Tag;
use crate::lint::accepted::Accepts;
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
}

/// Looks at every text of every language. Findings that somebody accepted are left out.
#[must_use]
pub(crate) fn lint(publication: &Publication) -> Vec<LintFinding> {
    let source = publication.catalogues.get(&publication.brochure.source_language.value);
    let mut findings = Vec::new();
    for catalogue in publication.catalogues.iter() {
        let rules = plurals::Rules::of(publication.languages.get(&catalogue.language));
        let texts = &catalogue.texts;
        let messages = texts.messages.iter().map(|(id, entry)| (id.to_string(), entry));
        let terms = texts.terms.iter().map(|(id, entry)| (format!("-{id}"), entry));
        for (id, entry) in messages.chain(terms) {
            let mut found = Vec::new();
            let original = source
                .filter(|source| source.language != catalogue.language)
                .and_then(|source| Some((source, source.texts.messages.get(id.as_str())?)));
            if let Some((source, original)) = original
                && entry.has_text
                && original.has_text
                && !has_unknown_fact(publication, entry)
                && !has_unknown_fact(publication, original)
            {
                let source_rules = plurals::Rules::of(publication.languages.get(&source.language));
                let original = content::Content::of(source, original, &source_rules);
                let own = content::Content::of(catalogue, entry, &rules);
                found.extend(compare::differences(&id, entry, &own, &original, &rules));
            }
            found.extend(plural_forms::check(publication, entry, &rules));
            found.extend(markup::check(entry));
            found.extend(characters::check(publication, catalogue, entry));
            take_accepted(catalogue, &id, entry, found, &mut findings);
        }
    }
    findings
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
    walk(&entry.parts, &mut |part| match part {
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
