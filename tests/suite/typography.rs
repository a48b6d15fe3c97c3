//! What is set for translators, by language: what they type, and what stands in the written source and in the PDF.

use std::process::Command;

use snapbox::str;

use crate::support::{Sandbox, approve, messages};

const BROCHURE: &str = "brochures/note/brochure.toml";
const FACTS: &str = "brochures/note/facts.toml";
const LANGUAGES: &str = "translations/languages.toml";

/// A small project whose second language is `language`, with `typed` as the text of its cover.
fn project(language: &str, typed: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    if language == "en" {
        let old = "cover-text = Bring what is broken. We look at it together.";
        sandbox.replace("translations/en/note.ftl", old, &format!("cover-text = {typed}"));
    } else {
        sandbox.replace(BROCHURE, "\"nl\"", &format!("\"{language}\""));
        let path = format!("translations/{language}/note.ftl");
        sandbox.write(&path, format!("cover-text = {typed}\n"));
    }
    sandbox.append(
        FACTS,
        "[value.months]\nnumber = 5\nsource = \"a test\"\nverified = 2026-01-01\n\
         review-by = 2030-01-01\n",
    );
    sandbox
}

/// What `feuillet typst` writes for the edition in `language`.
#[track_caller]
fn written(sandbox: &Sandbox, language: &str) -> String {
    let to = ["--edition", "short", "--output", "written"];
    let ran = sandbox.run(&[&["typst", "note", "--lang", language], &to[..]].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    sandbox.read("written/main.typ")
}

/// The text of the cover as `feuillet typst` writes it.
#[track_caller]
fn cover(language: &str, typed: &str) -> String {
    let main = written(&project(language, typed), language);
    let (_, cover) = main.split_once("#cover(").unwrap();
    let (_, text) = cover.split_once("#paragraph[").unwrap();
    text.lines().next().unwrap().strip_suffix(']').unwrap().to_owned()
}

/// What `pdftotext` reads in the PDF of the edition in `language`, its lines joined. `None` without `pdftotext`.
fn printed(sandbox: &Sandbox, language: &str) -> Option<String> {
    crate::support::outside::outside("pdftotext")?;
    assert_eq!(sandbox.run(&["build", "--lang", language]).code, 0);
    let pdf = format!("output/note/{language}/note-short-{language}-screen-draft.pdf");
    let printed = Command::new("pdftotext").arg("-raw").arg(sandbox.path(&pdf)).arg("-").output();
    Some(String::from_utf8(printed.unwrap().stdout).unwrap().replace('\n', " "))
}

/// Types each text in its language and compares what is written.
#[track_caller]
fn all_written(cases: &[(&str, &str, &str)]) {
    for (language, typed, wanted) in cases {
        assert_eq!(cover(language, typed), *wanted, "`{language}`, typed {typed}");
    }
}

#[test]
fn quotes_are_those_of_the_language() {
    all_written(&[
        ("fr", "Il dit \"oui\".", "#\"Il dit «\\u{202f}oui\\u{202f}».\""),
        ("nl", "Zeg ‘ja’ of „nee”.", "#\"Zeg “ja” of “nee”.\""),
        ("en", "Say 'yes' or « no ».", "#\"Say “yes” or “no”.\""),
        ("es", "Di \"sí\".", "#\"Di «sí».\""),
        ("pt", "Diga “sim”.", "#\"Diga «sim».\""),
        ("ru", "Скажи \"да\".", "#\"Скажи «да».\""),
        ("tr", "\"Evet\" de.", "#\"“Evet” de.\""),
        ("ar", "قل \"نعم\" و\"لا\".", "#\"قل «نعم» و«لا».\""),
        ("de", "Sag »ja«.", "#\"Sag „ja“.\""),
    ]);
}

#[test]
fn a_quotation_in_another_takes_the_inner_marks_over_runs_and_facts() {
    all_written(&[
        (
            "fr",
            "\"Il a dit <b>\"{ $years } ans\"</b> hier\"",
            "#\"«\\u{202f}Il a dit \"#strong[#\"“\"]#strong[#number[#\"3\"]]#strong[#\"\\u{a0}ans”\"]\
             #\" hier\\u{202f}»\"",
        ),
        ("ru", "\"Фирма \"Рост\" тут\"", "#\"«Фирма „Рост“ тут»\""),
        ("ar", "\"قال \"نعم\" لي\"", "#\"«قال ”نعم“ لي»\""),
        ("en", "\"He said 'no'\"", "#\"“He said ‘no’”\""),
    ]);
}

#[test]
fn what_may_be_no_quotation_stays() {
    all_written(&[
        ("en", "A 5\" pipe, \"new\"", "#\"A 5\\\" pipe, “new”\""),
        ("en", "\"never closed", "#\"\\\"never closed\""),
        ("nl", "'s nachts", "#\"’s nachts\""),
    ]);
}

#[test]
fn apostrophes_are_those_of_the_language() {
    all_written(&[
        ("fr", "l'eau d'{ $years }", "#\"l’eau d’\"#number[#\"3\"]"),
        ("en", "it's from the '90s", "#\"it’s from the ’90s\""),
        ("tr", "Belçika'da", "#\"Belçika’da\""),
        ("it", "c'è", "#\"c’è\""),
        ("uk", "об'єкт", "#\"обʼєкт\""),
        ("ar", "d'x", "#\"d'x\""),
    ]);
}

#[test]
fn dashes_and_points_are_those_of_the_language() {
    all_written(&[
        ("fr", "Oui - peut-être...", "#\"Oui\\u{a0}– peut-être…\""),
        ("en", "Yes -- well-known", "#\"Yes – well-known\""),
        ("ru", "Это - да", "#\"Это\\u{a0}— да\""),
        ("es", "La casa - la suya - es suya", "#\"La casa —la suya— es suya\""),
        ("ar", "نعم - لا...", "#\"نعم – لا…\""),
        ("nl", "3-5 dagen", "#\"3–5\\u{a0}dagen\""),
        (
            "nl",
            "{ $years }-{ $months } dagen",
            "#number[#\"3\"]#\"–\"#number[#\"5\"]#\"\\u{a0}dagen\"",
        ),
        ("nl", "op 2026-11-23", "#\"op 2026-11-23\""),
    ]);
}

#[test]
fn dashes_stay_out_of_what_is_filled_in() {
    let sandbox = project("nl", "{ $hall }, { $line }");
    let row = |name: &str, content: &str| {
        format!(
            "[value.{name}]\n{content}\nsource = \"a test\"\nverified = 2026-01-01\nreview-by = \
             2030-01-01\n"
        )
    };
    sandbox.append(FACTS, &row("hall", "text = \"B 3-5 - \\\"x\\\"\""));
    sandbox.append(FACTS, &row("line", "address = \"Dorp 3-5 - 1000 'X'\""));
    let main = written(&sandbox, "nl");
    assert!(main.contains("#\"B 3-5 - \\\"x\\\"\""), "{main}");
    // A number stays with its street.
    assert!(main.contains("#\"Dorp\\u{a0}3-5 - 1000 'X'\""), "{main}");
}

#[test]
fn numbers_and_short_words_hold_to_what_follows() {
    all_written(&[
        ("fr", "14 jours, 25 %, art. 10 et", "#\"14\\u{a0}jours, 25\\u{a0}%, art.\\u{a0}10 et\""),
        ("nl", "nr. 7, € 10, § 3", "#\"nr.\\u{a0}7, €\\u{a0}10, §\\u{a0}3\""),
        ("nl", "blz. { $years } en", "#\"blz.\\u{a0}\"#number[#\"3\"]#\" en\""),
        ("ru", "В доме и в саду, № 5", "#\"В\\u{a0}доме и\\u{a0}в\\u{a0}саду, №\\u{a0}5\""),
        ("pl", "Idę w las", "#\"Idę w\\u{a0}las\""),
        ("es", "a la casa y el mar", "#\"a la casa y el mar\""),
        ("ar", "خلال 14 يوما", "#\"خلال 14\\u{a0}يوما\""),
    ]);
}

#[test]
fn letters_of_another_keyboard_are_replaced() {
    all_written(&[("ro", "Ştiţi", "#\"Știți\""), ("tr", "şey", "#\"şey\"")]);
}

#[test]
fn long_words_get_soft_hyphens_but_not_in_titles() {
    all_written(&[
        ("fr", "l'accompagnement", "#\"l’accompa\\u{ad}gnement\""),
        ("nl", "verblijfsvergunningsaanvraag", "#\"verblijfs\\u{ad}vergunnings\\u{ad}aanvraag\""),
        ("en", "verblijfsvergunningsaanvraag", "#\"verblijfsvergunningsaanvraag\""),
        ("ro", "l'accompagnement", "#\"l’accompagnement\""),
    ]);
    let sandbox = project("nl", "x");
    sandbox.append("translations/nl/note.ftl", "cover-title = Verblijfsvergunningsaanvraag\n");
    let main = written(&sandbox, "nl");
    assert!(main.contains("title: [#\"Verblijfsvergunningsaanvraag\"]"), "{main}");
}

#[test]
fn the_pdf_shows_what_was_set() {
    let sandbox = project("fr", "l'ami dit \"non\" - 3-5 fois...");
    let Some(french) = printed(&sandbox, "fr") else { return };
    // Of narrow blanks poppler makes none.
    let french = french.replace([' ', '\u{A0}', '\u{202F}'], "");
    assert!(french.contains("l’amidit«non»–3–5fois…"), "{french}");
    let Some(dutch) = printed(&project("nl", "Zeg \"ja\" - foto's"), "nl") else { return };
    assert!(dutch.contains("Zeg “ja” – foto’s"), "{dutch}");
    let Some(arabic) = printed(&project("ar", "قل \"نعم\"..."), "ar") else { return };
    assert!(arabic.contains('«') && arabic.contains('»') && arabic.contains('…'), "{arabic}");
    assert!(!arabic.contains('"') && arabic.contains("نعم"), "{arabic}");
}

#[test]
fn a_soft_hyphen_divides_where_the_line_ends_and_nowhere_else() {
    // Longer than a line.
    let word = "verblijfsvergunningsaanvraagsbehandelingstermijnsverlengingsprocedure";
    let Some(dutch) = printed(&project("nl", &format!("De {word}.")), "nl") else { return };
    let whole = dutch.replace("\u{AD} ", "").replace('\u{AD}', "");
    assert!(whole.contains(word), "{dutch}");
    let divided: Vec<&str> = dutch.split("\u{AD} ").collect();
    assert_eq!(divided.len(), 2, "{dutch}");
    assert!(divided[0].trim_end_matches('\u{AD}').ends_with('s'), "{dutch}");
}

#[test]
fn the_templates_know_hyphens_emphasis_and_lines_of_a_language() {
    let main = written(&project("ar", "<em>نعم</em>"), "ar");
    let row = main.lines().find(|line| line.starts_with("#let lang-ar =")).unwrap();
    for part in ["emphasis: \"weight\"", "line-height: 1.1,", "hyphenate: false"] {
        assert!(row.contains(part), "{part}: {row}");
    }
    let sandbox = project("nl", "<em>ja</em>");
    let row = written(&sandbox, "nl");
    let row = row.lines().find(|line| line.starts_with("#let lang-nl =")).unwrap();
    for part in [
        "emphasis: \"italic\"",
        "line-height: 1,",
        "hyphenate: true, hyphens: (before: 3, after: 3)",
    ] {
        assert!(row.contains(part), "{part}: {row}");
    }
    sandbox.write(
        LANGUAGES,
        "[language.nl]\nautonym = \"Nederlands\"\nscript = \"Latn\"\nhyphenation = { before = 4, \
         after = 5 }\n",
    );
    let row = written(&sandbox, "nl");
    assert!(row.contains("hyphens: (before: 4, after: 5)"), "{row}");
}

#[test]
fn a_language_may_have_its_own_mark_before_items() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "{ text = \"shop-pay\", icon = \"wallet\" }", "\"shop-pay\"");
    written(&sandbox, "en");
    assert!(sandbox.read("written/theme.typ").contains("list-marker: none,"));
    let Some(before) = printed(&sandbox, "en") else { return };
    assert!(!before.contains('–'), "{before}");
    sandbox.write(
        LANGUAGES,
        "[language.en]\nautonym = \"English\"\nscript = \"Latn\"\nlist-marker = \"–\"\n",
    );
    written(&sandbox, "en");
    assert!(sandbox.read("written/theme.typ").contains("list-marker: \"–\","));
    let after = printed(&sandbox, "en").unwrap();
    assert!(after.contains("– Bring it in a bag.") && after.contains("– Pay"), "{after}");
}

#[test]
fn a_row_without_rules_keeps_what_is_typed() {
    let typed = "it's \"so\" - 3-5... « a »";
    let sandbox = project("en", typed);
    sandbox.set_english_as_typed();
    let main = written(&sandbox, "en");
    assert!(main.contains("#\"it's \\\"so\\\" - 3-5... « a »\""), "{main}");
}

#[test]
fn approvals_hold_whatever_typography_does() {
    let sandbox = project("en", "It's \"so\" - for 3-5 years, at verblijfsvergunning...");
    approve(&sandbox, "note", "AB");
    let reasons = |sandbox: &Sandbox| {
        let loaded = sandbox.load("note");
        assert_eq!(messages(&loaded.diagnostics), [""; 0]);
        loaded.resolve("short", "en").reasons()
    };
    assert_eq!(reasons(&sandbox), [""; 0]);
    sandbox.set_english_as_typed();
    assert_eq!(reasons(&sandbox), [""; 0]);
    sandbox.replace("translations/en/note.ftl", "It's \"so\"", "It’s “so”");
    assert_eq!(reasons(&sandbox), ["not-approved cover-text"], "what was typed is what is signed");
}

#[test]
fn a_faulty_row_is_reported() {
    let sandbox = Sandbox::of("small");
    sandbox.write(
        LANGUAGES,
        "[script.Latn]\nfamilies = [\"Source Sans 3\"]\nemphasis = \"bold\"\n\n[language.nl]\nautonym = \
         \"Nederlands\"\nscript = \"Latn\"\nquotes = [\"«\"]\nhyphenation = \"no\"\nreplace = { sz = \"ß\" }\n",
    );
    sandbox.assert_faults(str![[r#"
error: `emphasis` is `bold`, which is none of `italic` and `weight`
 --> translations/languages.toml:3:12
  |
3 | emphasis = "bold"
  |            ^^^^^^

error: `quotes` must be a list of two, found 1
 --> translations/languages.toml:8:10
  |
8 | quotes = ["«"]
  |          ^^^^^
  |
  = help: write the opening sign and the closing one, like `quotes = ["«", "»"]`

error: `hyphenation` must be `false` or a table like `{ before = 3, after = 3 }`, found the text `no`
 --> translations/languages.toml:9:15
  |
9 | hyphenation = "no"
  |               ^^^^ expected `false` or a table like `{ before = 3, after = 3 }`

error: a key of `replace` must be one character, found `sz`
  --> translations/languages.toml:10:13
   |
10 | replace = { sz = "ß" }
   |             ^^
"#]]);
}
