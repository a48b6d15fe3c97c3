//! Turns a unit of either version into a text that came back.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, SourceFile, Span};
use crate::exchange::xliff::content::Codes;
use crate::exchange::xliff::unit_name::decode;
use crate::exchange::xliff::{PREVIOUS, ROOM};
use crate::exchange::xml::{Element, Node};
use crate::exchange::{Place, ReturnedUnit};

/// A stretch of a unit, as tools cut it.
struct Part<'a> {
    source: Option<&'a Element>,
    target: Option<&'a Element>,
    /// Where it stands in the translation, if it says so.
    order: Option<usize>,
}

/// A unit as it came back, and a warning if it is translated in part.
pub(super) type Read = (ReturnedUnit, Option<Diagnostic>);

/// Reads a `<trans-unit>` of version 1.
///
/// # Errors
///
/// Fails if it has no id, or a text of it can't be read.
pub(super) fn read_1(unit: &Element, file: &Arc<SourceFile>) -> Result<Read, Diagnostic> {
    let id = unit.attribute("id").map(str::to_owned).ok_or_else(|| nameless(unit, file))?;
    let (source, target) = (unit.first("source"), unit.first("target"));
    let segments = unit.first("seg-source");
    let codes = Codes::of(unit, source.into_iter().chain(segments));
    let mut flat = [String::new(), String::new()];
    if let Some(source) = source {
        codes.push(&source.children, file, &mut flat[0])?;
    }
    let mut is_partial = false;
    if let Some(target) = target {
        push_segments(&codes, target, segments, file, &mut flat[1])?;
        let cut: Vec<&Element> = target.named("mrk").filter(|mark| is_segment(mark)).collect();
        let empty = cut.iter().filter(|mark| is_blank(mark));
        let empty = empty.filter(|mark| {
            let id = mark.attribute("mid");
            let known = segments.into_iter().flat_map(|segments| segments.named("mrk"));
            let mut known = known.filter(|known| known.attribute("mid") == id);
            known.next().is_none_or(|known| !is_blank(known))
        });
        is_partial = empty.count() > 0;
    }
    let notes = unit.named("note").map(|note| (note.attribute("from"), note.text()));
    let range = target.map_or(&unit.tag, |target| &target.range).clone();
    Ok(finish(id, source.is_some(), flat, is_partial, comment(notes), file, range))
}

/// Whether an element holds neither words nor placeholders.
fn is_blank(element: &Element) -> bool {
    element.text().trim().is_empty() && element.elements().next().is_none()
}

fn is_segment(mark: &Element) -> bool {
    mark.name == "mrk" && mark.attribute("mtype") == Some("seg")
}

/// Adds the text of a target. Between sentences that a tool cut apart stands what stands between them in the source, if it
/// dropped that.
fn push_segments(
    codes: &Codes,
    target: &Element,
    segments: Option<&Element>,
    file: &Arc<SourceFile>,
    out: &mut String,
) -> Result<(), Diagnostic> {
    let Some(segments) = segments else { return codes.push(&target.children, file, out) };
    let blank_behind = |id: Option<&str>| {
        let mut nodes = segments.children.iter();
        nodes.find(|node| {
            matches!(node, Node::Element(mark) if is_segment(mark) && mark.attribute("mid") == id)
        })?;
        match nodes.next() {
            Some(Node::Text(text)) if text.trim().is_empty() => Some(text.as_str()),
            _ => None,
        }
    };
    let mut before: Option<&Element> = None;
    for node in &target.children {
        match node {
            Node::Element(mark) if is_segment(mark) => {
                if let Some(before) = before {
                    out.push_str(blank_behind(before.attribute("mid")).unwrap_or_default());
                }
                before = Some(mark);
            }
            _ => before = None,
        }
        codes.push(std::slice::from_ref(node), file, out)?;
    }
    Ok(())
}

/// Reads a `<unit>` of version 2.
///
/// # Errors
///
/// Fails if it has no id, or a text of it can't be read.
pub(super) fn read_2(unit: &Element, file: &Arc<SourceFile>) -> Result<Read, Diagnostic> {
    let id = unit.attribute("id").map(decode).ok_or_else(|| nameless(unit, file))?;
    let cut = unit.elements().filter(|part| ["segment", "ignorable"].contains(&part.name.as_str()));
    let parts: Vec<Part<'_>> = cut
        .map(|part| {
            let (source, target) = (part.first("source"), part.first("target"));
            // What lies between sentences stands in the translation as in the source.
            let is_between = part.name == "ignorable" || source.is_some_and(is_blank);
            let order = target.and_then(|target| target.attribute("order")?.parse().ok());
            Part { source, target: target.or(source.filter(|_| is_between)), order }
        })
        .collect();
    let sources = parts.iter().filter_map(|part| part.source);
    let codes = Codes::of(unit, sources.clone());
    let mut flat = [String::new(), String::new()];
    for source in sources {
        codes.push(&source.children, file, &mut flat[0])?;
    }
    let mut texts = Vec::new();
    let mut is_partial = false;
    let mut is_translated = false;
    for (at, part) in parts.iter().enumerate() {
        let mut text = String::new();
        if let Some(target) = part.target {
            codes.push(&target.children, file, &mut text)?;
        }
        let is_own = part.target.is_some_and(|target| target.name == "target");
        is_translated |= is_own && !text.is_empty();
        let is_asked = part.source.is_some_and(|source| !source.children.is_empty());
        is_partial |= is_asked && text.is_empty();
        // The place of a part is that of its number, if it has one, else its own.
        texts.push((part.order.unwrap_or(at + 1), text));
    }
    if is_translated {
        texts.sort_by_key(|(order, _)| *order);
        flat[1] = texts.into_iter().map(|(_, text)| text).collect();
    }
    let targets: Vec<&Range<usize>> = parts
        .iter()
        .filter_map(|part| part.target.filter(|target| target.name == "target"))
        .map(|target| &target.range)
        .collect();
    let range = match (targets.first(), targets.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => unit.tag.clone(),
    };
    let notes = unit.named("notes").flat_map(|notes| notes.named("note"));
    let notes = notes.map(|note| (note.attribute("category"), note.text()));
    let comment = comment(notes);
    Ok(finish(
        id,
        parts.iter().any(|part| part.source.is_some()),
        flat,
        is_partial,
        comment,
        file,
        range,
    ))
}

/// The comment of a unit as it went out, and what others noted since.
fn comment<'a>(notes: impl Iterator<Item = (Option<&'a str>, String)>) -> String {
    let notes = notes.filter(|(author, _)| ![Some(PREVIOUS), Some(ROOM)].contains(author));
    let notes: Vec<String> = notes.map(|(_, note)| note).collect();
    notes.join("\n")
}

fn finish(
    id: String,
    has_source: bool,
    [source, target]: [String; 2],
    is_partial: bool,
    comment: String,
    file: &Arc<SourceFile>,
    range: Range<usize>,
) -> Read {
    let place = Place::in_text(file, range);
    let is_partial = is_partial && !target.trim().is_empty();
    let warning = is_partial.then(|| {
        Diagnostic::warning(format!("`{id}` is translated in part: nothing of it is taken"))
            .at(place.span())
            .hint("translate all of its sentences")
    });
    let target = if is_partial { String::new() } else { target };
    let source = has_source.then_some(source);
    (ReturnedUnit { id, source, target, comment, place }, warning)
}

fn nameless(unit: &Element, file: &Arc<SourceFile>) -> Diagnostic {
    Diagnostic::error("this unit does not say which text it is: it lacks `id`")
        .at(&Span::visible(file, unit.tag.clone()))
        .hint("take the file that was exported, and leave its ids")
}
