//! Turns sheets that show the pages of another PDF into a PDF.
//!
//! Typst shows each page as a form with a transparency group in RGB. Such a group would convert the colours of CMYK pages
//! and end their overprint: each form gets the group that its page had, or none.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};
use typst_pdf::PdfStandard;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::export::repack::{self, RepackError};
use crate::export::typst::export_with_typst;
use crate::export::viewer;
use crate::impose::Sheets;

/// Exports sheets that show the pages of another PDF, `source`. `ident` identifies the document: the same one keeps it.
///
/// # Errors
///
/// Fails if Typst can't export the sheets, or if `source` can't be read.
pub(crate) fn export_imported(
    sheets: &Sheets,
    source: &[u8],
    ident: &str,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let pdf =
        export_with_typst(&sheets.document, ident, false, &[PdfStandard::V_1_7], None, report)?;
    finish(&pdf, source, sheets)
        .map_err(|error| report.error(Diagnostic::error(format!("the PDF can't be made: {error}"))))
}

/// Restores groups and output intents, adds bleed boxes and viewer preferences, and repacks.
fn finish(pdf: &[u8], source: &[u8], sheets: &Sheets) -> Result<Vec<u8>, RepackError> {
    let source = Document::load_mem(source)?;
    let mut document = repack::load(pdf)?;
    let group = group_of_pages(&source);
    let mut copier = ObjectCopier { source: &source, copies: BTreeMap::new() };
    let group = group.map(|group| copier.copy(&group, &mut document));
    for form in forms(&document) {
        if let Ok(Object::Stream(stream)) = document.get_object_mut(form) {
            match &group {
                Some(group) => stream.dict.set("Group", group.clone()),
                None => {
                    stream.dict.remove(b"Group");
                }
            }
        }
    }
    if let Ok(intents) = source.catalog().and_then(|catalog| catalog.get(b"OutputIntents")) {
        let intents = copier.copy(intents, &mut document);
        document.catalog_mut()?.set("OutputIntents", intents);
    }
    if sheets.bleed.0 > 0.0 {
        add_bleed_boxes(&mut document, sheets.bleed.0);
    }
    viewer::set_preferences(&mut document, sheets.duplex)?;
    repack::write(&document, &HashSet::new())
}

/// Lists the forms among the resources of the pages: those that show the pages of the source.
fn forms(document: &Document) -> BTreeSet<ObjectId> {
    let mut out = BTreeSet::new();
    for page in document.page_iter() {
        let resources = document.get_dictionary(page).and_then(|page| page.get(b"Resources"));
        let Some(resources) = resources.ok().and_then(|found| as_dict(document, found)) else {
            continue;
        };
        let forms = resources.get(b"XObject").ok().and_then(|found| as_dict(document, found));
        out.extend(
            forms
                .iter()
                .flat_map(|forms| forms.iter())
                .filter_map(|(_, form)| form.as_reference().ok()),
        );
    }
    out
}

fn as_dict<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

/// The transparency group of the pages. Where their colour spaces differ, the group has none, and takes that of the sheet.
fn group_of_pages(source: &Document) -> Option<Object> {
    let groups = source.page_iter().filter_map(|page| {
        let group = source.get_dictionary(page).ok()?.get(b"Group").ok()?;
        as_dict(source, group).cloned()
    });
    let groups: Vec<Dictionary> = groups.collect();
    let mut group = groups.first()?.clone();
    let space = |group: &Dictionary| {
        let space = group.get(b"CS").ok()?;
        source.dereference(space).ok().map(|(_, space)| space.clone())
    };
    if groups.iter().any(|other| space(other) != space(&group)) {
        group.remove(b"CS");
    }
    group.remove(b"Type");
    // The group of a page is always isolated; that of a form has to say so.
    group.set("I", Object::Boolean(true));
    Some(Object::Dictionary(group))
}

/// Adds a BleedBox to each page: the trim with the bleed, within the media.
fn add_bleed_boxes(document: &mut Document, bleed: f64) {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for id in pages {
        let Ok(page) = document.get_dictionary_mut(id) else { continue };
        let corners = |key: &[u8]| {
            let array = page.get(key).and_then(Object::as_array).ok()?;
            let numbers: Vec<f32> =
                array.iter().filter_map(|number| number.as_float().ok()).collect();
            <[f32; 4]>::try_from(numbers).ok()
        };
        let (Some(trim), Some(media)) = (corners(b"TrimBox"), corners(b"MediaBox")) else {
            continue;
        };
        // The numbers of a PDF are `f32`.
        let bleed = bleed as f32;
        let outer = [
            (trim[0] - bleed).max(media[0]),
            (trim[1] - bleed).max(media[1]),
            (trim[2] + bleed).min(media[2]),
            (trim[3] + bleed).min(media[3]),
        ];
        page.set("BleedBox", Object::Array(outer.map(Object::Real).to_vec()));
    }
}

/// Copies objects of another document, each once.
struct ObjectCopier<'a> {
    source: &'a Document,
    /// The copies of the objects that were copied.
    copies: BTreeMap<ObjectId, ObjectId>,
}

impl ObjectCopier<'_> {
    /// Copies an object with all that it refers to.
    fn copy(&mut self, object: &Object, into: &mut Document) -> Object {
        match object {
            Object::Reference(id) => {
                if let Some(known) = self.copies.get(id) {
                    return Object::Reference(*known);
                }
                let copy = into.add_object(Object::Null);
                self.copies.insert(*id, copy);
                let found = self.source.get_object(*id).cloned().unwrap_or(Object::Null);
                let copied = self.copy(&found, into);
                into.set_object(copy, copied);
                Object::Reference(copy)
            }
            Object::Array(array) => {
                Object::Array(array.iter().map(|object| self.copy(object, into)).collect())
            }
            Object::Dictionary(dictionary) => {
                Object::Dictionary(self.copy_dictionary(dictionary, into))
            }
            Object::Stream(stream) => {
                let mut stream = stream.clone();
                stream.dict = self.copy_dictionary(&stream.dict, into);
                Object::Stream(stream)
            }
            object => object.clone(),
        }
    }

    fn copy_dictionary(&mut self, dictionary: &Dictionary, into: &mut Document) -> Dictionary {
        let mut out = Dictionary::new();
        for (key, object) in dictionary {
            out.set(key.clone(), self.copy(object, into));
        }
        out
    }
}
