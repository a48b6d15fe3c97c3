//! Turns the pattern of a message into Fluent that reads back as the same pattern, and what somebody typed into a pattern.

use std::fmt::Write as _;

use fluent_syntax::ast;
use fluent_syntax::parser::{ErrorKind, parse};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::load::text_id::TextId;

/// What a message says: text, and what is filled in.
pub type Pattern = ast::Pattern<String>;

/// Says why a text that somebody typed is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// It holds nothing but blanks.
    Empty,
    /// A `}` closes nothing.
    StrayBrace,
    /// What stands in braces can't be read.
    Syntax(ErrorKind),
}

/// How far the lines of a message stand in.
const INDENT: usize = 4;

/// Makes a pattern of plain text: nothing is filled in, and braces are braces.
#[must_use]
pub fn from_plain(text: &str) -> Pattern {
    let value = text.replace("\r\n", "\n");
    Pattern { elements: vec![ast::PatternElement::TextElement { value }] }
}

/// Reads a pattern as it is typed into an editor: lines need not stand in, and may begin with any sign; what stands in
/// braces is Fluent.
///
/// # Errors
///
/// Fails if a brace is not closed or closes nothing, or if what stands in braces can't be read.
pub fn parse_pattern(typed: &str) -> Result<Pattern, PatternError> {
    let typed = typed.replace("\r\n", "\n");
    let typed = typed.trim_matches(['\n', ' ']);
    if typed.is_empty() {
        return Err(PatternError::Empty);
    }
    let mut writer = Writer::default();
    let mut text = String::new();
    // What is open: a placeable, or the variants of one, whose text may hold quotes.
    let mut open: Vec<Inside> = Vec::new();
    let mut first = true;
    let mut characters = typed.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if open.is_empty() && !matches!(c, '{' | '}') {
            // Blanks at the beginning of a line are layout.
            if c != ' ' || !text.ends_with('\n') {
                text.push(c);
            }
            continue;
        }
        match (open.last_mut(), c) {
            (None, '}') => return Err(PatternError::StrayBrace),
            (_, '{') => {
                if open.is_empty() {
                    writer.text(&std::mem::take(&mut text), first, false, INDENT);
                    first = false;
                }
                open.push(Inside::Placeable);
            }
            (Some(_), '}') => drop(open.pop()),
            (Some(inside @ Inside::Placeable), '"') => *inside = Inside::Quote,
            (Some(inside @ Inside::Quote), '"') => *inside = Inside::Placeable,
            (Some(Inside::Quote), '\\') => {
                writer.out.push(c);
                writer.out.extend(characters.next().map(|(_, escaped)| escaped));
                continue;
            }
            (Some(inside @ Inside::Placeable), '-') if typed[at..].starts_with("->") => {
                *inside = Inside::Variants;
            }
            _ => {}
        }
        writer.out.push(c);
        if c == '\n' {
            writer.out.extend(std::iter::repeat_n(' ', INDENT));
        }
    }
    writer.text(&text, first, true, INDENT);
    let source = format!("a =\n{:INDENT$}{}\n", "", writer.out);
    let resource = parse(source).map_err(|(_, errors)| {
        let kind = errors.into_iter().next().map(|error| error.kind);
        PatternError::Syntax(kind.unwrap_or(ErrorKind::MissingValue))
    })?;
    match <[_; 1]>::try_from(resource.body) {
        Ok([ast::Entry::Message(ast::Message { value: Some(pattern), attributes, .. })])
            if attributes.is_empty() =>
        {
            Ok(pattern)
        }
        _ => Err(PatternError::StrayBrace),
    }
}

/// What a `{` has opened.
#[derive(Clone, Copy)]
enum Inside {
    /// An expression.
    Placeable,
    /// A quoted text in an expression.
    Quote,
    /// What follows `->`: keys and texts.
    Variants,
}

/// What a pattern shows where nothing is filled in: its text, with what is quoted; `None` if something is filled in.
#[must_use]
pub fn shown(pattern: &Pattern) -> Option<String> {
    let parts = pattern.elements.iter().map(|element| match element {
        ast::PatternElement::TextElement { value } => Some(value.clone()),
        ast::PatternElement::Placeable {
            expression: ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }),
        } => Some(unescape_unicode_to_string(value).into_owned()),
        ast::PatternElement::Placeable { .. } => None,
    });
    parts.collect()
}

/// Writes what follows the `=` of a message: on the same line, or on lines of their own if there are several.
#[must_use]
pub fn write_pattern(pattern: &Pattern) -> String {
    let mut writer = Writer::default();
    writer.value(pattern, INDENT);
    writer.out
}

/// Writes a pattern as it is typed into an editor; [`parse_pattern`] reads it back.
#[must_use]
pub fn typed(pattern: &Pattern) -> String {
    let written = write_pattern(pattern);
    let lines = written.trim_start().split('\n');
    let indent = " ".repeat(INDENT);
    lines.map(|line| line.strip_prefix(&indent).unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// Writes a message or term with its comment, without a line end behind it.
#[must_use]
pub fn write_entry(id: &TextId, value: &Pattern, comment: Option<&str>) -> String {
    let mut out = String::new();
    for line in comment.into_iter().flat_map(str::lines) {
        out.push_str(format!("# {line}").trim_end());
        out.push('\n');
    }
    let _ = write!(out, "{id} ={}", write_pattern(value));
    out
}

#[derive(Default)]
struct Writer {
    out: String,
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
    fn text(&mut self, text: &str, is_first: bool, is_last: bool, indent: usize) {
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

impl std::fmt::Display for PatternError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PatternError::Empty => out.write_str("the text is empty"),
            PatternError::StrayBrace => out.write_str("a `}` closes nothing"),
            PatternError::Syntax(kind) => {
                write!(out, "what stands in braces can't be read: {kind}")
            }
        }
    }
}

impl std::error::Error for PatternError {}

#[cfg(test)]
mod tests {
    use super::{PatternError, from_plain, parse_pattern, shown, write_pattern};

    #[test]
    fn plain_text_is_quoted_where_it_would_be_syntax() {
        for (text, written) in [
            ("Hello", " Hello"),
            ("", " {\"\"}"),
            (" a ", " {\" \"}a{\" \"}"),
            ("{a}", " {\"{\"}a{\"}\"}"),
            ("one\n\n.two\n  three", "\n    one\n\n    {\".\"}two\n    {\"  \"}three"),
            ("\na\n", "\n    {\"\"}\n    a\n    {\"\"}"),
            ("[a] *b", " {\"[\"}a] *b"),
        ] {
            assert_eq!(write_pattern(&from_plain(text)), written);
        }
    }

    #[test]
    fn a_typed_pattern_reads_back_as_it_is_written() {
        for typed in [
            "Hello { $name }, { -office(case: \"x\") }",
            "{ $n ->\n    [one] a \"b\n   *[other] { NUMBER($n, minimumFractionDigits: 2) } c\n} of",
            "a\n[b]\n\n.c { other.attribute }\n{ $d }",
            "{\"  \"}in",
            "{ $n ->\n   *[other]\n        two\n        lines\n}",
        ] {
            let pattern = parse_pattern(typed).unwrap();
            assert_eq!(parse_pattern(&super::typed(&pattern)).unwrap(), pattern, "{typed}");
        }
        let select = parse_pattern("a { $n ->\n[one] b\n*[other] c\n} d").unwrap();
        assert_eq!(
            write_pattern(&select),
            "\n    a { $n ->\n        [one] b\n       *[other] c\n    } d"
        );
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        assert_eq!(parse_pattern(" \n"), Err(PatternError::Empty));
        assert_eq!(parse_pattern("a } b"), Err(PatternError::StrayBrace));
        for typed in ["a { b", "{ $a", "{ }", "{ \"a }", "{ $a -> [b] c }", "a\n}\nb = { c"] {
            assert!(parse_pattern(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn what_is_filled_in_is_not_shown() {
        assert_eq!(shown(&parse_pattern("a {\"b\\u0041\"}").unwrap()).as_deref(), Some("a bA"));
        assert_eq!(shown(&parse_pattern("a { $b }").unwrap()), None);
    }
}
