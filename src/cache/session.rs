//! Holds the cache for a run: what it may take over, and what the next one may.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::artifact::files::FileTime;
use crate::artifact::lock::OutputLock;
use crate::artifact::{Artifact, BuildReport};
use crate::cache::fonts::{FontFiles, is_font};
use crate::cache::inputs::Inputs;
use crate::cache::key::{KeyInput, Keys};
use crate::cache::replay::{Program, ReplayKey, Run, State, Texts};
use crate::cache::stamp::{FileStamp, Freshness};
use crate::cache::store::{Entry, delete, read_state, write_state};
use crate::diagnostic::{Diagnostic, Location};
use crate::load::{EditionId, Profile, Project};

/// What earlier runs left, and what this one begins with.
pub(crate) struct CacheSession<'a> {
    project: &'a Project,
    output: PathBuf,
    /// When the run began.
    now: FileTime,
    state: State,
    program: Option<Program>,
    inputs: Inputs,
    fonts: FontFiles,
    /// Whether PDFs may be taken over.
    reuses: bool,
    /// Whether what was loaded is what was looked at: else nobody can say which version of a file a PDF shows.
    is_certain: AtomicBool,
}

impl<'a> CacheSession<'a> {
    /// Looks at the project before anything is loaded, so that the next run finds what is saved later. With `force` nothing
    /// is taken over.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written into the output folder.
    pub(crate) fn open(
        project: &'a Project,
        lock: &OutputLock,
        force: bool,
    ) -> io::Result<CacheSession<'a>> {
        let now = lock.now()?;
        let output = lock.output().to_owned();
        let state: State = read_state(&output).unwrap_or_default();
        let program = Program::running(state.program.as_ref(), now);
        let inputs = Inputs::scan(project.root(), &state.inputs, now);
        let fonts = FontFiles::new(project.root(), &inputs, &state.fonts);
        let (reuses, is_certain) = (!force, AtomicBool::new(true));
        Ok(CacheSession { project, output, now, state, program, inputs, fonts, reuses, is_certain })
    }

    /// The report of an earlier run with this selection, if this one would come to the same.
    pub(crate) fn replay(&self, key: &ReplayKey) -> Option<BuildReport> {
        self.state.replay(self.project, key, &self.output).map(|(report, _)| report)
    }

    /// Whether the fonts are those that an earlier run has loaded without a fault: they need only be loaded if something is
    /// typeset.
    pub(crate) fn has_sound_fonts(&self) -> bool {
        self.reuses && self.state.sound_fonts.as_ref() == Some(&self.inputs.digest_of(is_font))
    }

    /// Compares the files with those that the session began with; to be called after they were loaded. If somebody has saved
    /// one in between, what is made now is not kept.
    pub(crate) fn confirm_loaded(&self) {
        if !self.inputs.are_untouched(self.project.root()) {
            self.is_certain.store(false, Ordering::Relaxed);
        }
    }

    /// The keys of a language edition's PDFs, each with its profile, whether it has marks, and its path. `None` if it is
    /// unknown which program runs.
    pub(crate) fn keys(
        &self,
        input: &KeyInput<'_>,
        files: &[(Profile, bool, String)],
    ) -> Option<Vec<String>> {
        let program = self.program.as_ref()?.sha256();
        let keys = Keys { program, inputs: &self.inputs, fonts: &self.fonts };
        let edition = keys.edition(input);
        let key = |(profile, marks, path): &(Profile, bool, String)| {
            keys.artifact(&edition, input, *profile, *marks, path)
        };
        Some(files.iter().map(key).collect())
    }

    /// The PDF with this key, if its file is still what was written, and what was reported of it.
    pub(crate) fn get(
        &self,
        id: &EditionId,
        profile: Profile,
        key: &str,
    ) -> Option<(Artifact, Vec<Diagnostic>)> {
        let entry = Entry::read(&self.output, id, profile).filter(|_| self.reuses)?;
        let path = entry.artifact.output_path().filter(|_| entry.key == key)?;
        let is_same = |(path, sha256): (&String, &String)| self.inputs.sha256(path) == Some(sha256);
        if !entry.sources.iter().all(is_same) {
            return None;
        }
        let mut texts = Texts::new(self.project);
        let diagnostics = entry.diagnostics.iter().cloned();
        let diagnostics = diagnostics
            .map(|found| found.map_span(|location| texts.span(&location)))
            .collect::<Option<_>>()?;
        match entry.stamp.check(&self.output.join(&path)) {
            Freshness::Different => None,
            Freshness::Same | Freshness::SameWhenRead => Some((entry.artifact, diagnostics)),
        }
    }

    /// Keeps a PDF that was written, with what was reported of it, at once: a run that is killed later keeps it. A PDF whose
    /// diagnostics point into no file of the project is not kept.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written.
    pub(crate) fn put(
        &self,
        artifact: &Artifact,
        key: Option<String>,
        diagnostics: &[Diagnostic],
    ) -> io::Result<()> {
        let earlier = Entry::read(&self.output, &artifact.id, artifact.profile);
        if let Some(earlier) = earlier.map(|earlier| earlier.artifact)
            && let Some(file) = earlier.file.as_ref().filter(|_| artifact.file.is_some())
            && earlier.output_path() != artifact.output_path()
        {
            // The draft of an edition that is approved now, or the other way round.
            file.delete(&self.output.join(earlier.folder()));
        }
        let spans = diagnostics.iter().filter_map(|found| found.span.as_ref());
        let sources = spans.map(|span| {
            let path = &span.file.path;
            Some((path.clone(), self.inputs.sha256(path)?.clone()))
        });
        let sources = sources.collect::<Option<BTreeMap<_, _>>>();
        let (Some(file), Some(path), Some(key), Some(sources), true) = (
            &artifact.file,
            artifact.output_path(),
            key,
            sources,
            self.is_certain.load(Ordering::Relaxed),
        ) else {
            delete(&self.output, &artifact.id, artifact.profile);
            return Ok(());
        };
        let stamp = FileStamp::of_known(&self.output.join(path), file.sha256.clone(), self.now)?;
        let located =
            |found: &Diagnostic| found.clone().map_span(|span| Some(Location::from(&span)));
        let diagnostics = diagnostics.iter().filter_map(located).collect();
        let artifact = artifact.clone();
        Entry { key, stamp, artifact, diagnostics, sources }.write(&self.output)
    }

    /// Forgets PDFs whose files were deleted.
    pub(crate) fn forget(&self, id: &EditionId, profile: Profile) {
        delete(&self.output, id, profile);
    }

    /// Keeps the report of the run for as long as nothing changes. `manifests` are the paths of the manifests that it wrote,
    /// below the output folder; `is_complete` tells whether all files could be written, `has_sound_fonts` whether the fonts have no
    /// fault.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written; then the next run loads everything again.
    pub(crate) fn close(
        mut self,
        key: ReplayKey,
        report: &BuildReport,
        manifests: Vec<String>,
        is_complete: bool,
        has_sound_fonts: bool,
    ) -> io::Result<()> {
        let files = self.stamps(report, manifests);
        if files.is_empty() && self.state == State::default() {
            // Where nothing was made, nothing is left.
            return Ok(());
        }
        let program =
            |program: &Option<Program>| program.as_ref().map(|program| program.sha256().to_owned());
        if program(&self.program) != program(&self.state.program)
            || self.inputs.digest() != self.state.inputs.digest()
        {
            self.state.runs.clear();
        }
        self.state.sound_fonts = has_sound_fonts.then(|| self.inputs.digest_of(is_font));
        self.state.fonts = self.fonts.names();
        self.state.runs.remove(&key);
        let files = files.into_iter().map(|(path, stamp)| Some((path, stamp.ok()?)));
        let files = files.collect::<Option<BTreeMap<_, _>>>();
        let is_own = |path: &str| self.inputs.sha256(path).is_some();
        let report =
            report.clone().map_spans(|span| is_own(&span.file.path).then(|| Location::from(&span)));
        if let (Some(files), Some(report)) = (files, report)
            && !files.is_empty()
            && is_complete
            && self.is_certain.load(Ordering::Relaxed)
            && self.program.is_some()
        {
            self.state.runs.insert(key, Run { files, report });
        }
        (self.state.program, self.state.inputs) = (self.program, self.inputs);
        write_state(&self.output, &self.state)
    }

    /// The files that a run left, by path below the output folder, as they are now.
    fn stamps(
        &self,
        report: &BuildReport,
        manifests: Vec<String>,
    ) -> BTreeMap<String, io::Result<FileStamp>> {
        let written = report.files.iter().filter_map(|built| {
            let sha256 = built.artifact.file.as_ref()?.sha256.clone();
            let path = built.artifact.output_path()?;
            let stamp = FileStamp::of_known(&self.output.join(&path), sha256, self.now);
            Some((path, stamp))
        });
        let manifests = manifests.into_iter().map(|path| {
            let stamp = FileStamp::read(&self.output.join(&path), self.now);
            (path, stamp)
        });
        written.chain(manifests).collect()
    }

    /// The output folder.
    pub(crate) fn output(&self) -> &Path {
        &self.output
    }
}
