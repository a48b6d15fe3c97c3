//! Formats texts of the program that stand on no page of an edition: the words of a site.

use std::collections::BTreeSet;

use time::Date;

use crate::diagnostic::{Report, Reported};
use crate::language::{Language, Tag};
use crate::load::{Edition, EditionId, Publication};
use crate::resolve::localization::Localization;
use crate::resolve::manuscript::{Passage, RunKind};
use crate::resolve::placeable::{Placeable, Variable};
use crate::resolve::resolver::Resolver;
use crate::review::{Reason, States};

/// Formats texts of the program for the readers of one language, and notes what keeps them from being approved.
pub(crate) struct Wording<'a> {
    resolver: Resolver<'a>,
}

/// What is filled into such a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum WordingValue {
    /// A number, by which the text can choose a plural form.
    Number(f64),
    /// A date, which is written as the language does.
    Date(Date),
    /// A text.
    Text(String),
}

impl<'a> Wording<'a> {
    /// Prepares the texts of a language.
    ///
    /// # Errors
    ///
    /// Fails if the language is not known.
    pub(crate) fn new(
        publication: &'a Publication,
        states: &'a States,
        edition: &'a Edition,
        language: &Tag,
        report: &'a Report,
    ) -> Result<Wording<'a>, Reported> {
        let id = EditionId::new(&publication.brochure.id, &edition.id.value, language);
        let mut localizations = Localization::of_edition(publication, &id, report)?;
        // One language, one localization.
        let localization = localizations.remove(0);
        // No body adds anything to the program's own words.
        let resolver = Resolver::new(publication, states, edition, localization, None, report);
        Ok(Wording { resolver })
    }

    /// The language.
    pub(crate) fn language(&self) -> &'a Language {
        self.resolver.localization.language()
    }

    /// Whether neither the language nor any that it falls back to has a text.
    pub(crate) fn lacks(&self, id: &str) -> bool {
        self.resolver.localization.find(id).is_none()
    }

    /// A text with what is filled into it.
    pub(crate) fn text(&self, id: &str, values: &[(&str, WordingValue)]) -> Passage {
        let values: Vec<(&str, Variable)> =
            values.iter().map(|(name, value)| (*name, variable(value))).collect();
        self.resolver.program_message(id, &values)
    }

    /// What keeps the texts that were asked for from being approved.
    pub(crate) fn reasons(&self) -> BTreeSet<Reason> {
        self.resolver.reasons.borrow().clone()
    }
}

fn variable(value: &WordingValue) -> Variable {
    match value {
        WordingValue::Number(number) => Variable::Number(*number),
        WordingValue::Date(date) => Variable::Date(*date),
        WordingValue::Text(text) => {
            Variable::Placeable(Placeable::new(text.as_str(), RunKind::Unbroken))
        }
    }
}
