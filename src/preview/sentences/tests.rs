//! Each sentence that a translator may meet is said in each language of the interface.

use std::fs;
use std::path::Path;

use super::{PATTERNS, Sentence, Sentences};
use crate::diagnostic::Diagnostic;

/// Files whose sentences reach the page, each with those that do not: what only whoever edits files or runs commands is told, and
/// parts of sentences, which [`WHOLE`] has.
const FILES: [(&str, &[&str]); 28] = [
    ("lint/characters.rs", &[]),
    ("lint/compare.rs", &["typed instead?"]),
    ("lint/copies.rs", &[]),
    ("lint/ending.rs", &[]),
    ("lint/final_punctuation.rs", &[]),
    // Of the whole language, not of a text.
    (
        "lint/glossary.rs",
        &[
            "no text in",
            "explained: it is on letters",
            "as the source has them, with",
            "is ruled out by",
            "does not stand for",
        ],
    ),
    ("lint/lengths.rs", &["{what} against"]),
    ("lint/markup.rs", &[]),
    ("lint/numbers.rs", &[]),
    ("lint/plural_forms.rs", &[]),
    ("lint/scripts.rs", &[]),
    ("lint/slips.rs", &["bir de", "{where_} {has}"]),
    (
        "signing/message.rs",
        &[
            "feuillet translations",
            "--",
            "is missing",
            "is stale:",
            "was reviewed by nobody",
            "was written by",
        ],
    ),
    ("signing/mod.rs", &[" in `{tag}`", "--", "may not {}{}"]),
    ("preview/workspace/acts.rs", &[]),
    ("preview/workspace/mod.rs", &[]),
    ("preview/writer/mod.rs", &[]),
    ("preview/writer/saving.rs", &[]),
    ("preview/engine.rs", &[]),
    ("preview/places.rs", &[]),
    ("preview/signatures.rs", &[]),
    ("proof/overset.rs", &[]),
    ("typeset/checks/breaks.rs", &[]),
    ("typeset/checks/edge.rs", &HINTS),
    ("typeset/checks/lines.rs", &[]),
    ("typeset/checks/line_through.rs", &[]),
    ("typeset/checks/overlap.rs", &[]),
    ("typeset/checks/words.rs", &["mail address", "the {noun}", "change a word"]),
];

/// Sentences that the program puts together.
const WHOLE: [&str; 9] = [
    "`a` is ruled out by the glossary",
    "`a` does not stand for `b`, says the glossary",
    "`a` is short against its source: 40 % of the usual length",
    "`a` is long against its source: 240 % of the usual length",
    "`a` is missing",
    "`a` is stale: its source has changed since",
    "`a` was reviewed by nobody as it stands",
    "`AB` may not approve in `nl`",
    "the mail address `a@b.|example` is broken over two lines, in `c`",
];

/// Marks on pages say what is wrong, not what to do.
const HINTS: [&str; 3] = ["show it smaller", "mend the template", "change a word"];

/// The texts in quotes of a file of the program that are sentences: at least two words.
fn sentences_of(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
    let source = fs::read_to_string(path).unwrap();
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    let mut chars = source.chars().peekable();
    let mut line_begins = true;
    while let Some(c) = chars.next() {
        let begins = line_begins;
        line_begins = c == '\n' || begins && c == ' ';
        match c {
            '/' if begins => {
                // A comment.
                while chars.next_if(|c| *c != '\n').is_some() {}
            }
            '\'' => {
                // A character, or a lifetime.
                let next = chars.next();
                let end = if next == Some('\\') { chars.next() } else { next };
                if end.is_some() && chars.peek() == Some(&'\'') {
                    chars.next();
                }
            }
            '"' => found.push(literal(&mut chars)),
            _ => {}
        }
    }
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    found.retain(|text| text.split([' ', ',', ':']).filter(|word| is_word(word)).count() > 1);
    found
}

/// The rest of a text in quotes.
fn literal(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut text = String::new();
    while let Some(c) = chars.next() {
        match (c, chars.peek().copied()) {
            ('"', _) => break,
            ('\\', Some('\n')) => while chars.next_if(|c| c.is_whitespace()).is_some() {},
            ('\\', Some('u')) => {
                let code: String = chars.by_ref().skip(2).take_while(|c| *c != '}').collect();
                text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
            ('\\', Some(escaped)) => {
                chars.next();
                text.push(if escaped == 'n' { '\n' } else { escaped });
            }
            _ => text.push(c),
        }
    }
    text
}

/// A format with something in the place of each of its arguments.
fn filled(format: &str) -> String {
    let mut out = String::new();
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.next_if_eq(&c).is_some() => out.push(c),
            '{' => {
                while chars.next_if(|c| *c != '}').is_some() {}
                chars.next();
                out.push_str("x7");
            }
            _ => out.push(c),
        }
    }
    out
}

#[test]
fn what_a_translator_may_meet_has_a_sentence_in_each_language() {
    let mut unknown = Vec::new();
    let mut seen = 0;
    for (file, others) in FILES {
        for format in sentences_of(file) {
            if others.iter().any(|other| format.contains(other)) {
                continue;
            }
            seen += 1;
            if Sentence::of(&filled(&format)).id.is_none() && Sentence::of(&format).id.is_none() {
                unknown.push(format!("{file}: {format}"));
            }
        }
    }
    unknown.extend(
        WHOLE.iter().filter(|text| Sentence::of(text).id.is_none()).map(ToString::to_string),
    );
    assert!(seen > 120, "{seen}");
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn a_sentence_is_found_with_what_is_filled_in() {
    let found = Sentence::of("`a` ends with a question mark, its source with no sign");
    assert_eq!(found.id, Some("said-ends-otherwise"));
    assert_eq!(found.values["id"].text, "a");
    assert_eq!(found.values["own"].id, Some("said-question-mark"));
    assert_eq!(found.values["wanted"].id, Some("said-no-sign"));
    // The longer one, not the one that it begins like.
    let found = Sentence::of("`a` has the number `3`, which its source has not");
    assert_eq!(found.id, Some("said-number-more"));
    let found =
        Sentence::of("panel 2 (`b`) is too full by 4 mm: about 1 line, 80 characters, must go");
    assert_eq!(found.values["lines"].id, Some("said-one-line"));
    assert_eq!(found.values["characters"].values["n"].text, "80");
}

#[test]
fn what_is_no_sentence_of_the_interface_stays_as_it_is() {
    for text in ["", "something else", "`a` has `b", "`a` has `b` c`, which its source has not"] {
        let found = Sentence::of(text);
        assert_eq!((found.id, found.text.as_str()), (None, text));
    }
}

#[test]
fn a_diagnostic_says_what_to_do_but_no_commands() {
    let fault = Diagnostic::error("the source of `a` is not approved")
        .hint("it is approved first: `feuillet translations approve --lang fr --by WHO`")
        .hint("somebody else has to sign it");
    let Sentences(all) = Sentences::of(&fault);
    let ids: Vec<Option<&str>> = all.iter().map(|one| one.id).collect();
    assert_eq!(ids, [Some("said-source-not-approved"), Some("said-somebody-else")]);
}

#[test]
fn two_sentences_never_say_the_same() {
    for (index, one) in PATTERNS.iter().enumerate() {
        for other in &PATTERNS[index + 1..] {
            assert_ne!(one.parts, other.parts, "{} and {}", one.id, other.id);
        }
    }
}
