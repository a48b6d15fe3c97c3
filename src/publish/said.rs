//! Tells whether what a published file says of the facts is still what they say.

use std::collections::BTreeSet;

use crate::artifact::files::sha256;
use crate::load::facts::{Contact, FactPart};
use crate::load::{Body, Facts};
use crate::resolve::Manuscript;
use crate::resolve::manuscript::BlockKind;

/// How many figures of a checksum tell what was said.
const FIGURES: usize = 16;

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

/// All that the facts say today, and the contacts of a body.
pub(super) fn today(facts: &Facts, body: Option<&Body>) -> BTreeSet<String> {
    let named = facts.names().map(|name| (&name.value, facts.parts(&name.value)));
    let contacts = body.into_iter().flat_map(|body| &body.contacts);
    let contacts = contacts.map(|contact| (&contact.id.value, contact.parts()));
    let mut all = BTreeSet::new();
    for (name, parts) in named.chain(contacts) {
        for (part, text) in parts {
            // A form in a language is `name.fr`.
            let part = part.split('.').next().unwrap_or_default();
            all.insert(said(name, part, &text));
        }
    }
    all
}

fn said(fact: &str, part: &str, text: &str) -> String {
    let mut figures = sha256(format!("{fact}\n{part}\n{text}").as_bytes());
    figures.truncate(FIGURES);
    figures
}
