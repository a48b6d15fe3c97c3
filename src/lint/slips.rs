//! Finds slips of typing: the same word twice, blanks that nobody wanted, signs twice, brackets and quotes without a partner.

use std::ops::Range;

use crate::language::words::Words;
use crate::lint::Found;
use crate::lint::pair::Pair;
use crate::lint::rules::{BLANK, DOUBLED, REPEATED, UNPAIRED};
use crate::lint::wording::Wording;

/// Words that stand twice in a good sentence: "vous vous sentez", "die die", "had had". Languages that double words to say
/// "slowly" or "many" have only those here that they do not double.
const DOUBLES: [(&str, Doubles); 21] = [
    ("fr", Doubles::Fine(&["vous", "nous", "en", "tout", "très", "ha", "non", "oui"])),
    (
        "nl",
        Doubles::Fine(&[
            "die", "dat", "je", "u", "van", "ze", "het", "heel", "er", "in", "te", "op",
        ]),
    ),
    ("de", Doubles::Fine(&["die", "der", "das", "sie", "den", "dem", "ihr", "sehr", "zu"])),
    ("en", Doubles::Fine(&["had", "that", "very", "no", "so", "her"])),
    ("es", Doubles::Fine(&["muy", "no", "nos", "que"])),
    ("pt", Doubles::Fine(&["muito", "não", "se", "nos"])),
    ("it", Doubles::Fine(&["via", "molto", "no", "man", "mano", "poco", "vi", "ci", "piano"])),
    ("ro", Doubles::Fine(&["foarte", "nu", "rând"])),
    ("pl", Doubles::Fine(&["się", "nie", "bardzo"])),
    ("ru", Doubles::Fine(&["что", "очень", "да", "нет", "как", "и"])),
    ("uk", Doubles::Fine(&["що", "дуже", "так", "ні"])),
    ("bg", Doubles::Fine(&["много", "да", "не"])),
    ("el", Doubles::Fine(&["πολύ", "σιγά", "λίγο", "πρώτα", "κάπου"])),
    ("sq", Doubles::Fine(&["të", "dal", "shumë"])),
    ("ar", Doubles::Fine(&["جدا", "رويدا", "شیئا", "خطوة", "واحدا", "جنبا", "وجها", "یوما"])),
    (
        "tr",
        Doubles::Slip(&[
            "ve", "bu", "için", "ile", "bir de", "ama", "veya", "olan", "olarak", "gibi",
        ]),
    ),
    ("ku", Doubles::Slip(&["û", "ji", "bi", "di", "ku", "ev"])),
    ("fa", Doubles::Slip(&["و", "از", "به", "در", "که", "با", "را", "این"])),
    ("ps", Doubles::Slip(&["او", "د", "په", "چې", "له"])),
    ("ur", Doubles::Slip(&["اور", "کے", "کی", "کا", "میں", "سے", "نے"])),
    ("hi", Doubles::Slip(&["और", "के", "की", "का", "में", "से", "ने"])),
];

/// Which words may stand twice.
enum Doubles {
    /// All but these are slips.
    Fine(&'static [&'static str]),
    /// Only these are slips.
    Slip(&'static [&'static str]),
}

/// Signs that stand once; points are counted apart.
const SIGNS: [char; 12] = [',', ';', ':', '?', '!', '،', '؛', '؟', '。', '，', '։', '।'];

/// Brackets with their partners.
const BRACKETS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('（', '）'), ('«', '»')];

/// Finds them in the wordings of a text. `words` are those of the first.
pub(super) fn check(pair: &Pair<'_>, words: &Words, found: &mut Vec<Found>) {
    for (index, wording) in pair.own.iter().enumerate() {
        if index == 0 {
            doubled_words(pair, wording, words, found);
        } else {
            doubled_words(pair, wording, &Words::of(&wording.text), found);
        }
        blanks(pair, wording, found);
        signs(pair, wording, found);
        partners(pair, wording, found);
    }
}

fn doubled_words(pair: &Pair<'_>, wording: &Wording<'_>, words: &Words, found: &mut Vec<Found>) {
    if !pair.language.has_blanks {
        return;
    }
    let family = pair.language.family();
    for index in 1..words.len() {
        let word = words.folded(index);
        if word != words.folded(index - 1) || !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let place = words.place(index - 1..index + 1);
        let second = words.place(index..index + 1);
        let between = &wording.text[words.place(index - 1..index).end..second.start];
        let is_slip = match DOUBLES.iter().find(|(language, _)| *language == family) {
            Some((_, Doubles::Fine(fine))) => !fine.contains(&word),
            Some((_, Doubles::Slip(slips))) => slips.contains(&word),
            // Nothing is known of the language, and many double their words.
            None => false,
        };
        if !is_slip || !between.chars().all(char::is_whitespace) || between.contains("\n\n") {
            continue;
        }
        let written = &wording.text[place];
        let message = format!("`{}` stands twice", &wording.text[second.clone()]);
        report(DOUBLED, written, message, "delete one", wording, second, found);
    }
}

fn report(
    rule: &'static str,
    subject: &str,
    message: String,
    hint: &str,
    wording: &Wording<'_>,
    range: Range<usize>,
    found: &mut Vec<Found>,
) {
    if let Some(place) = wording.span(range) {
        let subject = if rule == BLANK {
            BLANK.to_owned()
        } else {
            format!("\"{}\"", subject.replace('\n', " "))
        };
        found.push(Found::new(rule, subject, message, &place).hint(hint));
    }
}

fn blanks(pair: &Pair<'_>, wording: &Wording<'_>, found: &mut Vec<Found>) {
    let text = &wording.text;
    let mut add = |message: &str, hint: &str, range| {
        report(BLANK, "", message.to_owned(), hint, wording, range, found);
    };
    for (at, _) in text.match_indices("  ") {
        let before = text[..at].chars().next_back();
        let after = text[at..].trim_start_matches(' ').chars().next();
        // At the edges of lines they are layout; what comes after the first two was told.
        if before.is_some_and(|c| c != '\n' && c != ' ') && after.is_some_and(|c| c != '\n') {
            add("two blanks stand in a row", "delete one", at..at + 2);
        }
    }
    for (at, _) in text.match_indices([' ', '\u{A0}', '\u{202F}']) {
        let rest = text[at..].trim_start_matches([' ', '\u{A0}', '\u{202F}']);
        let mut next = rest.chars();
        let sign = next.next();
        let then = next.next();
        let is_sign = matches!(sign, Some(',' | '.' | '،' | '。' | '।' | '։' | '۔'));
        let is_end = then.is_none_or(|c| c.is_whitespace() || c == '"');
        let before = text[..at].chars().next_back();
        if is_sign && is_end && before.is_some_and(|c| c.is_alphanumeric() || c == ')' || c == '"')
        {
            let end = text.len() - rest.len() + sign.map_or(0, char::len_utf8);
            add("a blank stands before the sign", "delete it", at..end);
        }
    }
    let Some(source) = pair.source.and_then(|source| source.wordings.first()) else { return };
    let blank = |c: char| c.is_whitespace();
    for (own, wanted, where_, range) in [
        (text.starts_with(blank), source.text.starts_with(blank), "begins", 0..1),
        (
            text.ends_with(blank),
            source.text.ends_with(blank),
            "ends",
            text.len().saturating_sub(1)..text.len(),
        ),
    ] {
        if own != wanted && !text.is_empty() && wording.is_default {
            let (has, has_not) = if own { ("with", "without") } else { ("without", "with") };
            let message = format!("`{}` {where_} {has} a blank, its source {has_not} one", pair.id);
            found.push(
                Found::new(
                    BLANK,
                    BLANK,
                    message,
                    &wording.span(range).unwrap_or_else(|| pair.entry.span.clone()),
                )
                .hint("write the edges as the source has them: `{ \" \" }` is a blank"),
            );
        }
    }
}

fn signs(pair: &Pair<'_>, wording: &Wording<'_>, found: &mut Vec<Found>) {
    let text = &wording.text;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c != '.' && !SIGNS.contains(&c) {
            continue;
        }
        let mut times = 1;
        let mut end = at + c.len_utf8();
        while chars.next_if(|(_, next)| *next == c).is_some() {
            times += 1;
            end += c.len_utf8();
        }
        let is_fine = if c == '.' { times == 1 || times == 3 } else { times == 1 };
        let run = &text[at..end];
        // `::` ends sentences in Ethiopic where the sign for it can't be typed.
        let is_sign = matches!(pair.language.family(), "am" | "ti") && run == "::";
        let is_in_source = pair.source.is_some_and(|source| {
            source.wordings.iter().any(|wording| has_run(&wording.text, run, c))
        });
        // A line to write on.
        let is_line = times > 4;
        if !is_fine && !is_in_source && !is_sign && !is_line {
            let hint = if c == '.' {
                "write one point, or `...` for an ellipsis"
            } else {
                "write it once"
            };
            report(REPEATED, run, format!("`{run}` stands here"), hint, wording, at..end, found);
        }
    }
}

/// Whether a sign stands in a text as often in a row as in `run`.
fn has_run(text: &str, run: &str, sign: char) -> bool {
    text.match_indices(run)
        .any(|(at, _)| !text[..at].ends_with(sign) && !text[at + run.len()..].starts_with(sign))
}

/// Brackets and straight quotes without a partner. Where the source is odd too, or there is none, nothing is known.
fn partners(pair: &Pair<'_>, wording: &Wording<'_>, found: &mut Vec<Found>) {
    let Some(original) = pair.source.and_then(|source| source.wordings.first()) else { return };
    if lonely(&original.text).is_some() {
        return;
    }
    if let Some(range) = lonely(&wording.text) {
        let sign = &wording.text[range.clone()];
        let message = format!("`{sign}` stands without its partner");
        report(UNPAIRED, sign, message, "write the other one, or delete it", wording, range, found);
    }
}

/// The first sign without a partner.
fn lonely(text: &str) -> Option<Range<usize>> {
    if !text.contains(['(', ')', '[', ']', '{', '}', '（', '）', '«', '»', '"', '“', '”', '„'])
    {
        return None;
    }
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut quotes: Vec<usize> = Vec::new();
    let mut curled: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        let place = at..at + c.len_utf8();
        let digit_before = text[..at].chars().next_back().is_some_and(char::is_numeric);
        match c {
            // The inch of `5"`.
            '"' if digit_before && quotes.len().is_multiple_of(2) => {}
            '"' => quotes.push(at),
            '“' | '”' | '„' => curled.push((at, c)),
            _ => {
                if let Some((_, close)) = BRACKETS.iter().find(|(open, _)| *open == c) {
                    open.push((*close, at));
                } else if BRACKETS.iter().any(|(_, close)| *close == c) {
                    if open.last().is_some_and(|(wanted, _)| *wanted == c) {
                        open.pop();
                    } else if c != '»' && !is_item(&text[..at]) {
                        return Some(place);
                    } else if c == '»' {
                        // Some languages open with it: »so«.
                        open.push(('«', at));
                    }
                }
                if c == '«' && open.len() >= 2 && open[open.len() - 2].0 == '«' {
                    open.truncate(open.len() - 2);
                }
            }
        }
    }
    let rest = open.first().map(|(_, at)| *at);
    let rest = rest.or_else(|| (quotes.len() % 2 == 1).then(|| quotes.last().copied()).flatten());
    let rest = rest
        .or_else(|| (curled.len() % 2 == 1).then(|| curled.last().map(|(at, _)| *at)).flatten());
    rest.map(|at| at..at + text[at..].chars().next().map_or(1, char::len_utf8))
}

/// Whether a bracket closes the number of an item: `a)`, `12)`.
fn is_item(before: &str) -> bool {
    let item = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    (1..=2).contains(&item.chars().count()) && item.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::lonely;

    #[test]
    fn signs_have_partners() {
        for (text, wanted) in [
            ("a (b [c] d) \"e\"", None),
            ("a (b", Some("(")),
            ("a b) c", None),
            ("see that) c", Some(")")),
            ("1) yes 2) no", None),
            ("«a» and »b«", None),
            ("« a", Some("«")),
            ("\"a", Some("\"")),
            ("a 5\" screen", None),
            ("„a“ “b” ”c”", None),
            ("“a", Some("“")),
            ("(a]", Some("]")),
            ("plain", None),
        ] {
            assert_eq!(lonely(text).map(|range| &text[range]), wanted, "{text}");
        }
    }
}
