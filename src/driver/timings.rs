//! Measures how long each stage takes.

use std::time::{Duration, Instant};

use serde::{Serialize, Serializer};

/// A stage of the pipeline, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Reading files, fonts too.
    Load,
    /// Comparing with what was reviewed.
    Review,
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
    /// Deciding what to make, checksums, and writing files.
    Driver,
}

/// The stages and their names, in their order.
pub(crate) const STAGES: [(&str, Stage); 9] = [
    ("load", Stage::Load),
    ("review", Stage::Review),
    ("resolve", Stage::Resolve),
    ("compose", Stage::Compose),
    ("typeset", Stage::Typeset),
    ("impose", Stage::Impose),
    ("export", Stage::Export),
    ("preflight", Stage::Preflight),
    ("driver", Stage::Driver),
];

/// How long each stage took, added up over all PDFs: with several threads more than the time that has passed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Timings([Duration; STAGES.len()]);

impl Timings {
    /// Does a piece of work and adds its time to its stage.
    pub(crate) fn time<T>(&mut self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        self.0[stage as usize] += start.elapsed();
        result
    }

    /// The time of a stage.
    #[must_use]
    pub(crate) fn of(&self, stage: Stage) -> Duration {
        self.0[stage as usize]
    }

    /// The time of all stages.
    #[must_use]
    pub(crate) fn total(&self) -> Duration {
        self.0.iter().sum()
    }

    /// Adds the times of another piece of work.
    pub(crate) fn add(&mut self, other: &Timings) {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own += other;
        }
    }
}

impl Serialize for Timings {
    /// Writes milliseconds by the name of the stage.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let milliseconds = |stage| (self.of(stage).as_secs_f64() * 10_000.0).round() / 10.0;
        serializer.collect_map(STAGES.iter().map(|(name, stage)| (name, milliseconds(*stage))))
    }
}
