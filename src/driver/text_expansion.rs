//! Names the messages of a language edition that are much longer than in the source language.

use std::collections::BTreeMap;

use crate::compose::{Composition, MAIN};
use crate::diagnostic::Report;
use crate::driver::edition::edition_source;
use crate::driver::plan::Job;
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
        #[allow(clippy::cast_precision_loss)]
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
fn lengths(composition: &Composition) -> BTreeMap<&str, usize> {
    let main = composition.files.get(MAIN).map(Vec::as_slice).unwrap_or_default();
    let mut lengths: BTreeMap<&str, usize> = BTreeMap::new();
    for text in &composition.texts {
        let literal = main.get(text.range.clone()).map(String::from_utf8_lossy);
        *lengths.entry(&text.name).or_default() += literal.map_or(0, |text| characters(&text));
    }
    lengths
}

/// The characters of a string literal: quotes are none, a code like `\u{a0}` is one.
fn characters(literal: &str) -> usize {
    let mut rest = literal.trim_matches('"');
    let mut count = 0;
    while let Some(first) = rest.chars().next() {
        let code = rest.strip_prefix("\\u{").and_then(|rest| rest.split_once('}'));
        rest = match code {
            Some((_, after)) => after,
            None => rest[first.len_utf8()..]
                .strip_prefix(['"', '\\'])
                .filter(|_| first == '\\')
                .unwrap_or(&rest[first.len_utf8()..]),
        };
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::characters;

    #[test]
    fn a_code_is_one_character() {
        assert_eq!(characters(r#""14\u{a0}jours\" \\ é""#), 13);
    }
}
