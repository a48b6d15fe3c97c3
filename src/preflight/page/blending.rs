//! Tells how an item is composited with what is below it.

use std::sync::Arc;

/// How something is composited with what is below it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Blending {
    /// Its opacity from 0 to 1, that of the groups around it included.
    pub(crate) opacity: f32,
    /// The blend mode, "Normal" or another.
    pub(crate) mode: Arc<str>,
    /// Whether a soft mask is on.
    pub(crate) masked: bool,
    /// Whether it overprints: plates on which it has no ink keep what they have.
    pub(crate) overprint: bool,
    /// The overprint mode, 0 or 1.
    pub(crate) overprint_mode: u8,
}
