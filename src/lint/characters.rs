//! Finds characters in texts that nobody sees, and letters that only look like those around them.

use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::diagnostic::characters::{Oddity, is_invisible, is_mixed, mend, name, oddity};
use crate::diagnostic::{Located, Span};
use crate::language::Direction;
use crate::lint::Found;
use crate::load::Publication;
use crate::load::catalogue::parts::{Part, walk};
use crate::load::catalogue::{Catalogue, Entry};

/// Scripts whose words stand without blanks: a zero-width space says where a line may end.
const WITHOUT_BLANKS: [&str; 7] = ["Khmr", "Thai", "Laoo", "Mymr", "Tibt", "Hans", "Hant"];

/// Finds them in a text.
pub(super) fn check(publication: &Publication, catalogue: &Catalogue, entry: &Entry) -> Vec<Found> {
    let row = publication.languages.get(&catalogue.language);
    let is_rtl = row.is_some_and(|row| row.direction() == Direction::Rtl);
    let has_blanks = row.is_none_or(|row| !WITHOUT_BLANKS.contains(&row.script.code.as_str()));
    let mut found = Vec::new();
    walk(entry.parts(), &mut |part| {
        let text = match part {
            Part::Text(text) => text,
            Part::Quoted(text) => return found.extend(quoted(text)),
            _ => return,
        };
        let has_latin = text.value.bytes().any(|byte| byte.is_ascii_alphabetic());
        // What a keyboard of ASCII types is seen, and is what it looks like.
        let characters = text.value.char_indices().filter(|(_, c)| !matches!(c, ' '..='~'));
        for (at, c) in characters {
            let is_fine = match c {
                // A soft hyphen says where a word may be divided; joiners and variants belong to the letter before them.
                '\n'
                | '\t'
                | '\u{AD}'
                | '\u{200C}'
                | '\u{200D}'
                | '\u{2060}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{180B}'..='\u{180F}' => true,
                '\u{200B}' => !has_blanks,
                '\u{200E}' | '\u{200F}' | '\u{61C}' => is_rtl,
                c => !is_invisible(c),
            };
            if is_impossible(c) {
                let message = format!("a character that no PDF may hold stands here: {}", name(c));
                found.push(at_character(text, at, c, message).hint("delete it").impossible());
            } else if !is_fine {
                found.push(invisible(text, at, c));
            } else if has_latin
                && let Some(Oddity::LooksLike(like)) = oddity(c)
                && like.is_ascii_alphabetic()
                && c.is_alphabetic()
                && is_mixed(&text.value, at)
            {
                found.push(mixed(text, at, c));
            } else if matches!(c, '｛' | '＄') && is_placeable(&text.value[at + c.len_utf8()..]) {
                let message = format!("`{c}` is {}, and begins nothing", name(c));
                let what = format!("{}, and the other signs in their narrow form too", mend(c));
                found.push(at_character(text, at, c, message).hint(what));
            }
        }
    });
    found
}

/// Whether what follows a brace of full width was meant to be filled in.
fn is_placeable(rest: &str) -> bool {
    rest.trim_start().starts_with(['$', '＄', '-'])
}

/// Whether PDF/UA and PDF/A forbid a character, or nothing can be written for it.
fn is_impossible(c: char) -> bool {
    let is_layout = matches!(c, '\n' | '\t');
    matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}') || (c.is_control() && !is_layout)
}

/// A quoted text: what is written as a code there is meant, except what no page can show.
fn quoted(text: &Located<String>) -> Option<Found> {
    let shown = unescape_unicode_to_string(&text.value);
    let c = shown.chars().find(|c| is_impossible(*c))?;
    let message = format!("a character that no PDF may hold stands here: {}", name(c));
    let found = Found::new("character", format!("U+{:04X}", c as u32), message, &text.span);
    Some(found.hint("delete it").impossible())
}

fn at_character(text: &Located<String>, at: usize, c: char, message: String) -> Found {
    let start = text.span.range.start + at;
    let place = Span::new(&text.span.file, start..start + c.len_utf8());
    Found::new("character", format!("U+{:04X}", c as u32), message, &place)
}

fn invisible(text: &Located<String>, at: usize, c: char) -> Found {
    let message = format!("an invisible character stands here: {}", name(c));
    let what = match c {
        '\u{200B}' => "delete it, or type a soft hyphen (U+00AD) where a word may be divided",
        '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "delete it: the program sets the direction of words, numbers and addresses"
        }
        '\u{2028}' | '\u{2029}' => "begin a new line, or leave an empty one for a new paragraph",
        _ => "delete it: it comes from where the text was copied",
    };
    at_character(text, at, c, message).hint(what)
}

/// A letter of another script in a word with Latin ones. Which of the two was meant shows from the rest of the word.
fn mixed(text: &Located<String>, at: usize, c: char) -> Found {
    let is_letter = |c: &char| c.is_alphabetic();
    let start = text.value[..at].char_indices().rev().take_while(|(_, c)| is_letter(c)).last();
    let start = start.map_or(at, |(start, _)| start);
    let word: String = text.value[start..].chars().take_while(is_letter).collect();
    let message = format!("`{c}` in `{word}` is {}", name(c));
    at_character(text, at, c, message)
        .hint(format!("{}, or the other letters in the script of this one", mend(c)))
}
