//! Releases: what each said is kept, and compared with today.
//!
//! What must not happen: a release says that an edition is approved which is not, on its own day; what is kept makes PDFs
//! anew; a failed release leaves something behind.

use serde_json::{Value, json};
use snapbox::str;

use crate::support::outside::{output, outside};
use crate::support::{Sandbox, approve};

const STRUCTURE: &str = "brochures/note/brochure.toml";
const FACTS: &str = "brochures/note/facts.toml";
const ENGLISH: &str = "translations/en/note.ftl";
const DUTCH: &str = "translations/nl/note.ftl";
const KEPT: &str = "brochures/note/releases";

/// Makes a release, which must go well, and gives what it printed.
#[track_caller]
pub(crate) fn release(sandbox: &Sandbox, version: &str, on: &str) -> Value {
    let ran = sandbox.run(&["release", version, "--on", on, "--format", "json"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    serde_json::from_str(&ran.stdout).unwrap()
}

#[track_caller]
pub(crate) fn parsed(sandbox: &Sandbox, code: i32, arguments: &[&str]) -> Value {
    let ran = sandbox.run(&[arguments, &["--format", "json"]].concat());
    assert_eq!(ran.code, code, "{ran:?}");
    serde_json::from_str(&ran.stdout).unwrap()
}

/// All files of the project but its fonts, with what they hold.
fn everything(sandbox: &Sandbox) -> Vec<(String, Vec<u8>)> {
    let files = ["brochures", "translations"].iter().flat_map(|folder| sandbox.files(folder));
    files.map(|path| (path.clone(), sandbox.read_bytes(&path))).collect()
}

#[test]
fn version_and_day_are_stamped_and_every_other_byte_stays() {
    for (mark, end) in [("", "\n"), ("\u{FEFF}", "\r\n")] {
        let sandbox = Sandbox::of("small");
        let own = |text: &str| format!("{mark}{}", text.replace('\n', end));
        let before = sandbox.read(STRUCTURE).replace(
            "version = \"1.0\"\ndate = 2026-11-23\n",
            "version   = '1.0'  # printed\n\t# the day\ndate = 2026-11-23# of the fair\n",
        );
        sandbox.write(STRUCTURE, own(&before));
        release(&sandbox, "1.1", "2026-11-30");
        let wanted = before.replace("'1.0'", "\"1.1\"").replace("2026-11-23#", "2026-11-30#");
        assert_eq!(sandbox.read(STRUCTURE), own(&wanted));
        sandbox.build_clean();
        assert_eq!(sandbox.manifest("note")["files"][0]["release"], "1.1");
    }
}

#[test]
fn what_a_release_says_is_kept() {
    let sandbox = Sandbox::of("small");
    approve(&sandbox, "note", "AB");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal wat u kunt.");
    let ran = sandbox.run(&["release", "1.1", "--on", "2026-11-30"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    assert_eq!(
        ran.stdout,
        "note 1.1 of 2026-11-30
  short    en       approved
  short    nl       draft (1 not-approved)
1 edition is a draft and must not be printed
wrote brochures/note/brochure.toml
wrote brochures/note/releases/1.1/facts.toml
wrote brochures/note/releases/1.1/release.toml
wrote brochures/note/releases/1.1/texts-en.toml
wrote brochures/note/releases/1.1/texts-nl.toml
"
    );
    let toml = |name: &str| -> Value {
        let text = sandbox.read(&format!("{KEPT}/1.1/{name}"));
        serde_json::to_value(toml::from_str::<toml::Table>(&text).unwrap()).unwrap()
    };
    let kept = toml("release.toml");
    assert_eq!(kept["version"], "1.1");
    let shown = &kept["all-languages"]["short"];
    assert_eq!(shown["facts"]["shop"]["phone"], json!(["0123 45 67 89"]));
    assert_eq!(shown["facts"]["years"], json!({ "number": ["3"] }));
    assert!(shown["messages"].as_array().unwrap().contains(&json!("hours-weekdays")));
    let editions = kept["edition"].as_array().unwrap();
    assert_eq!(editions[0]["state"], "approved");
    assert_eq!(editions[0]["files"], json!({ "screen": "note/en/note-short-en-screen.pdf" }));
    assert_eq!(editions[1]["state"], "draft");
    assert_eq!(editions[1]["reasons"], json!({ "not-approved": ["shop-pay"] }));
    assert_eq!(editions[1]["files"], json!({ "screen": "note/nl/note-short-nl-screen-draft.pdf" }));
    let facts = toml("facts.toml");
    assert_eq!(facts["fact"]["shop"]["says"]["phone"], "0123 45 67 89");
    assert_eq!(facts["fact"]["shop"]["source"], "the shop");
    let texts = toml("texts-nl.toml");
    assert_eq!(texts["in"]["nl"]["shop-text"], "Een herstelling in de Molenstraat houdt 3 jaar.");
    assert_eq!(texts["in"]["nl"]["shop-bring"], "<b>Breng</b> het in een tas.");
    // The files are those that a build makes.
    sandbox.build_clean();
    for edition in editions {
        let path = edition["files"]["screen"].as_str().unwrap();
        assert!(sandbox.exists(&format!("output/{path}")), "{path}");
    }
}

#[test]
fn a_release_needs_no_new_signature() {
    let sandbox = Sandbox::of("neighbours");
    approve(&sandbox, "lantern-festival", "LM");
    let states = |made: &Value| -> Vec<String> {
        let editions = made["editions"].as_array().unwrap().iter();
        editions.map(|edition| edition["state"].to_string()).collect()
    };
    let listed = || parsed(&sandbox, 0, &["list"]);
    let before = states(&listed());
    assert!(before.contains(&"\"approved\"".to_owned()), "{before:?}");
    // The version and the day stand in its texts.
    assert!(
        sandbox.files("translations").iter().any(|path| {
            path.ends_with(".ftl") && sandbox.read(path).contains("$release-version")
        })
    );
    let made = release(&sandbox, "77.0", "2026-12-24");
    assert_eq!(states(&made), before);
    assert_eq!(states(&listed()), before);
    sandbox.run(&["build"]);
    let files = sandbox.manifest("lantern-festival")["files"].clone();
    let built = states(&json!({ "editions": files }));
    assert_eq!(
        built.iter().filter(|state| state.contains("approved")).count(),
        before.iter().filter(|state| state.contains("approved")).count()
    );
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    let kept = || {
        let sandbox = Sandbox::of("neighbours");
        release(&sandbox, "2.2", "2026-11-30");
        everything(&sandbox)
    };
    assert_eq!(kept(), kept());
}

#[test]
fn what_was_kept_is_read_as_it_was_written() {
    let sandbox = Sandbox::of("neighbours");
    sandbox.replace(
        "translations/en/lantern-festival.ftl",
        "cover-title = ",
        "cover-title = \"\\ é { \"{\" } <3 ",
    );
    let ran = sandbox.run(&["release", "2.2", "--on", "2026-11-30"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let found = parsed(&sandbox, 0, &["changes", "2.2"]);
    assert_eq!(found["facts"], json!([]));
    for language in found["languages"].as_array().unwrap() {
        assert_eq!(language["messages"], json!([]), "{language}");
    }
}

#[test]
fn the_state_is_that_of_the_day_of_the_release() {
    for (on, states) in [
        ("2027-10-01", ["approved", "approved"]),
        // Both facts should have been reviewed by then.
        ("2027-10-02", ["draft", "draft"]),
    ] {
        let sandbox = Sandbox::of("small");
        approve(&sandbox, "note", "AB");
        let made = release(&sandbox, "1.1", on);
        let found: Vec<&str> = made["editions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|edition| edition["state"].as_str().unwrap())
            .collect();
        assert_eq!(found, states, "{on}");
        // A build says the same.
        sandbox.build_clean();
        assert_eq!(sandbox.manifest("note")["files"][0]["state"], states[0], "{on}");
    }
}

#[test]
fn a_release_that_can_not_be_leaves_nothing_behind() {
    let sandbox = Sandbox::of("small");
    release(&sandbox, "1.1-a", "2026-11-30");
    let before = everything(&sandbox);
    for (arguments, message) in [
        (&["1.1-a", "--on", "2026-12-01"][..], "there is a release `1.1-a` already"),
        (&["1.1-A", "--on", "2026-12-01"], "there is a release `1.1-a` already"),
        (&["1.2", "--on", "2026-11-29"], "2026-11-29 is before the release `1.1-a` of 2026-11-30"),
        (&["../1.2"], "`../1.2` can't be a version"),
        (&[""], "`` can't be a version"),
        (&["nul"], "`nul` can't be a version"),
        (&["1/2"], "`1/2` can't be a version"),
        (&["1.2", "--brochure", "nte"], "no brochure `nte`"),
    ] {
        let ran = sandbox.run(&[&["release"], arguments].concat());
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.starts_with(&format!("error: {message}\n")), "{ran:?}");
        assert!(ran.stderr.contains("= help: "), "{ran:?}");
    }
    let ran = sandbox.run(&["release", "1.2", "--on", "2026-11-30", "--dry-run"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stdout.ends_with("nothing was written\n"), "{ran:?}");
    assert_eq!(everything(&sandbox), before);
    // What can't be built can't be released.
    sandbox.append(ENGLISH, "\nbroken = {\n");
    let before = everything(&sandbox);
    let ran = sandbox.run(&["release", "1.2", "--on", "2026-12-01"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("translations/en/note.ftl"), "{ran:?}");
    assert_eq!(everything(&sandbox), before);
}

#[test]
fn a_day_before_the_stamped_release_is_refused() {
    let sandbox = Sandbox::of("small");
    let ran = sandbox.run(&["release", "1.1", "--on", "2026-11-22"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("2026-11-22 is before the release `1.0` of 2026-11-23"), "{ran:?}");
    // The version that stands there may be released earlier than was hoped for.
    release(&sandbox, "1.0", "2026-11-22");
    assert!(sandbox.read(STRUCTURE).contains("date = 2026-11-22"));
}

#[test]
fn what_is_kept_makes_no_pdf_anew() {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    let pdfs = || -> Vec<_> {
        let paths = sandbox.files("output").into_iter().filter(|path| path.ends_with(".pdf"));
        paths
            .map(|path| std::fs::metadata(sandbox.path(&path)).unwrap().modified().unwrap())
            .collect()
    };
    let before = pdfs();
    assert_eq!(before.len(), 2);
    // The version and the day are those that stand there.
    release(&sandbox, "1.0", "2026-11-23");
    assert!(sandbox.exists("brochures/note/releases/1.0/release.toml"));
    sandbox.build_clean();
    assert_eq!(pdfs(), before);
    // Nor does what is wrong with it keep anything from being built.
    sandbox.write("brochures/note/releases/1.0/release.toml", "not = [\n");
    sandbox.build_clean();
    assert_eq!(pdfs(), before);
}

#[test]
fn changes_are_told_word_by_word_for_each_language() {
    let sandbox = Sandbox::of("small");
    release(&sandbox, "1.1", "2026-11-30");
    assert_eq!(
        sandbox.run(&["changes", "1.1"]).stdout,
        "note, since 1.1 of 2026-11-30\n\n  en: no change\n\n  nl: no change\n"
    );
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay what you can.");
    sandbox.replace(FACTS, "number = 3", "number = 5");
    sandbox.replace(FACTS, "0123 45 67 89", "0123 45 67 88");
    sandbox.replace(DUTCH, "shop-bring = <b>Breng</b> het in een tas.\n", "");
    let ran = sandbox.run(&["changes", "1.1"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        ran.stdout,
        "note, since 1.1 of 2026-11-30

  facts: 2 changed
    shop phone: 0123 45 67 89 -> 0123 45 67 88
      shown in short (en, nl)
    years number: 3 -> 5
      shown in short (en, nl)

  en: 2 messages changed
    shop-pay (short)
      Pay what you [-like.-]{+can.+}
    shop-text (short)
      A repair at Mill Lane holds for [-3-]{+5+} years.

  nl: 2 messages changed
    shop-bring (short)
      was in `nl`, is in `en`
      [-<b>Breng</b> het in een tas.-]
      {+<b>Bring</b> it in a bag.+}
    shop-text (short)
      Een herstelling in de Molenstraat houdt [-3-]{+5+} jaar.
"
    );
    let one = parsed(&sandbox, 0, &["changes", "1.1", "--lang", "nl"]);
    assert_eq!(one["languages"].as_array().unwrap().len(), 1);
    assert_eq!(one["facts"][0]["shown"], json!(["short/nl"]));
    assert_eq!(one["languages"][0]["messages"][0]["now"]["language"], "en");
    // Emphasis and links are part of what a text says.
    sandbox.replace(ENGLISH, "Pay what you can.", "Pay <b>what</b> you can.");
    let ran = sandbox.run(&["changes", "1.1", "--lang", "en"]);
    assert!(ran.stdout.contains("Pay [-what-]{+<b>what</b>+} you"), "{ran:?}");
}

#[test]
fn messages_come_and_go_and_languages_too() {
    let sandbox = Sandbox::of("small");
    release(&sandbox, "1.1", "2026-11-30");
    sandbox.replace(STRUCTURE, "{ paragraph = \"shop-text\" },", "{ paragraph = \"shop-new\" },");
    sandbox.append(ENGLISH, "\nshop-new = Come in.\n");
    sandbox.replace(STRUCTURE, "languages = [\"en\", \"nl\"]", "languages = [\"en\"]");
    let ran = sandbox.run(&["changes", "1.1"]);
    assert_eq!(
        ran.stdout,
        "note, since 1.1 of 2026-11-30

  en: 1 message added, 1 message removed
    shop-new (short)
      {+Come in.+}
    shop-text (short)
      [-A repair at Mill Lane holds for 3 years.-]

  nl: no language any more, 8 messages gone
"
    );
}

#[test]
fn what_changed_is_a_page_that_stands_by_itself() {
    let sandbox = Sandbox::of("neighbours");
    release(&sandbox, "2.2", "2026-11-30");
    sandbox.replace("brochures/lantern-festival/facts.toml", "0555 10 20 30", "0555 10 20 39");
    let arabic = "translations/ar/lantern-festival.ftl";
    let title = sandbox.read(arabic);
    let title = title.lines().find(|line| line.starts_with("cover-title = ")).unwrap().to_owned();
    sandbox.replace(
        arabic,
        &format!("{title}\n"),
        &format!("{title} <3 & { }\n", "{ \"<script>alert(1)</script>\" }"),
    );
    let ran = sandbox.run(&["changes", "2.2", "--html", "changes.html"]);
    assert!(ran.code == 0 && !ran.stderr.contains("error"), "{ran:?}");
    let page = sandbox.read("changes.html");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
    assert!(page.contains("<p class=\"text\" lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
    assert!(
        page.contains("<del><bdi>0555 10 20 30</bdi></del> <ins><bdi>0555 10 20 39</bdi></ins>")
    );
    for outward in ["<script", "http:", "https:", "src=", "url(", "@import", "<link"] {
        assert!(!page.contains(outward), "{outward}: {page}");
    }
    let Some(mut xmllint) = outside("xmllint") else { return };
    // It is well-formed but for the two elements that HTML does not close.
    let closed = page.replace("charset=\"utf-8\">", "charset=\"utf-8\"/>");
    let closed = closed.replace("initial-scale=1\">", "initial-scale=1\"/>");
    sandbox.write("changes.xml", closed.replace("<!DOCTYPE html>\n", ""));
    output(xmllint.arg("--noout").arg(sandbox.path("changes.xml")));
}

#[test]
fn a_page_that_can_not_be_written_is_told() {
    let sandbox = Sandbox::of("small");
    release(&sandbox, "1.1", "2026-11-30");
    let ran = sandbox.run(&["changes", "1.1", "--html", "fonts"]);
    assert_eq!(ran.code, 2, "{ran:?}");
}

#[test]
fn without_a_kept_release_there_is_nothing_to_compare_with() {
    let sandbox = Sandbox::of("small");
    for arguments in [["changes", "1.0"], ["recall", "shop"]] {
        sandbox.run(&arguments).assert(
            2,
            str![[r#"
error: nothing was kept of a release of `note`
 |
 = help: `feuillet release` makes one, and keeps what it says
"#]],
        );
    }
    release(&sandbox, "1.1", "2026-11-30");
    let ran = sandbox.run(&["changes", "1.2"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("no release `1.2`"), "{ran:?}");
    let ran = sandbox.run(&["changes", "1.1", "--lang", "ru"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("no language `ru`"), "{ran:?}");
}

#[test]
fn a_kept_release_that_can_not_be_read_is_told_at_its_place() {
    let sandbox = Sandbox::of("small");
    release(&sandbox, "1.1", "2026-11-30");
    let path = "brochures/note/releases/1.1/release.toml";
    let whole = sandbox.read(path);
    for (old, new, place) in [
        ("format = 1", "format = 2", "release.toml:2:10"),
        ("version = \"1.1\"", "version = \"1.2\"", "release.toml:3:11"),
        ("phone = [", "phon = [", "release.toml:"),
        ("state = \"draft\"", "state = \"approved\"", "release.toml:"),
        ("state = \"draft\"", "state = \"signed\"", "release.toml:"),
        ("date = ", "day = ", "release.toml"),
    ] {
        sandbox.write(path, whole.replace(old, new));
        for arguments in
            [&["changes", "1.1"][..], &["recall", "shop"], &["facts"], &["release", "1.2"]]
        {
            let ran = sandbox.run(arguments);
            assert_eq!(ran.code, 1, "{new}: {ran:?}");
            assert!(ran.stderr.contains(place), "{new}: {ran:?}");
        }
        assert!(!sandbox.exists("brochures/note/releases/1.2"));
    }
    sandbox.write(path, &whole);
    sandbox.delete("brochures/note/releases/1.1/texts-nl.toml");
    assert_eq!(sandbox.run(&["changes", "1.1"]).code, 1);
}

#[test]
fn a_number_on_the_page_is_whole_and_keeps_its_direction() {
    let sandbox = Sandbox::of("small");
    for (path, text, call) in
        [(ENGLISH, "Pay what you like.", "Call"), (DUTCH, "Betaal wat u wilt.", "Bel")]
    {
        sandbox.replace(path, text, &format!("{call} {{ $shop-phone }}."));
    }
    release(&sandbox, "1.1", "2026-11-30");
    sandbox.replace(FACTS, "0123 45 67 89", "0123 45 67 88");
    assert_eq!(sandbox.run(&["changes", "1.1", "--html", "changes.html"]).code, 0);
    let page = sandbox.read("changes.html");
    let (old, new) = ("0123 45 67 89", "0123 45 67 88");
    let wanted = format!(
        "Call <del dir=\"ltr\"><bdi dir=\"ltr\">{old}</bdi>.</del><ins dir=\"ltr\"><bdi dir=\"ltr\">{new}</bdi>.</ins>"
    );
    assert!(page.contains(&wanted), "{page}");
}
