//! Turns words into longer ones of other letters, which nobody takes for a language and which can still be read.

/// What becomes of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disguise {
    /// They get accents: "Ĥêļļö".
    Accents,
    /// They become Arabic letters, which run from right to left.
    RightToLeft,
}

/// Latin letters, and those that stand for them. All are in the fonts that ship, and most reach higher or lower.
const ACCENTED: [(char, char); 21] = [
    ('a', 'á'),
    ('c', 'ç'),
    ('d', 'ď'),
    ('e', 'ê'),
    ('g', 'ğ'),
    ('h', 'ĥ'),
    ('i', 'ï'),
    ('j', 'ĵ'),
    ('k', 'ķ'),
    ('l', 'ļ'),
    ('n', 'ñ'),
    ('o', 'ö'),
    ('r', 'ř'),
    ('s', 'š'),
    ('t', 'ť'),
    ('u', 'ů'),
    ('w', 'ŵ'),
    ('y', 'ý'),
    ('z', 'ž'),
    ('æ', 'æ'),
    ('œ', 'œ'),
];

/// Arabic letters for a to z, by sound where there is one.
const ARABIC: [char; 26] = [
    'ا', 'ب', 'ك', 'د', 'ي', 'ف', 'غ', 'ه', 'ي', 'ج', 'ك', 'ل', 'م', 'ن', 'و', 'ب', 'ق', 'ر', 'س',
    'ت', 'و', 'ف', 'و', 'خ', 'ي', 'ز',
];

/// Punctuation of the Arabic script.
const ARABIC_SIGNS: [(char, char); 3] = [(',', '،'), (';', '؛'), ('?', '؟')];

/// How often a letter may stand in a row more than before.
const REPEATS: usize = 2;

/// Makes words longer, and remembers by how much they still have to grow.
#[derive(Debug)]
pub(super) struct Letters {
    disguise: Disguise,
    /// By how much texts grow, in percent.
    expand: u16,
    /// How many hundredths of a letter are owed.
    owed: usize,
}

impl Letters {
    pub(super) fn new(disguise: Disguise, expand: u16) -> Letters {
        Letters { disguise, expand, owed: 0 }
    }

    /// Words in other letters, and longer: vowels are drawn out, and letters of scripts without small ones.
    pub(super) fn disguised(&mut self, words: &str) -> String {
        let mut out = String::with_capacity(words.len() * 2);
        for c in words.chars() {
            self.owed += if c.is_control() { 0 } else { usize::from(self.expand) };
            let other = self.letter(c);
            out.push(other);
            if is_drawn_out(c) {
                let repeats = (self.owed / 100).min(REPEATS);
                let small = other.to_lowercase().next().unwrap_or(other);
                out.extend(std::iter::repeat_n(small, repeats));
                self.owed -= repeats * 100;
            }
        }
        out
    }

    fn letter(&self, c: char) -> char {
        let of = |table: &[(char, char)], c: char| {
            table.iter().find(|(from, _)| *from == c).map(|(_, to)| *to)
        };
        let small = c.to_lowercase().next().unwrap_or(c);
        match self.disguise {
            Disguise::Accents => match of(&ACCENTED, small) {
                Some(found) if c == small => found,
                Some(found) => found.to_uppercase().next().unwrap_or(found),
                None => c,
            },
            Disguise::RightToLeft => {
                if let Some(sign) = of(&ARABIC_SIGNS, c) {
                    return sign;
                }
                if !c.is_alphabetic() || is_arabic(c) {
                    return c;
                }
                let number = match small {
                    'a'..='z' => small as usize - 'a' as usize,
                    'à'..='æ' => 0,
                    'ç' => 2,
                    'è'..='ë' => 4,
                    other => other as usize,
                };
                ARABIC[number % ARABIC.len()]
            }
        }
    }
}

/// Whether words may be drawn out at a letter.
fn is_drawn_out(c: char) -> bool {
    if !c.is_alphabetic() {
        return false;
    }
    let is_latin = c.is_ascii() || ('\u{C0}'..='\u{24F}').contains(&c);
    !is_latin || "aeiouyàâäéèêëîïôöùûüáíóúãõæœ".contains(c.to_lowercase().next().unwrap_or(c))
}

fn is_arabic(c: char) -> bool {
    ('\u{600}'..='\u{6FF}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{Disguise, Letters};

    #[test]
    fn words_grow_by_what_was_asked_for() {
        let text = "You can leave home to be safe. You may ask somebody to come along with you.";
        for expand in [0, 20, 35, 60] {
            for disguise in [Disguise::Accents, Disguise::RightToLeft] {
                let longer = Letters::new(disguise, expand).disguised(text);
                let share = longer.chars().count() as f64 / text.chars().count() as f64;
                let wanted = 1.0 + f64::from(expand) / 100.0;
                assert!((share - wanted).abs() < 0.03, "{disguise:?} {expand}: {share}\n{longer}");
                assert!(longer != text);
            }
        }
    }

    #[test]
    fn figures_and_signs_stay() {
        let mut letters = Letters::new(Disguise::Accents, 0);
        assert_eq!(letters.disguised("Tel. 112, art. 5!"), "Ťêļ. 112, ářť. 5!");
        let mut letters = Letters::new(Disguise::RightToLeft, 0);
        let mirrored = letters.disguised("Call 112, now?");
        assert!(mirrored.contains("112،") && mirrored.ends_with('؟'), "{mirrored}");
        assert!(!mirrored.chars().any(|c| c.is_ascii_alphabetic()));
    }
}
