//! Turns what somebody says of a text (that they read it, that it may be printed, that only a typo was mended) into lines of
//! the record, or into why that can't be recorded.
//!
//! Nothing is signed unseen: each function takes one message or edition, and refuses whatever is not as it should be.

mod accept;
mod edition;
mod meaning;
mod message;

use time::Date;

use crate::diagnostic::{Diagnostic, Located, list};
use crate::language::Tag;
use crate::load::people::{Refusal, Role};
use crate::load::{People, Publication};
use crate::review::States;

pub(crate) use accept::accept;
pub(crate) use edition::{approve_edition, make_up};
pub(crate) use meaning::is_one_of;
pub(crate) use message::{approve, review, sign_for_law, try_with_readers, writer};

/// Who signs what, in which language, on which day.
#[derive(Clone, Copy)]
pub(crate) struct Signing<'a> {
    /// The brochure.
    pub(crate) publication: &'a Publication,
    /// The states of its messages.
    pub(crate) states: &'a States,
    /// The language of the texts.
    pub(crate) language: &'a Tag,
    /// Who signs.
    pub(crate) by: &'a str,
    /// On which day.
    pub(crate) on: Date,
}

/// What came of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It stands in the record.
    Signed,
    /// It stood there already.
    AlreadySigned,
}

/// Makes sure that somebody has a role in a language on a day.
///
/// # Errors
///
/// Fails if they have not, and says what to do.
pub(crate) fn require_role(
    publication: &Publication,
    by: &str,
    role: Role,
    language: Option<&Tag>,
    on: Date,
) -> Result<(), Diagnostic> {
    let people = &publication.people;
    let Err(refusal) = people.allowed(by, role, language, on) else { return Ok(()) };
    let file = format!("brochures/{}/people.toml", publication.brochure.id);
    let place = |diagnostic: Diagnostic, id: &Located<String>| diagnostic.at(&id.span);
    let refused = Diagnostic::error(format!(
        "`{by}` may not {}{}",
        role.verb(),
        language.map(|tag| format!(" in `{tag}`")).unwrap_or_default()
    ));
    let refused = match people.get(by) {
        Some(person) => place(refused, &person.id),
        None => refused,
    };
    Err(match refusal {
        Refusal::Unknown => unknown(people, by, &file),
        Refusal::Role(role) => refused
            .hint(format!("if they may, add `\"{}\"` to their `may` in `{file}`", role.as_str())),
        Refusal::Language => {
            refused.hint(format!("add the language to their `languages` in `{file}`"))
        }
        Refusal::Left(until) => refused.hint(format!("they did so until {until}")),
    })
}

fn unknown(people: &People, by: &str, file: &str) -> Diagnostic {
    let names: Vec<&str> = people.names().collect();
    if by.trim().is_empty() {
        return Diagnostic::error("nobody has an empty name")
            .hint(format!("`--by` takes initials or a pseudonym, as in `{file}`"));
    }
    let diagnostic = Diagnostic::error(format!("nobody is called `{by}`"));
    let diagnostic = match names.as_slice() {
        [] => diagnostic,
        names => diagnostic
            .suggest(by, names.iter().copied())
            .hint(format!("`{file}` names {}", list(names))),
    };
    diagnostic.hint(format!(
        "add `[people.{by}]` to `{file}`, with `may = [\"review\"]` or what else they may do"
    ))
}
