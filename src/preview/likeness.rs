//! Tells how much two texts are alike, word by word.

use similar::TextDiff;

use crate::preview::shown::number;

/// How much of two texts is the same, in a hundred, word by word.
pub(super) fn likeness(one: &str, other: &str) -> u8 {
    percent(TextDiff::from_words(one, other).ratio())
}

fn percent(ratio: f32) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = (ratio * 100.0).round().clamp(0.0, 100.0) as u8;
    percent
}

/// The words of a text as numbers, in their order: what two texts share of them is told without comparing the texts.
#[derive(Debug)]
pub(super) struct Words(Vec<u64>);

impl Words {
    /// The words of a text; blanks count too, as they do in a comparison.
    pub(super) fn of(text: &str) -> Words {
        let (mut words, mut rest) = (Vec::new(), text);
        while let Some(first) = rest.chars().next() {
            let is_blank = first.is_whitespace();
            let end = rest.find(|c: char| c.is_whitespace() != is_blank).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            words.push(number(&word));
            rest = after;
        }
        words.sort_unstable();
        Words(words)
    }

    /// How much the texts may be alike at most, in a hundred: as much as they would be if the words stood in the best order.
    pub(super) fn most_likeness(&self, other: &Words) -> u8 {
        if self.0.is_empty() && other.0.is_empty() {
            return 100;
        }
        let (mut own, mut others) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0_u16;
        while let (Some(one), Some(two)) = (own.peek(), others.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => drop(own.next()),
                std::cmp::Ordering::Greater => drop(others.next()),
                std::cmp::Ordering::Equal => {
                    shared = shared.saturating_add(1);
                    own.next();
                    others.next();
                }
            }
        }
        let all = u16::try_from(self.0.len() + other.0.len()).unwrap_or(u16::MAX).max(1);
        percent(2.0 * f32::from(shared) / f32::from(all))
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, likeness};

    #[test]
    fn texts_are_alike_by_their_words() {
        assert_eq!(likeness("Call the police", "Call the police"), 100);
        assert!(likeness("Call the police now", "Call the police") > 80);
        assert!(likeness("Call the police", "Your rights") < 60);
    }

    #[test]
    fn texts_are_never_more_alike_than_their_words_allow() {
        let texts = [
            "Call the police",
            "the police, call",
            "",
            "police",
            "Call  the police now and then",
            "Your rights",
            "the the the police",
            "Appelez la police",
        ];
        for one in texts {
            for other in texts {
                let most = Words::of(one).most_likeness(&Words::of(other));
                assert!(likeness(one, other) <= most + 1, "{one} {other}: {most}");
            }
        }
    }
}
