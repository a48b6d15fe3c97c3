//! Reads which languages an edition is made in together, and how they stand beside each other.

use crate::diagnostic::Located;
use crate::fields::Fields;
use crate::language::Tag;
use crate::language::tags::language_pair;

/// How two languages stand together in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum PairLayout {
    /// Each from a cover of its own.
    #[default]
    BackToBack,
    /// Beside each other, block by block, in two columns.
    Parallel,
}

/// The layouts and their names.
pub(crate) const PAIR_LAYOUTS: [(&str, PairLayout); 2] =
    [("back-to-back", PairLayout::BackToBack), ("parallel", PairLayout::Parallel)];

/// Reads the key `pairs` of an edition: the languages that are made together in one file, whoever builds.
pub(super) fn read_pairs(fields: &Fields<'_>) -> Vec<Located<Vec<Tag>>> {
    let given = fields.or_default::<Vec<Located<String>>>("pairs").into_iter();
    let read = given.filter_map(|given| match language_pair(&given.value) {
        Ok(pair) => Some(Located::new(pair, given.span)),
        Err(fault) => {
            fields.report().add(fault.at(&given.span));
            None
        }
    });
    read.collect()
}
