//! How long `translations status` takes where there are many messages and languages, beside a bare parse of the same files.
//!
//! `FEUILLET_TEST_FACTOR=10 cargo test --release --test suite status_scale -- --nocapture` measures 5,000 messages in 30
//! languages; the suite takes a sample of a tenth.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::support::Sandbox;
use crate::support::sample::factor;

const LANGUAGES: [&str; 30] = [
    "am", "ar", "bg", "bn", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hy", "it", "ka", "ku",
    "nl", "pl", "ps", "pt", "ro", "ru", "so", "sq", "sw", "ta", "tr", "uk", "ur", "vi",
];

/// The most that a run may take, as a multiple of a bare parse: the first one, and one where nothing has changed in between.
const MOST: f64 = 1.5;

/// The small project with many messages in many languages.
fn large(messages: usize) -> Sandbox {
    let sandbox = Sandbox::of("small");
    let brochure = "brochures/note/brochure.toml";
    let languages: Vec<String> = LANGUAGES.iter().map(|tag| format!("\"{tag}\"")).collect();
    let languages = format!("languages = [{}]", languages.join(", "));
    sandbox.replace(brochure, "languages = [\"en\", \"nl\"]", &languages);
    let ids: Vec<String> = (0..messages).map(|number| format!("\"m-{number}\"")).collect();
    let list = format!("  {{ list = [{}] }},\n  {{ contacts", ids.join(", "));
    sandbox.replace(brochure, "  { contacts", &list);
    let (own, common) =
        (sandbox.read("translations/en/note.ftl"), sandbox.read("translations/en/common.ftl"));
    for (index, language) in LANGUAGES.iter().enumerate() {
        let mut texts = own.clone();
        for number in 0..messages {
            let words = "a few words more ".repeat(1 + (number * 7 + index) % 5);
            let _ = match number % 4 {
                0 => writeln!(texts, "m-{number} = <b>Now.</b> {words}and {language}."),
                1 => writeln!(texts, "m-{number} = {words}to {{ $shop-phone }}."),
                2 => writeln!(
                    texts,
                    "m-{number} =\n    {{ $years ->\n        [one] {{ $years }} {words}\n       *[other] {{ $years }} {words}\n    }}."
                ),
                _ => writeln!(texts, "# About {number}.\nm-{number} = {words}and an end."),
            };
        }
        sandbox.write(&format!("translations/{language}/note.ftl"), texts);
        sandbox.write(&format!("translations/{language}/common.ftl"), &common);
    }
    sandbox
}

/// How long it takes to read and parse all catalogues with `fluent-syntax` alone.
fn bare_parse(folder: &Path) -> Duration {
    let start = Instant::now();
    let mut entries = 0;
    for language in LANGUAGES {
        for name in ["common.ftl", "note.ftl"] {
            let text = std::fs::read_to_string(folder.join(language).join(name)).unwrap();
            entries += fluent_syntax::parser::parse(text).unwrap().body.len();
        }
    }
    assert!(entries > 0);
    start.elapsed()
}

#[test]
#[allow(clippy::print_stdout)]
fn a_look_costs_no_more_than_half_as_much_again_as_a_parse() {
    let messages = 500 * factor() as usize;
    let sandbox = large(messages);
    let status = || {
        let start = Instant::now();
        let ran = sandbox.run(&["translations", "status"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        (start.elapsed(), ran.stdout)
    };
    let (_, told) = status();
    // A file that has just been written is in doubt, and read again.
    std::thread::sleep(Duration::from_millis(2100));
    let best = |measure: &dyn Fn() -> Duration| (0..7).map(|_| measure()).min().unwrap();
    let cold = best(&|| {
        sandbox.delete(".feuillet");
        let (took, again) = status();
        assert_eq!(again, told);
        took
    });
    status();
    let warm = best(&|| {
        let (took, again) = status();
        assert_eq!(again, told, "what is told again is what was found");
        took
    });
    let bare = best(&|| bare_parse(&sandbox.path("translations")));
    let ratio = |took: Duration| took.as_secs_f64() / bare.as_secs_f64();
    println!(
        "{messages} messages in {} languages: a bare parse {bare:.0?}, a first status {cold:.0?} ({:.1}), again {warm:.0?} ({:.2})",
        LANGUAGES.len(),
        ratio(cold),
        ratio(warm)
    );
    // The start of a process weighs on a tenth of the texts.
    if factor() >= 10 {
        assert!(
            ratio(cold) <= MOST && ratio(warm) <= MOST,
            "{:.2}, {:.2}",
            ratio(cold),
            ratio(warm)
        );
    }
    // One word that is saved is noticed.
    sandbox.replace(
        "translations/fr/note.ftl",
        "Pay what you like.",
        "Pay what you can, all of you.",
    );
    let (_, changed) = status();
    assert_ne!(changed, told);
}
