//! Writes to the standard output and the standard error, whatever becomes of them: printing never panics.
//!
//! A reader that has gone, as in `feuillet list | head -1`, wants no more: what is printed then is dropped, and is no fault.
//! Whatever else prevents printing, like a full disk, ends the command.

use std::io::{self, ErrorKind, Write};

use crate::diagnostic::Diagnostic;

/// Prints a formatted text and an end of line to the standard output, without styles where nobody sees them.
macro_rules! print_line {
    () => { $crate::cli::output::print(format_args!("\n")) };
    ($($text:tt)*) => {
        $crate::cli::output::print(format_args!("{}\n", format_args!($($text)*)))
    };
}
pub(crate) use print_line;

/// Prints to the standard output.
///
/// # Errors
///
/// Fails if nothing can be written, for another reason than that nobody reads it.
pub(crate) fn print(text: std::fmt::Arguments<'_>) -> Result<(), Diagnostic> {
    unless_unread(write(&mut anstream::stdout().lock(), text), "standard output")
}

/// Prints to the standard error.
///
/// # Errors
///
/// As [`fn@print`].
pub(crate) fn print_error(text: std::fmt::Arguments<'_>) -> Result<(), Diagnostic> {
    unless_unread(write(&mut anstream::stderr().lock(), text), "standard error")
}

/// Writes all at once: what stays in a buffer would be lost in silence at the end of the program.
fn write(out: &mut impl Write, text: std::fmt::Arguments<'_>) -> io::Result<()> {
    out.write_fmt(text)?;
    out.flush()
}

/// The fault of a writer, unless it is that nobody reads what is written.
///
/// # Errors
///
/// Fails with a message that names what was written to.
pub(crate) fn unless_unread(written: io::Result<()>, to: &str) -> Result<(), Diagnostic> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Diagnostic::error(format!("can't write to the {to}: {error}")))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, ErrorKind, Write};

    use super::{unless_unread, write};

    /// Takes everything, and fails when it is to be written out.
    struct Full(ErrorKind);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn only_a_reader_that_has_gone_is_no_fault() {
        let result = |kind| unless_unread(write(&mut Full(kind), format_args!("a")), "pipe");
        assert_eq!(result(ErrorKind::BrokenPipe), Ok(()));
        let fault = result(ErrorKind::StorageFull).unwrap_err();
        assert_eq!(fault.message, "can't write to the pipe: no storage space");
    }
}
