//! Compares how a translation ends with how its source does, in the signs of either language.

use crate::lint::Found;
use crate::lint::pair::Pair;
use crate::lint::rules::ENDING;
use crate::lint::wording::{NAMED, Wording};

/// How a text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a full stop or an exclamation mark.
    Stop,
    /// With a question mark.
    Question,
    /// With a colon or an ellipsis: something follows.
    Open,
    /// With none of them.
    Bare,
    /// With another text, whose end is told there.
    Named,
}

impl Ending {
    fn noun(self) -> &'static str {
        match self {
            Ending::Stop => "a full stop",
            Ending::Question => "a question mark",
            Ending::Open => "a colon or an ellipsis",
            Ending::Bare | Ending::Named => "no sign",
        }
    }
}

/// What closes a quotation or a bracket behind the sign.
fn closes(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '"' | '\''
                | '»'
                | '«'
                | '”'
                | '’'
                | '“'
                | '‘'
                | '„'
                | '›'
                | '‹'
                | ')'
                | ']'
                | '）'
                | '」'
                | '』'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{AD}'
        )
}

/// How a wording ends in a language.
pub(super) fn ending(text: &str, language: &str) -> Ending {
    let text = text.trim_end_matches(closes);
    let Some(last) = text.chars().next_back() else { return Ending::Bare };
    let is_points = text.ends_with("...") || text.ends_with("..");
    match (language, last) {
        (_, NAMED) => Ending::Named,
        // The marks of Armenian stand inside the last word.
        ("hy", _) if last_sentence(text).contains('՞') => Ending::Question,
        ("hy", ':') => Ending::Stop,
        ("el", ';' | '\u{37E}') => Ending::Question,
        ("am" | "ti", ':') if text.ends_with("::") => Ending::Stop,
        (_, '.') if is_points => Ending::Open,
        (
            _,
            '.' | '。' | '．' | '।' | '॥' | '։' | '۔' | '።' | '။' | '។' | '៕' | '།' | '!' | '！'
            | '՜' | '᱾',
        ) => Ending::Stop,
        (_, '?' | '？' | '؟' | '፧' | '՞' | '⸮') => Ending::Question,
        (_, ':' | '：' | '…' | '፡' | '፥' | '፦' | '՝' | '៖') => Ending::Open,
        _ => Ending::Bare,
    }
}

fn last_sentence(text: &str) -> &str {
    let inner = text.trim_end_matches(['։', ':', '.']);
    inner.rfind(['։', ':', '.']).map_or(inner, |at| &inner[at..])
}

/// How wordings end.
pub(super) fn endings(wordings: &[Wording<'_>], language: &str) -> Vec<Ending> {
    wordings.iter().map(|wording| ending(&wording.text, language)).collect()
}

/// Languages that write sentences and questions without a sign at the end.
const WITHOUT_SIGNS: [&str; 2] = ["th", "lo"];

/// Whether a translation may end so where its source ends as `wanted`.
fn fits(own: Ending, wanted: Ending) -> bool {
    match (own, wanted) {
        _ if own == wanted => true,
        (Ending::Named, _) | (_, Ending::Named) => true,
        // "Ask if you may come" is "Ask: may I come?" elsewhere, and many titles are questions in one language alone.
        (Ending::Question, Ending::Stop | Ending::Bare) => true,
        // What follows can be announced.
        (Ending::Open, Ending::Stop) => true,
        _ => false,
    }
}

/// Finds a wording that ends as none of the source does.
pub(super) fn check(pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Some(source) = pair.source else { return };
    let language = pair.language.family();
    if WITHOUT_SIGNS.contains(&language) {
        return;
    }
    for wording in &pair.own {
        let own = ending(&wording.text, language);
        if source.endings.iter().any(|wanted| fits(own, *wanted)) {
            continue;
        }
        let Some(wanted) = source.endings.first() else { continue };
        let end = wording.text.trim_end_matches(closes);
        let Some((at, last)) = end.char_indices().next_back() else { continue };
        let Some(place) = wording.span(at..at + last.len_utf8()) else { continue };
        let message =
            format!("`{}` ends with {}, its source with {}", pair.id, own.noun(), wanted.noun());
        let hint = match wanted {
            Ending::Bare => "take the sign out, or see whether the source goes on",
            _ => "write the sign that the language has for it, or see whether the end is missing",
        };
        found.push(Found::new(ENDING, ENDING, message, &place).hint(hint));
        return;
    }
}

#[cfg(test)]
mod tests {
    use super::{Ending, ending};

    #[test]
    fn each_script_has_its_signs() {
        for (language, text, wanted) in [
            ("fr", "Partez.", Ending::Stop),
            ("fr", "\"Partez.\"", Ending::Stop),
            ("fr", "Vite !", Ending::Stop),
            ("fr", "« Et alors ? »", Ending::Question),
            ("fr", "(à compléter)", Ending::Bare),
            ("fr", "Voici :", Ending::Open),
            ("fr", "Mon partenaire...", Ending::Open),
            ("ar", "من يساعدني؟", Ending::Question),
            ("el", "Ποιος;", Ending::Question),
            ("el", "Ναι.", Ending::Stop),
            ("hy", "Ի՞նչ անել։", Ending::Question),
            ("hy", "Գնացեք։", Ending::Stop),
            ("hi", "चले जाइए।", Ending::Stop),
            ("ur", "جائیں۔", Ending::Stop),
            ("am", "ይሂዱ።", Ending::Stop),
            ("zh", "走吧。", Ending::Stop),
            ("en", "See \u{FFFC}", Ending::Bare),
            ("en", "See \u{FFFB}", Ending::Named),
            ("en", "", Ending::Bare),
        ] {
            assert_eq!(ending(text, language), wanted, "{text}");
        }
    }
}
