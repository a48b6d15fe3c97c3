//! Turns what came back from translators into changes of the catalogues and their records, after everything was checked.
//!
//! 1. [`units`] finds the message of each text, and reports those that belong to none.
//! 2. [`merge`] compares three texts: what went out, what came back, and what the catalogue says today.
//! 3. [`language`] finds texts in another script, and copies of the source.
//! 4. [`mod@write`] splices the messages into their files, and [`record`] notes from which source they were made. Nothing is
//!    on the disk yet.
//! 5. [`check`] reads the project as it would be, and reports what is wrong with it and was not before.

mod check;
mod language;
mod merge;
mod record;
mod typed;
mod units;
mod write;

use std::collections::BTreeSet;

use time::Date;

use crate::diagnostic::{Report, Reported};
use crate::exchange::{Returned, state};
use crate::language::Tag;
use crate::load::ftl::Pattern;
use crate::load::{TextId, load};
use crate::review::assess_record;

pub(crate) use record::made_from;
pub(crate) use typed::{TypedText, save_typed, set_typed};
pub(crate) use units::normal;
pub(crate) use write::Files;

/// What to do with the texts of a file, as somebody asked for it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    /// Take the text of the file, whatever was edited in the catalogue since.
    pub(crate) overwrite: BTreeSet<TextId>,
    /// Leave the text of the catalogue as it is, whatever the file says.
    pub(crate) skip: BTreeSet<TextId>,
    /// Who translated.
    pub(crate) by: Option<String>,
}

/// What an import changes in one language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Imported {
    /// The language.
    pub(crate) language: Tag,
    /// The messages that change, in the order of the source.
    pub(crate) changed: Vec<ChangedText>,
    /// Messages that were edited in the catalogue since, and not in the file.
    pub(crate) kept: Vec<TextId>,
    /// How many messages of the file say what the catalogue says.
    pub(crate) unchanged: usize,
    /// How many messages of the file have no translation.
    pub(crate) untranslated: usize,
}

/// A message that changes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ChangedText {
    /// Its id.
    pub(crate) id: TextId,
    /// What the catalogue says, as it is typed; `None` if it has no such message.
    pub(crate) before: Option<String>,
    /// What it is to say.
    pub(crate) after: String,
    /// Whether the source has changed since the file was made.
    pub(crate) is_stale: bool,
    /// What it is to say, parsed.
    pattern: Pattern,
    /// The source text that it was made from, if the file tells.
    made_from: Option<Pattern>,
}

/// Compares a file with the project, and adds what it changes to `files`. All faults are in the report.
///
/// # Errors
///
/// Fails if there is an error: then nothing of the file may be written.
pub(crate) fn import(
    files: &mut Files,
    brochure: &str,
    language: &Tag,
    returned: &Returned,
    choices: &Choices,
    day: Date,
    report: &Report,
) -> Result<Imported, Reported> {
    let project = files.project();
    // What was wrong before is none of the import's business.
    let publication =
        load(&project, brochure, &Report::new()).or_else(|_| load(&project, brochure, report))?;
    let own = Report::new();
    let records = record::read(&project, brochure, language, report)?;
    let states = assess_record(&publication);
    let state = |id: &TextId| state::state(&publication, &states, language, id);
    let plan = units::plan(&publication, returned, choices, &own);
    let imported = merge::merge(&publication, language, &plan, choices, &state, &own);
    language::check(&publication, language, &plan, &imported.changed, &own);
    let places = plan.places(&imported.changed);
    if files.splice(&publication, language, &imported.changed, &own).is_ok() {
        check::check(&publication, &files.project(), language, &places, &own);
    }
    if !own.has_errors() {
        record::write(files, &publication, language, records, &imported, (choices, day));
    }
    if own.absorb_into(report) { Ok(imported) } else { Err(report.reported()) }
}
