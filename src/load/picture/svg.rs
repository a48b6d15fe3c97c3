//! Turns a drawing into one that stands for itself: nothing in it asks for what is not in it, moves, or can't be shown, and nothing that
//! is not drawn is left in it, such as a script, or what the program of its maker has noted.

use std::io::Read as _;
use std::ops::Range;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use roxmltree::{Attribute, Document, Node, NodeType, ParsingOptions, TextPos};

use super::format;
use super::namespaces::{SVG, XLINK, XML};
use super::style::link_in_style;
use super::{Fault, Picture, PictureKind, Reading, entities, raster};
use crate::diagnostic::{Diagnostic, SourceFile, Span};

/// The most bytes of a drawing.
const MOST_BYTES: u64 = 32_000_000;

/// The most elements and texts of a drawing.
const MOST_NODES: u32 = 1_000_000;

/// The name spaces of attributes that are drawn.
const DRAWN: [Option<&str>; 4] = [None, Some(SVG), Some(XLINK), Some(XML)];

/// Attributes that say where a drawing was made, and what its parts are called.
const NOTES: [(Option<&str>, &str); 2] = [(Some(XLINK), "title"), (Some(XML), "base")];

/// What is to be put in place of a range of the text.
type Change = (Range<usize>, String);

/// Reads a drawing; `path` is that of its file in the project.
pub(super) fn read(
    reading: Reading<'_>,
    path: &str,
    bytes: &[u8],
    warnings: &mut Vec<Diagnostic>,
) -> Result<Picture, Diagnostic> {
    let text = text(reading.name, bytes).map_err(Fault::error)?;
    let file = SourceFile::decode(path, text);
    let at = |(fault, range): (Fault, Range<usize>)| fault.error().at(&Span::new(&file, range));
    let declared = entities::fault(reading.name, &file.text);
    if let Some(found) = declared.or_else(|| entities::declared_attribute(reading.name, &file.text))
    {
        return Err(at(found));
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..Default::default() };
    let document = Document::parse_with_options(&file.text, options)
        .map_err(|error| at(malformed(reading.name, &file.text, &error)))?;
    let styles_notes = file.text.contains("[data-");
    let (changes, own) = (Vec::new(), Vec::new());
    let mut drawing = Drawing { reading, file: &file, changes, warnings: own, styles_notes };
    drawing.check_all(document.root()).map_err(at)?;
    let root = document.root_element();
    check_root(reading.name, root).map_err(at)?;
    let Drawing { changes, warnings: own, .. } = drawing;
    warnings.extend(own);
    let shown = changed(&file.text, changes);
    // Typst warns of the bare word, wherever it stands.
    let shown = shown.replace("<foreignObject", "< foreignObject");
    check_tree(reading.name, &shown).map_err(|fault| at((fault, root.range())))?;
    let (kind, source) = (PictureKind::Svg, Some(Arc::clone(&file)));
    Ok(Picture { bytes: shown.into_bytes(), press: None, kind, source, checksum: String::new() })
}

/// A text after changes. What lies in another change goes with it.
fn changed(text: &str, mut changes: Vec<Change>) -> String {
    changes.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let (mut out, mut end) = (String::with_capacity(text.len()), 0);
    for (range, instead) in changes {
        if range.start >= end {
            out.push_str(&text[end..range.start]);
            out.push_str(&instead);
            end = range.end;
        }
    }
    out + &text[end..]
}

/// The text of a drawing, unpacked.
fn text(name: &str, bytes: &[u8]) -> Result<String, Fault> {
    let mut unpacked = Vec::new();
    let bytes = if bytes.starts_with(b"\x1f\x8b") {
        GzDecoder::new(bytes).take(MOST_BYTES + 1).read_to_end(&mut unpacked).map_err(|_| {
            Fault::new(format!("`{name}` is damaged: it can't be unpacked"), "export it again")
        })?;
        unpacked.as_slice()
    } else {
        bytes
    };
    if bytes.len() as u64 > MOST_BYTES {
        let message = format!("`{name}` has more than {} MB of text", MOST_BYTES / 1_000_000);
        return Err(Fault::new(message, "draw it more simply, or export it as PNG"));
    }
    let wide = |units: Vec<u16>| String::from_utf16(&units).ok();
    let pairs = |read: fn([u8; 2]) -> u16| {
        bytes[2..].as_chunks::<2>().0.iter().map(|pair| read(*pair)).collect()
    };
    let text = if bytes.starts_with(b"\xff\xfe") {
        wide(pairs(u16::from_le_bytes))
    } else if bytes.starts_with(b"\xfe\xff") {
        wide(pairs(u16::from_be_bytes))
    } else {
        String::from_utf8(bytes.to_vec()).ok()
    };
    text.ok_or_else(|| {
        Fault::new(format!("`{name}` is not in UTF-8"), "save it again with the encoding UTF-8")
    })
}

/// A fault of the grammar.
fn malformed(name: &str, text: &str, error: &roxmltree::Error) -> (Fault, Range<usize>) {
    if matches!(error, roxmltree::Error::NodesLimitReached) {
        return (too_much(name), 0..0);
    }
    let TextPos { row, col } = error.pos();
    let mut what = error.to_string();
    if let Some(place) = what.rfind(" at ") {
        what.truncate(place);
    }
    let what = what.replace('\'', "`");
    let start: usize =
        text.split_inclusive('\n').take(row.saturating_sub(1) as usize).map(str::len).sum();
    let line = text[start..].lines().next().unwrap_or_default();
    let before = line.chars().take(col.saturating_sub(1) as usize).map(char::len_utf8);
    let at = start + before.sum::<usize>();
    let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let fault = Fault::new(
        format!("`{name}` is not a readable SVG picture: {what}"),
        "export it again, or mend it here",
    );
    (fault, at..end)
}

/// The outermost element must be a drawing.
fn check_root(name: &str, root: Node<'_, '_>) -> Result<(), (Fault, Range<usize>)> {
    let place = head(root);
    if root.tag_name().name() != "svg" {
        let message =
            format!("`{name}` is not an SVG picture: it begins with `{}`", root.tag_name().name());
        return Err((Fault::new(message, format::HINT), place));
    }
    if root.tag_name().namespace() != Some(SVG) {
        let message = format!("`{name}` does not say that it is SVG");
        return Err((Fault::new(message, format!("write `<svg xmlns=\"{SVG}\" …>`")), place));
    }
    Ok(())
}

/// A drawing with too much in it.
fn too_much(name: &str) -> Fault {
    let message = format!("`{name}` draws too much: it comes to over a million shapes");
    Fault::new(message, "draw it more simply, or export it as PNG")
}

/// What only drawing it shows.
fn check_tree(name: &str, text: &str) -> Result<(), Fault> {
    let tree = usvg::Tree::from_str(text, &usvg::Options::default());
    let fault = match tree {
        Ok(_) => return Ok(()),
        Err(usvg::Error::InvalidSize) => Fault::new(
            format!("`{name}` has no size"),
            "give `<svg>` a `viewBox`, or a `width` and a `height` above 0",
        ),
        Err(usvg::Error::ElementsLimitReached) => too_much(name),
        Err(usvg::Error::ParsingFailed(roxmltree::Error::NodesLimitReached)) => too_much(name),
        Err(error) => Fault::new(
            format!("`{name}` is not a readable SVG picture: {error}"),
            "export it again as plain SVG",
        ),
    };
    Err(fault)
}

/// The tag that opens an element.
fn head(node: Node<'_, '_>) -> Range<usize> {
    let range = node.range();
    let text = node.document().input_text().get(range.clone()).unwrap_or_default();
    let end = text.find(['>', '\n']).map_or(text.len(), |end| end + 1);
    range.start..range.start + text[..end].trim_end().len()
}

/// A drawing that is looked through.
struct Drawing<'a> {
    reading: Reading<'a>,
    file: &'a Arc<SourceFile>,
    changes: Vec<Change>,
    warnings: Vec<Diagnostic>,
    /// Whether a style asks for attributes with notes.
    styles_notes: bool,
}

impl Drawing<'_> {
    /// Looks through a node and all in it. What is left out asks for nothing.
    fn check_all(&mut self, node: Node<'_, '_>) -> Result<(), (Fault, Range<usize>)> {
        let mut left = vec![node];
        while let Some(node) = left.pop() {
            if self.check(node)? {
                left.extend(node.children().rev());
            }
        }
        Ok(())
    }

    /// Looks through a node; tells whether it stays, and what is in it is to be looked through.
    fn check(&mut self, node: Node<'_, '_>) -> Result<bool, (Fault, Range<usize>)> {
        let name = self.reading.name;
        match node.node_type() {
            NodeType::PI => {
                let is_style = node.pi().is_some_and(|pi| pi.target == "xml-stylesheet");
                if is_style {
                    return Err((linked(name, "a style sheet"), node.range()));
                }
                self.delete(node.range());
                return Ok(false);
            }
            NodeType::Text => {
                let is_style =
                    node.parent().is_some_and(|parent| parent.has_tag_name((SVG, "style")));
                return match node.text().filter(|_| is_style).and_then(link_in_style) {
                    Some(found) => {
                        let text = &self.file.text[node.range()];
                        let at = text.find(&found).map(|at| node.range().start + at);
                        // With escapes it is written otherwise.
                        let range = at.map_or(node.range(), |at| at..at + found.len());
                        Err((linked(name, &format!("`{found}`")), range))
                    }
                    None => Ok(true),
                };
            }
            NodeType::Element => {}
            NodeType::Comment => {
                self.delete(node.range());
                return Ok(false);
            }
            NodeType::Root => return Ok(true),
        }
        let element = node.tag_name().name();
        let is_root = node.parent().is_some_and(|parent| parent.is_root());
        if node.tag_name().namespace().is_some_and(|space| space != SVG) && !is_root {
            self.delete(node.range());
            return Ok(false);
        }
        match element {
            "foreignObject" => self.check_foreign(node)?,
            // A style may count what stands beside each other.
            "metadata" | "title" | "desc" => {
                for child in node.children() {
                    self.delete(child.range());
                }
                for attribute in node.attributes() {
                    self.delete(attribute.range());
                }
                return Ok(false);
            }
            "script" | "handler" | "listener" => {
                self.warn(node, "runs a script, which a page does not", "what the script draws");
                self.delete(node.range());
                return Ok(false);
            }
            // What moves can change what anything leads to.
            "animate" | "animateTransform" | "animateMotion" | "animateColor" | "set" => {
                self.warn(node, "moves: a page stands still", "what it shows at the end");
                self.delete(node.range());
                return Ok(false);
            }
            _ => {}
        }
        for attribute in node.attributes() {
            let own = attribute.name();
            let is_event = own.starts_with("on") || own == "href" && element == "a";
            let is_note = own == "aria-label" || own.starts_with("data-") && !self.styles_notes;
            if is_event
                || is_note
                || NOTES.contains(&(attribute.namespace(), own))
                || !DRAWN.contains(&attribute.namespace())
            {
                self.delete(attribute.range());
            } else if own == "href" {
                self.check_link(element, attribute)?;
            } else if let Some(found) = link_in_style(attribute.value()) {
                let fault = linked(name, &format!("`{found}`"));
                return Err((fault, attribute.range_value()));
            }
        }
        Ok(true)
    }

    /// Text of a web page in a drawing. Where it has a picture of it for those who can't show it, that is shown.
    fn check_foreign(&mut self, node: Node<'_, '_>) -> Result<(), (Fault, Range<usize>)> {
        let is_choice = node.parent().is_some_and(|parent| parent.has_tag_name((SVG, "switch")));
        let next = node.next_siblings().skip(1).find(Node::is_element);
        if is_choice && next.is_some_and(|next| next.has_tag_name((SVG, "image"))) {
            let blank = |letter: char| if letter == '\n' { '\n' } else { ' ' };
            let instead = self.file.text[node.range()].chars().map(blank).collect();
            self.changes.push((node.range(), instead));
            return Ok(());
        }
        let message = format!(
            "`{}` holds a piece of a web page (`foreignObject`), which can't be shown",
            self.reading.name
        );
        let hint = "export the drawing with its texts as SVG text or as paths (in diagrams.net without \"Formatted Text\"), or as PNG";
        Err((Fault::new(message, hint), head(node)))
    }

    /// Leaves out what is not drawn.
    fn delete(&mut self, range: Range<usize>) {
        self.changes.push((range, String::new()));
    }

    fn warn(&mut self, node: Node<'_, '_>, what: &str, instead: &str) {
        let fault = Fault::new(
            format!("`{}` {what}", self.reading.name),
            format!("look at the picture on the page; draw {instead}, and delete this"),
        );
        self.warnings.push(fault.warning().at(&Span::new(self.file, head(node))));
    }

    /// What an element shows beside itself must stand in the same file.
    fn check_link(
        &mut self,
        element: &str,
        attribute: Attribute<'_, '_>,
    ) -> Result<(), (Fault, Range<usize>)> {
        let (name, range) = (self.reading.name, attribute.range_value());
        let link = attribute.value().trim();
        if link.is_empty() || link.starts_with('#') {
            return Ok(());
        }
        let is_picture = matches!(element, "image" | "feImage");
        let Some(data) = link.strip_prefix("data:").filter(|_| is_picture) else {
            return Err((linked(name, &format!("`{}`", shortened(link))), range));
        };
        if range.is_empty() || !self.file.text[range.clone()].contains("data:") {
            // It stands in an entity, and can't be changed here.
            let hint = "write it where it is used";
            return Err((
                Fault::new(format!("a picture in `{name}` stands in an entity"), hint),
                range,
            ));
        }
        let inner = format!("{name}, picture inside");
        let damaged =
            || Fault::new(format!("a picture inside `{name}` is damaged"), "put it in again");
        let bytes = decoded(data).ok_or_else(|| (damaged(), range.clone()))?;
        let format = format::detect(&bytes).ok_or_else(|| (damaged(), range.clone()))?;
        let reading = Reading { name: &inner, in_drawing: true, ..self.reading };
        let mut own = Vec::new();
        let picture = raster::read(reading, &bytes, format, &mut own)
            .map_err(|fault| (fault, range.clone()))?;
        self.warnings.extend(
            own.into_iter().map(|warning| warning.at(&Span::new(self.file, range.clone()))),
        );
        let kind = if picture.kind == PictureKind::Png { "png" } else { "jpeg" };
        let is_told = data.starts_with(&format!("image/{kind};base64,"));
        if !is_told || picture.bytes != bytes {
            let instead = format!("data:image/{kind};base64,{}", STANDARD.encode(&picture.bytes));
            self.changes.push((range, instead));
        }
        Ok(())
    }
}

/// A drawing that needs what stands elsewhere.
fn linked(name: &str, what: &str) -> Fault {
    Fault::new(
        format!("`{name}` asks for another file, {what}, which is not read"),
        "put it into the drawing itself (in Inkscape: Extensions > Images > Embed Images), or take it out",
    )
}

/// The first words of a long address.
fn shortened(link: &str) -> String {
    let mut short: String = link.chars().take(60).collect();
    if short.len() < link.len() {
        short.push('…');
    }
    short
}

/// The bytes behind `data:`.
fn decoded(data: &str) -> Option<Vec<u8>> {
    let (kind, data) = data.split_once(',')?;
    if !kind.trim_end().ends_with(";base64") {
        return Some(data.as_bytes().to_vec());
    }
    let data = data.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
    let data = data.replace("%0A", "").replace("%0D", "").replace("%20", "");
    let data: String = data.chars().filter(|letter| !letter.is_whitespace()).collect();
    let unpadded = data.trim_end_matches('=');
    base64::engine::general_purpose::STANDARD_NO_PAD.decode(unpadded).ok()
}
