//! Texts that stand in several languages.

use std::collections::BTreeMap;

use feuillet::resolve::manuscript::{BlockKind, Origin, Version};
use lopdf::{Document, Object};

use super::{BROCHURE, FRENCH, bare};
use crate::support::{Loaded, Sandbox, approve};

/// The versions of the letter in a language edition: language, head, how they came there.
fn versions(loaded: &Loaded, language: &str) -> Vec<(String, String, Origin)> {
    let manuscript = loaded.resolve("short", language).manuscript;
    let blocks = manuscript.sections.iter().flat_map(|section| &section.blocks);
    let found = blocks.filter_map(|block| match &block.kind {
        BlockKind::Multilingual { versions } => Some(versions.clone()),
        _ => None,
    });
    let row = |version: Version| {
        let head = version.head.map(|language| language.autonym).unwrap_or_default();
        (version.text.language.to_string(), head, version.text.origin)
    };
    found.flatten().map(row).collect()
}

fn row(language: &str, head: &str, origin: fn(String) -> Origin) -> (String, String, Origin) {
    (language.to_owned(), head.to_owned(), origin("letter-example".to_owned()))
}

#[test]
fn a_text_stands_in_each_language_and_in_the_readers_beneath() {
    let loaded = Sandbox::of("letters").load("help");
    let (fr, nl) = ("Français", "Nederlands");
    assert_eq!(
        versions(&loaded, "ar"),
        [
            row("fr", fr, Origin::Version),
            row("nl", nl, Origin::Version),
            row("ar", "العربية", Origin::Message)
        ]
    );
    assert_eq!(
        versions(&loaded, "nl"),
        [row("fr", fr, Origin::Version), row("nl", nl, Origin::Message)]
    );
    assert_eq!(
        versions(&loaded, "fr"),
        [row("fr", fr, Origin::Message), row("nl", nl, Origin::Version)]
    );
}

#[test]
fn where_either_will_do_the_readers_own_stands_alone() {
    let sandbox = Sandbox::of("letters");
    sandbox.replace(BROCHURE, "in = [\"fr\", \"nl\"]", "in = [\"fr\", \"nl\"], either = true");
    let loaded = sandbox.load("help");
    assert_eq!(versions(&loaded, "nl"), [row("nl", "", Origin::Message)]);
    assert_eq!(versions(&loaded, "fr"), [row("fr", "", Origin::Message)]);
    assert_eq!(versions(&loaded, "ru").len(), 3);
    sandbox.build_clean();
}

#[test]
fn the_readers_own_version_may_fall_back() {
    let sandbox = Sandbox::of("letters");
    sandbox.replace("translations/ru/help.ftl", "letter-example =", "other-example =");
    let loaded = sandbox.load("help");
    // It falls back to French, which stands there already: nothing stands twice.
    let expected =
        [row("fr", "Français", Origin::Version), row("nl", "Nederlands", Origin::Version)];
    assert_eq!(versions(&loaded, "ru"), expected);
    assert!(loaded.resolve("short", "ru").reasons().contains(&"missing letter-example".to_owned()));
}

#[test]
fn a_language_of_texts_alone_is_read_for_a_block() {
    let sandbox = Sandbox::of("letters");
    sandbox.replace(BROCHURE, "in = [\"fr\", \"nl\"]", "in = [\"de\"]");
    sandbox.write(
        "translations/de/help.ftl",
        "# accept $page-office: the test has no page\nletter-example = Warte ich \"schon\" { $days } Tage?\n",
    );
    let loaded = sandbox.load("help");
    assert_eq!(versions(&loaded, "ar")[0], row("de", "Deutsch", Origin::Version));
    let resolved = loaded.resolve("short", "ar");
    assert_eq!(resolved.passage("letter-example").plain(), "Warte ich „schon“ 30\u{A0}Tage?");
    sandbox.build_clean();
}

#[test]
fn an_edition_is_a_draft_while_a_version_in_it_is() {
    let sandbox = Sandbox::of("letters");
    approve(&sandbox, "help", "AB");
    let reasons =
        |sandbox: &Sandbox, language| sandbox.load("help").resolve("short", language).reasons();
    for language in ["fr", "nl", "ar", "ru"] {
        assert_eq!(reasons(&sandbox, language), [""; 0], "{language}");
    }
    // The source is edited: of the letter in French nobody has signed this, and all others are stale.
    sandbox.replace(FRENCH, "Madame, Monsieur,", "Bonjour,");
    assert_eq!(
        reasons(&sandbox, "ar"),
        ["stale letter-example", "stale letter-example (nl)", "not-approved letter-example (fr)"]
    );
    assert_eq!(
        reasons(&sandbox, "fr"),
        ["stale letter-example (nl)", "not-approved letter-example"]
    );
    // A fact that only the letter in Dutch shows.
    let sandbox = Sandbox::of("letters");
    for language in ["fr", "ar", "ru"] {
        let path = format!("translations/{language}/help.ftl");
        let text = sandbox.read(&path).replace("{ $days }", "30");
        sandbox.write(&path, text);
    }
    sandbox.replace(
        "brochures/help/facts.toml",
        "source = \"the law\"\nverified = 2026-10-01",
        "source = \"the law\"\nverified = 2026-12-01",
    );
    approve(&sandbox, "help", "AB");
    let expected = ["other-facts letter-example (nl)", "fact-unverified days"];
    assert_eq!(reasons(&sandbox, "ar"), expected);
}

#[test]
fn a_change_of_a_version_makes_the_editions_that_show_it_anew() {
    let sandbox = Sandbox::of("letters");
    let all = ["build", "--lang", "ar,ru", "--profile", "screen,proof"];
    let build = || {
        let ran = sandbox.run(&all);
        assert_eq!(ran.code, 0, "{ran:?}");
        let pdfs = sandbox.pdfs("help").into_iter();
        let bytes = |path: String| {
            let bytes = sandbox.read_bytes(&format!("output/help/{path}"));
            (path, bytes)
        };
        pdfs.map(bytes).collect::<BTreeMap<_, _>>()
    };
    let first = build();
    assert_eq!(first.len(), 4);
    sandbox.replace(FRENCH, "Madame, Monsieur,", "Bonjour,");
    let second = build();
    for (path, bytes) in &first {
        assert!(second[path] != *bytes, "{path}");
    }
    // A text that they do not show leaves them.
    sandbox.replace(FRENCH, "letter-title = Une lettre", "letter-title = Lettre");
    let third = build();
    for (path, bytes) in second.iter().filter(|(path, _)| path.contains("screen")) {
        assert!(third[path] == *bytes, "{path}");
    }
}

#[test]
fn a_proof_has_a_note_for_each_version() {
    let sandbox = Sandbox::of("letters");
    let ran = sandbox.run(&["build", "--lang", "ar", "--profile", "proof"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let path = sandbox.path("output/help/ar/help-short-ar-proof-draft.pdf");
    let document = Document::load(path).unwrap();
    let text: String = document
        .get_pages()
        .into_values()
        .map(|page| {
            let fonts = document.get_page_fonts(page).unwrap();
            let mut encoding = None;
            let mut out = String::new();
            for operation in document.get_and_decode_page_content(page).unwrap().operations {
                match operation.operator.as_str() {
                    "Tf" => {
                        let font = fonts.get(operation.operands[0].as_name().unwrap());
                        encoding = font.and_then(|font| font.get_font_encoding(&document).ok());
                    }
                    "Tj" | "TJ" => {
                        let pieces = match &operation.operands[0] {
                            Object::Array(pieces) => pieces.as_slice(),
                            _ => &operation.operands,
                        };
                        for piece in pieces.iter().filter_map(|piece| piece.as_str().ok()) {
                            let text =
                                encoding.as_ref().map(|one| Document::decode_text(one, piece));
                            out.push_str(&text.unwrap().unwrap());
                        }
                    }
                    _ => {}
                }
            }
            out
        })
        .collect();
    for note in ["letter-example (fr)", "letter-example (nl)", "letter-example"] {
        assert!(bare(&text).contains(&bare(note)), "{note}");
    }
}
