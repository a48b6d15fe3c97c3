//! Turns the pattern of a message into Fluent that reads back as the same pattern.

use std::fmt::Write as _;

use fluent_syntax::ast;

use crate::load::ftl::pattern::Pattern;
use crate::load::text_id::TextId;

/// How far the lines of a message stand in.
pub(super) const INDENT: usize = 4;

/// Writes what follows the `=` of a message: on the same line, or on lines of their own if there are several.
#[must_use]
pub(crate) fn write_pattern(pattern: &Pattern) -> String {
    let mut writer = Writer::default();
    writer.value(pattern, INDENT);
    writer.out
}

/// Writes a message or term with its comment, without a line end behind it.
#[must_use]
pub(crate) fn write_entry(id: &TextId, value: &Pattern, comment: Option<&str>) -> String {
    let mut out = String::new();
    for line in comment.into_iter().flat_map(str::lines) {
        out.push_str(format!("# {line}").trim_end());
        out.push('\n');
    }
    let _ = write!(out, "{id} ={}", write_pattern(value));
    out
}

/// Writes a pattern.
#[derive(Default)]
pub(super) struct Writer {
    /// What is written so far.
    pub(super) out: String,
}

impl Writer {
    /// Writes a pattern behind a `=` or a key; its further lines stand in by `indent`.
    fn value(&mut self, pattern: &Pattern, indent: usize) {
        let is_long = pattern.elements.iter().any(|element| match element {
            ast::PatternElement::TextElement { value } => value.contains('\n'),
            ast::PatternElement::Placeable { expression } => {
                matches!(expression, ast::Expression::Select { .. })
            }
        });
        if is_long {
            self.line(indent);
        } else {
            self.out.push(' ');
        }
        self.pattern(pattern, indent);
    }

    fn line(&mut self, indent: usize) {
        let _ = write!(self.out, "\n{:indent$}", "");
    }

    fn pattern(&mut self, pattern: &Pattern, indent: usize) {
        // The parser cuts a text at each line.
        let mut parts: Vec<Part<'_>> = Vec::new();
        for element in &pattern.elements {
            match (parts.last_mut(), element) {
                (Some(Part::Text(text)), ast::PatternElement::TextElement { value }) => {
                    text.push_str(value);
                }
                (_, ast::PatternElement::TextElement { value }) => {
                    parts.push(Part::Text(value.clone()));
                }
                (_, ast::PatternElement::Placeable { expression }) => {
                    parts.push(Part::Placeable(expression));
                }
            }
        }
        if parts.is_empty() {
            parts.push(Part::Text(String::new()));
        }
        let last = parts.len() - 1;
        for (index, part) in parts.iter().enumerate() {
            match part {
                Part::Text(text) => self.text(text, index == 0, index == last, indent),
                Part::Placeable(expression) => self.placeable(expression, indent),
            }
        }
    }

    /// Writes a text. What would be layout or syntax where it stands is quoted: braces, blanks at either end of a line
    /// that would be lost, signs that begin an attribute or a variant, empty lines at either end of the pattern.
    pub(super) fn text(&mut self, text: &str, is_first: bool, is_last: bool, indent: usize) {
        let lines: Vec<&str> = text.split('\n').collect();
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            let begins_pattern = is_first && index == 0;
            let ends_pattern = is_last && index + 1 == lines.len();
            let begins_line = begins_pattern || index > 0;
            if line.is_empty() {
                if begins_pattern || ends_pattern {
                    let is_whole = begins_pattern && ends_pattern;
                    if index > 0 {
                        let _ = write!(self.out, "{:indent$}", "");
                    }
                    // Between two placeables nothing is nothing.
                    if is_whole || lines.len() > 1 {
                        self.quote("");
                    }
                } else if index + 1 == lines.len() && index > 0 {
                    // A placeable begins the line.
                    let _ = write!(self.out, "{:indent$}", "");
                }
                continue;
            }
            if index > 0 {
                let _ = write!(self.out, "{:indent$}", "");
            }
            let mut rest = *line;
            if begins_line {
                let trimmed = rest.trim_start_matches(' ');
                let (blanks, after) = rest.split_at(rest.len() - trimmed.len());
                if !blanks.is_empty() {
                    self.quote(blanks);
                    rest = after;
                } else if rest.starts_with(['[', '*', '.']) {
                    self.quote(&rest[..1]);
                    rest = &rest[1..];
                }
            }
            let blanks =
                if ends_pattern { rest.len() - rest.trim_end_matches(' ').len() } else { 0 };
            let (written, blanks) = rest.split_at(rest.len() - blanks);
            for c in written.chars() {
                match c {
                    '{' | '}' | '\r' => self.quote(c.encode_utf8(&mut [0; 4])),
                    c => self.out.push(c),
                }
            }
            if !blanks.is_empty() {
                self.quote(blanks);
            }
        }
    }

    /// Writes a quoted text as a placeable.
    fn quote(&mut self, text: &str) {
        self.out.push_str("{\"");
        for c in text.chars() {
            match c {
                '"' | '\\' => self.out.extend(['\\', c]),
                '\r' => self.out.push_str("\\u000D"),
                c => self.out.push(c),
            }
        }
        self.out.push_str("\"}");
    }

    fn placeable(&mut self, expression: &ast::Expression<String>, indent: usize) {
        match expression {
            // A quoted text is written without blanks, as by hand.
            ast::Expression::Inline(inline @ ast::InlineExpression::StringLiteral { .. }) => {
                self.out.push('{');
                self.inline(inline, indent);
                self.out.push('}');
            }
            ast::Expression::Inline(inline) => {
                self.out.push_str("{ ");
                self.inline(inline, indent);
                self.out.push_str(" }");
            }
            ast::Expression::Select { selector, variants } => {
                self.out.push_str("{ ");
                self.inline(selector, indent);
                self.out.push_str(" ->");
                for variant in variants {
                    let (ast::VariantKey::Identifier { name: key }
                    | ast::VariantKey::NumberLiteral { value: key }) = &variant.key;
                    self.line(indent + INDENT - usize::from(variant.default));
                    let star = if variant.default { "*" } else { "" };
                    let _ = write!(self.out, "{star}[{key}]");
                    self.value(&variant.value, indent + 2 * INDENT);
                }
                self.line(indent);
                self.out.push('}');
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<String>, indent: usize) {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                let _ = write!(self.out, "\"{value}\"");
            }
            ast::InlineExpression::NumberLiteral { value } => self.out.push_str(value),
            ast::InlineExpression::VariableReference { id } => {
                let _ = write!(self.out, "${}", id.name);
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                self.out.push_str(&id.name);
                self.attribute(attribute.as_ref());
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                let _ = write!(self.out, "-{}", id.name);
                self.attribute(attribute.as_ref());
                if let Some(arguments) = arguments {
                    self.arguments(arguments, indent);
                }
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                self.out.push_str(&id.name);
                self.arguments(arguments, indent);
            }
            ast::InlineExpression::Placeable { expression } => self.placeable(expression, indent),
        }
    }

    fn attribute(&mut self, attribute: Option<&ast::Identifier<String>>) {
        if let Some(attribute) = attribute {
            let _ = write!(self.out, ".{}", attribute.name);
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<String>, indent: usize) {
        self.out.push('(');
        for (index, argument) in arguments.positional.iter().enumerate() {
            self.out.push_str(if index == 0 { "" } else { ", " });
            self.inline(argument, indent);
        }
        for (index, argument) in arguments.named.iter().enumerate() {
            let is_first = index == 0 && arguments.positional.is_empty();
            let _ =
                write!(self.out, "{}{}: ", if is_first { "" } else { ", " }, argument.name.name);
            self.inline(&argument.value, indent);
        }
        self.out.push(')');
    }
}

/// A stretch of a pattern.
enum Part<'a> {
    Text(String),
    Placeable(&'a ast::Expression<String>),
}
