//! A language edition whose text has no room in; the messages out that grew most against the source language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::build::plan::{Job, prepare};
use crate::build::timings::Timings;
use crate::compose::Composition;
use crate::diagnostic::Report;

/// A message and how much longer it is than in the source language: 0.5 for half as long again.
pub(super) type Growth = (String, f64);

/// How many are named.
const NAMED: usize = 3;

/// Texts shorter than this grow by chance, and save nothing.
const LEAST_CHARACTERS: usize = 20;

/// Of some messages those that grew most, the first one most. None if the edition is in the source language.
pub(super) fn grown_most(job: &Job<'_>, own: &Composition, messages: &[String]) -> Vec<Growth> {
    let source = &job.publication.brochure.source_language.value;
    if job.language == source {
        return Vec::new();
    }
    // What is wrong with the source language is told by its own edition.
    let unheard = Report::new();
    let job = Job { language: source, ..*job };
    let Some((_, source)) = prepare(&job, &mut Timings::default(), &unheard) else {
        return Vec::new();
    };
    let (own, source) = (lengths(own), lengths(&source));
    let growth = |message: &String| {
        let (own, source) = (*own.get(message.as_str())?, *source.get(message.as_str())?);
        #[allow(clippy::cast_precision_loss)]
        let growth = own as f64 / source as f64 - 1.0;
        (source >= LEAST_CHARACTERS && growth > 0.0).then(|| (message.clone(), growth))
    };
    let mut grown: Vec<Growth> = messages.iter().filter_map(growth).collect();
    grown.sort_by(|one, other| other.1.total_cmp(&one.1));
    grown.dedup_by(|one, other| one.0 == other.0);
    grown.truncate(NAMED);
    grown
}

/// The characters of each message.
fn lengths(composition: &Composition) -> BTreeMap<Cow<'_, str>, usize> {
    let mut lengths: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
    for text in &composition.texts {
        *lengths.entry(text.origin.name()).or_default() += text.text.chars().count();
    }
    lengths
}
