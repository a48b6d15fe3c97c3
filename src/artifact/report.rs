//! Gathers what came of a run.

use serde::{Deserialize, Serialize};

use crate::artifact::Artifact;
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::load::EditionId;
use crate::typeset::checks::LayoutFinding;

/// What came of a run. Its diagnostics point to places of type `P`: spans of files in memory, or locations as they are stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct BuildReport<P = Span> {
    /// What was made, checked or left as it was, in the order of brochure, edition, language and profile.
    pub(crate) files: Vec<Built>,
    /// All that was found, by file and place.
    pub(crate) diagnostics: Vec<Diagnostic<P>>,
    /// What the layout checks found and the brochures accept.
    pub(crate) accepted: Vec<Accepted>,
    /// Files of editions that the project no longer has, which were deleted; paths below the output folder.
    #[serde(default)]
    pub(crate) deleted: Vec<String>,
}

/// What came of one PDF.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Built {
    /// The PDF.
    #[serde(flatten)]
    pub(crate) artifact: Artifact,
    /// Whether the file is that of an earlier run, which would come out the same.
    pub(crate) unchanged: bool,
}

/// A finding that an `[[accept]]` silences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Accepted {
    /// The language edition.
    #[serde(flatten)]
    pub(crate) id: EditionId,
    /// What was found.
    #[serde(flatten)]
    pub(crate) finding: LayoutFinding,
    /// Why it is meant so.
    pub(crate) reason: String,
    /// The number of the `[[accept]]` in its brochure, from 0.
    pub(crate) accept: usize,
}

impl BuildReport {
    /// Whether something is wrong.
    pub(crate) fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// The number of diagnostics of a severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|found| found.severity == severity).count()
    }
}

impl<P> BuildReport<P> {
    /// Converts the places of its diagnostics; `None` if one of them has no counterpart.
    pub(crate) fn map_spans<Q>(
        self,
        mut map: impl FnMut(P) -> Option<Q>,
    ) -> Option<BuildReport<Q>> {
        let diagnostics = self.diagnostics.into_iter();
        let diagnostics =
            diagnostics.map(|found| found.map_span(&mut map)).collect::<Option<_>>()?;
        let BuildReport { files, accepted, deleted, .. } = self;
        Some(BuildReport { files, diagnostics, accepted, deleted })
    }
}

impl<P> Default for BuildReport<P> {
    fn default() -> BuildReport<P> {
        BuildReport {
            files: Vec::new(),
            diagnostics: Vec::new(),
            accepted: Vec::new(),
            deleted: Vec::new(),
        }
    }
}
