//! Makes the catalogues of a new brochure or language: texts that ship, or an empty file that says what belongs there.

use std::fmt::Write as _;
use std::sync::Arc;

use fluent_syntax::ast;
use fluent_syntax::parser::parse;

use crate::diagnostic::{Diagnostic, SourceFile};
use crate::language::{Language, Tag};
use crate::load::TextId;
use crate::load::ftl::{from_plain, parse_pattern, replace, typed};

/// Lists the languages of a folder of catalogues.
macro_rules! catalogues {
    ($before:literal, $after:literal, [$($language:literal),* $(,)?]) => {
        &[$(($language, include_str!(concat!($before, $language, $after)))),*]
    };
}

/// The texts that all brochures share, in the languages of the shipped brochure.
const COMMON: &[(&str, &str)] = catalogues!(
    "../../translations/",
    "/common.ftl",
    ["ar", "en", "es", "fr", "nl", "pt", "ru", "tr"]
);

/// The texts of a new brochure.
const TEXTS: &[(&str, &str)] = catalogues!("templates/texts/", ".ftl", ["en", "fr", "nl"]);

/// The language in which the texts of a new brochure are where they are not in its own.
pub(super) const STAND_IN: &str = "en";

fn find(catalogues: &[(&str, &'static str)], language: &str) -> Option<&'static str> {
    catalogues.iter().find(|(known, _)| *known == language).map(|(_, text)| *text)
}

/// The texts that all brochures share, in a language; `None` if the program has none.
#[must_use]
pub(crate) fn common(language: &Tag) -> Option<&'static str> {
    find(COMMON, language.as_str())
}

/// Whether the program has the texts that all brochures share in a language.
#[must_use]
pub(super) fn has_common(language: &Tag) -> bool {
    common(language).is_some()
}

/// The texts that all brochures share, in the language that stands in for others.
#[must_use]
pub(super) fn stand_in_common() -> &'static str {
    find(COMMON, STAND_IN).unwrap_or_default()
}

/// The texts of a new brochure in its source language, with the title that was asked for. Where the program has none in that
/// language, they are English, and marked as such: so they are hyphenated and read aloud properly.
///
/// # Errors
///
/// Fails if the title can't stand in a text.
pub(super) fn source_texts(
    language: &Tag,
    title: Option<&str>,
) -> Result<(String, bool), Diagnostic> {
    let own = find(TEXTS, language.as_str());
    let mut text = own.or_else(|| find(TEXTS, STAND_IN)).unwrap_or_default().to_owned();
    if own.is_none() {
        text = in_other_language(&text)?;
    }
    if let Some(title) = title {
        text = with_text(&text, "cover-title", &from_plain(title))?;
    }
    Ok((text, own.is_some()))
}

/// A text in which each message is marked as English, and counts nothing: other languages have other plural forms.
fn in_other_language(text: &str) -> Result<String, Diagnostic> {
    let Ok(resource) = parse(text.to_owned()) else { return Ok(text.to_owned()) };
    let mut marked = text.to_owned();
    for entry in resource.body {
        let ast::Entry::Message(ast::Message { id, value: Some(value), .. }) = entry else {
            continue;
        };
        let plain = typed(&without_variants(value));
        let pattern = parse_pattern(&format!("<span lang=\"{STAND_IN}\">{plain}</span>"));
        let pattern = pattern.map_err(|error| Diagnostic::error(error.to_string()))?;
        marked = with_text(&marked, &id.name, &pattern)?;
    }
    Ok(marked)
}

/// A pattern in which each choice is what stands for all other numbers.
fn without_variants(pattern: ast::Pattern<String>) -> ast::Pattern<String> {
    let elements = pattern.elements.into_iter().flat_map(|element| match element {
        ast::PatternElement::Placeable { expression: ast::Expression::Select { variants, .. } } => {
            let usual = variants.into_iter().find(|variant| variant.default);
            usual.map(|variant| variant.value.elements).unwrap_or_default()
        }
        other => vec![other],
    });
    ast::Pattern { elements: elements.collect() }
}

fn with_text(text: &str, id: &str, pattern: &ast::Pattern<String>) -> Result<String, Diagnostic> {
    let fault = |error: &dyn std::fmt::Display| Diagnostic::error(error.to_string());
    let id: TextId = id.parse().map_err(|_| Diagnostic::error(format!("`{id}` is no id")))?;
    replace(&SourceFile::new("texts", text), &id, pattern).map_err(|error| fault(&error))
}

/// An empty catalogue: the groups of the source, and what belongs there. Source texts are not copied: they would go stale
/// unseen. A message that is not there is missing, and is counted and shown as such.
#[must_use]
pub(super) fn empty(source: &Arc<SourceFile>, language: &Language) -> String {
    let mut out = format!(
        "# {}: one message a line, `id = text`, with the ids of `{}`.\n\
         # What is not here yet is missing, and another language stands in. `feuillet translations export` makes a file for the tool that you like.\n",
        language.autonym, source.path
    );
    let Ok(resource) = parse(source.text.as_str()) else { return out };
    for entry in resource.body {
        if let ast::Entry::GroupComment(comment) = entry {
            out.push('\n');
            for line in comment.content {
                let _ = writeln!(out, "{}", format!("## {line}").trim_end());
            }
        }
    }
    out
}

/// How many messages a catalogue has.
#[must_use]
pub(super) fn messages(text: &str) -> usize {
    let resource = parse(text).unwrap_or_else(|(resource, _)| resource);
    let messages = resource.body.iter().filter(|entry| matches!(entry, ast::Entry::Message(_)));
    messages.count()
}
