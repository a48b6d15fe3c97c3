//! Turns an XMP metadata stream (ISO 16684-1) into its properties.

use std::collections::BTreeMap;

use roxmltree::{Document, Node, ParsingOptions};

use crate::file::text;

/// The most bytes of a packet that is read; those with previews of images in them have a few hundred thousand.
pub(super) const MOST_BYTES: usize = 8 << 20;
/// The most elements and texts of a packet.
const MOST_NODES: u32 = 400_000;
/// The most items of one property that are read.
const MOST_ITEMS: usize = 200;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Dublin Core: `title`, `creator`, `description`.
pub(crate) const DC: &str = "http://purl.org/dc/elements/1.1/";
/// Adobe PDF: `Trapped`, `Producer`, `Keywords`.
pub(crate) const PDF: &str = "http://ns.adobe.com/pdf/1.3/";
/// XMP basic: `CreateDate`, `ModifyDate`, `MetadataDate`, `CreatorTool`.
pub(crate) const XMP: &str = "http://ns.adobe.com/xap/1.0/";
/// XMP media management: `DocumentID`, `VersionID`, `RenditionClass`.
pub(crate) const XMP_MM: &str = "http://ns.adobe.com/xap/1.0/mm/";
/// Identification of PDF/X from X-4 on.
pub(crate) const PDFX_ID: &str = "http://www.npes.org/pdfx/ns/id/";
/// What Info says of PDF/X, once more.
pub(crate) const PDFX: &str = "http://ns.adobe.com/pdfx/1.3/";
/// Identification of PDF/A.
pub(crate) const PDFA_ID: &str = "http://www.aiim.org/pdfa/ns/id/";
/// Identification of PDF/UA.
pub(crate) const PDFUA_ID: &str = "http://www.aiim.org/pdfua/ns/id/";
/// Identification of PDF/VT.
pub(crate) const PDFVT_ID: &str = "http://www.npes.org/pdfvt/ns/id/";

/// The properties of a packet, by namespace and name, each with its items; `x-default` first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Xmp {
    properties: BTreeMap<(String, String), Vec<String>>,
    /// The prefixes of the namespaces of PDF/UA.
    prefixes: BTreeMap<String, String>,
}

impl Xmp {
    /// Reads a packet, with its wrapper or without; `Err` tells in lower case what is wrong.
    pub(crate) fn read(bytes: &[u8]) -> Result<Xmp, String> {
        if bytes.len() > MOST_BYTES {
            return Err(format!("the packet has more than {} MB", MOST_BYTES >> 20));
        }
        let packet = decoded(bytes)?;
        let packet = packet
            .trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '\0' | '\u{feff}'));
        if packet.is_empty() {
            return Err("the packet is empty".to_owned());
        }
        let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let document =
            Document::parse_with_options(packet, options).map_err(|error| error.to_string())?;
        let root = document.descendants().find(|node| node.has_tag_name((RDF, "RDF")));
        let root = root.ok_or("the packet holds no `rdf:RDF`")?;
        let mut xmp = Xmp::default();
        for node in document.descendants() {
            for namespace in node.namespaces().filter(|namespace| namespace.uri() == PDFUA_ID) {
                if let Some(prefix) = namespace.name() {
                    xmp.prefixes.insert(PDFUA_ID.to_owned(), prefix.to_owned());
                }
            }
        }
        for description in root.children().filter(|node| node.has_tag_name((RDF, "Description"))) {
            xmp.add(description);
        }
        Ok(xmp)
    }

    fn add(&mut self, description: Node<'_, '_>) {
        for attribute in description.attributes() {
            if let Some(namespace) =
                attribute.namespace().filter(|space| *space != RDF && *space != XML)
            {
                self.insert(namespace, attribute.name(), vec![attribute.value().to_owned()]);
            }
        }
        for property in description.children().filter(Node::is_element) {
            if let Some(namespace) = property.tag_name().namespace() {
                self.insert(namespace, property.tag_name().name(), items(property));
            }
        }
    }

    /// The prefix under which a namespace is declared.
    pub(crate) fn prefix(&self, namespace: &str) -> Option<&str> {
        self.prefixes.get(namespace).map(String::as_str)
    }

    fn insert(&mut self, namespace: &str, name: &str, items: Vec<String>) {
        self.properties.entry((namespace.to_owned(), name.to_owned())).or_insert(items);
    }

    /// The items of a property; empty if it is not there.
    pub(crate) fn items(&self, namespace: &str, name: &str) -> &[String] {
        let key = (namespace.to_owned(), name.to_owned());
        self.properties.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The first item of a property, without white space around it; `None` if it is not there or empty.
    pub(crate) fn get(&self, namespace: &str, name: &str) -> Option<&str> {
        let item = self.items(namespace, name).first()?.trim();
        (!item.is_empty()).then_some(item)
    }
}

/// The values of a property: those of its list, that of the default language first, or else its own text.
fn items(property: Node<'_, '_>) -> Vec<String> {
    let is_list = |node: &Node<'_, '_>| {
        ["Alt", "Bag", "Seq"].iter().any(|list| node.has_tag_name((RDF, *list)))
    };
    let Some(list) = property.children().find(is_list) else {
        return vec![words(property)];
    };
    let mut items = Vec::new();
    for item in list.children().filter(|node| node.has_tag_name((RDF, "li"))).take(MOST_ITEMS) {
        if item.attribute((XML, "lang")) == Some("x-default") {
            items.insert(0, words(item));
        } else {
            items.push(words(item));
        }
    }
    items
}

/// The text of an element itself.
fn words(node: Node<'_, '_>) -> String {
    node.children().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// A text in UTF-32.
fn wide(bytes: &[u8], read: fn([u8; 4]) -> u32) -> Result<String, String> {
    let units = bytes.chunks_exact(4).map(|unit| read([unit[0], unit[1], unit[2], unit[3]]));
    let letters = units.enumerate().map(|(index, unit)| {
        char::from_u32(unit).ok_or_else(|| format!("byte {} is no UTF-32", index * 4))
    });
    letters.collect()
}

/// The packet as text: UTF-8, UTF-16 or UTF-32.
fn decoded(bytes: &[u8]) -> Result<String, String> {
    match bytes {
        // UTF-32 and UTF-16, with their marks, or known by the first bytes of `<` (XML 1.0, annex F).
        [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, b'<', ..] => wide(bytes, u32::from_be_bytes),
        [0xff, 0xfe, 0, 0, ..] | [b'<', 0, 0, 0, ..] => wide(bytes, u32::from_le_bytes),
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] => Ok(text(bytes)),
        [0, b'<', ..] => Ok(text(&[&[0xfe, 0xff], bytes].concat())),
        [b'<', 0, ..] => Ok(text(&[&[0xff, 0xfe], bytes].concat())),
        _ => String::from_utf8(bytes.to_vec())
            .map_err(|error| format!("byte {} is no UTF-8", error.utf8_error().valid_up_to())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, proptest};

    use super::{DC, PDF, PDFA_ID, PDFX_ID, XMP, Xmp};

    const PACKET: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped> False </pdf:Trapped>
<dc:title><rdf:Alt><rdf:li xml:lang="de">Wahl</rdf:li><rdf:li xml:lang="x-default">Vote &amp; more</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"#;

    #[test]
    fn properties_are_found_as_attributes_elements_and_lists() {
        let xmp = Xmp::read(PACKET.as_bytes()).unwrap();
        assert_eq!(xmp.get(PDFA_ID, "part"), Some("2"));
        assert_eq!(xmp.get(PDFX_ID, "GTS_PDFXVersion"), Some("PDF/X-4"));
        assert_eq!(xmp.get(PDF, "Trapped"), Some("False"));
        assert_eq!(xmp.items(DC, "title"), ["Vote & more", "Wahl"]);
        assert_eq!(xmp.get(XMP, "CreateDate"), None);
    }

    #[test]
    fn a_packet_needs_no_wrapper_and_may_be_utf_16_or_utf_32() {
        let bare = &PACKET[PACKET.find("<x:").unwrap()..PACKET.find("<?xpacket end").unwrap()];
        let wide: Vec<u8> =
            format!("\u{feff}{bare}").encode_utf16().flat_map(u16::to_be_bytes).collect();
        let own = Xmp::read(bare.as_bytes()).unwrap();
        assert_eq!(own, Xmp::read(&wide).unwrap());
        assert_eq!(own, Xmp::read(&wide[2..]).unwrap());
        let little: Vec<u8> = bare.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(own, Xmp::read(&little).unwrap());
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}{bare}");
            let big: Vec<u8> =
                text.chars().flat_map(|sign| u32::from(sign).to_be_bytes()).collect();
            let little: Vec<u8> =
                text.chars().flat_map(|sign| u32::from(sign).to_le_bytes()).collect();
            assert_eq!((&own, &own), (&Xmp::read(&big).unwrap(), &Xmp::read(&little).unwrap()));
        }
    }

    #[test]
    fn what_is_no_packet_says_why() {
        assert_eq!(Xmp::read(b" \0").unwrap_err(), "the packet is empty");
        assert_eq!(Xmp::read(b"<x/>").unwrap_err(), "the packet holds no `rdf:RDF`");
        assert_eq!(Xmp::read(b"<x>\xff</x>").unwrap_err(), "byte 3 is no UTF-8");
        assert!(Xmp::read(b"<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>").is_err());
    }

    #[test]
    fn elements_in_elements_without_end_do_not_stop_it() {
        let deep = "<a>".repeat(100_000);
        assert!(Xmp::read(deep.as_bytes()).is_err());
        let closed = format!("{deep}{}", "</a>".repeat(100_000));
        assert_eq!(Xmp::read(closed.as_bytes()).unwrap_err(), "the packet holds no `rdf:RDF`");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn changed_bytes_never_stop_it(changes in proptest::collection::vec((any::<u16>(), any::<u8>()), 1..8)) {
            let mut bytes = PACKET.as_bytes().to_vec();
            for (at, byte) in changes {
                let at = usize::from(at) % bytes.len();
                bytes[at] = byte;
            }
            let _ = Xmp::read(&bytes);
        }
    }
}
