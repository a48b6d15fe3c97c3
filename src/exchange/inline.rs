//! Turns a text into what formats with inline codes hold: words, single codes, and codes around words, each with a number.
//!
//! A code of a translation has the number of the same code in the source, wherever it stands.

use std::collections::HashMap;

use crate::exchange::{Piece, Text};

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inline<'a> {
    /// Words.
    Words(&'a str),
    /// A code that stands for itself; also markup that is not closed, or closes nothing.
    Single {
        /// Its number in the unit.
        number: usize,
        /// As it is written.
        text: &'a str,
    },
    /// The beginning of markup around what follows.
    Begin {
        /// Its number in the unit.
        number: usize,
        /// As it is written.
        open: &'a str,
        /// What ends it, as it is written.
        close: &'a str,
    },
    /// The end of the innermost markup.
    End {
        /// The number of what it ends.
        number: usize,
        /// As it is written.
        close: &'a str,
    },
}

/// The numbers of the codes of one unit: for each code those that it has, the first time and the times after.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    known: HashMap<(String, String), Vec<usize>>,
    last: usize,
}

impl Numbers {
    /// The parts of a text of the unit: its source comes first, then its others.
    pub(super) fn inlines<'a>(&mut self, text: &'a Text) -> Vec<Inline<'a>> {
        let partners = partners(text);
        let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
        let mut numbers: HashMap<usize, usize> = HashMap::new();
        let mut parts = Vec::new();
        for (at, piece) in text.pieces.iter().enumerate() {
            let written = |at: usize| match &text.pieces[at] {
                Piece::Words(text) | Piece::Code(text) | Piece::Open(text) | Piece::Close(text) => {
                    text.as_str()
                }
            };
            if let Piece::Words(words) = piece {
                parts.push(Inline::Words(words));
                continue;
            }
            let partner = partners[at];
            if let Some(number) = partner.and_then(|begin| numbers.get(&begin)) {
                parts.push(Inline::End { number: *number, close: written(at) });
                continue;
            }
            let (open, close) = (written(at), partner.map(written).unwrap_or_default());
            let count = counts.entry((open, close)).or_default();
            let known = self.known.entry((open.to_owned(), close.to_owned())).or_default();
            if known.len() == *count {
                self.last += 1;
                known.push(self.last);
            }
            let number = known[*count];
            *count += 1;
            parts.push(match partner {
                Some(_) => {
                    numbers.insert(at, number);
                    Inline::Begin { number, open, close }
                }
                None => Inline::Single { number, text: open },
            });
        }
        parts
    }
}

impl Numbers {
    /// All codes of the texts so far: the number, what begins it, and what ends it, which is empty for a single code.
    pub(super) fn all(&self) -> Vec<(usize, &str, &str)> {
        let codes = self.known.iter().flat_map(|((open, close), numbers)| {
            numbers.iter().map(move |number| (*number, open.as_str(), close.as_str()))
        });
        let mut codes: Vec<_> = codes.collect();
        codes.sort_unstable();
        codes
    }
}

/// For each piece that opens or closes markup the one that it belongs to; none where markup crosses.
fn partners(text: &Text) -> Vec<Option<usize>> {
    let mut partners = vec![None; text.pieces.len()];
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (at, piece) in text.pieces.iter().enumerate() {
        match piece {
            Piece::Open(tag) => open.push((at, tag_name(tag))),
            Piece::Close(tag) => {
                let begin = open.iter().rposition(|(_, name)| *name == tag_name(tag));
                if let Some(begin) = begin {
                    partners[at] = Some(open[begin].0);
                    partners[open[begin].0] = Some(at);
                    // What was opened since is never closed.
                    open.truncate(begin);
                }
            }
            Piece::Words(_) | Piece::Code(_) => {}
        }
    }
    partners
}

/// The name of a tag as it is written: `a` of `<a id="home">` and of `</a>`.
pub(super) fn tag_name(tag: &str) -> &str {
    let inside = tag.trim_start_matches(['<', '/']);
    inside.split([' ', '>']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Inline, Numbers};
    use crate::exchange::Text;

    fn shown(parts: &[Inline<'_>]) -> String {
        let shown = parts.iter().map(|part| match part {
            Inline::Words(words) => (*words).to_owned(),
            Inline::Single { number, text } => format!("({number} {text})"),
            Inline::Begin { number, open, .. } => format!("[{number} {open}"),
            Inline::End { number, close } => format!("{close} {number}]"),
        });
        shown.collect()
    }

    #[test]
    fn a_code_has_one_number_wherever_it_stands() {
        let mut numbers = Numbers::default();
        let source = Text::of_flat("{ $a } <b>x { $b }</b> { $a } <b>y</b>");
        let target = Text::of_flat("<b>{ $b }</b>{ $a }{ $c }{ $a }{ $a }<em></em>");
        assert_eq!(
            shown(&numbers.inlines(&source)),
            "(1 { $a }) [2 <b>x (3 { $b })</b> 2] (4 { $a }) [5 <b>y</b> 5]"
        );
        assert_eq!(
            shown(&numbers.inlines(&target)),
            "[2 <b>(3 { $b })</b> 2](1 { $a })(6 { $c })(4 { $a })(7 { $a })[8 <em></em> 8]"
        );
    }

    #[test]
    fn markup_that_crosses_or_is_open_stands_for_itself() {
        let text = Text::of_flat("<em>1<b>2</em>3</b>4<a id=\"x\"></a></a>");
        assert_eq!(
            shown(&Numbers::default().inlines(&text)),
            "[1 <em>1(2 <b>)2</em> 1]3(3 </b>)4[4 <a id=\"x\"></a> 4](5 </a>)"
        );
    }
}
