//! What was reviewed and what is fresh: why a language edition is a draft, and when it is not.

use snapbox::str;

use crate::support::{Sandbox, approvals, approve, messages, page_texts};

const FACTS: &str = "brochures/note/facts.toml";
const ENGLISH: &str = "translations/en/note.ftl";
const DUTCH: &str = "translations/nl/note.ftl";

/// The small project, all of it approved.
fn approved() -> Sandbox {
    let sandbox = Sandbox::of("small");
    approve(&sandbox, "note", "AB");
    sandbox
}

/// Why the edition in `language` is a draft.
#[track_caller]
fn reasons(sandbox: &Sandbox, language: &str) -> Vec<String> {
    let loaded = sandbox.load("note");
    assert_eq!(messages(&loaded.diagnostics), [""; 0]);
    loaded.resolve("short", language).reasons()
}

#[test]
fn the_records_of_the_fixture_are_those_of_its_texts() {
    let sandbox = Sandbox::of("neighbours");
    let wanted = approvals(&sandbox, "lantern-festival", "LM");
    let fixture =
        std::path::Path::new(crate::support::REPOSITORY).join("tests/fixtures/neighbours");
    if crate::support::expected::is_renewing() {
        for (path, text) in &wanted {
            let target = fixture.join(path);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(target, text).unwrap();
        }
        panic!("the records were written anew: look at them, and run again");
    }
    for (path, text) in wanted {
        assert_eq!(sandbox.read(&path), text, "{path}: FEUILLET_RENEW_REFERENCES=1 writes it anew");
    }
}

#[test]
fn what_was_approved_as_it_stands_is_no_draft() {
    let sandbox = approved();
    for language in ["en", "nl"] {
        let resolved = sandbox.load("note").resolve("short", language);
        assert_eq!(resolved.reasons(), [""; 0]);
        assert_eq!(resolved.manuscript.draft, None);
    }
    sandbox.build_clean();
    assert_eq!(
        sandbox.pdfs("note"),
        ["en/note-short-en-screen.pdf", "nl/note-short-nl-screen.pdf"]
    );
    let manifest = sandbox.manifest("note");
    assert_eq!(manifest["files"][0]["state"], "approved");
    assert_eq!(manifest["files"][0].get("reasons"), None);
    let pages = page_texts(&sandbox.load("note").pages("short", "en"));
    assert!(pages.iter().all(|page| !page.contains("Draft")), "{pages:?}");
}

#[test]
fn without_a_record_everything_is_a_draft() {
    let sandbox = Sandbox::of("small");
    let reasons = reasons(&sandbox, "en");
    assert_eq!(
        reasons,
        [
            "not-approved cover-text",
            "not-approved cover-title",
            "not-approved document-title",
            "not-approved hours-weekdays",
            "not-approved shop-bring",
            "not-approved shop-pay",
            "not-approved shop-text",
            "not-approved shop-title",
            "edition-not-approved short",
        ]
    );
    let pages = page_texts(&sandbox.load("note").pages("short", "en"));
    assert_eq!(pages.len(), 2);
    assert!(pages.iter().all(|page| page.contains("Draft: do not hand out")), "{pages:?}");
    assert!(pages[0].contains("Draft. Nobody has checked this text."), "{pages:?}");
    assert!(!pages[1].contains("Nobody has checked"), "{pages:?}");
}

#[test]
fn an_edited_source_is_not_approved_and_makes_translations_stale() {
    let sandbox = approved();
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay what you can.");
    assert_eq!(reasons(&sandbox, "en"), ["not-approved shop-pay"]);
    assert_eq!(reasons(&sandbox, "nl"), ["stale shop-pay"]);
}

#[test]
fn a_translation_that_followed_its_source_waits_for_a_reviewer() {
    let sandbox = approved();
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay what you can.");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal wat u kunt.");
    assert_eq!(reasons(&sandbox, "nl"), ["not-approved shop-pay"]);
}

#[test]
fn an_edited_translation_is_a_draft_in_its_language_only() {
    let sandbox = approved();
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal wat u kunt.");
    assert_eq!(reasons(&sandbox, "nl"), ["not-approved shop-pay"]);
    assert_eq!(reasons(&sandbox, "en"), [""; 0]);
}

#[test]
fn another_layout_of_the_file_changes_nothing() {
    let sandbox = approved();
    for path in [ENGLISH, DUTCH] {
        let text = sandbox.read(path);
        let text = text.replace("shop-pay = ", "# About money.\nshop-pay =\n      ");
        let text = text.replace("{ $years ->\n        [one]", "{$years ->\n     [one]");
        sandbox.write(path, format!("\n\n{}", text.replace('\n', "\r\n")));
    }
    assert_eq!(reasons(&sandbox, "en"), [""; 0]);
    assert_eq!(reasons(&sandbox, "nl"), [""; 0]);
}

#[test]
fn a_changed_fact_makes_its_approvals_void() {
    let sandbox = approved();
    sandbox.replace(FACTS, "number = 3", "number = 5");
    assert_eq!(reasons(&sandbox, "en"), ["resolves-otherwise shop-text"]);
    assert_eq!(reasons(&sandbox, "nl"), ["resolves-otherwise shop-text"]);
    sandbox.build_clean();
    assert_eq!(
        sandbox.pdfs("note"),
        ["en/note-short-en-screen-draft.pdf", "nl/note-short-nl-screen-draft.pdf"]
    );
    let file = &sandbox.manifest("note")["files"][1];
    assert_eq!(file["state"], "draft");
    assert_eq!(file["reasons"], serde_json::json!({ "resolves-otherwise": ["shop-text"] }));
}

#[test]
fn a_changed_term_makes_the_approvals_of_its_texts_void() {
    let sandbox = approved();
    sandbox.replace(DUTCH, "-shop = Molenstraat", "-shop = Molenweg");
    assert_eq!(reasons(&sandbox, "nl"), ["resolves-otherwise shop-text"]);
    assert_eq!(reasons(&sandbox, "en"), [""; 0]);
}

#[test]
fn a_changed_form_that_is_not_shown_is_an_edit_all_the_same() {
    let sandbox = approved();
    sandbox.replace(DUTCH, "[one] { $years } jaar", "[one] een jaar");
    assert_eq!(reasons(&sandbox, "nl"), ["not-approved shop-text"]);
}

#[test]
fn a_link_that_leads_elsewhere_makes_its_approval_void() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay <a id=\"shop\">here</a>.");
    approve(&sandbox, "note", "AB");
    assert_eq!(reasons(&sandbox, "en"), [""; 0]);
    sandbox.replace(FACTS, "repair.example", "other.example");
    let wanted = ["resolves-otherwise shop-pay", "edition-not-approved short"];
    assert_eq!(reasons(&sandbox, "en"), wanted);
}

#[test]
fn a_common_text_is_under_the_same_rules() {
    let sandbox = approved();
    sandbox.replace("translations/nl/common.ftl", "op weekdagen", "in de week");
    assert_eq!(reasons(&sandbox, "nl"), ["not-approved hours-weekdays"]);
}

#[test]
fn a_text_that_the_edition_does_not_show_does_not_count() {
    let sandbox = approved();
    sandbox.replace(DUTCH, "region-north = Noord", "region-north = Noorden");
    assert_eq!(reasons(&sandbox, "nl"), [""; 0]);
}

#[test]
fn a_missing_message_makes_a_draft() {
    let sandbox = approved();
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.\n", "");
    let ran = sandbox.run(&["build", "--lang", "nl"]);
    ran.assert(
        0,
        str![[r#"
warning: `nl` lacks 1 message, shown in `en` instead: `shop-pay`
 |
 = help: translate it in `translations/nl`
"#]],
    );
    let file = &sandbox.manifest("note")["files"][0];
    assert_eq!(file["path"], "nl/note-short-nl-screen-draft.pdf");
    assert_eq!(file["reasons"], serde_json::json!({ "missing": ["shop-pay"] }));
    assert_eq!(file["warnings"], serde_json::json!(["`shop-pay` is shown in `en`"]));
}

#[test]
fn a_fact_that_nobody_verified_makes_a_draft() {
    for (before, subject) in [("number = 3", "years"), ("hours = \"weekdays\"", "shop")] {
        let sandbox = approved();
        let facts = sandbox.read(FACTS);
        let (first, last) = facts.split_once(before).unwrap();
        let last = last.replacen("verified = 2026-10-01\n", "", 1);
        sandbox.write(FACTS, format!("{first}{before}{last}"));
        assert_eq!(reasons(&sandbox, "en"), [format!("fact-unverified {subject}")]);
    }
}

#[test]
fn a_fact_verified_after_the_release_is_not_verified() {
    let sandbox = approved();
    sandbox.replace("brochures/note/brochure.toml", "date = 2026-11-23", "date = 2026-09-30");
    assert_eq!(reasons(&sandbox, "en"), ["fact-unverified shop", "fact-unverified years"]);
}

#[test]
fn a_fact_past_its_review_makes_a_draft() {
    let sandbox = approved();
    let release = "brochures/note/brochure.toml";
    sandbox.replace(release, "date = 2026-11-23", "date = 2027-10-01");
    assert_eq!(reasons(&sandbox, "en"), [""; 0], "the day itself is in time");
    sandbox.replace(release, "date = 2027-10-01", "date = 2027-10-02");
    assert_eq!(reasons(&sandbox, "en"), ["fact-overdue shop", "fact-overdue years"]);
}

#[test]
fn a_fact_inside_another_message_counts() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay. { guarantee }");
    sandbox.append(ENGLISH, "guarantee = { $months } months\n");
    sandbox.append(
        FACTS,
        "[value.months]\nnumber = 6\nsource = \"hearsay\"\nreview-by = 2030-01-01\n",
    );
    approve(&sandbox, "note", "AB");
    assert_eq!(reasons(&sandbox, "en"), ["fact-unverified months"]);
}

#[test]
fn two_opening_hours_share_one_approval() {
    let sandbox = Sandbox::of("small");
    let hours = |to: &str| {
        format!(
            "hours = [{{ day = \"monday\", from = \"09:00\", to = \"{to}\" }}, {{ day = \
             \"friday\", to-day = \"sunday\", from = \"10:00\", to = \"12:00\" }}]"
        )
    };
    sandbox.replace(FACTS, "hours = \"weekdays\"", &hours("17:00"));
    approve(&sandbox, "note", "AB");
    assert_eq!(reasons(&sandbox, "en"), [""; 0]);
    // The hours are a fact: the sentence around them stays approved, and the contact is signed with the edition.
    sandbox.replace(FACTS, "17:00", "16:00");
    assert_eq!(reasons(&sandbox, "en"), ["edition-not-approved short"]);
}

#[test]
fn a_fact_that_is_shown_nowhere_does_not_count() {
    let sandbox = approved();
    sandbox.append(
        FACTS,
        "[value.months]\nnumber = 6\nsource = \"hearsay\"\nreview-by = 2020-01-01\n",
    );
    assert_eq!(reasons(&sandbox, "en"), [""; 0]);
}

const RECORD: &str = "translations/nl/state/note.toml";

/// The approved project, with `new` in the place of `old` in the line of `shop-pay`.
fn with_line(old: &str, new: &str) -> Sandbox {
    let sandbox = approved();
    let lines = sandbox.read(RECORD);
    let line = lines.lines().find(|line| line.starts_with("shop-pay")).unwrap();
    assert!(line.contains(old), "{line}");
    sandbox.write(RECORD, lines.replace(line, &line.replace(old, new)));
    sandbox
}

#[test]
fn reviewed_is_not_approved() {
    let sandbox = with_line(", approved", ", tried");
    let line = sandbox.read(RECORD);
    let line = line.lines().find(|line| line.starts_with("shop-pay")).unwrap().to_owned();
    let (kept, _) = line.split_once(", resolved").unwrap();
    let record = sandbox.read(RECORD).replace(&line, &format!("{kept} }} }}"));
    sandbox.write(RECORD, record);
    assert_eq!(reasons(&sandbox, "nl"), ["not-approved shop-pay"]);
}

#[test]
fn an_approval_that_does_not_say_of_what_is_a_fault() {
    let sandbox = approved();
    let lines = sandbox.read(RECORD);
    let line = lines.lines().find(|line| line.starts_with("shop-pay")).unwrap();
    let (short, _) = line.split_once(", resolved").unwrap();
    sandbox.write(RECORD, lines.replace(line, &format!("{short} }} }}")));
    assert!(sandbox.faults().contains("`approved` has no `resolved`"), "{}", sandbox.faults());
}

#[test]
fn a_translation_whose_source_text_is_unknown_is_not_approved() {
    let sandbox = approved();
    let path = "translations/nl/state/note.ftl";
    sandbox.replace(path, "shop-pay = Pay what you like.\n", "");
    assert_eq!(reasons(&sandbox, "nl"), ["not-approved shop-pay"]);
}

#[test]
fn a_damaged_record_is_reported() {
    let sandbox = with_line("approved", "aproved");
    let faults = sandbox.faults();
    assert!(faults.contains("unknown key `aproved` in a line of the record"), "{faults}");
    assert!(faults.contains("did you mean `approved`?"), "{faults}");
}

#[test]
fn the_list_tells_the_states() {
    let sandbox = approved();
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal wat u kunt.");
    sandbox.replace(FACTS, "number = 3", "number = 5");
    let ran = sandbox.run(&["list", "--long"]);
    assert_eq!(
        ran.stdout,
        "\
note
  short    en       screen   draft (1 resolves-otherwise)
  short    nl       screen   draft (1 not-approved, 1 resolves-otherwise)
"
    );
}
