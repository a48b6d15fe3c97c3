//! Which files of releases carry what a fact says no more.
//!
//! What must not happen: a file that carries an old number is not named, or all files are named whatever they carry.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;
use snapbox::str;

use crate::releases::{parsed, release};
use crate::support::Sandbox;
use crate::support::outside::{output, outside};

const FACTS: &str = "brochures/note/facts.toml";
const ENGLISH: &str = "translations/en/note.ftl";
const DUTCH: &str = "translations/nl/note.ftl";

/// The PDFs of a build whose text holds some words, by path below the output folder.
fn holding(sandbox: &Sandbox, words: &str) -> BTreeSet<String> {
    let pdfs = sandbox.files("output").into_iter().filter(|path| path.ends_with(".pdf"));
    let squeezed = |text: &str| text.split(|c: char| c.is_whitespace()).collect::<String>();
    let holds = |path: &String| {
        let mut program = Command::new("pdftotext");
        let (text, _) = output(program.arg("-raw").arg(sandbox.path(path)).arg("-"));
        squeezed(&text).contains(&squeezed(words))
    };
    pdfs.filter(holds).map(|path| path.trim_start_matches("output/").to_owned()).collect()
}

/// The files that are recalled.
fn recalled(found: &Value) -> BTreeSet<String> {
    let rows = found["recalled"].as_array().unwrap().iter();
    let files = rows.flat_map(|row| row["files"].as_array().unwrap());
    files.map(|file| file.as_str().unwrap().to_owned()).collect()
}

#[test]
fn exactly_the_files_that_carry_an_old_number_are_recalled() {
    if outside("pdftotext").is_none() {
        return;
    }
    let facts = "brochures/lantern-festival/facts.toml";
    let structure = "brochures/lantern-festival/brochure.toml";
    let sandbox = Sandbox::of("neighbours");
    // Of the two editions one shows the fire watch, and both the office.
    sandbox.replace(
        structure,
        "{ contacts = { need = \"danger\" }, style = \"banner\", title = \"contacts-danger\" },",
        "{ contacts = { need = \"danger\" }, style = \"banner\", title = \"contacts-danger\", editions = [\"leaflet\"] },",
    );
    release(&sandbox, "2.2", "2026-11-30");
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let all = holding(&sandbox, "");
    assert_eq!(all.len(), 5, "{all:?}");
    for (fact, was, now) in [
        ("fire-watch", "199", "198"),
        ("festival-office", "0555 10 20 30", "0555 10 20 39"),
        ("stand-desk", "Lantern Street 7", "Lantern Street 9"),
    ] {
        let carrying = holding(&sandbox, was);
        assert!(!carrying.is_empty(), "{was}");
        assert_eq!(recalled(&parsed(&sandbox, 0, &["recall", fact])), BTreeSet::new(), "{fact}");
        sandbox.replace(facts, &format!("\"{was}\""), &format!("\"{now}\""));
        let found = parsed(&sandbox, 1, &["recall", fact]);
        assert_eq!(recalled(&found), carrying, "{fact}");
        assert_eq!(found["recalled"][0]["was"], was);
        assert_eq!(found["recalled"][0]["now"], now);
        assert_eq!(found["recalled"][0]["release"], "2.2");
        sandbox.replace(facts, &format!("\"{now}\""), &format!("\"{was}\""));
    }
    assert_ne!(holding(&sandbox, "199"), all);
    assert_ne!(holding(&sandbox, "0555 10 20 30"), holding(&sandbox, "199"));
    // Another part of the same fact is another matter.
    sandbox.replace(facts, "hello@lantern.example", "hi@lantern.example");
    let carrying = holding(&sandbox, "hello@lantern.example");
    assert_eq!(
        recalled(&parsed(
            &sandbox,
            i32::from(!carrying.is_empty()),
            &["recall", "festival-office"]
        )),
        carrying
    );
    assert_eq!(
        recalled(&parsed(&sandbox, 0, &["recall", "festival-office-phone"])),
        BTreeSet::new()
    );
}

#[test]
fn files_in_two_languages_are_recalled_too() {
    if outside("pdftotext").is_none() {
        return;
    }
    let facts = "brochures/lantern-festival/facts.toml";
    let structure = "brochures/lantern-festival/brochure.toml";
    let sandbox = Sandbox::of("neighbours");
    sandbox.replace(structure, "[edition.leaflet]\n", "[edition.leaflet]\npairs = [\"en+ar\"]\n");
    release(&sandbox, "2.2", "2026-11-30");
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let carrying = holding(&sandbox, "0555 10 20 30");
    assert!(carrying.iter().any(|path| path.contains("/en_ar/")), "{carrying:?}");
    sandbox.replace(facts, "0555 10 20 30", "0555 10 20 39");
    assert_eq!(recalled(&parsed(&sandbox, 1, &["recall", "festival-office"])), carrying);
}

#[test]
fn each_release_is_recalled_for_what_it_said() {
    let sandbox = Sandbox::of("small");
    release(&sandbox, "1.9", "2026-11-24");
    sandbox.replace(FACTS, "number = 3", "number = 4");
    release(&sandbox, "1.10", "2026-11-24");
    sandbox.replace(FACTS, "number = 4", "number = 5");
    let found = parsed(&sandbox, 1, &["recall", "years"]);
    let rows = found["recalled"].as_array().unwrap().iter();
    let rows: Vec<_> = rows
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap();
            (text("release"), text("language"), text("was"), text("now"))
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("1.9", "en", "3", "5"),
            ("1.9", "nl", "3", "5"),
            ("1.10", "en", "4", "5"),
            ("1.10", "nl", "4", "5")
        ]
    );
    // What was right once is right again.
    sandbox.replace(FACTS, "number = 5", "number = 3");
    let found = parsed(&sandbox, 1, &["recall", "years"]);
    assert!(found["recalled"].as_array().unwrap().iter().all(|row| row["release"] == "1.10"));
    let listed = parsed(&sandbox, 0, &["facts"]);
    assert_eq!(listed["facts"][1]["changed_since"], "1.10");
}

#[test]
fn a_fact_that_is_gone_is_recalled() {
    let sandbox = Sandbox::of("small");
    release(&sandbox, "1.1", "2026-11-30");
    let text = sandbox.read(FACTS);
    sandbox.write(FACTS, text.split("[value.years]").next().unwrap());
    for (path, text) in [(ENGLISH, "shop-text = Ask.\n"), (DUTCH, "shop-text = Vraag.\n")] {
        let before = sandbox.read(path);
        let kept: Vec<&str> = before.split("shop-text =").collect();
        let rest = kept[1].split_once("\n\n").map_or("", |(_, rest)| rest);
        let rest = if rest.is_empty() {
            kept[1].split_once("\nshop-").map_or(String::new(), |(_, rest)| format!("shop-{rest}"))
        } else {
            rest.to_owned()
        };
        sandbox.write(path, format!("{}{text}{rest}", kept[0]));
    }
    let ran = sandbox.run(&["recall", "years"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""), "{ran:?}");
    assert_eq!(
        ran.stdout,
        "1.1 of 2026-11-30
  short/en, draft
    number: 3 -> nothing
    note/en/note-short-en-screen-draft.pdf
  short/nl, draft
    number: 3 -> nothing
    note/nl/note-short-nl-screen-draft.pdf
2 files to recall
"
    );
    sandbox.run(&["recall", "yeers"]).assert(
        2,
        str![[r#"
error: no fact `yeers`
 |
 = help: did you mean `years`?
"#]],
    );
}

#[test]
fn another_code_of_the_country_is_another_number() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "[needs]", "calling-code = \"+32\"\n\n[needs]");
    release(&sandbox, "1.1", "2026-11-30");
    sandbox.replace(FACTS, "\"+32\"", "\"+33\"");
    let found = parsed(&sandbox, 1, &["recall", "shop-dialled"]);
    assert_eq!(found["recalled"][0]["was"], "+32123456789");
    assert_eq!(found["recalled"][0]["now"], "+33123456789");
}

#[test]
fn a_form_in_one_language_is_recalled_in_that_language() {
    let sandbox = Sandbox::of("small");
    let (one, two) = (
        "name = { en = \"Mill Lane Repair Shop\", nl = \"Molenwinkel\" }",
        "name = { en = \"Mill Lane Repair Shop\", nl = \"Molenhuis\" }",
    );
    sandbox.replace(FACTS, "name = { en = \"Mill Lane Repair Shop\" }", one);
    release(&sandbox, "1.1", "2026-11-30");
    sandbox.replace(FACTS, one, two);
    let found = parsed(&sandbox, 1, &["recall", "shop-name"]);
    assert_eq!(
        recalled(&found),
        BTreeSet::from(["note/nl/note-short-nl-screen-draft.pdf".to_owned()])
    );
}
