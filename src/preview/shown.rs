//! Knows what a client was told of each message, so that only what is new is said.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher as _};

/// What a client was told, as a number for each message.
#[derive(Debug, Default)]
pub(super) struct Shown(BTreeMap<String, u64>);

impl Shown {
    /// Whether a client was not told this of a message; from now on they were.
    pub(super) fn is_new(&mut self, message: &str, told: &impl Hash) -> bool {
        let now = number(told);
        match self.0.get_mut(message) {
            Some(known) => std::mem::replace(known, now) != now,
            None => self.0.insert(message.to_owned(), now).is_none(),
        }
    }
}

/// A number that is another one for anything else.
pub(super) fn number(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn what_was_told_is_not_new() {
        let mut shown = Shown::default();
        assert!(shown.is_new("a", &1) && shown.is_new("b", &1));
        assert!(!shown.is_new("a", &1) && shown.is_new("a", &2) && shown.is_new("a", &1));
    }
}
