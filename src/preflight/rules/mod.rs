//! Tells which rules a file is checked against: the table of rules.

mod access;
mod actions;
mod boxes;
mod colour;
mod file;
mod fonts;
mod images;
mod layout;
mod metadata;
mod occurrence;
mod rule;
mod standard;
mod transparency;
mod ua;
mod words;

use std::sync::LazyLock;

pub(crate) use occurrence::{Occurrence, Occurrences};
pub(crate) use rule::{Check, Context, Derived};
pub use rule::{GROUPS, Group, Rule, Severity};
pub(crate) use ua::unchecked;

/// All rules, in the order in which they are reported.
static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let tables: [&'static [Rule]; 12] = [
        file::RULES,
        metadata::RULES,
        standard::RULES,
        ua::RULES,
        boxes::RULES,
        fonts::RULES,
        colour::RULES,
        images::RULES,
        transparency::RULES,
        actions::RULES,
        access::RULES,
        layout::RULES,
    ];
    tables.into_iter().flatten().collect()
});

/// All rules, in the order in which they are reported.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    &RULES
}
