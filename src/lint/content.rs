//! Turns a text into what it carries: how often each fact, link and emphasis stands in it, whatever variants are chosen.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::diagnostic::Span;
use crate::lint::plurals::{Count, Rules};
use crate::load::catalogue::parts::{Choice, Part, Variant};
use crate::load::catalogue::tag::{MarkupTag, read_tag};
use crate::load::catalogue::{Catalogue, Entry};

/// Something that a text carries and a translation of it must carry too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Feature {
    /// `{ $name }`.
    Variable(String),
    /// `<b>`, `<em>`.
    Emphasis(&'static str),
    /// `<a id="…">`.
    Link(String),
}

impl Feature {
    /// Whether it is a fact: a variable, or the address behind a link.
    pub(super) fn is_fact(&self) -> bool {
        !matches!(self, Feature::Emphasis(_))
    }

    /// How a comment that accepts a finding names it.
    pub(super) fn subject(&self) -> String {
        match self {
            Feature::Variable(name) => format!("${name}"),
            other => other.to_string(),
        }
    }
}

impl fmt::Display for Feature {
    /// Writes it as it stands in a text.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Feature::Variable(name) => write!(out, "{{ ${name} }}"),
            Feature::Emphasis(name) => write!(out, "<{name}>"),
            Feature::Link(id) => write!(out, "<a id=\"{id}\">"),
        }
    }
}

/// How often a feature stands in a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Occurrence {
    /// In the variants in which it stands least often.
    pub(super) least: usize,
    /// In those in which it stands most often.
    pub(super) most: usize,
    /// Where it stands.
    pub(super) places: Vec<Span>,
    /// The key of a variant that lacks it, while another has it.
    pub(super) lacking: Option<(String, Span)>,
}

/// What a text carries.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Each feature that stands in one of its variants.
    pub(super) features: BTreeMap<Feature, Occurrence>,
    /// The variables by which it chooses.
    pub(super) chosen_by: BTreeSet<String>,
    /// What was typed.
    pub(super) typed: Vec<crate::diagnostic::Located<String>>,
}

impl Content {
    /// Looks at a text, also at the messages and terms that it names.
    pub(super) fn of(catalogue: &Catalogue, entry: &Entry, rules: &Rules) -> Content {
        let mut reader = Reader {
            catalogue,
            rules,
            inside: Vec::new(),
            chosen_by: BTreeSet::new(),
            typed: Vec::new(),
        };
        let features = reader.parts(entry.parts(), None);
        Content { features, chosen_by: reader.chosen_by, typed: reader.typed }
    }
}

type Features = BTreeMap<Feature, Occurrence>;

struct Reader<'a> {
    catalogue: &'a Catalogue,
    rules: &'a Rules,
    /// The messages and terms that are being read, so that a text that names itself ends.
    inside: Vec<String>,
    chosen_by: BTreeSet<String>,
    typed: Vec<crate::diagnostic::Located<String>>,
}

impl<'a> Reader<'a> {
    /// Adds up what parts carry. `place` is where the text that they come from is named, if it is another one.
    fn parts(&mut self, parts: &'a [Part], place: Option<&Span>) -> Features {
        let mut sum = Features::new();
        for part in parts {
            for (feature, occurrence) in self.part(part, place) {
                let own = sum.entry(feature).or_default();
                own.least += occurrence.least;
                own.most += occurrence.most;
                own.places.extend(occurrence.places);
                own.lacking = own.lacking.take().or(occurrence.lacking);
            }
        }
        sum
    }

    fn part(&mut self, part: &'a Part, place: Option<&Span>) -> Features {
        match part {
            Part::Text(text) => {
                if place.is_none() {
                    self.typed.push(text.clone());
                }
                tags(text, place)
            }
            Part::Quoted(_) | Part::Number(_) => Features::new(),
            Part::Variable(name) => {
                let place = place.unwrap_or(&name.span);
                once(Feature::Variable(name.value.clone()), place)
            }
            Part::Message { name, .. } => {
                let entry = self.catalogue.texts.messages.get(name.as_str());
                self.named(name.value.clone(), entry, place.unwrap_or(&name.span))
            }
            Part::Term(call) => {
                let entry = self.catalogue.texts.terms.get(&call.name.value);
                let id = format!("-{}", call.name.value);
                let mut features = self.named(id, entry, place.unwrap_or(&call.name.span));
                // A term knows no facts: its variables are what it is given.
                features.retain(|feature, _| !matches!(feature, Feature::Variable(_)));
                features
            }
            Part::Function(call) => self.parts(&call.positional, place),
            Part::Choice(choice) => self.choice(choice, place),
        }
    }

    fn named(&mut self, id: String, entry: Option<&'a Entry>, place: &Span) -> Features {
        let Some(entry) = entry.filter(|_| !self.inside.contains(&id)) else {
            return Features::new();
        };
        self.inside.push(id);
        let features = self.parts(entry.parts(), Some(place));
        self.inside.pop();
        features
    }

    fn choice(&mut self, choice: &'a Choice, place: Option<&Span>) -> Features {
        let selector = choice.variable().map(|name| name.value.clone());
        self.chosen_by.extend(selector.clone());
        let counted = selector.map(Feature::Variable);
        let variants: Vec<(&Variant, Features)> = choice
            .variants
            .iter()
            .map(|variant| (variant, self.parts(&variant.parts, place)))
            .collect();
        let all: BTreeSet<Feature> =
            variants.iter().flat_map(|(_, features)| features.keys().cloned()).collect();
        let merge = |feature: Feature| {
            let mut merged = Occurrence { least: usize::MAX, ..Occurrence::default() };
            for (variant, features) in &variants {
                let own = features.get(&feature);
                let least = own.map_or(0, |own| own.least);
                // "One day" need not say 1.
                let says_it = counted.as_ref() == Some(&feature) && self.says_the_number(variant);
                if least == 0 && !says_it && merged.lacking.is_none() {
                    let nested = own.and_then(|own| own.lacking.clone());
                    let key = || (variant.key.value.clone(), variant.key.span.clone());
                    merged.lacking = Some(nested.unwrap_or_else(key));
                }
                merged.least = merged.least.min(if says_it { least.max(1) } else { least });
                merged.most = merged.most.max(own.map_or(0, |own| own.most));
                let places = own.map_or(&[][..], |own| own.places.as_slice());
                if places.len() > merged.places.len() {
                    merged.places = places.to_vec();
                }
            }
            (feature, merged)
        };
        all.into_iter().map(merge).collect()
    }

    /// Whether what chooses a variant says the number already: `[1]`, or a form that one number alone takes.
    fn says_the_number(&self, variant: &Variant) -> bool {
        variant.is_number
            || (!variant.is_default
                && self.rules.says_the_number(&variant.key.value, Count::Cardinal))
    }
}

fn once(feature: Feature, place: &Span) -> Features {
    let occurrence = Occurrence { least: 1, most: 1, places: vec![place.clone()], lacking: None };
    Features::from([(feature, occurrence)])
}

/// The tags that a typed text opens.
fn tags(text: &crate::diagnostic::Located<String>, place: Option<&Span>) -> Features {
    let mut found = Features::new();
    for (at, _) in text.value.match_indices('<') {
        let Some((tag, length)) = read_tag(&text.value[at + 1..]) else { continue };
        let feature = match tag {
            MarkupTag::Open(name) => Feature::Emphasis(name),
            MarkupTag::Link(id) => Feature::Link(id.to_owned()),
            // A translation marks the names that it leaves in another language; its source need not.
            MarkupTag::Language(_) | MarkupTag::Close(_) => continue,
        };
        let start = text.span.range.start + at;
        let own = Span::new(&text.span.file, start..start + 1 + length);
        let occurrence = found.entry(feature).or_default();
        occurrence.least += 1;
        occurrence.most += 1;
        occurrence.places.push(place.unwrap_or(&own).clone());
    }
    found
}
