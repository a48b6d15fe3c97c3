//! Knows the PDFs that a run has made: bodies that say the same share one file.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::artifact::Artifact;
use crate::diagnostic::Diagnostic;

/// A PDF that was made, and what was reported of it.
pub(crate) struct SharedPdf {
    pub(crate) artifact: Artifact,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// The PDFs of a run, by the key of all that makes their bytes.
#[derive(Default)]
pub(crate) struct SharedPdfs(Mutex<HashMap<String, SharedPlace>>);

/// The place of a PDF, made or not.
#[derive(Clone, Default)]
pub(crate) struct SharedPlace(Arc<Mutex<Option<SharedPdf>>>);

/// The place of a PDF, for one worker alone: the others that need it wait.
pub(crate) struct SharedGuard<'a>(MutexGuard<'a, Option<SharedPdf>>);

impl SharedPdfs {
    /// The place of the PDF with this key.
    pub(crate) fn place(&self, key: &str) -> Option<SharedPlace> {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Some(places.entry(key.to_owned()).or_default().clone())
    }
}

impl SharedPlace {
    /// Takes it, once nobody else has it.
    pub(crate) fn lock(&self) -> SharedGuard<'_> {
        SharedGuard(self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl SharedGuard<'_> {
    /// The PDF, if it is made.
    pub(crate) fn get(&self) -> Option<&SharedPdf> {
        self.0.as_ref()
    }

    /// Says that it is made; the first is the one that others share.
    pub(crate) fn set(&mut self, made: SharedPdf) {
        self.0.get_or_insert(made);
    }
}
