//! Says why a PDF can't be made ready for print.

use crate::export::repack::RepackError;

/// Why there is no PDF/X-4 file.
#[derive(Debug)]
pub(super) enum PdfxError {
    /// The PDF that Typst wrote can't be read.
    Unreadable(lopdf::Error),
    /// The finished PDF can't be written.
    Unwritable(RepackError),
    /// The PDF contains something that Typst's exporter is not known to write, so that its conversion is undefined.
    Unsupported {
        /// What it is.
        what: String,
    },
    /// The finished PDF still contains something that PDF/X-4 forbids: a bug of this program.
    Leftover {
        /// What it is.
        what: String,
    },
    /// The document lacks something that PDF/X-4 requires.
    Missing {
        /// What it is.
        what: &'static str,
    },
}

impl PdfxError {
    /// Says that something in the PDF can't be converted.
    pub(super) fn unsupported(what: impl Into<String>) -> PdfxError {
        PdfxError::Unsupported { what: what.into() }
    }

    /// Says that something forbidden is still in the PDF.
    pub(super) fn leftover(what: impl Into<String>) -> PdfxError {
        PdfxError::Leftover { what: what.into() }
    }
}

impl std::fmt::Display for PdfxError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PdfxError::Unreadable(error) => write!(out, "it can't be read: {error}"),
            PdfxError::Unwritable(error) => write!(out, "it can't be written: {error}"),
            PdfxError::Unsupported { what } => {
                write!(out, "it contains {what}, which can't be converted")
            }
            PdfxError::Leftover { what } => write!(out, "it still contains {what}"),
            PdfxError::Missing { what } => write!(out, "the document has no {what}"),
        }
    }
}

impl From<lopdf::Error> for PdfxError {
    fn from(error: lopdf::Error) -> PdfxError {
        PdfxError::Unreadable(error)
    }
}
