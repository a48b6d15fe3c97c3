//! Finds cells that are struck out as a whole: by their style, not by words within them.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A part is not what its format says.
#[derive(Debug)]
pub(super) struct Malformed;

impl From<quick_xml::Error> for Malformed {
    fn from(_: quick_xml::Error) -> Malformed {
        Malformed
    }
}

/// The value of an attribute.
fn value(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut attributes = tag.attributes().filter_map(Result::ok);
    let found = attributes.find(|own| own.key.local_name().as_ref() == wanted)?;
    Some(found.value.trim().to_owned())
}

/// Which styles of cells strike their text out, by their number, as `xl/styles.xml` says.
pub(super) fn struck_styles(xml: &[u8]) -> Result<Vec<bool>, Malformed> {
    let mut reader = Reader::from_reader(xml);
    let (mut fonts, mut styles) = (Vec::new(), Vec::new());
    let (mut is_in_fonts, mut is_in_styles) = (false, false);
    loop {
        match reader.read_event()? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "fonts" => is_in_fonts = true,
                "cellXfs" => is_in_styles = true,
                "font" if is_in_fonts => fonts.push(false),
                "strike" if is_in_fonts => {
                    if let Some(last) = fonts.last_mut() {
                        *last = !matches!(value(&tag, "val").as_deref(), Some("0" | "false"));
                    }
                }
                "xf" if is_in_styles => {
                    let font = value(&tag, "fontId").and_then(|id| id.parse::<usize>().ok());
                    let font = font.and_then(|id| fonts.get(id));
                    styles.push(font.copied().unwrap_or_default());
                }
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "fonts" => is_in_fonts = false,
                "cellXfs" => is_in_styles = false,
                _ => {}
            },
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}

/// The texts that sheets share, in their order.
pub(super) fn shared_texts(xml: &[u8]) -> Result<Vec<String>, Malformed> {
    let mut reader = Reader::from_reader(xml);
    let mut texts: Vec<String> = Vec::new();
    let mut is_in_text = false;
    loop {
        match reader.read_event()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "si" => texts.push(String::new()),
                "t" => is_in_text = true,
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => texts.push(String::new()),
            Event::End(tag) if tag.local_name().as_ref() == "t" => is_in_text = false,
            Event::Eof => return Ok(texts),
            event => push_text(&event, is_in_text, texts.last_mut()),
        }
    }
}

/// The texts of the cells of a sheet that have one of the struck styles.
pub(super) fn struck_texts(
    xml: &[u8],
    struck: &[bool],
    shared: &[String],
) -> Result<Vec<String>, Malformed> {
    let mut reader = Reader::from_reader(xml);
    let mut texts: Vec<String> = Vec::new();
    let (mut is_struck, mut is_shared, mut is_in_text) = (false, false, false);
    loop {
        match reader.read_event()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "c" => {
                    let style = value(&tag, "s").and_then(|style| style.parse::<usize>().ok());
                    is_struck = struck.get(style.unwrap_or_default()).copied().unwrap_or_default();
                    is_shared = value(&tag, "t").as_deref() == Some("s");
                    if is_struck {
                        texts.push(String::new());
                    }
                }
                "v" | "t" => is_in_text = is_struck,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" | "t" => is_in_text = false,
                "c" if is_struck && is_shared => {
                    if let Some(last) = texts.last_mut() {
                        let index = last.trim().parse::<usize>().ok();
                        *last = index.and_then(|at| shared.get(at)).cloned().unwrap_or_default();
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok(texts),
            event => push_text(&event, is_in_text, texts.last_mut()),
        }
    }
}

/// Adds what an event says to a text.
fn push_text(event: &Event<'_>, is_in_text: bool, text: Option<&mut String>) {
    let Some(text) = text.filter(|_| is_in_text) else { return };
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(part) => text.extend(part.resolve_char_ref().ok().flatten()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{Format, Workbook};

    use crate::diagnostic::Report;
    use crate::exchange::xlsx::read;

    #[test]
    fn a_cell_that_is_struck_out_is_refused_whole_or_in_part() {
        let struck = Format::new().set_font_strikethrough();
        let (plain, bold) = (Format::new(), Format::new().set_bold());
        for is_whole in [true, false] {
            let mut workbook = Workbook::new();
            let sheet = workbook.add_worksheet();
            for (column, head) in [(0, "Id (note)"), (1, "Source (fr)"), (2, "Translation (ar)")] {
                sheet.write_string(0, column, head).unwrap();
            }
            for (row, id, text) in [(1, "a", "Old & gone"), (2, "b", "Kept")] {
                sheet.write_string(row, 0, id).unwrap();
                sheet.write_string_with_format(row, 1, "Source", &bold).unwrap();
                sheet.write_string(row, 2, text).unwrap();
            }
            if is_whole {
                sheet.write_string_with_format(1, 2, "Old & gone", &struck).unwrap();
            } else {
                let parts = [(&plain, "Old & "), (&struck, "gone")];
                sheet.write_rich_string(1, 2, &parts).unwrap();
            }
            let report = Report::new();
            let read = read("a.xlsx", &workbook.save_to_buffer().unwrap(), &report).unwrap();
            assert_eq!(read.units.len(), 2);
            let errors: Vec<_> = report
                .into_sorted()
                .into_iter()
                .filter(crate::diagnostic::Diagnostic::is_error)
                .collect();
            assert_eq!(errors.len(), 1, "{errors:?}");
            let place = errors[0].span.as_ref().unwrap().file.path.clone();
            assert!(place.ends_with("C2"), "{place}");
        }
    }
}
