//! Discreet covers: what they show, what they keep back, and how their faults are told.

use std::process::Command;

use snapbox::str;

use crate::support::outside::{output, outside};
use crate::support::shipped::{BROCHURE, languages};
use crate::support::{Sandbox, page_texts};

const STRUCTURE: &str = "brochures/partner-violence/brochure.toml";
const SMALL: &str = "brochures/allotment/brochure.toml";

/// The editions, and the line of each after which a key can stand.
const EDITIONS: [(&str, &str); 3] =
    [("short", "[edition.short]\n"), ("full", "[edition.full]\n"), ("large", "[edition.large]\n")];

/// Stems of words that tell what the brochure is about, or for whom it is.
const TELLING: [&str; 25] = [
    "violen",
    "geweld",
    "partner",
    "partenaire",
    "pareja",
    "companheir",
    "maltrat",
    "насили",
    "партнёр",
    "больно",
    "şiddet",
    "partneri",
    "عنف",
    "للأذى",
    "شريك",
    "droits",
    "recht",
    "rights",
    "derechos",
    "direitos",
    "права",
    "haklar",
    "حقوق",
    "mal",
    "daño",
];

/// The shipped brochure with discreet covers.
fn discreet() -> Sandbox {
    let sandbox = Sandbox::shipped();
    for (_, table) in EDITIONS {
        sandbox.replace(STRUCTURE, table, &format!("{table}cover = \"discreet\"\n"));
    }
    sandbox
}

/// The words of a text that begin with a telling stem.
pub(crate) fn telling(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    let tells = |word: &&str| {
        TELLING.iter().any(|stem| word.starts_with(stem) && (*stem != "mal" || *word == "mal"))
            // The Arabic article, and what is joined to it, stands before the stem.
            || ["عنف", "شريك", "حقوق"].iter().any(|stem| word.contains(stem))
    };
    words.filter(tells).map(str::to_owned).collect()
}

#[test]
fn a_discreet_cover_tells_nothing_in_any_language() {
    let (open, discreet) = (Sandbox::shipped(), discreet());
    let (open, closed) = (open.load(BROCHURE), discreet.load(BROCHURE));
    for (edition, _) in EDITIONS {
        for language in languages() {
            let cover = open.resolve(edition, language).manuscript.sections.remove(0);
            let shown = cover.blocks.iter().flat_map(|block| block.kind.passages());
            let before: String =
                cover.title.iter().chain(shown).map(|it| it.plain() + " ").collect();
            assert_ne!(telling(&before), [""; 0], "{edition}, {language}: an open cover tells");
            let resolved = closed.resolve(edition, language);
            assert_eq!(resolved.manuscript.sections[0].blocks, [], "{edition}, {language}");
            // What is left stands on the cover of the leaflet in every language. Booklets have the same: two languages,
            // one for each direction, are enough.
            if edition != "short" && !["fr", "ar"].contains(&language) {
                continue;
            }
            let after = page_texts(&closed.pages(edition, language)).remove(0);
            assert_eq!(telling(&after), [""; 0], "{edition}, {language}: {after}");
            let squeezed = |text: &str| text.replace([' ', '\u{A0}'], "");
            let title = squeezed(&resolved.text("document-title"));
            assert!(squeezed(&after).contains(&title), "{edition}, {language}: {after}");
            // The names of the languages stay: they help to find the right copy.
            for autonym in ["Français", "Nederlands", "Русский"] {
                assert!(after.contains(autonym), "{edition}, {language}: {after}");
            }
        }
    }
}

#[test]
fn only_the_cover_changes() {
    let (open, discreet) = (Sandbox::shipped(), discreet());
    let (open, closed) = (open.load(BROCHURE), discreet.load(BROCHURE));
    for (edition, _) in EDITIONS {
        let pages = page_texts(&open.pages(edition, "fr"));
        assert_eq!(pages[1..], page_texts(&closed.pages(edition, "fr"))[1..], "{edition}");
    }
}

#[test]
fn the_first_bookmark_is_neutral_too() {
    let sandbox = discreet();
    let ran = sandbox.run(&["build", "--lang", "fr,ar", "--profile", "screen"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    for (edition, _) in EDITIONS {
        for (language, title) in [("fr", "Informations pratiques"), ("ar", "معلومات عملية")]
        {
            if outside("mutool").is_none() {
                return;
            }
            let name = format!("info-pratique-{edition}-{language}-screen-draft.pdf");
            let file =
                sandbox.path(&format!("{}/{language}", sandbox.folder_of(BROCHURE))).join(name);
            let mut mutool = Command::new("mutool");
            let (outline, _) = output(mutool.arg("show").arg(file).arg("outline"));
            let first = outline.lines().next().unwrap();
            assert!(first.contains(title), "{edition}, {language}: {first}");
        }
    }
}

#[test]
fn what_stands_in_a_slot_stays_on_a_discreet_cover() {
    let sandbox = discreet();
    sandbox.replace(
        STRUCTURE,
        "  { paragraph = \"cover-question\", style = \"lead\" },\n",
        "  { paragraph = \"cover-question\", style = \"lead\" },\n  { paragraph = \"colophon-publisher\", style = \"small\", slot = \"publisher\" },\n",
    );
    let cover = sandbox.load(BROCHURE).resolve("short", "nl").manuscript.sections.remove(0);
    let shown: Vec<&str> = cover
        .blocks
        .iter()
        .flat_map(|block| block.kind.passages())
        .map(|passage| passage.origin.name())
        .collect();
    assert_eq!(shown, ["colophon-publisher"]);
}

#[test]
fn a_cover_without_a_discreet_title_can_not_be_discreet() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(SMALL, "form = \"booklet\"\n", "form = \"booklet\"\ncover = \"discreet\"\n");
    sandbox.assert_faults(str![[r#"
error: the cover of the edition `handbook` can't be discreet: the section `cover` has no `discreet`
  --> brochures/allotment/brochure.toml:14:9
   |
14 | cover = "discreet"
   |         ^^^^^^^^^^
   |
   = help: name there the message that stands in the place of the title, such as that of the neutral `title`
"#]]);
}

#[test]
fn an_edition_without_a_cover_can_not_have_a_discreet_one() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(SMALL, "form = \"booklet\"\n", "form = \"booklet\"\ncover = \"discreet\"\n");
    sandbox.replace(SMALL, "layout = \"cover\"\n", "");
    sandbox.assert_faults(str![[r#"
error: the edition `handbook` has no cover that could be discreet
  --> brochures/allotment/brochure.toml:14:9
   |
14 | cover = "discreet"
   |         ^^^^^^^^^^
   |
   = help: a cover is a section with `layout = "cover"`
"#]]);
}

#[test]
fn only_a_cover_has_a_discreet_title() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(SMALL, "layout = \"back\"\n", "layout = \"back\"\ndiscreet = \"plot-title\"\n");
    sandbox.assert_faults(str![[r#"
error: unknown key `discreet` in the section `back`
  --> brochures/allotment/brochure.toml:80:1
   |
80 | discreet = "plot-title"
   | ^^^^^^^^
   |
   = help: known keys are `id`, `layout`, `title`, `joined`, `editions`, `languages`, `regions`, `slot`, `legal` and `blocks`
"#]]);
}

#[test]
fn a_cover_is_open_or_discreet() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(SMALL, "form = \"booklet\"\n", "form = \"booklet\"\ncover = \"discrete\"\n");
    sandbox.assert_faults(str![[r#"
error: `cover` is `discrete`, which is none of `open` and `discreet`
  --> brochures/allotment/brochure.toml:14:9
   |
14 | cover = "discrete"
   |         ^^^^^^^^^^
   |
   = help: did you mean `discreet`?
"#]]);
}

#[test]
fn a_cover_can_be_discreet_in_one_profile_and_open_in_another() {
    let sandbox = Sandbox::shipped();
    for (_, table) in EDITIONS {
        let cover = "cover = { screen = \"discreet\", office = \"open\" }\n";
        sandbox.replace(STRUCTURE, table, &format!("{table}{cover}"));
    }
    let ran = sandbox.run(&["build", "--lang", "fr"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    for (edition, _) in EDITIONS {
        for (profile, is_discreet) in [("screen", true), ("office", false)] {
            let name = format!("info-pratique-{edition}-fr-{profile}-draft.pdf");
            let files = sandbox.files("output");
            let file = files.iter().find(|file| file.ends_with(&name)).unwrap();
            let file = sandbox.path(file);
            let Some(mut program) = outside("pdftotext") else { return };
            let (text, _) = output(program.args(["-f", "1", "-l", "1"]).arg(file).arg("-"));
            // Imposed sheets have other pages beside the cover: there its title tells.
            let tells = text.contains("Vivre sans");
            assert_eq!(tells, !is_discreet, "{edition}, {profile}: {text}");
        }
    }
    // Nothing is made again, and nothing is lost, by the next run.
    let again = sandbox.run(&["build", "--lang", "fr"]);
    assert!(again.code == 0 && again.stdout.ends_with("11 unchanged\n"), "{again:?}");
}

#[test]
fn the_profiles_of_a_discreet_cover_are_those_that_there_are() {
    let sandbox = Sandbox::of("allotment");
    let cover = "form = \"booklet\"\ncover = { web = \"discreet\", screen = \"shut\" }\n";
    sandbox.replace(SMALL, "form = \"booklet\"\n", cover);
    sandbox.assert_faults(str![[r#"
error: unknown key `web` in `cover`
  --> brochures/allotment/brochure.toml:14:11
   |
14 | cover = { web = "discreet", screen = "shut" }
   |           ^^^
   |
   = help: known keys are `screen`, `print`, `office` and `proof`

error: `screen` is `shut`, which is none of `open` and `discreet`
  --> brochures/allotment/brochure.toml:14:38
   |
14 | cover = { web = "discreet", screen = "shut" }
   |                                      ^^^^^^
"#]]);
}
