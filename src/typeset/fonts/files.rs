//! Turns the files of the font folder into those that hold fonts, and says what the others are.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::load::files::files_below;

/// The endings of names of files that are meant for fonts.
const ENDINGS: [&str; 12] =
    ["ttf", "otf", "ttc", "otc", "woff", "woff2", "dfont", "pfb", "pfa", "eot", "suit", "otb"];

/// A file that can't be used.
#[derive(Debug, Clone)]
pub(super) struct OddFile {
    /// Its path in the project.
    pub(super) path: String,
    /// What is wrong: "is empty".
    pub(super) why: String,
}

impl OddFile {
    pub(super) fn new(folder: &Path, path: &Path, why: String) -> OddFile {
        let name = path.strip_prefix(folder).unwrap_or(path);
        OddFile { path: format!("fonts/{}", name.display()).replace('\\', "/"), why }
    }
}

/// Lists the files below a folder that are meant for fonts, in the order of their paths.
pub(super) fn collect(folder: &Path) -> Vec<PathBuf> {
    let files = files_below(folder, ".").into_iter();
    let paths = files.map(|(path, _)| folder.join(path.trim_start_matches("./")));
    let mut fonts: Vec<PathBuf> = paths.filter(|path| is_font(path)).collect();
    fonts.sort();
    fonts
}

/// Whether a file is meant for a font. Systems and editors leave files that begin with a dot, such as `._Name.ttf`.
fn is_font(path: &Path) -> bool {
    let text = |part: Option<&OsStr>| part.and_then(OsStr::to_str).unwrap_or_default().to_owned();
    let (name, end) = (text(path.file_name()), text(path.extension()));
    !name.starts_with('.') && ENDINGS.iter().any(|known| end.eq_ignore_ascii_case(known))
}

/// What files that hold no TrueType or OpenType font begin with.
const OTHERS: [(&[u8], &str); 9] = [
    (b"wOF2", "is a font for web pages (WOFF2)"),
    (b"wOFF", "is a font for web pages (WOFF)"),
    (b"\0\0\x01\0", "is a suitcase of old Macs (dfont)"),
    (b"%!", "is a PostScript font (Type 1)"),
    (b"\x80\x01", "is a PostScript font (Type 1)"),
    (b"PK\x03\x04", "is an archive"),
    (b"version https://git-lfs", "is a note of Git LFS in place of the file (run `git lfs pull`)"),
    (b"<", "is a web page"),
    (b"{", "is a text"),
];

/// Why a file is no font that can be used; `None` if nothing speaks against it.
pub(super) fn fault(bytes: &[u8]) -> Option<&'static str> {
    if bytes.is_empty() {
        return Some("is empty");
    }
    if let Some((_, what)) = OTHERS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Some(what);
    }
    let fonts: Vec<usize> = match bytes.first_chunk()? {
        b"\0\x01\0\0" | b"OTTO" | b"true" => vec![0],
        b"ttcf" => {
            // OpenType 1.9, "TTC header": the number of fonts at 8, and where each begins.
            let count = u32_at(bytes, 8)? as usize;
            (0..count.min(256))
                .filter_map(|font| Some(u32_at(bytes, 12 + 4 * font)? as usize))
                .collect()
        }
        _ if is_text(bytes) => return Some("is a text"),
        _ => return Some("is not a font"),
    };
    fonts.iter().any(|font| is_cut(bytes, *font).unwrap_or(true)).then_some("ends too early")
}

/// Whether a table of a font lies beyond the end of its file (OpenType 1.9, "Table directory").
fn is_cut(bytes: &[u8], font: usize) -> Option<bool> {
    let count = u16::from_be_bytes(*bytes.get(font + 4..)?.first_chunk()?);
    let tables = (0..usize::from(count)).map(|table| {
        let record = font + 12 + 16 * table;
        let (start, length) = (u32_at(bytes, record + 8)?, u32_at(bytes, record + 12)?);
        Some(start as usize + length as usize)
    });
    let ends: Option<Vec<usize>> = tables.collect();
    Some(ends?.into_iter().any(|end| end > bytes.len()))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn is_text(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(512)];
    start.iter().all(|byte| !byte.is_ascii_control() || byte.is_ascii_whitespace())
}
