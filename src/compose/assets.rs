//! Turns names of icons and addresses into the SVG files that the templates read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::load::icons::icon;

/// The files of icons, by path.
pub(super) fn icon_files(names: &BTreeSet<String>) -> BTreeMap<String, Vec<u8>> {
    let files = names.iter().filter_map(|name| {
        let source = icon(name)?;
        Some((format!("icons/{name}.svg"), source.as_bytes().to_vec()))
    });
    files.collect()
}

/// The icons that a template needs, which it lists in a line `// icons: info, warning`.
pub(super) fn template_icons(template: &str) -> Vec<String> {
    let listed = template.lines().filter_map(|line| line.strip_prefix("// icons:"));
    listed.flat_map(|names| names.split(',')).map(|name| name.trim().to_owned()).collect()
}

/// A QR code as an SVG of one path, black on nothing, with the quiet zone of four modules (ISO/IEC 18004, 6.3.8).
pub(super) fn qr_svg(address: &str) -> String {
    const QUIET: i32 = 4;
    // A web address of a fact is far below the 2,331 bytes that fit; an empty code would be seen by every reader.
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else { return String::new() };
    let size = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let _ = write!(
                    path,
                    "M{} {}h{}v1h-{}z",
                    start + QUIET,
                    y + QUIET,
                    x - start,
                    x - start
                );
            }
            x += 1;
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" fill=\"currentColor\"><path d=\"{path}\"/></svg>"
    )
}
