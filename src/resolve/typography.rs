//! A translator's text in; the same text with the spaces that its language puts around punctuation out.

use crate::language::Spacing;

/// No-break space.
const WIDE: char = '\u{A0}';
/// Narrow no-break space.
const NARROW: char = '\u{202F}';

/// Sets the spaces around punctuation. What is typed there, a blank or nothing, does not matter. `before` is the
/// character in front of the text, if something was filled in there.
#[must_use]
pub(super) fn space(text: &str, before: Option<char>, spacing: &Spacing) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    while let Some(here) = rest.next() {
        let wanted = if spacing.narrow_before.contains(here) {
            Some(NARROW)
        } else if spacing.before.contains(here) {
            Some(WIDE)
        } else {
            None
        };
        if let Some(wanted) = wanted {
            let last = out.chars().last().or(before);
            if out.ends_with(is_blank) {
                out.pop();
                out.push(wanted);
            } else if wanted == NARROW
                && last.is_some_and(|last| last.is_alphanumeric() || ")»”’".contains(last))
            {
                // A colon without a blank may be a time or an address: it is left alone.
                out.push(wanted);
            }
        }
        out.push(here);
        if spacing.narrow_after.contains(here) {
            while rest.peek().copied().is_some_and(is_blank) {
                rest.next();
            }
            out.push(NARROW);
        }
    }
    out
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | WIDE | NARROW)
}

#[cfg(test)]
mod tests {
    use super::space;
    use crate::language::Spacing;

    #[test]
    fn french_punctuation_takes_its_spaces() {
        let french = Spacing {
            before: ":".to_owned(),
            narrow_before: ";!?»".to_owned(),
            narrow_after: "«".to_owned(),
        };
        let set = |text| space(text, None, &french);
        assert_eq!(set("Qui ?"), "Qui\u{202F}?");
        assert_eq!(set("Qui?"), "Qui\u{202F}?");
        assert_eq!(set("« oui »"), "«\u{202F}oui\u{202F}»");
        assert_eq!(set("«oui»"), "«\u{202F}oui\u{202F}»");
        assert_eq!(set("promesses : puis"), "promesses\u{A0}: puis");
        assert_eq!(set("à 12:30, https://a.be"), "à 12:30, https://a.be");
        assert_eq!(set("Quoi ?!"), "Quoi\u{202F}?!");
        assert_eq!(space("?", Some('e'), &french), "\u{202F}?");
    }

    #[test]
    fn a_language_without_rules_keeps_its_text() {
        assert_eq!(space("Who? « a »", None, &Spacing::default()), "Who? « a »");
    }
}
