//! Tells the thread of the [workspace](crate::preview::workspace) what happens: on pages, to files, in engines.

use crate::preview::client::Joined;
use crate::preview::engine::Drawn;
use crate::preview::wire::Incoming;
use crate::preview::writer::Done;

/// What the thread of the workspace is told.
pub(super) enum Event {
    /// Somebody has come.
    Joined(Box<Joined>),
    /// Somebody has gone.
    Left(u64),
    /// Somebody says something.
    Said(u64, Incoming),
    /// A session is to be forgotten with all that it typed.
    Forget(String),
    /// A session is over.
    End(String, &'static str),
    /// Something was done with files.
    Done(Done),
    /// Pages were drawn.
    Drawn(Drawn),
    /// Pages were shown, and the next ones came before more was known of them.
    Overtaken,
}
