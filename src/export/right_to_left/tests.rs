//! Small streams, as Typst writes them, and what becomes of them.

use std::collections::HashMap;
use std::rc::Rc;

use super::content::{parse, string, write};
use super::fonts::Font;
use super::piece::Fonts;
use super::rewrite::{Rewritten, rewrite};

/// A font for Arabic and one for Latin letters. Each code is half as wide as the size.
fn fonts() -> Fonts {
    let font = |codes: &[(u16, &str)]| {
        let texts: HashMap<u16, String> =
            codes.iter().map(|(code, text)| (*code, (*text).to_owned())).collect();
        let widths = texts.keys().map(|code| (*code, 500.0)).collect();
        Rc::new(Font { texts, widths })
    };
    let arabic = font(&[(1, " "), (2, "ب"), (3, "ال"), (4, "ح"), (5, ".")]);
    let latin = font(&[(1, "0"), (2, "8"), (3, "3"), (4, "x")]);
    HashMap::from([(b"/a".to_vec(), arabic), (b"/l".to_vec(), latin)])
}

fn mended(content: &str) -> Option<Rewritten> {
    rewrite(content.as_bytes(), &fonts(), &|one, other| one + 1 == other, true)
}

fn text(content: &str) -> String {
    String::from_utf8(mended(content).unwrap().content).unwrap()
}

/// One text object with its marked content, at a place of the line.
fn shown(identifier: i64, x: f64, font: &str, codes: &str) -> String {
    format!(
        "/Span<</MCID {identifier}>>BDC\nq 1 0 0 -1 {x} 100 cm 0 scn\nBT 0 Tr/{font} 10 Tf 1 0 0 -1 0 0 Tm[<{codes}>]TJ\nET\nQ\nEMC"
    )
}

#[test]
fn words_of_a_line_are_no_longer_reversed_one_by_one() {
    let line = "BT/ReversedChars BMC 0 Tr/a 10 Tf 1 0 0 -1 0 0 Tm[<00040001>]TJ\n\
        EMC/ReversedChars BMC 0 Tr/a 10 Tf 1 0 0 -1 10 0 Tm[<00030002>]TJ\nEMC\nET";
    assert_eq!(
        text(line),
        "BT\n0 Tr/a 10 Tf\n1 0 0 -1 0 0 Tm[<00040001>]TJ\n1 0 0 -1 10 0 Tm[<00030002>]TJ\nET"
    );
}

#[test]
fn a_number_becomes_one_text_that_ends_where_it_is_drawn() {
    let number = [
        shown(4, 20.0, "l", "000100020001"),
        shown(5, 35.0, "a", "0001"),
        shown(6, 40.0, "l", "0003"),
    ];
    let found = mended(&number.join("")).unwrap();
    assert_eq!(found.joined, [[4, 5, 6]]);
    assert_eq!(
        String::from_utf8(found.content).unwrap(),
        "/Span<</MCID 4>>BDC\nq\n1 0 0 -1 20 100 cm\n0 scn\n\
         BT/Span<</ActualText<feff00300038003000a00033>>>BDC\n\
         0 Tr/l 10 Tf\n1 0 0 -1 0 0 Tm[<000100020001>]TJ\n\
         0 Tr/a 10 Tf\n1 0 0 -1 15 0 Tm[<0001>]TJ\n\
         0 Tr/l 10 Tf\n1 0 0 -1 20 0 Tm[<0003>]TJ\nEMC\nET\nQ\nEMC"
    );
}

#[test]
fn what_is_no_number_of_several_groups_stays_apart() {
    let pieces = |pieces: &[(f64, &str, &str)]| {
        let numbered = (1..).zip(pieces);
        let shown = numbered.map(|(number, (x, font, codes))| shown(number, *x, font, codes));
        mended(&shown.collect::<String>()).unwrap().joined
    };
    assert!(pieces(&[(0.0, "l", "0001"), (5.0, "l", "0002")]).is_empty(), "one group");
    assert!(
        pieces(&[(0.0, "l", "0004"), (5.0, "a", "0001"), (10.0, "l", "0002")]).is_empty(),
        "a letter"
    );
    assert!(
        pieces(&[(0.0, "l", "0001"), (50.0, "a", "0001"), (55.0, "l", "0002")]).is_empty(),
        "a gap"
    );
    assert!(
        pieces(&[(50.0, "l", "0001"), (45.0, "a", "0001"), (40.0, "l", "0002")]).is_empty(),
        "to the left"
    );
    assert!(!pieces(&[(0.0, "l", "0001"), (5.0, "a", "0001"), (10.0, "l", "0002")]).is_empty());
}

#[test]
fn numbers_of_two_elements_are_two() {
    let row = [shown(4, 0.0, "l", "0001"), shown(5, 5.0, "a", "0001"), shown(6, 10.0, "l", "0003")];
    let apart = |_, _| false;
    let found = rewrite(row.concat().as_bytes(), &fonts(), &apart, true).unwrap();
    assert!(found.joined.is_empty());
    assert_eq!(found.content.windows(3).filter(|it| it == b"BDC").count(), 3);
}

#[test]
fn the_rule_below_a_link_follows_its_number() {
    let rule = "/Artifact BMC\nq 1 0 0 1 0 0 cm 0 0 m 9 0 l S\nQ\nEMC";
    let row = [
        &shown(1, 0.0, "l", "0001"),
        rule,
        &shown(2, 5.0, "a", "0001"),
        rule,
        &shown(3, 10.0, "l", "0003"),
    ];
    let found = mended(&row.concat()).unwrap();
    assert_eq!(found.joined, [[1, 2, 3]]);
    let content = String::from_utf8(found.content).unwrap();
    assert!(content.ends_with("0 0 m\n9 0 l\nS\nQ\nEMC"), "{content}");
    let ground = rule.replace('S', "f");
    let row = [
        &shown(1, 0.0, "l", "0001"),
        ground.as_str(),
        &shown(2, 5.0, "a", "0001"),
        &shown(3, 10.0, "l", "0003"),
    ];
    assert!(mended(&row.concat()).unwrap().joined.is_empty(), "a ground is never moved over text");
}

#[test]
fn a_sign_from_another_font_is_read_where_it_belongs() {
    // "ب." as it stands on the page: the point on the left, in another text object.
    let row = [shown(1, 0.0, "a", "0005"), shown(2, 5.0, "a", "00020004")];
    let found = mended(&row.concat()).unwrap();
    assert_eq!(found.turned, [[1, 2]]);
    let content = String::from_utf8(found.content).unwrap();
    assert!(content.find("MCID 2") < content.find("MCID 1"), "{content}");
    // What was drawn to the left of the last is in order.
    let row = [shown(1, 5.0, "a", "00020004"), shown(2, 0.0, "a", "0005")];
    assert!(mended(&row.concat()).unwrap().turned.is_empty());
}

#[test]
fn texts_that_say_no_more_than_their_glyphs_fall() {
    let given = |text: &str| {
        format!("BT/Span<</ActualText<feff{text}>>>BDC/l 10 Tf<0004>Tj\nEMC/a 10 Tf<0002>Tj\nET")
    };
    assert!(!text(&given("0078202c")).contains("ActualText"), "only a sign of direction more");
    assert!(text(&given("0079202c")).contains("ActualText<feff0079>"), "another letter");
}

#[test]
fn damaged_and_odd_streams_are_left_alone() {
    for content in ["q", "Q", "BT q ET Q", "BI /W 1 ID x EI", "(open", "1 0"] {
        assert!(parse(content.as_bytes()).is_none(), "{content}");
    }
}

#[test]
fn a_tree_is_written_as_it_was_read() {
    let content = b"q\n1 0 0 -1 0 0 cm/c0 cs\n.5 scn\nBT\n0 Tr/f0 9 Tf[(a\\)b)-3<41>]TJ\nET\nQ/Artifact BMC\n0 0 m\nEMC";
    let mut out = Vec::new();
    write(&parse(content).unwrap(), &mut out);
    assert_eq!(out.escape_ascii().to_string(), content.escape_ascii().to_string());
}

#[test]
fn strings_of_both_kinds_are_read() {
    assert_eq!(string(b"<41 4>").unwrap(), b"A@");
    assert_eq!(string(b"(a\\)\\101\\n\\\nb(c))").unwrap(), b"a)A\nb(c)");
    assert_eq!(string(b"12"), None);
}
