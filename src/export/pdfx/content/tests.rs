//! Rewrites small content streams.

use feuillet_colour::{Colour, InkConverter, OutputProfile};

use super::{ColourSpace, Names, Role, rewrite};

const PLUM: Colour = Colour { screen: [0x4b, 0x2a, 0x63], print: [80.0, 95.0, 20.0, 20.0] };

fn names() -> Names {
    let spaces = [
        ("c0", ColourSpace::Rgb(Some((9, 0)))),
        ("c1", ColourSpace::Grey(Some((8, 0)))),
        ("c2", ColourSpace::Separation),
    ];
    Names {
        spaces: spaces.into_iter().map(|(name, space)| (name.into(), space)).collect(),
        transparent_states: std::iter::once(b"g1".to_vec()).collect(),
    }
}

fn converted(content: &str, role: Role) -> Result<String, String> {
    let profile = OutputProfile::fogra39().unwrap();
    let mut inks = InkConverter::new(&profile, &[PLUM], 300.0);
    let rewritten = rewrite(content.as_bytes(), &names(), role, &mut inks);
    rewritten
        .map(|rewritten| String::from_utf8(rewritten.content).unwrap())
        .map_err(|fault| fault.to_string())
}

#[track_caller]
fn is(content: &str, expected: &str) {
    assert_eq!(converted(content, Role::Printed).unwrap(), expected);
}

#[test]
fn everything_but_colours_stays_byte_for_byte() {
    let content = "q\n1 0 0 -1 8.5 612.2 cm %c\nBT [(1 0 0 rg)-3<67>]TJ ET\n0 .5 m 3 4 l W* n Q";
    is(content, content);
    is(
        "/Pattern cs /p0 scn /c2 cs .5 scn 0.2 0 0 0 k f",
        "/Pattern cs /p0 scn /c2 cs .5 scn 0.2 0 0 0 k f",
    );
}

#[test]
fn colours_of_light_become_ink() {
    is("/c0 cs 0.29411766 0.16470589 0.3882353 scn f", " 0.8 0.9490196 0.2 0.2 k f");
    is("0.29411766 0.16470589 0.3882353 RG S", "0.8 0.9490196 0.2 0.2 K S");
    is("/c0 cs 1 1 1 scn f", " 0 0 0 0 k f");
    is("/c1 CS 1 SCN S", " 0 0 0 0 K S");
    is("q /c0 cs Q 0.5 g f", "q  Q 0 0 0 0.5 k f");
}

#[test]
fn the_space_is_that_of_the_graphics_state() {
    is("/c0 cs q /c1 cs 1 scn Q 1 1 1 scn", " q  0 0 0 0 k Q 0 0 0 0 k");
}

#[test]
fn ink_above_the_limit_is_reduced() {
    is("1 1 1 1 k", "0.6666 0.6666 0.6666 1 k");
    is("1 1 1 0 k", "1 1 1 0 k");
}

#[test]
fn black_ink_overprints_and_nothing_else_does() {
    is("q 0 0 0 1 k f Q 0 0 0 0 k f", "q 0 0 0 1 k\n/Overprint1 gs f Q 0 0 0 0 k f");
    is("0 0 0 1 k f 0 0 0 0 k f", "0 0 0 1 k\n/Overprint1 gs f 0 0 0 0 k\n/Overprint0 gs f");
    is("0 0 0 1 K S", "0 0 0 1 K\n/Overprint2 gs S");
    is(
        "0 0 0 1 k 0 0 0 1 K B 1 0 0 0 k B",
        "0 0 0 1 k\n/Overprint1 gs 0 0 0 1 K\n/Overprint3 gs B 1 0 0 0 k\n/Overprint2 gs B",
    );
    is("/c1 cs 0 scn f", " 0 0 0 1 k\n/Overprint1 gs f");
    is(
        "0 0 0 1 k /Pattern cs /p0 scn f",
        "0 0 0 1 k\n/Overprint1 gs /Pattern cs /p0 scn\n/Overprint0 gs f",
    );
}

#[test]
fn images_and_gradients_never_overprint() {
    is("0 0 0 1 k /x0 Do", "0 0 0 1 k\n/Overprint1 gs \n/Overprint0 gs\n/x0 Do");
    is("0 0 0 1 k /s0 sh", "0 0 0 1 k\n/Overprint1 gs \n/Overprint0 gs\n/s0 sh");
}

#[test]
fn nothing_overprints_with_transparency() {
    is("/g1 gs 0 0 0 1 k f", "/g1 gs 0 0 0 1 k f");
    is("0 0 0 1 k /g1 gs f", "0 0 0 1 k\n/Overprint1 gs /g1 gs\n/Overprint0 gs f");
}

#[test]
fn colours_of_a_mask_become_their_lightness() {
    let mask = |content: &str| converted(content, Role::Mask).unwrap();
    assert_eq!(mask("/c0 cs 1 1 1 scn f"), " 1 g f");
    assert_eq!(mask("/c0 cs 1 0 0 scn f"), " 0.2126 g f");
    assert_eq!(mask("/c1 CS 0.25 SCN S"), " 0.25 G S");
    assert_eq!(mask("0 0 0 1 k f"), "0 g f");
}

#[test]
fn x_objects_are_found_with_their_size() {
    let profile = OutputProfile::fogra39().unwrap();
    let mut inks = InkConverter::new(&profile, &[], 300.0);
    let content = b"q 2 0 0 2 0 0 cm q 0 30 -40 0 5 5 cm /x1 Do Q /x0 Do Q";
    let rewritten = rewrite(content, &names(), Role::Printed, &mut inks).unwrap();
    let draws: Vec<(&[u8], [f32; 2])> =
        rewritten.painted.iter().map(|(name, matrix)| (name.as_slice(), matrix.sides())).collect();
    assert_eq!(draws, [(&b"x1"[..], [60.0, 80.0]), (b"x0", [2.0, 2.0])]);
}

#[test]
fn operations_that_can_not_be_converted_are_errors() {
    for (content, what) in [
        ("/c9 cs 1 scn", "the operation `/c9 cs`"),
        ("/c0 cs 1 1 scn", "the operation `1 1 scn`"),
        ("1 1 rg", "the operation `1 1 rg`"),
        ("1 1 x rg", "the operation `rg`"),
        ("BI /W 1 ID x EI", "the operation `BI`"),
        ("Q", "the operation `Q`"),
        ("q (open", "a damaged stream (at byte 2)"),
    ] {
        let message = format!("it contains {what}, which can't be converted");
        assert_eq!(converted(content, Role::Printed), Err(message));
    }
    let message = "it contains the operation `1 scn`, which can't be converted";
    assert_eq!(converted("/c2 cs 1 scn", Role::Mask), Err(message.to_owned()));
}
