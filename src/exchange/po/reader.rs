//! Turns a PO file that came back into its texts.

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::exchange::po::{BROCHURE, LANGUAGE, NUMBER, SOURCE_LANGUAGE, entries};
use crate::exchange::returned::utf8;
use crate::exchange::{Place, Returned, ReturnedUnit};
use crate::language::Tag;

/// Reads a PO file; all faults are in the report. What it says of the state of a text is not believed.
///
/// # Errors
///
/// Fails if the file is not in UTF-8, or not whole.
pub(crate) fn read(file_name: &str, bytes: &[u8], report: &Report) -> Result<Returned, Reported> {
    let file = utf8(file_name, bytes, report)?;
    let entries = entries::read(&file, report)?;
    let mut returned = Returned::default();
    let mut number = None;
    for entry in entries {
        let place = Place::in_text(&file, entry.range.clone());
        let (source, target) = (entry.source.unwrap_or_default(), entry.target.unwrap_or_default());
        match entry.context {
            None if source.is_empty() => {
                read_header(&target, &place, &mut returned, report);
                let line = target.lines().find_map(|line| line.strip_prefix(NUMBER));
                let value = line.and_then(|line| line.strip_prefix(':')?.trim().parse().ok());
                number = value.map(|value: usize| (value, place));
            }
            None => report.add(
                Diagnostic::error("this entry does not say which text it is: it lacks `msgctxt`")
                    .at(place.span())
                    .hint("take the file that was exported, and leave its `msgctxt` lines"),
            ),
            Some(id) => returned.units.push(ReturnedUnit {
                id,
                source: Some(source),
                target,
                comment: entry.comment.join("\n"),
                place,
            }),
        }
    }
    if returned.units.is_empty() && !report.has_errors() {
        return Err(report.error(
            Diagnostic::error(format!("`{file_name}` has no texts"))
                .hint("if nobody took them out, it was cut off: ask for it again"),
        ));
    }
    if let Some((number, place)) = number.filter(|(number, _)| returned.units.len() < *number) {
        let has = returned.units.len();
        report.add(
            Diagnostic::error(format!(
                "this file has {has} of the {number} texts it was made with"
            ))
            .at(place.span())
            .hint("it may have been cut off: ask for it again")
            .hint(format!("if somebody took texts out, delete the line `{NUMBER}` of its header")),
        );
    }
    Ok(returned)
}

/// Reads the header: the brochure, and the languages.
fn read_header(header: &str, place: &Place, returned: &mut Returned, report: &Report) {
    let entry = |name: &str| {
        let lines = header.lines().filter_map(|line| line.split_once(':'));
        let mut values = lines.filter(|(key, _)| key.trim().eq_ignore_ascii_case(name));
        values.next().map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let charset = entry("Content-Type").and_then(|value| {
        let (_, charset) = value.split_once("charset=")?;
        Some(charset.trim().to_owned())
    });
    if let Some(charset) = charset.filter(|charset| !charset.eq_ignore_ascii_case("utf-8")) {
        report.add(
            Diagnostic::error(format!("this file says that it is in `{charset}`"))
                .at(place.span())
                .hint("save it again with the encoding UTF-8"),
        );
    }
    returned.brochure = entry(BROCHURE);
    returned.source_language = entry(SOURCE_LANGUAGE).and_then(|value| value.parse().ok());
    // Tools rewrite the one: `zh_CN` for `zh-Hans`, or the language of somebody's computer.
    let own: Option<Tag> = entry(LANGUAGE).and_then(|value| value.parse().ok());
    let usual = entry("Language").map(|value| value.replace(['_', '@'], "-"));
    let usual: Option<Tag> = usual.and_then(|value| value.parse().ok());
    let first = |tag: &Tag| tag.as_str().split('-').next().map(str::to_owned);
    returned.language = match (own, usual) {
        (Some(own), Some(usual)) if first(&own) != first(&usual) => {
            report.add(
                Diagnostic::error(format!(
                    "this file was made for `{own}`, and says now that it is in `{usual}`"
                ))
                .at(place.span())
                .hint("set its language back: each language has a file of its own"),
            );
            Some(own)
        }
        (own, usual) => own.or(usual),
    };
}
