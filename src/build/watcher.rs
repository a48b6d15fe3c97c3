//! A project's folder in; a call each time that somebody saves in it out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::diagnostic::Diagnostic;

/// The folders that a brochure is made from. What is written into `output` calls nobody.
const FOLDERS: [&str; 3] = ["brochures", "translations", "fonts"];

/// One save is several events, some milliseconds long: a backup, a new file, a rename.
const SILENCE: Duration = Duration::from_millis(10);

/// However busy the folders are, the wait for silence ends.
const PATIENCE: Duration = Duration::from_millis(200);

/// Listens to a project's folders.
pub(super) struct Watcher {
    root: PathBuf,
    inner: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

/// What was written, and since when.
#[derive(Debug)]
pub(super) struct Saved {
    /// When the first event came.
    pub(super) since: Instant,
    /// The files and folders, relative to the project, with forward slashes.
    pub(super) paths: BTreeSet<String>,
}

impl Watcher {
    /// Begins to listen. Folders that are not there yet are listened to as soon as they are.
    ///
    /// # Errors
    ///
    /// Fails if the system can't tell of changes in the folder.
    pub(super) fn new(root: &Path) -> Result<Watcher, Diagnostic> {
        let failed = |error: notify::Error| {
            Diagnostic::error(format!("can't watch `{}`: {error}", root.display()))
                .hint("run `feuillet build` after each change instead")
        };
        let (sender, events) = channel();
        let mut inner = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.as_ref().map_or(true, |event| is_write(event.kind)) {
                // Nobody listens any more once the program ends.
                let _ = sender.send(event);
            }
        })
        .map_err(failed)?;
        // Some systems tell the real path of a file, whatever way leads to it.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        inner.watch(&root, RecursiveMode::NonRecursive).map_err(failed)?;
        for folder in FOLDERS.map(|folder| root.join(folder)).iter().filter(|path| path.is_dir()) {
            inner.watch(folder, RecursiveMode::Recursive).map_err(failed)?;
        }
        Ok(Watcher { root, inner, events })
    }

    /// Waits until somebody writes, and then for a moment of silence. `None` if nothing will come any more.
    pub(super) fn wait(&mut self) -> Option<Saved> {
        let first = self.events.recv().ok()?;
        let mut saved = Saved { since: Instant::now(), paths: BTreeSet::new() };
        self.note(first, &mut saved);
        self.settle(SILENCE, &mut saved);
        Some(saved)
    }

    /// Waits until nobody has written for so long, and adds what was written meanwhile.
    pub(super) fn settle(&mut self, silence: Duration, saved: &mut Saved) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            match self.events.recv_timeout(silence) {
                Ok(event) => self.note(event, saved),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
    }

    fn note(&mut self, event: notify::Result<Event>, saved: &mut Saved) {
        // Events that were lost are no loss: whoever is called looks at all files.
        for path in event.into_iter().flat_map(|event| event.paths) {
            let Ok(path) = path.strip_prefix(&self.root) else { continue };
            let path = path.to_string_lossy().replace('\\', "/");
            if FOLDERS.contains(&path.as_str()) {
                // The folder itself is new, after a rename for one: the old ear hears nothing.
                let _ = self.inner.watch(&self.root.join(&path), RecursiveMode::Recursive);
            }
            saved.paths.insert(path);
        }
    }
}

/// Whether an event may change what a file holds. Reading is an event too, our own as well.
fn is_write(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
        EventKind::Any | EventKind::Create(_) | EventKind::Remove(_) | EventKind::Other => true,
    }
}
