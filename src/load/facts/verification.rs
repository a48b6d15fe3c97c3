//! Reads where a fact comes from, who verified it as what, and until when that holds.

use time::Date;

use crate::diagnostic::{Diagnostic, Located, Reported};
use crate::fields::{Fields, Table};

/// Where a fact comes from, and how long it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verification {
    /// Where it was found.
    pub(crate) source: String,
    /// The day on which somebody last called the number or read the law.
    pub(crate) verified: Option<Date>,
    /// Who did, and what the fact was then; `None` if the day was written by hand.
    pub(crate) signature: Option<Signature>,
    /// The day on which it must be looked at again.
    pub(crate) review_by: Date,
    /// Whether somebody with the role `legal` must verify it.
    pub(crate) is_legal: bool,
    /// What it says now, in canonical form: what is verified.
    pub(crate) canonical: String,
}

/// Who verified a fact, and as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Initials or a pseudonym.
    pub(crate) by: Located<String>,
    /// The fingerprint of what was verified.
    pub(crate) fingerprint: String,
}

/// The keys of a fact that say where it comes from, not what it is.
const ABOUT_ITSELF: [&str; 5] = ["source", "verified", "verified-by", "fingerprint", "review-by"];

/// What is verified of a fact: its name, all its keys but those about where it comes from and those of `notes`, and what a
/// telephone dials. The order of the keys and the layout of the file are no part of it.
pub(in crate::load) fn canonical_form(
    name: &str,
    table: &Table,
    notes: &[&str],
    dialled: Option<&str>,
) -> String {
    let except: Vec<&str> = ABOUT_ITSELF.iter().chain(notes).copied().collect();
    let dialled = dialled.unwrap_or_default();
    format!("{name} {} {dialled}", table.canonical(&except))
}

/// Reads the keys about where a fact comes from; `canonical` is what is verified of it.
pub(in crate::load) fn read_verification(
    fields: &Fields<'_>,
    canonical: String,
) -> Result<Verification, Reported> {
    let source = fields.required::<String>("source");
    let verified = fields.optional::<Date>("verified");
    let by = fields.optional::<String>("verified-by");
    let verified_as = fields.optional::<String>("fingerprint");
    let review_by = fields.required::<Date>("review-by");
    let is_legal = fields.or_default("legal");
    let report = fields.report();
    if let (Some(verified), Ok(review_by)) = (&verified, &review_by)
        && verified.value > review_by.value
    {
        report.add(
            Diagnostic::error(
                "this fact was to be reviewed before the day on which it was verified",
            )
            .at(&review_by.span)
            .hint("set `review-by` to a day after `verified`"),
        );
    }
    let lacks = |there: &Located<String>, key: &str, lacking: &str| {
        report.error(
            Diagnostic::error(format!("`{key}` stands without `{lacking}`")).at(&there.span).hint(
                "`feuillet facts verify` writes `verified`, `verified-by` and `fingerprint`: run it, or delete the key",
            ),
        )
    };
    let signature = match (by, verified_as) {
        (Some(by), Some(_)) if verified.is_none() => {
            return Err(lacks(&by, "verified-by", "verified"));
        }
        (Some(by), Some(fingerprint)) => Some(Signature { by, fingerprint: fingerprint.value }),
        (Some(by), None) => return Err(lacks(&by, "verified-by", "fingerprint")),
        (None, Some(fingerprint)) => return Err(lacks(&fingerprint, "fingerprint", "verified-by")),
        (None, None) => None,
    };
    Ok(Verification {
        source: source?.value,
        verified: verified.map(|date| date.value),
        signature,
        review_by: review_by?.value,
        is_legal,
        canonical,
    })
}
