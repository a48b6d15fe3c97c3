//! Reports pairs of languages that an edition can't be made in: it is not made in one of them, or not in two.

use crate::diagnostic::{Diagnostic, Report};
use crate::language::Tag;
use crate::load::brochure::Brochure;
use crate::load::edition::Edition;
use crate::load::form::Profile;

/// Goes through the pairs of each edition.
pub(super) fn check(brochure: &Brochure, report: &Report) {
    for edition in &brochure.editions {
        check_edition(brochure, edition, report);
    }
}

fn check_edition(brochure: &Brochure, edition: &Edition, report: &Report) {
    let made_in = brochure.languages_of(edition);
    for (index, pair) in edition.pairs.iter().enumerate() {
        let has = |tag: &&Tag| made_in.iter().any(|made| made.value == **tag);
        if let Some(missing) = pair.value.iter().find(|tag| !has(tag)) {
            let message = format!("the edition `{}` is not made in `{missing}`", edition.id.value);
            report.add(
                Diagnostic::error(message)
                    .at(&pair.span)
                    .hint("add it to `languages`, or take the pair out"),
            );
        }
        if edition.pairs[..index].iter().any(|earlier| earlier.value == pair.value) {
            report.add(Diagnostic::error("this pair is there already").at(&pair.span));
        }
        let bound = edition.as_pair();
        let profiles = edition.profiles.iter().filter(|profile| **profile != Profile::Proof);
        let of_profiles = || {
            let mut found = profiles.filter_map(|profile| bound.cannot_be_made_for(*profile));
            found.next()
        };
        let impossible = edition.cannot_be_pair().or_else(of_profiles);
        report.extend(impossible.map(|fault| fault.at(&pair.span)));
    }
}
