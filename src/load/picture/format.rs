//! Turns the first bytes of a file into the format of a picture.

/// What the user can do about a format that is not read.
pub(super) const HINT: &str = "save the picture as SVG, PNG or JPEG";

/// A format of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Png,
    Jpeg,
    Gif,
    WebP,
    /// A drawing, compressed or not.
    Svg,
    /// One that is not read, by its name.
    Other(&'static str),
}

/// Formats by the bytes with which their files begin.
const BEGINNINGS: [(&[u8], Format); 14] = [
    (b"\x89PNG\r\n\x1a\n", Format::Png),
    (b"\xff\xd8\xff", Format::Jpeg),
    (b"GIF87a", Format::Gif),
    (b"GIF89a", Format::Gif),
    (b"\x1f\x8b", Format::Svg),
    (b"II*\0", Format::Other("a TIFF picture")),
    (b"MM\0*", Format::Other("a TIFF picture")),
    (b"BM", Format::Other("a BMP picture")),
    (b"8BPS", Format::Other("a Photoshop document")),
    (b"%PDF-", Format::Other("a PDF")),
    (b"%!PS", Format::Other("an EPS drawing")),
    (b"\0\0\0\x0cjP  ", Format::Other("a JPEG 2000 picture")),
    (b"\xff\x0a", Format::Other("a JPEG XL picture")),
    (b"\0\0\0\x0cJXL ", Format::Other("a JPEG XL picture")),
];

/// The format of a file; `None` if it is no picture that is known.
pub(super) fn detect(bytes: &[u8]) -> Option<Format> {
    let known = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    if let Some((_, format)) = known {
        return Some(*format);
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => return Some(Format::WebP),
        // ISO/IEC 23008-12 and the specification of AVIF: the brand of the file.
        (_, Some(b"ftyp"), Some(b"avif" | b"avis")) => {
            return Some(Format::Other("an AVIF picture"));
        }
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"heim" | b"heis" | b"mif1" | b"msf1")) => {
            return Some(Format::Other("a HEIC picture"));
        }
        _ => {}
    }
    is_text(bytes).then_some(Format::Svg)
}

/// Whether a file begins like XML, in UTF-8 or UTF-16.
fn is_text(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    start == Some(&b'<') || bytes.starts_with(b"\xff\xfe<\0") || bytes.starts_with(b"\xfe\xff\0<")
}
