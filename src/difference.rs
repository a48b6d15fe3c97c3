//! Turns two states of a text into its words, each kept, taken out or put in.

use similar::{ChangeTag, TextDiff};

/// What happened to some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// They stand in both texts.
    Kept,
    /// They stood in the old text only.
    Removed,
    /// They stand in the new text only.
    Added,
}

/// Some words with the same fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChangedWords {
    /// What happened to them.
    pub(crate) change: Change,
    /// The words, with the blanks around them.
    pub(crate) text: String,
}

/// Compares two texts word by word. What was taken out stands before what was put in its place.
pub(crate) fn changes(old: &str, new: &str) -> Vec<ChangedWords> {
    let mut pieces: Vec<ChangedWords> = Vec::new();
    // Words that change side by side belong together, with the blanks between them.
    let (mut gone, mut come) = (String::new(), String::new());
    let flush = |pieces: &mut Vec<ChangedWords>, gone: &mut String, come: &mut String| {
        for (change, text) in [(Change::Removed, gone), (Change::Added, come)] {
            if !text.is_empty() {
                pieces.push(ChangedWords { change, text: std::mem::take(text) });
            }
        }
    };
    let difference = TextDiff::from_words(old, new);
    let found: Vec<(ChangeTag, &str)> =
        difference.iter_all_changes().map(|change| (change.tag(), change.value())).collect();
    for (index, (tag, text)) in found.iter().enumerate() {
        let goes_on = || found.get(index + 1).is_some_and(|(next, _)| *next != ChangeTag::Equal);
        match tag {
            ChangeTag::Delete => gone.push_str(text),
            ChangeTag::Insert => come.push_str(text),
            ChangeTag::Equal => {
                let open = !gone.is_empty() || !come.is_empty();
                if open && text.trim().is_empty() && goes_on() {
                    gone.push_str(text);
                    come.push_str(text);
                    continue;
                }
                flush(&mut pieces, &mut gone, &mut come);
                match pieces.last_mut() {
                    Some(ChangedWords { change: Change::Kept, text: kept }) => kept.push_str(text),
                    _ => {
                        pieces.push(ChangedWords { change: Change::Kept, text: (*text).to_owned() })
                    }
                }
            }
        }
    }
    flush(&mut pieces, &mut gone, &mut come);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Change, changes};

    fn marked(old: &str, new: &str) -> String {
        let pieces = changes(old, new).into_iter().map(|piece| match piece.change {
            Change::Kept => piece.text,
            Change::Removed => format!("[-{}-]", piece.text),
            Change::Added => format!("[+{}+]", piece.text),
        });
        pieces.collect()
    }

    #[test]
    fn words_are_compared_one_by_one() {
        assert_eq!(marked("Call by day.", "Call by day."), "Call by day.");
        assert_eq!(
            marked("Call by day.", "Call day or night."),
            "Call [-by day.-][+day or night.+]"
        );
        assert_eq!(marked("Ring the bell twice", "Ring it twice"), "Ring [-the bell-][+it+] twice");
        assert_eq!(marked("", "New"), "[+New+]");
    }

    #[test]
    fn both_texts_can_be_read_out_of_the_pieces() {
        for (old, new) in [("a b c d", "a x c y"), ("  a\n\nb", "a b "), ("{$n} x", "{$m} x")] {
            let pieces = changes(old, new);
            let without = |change| -> String {
                let kept = pieces.iter().filter(|piece| piece.change != change);
                kept.map(|piece| piece.text.as_str()).collect()
            };
            assert_eq!(
                (without(Change::Added).as_str(), without(Change::Removed).as_str()),
                (old, new)
            );
        }
    }
}
