//! Programs that are not ours.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// A program that is not ours. Without it a test is left out, and says so; where all checks are required, it fails.
pub(crate) fn outside(program: &str) -> Option<Command> {
    let found = Command::new(program).arg("--version").output().is_ok();
    if found {
        return Some(Command::new(program));
    }
    assert!(std::env::var_os("FEUILLET_REQUIRE_OUTSIDE").is_none(), "`{program}` is not installed");
    leave_out(&format!("`{program}` is not installed"));
    None
}

/// Says once that checks are left out, past the capture of what tests print.
pub(crate) fn leave_out(reason: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    if SAID.lock().unwrap_or_else(PoisonError::into_inner).insert(reason.to_owned()) {
        let _ = writeln!(std::io::stderr(), "left out: checks by other programs, since {reason}");
    }
}

/// Runs a program that must end well, and gives what it printed: standard output, and standard error.
#[track_caller]
pub(crate) fn output(command: &mut Command) -> (String, String) {
    let done = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let (out, error) = (text(done.stdout), text(done.stderr));
    assert!(done.status.success(), "{command:?}\n{out}\n{error}");
    (out, error)
}

/// Python with pikepdf, pypdfium2 and PyMuPDF. Without it a test is left out, and says so; where all checks are required, it fails.
pub(crate) fn python() -> Option<Command> {
    let Some(python) = std::env::var_os("FEUILLET_PYTHON") else {
        let reason = "`FEUILLET_PYTHON` names no Python with pikepdf";
        assert!(std::env::var_os("FEUILLET_REQUIRE_OUTSIDE").is_none(), "{reason}");
        leave_out(reason);
        return None;
    };
    Some(Command::new(python))
}

/// Node.js with pdf.js: the command, with the folder of the package as its first argument after the script. Without it a
/// test is left out, and says so; where all checks are required, it fails.
pub(crate) fn pdfjs(script: &str) -> Option<Command> {
    let Some(package) = std::env::var_os("FEUILLET_PDFJS") else {
        let reason = "`FEUILLET_PDFJS` names no folder of the package `pdfjs-dist`";
        assert!(std::env::var_os("FEUILLET_REQUIRE_OUTSIDE").is_none(), "{reason}");
        leave_out(reason);
        return None;
    };
    let mut node = outside("node")?;
    node.arg(script).arg(package);
    Some(node)
}
