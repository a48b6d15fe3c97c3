//! Holds the messages or the terms of a language in the order of their names.

use std::borrow::Borrow;

use crate::load::catalogue::Entry;

/// Messages or terms by name, read like a map.
///
/// There are as many as a project has texts, and all of a file come at once: so they stay where they are put, and only their
/// names are put in order, once for each file.
#[derive(Debug, Clone)]
pub struct Entries<K> {
    /// In the order of the files.
    entries: Vec<Entry>,
    /// The name of each, and where it is among the entries; sorted once a file is complete.
    names: Vec<(K, usize)>,
}

impl<K> Default for Entries<K> {
    fn default() -> Entries<K> {
        Entries { entries: Vec::new(), names: Vec::new() }
    }
}

impl<K: Ord + Borrow<str>> Entries<K> {
    /// The entry of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Entry> {
        Some(&self.entries[self.names[self.position(name)?].1])
    }

    /// How many stand before that of this name; `None` if there is none.
    #[must_use]
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.names.binary_search_by(|(own, _)| own.borrow().cmp(name)).ok()
    }

    /// Whether there is one of that name.
    #[must_use]
    pub(crate) fn contains_key(&self, name: &str) -> bool {
        self.position(name).is_some()
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, more: usize) {
        self.entries.reserve(more);
        self.names.reserve(more);
    }

    /// Adds one, which is found after the next [`sort`](Entries::sort).
    pub(super) fn push(&mut self, name: K, entry: Entry) {
        self.names.push((name, self.entries.len()));
        self.entries.push(entry);
    }

    /// Puts them in order. Of several with one name the first stays: `refuse` is called with it and each other.
    pub(super) fn sort(&mut self, mut refuse: impl FnMut(&Entry, &Entry)) {
        // Stable, so that the first of a name stays before the others.
        self.names.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.names.dedup_by(|(name, later), (earlier, first)| {
            let is_taken = name == earlier;
            if is_taken {
                refuse(&self.entries[*first], &self.entries[*later]);
            }
            is_taken
        });
    }
}

impl<K> Entries<K> {
    /// All of them, each with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &Entry)> {
        self.names.iter().map(|(name, at)| (name, &self.entries[*at]))
    }

    /// Their names.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.names.iter().map(|(name, _)| name)
    }

    /// The entries without their names.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Entry> {
        self.iter().map(|(_, entry)| entry)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Report, SourceFile};
    use crate::load::catalogue::read;

    #[test]
    fn entries_are_in_the_order_of_their_names_and_the_first_of_a_name_stays() {
        let report = Report::new();
        let text = "b = 1\na = 2\nb = 3\n-t = 4\na-1 = 5\na = 6\n";
        let texts = read(&SourceFile::new("a.ftl", text), &report);
        let found: Vec<_> =
            texts.messages.iter().map(|(id, entry)| (id.as_str(), &*entry.canonical)).collect();
        assert_eq!(found, [("a", "2"), ("a-1", "5"), ("b", "1")]);
        assert_eq!(texts.messages.position("b"), Some(2));
        assert!(texts.messages.get("t").is_none() && texts.terms.contains_key("t"));
        let faults = report.into_sorted().into_iter();
        let faults: Vec<_> = faults.map(|fault| (fault.message, fault.hints)).collect();
        let taken = |id: &str, line: usize| {
            let hint = format!("the first stands in `a.ftl`, line {line}");
            (format!("there are two messages `{id}`"), vec![hint])
        };
        assert_eq!(faults, [taken("b", 1), taken("a", 2)]);
    }
}
