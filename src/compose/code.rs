//! Turns words of this program, and values that only stand between them, into Typst source.
//!
//! Nothing that a user wrote can become code. What acts is a `&'static str`, which stands in the program itself; all else
//! is a [`Fragment`]: a text is written as a string literal, a number as a number, a language as the variable that holds it.
//! Source is only ever added to, and never read again.

use std::fmt::{Display, Write as _};

use feuillet_units::{Mm, Pt};

use crate::language::{Direction, Tag};

/// A Typst string literal: a text that can't act. [`literal`] is the only way to make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Literal(String);

impl Display for Literal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// Writes a text as a string literal, with blanks that can't be told apart and control characters as codes.
pub(crate) fn literal(text: &str) -> Literal {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if c != ' ' && (c.is_control() || c.is_whitespace() || is_format(c)) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    Literal(out)
}

/// Whether a character is invisible, and steers shaping, line breaks or direction.
fn is_format(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Typst source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Code(String);

impl Code {
    /// Starts empty.
    pub(crate) fn new() -> Code {
        Code::default()
    }

    /// Adds code, with a value in place of each `{}`. The macro [`code!`] reads better.
    pub(crate) fn add(&mut self, code: &'static str, values: &[&dyn Fragment]) {
        let mut values = values.iter();
        for (index, words) in code.split("{}").enumerate() {
            if index > 0 {
                let value = values.next();
                debug_assert!(value.is_some(), "a value is missing in {code:?}");
                if let Some(value) = value {
                    value.write(&mut self.0);
                }
            }
            self.0.push_str(words);
        }
        debug_assert!(values.next().is_none(), "a value has no place in {code:?}");
    }

    /// The source.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The source as a file holds it.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// Adds code to a [`Code`], or to what has a method `add` like it, with the values that follow in place of each `{}`.
macro_rules! code {
    ($out:expr, $code:literal $(, $value:expr)* $(,)?) => {
        $out.add($code, &[$(&$value as &dyn $crate::compose::code::Fragment),*])
    };
}
pub(crate) use code;

/// A word of Typst that stands in this program, such as the name of a function.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word(pub(crate) &'static str);

/// The variable that holds what the templates know of a language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Variable<'a>(pub(crate) &'a Tag);

/// A figure with so many decimals.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fixed(pub(crate) f64, pub(crate) usize);

/// A value that may stand in source. Only this file says which values are, and how they are written.
pub(crate) trait Fragment: sealed::Sealed {
    /// Writes it.
    fn write(&self, out: &mut String);
}

mod sealed {
    /// Keeps other files from adding fragments.
    pub(crate) trait Sealed {}
}

/// Writes a value as it is displayed.
macro_rules! displayed {
    ($($kind:ty),*) => {
        $(
            impl sealed::Sealed for $kind {}
            impl Fragment for $kind {
                fn write(&self, out: &mut String) {
                    let _ = write!(out, "{self}");
                }
            }
        )*
    };
}
displayed!(bool, i32, u8, u32, usize, f64, Mm, Pt, Literal);

impl sealed::Sealed for &str {}
impl Fragment for &str {
    fn write(&self, out: &mut String) {
        out.push_str(&literal(self).0);
    }
}

impl sealed::Sealed for String {}
impl Fragment for String {
    fn write(&self, out: &mut String) {
        out.push_str(&literal(self).0);
    }
}

impl sealed::Sealed for Code {}
impl Fragment for Code {
    fn write(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

impl sealed::Sealed for Word {}
impl Fragment for Word {
    fn write(&self, out: &mut String) {
        out.push_str(self.0);
    }
}

impl sealed::Sealed for Variable<'_> {}
impl Fragment for Variable<'_> {
    fn write(&self, out: &mut String) {
        // `in` and `is` are language tags and words of Typst. A tag has letters, figures and hyphens alone.
        let _ = write!(out, "lang-{}", self.0.as_str().to_ascii_lowercase());
    }
}

impl sealed::Sealed for Fixed {}
impl Fragment for Fixed {
    fn write(&self, out: &mut String) {
        let Fixed(figure, decimals) = self;
        let _ = write!(out, "{figure:.decimals$}");
    }
}

impl sealed::Sealed for Direction {}
impl Fragment for Direction {
    fn write(&self, out: &mut String) {
        out.push_str(self.as_str());
    }
}

impl<T: Fragment> sealed::Sealed for Option<T> {}
impl<T: Fragment> Fragment for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("none"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq};
    use proptest::proptest;
    use typst::syntax::SyntaxNode;
    use typst::syntax::ast::Str;

    use super::{Code, Variable, Word, literal};

    /// The text of a literal, as Typst reads it.
    fn read_back(text: &str) -> Option<String> {
        let root = typst::syntax::parse_code(&literal(text).0);
        assert!(root.errors_and_warnings().0.is_empty(), "{text:?}");
        assert_eq!(root.children().count(), 1, "{text:?}");
        root.children().find_map(SyntaxNode::cast::<Str<'_>>).map(|text| text.get().to_string())
    }

    #[test]
    fn a_literal_can_not_be_left() {
        assert_eq!(literal("\"); #panic()").0, "\"\\\"); #panic()\"");
        assert_eq!(literal("a\\\" b").0, "\"a\\\\\\\" b\"");
        assert_eq!(literal("a\u{202f}!\nb").0, "\"a\\u{202f}!\\nb\"");
    }

    #[test]
    fn typst_reads_a_literal_back_as_it_was() {
        for text in [
            "",
            "\"",
            "\"\\",
            "\\u{41}",
            "a\u{0}b",
            "\r\n\t",
            "\u{2028}",
            "\u{200e}x\u{feff}",
            "#{}$x$@a*_`<>",
        ] {
            assert_eq!(read_back(text).as_deref(), Some(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn typst_reads_any_literal_back_as_it_was(text in any::<String>()) {
            let read = read_back(&text);
            prop_assert_eq!(read, Some(text));
        }
    }

    #[test]
    fn values_stand_in_place_of_braces() {
        let tag = "pt-BR".parse().unwrap();
        let mut code = Code::new();
        code!(code, "#{}({}, {}, {})[", Word("call"), "a{}\"b", 2_usize, Variable(&tag));
        code!(code, "#{}]\n", None::<u32>);
        assert_eq!(code.as_str(), "#call(\"a{}\\\"b\", 2, lang-pt-br)[#none]\n");
    }
}
