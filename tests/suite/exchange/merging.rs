//! What was edited while a file was away, what an import writes, and what it leaves alone.

use snapbox::str;

use crate::exchange::shared::{DUTCH, ENGLISH, FORMATS, export, fill, import, import_clean};
use crate::support::{Sandbox, approve};

const RECORD: &str = "translations/nl/state/note.toml";
const SOURCE_TEXTS: &str = "translations/nl/state/note.ftl";

/// Writes one translation into a file.
fn fill_one(file: &str, id: &str, text: &str) {
    fill(file, &[(id.to_owned(), text)].into());
}

#[test]
fn only_the_bytes_of_the_message_change() {
    for format in FORMATS {
        let sandbox = Sandbox::of("small");
        // A file of Windows, with a mark, blank lines and notes.
        let text = sandbox.read(DUTCH).replace("shop-pay", "\n# about money\n\nshop-pay");
        let text = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
        sandbox.write(DUTCH, &text);
        let file = export(&sandbox, "nl", format);
        fill_one(&file, "shop-pay", "Geef\n\nwat u wilt.");
        import_clean(&sandbox, &[&file]);
        let old = "shop-pay = Betaal wat u wilt.";
        let new = "shop-pay =\r\n    Geef\r\n\r\n    wat u wilt.";
        assert_eq!(sandbox.read(DUTCH), text.replace(old, new));
    }
}

#[test]
fn what_comes_back_is_a_draft_made_from_the_source_that_the_translator_saw() {
    for format in FORMATS {
        let sandbox = Sandbox::of("small");
        approve(&sandbox, "note", "AB");
        let before = sandbox.read(RECORD);
        let signed: Vec<&str> =
            before.lines().filter(|line| !line.starts_with("shop-pay")).collect();
        sandbox.replace(ENGLISH, "Pay what you like.", "Pay what you can.");
        let stale = ["translations", "export", "--only", "stale", "--format", format];
        let folder = sandbox.beside("stale");
        let ran = sandbox.run(&[&stale[..], &["--output", folder.to_str().unwrap()]].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(ran.stdout.ends_with(": 1 text\n"), "{}", ran.stdout);
        let file = ran.stdout.split(": ").next().unwrap();
        fill_one(file, "shop-pay", "Betaal wat u kunt.");
        import_clean(&sandbox, &[file, "--by", "WR", "--on", "2026-11-29"]);
        let after = sandbox.read(RECORD);
        let line = after.lines().find(|line| line.starts_with("shop-pay")).unwrap();
        assert!(
            line.contains("by = \"WR\", on = 2026-11-29 }"),
            "no signature but the writer's: {line}"
        );
        // What was signed for other messages stays signed.
        let rest: Vec<&str> = after.lines().filter(|line| !line.starts_with("shop-pay")).collect();
        assert_eq!(rest, signed);
        assert!(sandbox.read(SOURCE_TEXTS).contains("shop-pay = Pay what you can.\n"));
        assert_eq!(
            sandbox.load("note").resolve("short", "nl").reasons()[..],
            ["not-approved shop-pay"]
        );
    }
}

#[test]
fn blanks_that_say_nothing_make_nobody_the_writer() {
    for format in FORMATS {
        let sandbox = Sandbox::of("small");
        approve(&sandbox, "note", "AB");
        let record = sandbox.read(RECORD);
        let file = export(&sandbox, "nl", format);
        fill_one(&file, "shop-pay", "Betaal  wat u wilt.");
        let ran = import(&sandbox, &[&file, "--on", "2026-11-29"]);
        assert_eq!(ran.code, 0, "{format}: {}", ran.stderr);
        assert!(sandbox.read(DUTCH).contains("shop-pay = Betaal  wat u wilt."), "{format}");
        assert_eq!(sandbox.read(RECORD), record, "{format}");
        assert_eq!(sandbox.load("note").resolve("short", "nl").reasons(), [""; 0], "{format}");
    }
}

#[test]
fn a_file_that_claims_approval_gives_none() {
    let sandbox = Sandbox::of("small");
    let file = export(&sandbox, "nl", "po");
    let text = std::fs::read_to_string(&file).unwrap();
    let text =
        text.replace("msgctxt", "#, approved, reviewed\nmsgctxt").replace("wat u wilt", "nu");
    std::fs::write(&file, text).unwrap();
    import_clean(&sandbox, &[&file, "--by", "WR", "--on", "2026-11-29"]);
    let record = sandbox.read(RECORD);
    assert_eq!(record.lines().count(), 2, "{record}");
    assert!(!record.contains("approved") && !record.contains("reviewed"), "{record}");
}

#[test]
fn an_edit_of_the_catalogue_since_is_kept() {
    for format in FORMATS {
        let sandbox = Sandbox::of("small");
        let file = export(&sandbox, "nl", format);
        sandbox.replace(DUTCH, "Dingen kunnen", "Alles kan");
        sandbox.replace(DUTCH, "need-questions = Vragen\n", "need-questions = Uw vragen\n");
        fill_one(&file, "shop-pay", "Geef wat u wilt.");
        let wanted = sandbox.read(DUTCH).replace("Betaal wat u wilt.", "Geef wat u wilt.");
        let out = import_clean(&sandbox, &[&file]);
        assert!(
            out.contains("1 changed, 2 edited since in the catalogue, and kept, 19 as before"),
            "{out}"
        );
        assert_eq!(sandbox.read(DUTCH), wanted);
    }
}

#[test]
fn where_both_changed_a_text_somebody_has_to_choose() {
    let sandbox = Sandbox::of("small");
    let file = export(&sandbox, "nl", "po");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal wat u kunt.");
    fill(
        &file,
        &[("shop-pay".to_owned(), "Geef wat u wilt."), ("shop-title".to_owned(), "Winkel")].into(),
    );
    let before = sandbox.read(DUTCH);
    import(&sandbox, &[&file]).assert(
        1,
        str![[r#"
error: `shop-pay` was changed both here and in the catalogue
  --> note-nl.po:80:1
   |
80 | msgstr "Geef wat u wilt."
   | ^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: the catalogue says: Betaal wat u kunt.
   = help: the file says: Geef wat u wilt.
   = help: take that of the file with `--overwrite shop-pay`, or leave the catalogue's with `--skip shop-pay`
"#]],
    );
    assert_eq!(sandbox.read(DUTCH), before, "nothing was written, not even what is sound");
    import_clean(&sandbox, &[&file, "--skip", "shop-pay"]);
    let skipped = before.replace("De winkel", "Winkel");
    assert_eq!(sandbox.read(DUTCH), skipped);
    import_clean(&sandbox, &[&file, "--overwrite", "shop-pay"]);
    let overwritten = skipped.replace("Betaal wat u kunt.", "Geef wat u wilt.");
    assert_eq!(sandbox.read(DUTCH), overwritten);
}

#[test]
fn without_what_went_out_nothing_newer_is_overwritten() {
    let sandbox = Sandbox::of("small");
    approve(&sandbox, "note", "AB");
    let file = export(&sandbox, "nl", "po");
    fill_one(&file, "shop-pay", "Geef wat u wilt.");
    let without = |file: &str| {
        let text = std::fs::read_to_string(file).unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("#.")).collect();
        std::fs::write(file, lines.join("\n") + "\n").unwrap();
    };
    without(&file);
    let ran = import(&sandbox, &[&file]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("nobody can tell which is newer"), "{}", ran.stderr);
    // Whoever had today's source before them knew more than a stale text does.
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay what you can.");
    let file = export(&sandbox, "nl", "po");
    fill_one(&file, "shop-pay", "Geef wat u kunt.");
    without(&file);
    import_clean(&sandbox, &[&file]);
    assert!(sandbox.read(DUTCH).contains("shop-pay = Geef wat u kunt.\n"));
}

#[test]
fn a_source_that_changed_since_leaves_the_translation_stale() {
    for format in FORMATS {
        let sandbox = Sandbox::of("small");
        approve(&sandbox, "note", "AB");
        let file = export(&sandbox, "nl", format);
        sandbox.replace(ENGLISH, "Pay what you like.", "Pay 5.");
        sandbox.replace(ENGLISH, "{ $years } years\n", "{ $years } good years\n");
        fill_one(&file, "shop-pay", "Geef wat u wilt.");
        let ran = import(&sandbox, &[&file, "--by", "WR"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let fault =
            "warning: the source of `shop-pay` is another one today: its translation is stale";
        assert!(ran.stderr.contains(fault), "{}", ran.stderr);
        assert_eq!(ran.stderr.matches("warning").count(), 1, "the other one is not in it");
        assert!(sandbox.read(SOURCE_TEXTS).contains("shop-pay = Pay what you like.\n"));
        let reasons = sandbox.load("note").resolve("short", "nl").reasons();
        assert!(reasons.contains(&"stale shop-pay".to_owned()), "{reasons:?}");
    }
}

#[test]
fn an_empty_translation_is_no_change() {
    for format in FORMATS {
        let sandbox = Sandbox::of("small");
        let file = export(&sandbox, "nl", format);
        let before = sandbox.read(DUTCH);
        fill(
            &file,
            &[("shop-pay".to_owned(), ""), ("shop-text[$years:one]".to_owned(), "")].into(),
        );
        let out = import_clean(&sandbox, &[&file]);
        assert!(out.contains("21 as before, 1 not translated"), "{out}");
        assert_eq!(sandbox.read(DUTCH), before);
    }
}

#[test]
fn what_is_missing_is_added_behind_its_neighbour_in_the_source() {
    for format in FORMATS {
        let sandbox = Sandbox::of("small");
        let whole = sandbox.read(DUTCH);
        let lines = ["shop-bring", "-shop = "];
        let kept: Vec<&str> = whole
            .lines()
            .filter(|line| !lines.iter().any(|begin| line.starts_with(begin)))
            .collect();
        sandbox.write(DUTCH, kept.join("\n") + "\n");
        let file = export(&sandbox, "nl", format);
        fill(
            &file,
            &[("shop-bring".to_owned(), "<b>Breng</b> het."), ("-shop".to_owned(), "Molen")].into(),
        );
        let out = import_clean(&sandbox, &[&file]);
        assert!(out.contains("2 new"), "{out}");
        let after = sandbox.read(DUTCH);
        assert!(after.contains("    }.\nshop-bring = <b>Breng</b> het.\nshop-pay = "), "{after}");
        assert!(after.contains("-shop = Molen\n"), "{after}");
    }
}

#[test]
fn a_shared_text_changes_the_shared_file() {
    let sandbox = Sandbox::of("small");
    let file = export(&sandbox, "nl", "po");
    fill_one(&file, "contact-free", "kosteloos");
    import_clean(&sandbox, &[&file]);
    assert!(sandbox.read("translations/nl/common.ftl").contains("contact-free = kosteloos\n"));
    assert!(sandbox.read("translations/nl/state/common.toml").contains("contact-free = "));
    assert!(!sandbox.exists(RECORD));
}

#[test]
fn a_dry_run_shows_the_words_and_writes_nothing() {
    let sandbox = Sandbox::of("small");
    let file = export(&sandbox, "nl", "po");
    fill_one(&file, "shop-pay", "Betaal wat u kunt.");
    let before = sandbox.files("");
    let ran = import(&sandbox, &[&file, "--dry-run"]);
    assert_eq!(
        ran.stdout,
        "note-nl.po (nl): 1 changed, 21 as before\n  shop-pay\n    Betaal wat u [-wilt.-]{+kunt.+}\n"
    );
    assert_eq!(sandbox.files(""), before);
    assert!(sandbox.read(DUTCH).contains("Betaal wat u wilt."));
    let json = import(&sandbox, &[&file, "--dry-run", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["written"], false);
    assert_eq!(json["files"][0]["changed"][0]["message"], "shop-pay");
    assert_eq!(json["files"][0]["changed"][0]["after"], "Betaal wat u kunt.");
}

#[test]
fn two_files_of_one_language_go_in_together() {
    let sandbox = Sandbox::of("small");
    let (one, other) = (export(&sandbox, "nl", "po"), export(&sandbox, "nl", "po"));
    fill_one(&one, "shop-pay", "Geef.");
    fill_one(&other, "shop-title", "Winkel");
    import_clean(&sandbox, &[&one, &other]);
    let after = sandbox.read(DUTCH);
    assert!(after.contains("shop-pay = Geef.\n") && after.contains("shop-title = Winkel\n"));
    // One faulty file keeps the other out.
    fill_one(&one, "shop-pay", "Betaal.");
    fill_one(&other, "shop-title", "<b>Winkel");
    assert_eq!(import(&sandbox, &[&one, &other, "--overwrite", "shop-pay,shop-title"]).code, 1);
    assert_eq!(sandbox.read(DUTCH), after);
}

#[test]
fn an_export_replaces_no_file() {
    let sandbox = Sandbox::of("small");
    let file = export(&sandbox, "nl", "po");
    let folder = std::path::Path::new(&file).parent().unwrap().to_str().unwrap();
    let ran = sandbox.run(&["translations", "export", "--format", "po", "--output", folder]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("note-nl.po` is there already"), "{}", ran.stderr);
}
