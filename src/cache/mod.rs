//! Tells what a run need not make again.
//!
//! 1. [`stamp`] tells whether a file is still what it was, without reading it where that is certain; [`inputs`] tells it of all
//!    files of a project.
//! 2. [`key`] turns all that makes the bytes of a PDF into one hash; [`fonts`] names the font files among it.
//! 3. [`store`] keeps an entry for each PDF, written as soon as the PDF is: a run that is killed keeps what it finished.
//! 4. [`mod@replay`] keeps the report of a run: where no file of the project has changed, it is repeated and nothing is loaded.
//! 5. [`answer`] keeps what `translations status` and `publish` found, which ask the whole project; [`folder`] tells whether what
//!    was written is still there.
//! 6. [`session`] is what a run holds of all this.

mod answer;
mod folder;
mod fonts;
mod inputs;
mod key;
mod replay;
mod session;
mod stamp;
mod store;

pub(crate) use answer::{Question, located, spanned};
pub(crate) use folder::FolderStamp;
pub(crate) use key::KeyInput;
pub(crate) use replay::{ReplayKey, replay};
pub(crate) use session::CacheSession;
pub(crate) use store::{delete_entries, delete_state, entries};
