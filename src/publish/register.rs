//! Writes down for the house what the sites of bodies don't say: which address is whose, and what their contacts said before.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::artifact::bodies::FOLDER;
use crate::artifact::files::{cannot_write, write_file};
use crate::diagnostic::Diagnostic;
use crate::language::Tag;
use crate::load::Project;
use crate::publish::known::Known;
use crate::publish::said::said;
use crate::publish::{PublishOptions, PublishedBody};

/// The file, beside the PDFs of bodies.
const FILE: &str = "addresses.csv";

/// The file with what the contacts of bodies said online, beside it.
const CONTACTS: &str = "contacts.csv";

/// What the contacts of bodies said in files of earlier runs, by the figures that stand for it on the sites.
pub(super) type Remembered = BTreeMap<String, String>;

/// The path of the file with the addresses.
pub(crate) fn path(project: &Project) -> PathBuf {
    project.output().join(FOLDER).join(FILE)
}

/// Whether the file is there, or not needed.
pub(super) fn is_there(project: &Project, bodies: &[PublishedBody]) -> bool {
    bodies.is_empty() || path(project).is_file()
}

/// Writes the addresses of bodies, a line for each.
///
/// # Errors
///
/// Fails if it can't be written; then an earlier one stands.
pub(super) fn write(
    project: &Project,
    options: &PublishOptions<'_>,
    bodies: &[PublishedBody],
) -> Result<(), Diagnostic> {
    let target = path(project);
    if bodies.is_empty() {
        return Ok(());
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut rows = vec![["key", "name", "address", "languages"].map(str::to_owned)];
    rows.extend(bodies.iter().map(|body| {
        let languages: Vec<&str> = body.languages.iter().map(Tag::as_str).collect();
        let base = options.base.as_deref().unwrap_or_default();
        let address = format!("{base}{}", body.path);
        [body.key.clone(), body.name.clone(), address, languages.join(" ")]
    }));
    for row in rows {
        // Writing into memory does not fail.
        let _ = writer.write_record(row);
    }
    let text = writer.into_inner().unwrap_or_default();
    write_file(&target, &text).map_err(|error| cannot_write(&target, &error))
}

/// What the contacts of bodies said in files of earlier runs; nothing if the file is not there or was written by somebody else.
pub(super) fn remembered(project: &Project) -> Remembered {
    let file = project.output().join(FOLDER).join(CONTACTS);
    let Ok(mut reader) = csv::Reader::from_path(file) else { return Remembered::new() };
    let rows = reader.records().flatten();
    rows.filter_map(|row| Some((row.get(0)?.to_owned(), row.get(1)?.to_owned()))).collect()
}

/// Writes down what the contacts of bodies say now, beside what they said before: where a number changes, the run that withdraws it
/// names both.
///
/// # Errors
///
/// Fails if it can't be written; then an earlier one stands.
pub(super) fn remember(
    project: &Project,
    known: &[Known],
    bodies: &[PublishedBody],
) -> Result<(), Diagnostic> {
    let mut all = remembered(project);
    let before = all.clone();
    let publications = known.iter().filter_map(|known| known.loaded.as_ref());
    let own = publications.flat_map(|loaded| loaded.publication.bodies.iter());
    let published = own.filter(|body| bodies.iter().any(|it| it.key == body.key()));
    for contact in published.flat_map(|body| &body.contacts) {
        for (part, text) in contact.parts() {
            let part = part.split('.').next().unwrap_or_default();
            all.insert(said(contact.id.as_str(), part, &text), text);
        }
    }
    if all == before {
        return Ok(());
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ("figures".to_owned(), "said".to_owned());
    for (figures, text) in std::iter::once(head).chain(all) {
        // Writing into memory does not fail.
        let _ = writer.write_record([figures, text]);
    }
    let target = project.output().join(FOLDER).join(CONTACTS);
    let text = writer.into_inner().unwrap_or_default();
    write_file(&target, &text).map_err(|error| cannot_write(&target, &error))
}
