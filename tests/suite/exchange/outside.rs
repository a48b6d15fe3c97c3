//! Programs that we did not write read what goes out, without complaint.

use crate::exchange::shared::export_all;
use crate::support::outside::{output, outside, python};
use crate::support::{REPOSITORY, Sandbox};

#[test]
fn gettext_finds_no_fault() {
    let sandbox = Sandbox::shipped();
    for (language, file) in export_all(&sandbox, "po", &[]) {
        let Some(mut msgfmt) = outside("msgfmt") else { return };
        let checked = output(msgfmt.args(["--check", "--verbose", "-o", "/dev/null"]).arg(&file));
        assert_eq!(checked.0, "", "{language}");
        // It counts what is translated on the standard error; all else there is a complaint.
        assert!(checked.1.ends_with(" translated messages.\n"), "{language}: {}", checked.1);
        assert_eq!(checked.1.lines().count(), 1, "{language}: {}", checked.1);
    }
}

#[test]
fn polib_translate_toolkit_and_moz_l10n_read_the_same_texts() {
    let sandbox = Sandbox::shipped();
    let files: Vec<String> =
        export_all(&sandbox, "po", &[]).into_iter().map(|(_, file)| file).collect();
    let Some(mut python) = python() else { return };
    let script = format!("{REPOSITORY}/tests/suite/exchange/read_po.py");
    let (read, error) = output(python.arg(script).args(&files));
    assert_eq!(error, "");
    assert_eq!(read.lines().count(), files.len());
}
