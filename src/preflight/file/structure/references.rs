//! Tells whether the cross references lead to the objects of a file, and how many sections they have.

use std::collections::HashSet;

use lopdf::xref::{XrefEntry, XrefRecovery};

use crate::file::objects::File;
use crate::file::structure::tokens::{Value, dictionary, digits, is_space, object_head};
use crate::file::structure::{Faults, StructureFaultKind};

/// The sections of the cross references, from the newest to the oldest.
#[derive(Debug, Default)]
pub(super) struct Sections {
    /// How many there are; the streams that hybrid sections name are not counted.
    pub(super) count: usize,
    /// Sections beside these that only name such a stream, as Word ends each file.
    pub(super) names: usize,
    /// Whether one of them is a stream.
    pub(super) has_streams: bool,
}

/// How many bytes a dictionary of a section may have before it is taken for none.
const LONGEST_DICTIONARY: usize = 1 << 20;

const KIND: StructureFaultKind = StructureFaultKind::References;

/// A section as it was read.
#[derive(Debug, Default)]
struct Section {
    /// The entries of a table that are in use: number, generation, offset.
    entries: Vec<(u64, u64, u64)>,
    /// How many entries its subsections announce, with those that are free.
    announced: u64,
    prev: Option<Value>,
    hybrid: Option<Value>,
    size: Option<Value>,
    is_stream: bool,
    /// Where it ends.
    end: usize,
}

impl Sections {
    /// Follows the sections from `start`, each once, and checks their entries.
    pub(super) fn read(
        body: &[u8],
        start: Option<usize>,
        file: &File,
        faults: &mut Faults,
    ) -> Sections {
        let mut sections = Sections::default();
        let mut checked = HashSet::new();
        let mut seen = HashSet::new();
        // Sections that overlap would be read again and again.
        let mut work = body.len().saturating_mul(4).saturating_add(1 << 16);
        let mut waiting: Vec<(usize, &str)> =
            start.map(|at| (at, "startxref")).into_iter().collect();
        while let Some((at, named)) = waiting.pop() {
            if !seen.insert(at) {
                faults.add(
                    KIND,
                    None,
                    format!("`{named}` leads back to the cross references at byte {at}"),
                );
                continue;
            }
            let section = Section::read(body, at, faults);
            let Some(section) = section else {
                faults.add(
                    KIND,
                    None,
                    format!("no cross references stand at byte {at}, which `{named}` names"),
                );
                continue;
            };
            let cost = section.end.saturating_sub(at).saturating_add(1 << 8);
            if work < cost {
                break;
            }
            work -= cost;
            sections.has_streams |= section.is_stream;
            let only_names = section.announced == 0 && section.hybrid.is_some();
            sections.names += usize::from(only_names);
            sections.count += usize::from(named != "XRefStm" && !only_names);
            section.check_size(faults);
            for (number, generation, offset) in &section.entries {
                checked.insert((*number, *offset));
                check_entry(body, *number, *generation, *offset, faults);
            }
            for (value, named) in [(section.prev, "Prev"), (section.hybrid, "XRefStm")] {
                match value {
                    None => {}
                    Some(Value::Number(at)) => {
                        waiting.push((usize::try_from(at).unwrap_or(usize::MAX), named))
                    }
                    Some(_) => {
                        faults.add(KIND, None, format!("`{named}` is not a number of bytes"))
                    }
                }
            }
        }
        check_merged(body, file, &checked, faults);
        sections
    }
}

impl Section {
    /// The section that begins at `at`; `None` if none does.
    fn read(body: &[u8], at: usize, faults: &mut Faults) -> Option<Section> {
        let rest = body.get(at..)?;
        if rest.starts_with(b"xref") {
            return Some(Section::table(body, at, faults));
        }
        let (_, length) = object_head(rest)?;
        let begin = at + length;
        let begin =
            begin + body.get(begin..)?.iter().take(64).take_while(|byte| is_space(**byte)).count();
        let end = body.len().min(begin.saturating_add(LONGEST_DICTIONARY));
        let entries = dictionary(body.get(..end)?, begin)?;
        entries.is_references.then(|| Section {
            entries: Vec::new(),
            announced: 0,
            prev: entries.prev,
            hybrid: None,
            size: entries.size,
            is_stream: true,
            end: entries.end,
        })
    }

    /// A table, from its `xref` on. What is wrong with its form is reported once.
    fn table(body: &[u8], start: usize, faults: &mut Faults) -> Section {
        let mut section = Section::default();
        let mut at = start + b"xref".len();
        let mut malformed = 0usize;
        let mut broken = None;
        loop {
            at += spaces(body, at);
            section.end = at;
            let rest = body.get(at..).unwrap_or_default();
            if rest.starts_with(b"trailer") {
                break;
            }
            let Some((first, count, length)) = subsection(rest) else {
                broken = Some(at);
                break;
            };
            at += length;
            section.announced = section.announced.saturating_add(count);
            for index in 0..count {
                let Some((entry, length)) = entry(body.get(at..).unwrap_or_default()) else {
                    broken = Some(at);
                    break;
                };
                at += length;
                malformed += usize::from(!entry.well_formed);
                if entry.in_use {
                    section.entries.push((
                        first.saturating_add(index),
                        entry.generation,
                        entry.offset,
                    ));
                }
            }
            if broken.is_some() {
                break;
            }
        }
        if malformed > 0 {
            let entries =
                if malformed == 1 { "1 entry".to_owned() } else { format!("{malformed} entries") };
            faults.add(
                KIND,
                None,
                format!(
                    "{entries} of the table at byte {start} are not 20 bytes long as they must be"
                ),
            );
        }
        if let Some(at) = broken {
            section.end = at;
            faults.add(
                KIND,
                None,
                format!("the table at byte {start} has neither entry nor `trailer` at byte {at}"),
            );
            return section;
        }
        at += b"trailer".len();
        at += spaces(body, at);
        let end = body.len().min(at.saturating_add(LONGEST_DICTIONARY));
        match dictionary(body.get(..end).unwrap_or_default(), at) {
            Some(entries) => {
                section.prev = entries.prev;
                section.hybrid = entries.hybrid;
                section.size = entries.size;
                section.end = entries.end;
            }
            None => {
                section.end = end;
                faults.add(
                    KIND,
                    None,
                    format!("no dictionary follows the `trailer` of the table at byte {start}"),
                );
            }
        }
        section
    }

    /// Objects from `Size` on are none (ISO 32000-1, table 15).
    fn check_size(&self, faults: &mut Faults) {
        match self.size {
            Some(Value::Number(size)) => {
                if let Some((number, ..)) =
                    self.entries.iter().max().filter(|(number, ..)| *number >= size)
                {
                    let object = u32::try_from(*number).ok();
                    faults.add(
                        KIND,
                        object,
                        format!("the table has object {number}, and `Size` is {size}"),
                    );
                }
            }
            _ => faults.add(KIND, None, "a trailer has no `Size`"),
        }
    }
}

/// How many bytes of white space stand at `at`.
fn spaces(body: &[u8], at: usize) -> usize {
    body.get(at..).unwrap_or_default().iter().take_while(|byte| is_space(**byte)).count()
}

/// The head of a subsection, `0 6` and the end of its line: first number, count, and how long it is.
fn subsection(rest: &[u8]) -> Option<(u64, u64, usize)> {
    let (first, one) = digits(rest)?;
    let gap = rest.get(one..)?.iter().take(16).take_while(|byte| **byte == b' ').count();
    let (count, two) = digits(rest.get(one + gap..)?)?;
    let space =
        rest.get(one + gap + two..)?.iter().take(16).take_while(|byte| is_space(**byte)).count();
    (gap > 0 && space > 0).then_some((first, count, one + gap + two + space))
}

/// An entry of a table.
struct Entry {
    offset: u64,
    generation: u64,
    in_use: bool,
    /// Whether it has the twenty bytes of ISO 32000-1, 7.5.4.
    well_formed: bool,
}

/// The entry at the beginning of `rest`, well formed or not, and how long it is.
fn entry(rest: &[u8]) -> Option<(Entry, usize)> {
    let (offset, one) = digits(rest)?;
    let gap =
        |at: usize| Some(rest.get(at..)?.iter().take(4).take_while(|byte| **byte == b' ').count());
    let first = gap(one)?;
    let (generation, two) = digits(rest.get(one + first..)?)?;
    let mut at = one + first + two;
    let second = gap(at)?;
    at += second;
    let in_use = match rest.get(at)? {
        b'n' => true,
        b'f' => false,
        _ => return None,
    };
    at += 1;
    let tail = rest.get(at..)?.iter().take(4).take_while(|byte| is_space(**byte)).count();
    let end = rest.get(at..at + 2).unwrap_or_default();
    let well_formed =
        (one, first, two, second) == (10, 1, 5, 1) && matches!(end, b" \r" | b" \n" | b"\r\n");
    let length = if well_formed { at + 2 } else { at + tail };
    (first > 0 && second > 0 && tail > 0)
        .then_some((Entry { offset, generation, in_use, well_formed }, length))
}

/// Looks whether an object stands where an entry says. Byte 0 is the header: older programs mark numbers that they do not
/// use with it, and readers take those for free.
fn check_entry(body: &[u8], number: u64, generation: u64, offset: u64, faults: &mut Faults) {
    if offset == 0 {
        return;
    }
    let head = usize::try_from(offset).ok().and_then(|at| body.get(at..)).and_then(object_head);
    let found = head.map(|((found, generation), _)| (u64::from(found), u64::from(generation)));
    if found == Some((number, generation)) {
        return;
    }
    let instead = match found {
        Some((found, other)) if found == number => format!(", but `{found} {other} obj`"),
        Some((found, _)) => format!(", but object {found}"),
        None => String::new(),
    };
    faults.add(
        KIND,
        u32::try_from(number).ok(),
        format!("object {number} does not stand at byte {offset}, where the cross references say{instead}"),
    );
}

/// Checks what the reader took from cross-reference streams, and whether it had to repair anything.
fn check_merged(body: &[u8], file: &File, checked: &HashSet<(u64, u64)>, faults: &mut Faults) {
    let document = &file.document;
    if document.xref_recovery == Some(XrefRecovery::Reconstructed) {
        faults.add(
            KIND,
            None,
            "the cross references can't be used: the objects had to be searched for",
        );
        return;
    }
    for (number, entry) in &document.reference_table.entries {
        match entry {
            XrefEntry::Normal { offset, generation } => {
                let (number, offset) = (u64::from(*number), u64::from(*offset));
                if !checked.contains(&(number, offset)) {
                    check_entry(body, number, u64::from(*generation), offset, faults);
                }
            }
            XrefEntry::Compressed { container, .. } => {
                if !document.objects.contains_key(&(*number, 0)) {
                    faults.add(
                        KIND,
                        Some(*number),
                        format!("object {number} is not in object stream {container}, where the cross references say"),
                    );
                }
            }
            XrefEntry::Free | XrefEntry::UnusableFree => {}
        }
    }
    if document.xref_recovery.is_some() && !faults.faults.iter().any(|fault| fault.kind == KIND) {
        faults.add(KIND, None, "the cross references do not stand where the file says");
    }
}
