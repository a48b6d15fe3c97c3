//! Long words, long numbers and many names get the room that they need: smaller, or below each other.

use std::fmt::Write as _;

use feuillet::typeset::Pages;
use typst::layout::{Frame, FrameItem, Point};

use super::assert_builds;
use crate::support::Sandbox;

const BROCHURE: &str = "brochures/note/brochure.toml";
const FACTS: &str = "brochures/note/facts.toml";
const DUTCH: &str = "translations/nl/note.ftl";

/// A piece of text where it stands on its page, in points.
struct Piece {
    text: String,
    right: f64,
    baseline: f64,
    size: f64,
}

fn pieces(pages: &Pages) -> Vec<Piece> {
    fn collect(frame: &Frame, at: Point, out: &mut Vec<Piece>) {
        for (point, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, at + *point, out),
                FrameItem::Text(text) => out.push(Piece {
                    text: text.text.to_string(),
                    right: (at + *point).x.to_pt() + text.width().to_pt(),
                    baseline: (at + *point).y.to_pt(),
                    size: text.size.to_pt(),
                }),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    for page in pages.document.pages() {
        collect(&page.frame, Point::zero(), &mut out);
    }
    out
}

/// The blocks of the inner panel.
fn with_blocks(blocks: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    let text = sandbox.read(BROCHURE);
    let (head, rest) = text.split_once("title = \"shop-title\"\nblocks = [").unwrap();
    let (_, tail) = rest.split_once("\n]\n").unwrap();
    sandbox.write(BROCHURE, format!("{head}title = \"shop-title\"\nblocks = [{blocks}]\n{tail}"));
    sandbox
}

fn add_contact(sandbox: &Sandbox, id: &str, name: &str, phone: &str) {
    sandbox.append(
        FACTS,
        &format!(
            "[contact.{id}]\nname = {{ en = \"{name}\" }}\nphone = \"{phone}\"\nneeds = [\"questions\"]\n\
             source = \"the shop\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n"
        ),
    );
}

#[test]
fn a_telephone_number_of_ten_digits_keeps_its_line_in_pairs_and_bands() {
    for blocks in [
        "{ contacts = { need = \"questions\" }, style = \"pairs\" }",
        "{ contacts = { need = \"questions\" }, style = \"banner\", title = \"need-questions\" }",
        "{ contacts = { need = \"questions\" } }",
    ] {
        for phone in ["0471 22 33 44", "00 32 471 22 33 55 66"] {
            let sandbox = with_blocks(blocks);
            add_contact(&sandbox, "line", "Helpline of the mountain roads", phone);
            assert_builds(&sandbox);
            let pieces = pieces(&sandbox.load("note").pages("short", "nl"));
            let mut groups = phone.split(' ');
            let (first, last) =
                (groups.find(|group| group.len() > 2).unwrap(), groups.next_back().unwrap());
            let place = |group: &str| {
                let found = pieces.iter().find(|piece| piece.text.contains(group));
                found.unwrap_or_else(|| panic!("{group} is not on the page")).baseline
            };
            assert!((place(first) - place(last)).abs() < 0.1, "{blocks}, {phone}");
        }
    }
}

#[test]
fn a_word_that_is_wider_than_the_panel_makes_its_title_smaller() {
    let width = 99.0 / 25.4 * 72.0;
    for (word, divided) in [
        ("Herstellingswerkplaatsen", false),
        ("Arbeidsongeschiktheidsverzekeringsmaatschappijencontroledienstvoorzitters", true),
    ] {
        let sandbox = Sandbox::of("small");
        sandbox.replace(DUTCH, "shop-title = De winkel", &format!("shop-title = {word}"));
        sandbox.replace(
            DUTCH,
            "cover-title = Dingen kunnen hersteld worden",
            &format!("cover-title = {word}"),
        );
        let ran = sandbox.run(&["build"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let pieces = pieces(&sandbox.load("note").pages("short", "nl"));
        let begins = |piece: &&Piece| word.starts_with(&piece.text[..4.min(piece.text.len())]);
        let titles: Vec<&Piece> = pieces.iter().filter(begins).collect();
        assert!(!titles.is_empty());
        for title in titles {
            assert!(title.right <= width - 8.0 / 25.4 * 72.0 + 0.1, "{word}");
            assert!(title.size >= 9.3, "{word}");
            assert_eq!(title.text == word, !divided, "{}", title.text);
        }
    }
}

#[test]
fn a_long_word_in_a_band_does_not_lie_under_its_numbers() {
    for title in ["<b>Levensbedreigend</b> noodgeval? Bel.", "Onderzoeksrechtbankvoorzitters"] {
        let sandbox = with_blocks(
            "{ contacts = { need = \"questions\" }, style = \"banner\", title = \"need-questions\" }",
        );
        sandbox.replace(FACTS, "phone = \"0123 45 67 89\"", "phone = \"101\"");
        add_contact(&sandbox, "line", "Ambulance, fire service", "112");
        sandbox.replace(DUTCH, "need-questions = Vragen", &format!("need-questions = {title}"));
        assert_builds(&sandbox);
    }
}

/// The card with so many languages on its cover.
fn card(count: usize) -> Sandbox {
    let sandbox = Sandbox::of("small");
    let mut rows = String::new();
    let mut tags = vec!["en".to_owned(), "nl".to_owned()];
    for index in 2..count {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
        let tag = format!("q{}{}", letter(index / 26), letter(index));
        writeln!(
            rows,
            "[language.{tag}]\nautonym = \"Slovenščina\"\nscript = \"Latn\"\nformats = \"en-GB\""
        )
        .unwrap();
        sandbox.write(&format!("translations/{tag}/note.ftl"), "");
        tags.push(tag);
    }
    sandbox.write("translations/languages.toml", rows);
    let list = tags.iter().map(|tag| format!("\"{tag}\"")).collect::<Vec<_>>().join(", ");
    sandbox.replace(BROCHURE, "languages = [\"en\", \"nl\"]", &format!("languages = [{list}]"));
    let text = sandbox.read(BROCHURE).replace("form = \"leaflet\"", "form = \"card\"");
    let text = text.replace(
        "page = { width = \"99mm\", height = \"210mm\" }",
        "page = { width = \"85mm\", height = \"55mm\" }",
    );
    let text = text.replace(
        "text-size = \"9.4pt\"",
        "text-size = \"8pt\"\nscale = { cover = 1.9, title = 1.2, small = 0.94 }",
    );
    let (head, rest) = text.split_once("blocks = [\n  { paragraph = \"shop-text\" },").unwrap();
    let (_, tail) = rest.split_once("\n]\n").unwrap();
    let text = format!("{head}blocks = [{{ paragraph = \"shop-pay\" }}]\n{tail}");
    let text = text.replace("blocks = [\n  { paragraph = \"cover-text\" },\n]", "blocks = []");
    sandbox.write(BROCHURE, text);
    sandbox
}

#[test]
fn thirty_languages_fit_on_the_cover_of_a_card() {
    let ran = card(30).run(&["build", "--lang", "en,nl"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!ran.stderr.contains("warning[overlap]"), "{ran:?}");
}

#[test]
fn a_card_with_too_many_languages_says_how_many_fit() {
    let ran = card(90).run(&["build", "--lang", "en"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("= help: it names 90 languages, of which about "), "{ran:?}");
}
