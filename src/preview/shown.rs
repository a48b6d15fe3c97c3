//! Knows what a client was told of each message, so that only what is new is said.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::preview::wire::MessageRow;

/// What a client was told, as a number for each message.
#[derive(Debug, Default)]
pub(super) struct Shown(BTreeMap<String, u64>);

impl Shown {
    /// Whether a client was not told this of a message; from now on they were.
    pub(super) fn is_new(&mut self, row: &MessageRow) -> bool {
        let mut hasher = DefaultHasher::new();
        serde_json::to_string(row).unwrap_or_default().hash(&mut hasher);
        let now = hasher.finish();
        self.0.insert(row.id.clone(), now) != Some(now)
    }
}
