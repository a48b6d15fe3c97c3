//! Changes the files of the project on behalf of those who are on the page, one after another, in a thread of its own: the
//! texts of a catalogue, signatures, remarks. It also reads all files again when somebody else changed one.
//!
//! Whatever it changes, it takes the lock, reads the files as they are then, and writes all or nothing.

mod saving;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use time::Date;

use crate::diagnostic::{Diagnostic, Report};
use crate::driver::{LoadedBrochure, Selection, Timings, load_brochures};
use crate::edit::{ChangeSet, EditLock};
use crate::exchange::export::MadeFrom;
use crate::exchange::import::{TypedText, made_from};
use crate::language::Tag;
use crate::load::remarks::{self, Remark};
use crate::load::{Project, Publication, RecordFile, Scope, TextId, reread};
use crate::preview::drafts::message_of;
use crate::preview::sentences::Sentences;
use crate::preview::signatures::{Act, sign, sign_edition};
use crate::preview::token;
use crate::preview::wire::Sequence;
use crate::review::assess;
use crate::signing::Outcome;
use crate::typeset::Fonts;
use crate::watch::Snapshot;

/// An editor that takes a file away or empties it before it writes is done within this time.
const SAVE_TIME: Duration = Duration::from_millis(60);

/// So many tasks at most are done before all files are read again.
const BATCH: usize = 64;

/// What a page says to approve the make-up of an edition.
pub(super) const APPROVE_EDITION: &str = "approve-edition";

/// A text to save, with the version that it replaces.
#[derive(Debug, Clone)]
pub(super) struct SavedText {
    /// The text.
    pub(super) typed: TypedText,
    /// The version of the catalogue's text that its writer knew.
    pub(super) base: String,
    /// Its number.
    pub(super) seq: Sequence,
}

/// What is to be done.
pub(super) enum Task {
    /// Texts of one message are to stand in the catalogue.
    Save { client: u64, language: Tag, message: TextId, texts: Vec<SavedText>, by: Option<String> },
    /// Somebody signs a message.
    Sign { client: u64, language: Tag, message: TextId, act: Act, by: Option<String> },
    /// Somebody signs the make-up of an edition, of which they have seen `make_up`.
    SignEdition { client: u64, language: Tag, edition: String, make_up: String, by: Option<String> },
    /// Somebody remarks something.
    Remark { client: u64, language: Tag, message: TextId, text: String, by: Option<String> },
    /// A remark is dealt with.
    RemarkDone { client: u64, language: Tag, message: TextId, remark: String },
    /// Somebody may have changed files.
    Changed,
}

/// What was done.
pub(super) enum Done {
    /// The files as they are now.
    Loaded(Box<Loaded>),
    /// The files can't be read as they are now.
    Broken(Vec<Diagnostic>),
    /// A text stands in the file, in this version.
    Saved { client: u64, language: Tag, unit: String, seq: Sequence, base: String },
    /// The file says something else than the writer knew.
    Conflict {
        client: u64,
        language: Tag,
        unit: String,
        theirs: String,
        base: String,
        yours: String,
    },
    /// It was not done.
    Refused {
        client: u64,
        to: &'static str,
        unit: Option<String>,
        message: Option<String>,
        why: Sentences,
        seq: Option<Sequence>,
    },
}

/// The project as it was read.
pub(super) struct Loaded {
    /// The brochure.
    pub(super) brochure: Arc<LoadedBrochure>,
    /// From which source texts the translations were made, by language.
    pub(super) made_from: BTreeMap<Tag, MadeFrom>,
    /// The fonts.
    pub(super) fonts: Arc<Fonts>,
}

/// The thread's way in.
#[derive(Clone)]
pub(super) struct Writer {
    tasks: Sender<Task>,
}

impl Writer {
    /// Starts the thread; what it did it tells.
    pub(super) fn start(
        project: Project,
        brochure: String,
        fonts: Arc<Fonts>,
        today: fn() -> Date,
        tell: impl Fn(Done) + Send + 'static,
    ) -> Writer {
        let (tasks, received) = channel();
        let mut files = Snapshot::default();
        files.update(Snapshot::take(project.root(), &brochure));
        let (latest, is_behind, tell) = (None, false, Box::new(tell));
        let work = Work { project, brochure, files, latest, is_behind, fonts, today, tell };
        thread::spawn(move || work.run(&received));
        Writer { tasks }
    }

    /// Gives it something to do.
    pub(super) fn give(&self, task: Task) {
        let _ = self.tasks.send(task);
    }
}

/// Reads a brochure with all that belongs to it.
///
/// # Errors
///
/// Fails with what is wrong in the files.
pub(super) fn read(
    project: &Project,
    brochure: &str,
    fonts: &Arc<Fonts>,
) -> Result<Loaded, Vec<Diagnostic>> {
    let report = Report::new();
    let selection = Selection { brochures: vec![brochure.to_owned()], ..Selection::default() };
    let loaded = load_brochures(project, &selection, &mut Timings::default(), &report);
    let Some(loaded) = loaded.map_err(|fault| vec![fault])?.pop() else {
        return Err(report.into_sorted().into_iter().filter(Diagnostic::is_error).collect());
    };
    let languages = loaded.publication.brochure.all_languages();
    let made_from = languages.into_iter().filter_map(|language| {
        let texts = made_from(project, brochure, &language, &Report::new()).ok()?;
        Some((language, texts))
    });
    let made_from = made_from.collect();
    Ok(Loaded { brochure: Arc::new(loaded), made_from, fonts: Arc::clone(fonts) })
}

struct Work {
    project: Project,
    brochure: String,
    /// The files as they were last read.
    files: Snapshot,
    /// What they say, until one of them is another.
    latest: Option<Publication>,
    /// Whether somebody changed a file since all were last read.
    is_behind: bool,
    fonts: Arc<Fonts>,
    today: fn() -> Date,
    tell: Box<dyn Fn(Done) + Send>,
}

impl Work {
    fn run(mut self, tasks: &Receiver<Task>) {
        while let Ok(first) = tasks.recv() {
            // What stands in the files is shown before it is said to stand there: the versions agree.
            let mut saved = Vec::new();
            let mut is_changed = false;
            let waiting = tasks.try_iter().take(BATCH);
            for task in std::iter::once(first).chain(waiting) {
                is_changed |= self.work(task, &mut saved);
            }
            if is_changed || std::mem::take(&mut self.is_behind) {
                self.look();
                self.read();
            }
            saved.into_iter().for_each(|done| (self.tell)(done));
        }
    }

    /// Does a task; tells whether files are others now. What was saved is told once they were read again.
    fn work(&mut self, task: Task, saved: &mut Vec<Done>) -> bool {
        match task {
            Task::Changed => self.look(),
            Task::Save { client, language, message, texts, by } => {
                self.save(client, &language, &message, texts, by.as_deref(), saved)
            }
            Task::Sign { client, language, message, act, by } => {
                let refused = |why| Done::Refused {
                    client,
                    to: act.as_str(),
                    unit: None,
                    message: Some(message.to_string()),
                    why,
                    seq: None,
                };
                match self.sign(&language, &message, act, by.as_deref()) {
                    Ok(()) => true,
                    Err(fault) => {
                        (self.tell)(refused(Sentences::of(&fault)));
                        false
                    }
                }
            }
            Task::SignEdition { client, language, edition, make_up, by } => {
                let signed = self.sign_edition(&language, (&edition, &make_up), by.as_deref());
                self.was_changed(client, APPROVE_EDITION, None, signed)
            }
            Task::Remark { client, language, message, text, by } => {
                let added = self.change_remarks(&language, |all, today| {
                    let id = token::secret().unwrap_or_default().chars().take(8).collect();
                    all.push(Remark { id, message: message.clone(), by, on: today, text });
                });
                self.was_changed(client, "remark", Some(&message), added)
            }
            Task::RemarkDone { client, language, message, remark } => {
                let removed = self.change_remarks(&language, |all, _| {
                    all.retain(|own| own.id != remark || own.message != message);
                });
                self.was_changed(client, "remark-done", Some(&message), removed)
            }
        }
    }

    /// Whether a change was made; tells why not.
    fn was_changed(
        &self,
        client: u64,
        to: &'static str,
        message: Option<&TextId>,
        changed: Result<(), Diagnostic>,
    ) -> bool {
        match changed {
            Ok(()) => true,
            Err(fault) => {
                let (why, message) = (Sentences::of(&fault), message.map(ToString::to_string));
                (self.tell)(Done::Refused { client, to, unit: None, message, why, seq: None });
                false
            }
        }
    }

    /// Looks at all files, and tells whether one is another than when it was last read. Our own changes were read already.
    fn look(&mut self) -> bool {
        let mut later = Snapshot::take(self.project.root(), &self.brochure);
        if self.files.is_doubtful(&later) {
            thread::sleep(SAVE_TIME);
            later = Snapshot::take(self.project.root(), &self.brochure);
        }
        let changes = self.files.update(later).changes;
        if !changes.is_empty() {
            self.latest = None;
        }
        if changes.iter().any(|change| change.file.starts_with("fonts/")) {
            self.fonts = Arc::new(Fonts::load(&self.project.fonts(), &Report::new()));
        }
        !changes.is_empty()
    }

    fn read(&self) {
        (self.tell)(match read(&self.project, &self.brochure, &self.fonts) {
            Ok(loaded) => Done::Loaded(Box::new(loaded)),
            Err(faults) => Done::Broken(faults),
        });
    }

    /// The publication as the files are now: that of the last save, if nobody has changed a file since.
    fn latest(&mut self, project: &Project) -> Result<Publication, Diagnostic> {
        let latest = if self.is_up_to_date() { self.latest.take() } else { None };
        latest.map_or_else(|| self.load(project), Ok)
    }

    /// Whether nobody has changed a file since the last look.
    fn is_up_to_date(&mut self) -> bool {
        let is_changed = self.look();
        self.is_behind |= is_changed;
        !is_changed
    }

    /// Keeps what the files say after a change of the program's own to the texts of one language.
    fn keep(&mut self, mut publication: Publication, language: &Tag) {
        self.files.update(Snapshot::take(self.project.root(), &self.brochure));
        let report = Report::new();
        reread(&mut publication, &self.project.snapshot(), language, &report);
        self.latest = (!report.has_errors()).then_some(publication);
    }

    /// The publication as the files are now.
    fn load(&self, project: &Project) -> Result<Publication, Diagnostic> {
        let report = Report::new();
        crate::load::load(project, &self.brochure, &report).map_err(|_| {
            let mut faults = report.into_sorted().into_iter().filter(Diagnostic::is_error);
            faults.next().unwrap_or_else(|| Diagnostic::error("the brochure can't be read"))
        })
    }

    fn sign(
        &self,
        language: &Tag,
        message: &TextId,
        act: Act,
        by: Option<&str>,
    ) -> Result<(), Diagnostic> {
        let _lock = EditLock::acquire(&self.project)?;
        let publication = self.load(&self.project)?;
        let states = assess(&publication);
        let mut record = self.record(&publication, language, message)?;
        let signed = sign(
            (&publication, &states),
            language,
            message,
            act,
            (by, (self.today)()),
            &mut record,
        )?;
        match signed {
            Outcome::Signed => self.commit(&record),
            Outcome::AlreadySigned => Ok(()),
        }
    }

    fn sign_edition(
        &self,
        language: &Tag,
        seen: (&str, &str),
        by: Option<&str>,
    ) -> Result<(), Diagnostic> {
        let _lock = EditLock::acquire(&self.project)?;
        let publication = self.load(&self.project)?;
        let states = assess(&publication);
        let mut record = self.read_record(language, &Scope::Brochure(self.brochure.clone()))?;
        let signer = (by, (self.today)());
        sign_edition((&publication, &states), language, seen, signer, &mut record)?;
        self.commit(&record)
    }

    fn record(
        &self,
        publication: &Publication,
        language: &Tag,
        message: &TextId,
    ) -> Result<RecordFile, Diagnostic> {
        let entry = publication.catalogues.get(language).and_then(|own| own.texts.get(message));
        let scope = match entry {
            Some(entry) if entry.common => Scope::Common,
            _ => Scope::Brochure(self.brochure.clone()),
        };
        self.read_record(language, &scope)
    }

    fn read_record(&self, language: &Tag, scope: &Scope) -> Result<RecordFile, Diagnostic> {
        let report = Report::new();
        RecordFile::read(&self.project, language, scope, &report).map_err(|_| {
            Diagnostic::error(format!("the record of `{language}` can't be read"))
                .hint("`feuillet check` tells what is wrong with it")
        })
    }

    fn commit(&self, record: &RecordFile) -> Result<(), Diagnostic> {
        let mut changes = ChangeSet::new(&self.project);
        for (path, before, after) in record.changes() {
            changes.write(path, before.as_deref(), after);
        }
        changes.commit()
    }

    fn change_remarks(
        &self,
        language: &Tag,
        change: impl FnOnce(&mut Vec<Remark>, Date),
    ) -> Result<(), Diagnostic> {
        let _lock = EditLock::acquire(&self.project)?;
        let path = remarks::path(language, &self.brochure);
        let before = self.project.read_bytes(&path);
        let report = Report::new();
        let mut all = Vec::new();
        if before.is_some() {
            let file = self.project.read_text(&path, &report);
            all = file.map(|file| remarks::read(&file, &report)).unwrap_or_default();
        }
        if report.has_errors() {
            return Err(Diagnostic::error(format!("`{path}` can't be read"))
                .hint("`feuillet check` tells what is wrong with it"));
        }
        change(&mut all, (self.today)());
        let mut changes = ChangeSet::new(&self.project);
        changes.write(path, before.as_deref(), remarks::write(&all));
        changes.commit()
    }
}

/// The message of a unit.
pub(super) fn message_id(unit: &str) -> Option<TextId> {
    message_of(unit).parse().ok()
}
