//! Turns the sizes of pages into a PDF of empty pages that Typst can place in their stead.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use typst::layout::Size;
use typst_layout::PagedDocument;

use super::boxes::SeenBoxes;
use crate::compose::MAIN;
use crate::typeset::{Fonts, lay_out};

/// The name of the PDF among Typst's files.
const FILE: &str = "pages.pdf";

/// What begins the contents of a stand-in: a comment of PDF.
const MARK: &str = "%stand-in for page ";

/// The contents of the stand-in for a page, counted from 0.
fn stand_in_contents(page: usize) -> Vec<u8> {
    format!("{MARK}{page}\n").into_bytes()
}

/// The page, counted from 0, for which a form with these contents stands.
pub(crate) fn page_of_stand_in(contents: &[u8]) -> Option<usize> {
    std::str::from_utf8(contents).ok()?.trim().strip_prefix(MARK)?.parse().ok()
}

/// Lays out one page for each page of a PDF, which shows its stand-in.
pub(super) fn show(boxes: &[SeenBoxes]) -> Result<PagedDocument, String> {
    let mut main = String::from("#set page(margin: 0pt, fill: none)\n");
    for (boxes, number) in boxes.iter().zip(1..) {
        let Size { x, y } = boxes.size;
        main.push_str(&format!(
            "#page(width: {}pt, height: {}pt, image({FILE:?}, page: {number}, width: 100%, height: 100%))\n",
            x.to_pt(),
            y.to_pt()
        ));
    }
    let pdf = stand_ins(boxes).map_err(|error| error.to_string())?;
    let files = BTreeMap::from([(MAIN.to_owned(), main.into_bytes()), (FILE.to_owned(), pdf)]);
    let shown = lay_out(&files, &Fonts::none()).map_err(|messages| messages.join("; "))?;
    if shown.pages().len() == boxes.len() {
        Ok(shown)
    } else {
        Err("the number of its pages is unclear".to_owned())
    }
}

/// Writes a PDF with an empty page for each page.
fn stand_ins(boxes: &[SeenBoxes]) -> Result<Vec<u8>, std::io::Error> {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let mut kids: Vec<Object> = Vec::with_capacity(boxes.len());
    for (page, boxes) in boxes.iter().enumerate() {
        let contents = Stream::new(Dictionary::new(), stand_in_contents(page));
        let contents = document.add_object(contents);
        let [width, height] = [boxes.size.x, boxes.size.y].map(|side| side.to_pt() as f32);
        let page = document.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => tree,
            "MediaBox" => vec![0.into(), 0.into(), width.into(), height.into()],
            "Contents" => contents,
        });
        kids.push(page.into());
    }
    let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
    document.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}
