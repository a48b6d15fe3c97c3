//! Turns what releases said, and what the project says today, into what changed and which files carry an old fact.

mod changes;
mod facts;
mod keep;
mod print_run;
mod recall;
mod version;
mod words;
mod write;

pub(crate) use changes::{Changes, FactChange, LanguageChanges, MessageChange, ShownText, changes};
pub(crate) use facts::{Attention, FactRow, body_rows, fact_rows, why};
pub(crate) use keep::keep;
pub(crate) use print_run::{run_name, write_facts, write_print_run, write_run};
pub(crate) use recall::{Recalled, RecalledCopies, recall, recall_copies};
pub(crate) use version::{check_day, check_version};
pub(crate) use words::{Stretch, compare, marked, stretches};
pub(crate) use write::{quoted, write_release};
