//! Lists the formats of exchange: how each is called, written and read.

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::exchange::{Document, Returned, po, tmx, xliff, xlsx};

/// A format of exchange.
pub(crate) struct Format {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    /// What the names of its files end with.
    pub(crate) extension: &'static str,
    /// Writes a file of it.
    pub(crate) write: fn(&Document) -> Result<Vec<u8>, Diagnostic>,
    read: fn(&str, &[u8], &Report) -> Result<Returned, Reported>,
    /// Whether a file seems to be one, by its first bytes.
    begins: fn(&[u8]) -> bool,
}

/// The formats. A file is of the first that it seems to be.
pub(crate) static FORMATS: [Format; 5] = [
    Format { name: "po", extension: "po", write: po::write, read: po::read, begins: is_po },
    Format {
        name: "xlsx",
        extension: "xlsx",
        write: xlsx::write,
        read: xlsx::read,
        begins: xlsx::is_workbook,
    },
    Format {
        name: "xliff",
        extension: "xlf",
        write: xliff::write_1_2,
        read: xliff::read,
        begins: is_xml,
    },
    Format {
        name: "xliff2",
        extension: "xlf",
        write: xliff::write_2_1,
        read: xliff::read,
        begins: is_xml,
    },
    // A memory is no file of one project: the import asks `tmx` first.
    Format {
        name: "tmx",
        extension: "tmx",
        write: tmx::write,
        read: xliff::read,
        begins: is_nothing,
    },
];

/// The format of that name.
pub(crate) fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// Reads a file of any of the formats: which it is, its content tells, whatever its name.
///
/// # Errors
///
/// Fails if it is of none, or can't be read.
pub(crate) fn read(file_name: &str, bytes: &[u8], report: &Report) -> Result<Returned, Reported> {
    let found = FORMATS.iter().find(|format| (format.begins)(bytes));
    let extension = file_name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    let named = || FORMATS.iter().find(|format| Some(format.extension) == extension.as_deref());
    match found.or_else(named) {
        Some(format) => (format.read)(file_name, bytes, report),
        None => {
            let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
            Err(report.error(
                Diagnostic::error(format!("`{file_name}` is no file with translations"))
                    .hint(crate::diagnostic::known("format", &names)),
            ))
        }
    }
}

/// The first characters of a text that are not blank.
fn start(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.trim_ascii_start()
}

fn is_po(bytes: &[u8]) -> bool {
    let start = start(bytes);
    [&b"msgid"[..], b"msgctxt", b"#"].iter().any(|word| start.starts_with(word))
}

fn is_xml(bytes: &[u8]) -> bool {
    start(bytes).starts_with(b"<")
}

fn is_nothing(_: &[u8]) -> bool {
    false
}
