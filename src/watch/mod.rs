//! Makes one language edition again whenever a file that it is made from is saved.

mod changes;
mod links;
mod session;
mod watcher;

pub(crate) use changes::{Change, ChangeKind, ChangeSet, Snapshot};
pub(crate) use session::{Rebuild, WatchSession};
pub(crate) use watcher::Watcher;
