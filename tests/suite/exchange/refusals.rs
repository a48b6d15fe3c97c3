//! Files that came back with something wrong: all faults in one report, each at its place, and nothing on the disk changes.

use std::fs;

use snapbox::str;

use crate::exchange::shared::{DUTCH, edit, export, fill, import};
use crate::support::{Ran, Sandbox};

/// Exports Dutch, lets somebody edit the file, and imports it. Nothing may change.
#[track_caller]
fn refused(sandbox: &Sandbox, change: impl FnOnce(&str)) -> Ran {
    let file = export(sandbox, "nl", "po");
    change(&file);
    let contents = |sandbox: &Sandbox| {
        let files = sandbox.files("translations").into_iter();
        files.map(|path| (sandbox.read(&path), path)).collect::<Vec<_>>()
    };
    let before = contents(sandbox);
    let ran = import(sandbox, &[&file]);
    assert_ne!(ran.code, 0, "{}", ran.stdout);
    assert_eq!(contents(sandbox), before);
    ran
}

/// The same with one translation, for which it gives the first line of each report.
#[track_caller]
fn faults(id: &str, text: &str) -> Vec<String> {
    let sandbox = Sandbox::of("small");
    let ran = refused(&sandbox, |file| fill(file, &[(id.to_owned(), text)].into()));
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("--> note-nl.po:"), "{}", ran.stderr);
    let lines = ran.stderr.lines().filter(|line| line.starts_with("error"));
    lines.map(str::to_owned).collect()
}

#[test]
fn what_a_translator_loses_or_invents_is_refused() {
    for (id, text, wanted) in [
        ("shop-bring", "Breng het in een tas.", "lacks `<b>`, which its source has"),
        ("shop-bring", "<b>Breng</b> <b>het</b>.", "has `<b>` twice, its source once"),
        ("shop-bring", "<b>Breng</b> <em>het</em>.", "has `<em>`, which its source has not"),
        ("shop-bring", "<b>Breng het.", "in `shop-bring` `<b>` is not closed"),
        ("shop-bring", "Breng</b> het.", "in `shop-bring` `</b>` closes nothing"),
        ("shop-bring", "<b>Breng <em>het</b></em>.", "in `shop-bring` `<em>` ends with `</b>`"),
        ("shop-pay", "Betaal { $years } wat.", "has `{ $years }`, which its source has not"),
        ("shop-pay", "Betaal { $jaren } wat.", "unknown fact `$jaren`"),
        ("shop-pay", "Betaal { -shop } wat.", "has `{ -shop }`, which its source has not"),
        ("shop-pay", "Betaal { -winkel } wat.", "`-winkel`"),
        (
            "shop-pay",
            "Betaal { need-questions }.",
            "has `{ need-questions }`, which its source has not",
        ),
        (
            "shop-text",
            "Een herstelling houdt { $years -> … }.",
            "lacks `{ -shop }`, which its source has",
        ),
        (
            "shop-text",
            "In { -shop } en { -shop } { $years -> … }.",
            "does not have `{ -shop }` as often",
        ),
        ("shop-text", "In { -shop } houdt het 3 jaar.", "lacks `{ $years }`, which its source has"),
        ("shop-text", "In { -shop } { $years -> … } { $years -> … }.", "has `{ $years }` twice"),
        ("shop-text", "In { -shop } { $jaren -> … }.", "needs a variant `other`"),
        (
            "shop-text[$years:other]",
            "drie jaar",
            "the variant `[other]` of `shop-text` lacks `{ $years }`",
        ),
        ("shop-pay", "Betaal { $years", "`shop-pay`:"),
        ("shop-pay", "Betaal } wat.", "`shop-pay`: a `}` closes nothing"),
        ("shop-pay", "Betaal\u{1}wat.", "`shop-pay` holds a character of no script: U+0001"),
        ("shop-pay", "Betaal\u{FDD0}wat.", "`shop-pay` holds a character of no script: U+FDD0"),
        ("shop-pay", "Betaal\u{85}wat.", "`shop-pay` holds a character of no script: U+0085"),
    ] {
        let found = faults(id, text);
        assert!(found.iter().any(|fault| fault.contains(wanted)), "{text}: {found:?}");
    }
}

#[test]
fn a_fault_shows_what_came_back_and_what_the_source_has() {
    let sandbox = Sandbox::of("small");
    let ran = refused(&sandbox, |file| {
        fill(
            file,
            &[
                ("shop-bring".to_owned(), "Breng het in een tas."),
                ("shop-text[$years:one]".to_owned(), "{ $jaar } jaar"),
            ]
            .into(),
        );
    });
    ran.assert(
        1,
        str![[r#"
error: unknown fact `$jaar`
  --> note-nl.po:60:1
   |
60 | msgstr "{ $jaar } jaar"
   | ^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: facts stand in `brochures/note/facts.toml`
   = help: the source is: A repair at { -shop } holds for { $years ->
               [one] { $years } year
              *[other] { $years } years
           }.

error[lost-emphasis]: `shop-bring` lacks `<b>`, which its source has
  --> note-nl.po:74:1
   |
74 | msgstr "Breng het in een tas."
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: put `<b>` and `</b>` around the same words
   = help: the source is: <b>Bring</b> it in a bag.
"#]],
    );
    assert_eq!(ran.stdout, "nothing was written\n");
}

#[test]
fn ids_are_those_of_the_brochure() {
    let sandbox = Sandbox::of("small");
    let ran = refused(&sandbox, |file| {
        edit(file, "msgctxt \"shop-pay\"", "msgctxt \"shop-apy\"");
        edit(file, "msgctxt \"shop-text[$years:one]\"", "msgctxt \"shop-text[$years:few]\"");
        edit(file, "msgctxt \"cover-text\"", "msgctxt \"cover-title\"");
    });
    ran.assert(
        1,
        str![[r#"
error: there are two texts `cover-title`
  --> note-nl.po:39:1
   |
39 | msgstr "Breng mee wat stuk is. We bekijken het samen."
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: the first stands in `note-nl.po`, line 33: delete one

error: no number takes the form `few` of `shop-text[$years:few]`
  --> note-nl.po:60:1
   |
60 | msgstr "{ $years } jaar"
   | ^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: the forms of the language are `one` and `other`

error: `note` has no text `shop-apy`
  --> note-nl.po:80:1
   |
80 | msgstr "Betaal wat u wilt."
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: did you mean `shop-pay`?
   = help: to leave it out: `--skip shop-apy`
"#]],
    );
}

#[test]
fn a_file_of_another_brochure_or_language_is_refused() {
    let sandbox = Sandbox::of("small");
    let header = |name: &str, old: &str, new: &str| {
        let (old, new) = (format!("\"{name}: {old}\\n\""), format!("\"{name}: {new}\\n\""));
        let ran = refused(&sandbox, |file| edit(file, &old, &new));
        ran.stderr.lines().next().unwrap().to_owned()
    };
    for (found, wanted) in [
        (header("X-Feuillet-Brochure", "note", "nota"), "error: no brochure `nota`"),
        (
            header("X-Feuillet-Language", "nl", "en"),
            "error: this file was made for `en`, and says now that it is in `nl`",
        ),
        (
            header("Language", "nl", "de"),
            "error: this file was made for `nl`, and says now that it is in `de`",
        ),
        (
            header("X-Source-Language", "en", "fr"),
            "error: `note-nl.po` was translated from `fr`, and `note` is written in `en`",
        ),
    ] {
        assert_eq!(found, wanted);
    }
    let file = export(&sandbox, "nl", "po");
    let ran = import(&sandbox, &[&file, "--lang", "en"]);
    assert_eq!(
        (ran.code, ran.stderr.lines().next()),
        (1, Some("error: `note-nl.po` is in `nl`, and not in `en`"))
    );
    let both = fs::read_to_string(&file).unwrap();
    fs::write(&file, both.replace("Language: nl", "Language: en")).unwrap();
    let ran = import(&sandbox, &[&file]);
    assert_eq!(
        (ran.code, ran.stderr.lines().next()),
        (1, Some("error: `en` is the source of `note`"))
    );
}

#[test]
fn hostile_files_change_nothing() {
    let sandbox = Sandbox::of("small");
    let file = export(&sandbox, "nl", "po");
    let whole = fs::read(&file).unwrap();
    let before = sandbox.read(DUTCH);
    let text = String::from_utf8(whole.clone()).unwrap().replace("wat u wilt", "niets");
    let bytes = text.as_bytes();
    let mut cases: Vec<Vec<u8>> = vec![
        Vec::new(),
        b"\0".to_vec(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        bytes.iter().map(|byte| if *byte > 127 { 0xE9 } else { *byte }).chain([0xE9]).collect(),
        text.replace("\"\n", "\n").into_bytes(),
        [bytes, bytes].concat(),
    ];
    // Cut in a text, in an entry or between two of them.
    cases.extend((1..100).map(|part| bytes[..bytes.len() * part / 100].to_vec()));
    for (index, case) in cases.iter().enumerate() {
        fs::write(&file, case).unwrap();
        let ran = import(&sandbox, &[&file]);
        assert_eq!(ran.code, 1, "{index}: {}", ran.stdout);
        assert!(ran.stderr.starts_with("error"), "{index}: {}", ran.stderr);
        assert_eq!(sandbox.read(DUTCH), before, "{index}");
    }
}

#[test]
fn forms_of_the_plural_are_those_of_the_language() {
    let sandbox = Sandbox::of("small");
    sandbox.replace("brochures/note/brochure.toml", "[\"en\", \"nl\"]", "[\"en\", \"nl\", \"ru\"]");
    sandbox.write("translations/ru/note.ftl", "");
    sandbox.write("translations/ru/common.ftl", sandbox.read("translations/en/common.ftl"));
    let file = export(&sandbox, "ru", "po");
    let text = |key: &str| format!("shop-text[$years:{key}]");
    for key in ["one", "few", "many", "other"] {
        assert!(fs::read_to_string(&file).unwrap().contains(&format!("msgctxt \"{}\"", text(key))));
    }
    let mut texts = std::collections::BTreeMap::from([
        ("shop-text".to_owned(), "В { -shop } — { $years -> … }."),
        ("-shop".to_owned(), "Мельница"),
        (text("one"), "{ $years } год"),
        (text("many"), "{ $years } лет"),
        (text("other"), "{ $years } года"),
    ]);
    fill(&file, &texts);
    let ran = import(&sandbox, &[&file]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("error: `shop-text[$years:few]` has no text"), "{}", ran.stderr);
    assert_eq!(sandbox.read("translations/ru/note.ftl"), "");
    texts.insert(text("few"), "{ $years } года");
    fill(&file, &texts);
    assert_eq!(import(&sandbox, &[&file]).code, 0);
    assert_eq!(
        sandbox.read("translations/ru/note.ftl"),
        "-shop = Мельница\nshop-text =\n    В { -shop } — { $years ->\n        [one] { $years } год\n        \
         [few] { $years } года\n        [many] { $years } лет\n       *[other] { $years } года\n    }.\n"
    );
}

#[test]
fn curly_quotes_in_markup_are_taken_for_straight_ones() {
    let sandbox = Sandbox::of("small");
    for language in ["en", "nl"] {
        sandbox
            .append(&format!("translations/{language}/note.ftl"), "made = <a id=\"shop\">x</a>\n");
    }
    let file = export(&sandbox, "nl", "po");
    fill(&file, &[("made".to_owned(), "<a id=“shop”>“y”</a>")].into());
    assert_eq!(import(&sandbox, &[&file]).code, 0);
    assert!(sandbox.read(DUTCH).ends_with("made = <a id=\"shop\">“y”</a>\n"));
}

#[test]
fn who_may_not_translate_may_not_import() {
    let sandbox = Sandbox::of("small");
    sandbox.write(
        "brochures/note/people.toml",
        "[people.AB]\nmay = [\"review\"]\n\n[people.CD]\nmay = [\"translate\"]\nlanguages = [\"ru\"]\n",
    );
    let file = export(&sandbox, "nl", "po");
    fill(&file, &[("shop-pay".to_owned(), "Geef.")].into());
    for by in ["AB", "CD", "EF"] {
        let ran = import(&sandbox, &[&file, "--by", by]);
        assert_eq!(ran.code, 2, "{by}: {}", ran.stderr);
    }
    assert!(!sandbox.exists("translations/nl/state"));
}

#[test]
fn texts_in_another_script_and_copies_are_found() {
    let sandbox = Sandbox::of("small");
    let file = export(&sandbox, "nl", "po");
    let mut texts = std::collections::BTreeMap::from([
        ("shop-title".to_owned(), "The shop"),
        ("cover-text".to_owned(), "Принесите то, что сломано."),
    ]);
    fill(&file, &texts);
    let ran = import(&sandbox, &[&file]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stderr.contains("error: this text is not in the script of `nl`: `cover-text`"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains("warning: this text is as in the source: `shop-title`"),
        "{}",
        ran.stderr
    );
    // A name in another script among many words may be meant.
    texts.insert(
        "shop-pay".to_owned(),
        "Geef wat u wilt, en zeg het ook aan anderen die hier komen.",
    );
    fill(&file, &texts);
    let ran = import(&sandbox, &[&file]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.stderr.contains("warning: this text is not in the script of `nl`"),
        "{}",
        ran.stderr
    );
}
