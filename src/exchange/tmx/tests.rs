//! A memory that is written is read again, and it says what a text is the translation of.

use proptest::prelude::*;

use crate::diagnostic::Report;
use crate::exchange::memory::Memory;
use crate::exchange::{Document, Text, Unit, UnitState, tmx};

fn document(texts: &[&str]) -> Document {
    let units = texts.iter().enumerate().map(|(index, text)| Unit {
        id: format!("m{index}[$n:few]"),
        comment: String::new(),
        source: Text::of_flat(text),
        previous_source: None,
        target: Some(Text::of_flat(text)),
        state: UnitState::Draft,
        room: None,
    });
    Document {
        brochure: "R&D".to_owned(),
        source_language: "fr".parse().unwrap(),
        language: "fa-AF".parse().unwrap(),
        is_right_to_left: true,
        units: units.collect(),
    }
}

fn read(bytes: &[u8]) -> Memory {
    let report = Report::new();
    let memory = tmx::read("a.tmx", bytes, &report);
    assert_eq!(report.into_sorted(), []);
    memory.unwrap()
}

fn texts(memory: &Memory) -> Vec<Vec<&str>> {
    let entries = memory.entries.iter();
    entries.map(|entry| entry.texts.iter().map(|text| text.flat.as_str()).collect()).collect()
}

#[test]
fn a_stale_text_is_the_translation_of_what_its_source_was() {
    let mut document = document(&["five", "six"]);
    document.units[0].previous_source = Some(Text::of_flat("four"));
    document.units[1].target = None;
    let bytes = tmx::write(&document).unwrap();
    assert!(tmx::is_memory(&bytes));
    let memory = read(&bytes);
    assert_eq!(texts(&memory), [["four", "five"]]);
    assert_eq!(memory.entries[0].id.as_deref(), Some("m0[$n:few]"));
    assert_eq!(memory.entries[0].texts[1].language.as_str(), "fa-AF");
}

#[test]
fn codes_of_other_tools_stand_for_what_they_hold() {
    let segment = |segment: &str| {
        let file = format!(
            "<tmx version=\"1.4\"><header/><body><tu><prop type=\"x\">y</prop><tuv lang=\"fr\"><seg>{segment}</seg></tuv></tu></body></tmx>"
        );
        texts(&read(file.as_bytes())).concat().concat()
    };
    assert_eq!(
        segment("<bpt i='1'>&lt;b></bpt>a<ept i='1'>&lt;/b></ept> <hi>b</hi>"),
        "<b>a</b> b"
    );
    assert_eq!(segment("<it pos='begin'>&lt;b></it><ph>{ $n }</ph><ut>x</ut>"), "<b>{ $n }x");
    // The text of an attribute inside a code is none of the text around it.
    assert_eq!(segment("a<ph>&lt;img alt='<sub>b</sub>'></ph>"), "");
}

#[test]
fn what_is_no_memory_is_refused() {
    let report = Report::new();
    assert!(tmx::read("a.tmx", b"<xliff/>", &report).is_err());
    assert_eq!(report.into_sorted()[0].message, "this is no TMX: it begins with `<xliff>`");
    let mut document = document(&["\u{1}"]);
    assert!(tmx::write(&document).is_err());
    document.units[0].target = None;
    assert!(tmx::write(&document).is_ok());
}

proptest! {
    #[test]
    fn every_text_comes_back(given in proptest::collection::vec("(<b>|</b>|<em>|</em>|<a id=\"x\">|</a>|\\{ \\$n \\}|[^\0-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{fffe}\u{ffff}]){1,12}", 1..4)) {
        let given: Vec<&str> = given.iter().map(String::as_str).collect();
        let memory = read(&tmx::write(&document(&given)).unwrap());
        let wanted: Vec<Vec<&str>> = given.iter().map(|text| vec![*text, *text]).collect();
        prop_assert_eq!(texts(&memory), wanted);
    }
}
