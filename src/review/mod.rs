//! Turns a publication and its records into the state of every message in every language, and tells what keeps an edition
//! from being approved.

mod edition;
mod fact;
mod message;

pub use edition::EditionState;
pub(crate) use edition::{Reason, ReasonKind, fact_reason, message_reason};
pub(crate) use fact::{FactState, fact_state, may_verify};
pub(crate) use message::MessageState;
pub use message::{States, assess, fingerprint};
