//! Describes the arguments of `feuillet build` and `feuillet check`, and what each means.

use std::path::PathBuf;

use clap::Args;

use crate::cli::arguments::{ChoiceArguments, JobsArguments, ProjectArguments};

#[derive(Debug, Args)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(crate) choice: ChoiceArguments,
    /// The folder for the PDFs; `output` in the project by default.
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Adds marks to what is made for the print shop: most shops want none.
    ///
    /// Crop and registration marks, a colour bar, and a line that says what each sheet is, all outside the bleed.
    #[arg(long)]
    pub(crate) marks: bool,
    /// Makes all again, whatever earlier runs left.
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) bodies: BodiesArguments,
    #[command(flatten)]
    pub(crate) jobs: JobsArguments,
    #[command(flatten)]
    pub(crate) project: ProjectArguments,
}

#[derive(Debug, Args)]
pub(crate) struct BodiesArguments {
    /// Makes the editions of bodies instead: `all` of them, or some by their keys, separated by commas.
    ///
    /// A body is a commune, public office or association, with its own contacts, logo and publisher: `feuillet list --bodies`.
    /// Without `--edition` and `--profile` these are the editions that have a slot for them, for `screen` and `print`. Each
    /// PDF is `OUTPUT/bodies/<key>/<public name>/<language>/…`; only what lies below `<key>` is for others.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub(crate) bodies: Vec<String>,
    /// Does one of N parts of the work, I from 0 to N-1; `auto` or `auto/N` takes I from the job of a cluster.
    ///
    /// The parts have no body in common, and are all bodies together. Each is written into `OUTPUT/bodies-<I>-of-<N>`;
    /// `feuillet manifest merge` puts them together. `auto` reads JOB_COMPLETION_INDEX (an indexed job of Kubernetes, which
    /// needs `auto/N`) or SLURM_ARRAY_TASK_ID, SLURM_ARRAY_TASK_MIN and SLURM_ARRAY_TASK_COUNT (an array of Slurm).
    #[arg(long, value_name = "I/N", requires = "bodies")]
    pub(crate) shard: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) choice: ChoiceArguments,
    /// Checks the editions of bodies instead: `all` of them, or some by their keys, separated by commas.
    ///
    /// Without `--edition` and `--profile` these are the editions that have a slot for them, for `screen` and `print`.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub(crate) bodies: Vec<String>,
    #[command(flatten)]
    pub(crate) jobs: JobsArguments,
    #[command(flatten)]
    pub(crate) project: ProjectArguments,
}
