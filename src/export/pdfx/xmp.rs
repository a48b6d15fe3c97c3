//! Writes the XMP packet of a PDF/X-4 file.

/// The programs that made the file.
pub(super) const PRODUCER: &str = "feuillet, Typst";

/// What a file says about itself.
pub(super) struct Metadata<'a> {
    /// The title.
    pub(super) title: &'a str,
    /// The date of the release, in ISO 8601.
    pub(super) date: &'a str,
    /// The identifier of the document.
    pub(super) document: &'a [u8; 16],
    /// The identifier of this version of it.
    pub(super) instance: &'a [u8; 16],
}

/// Writes the packet (ISO 16684-1). It is never compressed, so that any program can read it.
pub(super) fn packet(metadata: &Metadata<'_>) -> String {
    let title = escaped(metadata.title);
    let (date, producer) = (metadata.date, PRODUCER);
    let (document, instance) = (uuid(metadata.document), uuid(metadata.instance));
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>feuillet</xmp:CreatorTool>
<xmpMM:DocumentID>{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        mark = '\u{feff}',
    )
}

fn uuid(bytes: &[u8; 16]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let [a, b, c, d, e] = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    format!("uuid:{a}-{b}-{c}-{d}-{e}")
}

/// Escapes a text for XML, without the characters that XML does not allow.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Metadata, packet};

    #[test]
    fn packet_is_xml_whatever_the_title() {
        let metadata = Metadata {
            title: "Droits & <b>\u{1}«violences»\n",
            date: "2026-07-01T00:00:00Z",
            document: &[1; 16],
            instance: &[0xab; 16],
        };
        let packet = packet(&metadata);
        let tree = roxmltree::Document::parse(packet.trim_start_matches('\u{feff}')).unwrap();
        let text = |name: &str| {
            let element = tree.descendants().find(|node| node.tag_name().name() == name).unwrap();
            element.text().unwrap().to_owned()
        };
        assert_eq!(text("li"), "Droits & <b>«violences» ");
        assert_eq!(text("GTS_PDFXVersion"), "PDF/X-4");
        assert_eq!(text("Trapped"), "False");
        assert_eq!(text("DocumentID"), "uuid:01010101-0101-0101-0101-010101010101");
        assert_eq!(text("InstanceID"), "uuid:abababab-abab-abab-abab-abababababab");
    }
}
