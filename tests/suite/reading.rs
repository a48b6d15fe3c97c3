//! What a reader copies, searches or hears is the manuscript: every word of every block, in order, and nothing else.

use std::path::Path;
use std::process::Command;

use feuillet::load::ContactsStyle;
use feuillet::resolve::Manuscript;
use feuillet::resolve::manuscript::{BlockKind, Passage};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::outside::{LANGUAGES, loaded, output, outside, pdf};

/// The words and numbers of a text, and each sign between them as a word of its own: of the narrow blanks at signs
/// and after numbers poppler makes none. Compatibility forms are folded; marks of direction fall.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    // Whether the word that can go on is a number.
    let mut open = None;
    for c in text.nfkc() {
        let steers = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}');
        if steers {
            continue;
        }
        let kind = (c.is_alphanumeric() || is_combining_mark(c)).then_some(c.is_numeric());
        match words.last_mut() {
            Some(word) if kind.is_some() && kind == open => word.push(c),
            _ if c.is_whitespace() => {}
            _ => words.push(c.to_string()),
        }
        open = kind;
    }
    words
}

/// The words of what `pdftotext -raw` prints, which is the text in the order in which it was drawn.
///
/// poppler keeps a soft hyphen where a word was divided. It prints what reads from right to left as one line for
/// each stretch between numbers and Latin words, in which words, each between U+202B and U+202C, and signs
/// follow each other from left to right: such a line is turned round.
fn printed(raw: &str) -> Vec<String> {
    let mut all = Vec::new();
    for line in raw.replace("\u{AD}\n", "").split(['\n', '\u{C}']) {
        if !line.contains('\u{202B}') {
            all.extend(words(line));
            continue;
        }
        let mut pieces: Vec<Vec<String>> = Vec::new();
        for (index, part) in line.split(['\u{202B}', '\u{202C}']).enumerate() {
            // Words stand in the odd parts, from their first letter to their last; signs in the even ones.
            if index % 2 == 1 {
                pieces.push(words(part));
            } else {
                pieces.extend(words(part).into_iter().map(|sign| vec![sign]));
            }
        }
        all.extend(pieces.into_iter().rev().flatten());
    }
    all
}

/// Whether a printed word is a word of the manuscript. poppler gives the two letters of the ligature of lam and
/// alef in the order of the page.
fn same(printed: &str, word: &str) -> bool {
    if printed == word {
        return true;
    }
    let mut letters: Vec<char> = word.chars().collect();
    let mut at = 0;
    while at + 1 < letters.len() {
        if letters[at] == 'ل' && "اأإآ".contains(letters[at + 1]) {
            letters.swap(at, at + 1);
            at += 1;
        }
        at += 1;
    }
    printed.chars().eq(letters)
}

fn starts_with(printed: &[String], text: &[String]) -> bool {
    printed.len() >= text.len() && printed.iter().zip(text).all(|(one, other)| same(one, other))
}

/// The passages in the order in which the page draws them. A row of contacts shows the number beside the name,
/// before the details; the emergency band shows it above the name, and no details.
fn drawn(manuscript: &Manuscript) -> Vec<&Passage> {
    let mut drawn = Vec::new();
    for section in &manuscript.sections {
        drawn.extend(&section.title);
        for block in &section.blocks {
            let BlockKind::Contacts { cards, style, title } = &block.kind else {
                drawn.extend(block.kind.passages());
                continue;
            };
            drawn.extend(title);
            for card in cards {
                match style {
                    ContactsStyle::Banner => drawn.extend(card.number.iter().chain([&card.name])),
                    _ => {
                        drawn.extend([&card.name].into_iter().chain(&card.number));
                        drawn.extend(card.details.iter().chain(&card.address));
                    }
                }
            }
        }
    }
    drawn
}

/// Reads `printed` from its first word to its last: each text whole and in order; before and between them
/// nothing but `furniture`, as often as it comes.
fn read(
    printed: &[String],
    texts: &[Vec<String>],
    furniture: &[Vec<String>],
) -> Result<(), String> {
    let mut rest = printed;
    let mut texts = texts.iter();
    let mut next = texts.next();
    while !rest.is_empty() {
        let piece = match next {
            Some(text) if starts_with(rest, text) => {
                next = texts.next();
                text
            }
            _ => match furniture.iter().find(|piece| starts_with(rest, piece)) {
                Some(piece) => piece,
                None => break,
            },
        };
        rest = &rest[piece.len()..];
    }
    match next {
        None if rest.is_empty() => Ok(()),
        _ => Err(format!("wanted {next:?}\nfound {:?}", &rest[..rest.len().min(24)])),
    }
}

fn printed_words(file: &Path) -> Vec<String> {
    printed(&output(Command::new("pdftotext").arg("-raw").arg(file).arg("-")).0)
}

#[test]
fn every_word_of_every_block_is_there_in_order_and_nothing_else() {
    if outside("pdftotext").is_none() {
        return;
    }
    let loaded = loaded();
    for language in LANGUAGES {
        let manuscript = loaded.resolve("short", language).manuscript;
        let texts: Vec<_> = drawn(&manuscript).iter().map(|text| words(&text.plain())).collect();
        assert!(texts.iter().all(|text| !text.is_empty()), "{language}: an empty text");
        let draft = manuscript.draft.as_ref().expect("what ships is a draft");
        let mut furniture =
            vec![words("·"), words(&draft.line.plain()), words(&draft.band.plain())];
        furniture.extend(manuscript.offered.iter().map(|language| words(&language.autonym)));
        if let Err(found) = read(&printed_words(&pdf(language)), &texts, &furniture) {
            panic!("{language}: {found}");
        }
    }
}

#[test]
fn a_missing_a_foreign_or_a_moved_text_is_noticed() {
    let texts = [words("Partir."), words("0800 30 030"), words("Le corps, les mots.")];
    let furniture = [words("Projet")];
    let read = |raw: &str| read(&printed(raw), &texts, &furniture).is_ok();
    assert!(read("Partir .\n0800 30 030\nLe corps, les\u{a0}mots.\nProjet\n\u{c}"));
    assert!(read("Partir.\nProjet\n\u{c}0800 30 030\nLe cor\u{ad}\nps, les mots.\n"));
    assert!(!read("Partir.\n0800 30 030\n"), "one is missing");
    assert!(!read("0800 30 030\nPartir.\nLe corps, les mots.\n"), "two were swapped");
    assert!(!read("Partir.\n0800 30 030\nLe corps, les mots.\nPartir.\n"), "one is there twice");
    assert!(!read("Partir.\n030 30 0800\nLe corps, les mots.\n"), "the number is turned");
    assert!(!read("Partir.\n0800 30 030\nLe corps, Projet les mots.\n"), "one is interrupted");
    assert!(!read("Partir.\n0800 30 030\nLe cor-\nps, les mots.\n"), "one is divided");
}

#[test]
fn arabic_lines_read_from_right_to_left() {
    let rtl = |word: &str| format!("\u{202b}{word}\u{202c}");
    // "لا يتصل بالرقم 101." as poppler prints it, the ligature with its letters turned.
    let raw = format!("{} {} {}\n101\n.\n", rtl("بالرقم"), rtl("يتصل"), rtl("ال"));
    let text = [words("لا يتصل بالرقم 101.")];
    assert_eq!(read(&printed(&raw), &text, &[]), Ok(()));
    let raw = format!(".{} {} {}\n101\n", rtl("بالرقم"), rtl("يتصل"), rtl("ال"));
    assert!(read(&printed(&raw), &text, &[]).is_err(), "the point stands before the number");
    assert!(!same("الي", "يلا"), "only lam and alef change places");
}

#[test]
fn links_are_those_of_the_texts_and_no_others() {
    let loaded = loaded();
    for language in LANGUAGES {
        let Some(mut pdfinfo) = outside("pdfinfo") else { return };
        let (listed, _) = output(pdfinfo.arg("-url").arg(pdf(language)));
        let mut found: Vec<&str> =
            listed.lines().skip(1).filter_map(|line| line.split_whitespace().last()).collect();
        let manuscript = loaded.resolve("short", language).manuscript;
        let drawn = drawn(&manuscript);
        let runs = drawn.iter().flat_map(|passage| passage.paragraphs.iter().flatten());
        let mut wanted: Vec<&str> = runs.filter_map(|run| run.link.as_deref()).collect();
        // A link whose text goes on in the next line, or is of two looks, has two boxes.
        found.dedup();
        wanted.dedup();
        assert_eq!(found, wanted, "{language}");
    }
}

#[test]
fn bookmarks_are_the_titles_and_headings() {
    let loaded = loaded();
    for language in LANGUAGES {
        let Some(mut mutool) = outside("mutool") else { return };
        let (listed, _) = output(mutool.arg("show").arg(pdf(language)).arg("outline"));
        let found: Vec<_> = listed
            .lines()
            .filter_map(|line| Some(words(line.split_once('"')?.1.rsplit_once('"')?.0)))
            .collect();
        let manuscript = loaded.resolve("short", language).manuscript;
        let mut wanted = Vec::new();
        for section in &manuscript.sections {
            wanted.extend(section.title.iter().map(|title| words(&title.plain())));
            for block in &section.blocks {
                if let BlockKind::Heading { text: it, .. }
                | BlockKind::Question { question: it, .. } = &block.kind
                {
                    wanted.push(words(&it.plain()));
                }
            }
        }
        assert_eq!(found, wanted, "{language}");
    }
}
