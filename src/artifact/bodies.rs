//! Keeps the manifest of the editions of bodies: a line for each PDF.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::artifact::{Artifact, files};

/// The folder of the editions of bodies, below the output folder.
pub(crate) const FOLDER: &str = "bodies";

/// The manifest's file name.
pub(crate) const FILE: &str = "manifest.json";

/// A part of a run that is shared among machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Shard {
    /// Which part it is, from 0.
    pub(crate) index: usize,
    /// How many parts there are.
    pub(crate) count: usize,
}

impl Shard {
    /// Whether the body that is the `number`th of all, from 0, is among its own.
    #[must_use]
    pub(crate) fn has(self, number: usize) -> bool {
        number % self.count == self.index
    }

    /// The folder of its files, below the output folder.
    #[must_use]
    pub(crate) fn folder(self) -> String {
        format!("{FOLDER}-{}-of-{}", self.index, self.count)
    }
}

/// All PDFs of bodies in a folder, each as a line of JSON, by path.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct BodyManifest {
    /// Which part of a run they are; `None` for a whole one.
    pub(crate) shard: Option<Shard>,
    /// The lines, by the path of their file below the folder.
    pub(crate) rows: BTreeMap<String, String>,
}

/// The first line of a manifest.
#[derive(Serialize, Deserialize)]
struct Head {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shard: Option<Shard>,
}

/// Ends the first line, and begins the list.
const LIST: &str = "\"files\": [";

impl BodyManifest {
    /// Adds an artifact with its file.
    pub(crate) fn add(&mut self, artifact: &Artifact) {
        let row = serde_json::to_string(artifact).ok();
        self.rows.extend(artifact.output_path().zip(row));
    }

    /// The artifacts of a body.
    pub(crate) fn of_body(&self, key: &str) -> Vec<Artifact> {
        let folder = format!("{key}/");
        let rows = self.rows.range(folder.clone()..);
        let own = rows.take_while(|(path, _)| path.starts_with(&folder));
        own.filter_map(|(_, row)| serde_json::from_str(row).ok()).collect()
    }

    /// Reads the manifest of a folder; `None` if there is none that can be read.
    pub(crate) fn read(folder: &Path) -> Option<BodyManifest> {
        let text = fs::read_to_string(folder.join(FILE)).ok()?;
        let (head, list) = text.split_once(LIST)?;
        let head = head.trim_end().trim_end_matches(',');
        let head: Head = serde_json::from_str(&format!("{head}}}")).ok()?;
        let mut manifest = BodyManifest { shard: head.shard, rows: BTreeMap::new() };
        let lines = list.lines().map(|line| line.trim().trim_end_matches(','));
        for line in lines.filter(|line| line.starts_with('{')) {
            let artifact: Artifact = serde_json::from_str(line).ok()?;
            manifest.rows.insert(artifact.output_path()?, line.to_owned());
        }
        Some(manifest)
    }

    /// Its artifacts, by path.
    pub(crate) fn artifacts(&self) -> impl Iterator<Item = (&str, Artifact)> {
        let rows = self.rows.iter();
        rows.filter_map(|(path, row)| Some((path.as_str(), serde_json::from_str(row).ok()?)))
    }

    /// Writes it into a folder.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written; then the old one stands.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        let head = serde_json::to_string(&Head { shard: self.shard })?;
        // The list stands inside the same brackets.
        let head = head.strip_suffix('}').unwrap_or(&head);
        let comma = if self.shard.is_some() { ", " } else { "" };
        let rows: Vec<&str> = self.rows.values().map(String::as_str).collect();
        let text = format!("{head}{comma}{LIST}\n{}\n]}}\n", rows.join(",\n"));
        files::write(&folder.join(FILE), text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::{BodyManifest, FILE, Shard};
    use crate::artifact::{Artifact, FileRecord};
    use crate::load::{EditionId, Profile};

    #[test]
    fn a_manifest_is_json_and_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut manifest =
            BodyManifest { shard: Some(Shard { index: 1, count: 4 }), ..BodyManifest::default() };
        for shard in [manifest.shard, None] {
            manifest.shard = shard;
            for key in ["a", "b"] {
                let id = EditionId::new("note", "short", &"fr".parse().unwrap());
                let id = id.with_overlay(Some(key));
                let file =
                    FileRecord::new(&format!("{key}/note"), "fr/note.pdf".to_owned(), b"%PDF");
                let artifact =
                    Artifact { file: Some(file), ..Artifact::new(id, Profile::Print, "1.0") };
                manifest.add(&artifact);
            }
            manifest.write(folder.path()).unwrap();
            let text = std::fs::read_to_string(folder.path().join(FILE)).unwrap();
            let json: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(json["files"].as_array().unwrap().len(), 2);
            assert_eq!(json["files"][1]["overlay"], "b");
            assert_eq!(BodyManifest::read(folder.path()), Some(manifest.clone()));
        }
    }

    #[test]
    fn shards_are_disjoint_and_complete() {
        for count in 1..9 {
            for number in 0..565 {
                let own = (0..count).filter(|index| Shard { index: *index, count }.has(number));
                assert_eq!(own.count(), 1, "{number} of {count}");
            }
        }
    }
}
