//! What a second build makes anew, what it takes over, and what survives when it is killed; `clean`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use snapbox::str;

use crate::support::{REPOSITORY, Ran, Sandbox, approve};

const ENGLISH: &str = "en/note-short-en-screen-draft.pdf";
const DUTCH: &str = "nl/note-short-nl-screen-draft.pdf";
const DUTCH_TEXTS: &str = "translations/nl/note.ftl";
const BROCHURE: &str = "brochures/note/brochure.toml";

/// When each PDF was written.
fn times(sandbox: &Sandbox, brochure: &str) -> BTreeMap<String, SystemTime> {
    let time = |path: &String| {
        let file = sandbox.path(&format!("output/{brochure}/{path}"));
        fs::metadata(file).unwrap().modified().unwrap()
    };
    sandbox.pdfs(brochure).into_iter().map(|path| (path.clone(), time(&path))).collect()
}

/// What each PDF holds.
fn contents(sandbox: &Sandbox, brochure: &str) -> BTreeMap<String, Vec<u8>> {
    let content = |path: &String| sandbox.read_bytes(&format!("output/{brochure}/{path}"));
    sandbox.pdfs(brochure).into_iter().map(|path| (path.clone(), content(&path))).collect()
}

/// Builds again with these arguments, and gives the PDFs that were made. All are as a first build makes them, and so is
/// the manifest.
#[track_caller]
fn made_with(sandbox: &Sandbox, brochure: &str, arguments: &[&str]) -> Vec<String> {
    let before = times(sandbox, brochure);
    let ran = sandbox.run(&[&["build"], arguments].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    let after = times(sandbox, brochure);
    let made = after.into_iter().filter(|(path, time)| before.get(path) != Some(time));
    made.map(|(path, _)| path).collect()
}

/// Builds again, and gives the PDFs that were made. All are as a first build makes them, and so are manifest and report.
#[track_caller]
fn made(sandbox: &Sandbox, brochure: &str) -> Vec<String> {
    let made = made_with(sandbox, brochure, &[]);
    let (again, mut first) = (told(sandbox, "output"), told(sandbox, "first"));
    let files = first["files"].as_array_mut().unwrap();
    files.iter_mut().for_each(|file| file["unchanged"] = json!(true));
    assert_eq!(again, first, "the report");
    let same = |path: &str| {
        let (own, first) = (format!("output/{path}"), format!("first/{path}"));
        assert!(sandbox.read_bytes(&own) == sandbox.read_bytes(&first), "{path} differs");
    };
    same(&format!("{brochure}/manifest.json"));
    sandbox.pdfs(brochure).iter().for_each(|path| same(&format!("{brochure}/{path}")));
    sandbox.delete("first");
    made
}

/// What a build into a folder tells.
fn told(sandbox: &Sandbox, output: &str) -> Value {
    let ran = sandbox.run(&["build", "--format", "json", "--output", output]);
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

/// The fixture `small`, built.
fn small() -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    sandbox
}

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
    assert!(first.stderr.contains("is not a readable font"), "{}", first.stderr);
    sandbox.append(DUTCH_TEXTS, "# A comment.\n");
    let second = sandbox.run(&["build"]);
    assert_eq!((second.code, second.stderr), (1, first.stderr), "told though nothing is set");
}

#[test]
fn each_profile_is_made_when_it_changes() {
    let sandbox = small();
    let proof = "nl/note-short-nl-proof-draft.pdf";
    assert_eq!(made_with(&sandbox, "note", &["--profile", "proof", "--lang", "nl"]), [proof]);
    assert_eq!(made_with(&sandbox, "note", &["--profile", "proof,screen"]).len(), 1, "in English");
    // A proof shows the source beside the page.
    sandbox.replace("translations/en/note.ftl", "Pay what you like.", "Pay what you can.");
    assert_eq!(
        made_with(&sandbox, "note", &["--profile", "proof,screen"]),
        ["en/note-short-en-proof-draft.pdf", ENGLISH, proof]
    );
    let incremental = contents(&sandbox, "note");
    sandbox.delete("output");
    made_with(&sandbox, "note", &["--profile", "screen,proof"]);
    assert!(contents(&sandbox, "note") == incremental);
}

#[test]
fn profiles_that_are_made_together_are_as_those_made_alone() {
    let sandbox = Sandbox::of("layout");
    sandbox.run(&["build", "--edition", "book", "--profile", "screen,office,proof"]);
    let together = contents(&sandbox, "sheet");
    sandbox.delete("output");
    for profile in ["proof", "office", "screen"] {
        sandbox.run(&["build", "--edition", "book", "--profile", profile]);
    }
    assert!(!together.is_empty());
    assert!(contents(&sandbox, "sheet") == together);
}

#[cfg(unix)]
#[test]
fn another_program_makes_all() {
    let sandbox = small();
    let copy = sandbox.beside("feuillet");
    fs::copy(env!("CARGO_BIN_EXE_feuillet"), &copy).unwrap();
    let build = || {
        let output = std::process::Command::new(&copy)
            .args(["build", "--project", sandbox.root().to_str().unwrap()])
            .output()
            .unwrap();
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
fn what_is_gone_or_damaged_is_made_again() {
    let sandbox = small();
    let path = format!("output/note/{DUTCH}");
    let whole = sandbox.read_bytes(&path);
    sandbox.delete(&path);
    assert_eq!(made(&sandbox, "note"), [DUTCH]);
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    sandbox.write(&path, &damaged);
    assert_eq!(made(&sandbox, "note"), [DUTCH]);
    sandbox.write(&path, &whole[..middle]);
    assert_eq!(made(&sandbox, "note"), [DUTCH]);
    assert!(sandbox.read_bytes(&path) == whole);
    sandbox.delete("output/note/manifest.json");
    assert_eq!(made(&sandbox, "note"), [""; 0]);
    sandbox.write("output/note/manifest.json", "{}");
    assert_eq!(made(&sandbox, "note"), [""; 0]);
}

#[test]
fn a_memory_that_is_damaged_is_none() {
    let sandbox = small();
    let path = "output/.feuillet/cache.json";
    let whole = sandbox.read_bytes(path);
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    let sum: String =
        Sha256::digest(b"{}").iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    for bad in [
        Vec::new(),
        b"\xFF\xFE garbage".to_vec(),
        whole[..whole.len() / 2].to_vec(),
        flipped,
        format!("{sum}\n{{}}").into_bytes(),
    ] {
        sandbox.write(path, bad);
        assert_eq!(made(&sandbox, "note"), [ENGLISH, DUTCH]);
    }
}

#[test]
fn force_makes_all() {
    let sandbox = small();
    assert_eq!(made_with(&sandbox, "note", &[]), [""; 0]);
    assert_eq!(made_with(&sandbox, "note", &["--force"]), [ENGLISH, DUTCH]);
    assert_eq!(made_with(&sandbox, "note", &[]), [""; 0]);
}

#[test]
fn a_choice_keeps_what_is_remembered_of_the_rest() {
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

#[test]
fn what_the_project_has_no_more_is_deleted_and_told() {
    let sandbox = small();
    sandbox.write("output/note/nl/letter.pdf", "mine");
    sandbox.replace(BROCHURE, "languages = [\"en\", \"nl\"]", "languages = [\"en\"]");
    let ran = sandbox.run(&["build"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let line = format!("deleted note/{DUTCH}: the project has this edition no more\n");
    assert!(ran.stdout.ends_with(&line), "{}", ran.stdout);
    assert_eq!(sandbox.pdfs("note"), [ENGLISH, "nl/letter.pdf"]);
    assert_eq!(sandbox.manifest("note")["files"].as_array().unwrap().len(), 1);
    assert!(!sandbox.run(&["build"]).stdout.contains("deleted"));
    // What somebody has changed by hand is theirs.
    let sandbox = small();
    sandbox.write(&format!("output/note/{DUTCH}"), "mine");
    sandbox.replace(BROCHURE, "languages = [\"en\", \"nl\"]", "languages = [\"en\"]");
    assert!(!sandbox.run(&["build"]).stdout.contains("deleted"));
    assert_eq!(sandbox.read(&format!("output/note/{DUTCH}")), "mine");
}

#[test]
fn an_approved_edition_leaves_no_draft_even_after_an_error() {
    let sandbox = small();
    sandbox.replace(DUTCH_TEXTS, "Betaal wat u wilt.", "Betaal { $prijs }.");
    assert_eq!(sandbox.run(&["build"]).code, 1);
    assert_eq!(sandbox.pdfs("note"), [ENGLISH, DUTCH], "the earlier file stays");
    sandbox.replace(DUTCH_TEXTS, "Betaal { $prijs }.", "Betaal wat u wilt.");
    approve(&sandbox, "note", "AB");
    sandbox.build_clean();
    assert_eq!(
        sandbox.pdfs("note"),
        ["en/note-short-en-screen.pdf", "nl/note-short-nl-screen.pdf"]
    );
}

/// The manifest is that of the files.
#[track_caller]
fn assert_manifest_is_true(sandbox: &Sandbox) {
    for file in sandbox.manifest("note")["files"].as_array().unwrap() {
        let bytes = sandbox.read_bytes(&format!("output/note/{}", file["path"].as_str().unwrap()));
        let sum: String =
            Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(file["sha256"], sum);
    }
}

#[test]
fn runs_at_once_take_turns() {
    let sandbox = small();
    let first = contents(&sandbox, "note");
    for round in 0..3 {
        let text = sandbox.read(DUTCH_TEXTS);
        let runs: Vec<_> = (0..4)
            .map(|number| {
                let mut program = sandbox.program();
                program.arg("build").stdout(std::process::Stdio::piped());
                if number % 2 == 0 {
                    program.arg("--force");
                } else {
                    // Saved while another run may be in the middle of it.
                    sandbox.write(DUTCH_TEXTS, format!("{text}# {round} {number}\n"));
                }
                program.spawn().unwrap()
            })
            .collect();
        for run in runs {
            assert!(run.wait_with_output().unwrap().status.success());
        }
        assert!(contents(&sandbox, "note") == first);
        assert_manifest_is_true(&sandbox);
    }
    assert_eq!(made(&sandbox, "note"), [""; 0]);
    assert_eq!(
        sandbox.files("output/.feuillet"),
        ["output/.feuillet/cache.json", "output/.feuillet/lock"]
    );
}

/// A row of numbers that looks like chance and is the same each time (Knuth, MMIX).
#[cfg(unix)]
fn chance(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[cfg(unix)]
#[test]
fn a_build_that_is_killed_leaves_whole_files() {
    const KILLS: u32 = 100;
    const TEXTS: [&str; 2] = ["Betaal wat u wilt.", "Betaal wat u kunt."];
    let sandbox = Sandbox::of("small");
    let original = sandbox.read(DUTCH_TEXTS);
    let set = |index: usize| {
        sandbox.write(DUTCH_TEXTS, original.replace(TEXTS[0], TEXTS[index]));
    };
    // What clean builds of both versions make, and how long one takes.
    let mut allowed: BTreeSet<(String, Vec<u8>)> = BTreeSet::new();
    let mut span = Duration::ZERO;
    for index in 0..TEXTS.len() {
        set(index);
        let start = std::time::Instant::now();
        sandbox.build_clean();
        span = start.elapsed();
        allowed.extend(contents(&sandbox, "note"));
        sandbox.delete("output");
    }
    assert_eq!(allowed.len(), 3, "one English file, two Dutch ones");
    let (mut state, mut killed) = (20_261_124, 0);
    for round in 0..KILLS {
        set(round as usize % 2);
        let arguments: &[&str] = if round % 3 == 0 { &["build", "--force"] } else { &["build"] };
        let mut run =
            sandbox.program().args(arguments).stdout(std::process::Stdio::null()).spawn().unwrap();
        let share = u32::try_from(chance(&mut state) % 1000).unwrap();
        std::thread::sleep(span * share / 1000);
        run.kill().unwrap();
        // The machine may have more to do now, or less: most runs are killed in the middle.
        let in_time = run.wait().unwrap().code().is_none();
        span = if in_time { span * 21 / 20 } else { span * 4 / 5 };
        killed += u32::from(in_time);
        for (path, bytes) in contents(&sandbox, "note") {
            lopdf::Document::load_mem(&bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(allowed.contains(&(path.clone(), bytes)), "{path} after {round}");
        }
        if round % 10 == 9 {
            // Whatever was left, the next run comes to its end as a first one does.
            let ran = sandbox.run(&["build"]);
            assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{round}");
            made(&sandbox, "note");
            assert_manifest_is_true(&sandbox);
            let files = sandbox.files("output");
            assert_eq!(files.len(), 5, "{files:?}");
        }
    }
    assert!(killed >= KILLS / 2, "{killed} runs were killed before their end");
}

#[test]
fn unfinished_files_of_a_killed_run_are_swept_even_where_nothing_is_made() {
    let sandbox = small();
    sandbox.write("output/note/nl/.feuillet-build-Ab12Cd", "%PDF");
    sandbox.write("output/.feuillet/running", "");
    assert_eq!(made(&sandbox, "note"), [""; 0]);
    assert_eq!(sandbox.files("output/note/nl"), [format!("output/note/{DUTCH}")]);
}

#[test]
fn clean_deletes_what_build_made_and_nothing_else() {
    let sandbox = small();
    for path in ["output/letter.pdf", "output/note/nl/note.txt", "output/other/a.pdf"] {
        sandbox.write(path, "mine");
    }
    sandbox.write("output/note/nl/.feuillet-build-Ab12Cd", "%PDF");
    let ran = sandbox.run(&["clean"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        format!(
            "deleted note/{ENGLISH}\ndeleted note/manifest.json\ndeleted note/{DUTCH}\n\
             deleted note/nl/.feuillet-build-Ab12Cd\n4 files deleted from <project>/output\n"
        )
    );
    assert_eq!(
        sandbox.files("output"),
        ["output/letter.pdf", "output/note/nl/note.txt", "output/other/a.pdf"]
    );
    assert!(!sandbox.exists("output/note/en") && !sandbox.exists("output/.feuillet"));
    let ran = sandbox.run(&["clean"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "0 files deleted from <project>/output\n"));
    sandbox.build_clean();
    sandbox.delete("output/letter.pdf").delete("output/note/nl/note.txt").delete("output/other");
    let ran = sandbox.run(&["clean", "--format", "json"]);
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    let deleted = [format!("note/{ENGLISH}"), "note/manifest.json".into(), format!("note/{DUTCH}")];
    assert_eq!(told, json!({ "deleted": deleted, "kept": [] }));
    assert!(!sandbox.exists("output"), "an empty folder goes too");
}

#[test]
fn clean_keeps_what_somebody_has_changed_and_leads_nowhere_else() {
    let sandbox = small();
    sandbox.write(&format!("output/note/{DUTCH}"), "mine");
    sandbox.write("precious.txt", "mine");
    let manifest = sandbox.read("output/note/manifest.json");
    let sum: String =
        Sha256::digest(b"mine").iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut evil: Value = serde_json::from_str(&manifest).unwrap();
    evil["files"][0]["path"] = json!("../../precious.txt");
    evil["files"][0]["sha256"] = json!(sum);
    sandbox.write("output/note/manifest.json", evil.to_string());
    let ran = sandbox.run(&["clean"]);
    let kept = format!("kept note/{DUTCH}: it is not as `build` made it\n");
    assert!(ran.stdout.contains(&kept), "{}", ran.stdout);
    assert_eq!(sandbox.read("precious.txt"), "mine");
    assert_eq!(sandbox.files("output"), [format!("output/note/{DUTCH}")]);
}

#[test]
fn clean_of_one_brochure_leaves_the_others() {
    let sandbox = Sandbox::of("small");
    for name in ["brochure.toml", "facts.toml", "theme.toml"] {
        let text = sandbox.read(&format!("brochures/note/{name}"));
        sandbox.write(&format!("brochures/other/{name}"), text.replace("\"note\"", "\"other\""));
    }
    for language in ["en", "nl"] {
        let text = sandbox.read(&format!("translations/{language}/note.ftl"));
        sandbox.write(&format!("translations/{language}/other.ftl"), text);
    }
    sandbox.build_clean();
    let ran = sandbox.run(&["clean", "other"]);
    assert!(ran.stdout.ends_with("3 files deleted from <project>/output\n"), "{}", ran.stdout);
    assert!(!sandbox.exists("output/other"));
    assert_eq!(made_with(&sandbox, "note", &[]), [""; 0]);
    assert_eq!(sandbox.pdfs("other").len(), 2);
    let ran = sandbox.run(&["clean", "othr"]);
    ran.assert(
        2,
        str![[r#"
error: no brochure `othr`
 |
 = help: did you mean `other`?
"#]],
    );
}

#[test]
fn clean_where_nothing_was_built_makes_nothing() {
    let sandbox = Sandbox::of("small");
    let before = sandbox.files("");
    assert_eq!(sandbox.run(&["clean"]).stdout, "0 files deleted from <project>/output\n");
    assert_eq!(sandbox.files(""), before);
    assert!(!sandbox.exists("output"));
}

#[test]
fn a_build_that_could_not_run_leaves_nothing() {
    let sandbox = Sandbox::of("small");
    assert_eq!(sandbox.run(&["build", "--lang", "zz"]).code, 2);
    sandbox.replace(BROCHURE, "panels = 2", "panels = 4");
    assert_eq!(sandbox.run(&["build"]).code, 1);
    assert!(!sandbox.exists("output"));
}

#[test]
fn output_that_can_t_be_written_could_not_run() {
    let sandbox = Sandbox::of("small");
    sandbox.write("taken", "a file");
    let ran = sandbox.run(&["build", "--output", "taken"]);
    ran.assert(2, str!["?"]);
}

#[test]
fn marks_are_made_and_taken_away_again() {
    let sandbox = Sandbox::of("small");
    let print = ["build", "--profile", "print", "--lang", "en"];
    let read = || sandbox.read_bytes("output/note/en/note-short-en-print-draft.pdf");
    let boxes = |name: &[u8]| {
        let document = lopdf::Document::load_mem(&read()).unwrap();
        let page = *document.get_pages().get(&1).unwrap();
        let sides = document.get_dictionary(page).unwrap().get(name).unwrap();
        let sides = sides.as_array().unwrap().iter().map(|side| side.as_float().unwrap());
        sides.collect::<Vec<f32>>()
    };
    assert_eq!(sandbox.run(&print).code, 0);
    let (plain, media) = (read(), boxes(b"MediaBox"));
    assert_eq!(sandbox.run(&[&print[..], &["--marks"]].concat()).code, 0);
    let marked = boxes(b"MediaBox");
    assert!(marked[2] - marked[0] > media[2] - media[0] + 50.0, "{marked:?} {media:?}");
    let (trim, bleed) = (boxes(b"TrimBox"), boxes(b"BleedBox"));
    assert!((trim[0] - bleed[0] - 8.504).abs() < 0.01, "{trim:?} {bleed:?}");
    assert!(bleed[0] - marked[0] > 20.0, "the marks stand beyond the bleed");
    assert_eq!(sandbox.run(&print).code, 0);
    assert!(read() == plain, "without marks it is as it was");
}

#[test]
fn another_profile_of_the_press_makes_the_files_for_the_print_shop() {
    let sandbox = Sandbox::of("small");
    let icc = fs::read(Path::new(REPOSITORY).join("src/colour/FOGRA39L_coated.icc")).unwrap();
    sandbox.write("brochures/note/print/press.icc", &icc);
    sandbox.replace(
        "brochures/note/brochure.toml",
        "[edition.short]",
        "[print]\nprofile = \"press.icc\"\ncondition = \"FOGRA39\"\n\n[edition.short]",
    );
    let print = ["build", "--profile", "print", "--lang", "en"];
    let read = || sandbox.read_bytes("output/note/en/note-short-en-print-draft.pdf");
    assert_eq!(sandbox.run(&print).code, 0);
    let first = read();
    // The creator in the header (ICC.1:2022, 7.2.17) changes no colour, but the profile that is embedded.
    let mut other = icc;
    other[80..84].copy_from_slice(b"test");
    sandbox.write("brochures/note/print/press.icc", &other);
    let ran = sandbox.run(&print);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(read() != first, "the profile that is embedded is another one");
}
