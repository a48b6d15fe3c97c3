//! Turns the document type of a drawing into how much text its entities come to, and finds what must not be read.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Fault;

/// The most bytes that the entities of a drawing may come to where they are named.
const MOST_TEXT: u64 = 1_000_000;

/// An entity that the document type declares.
struct Entity<'t> {
    /// Its text, or the address of the file in which that stands.
    value: Value<'t>,
    /// Where it is declared.
    range: Range<usize>,
}

enum Value<'t> {
    Text(&'t str),
    Elsewhere(&'t str),
}

/// Finds an entity that must not be read: one that holds itself, or too much, or what stands in another file. The range is
/// where that is.
pub(super) fn fault(name: &str, text: &str) -> Option<(Fault, Range<usize>)> {
    let start = text.find("<!DOCTYPE")?;
    let open = start + text[start..].find(['[', '>'])?;
    if !text[open..].starts_with('[') {
        return None;
    }
    let (entities, end) = declared(text, open + 1);
    let mut lengths = BTreeMap::new();
    let mut total = 0;
    for (entity, range) in named(text, end) {
        let Some(found) = entities.get(entity) else { continue };
        if let Value::Elsewhere(address) = found.value {
            let message = format!("`{name}` asks for another file, `{address}`, which is not read");
            let hint = format!("write what `&{entity};` stands for here instead");
            return Some((Fault::new(message, hint), range));
        }
        let hint = "write out what the entities stand for, or draw it more simply";
        let Some(length) = length(entity, &entities, &mut lengths) else {
            let message = format!("the entity `{entity}` of `{name}` holds itself");
            return Some((Fault::new(message, hint), found.range.clone()));
        };
        total += length;
        if total > MOST_TEXT {
            let message = format!("the entities of `{name}` come to more than 1 MB of text");
            return Some((Fault::new(message, hint), found.range.clone()));
        }
    }
    None
}

/// Finds a declaration of attributes, or a parameter entity, which may hold one: a browser gives them to elements that do not have
/// them, and nobody else sees them. The range is where that is.
pub(super) fn declared_attribute(name: &str, text: &str) -> Option<(Fault, Range<usize>)> {
    let start = text.find("<!DOCTYPE")?;
    let open = start + text[start..].find(['[', '>'])?;
    let rest = &text[open..];
    let mut at = rest.starts_with('[').then_some(open + 1)?;
    while let Some(next) = text[at..].find(['<', ']']).map(|next| at + next) {
        let rest = &text[next..];
        if rest.starts_with(']') {
            return None;
        }
        let end = end_of_declaration(text, next).unwrap_or(text.len());
        let entity = rest.strip_prefix("<!ENTITY").map(str::trim_start);
        if rest.starts_with("<!ATTLIST") || entity.is_some_and(|entity| entity.starts_with('%')) {
            let message = format!("the document type of `{name}` gives elements attributes");
            let hint = "write them at the elements, or export it again as plain SVG";
            return Some((Fault::new(message, hint), next..end));
        }
        at = end;
    }
    None
}

/// The general entities that are declared from a place on, and where the declarations end.
fn declared(text: &str, start: usize) -> (BTreeMap<&str, Entity<'_>>, usize) {
    let mut entities = BTreeMap::new();
    let mut at = start;
    while let Some(next) = text[at..].find(['<', ']']).map(|next| at + next) {
        let rest = &text[next..];
        if rest.starts_with(']') {
            return (entities, next + 1);
        }
        let Some(end) = end_of_declaration(text, next) else { break };
        if let Some((name, value)) = rest.strip_prefix("<!ENTITY").and_then(entity) {
            // The first declaration holds (XML 1.0, 4.2).
            entities.entry(name).or_insert(Entity { value, range: next..end });
        }
        at = end;
    }
    (entities, text.len())
}

/// Where a declaration, a comment or an instruction that begins at a place ends.
fn end_of_declaration(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    for (open, close) in [("<!--", "-->"), ("<?", "?>")] {
        if rest.starts_with(open) {
            return Some(start + rest.find(close)? + close.len());
        }
    }
    let mut quote = None;
    for (at, letter) in rest.char_indices() {
        match quote {
            Some(open) if open == letter => quote = None,
            Some(_) => {}
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            None if letter == '>' => return Some(start + at + 1),
            None => {}
        }
    }
    None
}

/// Name and value behind `<!ENTITY`; `None` for one of the document type's own (`%`).
fn entity(declaration: &str) -> Option<(&str, Value<'_>)> {
    let declaration = declaration.trim_start();
    let name_end = declaration.find(char::is_whitespace)?;
    let (name, rest) = declaration.split_at(name_end);
    let quoted = |rest: &str| -> Option<Range<usize>> {
        let open = rest.find(['"', '\''])?;
        let quote = rest[open..].chars().next()?;
        let close = open + 1 + rest[open + 1..].find(quote)?;
        Some(open + 1..close)
    };
    let first = quoted(rest)?;
    let value = match rest.trim_start() {
        own if own.starts_with("SYSTEM") => Value::Elsewhere(&rest[first]),
        own if own.starts_with("PUBLIC") => {
            let after = first.end + 1;
            let second = quoted(&rest[after..])?;
            Value::Elsewhere(&rest[after..][second])
        }
        _ => Value::Text(&rest[first]),
    };
    (name != "%").then_some((name, value))
}

/// The entities that a text names from a place on, with where.
fn named(text: &str, start: usize) -> impl Iterator<Item = (&str, Range<usize>)> {
    let own = text[start..].match_indices('&').map(move |(at, _)| start + at);
    own.filter_map(|at| {
        let name = &text[at + 1..];
        let end = name.find(|letter: char| letter == ';' || letter.is_whitespace())?;
        let is_one = name[end..].starts_with(';') && !name.starts_with('#');
        is_one.then(|| (&name[..end], at..at + end + 2))
    })
}

/// The bytes that an entity comes to; `None` if it holds itself.
fn length<'t>(
    name: &'t str,
    entities: &BTreeMap<&'t str, Entity<'t>>,
    known: &mut BTreeMap<&'t str, Option<u64>>,
) -> Option<u64> {
    if let Some(length) = known.get(name) {
        return *length;
    }
    let Some(Entity { value: Value::Text(text), .. }) = entities.get(name) else { return Some(0) };
    // Found again before its length is known, it holds itself.
    known.insert(name, None);
    let mut total = text.len() as u64;
    for (inner, _) in named(text, 0) {
        total = total.saturating_add(length(inner, entities, known)?);
    }
    known.insert(name, Some(total));
    Some(total)
}
