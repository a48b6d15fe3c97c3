//! What a change makes anew, and what it leaves.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::json;

use super::{BROCHURE, DUTCH, DUTCH_TEXTS, ENGLISH, made, made_with, small, times, told};
use crate::support::{REPOSITORY, Ran, Sandbox};

/// The number of a line of output that ends in these words.
#[track_caller]
fn number_before(ran: &Ran, words: &str) -> Option<usize> {
    let before = ran.stdout.split(words).next().filter(|before| before.len() < ran.stdout.len())?;
    before.rsplit(' ').next()?.parse().ok()
}

#[test]
fn where_nothing_changed_nothing_is_loaded_and_the_same_is_told() {
    let sandbox = Sandbox::of("small");
    sandbox.append(DUTCH_TEXTS, "shop-old = Vroeger.\n");
    let first = sandbox.run(&["build"]);
    assert_eq!(first.code, 0);
    assert!(first.stderr.contains("translations/nl/note.ftl:16:1"), "{}", first.stderr);
    let before = times(&sandbox, "note");
    let second = sandbox.run(&["build", "--timings"]);
    assert_eq!((second.code, &second.stderr), (0, &first.stderr));
    let told = format!("{}, 2 unchanged\n", first.stdout.lines().next().unwrap());
    assert!(second.stdout.starts_with(&told), "{}", second.stdout);
    assert!(second.stdout.contains("  1 load           0.0 ms"), "{}", second.stdout);
    assert_eq!(times(&sandbox, "note"), before);
}

#[test]
fn errors_are_told_again_without_loading_and_until_they_are_mended() {
    let sandbox = small();
    sandbox.replace(DUTCH_TEXTS, "Betaal wat u wilt.", "Betaal { $prijs }.");
    let first = sandbox.run(&["build"]);
    assert_eq!(first.code, 1);
    assert!(first.stderr.contains("unknown fact `$prijs`"), "{}", first.stderr);
    let second = sandbox.run(&["build"]);
    assert_eq!((second.code, &second.stderr), (1, &first.stderr));
    sandbox.replace(DUTCH_TEXTS, "Betaal { $prijs }.", "Betaal wat u wilt.");
    assert_eq!(made(&sandbox, "note"), [""; 0], "both files are those of the first build");
    assert_eq!(sandbox.manifest("note")["files"].as_array().unwrap().len(), 2);
}

#[test]
fn a_message_makes_the_files_of_its_language() {
    let sandbox = small();
    sandbox.replace(DUTCH_TEXTS, "Betaal wat u wilt.", "Betaal wat u kunt.");
    assert_eq!(made(&sandbox, "note"), [DUTCH]);
    let sandbox = Sandbox::of("neighbours");
    sandbox.build_clean();
    let texts = "translations/ar/lantern-festival.ftl";
    let text = sandbox.read(texts);
    let line =
        text.lines().find(|line| line.starts_with("need-questions = ")).unwrap_or_else(|| {
            text.lines().find(|line| line.starts_with("cover-title = ")).expect("a title")
        });
    sandbox.write(texts, text.replace(line, &format!("{line} 2")));
    let made = made_with(&sandbox, "lantern-festival", &[]);
    assert!(!made.is_empty() && made.iter().all(|path| path.starts_with("ar/")), "{made:?}");
}

#[test]
fn comments_and_new_times_make_nothing_and_places_follow() {
    let sandbox = Sandbox::of("small");
    sandbox.append(DUTCH_TEXTS, "shop-old = Vroeger.\n");
    assert_eq!(sandbox.run(&["build"]).code, 0);
    sandbox.write(DUTCH_TEXTS, format!("# New.\n\n{}", sandbox.read(DUTCH_TEXTS)));
    sandbox.append(BROCHURE, "# The end.\n");
    assert_eq!(made(&sandbox, "note"), [""; 0]);
    let ran = sandbox.run(&["build"]);
    assert!(ran.stderr.contains("translations/nl/note.ftl:18:1"), "{}", ran.stderr);
    assert_eq!(number_before(&ran, " unchanged\n"), Some(2), "{}", ran.stdout);
    sandbox.write(DUTCH_TEXTS, sandbox.read(DUTCH_TEXTS));
    assert_eq!(made(&sandbox, "note"), [""; 0]);
}

#[test]
fn what_is_accepted_is_counted_again() {
    let sandbox = small();
    sandbox.replace(DUTCH_TEXTS, "Betaal wat u wilt.", "Betaal wat u kunt.");
    let report = told(&sandbox, "output");
    let accepted = report["accepted"].as_array().unwrap();
    let languages: BTreeSet<&str> =
        accepted.iter().filter_map(|found| found["languages"][0].as_str()).collect();
    assert_eq!(languages, BTreeSet::from(["en", "nl"]), "{report}");
    let unchanged = report["files"].as_array().unwrap().iter().map(|file| &file["unchanged"]);
    assert_eq!(unchanged.collect::<Vec<_>>(), [&json!(true), &json!(false)]);
}

#[test]
fn facts_colours_releases_and_print_settings_make_all_that_show_them() {
    for (path, old, new) in [
        ("brochures/note/facts.toml", "0123 45 67 89", "0123 45 67 88"),
        ("brochures/note/theme.toml", "#4B2A63", "#4B2A64"),
        ("brochures/note/theme.toml", "[80, 95, 20, 20]", "[80, 95, 20, 21]"),
        (BROCHURE, "version = \"1.0\"", "version = \"1.1\""),
        (BROCHURE, "text-size = \"9.4pt\"", "text-size = \"9.3pt\""),
        (BROCHURE, "[edition.short]", "[print]\nbleed = \"4mm\"\n\n[edition.short]"),
    ] {
        let sandbox = small();
        sandbox.replace(path, old, new);
        assert_eq!(made(&sandbox, "note"), [ENGLISH, DUTCH], "{new}");
    }
}

#[test]
fn a_fact_that_no_page_shows_makes_nothing() {
    let sandbox = small();
    sandbox.replace("brochures/note/facts.toml", "about = \"years for", "about = \"the years for");
    assert_eq!(made(&sandbox, "note"), [""; 0]);
}

#[test]
fn other_reasons_reach_the_manifest_though_nothing_is_made() {
    let sandbox = small();
    let facts = "brochures/note/facts.toml";
    let text = sandbox.read(facts);
    assert_eq!(text.matches("verified = 2026-10-01\n").count(), 2);
    sandbox.write(facts, text.replace("verified = 2026-10-01\n", ""));
    assert_eq!(made(&sandbox, "note"), [""; 0]);
    let reasons = &sandbox.manifest("note")["files"][0]["reasons"]["fact-unverified"];
    assert_eq!(reasons, &json!(["shop", "years"]));
}

#[test]
fn a_picture_makes_the_files_that_show_it() {
    let sandbox = Sandbox::of("neighbours");
    sandbox.build_clean();
    sandbox.append("brochures/lantern-festival/images/lantern.svg", "<!-- new -->\n");
    let made = made(&sandbox, "lantern-festival");
    assert_eq!(made.len(), 3, "{made:?}");
    assert!(made.iter().all(|path| path.contains("-leaflet-")), "{made:?}");
}

#[test]
fn a_font_makes_the_files_of_its_scripts() {
    let sandbox = Sandbox::of("small");
    for family in ["source-sans-3", "vazirmatn"] {
        sandbox.delete(&format!("fonts/{family}"));
        for font in fs::read_dir(Path::new(REPOSITORY).join("fonts").join(family)).unwrap() {
            let font = font.unwrap();
            let path = format!("fonts/{family}/{}", font.file_name().to_str().unwrap());
            sandbox.write(&path, fs::read(font.path()).unwrap());
        }
    }
    sandbox.build_clean();
    // A byte behind the tables changes nothing on the page.
    let touch = |path: &str| {
        let bytes = [sandbox.read_bytes(path), vec![0]].concat();
        sandbox.write(path, bytes);
    };
    touch("fonts/vazirmatn/Vazirmatn_400Regular.ttf");
    assert_eq!(made(&sandbox, "note"), [""; 0], "no page has Arabic letters");
    touch("fonts/source-sans-3/SourceSans3_700Bold.ttf");
    assert_eq!(made(&sandbox, "note"), [ENGLISH, DUTCH]);
    sandbox.delete("fonts/source-sans-3/SourceSans3_700Bold_Italic.ttf");
    assert_eq!(made(&sandbox, "note"), [ENGLISH, DUTCH]);
    sandbox.write("fonts/broken.ttf", "no font");
    let first = sandbox.run(&["build"]);
    assert!(first.stderr.contains("`fonts/broken.ttf` is a text: it is passed over"), "{first:?}");
    sandbox.append(DUTCH_TEXTS, "# A comment.\n");
    let second = sandbox.run(&["build"]);
    assert_eq!((second.code, second.stderr), (0, first.stderr), "told though nothing is set");
}

#[cfg(unix)]
#[test]
fn another_program_makes_all() {
    let sandbox = small();
    let copy = sandbox.beside("feuillet");
    fs::copy(env!("CARGO_BIN_EXE_feuillet"), &copy).unwrap();
    let build = || {
        let output = loop {
            let ran = std::process::Command::new(&copy)
                .args(["build", "--project", sandbox.root().to_str().unwrap()])
                .output();
            match ran {
                // A program that another test starts meanwhile holds the copy open for writing until it has begun.
                Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {
                    std::thread::sleep(std::time::Duration::from_millis(10));
                }
                ran => break ran.unwrap(),
            }
        };
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(build().ends_with(", 2 unchanged\n"), "the same program in another place");
    let other = [fs::read(&copy).unwrap(), vec![0]].concat();
    fs::write(&copy, other).unwrap();
    let before = times(&sandbox, "note");
    assert!(build().ends_with("kB\n"));
    let after = times(&sandbox, "note");
    assert!(before.iter().all(|(path, time)| after.get(path) != Some(time)));
    assert!(build().ends_with(", 2 unchanged\n"));
}

#[test]
fn force_makes_all() {
    let sandbox = small();
    assert_eq!(made_with(&sandbox, "note", &[]), [""; 0]);
    assert_eq!(made_with(&sandbox, "note", &["--force"]), [ENGLISH, DUTCH]);
    assert_eq!(made_with(&sandbox, "note", &[]), [""; 0]);
}

#[test]
fn a_selection_keeps_what_is_known_of_the_rest() {
    let sandbox = small();
    for (path, old, new) in [
        (DUTCH_TEXTS, "Betaal wat u wilt.", "Betaal wat u kunt."),
        ("translations/en/note.ftl", "Pay what you like.", "Pay what you can."),
    ] {
        sandbox.replace(path, old, new);
    }
    assert_eq!(made_with(&sandbox, "note", &["--lang", "nl"]), [DUTCH]);
    assert_eq!(made_with(&sandbox, "note", &["--lang", "nl"]), [""; 0]);
    assert_eq!(made(&sandbox, "note"), [ENGLISH]);
    assert_eq!(made_with(&sandbox, "note", &["--lang", "en"]), [""; 0]);
}
