//! Turns what somebody typed into an editor into the pattern of a message, and back.

use fluent_syntax::ast;
use fluent_syntax::parser::{ErrorKind, parse};

use crate::load::ftl::nesting::too_deep;
use crate::load::ftl::pattern::Pattern;
use crate::load::ftl::writer::{INDENT, Writer, write_pattern};

/// Says why a text that somebody typed is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// It holds nothing but blanks.
    Empty,
    /// A `}` closes nothing.
    StrayBrace,
    /// What stands in braces can't be read.
    Syntax(ErrorKind),
    /// Braces are nested more deeply than anybody needs.
    TooDeep,
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
            (Some(inside @ Inside::Quote), '"') => *inside = Inside::Placeable,
            (Some(Inside::Quote), '\\') => {
                writer.out.push(c);
                writer.out.extend(characters.next().map(|(_, escaped)| escaped));
                continue;
            }
            // In a quoted text braces are braces.
            (Some(Inside::Quote), _) => {}
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
    if too_deep(&source).is_some() {
        return Err(PatternError::TooDeep);
    }
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

/// Writes a pattern as it is typed into an editor; [`parse_pattern`] reads it back.
#[must_use]
pub fn typed(pattern: &Pattern) -> String {
    let written = write_pattern(pattern);
    let lines = written.trim_start_matches([' ', '\n']).split('\n');
    let indent = " ".repeat(INDENT);
    lines.map(|line| line.strip_prefix(&indent).unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

impl std::fmt::Display for PatternError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PatternError::Empty => out.write_str("the text is empty"),
            PatternError::StrayBrace => out.write_str("a `}` closes nothing"),
            PatternError::TooDeep => out.write_str("braces are nested too deeply"),
            PatternError::Syntax(kind) => {
                write!(out, "what stands in braces can't be read: {kind}")
            }
        }
    }
}

impl std::error::Error for PatternError {}

#[cfg(test)]
mod tests {
    use super::{PatternError, parse_pattern, write_pattern};

    #[test]
    fn a_typed_pattern_reads_back_as_it_is_written() {
        for typed in [
            "Hello { $name }, { -office(case: \"x\") }",
            "{ $n ->\n    [one] a \"b\n   *[other] { NUMBER($n, minimumFractionDigits: 2) } c\n} of",
            "a\n[b]\n\n.c { other.attribute }\n{ $d }",
            "{\"  \"}in",
            "{\"}\"} and {\"{ \\\" }\"}",
            "\t",
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
}
