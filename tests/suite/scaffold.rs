//! New brochures and languages: what a newcomer gets with the program alone.

use std::collections::BTreeMap;
use std::fs;

use snapbox::str;

use crate::support::{Ran, Sandbox};

/// Languages whose example texts ship.
const WRITTEN: [&str; 3] = ["en", "fr", "nl"];

/// The other languages of the shipped brochure: what all brochures share is there.
const SHARED: [&str; 5] = ["ar", "es", "pt", "ru", "tr"];

/// Makes a project in an empty folder.
fn new(arguments: &[&str]) -> Sandbox {
    let sandbox = Sandbox::empty();
    let ran = sandbox.run(&[&["new", "repair-evening", "--on", "2026-11-29"], arguments].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    sandbox
}

/// All files of a project with their bytes, without those that lock it.
fn contents(sandbox: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    let files = sandbox.files("").into_iter().filter(|path| !path.starts_with(".feuillet/"));
    files.map(|path| (path.clone(), sandbox.read_bytes(&path))).collect()
}

/// Makes sure that the program could not do what was asked, and that nothing has changed.
#[track_caller]
fn assert_refused(sandbox: &Sandbox, arguments: &[&str], says: &str) {
    let before = contents(sandbox);
    let ran = sandbox.run(arguments);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains(says), "{says}\n{}", ran.stderr);
    assert_eq!(contents(sandbox), before, "{arguments:?}");
}

#[track_caller]
fn wanted(ran: &Ran) -> Vec<String> {
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let wanted = report["wanted"].as_array().unwrap().iter();
    wanted.map(|wanted| wanted.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_new_brochure_builds_clean() {
    for (form, editions) in [
        ("leaflet", vec!["leaflet"]),
        ("booklet", vec!["booklet"]),
        ("both", vec!["booklet", "leaflet"]),
    ] {
        for language in WRITTEN {
            let sandbox = new(&["--form", form, "--source-language", language]);
            sandbox.build_clean();
            let names: Vec<String> = editions
                .iter()
                .flat_map(|edition| {
                    ["office", "print", "screen"].map(|profile| {
                        format!("{language}/info-{edition}-{language}-{profile}-draft.pdf")
                    })
                })
                .collect();
            assert_eq!(sandbox.pdfs("repair-evening"), names, "{form} {language}");
            assert_eq!(sandbox.run(&["check"]).stderr, "");
        }
    }
}

/// What is wrong with the scaffold is warned of, so a test that only asks for an exit code would not notice: here the texts
/// are English, and marked as such.
#[test]
fn every_language_can_be_the_source() {
    for language in SHARED {
        let sandbox = new(&["--form", "both", "--source-language", language]);
        sandbox.build_clean();
        let texts = sandbox.read(&format!("translations/{language}/repair-evening.ftl"));
        assert!(texts.contains("cover-title = <span lang=\"en\">Title"), "{texts}");
    }
    // Polish has no texts that all brochures share: English stands in, and that is told.
    let sandbox = new(&["--source-language", "pl"]);
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.contains("`pl` lacks"), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("warning").count(), 1, "{}", ran.stderr);
}

#[test]
fn what_has_to_be_translated_is_told() {
    let sandbox = new(&["--languages", "nl,ar"]);
    let ran = sandbox.run(&["check"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let lacks = |language: &str| ran.stderr.contains(&format!("`{language}` lacks"));
    assert!(lacks("nl") && lacks("ar"), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("warning").count(), 2, "{}", ran.stderr);
    // Shared texts are there: they are in Arabic, in its own font.
    assert!(sandbox.exists("fonts/vazirmatn/Vazirmatn_700Bold.ttf"));
    assert!(sandbox.exists("fonts/vazirmatn/OFL.txt"));
    assert!(sandbox.read("translations/ar/common.ftl").contains("draft-line"));
    let texts = sandbox.read("translations/ar/repair-evening.ftl");
    assert!(texts.lines().all(|line| line.is_empty() || line.starts_with('#')), "{texts}");
    assert!(!new(&[]).exists("fonts/vazirmatn"));
}

#[test]
fn the_same_choices_make_the_same_files() {
    assert_eq!(contents(&new(&["--form", "both"])), contents(&new(&["--form", "both"])));
}

#[test]
fn nothing_is_signed_and_invented_facts_are_unverified() {
    let sandbox = new(&["--form", "both", "--languages", "nl"]);
    sandbox.build_clean_but_for_missing_texts();
    let facts = sandbox.read("brochures/repair-evening/facts.toml");
    assert!(!facts.lines().any(|line| line.starts_with("verified")), "{facts}");
    // They are due from the first day, so nobody can sign for them as they are.
    assert_eq!(facts.matches("review-by = 2026-11-28").count(), 2);
    let people: toml::Table = sandbox.read("brochures/repair-evening/people.toml").parse().unwrap();
    assert!(people.is_empty());
    assert!(!sandbox.files("").iter().any(|path| path.contains("/state/")));
    for file in sandbox.manifest("repair-evening")["files"].as_array().unwrap() {
        assert_eq!(file["state"], "draft", "{file}");
    }
}

/// Somebody in a hurry signs all that there is: invented facts must not be printed all the same.
#[test]
fn whoever_signs_everything_has_not_signed_the_examples() {
    let sandbox = new(&["--source-language", "en"]);
    let people = "[people.AB]\nmay = [\"review\", \"approve\", \"legal\"]\nnative = [\"en\"]\n[people.CD]\nmay = [\"translate\"]\n";
    sandbox.append("brochures/repair-evening/people.toml", people);
    let day = ["--by", "AB", "--on", "2026-11-29"];
    for command in [
        &["translations", "review", "--lang", "en", "--all", "--writer", "CD"][..],
        &["translations", "approve", "--lang", "en", "--all"],
        &["translations", "approve", "--lang", "en", "--edition", "leaflet"],
    ] {
        let ran = sandbox.run(&[command, &day].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    sandbox.run(&[&["facts", "verify", "example", "answer-days"][..], &day].concat());
    let listed = sandbox.run(&["list", "--long"]).stdout;
    let states: Vec<&str> = listed.lines().filter(|line| line.contains("leaflet")).collect();
    assert_eq!(states.len(), 3, "{listed}");
    assert!(states.iter().all(|state| state.contains("draft (2 fact-")), "{listed}");
}

/// A phone may be searched: the name and the title stay inside.
#[test]
fn names_and_metadata_are_neutral() {
    let sandbox = new(&["--title", "Leave him"]);
    sandbox.build_clean();
    assert!(
        sandbox.read("translations/fr/repair-evening.ftl").contains("cover-title = Leave him\n")
    );
    for path in sandbox.files("output") {
        assert!(!path.contains("repair") && !path.contains("Leave"), "{path}");
    }
    let pdf = sandbox.path("output/info/fr/info-leaflet-fr-screen-draft.pdf");
    let document = lopdf::Document::load(pdf).unwrap();
    let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let title = document.get_dictionary(info).unwrap().get(b"Title").unwrap();
    assert!(format!("{title:?}").contains("Informations"), "{title:?}");
}

#[test]
fn names_that_can_not_be_are_refused() {
    for name in ["Repair", "répair", "a/b", "..", "-a", "a-", "", "a b", "common", "con", "lpt1"] {
        let sandbox = Sandbox::empty();
        let ran = sandbox.run(&["new", "--", name]);
        assert_eq!(ran.code, 2, "{name} {ran:?}");
        assert_eq!(sandbox.files(""), [""; 0], "{name}");
    }
    Sandbox::empty().run(&["new", "Repair"]).assert(
        2,
        str![[r#"
error: `Repair` can't be the name of a brochure
 |
 = help: use small letters a to z, digits and hyphens between them: `repair-evening`
"#]],
    );
}

#[test]
fn unknown_languages_are_refused_and_say_what_to_do() {
    let sandbox = Sandbox::empty();
    for (arguments, says) in [
        (["--source-language", "fr-BE"], "did you mean `fr`?"),
        (["--languages", "nl,eo"], "add `[language.eo]` to `translations/languages.toml`"),
        (["--languages", "dutch language"], "`dutch language` is not a language tag"),
        (["--title", " "], "the title is a text of one line"),
    ] {
        assert_refused(&sandbox, &[&["new", "a"][..], &arguments].concat(), says);
    }
    // The folder that was named for it is not left behind either.
    let beside = sandbox.beside("other");
    let ran =
        sandbox.run(&["new", "a", "--languages", "eo", "--project", beside.to_str().unwrap()]);
    assert_eq!((ran.code, beside.exists()), (2, false), "{ran:?}");
}

#[test]
fn a_folder_with_other_files_is_no_place_for_a_project() {
    let sandbox = Sandbox::empty();
    sandbox.write("README.md", "mine").write(".git/HEAD", "ref").write("LICENSE", "mine");
    sandbox.run(&["new", "a"]);
    assert!(sandbox.exists("brochures/a/brochure.toml"));
    assert_eq!(sandbox.read("README.md"), "mine");

    let sandbox = Sandbox::empty();
    sandbox.write("letters.txt", "private");
    assert_refused(&sandbox, &["new", "a"], "it holds `letters.txt`");
}

#[test]
fn a_brochure_is_added_to_a_project() {
    let sandbox = new(&[]);
    sandbox.append("translations/fr/common.ftl", "\nspeaks-tr = en turc\n");
    let before = contents(&sandbox);
    let ran = sandbox.run(&["new", "second", "--languages", "nl", "--form", "booklet"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    let after = contents(&sandbox);
    for (path, bytes) in &before {
        assert_eq!(after.get(path), Some(bytes), "{path}");
    }
    assert!(sandbox.read("brochures/second/brochure.toml").contains("public-name = \"info-2\""));
    assert_eq!(sandbox.run(&["build"]).code, 0);
    assert_refused(&sandbox, &["new", "second"], "there is a folder `brochures/second` already");
    sandbox.write("translations/fr/third.ftl", "a = left behind\n");
    assert_refused(&sandbox, &["new", "third"], "there are texts in `translations/fr/third.ftl`");
}

#[test]
fn a_language_is_begun() {
    let sandbox = new(&[]);
    sandbox.build_clean();
    let path = "brochures/repair-evening/brochure.toml";
    let (before, structure) = (contents(&sandbox), sandbox.read(path));
    let ran = sandbox.run(&["translations", "new", "ar", "--format", "json"]);
    let wanted = wanted(&ran);
    assert!(
        wanted.iter().any(|text| text.contains("texts of `translations/ar/repair-evening.ftl`")),
        "{wanted:?}"
    );
    assert!(wanted.iter().any(|text| text.contains("speaks-ar")), "{wanted:?}");
    assert!(!wanted.iter().any(|text| text.contains("fonts")), "{wanted:?}");
    let edited = sandbox.read(path);
    assert_eq!(edited, structure.replace("languages = [\"fr\"]", "languages = [\"fr\", \"ar\"]"));
    assert_ne!(edited, structure);
    let after = contents(&sandbox);
    for (other, bytes) in before.iter().filter(|(other, _)| *other != path) {
        assert_eq!(after.get(other), Some(bytes), "{other}");
    }
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(sandbox.exists("output/info/ar/info-leaflet-ar-screen-draft.pdf"));
    let lacks = |ran: &Ran| {
        let (before, _) = ran.stderr.split_once(" messages, shown in `fr`").unwrap();
        before.rsplit(' ').next().unwrap().parse::<usize>().unwrap()
    };
    let missing = lacks(&ran);
    sandbox.append("translations/ar/repair-evening.ftl", "\ncover-title = عنوان\n");
    assert_eq!(lacks(&sandbox.run(&["check"])), missing - 1);
    assert_refused(&sandbox, &["translations", "new", "ar"], "is made in `ar` already");
}

#[test]
fn a_language_that_the_program_does_not_know_wants_a_row() {
    let sandbox = new(&[]);
    assert_refused(&sandbox, &["translations", "new", "mt"], "add `--autonym NAME --script CODE`");
    assert_refused(
        &sandbox,
        &["translations", "new", "mt", "--autonym", "Malti", "--script", "Latin"],
        "unknown script `Latin`",
    );
    let row = ["--autonym", "Malti", "--script", "Latn", "--format", "json"];
    let ran = sandbox.run(&[&["translations", "new", "mt"][..], &row].concat());
    let wanted = wanted(&ran);
    assert!(wanted.iter().any(|text| text.starts_with("typography")), "{wanted:?}");
    assert!(wanted.iter().any(|text| text.contains("translations/mt/common.ftl")), "{wanted:?}");
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(sandbox.exists("output/info/mt/info-leaflet-mt-screen-draft.pdf"));
    assert_refused(
        &sandbox,
        &["translations", "new", "pl", "--autonym", "Polski", "--script", "Latn"],
        "language `pl` has a row already",
    );
}

#[test]
fn a_script_without_its_font_says_where_to_get_it() {
    let sandbox = new(&[]);
    let wanted = wanted(&sandbox.run(&["translations", "new", "he", "--format", "json"]));
    let fonts: Vec<&String> = wanted.iter().filter(|text| text.starts_with("fonts")).collect();
    assert_eq!(fonts.len(), 1, "{wanted:?}");
    assert!(fonts[0].contains("Noto Sans Hebrew") && fonts[0].contains("notofonts.github.io"));
    // Every cover names all languages: until the fonts are there, all other editions must go on to build.
    assert!(wanted.iter().any(|text| text.starts_with("languages: `he` is not")), "{wanted:?}");
    sandbox.build_clean();
    // With the fonts, the same command goes on where it was. Any family does as its trial.
    sandbox.write("translations/he/common.ftl", "contact-free = חינם\n");
    let theme = sandbox.read("brochures/repair-evening/theme.toml");
    let path = "brochures/repair-evening/theme.toml";
    sandbox.write(path, format!("families = {{ Hebr = [\"Source Sans 3\"] }}\n{theme}"));
    let ran = sandbox.run(&["translations", "new", "he"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let structure = sandbox.read("brochures/repair-evening/brochure.toml");
    assert!(structure.contains("languages = [\"fr\", \"he\"]"), "{structure}");
    assert_eq!(sandbox.read("translations/he/common.ftl"), "contact-free = חינם\n");
}

#[test]
fn a_new_brochure_is_not_made_in_a_language_without_fonts() {
    let sandbox = new(&["--languages", "he,nl"]);
    let structure = sandbox.read("brochures/repair-evening/brochure.toml");
    assert!(structure.contains("languages = [\"fr\", \"nl\"]"), "{structure}");
    assert!(sandbox.exists("translations/he/repair-evening.ftl"));
    sandbox.build_clean_but_for_missing_texts();
    let empty = Sandbox::empty();
    let says = "the fonts of `he` do not come with the program";
    assert_refused(&empty, &["new", "a", "--source-language", "he"], says);
}

/// Line ends, comments and the layout of somebody's own file stay.
#[test]
fn a_language_is_written_into_a_file_of_any_layout() {
    let sandbox = new(&[]);
    let path = "brochures/repair-evening/brochure.toml";
    let own =
        sandbox.read(path).replace("languages = [\"fr\"] ", "languages = [\n  \"fr\", # ours\n]");
    let own = format!("\u{FEFF}{}", own.replace('\n', "\r\n"));
    sandbox.write(path, &own);
    assert_eq!(sandbox.run(&["translations", "new", "nl"]).code, 0);
    let edited = sandbox.read(path);
    let at = edited.bytes().zip(own.bytes()).take_while(|(one, other)| one == other).count();
    let end = own.len() - at;
    let tail = &own[own.len() - end..];
    assert!(edited.starts_with(&own[..at]) && edited.ends_with(tail), "{edited}");
    assert!(edited[at..edited.len() - end].contains("\"nl\""), "{edited}");
    assert!(edited.contains("# ours"));
    assert_eq!(sandbox.run(&["check"]).code, 0);
}

#[test]
fn the_readme_of_a_project_names_commands_that_are_there() {
    let sandbox = new(&["--form", "booklet", "--source-language", "nl"]);
    let readme = sandbox.read("README.md");
    assert!(readme.contains("feuillet watch --lang nl --edition booklet"), "{readme}");
    assert!(readme.contains("translations/nl/"), "{readme}");
    for left in ["LANG --edition", "SOURCE", "EDITION"] {
        assert!(!readme.contains(left), "{readme}");
    }
    for command in readme.split("feuillet ").skip(1) {
        let words = command.split(|c: char| !c.is_ascii_lowercase() && c != '-');
        let mut words = words.take_while(|word| !word.is_empty() && !word.starts_with('-'));
        let Some(command) = words.next().filter(|word| *word != "makes") else { continue };
        let inner = if command == "translations" { words.next() } else { None };
        let arguments: Vec<&str> =
            [Some(command), inner, Some("--help")].into_iter().flatten().collect();
        assert_eq!(sandbox.run(&arguments).code, 0, "{arguments:?}");
    }
}

impl Sandbox {
    /// Builds all, and makes sure that nothing but missing texts was found.
    #[track_caller]
    fn build_clean_but_for_missing_texts(&self) {
        let ran = self.run(&["build"]);
        let others =
            ran.stderr.lines().filter(|line| line.contains("warning") || line.contains("error"));
        let others: Vec<&str> = others.filter(|line| !line.contains(" lacks ")).collect();
        assert_eq!((ran.code, others.as_slice()), (0, &[""; 0][..]), "{}", ran.stderr);
        assert!(fs::exists(self.path("output")).unwrap());
    }
}
