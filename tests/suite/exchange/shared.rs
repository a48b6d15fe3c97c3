//! A small project to translate, its exported files, and what is read back.

use std::collections::BTreeMap;

use fluent_syntax::ast::Pattern;

use crate::support::{Ran, Sandbox};

/// The formats that hold all that a translator needs.
pub(crate) const FORMATS: [&str; 3] = ["po", "xliff", "xliff2"];

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

/// Writes translations into an exported file, by id: what a translator types, with codes and markup as they are typed.
#[track_caller]
pub(crate) fn fill(file: &str, texts: &BTreeMap<String, &str>) {
    let text = std::fs::read_to_string(file).unwrap();
    let (end, fill_entry): (&str, fn(&str, &str) -> String) = match () {
        () if file.ends_with(".po") => ("\n\n", fill_po),
        () if text.contains("<trans-unit") => ("</trans-unit>\n", fill_xliff),
        () => ("</unit>\n", fill_xliff),
    };
    let mut filled = 0;
    let entries = text.split(end).map(|entry| match texts.get(&id_of(entry)) {
        Some(translation) => {
            filled += 1;
            fill_entry(entry, translation)
        }
        None => entry.to_owned(),
    });
    let entries: Vec<String> = entries.collect();
    assert_eq!(filled, texts.len());
    std::fs::write(file, entries.join(end)).unwrap();
}

/// The id of an entry.
fn id_of(entry: &str) -> String {
    let line = |begin: &str, end: &str| {
        let (_, rest) = entry.split_once(begin)?;
        rest.split_once(end).map(|(id, _)| id.to_owned())
    };
    let po = line("\nmsgctxt \"", "\"\n").map(|id| id.replace("\\\"", "\""));
    let first = line("<trans-unit id=\"", "\"");
    let second = || line("\" name=\"", "\"");
    let xliff = first.or_else(second).map(|id| id.replace("&quot;", "\"").replace("&amp;", "&"));
    po.or(xliff).unwrap_or_default()
}

fn fill_po(entry: &str, text: &str) -> String {
    let (head, _) = entry.split_once("\nmsgstr").unwrap();
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let end = if entry.ends_with('\n') { "\n" } else { "" };
    format!("{head}\nmsgstr \"{escaped}\"{end}")
}

fn fill_xliff(entry: &str, text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let (head, rest) = entry.split_once("</source>\n").unwrap();
    let rest = rest.split_once("</target>\n").map_or(rest, |(_, rest)| rest);
    format!("{head}</source>\n<target>{escaped}</target>\n{rest}")
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
