//! Turns the tables `[[accept]]` of `brochure.toml` into the findings that somebody looked at and accepts, and reports
//! what they name and is not there.

use crate::diagnostic::{Diagnostic, Located, Report, Reported, Span, list};
use crate::fields::{Fields, Table};
use crate::language::Tag;
use crate::load::brochure::Brochure;
use crate::load::publication::Publication;
use crate::load::text_id::TextId;

/// A finding of a layout check that is meant so.
#[derive(Debug, Clone, PartialEq)]
pub struct Accept {
    /// The id of the check.
    pub check: Located<String>,
    /// The edition, if it is accepted in one alone.
    pub edition: Option<Located<String>>,
    /// The language of the edition, if it is accepted in one alone.
    pub language: Option<Located<Tag>>,
    /// The section that opens the panel or page, if it is accepted there alone.
    pub section: Option<Located<String>>,
    /// The message or fact, if it is accepted for one alone.
    pub message: Option<Located<String>>,
    /// Why it is meant so.
    pub reason: String,
    /// Where it stands.
    pub span: Span,
}

/// What narrows an `[[accept]]` down; one of them is needed.
const LIMITS: [&str; 4] = ["edition", "language", "section", "message"];

/// Reads a table `[[accept]]`; all faults are in the report.
///
/// # Errors
///
/// Fails if it can't be told what it accepts.
pub(super) fn read_accept(table: &Located<Table>, report: &Report) -> Result<Accept, Reported> {
    let fields = Fields::new(&table.value, &table.span, "an `[[accept]]`", report);
    let check = fields.required::<String>("check");
    let edition = fields.optional("edition");
    let language = fields.optional("language");
    let section = fields.optional("section");
    let message = fields.optional("message");
    let reason = fields.required::<String>("reason");
    fields.finish();
    let (check, reason) = (check?, reason?);
    if reason.value.trim().is_empty() {
        report.add(
            Diagnostic::error("an `[[accept]]` needs a reason")
                .at(&reason.span)
                .hint("say why it is meant so: whoever comes after you wants to know"),
        );
    }
    if LIMITS.iter().all(|limit| is_missing(&table.value, limit)) {
        report.add(
            Diagnostic::error(format!("this accepts `{}` everywhere", check.value))
                .at(&check.span)
                .hint(format!("name one of {} at least", list(&LIMITS))),
        );
    }
    let span = check.span.clone();
    Ok(Accept { check, edition, language, section, message, reason: reason.value, span })
}

/// Whether a key is not there; one that is there and can't be read was reported as such.
fn is_missing(table: &Table, key: &str) -> bool {
    table.entries.iter().all(|(name, _)| name.value != key)
}

/// Reports editions, languages and sections that the brochure does not have.
pub(super) fn check_names(brochure: &Brochure, report: &Report) {
    let editions: Vec<&str> = brochure.editions.iter().map(|edition| edition.id.as_str()).collect();
    let sections: Vec<&str> = brochure.sections.iter().map(|section| section.id.as_str()).collect();
    let languages: Vec<&str> = brochure.languages.iter().map(|tag| tag.value.as_str()).collect();
    for accept in &brochure.accepts {
        let tag = accept.language.clone().map(|tag| tag.map(|tag| tag.to_string()));
        for (noun, name, known) in [
            ("edition", &accept.edition, &editions),
            ("section", &accept.section, &sections),
            ("language", &tag, &languages),
        ] {
            if let Some(name) = name.as_ref().filter(|name| !known.contains(&name.as_str())) {
                report.add(
                    Diagnostic::error(format!("unknown {noun} `{}`", name.value))
                        .at(&name.span)
                        .suggest_or_list(name.as_str(), &format!("{noun}s"), known),
                );
            }
        }
    }
}

/// Reports messages and facts that are not there.
pub(super) fn check_messages(publication: &Publication, report: &Report) {
    let catalogues = publication.catalogues.iter();
    let messages = catalogues.flat_map(|catalogue| catalogue.texts.messages.keys());
    let contacts = publication.facts.contacts.iter().map(|contact| contact.id.as_str());
    let values = publication.facts.values.keys().map(String::as_str);
    let known: Vec<&str> = messages.map(TextId::as_str).chain(contacts).chain(values).collect();
    for message in publication.brochure.accepts.iter().filter_map(|accept| accept.message.as_ref())
    {
        if !known.contains(&message.as_str()) {
            report.add(
                Diagnostic::error(format!("unknown message `{}`", message.value))
                    .at(&message.span)
                    .suggest(message.as_str(), known.iter().copied()),
            );
        }
    }
}
