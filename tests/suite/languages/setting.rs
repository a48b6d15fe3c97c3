//! How passages in other languages and pairs of names are set.

use feuillet::compose::{KeptWords, compose};
use typst::layout::{Frame, FrameItem};

use super::{ARABIC, FRENCH};
use crate::support::{Loaded, Sandbox, messages};

/// The Typst source of the fixture in a language.
fn source(loaded: &Loaded, language: &str) -> String {
    let resolved = loaded.resolve("short", language);
    assert_eq!(messages(&resolved.diagnostics), [""; 0]);
    let edition = loaded.publication.brochure.edition("short").unwrap();
    let composition = compose(&loaded.publication, &resolved.manuscript, edition);
    composition.with(&composition.settings[0], &KeptWords::default()).main().to_owned()
}

/// The pieces of text on the pages of the fixture, each of one line.
fn pieces(loaded: &Loaded, language: &str) -> Vec<String> {
    fn collect(frame: &Frame, out: &mut Vec<String>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, out),
                FrameItem::Text(text) => out.push(text.text.to_string()),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    for page in loaded.pages("short", language).document.pages() {
        collect(&page.frame, &mut out);
    }
    out
}

#[test]
fn passages_and_pairs_are_written_as_one_piece_each() {
    let source_of = |language| source(&Sandbox::of("letters").load("help"), language);
    let arabic = source_of("ar");
    for wanted in [
        "[#\"اكتب إلى مكتب الأجانب (\"#foreign(lang-fr)[#\"Office des étrangers\"]#\")، أو",
        "#foreign(lang-fr)[#\"«\\u{202f}Myria\\u{202f}»\"]",
        "[#\"يساعدك \"#unbroken[#\"CPAS/OCMW\"]#\" في بلديتك.\"]",
        "#\"مركز (\"#unbroken[#foreign(lang-fr)[#\"CPAS\"]#\"/\"#foreign(lang-nl)[#\"OCMW\"]]#\")\"",
        "une \"#strong[#\"administration indépendante\"]#\" à Bruxelles\"]#\"، وعنوانها",
    ] {
        assert!(arabic.contains(wanted), "{wanted}\n{arabic}");
    }
    let french = source_of("fr");
    assert!(
        french.contains("#\"Le \"#unbroken[#\"CPAS/\"#foreign(lang-nl)[#\"OCMW\"]]#\" de votre")
    );
}

#[test]
fn a_pair_in_a_script_from_right_to_left_keeps_its_direction() {
    let sandbox = Sandbox::of("letters");
    sandbox.replace(
        ARABIC,
        "يساعدك CPAS/OCMW في بلديتك.",
        "شرطة/محكمة و<span lang=\"fr\">Myria</span>.",
    );
    let arabic = source(&sandbox.load("help"), "ar");
    assert!(arabic.contains("#unbroken(dir: auto)[#\"شرطة/محكمة\"]"), "{arabic}");
    // The letter before is written together with the name.
    assert!(arabic.contains("#\" و\"#sym.wj#foreign(lang-fr)[#\"Myria\"]#\".\""), "{arabic}");
}

#[test]
fn a_short_passage_and_a_pair_stay_on_one_line_wherever_it_ends() {
    for words in 0..14 {
        let sandbox = Sandbox::of("letters");
        let before = "كلمة ".repeat(words);
        let (passage, pair) = (
            format!("{before}(<span lang=\"fr\">Office des étrangers</span>)، {before}"),
            format!("{before}CPAS/OCMW و{before}"),
        );
        sandbox.replace(ARABIC, "انسخ هذه الرسالة.", &format!("{passage}{pair}"));
        let pieces = pieces(&sandbox.load("help"), "ar");
        for whole in ["Office des étrangers", "CPAS/OCMW"] {
            assert!(pieces.iter().any(|piece| piece == whole), "{words}: {pieces:?}");
        }
    }
}

#[test]
fn what_has_no_room_on_a_line_is_broken() {
    let sandbox = Sandbox::of("letters");
    let long = "<span lang=\"fr\">Commissariat général aux réfugiés et aux apatrides de Belgique, à Bruxelles</span>";
    sandbox.replace(ARABIC, "انسخ هذه الرسالة.", &format!("كلمة ({long}) كلمة."));
    // A cell is narrower than a line.
    sandbox.replace(ARABIC, "row-where = بلديتك", "row-where = بلديتك Vreemdelingen/Immigration");
    sandbox.replace(FRENCH, "row-where = Votre commune", "row-where = Vreemdelingen/Immigration");
    sandbox.build_clean();
    let loaded = sandbox.load("help");
    for language in ["ar", "fr"] {
        let pieces = pieces(&loaded, language);
        for half in ["Vreemdelingen/", "Immigration"] {
            assert!(pieces.iter().any(|piece| piece.trim_matches(steers) == half), "{pieces:?}");
        }
    }
    let pieces = pieces(&loaded, "ar");
    assert!(!pieces.iter().any(|piece| piece.contains("apatrides de Belgique, à Bruxelles")
        && piece.contains("Commissariat")));
}

/// Whether a character only steers the direction.
fn steers(c: char) -> bool {
    ('\u{202A}'..='\u{2069}').contains(&c)
}
