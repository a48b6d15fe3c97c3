//! Copyfitting: the largest setting at which everything fits, one for the whole language edition.

use serde_json::Value;
use snapbox::data::Inline;
use snapbox::str;

use crate::support::Sandbox;
use crate::support::shipped::{languages, shipped};

const BROCHURE: &str = "brochures/note/brochure.toml";
const DUTCH: &str = "translations/nl/note.ftl";

/// The small project, whose leaflet may give way.
fn yielding(fit: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "text-size = \"9.4pt\"",
        &format!("text-size = \"10pt\"\nfit = {fit}"),
    );
    sandbox
}

/// A Dutch text of so many sentences in the place of a short one.
fn lengthen(sandbox: &Sandbox, sentences: usize) {
    sandbox.replace(DUTCH, "Betaal wat u wilt.", &"Betaal wat u wilt en kunt. ".repeat(sentences));
}

/// The setting of the Dutch leaflet, and how full its fullest panel is.
fn setting(sandbox: &Sandbox) -> (Value, f64) {
    let ran = sandbox.run(&["check", "--lang", "nl", "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    let file = &report["files"][0];
    let panels = file["panels"].as_array().unwrap().iter();
    let fullest = panels.map(|panel| panel["fill"].as_f64().unwrap()).fold(0.0, f64::max);
    (file["setting"].clone(), fullest)
}

fn size(setting: &Value) -> f64 {
    setting["size"].as_f64().unwrap()
}

#[test]
fn what_has_room_keeps_its_measures() {
    let sandbox = yielding("{ size = \"9pt\", block = 0.6 }");
    let (setting, fullest) = setting(&sandbox);
    assert_eq!(
        (size(&setting), &setting["block"], &setting["runs"]),
        (10.0, &1.0.into(), &1.into())
    );
    assert!(fullest < 1.0);
}

#[test]
fn measures_give_way_in_their_order_and_no_further_than_needed() {
    let mut sizes = Vec::new();
    for sentences in [40, 55, 58, 60, 62, 64, 66] {
        let sandbox = yielding("{ order = [\"block\", \"size\"], size = \"9pt\", block = 0.6 }");
        lengthen(&sandbox, sentences);
        let (found, fullest) = setting(&sandbox);
        assert!(fullest <= 1.0, "{sentences}: {found} {fullest}");
        // The size does not change before the space around blocks has given all it may.
        assert!(size(&found) == 10.0 || found["block"] == 0.6, "{found}");
        sizes.push(size(&found));
        // The next larger size does not fit.
        if size(&found) < 10.0 {
            let larger = format!("{:.1}pt", size(&found) + 0.1);
            sandbox.replace(BROCHURE, "text-size = \"10pt\"", &format!("text-size = \"{larger}\""));
            sandbox.replace(
                BROCHURE,
                "size = \"9pt\", block",
                &format!("size = \"{larger}\", block"),
            );
            let (_, fullest) = setting(&sandbox);
            assert!(fullest > 1.0, "{sentences}: {larger} fits too");
        }
    }
    assert!(sizes.is_sorted_by(|one, other| one >= other), "{sizes:?}");
    assert!(sizes[0] == 10.0 && *sizes.last().unwrap() < 9.8, "{sizes:?}");
}

#[test]
fn one_setting_holds_for_all_panels_and_is_told() {
    let sandbox = yielding("{ order = [\"size\"], size = \"9pt\" }");
    lengthen(&sandbox, 66);
    let (found, _) = setting(&sandbox);
    assert!(size(&found) < 10.0);
    let ran = sandbox.run(&["build", "--lang", "nl", "--explain"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let row = ran.stdout.lines().find(|line| line.contains(" nl ")).unwrap();
    assert!(row.contains(&format!("{}pt", size(&found))) && row.contains("`shop`"), "{row}");
    let manifest = sandbox.manifest("note");
    assert_eq!(manifest["files"][0]["setting"]["size"], found["size"]);
    let ran =
        sandbox.run(&["typst", "note", "--lang", "nl", "--edition", "short", "--output", "source"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let written = sandbox.read("source/setting.typ");
    assert!(written.contains(&format!("size: {}pt, leading: 1.38", size(&found))), "{written}");
}

#[test]
fn below_the_least_setting_it_is_an_error() {
    let sandbox = yielding("{ size = \"9.5pt\" }");
    lengthen(&sandbox, 90);
    let (found, fullest) = setting(&sandbox);
    assert_eq!(size(&found), 9.5);
    assert!(fullest > 1.0);
    sandbox.assert_faults(str![[r#"
warning[overlap]: `draft-line` and `shop-pay` lie over each other: page 3, 16 mm from the left and 201 mm from the top (note, edition `short`, `nl`)
 --> translations/nl/common.ftl:1:1
  |
1 | draft-line = Ontwerp: niet verspreiden
  | ^^^^^^^^^^
  |
  = help: shorten the text, or mend the template that placed it

error[overset]: panel 2 (`shop`) is too full by 36 mm: about 8 lines, 406 characters, must go (note, edition `short`, `nl`)
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u ...
   | ^^^^^^^^
   |
   = help: shorten its texts, move a block, or let the measures in `fit` give way further
   = help: grown most against `en`: `shop-text` (+18 %)

error[outside-trim]: `shop-pay` reaches 7.2 mm beyond the edge of the page: page 3, 16 mm from the left and 215 mm from the top (note, edition `short`, `nl`)
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u ...
   | ^^^^^^^^
   |
   = help: shorten the text, or mend the template that placed it

warning[outside-safe]: `shop-pay` is 2.1 mm from the edge of the page, 3 mm are needed: page 3, 16 mm from the left and 205 mm from the top (note, edition `short`, `nl`)
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u ...
   | ^^^^^^^^
   |
   = help: shorten the text, or mend the template that placed it
"#]]);
    assert!(!sandbox.exists("output"));
}

/// Makes sure that `check` finds this in the small project with another `fit`.
#[track_caller]
fn expect(fit: &str, expected: Inline) {
    let sandbox = Sandbox::of("small");
    let rows = format!("text-size = \"10pt\"\nfit = {fit}");
    sandbox.replace(BROCHURE, "text-size = \"9.4pt\"", &rows);
    sandbox.assert_faults(expected);
}

#[test]
fn a_size_that_strains_the_eyes() {
    expect(
        "{ size = \"8.5pt\" }",
        str![[r#"
error: running text of a leaflet must not be smaller than 9pt
  --> brochures/note/brochure.toml:17:16
   |
17 | fit = { size = "8.5pt" }
   |                ^^^^^^^
   |
   = help: name a larger size; a text that needs more room than that is too long
"#]],
    );
    let sandbox = yielding("{ size = \"8.5pt\" }");
    assert_eq!(sandbox.run(&["build"]).code, 1);
    assert_eq!(sandbox.pdfs("note"), [""; 0], "what can't be read is not made");
}

#[test]
fn a_least_measure_above_the_own() {
    expect(
        "{ leading = 1.5 }",
        str![[r#"
error: the least `leading` is 1.5, but the edition's own is 1.38
  --> brochures/note/brochure.toml:17:19
   |
17 | fit = { leading = 1.5 }
   |                   ^^^
   |
   = help: `fit` says how far a measure may give way: name a smaller one, or leave it out
"#]],
    );
}

#[test]
fn an_order_that_names_what_is_no_measure() {
    expect(
        "{ block = 0.8, order = [\"blok\"] }",
        str![[r#"
error: a measure is `blok`, which is none of `block`, `paragraph`, `leading` and `size`
  --> brochures/note/brochure.toml:17:31
   |
17 | fit = { block = 0.8, order = ["blok"] }
   |                               ^^^^^^
   |
   = help: did you mean `block`?
"#]],
    );
}

#[test]
fn a_measure_that_gives_way_twice() {
    expect(
        "{ block = 0.8, order = [\"block\", \"block\"] }",
        str![[r#"
error: a measure gives way once
  --> brochures/note/brochure.toml:17:40
   |
17 | fit = { block = 0.8, order = ["block", "block"] }
   |                                        ^^^^^^^
"#]],
    );
}

#[test]
fn a_booklet_of_too_many_pages() {
    let sandbox = Sandbox::of("allotment");
    let file = "brochures/allotment/brochure.toml";
    sandbox.replace(file, "text-size = \"10.5pt\"", "pages = 4\ntext-size = \"10.5pt\"");
    sandbox.assert_faults(str![[r#"
error[page-count]: the edition may have 4 pages but 8 came out (allotment, edition `handbook`, `en`)
  --> brochures/allotment/brochure.toml:12:10
   |
12 | [edition.handbook]
   |          ^^^^^^^^
   |
   = help: shorten texts, let the measures in `fit` give way further, or allow more `pages`

error[page-count]: the edition may have 4 pages but 8 came out (allotment, edition `handbook`, `ar`)
  --> brochures/allotment/brochure.toml:12:10
   |
12 | [edition.handbook]
   |          ^^^^^^^^
   |
   = help: shorten texts, let the measures in `fit` give way further, or allow more `pages`
"#]]);
}

/// The sizes of an edition of the shipped brochure, by language.
fn shipped_sizes(edition: &str) -> Vec<(&'static str, f64)> {
    let manifest = shipped().manifest("partner-violence");
    let files = manifest["files"].as_array().unwrap();
    let size = |language| {
        let file = files
            .iter()
            .find(|file| file["edition"] == edition && file["languages"][0] == language)
            .unwrap();
        (language, file["setting"]["size"].as_f64().unwrap())
    };
    languages().map(size).collect()
}

#[test]
fn the_languages_of_the_shipped_brochure_are_set_as_large_as_their_texts_allow() {
    // What may lie between the longest and the shortest language.
    for (edition, least, between) in
        [("short", 9.3, 1.0), ("full", 10.0, 1.2), ("large", 18.0, 0.0)]
    {
        let sizes = shipped_sizes(edition);
        let (mut lowest, mut highest) = (f64::INFINITY, 0.0_f64);
        for (language, size) in &sizes {
            assert!(*size >= least, "{edition} {language}: {size}");
            (lowest, highest) = (lowest.min(*size), highest.max(*size));
        }
        assert!(highest - lowest <= between + 1e-9, "{edition}: {sizes:?}");
    }
}
