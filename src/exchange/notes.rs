//! Writes what a translator should know of a text: the comments of the source, and what stands in its braces.

use crate::exchange::sentences::choice_of;
use crate::exchange::unit_id::UnitId;
use crate::exchange::variants::{Basis, Grammar, is_number};
use crate::exchange::{Piece, Text};
use crate::load::Publication;
use crate::load::catalogue::Entry;
use crate::load::facts::{ContactPart, Content};

/// What the program knows of the texts of a brochure.
pub(crate) struct Notes<'a> {
    publication: &'a Publication,
}

impl<'a> Notes<'a> {
    /// Those of a brochure.
    pub(crate) fn new(publication: &'a Publication) -> Notes<'a> {
        Notes { publication }
    }

    /// The lines of the comment of a text.
    pub(crate) fn about(
        &self,
        id: &UnitId,
        entry: &Entry,
        source: &Text,
        grammar: &Grammar<'_>,
    ) -> Vec<String> {
        let mut lines = Vec::new();
        let comments = entry.details.group().into_iter().chain(entry.details.comment());
        for line in comments.flat_map(|comment| comment.lines()) {
            // What somebody accepted in the source is nothing for translators.
            if !line.trim().is_empty() && !line.starts_with("accept ") {
                lines.push(line.trim().to_owned());
            }
        }
        if entry.common {
            lines.push("All brochures share this text.".to_owned());
        }
        if id.text.starts_with('-') {
            lines.push(format!("A name that other texts show where they have {{ {} }}.", id.text));
        }
        if let Some(step) = id.path.last() {
            let (key, is_default) = step.plain_key();
            let code = crate::exchange::sentences::code_of(&step.selector);
            let Basis::Number(count) = grammar.basis(&step.selector, [key]) else {
                let when = if is_default { "in all other cases" } else { "for this case" };
                lines.push(format!("Stands in place of {code} {when}: {key}."));
                return self.with_codes(lines, source);
            };
            let examples = match is_number(key) {
                true => vec![key.to_owned()],
                false => grammar.examples(&step.selector, count, key),
            };
            let end = if examples.len() > 2 { ", …" } else { "." };
            let numbers = match examples.is_empty() {
                true => "for all other numbers.".to_owned(),
                false => format!("for {}{end}", examples.join(", ")),
            };
            lines.push(format!("Stands in place of {code} {numbers}"));
        }
        self.with_codes(lines, source)
    }

    fn with_codes(&self, mut lines: Vec<String>, source: &Text) -> Vec<String> {
        for piece in &source.pieces {
            let Piece::Code(code) = piece else { continue };
            let line = match choice_of(code) {
                Some(_) => Some(format!("In place of {code} stands one of the texts below.")),
                None => variable_of(code).and_then(|name| self.about_variable(code, name)),
            };
            if let Some(line) = line.filter(|line| !lines.contains(line)) {
                lines.push(line);
            }
        }
        lines
    }

    /// What a variable is, and what it says today.
    fn about_variable(&self, code: &str, name: &str) -> Option<String> {
        let facts = &self.publication.facts;
        let source = &self.publication.brochure.source_language.value;
        if let Some(value) = facts.values.get(name) {
            let said = match &value.content {
                Content::Number(number) => format!("a number, {number} today"),
                Content::Date(date) => format!("a date, {date} today"),
                Content::Text(forms) => format!("“{}” today", forms.form_for(source).as_str()),
                Content::Phone(_) => "a telephone number".to_owned(),
                Content::Site(_) => "a web address".to_owned(),
                Content::Email(_) => "a mail address".to_owned(),
                Content::Address(_) => "a postal address".to_owned(),
            };
            return Some(format!("{code} is {said}."));
        }
        if let Some((contact, part)) = facts.contact_part(name) {
            let what = match part {
                ContactPart::Name => "the name",
                ContactPart::Phone => "the telephone number",
                ContactPart::Site => "the web address",
                ContactPart::Email => "the mail address",
                ContactPart::Address => "the postal address",
            };
            let whose = contact.name.as_ref().map(|name| name.form_for(source).as_str());
            return Some(format!("{code} is {what} of {}.", whose.unwrap_or(&contact.id.value)));
        }
        if self.publication.brochure.section_of_page(name).is_some() {
            return Some(format!("{code} is the number of a page."));
        }
        self.publication.has_variable(name).then(|| format!("{code} is filled in by the program."))
    }
}

/// The variable that a code fills in.
fn variable_of(code: &str) -> Option<&str> {
    let name = code.strip_prefix('{')?.strip_suffix('}')?.trim().strip_prefix('$')?;
    let is_name = name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_');
    is_name.then_some(name)
}
