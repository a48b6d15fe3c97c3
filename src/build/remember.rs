//! What earlier runs left in; what this run may take over out, and at its end what the next one may.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use crate::build::cache::fonts::{FontFiles, is_font};
use crate::build::cache::key::Keys;
use crate::build::cache::seen::{Inputs, Moment, Seen, digest};
use crate::build::cache::stored::Texts;
use crate::build::cache::{Cache, Program, Record, Remembered, again};
use crate::build::files::{cannot_write, is_inside};
use crate::build::group::Memory;
use crate::build::turn::{FOLDER, Turn};
use crate::build::{Built, Choice, Outcome, chosen, manifest};
use crate::diagnostic::Diagnostic;
use crate::load::Project;

/// What earlier runs left, and what this one begins with.
pub(super) struct Recall {
    pub(super) cache: Cache,
    now: Moment,
    program: Option<Program>,
    inputs: Inputs,
    fonts: FontFiles,
}

/// What a run has made, by brochure, edition, language and profile.
#[derive(Default)]
pub(super) struct Made {
    records: BTreeMap<String, Option<(Record, Option<Seen>)>>,
    /// Whether a file could not be written: the next run tries again.
    pub(super) unwritten: bool,
}

impl Made {
    /// Adds what came of a job.
    pub(super) fn add(
        &mut self,
        built: &Built,
        record: Option<(Record, Option<Seen>)>,
        unwritten: bool,
    ) {
        self.records.insert(built.slot(), record);
        self.unwritten |= unwritten;
    }
}

impl Recall {
    /// Looks at the project before anything is loaded: what is saved later is found by the next run.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written into the output folder.
    pub(super) fn new(project: &Project, turn: &Turn) -> io::Result<Recall> {
        let now = turn.moment()?;
        let cache = Cache::read(turn.output());
        let program = Program::running(cache.program.as_ref(), now);
        let inputs = Inputs::scan(project.root(), &cache.inputs, now);
        let fonts = FontFiles::new(project.root(), &inputs, &cache.fonts);
        Ok(Recall { cache, now, program, inputs, fonts })
    }

    /// Whether the fonts are those that an earlier run has loaded without a fault: they need be loaded only if something
    /// is typeset.
    pub(super) fn has_sound_fonts(&self) -> bool {
        self.cache.sound_fonts.as_ref() == Some(&self.inputs.digest_of(is_font))
    }

    /// What the jobs of a run may take over: nothing if all is made again. `None` if it can't be told which program runs.
    pub(super) fn memory<'a>(&'a self, project: &'a Project, force: bool) -> Option<Memory<'a>> {
        let program = self.program.as_ref()?.sha256();
        let keys = Keys::new(program, &self.inputs, &self.fonts);
        Some(Memory { keys, cache: (!force).then_some(&self.cache), project, now: self.now })
    }

    /// Writes what the next run may take over. If somebody has saved a file meanwhile, it can't be told of which version a
    /// PDF was made, and none of this run is taken over.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written; then the next run makes all again.
    pub(super) fn keep(
        mut self,
        project: &Project,
        choice: &Choice,
        output: &Path,
        outcome: &Outcome,
        made: Made,
        sound: bool,
    ) -> Result<(), Diagnostic> {
        let untouched = self.inputs.are_untouched(project.root());
        let same_program = self.program.as_ref().map(Program::sha256)
            == self.cache.program.as_ref().map(Program::sha256);
        if !same_program || self.inputs.digest() != self.cache.inputs.digest() {
            self.cache.remembered.clear();
        }
        self.cache.sound_fonts = sound.then(|| self.inputs.digest_of(is_font));
        self.cache.fonts = self.fonts.names();
        let unwritten = made.unwritten;
        for (slot, record) in made.records {
            if let Some((record, seen)) = record {
                self.put(output, slot, record, seen, untouched);
            }
        }
        for path in &outcome.deleted {
            self.cache.outputs.remove(path);
            self.cache.records.retain(|_, record| record.path != *path);
        }
        let mut left = BTreeSet::new();
        for built in &outcome.built {
            left.extend(built.file.iter().map(|(path, _)| format!("{}/{path}", built.brochure)));
        }
        for id in chosen(project, choice) {
            let path = format!("{id}/{}", manifest::FILE);
            if let Ok(seen) = Seen::read(&output.join(&path), self.now) {
                self.cache.outputs.insert(path.clone(), seen);
                left.insert(path);
            }
        }
        if self.cache.outputs.is_empty() {
            return Ok(());
        }
        let name = again::name(project, choice);
        self.cache.remembered.remove(&name);
        let all_seen = left.iter().all(|path| self.cache.outputs.contains_key(path));
        if untouched && all_seen && !unwritten && self.program.is_some() {
            let remembered = Remembered::new(outcome, left, &Texts::new(project));
            self.cache.remembered.insert(name, remembered);
        }
        (self.cache.program, self.cache.inputs) = (self.program, self.inputs);
        let written = self.cache.write(output);
        written.map_err(|error| cannot_write(&output.join(FOLDER), &error))
    }

    /// Notes a PDF. One that is at another path now, since its edition is approved or a draft again, leaves no other.
    fn put(
        &mut self,
        output: &Path,
        slot: String,
        record: Record,
        seen: Option<Seen>,
        untouched: bool,
    ) {
        let path = record.path.clone();
        let earlier = self.cache.records.remove(&slot);
        if earlier.as_ref().is_some_and(|earlier| earlier.key != record.key) {
            // Another choice, such as one with marks, has told of another file at this path.
            self.cache.remembered.retain(|_, remembered| !remembered.left(&path));
        }
        let is_claimed = |path: &String| {
            *path == record.path || self.cache.records.values().any(|one| one.path == *path)
        };
        if let Some(earlier) = earlier.filter(|earlier| !is_claimed(&earlier.path)) {
            let seen = self.cache.outputs.remove(&earlier.path);
            let target = output.join(&earlier.path);
            if is_inside(&earlier.path)
                && seen.is_some_and(|seen| digest(&target).is_ok_and(|sha| sha == seen.sha256))
            {
                // It may have gone already.
                let _ = fs::remove_file(target);
            }
        }
        if let Some(seen) = seen {
            self.cache.outputs.insert(path, seen);
            if untouched {
                self.cache.records.insert(slot, record);
            }
        }
    }
}
