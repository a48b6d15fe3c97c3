//! Tells whether what a published file says of the facts is still what they say.

use std::collections::BTreeSet;

use crate::artifact::files::sha256;
use crate::load::Facts;
use crate::resolve::Manuscript;

/// How many figures of a checksum tell what was said.
const FIGURES: usize = 16;

/// What an edition says of the facts, as checksums: names of facts stay in the house.
pub(super) fn shown(manuscript: &Manuscript) -> BTreeSet<String> {
    let shown = manuscript.shown_facts.iter();
    shown.map(|shown| said(&shown.fact, shown.part.as_str(), &shown.text)).collect()
}

/// All that the facts say today.
pub(super) fn today(facts: &Facts) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for name in facts.names() {
        for (part, text) in facts.parts(&name.value) {
            // A form in a language is `name.fr`.
            let part = part.split('.').next().unwrap_or_default();
            all.insert(said(&name.value, part, &text));
        }
    }
    all
}

fn said(fact: &str, part: &str, text: &str) -> String {
    let mut figures = sha256(format!("{fact}\n{part}\n{text}").as_bytes());
    figures.truncate(FIGURES);
    figures
}
