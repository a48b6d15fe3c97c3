//! Formats the words of a site in a language: what its buttons, sizes and dates say.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use crate::diagnostic::{Diagnostic, Report, Reported, count, list};
use crate::driver::LoadedBrochure;
use crate::language::{Language, Tag};
use crate::load::{Edition, Publication};
use crate::publish::entry::{Kind, State};
use crate::resolve::manuscript::Passage;
use crate::resolve::{Wording, WordingValue};
use crate::review::{EditionState, States};

/// The words of a site that nothing is filled into.
const PLAIN: [&str; 31] = [
    "draft-line",
    "draft-band",
    "site-choose",
    "site-languages",
    "site-read",
    "site-read-for",
    "site-parts",
    "site-overview",
    "site-download",
    "site-leaflet",
    "site-leaflet-for",
    "site-booklet",
    "site-booklet-for",
    "site-large",
    "site-large-for",
    "site-card",
    "site-card-for",
    "site-print",
    "site-print-for",
    "site-print-shop",
    "site-print-shop-for",
    "site-checksums",
    "site-pictures",
    "site-leave",
    "site-leave-key",
    "site-traces",
    "site-replaced",
    "site-replaced-text",
    "site-replaced-link",
    "site-withdrawn",
    "site-nothing",
];

/// Those into which a number or a date is filled.
const FILLED: [&str; 3] = ["site-pages", "site-size", "site-version"];

/// The words of a site in each language, and whether they are approved.
pub(super) type AllWords<'a> = BTreeMap<Tag, (Words<'a>, State)>;

/// The words of a site in all languages of its brochures, and in those of earlier files.
///
/// # Errors
///
/// Fails if words are nowhere.
pub(super) fn all_words<'a>(
    brochures: &'a [LoadedBrochure],
    earlier: &BTreeSet<Tag>,
    report: &'a Report,
) -> Result<AllWords<'a>, Reported> {
    let mut all = AllWords::new();
    let mut result = Ok(());
    for loaded in brochures {
        let LoadedBrochure { publication, states } = loaded;
        let Some(edition) = publication.brochure.editions.first() else { continue };
        let own = || publication.brochure.languages.iter().map(|tag| &tag.value);
        for tag in own().chain(earlier) {
            if all.contains_key(tag) || publication.languages.get(tag).is_none() {
                continue;
            }
            let words = Words::new(publication, states, edition, tag, report);
            let lacking = words.as_ref().map(Words::lacking).unwrap_or_default();
            match words {
                // A language that the brochure no longer has needs no words: its notices are in another one.
                Ok(_) if !lacking.is_empty() && !own().any(|own| own == tag) => {}
                Ok(_) if !lacking.is_empty() => {
                    result = Err(report.error(words_missing(tag, &lacking)));
                }
                Ok(words) => {
                    let is_approved = words.state() == EditionState::Approved;
                    let state = if is_approved { State::Approved } else { State::Draft };
                    all.insert(tag.clone(), (words, state));
                }
                Err(reported) => result = Err(reported),
            }
        }
    }
    result.map(|()| all)
}

fn words_missing(language: &Tag, lacking: &[&str]) -> Diagnostic {
    let shown = &lacking[..lacking.len().min(3)];
    let more = if lacking.len() > shown.len() { ", …" } else { "" };
    Diagnostic::error(format!(
        "the site needs {} that `{language}` lacks: {}{more}",
        count(lacking.len(), "text"),
        list(shown)
    ))
    .hint(format!(
        "write them in `translations/{language}/common.ftl`: a new project, `feuillet new`, has them in eight languages"
    ))
}

/// The words of a site in a language.
pub(super) struct Words<'a> {
    wording: Wording<'a>,
}

impl<'a> Words<'a> {
    /// Prepares the words of a language.
    ///
    /// # Errors
    ///
    /// Fails if the language is not known.
    pub(super) fn new(
        publication: &'a Publication,
        states: &'a States,
        edition: &'a Edition,
        language: &Tag,
        report: &'a Report,
    ) -> Result<Words<'a>, Reported> {
        Ok(Words { wording: Wording::new(publication, states, edition, language, report)? })
    }

    /// Those that are nowhere.
    fn lacking(&self) -> Vec<&'static str> {
        PLAIN.into_iter().chain(FILLED).filter(|id| self.wording.lacks(id)).collect()
    }

    /// The language.
    pub(super) fn language(&self) -> &'a Language {
        self.wording.language()
    }

    /// Whether its words are approved, all but those that mark drafts.
    pub(super) fn state(&self) -> EditionState {
        PLAIN.iter().filter(|id| id.starts_with("site-")).for_each(|id| {
            self.get(id);
        });
        self.pages(1);
        self.size(1);
        self.version("1", Date::MIN);
        EditionState::new(self.wording.reasons())
    }

    /// A word.
    pub(super) fn get(&self, id: &str) -> Passage {
        self.wording.text(id, &[])
    }

    /// "6 pages".
    #[allow(clippy::cast_precision_loss, reason = "no file has that many pages")]
    pub(super) fn pages(&self, pages: usize) -> Passage {
        self.wording.text("site-pages", &[("pages", WordingValue::Number(pages as f64))])
    }

    /// "120 kB".
    #[allow(clippy::cast_precision_loss, reason = "no file is that large")]
    pub(super) fn size(&self, bytes: usize) -> Passage {
        let size = WordingValue::Number(bytes.div_ceil(1000) as f64);
        self.wording.text("site-size", &[("kilobytes", size)])
    }

    /// "Version 1.2, 29 November 2026".
    pub(super) fn version(&self, version: &str, date: Date) -> Passage {
        let values = [
            ("version", WordingValue::Text(version.to_owned())),
            ("date", WordingValue::Date(date)),
        ];
        self.wording.text("site-version", &values)
    }

    /// What a kind of thing is called, and for whom it is.
    pub(super) fn kind(&self, kind: Kind) -> (Passage, Passage) {
        let (name, about) = match kind {
            Kind::Leaflet => ("site-leaflet", "site-leaflet-for"),
            Kind::Booklet => ("site-booklet", "site-booklet-for"),
            Kind::Large => ("site-large", "site-large-for"),
            Kind::Card => ("site-card", "site-card-for"),
        };
        (self.get(name), self.get(about))
    }
}
