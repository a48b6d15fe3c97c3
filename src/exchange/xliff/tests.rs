//! What is written comes back, as tools give it back, and what is no XLIFF is refused at its place.

use proptest::prelude::*;

use crate::diagnostic::{Diagnostic, Report};
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
fn what_tools_make_of_codes_is_understood() {
    for (target, wanted) in [
        // Codes in another order, and without what stands beside them.
        ("<x id=\"2\"/> <g id=\"1\">Ja</g>", "{ $n } <b>Ja</b>"),
        // Tags and variables that a tool put into the text.
        ("&lt;b&gt;Ja&lt;/b&gt; { $n }", "<b>Ja</b> { $n }"),
        ("<![CDATA[<b>Ja</b>]]> &#123; $n }", "<b>Ja</b> { $n }"),
        // A comment and a processing instruction.
        ("J<!-- x -->a<?y z?>!", "Ja!"),
        ("<ph id=\"2\">{ $n }</ph>", "{ $n }"),
        ("<ph id=\"2\"/>", "{ $n }"),
        ("<mrk mtype=\"protected\">J<x id=\"2\"/></mrk>a", "J{ $n }a"),
        // Markup that a tool made two codes of, each way that there is.
        ("<bx id=\"1\"/>Ja<ex id=\"7\" rid=\"1\"/>", "<b>Ja</b>"),
        ("<bpt id=\"1\">&lt;b&gt;</bpt>Ja<ept id=\"1\">&lt;/b&gt;</ept>", "<b>Ja</b>"),
        ("<bpt id=\"1\"/>Ja<ept id=\"1\"/>", "<b>Ja</b>"),
        // A code that the source does not have says itself what it is.
        ("<g id=\"8\" equiv-text=\"&lt;a id=&quot;x&quot;&gt;\">Ja</g>", "<a id=\"x\">Ja</a>"),
        // What a tool shows for a code is no code.
        ("<x id=\"2\" equiv-text=\"[2]\"/>", "{ $n }"),
        // What stands in the file counts: a code that was made another one is not the one of the source.
        ("<x id=\"2\" equiv-text=\"{ $m }\"/>", "{ $m }"),
        // A tool left the old codes behind a new text: nothing is dropped in silence.
        ("Ja { $n }<x id=\"2\"/>", "Ja { $n }{ $n }"),
        (" R&amp;D ", " R&D "),
    ] {
        let returned = returned(first(target).as_bytes());
        assert_eq!(returned.units[0].target, wanted, "{target}");
        assert_eq!(returned.units[0].source.as_deref(), Some("<b>Oui</b> { $n }"));
        assert_eq!(returned.language, Some("fa-AF".parse().unwrap()));
    }
    for (target, wanted) in [
        ("<ph id=\"2\"/> Ja", "{ $n } Ja"),
        ("<pc id=\"1\">Ja</pc><ph id=\"2\"/>", "<b>Ja</b>{ $n }"),
        ("<sc id=\"1\"/>Ja<ec startRef=\"1\"/>", "<b>Ja</b>"),
        (
            "<sc id=\"5\" disp=\"&lt;em&gt;\"/>Ja<ec startRef=\"5\" disp=\"&lt;/em&gt;\"/>",
            "<em>Ja</em>",
        ),
        ("<ph id=\"3\" copyOf=\"2\"/>", "{ $n }"),
        (
            "<mrk id=\"m\" type=\"term\">J</mrk><sm id=\"k\"/>a<em startRef=\"k\"/><cp hex=\"0021\"/>",
            "Ja!",
        ),
    ] {
        let segment = format!(
            "<segment><source><pc id=\"1\" dispStart=\"&lt;b&gt;\" dispEnd=\"&lt;/b&gt;\">Oui</pc>\
             <ph id=\"2\" dataRef=\"d2\"/></source><target>{target}</target></segment>"
        );
        let returned = returned(second(&segment).as_bytes());
        assert_eq!(returned.units[0].target, wanted, "{target}");
        assert_eq!(returned.units[0].source.as_deref(), Some("<b>Oui</b>{ $n }"));
    }
}

#[test]
fn texts_that_tools_cut_into_sentences_are_whole_again() {
    let cut = |targets: &str| {
        let text = first("").replace("<target>", "<seg-source><mrk mtype=\"seg\" mid=\"0\">A.</mrk>\n\n\
             <mrk mtype=\"seg\" mid=\"1\">B.</mrk> <mrk mtype=\"seg\" mid=\"2\">C.</mrk></seg-source><target>");
        text.replace("</target>", &format!("{targets}</target>"))
    };
    let mark = |id: usize, text: &str| format!("<mrk mtype=\"seg\" mid=\"{id}\">{text}</mrk>");
    let whole = cut(&format!("{} {}{}", mark(0, "D."), mark(1, "E."), mark(2, "F.")));
    assert_eq!(returned(whole.as_bytes()).units[0].target, "D. E. F.");
    let glued = cut(&format!("{}{}{}", mark(0, "D."), mark(1, "E."), mark(2, "F.")));
    assert_eq!(returned(glued.as_bytes()).units[0].target, "D.\n\nE. F.");
    let none = cut(&format!("{} {}{}", mark(0, ""), mark(1, ""), mark(2, " ")));
    assert_eq!(returned(none.as_bytes()).units[0].target.trim(), "");
    let segment = |source: &str, target: &str| {
        format!("<segment><source>{source}</source>{target}</segment>")
    };
    let blank = "<ignorable><source> </source></ignorable>";
    let whole =
        segment("A.", "<target>D.</target>") + blank + &segment("B.", "<target>E.</target>");
    assert_eq!(returned(second(&whole).as_bytes()).units[0].target, "D. E.");
    let turned = segment("A.", "<target order=\"3\">D.</target>")
        + blank
        + &segment("B.", "<target order=\"1\">E.</target>");
    assert_eq!(returned(second(&turned).as_bytes()).units[0].target, "E. D.");
    let none = segment("A.", "") + blank + &segment("B.", "<target/>");
    assert_eq!(returned(second(&none).as_bytes()).units[0].target, "");
    // Half a text is no text.
    let half = cut(&format!("{} {}{}", mark(0, "D."), mark(1, ""), mark(2, "F.")));
    let other = second(&(segment("A.", "<target>D.</target>") + blank + &segment("B.", "")));
    for text in [half, other] {
        let report = Report::new();
        assert_eq!(read("a.xlf", text.as_bytes(), &report).unwrap().units[0].target, "");
        let fault = "`a` is translated in part: nothing of it is taken";
        assert_eq!(faults(report)[0].0, fault);
    }
}

#[test]
fn several_files_in_one_are_one_if_they_belong_together() {
    let whole = first("Ja");
    let begin = whole.find("<file").unwrap();
    let end = whole.find("</xliff>").unwrap();
    let part = &whole[begin..end];
    let with = |other: &str| whole.replace("</xliff>", &format!("{other}</xliff>"));
    let both = returned(with(&part.replace("id=\"a\"", "id=\"b\"")).as_bytes());
    let ids: Vec<&str> = both.units.iter().map(|unit| unit.id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
    for (other, message) in [
        (part.replace("\"note\"", "\"card\""), "this file holds texts of `note` and of `card`"),
        (part.replace("fa_AF", "nl"), "this file holds texts in `fa-AF` and in `nl`"),
        (part.replace("fa_AF", "x y"), "`x y` is no tag of a language"),
    ] {
        let report = Report::new();
        assert!(read("a.xlf", with(&other).as_bytes(), &report).is_err());
        assert_eq!(faults(report)[0].0, message);
    }
}

#[test]
fn the_last_line_of_a_comment_survives_tools_that_join_lines() {
    let document = document(&["a"]);
    for write in WRITERS {
        let written = String::from_utf8(write(&document).unwrap()).unwrap();
        let joined = written.replace('\n', " ");
        let comment = &returned(joined.as_bytes()).units[0].comment;
        assert!(comment.lines().any(|line| line == "version 01234567"), "{comment}");
        // What the translator notes comes with it.
        let noted = written.replace("</note>\n", "</note><note>mine</note>\n");
        assert!(returned(noted.as_bytes()).units[0].comment.contains("mine"));
    }
}

#[test]
fn what_is_no_whole_xliff_is_refused_at_its_place() {
    let whole = first("Ja");
    let cases: Vec<(String, &str, &str)> = vec![
        (
            whole[..whole.len() - 8].to_owned(),
            "`<xliff>` is not closed: the file is cut off",
            "<xliff version=\"1.2\">",
        ),
        (
            first("<x id=\"9\"/>"),
            "this placeholder stands for nothing in the source",
            "<x id=\"9\"/>",
        ),
        (first("<sub>x</sub>"), "`<sub>` means nothing in a text", "<sub>"),
        (first("<b xmlns=\"x\">x</b>"), "`<b>` means nothing in a text", "<b xmlns=\"x\">"),
        (first("&lol;"), "nothing says what `&lol;` stands for", "&lol;"),
        (
            whole.replace("1.2", "3.0"),
            "version `3.0` of XLIFF is not known",
            "<xliff version=\"3.0\">",
        ),
        (whole.replace("1.2", "2.1"), "this file holds no text", "<xliff version=\"2.1\">"),
        (
            whole.replace("1.2\"", "1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\""),
            "version 1.2 of XLIFF has another name space than `urn:oasis:names:tc:xliff:document:2.0`",
            "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\">",
        ),
        (
            whole.replace(" id=\"a\"", ""),
            "this unit does not say which text it is: it lacks `id`",
            "<trans-unit>",
        ),
        (
            whole.replace("xliff", "html"),
            "this is no XLIFF: it begins with `<html>`",
            "<html version=\"1.2\">",
        ),
        (
            "<xliff version=\"1.2\"/>".to_owned(),
            "this file holds no text",
            "<xliff version=\"1.2\"/>",
        ),
    ];
    for (text, message, place) in cases {
        let report = Report::new();
        assert!(read("a.xlf", text.as_bytes(), &report).is_err(), "{text}");
        assert_eq!(faults(report)[0], (message.to_owned(), place.to_owned()));
    }
}

#[test]
fn a_file_in_another_encoding_is_refused() {
    let wide: Vec<u8> = first("Ja").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xFF, 0xFE], &wide[..]].concat();
    for bytes in [wide, marked, b"<xliff>\xE9</xliff>".to_vec()] {
        let report = Report::new();
        assert!(read("a.xlf", &bytes, &report).is_err());
        assert!(faults(report)[0].0.contains("UTF-8"));
    }
}

#[test]
fn an_impossible_character_is_refused_with_the_id() {
    let document = document(&["a\u{1}b"]);
    for write in WRITERS {
        let fault = write(&document).unwrap_err().message;
        assert!(
            fault.starts_with("`m0[$n:few]` holds a character that no XML can hold"),
            "{fault}"
        );
    }
}

#[test]
fn a_bare_document_type_is_read_over() {
    let text = format!("<!DOCTYPE xliff SYSTEM \"xliff.dtd\">{}", first("Ja"));
    assert_eq!(returned(text.as_bytes()).units[0].target, "Ja");
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
