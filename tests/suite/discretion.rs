//! What leaves the house does not say what the brochure is about: no id of the source is in a name, a path or a byte of it.

use std::collections::BTreeSet;

use lopdf::{Document, Object};

use crate::support::Sandbox;
use crate::support::shipped::{BROCHURE, Promised, languages, promised, shipped};

/// The ids of a brochure: its own, and those of sections, texts, facts and pictures.
fn ids(sandbox: &Sandbox) -> BTreeSet<String> {
    let mut ids = BTreeSet::from([BROCHURE.to_owned()]);
    let folder = format!("brochures/{BROCHURE}");
    let table =
        |file: &str| -> toml::Table { sandbox.read(&format!("{folder}/{file}")).parse().unwrap() };
    let structure = table("brochure.toml");
    let sections = structure["section"].as_array().unwrap().iter();
    ids.extend(sections.map(|section| section["id"].as_str().unwrap().to_owned()));
    for kind in table("facts.toml").values().filter_map(toml::Value::as_table) {
        ids.extend(kind.keys().cloned());
    }
    let files =
        [format!("translations/fr/{BROCHURE}.ftl"), "translations/fr/common.ftl".to_owned()];
    for file in files {
        let text = sandbox.read(&file);
        let keys = text.lines().filter_map(|line| line.split_once(" ="));
        let keys = keys.map(|(key, _)| key.trim_start_matches('-'));
        ids.extend(keys.filter(|key| !key.contains([' ', '#', '*', '['])).map(str::to_owned));
    }
    for picture in sandbox.files(&format!("{folder}/images")) {
        ids.extend(picture.rsplit('/').next().map(str::to_owned));
    }
    for body in sandbox.files("brochures/bodies") {
        let name = body.rsplit('/').next().unwrap();
        ids.extend(name.strip_suffix(".toml").map(str::to_owned));
    }
    assert!(ids.len() > 300 && ids.contains("violence") && ids.contains("right-leave"), "{ids:?}");
    ids
}

/// Keys of texts that readers see or hear.
const TEXTS: [&[u8]; 6] = [b"Title", b"Contents", b"Alt", b"ActualText", b"E", b"TU"];

/// Everything that a PDF holds beside the texts of its pages.
#[derive(Default)]
struct Held {
    /// Names and strings, each a whole one.
    strings: BTreeSet<String>,
    /// The data of streams, decompressed.
    streams: Vec<String>,
}

impl Held {
    fn of(document: &Document) -> Held {
        let mut held = Held::default();
        for object in document.objects.values() {
            held.read(object);
        }
        held.read(&Object::Dictionary(document.trailer.clone()));
        assert!(!held.strings.is_empty() && !held.streams.is_empty());
        held
    }

    fn read(&mut self, object: &Object) {
        let dictionary = match object {
            Object::Name(name) => {
                self.strings.insert(latin(name));
                return;
            }
            Object::String(bytes, _) => {
                self.strings.insert(text(bytes));
                return;
            }
            Object::Array(items) => return items.iter().for_each(|item| self.read(item)),
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => {
                let data = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                self.streams.push(latin(&data));
                &stream.dict
            }
            _ => return,
        };
        for (key, value) in dictionary {
            self.strings.insert(latin(key));
            if !TEXTS.contains(&key.as_slice()) {
                self.read(value);
            }
        }
    }

    /// The ids that it holds. An id of several words is one wherever it stands; one that is a word of the language is one as
    /// a whole name or string, or as a word of metadata.
    fn telling<'a>(&self, ids: &'a BTreeSet<String>) -> Vec<&'a str> {
        let xml = self.streams.iter().filter(|data| data.contains("<x:xmpmeta"));
        let words: BTreeSet<&str> =
            xml.flat_map(|data| data.split(|c: char| !c.is_alphanumeric())).collect();
        let found = ids.iter().filter(|id| {
            let id = id.as_str();
            self.strings.contains(id)
                || words.contains(id)
                || (id.contains('-') && self.streams.iter().any(|data| data.contains(id)))
                || (id.contains('-') && self.strings.iter().any(|string| string.contains(id)))
        });
        found.map(String::as_str).collect()
    }
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// A string of a PDF, in UTF-16 or byte by byte.
fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(units) => {
            let units = units
                .chunks(2)
                .map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
            String::from_utf16_lossy(&units.collect::<Vec<u16>>())
        }
        None => latin(bytes),
    }
}

#[test]
fn no_byte_of_a_finished_file_names_an_id() {
    let sandbox = shipped();
    let ids = ids(sandbox);
    for it in promised() {
        let file = sandbox.path(&sandbox.folder_of(BROCHURE)).join(it.path());
        let document = Document::load(&file).unwrap();
        assert_eq!(Held::of(&document).telling(&ids), [""; 0], "{}", file.display());
    }
}

#[test]
fn no_path_below_the_output_folder_names_the_brochure() {
    let sandbox = shipped();
    let paths = sandbox.files("output");
    assert!(paths.len() > promised().len());
    for path in paths {
        assert!(!path.contains(BROCHURE), "{path}");
        assert_eq!(crate::discreet::telling(&path), [""; 0], "{path}");
    }
    let manifest = sandbox.manifest(BROCHURE);
    for file in manifest["files"].as_array().unwrap() {
        let path =
            format!("{}/{}", file["folder"].as_str().unwrap(), file["path"].as_str().unwrap());
        assert!(sandbox.exists(&format!("output/{path}")) && !path.contains(BROCHURE), "{path}");
    }
}

#[test]
fn an_id_is_found_wherever_it_hides() {
    let sandbox = shipped();
    let ids = ids(sandbox);
    let it =
        Promised { language: languages().next().unwrap(), edition: "short", profile: "screen" };
    let file = sandbox.path(&sandbox.folder_of(BROCHURE)).join(it.path());
    let utf16: Vec<u8> =
        [0xFE, 0xFF].into_iter().chain("no-papers".bytes().flat_map(|byte| [0, byte])).collect();
    let xmp = lopdf::Stream::new(
        lopdf::Dictionary::new(),
        b"<x:xmpmeta>of violence</x:xmpmeta>".to_vec(),
    );
    let mut content =
        lopdf::Stream::new(lopdf::Dictionary::new(), b"/right-leave BMC EMC ".repeat(20));
    content.compress().unwrap();
    let planted = [
        ("violence", Object::string_literal("violence")),
        ("violence", Object::Name(b"violence".to_vec())),
        ("partner-violence", Object::string_literal("urn:partner-violence:short")),
        ("no-papers", Object::String(utf16, lopdf::StringFormat::Literal)),
        ("violence", Object::Stream(xmp)),
        ("right-leave", Object::Stream(content)),
    ];
    for (id, object) in planted {
        let mut document = Document::load(&file).unwrap();
        document.add_object(object);
        assert_eq!(Held::of(&document).telling(&ids), [id]);
    }
    let mut seen = Document::load(&file).unwrap();
    let title = lopdf::dictionary! { "Title" => Object::string_literal("violence") };
    seen.add_object(title);
    assert_eq!(Held::of(&seen).telling(&ids), [""; 0], "what readers see may say it");
}

#[test]
fn what_an_earlier_version_left_in_a_folder_of_the_id_is_taken_away() {
    let sandbox = Sandbox::of("neighbours");
    let ran = sandbox.run(&["build", "--edition", "leaflet"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    // As a version did that named folders by ids.
    let (id, name) = ("output/lantern-festival", "output/street-evening");
    std::fs::rename(sandbox.path(name), sandbox.path(id)).unwrap();
    let manifest =
        sandbox.read(&format!("{id}/manifest.json")).replace("\"folder\": \"street-evening\",", "");
    sandbox.write(&format!("{id}/manifest.json"), manifest);
    let before = sandbox.files(id).len();
    assert!(before > 2);
    let ran = sandbox.run(&["build", "--edition", "leaflet", "--lang", "nl"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.stderr.contains("still holds files of a brochure that now writes into"),
        "{}",
        ran.stderr
    );
    assert!(sandbox.files(id).len() < before && sandbox.exists(name));
    let ran = sandbox.run(&["build", "--edition", "leaflet"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(!sandbox.exists(id), "{:?}", sandbox.files(id));
    assert_eq!(sandbox.files(name).len(), before);
    let ran = sandbox.run(&["clean"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!sandbox.exists("output"));
}

#[test]
fn two_brochures_of_one_public_name_are_an_error() {
    let sandbox = Sandbox::of("small");
    let structure = sandbox.read("brochures/note/brochure.toml");
    let facts = sandbox.read("brochures/note/facts.toml");
    sandbox
        .write("brochures/other/brochure.toml", structure)
        .write("brochures/other/facts.toml", facts);
    if sandbox.exists("brochures/note/theme.toml") {
        let theme = sandbox.read("brochures/note/theme.toml");
        sandbox.write("brochures/other/theme.toml", theme);
    }
    for language in ["en", "nl"] {
        let texts = sandbox.read(&format!("translations/{language}/note.ftl"));
        sandbox.write(&format!("translations/{language}/other.ftl"), texts);
    }
    sandbox.assert_faults(snapbox::str![[r#"
error: brochure `note` has the public name `note` too
 --> brochures/other/brochure.toml:4:15
  |
4 | public-name = "note"
  |               ^^^^^^
  |
  = help: their files would have the same names: let this one differ, without telling what it is about
"#]]);
}
