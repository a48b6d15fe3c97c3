//! Tells how a command ended.

/// How a command ended.
pub(crate) enum Ending {
    /// Nothing is wrong.
    Fine,
    /// Something is wrong in the project.
    Problems,
}
