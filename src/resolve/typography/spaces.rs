//! Puts the spaces of the language around punctuation.

use crate::language::Typography;
use crate::resolve::typography::line::{Line, Source, is_quote};

/// No-break space.
const WIDE: &str = "\u{A0}";
/// Narrow no-break space.
const NARROW: &str = "\u{202F}";

/// Sets the spaces around punctuation, whether a space was typed there or not.
pub(super) fn spaces(line: &mut Line, typography: &Typography) {
    let spacing = &typography.spacing;
    let mut at = 0;
    while at < line.len() {
        let own = |line: &Line, at| {
            line.letter(at).filter(|found| matches!(found.source, Source::Typed | Source::Set))
        };
        let Some(here) = own(line, at).map(|found| found.c) else {
            at += 1;
            continue;
        };
        let wanted = if spacing.narrow_before.contains(here) {
            Some(NARROW)
        } else if spacing.before.contains(here) {
            Some(WIDE)
        } else {
            None
        };
        if let Some(wanted) = wanted {
            if at > 0 && line.own_blank(at - 1) {
                line.put(at - 1..at, wanted, at - 1);
            } else if wanted == NARROW
                && line.before(at).is_some_and(|last| {
                    last.is_alphanumeric() || ")»”’…".contains(last) || is_quote(here)
                })
            {
                // A colon without a space may be part of a time or an address: it is left alone.
                line.put(at..at, wanted, at);
                at += 1;
            }
        }
        if spacing.narrow_after.contains(here) {
            let blanks = (at + 1..).take_while(|&index| line.own_blank(index)).count();
            line.put(at + 1..at + 1 + blanks, NARROW, at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::manuscript::RunKind;
    use crate::resolve::typography::testing::{piece, pieces, set};

    #[test]
    fn french_punctuation_takes_its_spaces() {
        assert_eq!(set("fr", "Qui ?"), "Qui_?");
        assert_eq!(set("fr", "Qui?"), "Qui_?");
        assert_eq!(set("fr", "« oui »"), "«_oui_»");
        assert_eq!(set("fr", "«oui»"), "«_oui_»");
        assert_eq!(set("fr", "« non"), "«_non");
        assert_eq!(set("fr", "promesses : puis"), "promesses~: puis");
        assert_eq!(set("fr", "à 12:30, https://a.be"), "à 12:30, https://a.be");
        assert_eq!(set("fr", "Quoi ?!"), "Quoi_?!");
        assert_eq!(set("fr", "« Quoi ? » Oui."), "«_Quoi_?_» Oui.");
        let filled = |text| piece(text, Some(RunKind::Site));
        assert_eq!(pieces("fr", &[filled("a.be"), piece("?", None)]), ["a.be", "_?"]);
        assert_eq!(pieces("fr", &[filled("a?b;c"), piece(" !", None)]), ["a?b;c", "_!"]);
        assert_eq!(pieces("fr", &[piece("oui ", None), piece("!", None)]), ["oui_", "!"]);
    }

    #[test]
    fn other_languages_put_none_there() {
        assert_eq!(set("en", "Who? Me! : x"), "Who? Me! : x");
    }
}
