//! Reports the names in a publication that lead nowhere, and the texts that nothing leads to.

mod accept;
mod calls;
mod headings;
mod pairs;
mod references;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Located, Report, Span, list};
use crate::language::Tag;
use crate::load::block::{BlockKind, ContactChoice, Item, Limits, MessageId};
use crate::load::body;
use crate::load::brochure::PAGE_PREFIX;
use crate::load::catalogue::{Catalogue, Entry, Reference};
use crate::load::cover;
use crate::load::forms::Forms;
use crate::load::icons;
use crate::load::publication::{OWN_VARIABLES, Publication};
use crate::load::section::Section;
use crate::load::text_id::TextId;

/// Which files were read without a fault: a fault must not be reported again at every text that depends on the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Complete {
    /// `brochure.toml`.
    pub(super) structure: bool,
    /// `facts.toml`.
    pub(super) facts: bool,
}

/// Checks every name of the structure, the facts and the texts.
pub(super) fn check(publication: &Publication, complete: Complete, report: &Report) {
    let used = used_messages(publication);
    check_messages_exist(publication, &used, report);
    check_blocks(publication, report);
    check_page_names(publication, report);
    check_languages_of_facts(publication, report);
    cover::check(&publication.brochure, report);
    headings::check(&publication.brochure, report);
    pairs::check(&publication.brochure, report);
    body::check(publication, report);
    for edition in &publication.brochure.editions {
        for language in publication.brochure.languages_of(edition) {
            edition.fit.check(publication.largest(edition, &language.value), report);
        }
    }
    let variables = complete.facts.then(|| variables(publication));
    let named: BTreeSet<&str> = used.iter().map(|id| id.as_str()).collect();
    let named = (complete.structure && complete.facts).then_some(&named);
    let catalogues: Vec<&Catalogue> = publication.catalogues.iter().collect();
    let found = catalogues.par_iter().map(|catalogue| {
        let own = Report::new();
        check_catalogue(publication, catalogue, named, variables.as_ref(), &own);
        own.into_sorted()
    });
    found.collect::<Vec<_>>().into_iter().for_each(|found| report.extend(found));
    // An edition that could not be read is no unknown one.
    if complete.structure {
        accept::check_names(&publication.brochure, report);
    }
    accept::check_messages(publication, report);
}

/// Checks the texts of one language. `used` are the messages that something leads to, where all of that could be read;
/// `variables` those that may stand in texts.
fn check_catalogue(
    publication: &Publication,
    catalogue: &Catalogue,
    used: Option<&BTreeSet<&str>>,
    variables: Option<&BTreeSet<String>>,
    report: &Report,
) {
    references::check(catalogue, report);
    for (id, entry) in catalogue.texts.messages.iter() {
        check_references(publication, catalogue, id, entry, variables, report);
        calls::check(publication, catalogue, entry, variables.is_none(), report);
    }
    for (id, entry) in catalogue.texts.terms.iter() {
        // What a term is given comes from the text that names it.
        check_references(publication, catalogue, id, entry, None, report);
        calls::check(publication, catalogue, entry, true, report);
    }
    if let Some(used) = used {
        check_unused(catalogue, used, report);
    }
}

/// Checks what one text refers to.
pub(super) fn check_text(publication: &Publication, language: &Tag, id: &TextId, report: &Report) {
    let Some(catalogue) = publication.catalogues.get(language) else { return };
    let Some(entry) = catalogue.texts.get(id) else { return };
    let is_term = id.starts_with('-');
    let variables = (!is_term).then(|| variables(publication));
    check_references(publication, catalogue, id, entry, variables.as_ref(), report);
    calls::check(publication, catalogue, entry, is_term, report);
}

/// The names of the facts and of the pages of sections.
fn variables(publication: &Publication) -> BTreeSet<String> {
    let sections = publication.brochure.sections.iter();
    let pages = sections.map(|section| format!("{PAGE_PREFIX}{}", section.id.value));
    publication.facts.variables().into_iter().chain(pages).collect()
}

/// A fact must not bear the name under which texts ask for the page of a section.
fn check_page_names(publication: &Publication, report: &Report) {
    let facts = &publication.facts;
    let contacts = facts.contacts.iter().map(|contact| &contact.id);
    for name in contacts.chain(facts.values.values().map(|value| &value.id)) {
        if let Some(section) = publication.brochure.section_of_page(&name.value) {
            report.add(
                Diagnostic::error(format!(
                    "the name `{}` stands for the page of the section `{}`",
                    name.value, section.id.value
                ))
                .at(&name.span)
                .hint("rename the fact"),
            );
        }
    }
}

/// A text of the facts is set in its own language, which must be known.
fn check_languages_of_facts(publication: &Publication, report: &Report) {
    for form in publication.facts.forms().flat_map(Forms::iter) {
        if let Some(language) = &form.language {
            let _ = publication.languages.require(language, report);
        }
    }
}

/// Every message that the structure or the facts name.
fn used_messages(publication: &Publication) -> Vec<&MessageId> {
    let brochure = &publication.brochure;
    let facts = &publication.facts;
    let sections = brochure.sections.iter().flat_map(Section::messages);
    let feet = brochure.editions.iter().flat_map(|edition| &edition.foot);
    let of_bodies = publication.bodies.iter().flat_map(|body| &body.contacts);
    let contacts = facts.contacts.iter().chain(of_bodies);
    let contacts = contacts.flat_map(|contact| contact.called.iter().chain(contact.about.iter()));
    std::iter::once(&brochure.title)
        .chain(sections)
        .chain(feet)
        .chain(contacts)
        .chain(facts.needs.values())
        .chain(facts.regions.values())
        .collect()
}

/// A message that is asked for must at least be there in the source language.
fn check_messages_exist(publication: &Publication, used: &[&MessageId], report: &Report) {
    let source = &publication.brochure.source_language.value;
    let Some(catalogue) = publication.catalogues.get(source) else { return };
    for id in used {
        let found = catalogue.texts.messages.get(&id.value);
        if catalogue.texts.may_have(id.as_str()) {
            continue;
        }
        if found.is_none_or(|entry| !entry.has_text) {
            report.add(
                Diagnostic::error(format!(
                    "no message `{}` in the source language `{source}`",
                    id.value
                ))
                .at(&id.span)
                .suggest(&id.value, catalogue.texts.messages.keys().map(TextId::as_str))
                .hint(format!(
                    "write it in `translations/{source}/{}.ftl`",
                    publication.brochure.id
                )),
            );
        }
    }
}

/// Names of facts, pictures and icons in blocks.
fn check_blocks(publication: &Publication, report: &Report) {
    for section in &publication.brochure.sections {
        for region in &section.limits.regions {
            let _ = crate::fields::look_up(region, "region", &publication.facts.regions, report);
        }
        for block in &section.blocks {
            if let BlockKind::Contacts(choice) = &block.kind {
                check_emergency(choice, &section.limits, report);
            }
        }
    }
    for block in publication.brochure.sections.iter().flat_map(|section| &section.blocks) {
        for region in &block.limits.regions {
            let _ = crate::fields::look_up(region, "region", &publication.facts.regions, report);
        }
        match &block.kind {
            BlockKind::List { items }
            | BlockKind::Steps { items, .. }
            | BlockKind::Checklist { items, .. } => {
                check_icons(items, report);
            }
            BlockKind::Contacts(choice) => {
                check_contacts(publication, choice, report);
                check_emergency(choice, &block.limits, report);
            }
            BlockKind::Qr { fact, .. } => check_site(publication, fact, report),
            BlockKind::Multilingual { text, languages, .. } => {
                check_versions(publication, text, languages, report);
            }
            _ => {}
        }
    }
}

/// A text that must stand in some languages must be there in each: no other language can stand in.
fn check_versions(
    publication: &Publication,
    text: &MessageId,
    languages: &[Located<Tag>],
    report: &Report,
) {
    let id = &publication.brochure.id;
    for tag in languages {
        if publication.languages.require(tag, report).is_err() {
            continue;
        }
        let language = &tag.value;
        let Some(catalogue) = publication.catalogues.get(language) else {
            report.add(
                Diagnostic::error(format!("there are no texts in `{language}`"))
                    .at(&tag.span)
                    .hint(format!(
                        "write them in `translations/{language}/{id}.ftl`, or delete `{language}` here"
                    )),
            );
            continue;
        };
        let messages = &catalogue.texts.messages;
        // That the source language lacks it is reported for every message.
        let is_source = *language == publication.brochure.source_language.value;
        if catalogue.texts.may_have(text.as_str()) {
            continue;
        }
        if !is_source && messages.get(&text.value).is_none_or(|entry| !entry.has_text) {
            report.add(
                Diagnostic::error(format!(
                    "no message `{}` in `{language}`, in which it must stand",
                    text.value
                ))
                .at(&text.span)
                .suggest(&text.value, messages.keys().map(TextId::as_str))
                .hint(format!(
                    "write it in `translations/{language}/{id}.ftl`: no other language can stand in"
                )),
            );
        }
    }
}

fn check_icons(items: &[Item], report: &Report) {
    for icon in items.iter().filter_map(|item| item.icon.as_ref()) {
        if icons::icon(&icon.value).is_none() {
            let names: Vec<&str> = icons::ICONS.iter().map(|(name, _)| *name).collect();
            let diagnostic = Diagnostic::error(format!("unknown icon `{}`", icon.value))
                .at(&icon.span)
                .suggest_or_list(&icon.value, "icon", &names);
            report.add(diagnostic);
        }
    }
}

fn check_contacts(publication: &Publication, choice: &ContactChoice, report: &Report) {
    let facts = &publication.facts;
    for need in &choice.needs {
        let _ = crate::fields::look_up(need, "need", &facts.needs, report);
    }
    for region in &choice.regions {
        let _ = crate::fields::look_up(region, "region", &facts.regions, report);
    }
    for only in &choice.only {
        if facts.contact(&only.value).is_none() {
            report.add(
                Diagnostic::error(format!("unknown contact `{}`", only.value))
                    .at(&only.span)
                    .suggest(&only.value, facts.contacts.iter().map(|contact| contact.id.as_str())),
            );
        }
    }
}

/// What says whom to call in danger must stand in every copy, whoever hands it out.
fn check_emergency(choice: &ContactChoice, limits: &Limits, report: &Report) {
    if !choice.is_emergency() {
        return;
    }
    let refused = |place: &Span, message: &str| {
        report.add(Diagnostic::error(message).at(place).hint(
            "whom to call in danger stands in every copy, whoever hands it out: delete the key",
        ));
    };
    if let Some(slot) = &limits.slot {
        refused(&slot.span, "emergency contacts can't stand in a slot, which a body could fill");
    }
    if let Some(region) = limits.regions.first().or(choice.regions.first()) {
        refused(&region.span, "emergency contacts can't be for some regions alone");
    }
}

fn check_site(publication: &Publication, fact: &Located<String>, report: &Report) {
    let facts = &publication.facts;
    if facts.site_forms(&fact.value).is_some() {
        return;
    }
    let with_site = facts.contacts.iter().filter(|contact| contact.site.is_some());
    let names: Vec<&str> = with_site.map(|contact| contact.id.as_str()).collect();
    let known = facts.contact(&fact.value).is_some();
    let message = if known {
        format!("the contact `{}` has no `site`", fact.value)
    } else {
        format!("unknown fact `{}`", fact.value)
    };
    report.add(Diagnostic::error(message).at(&fact.span).suggest(&fact.value, names));
}

/// Checks what one text refers to. `variables` is `None` where any may stand.
fn check_references(
    publication: &Publication,
    catalogue: &Catalogue,
    id: &str,
    entry: &Entry,
    variables: Option<&BTreeSet<String>>,
    report: &Report,
) {
    for reference in &entry.references {
        let diagnostic = match reference {
            Reference::Variable(name) => {
                let Some(variables) = variables else { continue };
                let text = name.text();
                let own = OWN_VARIABLES
                    .iter()
                    .filter(|(message, _)| message.is_none_or(|message| message == id))
                    .map(|(_, name)| *name);
                // A text shared by all brochures may name facts of another one: it is checked where it is shown.
                if entry.common || variables.contains(text) || own.clone().any(|own| own == text) {
                    continue;
                }
                let known = variables.iter().map(String::as_str).chain(own);
                Diagnostic::error(format!("unknown fact `${text}`"))
                    .at(name)
                    .suggest(text, known)
                    .hint(format!(
                        "facts stand in `brochures/{}/facts.toml`",
                        publication.brochure.id
                    ))
            }
            Reference::Message(name) => {
                let (texts, text) = (&catalogue.texts, name.text());
                if texts.messages.get(text).is_some_and(|entry| entry.has_text)
                    || texts.may_have(text)
                {
                    continue;
                }
                Diagnostic::error(format!("unknown message `{text}`"))
                    .at(name)
                    .suggest(text, catalogue.texts.messages.keys().map(TextId::as_str))
                    .hint(format!("it must be in the same language, `{}`", catalogue.language))
            }
            Reference::Term(name) => {
                let (texts, term) = (&catalogue.texts, format!("-{}", name.text()));
                if texts.terms.contains_key(name.text()) || texts.may_have(&term) {
                    continue;
                }
                let terms: Vec<String> =
                    catalogue.texts.terms.keys().map(|term| format!("-{term}")).collect();
                Diagnostic::error(format!("unknown term `{term}`"))
                    .at(name)
                    .suggest(&term, terms.iter().map(String::as_str))
                    .hint(format!("it must be in the same language, `{}`", catalogue.language))
            }
            Reference::Function(name) => {
                if calls::names().contains(&name.text()) {
                    continue;
                }
                Diagnostic::error(format!("unknown function `{}`", name.text()))
                    .at(name)
                    .hint(format!("functions are {}", list(&calls::names())))
            }
        };
        report.add(diagnostic);
    }
}

/// Texts that nothing leads to. What all brochures share is not one brochure's to judge.
fn check_unused(catalogue: &Catalogue, used: &BTreeSet<&str>, report: &Report) {
    let messages = &catalogue.texts.messages;
    // Both are in the order of their ids.
    let mut named = used.iter().peekable();
    let mut is_named = |id: &str| {
        while named.next_if(|named| **named < id).is_some() {}
        named.peek().is_some_and(|named| **named == id)
    };
    let unnamed = messages.iter().filter(|(id, entry)| !is_named(id) && !entry.common);
    let unnamed: Vec<(&TextId, &Entry)> = unnamed.collect();
    if unnamed.is_empty() {
        return;
    }
    // What the texts that are shown name is shown too.
    let mut live = used.clone();
    let mut waiting: Vec<&str> = used.iter().copied().collect();
    while let Some(id) = waiting.pop() {
        let references = messages.get(id).map(|entry| &*entry.references);
        for reference in references.unwrap_or_default() {
            if let Reference::Message(name) = reference
                && live.insert(name.text())
            {
                waiting.push(name.text());
            }
        }
    }
    // Messages that are asked for and that this catalogue lacks: an unused one is often one of them, misspelt.
    let missing: Vec<&str> = live.iter().copied().filter(|id| !messages.contains_key(id)).collect();
    for (id, entry) in unnamed {
        if !live.contains(id.as_str()) {
            report.add(
                Diagnostic::warning(format!("no block shows the message `{id}`"))
                    .at(&entry.span)
                    .suggest(id, missing.iter().copied())
                    .hint("delete it, or name it in `brochure.toml`"),
            );
        }
    }
}
