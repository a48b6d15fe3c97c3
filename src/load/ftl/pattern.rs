//! Knows what a message says: its pattern, made from plain text, or shown as plain text.

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

/// What a message says: text, and what is filled in.
pub(crate) type Pattern = ast::Pattern<String>;

/// Makes a pattern of plain text: nothing is filled in, and braces are braces.
#[must_use]
pub fn from_plain(text: &str) -> Pattern {
    let value = text.replace("\r\n", "\n");
    Pattern { elements: vec![ast::PatternElement::TextElement { value }] }
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

#[cfg(test)]
mod tests {
    use super::{from_plain, shown};
    use crate::load::ftl::{parse_pattern, writer::write_pattern};

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
    fn what_is_filled_in_is_not_shown() {
        assert_eq!(shown(&parse_pattern("a {\"b\\u0041\"}").unwrap()).as_deref(), Some("a bA"));
        assert_eq!(shown(&parse_pattern("a { $b }").unwrap()), None);
    }
}
