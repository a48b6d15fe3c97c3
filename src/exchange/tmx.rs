//! Writes and reads TMX 1.4: a memory of texts, each with its translation, which the tools of translators share.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile};
use crate::exchange::inline::{Inline, Numbers, tag_name};
use crate::exchange::memory::{Memory, MemoryEntry, MemoryText};
use crate::exchange::returned::{tag, utf8};
use crate::exchange::xml::{self, Element, Node, check_text, push_attribute, push_text};
use crate::exchange::{Document, Place, Text};

/// Writes a memory of the texts that are translated.
///
/// # Errors
///
/// Fails if a text holds a character that XML can't hold.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, Diagnostic> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<tmx version=\"1.4\">\n  <header");
    for (name, value) in [
        ("creationtool", "feuillet"),
        ("creationtoolversion", env!("CARGO_PKG_VERSION")),
        ("segtype", "block"),
        ("o-tmf", "Fluent"),
        ("adminlang", "en"),
        ("srclang", document.source_language.as_str()),
        ("datatype", "plaintext"),
    ] {
        push_attribute(&mut out, name, value);
    }
    out.push_str(">\n    <prop type=\"x-brochure\">");
    push_text(&mut out, &document.brochure);
    out.push_str("</prop>\n  </header>\n  <body>\n");
    for unit in &document.units {
        let Some(target) = &unit.target else { continue };
        // A memory says what a text is the translation of: not the source of today, if that has changed since.
        let source = unit.previous_source.as_ref().unwrap_or(&unit.source);
        let mut numbers = Numbers::default();
        out.push_str("    <tu");
        push_attribute(&mut out, "tuid", &unit.id);
        out.push_str(">\n");
        for (language, text) in [(&document.source_language, source), (&document.language, target)]
        {
            check_text(&unit.id, &text.flat())?;
            out.push_str("      <tuv");
            push_attribute(&mut out, "xml:lang", language.as_str());
            out.push_str("><seg>");
            push_content(&mut out, &mut numbers, text);
            out.push_str("</seg></tuv>\n");
        }
        out.push_str("    </tu>\n");
    }
    out.push_str("  </body>\n</tmx>\n");
    Ok(out.into_bytes())
}

fn push_content(out: &mut String, numbers: &mut Numbers, text: &Text) {
    for part in numbers.inlines(text) {
        let (name, number, attribute, written) = match part {
            Inline::Words(words) => {
                push_text(out, words);
                continue;
            }
            Inline::Single { number, text } => ("ph", number, "x", text),
            Inline::Begin { number, open, .. } => ("bpt", number, "i", open),
            Inline::End { number, close } => ("ept", number, "i", close),
        };
        out.push('<');
        out.push_str(name);
        push_attribute(out, attribute, &number.to_string());
        if name == "bpt" {
            push_attribute(out, "x", &number.to_string());
            let kind = match tag_name(written) {
                "b" => "bold",
                "em" => "italic",
                "a" => "link",
                _ => "x-span",
            };
            push_attribute(out, "type", kind);
        }
        out.push('>');
        push_text(out, written);
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

/// Whether a file seems to be a memory.
pub(crate) fn is_memory(bytes: &[u8]) -> bool {
    xml::first_element(bytes).as_deref() == Some("tmx")
}

/// Reads a memory. What of it can't be a text of a brochure is left out: a memory holds the work of years, from anywhere.
///
/// # Errors
///
/// Fails, with the fault in the report, if the file is not well-formed, or no TMX.
pub(crate) fn read(file_name: &str, bytes: &[u8], report: &Report) -> Result<Memory, Reported> {
    let file = utf8(file_name, bytes, report)?;
    let root = xml::read(&file, report)?;
    let place = Place::in_text(&file, root.tag.clone());
    if root.name != "tmx" {
        let fault = Diagnostic::error(format!("this is no TMX: it begins with `<{}>`", root.name));
        return Err(report.error(fault.at(place.span())));
    }
    let units = root.named("body").flat_map(|body| body.named("tu"));
    let entries = units.map(|unit| MemoryEntry {
        id: unit.attribute("tuid").map(str::to_owned),
        texts: unit.named("tuv").filter_map(|variant| memory_text(variant, &file)).collect(),
    });
    Ok(Memory { place, entries: entries.collect() })
}

fn memory_text(variant: &Element, file: &Arc<SourceFile>) -> Option<MemoryText> {
    let language = variant.attribute("xml:lang").or_else(|| variant.attribute("lang"))?;
    let language = tag(language)?;
    let segment = variant.first("seg")?;
    let mut flat = String::new();
    push_flat(segment, &mut flat)?;
    let place = Place::in_text(file, segment.range.clone());
    Some(MemoryText { language, flat, place })
}

/// Adds a text in its flat form; `None` if it holds a text inside a code, as attributes of HTML do.
fn push_flat(element: &Element, out: &mut String) -> Option<()> {
    for node in &element.children {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(inside) => match inside.name.as_str() {
                "bpt" | "ept" | "ph" | "it" | "ut" | "hi" => push_flat(inside, out)?,
                _ => return None,
            },
        }
    }
    Some(())
}

#[cfg(test)]
mod tests;
