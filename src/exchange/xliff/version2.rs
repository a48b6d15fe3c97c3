//! Turns texts into an XLIFF 2.1 file.

use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;
use crate::exchange::inline::{Inline, Numbers, tag_name};
use crate::exchange::xliff::unit_name::encode;
use crate::exchange::xliff::{AUTHOR, NAMESPACE, check, introduction, notes};
use crate::exchange::xml::{push_attribute, push_text};
use crate::exchange::{Document, Text, Unit, UnitState};

/// Writes an XLIFF 2.1 file.
///
/// # Errors
///
/// Fails if a text holds a character that XML can't hold.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, Diagnostic> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff");
    push_attribute(&mut out, "version", "2.1");
    // That of all versions from 2.0 on.
    push_attribute(&mut out, "xmlns", &format!("{NAMESPACE}2.0"));
    push_attribute(&mut out, "srcLang", document.source_language.as_str());
    push_attribute(&mut out, "trgLang", document.language.as_str());
    out.push_str(">\n  <file");
    push_attribute(&mut out, "id", "texts");
    push_attribute(&mut out, "original", &document.brochure);
    push_attribute(&mut out, "trgDir", if document.is_right_to_left { "rtl" } else { "ltr" });
    // Some tools show the notes of a file, and not those of a unit.
    out.push_str(">\n    <notes>\n");
    push_note(&mut out, "      ", AUTHOR, &introduction(document));
    out.push_str("    </notes>\n");
    for unit in &document.units {
        check(unit)?;
        push_unit(&mut out, unit);
    }
    out.push_str("  </file>\n</xliff>\n");
    Ok(out.into_bytes())
}

fn push_unit(out: &mut String, unit: &Unit) {
    out.push_str("    <unit");
    push_attribute(out, "id", &encode(&unit.id));
    push_attribute(out, "name", &unit.id);
    push_attribute(out, "canResegment", "no");
    push_attribute(out, "xml:space", "preserve");
    out.push_str(">\n");
    let notes = notes(unit);
    if !notes.is_empty() {
        out.push_str("      <notes>\n");
        for (author, note) in notes {
            push_note(out, "        ", author, &note);
        }
        out.push_str("      </notes>\n");
    }
    let mut numbers = Numbers::default();
    // A form that stands for one number alone may leave the number out.
    let is_needed = !unit.id.contains('[');
    let mut content = |text: &Text| content(&numbers.inlines(text), is_needed);
    let source = content(&unit.source);
    let target = unit.target.as_ref().map(&mut content);
    push_data(out, &numbers);
    out.push_str("      <segment");
    let state = match unit.state {
        UnitState::Missing | UnitState::Stale => "initial",
        UnitState::Draft => "translated",
        UnitState::Reviewed => "reviewed",
        UnitState::Approved => "final",
    };
    // What is not translated can't have come further.
    push_attribute(out, "state", if target.is_some() { state } else { "initial" });
    if unit.state == UnitState::Stale {
        push_attribute(out, "subState", "feuillet:stale");
    }
    let _ = writeln!(out, ">\n        <source>{source}</source>");
    if let Some(target) = target {
        let _ = writeln!(out, "        <target>{target}</target>");
    }
    out.push_str("      </segment>\n    </unit>\n");
}

/// Writes what the codes of a unit stand for: some tools keep that alone, and others only what stands at the codes.
fn push_data(out: &mut String, numbers: &Numbers) {
    let codes = numbers.all();
    if codes.is_empty() {
        return;
    }
    out.push_str("      <originalData>\n");
    for (number, open, close) in codes {
        for (prefix, data) in [("d", open), ("e", close)] {
            if !data.is_empty() {
                out.push_str("        <data");
                push_attribute(out, "id", &format!("{prefix}{number}"));
                out.push('>');
                push_text(out, data);
                out.push_str("</data>\n");
            }
        }
    }
    out.push_str("      </originalData>\n");
}

fn push_note(out: &mut String, indent: &str, category: &str, note: &str) {
    out.push_str(indent);
    out.push_str("<note");
    push_attribute(out, "category", category);
    out.push('>');
    push_text(out, note);
    out.push_str("</note>\n");
}

/// A text with its codes: `<pc>` for markup, `<ph/>` for what stands for itself.
fn content(parts: &[Inline<'_>], is_needed: bool) -> String {
    let mut content = String::new();
    let out = &mut content;
    for part in parts {
        match *part {
            Inline::Words(words) => push_text(out, words),
            Inline::Single { number, text } => {
                out.push_str("<ph");
                push_attribute(out, "id", &number.to_string());
                push_fixed(out, is_needed);
                push_attribute(out, "dataRef", &format!("d{number}"));
                push_attribute(out, "disp", text);
                push_attribute(out, "equiv", text);
                out.push_str("/>");
            }
            Inline::Begin { number, open, close } => {
                out.push_str("<pc");
                push_attribute(out, "id", &number.to_string());
                push_fixed(out, is_needed);
                let (kind, look) = match tag_name(open) {
                    "b" => ("fmt", Some("xlf:b")),
                    "em" => ("fmt", Some("xlf:i")),
                    "a" => ("link", None),
                    _ => ("other", None),
                };
                push_attribute(out, "type", kind);
                if let Some(look) = look {
                    push_attribute(out, "subType", look);
                }
                push_attribute(out, "dataRefStart", &format!("d{number}"));
                push_attribute(out, "dataRefEnd", &format!("e{number}"));
                for (name, value) in [
                    ("dispStart", open),
                    ("dispEnd", close),
                    ("equivStart", open),
                    ("equivEnd", close),
                ] {
                    push_attribute(out, name, value);
                }
                out.push('>');
            }
            Inline::End { .. } => out.push_str("</pc>"),
        }
    }
    content
}

/// Tells tools that a code may move, and not come twice, nor go if it is needed.
fn push_fixed(out: &mut String, is_needed: bool) {
    push_attribute(out, "canCopy", "no");
    if is_needed {
        push_attribute(out, "canDelete", "no");
    }
}
