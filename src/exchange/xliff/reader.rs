//! Turns an XLIFF file that came back into its texts.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, Span};
use crate::exchange::Returned;
use crate::exchange::returned::{tag, utf8};
use crate::exchange::xliff::NAMESPACE;
use crate::exchange::xliff::unit::{Read, read_1, read_2};
use crate::exchange::xml::{self, Element};
use crate::language::Tag;

/// A version of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Version {
    /// 1.1 and 1.2.
    One,
    /// 2.0 and later.
    Two,
}

/// Reads an XLIFF file of any version; all faults are in the report. What it says of the state of a text is not believed.
///
/// # Errors
///
/// Fails if it is not well-formed, no XLIFF, or one of its texts can't be read.
pub(crate) fn read(file_name: &str, bytes: &[u8], report: &Report) -> Result<Returned, Reported> {
    let file = utf8(file_name, bytes, report)?;
    let root = xml::read(&file, report)?;
    let version = version(&root, &file).map_err(|fault| report.error(fault))?;
    let own = Report::new();
    let mut reader = Reader { file: &file, version, returned: Returned::default(), report: &own };
    if version == Version::Two {
        let (source, target) = (root.attribute("srcLang"), root.attribute("trgLang"));
        reader.languages(&root, source, target);
    }
    for part in root.named("file") {
        if version == Version::One {
            let source = part.attribute("source-language");
            reader.languages(part, source, part.attribute("target-language"));
        }
        reader.brochure(part);
        reader.units(part);
    }
    let returned = reader.returned;
    if returned.units.is_empty() && !own.has_errors() {
        let place = Span::visible(&file, root.tag.clone());
        own.add(Diagnostic::error("this file holds no text").at(&place));
    }
    if own.absorb_into(report) { Ok(returned) } else { Err(report.reported()) }
}

/// The version of a file.
fn version(root: &Element, file: &Arc<SourceFile>) -> Result<Version, Diagnostic> {
    let fault =
        |message: String| Diagnostic::error(message).at(&Span::visible(file, root.tag.clone()));
    let hint = "save it as XLIFF 1.2 or 2.1";
    if root.name != "xliff" {
        return Err(fault(format!("this is no XLIFF: it begins with `<{}>`", root.name)));
    }
    let found = root.attribute("version").unwrap_or_default();
    let version = match found {
        "1.1" | "1.2" => Version::One,
        "2.0" | "2.1" | "2.2" => Version::Two,
        "" => {
            return Err(
                fault("this file does not say which version of XLIFF it is".to_owned()).hint(hint)
            );
        }
        _ => return Err(fault(format!("version `{found}` of XLIFF is not known")).hint(hint)),
    };
    let namespace = root.namespace.strip_prefix(NAMESPACE);
    let first = if version == Version::One { "1." } else { "2." };
    if root.namespace.is_empty() || namespace.is_some_and(|rest| rest.starts_with(first)) {
        return Ok(version);
    }
    let fault =
        fault(format!("version {found} of XLIFF has another name space than `{}`", root.namespace));
    Err(fault.hint("take the file that was exported, and leave its first lines"))
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    version: Version,
    returned: Returned,
    report: &'a Report,
}

impl Reader<'_> {
    fn languages(&mut self, element: &Element, source: Option<&str>, target: Option<&str>) {
        let found = [source, target].map(|value| self.language(element, value));
        let known = [&mut self.returned.source_language, &mut self.returned.language];
        for (known, found) in known.into_iter().zip(found) {
            match (&known, found) {
                (Some(known), Some(found)) if *known != found => self.report.add(
                    Diagnostic::error(format!(
                        "this file holds texts in `{known}` and in `{found}`"
                    ))
                    .at(&Span::visible(self.file, element.tag.clone()))
                    .hint("each language has a file of its own: take them apart"),
                ),
                (None, Some(found)) => *known = Some(found),
                _ => {}
            }
        }
    }

    fn language(&self, element: &Element, value: Option<&str>) -> Option<Tag> {
        let value = value.map(str::trim).filter(|value| !value.is_empty())?;
        let tag = tag(value);
        if tag.is_none() {
            self.report.add(
                Diagnostic::error(format!("`{value}` is no tag of a language"))
                    .at(&Span::visible(self.file, element.tag.clone()))
                    .hint("a tag is like `fr` or `fa-AF`"),
            );
        }
        tag
    }

    fn brochure(&mut self, part: &Element) {
        let Some(found) = part.attribute("original") else { return };
        match &self.returned.brochure {
            Some(known) if known != found => self.report.add(
                Diagnostic::error(format!("this file holds texts of `{known}` and of `{found}`"))
                    .at(&Span::visible(self.file, part.tag.clone()))
                    .hint("each brochure has files of its own: take them apart"),
            ),
            _ => self.returned.brochure = Some(found.to_owned()),
        }
    }

    /// Reads the units in an element, also those in groups.
    fn units(&mut self, element: &Element) {
        for inside in element.elements() {
            let read: fn(&Element, &Arc<SourceFile>) -> Result<Read, Diagnostic> =
                match (self.version, inside.name.as_str()) {
                    (Version::One, "body" | "group") | (Version::Two, "group") => {
                        self.units(inside);
                        continue;
                    }
                    (Version::One, "trans-unit") => read_1,
                    (Version::Two, "unit") => read_2,
                    _ => continue,
                };
            match read(inside, self.file) {
                Ok((unit, warning)) => {
                    self.report.extend(warning);
                    self.returned.units.push(unit);
                }
                Err(fault) => self.report.add(fault),
            }
        }
    }
}
