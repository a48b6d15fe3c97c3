//! Makes one language edition again whenever a file that it is made from is saved.

mod changes;
mod links;
mod session;
mod watcher;

pub(crate) use changes::{Change, ChangeKind, ChangeSet};
pub(crate) use session::{Rebuild, WatchSession};
