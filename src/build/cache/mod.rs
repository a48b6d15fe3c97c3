//! A run's inputs and results in; `output/.feuillet/cache.json` out, by which the next run does only what changed.
//!
//! A PDF has a key, the SHA-256 of all that makes its bytes ([`key`]). It is taken over while its key is the same and its
//! file is still the one that was written. Where no file of the project has changed at all, nothing is even loaded: the
//! whole outcome is told again ([`again`]).

pub(super) mod again;
pub(super) mod fonts;
pub(super) mod key;
pub(super) mod seen;
pub(super) mod stored;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::build::Outcome;
use crate::build::cache::seen::{Inputs, Moment, Seen};
use crate::build::cache::stored::{
    StoredAccepted, StoredBuilt, StoredDiagnostic, StoredFinding, StoredPanel, StoredSetting, Texts,
};
use crate::build::files;
use crate::build::manifest::Entry;
use crate::build::turn;

/// The file, in the folder [`turn::FOLDER`].
const FILE: &str = "cache.json";

/// The program that made it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Program {
    path: PathBuf,
    seen: Seen,
}

impl Program {
    /// The program that runs; `None` if the system does not tell which file it is.
    pub(super) fn running(earlier: Option<&Program>, now: Moment) -> Option<Program> {
        let path = std::env::current_exe().ok()?;
        let seen = match earlier.filter(|earlier| earlier.path == path) {
            Some(earlier) => earlier.seen.again(&path, now).ok()?,
            None => Seen::read(&path, now).ok()?,
        };
        (!seen.sha256.is_empty()).then_some(Program { path, seen })
    }

    /// The SHA-256 of its file.
    pub(super) fn sha256(&self) -> &str {
        &self.seen.sha256
    }
}

/// A PDF that was made without an error.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    /// All that makes its bytes.
    pub(super) key: String,
    /// Its path below the output folder.
    pub(super) path: String,
    /// What the manifest says of it.
    pub(super) entry: Entry,
    /// How full its panels are.
    pub(super) panels: Vec<StoredPanel>,
    /// The setting, and after how many runs it was found.
    pub(super) setting: StoredSetting,
    /// See [`setting`](Record::setting).
    pub(super) runs: usize,
    /// What the checks found.
    pub(super) findings: Vec<StoredFinding>,
    /// What else was told.
    pub(super) told: Vec<StoredDiagnostic>,
}

/// The outcome of a run, for as long as nothing changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Remembered {
    /// The files that it left below the output folder.
    files: BTreeSet<String>,
    diagnostics: Vec<StoredDiagnostic>,
    built: Vec<StoredBuilt>,
    accepted: Vec<StoredAccepted>,
}

impl Remembered {
    /// Notes an outcome, and the files that it left below the output folder.
    pub(super) fn new(outcome: &Outcome, files: BTreeSet<String>, texts: &Texts<'_>) -> Remembered {
        let diagnostics = outcome.diagnostics.iter();
        Remembered {
            files,
            diagnostics: diagnostics.map(|found| StoredDiagnostic::new(found, texts)).collect(),
            built: outcome.built.iter().map(StoredBuilt::new).collect(),
            accepted: outcome.accepted.iter().map(StoredAccepted::new).collect(),
        }
    }

    /// Whether the run left this file.
    pub(super) fn left(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// The outcome as it was; `None` if it can't be told again as it was.
    fn restore(&self, texts: &Texts<'_>) -> Option<Outcome> {
        let diagnostics = self.diagnostics.iter().map(|found| found.restore(texts));
        Some(Outcome {
            diagnostics: diagnostics.collect::<Option<_>>()?,
            built: self.built.iter().map(StoredBuilt::restore).collect::<Option<_>>()?,
            accepted: self.accepted.iter().map(StoredAccepted::restore).collect::<Option<_>>()?,
            ..Outcome::default()
        })
    }
}

/// All that is remembered in an output folder.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Cache {
    /// The program that ran last.
    pub(super) program: Option<Program>,
    /// The files of the project as the last run saw them.
    pub(super) inputs: Inputs,
    /// The names of families in font files, by the files' SHA-256.
    pub(super) fonts: BTreeMap<String, Vec<String>>,
    /// The digest of the fonts that were last loaded without a fault.
    pub(super) sound_fonts: Option<String>,
    /// PDFs, by brochure, edition, language and profile.
    pub(super) records: BTreeMap<String, Record>,
    /// The files below the output folder that runs have made.
    pub(super) outputs: BTreeMap<String, Seen>,
    /// What was told of a choice. All of it is from the same inputs and the same program.
    pub(super) remembered: BTreeMap<String, Remembered>,
}

impl Cache {
    /// Reads what is remembered; nothing if there is no whole file, or one of another version of the program.
    pub(super) fn read(output: &Path) -> Cache {
        let read = || {
            let bytes = fs::read(output.join(turn::FOLDER).join(FILE)).ok()?;
            let text = String::from_utf8(bytes).ok()?;
            let (sum, content) = text.split_once('\n')?;
            let whole = sum == files::sha256(content.as_bytes());
            whole.then(|| serde_json::from_str(content).ok()).flatten()
        };
        read().unwrap_or_default()
    }

    /// Writes it, with a checksum: half a file is none.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written; then the old one stands.
    pub(super) fn write(&self, output: &Path) -> io::Result<()> {
        let content = serde_json::to_string(self)?;
        let text = format!("{}\n{content}", files::sha256(content.as_bytes()));
        files::write(&output.join(turn::FOLDER).join(FILE), text.as_bytes())
    }

    /// Deletes the file.
    pub(super) fn delete(output: &Path) {
        let _ = fs::remove_file(output.join(turn::FOLDER).join(FILE));
    }
}
