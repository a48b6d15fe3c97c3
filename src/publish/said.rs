//! Tells what a published file says of the facts, in checksums: names and numbers stay out of the lists of a site.

use std::collections::BTreeSet;

use crate::artifact::files::sha256;
use crate::load::Body;
use crate::load::facts::{Contact, FactPart};
use crate::resolve::Manuscript;
use crate::resolve::manuscript::BlockKind;

/// How many figures of a checksum tell what was said.
const FIGURES: usize = 16;

/// How many figures stand before them, and tell of which part of which fact.
const PART_FIGURES: usize = 8;

/// What an edition says of the facts and of its body's contacts, as checksums: names of facts stay in the house.
pub(super) fn shown(manuscript: &Manuscript, body: Option<&Body>) -> BTreeSet<String> {
    let shown = manuscript.shown_facts.iter();
    let mut all: BTreeSet<String> =
        shown.map(|shown| said(&shown.fact, shown.part.as_str(), &shown.text)).collect();
    let language = &manuscript.language().tag;
    for contact in body.into_iter().flat_map(|body| shown_contacts(manuscript, body)) {
        for part in parts_of_card(contact) {
            let text = contact.part_for(part, language);
            all.extend(text.map(|text| said(&contact.id.value, part.as_str(), &text)));
        }
    }
    all
}

/// The contacts of a body that stand in the slots of an edition.
fn shown_contacts<'b>(manuscript: &Manuscript, body: &'b Body) -> Vec<&'b Contact> {
    let blocks = manuscript.sections.iter().flat_map(|section| &section.blocks);
    let slots = blocks.filter_map(|block| match &block.kind {
        BlockKind::Slot { blocks, .. } => Some(blocks),
        _ => None,
    });
    let cards = slots.flatten().filter_map(|block| match &block.kind {
        BlockKind::Contacts { cards, .. } => Some(cards),
        _ => None,
    });
    let ids: BTreeSet<&str> = cards.flatten().map(|card| card.id.as_str()).collect();
    body.contacts.iter().filter(|contact| ids.contains(contact.id.as_str())).collect()
}

/// The parts of a contact that its card shows: a number, or else a site, or else an address.
fn parts_of_card(contact: &Contact) -> Vec<FactPart> {
    let mut parts = vec![
        FactPart::Name,
        FactPart::Hours,
        FactPart::Free,
        FactPart::Anonymous,
        FactPart::Answers,
    ];
    match (&contact.phone, &contact.site) {
        (Some(_), _) => parts.extend([FactPart::Phone, FactPart::Dialled]),
        (None, Some(_)) => parts.push(FactPart::Site),
        (None, None) => parts.push(FactPart::Address),
    }
    parts
}

/// Which part of a fact something is about, as a checksum.
fn part_sum(fact: &str, part: &str) -> String {
    sum(&format!("{fact}\n{part}"), PART_FIGURES)
}

/// What a part of a fact says, as a checksum: of the part, and of what it says.
pub(super) fn said(fact: &str, part: &str, text: &str) -> String {
    part_sum(fact, part) + &sum(&format!("{fact}\n{part}\n{text}"), FIGURES)
}

/// Whether something that was said is about a part of a fact.
pub(super) fn is_about(said: &str, fact: &str, part: &str) -> bool {
    said.strip_prefix(&part_sum(fact, part)).is_some_and(|rest| rest.len() == FIGURES)
}

/// Whether something that was said tells which part it is about.
pub(super) fn has_part(said: &str) -> bool {
    said.len() == PART_FIGURES + FIGURES
}

fn sum(text: &str, figures: usize) -> String {
    let mut sum = sha256(text.as_bytes());
    sum.truncate(figures);
    sum
}
