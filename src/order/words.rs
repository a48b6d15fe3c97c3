//! Finds the words of the order sheet, `order-…` in `common.ftl`, and writes figures and days as its language does.
//!
//! A project made by an earlier version has no such words: then those that come with the program stand in, where it has the
//! language.

use std::collections::BTreeMap;

use fluent_syntax::ast;
use fluent_syntax::parser::parse;
use time::Date;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::language::{Language, Tag};
use crate::load::Publication;
use crate::load::catalogue::Entry;
use crate::load::ftl::shown;
use crate::order::make::some_of;
use crate::resolve::{DateStyle, LocaleFormatter, set_plain};
use crate::scaffold::common_texts;

/// The words of the sheet. None of them has a variable: figures stand beside them. What editions are called is the same as on the
/// site.
pub(crate) const KEYS: [&str; 60] = [
    "order-title",
    "order-date",
    "order-version",
    "order-for",
    "order-publisher",
    "order-delivery",
    "order-deliver-by",
    "order-contact",
    "order-billing",
    "order-vat",
    "order-reference",
    "order-note",
    "order-language",
    "order-copies",
    "order-total",
    "order-file",
    "order-flat-size",
    "order-finished-size",
    "order-pages",
    "order-paper",
    "order-surface-coated",
    "order-surface-matte",
    "order-surface-gloss",
    "order-surface-uncoated",
    "order-colours",
    "order-both-sides",
    "order-bleed",
    "order-fold",
    "order-fold-half",
    "order-fold-z",
    "order-fold-c",
    "order-fold-gate",
    "order-fold-double-gate",
    "order-fold-roll",
    "order-fold-accordion",
    "order-binding",
    "order-binding-fold",
    "order-binding-side",
    "order-spine-left",
    "order-spine-right",
    "order-spine",
    "order-reading",
    "order-right-to-left",
    "order-both-covers",
    "order-finishing",
    "order-weight-copy",
    "order-weight",
    "order-sheets",
    "order-overs",
    "order-cover",
    "order-files-note",
    "order-proof",
    "order-proof-text",
    "order-name",
    "order-signature",
    "order-page",
    "site-leaflet",
    "site-booklet",
    "site-large",
    "site-card",
];

/// The words of a sheet in one language.
pub(crate) struct Words<'a> {
    language: &'a Language,
    texts: BTreeMap<&'static str, String>,
    locale: LocaleFormatter,
}

impl<'a> Words<'a> {
    /// Finds the words of a language.
    ///
    /// # Errors
    ///
    /// Fails if some are missing, or if the program knows nothing of the language.
    pub(crate) fn find(
        publication: &'a Publication,
        tag: &Tag,
        report: &Report,
    ) -> Result<Words<'a>, Reported> {
        let known = publication.languages.get(tag);
        let locale = known.and_then(LocaleFormatter::new);
        let (Some(language), Some(locale)) = (known, locale) else {
            return Err(
                report.error(Diagnostic::error(format!("the language `{tag}` is not known")))
            );
        };
        let own = publication.catalogues.get(tag).map(|catalogue| &catalogue.texts.messages);
        let shipped = common_texts(tag).map(messages).unwrap_or_default();
        let text = |key: &str| {
            let pattern = own.and_then(|texts| texts.get(key)).and_then(Entry::pattern);
            pattern.and_then(|pattern| shown(&pattern)).or_else(|| shipped.get(key).cloned())
        };
        let languages = &publication.languages;
        let set = |text: String| set_plain(&text, language, languages);
        let texts: BTreeMap<&'static str, String> =
            KEYS.iter().filter_map(|key| Some((*key, set(text(key)?)))).collect();
        let missing: Vec<&str> =
            KEYS.iter().filter(|key| !texts.contains_key(**key)).copied().collect();
        if missing.is_empty() {
            return Ok(Words { language, texts, locale });
        }
        let named = some_of(&missing, 3);
        Err(report.error(
            Diagnostic::error(format!("the order sheet has no words in `{tag}`: {named} are missing"))
                .hint(format!("write them in `translations/{tag}/common.ftl`, or choose another `language` for the sheet")),
        ))
    }

    /// The language.
    pub(crate) fn language(&self) -> &Tag {
        &self.language.tag
    }

    /// The words of a key; those of [`KEYS`] are always there.
    pub(crate) fn get(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// What stands before the value of a label: "Fold: ", in French "Pli : ".
    pub(crate) fn label(&self, label: &str) -> String {
        let spacing = &self.language.typography.spacing;
        let before = match (spacing.narrow_before.contains(':'), spacing.before.contains(':')) {
            (true, _) => "\u{202F}",
            (false, true) => "\u{A0}",
            (false, false) => "",
        };
        format!("{label}{before}: ")
    }

    /// A figure with so many decimals at most, as the language writes it.
    pub(crate) fn number(&self, figure: f64, decimals: usize) -> String {
        let written = format!("{figure:.decimals$}");
        let written = match written.split_once('.') {
            Some(_) => written.trim_end_matches('0').trim_end_matches('.'),
            None => &written,
        };
        self.locale.number(written)
    }

    /// A day, as the language writes it.
    pub(crate) fn date(&self, date: Date) -> String {
        self.locale.date(date, DateStyle::Long)
    }
}

/// The messages of a catalogue that have a text.
fn messages(text: &str) -> BTreeMap<String, String> {
    let resource = parse(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        ast::Entry::Message(ast::Message { id, value: Some(value), .. }) => {
            Some((id.name, shown(&value)?))
        }
        _ => None,
    });
    messages.collect()
}

#[cfg(test)]
mod tests {
    use super::{KEYS, messages};
    use crate::scaffold::common_texts;

    #[test]
    fn the_program_has_all_words_in_eight_languages() {
        for language in ["ar", "en", "es", "fr", "nl", "pt", "ru", "tr"] {
            let texts = messages(common_texts(&language.parse().unwrap()).unwrap());
            for key in KEYS {
                assert!(texts.get(key).is_some_and(|text| !text.is_empty()), "{language}: {key}");
            }
            let known = texts.keys().filter(|key| key.starts_with("order-")).count();
            let own = KEYS.iter().filter(|key| key.starts_with("order-")).count();
            assert_eq!(known, own, "{language}");
        }
    }
}
