//! Work in, its result and how long it took out, by stage.

use std::time::{Duration, Instant};

/// A stage of the pipeline, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading files, fonts too.
    Load,
    /// Comparing with what was reviewed.
    State,
    /// Putting every text in its place.
    Resolve,
    /// Writing Typst source.
    Compose,
    /// Making and checking pages.
    Typeset,
    /// Laying pages on sheets.
    Impose,
    /// Making the PDF.
    Export,
    /// Reading the PDF back, and judging it.
    Preflight,
    /// Checksums, and writing files.
    Build,
}

/// The stages and their names, in their order.
pub const STAGES: [(&str, Stage); 9] = [
    ("load", Stage::Load),
    ("state", Stage::State),
    ("resolve", Stage::Resolve),
    ("compose", Stage::Compose),
    ("typeset", Stage::Typeset),
    ("impose", Stage::Impose),
    ("export", Stage::Export),
    ("preflight", Stage::Preflight),
    ("build", Stage::Build),
];

/// How long each stage took, added up over all PDFs: with several threads more than the time that has passed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timings([Duration; STAGES.len()]);

impl Timings {
    /// Does a piece of work and adds its time to its stage.
    pub fn time<T>(&mut self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        self.0[stage as usize] += start.elapsed();
        result
    }

    /// Adds time to a stage.
    pub(super) fn add_to(&mut self, stage: Stage, time: Duration) {
        self.0[stage as usize] += time;
    }

    /// The time of a stage.
    #[must_use]
    pub fn of(&self, stage: Stage) -> Duration {
        self.0[stage as usize]
    }

    /// The time of all stages.
    #[must_use]
    pub fn total(&self) -> Duration {
        self.0.iter().sum()
    }

    /// Adds the times of another piece of work.
    pub fn add(&mut self, other: &Timings) {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own += other;
        }
    }
}
