//! Turns a text as it is typed into its pieces: words, markup and what stands in braces.

use crate::exchange::{Piece, Text};
use crate::load::catalogue::tag::{MarkupTag, read_tag};

impl Text {
    /// Cuts a text at its markup and at what stands in braces. Whatever the text, the pieces put together are the text.
    #[must_use]
    pub(crate) fn of_flat(flat: &str) -> Text {
        let mut pieces = Vec::new();
        let mut words = String::new();
        let mut rest = flat;
        while let Some(c) = rest.chars().next() {
            let found = match c {
                '{' => end_of_code(rest).map(|end| (end, Piece::Code(rest[..end].to_owned()))),
                '<' => read_tag(&rest[1..]).map(|(tag, length)| {
                    let written = rest[..=length].to_owned();
                    let is_end = matches!(tag, MarkupTag::Close(_));
                    let piece = if is_end { Piece::Close(written) } else { Piece::Open(written) };
                    (length + 1, piece)
                }),
                _ => None,
            };
            if let Some((length, piece)) = found {
                if !words.is_empty() {
                    pieces.push(Piece::Words(std::mem::take(&mut words)));
                }
                pieces.push(piece);
                rest = &rest[length..];
            } else {
                words.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        Text { pieces }
    }

    /// How many characters of it are read as they stand: its words.
    #[must_use]
    pub(crate) fn length(&self) -> usize {
        let words = self.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.chars().count(),
            Piece::Code(_) | Piece::Open(_) | Piece::Close(_) => 0,
        });
        words.sum()
    }
}

/// Where the brace that closes the first one ends; `None` if none does. A brace in a quoted text closes nothing.
fn end_of_code(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_quoted = false;
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' if is_quoted => {
                characters.next();
            }
            '"' => is_quoted = !is_quoted,
            '{' if !is_quoted => depth += 1,
            '}' if !is_quoted => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Writes the quotes of markup straight, which some programs curl: `<a id=“home”>`. All other quotes stay as they are.
#[must_use]
pub(crate) fn with_straight_quotes(flat: &str) -> String {
    let mut out = String::with_capacity(flat.len());
    let mut rest = flat;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let straight = rest[..end].replace(['“', '”', '„', '‟', '″', '«', '»'], "\"");
        let is_tag =
            read_tag(&straight[1..]).is_some_and(|(_, length)| length + 1 == straight.len());
        let taken = if is_tag {
            out.push_str(&straight);
            end
        } else {
            out.push('<');
            1
        };
        rest = &rest[taken..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::with_straight_quotes;
    use crate::exchange::{Piece, Text};

    #[test]
    fn a_text_is_cut_at_markup_and_braces() {
        let text =
            Text::of_flat("<b>Call</b> { $a } <i>{\"{\"}x{\"}\"}<a id=\"c\">d</a> 1 < 2 { e");
        let open = |text: &str| Piece::Open(text.to_owned());
        let close = |text: &str| Piece::Close(text.to_owned());
        let code = |text: &str| Piece::Code(text.to_owned());
        let words = |text: &str| Piece::Words(text.to_owned());
        assert_eq!(
            text.pieces,
            [
                open("<b>"),
                words("Call"),
                close("</b>"),
                words(" "),
                code("{ $a }"),
                words(" <i>"),
                code("{\"{\"}"),
                words("x"),
                code("{\"}\"}"),
                open("<a id=\"c\">"),
                words("d"),
                close("</a>"),
                words(" 1 < 2 { e"),
            ]
        );
        assert_eq!(text.length(), 4 + 1 + 4 + 1 + 1 + 10);
    }

    #[test]
    fn quotes_are_straight_in_markup_alone() {
        assert_eq!(
            with_straight_quotes("“<a id=“home”>a</a>” <span lang=»fr«>x</span> <x=“y”> <“"),
            "“<a id=\"home\">a</a>” <span lang=\"fr\">x</span> <x=“y”> <“"
        );
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(flat in "([a-z<>/{}\"\\\\ é=]|<b>|</b>|\\{ \\$a \\})*") {
            prop_assert_eq!(Text::of_flat(&flat).flat(), flat);
        }
    }
}
