//! What a file says of itself: its metadata, its output intents, and the standards that it claims to follow.

use std::sync::Arc;

use crate::preflight::colour::Press;
use crate::preflight::read::File;

/// What a file says of itself.
#[derive(Debug)]
pub(crate) struct Claims {
    /// The standards: "PDF/X-4", "PDF/X-1a:2001", "PDF/A-2a", "PDF/UA-1".
    pub(crate) standards: Vec<String>,
    /// The output intents.
    pub(crate) intents: Vec<Intent>,
    /// The press for which its colours are meant.
    pub(crate) press: Arc<Press>,
}

/// An output intent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Intent {
    /// Its object.
    pub(crate) object: Option<u32>,
    /// Its subtype: "GTS_PDFX", "GTS_PDFA1".
    pub(crate) subtype: String,
    /// The printing condition that it names.
    pub(crate) condition: Option<String>,
    /// Its registry.
    pub(crate) registry: Option<String>,
    /// What it tells people.
    pub(crate) info: Option<String>,
    /// The profile, unpacked.
    pub(crate) profile: Option<Vec<u8>>,
    /// The components that the file says the profile has.
    pub(crate) parts: Option<i64>,
}

impl Claims {
    /// Reads them.
    pub(crate) fn read(_file: &File) -> Claims {
        Claims { standards: Vec::new(), intents: Vec::new(), press: Arc::new(Press::new(None)) }
    }

    /// The components of the output intent for PDF/X, or else of any: 1, 3 or 4; `None` if there is no intent.
    pub(crate) fn components(&self) -> Option<usize> {
        None
    }

    /// Whether a standard of this family is claimed: "PDF/X", "PDF/X-1a", "PDF/UA".
    pub(crate) fn has(&self, family: &str) -> bool {
        self.standards.iter().any(|standard| standard.starts_with(family))
    }
}
