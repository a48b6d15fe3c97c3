//! Hostile files, races and kills: what an import understood is taken in whole, and of all else nothing.

mod at_once;
mod cut;
mod texts;
mod wrong_file;
mod xml;
mod zipped;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{Ran, Sandbox};

/// The formats, with the ends of their files.
const FORMATS: [(&str, &str); 5] =
    [("po", "po"), ("xlsx", "xlsx"), ("xliff", "xlf"), ("xliff2", "xlf"), ("tmx", "tmx")];

/// Whether the program knows a format.
fn is_known(format: &str) -> bool {
    FORMATS.iter().any(|row| row.0 == format)
}

/// The catalogue that the imports here are about.
const DUTCH: &str = "translations/nl/note.ftl";

/// A text of it, and another one for it.
const TEXT: (&str, &str) = ("Betaal wat u wilt.", "Betaal wat u kunt.");

/// A project whose Dutch texts were exported in a format.
struct Exported {
    sandbox: Sandbox,
    format: &'static str,
    /// How the file's name ends.
    end: &'static str,
    bytes: Vec<u8>,
    /// The files of the project, into which it is imported.
    files: BTreeMap<String, Vec<u8>>,
    /// The Dutch texts as they were exported.
    texts: String,
}

impl Exported {
    fn new(format: &'static str) -> Exported {
        Exported::of(Sandbox::of("small"), format)
    }

    fn of(sandbox: Sandbox, format: &'static str) -> Exported {
        let end = FORMATS.iter().find(|row| row.0 == format).unwrap().1;
        let output = sandbox.beside("export");
        let folder = output.to_str().unwrap();
        let arguments =
            ["translations", "export", "--lang", "nl", "--format", format, "--output", folder];
        let ran = sandbox.run(&arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        let found = std::fs::read_dir(&output).unwrap().map(|entry| entry.unwrap().path());
        let mut found = found.filter(|path| path.extension().is_some_and(|found| found == end));
        let bytes = std::fs::read(found.next().unwrap()).unwrap();
        std::fs::remove_dir_all(&output).unwrap();
        let texts = if sandbox.exists(DUTCH) { sandbox.read(DUTCH) } else { String::new() };
        // A memory fills what nobody has translated.
        if format == "tmx" && !texts.is_empty() {
            let start = texts.find("shop-pay =").unwrap();
            let end = texts.find("need-questions =").unwrap();
            sandbox.write(DUTCH, format!("{}{}", &texts[..start], &texts[end..]));
        }
        let files = project_files(&sandbox);
        Exported { sandbox, format, end, bytes, files, texts }
    }

    /// The file with another text in it.
    fn with(&self, old: &str, new: &str) -> Vec<u8> {
        if self.format == "xlsx" {
            return edit_zip(&self.bytes, |_, text| replace_bytes(text, old, new));
        }
        let edited = replace_bytes(&self.bytes, old, new);
        assert_ne!(edited, self.bytes, "`{old}` is in the file");
        edited
    }

    /// The file with another translation of [`TEXT`].
    fn translated(&self) -> Vec<u8> {
        self.with(TEXT.0, TEXT.1)
    }

    fn import(&self, bytes: &[u8]) -> Ran {
        self.import_with(bytes, &[])
    }

    fn import_with(&self, bytes: &[u8], options: &[&str]) -> Ran {
        let path = self.sandbox.beside(&format!("back.{}", self.end));
        std::fs::write(&path, bytes).unwrap();
        let arguments = ["translations", "import", "--by", "translator", path.to_str().unwrap()];
        // A memory does not tell which language it is to fill.
        let language: &[&str] = if self.format == "tmx" && !options.contains(&"--lang") {
            &["--lang", "nl"]
        } else {
            &[]
        };
        let ran = self.sandbox.run(&[&arguments, language, options].concat());
        assert!(!ran.stderr.contains("panicked"), "{}: {}", self.format, ran.stderr);
        ran
    }

    /// Makes sure that a file is refused with an error that says this, and that nothing has changed.
    #[track_caller]
    fn assert_refused(&self, bytes: &[u8], says: &str) {
        let ran = self.import(bytes);
        assert!(ran.code != 0, "{}: {ran:?}", self.format);
        assert!(ran.stderr.contains("error"), "{}: {ran:?}", self.format);
        assert!(ran.stderr.contains(says), "{} says `{says}`: {}", self.format, ran.stderr);
        self.assert_unchanged();
    }

    #[track_caller]
    fn assert_unchanged(&self) {
        assert!(project_files(&self.sandbox) == self.files, "{}: changed", self.format);
    }

    /// Puts the files back as they were.
    fn restore(&self) {
        for path in
            project_files(&self.sandbox).keys().filter(|path| !self.files.contains_key(*path))
        {
            self.sandbox.delete(path);
        }
        for (path, bytes) in &self.files {
            self.sandbox.write(path, bytes);
        }
    }
}

/// All files that people write, or that are kept beside them.
fn project_files(sandbox: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    let files = ["brochures", "translations"].into_iter().flat_map(|folder| sandbox.files(folder));
    files.map(|path| (path.clone(), sandbox.read_bytes(&path))).collect()
}

fn replace_bytes(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(old.len()).position(|part| part == old.as_bytes()) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(new.as_bytes());
        rest = &rest[at + old.len()..];
    }
    out.extend_from_slice(rest);
    out
}

/// Changes the files in an archive.
fn edit_zip(bytes: &[u8], mut change: impl FnMut(&str, &[u8]) -> Vec<u8>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        let name = file.name().unwrap().into_owned();
        writer.start_file(&name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&change(&name, &content)).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_the_attacks_here_are_made_of_is_taken_in() {
    for (format, _) in FORMATS {
        let exported = Exported::new(format);
        let ran = exported.import(&exported.bytes);
        assert_eq!(ran.code, 0, "{format}: {ran:?}");
        assert_eq!(exported.sandbox.read(DUTCH), exported.texts, "{format}");
        exported.restore();
        let ran = exported.import(&exported.translated());
        assert_eq!(ran.code, 0, "{format}: {ran:?}");
        assert_eq!(
            exported.sandbox.read(DUTCH),
            exported.texts.replace(TEXT.0, TEXT.1),
            "{format}"
        );
    }
}
