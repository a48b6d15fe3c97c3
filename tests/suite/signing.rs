//! The record by commands: who may sign what, and what falls when a link is removed.

mod covers;

use std::path::Path;

use snapbox::str;

use crate::support::{REPOSITORY, Sandbox};

const PEOPLE: &str = "brochures/note/people.toml";
const BROCHURE: &str = "brochures/note/brochure.toml";
const FACTS: &str = "brochures/note/facts.toml";
const ENGLISH: &str = "translations/en/note.ftl";
const DUTCH: &str = "translations/nl/note.ftl";
const ENGLISH_RECORD: &str = "translations/en/state/note.toml";
const DUTCH_RECORD: &str = "translations/nl/state/note.toml";

/// Fictional people, of whom each has one role.
const TEAM: &str = "\
[people.AB]
may = [\"translate\"]

[people.CD]
may = [\"review\"]
native = [\"en\", \"nl\"]

[people.EF]
may = [\"approve\"]

[people.GH]
may = [\"legal\"]
languages = [\"en\"]
";

/// The commands that approve the small project, in their order.
const STEPS: [&str; 7] = [
    "review --lang en --by CD --writer AB --all",
    "approve --legal --lang en --by GH --all",
    "approve --lang en --by EF --all",
    "approve --lang en --by EF --edition short",
    "review --lang nl --by CD --writer AB --all",
    "approve --lang nl --by EF --all",
    "approve --lang nl --by EF --edition short",
];

/// The small project with its people; its section `shop` is legal.
fn project() -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.write(PEOPLE, TEAM);
    sandbox.replace(BROCHURE, "title = \"shop-title\"", "title = \"shop-title\"\nlegal = true");
    sandbox
}

/// Runs a command of `feuillet translations` on a day, and makes sure that nothing was refused.
#[track_caller]
fn sign(sandbox: &Sandbox, command: &str) {
    let ran = run(sandbox, command);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{command}: {}", ran.stdout);
}

fn run(sandbox: &Sandbox, command: &str) -> crate::support::Ran {
    let mut arguments = vec!["translations"];
    arguments.extend(command.split(' '));
    arguments.extend(["--on", "2026-11-20"]);
    sandbox.run(&arguments)
}

fn approved() -> Sandbox {
    let sandbox = project();
    STEPS.iter().for_each(|step| sign(&sandbox, step));
    sandbox
}

/// Why the editions are drafts, in English and in Dutch, as `reason subject`.
#[track_caller]
fn reasons(sandbox: &Sandbox) -> [Vec<String>; 2] {
    let loaded = sandbox.load("note");
    ["en", "nl"].map(|language| loaded.resolve("short", language).reasons())
}

/// Makes sure that these are the reasons.
#[track_caller]
fn assert_reasons(sandbox: &Sandbox, what: &str, english: &[&str], dutch: &[&str]) {
    let found = reasons(sandbox);
    assert_eq!(found, [english, dutch], "{what}");
}

#[test]
fn an_edition_is_approved_by_commands_alone() {
    let sandbox = project();
    for (index, step) in STEPS.iter().enumerate() {
        let [english, dutch] = reasons(&sandbox);
        // Nothing is approved before the last link is there.
        assert_eq!((english.is_empty(), dutch.is_empty()), (index > 3, false), "before {step}");
        sign(&sandbox, step);
    }
    assert_reasons(&sandbox, "signed", &[], &[]);
    sandbox.build_clean();
    let names = ["en/note-short-en-screen.pdf", "nl/note-short-nl-screen.pdf"];
    assert_eq!(sandbox.pdfs("note"), names);
    // A second time there is nothing to sign, and the record stays as it is.
    let record = sandbox.read(DUTCH_RECORD);
    for step in STEPS {
        sign(&sandbox, step);
    }
    assert_eq!(sandbox.read(DUTCH_RECORD), record);
}

#[test]
fn no_step_can_be_left_out() {
    for (left_out, missing) in STEPS.iter().enumerate() {
        let sandbox = project();
        for (index, step) in STEPS.iter().enumerate().filter(|(index, _)| *index != left_out) {
            let ran = run(&sandbox, step);
            assert!(ran.code < 2, "{index}: {}", ran.stderr);
        }
        let [english, dutch] = reasons(&sandbox);
        let is_english = left_out < 4;
        assert_eq!(english.is_empty(), !is_english, "{missing}: {english:?}");
        // The make-up of the English edition is no link of the Dutch one.
        assert_eq!(dutch.is_empty(), left_out == 3, "{missing}: {dutch:?}");
    }
}

#[test]
fn a_fact_that_is_verified_again_leaves_the_editions_approved() {
    let sandbox = project();
    for step in STEPS {
        sign(&sandbox, step);
    }
    for command in
        ["facts verify shop --by CD --on 2026-11-20", "facts verify years --by CD --on 2026-11-20"]
    {
        let ran = sandbox.run(&command.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    }
    assert_reasons(&sandbox, "verified", &[], &[]);
    // What a contact is stands on the pages: a verification signs nothing there.
    sandbox.replace(FACTS, "0123 45 67 89", "0123 45 67 98");
    let ran = sandbox.run(&["facts", "verify", "shop", "--by", "CD", "--on", "2026-11-20"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(reasons(&sandbox)[1].contains(&"edition-not-approved short".to_owned()));
}

#[test]
fn a_term_of_the_source_that_becomes_another_is_looked_at_in_each_translation() {
    let sandbox = approved();
    sandbox.replace(ENGLISH, "-shop = Mill Lane", "-shop = Hill Lane");
    for step in &STEPS[1..3] {
        sign(&sandbox, step);
    }
    // The source is approved again; the Dutch text was signed beside another one.
    assert_reasons(&sandbox, "the term", &[], &["resolves-otherwise shop-text"]);
    sign(&sandbox, "approve --lang nl --by EF --all");
    assert_reasons(&sandbox, "signed again", &[], &[]);
}

#[test]
fn what_falls_is_what_the_removed_link_held() {
    let edit = |path: &'static str, old: &'static str, new: &'static str| {
        move |sandbox: &Sandbox| {
            sandbox.replace(path, old, new);
        }
    };
    let without_line = |path: &'static str, id: &'static str| {
        move |sandbox: &Sandbox| {
            let text = sandbox.read(path);
            let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with(id)).collect();
            assert!(kept.len() < text.lines().count());
            sandbox.write(path, kept.join("\n") + "\n");
        }
    };
    type Removal = Box<dyn Fn(&Sandbox)>;
    let cases: Vec<(&str, Removal, &[&str], &[&str])> = vec![
        (
            "the source's line",
            Box::new(without_line(ENGLISH_RECORD, "shop-pay")),
            &["not-approved shop-pay"],
            &["source-not-approved shop-pay"],
        ),
        (
            "the translation's line",
            Box::new(without_line(DUTCH_RECORD, "shop-pay")),
            &[],
            &["not-approved shop-pay"],
        ),
        (
            "the edition's line",
            Box::new(without_line(DUTCH_RECORD, "short")),
            &[],
            &["edition-not-approved short"],
        ),
        (
            "a block",
            Box::new(edit(BROCHURE, "  { paragraph = \"shop-text\" },\n", "")),
            &["edition-not-approved short"],
            &["edition-not-approved short"],
        ),
        (
            "an item",
            Box::new(edit(BROCHURE, "\"shop-bring\", ", "")),
            &["edition-not-approved short"],
            &["edition-not-approved short"],
        ),
        (
            "a contact",
            Box::new(edit(FACTS, "needs = [\"questions\"]", "needs = []")),
            &["edition-not-approved short"],
            &["edition-not-approved short"],
        ),
        (
            "a number that was not verified by a command",
            Box::new(edit(FACTS, "0123 45 67 89", "0123 45 67 98")),
            &["edition-not-approved short"],
            &["edition-not-approved short"],
        ),
        (
            "a finding that is accepted",
            Box::new(edit(BROCHURE, "a fixture has little to say", "why not")),
            &["edition-not-approved short"],
            &["edition-not-approved short"],
        ),
        (
            "the name of the files",
            Box::new(edit(BROCHURE, "public-name = \"note\"", "public-name = \"violence\"")),
            &["edition-not-approved short"],
            &["edition-not-approved short"],
        ),
        (
            "what the title bar says",
            Box::new(edit(BROCHURE, "title = \"document-title\"", "title = \"cover-title\"")),
            &["edition-not-approved short"],
            &["edition-not-approved short"],
        ),
        (
            "the program's own template",
            Box::new(|sandbox: &Sandbox| {
                let own = Path::new(REPOSITORY).join("src/compose/templates/base.typ");
                let own = std::fs::read_to_string(own).unwrap() + "\n// Not the program's own.\n";
                sandbox.write("brochures/note/templates/base.typ", own);
            }),
            &["edition-not-approved short"],
            &["edition-not-approved short"],
        ),
        (
            "that letters stay as they are typed",
            Box::new(|sandbox: &Sandbox| {
                let row = "[language.nl]\nautonym = \"Nederlands\"\nscript = \"Latn\"\nreplace = { \"k\" = \"g\" }\n";
                sandbox.write("translations/languages.toml", row);
            }),
            &[],
            &["edition-not-approved short"],
        ),
        (
            "that it is legal",
            Box::new(edit(BROCHURE, "\nlegal = true", "")),
            &["edition-not-approved short"],
            &["edition-not-approved short"],
        ),
        (
            "a fact's date",
            Box::new(|sandbox: &Sandbox| {
                let facts = sandbox.read(FACTS);
                let (first, last) = facts.split_once("[value.years]").unwrap();
                let last = last.replace("verified = 2026-10-01\n", "");
                sandbox.write(FACTS, format!("{first}[value.years]{last}"));
            }),
            &["fact-unverified years"],
            &["fact-unverified years"],
        ),
        (
            "a fact's value",
            Box::new(edit(FACTS, "number = 3", "number = 5")),
            &["resolves-otherwise shop-text"],
            &["resolves-otherwise shop-text"],
        ),
        (
            "a term of the source",
            Box::new(edit(ENGLISH, "-shop = Mill Lane", "-shop = Hill Lane")),
            &["resolves-otherwise shop-text"],
            &["source-not-approved shop-text"],
        ),
        (
            "the approver's role",
            Box::new(edit(PEOPLE, "may = [\"approve\"]", "may = [\"translate\"]")),
            &ALL_ENGLISH,
            &ALL_DUTCH,
        ),
        (
            "the lawyer",
            Box::new(|sandbox: &Sandbox| {
                let people = sandbox.read(PEOPLE);
                sandbox.write(PEOPLE, people.split_once("[people.GH]").unwrap().0);
            }),
            &[
                "legal-not-signed shop-bring",
                "legal-not-signed shop-pay",
                "legal-not-signed shop-text",
                "legal-not-signed shop-title",
            ],
            &[
                "source-not-approved shop-bring",
                "source-not-approved shop-pay",
                "source-not-approved shop-text",
                "source-not-approved shop-title",
            ],
        ),
        (
            "that the reviewer grew up with the language",
            Box::new(edit(PEOPLE, "native = [\"en\", \"nl\"]", "native = [\"en\"]")),
            &[],
            &[
                "not-approved shop-bring",
                "not-approved shop-pay",
                "not-approved shop-text",
                "not-approved shop-title",
            ],
        ),
        (
            "the language of the reviewer",
            Box::new(edit(
                PEOPLE,
                "may = [\"review\"]",
                "may = [\"review\"]\nlanguages = [\"en\"]",
            )),
            &[],
            &[
                "not-approved cover-text",
                "not-approved cover-title",
                "not-approved document-title",
                "not-approved hours-weekdays",
                "not-approved shop-bring",
                "not-approved shop-pay",
                "not-approved shop-text",
                "not-approved shop-title",
            ],
        ),
        (
            "the reviewer had left",
            Box::new(edit(
                PEOPLE,
                "may = [\"approve\"]",
                "may = [\"approve\"]\nuntil = 2026-11-19",
            )),
            &ALL_ENGLISH,
            &ALL_DUTCH,
        ),
    ];
    for (what, remove, english, dutch) in cases {
        let sandbox = approved();
        assert_reasons(&sandbox, "signed", &[], &[]);
        remove(&sandbox);
        assert_reasons(&sandbox, what, english, dutch);
    }
}

const ALL_ENGLISH: [&str; 9] = [
    "not-approved cover-text",
    "not-approved cover-title",
    "not-approved document-title",
    "not-approved hours-weekdays",
    "not-approved shop-bring",
    "not-approved shop-pay",
    "not-approved shop-text",
    "not-approved shop-title",
    "edition-not-approved short",
];
const ALL_DUTCH: [&str; 9] = ALL_ENGLISH;

#[test]
fn whoever_left_later_has_signed_all_the_same() {
    let sandbox = approved();
    sandbox.replace(PEOPLE, "may = [\"approve\"]", "may = [\"approve\"]\nuntil = 2026-11-20");
    assert_reasons(&sandbox, "the last day counts", &[], &[]);
}

#[test]
fn another_release_needs_no_new_signature() {
    let sandbox = project();
    sandbox.replace(ENGLISH, "cover-text = ", "cover-text = Edition { $release-version }. ");
    sandbox.replace(DUTCH, "cover-text = ", "cover-text = Uitgave { $release-version }. ");
    STEPS.iter().for_each(|step| sign(&sandbox, step));
    assert_reasons(&sandbox, "signed", &[], &[]);
    sandbox.replace(BROCHURE, "version = \"1.0\"", "version = \"1.1\"");
    sandbox.replace(BROCHURE, "date = 2026-11-23", "date = 2026-12-24");
    assert_reasons(&sandbox, "released", &[], &[]);
}

#[test]
fn nobody_signs_their_own_text() {
    let sandbox = project();
    sandbox.replace(
        PEOPLE,
        "may = [\"translate\"]",
        "may = [\"translate\", \"review\", \"approve\"]",
    );
    run(&sandbox, "review --lang en --by AB --writer AB shop-pay").assert(
        1,
        str![[r#"
error: `shop-pay` is `AB`'s own text
  --> translations/en/note.ftl:13:1
   |
13 | shop-pay = Pay what you like.
   | ^^^^^^^^
   |
   = help: somebody else has to sign it
"#]],
    );
    assert!(!sandbox.exists(ENGLISH_RECORD));
    sign(&sandbox, "review --lang en --by CD --writer AB shop-pay cover-text");
    let ran = run(&sandbox, "approve --lang en --by AB cover-text");
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("`cover-text` is `AB`'s own text"), "{}", ran.stderr);
}

#[test]
fn what_can_not_be_signed_says_what_is_wanted_first() {
    let sandbox = project();
    for (command, fault) in [
        ("review --lang en --by CD shop-pay", "nobody knows who wrote `shop-pay`"),
        ("review --lang en --by CD --writer CD shop-pay", "`CD` may not translate in `en`"),
        ("review --lang en --by XY --writer AB shop-pay", "nobody is called `XY`"),
        ("review --lang en --by EF --writer AB shop-pay", "`EF` may not review in `en`"),
        ("review --lang en --by CD --writer AB shop-pai", "`en` has no message `shop-pai`"),
        ("approve --lang en --by EF shop-pay", "`shop-pay` was reviewed by nobody as it stands"),
        ("approve --legal --lang nl --by GH shop-pay", "`GH` may not sign for the law in `nl`"),
        ("approve --lang en --by EF --edition long", "the brochure `note` has no edition `long`"),
    ] {
        let ran = run(&sandbox, command);
        assert_eq!(ran.code, 1, "{command}: {}", ran.stderr);
        assert!(ran.stderr.contains(fault), "{command}: {}", ran.stderr);
    }
    for (command, fault) in [
        ("review --lang de --by CD --writer AB shop-pay", "the brochure is not made in `de`"),
        ("review --lang en --by CD --writer AB Shop,pay", "`Shop,pay` is"),
        ("review --lang en --by CD --writer AB", "no message is named"),
        (
            "review --lang en --by CD --writer AB shop-pay --on 2026-02-30",
            "there is no day `2026-02-30`",
        ),
    ] {
        let ran = run(&sandbox, command);
        assert_eq!(ran.code, 2, "{command}: {}", ran.stderr);
        assert!(ran.stderr.contains(fault), "{command}: {}", ran.stderr);
    }
    assert!(!sandbox.exists("translations/en/state"));
    sign(&sandbox, STEPS[0]);
    sign(&sandbox, STEPS[4]);
    for (command, fault) in [
        ("approve --lang en --by EF shop-pay", "`shop-pay` is legal, and no lawyer has signed it"),
        ("approve --lang nl --by EF shop-pay", "the source of `shop-pay` is not approved"),
    ] {
        let ran = run(&sandbox, command);
        assert_eq!(ran.code, 1, "{command}: {}", ran.stderr);
        assert!(ran.stderr.contains(fault), "{command}: {}", ran.stderr);
    }
}

#[test]
fn one_refusal_keeps_the_others_from_being_written() {
    let sandbox = project();
    let ran = run(&sandbox, "review --lang en --by CD --writer AB cover-text shop-pai");
    assert_eq!(ran.code, 1);
    assert!(!sandbox.exists(ENGLISH_RECORD), "who names messages means all of them");
}

#[test]
fn a_dry_run_shows_the_texts_and_writes_nothing() {
    let sandbox = project();
    let ran = run(&sandbox, "review --lang en --by CD --writer AB shop-pay --dry-run");
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (0, "shop-pay: Pay what you like.\nen: 1 message would be reviewed by CD on 2026-11-20\n")
    );
    assert!(!sandbox.exists(ENGLISH_RECORD));
}

#[test]
fn a_stale_text_is_reviewed_by_its_name_only() {
    let sandbox = approved();
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay what you can.");
    sign(&sandbox, "review --lang nl --by CD --all");
    assert_reasons(&sandbox, "all", &["not-approved shop-pay"], &["stale shop-pay"]);
    sign(&sandbox, "review --lang nl --by CD shop-pay");
    let wanted = ["not-approved shop-pay"];
    assert_reasons(&sandbox, "its approval was of another translation", &wanted, &wanted);
}

#[test]
fn a_mark_for_readers_stands_beside_the_review() {
    let sandbox = project();
    let ran = run(&sandbox, "review --with-readers --lang en --by CD shop-pay");
    assert!(ran.stderr.contains("`shop-pay` was reviewed by nobody"), "{}", ran.stderr);
    sign(&sandbox, STEPS[0]);
    sign(&sandbox, "review --with-readers --lang en --by CD shop-pay");
    let record = sandbox.read(ENGLISH_RECORD);
    let line = record.lines().find(|line| line.starts_with("shop-pay")).unwrap();
    assert!(line.contains("tried = { by = \"CD\", on = 2026-11-20 }"), "{line}");
}

#[test]
fn a_typo_that_was_mended_leaves_the_translations_as_they_are() {
    let sandbox = project();
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay waht you like.");
    STEPS.iter().for_each(|step| sign(&sandbox, step));
    sandbox.replace(ENGLISH, "Pay waht you like.", "Pay what you like.");
    let stale = ["stale shop-pay"];
    assert_reasons(&sandbox, "mended", &["not-approved shop-pay"], &stale);
    let diff = sandbox.run(&["translations", "diff"]);
    assert_eq!(diff.stdout, "shop-pay (stale in `nl`)\n  Pay [-waht-]{+what+} you like.\n");
    for (command, fault) in [
        ("accept shop-pay --by CD --reason _", ""),
        ("accept shop-pay --by EF --reason typo", "`EF` may not review in `en`"),
        ("accept shop-pai --by CD --reason typo", "the source language has no message `shop-pai`"),
    ] {
        if !fault.is_empty() {
            let ran = run(&sandbox, command);
            assert_eq!(ran.code, 1, "{command}");
            assert!(ran.stderr.contains(fault), "{command}: {}", ran.stderr);
        }
    }
    let ran = run(&sandbox, "accept shop-pay --by CD --reason typo");
    assert_eq!(ran.stdout, "shop-pay: Pay [-waht-]{+what+} you like.\n  stands in `nl`\n");
    // The source itself was edited: it is signed anew, and with it the translation counts again.
    let (english, dutch) = (["not-approved shop-pay"], ["source-not-approved shop-pay"]);
    assert_reasons(&sandbox, "accepted", &english, &dutch);
    for step in &STEPS[..3] {
        sign(&sandbox, step);
    }
    assert_reasons(&sandbox, "signed again", &[], &[]);
    let line = sandbox.read(DUTCH_RECORD);
    assert!(
        line.contains("accepted = { by = \"CD\", on = 2026-11-20, reason = \"typo\", read-beside = \"Pay waht you like.\" }"),
        "{line}"
    );
}

#[test]
fn a_change_of_meaning_is_no_typo() {
    for (old, new, why) in [
        ("Pay what you like.", "Pay 5 if you like.", "a number changed"),
        ("Pay what you like.", "Do not pay what you like.", "a negation changed"),
        ("Pay what you like.", "Pay <b>what</b> you like.", "markup changed"),
        ("Pay what you like.", "Pay { $years } you like.", "what is filled in changed"),
        ("Pay what you like.", "Pay what you owe.", "the word `like` became `owe`"),
    ] {
        let sandbox = approved();
        sandbox.replace(ENGLISH, old, new);
        let record = sandbox.read(DUTCH_RECORD);
        let ran = run(&sandbox, "accept shop-pay --by CD --reason typo");
        assert_eq!(ran.code, 1, "{new}");
        assert!(ran.stderr.contains(why), "{new}: {}", ran.stderr);
        assert_eq!(sandbox.read(DUTCH_RECORD), record);
    }
}

#[test]
fn the_status_counts_languages_and_editions() {
    let sandbox = approved();
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay what you can.");
    let ran = sandbox.run(&["translations", "status", "--long"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    snapbox::assert_data_eq!(
        ran.stdout.as_str(),
        str![[r#"
note (source: en)
  language edition      words  messages  missing  stale  draft  reviewed  approved
  en       all             34         8        0      0      1         0         7
           short           34         8        0      0      1         0         7  draft
           draft: shop-pay
  nl       all             34         8        0      1      0         0         7
           short           34         8        0      1      0         0         7  draft
           stale: shop-pay

"#]]
    );
    let json = sandbox.run(&["translations", "status", "--format", "json", "--lang", "nl"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    let dutch = &json["languages"][0];
    assert_eq!((dutch["stale"].as_u64(), dutch["approved"].as_u64()), (Some(1), Some(7)));
    assert_eq!(dutch["by_state"]["stale"], serde_json::json!(["shop-pay"]));
    assert_eq!(dutch["editions"][0]["state"], "draft");
}

#[test]
fn the_status_names_signatures_that_no_longer_count() {
    let sandbox = approved();
    sandbox.replace(PEOPLE, "may = [\"legal\"]", "may = []");
    let ran = sandbox.run(&["translations", "status"]);
    let told = "4 signatures of `GH` (legal, `en`) no longer count: `GH` may not sign for the law";
    assert!(ran.stdout.contains(told), "{}", ran.stdout);
}

#[test]
fn who_reads_an_edition_signs_what_it_shows() {
    let sandbox = project();
    // A second edition, with a text that the leaflet does not show.
    sandbox.replace(
        BROCHURE,
        "[[section]]\nid = \"cover\"",
        "[edition.sheet]\nform = \"leaflet\"\npanels = 2\npage = { width = \"99mm\", height = \"210mm\" }\ntext-size = \"9.4pt\"\n\n[[section]]\nid = \"cover\"",
    );
    sandbox.replace(
        BROCHURE,
        "  { paragraph = \"shop-text\" },",
        "  { paragraph = \"shop-text\" },\n  { paragraph = \"sheet-only\", editions = [\"sheet\"] },",
    );
    for language in ["en", "nl"] {
        sandbox
            .append(&format!("translations/{language}/note.ftl"), "sheet-only = Open on Friday\n");
        // Words of the program that no page shows.
        sandbox.append(
            &format!("translations/{language}/common.ftl"),
            "order-date = Date\nsite-leave = Leave\n",
        );
    }
    let signed = |command: &str| -> Vec<String> {
        let ran = run(&sandbox, command);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{command}: {}", ran.stdout);
        let lines = ran.stdout.lines().filter_map(|line| line.split_once(": "));
        lines.map(|(id, _)| id.to_owned()).filter(|id| id != "en").collect()
    };
    let of_leaflet = signed("review --lang en --by CD --writer AB --all --edition short --dry-run");
    let status = sandbox.run(&["translations", "status", "--lang", "en", "--format", "json"]);
    let status: serde_json::Value = serde_json::from_str(&status.stdout).unwrap();
    let editions = status["languages"][0]["editions"].as_array().unwrap();
    let short = editions.iter().find(|edition| edition["edition"] == "short").unwrap();
    assert_eq!(short["messages"], of_leaflet.len(), "{short}");
    assert!(of_leaflet.contains(&"shop-text".to_owned()), "{of_leaflet:?}");
    for other in ["sheet-only", "order-date", "site-leave"] {
        assert!(!of_leaflet.contains(&other.to_owned()), "{of_leaflet:?}");
    }
    let both = signed("review --lang en --by CD --writer AB --all --edition short,sheet --dry-run");
    assert_eq!(both.len(), of_leaflet.len() + 1);
    // The same for who approves; without `--all` the edition itself is signed.
    sign(&sandbox, "review --lang en --by CD --writer AB --all --edition short");
    sign(&sandbox, "approve --legal --lang en --by GH --all --edition short");
    assert_eq!(signed("approve --lang en --by EF --all --edition short"), of_leaflet);
    let ran = run(&sandbox, "review --lang en --by CD --writer AB --all --edition shrt");
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(
        ran.stderr.contains("no edition `shrt`") && ran.stderr.contains("did you mean `short`?")
    );
    assert_eq!(run(&sandbox, "review --lang en --by CD --edition short shop-text").code, 2);
    let ran = run(&sandbox, "approve --legal --lang en --by GH --edition short");
    assert!(ran.stderr.contains("`--legal` signs texts"), "{ran:?}");
}
