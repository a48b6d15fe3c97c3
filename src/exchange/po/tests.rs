//! What is written comes back, and what is no PO file is refused at its place.

use proptest::prelude::*;

use crate::diagnostic::{Diagnostic, Report};
use crate::exchange::po::{read, write};
use crate::exchange::{Document, Returned, Text, Unit, UnitState};

/// Texts on which tools are known to break.
const NASTY: [&str; 14] = [
    "=HYPERLINK(\"x\")",
    "0800 30 030",
    "3-5",
    "'s ochtends open",
    "C:\\new\\table \"x\" end\\",
    "{\" \"}blanks at both ends{\"  \"}",
    "a line\n\n{\"*\"} star\n{\"[\"}bracket]\n{\".\"}dot",
    "<b>Appelez</b> <em>vite</em> <a id=\"home\">ici</a>!",
    "{ $phone } أو { $phone }",
    "R&D &amp; &lt;i&gt; ]]> {\"{\"}x{\"}\"} 👩‍👩‍👧 e\u{301}",
    "\ta\ttab",
    "%s %d 100 %",
    "#, fuzzy\n#~ msgid \"a\"\nmsgstr \"b\"",
    "\u{200F}ب\u{202F}« x »\u{2028}\u{85}",
];

fn document(texts: &[&str]) -> Document {
    let units = texts.iter().enumerate().map(|(index, text)| Unit {
        id: format!("m{index}[$n:few]"),
        comment: "One \"line\"\nversion 01234567".to_owned(),
        source: Text::of_flat(text),
        previous_source: Some(Text::of_flat("before\n\"it\"")),
        target: Some(Text::of_flat(text)),
        state: UnitState::Stale,
        room: Some(12),
    });
    Document {
        brochure: "note".to_owned(),
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
    let returned = read("fa.po", bytes, &report);
    assert_eq!(faults(report), []);
    returned.unwrap()
}

#[track_caller]
fn assert_comes_back(document: &Document, bytes: &[u8]) {
    let returned = returned(bytes);
    assert_eq!(returned.brochure.as_deref(), Some("note"));
    assert_eq!(returned.language, Some(document.language.clone()));
    assert_eq!(returned.source_language, Some(document.source_language.clone()));
    assert_eq!(returned.units.len(), document.units.len());
    for (unit, came) in document.units.iter().zip(&returned.units) {
        assert_eq!(came.id, unit.id);
        assert_eq!(came.source.as_deref(), Some(unit.source.flat().as_str()));
        assert_eq!(came.target, unit.target.as_ref().map(Text::flat).unwrap_or_default());
        assert!(came.comment.ends_with(&unit.comment), "{}", came.comment);
    }
}

#[test]
fn nasty_texts_come_back() {
    let document = document(&NASTY);
    assert_comes_back(&document, &write(&document).unwrap());
}

#[test]
fn windows_line_ends_a_mark_and_folded_lines_change_nothing() {
    let document = document(&["a\nb \"c\"", "one two"]);
    let written = String::from_utf8(write(&document).unwrap()).unwrap();
    let edited = written
        .replace("msgstr \"one two\"", "msgstr \"\"\n  \"one \"\n\"two\"")
        .replace("X-Source", "X-Generator: Poedit 3.4\\n\"\n\"X-Source")
        .replace("Language: fa_AF", "Language: fa")
        .replace("#. Room", "# a note\n#. Room");
    let edited = format!("\u{FEFF}{edited}\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n");
    assert_comes_back(&document, edited.replace('\n', "\r\n").as_bytes());
}

#[test]
fn another_reader_of_po_agrees() {
    // It reads plain line ends in texts as they are, and knows no other sign of a line's end.
    let document = document(&NASTY[..12]);
    let written = write(&document).unwrap();
    let parser = poreader::PoParser::new();
    let reader = parser.parse(written.as_slice()).unwrap();
    let units: Vec<_> = reader.map(Result::unwrap).collect();
    assert_eq!(units.len(), document.units.len());
    for (unit, read) in document.units.iter().zip(&units) {
        assert_eq!(read.context(), Some(unit.id.as_str()));
        assert_eq!(read.message().get_id(), unit.source.flat());
        assert_eq!(read.prev_message().get_id(), "before\n\"it\"");
    }
}

#[test]
fn a_stale_text_is_fuzzy_and_tells_what_its_source_was() {
    let mut document = document(&["two"]);
    let stale = String::from_utf8(write(&document).unwrap()).unwrap();
    assert!(stale.ends_with(
        "#. Room for about 12 characters.\n#. One \"line\"\n#. version 01234567\n#, fuzzy\n\
         #| msgctxt \"m0[$n:few]\"\n#| msgid \"\"\n#| \"before\\n\"\n#| \"\\\"it\\\"\"\n\
         msgctxt \"m0[$n:few]\"\nmsgid \"two\"\nmsgstr \"two\"\n"
    ));
    document.units[0].state = UnitState::Reviewed;
    document.units[0].previous_source = None;
    assert!(!String::from_utf8(write(&document).unwrap()).unwrap().contains("#,"));
}

#[test]
fn what_is_no_po_file_is_refused_at_its_place() {
    for (text, message, place) in [
        (
            "msgctxt \"a\"\nmsgid \"b\"\n",
            "this entry has no `msgstr`: the file is cut off",
            "msgid \"b\"",
        ),
        ("msgid \"b\"\nmsgstr \"c", "this text is not closed: its last quote is missing", "\"c"),
        ("msgid \"b\" c\nmsgstr \"\"", "nothing may stand behind a text in quotes", " c"),
        ("msgid “b”\nmsgstr \"\"", "a text in quotes belongs here", "“b”"),
        ("\"b\"\n", "this text belongs to no entry", "\"b\""),
        ("msgid \"a\\q\"\nmsgstr \"\"", "this sign means nothing here", "\\q"),
        ("msgstr \"a\"", "this translates nothing: no `msgid` stands before it", "msgstr \"a\""),
        ("<xliff>", "this line is no part of a PO file", "<xliff>"),
        (
            "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"",
            "this file has plural forms of its own",
            "msgid_plural \"b\"",
        ),
        (
            "msgctxt \"a\"\nmsgctxt \"b\"\nmsgid \"a\"\nmsgstr \"a\"\n",
            "this stands in the entry for a second time",
            "msgctxt \"b\"",
        ),
        (
            "msgid \"a\"\nmsgstr \"b\"\n",
            "this entry does not say which text it is: it lacks `msgctxt`",
            "msgstr \"b\"",
        ),
        (
            "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"",
            "this file says that it is in `ISO-8859-1`",
            "msgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"",
        ),
        (
            "msgid \"\"\nmsgstr \"Language: de\\nX-Feuillet-Language: fr\"",
            "this file was made for `fr`, and says now that it is in `de`",
            "msgstr \"Language: de\\nX-Feuillet-Language: fr\"",
        ),
    ] {
        let report = Report::new();
        let _ = read("a.po", text.as_bytes(), &report);
        assert_eq!(faults(report)[0], (message.to_owned(), place.to_owned()), "{text}");
    }
}

#[test]
fn other_encodings_are_refused() {
    for bytes in [&b"msgid \"\xE9\""[..], b"\xFF\xFEm\0s\0", b"m\0s\0g\0", b"\xFE\xFF\0m"] {
        let report = Report::new();
        assert!(read("a.po", bytes, &report).is_err());
        assert!(faults(report)[0].0.contains("UTF-8"));
    }
}

proptest! {
    #[test]
    fn every_text_comes_back(texts in proptest::collection::vec("[^\0\r]{1,40}", 1..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let document = document(&texts);
        assert_comes_back(&document, &write(&document).unwrap());
    }

    #[test]
    fn whatever_is_read_is_read_to_the_end(text in "(msgid|msgctxt|msgstr|\"|\\\\|n|#|\\.| |\n|\r|é)*") {
        let report = Report::new();
        if read("a.po", text.as_bytes(), &report).is_err() {
            assert!(report.has_errors());
        }
    }
}
