//! Turns texts into an XLIFF 1.2 file.

use crate::diagnostic::Diagnostic;
use crate::exchange::inline::{Inline, Numbers, tag_name};
use crate::exchange::xliff::{NAMESPACE, check, introduction, notes};
use crate::exchange::xml::{push_attribute, push_text};
use crate::exchange::{Document, Text, Unit, UnitState};

/// Writes an XLIFF 1.2 file.
///
/// # Errors
///
/// Fails if a text holds a character that XML can't hold.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, Diagnostic> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff");
    push_attribute(&mut out, "version", "1.2");
    push_attribute(&mut out, "xmlns", &format!("{NAMESPACE}1.2"));
    out.push_str(">\n  <file");
    for (name, value) in [
        ("original", document.brochure.as_str()),
        ("source-language", document.source_language.as_str()),
        ("target-language", document.language.as_str()),
        ("datatype", "x-fluent"),
        ("xml:space", "preserve"),
    ] {
        push_attribute(&mut out, name, value);
    }
    out.push_str(">\n    <header>\n      <note>");
    push_text(&mut out, &introduction(document));
    out.push_str("</note>\n    </header>\n    <body>\n");
    for unit in &document.units {
        check(unit)?;
        push_unit(&mut out, unit);
    }
    out.push_str("    </body>\n  </file>\n</xliff>\n");
    Ok(out.into_bytes())
}

fn push_unit(out: &mut String, unit: &Unit) {
    out.push_str("      <trans-unit");
    push_attribute(out, "id", &unit.id);
    push_attribute(out, "xml:space", "preserve");
    if let Some(room) = unit.room {
        push_attribute(out, "maxwidth", &room.to_string());
        push_attribute(out, "size-unit", "char");
    }
    let (state, is_approved) = match unit.state {
        UnitState::Missing | UnitState::Stale => ("needs-translation", false),
        UnitState::Draft => ("translated", false),
        UnitState::Reviewed => ("signed-off", false),
        UnitState::Approved => ("final", true),
    };
    if is_approved && unit.target.is_some() {
        push_attribute(out, "approved", "yes");
    }
    out.push_str(">\n");
    let mut numbers = Numbers::default();
    let mut text = |out: &mut String, indent: &str, name: &str, state: &str, text: &Text| {
        out.push_str(indent);
        out.push('<');
        out.push_str(name);
        if !state.is_empty() {
            push_attribute(out, "state", state);
        }
        out.push('>');
        push_content(out, &numbers.inlines(text));
        out.push_str("</");
        out.push_str(name);
        out.push_str(">\n");
    };
    text(out, "        ", "source", "", &unit.source);
    if let Some(target) = &unit.target {
        text(out, "        ", "target", state, target);
    }
    if let (Some(previous), Some(target)) = (&unit.previous_source, &unit.target) {
        out.push_str("        <alt-trans alttranstype=\"previous-version\">\n");
        text(out, "          ", "source", "", previous);
        text(out, "          ", "target", "", target);
        out.push_str("        </alt-trans>\n");
    }
    for (author, note) in notes(unit) {
        out.push_str("        <note");
        push_attribute(out, "from", author);
        out.push('>');
        push_text(out, &note);
        out.push_str("</note>\n");
    }
    out.push_str("      </trans-unit>\n");
}

/// Writes a text with its codes: `<g>` for markup, `<x/>` for what stands for itself.
fn push_content(out: &mut String, parts: &[Inline<'_>]) {
    for part in parts {
        match *part {
            Inline::Words(words) => push_text(out, words),
            Inline::Single { number, text } => {
                out.push_str("<x");
                push_attribute(out, "id", &number.to_string());
                push_attribute(out, "equiv-text", text);
                out.push_str("/>");
            }
            Inline::Begin { number, open, .. } => {
                out.push_str("<g");
                push_attribute(out, "id", &number.to_string());
                let kind = match tag_name(open) {
                    "b" => "bold",
                    "em" => "italic",
                    "a" => "link",
                    _ => "x-span",
                };
                push_attribute(out, "ctype", kind);
                push_attribute(out, "equiv-text", open);
                out.push('>');
            }
            Inline::End { .. } => out.push_str("</g>"),
        }
    }
}
