//! Writes down for the house which address is that of which body: nothing on the site says it.

use std::path::PathBuf;

use crate::artifact::bodies::FOLDER;
use crate::artifact::files::{cannot_write, write_file};
use crate::diagnostic::Diagnostic;
use crate::language::Tag;
use crate::load::Project;
use crate::publish::{PublishOptions, PublishedBody};

/// The file, beside the PDFs of bodies.
const FILE: &str = "addresses.csv";

/// The path of the file.
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
