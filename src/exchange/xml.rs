//! Reads and writes XML for the formats that are made of it.
//!
//! What comes back may be cut, damaged or hostile: a document type with declarations is refused, so no entity can grow or
//! fetch anything; the file must be in UTF-8 and of a size that people make.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use roxmltree::{Document, Error, Node, ParsingOptions};

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, Span};
use crate::exchange::Place;
use crate::exchange::returned::utf8;

/// The largest file that is read, in bytes.
const LARGEST: usize = 64 << 20;

/// The most elements within each other. Tools make six or seven.
const DEEPEST: usize = 100;

/// The most nodes of a file.
const MOST_NODES: u32 = 4_000_000;

/// The text of a file of XML, which can be parsed.
///
/// # Errors
///
/// Fails if it is too large, is not in UTF-8, or declares entities.
pub(super) fn text(
    file_name: &str,
    bytes: &[u8],
    report: &Report,
) -> Result<Arc<SourceFile>, Reported> {
    if bytes.len() > LARGEST {
        let message = format!("`{file_name}` is larger than {} MB", LARGEST >> 20);
        let hint = "the texts of a brochure are some hundred kilobytes: export them again";
        return Err(report.error(Diagnostic::error(message).hint(hint)));
    }
    let file = utf8(file_name, bytes, report)?;
    let fault = |message: String, range: Range<usize>, hint: &str| {
        let place = Span::visible(&file, range);
        Err(report.error(Diagnostic::error(message).at(&place).hint(hint)))
    };
    // What stands before the first element.
    let head = &file.text[..first_element(&file.text)];
    if let Some(at) = head.find("<!DOCTYPE") {
        let end = head[at..].find('>').map_or(head.len(), |end| at + end);
        if head[at..end].contains('[') {
            let message = "this file declares entities, which no translation needs".to_owned();
            return fault(
                message,
                at..at + 9,
                "delete the document type, or export the texts again",
            );
        }
    }
    if let Some((encoding, at)) = declared_encoding(head)
        && !encoding.eq_ignore_ascii_case("utf-8")
    {
        let range = at..at + encoding.len();
        let message = format!("this file says that it is in {encoding}");
        return fault(message, range, "save it again with the encoding UTF-8");
    }
    let mut depth = 0_usize;
    for (at, sign) in file.text.match_indices(['<', '>']) {
        let rest = &file.text[at..];
        match sign {
            "<" if rest.starts_with("</") => depth = depth.saturating_sub(1),
            "<" if rest.starts_with("<!") || rest.starts_with("<?") => {}
            "<" => depth += 1,
            // `<x/>` opens nothing.
            _ if file.text[..at].ends_with('/') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            let message = format!("more than {DEEPEST} elements stand within each other here");
            return fault(message, at..at + 1, "no tool writes that: ask for the file again");
        }
    }
    Ok(file)
}

/// Parses the text of a file.
///
/// # Errors
///
/// Fails if it is not well formed: a file that was cut, for one.
pub(super) fn parse<'a>(
    file: &'a Arc<SourceFile>,
    report: &Report,
) -> Result<Document<'a>, Reported> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..Default::default() };
    Document::parse_with_options(&file.text, options).map_err(|error| {
        let at = offset(&file.text, &error);
        let is_cut = at >= file.text.trim_end().len() && !file.text.trim().is_empty();
        let message = match &error {
            Error::NoRootNode => "the file has no element".to_owned(),
            Error::UnknownEntityReference(name, _) => format!("unknown entity `&{name};`"),
            Error::NodesLimitReached => "the file has too many elements".to_owned(),
            _ if is_cut => "the file is cut off: an element is not closed".to_owned(),
            // The place is underlined.
            other => {
                let message = other.to_string();
                message.split(" at ").next().unwrap_or_default().to_owned()
            }
        };
        report.error(
            Diagnostic::error(message)
                .at(&Span::visible(file, at..at))
                .hint("ask for the file again, or save it from the tool that made it"),
        )
    })
}

/// Where an error is, in bytes.
fn offset(text: &str, error: &Error) -> usize {
    let at = error.pos();
    if matches!(error, Error::UnclosedRootNode | Error::UnexpectedEndOfStream) {
        return text.trim_end().len();
    }
    let row = usize::try_from(at.row).unwrap_or(1).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(row).map(str::len).sum();
    let line = text.get(start..).unwrap_or_default();
    let column = usize::try_from(at.col).unwrap_or(1).saturating_sub(1);
    let inside = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    (start + inside).min(text.len())
}

/// Where the first element begins.
fn first_element(text: &str) -> usize {
    let begins = |rest: &str| {
        rest.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic()))
    };
    let mut places = text.match_indices('<').map(|(at, _)| at);
    places.find(|at| begins(&text[*at..])).unwrap_or(text.len())
}

/// The encoding that the first line declares, and where.
fn declared_encoding(head: &str) -> Option<(&str, usize)> {
    let declaration = head.trim_start().strip_prefix("<?xml")?;
    let declaration = declaration.split_once("?>")?.0;
    let (_, rest) = declaration.split_once("encoding")?;
    let quoted = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let encoding = quoted[1..].split(quote).next()?;
    // Slices of one text: their distance is the place.
    let at = encoding.as_ptr() as usize - head.as_ptr() as usize;
    Some((encoding, at))
}

/// Where an element stands.
pub(super) fn place(file: &Arc<SourceFile>, node: Node<'_, '_>) -> Place {
    Place::in_text(file, node.range())
}

/// The first child of that name, whatever its namespace.
pub(super) fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// Text as an element holds it.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '\r']) {
        return Cow::Borrowed(text);
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    Cow::Owned(text.replace('\r', "&#13;"))
}

/// Text as an attribute holds it.
pub(super) fn attribute(text: &str) -> String {
    escaped(text).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}

/// Makes sure that XML can hold the texts of a document.
///
/// # Errors
///
/// Fails at the first that it can't hold, and says which.
pub(super) fn check_characters<'a>(
    texts: impl IntoIterator<Item = (&'a str, String)>,
) -> Result<(), Diagnostic> {
    for (id, text) in texts {
        let is_impossible = |c: &char| matches!(*c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}');
        if let Some(c) = text.chars().find(is_impossible) {
            return Err(Diagnostic::error(format!(
                "`{id}` holds U+{:04X}, which XML can't hold",
                c as u32
            ))
            .hint("delete the character: nobody sees it"));
        }
    }
    Ok(())
}
