//! Screen, print shop and office get the same words.

use std::path::Path;
use std::process::Command;

use super::print_files;
use crate::reading::printed;
use crate::support::outside::{output, outside};
use crate::support::shipped::{languages, pdf_for};

/// How often a card stands on a side of an office sheet.
const CARDS: usize = 5;

/// The words of a PDF as it draws them, without the ends of pages.
fn words(file: &Path) -> Vec<String> {
    let (raw, _) = output(Command::new("pdftotext").arg("-raw").arg(file).arg("-"));
    let mut words = printed(&raw);
    words.retain(|word| word != "\u{C}");
    words
}

/// The first word of which two texts have not the same number, where the other one has each word `times` as often.
fn difference(one: &[String], other: &[String], times: usize) -> Option<String> {
    let mut many: Vec<&String> =
        one.iter().flat_map(|word| std::iter::repeat_n(word, times)).collect();
    let mut other: Vec<&String> = other.iter().collect();
    many.sort();
    other.sort();
    let at = many.iter().zip(&other).position(|(one, other)| one != other);
    let at = at.or((many.len() != other.len()).then(|| many.len().min(other.len())))?;
    Some(format!("{:?} against {:?}", many.get(at), other.get(at)))
}

#[test]
fn print_shop_and_office_get_the_words_of_the_screen() {
    if outside("pdftotext").is_none() {
        return;
    }
    for (edition, language, print) in print_files() {
        let screen = words(&pdf_for("screen", edition, language));
        assert!(screen.len() > 150, "{edition}, {language}: {} words", screen.len());
        let print = words(&print);
        assert_eq!(difference(&screen, &print, 1), None, "{edition}, {language}, print");
        // Single pages follow each other as on the screen; panels don't.
        assert!(edition != "full" || screen == print, "{language}: another order");
        let office = words(&pdf_for("office", edition, language));
        let times = if edition == "card" { CARDS } else { 1 };
        assert_eq!(difference(&screen, &office, times), None, "{edition}, {language}, office");
    }
    for language in languages() {
        let [screen, office] =
            ["screen", "office"].map(|profile| words(&pdf_for(profile, "large", language)));
        assert!(screen.len() > 4000, "{language}: {} words", screen.len());
        assert!(screen == office, "large, {language}: {:?}", difference(&screen, &office, 1));
    }
}

#[test]
fn a_word_too_few_or_too_many_is_noticed() {
    let text = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let one = text("call 112 or 101");
    assert_eq!(difference(&one, &text("101 or 112 call"), 1), None);
    assert_eq!(difference(&one, &text("101 or call 112 112 or call 101"), 2), None);
    let found = |other: &str| difference(&one, &text(other), 1).unwrap();
    assert_eq!(found("call 112 or"), r#"Some("101") against Some("112")"#);
    assert_eq!(found("call 112 or 101 or"), r#"None against Some("or")"#);
    assert_eq!(found("call 112 or 107"), r#"Some("101") against Some("107")"#);
}
