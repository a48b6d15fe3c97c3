//! What a reader copies, searches or hears is the manuscript: every word of every block, in order, and nothing else.

use std::collections::HashSet;
use std::path::Path;
use std::process::Command;

use feuillet::load::ContactsStyle;
use feuillet::resolve::Manuscript;
use feuillet::resolve::manuscript::{BlockKind, Passage, Run, RunKind};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::support::outside::{output, outside};
use crate::support::shipped::{editions, loaded, pdf};

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

/// Stands among printed words for the end of a page.
const PAGE_END: &str = "\u{C}";

/// The words of what `pdftotext -raw` prints, which is the text in the order in which it was drawn.
///
/// poppler keeps a soft hyphen where a word was divided. It prints what reads from right to left as one line for
/// each stretch between numbers and Latin words, in which words, each between U+202B and U+202C, and signs
/// follow each other from left to right: such a line is turned round.
pub(crate) fn printed(raw: &str) -> Vec<String> {
    let mut all = Vec::new();
    let from_right = raw.contains('\u{202B}');
    // A page ends with a line of its own.
    // Portuguese repeats a hyphen of its own on the next line.
    let raw = raw
        .replace("\u{AD}\n", "")
        .replace("-\n-", "-")
        .replace('\u{C}', &format!("\n{PAGE_END}\n"));
    for line in raw.split('\n') {
        if line == PAGE_END {
            all.push(PAGE_END.to_owned());
            continue;
        }
        if !line.contains('\u{202B}') {
            let mut words = words(line);
            // Signs behind a number, with no word beside them, follow each other from left to right too.
            if from_right && !line.contains(char::is_alphanumeric) {
                words.reverse();
            }
            all.extend(words);
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
    if printed == word || (word == A_PAGE && printed.chars().all(char::is_numeric)) {
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

/// Stands in the words of a passage for the number of a page.
const A_PAGE: &str = "\u{E000}";

/// The words of a passage; each number of a page is [`A_PAGE`].
fn passage_words(passage: &Passage) -> Vec<String> {
    let run =
        |run: &Run| if run.kind == RunKind::Page { A_PAGE.to_owned() } else { run.text.clone() };
    let paragraphs = passage.paragraphs.iter();
    let text = |runs: &Vec<Run>| runs.iter().map(run).collect::<String>();
    words(&paragraphs.map(text).collect::<Vec<_>>().join(" "))
}

/// The passages in the order in which the page draws them. A row of contacts shows the number beside the name,
/// before the details; the emergency band shows it above the name, and no details.
pub(crate) fn drawn(manuscript: &Manuscript) -> Vec<&Passage> {
    let mut drawn = Vec::new();
    for section in &manuscript.sections {
        drawn.extend(&section.title);
        if let Some(summary) = &section.summary {
            drawn.extend([&summary.label].into_iter().chain(&summary.lines));
        }
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
                        drawn.extend(card.regions.iter().chain(&card.details).chain(&card.address));
                    }
                }
            }
        }
    }
    drawn
}

/// What a page shows beside the passages: lines at head and foot, names of languages, and in a booklet the numbers of
/// pages, chapters and steps, and the titles in running heads and in the contents.
fn furniture(manuscript: &Manuscript, edition: &str) -> Vec<Vec<String>> {
    let draft = manuscript.draft.as_ref().expect("what ships is a draft");
    let mut furniture = vec![words("·"), words(&draft.line.plain()), words(&draft.band.plain())];
    furniture.extend(manuscript.offered.iter().map(|language| words(&language.autonym)));
    if edition != "short" {
        furniture.extend((1..=60).map(|number| words(&number.to_string())));
        furniture.extend(manuscript.foot.iter().map(passage_words));
        let titles = manuscript.sections.iter().filter_map(|section| section.title.as_ref());
        furniture.extend(titles.map(passage_words));
        // A table that goes on has its header again.
        for block in manuscript.sections.iter().flat_map(|section| &section.blocks) {
            if let BlockKind::Table { header, .. } = &block.kind {
                furniture.extend(header.iter().map(passage_words));
            }
        }
    }
    furniture
}

/// How far a reader has come: words printed, texts, words of the text at hand, and whether furniture may come next.
type Place = (usize, usize, usize, bool);

/// Reads `printed` from its first word to its last: each text whole and in order; before and between them nothing but
/// `furniture`, as often as it comes. At the end of a page furniture may also interrupt a text.
fn read(
    printed: &[String],
    texts: &[Vec<String>],
    furniture: &[Vec<String>],
) -> Result<(), String> {
    let mut seen: HashSet<Place> = HashSet::new();
    let mut open: Vec<Place> = vec![(0, 0, 0, true)];
    let mut furthest = (0, 0);
    while let Some(place) = open.pop() {
        if !seen.insert(place) {
            continue;
        }
        let (at, text, word, between) = place;
        furthest = furthest.max((at, text));
        let rest = &printed[at..];
        if rest.iter().all(|word| word == PAGE_END) && text == texts.len() {
            return Ok(());
        }
        // Where a page ends or began, and between texts, furniture may come; words of the text are tried first.
        let at_page_end = ends_page(rest, furniture);
        if between || word == 0 || at_page_end {
            for piece in furniture.iter().filter(|piece| starts_with(rest, piece)) {
                open.push((at + piece.len(), text, word, true));
            }
            if rest.first().is_some_and(|word| word == PAGE_END) {
                open.push((at + 1, text, word, true));
            }
        }
        let next = texts.get(text).and_then(|text| text.get(word));
        if let (Some(next), Some(found)) = (next, rest.first())
            && same(found, next)
        {
            let done = word + 1 == texts[text].len();
            open.push(if done {
                (at + 1, text + 1, 0, true)
            } else {
                (at + 1, text, word + 1, false)
            });
        }
    }
    let (at, text) = furthest;
    let rest = &printed[at..];
    Err(format!("wanted {:?}\nfound {:?}", texts.get(text), &rest[..rest.len().min(24)]))
}

/// Whether nothing but furniture comes until the page ends.
fn ends_page(rest: &[String], furniture: &[Vec<String>]) -> bool {
    if rest.first().is_none_or(|word| word == PAGE_END) {
        return true;
    }
    // The foot of a page is short: longer stretches need not be tried.
    let end = rest.iter().take(60).position(|word| word == PAGE_END);
    end.is_some()
        && furniture
            .iter()
            .any(|piece| starts_with(rest, piece) && ends_page(&rest[piece.len()..], furniture))
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
    for (edition, language) in editions() {
        let manuscript = loaded.resolve(edition, language).manuscript;
        let texts: Vec<_> = drawn(&manuscript).into_iter().map(passage_words).collect();
        assert!(texts.iter().all(|text| !text.is_empty()), "{edition}, {language}: an empty text");
        let furniture = furniture(&manuscript, edition);
        if let Err(found) = read(&printed_words(&pdf(edition, language)), &texts, &furniture) {
            panic!("{edition}, {language}: {found}");
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
    assert!(
        read("Partir.\n0800 30 030\nLe corps,\nProjet\n\u{c}Projet\nles mots.\n"),
        "over two pages"
    );
    assert!(
        !read("Partir.\n0800 30 030\nLe corps,\nProjet\nles mots.\n\u{c}"),
        "not at the page's end"
    );
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
    for (edition, language) in editions() {
        let Some(mut pdfinfo) = outside("pdfinfo") else { return };
        let (listed, _) = output(pdfinfo.arg("-url").arg(pdf(edition, language)));
        let mut found: Vec<&str> =
            listed.lines().skip(1).filter_map(|line| line.split_whitespace().last()).collect();
        found.retain(|link| !link.starts_with('#'));
        let manuscript = loaded.resolve(edition, language).manuscript;
        let drawn = drawn(&manuscript);
        let runs = drawn.iter().flat_map(|passage| passage.paragraphs.iter().flatten());
        let mut wanted: Vec<&str> = runs.filter_map(|run| run.link.as_deref()).collect();
        wanted.retain(|link| !link.starts_with('#'));
        if let Some(foot) = &manuscript.foot {
            // The line at the foot has its links on every page, between those of the texts.
            let runs = foot.paragraphs.iter().flatten();
            let foot: Vec<&str> = runs.filter_map(|run| run.link.as_deref()).collect();
            assert_eq!(foot, ["tel:101", "tel:112"]);
            for links in [&mut found, &mut wanted] {
                links.retain(|link| !foot.contains(link));
            }
        }
        // A link whose text goes on in the next line, or is of two looks, has two boxes.
        found.dedup();
        wanted.dedup();
        assert_eq!(found, wanted, "{edition}, {language}");
    }
}

#[test]
fn bookmarks_are_the_titles_and_headings() {
    let loaded = loaded();
    for (edition, language) in editions() {
        let Some(mut mutool) = outside("mutool") else { return };
        let (listed, _) = output(mutool.arg("show").arg(pdf(edition, language)).arg("outline"));
        let found: Vec<_> = listed
            .lines()
            .filter_map(|line| Some(words(line.split_once('"')?.1.rsplit_once('"')?.0)))
            .collect();
        let manuscript = loaded.resolve(edition, language).manuscript;
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
        assert_eq!(found, wanted, "{edition}, {language}");
    }
}
