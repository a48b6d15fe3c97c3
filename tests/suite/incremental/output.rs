//! What stands in the output: no more than the project has, and nothing half written.

use std::collections::BTreeSet;
use std::time::Duration;

use sha2::{Digest, Sha256};
use snapbox::str;

use super::{BROCHURE, DUTCH, DUTCH_TEXTS, ENGLISH, contents, made, made_with, small, times};
use crate::support::{Sandbox, approve, sample};

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
fn a_cache_entry_that_is_damaged_is_none() {
    for (path, expected) in [
        ("output/.feuillet/artifacts/edb465624291e405/short/nl-screen.json", vec![DUTCH]),
        ("output/.feuillet/runs.json", vec![]),
    ] {
        damage(path, &expected);
    }
}

/// Damages a file of the cache in several ways, and checks which PDFs the next build makes.
fn damage(path: &str, expected: &[&str]) {
    let sandbox = small();
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
        // Something is saved that changes no PDF: else the report of the last run is told again.
        sandbox.append(DUTCH_TEXTS, "# Saved.\n");
        assert_eq!(made(&sandbox, "note"), expected, "{path}");
    }
}

#[test]
fn what_the_project_has_no_more_is_deleted_and_told() {
    let sandbox = small();
    sandbox.write("output/note/nl/letter.pdf", "mine");
    sandbox.replace(BROCHURE, "languages = [\"en\", \"nl\"]", "languages = [\"en\"]");
    let ran = sandbox.run(&["build"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let line = format!("deleted note/{DUTCH}: the project no longer has this edition\n");
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
        [
            "output/.feuillet/artifacts/edb465624291e405/short/en-screen.json",
            "output/.feuillet/artifacts/edb465624291e405/short/nl-screen.json",
            "output/.feuillet/lock",
            "output/.feuillet/runs.json",
        ]
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
    /// How many runs of a sample are killed.
    const KILLS: u32 = 40;
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
    let kills = KILLS * sample::factor();
    let (mut state, mut killed) = (sample::SEED, 0);
    for round in 0..kills {
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
            assert_eq!(files.len(), 7, "{files:?}");
        }
    }
    assert!(killed >= kills / 2, "{killed} runs were killed before their end");
}

#[cfg(unix)]
#[test]
fn a_build_that_is_killed_at_half_keeps_what_it_has_made() {
    let sandbox = Sandbox::of("folds");
    let wanted = {
        sandbox.build_clean();
        contents(&sandbox, "folds")
    };
    // A busy machine may look again only when all is done: then the run is made once more.
    let is_killed = (0..40).any(|_| {
        sandbox.delete("output");
        let mut build = sandbox.program();
        build.args(["build", "--jobs", "1"]).stdout(std::process::Stdio::null());
        let mut run = build.spawn().unwrap();
        while !sandbox.exists("output") || sandbox.pdfs("folds").len() < wanted.len() / 2 {
            std::thread::sleep(Duration::from_millis(2));
        }
        let _ = run.kill();
        run.wait().unwrap().code().is_none() && sandbox.pdfs("folds").len() < wanted.len()
    });
    assert!(is_killed, "it was killed before its last file");
    // An entry that is being written has another name still.
    let files = sandbox.files("output/.feuillet/artifacts");
    let entries = files.iter().filter(|path| path.ends_with(".json")).count();
    let half = times(&sandbox, "folds");
    assert!(entries + 1 >= half.len(), "{entries} of {half:?}");
    // The last PDF may have been written, and not yet its entry.
    let made = made_with(&sandbox, "folds", &[]);
    let kept = half.keys().filter(|path| !made.contains(path)).count();
    assert_eq!((kept, made.len()), (entries, wanted.len() - entries), "{made:?}");
    assert!(contents(&sandbox, "folds") == wanted);
    assert_eq!(sandbox.manifest("folds")["files"].as_array().unwrap().len(), wanted.len());
}

#[cfg(unix)]
#[test]
fn a_manifest_is_true_after_a_killed_run_and_a_smaller_one() {
    let sandbox = small();
    sandbox.replace(DUTCH_TEXTS, "Betaal wat u wilt.", "Betaal wat u kunt.");
    assert_eq!(made_with(&sandbox, "note", &[]), [DUTCH]);
    // As a run leaves it that is killed before its end: the PDF and its entry are new, the manifest is not.
    let manifest = sandbox.read("output/note/manifest.json");
    sandbox.replace(DUTCH_TEXTS, "Betaal wat u kunt.", "Betaal wat u wilt.");
    assert_eq!(made_with(&sandbox, "note", &[]), [DUTCH]);
    sandbox.write("output/note/manifest.json", manifest);
    sandbox.write("output/.feuillet/running", "");
    assert_eq!(sandbox.run(&["build", "--lang", "en"]).code, 0);
    assert_manifest_is_true(&sandbox);
}

#[test]
fn a_file_that_is_gone_or_another_is_not_in_the_manifest_after_a_killed_run() {
    let sandbox = small();
    sandbox.delete(&format!("output/note/{DUTCH}"));
    sandbox.write("output/.feuillet/running", "");
    assert_eq!(sandbox.run(&["build", "--lang", "en"]).code, 0);
    assert_eq!(paths(&sandbox), [ENGLISH]);
    // As the watch session leaves it: the PDF and the manifest are new, the entry is not.
    sandbox.build_clean();
    let entry = "output/.feuillet/artifacts/edb465624291e405/short/nl-screen.json";
    let old = sandbox.read(entry);
    sandbox.replace(DUTCH_TEXTS, "Betaal wat u wilt.", "Betaal wat u kunt.");
    sandbox.build_clean();
    sandbox.write(entry, old).write("output/.feuillet/running", "");
    assert_eq!(sandbox.run(&["build", "--lang", "en"]).code, 0);
    assert_manifest_is_true(&sandbox);
}

#[test]
fn a_manifest_that_is_gone_or_damaged_lists_all_files_again() {
    let sandbox = small();
    sandbox.write("output/note/manifest.json", "{");
    assert_eq!(sandbox.run(&["build", "--lang", "en"]).code, 0);
    assert_eq!(paths(&sandbox), [ENGLISH, DUTCH]);
    sandbox.delete("output/note/manifest.json");
    assert_eq!(sandbox.run(&["build", "--lang", "nl"]).code, 0);
    assert_eq!(paths(&sandbox), [ENGLISH, DUTCH]);
    assert_manifest_is_true(&sandbox);
}

#[test]
fn another_public_name_takes_no_file_from_another_edition() {
    let sandbox = small();
    sandbox.replace(BROCHURE, "public-name = \"note\"", "public-name = \"note-long\"");
    let edition = |name: &str, size: &str| {
        format!(
            "[edition.{name}]\nform = \"leaflet\"\npanels = 2\ntext-size = \"{size}\"\n\
             page = {{ width = \"99mm\", height = \"210mm\" }}\n\n"
        )
    };
    let accept = "edition = \"short\"\nreason = \"a fixture has little to say\"\n";
    let again = format!("{accept}\n[[accept]]\ncheck = \"under-filled\"\n{accept}").replacen(
        "\"short\"",
        "\"long-short\"",
        1,
    );
    sandbox.replace(BROCHURE, accept, &again);
    sandbox.replace(
        BROCHURE,
        "[edition.short]",
        &format!("{}[edition.short]", edition("long-short", "9.6pt")),
    );
    sandbox.build_clean();
    sandbox.replace(BROCHURE, "public-name = \"note-long\"", "public-name = \"note\"");
    sandbox.build_clean();
    assert_eq!(paths(&sandbox), sandbox.pdfs("note"));
    assert_eq!(paths(&sandbox).len(), 4);
    assert_manifest_is_true(&sandbox);
}

/// The paths of all files in the manifest.
fn paths(sandbox: &Sandbox) -> Vec<String> {
    let manifest = sandbox.manifest("note");
    let files = manifest["files"].as_array().unwrap().iter();
    files.map(|file| file["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_manifest_that_could_not_be_written_is_made_good() {
    let sandbox = small();
    let manifest = sandbox.read("output/note/manifest.json");
    sandbox.delete("output/note/manifest.json");
    // No file can take the place of a folder that is not empty.
    sandbox.write("output/note/manifest.json/taken", "");
    sandbox.replace(DUTCH_TEXTS, "Betaal wat u wilt.", "Betaal wat u kunt.");
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("can't write `<project>/output/note/manifest.json`"), "{ran:?}");
    sandbox.delete("output/note/manifest.json");
    sandbox.write("output/note/manifest.json", manifest);
    assert_eq!(sandbox.run(&["build", "--lang", "en"]).code, 0);
    assert_manifest_is_true(&sandbox);
}

#[test]
fn clean_takes_away_entries_that_can_not_be_read() {
    let sandbox = small();
    sandbox.write("output/.feuillet/artifacts/edb465624291e405/short/en-screen.json", "damaged");
    assert_eq!(sandbox.run(&["clean"]).code, 0);
    assert!(!sandbox.exists("output"), "{:?}", sandbox.files("output"));
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
    ran.assert(2, str!["error: can't write `taken`: Not a directory (os error 20)"]);
}
