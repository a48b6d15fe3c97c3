//! The program as people and scripts call it: what it prints, how it ends, what it leaves alone.

use feuillet::load::icons::ICONS;
use serde_json::{Value, json};
use snapbox::str;

use crate::support::{Ran, Sandbox};

#[track_caller]
fn parsed(ran: &Ran) -> Value {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", ran.stdout))
}

#[test]
fn list_is_a_table_of_languages_by_editions() {
    let sandbox = Sandbox::of("neighbours");
    let ran = sandbox.run(&["list"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        "\
lantern-festival
      leaflet   pocket
  en  approved  approved  English
  nl  approved  -         Nederlands
  ar  approved  approved  العربية
  leaflet, pocket for screen

  approved  may be printed and handed out
  -         not made in this language
"
    );
}

#[test]
fn list_counts_what_is_missing_and_stale() {
    let sandbox = Sandbox::of("neighbours");
    sandbox.replace("translations/en/lantern-festival.ftl", "An evening", "A long evening");
    let dutch = "translations/nl/lantern-festival.ftl";
    sandbox.replace(dutch, "qr-text = Deze code opent onze site.\n", "");
    let ran = sandbox.run(&["list"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.starts_with("warning: `nl` lacks 1 message"), "{}", ran.stderr);
    assert_eq!(
        ran.stdout,
        "\
lantern-festival
      leaflet      pocket
  en  draft        draft     English
  nl  draft 1m 1s  -         Nederlands
  ar  draft 1s     draft 1s  العربية
  leaflet, pocket for screen

  draft     must not be printed: `feuillet list --long` counts the reasons
  3m        3 messages are missing: another language stands in for them
  2s        2 messages are stale: their source has changed since they were translated
  -         not made in this language
"
    );
}

#[test]
fn list_uses_colours_only_where_they_are_wanted() {
    let sandbox = Sandbox::of("neighbours");
    let stdout = |no_color: bool, force: bool| {
        let mut program = sandbox.program();
        if !no_color {
            program.env_remove("NO_COLOR");
        }
        if force {
            program.env("CLICOLOR_FORCE", "1");
        }
        String::from_utf8(program.arg("list").output().unwrap().stdout).unwrap()
    };
    assert!(!stdout(false, false).contains('\u{1B}'), "a pipe is no terminal");
    assert!(!stdout(true, false).contains('\u{1B}'));
    assert!(stdout(false, true).contains("\u{1B}[32mapproved\u{1B}[0m"));
}

#[test]
fn list_knows_the_icons() {
    let ran = Sandbox::empty().run(&["list", "--icons"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let names: Vec<&str> = ICONS.iter().map(|(name, _)| *name).collect();
    assert_eq!(ran.stdout.lines().collect::<Vec<_>>(), names);
    let ran = Sandbox::empty().run(&["list", "--icons", "--format", "json"]);
    assert_eq!(parsed(&ran), json!({ "icons": names }));
    assert_eq!(Sandbox::empty().run(&["list", "--icons", "--checks"]).code, 2);
}

#[test]
fn the_long_list_tells_why_an_edition_is_a_draft() {
    let ran = Sandbox::of("sorting").run(&["list", "--long"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        "\
afval
  vouwblad nl       screen   draft (39 not-approved, 1 edition-not-approved, 6 fact-unverified)
  vouwblad de       screen   draft (39 not-approved, 1 edition-not-approved, 6 fact-unverified)
"
    );
}

#[test]
fn list_in_json_has_a_row_an_edition_and_language() {
    let ran = Sandbox::of("neighbours").run(&["list", "--format", "json"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let list = parsed(&ran);
    assert_eq!(list["diagnostics"], json!([]));
    assert_eq!(list["editions"].as_array().unwrap().len(), 5);
    assert_eq!(
        list["editions"][4],
        json!({
            "brochure": "lantern-festival", "edition": "pocket", "languages": ["ar"],
            "profile": "screen", "state": "approved", "reasons": {},
        })
    );
}

#[test]
fn list_writes_nothing() {
    let sandbox = Sandbox::of("small");
    sandbox.run(&["list"]);
    assert!(!sandbox.exists("output"));
}

#[test]
fn check_writes_nothing() {
    let sandbox = Sandbox::of("small");
    let before = sandbox.files("");
    let ran = sandbox.run(&["check"]);
    assert_eq!((ran.code, ran.stderr.as_str(), ran.stdout.as_str()), (0, "", "checked 2 PDFs\n"));
    assert_eq!(sandbox.files(""), before);
}

#[test]
fn build_tells_how_many_files_it_wrote() {
    let sandbox = Sandbox::of("small");
    let ran = sandbox.run(&["build"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let bytes: usize = sandbox
        .pdfs("note")
        .iter()
        .map(|path| sandbox.read_bytes(&format!("output/note/{path}")).len())
        .sum();
    assert_eq!(
        ran.stdout,
        format!("2 PDFs in <project>/output, of them 2 drafts, {} kB\n", bytes.div_ceil(1000))
    );
}

#[test]
fn build_in_json_tells_every_file() {
    let sandbox = Sandbox::of("small");
    let ran = sandbox.run(&["build", "--format", "json", "--lang", "nl"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let mut report = parsed(&ran);
    assert_eq!(report["diagnostics"], json!([]));
    let file = report["files"][0].as_object_mut().unwrap();
    let panels = file.remove("panels").unwrap();
    assert_eq!(file.remove("findings").unwrap()[0]["check"], "under-filled");
    assert!(!file.remove("reasons").unwrap()["not-approved"].as_array().unwrap().is_empty());
    assert_eq!(file.remove("sha256").unwrap().as_str().unwrap().len(), 64);
    for (panel, section) in panels.as_array().unwrap().iter().zip(["cover", "shop"]) {
        assert_eq!(panel["section"], section);
        let fill = panel["fill"].as_f64().unwrap();
        assert!(fill > 0.0 && fill < 1.0, "{panels}");
    }
    let path = "note/nl/note-short-nl-screen-draft.pdf";
    assert_eq!(
        report["files"],
        json!([{
            "brochure": "note", "edition": "short", "languages": ["nl"], "profile": "screen",
            "state": "draft", "path": path, "unchanged": false, "release": "1.0",
            "pages": 2, "reading-pages": 2, "trim": [99.0, 210.0], "bleed": 0.0, "fold": "none",
            "preflight": { "target": "screen" },
            "setting": { "size": 9.4, "leading": 1.38, "paragraph": 0.72, "block": 1.0, "runs": 1 },
            "bytes": sandbox.read_bytes(&format!("output/{path}")).len(),
        }])
    );
}

#[test]
fn faults_in_json_tell_where_they_are() {
    let sandbox = Sandbox::of("small");
    sandbox.replace("translations/nl/note.ftl", "Betaal wat u wilt.", "Één { $yaers }.");
    let ran = sandbox.run(&["check", "--format", "json"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    let report = parsed(&ran);
    let text = sandbox.read("translations/nl/note.ftl");
    let start = text.find("yaers").unwrap();
    assert_eq!(
        report["diagnostics"],
        json!([{
            "severity": "error",
            "check": null,
            "message": "unknown fact `$yaers`",
            "place": {
                "file": "translations/nl/note.ftl", "line": 13, "column": 19,
                "start": start, "end": start + 5,
            },
            "hints": ["did you mean `years`?", "facts stand in `brochures/note/facts.toml`"],
        }])
    );
}

#[test]
fn filters_choose_brochure_language_and_edition() {
    let sandbox = Sandbox::of("neighbours");
    let ran = sandbox.run(&["build", "lantern-festival", "--lang", "ar,en", "--edition", "pocket"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        sandbox.pdfs("lantern-festival"),
        ["ar/street-evening-pocket-ar-screen.pdf", "en/street-evening-pocket-en-screen.pdf"]
    );
    sandbox.delete("output");
    assert_eq!(sandbox.run(&["build", "--lang=nl", "--profile=screen"]).code, 0);
    assert_eq!(sandbox.pdfs("lantern-festival"), ["nl/street-evening-leaflet-nl-screen.pdf"]);
}

#[test]
fn a_language_and_an_edition_that_do_not_meet_could_not_run() {
    // The pocket edition is not made in Dutch.
    let sandbox = Sandbox::of("neighbours");
    let ran = sandbox.run(&["build", "--lang", "nl", "--edition", "pocket"]);
    ran.assert(
        2,
        str![[r#"
error: no edition is made in this language
 |
 = help: `feuillet list` shows which editions are made in which languages
"#]],
    );
    assert_eq!(sandbox.pdfs("lantern-festival"), [""; 0]);
}

#[test]
fn output_goes_where_it_is_told() {
    let sandbox = Sandbox::of("small");
    let target = sandbox.beside("elsewhere");
    let ran = sandbox.run(&["build", "--output", target.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!sandbox.exists("output"));
    assert!(target.join("note/en/note-short-en-screen-draft.pdf").is_file());
    assert!(target.join("note/manifest.json").is_file());
}

#[test]
fn a_project_is_found_from_a_folder_inside_it() {
    let sandbox = Sandbox::of("small");
    let output = sandbox
        .program()
        .current_dir(sandbox.path("translations/nl"))
        .arg("list")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("note\n"));
}

#[test]
fn a_project_is_taken_where_it_is_named() {
    let sandbox = Sandbox::of("small");
    let elsewhere = Sandbox::empty();
    let ran = elsewhere.run(&["check", "--project", sandbox.root().to_str().unwrap()]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "checked 2 PDFs\n"));
    let ran = sandbox.run(&["check", "--project", "translations"]);
    assert_eq!(ran.code, 2, "a named folder is meant, not one around it: {ran:?}");
}

#[test]
fn one_thread_gives_the_same_bytes() {
    let sandbox = Sandbox::of("small");
    let path = "output/note/nl/note-short-nl-screen-draft.pdf";
    assert_eq!(sandbox.run(&["build", "--jobs", "1"]).code, 0);
    let one = sandbox.read_bytes(path);
    assert_eq!(sandbox.run(&["build", "--force", "--jobs", "4"]).code, 0);
    assert_eq!(sandbox.read_bytes(path), one);
}

#[test]
fn exit_codes_tell_fine_from_problems_and_from_could_not_run() {
    let sandbox = Sandbox::of("small");
    let code = |arguments: &[&str]| sandbox.run(arguments).code;
    assert_eq!(code(&["check"]), 0);
    assert_eq!(code(&["--help"]), 0);
    assert_eq!(code(&["--version"]), 0);
    assert_eq!(code(&[]), 2);
    assert_eq!(code(&["bulid"]), 2);
    assert_eq!(code(&["check", "--zebra"]), 2);
    assert_eq!(code(&["build", "--jobs", "0"]), 2);
    assert_eq!(code(&["build", "--profile", "sreen"]), 2);
    sandbox.append("translations/nl/note.ftl", "shop-old = Vroeger.\n");
    assert_eq!(code(&["check"]), 0, "a warning is no problem");
    sandbox.replace("brochures/note/brochure.toml", "panels = 2", "panels = 4");
    assert_eq!(code(&["check"]), 1);
    assert_eq!(code(&["list"]), 1);
    assert_eq!(code(&["build"]), 1);
}

#[test]
fn a_mistyped_command_is_told_with_the_one_that_is_meant() {
    let ran = Sandbox::empty().run(&["biuld"]);
    assert!(ran.stderr.contains("a similar subcommand exists: 'build'"), "{}", ran.stderr);
}

#[test]
fn help_tells_the_exit_codes() {
    let ran = Sandbox::empty().run(&["--help"]);
    let words = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("0 fine, 1 problems found in the project, 2 could not run"), "{words}");
    for command in ["build", "check", "clean", "list", "typst", "impose", "completions", "man"] {
        assert!(words.contains(&format!(" {command} ")), "{command}");
        assert_eq!(Sandbox::empty().run(&[command, "--help"]).code, 0);
    }
}

#[test]
fn colours_are_left_out_where_none_are_wanted() {
    let sandbox = Sandbox::of("small");
    sandbox.replace("brochures/note/brochure.toml", "panels = 2", "panels = 4");
    let stderr = |set: Option<&str>, force: bool| {
        let mut program = sandbox.program();
        program.env_remove("NO_COLOR");
        if let Some(value) = set {
            program.env("NO_COLOR", value);
        }
        if force {
            program.env("CLICOLOR_FORCE", "1");
        }
        String::from_utf8(program.arg("check").output().unwrap().stderr).unwrap()
    };
    assert!(!stderr(Some("1"), false).contains('\u{1B}'));
    assert!(!stderr(None, false).contains('\u{1B}'), "a pipe is no terminal");
    assert!(stderr(None, true).contains("\u{1B}["), "the test can see colours");
}

#[test]
fn nothing_moves_where_nobody_looks() {
    // Progress is drawn on a terminal alone; pipes and files stay clean.
    let sandbox = Sandbox::of("small");
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.stderr, "");
    assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
}

#[test]
fn the_manual_has_a_page_a_command() {
    let sandbox = Sandbox::empty();
    let ran = sandbox.run(&["man"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains(".TH feuillet 1"), "{}", ran.stdout);
    assert_eq!(sandbox.run(&["man", "--output", "manual"]).code, 0);
    let pages = sandbox.files("manual");
    for page in ["manual/feuillet.1", "manual/feuillet-build.1", "manual/feuillet-typst.1"] {
        assert!(pages.iter().any(|path| path == page), "{pages:?}");
    }
    assert!(sandbox.read("manual/feuillet-build.1").contains("manifest"));
}

const TYPST: [&str; 8] =
    ["typst", "note", "--lang", "nl", "--edition", "short", "--output", "written"];

#[test]
fn typst_writes_a_folder_that_stands_alone() {
    let sandbox = Sandbox::of("small");
    let ran = sandbox.run(&TYPST);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(ran.stdout.replace('\\', "/"), "written/main.typ\n");
    let files = sandbox.files("written");
    for file in ["main.typ", "theme.typ", "base.typ", "leaflet.typ", "icons/wallet.svg"] {
        assert!(files.contains(&format!("written/{file}")), "{file}: {files:?}");
    }
    assert!(files.iter().any(|file| file.starts_with("written/fonts/source-sans-3/")));
    let main = sandbox.read("written/main.typ");
    assert!(main.contains("[#\"Betaal wat u wilt.\"]"), "{main}");
    assert!(!sandbox.exists("output"));
}

#[test]
fn typst_replaces_a_folder_that_it_wrote() {
    let sandbox = Sandbox::of("small");
    assert_eq!(sandbox.run(&TYPST).code, 0);
    sandbox.write("written/old.typ", "");
    assert_eq!(sandbox.run(&TYPST).code, 0);
    assert!(!sandbox.exists("written/old.typ"));
    assert!(sandbox.exists("written/main.typ"));
}

#[test]
fn typst_refuses_a_folder_with_other_files() {
    let sandbox = Sandbox::of("small");
    sandbox.write("written/diary.txt", "mine");
    let ran = sandbox.run(&TYPST);
    ran.assert(
        2,
        str![[r#"
error: can't write `written`: the folder holds other files
 |
 = help: name a new folder, or one that `feuillet typst` wrote before
"#]],
    );
    assert_eq!(sandbox.files("written"), ["written/diary.txt"]);
}

#[test]
fn typst_writes_nothing_of_a_faulty_brochure() {
    let sandbox = Sandbox::of("small");
    sandbox.replace("brochures/note/brochure.toml", "panels = 2", "panels = 4");
    let ran = sandbox.run(&TYPST);
    ran.assert(1, str![[r#"
error: the edition `short` has 4 panels, but its sections open 2
  --> brochures/note/brochure.toml:14:10
   |
14 | panels = 4
   |          ^
   |
   = help: every section opens a panel unless it is `joined = true`; a `{ break = "panel" }` opens one too
"#]]);
    assert!(!sandbox.exists("written"));
}

#[test]
fn typst_refuses_what_does_not_meet() {
    let sandbox = Sandbox::of("neighbours");
    let ran = sandbox.run(&[
        "typst",
        "lantern-festival",
        "--lang",
        "nl",
        "--edition",
        "pocket",
        "--output",
        "written",
    ]);
    ran.assert(
        2,
        str![[r#"
error: no edition is made in this language
 |
 = help: `feuillet list` shows which editions are made in which languages
"#]],
    );
}
