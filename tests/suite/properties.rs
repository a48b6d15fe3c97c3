//! Whatever stands in a user's file, it is read or reported, and every place lies in its file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use feuillet::diagnostic::{Report, SourceFile};
use feuillet::load::{TextId, brochure, catalogue, facts, ftl, theme};
use feuillet_units::{Mm, Pt};
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof,
};
use proptest::proptest;
use proptest::test_runner::RngSeed;

use crate::support::{Loaded, Sandbox, sample};

/// The readers of TOML files.
const READERS: [fn(&Arc<SourceFile>, &Report); 3] = [
    |file, report| drop(brochure::read(file, "a", report)),
    |file, report| drop(facts::read(file, "en", report)),
    |file, report| drop(theme::read(file, report)),
];

/// So many cases of a sample, the same in every run; what fails is shown, and written to no file.
fn cases(number: u32) -> ProptestConfig {
    ProptestConfig {
        cases: number * sample::factor(),
        rng_seed: RngSeed::Fixed(sample::SEED),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Pieces of TOML, so that much of what is made is almost right.
fn toml() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[edition.short]\n".to_owned()),
        Just("[[section]]\n".to_owned()),
        Just("[contact.a]\nname = { fr = \"a\" }\n".to_owned()),
        Just("[value.a]\nnumber = 1\n".to_owned()),
        Just("[value.b]\ntext = { fr = \"a\", x_ = \"\", FR = \"b\" }\n".to_owned()),
        Just("site = { fr = \"a.be\", nl = 1, \"é\" = \"\" }\n".to_owned()),
        Just("[colours]\n".to_owned()),
        Just("id = \"a\"\n".to_owned()),
        Just("blocks = [{ paragraph = \"a\" }, { slot = 1 }, { guide = [{}] }]\n".to_owned()),
        Just(
            "blocks = [{ multilingual = \"a\", in = [\"fr\", \"fr\", \"é\", 1], either = 2 }]\n"
                .to_owned()
        ),
        Just("page = { width = \"1mm\", height = 2 }\n".to_owned()),
        Just("hours = [{ day = \"monday\", from = \"9\" }]\n".to_owned()),
        Just("release = { date = 2026-13-99 }\n".to_owned()),
        Just("source-language = \"é\"\n".to_owned()),
        "[a-z]{1,6} = (-?[0-9]{1,22}|\"[^\"]{0,4}\"|\\[\\]|\\{\\}|true|2026-02-30)\n",
        "[\\[\\]{}=\"'#,.\\\\a-z0-9 \n\t\u{e9}\u{fdd0}]{0,12}",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Pieces of Fluent.
fn fluent() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("cover-text = ".to_owned()),
        Just("-shop = b\n".to_owned()),
        Just("\n    ".to_owned()),
        Just("{ $years ->\n    [one] a\n   *[other] b\n  }".to_owned()),
        Just("{ -shop(x: 1) }".to_owned()),
        Just("{ NUMBER($years, minimumFractionDigits: 3) }".to_owned()),
        Just("{ DATETIME($release-date, dateStyle: \"short\") }".to_owned()),
        Just("{\"\\u0041\"}".to_owned()),
        Just("{ cover-text }".to_owned()),
        Just("\n.a = b\n".to_owned()),
        "[{}\\[\\]*.#=\"$<>/ \n\ta-z\u{e9}\u{200f}]{0,10}",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Pieces of inline markup, none of which Fluent knows.
fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<b>".to_owned()),
        Just("</b>".to_owned()),
        Just("<em>".to_owned()),
        Just("</em>".to_owned()),
        Just("<a id=\"shop\">".to_owned()),
        Just("<a id=\"nobody\">".to_owned()),
        Just("</a>".to_owned()),
        Just("<span lang=\"nl\">".to_owned()),
        Just("<span lang=\"ar\">".to_owned()),
        Just("<span lang=\"xx\">".to_owned()),
        Just("<span lang=\"\">".to_owned()),
        Just("</span>".to_owned()),
        Just("<".to_owned()),
        Just(" ".to_owned()),
        "[a-z<>/\"=]{1,5}",
    ];
    proptest::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

/// A Fluent file of parts, each with its own line ends: comments, messages of all layouts, terms, blank lines.
fn fluent_file() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("# about the next\n".to_owned()),
        Just("## group\n\n".to_owned()),
        Just("### file\n".to_owned()),
        Just("#\n".to_owned()),
        Just("\n".to_owned()),
        Just("   \n".to_owned()),
        "id = [a-z]{1,6}[ ]{0,2}\n",
        "id =\n    [a-z]{1,6}  \n\n      [a-z]{1,6}\n",
        "id = [a-z]{1,4}\n  \\.title = [a-z]{1,4}\n    more\n",
        Just("id =\n    .title = only\n".to_owned()),
        Just("id = { $n ->\n[one] a \"b\n   *[other] c\n    d\n} e\n".to_owned()),
        Just("id = {\n$n }\n".to_owned()),
        Just("-id = { id.title }{\"}\"}\n    .case = x\n".to_owned()),
        Just("id = \u{e9}\u{200f}\u{a0}\n".to_owned()),
    ];
    let parts = proptest::collection::vec((part, any::<u8>()), 1..12);
    (parts, any::<bool>(), any::<bool>()).prop_map(|(parts, mark, cut)| {
        let mut out = String::from(if mark { "\u{FEFF}" } else { "" });
        for (index, (part, ends)) in parts.into_iter().enumerate() {
            let named = part.replace("id =", &format!("m{index} ="));
            for (line, text) in named.split_inclusive('\n').enumerate() {
                let windows = ends >> (line % 8) & 1 == 1;
                out.push_str(text.trim_end_matches('\n'));
                out.push_str(if windows { "\r\n" } else { "\n" });
            }
        }
        // To Fluent a last line of blanks without a line end is an error.
        let end = out.trim_end_matches([' ', '\r', '\n']).len();
        out.truncate(if cut { end } else { out.len() });
        out
    })
}

/// The entries of a file by name, with the canonical form, the comment and the attributes of each.
fn entries(own: &str) -> BTreeMap<String, String> {
    let report = Report::new();
    let texts = catalogue::read(&SourceFile::decode("a.ftl", own), &report);
    assert!(!report.has_errors(), "{own:?}");
    let messages = texts.messages.iter().map(|(id, entry)| (id.to_string(), entry));
    let terms = texts.terms.iter().map(|(id, entry)| (format!("-{id}"), entry));
    let entries = messages.chain(terms);
    entries.map(|(id, entry)| (id, format!("{} {:?}", entry.canonical, entry.details))).collect()
}

/// Makes sure that every place can be shown: in the file, and between characters.
fn places_are_sound(file: &Arc<SourceFile>, report: Report) -> bool {
    report.into_sorted().iter().filter_map(|found| found.span.as_ref()).all(|place| {
        let (line, column) = place.line_column();
        place.file == *file && file.text.get(place.range.clone()).is_some() && line * column > 0
    })
}

/// A project whose English texts are replaced by `text`, as the library sees it.
fn resolved(text: &str) -> (Loaded, String) {
    static SANDBOX: LazyLock<std::sync::Mutex<Sandbox>> = LazyLock::new(|| {
        let sandbox = Sandbox::of("small");
        sandbox.set_english_as_typed();
        std::sync::Mutex::new(sandbox)
    });
    let sandbox = SANDBOX.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    sandbox.write("translations/en/note.ftl", text);
    let loaded = sandbox.load("note");
    let resolved = loaded.resolve("short", "en");
    let mut out = String::new();
    for passage in resolved.manuscript.passages() {
        let _ = writeln!(out, "{}", passage.plain());
    }
    let shown = resolved
        .diagnostics
        .iter()
        .chain(&loaded.diagnostics)
        .filter_map(|found| found.span.as_ref())
        .all(|place| place.file.text.get(place.range.clone()).is_some());
    assert!(shown, "a place lies outside its file");
    (loaded, out)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_toml_is_read_or_reported(text in toml()) {
        let file = SourceFile::new("a.toml", text);
        for read in READERS {
            let report = Report::new();
            read(&file, &report);
            prop_assert!(places_are_sound(&file, report));
        }
    }

    #[test]
    fn any_fluent_is_read_or_reported(text in fluent()) {
        let file = SourceFile::new("a.ftl", text);
        let report = Report::new();
        let _ = catalogue::read_canonical(&file, &report);
        prop_assert!(places_are_sound(&file, report));
    }

    #[test]
    fn any_message_is_replaced_and_removed_alone(
        own in fluent_file(),
        chosen in any::<proptest::sample::Index>(),
        text in "[a-c {}\\[\\]*.#=\"\\\\\n\u{e9}\u{200f}\t]{0,16}",
    ) {
        let before = entries(&own);
        if before.is_empty() {
            return Ok(());
        }
        let name = before.keys().nth(chosen.index(before.len())).unwrap();
        let id: TextId = name.parse().unwrap();
        let file = SourceFile::decode("a.ftl", &own);
        let read = catalogue::read(&file, &Report::new());
        let range = read.get(&id).unwrap().body().own_range();

        let replaced = ftl::replace(&file, &id, &ftl::from_plain(&text)).unwrap();
        prop_assert_eq!(&replaced[..range.start], &own[..range.start]);
        prop_assert!(replaced.ends_with(&own[range.end..]));
        let mut after = entries(&replaced);
        let read = catalogue::read(&SourceFile::decode("a.ftl", &replaced), &Report::new());
        let pattern = read.get(&id).unwrap().pattern().unwrap();
        prop_assert_eq!(ftl::shown(&pattern), Some(text));
        prop_assert_eq!(ftl::parse_pattern(&ftl::typed(&pattern)), Ok(pattern));
        let mut others = before.clone();
        after.remove(name);
        others.remove(name);
        prop_assert_eq!(&after, &others);

        let removed = ftl::remove(&file, &id).unwrap();
        let left = entries(&removed);
        prop_assert_eq!(left.keys().collect::<Vec<_>>(), others.keys().collect::<Vec<_>>());
        let comment = "one\n\ntwo";
        let file = SourceFile::decode("a.ftl", &removed);
        let added = ftl::add(&file, &id, &ftl::from_plain("new"), Some(comment), None).unwrap();
        let mut after = entries(&added);
        prop_assert!(after.remove(name).unwrap().contains("one\\n\\ntwo"));
        prop_assert_eq!(after, left);
    }

    #[test]
    fn any_typed_pattern_reads_back_as_it_is_written(typed in fluent()) {
        if let Ok(pattern) = ftl::parse_pattern(&typed) {
            // Blanks that begin a line are quoted the first time.
            let written = ftl::typed(&pattern);
            let again = ftl::parse_pattern(&written).map(|pattern| ftl::typed(&pattern));
            prop_assert_eq!(again, Ok(written));
        }
    }

    #[test]
    fn canonical_form_does_not_depend_on_layout(words in "[a-z]{1,8}( [a-z]{1,8}){0,6}") {
        let read = |text: String| {
            let report = Report::new();
            let texts = catalogue::read_canonical(&SourceFile::new("a.ftl", text), &report);
            (texts, report.into_sorted())
        };
        let (one, _) = read(format!("a = {words}\n"));
        let lines = words.replace(' ', "\n      ");
        let (many, faults) = read(format!("# b\n\na =\n      {lines}\n"));
        prop_assert_eq!(faults, []);
        prop_assert_eq!(one, many);
    }

    #[test]
    fn lengths_are_read_back_as_they_are_written(figure in 0.001_f64..5000.0) {
        let figure = (figure * 1000.0).round() / 1000.0;
        let points: Pt = format!("{figure}pt").parse().unwrap();
        prop_assert_eq!(points.to_string(), format!("{figure}pt"));
        let millimetres: Mm = format!("{figure}mm").parse().unwrap();
        prop_assert_eq!(millimetres.to_string(), format!("{figure}mm"));
        prop_assert!((Pt::from(millimetres).0 - figure * 72.0 / 25.4).abs() < 1e-6);
    }

    #[test]
    fn any_text_is_a_length_or_not(text in ".{0,12}", unit in "(mm|cm|pt|in|em|)") {
        if let Ok(Pt(points)) = format!("{text}{unit}").parse() {
            prop_assert!(points.is_finite() && points > 0.0);
        }
    }
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn any_fluent_resolves_or_is_reported(text in fluent()) {
        let _ = resolved(&text);
    }

    #[test]
    fn any_markup_resolves_or_is_reported(text in markup()) {
        let (loaded, shown) = resolved(&format!("cover-text = x{text}x\n"));
        // What is no tag stays; what is one goes: nothing else is lost.
        let report = loaded.resolve("short", "en").diagnostics;
        let broken = report.iter().any(|found| {
            let faults = [
                "is never closed",
                "expected `</",
                "has no opening tag",
                "not a fact with a web address",
                "has no row in the table of languages",
            ];
            faults.iter().any(|words| found.message.contains(words))
        });
        if !broken {
            let mut left = format!("x{text}x");
            let tags = [
                "<b>",
                "</b>",
                "<em>",
                "</em>",
                "<a id=\"shop\">",
                "</a>",
                "<span lang=\"nl\">",
                "<span lang=\"ar\">",
                "</span>",
            ];
            for tag in tags {
                left = left.replace(tag, "");
            }
            prop_assert!(shown.contains(&left), "{left:?} in {shown:?}");
        }
    }
}
