//! Finds the messages of a language, and those that are missing in the languages that it falls back to.

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::language::{Language, Tag};
use crate::load::catalogue::Entry;
use crate::load::{EditionId, Publication};
use crate::resolve::formatter::MessageFormatter;

/// The formatter of a language, and those of the languages that it falls back to.
pub(super) struct Localization<'a> {
    own: MessageFormatter<'a>,
    fallbacks: Vec<MessageFormatter<'a>>,
}

impl<'a> Localization<'a> {
    /// Prepares the formatters of a language and of its fallback chain.
    ///
    /// # Errors
    ///
    /// Fails if the language is not known.
    fn new(
        publication: &'a Publication,
        language: &Tag,
        report: &Report,
    ) -> Result<Localization<'a>, Reported> {
        let Some(row) = publication.languages.get(language) else {
            return Err(
                report.error(Diagnostic::error(format!("the language `{language}` is not known")))
            );
        };
        let chain = publication.fallback_chain(language);
        let fallbacks = chain
            .iter()
            .filter(|tag| *tag != language)
            .filter_map(|tag| publication.languages.get(tag))
            .map(|row| MessageFormatter::new(publication, row, report));
        Ok(Localization {
            own: MessageFormatter::new(publication, row, report),
            fallbacks: fallbacks.collect(),
        })
    }

    /// Prepares each language of an edition with its own fallback chain.
    ///
    /// # Errors
    ///
    /// Fails if one of the languages is not known.
    pub(super) fn of_edition(
        publication: &'a Publication,
        id: &EditionId,
        report: &Report,
    ) -> Result<Vec<Localization<'a>>, Reported> {
        let languages = id.languages().iter();
        languages.map(|tag| Localization::new(publication, tag, report)).collect()
    }

    /// The language.
    pub(super) fn language(&self) -> &'a Language {
        self.own.language()
    }

    /// The formatter of the language itself.
    pub(super) fn own(&self) -> &MessageFormatter<'a> {
        &self.own
    }

    /// The formatters of the language and of its fallback chain, in this order.
    pub(super) fn chain(&self) -> impl Iterator<Item = &MessageFormatter<'a>> {
        std::iter::once(&self.own).chain(&self.fallbacks)
    }

    /// The tags of the chain.
    pub(super) fn tags(&self) -> Vec<&'a Tag> {
        self.chain().map(|formatter| &formatter.language().tag).collect()
    }

    /// The first text of a message along the chain, with the formatter of its language.
    pub(super) fn find(&self, id: &str) -> Option<(&MessageFormatter<'a>, &'a Entry)> {
        self.chain().find_map(|formatter| Some((formatter, formatter.entry(id)?)))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Localization;
    use crate::diagnostic::Report;
    use crate::language::Tag;
    use crate::load::{EditionId, Project, load};

    #[test]
    fn each_language_of_an_edition_falls_back_along_its_own_chain() {
        let project = Project::find(Path::new("tests/fixtures/small")).unwrap();
        let report = Report::new();
        let publication = load(&project, "note", &report).unwrap();
        let tag = |text: &str| text.parse::<Tag>().unwrap();
        let id = EditionId::new("note", "short", &tag("fa-AF")).and(&tag("nl"));
        let localizations = Localization::of_edition(&publication, &id, &report).unwrap();
        let chains: Vec<_> = localizations.iter().map(Localization::tags).collect();
        assert_eq!(
            chains,
            [vec![&tag("fa-AF"), &tag("fa"), &tag("en")], vec![&tag("nl"), &tag("en")]]
        );
        let directions: Vec<_> = localizations
            .iter()
            .map(|localization| localization.language().direction().as_str())
            .collect();
        assert_eq!(directions, ["rtl", "ltr"]);
        let texts: Vec<_> = localizations
            .iter()
            .map(|localization| localization.find("shop-pay").unwrap().0.language().tag.as_str())
            .collect();
        assert_eq!(texts, ["en", "nl"]);
        assert!(!report.has_errors());
    }

    #[test]
    fn an_unknown_language_is_an_error() {
        let project = Project::find(Path::new("tests/fixtures/small")).unwrap();
        let report = Report::new();
        let publication = load(&project, "note", &report).unwrap();
        let id = EditionId::new("note", "short", &"xx".parse().unwrap());
        assert!(Localization::of_edition(&publication, &id, &report).is_err());
        assert_eq!(report.into_sorted()[0].message, "the language `xx` is not known");
    }
}
