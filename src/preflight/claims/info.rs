//! Turns the document information dictionary (ISO 32000-1, 14.3.3) into what it says.

use lopdf::Object;

use crate::file::{File, number_of, text};

/// What the document information dictionary says; `None` for what it does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Info {
    /// Its object.
    pub(crate) object: Option<u32>,
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) keywords: Option<String>,
    pub(crate) creator: Option<String>,
    pub(crate) producer: Option<String>,
    /// When it was made, as it is written: `D:20240131120000+01'00'`.
    pub(crate) created: Option<String>,
    /// When it was changed, in the same form.
    pub(crate) modified: Option<String>,
    /// Whether it is trapped: `True`, `False` or `Unknown`; written as a name or, against the rule, as a string.
    pub(crate) trapped: Option<String>,
    /// The version of PDF/X: "PDF/X-1:2001" (`GTS_PDFXVersion`).
    pub(crate) version: Option<String>,
    /// Its conformance: "PDF/X-1a:2001" (`GTS_PDFXConformance`).
    pub(crate) conformance: Option<String>,
}

impl Info {
    /// Reads it; empty if there is none.
    pub(super) fn read(file: &File) -> Info {
        let trailer = &file.document.trailer;
        let Some(dictionary) = file.dict(trailer, "Info") else { return Info::default() };
        let word = |key| match file.entry(dictionary, key)? {
            Object::Name(name) => Some(String::from_utf8_lossy(name).into_owned()),
            Object::String(string, _) => Some(text(string)),
            Object::Boolean(truth) => Some(if *truth { "true" } else { "false" }.to_owned()),
            _ => None,
        };
        Info {
            object: trailer.get(b"Info").ok().and_then(number_of),
            title: file.text(dictionary, "Title"),
            author: file.text(dictionary, "Author"),
            subject: file.text(dictionary, "Subject"),
            keywords: file.text(dictionary, "Keywords"),
            creator: file.text(dictionary, "Creator"),
            producer: file.text(dictionary, "Producer"),
            created: file.text(dictionary, "CreationDate"),
            modified: file.text(dictionary, "ModDate"),
            trapped: word("Trapped"),
            version: word("GTS_PDFXVersion"),
            conformance: word("GTS_PDFXConformance"),
        }
    }
}
