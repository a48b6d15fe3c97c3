//! Writes XLIFF 2.1.

use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;
use crate::exchange::xliff::codes::{Coded, Codes};
use crate::exchange::xliff::unit_name::encode;
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
    let _ = writeln!(
        out,
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"{}\" trgLang=\"{}\">",
        document.source_language, document.language
    );
    let _ = writeln!(
        out,
        "<file id=\"f1\" original=\"{}\" canResegment=\"no\">\n<notes><note>{}</note></notes>",
        attribute(&document.brochure),
        escaped(NOTE)
    );
    for unit in &document.units {
        write_unit(&mut out, unit);
    }
    out.push_str("</file>\n</xliff>\n");
    Ok(out.into_bytes())
}

fn write_unit(out: &mut String, unit: &Unit) {
    let mut codes = Codes::default();
    let source = inline(&mut codes, &unit.source);
    let target = unit.target.as_ref().map(|target| inline(&mut codes, target));
    let (id, name) = (encode(&unit.id), attribute(&unit.id));
    let _ = writeln!(
        out,
        "<unit id=\"{id}\" name=\"{name}\" canResegment=\"no\" xml:space=\"preserve\">"
    );
    let previous = unit.previous_source.as_ref().map(Text::flat);
    let room = unit.room.map(|room| format!("Room for {room} characters."));
    let notes = [
        ("comment", Some(&unit.comment)),
        ("previous-source", previous.as_ref()),
        ("room", room.as_ref()),
    ];
    let notes: Vec<String> = notes
        .into_iter()
        .filter_map(|(category, note)| {
            let note = note.filter(|note| !note.is_empty())?;
            Some(format!("<note category=\"{category}\">{}</note>", escaped(note)))
        })
        .collect();
    if !notes.is_empty() {
        let _ = writeln!(out, "<notes>{}</notes>", notes.concat());
    }
    if codes.all().next().is_some() {
        out.push_str("<originalData>");
        for (number, code, end) in codes.all() {
            let _ = write!(out, "<data id=\"d{number}\">{}</data>", escaped(code));
            if let Some(end) = end {
                let _ = write!(out, "<data id=\"e{number}\">{}</data>", escaped(end));
            }
        }
        out.push_str("</originalData>\n");
    }
    let state = match unit.state {
        UnitState::Missing => "state=\"initial\"",
        UnitState::Stale => "state=\"initial\" subState=\"feuillet:stale\"",
        UnitState::Draft => "state=\"translated\"",
        UnitState::Reviewed => "state=\"reviewed\"",
        UnitState::Approved => "state=\"final\"",
    };
    let _ = writeln!(out, "<segment {state}>\n<source xml:space=\"preserve\">{source}</source>");
    if let Some(target) = target {
        let _ = writeln!(out, "<target xml:space=\"preserve\">{target}</target>");
    }
    out.push_str("</segment>\n</unit>\n");
}

/// A text with its codes: `<pc>` for markup, `<ph/>` for what stands for itself.
fn inline(codes: &mut Codes, text: &Text) -> String {
    let mut out = String::new();
    for piece in codes.of(text) {
        match piece {
            Coded::Words(words) => out.push_str(&escaped(words)),
            Coded::Code(number, code) => {
                let code = attribute(code);
                let _ = write!(
                    out,
                    "<ph id=\"{number}\" dataRef=\"d{number}\" disp=\"{code}\" equiv=\"{code}\"/>"
                );
            }
            Coded::Open(number, tag, end) => {
                let kind = match tag {
                    "<b>" => " type=\"fmt\" subType=\"xlf:b\"",
                    "<em>" => " type=\"fmt\" subType=\"xlf:i\"",
                    tag if tag.starts_with("<a ") => " type=\"link\"",
                    _ => "",
                };
                let _ = write!(
                    out,
                    "<pc id=\"{number}\" dataRefStart=\"d{number}\" dataRefEnd=\"e{number}\" dispStart=\"{}\" dispEnd=\"{}\"{kind}>",
                    attribute(tag),
                    attribute(end)
                );
            }
            Coded::Close => out.push_str("</pc>"),
        }
    }
    out
}
