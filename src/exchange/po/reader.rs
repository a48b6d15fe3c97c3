//! Turns a PO file that came back into its texts.

use crate::diagnostic::{Diagnostic, Report, Reported, count};
use crate::exchange::po::{BROCHURE, LANGUAGE, SOURCE_LANGUAGE, TEXTS, entries};
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
    // How many texts there were, and where that stands.
    let mut texts: Option<(usize, Place)> = None;
    for entry in entries {
        let place = Place::in_text(&file, entry.range.clone());
        let (source, target) = (entry.source.unwrap_or_default(), entry.target.unwrap_or_default());
        match entry.context {
            None if source.is_empty() => {
                read_header(&target, &place, &mut returned, report);
                texts =
                    value(&target, TEXTS).and_then(|number| Some((number.parse().ok()?, place)));
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
    if let Some((were, place)) = texts.filter(|(were, _)| *were > returned.units.len()) {
        let are = returned.units.len();
        report.add(
            Diagnostic::error(format!("this file had {}, and has {are} now", count(were, "text")))
                .at(place.span())
                .hint("it may be cut off: ask for it again")
                .hint(format!(
                    "where entries were deleted on purpose, delete the line `{TEXTS}` too"
                )),
        );
    }
    Ok(returned)
}

/// What a header says under a name.
fn value(header: &str, name: &str) -> Option<String> {
    let lines = header.lines().filter_map(|line| line.split_once(':'));
    let mut values = lines.filter(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    values.next().map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// Reads the header: the brochure, and the languages.
fn read_header(header: &str, place: &Place, returned: &mut Returned, report: &Report) {
    let entry = |name: &str| value(header, name);
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
    let usual = entry("Language").map(|value| value.replace('_', "-").replace('@', "-"));
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
