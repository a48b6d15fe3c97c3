//! Turns the texts in drawings into what is wrong with their fonts: a font that is not there, a character that none has.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst::visualize::{ImageKind, SvgImage};
use typst_layout::PagedDocument;
use usvg::{FontFamily, Group, Node, Text};

use crate::compose::{ComposedPicture, Composition};
use crate::diagnostic::{Diagnostic, Report, Span};
use crate::typeset::Fonts;

/// Reports what is wrong with the fonts of the drawings on pages.
pub(super) fn check(
    document: &PagedDocument,
    composition: &Composition,
    fonts: &Fonts,
    report: &Report,
) {
    let mut seen = BTreeSet::new();
    for page in document.pages() {
        visit(&page.frame, &mut |svg| {
            let Some(path) = composition.picture_of(svg.data().as_slice()) else { return };
            let Some(picture) = composition.pictures.get(path) else { return };
            if seen.insert(path.to_owned()) {
                texts(svg.tree().root(), &mut |text| check_text(text, svg, picture, fonts, report));
            }
        });
    }
}

fn check_text(
    text: &Text,
    svg: &SvgImage,
    picture: &ComposedPicture,
    fonts: &Fonts,
    report: &Report,
) {
    let name = &picture.name;
    let glyphs = || text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
    for span in text.chunks().iter().flat_map(usvg::TextChunk::spans) {
        let named = span.font().families().iter().filter_map(|family| match family {
            // A text that asks for none is set in the family of the page, by an empty name.
            FontFamily::Named(named) if !named.is_empty() => Some(named.as_str()),
            _ => None,
        });
        let named: Vec<&str> = named.collect();
        let Some(first) = named.first().filter(|_| !named.iter().any(|own| fonts.has_family(own)))
        else {
            continue;
        };
        let stands_in = glyphs().find_map(|glyph| {
            let face = svg.tree().fontdb().face(glyph.font)?;
            Some(face.families.first()?.0.clone())
        });
        let instead = match stands_in {
            Some(family) => format!("`{family}` stands in"),
            None => "its text is not shown".to_owned(),
        };
        let fault = Diagnostic::warning(format!(
            "`{name}` asks for the font `{first}`, which is not in `fonts/`: {instead}"
        ))
        .hint("put the family there, name one that is there, or save the drawing with its texts as paths");
        report.add(placed(fault, picture, first));
    }
    for glyph in glyphs().filter(|glyph| glyph.id.0 == 0) {
        let fault = Diagnostic::error(format!(
            "`{name}` has `{}` in a text, which no family in `fonts/` has",
            glyph.text
        ))
        .hint("put a family that has it there, or save the drawing with its texts as paths");
        report.add(placed(fault, picture, &glyph.text));
    }
}

/// A fault where something stands in the text of a drawing, or where the drawing is named.
fn placed(fault: Diagnostic, picture: &ComposedPicture, what: &str) -> Diagnostic {
    let own = picture.source.as_ref().and_then(|file| {
        let at = file.text.find(what)?;
        Some(Span::new(file, at..at + what.len()))
    });
    match own.as_ref().or(picture.place.as_ref()) {
        Some(place) => fault.at(place),
        None => fault,
    }
}

/// Visits the drawings of a frame.
fn visit(frame: &Frame, add: &mut impl FnMut(&SvgImage)) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => visit(&group.frame, add),
            FrameItem::Image(image, ..) => {
                if let ImageKind::Svg(svg) = image.kind() {
                    add(svg);
                }
            }
            _ => {}
        }
    }
}

/// Visits the texts of a drawing.
fn texts(group: &Group, add: &mut impl FnMut(&Text)) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, add),
            Node::Text(text) => add(text),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}
