//! Reads XLIFF 1.2 and 2.x, as tools give it back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use roxmltree::Node;

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, Span};
use crate::exchange::xliff::unit_name::decode;
use crate::exchange::{Returned, ReturnedUnit, xml};
use crate::language::Tag;

/// Reads a file.
///
/// # Errors
///
/// Fails if it is not XLIFF, or not whole.
pub(in crate::exchange) fn read(
    file_name: &str,
    bytes: &[u8],
    report: &Report,
) -> Result<Returned, Reported> {
    let file = xml::text(file_name, bytes, report)?;
    let document = xml::parse(&file, report)?;
    let root = document.root_element();
    let place = |node: Node<'_, '_>| Span::visible(&file, node.range());
    let version = root.attribute("version").unwrap_or_default();
    let major = version.split('.').next().unwrap_or_default();
    let is_first = match (root.tag_name().name(), major) {
        ("xliff", "1") => true,
        ("xliff", "2") => false,
        ("xliff", _) => {
            let message = format!("XLIFF of version `{version}` can't be read");
            return Err(report.error(
                Diagnostic::error(message).at(&place(root)).hint("save it as XLIFF 1.2 or 2.1"),
            ));
        }
        (name, _) => {
            return Err(report.error(
                Diagnostic::error(format!("this is no XLIFF, but `<{name}>`")).at(&place(root)),
            ));
        }
    };
    let own = Report::new();
    let mut returned = Returned::default();
    let files: Vec<Node<'_, '_>> =
        root.children().filter(|node| node.tag_name().name() == "file").collect();
    let brochures: BTreeSet<&str> =
        files.iter().filter_map(|node| node.attribute("original")).collect();
    returned.brochure = brochures.first().map(|brochure| (*brochure).to_owned());
    if brochures.len() > 1 {
        own.add(
            Diagnostic::error("this file holds texts of several brochures")
                .at(&place(files[1]))
                .hint("import a file for each"),
        );
    }
    let language = |name: &str, first: &str| {
        let mut found = files.iter().filter_map(|file| file.attribute(first));
        tag(if is_first { found.next() } else { root.attribute(name) })
    };
    returned.source_language = language("srcLang", "source-language");
    returned.language = language("trgLang", "target-language");
    for node in files.iter().flat_map(|file| file.descendants()) {
        match (is_first, node.tag_name().name()) {
            (true, "trans-unit") => returned.units.extend(first_unit(&file, node, &own)),
            (true, "bin-unit") | (false, "binary") => {}
            (false, "unit") => returned.units.extend(second_unit(&file, node, &own)),
            _ => {}
        }
    }
    if returned.units.is_empty() && !own.has_errors() {
        own.add(Diagnostic::error("this file holds no text").at(&place(root)));
    }
    if own.absorb_into(report) { Ok(returned) } else { Err(report.reported()) }
}

/// A tag of a language, however a tool spells it: `zh_CN`, `FR`.
pub(in crate::exchange) fn tag(given: Option<&str>) -> Option<Tag> {
    given?.trim().replace('_', "-").parse().ok()
}

/// A unit of 1.2.
fn first_unit(file: &Arc<SourceFile>, node: Node<'_, '_>, report: &Report) -> Option<ReturnedUnit> {
    let id = id_of(file, node, report)?;
    let mut codes = BTreeMap::new();
    let source = xml::child(node, "source");
    let mut reader = Inline { file, codes: &mut codes, data: &BTreeMap::new(), report };
    let source = source.map(|source| reader.text(source, true));
    let target = xml::child(node, "target");
    let text = target.map(|target| reader.text(target, false)).unwrap_or_default();
    let notes = || node.children().filter(|child| child.tag_name().name() == "note");
    let comment = notes().find(|note| note.attribute("from") == Some("developer"));
    let comment = comment.or_else(|| notes().next()).and_then(|note| note.text());
    Some(ReturnedUnit {
        id: id.to_owned(),
        source,
        target: text,
        comment: comment.unwrap_or_default().to_owned(),
        place: xml::place(file, target.unwrap_or(node)),
    })
}

/// A unit of 2.x: its segments, with what lies between them, are one text.
fn second_unit(
    file: &Arc<SourceFile>,
    node: Node<'_, '_>,
    report: &Report,
) -> Option<ReturnedUnit> {
    let id = decode(id_of(file, node, report)?);
    let data: BTreeMap<&str, String> = xml::child(node, "originalData")
        .into_iter()
        .flat_map(|data| data.children())
        .filter_map(|data| Some((data.attribute("id")?, plain(data))))
        .collect();
    let mut codes = BTreeMap::new();
    let mut reader = Inline { file, codes: &mut codes, data: &data, report };
    let parts: Vec<Node<'_, '_>> = node
        .children()
        .filter(|child| matches!(child.tag_name().name(), "segment" | "ignorable"))
        .collect();
    let mut source = String::new();
    for part in &parts {
        source.extend(xml::child(*part, "source").map(|source| reader.text(source, true)));
    }
    let (mut target, mut place, mut missing) = (String::new(), None, 0);
    for part in &parts {
        let is_segment = part.tag_name().name() == "segment";
        match xml::child(*part, "target") {
            Some(node) => {
                target.push_str(&reader.text(node, false));
                place = place.or(Some(node));
            }
            // What lies between segments is the same in every language, unless it says otherwise.
            None if !is_segment => {
                let blank = xml::child(*part, "source").map(|source| reader.text(source, false));
                target.extend(blank);
            }
            None => missing += 1,
        }
    }
    let segments = parts.iter().filter(|part| part.tag_name().name() == "segment").count();
    if missing == segments {
        target.clear();
    } else if missing > 0 {
        report.add(
            Diagnostic::error(format!(
                "{missing} of {segments} segments of `{id}` have no translation"
            ))
            .at(&Span::visible(file, node.range()))
            .hint("translate the whole text, or none of it"),
        );
    }
    let notes = xml::child(node, "notes").into_iter().flat_map(|notes| notes.children());
    let notes: Vec<Node<'_, '_>> = notes.filter(Node::is_element).collect();
    let comment = notes.iter().find(|note| note.attribute("category") == Some("comment"));
    Some(ReturnedUnit {
        id,
        source: (!parts.is_empty()).then_some(source),
        target,
        comment: comment.and_then(|note| note.text()).unwrap_or_default().to_owned(),
        place: xml::place(file, place.unwrap_or(node)),
    })
}

fn id_of<'a>(file: &Arc<SourceFile>, node: Node<'a, '_>, report: &Report) -> Option<&'a str> {
    let id = node.attribute("id");
    if id.is_none() {
        report.add(
            Diagnostic::error("this text has no id")
                .at(&Span::visible(file, node.range()))
                .hint("ask for the file again: by its id the program knows which text it is"),
        );
    }
    id
}

/// All text within an element.
fn plain(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// What a code stands for: its text, and of markup the text of its end.
type Meaning = (String, String);

/// Reads the texts of a unit with their codes.
struct Inline<'a> {
    file: &'a Arc<SourceFile>,
    /// What the codes of the source stand for, by id.
    codes: &'a mut BTreeMap<String, Meaning>,
    /// The original data of the unit, by id.
    data: &'a BTreeMap<&'a str, String>,
    report: &'a Report,
}

impl Inline<'_> {
    /// The flat form of a text. The codes of a source tell what those of the translation stand for.
    fn text(&mut self, node: Node<'_, '_>, is_source: bool) -> String {
        let mut out = String::new();
        for child in node.children() {
            if child.is_text() {
                out.push_str(child.text().unwrap_or_default());
            } else if child.is_element() {
                self.element(child, is_source, &mut out);
            }
        }
        out
    }

    fn element(&mut self, node: Node<'_, '_>, is_source: bool, out: &mut String) {
        match node.tag_name().name() {
            // Marks of tools are no part of the text, and what they are laid around is.
            "mrk" => out.push_str(&self.text(node, is_source)),
            "sm" | "em" => {}
            "g" | "pc" => {
                let (open, close) = self.meaning(node, is_source);
                out.push_str(&open);
                out.push_str(&self.text(node, is_source));
                out.push_str(&close);
            }
            "x" | "ph" | "bx" | "ex" | "sc" | "ec" => {
                let (open, _) = self.meaning(node, is_source);
                out.push_str(&open);
            }
            // Codes of 1.2 that hold what they stand for.
            "bpt" | "ept" | "it" => out.push_str(&plain(node)),
            "cp" => {
                let code = node.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                out.extend(code.and_then(char::from_u32));
            }
            name => self.report.add(
                Diagnostic::error(format!("`<{name}>` is no code of a text"))
                    .at(&Span::visible(self.file, node.range()))
                    .hint("a tag of the text itself is written `&lt;b&gt;`"),
            ),
        }
    }

    /// What a code stands for: what its source says, or else what stands beside it.
    fn meaning(&mut self, node: Node<'_, '_>, is_source: bool) -> Meaning {
        let id = node.attribute("id").or_else(|| node.attribute("startRef")).unwrap_or_default();
        let own = self.own_meaning(node);
        if is_source {
            if let Some(own) = &own {
                self.codes.insert(id.to_owned(), own.clone());
            }
            return own.unwrap_or_default();
        }
        if let Some(known) = self.codes.get(id) {
            return known.clone();
        }
        own.unwrap_or_else(|| {
            self.report.add(
                Diagnostic::error(format!("the source has no code `{id}`"))
                    .at(&Span::visible(self.file, node.range()))
                    .hint("take a code of the source"),
            );
            Meaning::default()
        })
    }

    fn own_meaning(&self, node: Node<'_, '_>) -> Option<Meaning> {
        let data = |name: &str| {
            let id = node.attribute(name)?;
            self.data.get(id).cloned()
        };
        let beside =
            |name: &str| node.attribute(name).filter(|text| !text.is_empty()).map(str::to_owned);
        match node.tag_name().name() {
            "pc" => {
                let open = data("dataRefStart").or_else(|| beside("dispStart"))?;
                let close = data("dataRefEnd").or_else(|| beside("dispEnd"));
                let close = close.unwrap_or_else(|| end_of(&open));
                Some((open, close))
            }
            "g" => {
                let open = beside("equiv-text").or_else(|| match node.attribute("ctype")? {
                    "bold" => Some("<b>".to_owned()),
                    "italic" => Some("<em>".to_owned()),
                    _ => None,
                })?;
                let close = end_of(&open);
                Some((open, close))
            }
            _ => {
                let text = data("dataRef").or_else(|| beside("equiv-text"));
                let text = text.or_else(|| beside("disp")).or_else(|| beside("equiv"));
                let inside = plain(node);
                let text = text.or_else(|| Some(inside).filter(|text| !text.is_empty()))?;
                Some((text, String::new()))
            }
        }
    }
}

/// The end of markup: `</a>` of `<a id="cire">`.
fn end_of(open: &str) -> String {
    let name = open.trim_matches(['<', '>']).split(' ').next().unwrap_or_default();
    format!("</{name}>")
}
