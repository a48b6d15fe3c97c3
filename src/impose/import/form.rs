//! Turns a page into a form that shows it, and the annotations that are printed upon it.

use feuillet_preflight::{Rect, Source, SourcePage};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::boxes::seen_matrix;
use super::{dict, entry, page_list};

/// The most that the contents of a page may unpack to, in bytes.
const MOST: usize = 256 << 20;

/// An annotation on its page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Appearance {
    /// The form that shows it.
    pub(super) form: ObjectId,
    /// The matrix that puts it onto the page.
    pub(super) matrix: [f64; 6],
}

/// Makes the form of a page. Its objects are those of `document`, to which the form of the contents is added where there are
/// annotations: what contents leave behind, such as another scale, does not reach them.
///
/// # Errors
///
/// Fails if the contents can't be unpacked.
pub(super) fn of_page(
    document: &mut Document,
    page: &SourcePage,
    annotations: Vec<Appearance>,
) -> Result<Stream, String> {
    let mut form = contents(document, &page.dictionary)?;
    let Rect { x0, y0, x1, y1 } = page.boxes.media;
    let bounds = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => reals(&[x0, y0, x1, y1]),
    };
    form.dict.extend(&bounds);
    form.dict.set(
        "Resources",
        dict(document, &page.dictionary, b"Resources").cloned().unwrap_or_default(),
    );
    if !annotations.is_empty() {
        let mut painted = dictionary! { "P" => document.add_object(form) };
        let mut content = String::from("/P Do\n");
        for (Appearance { form, matrix }, number) in annotations.into_iter().zip(1..) {
            let [a, b, c, d, e, f] = matrix;
            content.push_str(&format!(
                "q {a:.5} {b:.5} {c:.5} {d:.5} {e:.4} {f:.4} cm /A{number} Do Q\n"
            ));
            painted.set(format!("A{number}"), form);
        }
        form = Stream::new(bounds, content.into_bytes());
        form.dict.set("Resources", dictionary! { "XObject" => painted });
    }
    form.dict.set("Matrix", reals(&seen_matrix(&page.boxes)));
    if let Some(group) = dict(document, &page.dictionary, b"Group") {
        let mut group = group.clone();
        group.remove(b"Type");
        // The group of a page is always isolated; that of a form has to say so.
        group.set("I", true);
        form.dict.set("Group", group);
    }
    Ok(form)
}

/// The contents of a page as a stream with nothing but its filters: the stream of the page as it is, or several as one, with
/// white space between them (ISO 32000-1, table 30).
fn contents(document: &Document, page: &Dictionary) -> Result<Stream, String> {
    match entry(document, page, b"Contents") {
        None => Ok(Stream::new(Dictionary::new(), Vec::new())),
        Some(Object::Stream(stream)) => {
            let mut only = Stream::new(Dictionary::new(), stream.content.clone());
            for key in ["Filter", "DecodeParms"] {
                if let Ok(value) = stream.dict.get(key.as_bytes()) {
                    only.dict.set(key, value.clone());
                }
            }
            Ok(only)
        }
        Some(Object::Array(parts)) => {
            let mut all = Vec::new();
            for part in parts {
                let Ok((_, Object::Stream(stream))) = document.dereference(part) else { continue };
                let part = stream
                    .decompressed_content_with_limit(MOST.saturating_sub(all.len()))
                    .map_err(|error| format!("its contents can't be unpacked: {error}"))?;
                all.extend(part);
                all.push(b'\n');
            }
            Ok(Stream::new(Dictionary::new(), all))
        }
        Some(_) => Err("its contents are no stream".to_owned()),
    }
}

/// Numbers as an array of a PDF, where they are `f32`.
fn reals(numbers: &[f64]) -> Object {
    Object::Array(numbers.iter().map(|number| Object::Real(*number as f32)).collect())
}

/// Tells which parts of pages are not in the file, though their number stands there: they would be missing on the sheets.
pub(super) fn missing_parts(source: &Source) -> Vec<String> {
    let document = &source.document;
    let is_missing = |object: &Object| matches!(object, Object::Reference(id) if !document.objects.contains_key(id));
    let mut missing: Vec<(Vec<u8>, Vec<usize>)> = Vec::new();
    let mut note =
        |what: &[u8], page: usize| match missing.iter_mut().find(|(other, _)| other == what) {
            Some((_, pages)) if pages.last() == Some(&page) => {}
            Some((_, pages)) => pages.push(page),
            None => missing.push((what.to_vec(), vec![page])),
        };
    for (page, number) in source.pages.iter().zip(1..) {
        let dictionary = &page.dictionary;
        for key in [b"Contents".as_slice(), b"Resources"] {
            if dictionary.get(key).is_ok_and(is_missing) {
                note(key, number);
            }
        }
        if let Some(Object::Array(parts)) = entry(document, dictionary, b"Contents")
            && parts.iter().any(is_missing)
        {
            note(b"Contents", number);
        }
        let Some(resources) = dict(document, dictionary, b"Resources") else { continue };
        for key in
            [b"Font".as_slice(), b"XObject", b"Pattern", b"Shading", b"ColorSpace", b"ExtGState"]
        {
            let is_missing_there = resources.get(key).is_ok_and(is_missing)
                || dict(document, resources, key)
                    .is_some_and(|entries| entries.iter().any(|(_, value)| is_missing(value)));
            if is_missing_there {
                note(key, number);
            }
        }
    }
    let told = missing.into_iter().map(|(what, pages)| {
        let what = String::from_utf8_lossy(&what).into_owned();
        format!("an object that `{what}` of {} names is not there", page_list(&pages))
    });
    told.collect()
}
