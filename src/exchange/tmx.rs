//! Writes translations as a memory (TMX 1.4), and reads memories of other tools.
//!
//! A memory knows no message: it gives a text that nobody has translated yet the translation of the same source text, and
//! never replaces one that is there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use roxmltree::Node;

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, Span};
use crate::exchange::import::normal;
use crate::exchange::xliff::tag;
use crate::exchange::xml::{attribute, escaped};
use crate::exchange::{Document, Piece, Place, Returned, ReturnedUnit, Text, UnitState, xml};
use crate::language::Tag;

/// The namespace of `xml:lang`.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Writes a document: each text that has a translation, with the source text that this was made from.
///
/// # Errors
///
/// Fails if a text holds a character that XML can't hold.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, Diagnostic> {
    xml::check_characters(document.units.iter().flat_map(|unit| {
        let texts = [Some(&unit.source), unit.previous_source.as_ref(), unit.target.as_ref()];
        texts.into_iter().flatten().map(|text| (unit.id.as_str(), text.flat()))
    }))?;
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n");
    let _ = writeln!(
        out,
        "<header creationtool=\"feuillet\" creationtoolversion=\"{}\" segtype=\"block\" o-tmf=\"feuillet\" adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\"/>\n<body>",
        env!("CARGO_PKG_VERSION"),
        document.source_language
    );
    for unit in &document.units {
        let Some(target) = &unit.target else { continue };
        let source = unit.previous_source.as_ref().unwrap_or(&unit.source);
        let _ = writeln!(out, "<tu tuid=\"{}\">", attribute(&unit.id));
        for (language, text) in [(&document.source_language, source), (&document.language, target)]
        {
            let text = segment(text);
            let _ = writeln!(out, "<tuv xml:lang=\"{language}\"><seg>{text}</seg></tuv>");
        }
        out.push_str("</tu>\n");
    }
    out.push_str("</body>\n</tmx>\n");
    Ok(out.into_bytes())
}

/// A text with its codes, each of which holds what it stands for.
fn segment(text: &Text) -> String {
    let mut out = String::new();
    let mut open = Vec::new();
    for (number, piece) in (1..).zip(&text.pieces) {
        match piece {
            Piece::Words(words) => out.push_str(&escaped(words)),
            Piece::Open(tag) => {
                let _ = write!(out, "<bpt i=\"{number}\" x=\"{number}\">{}</bpt>", escaped(tag));
                open.push(number);
            }
            Piece::Close(tag) => {
                let _ = match open.pop() {
                    Some(begun) => write!(out, "<ept i=\"{begun}\">{}</ept>", escaped(tag)),
                    None => write!(out, "<it pos=\"end\">{}</it>", escaped(tag)),
                };
            }
            Piece::Code(code) => {
                let _ = write!(out, "<ph x=\"{number}\">{}</ph>", escaped(code));
            }
        }
    }
    out
}

/// Whether a file seems to be a memory.
pub(crate) fn is_memory(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(2000)).unwrap_or_default();
    String::from_utf8_lossy(head).contains("<tmx")
}

/// Source texts with their translations in several languages.
#[derive(Debug)]
pub(crate) struct Memory {
    file: Arc<SourceFile>,
    /// The texts of each entry, by language as the file spells it, with their places.
    entries: Vec<Vec<(String, String, Place)>>,
}

/// Reads a memory.
///
/// # Errors
///
/// Fails if it is no TMX, or not whole.
pub(crate) fn read(file_name: &str, bytes: &[u8], report: &Report) -> Result<Memory, Reported> {
    let file = xml::text(file_name, bytes, report)?;
    let document = xml::parse(&file, report)?;
    let root = document.root_element();
    if root.tag_name().name() != "tmx" {
        let place = Span::visible(&file, root.range());
        let message = format!("this is no memory, but `<{}>`", root.tag_name().name());
        return Err(report.error(Diagnostic::error(message).at(&place)));
    }
    let units = root.descendants().filter(|node| node.tag_name().name() == "tu");
    let entries = units.map(|unit| {
        let variants = unit.children().filter(|child| child.tag_name().name() == "tuv");
        let variants = variants.filter_map(|variant| {
            let language =
                variant.attribute((XML, "lang")).or_else(|| variant.attribute("lang"))?;
            let segment = xml::child(variant, "seg")?;
            Some((language.to_owned(), flat(segment), xml::place(&file, segment)))
        });
        variants.collect()
    });
    let entries = entries.collect();
    Ok(Memory { file, entries })
}

/// The text of a segment: codes stand for what they hold.
fn flat(segment: Node<'_, '_>) -> String {
    segment.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

impl Memory {
    /// What the memory knows of the texts of a document that have no translation.
    ///
    /// # Errors
    ///
    /// Fails if it has no text in both languages.
    pub(crate) fn fill(&self, document: &Document, report: &Report) -> Result<Returned, Reported> {
        let mut known: BTreeMap<String, (&str, &Place)> = BTreeMap::new();
        for entry in &self.entries {
            let of = |language: &Tag| best(entry, language);
            if let (Some((_, source, _)), Some((_, target, place))) =
                (of(&document.source_language), of(&document.language))
            {
                // The first translation of a text counts.
                known.entry(normal(source)).or_insert((target, place));
            }
        }
        if known.is_empty() {
            let place = Span::visible(&self.file, 0..self.file.text.len().min(1));
            let (source, target) = (&document.source_language, &document.language);
            let message = format!("this memory has no text in both `{source}` and `{target}`");
            return Err(report.error(Diagnostic::error(message).at(&place)));
        }
        let missing = document.units.iter().filter(|unit| unit.state == UnitState::Missing);
        let units = missing.filter_map(|unit| {
            let source = unit.source.flat();
            let (target, place) = known.get(&normal(&source))?;
            Some(ReturnedUnit {
                id: unit.id.clone(),
                source: Some(source),
                target: (*target).to_owned(),
                comment: unit.comment.clone(),
                place: (*place).clone(),
            })
        });
        Ok(Returned {
            brochure: Some(document.brochure.clone()),
            language: Some(document.language.clone()),
            source_language: Some(document.source_language.clone()),
            units: units.collect(),
        })
    }
}

/// The text of an entry in a language: in the very language, or else in a relative of it: `en-US` for `en`.
fn best<'a>(
    entry: &'a [(String, String, Place)],
    language: &Tag,
) -> Option<&'a (String, String, Place)> {
    let own = language.identifier();
    let found = |wanted: &dyn Fn(&Tag) -> bool| {
        entry.iter().find(|(given, ..)| tag(Some(given)).is_some_and(|given| wanted(&given)))
    };
    found(&|given| given == language).or_else(|| {
        found(&|given| {
            let given = given.identifier();
            given.language == own.language
                && (given.script == own.script || given.script.is_none() || own.script.is_none())
                && (given.region.is_none() || own.region.is_none())
        })
    })
}
