//! Tells whose a site is.

use crate::load::Body;

/// Whose a site is.
#[derive(Clone, Copy)]
pub(super) enum Owner<'a> {
    /// That of the brochures, and nobody's.
    Nobody,
    /// A body's.
    Body(&'a Body),
    /// That of a body that the project no longer has.
    Gone,
}

impl<'a> Owner<'a> {
    /// The body, if the project has it.
    pub(super) fn body(self) -> Option<&'a Body> {
        match self {
            Owner::Body(body) => Some(body),
            Owner::Nobody | Owner::Gone => None,
        }
    }
}
