//! Sheets: what poppler shows at folds, marks outside the pages, and the command that imposes any PDF.

mod carried;
mod command;
mod damaged;
mod foreign;
mod geometry;
mod picture;
mod profiles;
mod seams;

use std::collections::BTreeMap;
use std::path::Path;

use feuillet::diagnostic::Report;
use feuillet::fold::Fold;
use feuillet::typeset::{Fonts, lay_out};
use snapbox::data::Inline;
use typst_layout::PagedDocument;

use crate::support::outside::{output, outside};
use crate::support::{REPOSITORY, Sandbox};

/// One page for each body, with 3 mm of bleed.
fn bled(width: f64, height: f64, pages: &[String]) -> PagedDocument {
    let mut main = format!(
        "#set page(width: {width}mm, height: {height}mm, bleed: 3mm, margin: 10mm)\n\
         #set text(font: \"Source Sans 3\", fallback: false)\n"
    );
    for page in pages {
        main.push_str(&format!("{page}\n"));
    }
    let files = BTreeMap::from([("main.typ".to_owned(), main.into_bytes())]);
    lay_out(&files, &fonts()).unwrap()
}

fn fonts() -> Fonts {
    let report = Report::new();
    let fonts = Fonts::load(&Path::new(REPOSITORY).join("fonts"), &report);
    assert!(!report.has_errors());
    fonts
}

/// A page with a ground of this colour, in which its number stands.
fn coloured(colour: &str, number: usize) -> String {
    format!(
        "#page(background: rect(width: 100%, height: 100%, fill: {colour}))[#text(size: 20pt)[{number}]]"
    )
}

fn blank(number: usize) -> String {
    format!("#page[#text(size: 20pt)[{number}]]")
}

fn pdf(document: &PagedDocument) -> Vec<u8> {
    let options = typst_pdf::PdfOptions { tagged: false, ..typst_pdf::PdfOptions::default() };
    typst_pdf::pdf(document, &options).unwrap()
}

/// Pages for a fold, of which `page` makes each.
fn panels(fold: &Fold, page: impl Fn(usize) -> String) -> PagedDocument {
    let pages: Vec<String> = (1..=fold.places.len()).map(page).collect();
    bled(fold.page.0.0, fold.page.1.0, &pages)
}

/// The entries of `pdfinfo -box` of the first page.
fn info(sandbox: &Sandbox, file: &str) -> Option<BTreeMap<String, String>> {
    let mut pdfinfo = outside("pdfinfo")?;
    let (out, error) = output(pdfinfo.arg("-box").arg(sandbox.path(file)));
    assert_eq!(error, "");
    let lines = out.lines().filter_map(|line| line.split_once(':'));
    let entries = lines.map(|(key, value)| {
        (key.to_owned(), value.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    Some(entries.collect())
}

#[track_caller]
fn imposed(sandbox: &Sandbox, arguments: &[&str]) {
    let all = [&["impose", "in.pdf", "--output", "out.pdf"], arguments].concat();
    let ran = sandbox.run(&all);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
}

/// Makes sure that the command makes no sheets, for this reason.
#[track_caller]
fn refused(sandbox: &Sandbox, arguments: &[&str], report: Inline) {
    let ran = sandbox.run(&[&["impose"], arguments].concat());
    assert_eq!(ran.stdout, "", "{ran:?}");
    ran.assert(2, report);
    assert!(!sandbox.exists("out.pdf"));
}
