//! Turns page contents or a stream into a file of one page that uses it.

/// What the pages have at hand, from object 5 on.
const RESOURCES: &str = "/Font << /F1 5 0 R /F2 6 0 R /F3 7 0 R >> /XObject << /Fm 8 0 R /Im 9 0 R >> \
     /ExtGState << /G1 << /ca 0.5 /CA 0.5 /BM /Multiply /OP true /op true /OPM 1 >> /G2 << /SMask << /S /Luminosity /G 8 0 R >> >> \
     /G3 << /SMask /None /D [[3 2] 0] /LW 3 /Font [5 0 R 9] >> >> \
     /ColorSpace << /C1 [/Separation /Gold /DeviceCMYK 10 0 R] /C2 [/Indexed /DeviceRGB 1 <ff00ff00ff00>] \
     /C3 [/Lab << /WhitePoint [0.9 1 0.8] >>] /C4 [/Pattern /DeviceRGB] \
     /C5 [/DeviceN [/Cyan /Spot] /DeviceCMYK << /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1] >>] >> \
     /Pattern << /P1 11 0 R /P2 << /PatternType 2 /Shading 12 0 R /Matrix [9 1 2 9 0 0] >> >> \
     /Shading << /S1 12 0 R /S2 << /ShadingType 3 /ColorSpace /DeviceCMYK /Coords [10 10 0 90 90 50] /Function 10 0 R \
     /Extend [true true] >> >> /Properties << /M1 << /MCID 1 >> >>";

/// Those objects.
const OBJECTS: [&str; 8] = [
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] /CharProcs << /a 8 0 R >> \
     /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype \
     /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> \
     /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 >> >>] >>",
    "<< /Type /XObject /Subtype /Form /BBox [0 0 90 90] /Group << /S /Transparency /CS /DeviceCMYK /I true >> /Length 37 >>\n\
     stream\n0.5 g 0 0 9 9 re f 1 0 0 rg 3 3 m 9 9 l\nendstream",
    "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 4 >>\n\
     stream\nabcd\nendstream",
    "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0.5 0] /N 1.5 >>",
    "<< /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 10 /YStep 10 /Resources << >> /Length 17 >>\n\
     stream\n0 0 5 5 re f 9 w \nendstream",
    "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 90 90] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 1] \
     /C1 [1 0 0] /N 1 >> >>",
];

/// What the contents of the other pages show.
const SHOWN: &str = "/C cs /C CS 0.5 0.2 0.1 0.3 scn 0 0 40 40 re f /P scn 0 0 50 50 re f /S sh q 90 0 0 90 0 0 cm /Im Do Q \
     /Fm Do BT /F 20 Tf 10 10 Td (abc \\001\\002AB) Tj <004100420001> Tj ET";

/// How the stream, object 5, is used.
enum Use {
    /// As the program of a simple font of this subtype, under this key.
    Simple(&'static str, &'static str),
    /// As the program of a descendant of this subtype, under this key.
    Descendant(&'static str, &'static str),
    /// As this resource.
    Resource(&'static str),
}

/// The ways to use a stream, each with the entries that it has beside those that are given.
const USES: [(Use, &str); 25] = [
    (Use::Simple("Type1", "FontFile"), ""),
    (Use::Simple("TrueType", "FontFile2"), ""),
    (Use::Simple("Type1", "FontFile3"), "/Subtype /Type1C"),
    (Use::Simple("TrueType", "FontFile3"), "/Subtype /OpenType"),
    (Use::Descendant("CIDFontType2", "FontFile2"), ""),
    (Use::Descendant("CIDFontType0", "FontFile3"), "/Subtype /CIDFontType0C"),
    (PICTURE, "/Filter /DCTDecode /ColorSpace /DeviceCMYK"),
    (PICTURE, "/Filter /JPXDecode"),
    (PICTURE, "/Filter /JBIG2Decode /ColorSpace /DeviceGray"),
    (
        PICTURE,
        "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >> /ColorSpace /DeviceGray",
    ),
    (
        PICTURE,
        "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 64 >> /ColorSpace /DeviceRGB",
    ),
    (PICTURE, "/Filter [/ASCII85Decode /LZWDecode] /ColorSpace /DeviceGray"),
    (
        PICTURE,
        "/Filter [/ASCIIHexDecode /RunLengthDecode] /ColorSpace [/Indexed /DeviceRGB 255 5 0 R]",
    ),
    (Use::Resource("/ColorSpace << /C [/ICCBased 5 0 R] >>"), "/N 4"),
    (Use::Resource("/ColorSpace << /C [/ICCBased 5 0 R] >>"), "/N 3"),
    (TINT, "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1 0 1]"),
    (TINT, "/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1 0 1] /Size [4] /BitsPerSample 8"),
    (MESH, "/ShadingType 4 /BitsPerFlag 8"),
    (MESH, "/ShadingType 5 /VerticesPerRow 3"),
    (MESH, "/ShadingType 6 /BitsPerFlag 8"),
    (MESH, "/ShadingType 7 /BitsPerFlag 8"),
    (
        Use::Resource(
            "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >> >>",
        ),
        "",
    ),
    (
        Use::Resource(
            "/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 5 0 R /DescendantFonts [<< /Type /Font \
             /Subtype /CIDFontType2 /BaseFont /A >>] >> >>",
        ),
        "/Type /CMap /CMapName /A",
    ),
    (
        Use::Resource("/XObject << /Fm 5 0 R >>"),
        "/Subtype /Form /BBox [0 0 99 99] /Group << /S /Transparency >> /Resources << /XObject << /X 5 0 R >> >>",
    ),
    (
        Use::Resource("/Pattern << /P 5 0 R >> /ColorSpace << /C /Pattern >>"),
        "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 10 /YStep 10 /Resources << >>",
    ),
];

const PICTURE: Use = Use::Resource("/XObject << /Im 5 0 R >>");
const TINT: Use = Use::Resource("/ColorSpace << /C [/Separation /Gold /DeviceCMYK 5 0 R] >>");
const MESH: Use = Use::Resource("/Shading << /S 5 0 R >>");

/// Entries of all streams that are no trouble where they are not used.
const COMMON: &str =
    "/Width 64 /Height 64 /BitsPerComponent 8 /BitsPerCoordinate 8 /Decode [0 99 0 99 0 1 0 1 0 1]";

/// A file of one page with these contents, and with fonts, forms, pictures, patterns and colours at hand.
#[must_use]
pub fn with_contents(contents: &[u8]) -> Vec<u8> {
    let others: Vec<Vec<u8>> = OBJECTS.iter().map(|object| object.as_bytes().to_vec()).collect();
    file(RESOURCES, contents, &others)
}

/// A file of one page that uses a stream in the way that `choice` chooses; its bytes stand behind a first line with entries
/// of its dictionary.
#[must_use]
pub fn with_stream(choice: u8, given: &[u8]) -> Vec<u8> {
    let (entries, bytes) = match given.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&given[..end], &given[end + 1..]),
        None => (&given[..0], given),
    };
    let (how, own) = &USES[usize::from(choice) % USES.len()];
    let picture = if own.contains("/Filter") { "/Type /XObject /Subtype /Image" } else { "" };
    let mesh = if own.contains("/ShadingType") { "/ColorSpace /DeviceRGB" } else { "" };
    // The first of two entries with a key counts, or the last: what is given stands on both sides.
    let mut object = b"<< ".to_vec();
    for part in
        [entries, own.as_bytes(), picture.as_bytes(), mesh.as_bytes(), COMMON.as_bytes(), entries]
    {
        object.extend(part);
        object.push(b' ');
    }
    object.extend(stream(bytes));
    let descriptor = |key: &str| {
        format!("/FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /{key} 5 0 R >>")
    };
    let resources = match how {
        Use::Simple(subtype, key) => format!(
            "/Font << /F << /Type /Font /Subtype /{subtype} /BaseFont /A /FirstChar 65 /LastChar 66 /Widths [500 600] {} >> >>",
            descriptor(key)
        ),
        Use::Descendant(subtype, key) => format!(
            "/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font \
             /Subtype /{subtype} /BaseFont /A /W [65 [500 600]] /CIDToGIDMap /Identity {} >>] >> >>",
            descriptor(key)
        ),
        Use::Resource(resource) => (*resource).to_owned(),
    };
    file(&resources, SHOWN.as_bytes(), &[object])
}

/// The rest of a stream behind the entries of its dictionary.
fn stream(bytes: &[u8]) -> Vec<u8> {
    let mut stream = format!("/Length {} >>\nstream\n", bytes.len()).into_bytes();
    stream.extend(bytes);
    stream.extend(b"\nendstream");
    stream
}

/// A file of one page; `others` are its objects from 5 on.
fn file(resources: &str, contents: &[u8], others: &[Vec<u8>]) -> Vec<u8> {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /TrimBox [9 9 91 91] /Contents 4 0 R /Resources << {resources} >> >>"
    );
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        [b"<< ".to_vec(), stream(contents)].concat(),
    ];
    objects.extend_from_slice(others);
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(file.len());
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let (start, size) = (file.len(), places.len() + 1);
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let trailer = format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.extend(trailer.bytes());
    file
}
