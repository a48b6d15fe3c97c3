//! Turns the keys `months`, `days` and `clock` of a language's row into how it writes dates and hours.

use crate::diagnostic::{Diagnostic, Located};
use crate::fields::Fields;

/// How a language writes dates and hours where CLDR does not say it, or says it otherwise than a leaflet does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Dates {
    /// The names of the months from January on, as they stand between day and year.
    pub(crate) months: Option<Vec<String>>,
    /// The names of the days from Monday on.
    pub(crate) days: Option<Vec<String>>,
    /// Whether hours are counted twice to 12.
    pub(crate) counts_to_twelve: bool,
}

/// Reads them.
pub(super) fn read(fields: &Fields<'_>) -> Dates {
    let clock = fields.word("clock", &[("24", false), ("12", true)]);
    Dates {
        months: names(fields, "months", 12),
        days: names(fields, "days", 7),
        counts_to_twelve: clock.is_some_and(|found| found.value),
    }
}

fn names(fields: &Fields<'_>, key: &'static str, wanted: usize) -> Option<Vec<String>> {
    let found = fields.optional::<Vec<Located<String>>>(key)?;
    if found.value.len() != wanted {
        fields.report().add(
            Diagnostic::error(format!(
                "`{key}` must be a list of {wanted}, found {}",
                found.value.len()
            ))
            .at(&found.span)
            .hint("name them all, in their order"),
        );
        return None;
    }
    Some(found.value.into_iter().map(|name| name.value).collect())
}
