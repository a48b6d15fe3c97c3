//! Tells what an image filter leaves, before the colour space makes sense of it.

use std::sync::Arc;

use crate::resources::colour::Space;

/// The figures of an image as its filter leaves them.
pub(super) struct Decoded {
    /// One byte a component, from 0 to `most`.
    pub(super) bytes: Vec<u8>,
    /// Components a sample.
    pub(super) components: usize,
    /// The greatest figure.
    pub(super) most: u8,
    /// The colour space of the data itself.
    pub(super) space: Option<Arc<Space>>,
}
