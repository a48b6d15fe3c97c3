//! Tells how a text ends, in the signs of its language.

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
    /// The sign, as messages call it.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Ending::Stop => "a full stop",
            Ending::Question => "a question mark",
            Ending::Open => "a colon or an ellipsis",
            Ending::Bare | Ending::Named => "no sign",
        }
    }
}

/// What closes a quotation or a bracket behind the sign.
pub(super) fn closes(c: char) -> bool {
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
