//! Tells how an item is composited with what is below it.

use std::sync::Arc;

/// How something is laid over what is there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Blending {
    /// How opaque it is, 0 to 1, groups around it counted in.
    pub(crate) opacity: f32,
    /// The blend mode, "Normal" or another.
    pub(crate) mode: Arc<str>,
    /// Whether a soft mask is on.
    pub(crate) masked: bool,
    /// Whether plates that it has no ink on keep what they have, for its kind of painting.
    pub(crate) overprint: bool,
    /// The overprint mode, 0 or 1.
    pub(crate) overprint_mode: u8,
}
