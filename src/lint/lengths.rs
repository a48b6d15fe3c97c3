//! Finds texts that are much shorter or longer against their source than the language's other texts: what was left out.

use crate::diagnostic::Span;
use crate::lint::Found;
use crate::lint::rules::LENGTH;

/// The fewest letters of a source at which its length says something.
const FEWEST_LETTERS: usize = 40;

/// The fewest texts of a language from which its usual length is known.
const FEWEST_TEXTS: usize = 12;

/// The least and the most share of the usual length. Whole translations differ by a half from each other.
const LEAST: f64 = 0.47;
const MOST: f64 = 2.5;

/// The lengths of a text and its source.
pub(super) struct Lengths<'a> {
    /// Which text it is.
    pub(super) id: &'a str,
    /// Where it stands.
    pub(super) place: &'a Span,
    /// Its letters.
    pub(super) own: usize,
    /// Those of the source.
    pub(super) source: usize,
}

/// Finds them among the texts of a language; each finding has the index of its text.
pub(super) fn check(texts: &[Lengths<'_>]) -> Vec<(usize, Found)> {
    let share = |text: &Lengths<'_>| text.own as f64 / text.source as f64;
    let is_long = |text: &Lengths<'_>| text.source >= FEWEST_LETTERS;
    let mut shares: Vec<f64> = texts.iter().filter(|text| is_long(text)).map(share).collect();
    if shares.len() < FEWEST_TEXTS {
        return Vec::new();
    }
    let middle = shares.len() / 2;
    let (_, usual, _) = shares.select_nth_unstable_by(middle, f64::total_cmp);
    let usual = *usual;
    if usual <= 0.0 {
        return Vec::new();
    }
    let odd =
        texts.iter().enumerate().filter(|(_, text)| is_long(text)).filter_map(|(index, text)| {
            let relative = share(text) / usual;
            let (what, hint) = if relative < LEAST {
                ("short", "see whether a sentence of the source is missing")
            } else if relative > MOST {
                ("long", "see whether something was added; what says less has more room")
            } else {
                return None;
            };
            let message = format!(
                "`{}` is {what} against its source: {:.0} % of the usual length",
                text.id,
                relative * 100.0
            );
            Some((index, Found::new(LENGTH, LENGTH, message, text.place).hint(hint)))
        });
    odd.collect()
}
