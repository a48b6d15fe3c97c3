//! Names the messages of a language edition that are much longer than in the source language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::compose::Composition;
use crate::diagnostic::Report;
use crate::driver::edition_source::edition_source;
use crate::driver::job::Job;
use crate::driver::timings::Timings;
use crate::load::EditionId;

/// A message and how much longer it is than in the source language: 0.5 for half as long again.
pub(super) type Expansion = (String, f64);

/// How many are named.
const NAMED: usize = 3;

/// Texts shorter than this grow by chance, and save nothing.
const LEAST_CHARACTERS: usize = 20;

/// Those of some messages that are longest against the source language, the longest first. None if the edition is in the source
/// language.
pub(super) fn longest_expansions(
    job: &Job<'_>,
    own: &Composition,
    messages: &[String],
) -> Vec<Expansion> {
    let source = &job.publication().brochure.source_language.value;
    if job.language() == source {
        return Vec::new();
    }
    let id = EditionId::new(&job.id.brochure, &job.id.edition, source);
    let job = Job { id, ..job.clone() };
    // What is wrong with the source language is reported with its own edition.
    let Ok(source) = edition_source(&job, &mut Timings::default(), &Report::new()) else {
        return Vec::new();
    };
    let source = source.composition;
    let (own, source) = (lengths(own), lengths(&source));
    let growth = |message: &String| {
        let (own, source) = (*own.get(message.as_str())?, *source.get(message.as_str())?);
        let growth = own as f64 / source as f64 - 1.0;
        (source >= LEAST_CHARACTERS && growth > 0.0).then(|| (message.clone(), growth))
    };
    let mut grown: Vec<Expansion> = messages.iter().filter_map(growth).collect();
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
