//! Tells what a file says of itself: its metadata, its output intents and the standards that it claims to follow.

mod date;
mod info;
mod intent;
#[cfg(test)]
mod tests;
mod xmp;

use crate::file::File;

pub(crate) use date::Date;
pub(crate) use info::Info;
pub(crate) use intent::Intent;
pub(crate) use xmp::{DC, PDF, PDFA_ID, PDFUA_ID, PDFVT_ID, PDFX, PDFX_ID, XMP, XMP_MM, Xmp};

/// What a file says of itself.
#[derive(Debug)]
pub(crate) struct Claims {
    /// The standards: "PDF/X-4", "PDF/X-1a:2001", "PDF/A-2a", "PDF/UA-1".
    pub(crate) standards: Vec<String>,
    /// The output intents.
    pub(crate) intents: Vec<Intent>,
    /// The document information dictionary.
    pub(crate) info: Info,
    /// The metadata stream, if the file has one.
    pub(crate) metadata: Option<Metadata>,
}

/// The metadata stream of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Metadata {
    /// Its object.
    pub(crate) object: Option<u32>,
    /// Whether a filter packs it, so that a program that knows no PDF can't find it.
    pub(crate) packed: bool,
    /// Its properties, or what is wrong with it in lower case.
    pub(crate) xmp: Result<Xmp, String>,
}

impl Metadata {
    fn read(file: &File) -> Option<Metadata> {
        let catalogue = file.catalogue();
        let named = catalogue.get(b"Metadata").ok()?;
        let object = crate::file::number_of(named);
        let Some(stream) = file.stream(catalogue, "Metadata") else {
            let fault = "the catalogue names metadata that are no stream".to_owned();
            return file.entry(catalogue, "Metadata").map(|_| Metadata {
                object,
                packed: false,
                xmp: Err(fault),
            });
        };
        let xmp = match file.unpacked(stream) {
            Ok(packet) => Xmp::read(&packet),
            Err(_) => {
                file.note_damage(object, "the metadata");
                Err("the stream does not unpack".to_owned())
            }
        };
        let packed = file
            .entry(&stream.dict, "Filter")
            .is_some_and(|filter| filter.as_array().map_or(true, |filters| !filters.is_empty()));
        Some(Metadata { object, packed, xmp })
    }
}

impl Claims {
    /// Reads them.
    pub(crate) fn read(file: &File) -> Claims {
        let info = Info::read(file);
        let metadata = Metadata::read(file);
        let intents = Intent::read_all(file);
        let xmp = metadata.as_ref().and_then(|metadata| metadata.xmp.as_ref().ok());
        let standards = standards(&info, xmp);
        Claims { standards, intents, info, metadata }
    }

    /// The profile of the press for which its colours are meant: that of the output intent for PDF/X if that is CMYK, or
    /// else of the first that is.
    pub(crate) fn press_profile(&self) -> Option<&[u8]> {
        let is_cmyk = |intent: &&Intent| intent.components() == Some(4) && intent.profile.is_some();
        let of_pdfx = self.intents.iter().find(|intent| intent.is_pdfx()).filter(is_cmyk);
        of_pdfx.or_else(|| self.intents.iter().find(is_cmyk))?.profile.as_deref()
    }

    /// The properties of the metadata stream, if there is one that can be read.
    pub(crate) fn xmp(&self) -> Option<&Xmp> {
        self.metadata.as_ref()?.xmp.as_ref().ok()
    }

    /// The intents for PDF/X.
    pub(crate) fn press_intents(&self) -> impl Iterator<Item = &Intent> {
        self.intents.iter().filter(|intent| intent.is_pdfx())
    }

    /// The components of the output intent for PDF/X, or else of any: 1, 3 or 4; `None` if there is no intent.
    pub(crate) fn components(&self) -> Option<usize> {
        self.press_intents().chain(&self.intents).find_map(Intent::components)
    }

    /// Whether a standard of this family is claimed: "PDF/X", "PDF/X-1a", "PDF/UA".
    pub(crate) fn has(&self, family: &str) -> bool {
        self.standards.iter().any(|standard| standard.starts_with(family))
    }

    /// The title: that of XMP, or else that of Info; `None` if there is none but white space.
    pub(crate) fn title(&self) -> Option<&str> {
        let given = |title: &&str| !title.is_empty();
        let xmp = self.xmp().and_then(|xmp| xmp.get(DC, "title"));
        xmp.or_else(|| self.info.title.as_deref().map(str::trim).filter(given))
    }
}

/// The standards that Info and XMP name, each once, as they are written.
fn standards(info: &Info, xmp: Option<&Xmp>) -> Vec<String> {
    let of_xmp = |namespace, name| xmp.and_then(|xmp| xmp.get(namespace, name)).map(str::to_owned);
    // PDF/X-1a:2001 names its conformance beside a version that knows of two ("PDF/X-1:2001").
    let label = |version: Option<String>, conformance: Option<String>| {
        conformance
            .or(version)
            .map(|label| label.trim().to_owned())
            .filter(|label| !label.is_empty())
    };
    let mut found = vec![
        label(of_xmp(PDFX_ID, "GTS_PDFXVersion"), of_xmp(PDFX_ID, "GTS_PDFXConformance")),
        label(info.version.clone(), info.conformance.clone()),
        label(of_xmp(PDFX, "GTS_PDFXVersion"), of_xmp(PDFX, "GTS_PDFXConformance")),
        of_xmp(PDFVT_ID, "GTS_PDFVTVersion"),
    ];
    found.push(of_xmp(PDFA_ID, "part").map(|part| {
        let conformance = of_xmp(PDFA_ID, "conformance").unwrap_or_default();
        format!("PDF/A-{part}{}", conformance.to_lowercase())
    }));
    found.push(of_xmp(PDFUA_ID, "part").map(|part| format!("PDF/UA-{part}")));
    let mut standards = Vec::new();
    for standard in found.into_iter().flatten() {
        // It is reported as it is, in one line.
        let mut standard = standard.replace(char::is_control, " ");
        if let Some((end, _)) = standard.char_indices().nth(40) {
            standard.truncate(end);
        }
        if !standards.contains(&standard) {
            standards.push(standard);
        }
    }
    // The version of this standard names another, of which it is a part.
    if standards.iter().any(|standard| standard == "PDF/X-1a:2001") {
        standards.retain(|standard| standard != "PDF/X-1:2001");
    }
    standards
}
