//! Turns the texts of the page's interface, which are Fluent files, into what the page evaluates by itself.
//!
//! A pattern is a text, or a list of texts, of `{ "arg": name }` and of `{ "select": name, "variants": …, "default": key }`.

use std::collections::BTreeMap;

use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use serde::Serialize;

/// A language of the interface.
struct InterfaceLanguage {
    tag: &'static str,
    direction: &'static str,
    /// What the page says of its own.
    words: &'static str,
    /// What checks and refusals say.
    sentences: &'static str,
}

macro_rules! language {
    ($tag:literal, $direction:literal) => {
        InterfaceLanguage {
            tag: $tag,
            direction: $direction,
            words: include_str!(concat!("page/interface/", $tag, ".ftl")),
            sentences: include_str!(concat!("page/sentences/", $tag, ".ftl")),
        }
    };
}

/// The languages of the interface.
const LANGUAGES: [InterfaceLanguage; 4] = [
    language!("fr", "ltr"),
    language!("nl", "ltr"),
    language!("en", "ltr"),
    language!("ar", "rtl"),
];

/// The texts of a language.
#[derive(Debug, Serialize)]
struct Interface {
    language: &'static str,
    direction: &'static str,
    messages: BTreeMap<String, Pattern>,
}

/// A text with what is filled into it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Pattern {
    Text(String),
    Parts(Vec<Part>),
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Part {
    Text(String),
    Argument { arg: String },
    Choice { select: String, variants: BTreeMap<String, Pattern>, default: String },
}

/// The texts of a language in JSON; `None` if the interface is not there in it.
pub(super) fn interface(language: &str) -> Option<String> {
    let own = LANGUAGES.iter().find(|own| own.tag == language)?;
    let mut messages = messages(own.words);
    messages.extend(self::messages(own.sentences));
    let interface = Interface { language: own.tag, direction: own.direction, messages };
    serde_json::to_string(&interface).ok()
}

/// The sentences of checks and refusals as the program writes them, by name.
pub(super) fn english_sentences() -> BTreeMap<String, Vec<Part>> {
    let english = LANGUAGES.iter().find(|own| own.tag == "en");
    let sentences = english.map(|own| messages(own.sentences)).unwrap_or_default().into_iter();
    let parts = |pattern| match pattern {
        Pattern::Text(text) => vec![Part::Text(text)],
        Pattern::Parts(parts) => parts,
    };
    sentences.map(|(id, pattern)| (id, parts(pattern))).collect()
}

fn messages(source: &str) -> BTreeMap<String, Pattern> {
    // The test reads them all without a fault.
    let resource = match parse(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let mut all: BTreeMap<String, ast::Pattern<String>> = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                all.extend(message.value.map(|value| (message.id.name, value)));
            }
            Entry::Term(term) => {
                all.insert(format!("-{}", term.id.name), term.value);
            }
            _ => {}
        }
    }
    let own = all.iter().filter(|(id, _)| !id.starts_with('-'));
    own.map(|(id, pattern)| (id.clone(), compiled(pattern, &all, 0))).collect()
}

/// Texts name each other no deeper than this.
const DEEPEST: usize = 8;

fn compiled(
    pattern: &ast::Pattern<String>,
    all: &BTreeMap<String, ast::Pattern<String>>,
    depth: usize,
) -> Pattern {
    let mut parts = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => push_text(&mut parts, value),
            PatternElement::Placeable { expression } => {
                push_expression(&mut parts, expression, all, depth);
            }
        }
    }
    match parts.as_slice() {
        [] => Pattern::Text(String::new()),
        [Part::Text(text)] => Pattern::Text(text.clone()),
        _ => Pattern::Parts(parts),
    }
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        Some(Part::Text(last)) => last.push_str(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
}

fn push_expression(
    parts: &mut Vec<Part>,
    expression: &Expression<String>,
    all: &BTreeMap<String, ast::Pattern<String>>,
    depth: usize,
) {
    match expression {
        Expression::Inline(inline) => push_inline(parts, inline, all, depth),
        Expression::Select { selector, variants } => {
            let Some(select) = argument(selector) else { return };
            let key = |variant: &ast::Variant<String>| match &variant.key {
                VariantKey::Identifier { name } => name.clone(),
                VariantKey::NumberLiteral { value } => value.clone(),
            };
            let default = variants.iter().find(|variant| variant.default).map(key);
            let variants =
                variants.iter().map(|variant| (key(variant), compiled(&variant.value, all, depth)));
            let variants = variants.collect();
            parts.push(Part::Choice { select, variants, default: default.unwrap_or_default() });
        }
    }
}

fn push_inline(
    parts: &mut Vec<Part>,
    inline: &InlineExpression<String>,
    all: &BTreeMap<String, ast::Pattern<String>>,
    depth: usize,
) {
    let named = match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            return push_text(parts, value);
        }
        InlineExpression::MessageReference { id, .. } => Some(id.name.clone()),
        InlineExpression::TermReference { id, .. } => Some(format!("-{}", id.name)),
        InlineExpression::Placeable { expression } => {
            return push_expression(parts, expression, all, depth);
        }
        _ => None,
    };
    if let Some(pattern) = named.and_then(|name| all.get(&name)).filter(|_| depth < DEEPEST) {
        match compiled(pattern, all, depth + 1) {
            Pattern::Text(text) => push_text(parts, &text),
            Pattern::Parts(own) => parts.extend(own),
        }
    } else if let Some(arg) = argument(inline) {
        parts.push(Part::Argument { arg });
    }
}

/// The variable that is filled in, or that a function formats.
fn argument(inline: &InlineExpression<String>) -> Option<String> {
    match inline {
        InlineExpression::VariableReference { id } => Some(id.name.clone()),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().find_map(argument)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use fluent_syntax::parser::parse;
    use serde_json::{Value, json};

    use super::{LANGUAGES, interface, messages};

    #[test]
    fn a_pattern_is_text_arguments_and_choices() {
        let source = "a = Text { $n } end\nb = { $n ->\n    [one] one\n   *[other] { NUMBER($n) } { -c }\n }\n-c = days\n";
        let read: Value = serde_json::to_value(messages(source)).unwrap();
        assert_eq!(
            read,
            json!({
                "a": ["Text ", { "arg": "n" }, " end"],
                "b": [{
                    "select": "n",
                    "variants": { "one": "one", "other": [{ "arg": "n" }, " days"] },
                    "default": "other"
                }]
            })
        );
    }

    #[test]
    fn all_languages_have_the_same_texts() {
        let names = |source: &str| messages(source).into_keys().collect::<Vec<_>>();
        let [first, ..] = &LANGUAGES;
        for own in &LANGUAGES {
            for (source, other) in [(own.words, first.words), (own.sentences, first.sentences)] {
                assert!(parse(source.to_owned()).is_ok(), "{}", own.tag);
                assert_eq!(names(source), names(other), "{}", own.tag);
            }
            let read: Value = serde_json::from_str(&interface(own.tag).unwrap()).unwrap();
            assert_eq!(
                (&read["language"], &read["direction"]),
                (&json!(own.tag), &json!(own.direction))
            );
        }
        assert_eq!(interface("xx"), None);
    }
}
