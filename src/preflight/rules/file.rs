//! Tells what is wrong with the bytes: header, cross references, streams, page tree, syntax of contents.

use flate2::{Decompress, FlushDecompress, Status};
use lopdf::{Object, Stream};

use crate::file::{File, Kept, StructureFaultKind, Undecoded};
use crate::page::{FaultKind, Page};
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::{ALL, Check, Context, Group, PRINT, Rule, Severity};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "file-unreadable",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "a file that can't be read at all",
        why: "nobody can open or print it",
        source: "ISO 32000-1, 7.5",
        remedy: "export the file once more, and send it by a way that does not change it",
        check: Check::Reading,
    },
    Rule {
        id: "file-limits",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "a file that asks for more work than any page needs",
        why: "the press's own computer may run out of memory or time, and what was not read was not judged",
        source: "limits of this program",
        remedy: "flatten or simplify what the finding names, and export the file once more",
        check: Check::Reading,
    },
    Rule {
        id: "file-encrypted",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "an encrypted file",
        why: "print shops can't prepare it, archives can't keep it, and some screen readers are shut out",
        source: "ISO 15930; ISO 19005-2, 6.1.3",
        remedy: "export the file without a password and without restrictions",
        check: Check::File(encrypted),
    },
    Rule {
        id: "file-header",
        group: Group::File,
        severity: Severity::Warning,
        targets: ALL,
        finds: "a header that is not at the beginning, names no known version, or lacks the binary comment",
        why: "strict readers reject the file, and transfer programs may change it as if it were text",
        source: "ISO 32000-1, 7.5.2; ISO 19005-2, 6.1.2",
        remedy: "export the file once more, or save it anew with a program that rebuilds it",
        check: Check::File(header),
    },
    Rule {
        id: "file-xref",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "cross references that do not lead to the objects",
        why: "readers repair such a file each in its own way, and may find other objects than were meant",
        source: "ISO 32000-1, 7.5.4 and 7.5.8",
        remedy: "save the file anew with a program that rebuilds its cross references",
        check: Check::File(references),
    },
    Rule {
        id: "file-truncated",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "a file without an end",
        why: "a part of it is missing, most often since a transfer broke off",
        source: "ISO 32000-1, 7.5.5",
        remedy: "fetch or export the file once more",
        check: Check::File(truncated),
    },
    Rule {
        id: "file-trailing",
        group: Group::File,
        severity: Severity::Warning,
        targets: ALL,
        finds: "bytes behind the end of the file",
        why: "archives reject it, and the bytes belong to no page",
        source: "ISO 19005-2, 6.1.3",
        remedy: "export the file once more, and send it by a way that adds nothing",
        check: Check::File(trailing),
    },
    Rule {
        id: "file-streams",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "a stream whose length is wrong, or that does not unpack",
        why: "fonts, pictures or whole pages are lost or cut off, and each reader shows something else",
        source: "ISO 32000-1, 7.3.8; for PDF/A ISO 19005-2, 6.1.7.1",
        remedy: "export the file once more",
        check: Check::File(streams),
    },
    Rule {
        id: "file-pages",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "a page tree that is wrong",
        why: "readers show other pages than were meant, or none",
        source: "ISO 32000-1, 7.7.3",
        remedy: "export the file once more",
        check: Check::File(pages),
    },
    Rule {
        id: "file-updates",
        group: Group::File,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a file that was changed after it was made",
        why: "old versions of pages are still in it, and a program that does not follow updates prints them",
        source: "ISO 32000-1, 7.5.6",
        remedy: "save the file under a new name, which writes it as a whole",
        check: Check::File(updates),
    },
    Rule {
        id: "content-syntax",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "contents with bytes that are no contents",
        why: "readers skip what they do not understand, each as it likes",
        source: "ISO 32000-1, 7.8.2 and annex A",
        remedy: "export the page once more",
        check: Check::Page(syntax),
    },
    Rule {
        id: "content-resources",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "contents that use a resource that is missing",
        why: "the text or picture that it names does not appear",
        source: "ISO 32000-1, 7.8.3",
        remedy: "export the page once more",
        check: Check::Page(resources),
    },
    Rule {
        id: "content-circle",
        group: Group::File,
        severity: Severity::Error,
        targets: ALL,
        finds: "contents that paint themselves",
        why: "the press's own computer never gets to the end of the page",
        source: "ISO 32000-1, 8.10.1",
        remedy: "export the page once more",
        check: Check::Page(circle),
    },
    Rule {
        id: "content-postscript",
        group: Group::File,
        severity: Severity::Error,
        targets: PRINT,
        finds: "PostScript within the page",
        why: "only PostScript printers run it: it appears in print or not, and on no screen",
        source: "ISO 32000-1, 8.8.2; ISO 15930",
        remedy: "place the artwork as PDF instead of PostScript or EPS",
        check: Check::Page(postscript),
    },
];

fn encrypted(cx: &Context<'_>, found: &mut Occurrences) {
    if cx.file.encrypted {
        found.add(Occurrence::new("the file is encrypted, though it opens without a password"));
    }
}

/// Tells the faults of one kind in the frame of the file.
fn structure(cx: &Context<'_>, kind: StructureFaultKind, found: &mut Occurrences) {
    for fault in cx.structure.of(kind) {
        found.add(Occurrence::new(fault.what.clone()).object(fault.object));
    }
}

fn header(cx: &Context<'_>, found: &mut Occurrences) {
    structure(cx, StructureFaultKind::Header, found);
}

fn references(cx: &Context<'_>, found: &mut Occurrences) {
    structure(cx, StructureFaultKind::References, found);
}

fn truncated(cx: &Context<'_>, found: &mut Occurrences) {
    structure(cx, StructureFaultKind::Truncated, found);
}

fn trailing(cx: &Context<'_>, found: &mut Occurrences) {
    structure(cx, StructureFaultKind::Trailing, found);
}

fn streams(cx: &Context<'_>, found: &mut Occurrences) {
    structure(cx, StructureFaultKind::Stream, found);
    if let Some(archive) = cx.claims.standards.iter().find(|standard| standard.starts_with("PDF/A"))
    {
        for fault in cx.structure.of(StructureFaultKind::StreamEnd) {
            let wanted = format!("just one, since the file claims {archive}");
            found.add(Occurrence::new(fault.what.clone()).wanted(wanted).object(fault.object));
        }
    }
    let mut reported = std::collections::BTreeSet::new();
    for (id, object) in &cx.file.document.objects {
        let Object::Stream(stream) = object else { continue };
        match unpacks(cx.file, stream) {
            Ok(()) => {}
            Err(Unpacking::TooMuch) => break,
            Err(Unpacking::Fault(fault)) => {
                reported.insert(id.0);
                found.add(Occurrence::new(fault).object(Some(id.0)));
            }
        }
    }
    for (object, what) in cx.file.damaged() {
        if !reported.contains(&object) {
            let object = (object > 0).then_some(object);
            found.add(Occurrence::new(format!("{what} does not unpack")).object(object));
        }
    }
}

/// Why a stream does not unpack.
enum Unpacking {
    TooMuch,
    Fault(String),
}

/// Filters whose data are images, which are judged where they are shown, and that of encryption.
const LEFT_ALONE: [&str; 5] = ["DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", "Crypt"];

/// Looks whether a stream unpacks to its end.
fn unpacks(file: &File, stream: &Stream) -> Result<(), Unpacking> {
    if stream.content.is_empty() || file.entry(&stream.dict, "F").is_some() {
        return Ok(());
    }
    let name = |object: &Object| match file.resolve(object) {
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        _ => String::new(),
    };
    let filters: Vec<String> = match file.entry(&stream.dict, "Filter") {
        None => return Ok(()),
        Some(Object::Array(filters)) => filters.iter().take(16).map(name).collect(),
        Some(filter) => vec![name(filter)],
    };
    match filters.first().map(String::as_str) {
        None => Ok(()),
        Some(first) if LEFT_ALONE.contains(&first) => Ok(()),
        Some("FlateDecode" | "Fl") => inflates(file, &stream.content),
        Some(_) if filters.iter().any(|filter| LEFT_ALONE.contains(&filter.as_str())) => Ok(()),
        Some(_) => match file.unpacked(stream) {
            Ok(_) => Ok(()),
            Err(Undecoded::TooMuch) => Err(Unpacking::TooMuch),
            Err(Undecoded::Damaged) => {
                let filters = filters.join("`, `");
                Err(Unpacking::Fault(format!("a stream of `{filters}` does not unpack")))
            }
        },
    }
}

/// Looks whether zlib's data are whole; readers take what they get and say nothing. Of data that were, it is known how long they are.
fn inflates(file: &File, data: &[u8]) -> Result<(), Unpacking> {
    static WHOLE: Kept<usize> = Kept::new();
    if let Some(length) = WHOLE.find(data).filter(|length| *length <= file.limits.stream) {
        return if file.budget.take_bytes(length) { Ok(()) } else { Err(Unpacking::TooMuch) };
    }
    let length = inflated_length(file, data)?;
    WHOLE.keep(data, length, size_of::<usize>());
    Ok(())
}

/// Inflates data to their end, and gives how long they are then.
fn inflated_length(file: &File, data: &[u8]) -> Result<usize, Unpacking> {
    let mut state = Decompress::new(true);
    let mut room = vec![0; 1 << 16];
    let most = u64::try_from(file.limits.stream).unwrap_or(u64::MAX);
    loop {
        let read = usize::try_from(state.total_in()).unwrap_or(usize::MAX);
        let before = (state.total_in(), state.total_out());
        let status = state.decompress(
            data.get(read..).unwrap_or_default(),
            &mut room,
            FlushDecompress::None,
        );
        let made = state.total_out() - before.1;
        if !file.budget.take_bytes(usize::try_from(made).unwrap_or(usize::MAX))
            || state.total_out() > most
        {
            return Err(Unpacking::TooMuch);
        }
        match status {
            Ok(Status::StreamEnd) => {
                return Ok(usize::try_from(state.total_out()).unwrap_or(usize::MAX));
            }
            Ok(_) if (state.total_in(), state.total_out()) != before => {}
            Ok(_) => {
                return Err(Unpacking::Fault(format!(
                    "a stream of `FlateDecode` ends before its end, after {} bytes unpacked",
                    state.total_out()
                )));
            }
            Err(_) => {
                return Err(Unpacking::Fault(format!(
                    "a stream of `FlateDecode` is damaged after {} bytes unpacked",
                    state.total_out()
                )));
            }
        }
    }
}

fn pages(cx: &Context<'_>, found: &mut Occurrences) {
    let tree = cx.pages;
    for fault in &tree.faults {
        found.add(Occurrence::new(fault.as_str()));
    }
    if tree.pages.is_empty() {
        found.add(Occurrence::new("the file has no pages"));
    }
}

fn updates(cx: &Context<'_>, found: &mut Occurrences) {
    let revisions = cx.structure.revisions;
    if revisions > 1 {
        let updates = revisions - 1;
        let times = if updates == 1 { "once".to_owned() } else { format!("{updates} times") };
        found.add(Occurrence::new(format!("the file was changed {times} after it was made")));
    }
}

/// Tells the faults of one kind in the contents of a page.
fn contents(page: &Page, kind: FaultKind, found: &mut Occurrences) {
    for fault in page.faults.iter().filter(|fault| fault.kind == kind) {
        found.add(Occurrence::new(fault.what.clone()).object(fault.form).on(page.number));
    }
}

fn syntax(_cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    contents(page, FaultKind::Syntax, found);
}

fn resources(_cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    contents(page, FaultKind::Resource, found);
}

fn circle(_cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    contents(page, FaultKind::Circle, found);
}

fn postscript(_cx: &Context<'_>, page: &Page, found: &mut Occurrences) {
    contents(page, FaultKind::PostScript, found);
}
