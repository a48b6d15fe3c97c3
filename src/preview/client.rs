//! Knows somebody who is on the page: who they are, what they look at, what they were told.

use std::sync::Arc;

use crate::preview::drafts::TabKey;
use crate::preview::engine::EngineKey;
use crate::preview::outbox::Outbox;
use crate::preview::person::Person;
use crate::preview::shown::Shown;

/// The longest text of a field, in UTF-16.
pub(super) const LONGEST_TEXT: usize = 20_000;

/// Somebody who has come.
pub(super) struct Joined {
    pub(super) id: u64,
    pub(super) person: Person,
    pub(super) tab: String,
    pub(super) outbox: Arc<Outbox>,
    pub(super) language: Option<String>,
    pub(super) edition: Option<String>,
}

/// Somebody who is there.
pub(super) struct Client {
    pub(super) person: Person,
    pub(super) key: TabKey,
    pub(super) outbox: Arc<Outbox>,
    /// What they look at.
    pub(super) opened: EngineKey,
    /// The message at which they work.
    pub(super) focus: Option<String>,
    /// What they were told of each message.
    pub(super) shown: Shown,
}
