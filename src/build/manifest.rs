//! What was built in, `manifest.json` out: each PDF with its checksum, size, state and the reasons for it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::build::cache::seen::digest;
use crate::build::files;
use crate::build::judge::Judged;
use crate::build::plan::{Choice, Job};
use crate::impose::Sheets;
use crate::language::Tag;
use crate::load::{Form, Profile, Setting};
use crate::resolve::Manuscript;
use crate::resolve::manuscript::Origin;
use crate::review::EditionState;
use crate::typeset::Pages;
use serde::{Deserialize, Serialize};

/// The manifest's file name.
pub const FILE: &str = "manifest.json";

/// All PDFs of a brochure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The brochure's id.
    pub brochure: String,
    /// Its PDFs, by path.
    pub files: Vec<Entry>,
}

/// One PDF.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its path, relative to the manifest.
    pub path: String,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: usize,
    /// Number of pages.
    pub pages: usize,
    /// The measures of running text at which everything fits.
    #[serde(default)]
    pub setting: Measures,
    /// Trimmed width and height of a page of the file, in mm: of the flat sheet, where it is one.
    pub trim: [f64; 2],
    /// How thick the back of a booklet is on the edition's paper, in mm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spine: Option<f64>,
    /// How far its innermost pages stick out when it is folded, in mm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub creep: Option<f64>,
    /// The edition.
    pub edition: String,
    /// Its languages.
    pub languages: Vec<String>,
    /// The profile.
    pub profile: String,
    /// The release's version.
    pub release: String,
    /// "draft" or "approved".
    pub state: String,
    /// Why it is a draft: messages and facts, by reason.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reasons: BTreeMap<String, Vec<String>>,
    /// What preflight said of it; nothing of proofs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preflight: Option<Judged>,
    /// What somebody should look at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// A [`Setting`] as the manifest writes it.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Measures {
    /// Size of running text in points.
    pub size: f64,
    /// From one line to the next, as a share of the size.
    pub leading: f64,
    /// Space between paragraphs, as a share of the size.
    pub paragraph: f64,
    /// Space around blocks, as a share of what the templates give.
    pub block: f64,
}

impl From<Setting> for Measures {
    fn from(setting: Setting) -> Measures {
        let Setting { size, leading, paragraph, block } = setting;
        Measures { size: size.0, leading, paragraph, block }
    }
}

impl Entry {
    /// Describes a finished PDF.
    #[must_use]
    pub fn new(
        job: &Job<'_>,
        manuscript: &Manuscript,
        path: &str,
        pdf: &[u8],
        pages: &Pages,
        sheets: &Sheets,
    ) -> Entry {
        let paper = job.edition.paper.filter(|_| job.profile == Profile::Print);
        let paper = paper.filter(|_| job.edition.form == Form::Booklet);
        let number = pages.document.pages().len();
        let tenth = |length: f64| (length * 10.0).round() / 10.0;
        let hundredth = |length: f64| (length * 100.0).round() / 100.0;
        Entry {
            path: path.to_owned(),
            sha256: files::sha256(pdf),
            bytes: pdf.len(),
            pages: sheets.sides(),
            setting: pages.setting.into(),
            trim: sheets.trim().map(|length| tenth(length.0)),
            spine: paper.map(|paper| hundredth(paper.spine(number))),
            creep: paper.map(|paper| hundredth(paper.creep(number))),
            edition: manuscript.edition.clone(),
            languages: manuscript
                .languages
                .iter()
                .map(|language| language.tag.to_string())
                .collect(),
            profile: job.profile.as_str().to_owned(),
            release: job.publication.brochure.release.version.value.clone(),
            state: String::new(),
            reasons: BTreeMap::new(),
            preflight: None,
            warnings: Vec::new(),
        }
        .with_state_of(manuscript)
    }

    /// The same PDF with the state, its reasons and the warnings as they are today: other reasons for the same state leave
    /// the bytes as they are.
    pub(super) fn with_state_of(mut self, manuscript: &Manuscript) -> Entry {
        let mut reasons: BTreeMap<String, Vec<String>> = BTreeMap::new();
        if let EditionState::Draft(found) = &manuscript.state {
            for reason in found {
                reasons
                    .entry(reason.kind().to_owned())
                    .or_default()
                    .push(reason.subject().to_owned());
            }
        }
        let fallbacks =
            manuscript.passages().into_iter().filter_map(|passage| match &passage.origin {
                Origin::Fallback(id) => Some(format!("`{id}` is shown in `{}`", passage.language)),
                _ => None,
            });
        self.warnings = fallbacks.collect();
        self.state = if reasons.is_empty() { "approved" } else { "draft" }.to_owned();
        self.reasons = reasons;
        self
    }
}

impl Manifest {
    /// Reads the manifest of a folder; `None` if there is none that can be read.
    #[must_use]
    pub fn read(folder: &Path) -> Option<Manifest> {
        serde_json::from_slice(&fs::read(folder.join(FILE)).ok()?).ok()
    }

    /// Puts fresh entries into the manifest of a folder. What was not chosen in this run stays, if its file does; what
    /// was chosen and did not come out is taken out, since its file no longer shows what the project says. Of that, what
    /// the project `has` no more is deleted, if it is still the file that was made. Whoever calls has the turn.
    ///
    /// Gives the paths of the files that it deleted.
    ///
    /// # Errors
    ///
    /// Fails if the manifest can't be written; then the old one stands.
    pub(super) fn update(
        folder: &Path,
        brochure: &str,
        fresh: Vec<Entry>,
        choice: &Choice,
        has: &dyn Fn(&Entry) -> bool,
    ) -> io::Result<Vec<String>> {
        let mut deleted = Vec::new();
        if fresh.is_empty() && !folder.is_dir() {
            return Ok(deleted);
        }
        fs::create_dir_all(folder)?;
        let target = folder.join(FILE);
        let old = Manifest::read(folder);
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        for entry in old.into_iter().flat_map(|manifest| manifest.files) {
            let same = |one: &Entry| {
                one.edition == entry.edition
                    && one.languages == entry.languages
                    && one.profile == entry.profile
            };
            let replaced = fresh.iter().find(|one| same(one));
            if let Some(replaced) = replaced {
                // The draft of an approved edition, or the approved file of what is a draft again.
                if replaced.path != entry.path && entry.has_safe_path() {
                    let _ = fs::remove_file(folder.join(&entry.path));
                }
            } else if !folder.join(&entry.path).is_file() {
                // It has gone.
            } else if !covers(choice, &entry) {
                entries.insert(entry.path.clone(), entry);
            } else if !has(&entry) && entry.delete(folder) {
                deleted.push(entry.path);
            }
        }
        entries.extend(fresh.into_iter().map(|entry| (entry.path.clone(), entry)));
        let manifest =
            Manifest { brochure: brochure.to_owned(), files: entries.into_values().collect() };
        let mut text = serde_json::to_vec_pretty(&manifest)?;
        text.push(b'\n');
        files::write(&target, &text)?;
        Ok(deleted)
    }
}

impl Entry {
    /// Whether its path leads to nowhere but into the manifest's folder.
    pub(super) fn has_safe_path(&self) -> bool {
        files::is_inside(&self.path)
    }

    /// Deletes its file, if that is the one that was made; tells whether it did.
    pub(super) fn delete(&self, folder: &Path) -> bool {
        let target = folder.join(&self.path);
        self.has_safe_path()
            && digest(&target).is_ok_and(|sha256| sha256 == self.sha256)
            && fs::remove_file(&target).is_ok()
    }
}

/// Whether a PDF of the manifest is among what is chosen.
fn covers(choice: &Choice, entry: &Entry) -> bool {
    let language = |tag: &Tag| entry.languages.iter().any(|language| language == tag.as_str());
    let profile = |profile: &Profile| entry.profile == profile.as_str();
    (choice.languages.is_empty() || choice.languages.iter().any(language))
        && (choice.editions.is_empty() || choice.editions.contains(&entry.edition))
        && (choice.profiles.is_empty() || choice.profiles.iter().any(profile))
}
