//! Turns sheets that show the pages of another PDF into a PDF.
//!
//! Typst places stand-ins, each a form. The pages of the source take their place as they are, with all that they refer to, and
//! with the transparency groups and the layers that they have in their file.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use typst::layout::{Abs, Sides};
use typst_pdf::PdfStandard;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::export::repack::{self, RepackError};
use crate::export::typst::export_with_typst;
use crate::export::viewer;
use crate::impose::{PageForms, Sheets, page_of_stand_in};

/// Exports sheets that show the pages of another PDF, `source`. `ident` identifies the document: the same one keeps it.
///
/// # Errors
///
/// Fails if Typst can't export the sheets.
pub(crate) fn export_imported(
    sheets: &Sheets,
    source: &PageForms,
    ident: &str,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let pdf =
        export_with_typst(&sheets.document, ident, false, &[PdfStandard::V_1_7], None, report)?;
    finish(&pdf, source, sheets)
        .map_err(|error| report.error(Diagnostic::error(format!("the PDF can't be made: {error}"))))
}

/// Puts pages in the place of stand-ins, adds layers, output intents, bleed boxes and viewer preferences, and repacks.
fn finish(pdf: &[u8], source: &PageForms, sheets: &Sheets) -> Result<Vec<u8>, RepackError> {
    let mut document = repack::load(pdf)?;
    let mut copier = ObjectCopier::new(&source.document);
    for (id, page) in stand_ins(&document) {
        let Some(form) = source.forms.get(page) else { continue };
        let dict = copier.copied_dictionary(&form.dict, &mut document);
        document.objects.insert(id, Stream { dict, ..form.clone() }.into());
    }
    if let Ok(intents) = source.document.catalog().and_then(|catalog| catalog.get(b"OutputIntents"))
    {
        let intents = copier.copied(intents, &mut document);
        document.catalog_mut()?.set("OutputIntents", intents);
    }
    copier.finish(&mut document);
    if let Some(layers) = layers(&copier.copies, source) {
        document.catalog_mut()?.set("OCProperties", layers);
    }
    add_bleed_boxes(&mut document, &sheets.bleed);
    viewer::set_preferences(&mut document, sheets.duplex)?;
    repack::write(&document, &HashSet::new())
}

/// Lists the forms that are stand-ins, each with its page, counted from 0.
fn stand_ins(document: &Document) -> Vec<(ObjectId, usize)> {
    let forms = document.objects.iter().filter_map(|(id, object)| {
        let stream = object.as_stream().ok()?;
        let subtype = stream.dict.get(b"Subtype").and_then(Object::as_name).ok()?;
        let contents =
            (subtype == b"Form").then(|| stream.decompressed_content().ok()).flatten()?;
        Some((*id, page_of_stand_in(&contents)?))
    });
    forms.collect()
}

/// The layers that the pages have, as they are printed: those that are hidden there are switched off for all uses. Without
/// them viewers would show all.
fn layers(copies: &BTreeMap<ObjectId, ObjectId>, source: &PageForms) -> Option<Dictionary> {
    let document = &source.document;
    let all = document.catalog().ok()?.get(b"OCProperties").ok()?;
    let all = document.dereference(all).ok()?.1.as_dict().ok()?;
    let groups = document.dereference(all.get(b"OCGs").ok()?).ok()?.1.as_array().ok()?;
    let mut known: BTreeSet<ObjectId> =
        groups.iter().filter_map(|group| group.as_reference().ok()).collect();
    known.retain(|group| copies.contains_key(group));
    let copied = |groups: &mut dyn Iterator<Item = &ObjectId>| -> Vec<Object> {
        groups.filter_map(|group| copies.get(group)).map(|copy| Object::Reference(*copy)).collect()
    };
    let groups = copied(&mut known.iter());
    let hidden =
        copied(&mut known.iter().filter(|(number, _)| source.hidden_layers.contains(number)));
    if groups.is_empty() {
        return None;
    }
    let configuration = dictionary! {
        "Name" => Object::string_literal("As printed"),
        "Order" => groups.clone(),
        "OFF" => hidden,
    };
    Some(dictionary! { "OCGs" => groups, "D" => configuration })
}

/// Adds a BleedBox to each page that has bleed: the trim with the bleed, within the media.
fn add_bleed_boxes(document: &mut Document, bleeds: &[Sides<Abs>]) {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for (id, bleed) in pages.into_iter().zip(bleeds) {
        if bleed.iter().all(|side| side.to_pt() <= 0.0) {
            continue;
        }
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
        let bleed = bleed.map(|side| side.to_pt() as f32);
        let outer = [
            (trim[0] - bleed.left).max(media[0]),
            (trim[1] - bleed.bottom).max(media[1]),
            (trim[2] + bleed.right).min(media[2]),
            (trim[3] + bleed.top).min(media[3]),
        ];
        page.set("BleedBox", Object::Array(outer.map(Object::Real).to_vec()));
    }
}

/// Copies objects of another document, each once, and later what they refer to.
struct ObjectCopier<'a> {
    source: &'a Document,
    /// The copies of the objects that were named.
    copies: BTreeMap<ObjectId, ObjectId>,
    /// Those that are still to be copied.
    waiting: Vec<(ObjectId, ObjectId)>,
}

impl<'a> ObjectCopier<'a> {
    fn new(source: &'a Document) -> ObjectCopier<'a> {
        ObjectCopier { source, copies: BTreeMap::new(), waiting: Vec::new() }
    }

    /// Copies all that was named. A list of our own: what refers to what may be a long chain.
    fn finish(&mut self, into: &mut Document) {
        while let Some((id, copy)) = self.waiting.pop() {
            let found = self.source.get_object(id).unwrap_or(&Object::Null);
            let copied = self.copied(found, into);
            into.set_object(copy, copied);
        }
    }

    /// An object with references to copies.
    fn copied(&mut self, object: &Object, into: &mut Document) -> Object {
        match object {
            Object::Reference(id) => {
                if let Some(known) = self.copies.get(id) {
                    return Object::Reference(*known);
                }
                let copy = into.add_object(Object::Null);
                self.copies.insert(*id, copy);
                self.waiting.push((*id, copy));
                Object::Reference(copy)
            }
            Object::Array(array) => {
                Object::Array(array.iter().map(|object| self.copied(object, into)).collect())
            }
            Object::Dictionary(dictionary) => {
                Object::Dictionary(self.copied_dictionary(dictionary, into))
            }
            Object::Stream(stream) => {
                let mut stream = stream.clone();
                stream.dict = self.copied_dictionary(&stream.dict, into);
                Object::Stream(stream)
            }
            object => object.clone(),
        }
    }

    fn copied_dictionary(&mut self, dictionary: &Dictionary, into: &mut Document) -> Dictionary {
        let mut out = Dictionary::new();
        for (key, object) in dictionary {
            out.set(key.clone(), self.copied(object, into));
        }
        out
    }
}
