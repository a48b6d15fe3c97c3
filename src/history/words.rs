//! Compares two texts of readers word by word, with telephone numbers and tags as one word each.

use std::collections::BTreeSet;

use crate::difference::{Change, ChangedWords, changes};

/// Stands for a blank within what is one word; no text holds it.
const JOINED: char = '\u{FDEF}';

/// A stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stretch<'a> {
    /// Running text.
    Text(&'a str),
    /// A telephone number, which runs from left to right among words of any script.
    Phone(&'a str),
    /// A tag of the markup, likewise.
    Tag(&'a str),
}

/// Compares two texts, in which these telephone numbers may stand.
#[must_use]
pub(crate) fn compare(old: &str, new: &str, phones: &BTreeSet<String>) -> Vec<ChangedWords> {
    let joined = |text: &str| {
        let pieces = stretches(text, phones).into_iter().map(|stretch| match stretch {
            Stretch::Text(text) => text.to_owned(),
            Stretch::Phone(whole) | Stretch::Tag(whole) => {
                whole.replace(' ', JOINED.encode_utf8(&mut [0; 4]))
            }
        });
        pieces.collect::<String>()
    };
    let pieces = changes(&joined(old), &joined(new)).into_iter();
    let apart = |text: &str| text.replace(JOINED, " ");
    pieces.map(|piece| ChangedWords { text: apart(&piece.text), ..piece }).collect()
}

/// What is taken out of a text and put into it, as `git diff --word-diff` shows it: `[-old-]{+new+}`.
#[must_use]
pub(crate) fn marked(pieces: &[ChangedWords]) -> String {
    let pieces = pieces.iter().map(|piece| match piece.change {
        Change::Kept => piece.text.clone(),
        Change::Removed => format!("[-{}-]", piece.text),
        Change::Added => format!("{{+{}+}}", piece.text),
    });
    pieces.collect()
}

/// Cuts a text at telephone numbers and tags.
#[must_use]
pub(crate) fn stretches<'a>(text: &'a str, phones: &BTreeSet<String>) -> Vec<Stretch<'a>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        let whole = tag(&text[at..]).map(Stretch::Tag).or_else(|| {
            let is_begun = text[..at].chars().next_back().is_some_and(char::is_numeric);
            phone(&text[at..], phones).filter(|_| !is_begun).map(Stretch::Phone)
        });
        let Some(whole) = whole else {
            at += c.len_utf8();
            continue;
        };
        let (Stretch::Text(inner) | Stretch::Phone(inner) | Stretch::Tag(inner)) = whole;
        found.push(Stretch::Text(&text[start..at]));
        found.push(whole);
        at += inner.len();
        start = at;
    }
    found.push(Stretch::Text(&text[start..]));
    found.retain(|stretch| *stretch != Stretch::Text(""));
    found
}

/// The longest telephone number with which a text begins.
fn phone<'a>(text: &'a str, phones: &BTreeSet<String>) -> Option<&'a str> {
    let is_whole = |number: &&String| {
        text.strip_prefix(number.as_str())
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let longest = phones.iter().filter(is_whole).max_by_key(|number| number.len())?;
    Some(&text[..longest.len()])
}

/// The tag with which a text begins.
fn tag(text: &str) -> Option<&str> {
    const TAGS: [&str; 6] = ["<b>", "</b>", "<em>", "</em>", "</a>", "<a href=\""];
    let tag = TAGS.iter().find(|tag| text.starts_with(**tag))?;
    let length = if tag.ends_with('"') { text.find("\">")? + 2 } else { tag.len() };
    Some(&text[..length])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Stretch, compare, marked, stretches};

    fn phones() -> BTreeSet<String> {
        ["0800 30 030", "0800 30 031", "112"].map(str::to_owned).into()
    }

    #[test]
    fn a_telephone_number_changes_as_a_whole() {
        let pieces = compare("Call 0800 30 030 now.", "Call 0800 30 031 now.", &phones());
        assert_eq!(marked(&pieces), "Call [-0800 30 030-]{+0800 30 031+} now.");
        let pieces = compare("a <a href=\"x\">b</a>", "a <a href=\"y\">b</a>", &phones());
        assert_eq!(marked(&pieces), "a [-<a href=\"x\">b</a>-]{+<a href=\"y\">b</a>+}");
    }

    #[test]
    fn stretches_are_the_whole_text() {
        let text = "<b>\u{645}</b> 0800 30 030, 112 1123 2112 <3 <a href=\"x\">é</a>";
        let found = stretches(text, &phones());
        let whole: String = found
            .iter()
            .map(|stretch| match stretch {
                Stretch::Text(inner) | Stretch::Phone(inner) | Stretch::Tag(inner) => *inner,
            })
            .collect();
        assert_eq!(whole, text);
        let numbers: Vec<&Stretch<'_>> =
            found.iter().filter(|stretch| matches!(stretch, Stretch::Phone(_))).collect();
        assert_eq!(numbers, [&Stretch::Phone("0800 30 030"), &Stretch::Phone("112")]);
        assert!(found.contains(&Stretch::Tag("<a href=\"x\">")));
    }
}
