//! Fluent's texts with the project's facts in them: what stands on the page, and in which runs.

mod facts;
mod numbers;

use feuillet::diagnostic::Report;
use feuillet::language::Tag;
use feuillet::load::EditionId;
use feuillet::resolve::manuscript::{Origin, Run, RunKind};
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
    assert_eq!(refusal(&id), ["texts are put in their place in one language at a time"]);
}

#[test]
fn the_edition_of_an_unknown_body_is_refused() {
    let mut id = EditionId::new("note", "short", &"en".parse().unwrap());
    id.overlay = Some("ixelles".to_owned());
    assert_eq!(refusal(&id), ["there is no body `ixelles`"]);
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
