//! Turns a publication and its records into the state of every message in every language, and tells what keeps an edition
//! from being approved.

mod edition;
mod fact;
mod fingerprint;
mod message;
mod progress;
mod resolved;
mod shown;

pub use edition::EditionState;
pub(crate) use edition::{
    Reason, ReasonKind, edition_reason, fact_reason, message_reason, verification_reason,
};
pub(crate) use fact::{FactState, may_verify, verification_state};
pub use fingerprint::{fingerprint, text_fingerprint};
pub(crate) use message::{MessageState, Void, VoidSignature, assess_record};
pub use message::{States, assess};
pub(crate) use progress::{
    Progress, Shown, Standing, progress_of, shown_in, standing_of, standings,
};
pub use resolved::{named_fingerprint, resolved_fingerprint};
pub(crate) use shown::shown_messages;
