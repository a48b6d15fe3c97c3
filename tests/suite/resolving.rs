//! Fluent's texts with the project's facts in them: what stands on the page, and in which runs.

use feuillet::diagnostic::Report;
use feuillet::language::Tag;
use feuillet::load::EditionId;
use feuillet::resolve::manuscript::{BlockKind, Origin, Passage, Run, RunKind};
use feuillet::resolve::resolve;

use crate::support::{Resolved, Sandbox, messages};

const BROCHURE: &str = "brochures/note/brochure.toml";
const FACTS: &str = "brochures/note/facts.toml";

/// A small project in `language` whose text `cover-text` is `text`; `facts` are added to its own.
fn project(language: &str, text: &str, facts: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    let text = text.replace('\n', "\n    ");
    if language == "en" {
        sandbox.replace(
            "translations/en/note.ftl",
            "cover-text = Bring what is broken. We look at it together.",
            &format!("cover-text =\n    {text}"),
        );
    } else {
        sandbox.replace(BROCHURE, "\"nl\"", &format!("\"{language}\""));
        let path = format!("translations/{language}/note.ftl");
        sandbox.write(&path, format!("cover-text =\n    {text}\n"));
    }
    sandbox.append(FACTS, facts);
    sandbox
}

/// What `text` comes to in `language`, with `facts`; nothing may be wrong.
#[track_caller]
fn resolved(language: &str, text: &str, facts: &str) -> Resolved {
    let loaded = project(language, text, facts).load("note");
    assert_eq!(messages(&loaded.diagnostics), [""; 0]);
    let resolved = loaded.resolve("short", language);
    let faults: Vec<_> = messages(&resolved.diagnostics)
        .into_iter()
        .filter(|message| !message.contains(", shown in `en` instead"))
        .collect();
    assert_eq!(faults, [""; 0]);
    resolved
}

/// The characters that `text` comes to.
#[track_caller]
fn shown(language: &str, text: &str, facts: &str) -> String {
    resolved(language, text, facts).text("cover-text")
}

/// A verified value of the facts.
fn value(name: &str, content: &str) -> String {
    format!(
        "[value.{name}]\n{content}\nsource = \"a test\"\nverified = 2026-01-01\n\
         review-by = 2030-01-01\n"
    )
}

fn kinds(runs: &[Run]) -> Vec<(&str, RunKind)> {
    runs.iter().map(|run| (run.text.as_str(), run.kind)).collect()
}

/// The forms that `text` takes for each of `numbers`.
#[track_caller]
fn forms(language: &str, text: &str, numbers: &[u32]) -> Vec<String> {
    // A number is kept on the line of its word, which is not what is looked at here.
    let form = |number| {
        let facts = value("n", &format!("number = {number}"));
        shown(language, text, &facts).replace('\u{A0}', " ")
    };
    numbers.iter().map(form).collect()
}

const NUMBERS: [u32; 8] = [0, 1, 2, 3, 5, 11, 21, 100];

#[test]
fn russian_counts_in_its_forms() {
    let text = "{ $n ->\n    [one] { $n } год\n    [few] { $n } года\n   *[many] { $n } лет\n}";
    assert_eq!(
        forms("ru", text, &NUMBERS),
        ["0 лет", "1 год", "2 года", "3 года", "5 лет", "11 лет", "21 год", "100 лет"]
    );
}

#[test]
fn arabic_counts_in_its_six_forms() {
    let text = "{ $n ->\n    [zero] صفر\n    [one] سنة\n    [two] سنتان\n    \
                [few] { $n } سنوات\n    \
                [many] { $n } سنة\n   *[other] { $n } سنة كاملة\n}";
    assert_eq!(
        forms("ar", text, &NUMBERS),
        ["صفر", "سنة", "سنتان", "3 سنوات", "5 سنوات", "11 سنة", "21 سنة", "100 سنة كاملة"]
    );
}

#[test]
fn polish_counts_in_its_forms() {
    let text = "{ $n ->\n    [one] { $n } rok\n    [few] { $n } lata\n   *[many] { $n } lat\n}";
    assert_eq!(
        forms("pl", text, &NUMBERS),
        ["0 lat", "1 rok", "2 lata", "3 lata", "5 lat", "11 lat", "21 lat", "100 lat"]
    );
}

#[test]
fn an_exact_number_comes_before_its_plural_form() {
    let text = "{ $n ->\n    [0] never\n    [1] for a single year\n    [one] { $n } year\n   \
                *[other] { $n } years\n}";
    assert_eq!(forms("en", text, &[0, 1, 2]), ["never", "for a single year", "2 years"]);
}

#[test]
fn a_fraction_takes_the_form_of_its_language() {
    let text = "{ $n ->\n    [one] { $n } année\n   *[other] { $n } années\n}";
    let form = |figure| shown("fr", text, &value("n", &format!("number = {figure}")));
    // In French one and a half is still singular (CLDR: i = 0,1).
    assert_eq!(form("1.5"), "1,5\u{A0}année");
    assert_eq!(form("2.5"), "2,5\u{A0}années");
}

#[test]
fn a_choice_inside_a_choice_is_made() {
    let text = "{ $n ->\n    [one] one\n   *[other] { $years ->\n        \
                [3] three of { $n }\n       \
                *[other] of { $n }\n    }\n}";
    assert_eq!(forms("en", text, &[1, 7]), ["one", "three of 7"]);
}

#[test]
fn a_term_takes_parameters_and_has_attributes() {
    let sandbox = project("en", "In { -place(case: \"with\") }, { -place }.", "");
    sandbox.append(
        "translations/en/note.ftl",
        "-place = { $case ->\n    [with] the street\n   *[alone] street\n}\n    .gender = none\n",
    );
    sandbox.replace(
        "translations/en/note.ftl",
        "shop-pay = Pay what you like.",
        "shop-pay = { -place.gender ->\n    [none] neither\n   *[other] either\n}",
    );
    let resolved = sandbox.load("note").resolve("short", "en");
    assert_eq!(messages(&resolved.diagnostics), [""; 0]);
    assert_eq!(resolved.text("cover-text"), "In the street, street.");
    assert_eq!(resolved.text("shop-pay"), "neither");
}

#[test]
fn a_message_takes_the_text_of_another() {
    let resolved = resolved("en", "{ shop-bring } { shop-text }", "");
    assert_eq!(
        resolved.text("cover-text"),
        "Bring it in a bag. A repair at Mill Lane holds for 3\u{A0}years."
    );
    assert!(resolved.runs("cover-text")[0].strong, "its markup comes with it");
}

#[test]
fn nothing_invisible_is_put_around_what_is_filled_in() {
    let text = shown("en", "{ $years } years, { -shop }, { $shop-phone }", "");
    assert_eq!(text, "3\u{A0}years, Mill Lane, 0123 45 67 89");
}

#[test]
fn number_options_are_followed() {
    let facts = value("n", "number = 1234.5");
    for (text, wanted) in [
        ("{ $n }", "1,234.5"),
        ("{ NUMBER($n) }", "1,234.5"),
        ("{ NUMBER($n, minimumFractionDigits: 2) }", "1,234.50"),
        ("{ NUMBER($n, maximumFractionDigits: 0) }", "1,234"),
        ("{ 12345 }", "12,345"),
    ] {
        assert_eq!(shown("en", text, &facts), wanted, "{text}");
    }
}

#[test]
fn numbers_are_written_by_locale() {
    let facts = value("n", "number = 12345.5");
    for (language, wanted) in [
        ("en", "12,345.5"),
        ("fr", "12\u{202F}345,5"),
        ("nl", "12.345,5"),
        ("ar", "12,345.5"),
        ("fa", "۱۲٬۳۴۵٫۵"),
        ("ckb", "١٢٬٣٤٥٫٥"),
        ("pl", "12\u{A0}345,5"),
    ] {
        assert_eq!(shown(language, "{ $n }", &facts), wanted, "{language}");
    }
}

#[test]
fn dates_are_written_by_locale() {
    let facts = value("day", "date = 2026-02-03");
    for (language, wanted) in [
        ("en", "3 February 2026"),
        ("fr", "3 février 2026"),
        ("ru", "3 февраля 2026\u{202F}г."),
        ("ar", "3 فبراير 2026"),
    ] {
        assert_eq!(shown(language, "{ $day }", &facts), wanted, "{language}");
    }
}

#[test]
fn dates_are_as_long_as_the_text_asks() {
    let facts = value("day", "date = 2026-02-03");
    for (text, wanted) in [
        ("{ DATETIME($day) }", "3 février 2026"),
        ("{ DATETIME($day, dateStyle: \"long\") }", "3 février 2026"),
        ("{ DATETIME($day, dateStyle: \"medium\") }", "3 févr. 2026"),
        ("{ DATETIME($day, dateStyle: \"short\") }", "03/02/2026"),
    ] {
        assert_eq!(shown("fr", text, &facts), wanted, "{text}");
    }
}

#[test]
fn a_number_stays_on_the_line_of_the_word_that_it_counts() {
    assert_eq!(
        shown("en", "{ $years } years or { $years }, or { $years } (3)", ""),
        "3\u{A0}years or 3, or 3 (3)"
    );
}

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
            ("Mill Lane 3", RunKind::Address, None, Some("nl".to_owned())),
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
        told("Molenstraat 3", None, Some("nl")),
        told("n.example", Some("https://n.example"), None),
        told("zaal B", None, Some("nl")),
        told("x", Some("https://n.example"), None),
    ];
    assert_eq!(runs("nl"), dutch);
    assert_eq!(
        runs("en"),
        [
            told("e@b.example", Some("mailto:e@b.example"), None),
            told("Mill Lane 3", None, Some("en")),
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
    assert_eq!(card(one, "en"), told("Mill Lane 3", "en"));
    assert_eq!(card(one, "nl"), told("Mill Lane 3", "en"));
    let forms = "address = { en = \"Mill Lane 3\", nl = \"Molenstraat 3\" }\n";
    assert_eq!(card(forms, "en"), told("Mill Lane 3", "en"));
    assert_eq!(card(forms, "nl"), told("Molenstraat 3", "nl"));
    let dutch = "address = { nl = \"Molenstraat 3\" }\n";
    assert_eq!(card(dutch, "en"), told("Molenstraat 3", "nl"));
}

#[test]
fn markup_becomes_looks_and_links() {
    let text = "a <b>b <em>c</em></b> <a id=\"shop\">d { $years }</a>";
    let resolved = resolved("en", text, "");
    let runs: Vec<_> = resolved
        .runs("cover-text")
        .iter()
        .map(|run| (run.text.as_str(), run.strong, run.emphasis, run.link.is_some()))
        .collect();
    assert_eq!(
        runs,
        [
            ("a ", false, false, false),
            ("b ", true, false, false),
            ("c", true, true, false),
            (" ", false, false, false),
            ("d ", false, false, true),
            ("3", false, false, true),
        ]
    );
}

#[test]
fn markup_in_a_quoted_text_is_plain() {
    let resolved = resolved("en", "{\"<b>\"}x{\"</b>\"} {\"<a id=\\\"shop\\\">\"}", "");
    assert_eq!(resolved.text("cover-text"), "<b>x</b> <a id=\"shop\">");
    assert!(resolved.runs("cover-text").iter().all(|run| !run.strong && run.link.is_none()));
}

#[test]
fn markup_in_a_fact_is_plain() {
    let facts = value("room", "text = \"<b>B</b> { $years } <a id=\\\"shop\\\">\"");
    let resolved = resolved("en", "Room { $room }", &facts);
    assert_eq!(resolved.text("cover-text"), "Room <b>B</b> { $years } <a id=\"shop\">");
    assert!(resolved.runs("cover-text").iter().all(|run| !run.strong && run.link.is_none()));
}

#[test]
fn a_reserved_character_can_not_be_smuggled_in_by_its_code() {
    let loaded = project("en", "{\"\\uFDD0\"}b>x{\"\\uFDD0\"}/b>", "").load("note");
    let message = "this quoted text holds a character that is not for texts";
    assert_eq!(messages(&loaded.diagnostics), [message, message]);
}

#[test]
fn an_empty_line_begins_a_paragraph() {
    let resolved = resolved("en", "one\ntwo\n\n\nthree\n\n<b>four</b>", "");
    let paragraphs = &resolved.passage("cover-text").paragraphs;
    let texts: Vec<String> =
        paragraphs.iter().map(|runs| runs.iter().map(|run| run.text.as_str()).collect()).collect();
    assert_eq!(texts, ["one two", "three", "four"]);
}

#[test]
fn french_punctuation_takes_its_spaces() {
    let text = "Qui ? Moi ! « Oui » ; ceci : cela. À 12:30, { $shop-site }?";
    assert_eq!(
        shown("fr", text, ""),
        "Qui\u{202F}? Moi\u{202F}! «\u{202F}Oui\u{202F}»\u{202F}; ceci\u{A0}: cela. \
         À 12:30, repair.example\u{202F}?"
    );
}

#[test]
fn french_spaces_stay_out_of_other_languages() {
    assert_eq!(shown("en", "Who? Me! « Oui » : x", ""), "Who? Me! “Oui” : x");
}

#[test]
fn a_missing_message_falls_back_and_is_marked() {
    let sandbox = Sandbox::of("small");
    sandbox.replace("translations/nl/note.ftl", "shop-pay = Betaal wat u wilt.\n", "");
    let resolved = sandbox.load("note").resolve("short", "nl");
    let passage = resolved.passage("shop-pay");
    assert_eq!(passage.plain(), "Pay what you like.");
    assert_eq!(passage.language.as_str(), "en");
    assert_eq!(passage.origin, Origin::Fallback("shop-pay".to_owned()));
    assert_eq!(
        messages(&resolved.diagnostics),
        ["`nl` lacks 1 message, shown in `en` instead: `shop-pay`"]
    );
    assert!(resolved.reasons().contains(&"missing shop-pay".to_owned()));
    let others: Vec<&str> =
        resolved.manuscript.others.iter().map(|other| other.tag.as_str()).collect();
    assert_eq!(others, ["en"]);
}

#[test]
fn a_message_falls_back_along_the_declared_chain() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "languages = [\"en\", \"nl\"]",
        "languages = [\"en\", \"nl\", \"fa-AF\"]",
    );
    sandbox.replace(BROCHURE, "[release]", "fallback = [\"nl\"]\n\n[release]");
    sandbox.write("translations/fa-AF/note.ftl", "");
    sandbox.write("translations/fa/note.ftl", "");
    let loaded = sandbox.load("note");
    let chain = loaded.publication.fallback_chain(&"fa-AF".parse().unwrap());
    let chain: Vec<&str> = chain.iter().map(Tag::as_str).collect();
    assert_eq!(chain, ["fa-AF", "fa", "nl", "en"]);
    let resolved = loaded.resolve("short", "fa-AF");
    assert_eq!(resolved.text("shop-pay"), "Betaal wat u wilt.");
}

/// What is reported instead of a manuscript of an edition.
#[track_caller]
fn refusal(id: &EditionId) -> Vec<String> {
    let loaded = Sandbox::of("small").load("note");
    let report = Report::new();
    assert!(resolve(&loaded.publication, &loaded.states, id, &report).is_err());
    report.into_sorted().into_iter().map(|found| found.message).collect()
}

#[test]
fn an_edition_in_two_languages_is_refused() {
    let id = EditionId::new("note", "short", &"en".parse().unwrap()).and(&"nl".parse().unwrap());
    assert_eq!(refusal(&id), ["an edition in several languages can't be laid out yet"]);
}

#[test]
fn an_edition_with_an_overlay_is_refused() {
    let mut id = EditionId::new("note", "short", &"en".parse().unwrap());
    id.overlay = Some("ixelles".to_owned());
    assert_eq!(refusal(&id), ["the overlay `ixelles` can't be filled in yet"]);
}

#[test]
fn an_unknown_edition_is_refused() {
    let id = EditionId::new("note", "long", &"en".parse().unwrap());
    assert_eq!(refusal(&id), ["the brochure `note` has no edition `long`"]);
}

#[test]
fn a_manuscript_carries_its_id_and_its_languages() {
    let manuscript = Sandbox::of("small").load("note").resolve("short", "nl").manuscript;
    assert_eq!(manuscript.id.to_string(), "note/short/nl");
    let languages: Vec<_> = manuscript.languages.iter().map(|language| &language.tag).collect();
    assert_eq!(languages, manuscript.id.languages().iter().collect::<Vec<_>>());
}

#[test]
fn a_fallback_passage_keeps_the_direction_of_its_language() {
    let sandbox = Sandbox::of("neighbours");
    sandbox.replace("translations/ar/lantern-festival.ftl", "keep-quiet = اهدأ بعد العاشرة.\n", "");
    let loaded = sandbox.load("lantern-festival");
    let resolved = loaded.resolve("leaflet", "ar");
    let passage = resolved.passage("keep-quiet");
    let language = loaded.publication.languages.get(&passage.language).unwrap();
    assert_eq!(language.direction().as_str(), "ltr");
    assert_eq!(resolved.manuscript.language().direction().as_str(), "rtl");
}

#[test]
fn a_variable_of_common_texts_that_the_brochure_lacks_is_an_error() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        "translations/en/common.ftl",
        "hours-weekdays = on weekdays",
        "hours-weekdays = on { $workdays } days",
    );
    let resolved = sandbox.load("note").resolve("short", "en");
    assert_eq!(
        messages(&resolved.diagnostics),
        ["can't format the message `hours-weekdays`: Resolver error: Unknown variable: \
             $workdays"]
    );
}

#[test]
fn a_date_function_on_a_number_is_an_error() {
    let resolved = project("en", "{ DATETIME($years) }", "").load("note").resolve("short", "en");
    assert_eq!(
        messages(&resolved.diagnostics),
        ["invalid argument to `DATETIME` in the message `cover-text`"]
    );
}

#[test]
fn a_number_function_on_a_date_is_an_error() {
    let text = "{ NUMBER($release-date) }";
    let resolved = project("en", text, "").load("note").resolve("short", "en");
    assert_eq!(
        messages(&resolved.diagnostics),
        ["invalid argument to `NUMBER` in the message `cover-text`"]
    );
}

#[test]
fn an_unknown_date_style_is_an_error() {
    let text = "{ DATETIME($release-date, dateStyle: \"shrot\") }";
    let resolved = project("en", text, "").load("note").resolve("short", "en");
    assert_eq!(
        messages(&resolved.diagnostics),
        ["invalid argument to `DATETIME` in the message `cover-text`"]
    );
}

#[test]
fn opening_hours_are_written_by_locale() {
    let hours = |language: &str| {
        let resolved =
            Sandbox::of("neighbours").load("lantern-festival").resolve("leaflet", language);
        resolved.text("hours-range")
    };
    assert_eq!(hours("en"), "Monday to Friday, 09:30 to 17:00");
    assert_eq!(hours("nl"), "maandag tot vrijdag, van 09:30 tot 17:00");
}

#[test]
fn two_opening_hours_of_a_contact_are_both_shown() {
    let resolved = Sandbox::of("sorting").load("afval").resolve("vouwblad", "de");
    let hours: Vec<String> = resolved
        .manuscript
        .passages()
        .into_iter()
        .filter(|passage| passage.origin.name() == "hours-range")
        .map(Passage::plain)
        .collect();
    assert_eq!(
        hours,
        ["Dienstag bis Freitag, 10:00 bis 18:00 Uhr", "Samstag, 09:00 bis 16:30 Uhr"]
    );
}
