//! Messages and facts in, their passages out; notes what keeps the edition from being approved.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Place, Report, count, list};
use crate::language::Tag;
use crate::load::block::MessageId;
use crate::load::catalogue::{Entry, Reference};
use crate::load::{Edition, Publication};
use crate::resolve::format::{Formatter, Variable};
use crate::resolve::manuscript::{Origin, Passage, Run, RunKind};
use crate::resolve::markup::Filling;
use crate::resolve::typography::divide;
use crate::review::{MessageState, Reason, States, fact_reason, message_reason};

/// What all steps of the resolution share.
pub(super) struct Resolver<'a> {
    pub(super) publication: &'a Publication,
    pub(super) states: &'a States,
    pub(super) edition: &'a Edition,
    pub(super) report: &'a Report,
    /// The edition's language first, then those to fall back to.
    pub(super) formatters: Vec<Formatter<'a>>,
    /// Those of further languages that blocks ask for.
    versions: Vec<Formatter<'a>>,
    pub(super) reasons: RefCell<BTreeSet<Reason>>,
    pub(super) fallbacks: RefCell<BTreeMap<Tag, BTreeSet<String>>>,
    pub(super) signed: RefCell<BTreeMap<String, String>>,
    /// Languages that occur beside the edition's own.
    pub(super) others: RefCell<BTreeSet<Tag>>,
}

impl<'a> Resolver<'a> {
    /// Begins an edition. The formatters are those of its language, then of those to fall back to; `versions` are those of
    /// further languages that blocks ask for.
    pub(super) fn new(
        publication: &'a Publication,
        states: &'a States,
        edition: &'a Edition,
        formatters: Vec<Formatter<'a>>,
        versions: Vec<Formatter<'a>>,
        report: &'a Report,
    ) -> Resolver<'a> {
        Resolver {
            publication,
            states,
            edition,
            report,
            formatters,
            versions,
            reasons: RefCell::default(),
            fallbacks: RefCell::default(),
            signed: RefCell::default(),
            others: RefCell::default(),
        }
    }

    /// The language that the reader reads.
    pub(super) fn language(&self) -> &'a Tag {
        &self.formatters[0].language().tag
    }

    /// The passage of a message that a file names.
    pub(super) fn message(&self, id: &MessageId) -> Passage {
        self.divided(self.title(id))
    }

    /// The passage of a message in a language that a block asks for. `None` where it is missing, which `load` has reported.
    pub(super) fn version(&self, id: &MessageId, language: &Tag) -> Option<Passage> {
        if language == self.language() {
            return Some(self.message(id));
        }
        let formatter = self.formatter(language)?;
        let entry = formatter.entry(&id.value)?;
        let origin = Origin::Version(id.value.to_string());
        Some(self.divided(self.formatted(formatter, entry, &origin, &[])))
    }

    /// The formatter of a language.
    fn formatter(&self, language: &Tag) -> Option<&Formatter<'a>> {
        let mut all = self.formatters.iter().chain(&self.versions);
        all.find(|formatter| formatter.language().tag == *language)
    }

    /// A passage with soft hyphens in its long words, if the edition divides words.
    fn divided(&self, mut passage: Passage) -> Passage {
        if self.edition.appearance.hyphenate
            && let Some(formatter) = self.formatter(&passage.language)
        {
            divide(&mut passage.paragraphs, formatter.language(), &self.publication.languages);
        }
        passage
    }

    /// The passage of a message whose words are not divided: a title, or a text that is kept as plain characters.
    pub(super) fn title(&self, id: &MessageId) -> Passage {
        self.passage(&id.value, Some(&id.place), &[])
    }

    /// The passage of a message that is kept as plain characters, in which no page number can be filled in later.
    pub(super) fn plain_message(&self, id: &MessageId) -> Passage {
        let passage = self.title(id);
        if passage.paragraphs.iter().flatten().any(|run| run.kind == RunKind::Page) {
            self.report.add(
                Diagnostic::error(format!("the message `{}` can't name a page", id.value))
                    .at(&id.place)
                    .hint("titles and alternative texts are written before the pages have numbers"),
            );
        }
        passage
    }

    /// The passage of a message that the program itself asks for.
    pub(super) fn own(&self, id: &str, extra: &[(&str, Variable)]) -> Passage {
        self.passage(id, None, extra)
    }

    fn passage(&self, id: &str, place: Option<&Place>, extra: &[(&str, Variable)]) -> Passage {
        let found =
            self.formatters.iter().find_map(|formatter| Some((formatter, formatter.entry(id)?)));
        let Some((formatter, entry)) = found else {
            let chain: Vec<&Tag> =
                self.formatters.iter().map(|formatter| &formatter.language().tag).collect();
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

    /// The passage of an entry of a formatter's catalogue, and what it means for the state of the edition.
    fn formatted(
        &self,
        formatter: &Formatter<'a>,
        entry: &Entry,
        origin: &Origin,
        extra: &[(&str, Variable)],
    ) -> Passage {
        let id = origin.name();
        let language = formatter.language().tag.clone();
        let formatted = formatter.format(id, entry, extra, self.report);
        self.check_pages(id, entry, &formatted.set);
        for tag in formatted.set.iter().flatten().filter_map(|run| run.language.as_ref()) {
            self.others.borrow_mut().insert(tag.clone());
        }
        let passage =
            |paragraphs| Passage { origin: origin.clone(), language: language.clone(), paragraphs };
        // Quotes, dashes and blanks are the program's: what is signed is what was typed.
        let signed = if extra.is_empty() {
            passage(formatted.typed).signed_form()
        } else {
            // What the program fills in differs from place to place: the sentence around it is what is signed.
            let named: Vec<(&str, Variable)> =
                extra.iter().map(|(name, _)| (*name, placeholder(name))).collect();
            passage(formatter.format(id, entry, &named, self.report).typed).signed_form()
        };
        let passage = passage(formatted.set);
        if language != *self.language() {
            self.others.borrow_mut().insert(language.clone());
        }
        let state = if let Origin::Fallback(_) = origin {
            self.fallbacks.borrow_mut().entry(language).or_default().insert(id.to_owned());
            MessageState::Missing
        } else {
            self.states.get(&language, id)
        };
        let subject = passage.subject();
        self.reasons.borrow_mut().extend(message_reason(&state, &subject, &signed));
        // A version in another language is signed in the edition of that.
        if let Origin::Message(_) = origin {
            self.signed.borrow_mut().insert(id.to_owned(), signed);
        }
        self.shows_references(formatter, entry, &mut BTreeSet::new());
        passage
    }

    /// Reports pages of sections that the edition does not have.
    fn check_pages(&self, id: &str, entry: &Entry, paragraphs: &[Vec<Run>]) {
        let (edition, language) = (self.edition.id.as_str(), self.language());
        let brochure = &self.publication.brochure;
        for run in paragraphs.iter().flatten().filter(|run| run.kind == RunKind::Page) {
            let mut sections = brochure.sections_of(edition, language);
            if !sections.any(|section| section.id.value == run.text && section.title.is_some()) {
                self.report.add(
                    Diagnostic::error(format!(
                        "the message `{id}` names the page of `{}`, but the edition `{edition}` has no such titled section in `{language}`",
                        run.text
                    ))
                    .at(&entry.place)
                    .hint("show another message there, or add the section to the edition"),
                );
            }
        }
    }

    /// Notes the facts that a message shows, also through the messages in it. Terms take theirs from the message.
    fn shows_references(
        &self,
        formatter: &Formatter<'_>,
        entry: &Entry,
        seen: &mut BTreeSet<String>,
    ) {
        for reference in &entry.references {
            match reference {
                Reference::Variable(name) => self.shows_variable(&name.value),
                Reference::Message(name) if seen.insert(name.value.clone()) => {
                    if let Some(inner) = formatter.entry(&name.value) {
                        self.shows_references(formatter, inner, seen);
                    }
                }
                _ => {}
            }
        }
    }

    /// Notes that a variable's fact stands on the page.
    fn shows_variable(&self, name: &str) {
        let contact =
            self.publication.facts.contact_part(name).map(|(contact, _)| contact.id.as_str());
        self.shows_fact(contact.unwrap_or(name));
    }

    /// Notes that a fact stands on the page.
    pub(super) fn shows_fact(&self, fact: &str) {
        let date = self.publication.brochure.release.date;
        self.reasons.borrow_mut().extend(fact_reason(self.publication, fact, date));
    }

    /// The passage of a fact.
    pub(super) fn fact(&self, fact: &str, filling: Filling) -> Passage {
        self.shows_fact(fact);
        let passage = self.formatters[0].fact(fact, filling);
        if passage.language != *self.language() {
            self.others.borrow_mut().insert(passage.language.clone());
        }
        passage
    }

    pub(super) fn report_fallbacks(&self, language: &Tag) {
        for (from, ids) in self.fallbacks.borrow().iter() {
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
                .hint(format!("translate them in `translations/{language}`")),
            );
        }
    }
}

/// Stands in a signed form for what the program fills in.
fn placeholder(name: &str) -> Variable {
    let text = format!("{{{name}}}");
    Variable::Text(Filling { text, kind: RunKind::Text, link: None, language: None })
}
