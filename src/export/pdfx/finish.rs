//! Adds to a converted document what makes it PDF/X-4: boxes, an output intent and metadata; and takes annotations away.

use feuillet_colour::OutputProfile;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary, text_string};
use sha2::{Digest as _, Sha256};
use typst::foundations::Smart;
use typst::layout::{Abs, Sides};
use typst::model::Document as _;
use typst_layout::{Page, PagedDocument};

use super::error::PdfxError;
use super::objects::reals;
use super::xmp::{self, Metadata};
use crate::export::options::ExportOptions;
use crate::impose::Sheets;

/// Finishes a document, and gives the object of the ICC profile, which is compressed already.
pub(super) fn finish(
    document: &mut Document,
    sheets: &Sheets,
    options: &ExportOptions<'_>,
    profile: &OutputProfile,
) -> Result<ObjectId, PdfxError> {
    set_boxes(document, sheets)?;
    let pages = &sheets.document;
    let title = pages.info().title.as_deref().filter(|title| !title.trim().is_empty());
    let title = title.ok_or(PdfxError::Missing { what: "title" })?;
    let (year, month, day) = date(pages).ok_or(PdfxError::Missing { what: "date" })?;
    let ids = identifiers(document, options, profile);
    let metadata = xmp::packet(&Metadata {
        title,
        date: &format!("{year:04}-{month:02}-{day:02}T00:00:00Z"),
        document: &ids[0],
        instance: &ids[1],
    });
    let date = Object::string_literal(format!("D:{year:04}{month:02}{day:02}000000Z"));
    let info = document.add_object(dictionary! {
        "Title" => text_string(title), "Creator" => Object::string_literal("feuillet"),
        "Producer" => Object::string_literal(xmp::PRODUCER), "CreationDate" => date.clone(),
        "ModDate" => date, "Trapped" => "False",
    });
    let (embedded, intent) = add_output_intent(document, profile);
    let metadata = document.add_object(Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        metadata.into_bytes(),
    ));
    let found = document.catalog()?;
    let mut catalog = dictionary! {
        "Type" => "Catalog", "Pages" => found.get(b"Pages")?.clone(), "Metadata" => metadata,
        "OutputIntents" => vec![intent.into()],
    };
    if let Ok(language) = found.get(b"Lang") {
        catalog.set("Lang", language.clone());
    }
    // An imposition program binds by the direction in which the pages are read.
    let direction = found.get(b"ViewerPreferences").ok();
    let direction = direction.and_then(|found| document.dereference(found).ok());
    let direction = direction.and_then(|(_, found)| found.as_dict().ok()?.get(b"Direction").ok());
    if let Some(direction) = direction.filter(|it| it.as_name().is_ok_and(|name| name == b"R2L")) {
        catalog.set("ViewerPreferences", dictionary! { "Direction" => direction.clone() });
    }
    *document.catalog_mut()? = catalog;
    document.trailer.set("Info", info);
    let ids = ids.map(|id| Object::string_literal(id.as_slice()));
    document.trailer.set("ID", ids.to_vec());
    document.version = "1.6".to_owned();
    Ok(embedded)
}

/// The year, the month and the day of a document.
fn date(pages: &PagedDocument) -> Option<(i32, u8, u8)> {
    match pages.info().date {
        Smart::Custom(Some(date)) => Some((date.year()?, date.month()?, date.day()?)),
        Smart::Custom(None) | Smart::Auto => None,
    }
}

/// Gives each page its boxes, and takes away what PDF/X-4 has no use for.
fn set_boxes(document: &mut Document, sheets: &Sheets) -> Result<(), PdfxError> {
    let ids: Vec<ObjectId> = document.get_pages().into_values().collect();
    if ids.len() != sheets.sides() {
        return Err(PdfxError::leftover("another number of pages than there are sides"));
    }
    for ((id, page), bleed) in ids.into_iter().zip(sheets.document.pages()).zip(&sheets.bleed) {
        let found = document.get_dictionary(id)?;
        let mut kept = boxes(page, *bleed);
        for key in [&b"Type"[..], b"Parent", b"Resources", b"Contents", b"Group"] {
            if let Ok(value) = found.get(key) {
                kept.set(key.to_vec(), value.clone());
            }
        }
        document.objects.insert(id, Object::Dictionary(kept));
    }
    Ok(())
}

/// Computes the identifiers of the document, which stays the same from release to release, and of this version of it,
/// which depends on its content and on what it is printed on.
fn identifiers(
    document: &Document,
    options: &ExportOptions<'_>,
    profile: &OutputProfile,
) -> [[u8; 16]; 2] {
    let content = document.trailer.get(b"ID").and_then(Object::as_array).ok();
    let content = content.and_then(|ids| ids.last()?.as_str().ok()).unwrap_or_default();
    let instance = digest(&[
        b"instance",
        options.ident.as_bytes(),
        content,
        profile.condition.as_bytes(),
        profile.icc(),
        format!("{:?} {:?}", options.print.ink_limit, options.print.palette).as_bytes(),
    ]);
    [digest(&[b"document", options.ident.as_bytes()]), instance]
}

/// Adds the ICC profile and the output intent that refers to it.
fn add_output_intent(document: &mut Document, profile: &OutputProfile) -> (ObjectId, ObjectId) {
    let embedded = document.add_object(Stream::new(
        dictionary! { "N" => 4, "Filter" => "FlateDecode" },
        profile.compressed_icc().to_vec(),
    ));
    let text = |text: &str| Object::string_literal(text);
    let intent = document.add_object(dictionary! {
        "Type" => "OutputIntent", "S" => "GTS_PDFX",
        "OutputConditionIdentifier" => text(&profile.condition),
        "OutputCondition" => text(&profile.description),
        "Info" => text(&profile.description),
        "RegistryName" => text(&profile.registry),
        "DestOutputProfile" => embedded,
    });
    (embedded, intent)
}

/// Hashes parts to sixteen bytes.
fn digest(parts: &[&[u8]]) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let hash = hash.finalize();
    std::array::from_fn(|index| hash[index])
}

/// Gives the boxes of a page, computed in thousandths of a point, so that trim lies inside bleed and bleed inside media to
/// the last digit that is written.
fn boxes(page: &Page, bleed: Sides<Abs>) -> Dictionary {
    // A page is a few thousand points wide at the most.
    let thousandths = |points: f64| (points * 1000.0).round() as i64;
    let around = page.bleed.map(|side| thousandths(side.to_pt()).max(0));
    let size = page.frame.size();
    let (width, height) = (thousandths(size.x.to_pt()), thousandths(size.y.to_pt()));
    let (left, bottom) = (around.left, around.bottom);
    let (right, top) = (left + width, bottom + height);
    let bleed = bleed.map(|side| thousandths(side.to_pt()).max(0));
    let reach = Sides::new(
        around.left.min(bleed.left),
        around.top.min(bleed.top),
        around.right.min(bleed.right),
        around.bottom.min(bleed.bottom),
    );
    let corners = |corners: [i64; 4]| reals(&corners.map(|at| (at as f64 / 1000.0) as f32));
    dictionary! {
        "MediaBox" => corners([0, 0, right + around.right, top + around.top]),
        "BleedBox" => corners([
            left - reach.left, bottom - reach.bottom, right + reach.right, top + reach.top,
        ]),
        "TrimBox" => corners([left, bottom, right, top]),
    }
}
