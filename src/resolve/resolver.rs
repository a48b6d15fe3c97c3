//! Turns messages and facts into passages in one language, and notes what keeps the edition from being approved.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Located, Report, Span, count, list};
use crate::language::Tag;
use crate::language::recognise::Telephones;
use crate::load::block::MessageId;
use crate::load::catalogue::tag::{MarkupTag, read_tag};
use crate::load::catalogue::{Entry, Reference};
use crate::load::facts::FactPart;
use crate::load::{Edition, Publication};
use crate::resolve::formatter::MessageFormatter;
use crate::resolve::localization::Localization;
use crate::resolve::manuscript::{AcceptedContact, Origin, Passage, Run, RunKind, ShownFact};
use crate::resolve::overlay::Overlay;
use crate::resolve::placeable::{Placeable, Variable};
use crate::resolve::typed_contacts;
use crate::resolve::typography::hyphenate;
use crate::review::{
    MessageState, Reason, ReasonKind, States, fact_reason, message_reason, verification_reason,
};

/// Makes the passages of an edition for the readers of one of its languages.
pub(super) struct Resolver<'a> {
    pub(super) publication: &'a Publication,
    states: &'a States,
    pub(super) edition: &'a Edition,
    /// The body whose edition it is.
    pub(super) overlay: Option<Overlay<'a>>,
    pub(super) report: &'a Report,
    /// The language, and what it falls back to.
    pub(super) localization: Localization<'a>,
    /// Formatters of further languages that blocks name.
    versions: Vec<MessageFormatter<'a>>,
    /// What keeps the edition from being approved.
    pub(super) reasons: RefCell<BTreeSet<Reason>>,
    /// The messages that are missing, by the language in which they are shown instead.
    missing: RefCell<BTreeMap<Tag, BTreeSet<String>>>,
    /// The messages that are shown in the language, or in another in its place.
    pub(super) messages: RefCell<BTreeSet<String>>,
    /// What it shows of the facts.
    pub(super) shown_facts: RefCell<BTreeSet<ShownFact>>,
    /// The text of each message that is shown, by the language that it is in; several where the program fills in something
    /// else in each place.
    pub(super) texts: RefCell<BTreeMap<(Tag, String), BTreeSet<String>>>,
    /// The telephone numbers of the facts.
    telephones: Telephones,
    /// The numbers and addresses in texts that the brochure accepts.
    pub(super) accepted: RefCell<BTreeSet<AcceptedContact>>,
    /// Further languages that occur.
    pub(super) others: RefCell<BTreeSet<Tag>>,
}

impl<'a> Resolver<'a> {
    /// Starts on an edition, in one of its languages.
    pub(super) fn new(
        publication: &'a Publication,
        states: &'a States,
        edition: &'a Edition,
        localization: Localization<'a>,
        overlay: Option<Overlay<'a>>,
        report: &'a Report,
    ) -> Resolver<'a> {
        let chain = localization.tags();
        let named = publication.brochure.languages_of_blocks().into_iter();
        let versions = named
            .filter(|tag| !chain.contains(tag))
            .filter_map(|tag| publication.languages.get(tag))
            .map(|row| MessageFormatter::new(publication, row, report))
            .collect();
        Resolver {
            publication,
            states,
            edition,
            overlay,
            report,
            localization,
            versions,
            reasons: RefCell::default(),
            missing: RefCell::default(),
            messages: RefCell::default(),
            shown_facts: RefCell::default(),
            texts: RefCell::default(),
            telephones: Telephones::new(publication.facts.phones()),
            accepted: RefCell::default(),
            others: RefCell::default(),
        }
    }

    /// The language of the readers.
    pub(super) fn language(&self) -> &'a Tag {
        &self.localization.language().tag
    }

    /// The regions of the body whose edition it is; empty for the whole country.
    pub(super) fn regions(&self) -> &'a [Located<String>] {
        self.overlay.map_or(&[], |overlay| overlay.regions())
    }

    /// The passage of a message that a file names.
    pub(super) fn message(&self, id: &MessageId) -> Passage {
        self.hyphenated(self.title(id))
    }

    /// The passage of a message in a language that a block names. `None` where it is missing, which `load` has reported.
    pub(super) fn version(&self, id: &MessageId, language: &Tag) -> Option<Passage> {
        if language == self.language() {
            return Some(self.message(id));
        }
        let formatter = self.formatter(language)?;
        let entry = formatter.entry(&id.value)?;
        let origin = Origin::Version(id.value.to_string());
        Some(self.hyphenated(self.formatted(formatter, entry, &origin, &[])))
    }

    /// The formatter of a language.
    fn formatter(&self, language: &Tag) -> Option<&MessageFormatter<'a>> {
        let mut all = self.localization.chain().chain(&self.versions);
        all.find(|formatter| formatter.language().tag == *language)
    }

    /// A passage with soft hyphens in its long words, if the edition hyphenates.
    fn hyphenated(&self, mut passage: Passage) -> Passage {
        if self.edition.appearance.hyphenate
            && let Some(formatter) = self.formatter(&passage.language)
        {
            hyphenate(&mut passage.paragraphs, formatter.language(), &self.publication.languages);
        }
        passage
    }

    /// The passage of a message without soft hyphens: a title, or a text that is needed as plain characters.
    pub(super) fn title(&self, id: &MessageId) -> Passage {
        self.passage(&id.value, Some(&id.span), &[])
    }

    /// The passage of a message that is needed as plain characters, in which no page number can be filled in later.
    pub(super) fn plain_message(&self, id: &MessageId) -> Passage {
        let passage = self.title(id);
        if passage.paragraphs.iter().flatten().any(|run| run.kind == RunKind::Page) {
            self.report.add(
                Diagnostic::error(format!("the message `{}` can't refer to a page", id.value))
                    .at(&id.span)
                    .hint(
                        "titles and alternative texts are written before pages have their numbers",
                    ),
            );
        }
        passage
    }

    /// The passage of a message that the program itself needs.
    pub(super) fn program_message(&self, id: &str, extra: &[(&str, Variable)]) -> Passage {
        self.passage(id, None, extra)
    }

    fn passage(&self, id: &str, place: Option<&Span>, extra: &[(&str, Variable)]) -> Passage {
        let Some((formatter, entry)) = self.localization.find(id) else {
            let chain = self.localization.tags();
            let diagnostic = Diagnostic::error(format!("no message `{id}` in {}", list(&chain)));
            self.report.add(match place {
                Some(place) => diagnostic.at(place),
                None => diagnostic
                    .hint(format!("write it in `translations/{}/common.ftl`", self.language())),
            });
            let origin = Origin::Message(id.to_owned());
            return Passage {
                origin,
                language: self.language().clone(),
                paragraphs: vec![Vec::new()],
            };
        };
        let origin = if formatter.language().tag == *self.language() {
            Origin::Message(id.to_owned())
        } else {
            Origin::Fallback(id.to_owned())
        };
        self.formatted(formatter, entry, &origin, extra)
    }

    /// The passage of an entry in the catalogue of a formatter; notes what it means for the state of the edition.
    fn formatted(
        &self,
        formatter: &MessageFormatter<'a>,
        entry: &Entry,
        origin: &Origin,
        extra: &[(&str, Variable)],
    ) -> Passage {
        let id = origin.name();
        let language = formatter.language().tag.clone();
        let formatted = formatter.format(id, entry, extra, self.report);
        self.check_pages(id, entry, &formatted);
        for tag in formatted.iter().flatten().filter_map(|run| run.language.as_ref()) {
            self.others.borrow_mut().insert(tag.clone());
        }
        let passage =
            Passage { origin: origin.clone(), language: language.clone(), paragraphs: formatted };
        let key = (language.clone(), id.to_owned());
        self.texts.borrow_mut().entry(key).or_default().insert(passage.with_markup());
        if language != *self.language() {
            self.others.borrow_mut().insert(language.clone());
        }
        if self.states.has_other_facts(&language, id) {
            let reason = Reason::new(ReasonKind::OtherFacts, &passage.subject());
            self.reasons.borrow_mut().insert(reason);
        }
        let state = if let Origin::Fallback(_) = origin {
            self.missing.borrow_mut().entry(language).or_default().insert(id.to_owned());
            MessageState::Missing
        } else {
            self.states.get(&language, id)
        };
        let subject = passage.subject();
        self.reasons.borrow_mut().extend(message_reason(state, &subject));
        // A version in another language is signed in the edition in that language.
        if let Origin::Message(_) | Origin::Fallback(_) = origin {
            self.messages.borrow_mut().insert(id.to_owned());
        }
        self.note_facts_of(formatter, entry, &subject, &mut BTreeSet::new());
        self.note_links_of(formatter, entry, &subject);
        self.note_typed_contacts(formatter, entry, &passage);
        passage
    }

    /// Reports the telephone numbers and addresses that are typed into a message, or into the messages and terms in it, and
    /// that the brochure does not accept there.
    fn note_typed_contacts(
        &self,
        formatter: &MessageFormatter<'_>,
        entry: &Entry,
        passage: &Passage,
    ) {
        let id = passage.origin.name();
        for contact in formatter
            .entries_of(entry)
            .into_iter()
            .flat_map(|entry| typed_contacts::find(entry, &self.telephones))
        {
            let mut accepts = self.publication.brochure.accepts.iter();
            let accept = accepts.position(|accept| {
                contact.is_accepted_by(accept)
                    && accept.message.as_ref().is_some_and(|own| own.value == id)
                    && accept.edition.as_ref().is_none_or(|own| own.value == self.edition.id.value)
                    && accept.language.as_ref().is_none_or(|own| own.value == *self.language())
            });
            if let Some(accept) = accept {
                let (message, text) = (id.to_owned(), contact.text);
                self.accepted.borrow_mut().insert(AcceptedContact { accept, message, text });
            } else {
                self.report.add(contact.diagnostic(&self.publication.facts));
                let reason = Reason::new(ReasonKind::TypedContact, &passage.subject());
                self.reasons.borrow_mut().insert(reason);
            }
        }
    }

    /// Reports references to pages of sections that the edition does not have.
    fn check_pages(&self, id: &str, entry: &Entry, paragraphs: &[Vec<Run>]) {
        let (edition, language) = (self.edition.id.as_str(), self.language());
        let brochure = &self.publication.brochure;
        for run in paragraphs.iter().flatten().filter(|run| run.kind == RunKind::Page) {
            let mut sections = brochure.sections_of(edition, language);
            if !sections.any(|section| section.id.value == run.text && section.title.is_some()) {
                self.report.add(
                    Diagnostic::error(format!(
                        "the message `{id}` refers to the page of `{}`, but in `{language}` the edition `{edition}` has no section of that name with a title",
                        run.text
                    ))
                    .at(&entry.span)
                    .hint("show another message there, or add the section to the edition"),
                );
            }
        }
    }

    /// Notes the facts that a message shows, also through the messages in it. Terms get theirs from the message.
    fn note_facts_of(
        &self,
        formatter: &MessageFormatter<'_>,
        entry: &Entry,
        message: &str,
        seen: &mut BTreeSet<String>,
    ) {
        for reference in &entry.references {
            match reference {
                Reference::Variable(name) => {
                    let found = self.publication.facts.part_of_variable(name.text());
                    if let Some((fact, part)) = found {
                        self.note_part(fact, part, Some(message), &formatter.language().tag);
                    }
                }
                Reference::Message(name) if seen.insert(name.text().to_owned()) => {
                    if let Some(inner) = formatter.entry(name.text()) {
                        self.note_facts_of(formatter, inner, message, seen);
                    }
                }
                _ => {}
            }
        }
    }

    /// Notes the facts whose address stands behind a link of a message, or of the messages and terms in it.
    fn note_links_of(&self, formatter: &MessageFormatter<'_>, entry: &Entry, message: &str) {
        for entry in formatter.entries_of(entry) {
            let text = entry.source();
            for (at, _) in text.match_indices('<') {
                if let Some((MarkupTag::Link(fact), _)) = read_tag(&text[at + 1..])
                    && self.publication.facts.site_forms(fact).is_some()
                {
                    let language = &formatter.language().tag;
                    self.note_part(fact, FactPart::Site, Some(message), language);
                }
            }
        }
    }

    /// Notes that a fact is shown.
    pub(super) fn note_fact(&self, fact: &str) {
        let date = self.publication.brochure.release.date;
        let own = self.overlay.and_then(|overlay| overlay.contact(fact));
        let of_body = own.and_then(|contact| {
            verification_reason(self.publication, &contact.verification, fact, date)
        });
        let reason = of_body.or_else(|| fact_reason(self.publication, fact, date));
        self.reasons.borrow_mut().extend(reason);
    }

    /// Notes that a part of a fact is shown, by a message or in a block of facts.
    pub(super) fn note_part(
        &self,
        fact: &str,
        part: FactPart,
        message: Option<&str>,
        language: &Tag,
    ) {
        self.note_fact(fact);
        let parts = [Some(part), (part == FactPart::Phone).then_some(FactPart::Dialled)];
        for part in parts.into_iter().flatten() {
            if let Some(text) = self.publication.facts.part_for(fact, part, language) {
                let (fact, message) = (fact.to_owned(), message.map(str::to_owned));
                self.shown_facts.borrow_mut().insert(ShownFact { fact, part, text, message });
            }
        }
    }

    /// The passage of a fact.
    pub(super) fn fact(&self, fact: &str, part: FactPart, placeable: Placeable) -> Passage {
        self.note_part(fact, part, None, self.language());
        let language = placeable.language.clone().unwrap_or_else(|| self.language().clone());
        if language != *self.language() {
            self.others.borrow_mut().insert(language.clone());
        }
        let origin = Origin::Fact(fact.to_owned());
        Passage { origin, language, paragraphs: vec![vec![placeable.into_run()]] }
    }

    /// Reports the messages that are missing and shown in another language.
    pub(super) fn report_fallbacks(&self) {
        let language = self.language();
        for (from, ids) in self.missing.borrow().iter() {
            let ids: Vec<&String> = ids.iter().collect();
            let shown = if ids.len() > 8 { &ids[..8] } else { &ids[..] };
            let more = if ids.len() > shown.len() {
                format!(" and {} more", ids.len() - shown.len())
            } else {
                String::new()
            };
            self.report.add(
                Diagnostic::warning(format!(
                    "`{language}` lacks {}, shown in `{from}` instead: {}{more}",
                    count(ids.len(), "message"),
                    list(shown)
                ))
                .hint(format!(
                    "translate {} in `translations/{language}`",
                    if ids.len() == 1 { "it" } else { "them" }
                )),
            );
        }
    }
}
