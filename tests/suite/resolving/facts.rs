//! Facts in texts, in the form of the reader's language.

use feuillet::language::Tag;
use feuillet::resolve::manuscript::{BlockKind, Passage, Run, RunKind};

use super::{BROCHURE, FACTS, kinds, project, resolved, value};
use crate::support::{Sandbox, messages};

#[test]
fn the_release_can_be_named() {
    let resolved = resolved("en", "{ $release-version } of { $release-date }", "");
    assert_eq!(
        kinds(resolved.runs("cover-text")),
        [("1.0", RunKind::Text), (" of ", RunKind::Text), ("23 November 2026", RunKind::Date)]
    );
}

#[test]
fn facts_become_runs_of_their_kind() {
    let facts = value("post", "email = \"a@b.example\"")
        + &value("street", "address = \"Mill Lane 3\"\nlanguage = \"nl\"")
        + &value("room", "text = \"B 12\"");
    let text = "{ $shop-phone }, { $shop-site }, { $post }, { $street }, { $shop-name }, \
                { $room }, \
                { $years }";
    let resolved = resolved("en", text, &facts);
    let runs: Vec<_> = resolved
        .runs("cover-text")
        .iter()
        .filter(|run| run.text != ", ")
        .map(|run| {
            let language = run.language.as_ref().map(ToString::to_string);
            (run.text.as_str(), run.kind, run.link.as_deref(), language)
        })
        .collect();
    assert_eq!(
        runs,
        [
            ("0123 45 67 89", RunKind::Phone, Some("tel:0123456789"), None),
            ("repair.example", RunKind::Site, Some("https://repair.example"), None),
            ("a@b.example", RunKind::Email, Some("mailto:a@b.example"), None),
            ("Mill Lane\u{A0}3", RunKind::Address, None, Some("nl".to_owned())),
            ("Mill Lane Repair Shop", RunKind::Name, None, Some("en".to_owned())),
            ("B 12", RunKind::Text, None, None),
            ("3", RunKind::Number, None, None),
        ]
    );
}

/// What of a run tells where its form comes from.
fn told(run: &Run) -> (&str, Option<&str>, Option<&str>) {
    (run.text.as_str(), run.link.as_deref(), run.language.as_ref().map(Tag::as_str))
}

#[test]
fn a_reader_gets_the_form_of_a_fact_in_the_own_language() {
    let facts = value("post", "email = { nl = \"n@b.example\", en = \"e@b.example\" }")
        + &value("street", "address = { nl = \"Molenstraat 3\", en = \"Mill Lane 3\" }")
        + &value("page", "site = { nl = \"n.example\", en = \"e.example\" }")
        + &value("room", "text = { nl = \"zaal B\", en = \"room B\" }");
    let text = "{ $post }, { $street }, { $page }, { $room }, <a id=\"page\">x</a>";
    let runs = |language| {
        let resolved = resolved(language, text, &facts);
        let runs = resolved.runs("cover-text").iter().filter(|run| run.text != ", ");
        runs.map(|run| {
            let (text, link, language) = told(run);
            (text.to_owned(), link.map(str::to_owned), language.map(str::to_owned))
        })
        .collect::<Vec<_>>()
    };
    let told = |text: &str, link: Option<&str>, language: Option<&str>| {
        (text.to_owned(), link.map(str::to_owned), language.map(str::to_owned))
    };
    let dutch = [
        told("n@b.example", Some("mailto:n@b.example"), None),
        told("Molenstraat\u{A0}3", None, Some("nl")),
        told("n.example", Some("https://n.example"), None),
        told("zaal B", None, Some("nl")),
        told("x", Some("https://n.example"), None),
    ];
    assert_eq!(runs("nl"), dutch);
    assert_eq!(
        runs("en"),
        [
            told("e@b.example", Some("mailto:e@b.example"), None),
            told("Mill Lane\u{A0}3", None, Some("en")),
            told("e.example", Some("https://e.example"), None),
            told("room B", None, Some("en")),
            told("x", Some("https://e.example"), None),
        ]
    );
    // A language without a form of its own gets the first in the file, in that form's language.
    assert_eq!(runs("ar"), dutch);
}

#[test]
fn the_parts_of_a_contact_have_forms() {
    let sandbox = project("nl", "{ $shop-name }, { $shop-site }, { $shop-email }", "");
    sandbox.replace(
        FACTS,
        "name = { en = \"Mill Lane Repair Shop\" }",
        "name = { en = \"Mill Lane Repair Shop\", nl = \"Herstelwinkel\" }\n\
         email = { en = \"e@b.example\", nl = \"n@b.example\" }",
    );
    sandbox.replace(
        FACTS,
        "site = \"repair.example\"",
        "site = { en = \"repair.example\", nl = \"herstel.example\" }",
    );
    let loaded = sandbox.load("note");
    assert_eq!(messages(&loaded.diagnostics), [""; 0]);
    let resolved = loaded.resolve("short", "nl");
    let runs = resolved.runs("cover-text").iter().filter(|run| run.text != ", ");
    assert_eq!(
        runs.map(told).collect::<Vec<_>>(),
        [
            ("Herstelwinkel", None, Some("nl")),
            ("herstel.example", Some("https://herstel.example"), None),
            ("n@b.example", Some("mailto:n@b.example"), None),
        ]
    );
}

#[test]
fn a_passage_that_falls_back_has_the_forms_of_its_language() {
    let facts = value("page", "site = { nl = \"n.example\", en = \"e.example\" }");
    let sandbox = project("en", "See { $page }.", &facts);
    let cover = sandbox.read("translations/nl/note.ftl");
    let line = cover.lines().find(|line| line.starts_with("cover-text")).unwrap();
    sandbox.replace("translations/nl/note.ftl", line, "");
    let resolved = sandbox.load("note").resolve("short", "nl");
    assert_eq!(resolved.text("cover-text"), "See e.example.");
}

#[test]
fn cards_and_codes_have_the_forms_of_the_reader() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "phone = \"0123 45 67 89\"\n", "");
    sandbox.replace(
        FACTS,
        "site = \"repair.example\"",
        "site = { en = \"repair.example\", nl = \"herstel.example\" }",
    );
    sandbox.replace(
        BROCHURE,
        "  { contacts = { need = \"questions\" } },\n",
        "  { contacts = { need = \"questions\" } },\n  { qr = \"shop\" },\n",
    );
    let loaded = sandbox.load("note");
    assert_eq!(messages(&loaded.diagnostics), [""; 0]);
    for (language, site, alternative) in [
        ("en", "repair.example", "QR code that leads to repair.example"),
        ("nl", "herstel.example", "QR-code die naar herstel.example leidt"),
    ] {
        let manuscript = loaded.resolve("short", language).manuscript;
        let mut found = Vec::new();
        for block in manuscript.sections.iter().flat_map(|section| &section.blocks) {
            match &block.kind {
                BlockKind::Contacts { cards, .. } => {
                    found.extend(cards[0].number.iter().map(Passage::plain));
                }
                BlockKind::Qr(code) => {
                    let shown = [code.target.clone(), code.address.plain()];
                    found.extend(shown.into_iter().chain([code.alternative.plain()]));
                }
                _ => {}
            }
        }
        assert_eq!(found, [site, &format!("https://{site}"), site, alternative], "{language}");
    }
}

#[test]
fn the_address_of_a_contact_is_shown_in_its_language() {
    let card = |address: &str, language: &str| {
        let sandbox = Sandbox::of("small");
        sandbox.replace(FACTS, "phone = \"0123 45 67 89\"\nsite = \"repair.example\"\n", address);
        sandbox.replace(
            FACTS,
            "{ en = \"Mill Lane Repair Shop\" }",
            "{ en = \"Mill Lane Repair Shop\", nl = \"Herstelwinkel\" }",
        );
        let loaded = sandbox.load("note");
        assert_eq!(messages(&loaded.diagnostics), [""; 0]);
        let manuscript = loaded.resolve("short", language).manuscript;
        let mut blocks = manuscript.sections.iter().flat_map(|section| &section.blocks);
        let address = blocks.find_map(|block| match &block.kind {
            BlockKind::Contacts { cards, .. } => cards[0].address.clone(),
            _ => None,
        });
        address.map(|passage| (passage.plain(), passage.language.to_string()))
    };
    let told = |text: &str, language: &str| Some((text.to_owned(), language.to_owned()));
    // One text is in the language of the first name.
    let one = "address = \"Mill Lane 3\"\n";
    assert_eq!(card(one, "en"), told("Mill Lane\u{A0}3", "en"));
    assert_eq!(card(one, "nl"), told("Mill Lane\u{A0}3", "en"));
    let forms = "address = { en = \"Mill Lane 3\", nl = \"Molenstraat 3\" }\n";
    assert_eq!(card(forms, "en"), told("Mill Lane\u{A0}3", "en"));
    assert_eq!(card(forms, "nl"), told("Molenstraat\u{A0}3", "nl"));
    let dutch = "address = { nl = \"Molenstraat 3\" }\n";
    assert_eq!(card(dutch, "en"), told("Molenstraat\u{A0}3", "nl"));
}
