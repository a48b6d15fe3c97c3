//! Numbers that are typed into texts from right to left: where their figures stand on the page.

use feuillet::compose::compose;
use feuillet::diagnostic::Report;
use feuillet::load::Profile;
use feuillet::typeset::{Fonts, Pages, typeset};
use typst::layout::{Frame, FrameItem, Point};

use crate::support::Sandbox;

/// The first page with `text` as the cover's text in a language of the Arabic or Latin script.
fn pages(language: &str, text: &str) -> Pages {
    let sandbox = Sandbox::of("small");
    let brochure = "brochures/note/brochure.toml";
    sandbox.replace(brochure, "\"nl\"", &format!("\"{language}\""));
    sandbox.write(&format!("translations/{language}/note.ftl"), format!("cover-text = {text}\n"));
    sandbox.append(
        "brochures/note/facts.toml",
        "[value.sum]\ntext = \"1 000 000\"\nsource = \"a test\"\nverified = 2026-01-01\nreview-by = 2030-01-01\n",
    );
    let loaded = sandbox.load("note");
    let resolved = loaded.resolve("short", language);
    let report = Report::new();
    let edition = loaded.publication.brochure.edition("short").unwrap();
    let composition = compose(&loaded.publication, &resolved.manuscript, edition);
    let fonts = Fonts::load(&loaded.project.fonts(), &report);
    typeset(&composition, &fonts, Profile::Screen, &report).unwrap()
}

/// The characters of a frame with the places of their left edges.
fn letters(frame: &Frame, origin: Point, out: &mut Vec<(f64, f64, String)>) {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match item {
            FrameItem::Group(group) => letters(&group.frame, at, out),
            FrameItem::Text(text) => {
                let mut x = at.x;
                for glyph in &text.glyphs {
                    let own = text.text[glyph.range()].to_owned();
                    out.push((at.y.to_pt(), (x + glyph.x_offset.at(text.size)).to_pt(), own));
                    x += glyph.x_advance.at(text.size);
                }
            }
            _ => {}
        }
    }
}

/// The lines of the first page from left to right, without blanks.
fn lines(pages: &Pages) -> Vec<String> {
    let mut all = Vec::new();
    letters(&pages.document.pages()[0].frame, Point::zero(), &mut all);
    all.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    let lines = all.chunk_by(|one, next| (one.0 - next.0).abs() < 0.5);
    lines
        .map(|line| {
            let text: String = line.iter().map(|(_, _, text)| text.as_str()).collect();
            text.chars().filter(|c| !c.is_whitespace() && !is_steering(*c)).collect()
        })
        .collect()
}

fn is_steering(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2069}')
}

/// Makes sure that a typed number stands from left to right, wherever it is typed.
#[track_caller]
fn assert_in_order(language: &str, word: &str, numbers: &[(&str, &str)]) {
    for (typed, wanted) in numbers {
        for text in [
            format!("{word} {typed} {word}."),
            format!("{typed}, {word}"),
            format!("{word} ({typed})"),
        ] {
            let found = lines(&pages(language, &text));
            let wanted: String = wanted.chars().filter(|c| !c.is_whitespace()).collect();
            assert!(
                found.iter().any(|line| line.contains(&wanted)),
                "{language}: {text:?}: {found:?}"
            );
        }
    }
}

/// Numbers that stand as they were typed.
const NUMBERS: [&str; 30] = [
    "1 000 000",
    "12 345 678",
    "1 000",
    "1\u{A0}000\u{A0}000",
    "1\u{202F}000",
    "1,000,000.5",
    "1.000.000",
    "1'000'000",
    "04 555 0123",
    "0800 30 030",
    "+32 2 555 70 80",
    "02/555.70.80",
    "02-555-70-80",
    "02 / 555 70 80",
    "0800-30-030",
    "1-800-555-0100",
    "1/2",
    "1 1/2",
    "28/11/2026",
    "28-11-2026",
    "2026-11-28",
    "2026 10 15",
    "9:00",
    "50%",
    "50 %",
    "-5",
    "100€",
    "€100",
    "BE71 0961 2345 6769",
    "٠٤ ٥٥٥ ٠١٢٣",
];

#[test]
fn a_typed_number_is_not_turned_round_in_arabic() {
    let numbers: Vec<(&str, &str)> = NUMBERS.iter().map(|number| (*number, *number)).collect();
    assert_in_order("ar", "مبلغ", &numbers);
}

#[test]
fn figures_of_other_scripts_are_not_turned_round() {
    let numbers = ["۰۴ ۵۵۵ ۰۱۲۳", "۱ ۰۰۰ ۰۰۰", "۱/۲", "۹–۱۷", "٠٤-٥٥٥-٠١٢٣", "١٬٠٠٠٬٠٠٠"];
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|number| (*number, *number)).collect();
    assert_in_order("fa", "مبلغ", &numbers);
    // In a text from the left as well.
    assert_in_order("fr", "somme", &[("٠٤ ٥٥٥ ٠١٢٣", "٠٤٥٥٥٠١٢٣"), ("1 000 000", "1000000")]);
}

#[test]
fn a_range_reads_in_the_direction_of_arabic() {
    // Readers come to 9 first, whatever stands before it and with whatever dash.
    let ranges = [
        ("9–17", "17–9"),
        ("9-17", "17-9"),
        ("9 – 17", "17–9"),
        ("9:00 – 17:00", "17:00–9:00"),
        ("9:00-17:00", "17:00-9:00"),
    ];
    assert_in_order("ar", "من", &ranges);
}

#[test]
fn brackets_of_a_number_stand_where_they_were_typed() {
    let found = lines(&pages("ar", "هاتف (04) 555 0123 أو +32 (0)2 555 70 80."));
    let line = found.join("");
    assert!(line.contains("(04)5550123") && line.contains("+32(0)25557080"), "{found:?}");
}

#[test]
fn a_sum_of_the_facts_is_not_turned_round() {
    assert_in_order("ar", "مبلغ", &[("{ $sum }", "1000000"), ("<b>1</b> 000 000", "1000000")]);
}

#[test]
fn a_typed_address_stands_from_left_to_right() {
    for address in ["www.desk.be/a-b/?x=1", "a-b@desk.be", "https://desk.be/1-2/3"] {
        assert_in_order("ar", "انظر", &[(address, address)]);
    }
}
