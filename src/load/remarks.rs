//! Turns `remarks/<brochure>.toml` into what somebody remarked on the texts of a language, and back into the file.

use std::collections::BTreeMap;
use std::sync::Arc;

use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, SourceFile};
use crate::fields::{Fields, Table, parse};
use crate::language::Tag;
use crate::load::paths::ProjectFile;
use crate::load::project::Project;
use crate::load::text_id::TextId;

/// A remark on a message. It stands there until somebody has dealt with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    /// Its name, unique in the file.
    pub(crate) id: String,
    /// The message.
    pub(crate) message: TextId,
    /// Who made it: initials or a pseudonym.
    pub(crate) by: Option<String>,
    /// On which day.
    pub(crate) on: Date,
    /// What it says.
    pub(crate) text: String,
}

/// The path of the remarks on a brochure in a language.
pub(crate) fn path(language: &Tag, brochure: &str) -> String {
    ProjectFile::Remarks { language: language.clone(), brochure: brochure.to_owned() }.path()
}

/// Reads the remarks of all languages; all faults are in the report.
pub(super) fn read_all(
    project: &Project,
    brochure: &str,
    languages: &[Tag],
    report: &Report,
) -> BTreeMap<Tag, Vec<Remark>> {
    let read = |language: &Tag| {
        let file =
            ProjectFile::Remarks { language: language.clone(), brochure: brochure.to_owned() };
        let remarks = read(&project.read_if_there(&file, report)?, report);
        (!remarks.is_empty()).then(|| (language.clone(), remarks))
    };
    languages.iter().filter_map(read).collect()
}

/// Reads one file; all faults are in the report.
pub(crate) fn read(file: &Arc<SourceFile>, report: &Report) -> Vec<Remark> {
    let table = parse(file, report);
    let fields = Fields::new(&table.value, &table.span, "the remarks", report);
    let mut remarks: Vec<Remark> = Vec::new();
    for table in fields.or_default::<Vec<Located<Table>>>("remark") {
        let fields = Fields::new(&table.value, &table.span, "a remark", report);
        let (id, message) = (fields.required::<String>("id"), fields.required::<TextId>("message"));
        let (on, text) = (fields.required::<Date>("on"), fields.required::<String>("text"));
        let by = fields.optional::<String>("by").map(|by| by.value);
        fields.finish();
        let (Ok(id), Ok(message), Ok(on), Ok(text)) = (id, message, on, text) else { continue };
        if remarks.iter().any(|other| other.id == id.value) {
            report.add(
                Diagnostic::error(format!("there are two remarks `{}`", id.value)).at(&id.span),
            );
            continue;
        }
        let (id, message) = (id.value, message.value);
        remarks.push(Remark { id, message, by, on: on.value, text: text.value });
    }
    fields.finish();
    remarks
}

/// The file with these remarks.
#[must_use]
pub(crate) fn write(remarks: &[Remark]) -> String {
    let mut out = String::from(
        "# What somebody remarked on the texts, on the page of `feuillet preview`. Delete what is dealt with.\n# No stories of real people: this file is as public as the texts.\n",
    );
    for remark in remarks {
        let text = |value: &str| toml::Value::from(value).to_string();
        out.push_str("\n[[remark]]\n");
        out.push_str(&format!("id = {}\n", text(&remark.id)));
        out.push_str(&format!("message = {}\n", text(remark.message.as_str())));
        if let Some(by) = &remark.by {
            out.push_str(&format!("by = {}\n", text(by)));
        }
        out.push_str(&format!("on = {}\n", remark.on));
        out.push_str(&format!("text = {}\n", text(&remark.text)));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::date;

    use super::{Remark, read, write};
    use crate::diagnostic::{Report, SourceFile};

    #[test]
    fn what_is_wrong_with_a_remark_is_told() {
        let report = Report::new();
        let text = "[[remark]]\nid = \"a\"\nmessage = \"b c\"\non = 2026-11-29\ntext = \"x\"\n";
        assert_eq!(read(&SourceFile::new("note.toml", text), &report), []);
        let found = report.into_sorted();
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("b c"), "{}", found[0].message);
    }

    proptest! {
        #[test]
        fn remarks_are_read_as_they_are_written(texts in prop::collection::vec("\\PC*|[\"\\\\\n\t']{0,9}", 0..4)) {
            let remarks: Vec<Remark> = texts.into_iter().enumerate().map(|(index, text)| Remark {
                id: index.to_string(),
                message: "right-leave".parse().unwrap(),
                by: (index % 2 == 0).then(|| "A\"B".to_owned()),
                on: date!(2026 - 11 - 29),
                text,
            }).collect();
            let report = Report::new();
            let found = read(&SourceFile::new("note.toml", write(&remarks)), &report);
            prop_assert_eq!(report.into_sorted(), []);
            prop_assert_eq!(found, remarks);
        }
    }
}
