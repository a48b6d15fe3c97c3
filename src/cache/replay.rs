//! Repeats the report of a run where no file of the project has changed, without loading anything.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::artifact::BuildReport;
use crate::artifact::files::FileTime;
use crate::artifact::lock::OutputLock;
use crate::cache::inputs::Inputs;
use crate::cache::stamp::{FileStamp, Freshness};
use crate::cache::store::{read_state, write_state};
use crate::diagnostic::{Location, Report, SourceFile, Span};
use crate::load::Project;

/// Names a selection among those whose reports are kept. Messages may show the project's folder as it was given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct ReplayKey(String);

impl ReplayKey {
    /// Names a selection from a project.
    pub(crate) fn new(project: &Project, selection: &impl std::fmt::Debug) -> ReplayKey {
        ReplayKey(format!("{} {selection:?}", project.root().display()))
    }
}

/// The program that ran.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Program {
    path: PathBuf,
    stamp: FileStamp,
}

impl Program {
    /// The program that runs now; `None` if the system does not tell which file it is.
    pub(super) fn running(earlier: Option<&Program>, now: FileTime) -> Option<Program> {
        let path = std::env::current_exe().ok()?;
        let stamp = match earlier.filter(|earlier| earlier.path == path) {
            Some(earlier) => earlier.stamp.renew(&path, now).ok()?,
            None => FileStamp::read(&path, now).ok()?,
        };
        (!stamp.sha256.is_empty()).then_some(Program { path, stamp })
    }

    /// The program that runs now, without a look at its hundred megabytes; `None` if it has just been written, and may be
    /// written again within the same tick.
    pub(super) fn unread(now: FileTime) -> Option<Program> {
        let path = std::env::current_exe().ok()?;
        let stamp = FileStamp::unread(&path).ok()?;
        stamp.is_settled(now).then_some(Program { path, stamp })
    }

    /// Whether it is the program that runs now, and no write has been reported since.
    pub(super) fn is_untouched(&self) -> bool {
        let is_same_path = std::env::current_exe().is_ok_and(|path| path == self.path);
        is_same_path && self.stamp.is_untouched(&self.path)
    }

    /// The SHA-256 of its file.
    pub(super) fn sha256(&self) -> &str {
        &self.stamp.sha256
    }

    /// Whether it is the program that runs now.
    pub(super) fn check(&self) -> Freshness {
        let is_same_path = std::env::current_exe().is_ok_and(|path| path == self.path);
        if is_same_path { self.stamp.check(&self.path) } else { Freshness::Different }
    }
}

/// What is kept of the runs into an output folder.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct State {
    /// The program that ran last.
    pub(super) program: Option<Program>,
    /// The files of the project as the last run saw them.
    pub(super) inputs: Inputs,
    /// The names of families in font files, by the files' SHA-256.
    pub(super) fonts: BTreeMap<String, Vec<String>>,
    /// The digest of the fonts that were last loaded without a fault.
    pub(super) sound_fonts: Option<String>,
    /// Reports by selection. All are from these inputs and this program.
    pub(super) runs: BTreeMap<ReplayKey, Run>,
}

/// What a run left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Run {
    /// Its files, by path below the output folder.
    pub(super) files: BTreeMap<String, FileStamp>,
    /// What it reported.
    pub(super) report: BuildReport<Location>,
}

/// The report of the last run with this selection, if another run would come to the same and every file is there. `None` as
/// well if a run goes on, or was killed.
pub(crate) fn replay(project: &Project, key: &ReplayKey, output: &Path) -> Option<BuildReport> {
    if OutputLock::is_running(output) {
        return None;
    }
    let state: State = read_state(output)?;
    let (report, freshness) = state.replay(project, key, output)?;
    if freshness == Freshness::SameWhenRead {
        // Where nothing can be written, files in doubt are read each time.
        let _ = renew(project, key, output);
    }
    Some(report)
}

impl State {
    /// The report, and whether files had to be read to be sure of it.
    pub(super) fn replay(
        &self,
        project: &Project,
        key: &ReplayKey,
        output: &Path,
    ) -> Option<(BuildReport, Freshness)> {
        let run = self.runs.get(key)?;
        let mut freshness = self.program.as_ref()?.check();
        for (path, stamp) in &run.files {
            freshness = freshness.max(stamp.check(&output.join(path)));
        }
        if freshness != Freshness::Different {
            freshness = freshness.max(self.inputs.check(project.root()));
        }
        if freshness == Freshness::Different {
            return None;
        }
        let mut texts = Texts::new(project);
        let mut report = run.report.clone().map_spans(|location| texts.span(&location))?;
        report.deleted.clear();
        for built in &mut report.files {
            built.unchanged = built.artifact.file.is_some();
        }
        Some((report, freshness))
    }
}

/// Stamps files anew that were in doubt, so that the next run need not read them.
fn renew(project: &Project, key: &ReplayKey, output: &Path) -> std::io::Result<()> {
    let Some(lock) = OutputLock::try_acquire(output)? else { return Ok(()) };
    let now = lock.now()?;
    let Some(mut state) = read_state::<State>(output) else { return Ok(()) };
    if state.replay(project, key, output).is_none() {
        return Ok(());
    }
    let inputs = Inputs::scan(project.root(), &state.inputs, now);
    if inputs.digest() != state.inputs.digest() {
        return Ok(());
    }
    state.inputs = inputs;
    for run in state.runs.values_mut() {
        for (path, stamp) in &mut run.files {
            if let Ok(later) = stamp.renew(&output.join(path), now)
                && later.sha256 == stamp.sha256
            {
                *stamp = later;
            }
        }
    }
    if let Some(program) = &mut state.program {
        program.stamp = program.stamp.renew(&program.path, now)?;
    }
    write_state(output, &state)
}

/// The texts of a project's files, each read once.
pub(super) struct Texts<'a> {
    project: &'a Project,
    read: BTreeMap<String, Option<Arc<SourceFile>>>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(project: &'a Project) -> Texts<'a> {
        Texts { project, read: BTreeMap::new() }
    }

    /// A location as a span of the file's text; `None` if the file is not the project's.
    pub(super) fn span(&mut self, location: &Location) -> Option<Span> {
        let project = self.project;
        let file = self.read.entry(location.file.clone()).or_insert_with(|| {
            // What is wrong with it was reported by the run whose report is repeated.
            let is_own = project.has(&location.file);
            is_own.then(|| project.read_text(&location.file, &Report::new()).ok()).flatten()
        });
        let file = file.as_ref()?;
        let span = Span::new(file, file.text_range(location.start..location.end));
        (Location::from(&span) == *location).then_some(span)
    }
}
