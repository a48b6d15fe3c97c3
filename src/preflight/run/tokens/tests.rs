//! Tells what is read of contents.

use super::{Instruction, Tokens, operator};
use lopdf::Object;
use proptest::prelude::{any, proptest};

fn all(contents: &[u8]) -> (Vec<(String, Vec<Object>)>, Vec<String>) {
    let mut tokens = Tokens::new(contents);
    let mut found = Vec::new();
    while let Some(instruction) = tokens.next() {
        let name = match &instruction {
            Instruction::Operator(name) => String::from_utf8_lossy(name).trim().to_owned(),
            Instruction::InlineImage(stream) => format!("image of {}", stream.content.len()),
            Instruction::Unknown(word) => format!("unknown {word}"),
        };
        found.push((name, tokens.operands.clone()));
    }
    (found, tokens.faults)
}

#[test]
fn operators_come_with_their_operands() {
    let (found, faults) = all(
        b"q 1 0 0 -1.5 .25 -7 cm /F#31 12 Tf [(a\\)\\101) -20 <4f4>]TJ% no\n/P<</MCID 3>>BDC Q",
    );
    assert!(faults.is_empty(), "{faults:?}");
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["q", "cm", "Tf", "TJ", "BDC", "Q"]);
    assert_eq!(found[1].1[3], Object::Real(-1.5));
    assert_eq!(found[2].1[0], Object::Name(b"F1".to_vec()));
    let text = found[3].1[0].as_array().unwrap();
    assert_eq!(text[0].as_str().unwrap(), b"a)A");
    assert_eq!(text[2].as_str().unwrap(), b"O@");
    assert_eq!(found[4].1[1].as_dict().unwrap().get(b"MCID").unwrap(), &Object::Integer(3));
}

#[test]
fn a_picture_in_the_contents_ends_where_contents_go_on() {
    let (found, faults) = all(b"BI /W 2 /H 1 /BPC 8 /CS /G ID \x45I \xff\x00 EI Q");
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0].0, "image of 5");
}

#[test]
fn what_is_no_contents_is_told() {
    for (contents, fault) in [
        (b"(open".as_slice(), "a string without an end"),
        (b"] f", "a bracket that closes nothing"),
        (b"1 2", "operands without an operator at the end of the contents"),
        (b"} f", "the byte 0x7d where an operator is expected"),
    ] {
        assert!(all(contents).1.iter().any(|found| found == fault), "{:?}", all(contents));
    }
    assert_eq!(operator("f*"), *b"f* ");
    assert_eq!(all(b"1 2 nothing f").0[0].0, "unknown nothing");
}

#[test]
fn brackets_without_end_take_no_stack() {
    let (_, faults) = all(&vec![b'['; 1_000_000]);
    assert!(faults.iter().any(|fault| fault.contains("nested")));
}

proptest! {
    #[test]
    fn any_bytes_end(contents in proptest::collection::vec(any::<u8>(), 0..300)) {
        all(&contents);
    }
}
