//! Tells how far a fact can be relied on: whether somebody verified it who may, as what it is today, and not too long ago.

use time::Date;

use crate::load::facts::Verification;
use crate::load::people::{Refusal, Role};
use crate::load::{People, Publication};
use crate::review::fingerprint::fingerprint;

/// How far a fact can be relied on, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FactState {
    /// Nobody had verified it by then.
    Unverified,
    /// Who verified it may not do so, or might not on that day.
    NotAllowed(Refusal),
    /// It is not what it was when it was verified.
    Changed,
    /// It should have been reviewed before.
    Overdue,
    /// It was verified as it is.
    Verified,
}

/// How far a fact can be relied on, on a day; `None` if there is no such fact.
#[must_use]
pub(crate) fn fact_state(publication: &Publication, fact: &str, date: Date) -> Option<FactState> {
    let verification = publication.facts.verification(fact)?;
    Some(verification_state(&publication.people, verification, date))
}

/// How far what was verified so can be relied on, on a day.
#[must_use]
pub(crate) fn verification_state(
    people: &People,
    verification: &Verification,
    date: Date,
) -> FactState {
    let Some(verified) = verification.verified.filter(|verified| *verified <= date) else {
        return FactState::Unverified;
    };
    // A day that was written by hand names nobody, and holds for what the fact is.
    if let Some(signature) = &verification.signature {
        let by = &signature.by.value;
        if let Err(refusal) = may_verify(people, by, verification.is_legal, verified) {
            return FactState::NotAllowed(refusal);
        }
        if signature.fingerprint != fingerprint(&verification.canonical) {
            return FactState::Changed;
        }
    }
    let is_overdue = verification.review_by < date;
    if is_overdue { FactState::Overdue } else { FactState::Verified }
}

/// Whether somebody may verify facts on a day: whoever may review, approve or sign for the law; only the last if the fact is
/// one of the law. The language does not matter: a fact is the same in all.
///
/// # Errors
///
/// Fails if they may not.
pub(crate) fn may_verify(
    people: &People,
    by: &str,
    is_legal: bool,
    on: Date,
) -> Result<(), Refusal> {
    let may = |role| people.allowed(by, role, None, on).map(|_| ());
    if is_legal {
        return may(Role::Legal);
    }
    may(Role::Review).or_else(|refusal| {
        let others = may(Role::Approve).or_else(|_| may(Role::Legal));
        others.map_err(|other| if let Refusal::Left(_) = other { other } else { refusal })
    })
}
