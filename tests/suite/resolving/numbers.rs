//! Numbers, dates and hours as each language writes and counts them.

use feuillet::resolve::manuscript::Passage;

use snapbox::str;

use super::{project, shown, value};
use crate::support::{Sandbox, messages};

/// The forms that `text` takes for each of `numbers`.
#[track_caller]
fn forms(language: &str, text: &str, numbers: &[u32]) -> Vec<String> {
    // A number is kept on the line of its word, which is not what is looked at here.
    let form = |number| {
        let facts = value("n", &format!("number = {number}"));
        shown(language, text, &facts).replace('\u{A0}', " ")
    };
    numbers.iter().map(form).collect()
}

const NUMBERS: [u32; 8] = [0, 1, 2, 3, 5, 11, 21, 100];

#[test]
fn russian_counts_in_its_forms() {
    let text = "{ $n ->\n    [one] { $n } год\n    [few] { $n } года\n   *[many] { $n } лет\n}";
    assert_eq!(
        forms("ru", text, &NUMBERS),
        ["0 лет", "1 год", "2 года", "3 года", "5 лет", "11 лет", "21 год", "100 лет"]
    );
}

#[test]
fn arabic_counts_in_its_six_forms() {
    let text = "{ $n ->\n    [zero] صفر\n    [one] سنة\n    [two] سنتان\n    \
                [few] { $n } سنوات\n    \
                [many] { $n } سنة\n   *[other] { $n } سنة كاملة\n}";
    assert_eq!(
        forms("ar", text, &NUMBERS),
        ["صفر", "سنة", "سنتان", "3 سنوات", "5 سنوات", "11 سنة", "21 سنة", "100 سنة كاملة"]
    );
}

#[test]
fn polish_counts_in_its_forms() {
    let text = "{ $n ->\n    [one] { $n } rok\n    [few] { $n } lata\n   *[many] { $n } lat\n}";
    assert_eq!(
        forms("pl", text, &NUMBERS),
        ["0 lat", "1 rok", "2 lata", "3 lata", "5 lat", "11 lat", "21 lat", "100 lat"]
    );
}

#[test]
fn an_exact_number_comes_before_its_plural_form() {
    let text = "{ $n ->\n    [0] never\n    [1] for a single year\n    [one] { $n } year\n   \
                *[other] { $n } years\n}";
    assert_eq!(forms("en", text, &[0, 1, 2]), ["never", "for a single year", "2 years"]);
}

#[test]
fn a_fraction_takes_the_form_of_its_language() {
    let text = "{ $n ->\n    [one] { $n } année\n   *[other] { $n } années\n}";
    let form = |figure| shown("fr", text, &value("n", &format!("number = {figure}")));
    // In French one and a half is still singular (CLDR: i = 0,1).
    assert_eq!(form("1.5"), "1,5\u{A0}année");
    assert_eq!(form("2.5"), "2,5\u{A0}années");
}

#[test]
fn a_choice_inside_a_choice_is_made() {
    let text = "{ $n ->\n    [one] one\n   *[other] { $years ->\n        \
                [3] three of { $n }\n       \
                *[other] of { $n }\n    }\n}";
    assert_eq!(forms("en", text, &[1, 7]), ["one", "three of 7"]);
}

#[test]
fn number_options_are_followed() {
    let facts = value("n", "number = 1234.5");
    for (text, wanted) in [
        ("{ $n }", "1,234.5"),
        ("{ NUMBER($n) }", "1,234.5"),
        ("{ NUMBER($n, minimumFractionDigits: 2) }", "1,234.50"),
        ("{ NUMBER($n, maximumFractionDigits: 0) }", "1,234"),
        ("{ 12345 }", "12,345"),
    ] {
        assert_eq!(shown("en", text, &facts), wanted, "{text}");
    }
}

#[test]
fn numbers_are_written_by_locale() {
    let facts = value("n", "number = 12345.5");
    for (language, wanted) in [
        ("en", "12,345.5"),
        ("fr", "12\u{202F}345,5"),
        ("nl", "12.345,5"),
        ("ar", "12,345.5"),
        ("fa", "۱۲٬۳۴۵٫۵"),
        ("ckb", "١٢٬٣٤٥٫٥"),
        ("pl", "12\u{A0}345,5"),
    ] {
        assert_eq!(shown(language, "{ $n }", &facts), wanted, "{language}");
    }
}

#[test]
fn dates_are_written_by_locale() {
    let facts = value("day", "date = 2026-02-03");
    for (language, wanted) in [
        ("en", "3 February 2026"),
        ("fr", "3 février 2026"),
        ("ru", "3 февраля 2026\u{202F}г."),
        ("ar", "3 فبراير 2026"),
    ] {
        assert_eq!(shown(language, "{ $day }", &facts), wanted, "{language}");
    }
}

#[test]
fn dates_are_as_long_as_the_text_asks() {
    let facts = value("day", "date = 2026-02-03");
    for (text, wanted) in [
        ("{ DATETIME($day) }", "3 février 2026"),
        ("{ DATETIME($day, dateStyle: \"long\") }", "3 février 2026"),
        ("{ DATETIME($day, dateStyle: \"medium\") }", "3 févr. 2026"),
        ("{ DATETIME($day, dateStyle: \"short\") }", "03/02/2026"),
    ] {
        assert_eq!(shown("fr", text, &facts), wanted, "{text}");
    }
}

#[test]
fn a_number_stays_on_the_line_of_the_word_that_it_counts() {
    assert_eq!(
        shown("en", "{ $years } years or { $years }, or { $years } (3)", ""),
        "3\u{A0}years or 3, or 3 (3)"
    );
}

#[test]
fn a_date_function_on_a_number_is_an_error() {
    let resolved = project("en", "{ DATETIME($years) }", "").load("note").resolve("short", "en");
    assert_eq!(
        messages(&resolved.diagnostics),
        ["invalid argument to `DATETIME` in the message `cover-text`"]
    );
}

#[test]
fn a_number_function_on_a_date_is_an_error() {
    let text = "{ NUMBER($release-date) }";
    let resolved = project("en", text, "").load("note").resolve("short", "en");
    assert_eq!(
        messages(&resolved.diagnostics),
        ["invalid argument to `NUMBER` in the message `cover-text`"]
    );
}

#[test]
fn an_unknown_date_style_is_an_error() {
    let text = "{ DATETIME($release-date, dateStyle: \"shrot\") }";
    let resolved = project("en", text, "").load("note").resolve("short", "en");
    assert_eq!(
        messages(&resolved.diagnostics),
        ["invalid argument to `DATETIME` in the message `cover-text`"]
    );
}

#[test]
fn opening_hours_are_written_by_locale() {
    let hours = |language: &str| {
        let resolved =
            Sandbox::of("neighbours").load("lantern-festival").resolve("leaflet", language);
        resolved.text("hours-range")
    };
    assert_eq!(hours("en"), "Monday to Friday, 09:30 to 17:00");
    assert_eq!(hours("nl"), "maandag tot vrijdag, van 09:30 tot 17:00");
}

#[test]
fn two_opening_hours_of_a_contact_are_both_shown() {
    let resolved = Sandbox::of("sorting").load("afval").resolve("vouwblad", "de");
    let hours: Vec<String> = resolved
        .manuscript
        .passages()
        .into_iter()
        .filter(|passage| passage.origin.name() == "hours-range")
        .map(Passage::plain)
        .collect();
    assert_eq!(
        hours,
        ["Dienstag bis Freitag, 10:00 bis 18:00 Uhr", "Samstag, 09:00 bis 16:30 Uhr"]
    );
}

#[test]
fn a_date_without_names_of_months_is_an_error() {
    let sandbox = Sandbox::of("small");
    sandbox.replace("brochures/note/brochure.toml", "\"nl\"", "\"rn\"");
    sandbox.write("translations/rn/note.ftl", "cover-text = { $release-date }\n");
    let row = "[language.rn]\nautonym = \"Ikirundi\"\nscript = \"Latn\"\nfallback = [\"en\"]\n";
    sandbox.write("translations/languages.toml", row);
    let found = sandbox.load("note").resolve("short", "rn");
    let errors = messages(&found.diagnostics);
    assert!(
        errors.contains(
            &"the message `cover-text` shows a date, and the months have no names in `rn`"
        ),
        "{errors:?}"
    );
    let months: Vec<String> = (1..=12).map(|month| format!("\"m{month}\"")).collect();
    sandbox.append("translations/languages.toml", &format!("months = [{}]\n", months.join(", ")));
    let text = sandbox.load("note").resolve("short", "rn").text("cover-text");
    assert!(text.contains(" m"), "{text}");
    sandbox.append("translations/languages.toml", "days = [\"Monday\"]\nclock = \"13\"\n");
    sandbox.assert_faults(str![[r#"
error: `days` must be a list of 7, found 1
 --> translations/languages.toml:6:8
  |
6 | days = ["Monday"]
  |        ^^^^^^^^^^
  |
  = help: name them all, in their order

error: `clock` is `13`, which is none of `24` and `12`
 --> translations/languages.toml:7:9
  |
7 | clock = "13"
  |         ^^^^

warning[lost-fact]: `cover-text` has `{ $release-date }`, which its source has not
 --> translations/rn/note.ftl:1:17
  |
1 | cover-text = { $release-date }
  |                 ^^^^^^^^^^^^
  |
  = help: delete it, or write it in the source too
  = help: if it is meant so, write above the message: `# accept $release-date: ` and the reason

warning[final-punctuation]: `cover-text` ends with no sign, its source with a full stop
 --> translations/rn/note.ftl:1:17
  |
1 | cover-text = { $release-date }
  |                 ^^^^^^^^^^^^
  |
  = help: write the sign that the language has for it, or see whether the end is missing
  = help: if it is meant so, write above the message: `# accept final-punctuation: ` and the reason
"#]]);
}

#[test]
fn pages_are_counted_in_the_figures_of_the_texts() {
    for (numerals, figures) in [
        ("", "figures: \"1\","),
        ("numerals = \"deva\"\n", "figures: \"१\","),
        (
            "numerals = \"thai\"\n",
            "(\"๐\", \"๑\", \"๒\", \"๓\", \"๔\", \"๕\", \"๖\", \"๗\", \"๘\", \"๙\", )",
        ),
        ("numerals = \"hanidec\"\n", "(\"〇\", \"一\", "),
    ] {
        let sandbox = Sandbox::of("small");
        sandbox.set_english_as_typed();
        sandbox.append("translations/languages.toml", numerals);
        let to = ["typst", "note", "--lang", "en", "--edition", "short", "--output", "written"];
        assert_eq!(sandbox.run(&to).code, 0);
        assert!(
            sandbox.read("written/theme.typ").contains(figures),
            "{}",
            sandbox.read("written/theme.typ")
        );
    }
    // A language has those of CLDR without a word in its row.
    let sandbox = Sandbox::of("small");
    sandbox.replace("brochures/note/brochure.toml", "\"nl\"", "\"ne\"");
    let row = "[language.ne]\nautonym = \"Nepali\"\nscript = \"Latn\"\nfallback = [\"en\"]\n";
    sandbox.write("translations/languages.toml", row);
    sandbox.write("translations/ne/note.ftl", "cover-text = { $years }\n");
    assert_eq!(sandbox.load("note").resolve("short", "ne").text("cover-text"), "३");
    let to = ["typst", "note", "--lang", "ne", "--edition", "short", "--output", "written"];
    sandbox.run(&to);
    assert!(sandbox.read("written/theme.typ").contains("figures: \"१\","));
}

#[test]
fn steps_are_numbered_in_figures_that_typst_does_not_know() {
    let sandbox = Sandbox::of("small");
    sandbox.set_english_as_typed();
    // Figures of the fonts that ship: those of full width are not, these are.
    sandbox.append("translations/languages.toml", "numerals = \"arabext\"\n");
    let loaded = sandbox.load("note");
    assert_eq!(loaded.resolve("short", "en").text("shop-text").matches('۳').count(), 1);
}
