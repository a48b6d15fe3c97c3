//! Holds what `load` reads: one brochure with all that its editions are made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use feuillet_colour::OutputProfile;

use crate::diagnostic::Diagnostic;
use crate::language::{Languages, Tag};
use crate::load::body::Bodies;
use crate::load::brochure::Brochure;
use crate::load::catalogue::Catalogues;
use crate::load::edition::Edition;
use crate::load::facts::{Content, Facts};
use crate::load::fit::Setting;
use crate::load::glossary::Glossary;
use crate::load::people::People;
use crate::load::picture::Picture;
use crate::load::record::Records;
use crate::load::remarks::Remark;
use crate::load::theme::Theme;

/// What a variable stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VariableKind {
    /// A number.
    Number,
    /// A date.
    Date,
    /// Anything else.
    Text,
}

impl VariableKind {
    /// What it is, with its article.
    #[must_use]
    pub(crate) fn noun(self) -> &'static str {
        match self {
            VariableKind::Number => "a number",
            VariableKind::Date => "a date",
            VariableKind::Text => "a text",
        }
    }
}

/// Variables that the program fills in beside the facts: in one message, or in every one.
pub(super) const OWN_VARIABLES: [(Option<&str>, &str); 15] = [
    (None, "release-version"),
    (None, "release-date"),
    (None, "release-deposit"),
    (Some("hours-range"), "days"),
    (Some("hours-range"), "from"),
    (Some("hours-range"), "to"),
    (Some("days-range"), "first"),
    (Some("days-range"), "last"),
    (Some("qr-alt"), "address"),
    (Some("publisher-line"), "name"),
    (Some("publisher-line"), "address"),
    (Some("site-pages"), "pages"),
    (Some("site-size"), "kilobytes"),
    (Some("site-version"), "version"),
    (Some("site-version"), "date"),
];

/// One brochure with all that its editions are made from.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Its structure.
    pub brochure: Brochure,
    /// Its contacts and values.
    pub facts: Facts,
    /// Its colours, families and sizes.
    pub(crate) theme: Theme,
    /// Its texts, by language.
    pub catalogues: Catalogues,
    /// The records of what was reviewed, by language.
    pub(crate) records: BTreeMap<Tag, Records>,
    /// What somebody remarked on the texts, by language.
    pub(crate) remarks: BTreeMap<Tag, Vec<Remark>>,
    /// The languages that the program and the project know.
    pub languages: Languages,
    /// Its pictures, by file name.
    pub(crate) pictures: BTreeMap<String, Picture>,
    /// The bodies whose overlays can fill its slots.
    pub bodies: Arc<Bodies>,
    /// What is wrong with the bodies: told where somebody uses them, since the brochure's own editions do not.
    pub(crate) body_faults: Vec<Diagnostic>,
    /// Who may translate, review, approve and sign for the law.
    pub(crate) people: People,
    /// The words that its translations use alike, and those that they do not.
    pub(crate) glossary: Glossary,
    /// Templates that replace the program's own, by file name.
    pub(crate) templates: BTreeMap<String, String>,
    /// The profile of the press, if it brings one.
    pub(crate) press: Option<OutputProfile>,
}

impl Publication {
    /// What is wrong with the bodies of the project, and with its list of communes.
    #[must_use]
    pub fn body_faults(&self) -> &[Diagnostic] {
        &self.body_faults
    }

    /// Whether texts may name a variable: a fact, the page of a section, a value of the release.
    #[must_use]
    pub(crate) fn has_variable(&self, name: &str) -> bool {
        self.facts.values.contains_key(name)
            || self.facts.contact_part(name).is_some()
            || self.brochure.section_of_page(name).is_some()
            || OWN_VARIABLES.iter().any(|(_, own)| *own == name)
    }

    /// What a variable stands for; `None` if there is no such variable, or the program fills it in in one message alone.
    #[must_use]
    pub(crate) fn variable_kind(&self, name: &str) -> Option<VariableKind> {
        if let Some(value) = self.facts.values.get(name) {
            return Some(match value.content {
                Content::Number(_) => VariableKind::Number,
                Content::Date(_) => VariableKind::Date,
                _ => VariableKind::Text,
            });
        }
        match name {
            "release-date" => Some(VariableKind::Date),
            "release-version" | "release-deposit" => Some(VariableKind::Text),
            _ => {
                let is_text = self.facts.contact_part(name).is_some()
                    || self.brochure.section_of_page(name).is_some();
                is_text.then_some(VariableKind::Text)
            }
        }
    }

    /// The number that a variable stands for, if it stands for one.
    #[must_use]
    pub(crate) fn number(&self, name: &str) -> Option<f64> {
        match self.facts.values.get(name)?.content {
            Content::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Sizes relative to running text: those of the edition, else of the theme.
    #[must_use]
    pub(crate) fn scales(&self, edition: &Edition) -> BTreeMap<String, f64> {
        let mut scales = self.theme.scales.clone();
        scales.extend(edition.scales.clone());
        scales
    }

    /// The measures of an edition in a language where there is room.
    #[must_use]
    pub fn largest(&self, edition: &Edition, language: &Tag) -> Setting {
        let scales = self.scales(edition);
        let scale = |name: &str| scales.get(name).copied().unwrap_or(1.0);
        Setting {
            size: edition.text_size(language).value,
            leading: scale("leading"),
            paragraph: scale("paragraph"),
            block: scale("block"),
        }
    }

    /// The languages that a message is looked for in, in this order, for a reader of `language`.
    #[must_use]
    pub fn fallback_chain(&self, language: &Tag) -> Vec<Tag> {
        let own = self.languages.get(language).map(|row| row.fallback.clone()).unwrap_or_default();
        let declared = self.brochure.fallback.iter().map(|tag| tag.value.clone());
        let source = self.brochure.source_language.value.clone();
        let mut chain = vec![language.clone()];
        for tag in own.into_iter().chain(declared).chain([source]) {
            if !chain.contains(&tag) {
                chain.push(tag);
            }
        }
        chain
    }
}
