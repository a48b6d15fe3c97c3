//! Gives runs of their own to words that a line must not break at a slash or hyphen: names with a slash, "CPAS/OCMW", and
//! compounds with a very short part, "A-kaart", "parlez-en".
//!
//! A line could end after the slash or the hyphen, and in a right-to-left text each part would be set by itself. Web
//! addresses are not among these words, nor is what was filled in.

use std::ops::Range;

use crate::resolve::manuscript::{Run, RunKind};
use crate::resolve::markup::Piece;

/// Signs inside a name.
const JOINERS: &str = "-‑’'ʼ·\u{AD}\u{200C}\u{200D}";
/// Signs that make an address or the like of the words beside them, where no space is between.
const PARTS_OF_MORE: &str = "@_\\.:?#&=%~+";

/// The fewest letters that may stand before or after a hyphen at the end of a line.
const FEWEST: usize = 3;

/// Makes runs of such words; a part of one may be a run already.
pub(super) fn keep_words_unbroken(pieces: Vec<Piece>) -> Vec<Piece> {
    let is_joined = |piece: &Piece| piece.typed && piece.run.text.contains(['/', '-']);
    if !pieces.iter().any(is_joined) {
        return pieces;
    }
    let found = find(&pieces);
    let mut out = Vec::with_capacity(pieces.len() + 2 * found.len());
    let mut start = 0;
    for piece in pieces {
        let length = piece.run.text.chars().count();
        out.extend(split(piece, start, &found));
        start += length;
    }
    out
}

/// The ranges of these words in a paragraph, in characters.
fn find(pieces: &[Piece]) -> Vec<Range<usize>> {
    // Each character, and whether it was typed.
    let letters: Vec<(char, bool)> =
        pieces.iter().flat_map(|piece| piece.run.text.chars().map(|c| (c, piece.typed))).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let stretch = |&&(c, typed): &&(char, bool)| typed && (c == '/' || in_name(c));
        let length = letters[at..].iter().take_while(stretch).count();
        if length == 0 {
            at += 1;
            continue;
        }
        let (mut first, mut end) = (at, at + length);
        while first < end && JOINERS.contains(letters[first].0) {
            first += 1;
        }
        while first < end && JOINERS.contains(letters[end - 1].0) {
            end -= 1;
        }
        let text: String = letters[first..end].iter().map(|(c, _)| c).collect();
        let has_slash = text.contains('/') && text.split('/').all(is_name);
        if (has_slash || is_short_compound(&text)) && stands_alone(&letters, first..end) {
            found.push(first..end);
        }
        at += length;
    }
    found
}

/// Whether a character may be one of a name. Scripts without blanks do not separate their words.
fn in_name(c: char) -> bool {
    let no_blanks = matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}');
    let mark = matches!(c, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{DFF}') && !c.is_numeric();
    !no_blanks && (c.is_alphabetic() || mark || JOINERS.contains(c))
}

/// Whether a part is a name: it begins with a letter, and no joiner ends it.
fn is_name(part: &str) -> bool {
    part.starts_with(char::is_alphabetic) && !part.ends_with(|c| JOINERS.contains(c))
}

/// Whether a word has hyphens, and a part of it is too short to stand on a line by itself.
fn is_short_compound(word: &str) -> bool {
    let mut parts = word.split('-').map(|part| part.chars().filter(|c| c.is_alphabetic()).count());
    let hyphens = word.matches('-').count();
    hyphens > 0
        && !word.contains('/')
        && parts.clone().all(|letters| letters > 0)
        && parts.any(|letters| letters < FEWEST)
}

/// Whether no sign beside a stretch makes it a part of something longer.
fn stands_alone(letters: &[(char, bool)], stretch: Range<usize>) -> bool {
    let beside = |near: Option<usize>, far: Option<usize>| {
        let get = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied();
        let Some((c, typed)) = get(near) else { return true };
        if c.is_alphanumeric() {
            // What is typed and no part of the stretch is of a script without blanks.
            return typed && !c.is_numeric();
        }
        let more = get(far).is_some_and(|(c, _)| c.is_alphanumeric());
        !("@_\\/".contains(c) || (PARTS_OF_MORE.contains(c) && more))
    };
    beside(stretch.start.checked_sub(1), stretch.start.checked_sub(2))
        && beside(Some(stretch.end), Some(stretch.end + 1))
}

/// Splits a run, which begins at the character `start` of its paragraph, at the ends of these words.
pub(super) fn split(piece: Piece, start: usize, words: &[Range<usize>]) -> Vec<Piece> {
    let length = piece.run.text.chars().count();
    let mut parts: Vec<(RunKind, String)> = Vec::new();
    let mut inside = None;
    for (index, c) in piece.run.text.chars().enumerate() {
        let word = words.iter().position(|word| word.contains(&(start + index)));
        match parts.last_mut() {
            Some((_, text)) if inside == Some(word) => text.push(c),
            _ => parts.push((word.map_or(piece.run.kind, |_| RunKind::Unbroken), c.to_string())),
        }
        inside = Some(word);
    }
    if parts.len() < 2 && !(length > 0 && inside.flatten().is_some()) {
        return vec![piece];
    }
    let parts = parts.into_iter();
    parts
        .map(|(kind, text)| Piece { run: Run { kind, text, ..piece.run.clone() }, ..piece })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::keep_words_unbroken;
    use crate::resolve::manuscript::RunKind;
    use crate::resolve::markup::Piece;
    use crate::resolve::typography::testing::{passage, piece};

    /// The text of a paragraph, with unbroken words in brackets.
    fn shown(pieces: Vec<Piece>) -> String {
        let shown = |piece: Piece| match piece.run.kind {
            RunKind::Unbroken => format!("[{}]", piece.run.text),
            _ => piece.run.text,
        };
        keep_words_unbroken(pieces).into_iter().map(shown).collect()
    }

    #[test]
    fn names_with_a_slash_are_unbroken() {
        for (text, wanted) in [
            ("le CPAS/OCMW aide", "le [CPAS/OCMW] aide"),
            ("(CPAS/OCMW/ÖSHZ).", "([CPAS/OCMW/ÖSHZ])."),
            ("à l’ONE/Kind en Gezin", "à [l’ONE/Kind] en Gezin"),
            (
                "VDAB/Actiris, et/ou «Saint-Gilles/Sint-Gillis»",
                "[VDAB/Actiris], [et/ou] «[Saint-Gilles/Sint-Gillis]»",
            ),
            ("في CPAS/OCMW وشرطة/محكمة", "في [CPAS/OCMW] [وشرطة/محكمة]"),
            ("A/B", "[A/B]"),
            ("在CPAS/OCMW，", "在[CPAS/OCMW]，"),
            ("Aide: CPAS/OCMW: oui. CPAS/OCMW? Non", "Aide: [CPAS/OCMW]: oui. [CPAS/OCMW]? Non"),
        ] {
            assert_eq!(shown(vec![piece(text, None)]), wanted);
        }
    }

    #[test]
    fn a_compound_with_a_very_short_part_is_unbroken() {
        for (text, wanted) in [
            ("de A-kaart of F-kaart", "de [A-kaart] of [F-kaart]"),
            ("Parlez-en, dites-le.", "[Parlez-en], [dites-le]."),
            ("dit-il; a-t-elle", "[dit-il]; [a-t-elle]"),
            ("Écrivez-moi, Ecoute-Enfants", "Écrivez-moi, Ecoute-Enfants"),
            ("a - b, -en, en-, 3-en", "a - b, -en, en-, 3-en"),
            ("a@b-c.be, b-c.be", "a@b-c.be, b-c.be"),
        ] {
            assert_eq!(shown(vec![piece(text, None)]), wanted);
        }
    }

    #[test]
    fn what_is_more_than_names_with_a_slash_stays() {
        for text in [
            "www.belgium.be/fr et dofi.ibz.be/nl/themes",
            "https://belgium/fr ou mailto:a/b@c.be",
            "12/2026, 24h/24, A4/A5, 1/2",
            "CPAS / OCMW, CPAS/ OCMW, CPAS /OCMW, CPAS/, /OCMW",
            "a//b, /etc/hosts/, a/b?c=d, a/b#c, c:\\a/b",
            "CPAS/",
            "和/或",
            "-/-",
        ] {
            assert_eq!(shown(vec![piece(text, None)]), text);
        }
    }

    #[test]
    fn a_part_may_be_in_another_language_or_bold() {
        let mut bold = piece("CPAS", None);
        bold.run.strong = true;
        let half = passage("OCMW", "nl", 1);
        assert_eq!(shown(vec![piece("le CPAS/", None), half.clone()]), "le [CPAS/][OCMW]");
        assert_eq!(
            shown(vec![bold, piece("/", None), half, piece(" ici", None)]),
            "[CPAS][/][OCMW] ici"
        );
    }

    #[test]
    fn what_was_filled_in_is_no_part() {
        let site = || piece("a/b", Some(RunKind::Site));
        assert_eq!(shown(vec![site()]), "a/b");
        assert_eq!(shown(vec![piece("www/", None), site(), piece("/OCMW", None)]), "www/a/b/OCMW");
        assert_eq!(
            shown(vec![piece("CPAS/OCMW", None), piece("1", Some(RunKind::Number))]),
            "CPAS/OCMW1"
        );
    }
}
