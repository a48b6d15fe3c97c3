//! Records what was made: an [`Artifact`] for each PDF, which the manifest, the cache, reports and the command line share.

pub(crate) mod archive;
pub(crate) mod bodies;
pub(crate) mod files;
mod geometry;
pub(crate) mod lock;
pub(crate) mod manifest;
mod report;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::load::{EditionId, Profile, Setting};
use crate::review::EditionState;
use crate::typeset::Panel;
use crate::typeset::checks::LayoutFinding;

pub(crate) use geometry::Geometry;
pub(crate) use report::{Accepted, BuildReport, Built};

/// The folder below the output folder in which builds keep what only they need.
pub(crate) const STATE_FOLDER: &str = ".feuillet";

/// A PDF that was made, or checked, or that could not be made. Figures are rounded where they are for people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Artifact {
    /// The language edition.
    #[serde(flatten)]
    pub(crate) id: EditionId,
    /// What the PDF is for.
    pub(crate) profile: Profile,
    /// The release's version.
    pub(crate) release: String,
    /// Draft or approved; `None` if the edition could not be resolved.
    #[serde(flatten)]
    pub(crate) state: Option<EditionState>,
    /// The file; `None` if none was written.
    #[serde(flatten)]
    pub(crate) file: Option<FileRecord>,
    /// The sheets; `None` if the edition was not imposed.
    #[serde(flatten)]
    pub(crate) geometry: Option<Geometry>,
    /// What copyfitting came to; `None` if the edition was not typeset.
    #[serde(rename = "setting", default, skip_serializing_if = "Option::is_none")]
    pub(crate) copyfit: Option<Copyfit>,
    /// How full the panels of a leaflet are, or the pages of a booklet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) panels: Vec<Panel>,
    /// What preflight found; `None` for proofs, which it does not judge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) preflight: Option<Verdict>,
    /// What the layout checks found, accepted findings among it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) findings: Vec<LayoutFinding>,
    /// What somebody should look at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) warnings: Vec<String>,
}

/// The file of an artifact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileRecord {
    /// The folder that the path starts from, below the output folder: the brochure's public name, since its id tells what it
    /// is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) folder: String,
    /// Its path, relative to the manifest, with forward slashes.
    pub(crate) path: String,
    /// Its SHA-256, in hexadecimal digits.
    pub(crate) sha256: String,
    /// Its size in bytes.
    pub(crate) bytes: usize,
}

/// What copyfitting came to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Copyfit {
    /// The largest setting at which everything fits.
    #[serde(flatten)]
    pub(crate) setting: Setting,
    /// How many times the pages were typeset to find it; 0 if that was not counted.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) runs: usize,
}

/// What preflight found in a PDF without errors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Verdict {
    /// What it was judged for: "print", "office" or "screen".
    pub(crate) target: String,
    /// The rules that gave a warning, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) warnings: Vec<String>,
    /// The most ink on one spot of all pages, in percent; only for the print shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ink: Option<f64>,
    /// The least resolution of an image, in pixels to the inch; only where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) resolution: Option<f64>,
}

// The signature is that of serde.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Artifact {
    /// Starts the record of a PDF of which nothing is known yet.
    pub(crate) fn new(id: EditionId, profile: Profile, release: &str) -> Artifact {
        Artifact {
            id,
            profile,
            release: release.to_owned(),
            state: None,
            file: None,
            geometry: None,
            copyfit: None,
            panels: Vec::new(),
            preflight: None,
            findings: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Whether it is a draft.
    pub(crate) fn is_draft(&self) -> bool {
        matches!(self.state, Some(EditionState::Draft(_)))
    }

    /// The path of its file below the output folder, if it has one.
    pub(crate) fn output_path(&self) -> Option<String> {
        let file = self.file.as_ref()?;
        Some(format!("{}/{}", self.folder(), file.path))
    }

    /// Gives the folder of its file below the output folder. Earlier versions named it by the brochure's id.
    pub(crate) fn folder(&self) -> &str {
        let folder = self.file.as_ref().map_or("", |file| file.folder.as_str());
        if !folder.is_empty() && files::is_inside(folder) { folder } else { &self.id.brochure }
    }
}

impl FileRecord {
    /// Describes a finished file.
    pub(crate) fn new(folder: &str, path: String, bytes: &[u8]) -> FileRecord {
        FileRecord {
            folder: folder.to_owned(),
            path,
            sha256: files::sha256(bytes),
            bytes: bytes.len(),
        }
    }

    /// Deletes the file below the manifest's folder, if it still holds what was made; tells whether it did.
    pub(crate) fn delete(&self, folder: &Path) -> bool {
        let target = folder.join(&self.path);
        files::is_inside(&self.path)
            && files::file_sha256(&target).is_ok_and(|sha256| sha256 == self.sha256)
            && std::fs::remove_file(&target).is_ok()
    }
}
