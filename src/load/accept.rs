//! Turns the tables `[[accept]]` of `brochure.toml` into the findings that somebody looked at and accepts.

use crate::diagnostic::{Diagnostic, Located, Report, Reported, Span, list};
use crate::fields::{Fields, Table};
use crate::language::Tag;

/// A finding of a layout check, or a number or address in a text, that is meant so.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Accept {
    /// The id of the check.
    pub(crate) check: Located<String>,
    /// The edition, if it is accepted in one alone.
    pub(crate) edition: Option<Located<String>>,
    /// The language of the edition, if it is accepted in one alone.
    pub(crate) language: Option<Located<Tag>>,
    /// The section that opens the panel or page, if it is accepted there alone.
    pub(crate) section: Option<Located<String>>,
    /// The message or fact, if it is accepted for one alone.
    pub(crate) message: Option<Located<String>>,
    /// The number or address that a text may hold, as it is typed there.
    pub(crate) found: Option<Located<String>>,
    /// Why it is meant so.
    pub(crate) reason: String,
    /// The canonical form of its table.
    pub(crate) canonical: String,
    /// Where it stands.
    pub(crate) span: Span,
}

/// What narrows an `[[accept]]` down; one of them is needed.
const LIMITS: [&str; 4] = ["edition", "language", "section", "message"];

/// Reads a table `[[accept]]`; all faults are in the report.
///
/// # Errors
///
/// Fails if the check or the reason is missing.
pub(super) fn read_accept(table: &Located<Table>, report: &Report) -> Result<Accept, Reported> {
    let fields = Fields::new(&table.value, &table.span, "an `[[accept]]`", report);
    let check = fields.required::<String>("check");
    let edition = fields.optional("edition");
    let language = fields.optional("language");
    let section = fields.optional("section");
    let message = fields.optional("message");
    let found = fields.optional("found");
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
    let (reason, canonical) = (reason.value, table.value.canonical(&[]));
    Ok(Accept { check, edition, language, section, message, found, reason, canonical, span })
}

/// Whether a key is not there; one that is there and can't be read was reported as such.
fn is_missing(table: &Table, key: &str) -> bool {
    table.entries.iter().all(|(name, _)| name.value != key)
}
