//! Reads which languages an edition is made in together, and checks that it can be.

use crate::diagnostic::{Diagnostic, Located};
use crate::fields::Fields;
use crate::language::Tag;
use crate::language::tags::language_pair;
use crate::load::brochure::Brochure;
use crate::load::edition::Edition;
use crate::load::form::Profile;

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

/// What is wrong with the pairs of the editions of a brochure: languages that an edition is not made in, editions that can't be made
/// so.
pub(super) fn pair_faults(brochure: &Brochure) -> Vec<Diagnostic> {
    let editions = brochure.editions.iter();
    editions.flat_map(|edition| faults_of(brochure, edition)).collect()
}

fn faults_of(brochure: &Brochure, edition: &Edition) -> Vec<Diagnostic> {
    let made_in = brochure.languages_of(edition);
    let mut faults = Vec::new();
    for (index, pair) in edition.pairs.iter().enumerate() {
        let has = |tag: &&Tag| made_in.iter().any(|made| made.value == **tag);
        if let Some(missing) = pair.value.iter().find(|tag| !has(tag)) {
            let message = format!("the edition `{}` is not made in `{missing}`", edition.id.value);
            faults.push(
                Diagnostic::error(message)
                    .at(&pair.span)
                    .hint("add it to `languages`, or take the pair out"),
            );
        }
        if edition.pairs[..index].iter().any(|earlier| earlier.value == pair.value) {
            faults.push(Diagnostic::error("this pair is there already").at(&pair.span));
        }
        let bound = edition.as_pair();
        let profiles = edition.profiles.iter().filter(|profile| **profile != Profile::Proof);
        let of_profiles = || {
            let mut found = profiles.filter_map(|profile| bound.cannot_be_made_for(*profile));
            found.next()
        };
        let impossible = edition.cannot_be_pair().or_else(of_profiles);
        faults.extend(impossible.map(|fault| fault.at(&pair.span)));
    }
    faults
}
