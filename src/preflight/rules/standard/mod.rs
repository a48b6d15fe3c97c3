//! Tells where files that claim PDF/X do not follow it.
//!
//! The texts of ISO 15930 are sold, not published: what they ask for is taken from what open programs and makers of print
//! software say of them, and clause numbers are left out.

mod claim;
mod objects;
mod pages;
mod table;
#[cfg(test)]
mod tests;

use crate::claims::Claims;

pub(super) use table::RULES;

/// The families of PDF/X.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    /// X-1 and X-1a: CMYK and spot colours, no transparency.
    X1,
    /// parts may be missing.
    X2,
    /// colour profiles too, no transparency.
    X3,
    /// transparency and layers too.
    X4,
    /// PDF 2.0.
    X6,
}

/// A PDF/X that is claimed.
#[derive(Debug, Clone, Copy)]
struct Claim<'a> {
    /// As the file writes it.
    name: &'a str,
    family: Family,
}

impl Claim<'_> {
    /// Whether it was made before transparency was allowed.
    fn is_opaque(&self) -> bool {
        matches!(self.family, Family::X1 | Family::X2 | Family::X3)
    }

    /// Whether what it says of itself stands in XMP, not in Info.
    fn is_in_xmp(&self) -> bool {
        matches!(self.family, Family::X4 | Family::X6)
    }
}

/// The PDF/X that are claimed, as they are written.
fn names(claims: &Claims) -> impl Iterator<Item = &str> {
    claims.standards.iter().map(String::as_str).filter(|standard| standard.starts_with("PDF/X"))
}

/// The PDF/X that a file is judged by: the first that is claimed. One that is not known is taken for the nearest, X-4.
fn claim(claims: &Claims) -> Option<Claim<'_>> {
    let name = names(claims).next()?;
    let family = match name.get("PDF/X-".len()..).and_then(|rest| rest.chars().next()) {
        Some('1') => Family::X1,
        Some('2') => Family::X2,
        Some('3') => Family::X3,
        Some('6') => Family::X6,
        _ => Family::X4,
    };
    Some(Claim { name, family })
}
