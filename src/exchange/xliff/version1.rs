//! Writes XLIFF 1.2.

use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;
use crate::exchange::xliff::codes::{Coded, Codes};
use crate::exchange::xliff::{NOTE, check};
use crate::exchange::xml::{attribute, escaped};
use crate::exchange::{Document, Text, Unit, UnitState};

/// Writes a document.
///
/// # Errors
///
/// Fails if a text holds a character that XML can't hold.
pub(in crate::exchange) fn write(document: &Document) -> Result<Vec<u8>, Diagnostic> {
    check(document)?;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n");
    let _ = writeln!(
        out,
        "<file original=\"{}\" source-language=\"{}\" target-language=\"{}\" datatype=\"plaintext\">",
        attribute(&document.brochure),
        document.source_language,
        document.language
    );
    let _ = writeln!(out, "<header><note>{}</note></header>\n<body>", escaped(NOTE));
    for unit in &document.units {
        write_unit(&mut out, unit);
    }
    out.push_str("</body>\n</file>\n</xliff>\n");
    Ok(out.into_bytes())
}

fn write_unit(out: &mut String, unit: &Unit) {
    let mut codes = Codes::default();
    let _ = write!(out, "<trans-unit id=\"{}\" xml:space=\"preserve\"", attribute(&unit.id));
    if unit.state == UnitState::Approved {
        out.push_str(" approved=\"yes\"");
    }
    if let Some(room) = unit.room {
        let _ = write!(out, " size-unit=\"char\" maxwidth=\"{room}\"");
    }
    let _ = writeln!(out, ">\n<source>{}</source>", inline(&mut codes, &unit.source));
    let state = match unit.state {
        UnitState::Missing => "new",
        UnitState::Stale => "needs-review-translation",
        UnitState::Draft => "translated",
        UnitState::Reviewed => "signed-off",
        UnitState::Approved => "final",
    };
    let target = unit.target.as_ref().map(|target| inline(&mut codes, target)).unwrap_or_default();
    let _ = writeln!(out, "<target state=\"{state}\">{target}</target>");
    if !unit.comment.is_empty() {
        let _ = writeln!(out, "<note from=\"developer\">{}</note>", escaped(&unit.comment));
    }
    if let Some(previous) = &unit.previous_source {
        let mut codes = Codes::default();
        let _ = writeln!(
            out,
            "<alt-trans alttranstype=\"previous-version\"><source>{}</source><target>{target}</target></alt-trans>",
            inline(&mut codes, previous)
        );
    }
    out.push_str("</trans-unit>\n");
}

/// A text with its codes: `<g>` for markup, `<x/>` for what stands for itself.
fn inline(codes: &mut Codes, text: &Text) -> String {
    let mut out = String::new();
    for piece in codes.of(text) {
        match piece {
            Coded::Words(words) => out.push_str(&escaped(words)),
            Coded::Code(number, code) => {
                let _ = write!(out, "<x id=\"{number}\" equiv-text=\"{}\"/>", attribute(code));
            }
            Coded::Open(number, tag, _) => {
                let kind = match tag {
                    "<b>" => " ctype=\"bold\"",
                    "<em>" => " ctype=\"italic\"",
                    tag if tag.starts_with("<a ") => " ctype=\"link\"",
                    _ => "",
                };
                let _ = write!(out, "<g id=\"{number}\"{kind} equiv-text=\"{}\">", attribute(tag));
            }
            Coded::Close => out.push_str("</g>"),
        }
    }
    out
}
