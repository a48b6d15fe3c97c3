//! Tells what is wrong with the structure of a file: header, cross references, end, lengths of streams.
//!
//! The reading is strict: readers repair such faults silently, each in its own way.

mod references;
mod streams;
#[cfg(test)]
mod tests;
mod tokens;

use crate::file::objects::File;

use references::Sections;
use tokens::{digits, find, find_last, is_space};

/// What is wrong with the structure of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StructureFault {
    pub(crate) kind: StructureFaultKind,
    /// What, in lower case.
    pub(crate) what: String,
    /// The object that it is about, by number.
    pub(crate) object: Option<u32>,
}

/// Kinds of faults in the structure of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StructureFaultKind {
    /// The header (ISO 32000-1, 7.5.2).
    Header,
    /// Cross references (ISO 32000-1, 7.5.4 and 7.5.8).
    References,
    /// The file ends before its end (ISO 32000-1, 7.5.5).
    Truncated,
    /// Bytes behind the end.
    Trailing,
    /// The structure of a stream: its keywords, its `Length` (ISO 32000-1, 7.3.8).
    Stream,
    /// A stream does not end with one end of line, which PDF/A asks for (ISO 19005-2, 6.1.7.1), and PDF does not.
    StreamEnd,
}

/// The structure of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Structure {
    /// What is wrong with it, in the order of kinds as they are found; of each kind no more than [`MOST_FAULTS`].
    pub(crate) faults: Vec<StructureFault>,
    /// How often the file was saved: once, and once more for each update at its end.
    pub(crate) revisions: usize,
    /// The version that its header names: major, minor.
    pub(crate) version: Option<(u8, u8)>,
    /// Whether a cross-reference stream is among its cross references.
    pub(crate) has_reference_streams: bool,
}

/// How many faults of one kind are listed one by one.
pub(crate) const MOST_FAULTS: usize = 20;

/// Where the header is looked for, in bytes from the beginning: as far as Acrobat does (ISO 32000-1, annex H, note 13).
const HEADER_WITHIN: usize = 1024;

/// The versions that there are.
const VERSIONS: [(u8, u8); 9] =
    [(1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (2, 0)];

impl Structure {
    /// Reads the structure. `file` was read from the same bytes. Takes time in proportion to the size of the file.
    pub(crate) fn read(bytes: &[u8], file: &File) -> Structure {
        let mut faults = Faults::default();
        let start = find(bytes, b"%PDF-").unwrap_or(0);
        let version = header(bytes, start, &mut faults);
        // Offsets are counted from the header, as all readers do where something stands before it.
        let body = bytes.get(start..).unwrap_or_default();
        let end = end(body, &mut faults);
        let sections = Sections::read(body, end, file, &mut faults);
        streams::check(body, file, &mut faults);
        let linearized = usize::from(file.document.linearization.is_some() && sections.count > 1);
        let counted = sections.count.saturating_sub(linearized);
        Structure {
            revisions: counted
                .max(file.document.revision_count().saturating_sub(sections.names))
                .max(1),
            version,
            has_reference_streams: sections.has_streams,
            faults: faults.into_list(),
        }
    }

    /// The faults of a kind.
    pub(crate) fn of(&self, kind: StructureFaultKind) -> impl Iterator<Item = &StructureFault> {
        self.faults.iter().filter(move |fault| fault.kind == kind)
    }
}

/// Faults as they are found.
#[derive(Debug, Default)]
struct Faults {
    faults: Vec<StructureFault>,
    more: Vec<(StructureFaultKind, usize)>,
}

impl Faults {
    fn add(&mut self, kind: StructureFaultKind, object: Option<u32>, what: impl Into<String>) {
        if self.faults.iter().filter(|fault| fault.kind == kind).count() < MOST_FAULTS {
            self.faults.push(StructureFault { kind, what: what.into(), object });
        } else if let Some((_, more)) = self.more.iter_mut().find(|(other, _)| *other == kind) {
            *more += 1;
        } else {
            self.more.push((kind, 1));
        }
    }

    fn into_list(mut self) -> Vec<StructureFault> {
        for (kind, more) in self.more {
            let what = if more == 1 {
                "1 more fault of this kind".to_owned()
            } else {
                format!("{more} more faults of this kind")
            };
            self.faults.push(StructureFault { kind, what, object: None });
        }
        self.faults
    }
}

/// Reads the header: `%PDF-1.7`, and the comment behind it that tells transfer programs that the file is binary.
fn header(bytes: &[u8], start: usize, faults: &mut Faults) -> Option<(u8, u8)> {
    let kind = StructureFaultKind::Header;
    let Some(rest) = bytes.get(start..).and_then(|rest| rest.strip_prefix(b"%PDF-")) else {
        faults.add(kind, None, "the file has no header `%PDF-`");
        return None;
    };
    if start > 0 {
        let far = if start > HEADER_WITHIN { ", farther than readers look" } else { "" };
        let noun = if start == 1 { "byte" } else { "bytes" };
        faults.add(kind, None, format!("{start} {noun} stand before the header `%PDF-`{far}"));
    }
    let line = rest.iter().take(32).position(|byte| matches!(byte, b'\r' | b'\n'));
    let named = rest.get(..line.unwrap_or(3)).unwrap_or_default().trim_ascii_end();
    let version = match named {
        [major @ b'0'..=b'9', b'.', minor @ b'0'..=b'9'] => Some((major - b'0', minor - b'0')),
        _ => None,
    };
    if version.is_none_or(|version| !VERSIONS.contains(&version)) {
        let named = String::from_utf8_lossy(named).into_owned();
        faults.add(kind, None, format!("the header names version `{named}`, which there is not"));
    }
    let Some(line) = line else {
        faults.add(kind, None, "the header does not end its line");
        return version;
    };
    let mut second = rest.get(line..).unwrap_or_default();
    second = second.strip_prefix(b"\r").unwrap_or(second);
    second = second.strip_prefix(b"\n").unwrap_or(second);
    let is_marked = matches!(second, [b'%', mark @ ..] if mark.iter().take(4).filter(|byte| **byte >= 128).count() == 4);
    if !is_marked {
        faults.add(kind, None, "no comment of four bytes from 128 up follows the header");
    }
    version
}

/// Finds the end of the file, `%%EOF`, and what its `startxref` names; `None` if there is no such number.
fn end(body: &[u8], faults: &mut Faults) -> Option<usize> {
    let Some(end) = find_last(body, b"%%EOF") else {
        faults.add(StructureFaultKind::Truncated, None, "the file has no end `%%EOF`");
        return find_last(body, b"startxref").and_then(|at| start_of_references(body, at));
    };
    let behind = body.get(end + b"%%EOF".len()..).unwrap_or_default();
    if let Some(first) = behind.iter().position(|byte| !is_space(*byte)) {
        let behind = behind.get(first..).unwrap_or_default().trim_ascii_end();
        if find(behind, b"endobj").is_some() || find(behind, b" obj").is_some() {
            faults.add(
                StructureFaultKind::Truncated,
                None,
                "objects follow the last `%%EOF`: the end of the last update is missing",
            );
        } else {
            let (count, noun) = (behind.len(), if behind.len() == 1 { "byte" } else { "bytes" });
            faults.add(
                StructureFaultKind::Trailing,
                None,
                format!("{count} {noun} stand behind the last `%%EOF`"),
            );
        }
    }
    // The line of the number is at most as long as white space makes it.
    let before = body.get(..end).unwrap_or_default();
    let from = end.saturating_sub(128);
    let at = find_last(before.get(from..).unwrap_or_default(), b"startxref").map(|at| from + at);
    let Some(at) = at else {
        faults.add(
            StructureFaultKind::Truncated,
            None,
            "no `startxref` stands before the last `%%EOF`",
        );
        return None;
    };
    let start = start_of_references(body, at);
    if start.is_none() {
        faults.add(
            StructureFaultKind::Truncated,
            None,
            "no number stands behind the last `startxref`",
        );
    }
    start
}

/// The number behind `startxref`.
fn start_of_references(body: &[u8], at: usize) -> Option<usize> {
    let rest = body.get(at + b"startxref".len()..)?;
    let first = rest.iter().position(|byte| !is_space(*byte))?;
    let (number, _) = digits(rest.get(first..)?)?;
    usize::try_from(number).ok()
}
