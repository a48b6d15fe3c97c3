//! Shows how far a build has come: a bar on a terminal, nothing elsewhere.

use indicatif::{ProgressBar, ProgressStyle};

use crate::driver::Progress;

/// A bar on the standard error; hidden if that is not a terminal.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    /// Makes a bar that waits for its length.
    pub(crate) fn new() -> Bar {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Bar(bar)
    }

    /// Makes a bar that also says how long the work may take.
    pub(crate) fn with_estimate() -> Bar {
        let Bar(bar) = Bar::new();
        let template = "{bar:30} {pos}/{len}, {per_sec}, {eta} to go, {msg}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Bar(bar)
    }

    /// Takes the bar away.
    pub(crate) fn clear(&self) {
        self.0.finish_and_clear();
    }
}

impl Progress for Bar {
    fn start(&self, total: usize) {
        self.0.set_length(total as u64);
    }

    fn done(&self, name: &str) {
        self.0.set_message(name.to_owned());
        self.0.inc(1);
    }

    fn waits(&self) {
        self.0.set_message("waits for another run");
        self.0.tick();
    }
}
