//! What a second build makes anew, what it takes over, and what survives when it is killed; `clean`.

mod changes;
mod clean;
mod output;
mod profiles;

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use serde_json::{Value, json};

use crate::support::Sandbox;

const ENGLISH: &str = "en/note-short-en-screen-draft.pdf";
const DUTCH: &str = "nl/note-short-nl-screen-draft.pdf";
const DUTCH_TEXTS: &str = "translations/nl/note.ftl";
const BROCHURE: &str = "brochures/note/brochure.toml";

/// When each PDF was written.
fn times(sandbox: &Sandbox, brochure: &str) -> BTreeMap<String, SystemTime> {
    let time = |path: &String| {
        let file = sandbox.path(&format!("{}/{path}", sandbox.folder_of(brochure)));
        fs::metadata(file).unwrap().modified().unwrap()
    };
    sandbox.pdfs(brochure).into_iter().map(|path| (path.clone(), time(&path))).collect()
}

/// What each PDF holds.
fn contents(sandbox: &Sandbox, brochure: &str) -> BTreeMap<String, Vec<u8>> {
    let content =
        |path: &String| sandbox.read_bytes(&format!("{}/{path}", sandbox.folder_of(brochure)));
    sandbox.pdfs(brochure).into_iter().map(|path| (path.clone(), content(&path))).collect()
}

/// Builds again with these arguments, and gives the PDFs that were made. All are as a first build makes them, and so is
/// the manifest.
#[track_caller]
fn made_with(sandbox: &Sandbox, brochure: &str, arguments: &[&str]) -> Vec<String> {
    let before = times(sandbox, brochure);
    let ran = sandbox.run(&[&["build"], arguments].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    let after = times(sandbox, brochure);
    let made = after.into_iter().filter(|(path, time)| before.get(path) != Some(time));
    made.map(|(path, _)| path).collect()
}

/// Builds again, and gives the PDFs that were made. All are as a first build makes them, and so are manifest and report.
#[track_caller]
fn made(sandbox: &Sandbox, brochure: &str) -> Vec<String> {
    let made = made_with(sandbox, brochure, &[]);
    let (again, mut first) = (told(sandbox, "output"), told(sandbox, "first"));
    let files = first["files"].as_array_mut().unwrap();
    files.iter_mut().for_each(|file| file["unchanged"] = json!(true));
    assert_eq!(again, first, "the report");
    let same = |path: &str| {
        let (own, first) = (format!("output/{path}"), format!("first/{path}"));
        assert!(sandbox.read_bytes(&own) == sandbox.read_bytes(&first), "{path} differs");
    };
    let folder = sandbox.folder_of(brochure).replace("output/", "");
    same(&format!("{folder}/manifest.json"));
    sandbox.pdfs(brochure).iter().for_each(|path| same(&format!("{folder}/{path}")));
    sandbox.delete("first");
    made
}

/// What a build into a folder tells.
fn told(sandbox: &Sandbox, output: &str) -> Value {
    let ran = sandbox.run(&["build", "--format", "json", "--output", output]);
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

/// The fixture `small`, built.
fn small() -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    sandbox
}
