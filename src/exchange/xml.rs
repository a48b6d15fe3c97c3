//! Turns XML from anywhere into a tree of elements, each with its place, and refuses what could harm; writes XML that every
//! reader understands.
//!
//! The parser alone would accept a file that was cut, two roots, and characters that no XML may hold. Nothing is ever
//! loaded from elsewhere, and a file can't define entities.

use std::ops::Range;
use std::sync::Arc;

use quick_xml::XmlVersion;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::reader::Reader;

use crate::diagnostic::characters::name;
use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, Span};

/// Elements inside elements, at most: exchange files need a dozen.
const DEEPEST: usize = 64;

/// Attributes of an element, at most.
const MOST_ATTRIBUTES: usize = 64;

/// Elements of a file, at most: a brochure of 5,000 texts has some 50,000.
const MOST_ELEMENTS: usize = 1_000_000;

/// An element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Element {
    /// Its name, without a prefix.
    pub(super) name: String,
    /// What its prefix stands for, or the name space around it; empty if there is none.
    pub(super) namespace: Arc<str>,
    /// What stands in it.
    pub(super) children: Vec<Node>,
    /// The whole of it, from its start tag to its end tag.
    pub(super) range: Range<usize>,
    /// Its start tag.
    pub(super) tag: Range<usize>,
    /// Its attributes, by name with prefix.
    attributes: Vec<(String, String)>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// A text between tags, comments left out and references resolved.
    Text(String),
}

impl Element {
    /// An attribute, by its name as it is written.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The elements in it, of its own name space.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        let elements = self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        elements.filter(|element| element.namespace == self.namespace)
    }

    /// The elements in it of one name.
    pub(super) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The first element in it of one name.
    pub(super) fn first<'a>(&'a self, name: &'a str) -> Option<&'a Element> {
        self.named(name).next()
    }

    /// All words in it, also those in elements inside.
    pub(super) fn text(&self) -> String {
        let texts = self.children.iter().map(|node| match node {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        });
        texts.collect()
    }
}

/// The name of the first element of what may be a file of XML, by its first bytes; `None` if it seems to be none.
pub(super) fn first_element(bytes: &[u8]) -> Option<String> {
    /// Where the first element is looked for.
    const HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    let begins = |rest: &str| rest.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let tags = head.starts_with('<').then(|| head.split('<').skip(1))?;
    let tag = tags.into_iter().find(|rest| begins(rest))?;
    let name = tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()?;
    name.rsplit(':').next().map(str::to_owned)
}

/// Reads a file; returns its root.
///
/// # Errors
///
/// Fails, with the fault in the report, if it is not well-formed, or one of the things that are refused.
pub(super) fn read(file: &Arc<SourceFile>, report: &Report) -> Result<Element, Reported> {
    parse(file).map_err(|fault| report.error(fault))
}

fn parse(file: &Arc<SourceFile>) -> Result<Element, Diagnostic> {
    let mut reader = Reader::from_str(&file.text);
    let mut tree = Tree { file, open: Vec::new(), root: None, number: 0, bindings: Vec::new() };
    if let Some((at, c)) = file.text.char_indices().find(|(_, c)| is_forbidden(*c)) {
        return Err(tree.forbidden(c, at..at + c.len_utf8()));
    }
    loop {
        let start = offset(reader.buffer_position());
        let event = reader
            .read_event()
            .map_err(|error| tree.syntax(&error, offset(reader.error_position())))?;
        let range = start..offset(reader.buffer_position());
        match event {
            Event::Start(tag) => tree.start(&tag, range)?,
            Event::Empty(tag) => {
                tree.start(&tag, range.clone())?;
                tree.end(range.end);
            }
            Event::End(_) => tree.end(range.end),
            Event::Text(text) => tree.text(&text.xml10_content(), &range)?,
            Event::CData(text) => tree.text(&text.xml10_content(), &range)?,
            Event::GeneralRef(reference) => {
                let c = tree.reference(&reference, &range)?;
                tree.text(c.encode_utf8(&mut [0; 4]), &range)?;
            }
            Event::Decl(declaration) => {
                let version = declaration.version().unwrap_or_default();
                let encoding = declaration.encoding().map(Result::unwrap_or_default);
                tree.declaration(&version, encoding.as_deref(), &range)?;
            }
            Event::DocType(doctype) => tree.doctype(&doctype, &range)?,
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => return tree.finish(),
        }
    }
}

/// A place in a file, which is far smaller than the memory.
fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// Whether XML can't hold a character, not even by its number.
pub(super) fn is_forbidden(c: char) -> bool {
    let is_layout = matches!(c, '\t' | '\n' | '\r');
    u32::from(c) < 0x20 && !is_layout || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// What has been read of a file.
struct Tree<'a> {
    file: &'a Arc<SourceFile>,
    /// The elements that are not closed yet, from the outside, each with the number of name spaces before it.
    open: Vec<(Element, usize)>,
    root: Option<Element>,
    /// How many elements there are.
    number: usize,
    /// The prefixes that stand for name spaces here, the innermost last.
    bindings: Vec<(String, Arc<str>)>,
}

impl Tree<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, range: Range<usize>) -> Result<(), Diagnostic> {
        if self.root.is_some() {
            return Err(self
                .fault("this stands behind the end of the file's content", &range)
                .hint("the file was put together from two: take them apart"));
        }
        self.number += 1;
        if self.open.len() == DEEPEST || self.number > MOST_ELEMENTS {
            return Err(self
                .fault("this file has more elements than any that was exported", &range)
                .hint("it may have been made to do harm: ask where it comes from"));
        }
        let outer = self.bindings.len();
        let mut attributes: Vec<(String, String)> = Vec::new();
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| {
                self.fault(format!("an attribute of this tag can't be read: {error}"), &range)
            })?;
            let name = attribute.key.as_ref().to_owned();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| {
                self.fault(format!("the value of `{name}` holds an unknown entity"), &range)
                    .hint("write `&amp;` for `&`")
            })?;
            if let Some(c) = value.chars().find(|c| is_forbidden(*c)) {
                return Err(self.forbidden(c, range));
            }
            if attributes.iter().any(|(known, _)| *known == name) {
                return Err(self.fault(format!("`{name}` stands twice in this tag"), &range));
            }
            if attributes.len() == MOST_ATTRIBUTES {
                return Err(self.fault("this tag has more attributes than any can have", &range));
            }
            let prefix = name.strip_prefix("xmlns:").or((name == "xmlns").then_some(""));
            if let Some(prefix) = prefix {
                if self.bindings.len() == MOST_ATTRIBUTES {
                    return Err(self.fault("this file has more name spaces than any has", &range));
                }
                self.bindings.push((prefix.to_owned(), Arc::from(value.as_ref())));
            }
            attributes.push((name, value.into_owned()));
        }
        let whole = tag.name();
        let whole: &str = whole.as_ref();
        let (prefix, name) = whole.split_once(':').unwrap_or(("", whole));
        let bound = self.bindings.iter().rev().find(|(known, _)| known == prefix);
        let namespace = match bound {
            Some((_, namespace)) => Arc::clone(namespace),
            None if prefix.is_empty() => Arc::from(""),
            None => {
                let fault = format!("nothing says what `{prefix}:` stands for");
                return Err(self.fault(fault, &range));
            }
        };
        let name = name.to_owned();
        let children = Vec::new();
        let element = Element { name, namespace, children, tag: range.clone(), range, attributes };
        self.open.push((element, outer));
        Ok(())
    }

    fn end(&mut self, at: usize) {
        let Some((mut element, outer)) = self.open.pop() else { return };
        element.range.end = at;
        self.bindings.truncate(outer);
        match self.open.last_mut() {
            Some((around, _)) => around.children.push(Node::Element(element)),
            None => self.root = Some(element),
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) -> Result<(), Diagnostic> {
        match self.open.last_mut() {
            Some((element, _)) => match element.children.last_mut() {
                Some(Node::Text(before)) => before.push_str(text),
                _ => element.children.push(Node::Text(text.to_owned())),
            },
            None if text.trim().is_empty() => {}
            None => return Err(self.fault("a text stands outside all elements", range)),
        }
        Ok(())
    }

    /// The character that a reference stands for.
    fn reference(&self, reference: &str, range: &Range<usize>) -> Result<char, Diagnostic> {
        let found = match reference {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => {
                let number =
                    reference.strip_prefix('#').and_then(|number| match number.strip_prefix('x') {
                        Some(number) => u32::from_str_radix(number, 16).ok(),
                        None => number.parse().ok(),
                    });
                number.and_then(char::from_u32)
            }
        };
        match found {
            Some(c) if is_forbidden(c) => Err(self.forbidden(c, range.clone())),
            Some(c) => Ok(c),
            None => Err(self
                .fault(format!("nothing says what `&{reference};` stands for"), range)
                .hint("write the character itself; `&` is written `&amp;`")),
        }
    }

    fn declaration(
        &self,
        version: &str,
        encoding: Option<&str>,
        range: &Range<usize>,
    ) -> Result<(), Diagnostic> {
        if range.start > 0 {
            return Err(self
                .fault("this belongs to the begin of a file", range)
                .hint("the file was put together from two: take them apart"));
        }
        if version != "1.0" {
            return Err(self
                .fault(format!("this file is in version `{version}` of XML"), range)
                .hint("save it again as XML 1.0"));
        }
        let is_known = |encoding: &str| {
            ["utf-8", "utf8", "us-ascii"].iter().any(|known| known.eq_ignore_ascii_case(encoding))
        };
        if let Some(encoding) = encoding.filter(|encoding| !is_known(encoding)) {
            return Err(self
                .fault(format!("this file says that it is in `{encoding}`"), range)
                .hint("save it again with the encoding UTF-8"));
        }
        Ok(())
    }

    /// Accepts the name of a document type, which is never loaded, and nothing inside.
    fn doctype(&self, doctype: &BytesText<'_>, range: &Range<usize>) -> Result<(), Diagnostic> {
        if self.root.is_some() || !self.open.is_empty() {
            return Err(self.fault("this belongs to the begin of a file", range));
        }
        let inside: &str = doctype;
        if inside.contains('[') {
            let end = range.start + "<!DOCTYPE".len();
            return Err(self
                .fault("this file defines entities of its own", &(range.start..end))
                .hint("no exported file does: it may have been made to do harm"));
        }
        Ok(())
    }

    fn finish(self) -> Result<Element, Diagnostic> {
        let end = self.file.text.len();
        if let Some((element, _)) = self.open.last() {
            let fault = format!("`<{}>` is not closed: the file is cut off", element.name);
            return Err(self.fault(fault, &element.tag).hint("ask for the file again"));
        }
        let none = self.fault("this file holds no element", &(0..end)).hint("ask for it again");
        self.root.ok_or(none)
    }

    fn syntax(&self, error: &Error, at: usize) -> Diagnostic {
        let line = self.file.text.get(at..).and_then(|rest| rest.lines().next());
        let range = at..at + line.unwrap_or_default().len();
        match error {
            Error::Syntax(_) => self
                .fault("what begins here does not end: the file is cut off", &range)
                .hint("ask for the file again"),
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => self
                .fault(format!("`</{found}>` stands where `</{expected}>` belongs"), &range)
                .hint("each element ends before the one around it"),
            Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
                self.fault(format!("`</{found}>` closes nothing"), &range)
            }
            Error::IllFormed(IllFormedError::UnclosedReference) => {
                self.fault("this `&` begins nothing", &range).hint("`&` itself is written `&amp;`")
            }
            error => self.fault(format!("this is no XML: {error}"), &range),
        }
    }

    fn forbidden(&self, c: char, range: Range<usize>) -> Diagnostic {
        self.fault(format!("no XML can hold this character: {}", name(c)), &range)
            .hint("delete it; it is invisible, and often comes from a damaged file")
    }

    fn fault(&self, message: impl Into<String>, range: &Range<usize>) -> Diagnostic {
        Diagnostic::error(message).at(&Span::visible(self.file, range.clone()))
    }
}

/// Writes a text as it stands between tags.
pub(super) fn push_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Readers take a bare one for the end of a line.
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
}

/// Writes an attribute, with a blank before it.
pub(super) fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Readers take bare ones for blanks.
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Makes sure that XML can hold a text.
///
/// # Errors
///
/// Fails if it can't hold one of its characters. `id` says whose text it is.
pub(super) fn check_text(id: &str, text: &str) -> Result<(), Diagnostic> {
    match text.chars().find(|c| is_forbidden(*c)) {
        None => Ok(()),
        Some(c) => Err(Diagnostic::error(format!(
            "`{id}` holds a character that no XML can hold: {}",
            name(c)
        ))
        .hint("delete it in the catalogue: it is invisible, and often comes from a damaged file")),
    }
}

#[cfg(test)]
mod tests;
