//! Tells whether the streams of a file are as long as they say (ISO 32000-1, 7.3.8).

use lopdf::Object;
use lopdf::xref::XrefEntry;

use crate::file::objects::File;
use crate::file::structure::tokens::{Tokens, Value, dictionary, find, is_space, object_head};
use crate::file::structure::{Faults, StructureFaultKind};

/// Looks at all streams that the cross references name.
pub(super) fn check(body: &[u8], file: &File, faults: &mut Faults) {
    let mut starts: Vec<(usize, u32)> = file
        .document
        .reference_table
        .entries
        .iter()
        .filter_map(|(number, entry)| match entry {
            XrefEntry::Normal { offset, .. } => Some((usize::try_from(*offset).ok()?, *number)),
            _ => None,
        })
        .filter(|(offset, _)| *offset < body.len())
        .collect();
    starts.sort_unstable();
    for (index, (start, number)) in starts.iter().enumerate() {
        // No byte is read for two objects.
        let end = starts.get(index + 1).map_or(body.len(), |(next, _)| *next);
        check_object(body, *start, end, *number, file, faults);
    }
}

/// Looks at an object between two offsets; it need not be a stream.
fn check_object(
    body: &[u8],
    start: usize,
    end: usize,
    number: u32,
    file: &File,
    faults: &mut Faults,
) {
    let until = body.get(..end).unwrap_or_default();
    let Some(((found, _), length)) = until.get(start..).and_then(object_head) else { return };
    if found != number {
        return;
    }
    let mut tokens = Tokens::new(until, start + length);
    tokens.skip_space();
    let Some(entries) = dictionary(until, tokens.at) else { return };
    tokens.at = entries.end;
    tokens.skip_space();
    let Some(rest) = until.get(tokens.at..).and_then(|rest| rest.strip_prefix(b"stream")) else {
        return;
    };
    let kind = StructureFaultKind::Stream;
    let object = Some(number);
    let keyword = tokens.at + b"stream".len();
    let data = match rest {
        [b'\r', b'\n', ..] => keyword + 2,
        [b'\n', ..] => keyword + 1,
        _ => {
            faults.add(kind, object, "`stream` is not followed by an end of line, CR LF or LF");
            return;
        }
    };
    let stated = match entries.length {
        Some(Value::Number(length)) => Some(length),
        Some(Value::Reference(object, generation)) => {
            match file
                .resolve(file.document.objects.get(&(object, generation)).unwrap_or(&Object::Null))
            {
                Object::Integer(length) => u64::try_from(*length).ok(),
                _ => None,
            }
        }
        _ => None,
    };
    let Some(stated) = stated else {
        faults.add(kind, object, "a stream has no `Length`, or one that is no number");
        return;
    };
    let tail = usize::try_from(stated)
        .ok()
        .and_then(|stated| data.checked_add(stated))
        .and_then(|at| body.get(at..))
        .unwrap_or_default();
    let spaces = tail.iter().take(8).take_while(|byte| is_space(**byte)).count();
    if tail.get(spaces..).unwrap_or_default().starts_with(b"endstream") {
        if !matches!(tail.get(..spaces), Some(b"\n" | b"\r" | b"\r\n")) {
            let kind = StructureFaultKind::StreamEnd;
            faults.add(
                kind,
                object,
                "between a stream and its `endstream` stands not just one end of line",
            );
        }
        return;
    }
    let whole = body.get(data..end).unwrap_or_default();
    let found = match find(whole, b"endstream") {
        Some(length) => format!(", but its `endstream` stands after {length}"),
        None => ", and no `endstream` follows".to_owned(),
    };
    faults.add(kind, object, format!("`Length` of a stream is {stated} bytes{found}"));
}
