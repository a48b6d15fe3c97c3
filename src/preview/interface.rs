//! Turns the texts of the page's interface, which are Fluent files, into what the page evaluates by itself.
//!
//! A pattern is a text, or a list of texts, of `{ "arg": name }` and of `{ "select": name, "variants": …, "default": key }`.

use std::collections::BTreeMap;

use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use serde::Serialize;

/// The languages of the interface, each with its direction and its texts.
const LANGUAGES: [(&str, &str, &str); 4] = [
    ("fr", "ltr", include_str!("page/interface/fr.ftl")),
    ("nl", "ltr", include_str!("page/interface/nl.ftl")),
    ("en", "ltr", include_str!("page/interface/en.ftl")),
    ("ar", "rtl", include_str!("page/interface/ar.ftl")),
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
enum Pattern {
    Text(String),
    Parts(Vec<Part>),
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
enum Part {
    Text(String),
    Argument { arg: String },
    Choice { select: String, variants: BTreeMap<String, Pattern>, default: String },
}

/// The texts of a language in JSON; `None` if the interface is not there in it.
pub(super) fn interface(language: &str) -> Option<String> {
    let (language, direction, source) = LANGUAGES.iter().find(|(tag, ..)| *tag == language)?;
    let interface = Interface { language, direction, messages: messages(source) };
    serde_json::to_string(&interface).ok()
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
        let (_, _, first) = LANGUAGES[0];
        for (language, direction, source) in LANGUAGES {
            assert!(parse(source.to_owned()).is_ok(), "{language}");
            assert_eq!(names(source), names(first), "{language}");
            let read: Value = serde_json::from_str(&interface(language).unwrap()).unwrap();
            assert_eq!(
                (&read["language"], &read["direction"]),
                (&json!(language), &json!(direction))
            );
        }
        assert_eq!(interface("xx"), None);
    }
}
