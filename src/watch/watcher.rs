//! Waits until somebody saves a file below a project's folders.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::diagnostic::Diagnostic;
use crate::load::paths::INPUTS;

/// One save is several events, some milliseconds long: a backup, a new file, a rename.
const SILENCE: Duration = Duration::from_millis(10);

/// However busy the folders are, the wait for silence ends.
const PATIENCE: Duration = Duration::from_millis(200);

/// Listens to a project's folders.
pub(super) struct Watcher {
    root: PathBuf,
    inner: RecommendedWatcher,
    events: Receiver<(Instant, notify::Result<Event>)>,
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
                let _ = sender.send((Instant::now(), event));
            }
        })
        .map_err(failed)?;
        // Some systems tell the real path of a file, whatever way leads to it.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        inner.watch(&root, RecursiveMode::NonRecursive).map_err(failed)?;
        for folder in INPUTS.map(|folder| root.join(folder)).iter().filter(|path| path.is_dir()) {
            inner.watch(folder, RecursiveMode::Recursive).map_err(failed)?;
        }
        Ok(Watcher { root, inner, events })
    }

    /// Waits until somebody writes, and then for a moment of silence; gives the time of the first event. `None` if
    /// nothing will come any more.
    pub(super) fn wait(&mut self) -> Option<Instant> {
        let (since, event) = self.events.recv().ok()?;
        self.note(event);
        self.settle(SILENCE);
        Some(since)
    }

    /// Waits until nobody has written for so long.
    pub(super) fn settle(&mut self, silence: Duration) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE
            && let Ok((_, event)) = self.events.recv_timeout(silence)
        {
            self.note(event);
        }
    }

    /// Watches a folder again that was renamed or deleted and is back: the system watches the old one.
    fn note(&mut self, event: notify::Result<Event>) {
        // Events that were lost are no loss: whoever is called looks at all files.
        for path in event.into_iter().flat_map(|event| event.paths) {
            if INPUTS.iter().any(|folder| path == self.root.join(folder)) {
                // It may have gone already.
                let _ = self.inner.watch(&path, RecursiveMode::Recursive);
            }
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
