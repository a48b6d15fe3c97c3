//! What a run found in, in forms that a file can hold, and from there back again.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::build::files::sha256;
use crate::build::{Accepted, Built, Fitting};
use crate::diagnostic::{Diagnostic, Place, Report, Severity, SourceFile};
use crate::language::Tag;
use crate::load::form::PROFILES;
use crate::load::{Project, Setting};
use crate::review::{EditionState, Reason};
use crate::typeset::Panel;
use crate::typeset::checks::LayoutFinding;
use crate::typeset::view::Rect;

/// A figure that comes back to the last bit: it is written as text, in the fewest digits that tell it from all others.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Exact(f64);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Exact, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Exact).map_err(serde::de::Error::custom)
    }
}

/// A file with the SHA-256 of its text.
type Text = (Arc<SourceFile>, String);

/// The texts of a project's files, each read once.
pub(in crate::build) struct Texts<'a> {
    project: &'a Project,
    read: RefCell<BTreeMap<String, Option<Text>>>,
}

impl<'a> Texts<'a> {
    pub(in crate::build) fn new(project: &'a Project) -> Texts<'a> {
        Texts { project, read: RefCell::default() }
    }

    /// A file with the SHA-256 of its text; `None` if it is no text of the project.
    fn get(&self, path: &str) -> Option<Text> {
        let mut read = self.read.borrow_mut();
        let entry = read.entry(path.to_owned()).or_insert_with(|| {
            // What is wrong with it was told by the run that is remembered.
            let file =
                self.project.has(path).then(|| self.project.read_text(path, &Report::new()))??;
            let sha256 = sha256(file.text.as_bytes());
            Some((file, sha256))
        });
        entry.clone()
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct StoredPlace {
    path: String,
    sha256: String,
    /// The text, where the project has no such file: what the program itself wrote.
    text: Option<String>,
    start: usize,
    end: usize,
}

impl StoredPlace {
    fn new(place: &Place, texts: &Texts<'_>) -> StoredPlace {
        let file = &place.file;
        let own = texts.get(&file.path).filter(|(own, _)| own.text == file.text);
        let sha256 = own.as_ref().map_or_else(|| sha256(file.text.as_bytes()), |own| own.1.clone());
        let text = if own.is_some() { None } else { Some(file.text.clone()) };
        let (start, end) = (place.range.start, place.range.end);
        StoredPlace { path: file.path.clone(), sha256, text, start, end }
    }

    /// The place; `None` if the file is another now.
    fn restore(&self, texts: &Texts<'_>) -> Option<Place> {
        let file = match &self.text {
            Some(text) => SourceFile::new(self.path.as_str(), text.as_str()),
            None => texts.get(&self.path).filter(|(_, sha256)| *sha256 == self.sha256)?.0,
        };
        Some(Place::new(&file, self.start..self.end))
    }
}

/// A [`Diagnostic`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::build) struct StoredDiagnostic {
    error: bool,
    code: Option<String>,
    message: String,
    place: Option<StoredPlace>,
    label: Option<String>,
    hints: Vec<String>,
}

impl StoredDiagnostic {
    pub(in crate::build) fn new(found: &Diagnostic, texts: &Texts<'_>) -> StoredDiagnostic {
        StoredDiagnostic {
            error: found.severity == Severity::Error,
            code: found.code.map(str::to_owned),
            message: found.message.clone(),
            place: found.place.as_ref().map(|place| StoredPlace::new(place, texts)),
            label: found.label.clone(),
            hints: found.hints.clone(),
        }
    }

    /// The diagnostic; `None` if the file in which it stands is another now.
    pub(in crate::build) fn restore(&self, texts: &Texts<'_>) -> Option<Diagnostic> {
        let place = match &self.place {
            Some(place) => Some(place.restore(texts)?),
            None => None,
        };
        Some(Diagnostic {
            severity: severity(self.error),
            code: self.code.as_deref().map(name),
            message: self.message.clone(),
            place,
            label: self.label.clone(),
            hints: self.hints.clone(),
        })
    }
}

fn severity(is_error: bool) -> Severity {
    if is_error { Severity::Error } else { Severity::Warning }
}

/// The name of a check for as long as the program runs, which reads a few of them, once.
fn name(check: &str) -> &'static str {
    let known = crate::typeset::checks::CHECKS.iter().find(|known| known.id == check);
    match known {
        Some(known) => known.id,
        None => Box::leak(check.into()),
    }
}

/// A [`Setting`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(in crate::build) struct StoredSetting {
    size: Exact,
    leading: Exact,
    paragraph: Exact,
    block: Exact,
}

impl From<Setting> for StoredSetting {
    fn from(setting: Setting) -> StoredSetting {
        StoredSetting {
            size: Exact(setting.size.0),
            leading: Exact(setting.leading),
            paragraph: Exact(setting.paragraph),
            block: Exact(setting.block),
        }
    }
}

impl From<StoredSetting> for Setting {
    fn from(stored: StoredSetting) -> Setting {
        Setting {
            size: feuillet_units::Pt(stored.size.0),
            leading: stored.leading.0,
            paragraph: stored.paragraph.0,
            block: stored.block.0,
        }
    }
}

/// A [`Panel`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::build) struct StoredPanel {
    section: String,
    number: usize,
    pages: usize,
    fill: Exact,
}

impl StoredPanel {
    pub(in crate::build) fn new(panel: &Panel) -> StoredPanel {
        let Panel { section, number, pages, fill } = panel.clone();
        StoredPanel { section, number, pages, fill: Exact(fill) }
    }

    pub(in crate::build) fn restore(&self) -> Panel {
        let StoredPanel { section, number, pages, fill } = self.clone();
        Panel { section, number, pages, fill: fill.0 }
    }
}

/// A [`LayoutFinding`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::build) struct StoredFinding {
    check: String,
    error: bool,
    messages: Vec<String>,
    language: Option<Tag>,
    section: String,
    page: usize,
    more_pages: usize,
    /// Left, top, right and bottom, in points.
    area: Option<[Exact; 4]>,
    detail: String,
    hint: String,
}

impl StoredFinding {
    pub(in crate::build) fn new(finding: &LayoutFinding) -> StoredFinding {
        let area = finding.area.map(|area| [area.left, area.top, area.right, area.bottom]);
        StoredFinding {
            check: finding.check.to_owned(),
            error: finding.severity == Severity::Error,
            messages: finding.messages.clone(),
            language: finding.language.clone(),
            section: finding.section.clone(),
            page: finding.page,
            more_pages: finding.more_pages,
            area: area.map(|area| area.map(Exact)),
            detail: finding.detail.clone(),
            hint: finding.hint.clone(),
        }
    }

    pub(in crate::build) fn restore(&self) -> LayoutFinding {
        let area = self.area.map(|area| area.map(|length| length.0));
        LayoutFinding {
            check: name(&self.check),
            severity: severity(self.error),
            messages: self.messages.clone(),
            language: self.language.clone(),
            section: self.section.clone(),
            page: self.page,
            more_pages: self.more_pages,
            area: area.map(|[left, top, right, bottom]| Rect { left, top, right, bottom }),
            detail: self.detail.clone(),
            hint: self.hint.clone(),
        }
    }
}

/// An [`Accepted`] finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::build) struct StoredAccepted {
    brochure: String,
    edition: String,
    language: String,
    finding: StoredFinding,
    reason: String,
    index: usize,
}

impl StoredAccepted {
    pub(in crate::build) fn new(accepted: &Accepted) -> StoredAccepted {
        StoredAccepted {
            brochure: accepted.brochure.clone(),
            edition: accepted.edition.clone(),
            language: accepted.language.to_string(),
            finding: StoredFinding::new(&accepted.finding),
            reason: accepted.reason.clone(),
            index: accepted.index,
        }
    }

    /// The finding; `None` if it can't be one of this program.
    pub(in crate::build) fn restore(&self) -> Option<Accepted> {
        Some(Accepted {
            brochure: self.brochure.clone(),
            edition: self.edition.clone(),
            language: self.language.parse().ok()?,
            finding: self.finding.restore(),
            reason: self.reason.clone(),
            index: self.index,
        })
    }
}

/// What came of a job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::build) struct StoredBuilt {
    brochure: String,
    edition: String,
    language: String,
    profile: String,
    /// Why it is a draft, by kind and subject; none if it is approved.
    state: Option<Vec<(String, String)>>,
    panels: Vec<StoredPanel>,
    fitting: Option<(StoredSetting, usize)>,
    file: Option<(String, usize)>,
}

impl StoredBuilt {
    pub(in crate::build) fn new(built: &Built) -> StoredBuilt {
        let reasons = |state: &EditionState| match state {
            EditionState::Approved => Vec::new(),
            EditionState::Draft(reasons) => reasons
                .iter()
                .map(|reason| (reason.kind().to_owned(), reason.subject().to_owned()))
                .collect(),
        };
        StoredBuilt {
            brochure: built.brochure.clone(),
            edition: built.edition.clone(),
            language: built.language.to_string(),
            profile: built.profile.as_str().to_owned(),
            state: built.state.as_ref().map(reasons),
            panels: built.panels.iter().map(StoredPanel::new).collect(),
            fitting: built.fitting.map(|fitting| (fitting.setting.into(), fitting.runs)),
            file: built.file.clone(),
        }
    }

    /// What came of the job; `None` if it can't be one of this program.
    pub(in crate::build) fn restore(&self) -> Option<Built> {
        let state = match &self.state {
            None => None,
            Some(reasons) if reasons.is_empty() => Some(EditionState::Approved),
            Some(reasons) => {
                let reasons = reasons.iter().map(|(kind, subject)| reason(kind, subject));
                Some(EditionState::Draft(reasons.collect::<Option<_>>()?))
            }
        };
        let profile = PROFILES.iter().find(|(name, _)| *name == self.profile)?.1;
        let fitting = self.fitting.map(|(setting, runs)| Fitting { setting: setting.into(), runs });
        Some(Built {
            brochure: self.brochure.clone(),
            edition: self.edition.clone(),
            language: self.language.parse().ok()?,
            profile,
            state,
            panels: self.panels.iter().map(StoredPanel::restore).collect(),
            fitting,
            file: self.file.clone(),
            taken_over: self.file.is_some(),
        })
    }
}

/// The reason of this kind.
fn reason(kind: &str, subject: &str) -> Option<Reason> {
    let makers: [fn(String) -> Reason; 6] = [
        Reason::Missing,
        Reason::Stale,
        Reason::NotApproved,
        Reason::ResolvesOtherwise,
        Reason::Unverified,
        Reason::Overdue,
    ];
    let reasons = makers.iter().map(|maker| maker(subject.to_owned()));
    reasons.into_iter().find(|reason| reason.kind() == kind)
}

#[cfg(test)]
mod tests {
    use super::Exact;

    #[test]
    fn figures_come_back_to_the_last_bit() {
        for figure in [0.1 + 0.2, 1.0 / 3.0, f64::MIN_POSITIVE, 595.275_590_551_181_1, -0.0] {
            let text = serde_json::to_string(&Exact(figure)).unwrap();
            let back: Exact = serde_json::from_str(&text).unwrap();
            assert_eq!(back.0.to_bits(), figure.to_bits(), "{text}");
        }
    }
}
