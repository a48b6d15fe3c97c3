//! What is written comes back, as tools give it back, and what is no XLIFF is refused at its place.

use proptest::prelude::*;

use crate::diagnostic::{Diagnostic, Report};
use crate::exchange::tmx;
use crate::exchange::xliff::{read, write_1_2, write_2_1};
use crate::exchange::{Document, Returned, Text, Unit, UnitState};

/// Texts on which tools are known to break.
const NASTY: [&str; 13] = [
    "=HYPERLINK(\"x\")",
    "0800 30 030",
    "C:\\new\\table \"x\" end\\",
    "{\" \"}blanks at both ends{\"  \"}",
    " two  blanks ",
    "a line\n\n{\"*\"} star\n{\"[\"}bracket]\n{\".\"}dot",
    "<b>Appelez</b> <em>vite</em> <a id=\"home\">ici</a>!",
    "<b>a <em>b</em></b><b>c</b>",
    "{ $phone } أو { $phone }",
    "R&D &amp; &lt;i&gt; ]]> {\"{\"}x{\"}\"} 👩‍👩‍👧 e\u{301}",
    "</b> crossed <b>",
    "1 < 2 & 3 > 2",
    "\u{200F}ب\u{202F}« x »\u{2028}",
];

type Writer = fn(&Document) -> Result<Vec<u8>, Diagnostic>;
const WRITERS: [Writer; 2] = [write_1_2, write_2_1];

fn document(texts: &[&str]) -> Document {
    let units = texts.iter().enumerate().map(|(index, text)| Unit {
        id: format!("m{index}[$n:few]"),
        comment: "One \"line\" < two\nversion 01234567".to_owned(),
        source: Text::of_flat(text),
        previous_source: Some(Text::of_flat("<b>before</b>\n\"it\"")),
        target: Some(Text::of_flat(text)),
        state: UnitState::Stale,
        room: Some(12),
    });
    Document {
        brochure: "R&D \"note\"".to_owned(),
        source_language: "fr".parse().unwrap(),
        language: "fa-AF".parse().unwrap(),
        is_right_to_left: true,
        units: units.collect(),
    }
}

fn faults(report: Report) -> Vec<(String, String)> {
    let shown = |fault: Diagnostic| {
        let place = fault.span.map(|span| span.file.text[span.range].to_owned());
        (fault.message, place.unwrap_or_default())
    };
    report.into_sorted().into_iter().map(shown).collect()
}

fn returned(bytes: &[u8]) -> Returned {
    let report = Report::new();
    let returned = read("fa.xlf", bytes, &report);
    assert_eq!(faults(report), [], "{}", String::from_utf8_lossy(bytes));
    returned.unwrap()
}

#[track_caller]
fn assert_comes_back(document: &Document, bytes: &[u8]) {
    let returned = returned(bytes);
    assert_eq!(returned.brochure.as_ref(), Some(&document.brochure));
    assert_eq!(returned.language, Some(document.language.clone()));
    assert_eq!(returned.source_language, Some(document.source_language.clone()));
    assert_eq!(returned.units.len(), document.units.len());
    for (unit, came) in document.units.iter().zip(&returned.units) {
        assert_eq!(came.id, unit.id);
        assert_eq!(came.source.as_deref(), Some(unit.source.flat().as_str()));
        assert_eq!(came.target, unit.target.as_ref().map(Text::flat).unwrap_or_default());
        assert_eq!(came.comment, unit.comment);
    }
}

#[test]
fn nasty_texts_come_back() {
    let document = document(&NASTY);
    for write in WRITERS {
        assert_comes_back(&document, &write(&document).unwrap());
    }
}

#[test]
fn a_text_without_a_translation_has_none() {
    let mut document = document(&["a", "b"]);
    document.units[1].target = None;
    for write in WRITERS {
        assert_comes_back(&document, &write(&document).unwrap());
    }
}

#[test]
fn what_only_an_approved_text_has_is_on_no_other() {
    let mut document = document(&["a"]);
    for (state, is_final) in [
        (UnitState::Stale, false),
        (UnitState::Draft, false),
        (UnitState::Reviewed, false),
        (UnitState::Approved, true),
    ] {
        document.units[0].state = state;
        let [first, second] =
            WRITERS.map(|write| String::from_utf8(write(&document).unwrap()).unwrap());
        assert_eq!(first.contains("approved=\"yes\""), is_final);
        assert_eq!(first.contains("state=\"final\""), is_final);
        assert_eq!(second.contains("state=\"final\""), is_final);
    }
}

/// A file of 1.2 with one text whose translation is `target`.
fn first(target: &str) -> String {
    format!(
        "<xliff version=\"1.2\"><file original=\"note\" source-language=\"FR\" target-language=\"fa_AF\"><body>\
         <trans-unit id=\"a\"><source><g id=\"1\" equiv-text=\"&lt;b&gt;\">Oui</g> <x id=\"2\" equiv-text=\"{{ $n }}\"/></source>\
         <target>{target}</target></trans-unit></body></file></xliff>"
    )
}

/// The same of 2.1, whose segments are given.
fn second(segments: &str) -> String {
    format!(
        "<xliff version=\"2.1\" srcLang=\"fr\" trgLang=\"fa-AF\"><file id=\"f\" original=\"note\"><unit id=\"a\">\
         <originalData><data id=\"d2\">{{ $n }}</data></originalData>{segments}</unit></file></xliff>"
    )
}

#[test]
fn what_tools_make_of_codes_and_segments_is_understood() {
    for (target, wanted) in [
        // Codes in another order, and without what stands beside them.
        ("<x id=\"2\"/> <g id=\"1\">Ja</g>", "{ $n } <b>Ja</b>"),
        // Tags and variables that a tool put into the text.
        ("&lt;b&gt;Ja&lt;/b&gt; { $n }", "<b>Ja</b> { $n }"),
        ("<![CDATA[<b>Ja</b>]]> &#123; $n }", "<b>Ja</b> { $n }"),
        // Segments, with a blank between them, a comment and a processing instruction.
        (
            "<mrk mtype=\"seg\" mid=\"0\">Ja.</mrk> <mrk mtype=\"seg\" mid=\"1\">Nee.</mrk>",
            "Ja. Nee.",
        ),
        ("J<!-- x -->a<?y z?>!", "Ja!"),
        ("<ph id=\"2\">{ $n }</ph>", "{ $n }"),
        ("R&amp;D", "R&D"),
    ] {
        let returned = returned(first(target).as_bytes());
        assert_eq!(returned.units[0].target, wanted);
        assert_eq!(returned.language, Some("fa-AF".parse().unwrap()));
    }
    for (segments, wanted) in [
        (
            "<segment><source>Oui. <ph id=\"2\" dataRef=\"d2\"/></source><target><ph id=\"2\"/> Ja</target></segment>",
            "{ $n } Ja",
        ),
        (
            "<segment><source>A.</source><target>B.</target></segment><ignorable><source> </source></ignorable><segment><source>C.</source><target>D.</target></segment>",
            "B. D.",
        ),
        ("<segment><source>A</source></segment>", ""),
    ] {
        assert_eq!(returned(second(segments).as_bytes()).units[0].target, wanted);
    }
}

#[test]
fn what_is_no_whole_xliff_is_refused_at_its_place() {
    let whole = first("Ja");
    let cases: Vec<(String, &str)> = vec![
        (whole[..whole.len() - 20].to_owned(), "the file is cut off: an element is not closed"),
        (first("<x id=\"9\"/>"), "the source has no code `9`"),
        (first("<sub>x</sub>"), "`<sub>` is no code of a text"),
        (first("&lol;"), "unknown entity `&lol;`"),
        (first("\u{1}"), "a non-XML character '\\u{1}' found"),
        (whole.replace("1.2", "3.0"), "XLIFF of version `3.0` can't be read"),
        (whole.replace(" id=\"a\"", ""), "this text has no id"),
        (whole.replace("xliff", "html"), "this is no XLIFF, but `<html>`"),
        (format!("{whole}{whole}"), ""),
        (
            format!("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>{}", first("&a;")),
            "this file declares entities, which no translation needs",
        ),
        (
            format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{whole}"),
            "this file says that it is in ISO-8859-1",
        ),
        (
            format!("{}{}", "<x>".repeat(200), "</x>".repeat(200)),
            "more than 100 elements stand within each other here",
        ),
        (
            second(
                "<segment><source>A</source><target>B</target></segment><segment><source>C</source></segment>",
            ),
            "1 of 2 segments of `a` have no translation",
        ),
        ("<xliff version=\"1.2\"/>".to_owned(), "this file holds no text"),
        (String::new(), "the file has no element"),
    ];
    for (text, message) in cases {
        let report = Report::new();
        assert!(read("a.xlf", text.as_bytes(), &report).is_err(), "{text}");
        let found = faults(report);
        assert!(found[0].0.contains(message), "{found:?}");
    }
}

#[test]
fn a_bare_document_type_is_read_over() {
    let text = format!("<!DOCTYPE xliff SYSTEM \"xliff.dtd\">{}", first("Ja"));
    assert_eq!(returned(text.as_bytes()).units[0].target, "Ja");
}

#[test]
fn a_memory_fills_what_nobody_has_translated() {
    let mut document = document(&["<b>Oui</b> { $n }", "non", "si"]);
    for unit in &mut document.units {
        unit.previous_source = None;
    }
    document.units[0].target = Some(Text::of_flat("{ $n } <b>Ja</b>"));
    document.units[1].target = Some(Text::of_flat("Nee"));
    let memory = String::from_utf8(tmx::write(&document).unwrap()).unwrap();
    let memory = memory.replace("<tmx", "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx");
    let memory = memory.replace("xml:lang=\"fr\"", "xml:lang=\"FR_be\"");
    assert!(tmx::is_memory(memory.as_bytes()));
    let report = Report::new();
    let memory = tmx::read("a.tmx", memory.as_bytes(), &report).unwrap();
    // Another brochure has one of the texts, and its own translation of another.
    document.units[0].id = "other".to_owned();
    document.units[0].state = UnitState::Missing;
    document.units[1].state = UnitState::Draft;
    let filled = memory.fill(&document, &report).unwrap();
    assert_eq!(filled.units.len(), 1);
    assert_eq!(filled.units[0].id, "other");
    assert_eq!(filled.units[0].target, "{ $n } <b>Ja</b>");
    document.language = "nl".parse().unwrap();
    assert!(memory.fill(&document, &report).is_err());
}

proptest! {
    #[test]
    fn every_text_comes_back(texts in proptest::collection::vec("(<b>|</b>|<em>|</em>|<a id=\"x\">|</a>|\\{ \\$n \\}|[^\0-\u{8}\u{b}-\u{1f}\u{fffe}\u{ffff}\\{\\}]){1,12}", 1..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let document = document(&texts);
        for write in WRITERS {
            assert_comes_back(&document, &write(&document).unwrap());
        }
    }

    #[test]
    fn whatever_is_read_is_read_to_the_end(text in "(<xliff version=\"1.2\">|</xliff>|<file>|<body>|<trans-unit id=\"a\">|</|>|<g id=\"1\">|&|;|<!\\[CDATA\\[|\\]\\]>|<!--|é| )*") {
        let report = Report::new();
        if read("a.xlf", text.as_bytes(), &report).is_err() {
            assert!(report.has_errors());
        }
    }
}
