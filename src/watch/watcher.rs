//! Waits until somebody saves a file below a project's folders.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::diagnostic::Diagnostic;
use crate::load::paths::INPUTS;
use crate::watch::links::Links;

/// One save is several events, some milliseconds long: a backup, a new file, a rename.
const SILENCE: Duration = Duration::from_millis(10);

/// However busy the folders are, the wait for silence ends.
const PATIENCE: Duration = Duration::from_millis(200);

/// Listens to a project's folders.
pub(crate) struct Watcher {
    root: PathBuf,
    inner: RecommendedWatcher,
    /// Where the links of the project lead.
    links: Links,
    events: Receiver<(Instant, notify::Result<Event>)>,
}

impl Watcher {
    /// Begins to listen. Folders that are not there yet are listened to as soon as they are.
    ///
    /// # Errors
    ///
    /// Fails if the system can't tell of changes in the folder.
    pub(crate) fn new(root: &Path) -> Result<Watcher, Diagnostic> {
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
        let mut watcher = Watcher { root, inner, links: Links::default(), events };
        watcher.follow_links();
        Ok(watcher)
    }

    /// Waits until somebody writes, and then for a moment of silence; gives the time of the first event. `None` if
    /// nothing will come any more.
    pub(crate) fn wait(&mut self) -> Option<Instant> {
        loop {
            let (since, event) = self.events.recv().ok()?;
            let concerns = self.concerns(&event);
            self.note(event);
            if concerns {
                self.settle(SILENCE);
                // The save may have been that of a link.
                self.follow_links();
                return Some(since);
            }
        }
    }

    /// Whether an event may change a file of the project: folders to which links lead hold others too.
    fn concerns(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        let is_own = |path: &PathBuf| path.starts_with(&self.root) || self.links.concern(path);
        event.paths.is_empty() || event.paths.iter().any(is_own)
    }

    /// Listens where the links of the project lead: the system tells of what happens in folders, and a link is none.
    fn follow_links(&mut self) {
        self.links = Links::find(&self.root);
        for folder in self.links.parents(&self.root) {
            // It may have gone already.
            let _ = self.inner.watch(folder, RecursiveMode::NonRecursive);
        }
        for folder in &self.links.folders {
            let _ = self.inner.watch(folder, RecursiveMode::Recursive);
        }
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
