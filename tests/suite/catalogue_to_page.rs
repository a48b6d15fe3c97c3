//! Whatever a translator types, in whatever language, stands on the page: each character of the text, after the typography
//! of the language, and none besides.
//!
//! Texts are put together at random from words, numbers, markup, facts, terms, choices and characters that act in Fluent,
//! in Typst or in a line. What they must come to is the manuscript; that the manuscript is what was typed is the subject of
//! the tests of `resolve`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use feuillet::compose::compose;
use feuillet::diagnostic::{Report, Severity};
use feuillet::load::{Profile, Project};
use feuillet::typeset::{Fonts, typeset};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_oneof};
use proptest::proptest;
use proptest::test_runner::RngSeed;

use crate::support::{Sandbox, page_texts, sample};

/// Languages of the scripts that ship, each with a few of its words.
const LANGUAGES: [(&str, &[&str]); 14] = [
    ("fr", &["l'aide", "où", "« oui »", "aujourd'hui", "d'abord", "CPAS/OCMW"]),
    ("nl", &["'s nachts", "hulpverlening", "foto's", "A-kaart"]),
    ("en", &["don't", "the dogs’ bowl", "well-known", "\"now\""]),
    ("ar", &["مساعدة", "و\"كلمة\"", "بلا", "الشرطة،", "CPAS"]),
    ("es", &["¿Qué?", "la - suya - es", "niño"]),
    ("pt", &["ajuda", "não", "dê-lhe"]),
    ("ru", &["в доме", "и", "помощь", "№ 5", "ё"]),
    ("tr", &["28. sayfada", "İstanbul'da", "ışık"]),
    ("de", &["„so“", "Straße", "z.B."]),
    ("pl", &["w", "z nim", "źródło"]),
    ("ro", &["şi", "ţara", "ajutor"]),
    ("fa", &["کمک", "می‌خواهم", "۱۲ ۳۴۵"]),
    ("ckb", &["یارمەتی", "ژن", "١٢ ٣٤٥"]),
    ("el", &["βοήθεια", "πού;", "Αθήνα"]),
];

/// Text that is the same in every language: what acts somewhere, numbers in all forms, markup and what is filled in.
const PIECES: [&str; 40] = [
    "1 000 000",
    "04 555 0123",
    "+32 (0)2 555",
    "28/11/2026",
    "9:00 – 17:00",
    "3-5",
    "1/2",
    "50 %",
    "-5 °C",
    "€ 10",
    "BE71 0961 2345",
    "٠٤ ٥٥٥ ٠١٢٣",
    "https://a.be/b?c=1;d",
    "a-b@c.be",
    "rapport.pdf",
    "<b>bold</b>",
    "<em>so</em>",
    "<b>1</b> 000",
    "<span lang=\"nl\">'s morgens</span>",
    "<span lang=\"ar\">كلمة 04 555</span>",
    "{ $years }",
    "{ $shop-phone }",
    "{ $shop-name }",
    "{ -shop }",
    "{ $years -> \n        [one] one\n       *[other] { $years } or \"more\"\n    }",
    "{\"\\u0041\"}",
    "{ DATETIME($release-date, dateStyle: \"short\") }",
    "#let",
    "*x*",
    "_y_",
    "$z$",
    "\\",
    "`",
    "~",
    "@ref",
    "[a](b)",
    "= h",
    "3 < 5 > 2",
    "//",
    "- \"",
];

/// The project that each case changes, and the fonts, which are read once.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let sandbox = Sandbox::of("small");
    Fonts::load(&Project::find(sandbox.root()).unwrap().fonts(), &Report::new())
});

fn text() -> impl Strategy<Value = (usize, Vec<(usize, bool)>, Vec<String>)> {
    let hostile = prop_oneof![
        Just("'".to_owned()),
        Just("\"".to_owned()),
        Just("...".to_owned()),
        Just(" - ".to_owned()),
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just(" ?".to_owned()),
        Just("!".to_owned()),
        Just("\n\n    ".to_owned()),
        Just("\u{A0}".to_owned()),
        "[a-z0-9#*_$@`~\\\\/&;:,.%+-]{1,6}",
    ];
    let piece = (0..1000_usize, proptest::bool::ANY);
    (
        0..LANGUAGES.len(),
        proptest::collection::vec(piece, 1..8),
        proptest::collection::vec(hostile, 1..4),
    )
}

/// A message of these pieces, which begins with a word.
fn message(words: &[&str], pieces: &[(usize, bool)], hostile: &[String]) -> String {
    let mut text = words[0].to_owned();
    for (index, (piece, blank)) in pieces.iter().enumerate() {
        text.push_str(if *blank || index % 2 == 0 { " " } else { "" });
        match piece % 3 {
            0 => text.push_str(words[piece / 3 % words.len()]),
            1 => text.push_str(PIECES[piece / 3 % PIECES.len()]),
            _ => text.push_str(&hostile[piece / 3 % hostile.len()]),
        }
    }
    text.trim_end().to_owned()
}

/// Each character of a text but blanks, hyphens, which may be those of divided words, and what nobody sees.
fn characters(text: &str) -> BTreeMap<char, usize> {
    let mut all = BTreeMap::new();
    for c in bare(text).chars() {
        *all.entry(c).or_default() += 1;
    }
    all
}

fn bare(text: &str) -> String {
    let steers = |c: char| matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2069}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}');
    text.chars().filter(|c| !c.is_whitespace() && !"-‐".contains(*c) && !steers(*c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60 * sample::factor(),
        rng_seed: RngSeed::Fixed(sample::SEED),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_character_of_a_catalogue_stands_on_the_page((language, pieces, hostile) in text()) {
        let (tag, words) = LANGUAGES[language];
        let typed = message(words, &pieces, &hostile);
        let sandbox = Sandbox::of("small");
        let file = format!("translations/{tag}/note.ftl");
        if tag == "en" {
            let old = "cover-text = Bring what is broken. We look at it together.";
            sandbox.replace(&file, old, &format!("cover-text = {typed}"));
        } else {
            sandbox.replace("brochures/note/brochure.toml", "\"nl\"", &format!("\"{tag}\""));
            sandbox.write(&file, format!("-shop = Mill \"Lane\"\n\ncover-text = {typed}\n"));
        }
        let loaded = sandbox.load("note");
        let resolved = loaded.resolve("short", tag);
        if resolved.diagnostics.iter().any(|found| format!("{found:?}").contains("severity: Error")) {
            // What the markup refuses is told, and not laid out.
            return Ok(());
        }
        let edition = loaded.publication.brochure.edition("short").unwrap();
        let composition = compose(&loaded.publication, &resolved.manuscript, edition);
        let report = Report::new();
        let Ok(pages) = typeset(&composition, &FONTS, Profile::Screen, &report) else {
            // A text may be too long for its panel, which is told.
            prop_assert!(report.has_errors());
            return Ok(());
        };
        let too_long = pages.findings.iter().any(|found| found.severity == Severity::Error && found.check == "overset");
        let wanted = resolved.text("cover-text");
        let page = page_texts(&pages).concat();
        if loaded.publication.languages.get(&tag.parse().unwrap()).unwrap().direction().as_str() == "ltr"
            && !typed.contains(['\u{660}', '٥', 'ك'])
        {
            prop_assert!(bare(&page).contains(&bare(&wanted)) || too_long, "{typed:?}\n{wanted:?}\n{page:?}");
        }
        let (own, all) = (characters(&wanted), characters(&page));
        for (c, count) in own {
            prop_assert!(all.get(&c).copied().unwrap_or_default() >= count || too_long, "{c:?} of {typed:?}\n{wanted:?}\n{page:?}");
        }
        prop_assert_eq!(pages.document.pages().is_empty(), false);
    }
}
