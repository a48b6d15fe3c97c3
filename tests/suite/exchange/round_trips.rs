//! Every catalogue of the repository goes out, and comes back into an empty one.

use std::collections::BTreeMap;

use fluent_syntax::ast::Pattern;

use crate::exchange::shared::{FORMATS, export_all, import, import_clean, trees};
use crate::support::Sandbox;

/// Projects of the repository, each with its brochure.
const PROJECTS: [(&str, &str); 5] = [
    ("", "partner-violence"),
    ("small", "note"),
    ("neighbours", "lantern-festival"),
    ("allotment", "allotment"),
    ("languages", "library"),
];

fn project(name: &str) -> Sandbox {
    if name.is_empty() { Sandbox::shipped() } else { Sandbox::of(name) }
}

#[test]
fn every_catalogue_comes_back_into_an_empty_one() {
    for format in FORMATS {
        let mut number = 0;
        for (name, brochure) in PROJECTS {
            let sandbox = project(name);
            let source =
                sandbox.load(brochure).publication.brochure.source_language.value.to_string();
            let of_source = trees(&sandbox, brochure, &source);
            let mut files = Vec::new();
            let mut wanted: Vec<(String, BTreeMap<String, Pattern<String>>)> = Vec::new();
            // Their texts lack forms of the plural that CLDR gives the languages, which is refused.
            let is_whole = |language: &String| !["ln", "vi"].contains(&language.as_str());
            let exported = export_all(&sandbox, format, &["--brochure", brochure]).into_iter();
            for (language, file) in exported.filter(|(language, _)| is_whole(language)) {
                let mut texts = trees(&sandbox, brochure, &language);
                // What the source does not have, no translator is asked for.
                texts.retain(|id, _| of_source.contains_key(id));
                for name in ["common", brochure] {
                    let path = format!("translations/{language}/{name}.ftl");
                    let accepts = sandbox.exists(&path).then(|| {
                        // What somebody accepted stands in the catalogue alone.
                        let text = sandbox.read(&path);
                        let lines = text.lines().filter(|line| line.starts_with("# accept "));
                        lines.count()
                    });
                    if accepts.is_some_and(|number| number == 0) {
                        sandbox.write(&path, "");
                    }
                }
                files.push(file);
                wanted.push((language, texts));
            }
            let mut arguments: Vec<&str> = files.iter().map(String::as_str).collect();
            arguments.extend(["--on", "2026-11-29"]);
            let ran = import(&sandbox, &arguments);
            assert_eq!(ran.code, 0, "{name} {format}: {}", ran.stderr);
            // Names are the same in many languages.
            let reports = ran.stderr.lines().filter(|line| line.starts_with("warning"));
            let others = reports.filter(|line| !line.contains("as in the source"));
            assert_eq!(others.collect::<Vec<_>>(), [""; 0], "{name} {format}");
            for (language, texts) in wanted {
                let found = trees(&sandbox, brochure, &language);
                for (id, pattern) in &texts {
                    assert_eq!(found.get(id), Some(pattern), "{name} {language} {format}: {id}");
                }
                number += texts.len();
            }
        }
        assert!(number > 3000, "{number}");
    }
}

#[test]
fn a_second_import_changes_nothing() {
    let sandbox = Sandbox::of("small");
    for format in FORMATS {
        for (_, file) in export_all(&sandbox, format, &[]) {
            let before = sandbox.read("translations/nl/note.ftl");
            let out = import_clean(&sandbox, &[&file]);
            assert!(out.ends_with("(nl): 22 as before\n"), "{out}");
            assert_eq!(sandbox.read("translations/nl/note.ftl"), before);
            assert!(!sandbox.exists("translations/nl/state"), "nobody did anything");
        }
    }
}

/// Texts with each construct: what the source says, the translation, and what the translator makes of it.
const CONSTRUCTS: [(&str, &str, &str); 12] = [
    (
        "Plain: 1+1, 0800 30 030, 3-5.",
        "Effen: 1+1, 0800 30 030, 3-5.",
        "Gewoon: =1+1, 'x', 0800 30 030, 3-5, C:\\new\\table \"x\" end\\",
    ),
    ("<b>Bring</b> <em>it</em>.", "<b>Breng</b> <em>het</em>.", "<em>Breng</em> <b>nu</b>!"),
    ("Holds { $years } years.", "Houdt { $years } jaar.", "{ $years } jaar lang."),
    (
        "A { $shop-phone }, b { $shop-site }.",
        "A { $shop-phone }, b { $shop-site }.",
        "B { $shop-site } أو { $shop-phone }",
    ),
    ("In { -shop }.", "In de { -shop }.", "De { -shop }"),
    ("One line\n\nanother", "Een\n\ntwee", "Een\n\n{\"*\"} ster\n{\"[\"}haak]\n{\".\"}punt"),
    ("{\"  \"}in{\" \"}", "{\"  \"}in{\" \"}", "{\" \"}erin{\"   \"}"),
    ("Braces {\"{\"}x{\"}\"}", "Haken {\"{\"}x{\"}\"}", "{\"{\"}y{\"}\"} R&D &amp; &lt;i&gt; ]]>"),
    ("Smile", "Lach", "👩\u{200D}👩\u{200D}👧 e\u{301} « x » “y” …"),
    ("<a id=\"shop\">here</a>", "<a id=\"shop\">hier</a>", "Kijk <a id=\"shop\">daar</a>"),
    (
        "{ NUMBER($years, minimumFractionDigits: 1) }",
        "{ NUMBER($years, minimumFractionDigits: 1) }",
        "Nu { NUMBER($years, minimumFractionDigits: 1) }",
    ),
    ("See { need-questions }.", "Zie { need-questions }.", "{ need-questions }: zie daar"),
];

#[test]
fn an_edit_of_each_construct_survives() {
    for format in FORMATS {
        let sandbox = Sandbox::of("small");
        for (language, which) in [("en", 0), ("nl", 1)] {
            let mut text = String::new();
            for (index, construct) in CONSTRUCTS.iter().enumerate() {
                let value = [construct.0, construct.1][which].replace('\n', "\n    ");
                text.push_str(&format!("made-{index} =\n    {value}\n"));
            }
            sandbox.append(&format!("translations/{language}/note.ftl"), &text);
        }
        let wanted = {
            // The same texts, typed into the catalogue.
            let by_hand = Sandbox::of("small");
            for path in ["en", "nl"].map(|language| format!("translations/{language}/note.ftl")) {
                by_hand.write(&path, sandbox.read(&path));
            }
            for (index, (_, old, new)) in CONSTRUCTS.iter().enumerate() {
                let entry = |value: &str| {
                    format!("made-{index} =\n    {}\n", value.replace('\n', "\n    "))
                };
                by_hand.replace("translations/nl/note.ftl", &entry(old), &entry(new));
            }
            trees(&by_hand, "note", "nl")
        };
        let (_, file) = export_all(&sandbox, format, &[]).remove(0);
        let edits: BTreeMap<String, &str> = CONSTRUCTS
            .iter()
            .enumerate()
            .map(|(index, (_, _, new))| (format!("made-{index}"), *new))
            .collect();
        crate::exchange::shared::fill(&file, &edits);
        let ran = import(&sandbox, &[&file, "--by", "AB"]);
        assert_eq!(ran.code, 0, "{format}: {}", ran.stderr);
        assert!(ran.stdout.contains("12 changed, 22 as before"), "{}", ran.stdout);
        assert_eq!(trees(&sandbox, "note", "nl"), wanted, "{format}");
    }
}
