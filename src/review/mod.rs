//! Turns a publication and its records into the state of every message in every language, and tells what keeps an edition
//! from being approved.

mod edition;
mod message;

pub use edition::{EditionState, Reason, ReasonKind};
pub(crate) use edition::{fact_reason, message_reason};
pub use message::{MessageState, States, assess, fingerprint};
