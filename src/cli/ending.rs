//! Tells how a command ended.

use std::io;

use crate::diagnostic::Diagnostic;

/// How a command ended.
pub(crate) enum Ending {
    /// Nothing is wrong.
    Fine,
    /// Something is wrong in the project.
    Problems,
}

/// Why a command did not come to its end.
pub(crate) enum Failure {
    /// It could not run.
    Fault(Diagnostic),
    /// Whoever read what it prints has gone, such as `head`: that is the end, and no fault.
    ReaderGone,
}

impl From<Diagnostic> for Failure {
    fn from(fault: Diagnostic) -> Failure {
        Failure::Fault(fault)
    }
}

/// What was to be printed could not be: all other errors of files are faults that name the file.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ReaderGone,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Failure::Fault(
                Diagnostic::error("can't write what is to be printed: the disk is full")
                    .hint("make room, or send it elsewhere"),
            ),
            _ => Failure::Fault(Diagnostic::error(format!(
                "can't write what is to be printed: {error}"
            ))),
        }
    }
}
