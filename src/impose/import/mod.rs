//! Turns the bytes of any PDF into frames that stand for its pages, with their trim and bleed, and the forms that show them.
//!
//! Typst places empty stand-ins; export puts the forms in their place. So nothing of a page goes through a program that knows
//! it in part only: contents, fonts and colours stay as they are.

mod annotations;
mod boxes;
mod form;
mod left_out;
mod sizes;
mod stand_in;

use std::collections::BTreeSet;

use feuillet_preflight::{Source, SourceError};
use lopdf::{Document, Object, Stream};
use typst::model::DocumentInfo;
use typst_layout::PagedDocument;

use crate::diagnostic::{Diagnostic, Report};
use crate::impose::Spine;

pub(crate) use annotations::AnnotationChoice;
pub(crate) use sizes::{SizeChoice, has_several_sizes, with_one_size};
pub(crate) use stand_in::page_of_stand_in;

/// A PDF whose pages can be laid on sheets.
#[derive(Debug)]
pub(crate) struct Imported {
    /// Its pages, trimmed, which show stand-ins.
    pub(crate) pages: PagedDocument,
    /// What takes the place of the stand-ins.
    pub(crate) forms: PageForms,
    /// The edge at which it is bound, if the file says in which direction it is read.
    pub(crate) spine: Option<Spine>,
}

/// The pages of a PDF as forms.
#[derive(Debug)]
pub(crate) struct PageForms {
    /// The PDF, to whose objects the forms refer.
    pub(crate) document: Document,
    /// One for each page; it shows the page as it is seen, its lower left corner at the origin.
    pub(crate) forms: Vec<Stream>,
    /// The layers that are not printed, by the number of their object.
    pub(crate) hidden_layers: BTreeSet<u32>,
}

/// Reads a PDF; `name` is what messages call it. What is left out of the sheets, and nobody misses on paper, is reported as
/// a warning.
///
/// # Errors
///
/// Fails if it can't be read, is encrypted or damaged, has no pages, or shows something that sheets can't carry over.
pub(crate) fn import(
    pdf: &[u8],
    name: &str,
    choice: Option<AnnotationChoice>,
    report: &Report,
) -> Result<Imported, Diagnostic> {
    let unreadable =
        |why: &str| Diagnostic::error(format!("`{name}` is not a readable PDF: {why}"));
    let source = Source::read(pdf).map_err(|error| match error {
        SourceError::Encrypted => Diagnostic::error(format!("`{name}` is encrypted"))
            .hint("save it without a password or restrictions first"),
        SourceError::Unreadable(why) => unreadable(&why),
        SourceError::NoMediaBox(page) => {
            Diagnostic::error(format!("page {page} of `{name}` has no `MediaBox` of a usable size"))
                .hint("export the file again")
        }
    })?;
    if source.pages.is_empty() && !source.is_repaired {
        return Err(Diagnostic::error(format!("`{name}` has no pages")));
    }
    let damage = source.damage.iter().cloned().chain(form::missing_parts(&source)).next();
    if let Some(damage) = damage {
        return Err(Diagnostic::error(format!("`{name}` is damaged: {damage}"))
            .hint("a program would have to guess, and parts of pages may be missing")
            .hint("export it again, or save it anew with a program that repairs it, and look at all its pages"));
    }
    left_out::check(&source, name, report)?;
    let flattened = annotations::flattened(&source, name, choice, report)?;
    let Source { mut document, pages, hidden_layers, .. } = source;
    annotations::complete(&mut document, &flattened);
    let mut forms = Vec::with_capacity(pages.len());
    for ((page, annotations), number) in pages.iter().zip(flattened).zip(1..) {
        let form = form::of_page(&mut document, page, annotations).map_err(|why| {
            Diagnostic::error(format!("page {number} of `{name}` can't be imported: {why}"))
                .hint("export the file again")
        })?;
        forms.push(form);
    }
    let info = DocumentInfo { title: title(&document).map(Into::into), ..DocumentInfo::default() };
    let spine = spine(&document);
    let seen: Vec<boxes::SeenBoxes> =
        pages.iter().map(|page| boxes::SeenBoxes::of(&page.boxes)).collect();
    let shown = stand_in::show(&seen).map_err(|why| unreadable(&why))?;
    let pages = seen.iter().zip(shown.pages()).map(|(boxes, page)| boxes.trimmed(page));
    let pages = PagedDocument::new(pages.collect(), info);
    Ok(Imported { pages, forms: PageForms { document, forms, hidden_layers }, spine })
}

/// The title in the document information dictionary.
fn title(document: &Document) -> Option<String> {
    let info = document.trailer.get(b"Info").ok()?;
    let info = document.dereference(info).ok()?.1.as_dict().ok()?;
    let title = document.dereference(info.get(b"Title").ok()?).ok()?.1;
    lopdf::decode_text_string(title).ok().filter(|title| !title.is_empty())
}

/// The spine of a file that says in which direction it is read (ISO 32000-1, table 150).
fn spine(document: &Document) -> Option<Spine> {
    let preferences = document.catalog().ok()?.get(b"ViewerPreferences").ok()?;
    let preferences = document.dereference(preferences).ok()?.1.as_dict().ok()?;
    let direction = document.dereference(preferences.get(b"Direction").ok()?).ok()?.1;
    match direction.as_name().ok()? {
        b"R2L" => Some(Spine::Right),
        b"L2R" => Some(Spine::Left),
        _ => None,
    }
}

/// An entry of a dictionary, resolved.
fn entry<'a>(
    document: &'a Document,
    dictionary: &'a lopdf::Dictionary,
    key: &[u8],
) -> Option<&'a Object> {
    let (_, object) = document.dereference(dictionary.get(key).ok()?).ok()?;
    (!object.is_null()).then_some(object)
}

/// The dictionary of an entry, or that of its stream.
fn dict<'a>(
    document: &'a Document,
    dictionary: &'a lopdf::Dictionary,
    key: &[u8],
) -> Option<&'a lopdf::Dictionary> {
    match entry(document, dictionary, key)? {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// Pages for messages: "page 3", "pages 1 to 4", "pages 1, 3 and 7".
fn page_list(pages: &[usize]) -> String {
    const MOST: usize = 6;
    match pages {
        [page] => format!("page {page}"),
        [first, .., last] if last - first + 1 == pages.len() => format!("pages {first} to {last}"),
        pages if pages.len() > MOST => {
            let first: Vec<String> = pages.iter().take(MOST).map(ToString::to_string).collect();
            format!("pages {} and {} more", first.join(", "), pages.len() - MOST)
        }
        pages => {
            let names: Vec<String> = pages.iter().map(ToString::to_string).collect();
            match names.split_last() {
                Some((last, before)) if !before.is_empty() => {
                    format!("pages {} and {last}", before.join(", "))
                }
                _ => format!("pages {}", names.join(", ")),
            }
        }
    }
}
