//! Opens the archive that a workbook is, and refuses what is none, or would fill the memory.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::exchange::xlsx::struck::{Malformed, shared_texts, struck_styles, struck_texts};

/// How large the parts of a workbook may be together when they are unpacked, in bytes: some thousand times what texts need.
const MOST_UNPACKED: u64 = 100 << 20;

/// How many parts a workbook may have.
const MOST_PARTS: usize = 2000;

/// What the program reads of a workbook besides its cells.
#[derive(Debug, Default)]
pub(super) struct Package {
    /// The properties that no sheet shows, with their names.
    pub(super) properties: Vec<(String, String)>,
    /// Texts of which some words are bold, italic or underlined, each in the form of [`letters_of`].
    formatted: BTreeSet<String>,
    /// Texts of which some words are struck out.
    struck: BTreeSet<String>,
}

/// Why a file is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unreadable {
    /// What it is, or what is wrong with it.
    pub(super) what: String,
    /// What to do.
    pub(super) hint: &'static str,
}

/// What to do with files of other programs.
const SAVE_AS: &str = "open it, and save it as an Excel workbook (.xlsx)";

/// What to do with a damaged file.
const SEND_AGAIN: &str = "ask for the file again: it may have been cut off on its way";

/// Whether a file begins as an archive does.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether a file begins as old Excel files do, and those with a password.
pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}

impl Package {
    /// Opens a workbook.
    ///
    /// # Errors
    ///
    /// Fails if it is something else, is damaged, or is too large.
    pub(super) fn open(bytes: &[u8]) -> Result<Package, Unreadable> {
        let unreadable = |what: &str, hint| Unreadable { what: what.to_owned(), hint };
        if is_compound(bytes) {
            return Err(unreadable(
                "an old Excel file (.xls), or one with a password",
                "open it, take the password away, and save it as an Excel workbook (.xlsx)",
            ));
        }
        if !is_archive(bytes) {
            return Err(unreadable("no Excel workbook (.xlsx)", SAVE_AS));
        }
        let damaged = || unreadable("damaged or not whole", SEND_AGAIN);
        let large = || {
            unreadable(
                "far too large for a sheet with texts",
                "delete pictures and other sheets in it",
            )
        };
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        if archive.len() > MOST_PARTS {
            return Err(large());
        }
        let mut package = Package::default();
        let (mut has_workbook, mut left) = (false, MOST_UNPACKED);
        for index in 0..archive.len() {
            let part = archive.by_index(index).map_err(|_| damaged())?;
            let name = part.name().map_err(|_| damaged())?.to_ascii_lowercase();
            // What it says of its size, and then what it is.
            if part.size() > left {
                return Err(large());
            }
            let mut content = Vec::new();
            part.take(left + 1).read_to_end(&mut content).map_err(|_| damaged())?;
            left = left.checked_sub(content.len() as u64).ok_or_else(large)?;
            if name == "mimetype" && content.starts_with(b"application/vnd.oasis") {
                return Err(unreadable("a file of LibreOffice (.ods)", SAVE_AS));
            }
            if name.ends_with("workbook.bin") {
                return Err(unreadable("a binary workbook (.xlsb)", SAVE_AS));
            }
            has_workbook |= name.ends_with("workbook.xml");
            if name == "docprops/custom.xml" {
                package.properties = properties(&content).map_err(|_| damaged())?;
            } else if name.ends_with("sharedstrings.xml")
                || name.contains("worksheets/") && name.ends_with(".xml")
            {
                package.scan(&content).map_err(|_| damaged())?;
            }
        }
        package.scan_styles(&mut archive).map_err(|_| damaged())?;
        if has_workbook {
            Ok(package)
        } else {
            Err(unreadable("no Excel workbook (.xlsx)", SAVE_AS))
        }
    }

    /// Finds the texts of cells that are struck out as a whole.
    fn scan_styles(&mut self, archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Malformed> {
        let Some(styles) = parts(archive, |name| name.ends_with("/styles.xml"))?.pop() else {
            return Ok(());
        };
        let styles = struck_styles(&styles)?;
        if !styles.contains(&true) {
            return Ok(());
        }
        let shared = parts(archive, |name| name.ends_with("sharedstrings.xml"))?.pop();
        let shared = shared.map(|xml| shared_texts(&xml)).transpose()?.unwrap_or_default();
        let is_sheet = |name: &str| name.contains("worksheets/") && name.ends_with(".xml");
        for sheet in parts(archive, is_sheet)? {
            let texts = struck_texts(&sheet, &styles, &shared)?;
            self.struck.extend(texts.iter().map(|text| letters_of(text)));
        }
        self.struck.remove("");
        Ok(())
    }

    /// The value of a property.
    pub(super) fn property(&self, name: &str) -> Option<&str> {
        let mut found = self.properties.iter().filter(|(own, _)| own == name);
        found.next().map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether some words of a text are struck out.
    pub(super) fn is_struck(&self, text: &str) -> bool {
        !self.struck.is_empty() && self.struck.contains(&letters_of(text))
    }

    /// Whether some words of a text are bold, italic or underlined.
    pub(super) fn is_formatted(&self, text: &str) -> bool {
        !self.formatted.is_empty() && self.formatted.contains(&letters_of(text))
    }

    /// Finds texts with formatted words, and refuses a table of texts that claims to be larger than its file.
    fn scan(&mut self, xml: &[u8]) -> Result<(), Malformed> {
        let mut reader = Reader::from_reader(xml);
        let (mut is_in_properties, mut is_formatted, mut is_struck) = (false, false, false);
        let mut text = String::new();
        let mut depth = 0_usize;
        loop {
            let event = reader.read_event()?;
            match &event {
                Event::Start(tag) | Event::Empty(tag) => {
                    let name = tag.local_name();
                    let name: &str = name.as_ref();
                    let value = |wanted: &str| -> Option<String> {
                        let mut attributes = tag.attributes().filter_map(Result::ok);
                        let found =
                            attributes.find(|own| own.key.local_name().as_ref() == wanted)?;
                        Some(found.value.trim().to_owned())
                    };
                    match name {
                        "sst" => {
                            let count =
                                value("uniqueCount").and_then(|count| count.parse::<usize>().ok());
                            if count.is_some_and(|count| count > xml.len()) {
                                return Err(Malformed);
                            }
                        }
                        "si" | "is" => {
                            text.clear();
                            (is_formatted, is_struck) = (false, false);
                        }
                        "rPr" => is_in_properties = matches!(event, Event::Start(_)),
                        "b" | "i" | "u" if is_in_properties => {
                            let value = value("val");
                            is_formatted |=
                                !matches!(value.as_deref(), Some("0" | "false" | "none"));
                        }
                        "strike" if is_in_properties => {
                            is_struck |= !matches!(value("val").as_deref(), Some("0" | "false"));
                        }
                        _ => {}
                    }
                    depth += usize::from(matches!(event, Event::Start(_)));
                }
                Event::End(tag) => {
                    depth = depth.checked_sub(1).ok_or(Malformed)?;
                    let name = tag.local_name();
                    match name.as_ref() {
                        "rPr" => is_in_properties = false,
                        "si" | "is" => {
                            if is_formatted {
                                self.formatted.insert(letters_of(&text));
                            }
                            if is_struck {
                                self.struck.insert(letters_of(&text));
                            }
                        }
                        _ => {}
                    }
                }
                Event::Text(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(part) => text.extend(part.resolve_char_ref().ok().flatten()),
                // A cut file ends within its elements.
                Event::Eof if depth > 0 => return Err(Malformed),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

/// The parts of an archive, by their names in small letters, whose size has been looked at.
fn parts(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<Vec<Vec<u8>>, Malformed> {
    let mut found = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| Malformed)?;
        if is_wanted(&part.name().map_err(|_| Malformed)?.to_ascii_lowercase()) {
            let mut content = Vec::new();
            part.read_to_end(&mut content).map_err(|_| Malformed)?;
            found.push(content);
        }
    }
    Ok(found)
}

/// The letters and figures of a text: what is the same however its other characters are written in XML.
fn letters_of(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The properties of a file that no sheet shows, with their names.
fn properties(xml: &[u8]) -> Result<Vec<(String, String)>, Malformed> {
    let mut reader = Reader::from_reader(xml);
    let mut properties: Vec<(String, String)> = Vec::new();
    let mut is_inside = false;
    loop {
        match reader.read_event()? {
            Event::Start(tag) if tag.local_name().as_ref() == "property" => {
                let mut attributes = tag.attributes().filter_map(Result::ok);
                let name = attributes.find(|own| own.key.local_name().as_ref() == "name");
                properties.push((
                    name.map(|name| name.value.to_string()).unwrap_or_default(),
                    String::new(),
                ));
                is_inside = true;
            }
            Event::End(tag) if tag.local_name().as_ref() == "property" => is_inside = false,
            Event::Text(text) if is_inside => {
                if let Some((_, value)) = properties.last_mut() {
                    value.push_str(&text.xml10_content());
                }
            }
            Event::Eof => return Ok(properties),
            _ => {}
        }
    }
}
