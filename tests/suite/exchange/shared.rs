//! A small project to translate, its exported files, and what is read back.

use std::collections::BTreeMap;

use fluent_syntax::ast::Pattern;

use crate::exchange::sheet;
use crate::support::{Ran, Sandbox};

/// The formats that hold all that a translator needs, each with what its files end with.
pub(crate) const FORMATS: [(&str, &str); 2] = [("po", "po"), ("xlsx", "xlsx")];

pub(crate) const ENGLISH: &str = "translations/en/note.ftl";
pub(crate) const DUTCH: &str = "translations/nl/note.ftl";

/// Exports all languages, or those that are asked for, and names each with its file.
#[track_caller]
pub(crate) fn export_all(sandbox: &Sandbox, format: &str, more: &[&str]) -> Vec<(String, String)> {
    let mut number = 1;
    let folder = loop {
        let folder = sandbox.beside(&format!("out-{number}"));
        if !folder.exists() {
            break folder;
        }
        number += 1;
    };
    let mut arguments = vec!["translations", "export", "--format", format, "--json", "--output"];
    arguments.push(folder.to_str().unwrap());
    arguments.extend(more);
    let ran = sandbox.run(&arguments);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let files = report["files"].as_array().unwrap().iter();
    files.map(|file| (text(&file["language"]), text(&file["file"]))).collect()
}

/// Exports a language, and names the file.
#[track_caller]
pub(crate) fn export(sandbox: &Sandbox, language: &str, format: &str) -> String {
    export_all(sandbox, format, &["--lang", language]).remove(0).1
}

/// Writes translations into an exported file, by id, as the tool of a translator does.
#[track_caller]
pub(crate) fn fill(file: &str, texts: &BTreeMap<String, &str>) {
    if file.ends_with(".xlsx") {
        return sheet::fill(file, texts);
    }
    assert!(file.ends_with(".po"), "{file}");
    let text = std::fs::read_to_string(file).unwrap();
    let mut filled = 0;
    let entries = text.split("\n\n").map(|entry| {
        let id = entry.lines().find_map(|line| line.strip_prefix("msgctxt \"")?.strip_suffix('"'));
        match id.and_then(|id| texts.get(&id.replace("\\\"", "\""))) {
            Some(translation) => {
                filled += 1;
                let (head, _) = entry.split_once("msgstr").unwrap();
                let escaped = translation.replace('\\', "\\\\").replace('"', "\\\"");
                format!("{head}msgstr \"{}\"", escaped.replace('\n', "\\n"))
            }
            None => entry.to_owned(),
        }
    });
    let entries: Vec<String> = entries.collect();
    assert_eq!(filled, texts.len());
    std::fs::write(file, entries.join("\n\n") + "\n").unwrap();
}

/// Imports files with further arguments.
pub(crate) fn import(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    sandbox.run(&[&["translations", "import"], arguments].concat())
}

/// Imports files, and makes sure that nothing was found.
#[track_caller]
pub(crate) fn import_clean(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let ran = import(sandbox, arguments);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    ran.stdout
}

/// All messages and terms of a language, parsed.
pub(crate) fn trees(
    sandbox: &Sandbox,
    brochure: &str,
    language: &str,
) -> BTreeMap<String, Pattern<String>> {
    let loaded = sandbox.load(brochure);
    let texts = &loaded.publication.catalogues.get(&language.parse().unwrap()).unwrap().texts;
    let messages = texts.messages.iter().map(|(id, entry)| (id.to_string(), entry));
    let terms = texts.terms.iter().map(|(id, entry)| (format!("-{id}"), entry));
    let all = messages.chain(terms);
    all.filter_map(|(id, entry)| Some((id, entry.pattern()?))).collect()
}

/// Edits a file beside the project.
#[track_caller]
pub(crate) fn edit(file: &str, old: &str, new: &str) {
    let text = std::fs::read_to_string(file).unwrap();
    assert_eq!(text.matches(old).count(), 1, "`{old}` in {text}");
    std::fs::write(file, text.replace(old, new)).unwrap();
}
