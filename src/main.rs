//! Runs the command line and exits with its code.

use std::process::ExitCode;

/// Typesetting is many small allocations on several threads at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    feuillet::cli::run()
}
