//! Pseudo-languages: longer and mirrored texts try the layout, and nobody takes them for a translation.

use std::collections::BTreeMap;

use crate::support::outside::{output, python};
use crate::support::shipped::BROCHURE;
use crate::support::{Ran, Sandbox};

/// What stands on each page.
const MARK: &str = "Test of the layout: this is no language";

fn pseudo(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    sandbox.run(&[&["translations", "pseudo"], arguments].concat())
}

fn contents(sandbox: &Sandbox, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let files = sandbox.files(folder).into_iter();
    files.map(|path| (path.clone(), sandbox.read_bytes(&path))).collect()
}

/// The texts of the pages of a PDF, by a program that is not ours.
fn pages(sandbox: &Sandbox, path: &str) -> Option<Vec<String>> {
    const READ: &str = "import sys, json, pypdfium2
print(json.dumps([page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(sys.argv[1])]))";
    let mut python = python()?;
    let (out, _) = output(python.arg("-c").arg(READ).arg(sandbox.path(path)));
    Some(serde_json::from_str(&out).unwrap())
}

#[test]
fn the_project_stays_as_it_is() {
    let sandbox = Sandbox::of("small");
    let before = contents(&sandbox, "brochures");
    let texts = contents(&sandbox, "translations");
    let ran = pseudo(&sandbox, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(contents(&sandbox, "brochures"), before);
    assert_eq!(contents(&sandbox, "translations"), texts);
    assert!(!sandbox.exists("output"));
    assert_eq!(
        sandbox.files("pseudo"),
        ["pseudo/THIS-IS-NO-LANGUAGE.txt", "pseudo/note-short-qps-Latn-screen-draft.pdf"]
    );
    assert!(!sandbox.run(&["list"]).stdout.contains("qps"));
    let ran = sandbox.run(&["build", "--lang", "qps-Latn"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    sandbox.build_clean();
    assert!(!sandbox.files("output").iter().any(|path| path.contains("qps")));
}

#[test]
fn every_page_of_what_ships_says_that_it_is_no_language() {
    let sandbox = Sandbox::shipped();
    assert!(sandbox.read(&format!("translations/fr/{BROCHURE}.ftl")).contains("Appelez"));
    // Booklet and card have no room for Arabic letters, which is what the command is there to find out.
    for (flag, script, editions) in
        [(None, "Latn", "short,full,large,card"), (Some("--right-to-left"), "Arab", "short,large")]
    {
        let folder = format!("tried-{script}");
        let arguments: Vec<&str> = ["--expand", "0", "--edition", editions, "--output", &folder]
            .into_iter()
            .chain(flag)
            .collect();
        let ran = pseudo(&sandbox, &arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        let pdfs = sandbox.files(&folder).into_iter().filter(|path| path.ends_with(".pdf"));
        let pdfs: Vec<String> = pdfs.collect();
        assert_eq!(pdfs.len(), editions.split(',').count(), "{pdfs:?}");
        for path in pdfs {
            assert!(path.ends_with(&format!("-qps-{script}-screen-draft.pdf")), "{path}");
            let Some(pages) = pages(&sandbox, &path) else { return };
            for (index, page) in pages.iter().enumerate() {
                let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(words.contains("Test of the layout"), "{path}, page {index}: {words}");
            }
            let all = pages.concat();
            // The number of the police is a fact, and stays; texts do not.
            assert!(all.contains("101"), "{path}");
            assert!(!all.contains("Appelez"), "{path}: {all}");
            let arabic = all
                .chars()
                .filter(|c| ('\u{600}'..='\u{6FF}').contains(c) || *c >= '\u{FB50}')
                .count();
            assert_eq!(arabic > 100, script == "Arab", "{path}: {arabic}");
        }
    }
}

#[test]
fn texts_grow_until_they_do_not_fit() {
    let sandbox = Sandbox::shipped();
    let ran = pseudo(&sandbox, &["--edition", "short", "--expand", "200"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("error[overset]"), "{}", ran.stderr);
    assert!(ran.stderr.contains("translations/qps-Latn/"), "{}", ran.stderr);
    assert!(!sandbox.exists("pseudo"));
}

#[test]
fn text_in_brackets_and_accents_keeps_facts_and_markup() {
    let sandbox = Sandbox::of("small");
    sandbox.write(
        "translations/en/note.ftl",
        sandbox.read("translations/en/note.ftl") + "\n# In brackets.\nunused = never shown\n",
    );
    let ran = pseudo(&sandbox, &["--expand", "0", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        (ran.code, &report["language"], &report["expand"]),
        (0, &"qps-Latn".into(), &0.into())
    );
    assert_eq!(
        report["diagnostics"],
        serde_json::json!([]),
        "what is said of texts is of no use here"
    );
    let Some(pages) = pages(&sandbox, "pseudo/note-short-qps-Latn-screen-draft.pdf") else {
        return;
    };
    assert!(pages[0].contains('[') && pages[0].contains(']'), "{pages:?}");
    assert!(pages.iter().all(|page| page.replace(['\r', '\n'], " ").contains(MARK)), "{pages:?}");
}

#[test]
fn other_files_are_left_alone() {
    let sandbox = Sandbox::of("small");
    sandbox.write("pseudo/letter.txt", "mine");
    let ran = pseudo(&sandbox, &[]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("name a new folder with `--output`"), "{}", ran.stderr);
    assert_eq!(sandbox.files("pseudo"), ["pseudo/letter.txt"]);
    // A second run replaces what the first one made, and so does another script.
    for flag in [None, None, Some("--right-to-left")] {
        let arguments: Vec<&str> = ["--output", "tried"].into_iter().chain(flag).collect();
        assert_eq!(pseudo(&sandbox, &arguments).code, 0);
    }
    assert_eq!(
        sandbox.files("tried"),
        ["tried/THIS-IS-NO-LANGUAGE.txt", "tried/note-short-qps-Arab-screen-draft.pdf"]
    );
}

/// Texts of that tag could be signed.
#[test]
fn a_project_with_such_a_language_of_its_own_is_refused() {
    let sandbox = Sandbox::of("small");
    sandbox.write("translations/qps-Latn/state/note.toml", "");
    let ran = pseudo(&sandbox, &[]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(
        ran.stderr.contains("the project has a language `qps-Latn` of its own"),
        "{}",
        ran.stderr
    );
    assert!(!sandbox.exists("pseudo"));
}

#[test]
fn nothing_of_it_is_for_a_print_shop() {
    let sandbox = Sandbox::of("small");
    for profile in ["print", "office"] {
        assert_eq!(pseudo(&sandbox, &["--profile", profile]).code, 2);
    }
    assert_eq!(pseudo(&sandbox, &["--profile", "proof,screen"]).code, 0);
    assert_eq!(sandbox.files("pseudo").len(), 3);
}

/// What is shown to readers of the source alone is shown: else pages would be empty, and too few.
#[test]
fn it_is_shown_what_readers_of_the_source_are() {
    let sandbox = Sandbox::shipped();
    let structure = sandbox.read(&format!("brochures/{BROCHURE}/brochure.toml"));
    assert!(
        structure.contains("languages = [\"fr\", \"en\", \"ar\""),
        "the brochure limits nothing"
    );
    let ran = pseudo(&sandbox, &["--edition", "short", "--expand", "0"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let Some(pages) = pages(&sandbox, "pseudo/info-pratique-short-qps-Latn-screen-draft.pdf")
    else {
        return;
    };
    assert_eq!(pages.len(), 6);
}
