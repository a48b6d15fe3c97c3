//! A publication, its states and a choice of edition and language in; a [`Manuscript`] out.

mod contacts;
mod format;
mod locale;
pub mod manuscript;
mod markup;
mod typography;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Place, Report, count, list};
use crate::language::{Language, Tag};
use crate::load::Publication;
use crate::load::block::{self, MessageId};
use crate::load::brochure::{self, Edition};
use crate::load::catalogue::{Entry, Reference};
use crate::state::{EditionState, MessageState, Reason, States, fact_reason, message_reason};
use format::{Formatter, Variable};
use markup::Filling;

pub use manuscript::Manuscript;
use manuscript::{
    Block, BlockKind, DraftNotice, GuideStep, Item, Origin, Passage, QrCode, RunKind, Section,
};

/// Puts every text of a language edition in its place. Faults are reported; `None` if no page can be made.
pub fn resolve(
    publication: &Publication,
    states: &States,
    edition: &Edition,
    language: &Tag,
    report: &Report,
) -> Option<Manuscript> {
    let row = publication.languages.get(language)?;
    let chain = publication.fallback_chain(language);
    let formatters: Vec<Formatter<'_>> = chain
        .iter()
        .filter_map(|tag| publication.languages.get(tag))
        .map(|row| Formatter::new(publication, row, report))
        .collect();
    let resolver = Resolver {
        publication,
        states,
        report,
        formatters,
        reasons: RefCell::default(),
        fallbacks: RefCell::default(),
        signed: RefCell::default(),
        others: RefCell::default(),
    };
    let brochure = &publication.brochure;
    let title = resolver.message(&brochure.title);
    let sections: Vec<Section> = brochure
        .sections_of(&edition.id.value, language)
        .map(|section| resolver.section(section, &edition.id.value, language))
        .collect();
    let reasons: Vec<Reason> = resolver.reasons.borrow().iter().cloned().collect();
    let state =
        if reasons.is_empty() { EditionState::Approved } else { EditionState::Draft(reasons) };
    let draft = matches!(state, EditionState::Draft(_)).then(|| DraftNotice {
        line: resolver.own("draft-line", &[]),
        band: resolver.own("draft-band", &[]),
    });
    resolver.report_fallbacks(language);
    let offered: Vec<Language> = brochure
        .languages_of(edition)
        .iter()
        .filter_map(|tag| publication.languages.get(&tag.value).cloned())
        .collect();
    let others = resolver.others.borrow();
    let others = others.iter().filter_map(|tag| publication.languages.get(tag).cloned()).collect();
    Some(Manuscript {
        brochure: brochure.id.clone(),
        edition: edition.id.value.clone(),
        languages: vec![row.clone()],
        title,
        date: brochure.release.date,
        state,
        draft,
        offered,
        sections,
        others,
        signed: resolver.signed.take(),
    })
}

/// What all steps of the resolution share.
struct Resolver<'a> {
    publication: &'a Publication,
    states: &'a States,
    report: &'a Report,
    /// The edition's language first, then those to fall back to.
    formatters: Vec<Formatter<'a>>,
    reasons: RefCell<BTreeSet<Reason>>,
    fallbacks: RefCell<BTreeMap<Tag, BTreeSet<String>>>,
    signed: RefCell<BTreeMap<String, String>>,
    /// Languages that occur beside the edition's own.
    others: RefCell<BTreeSet<Tag>>,
}

impl<'a> Resolver<'a> {
    /// The language that the reader reads.
    fn language(&self) -> &'a Tag {
        &self.formatters[0].language().tag
    }

    /// The passage of a message that a file names.
    fn message(&self, id: &MessageId) -> Passage {
        self.passage(&id.value, Some(&id.place), &[])
    }

    /// The passage of a message that the program itself asks for.
    fn own(&self, id: &str, extra: &[(&str, Variable)]) -> Passage {
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
        let language = formatter.language().tag.clone();
        let fell_back = language != *self.language();
        let paragraphs = formatter.format(id, entry, extra, self.report);
        for tag in paragraphs.iter().flatten().filter_map(|run| run.language.as_ref()) {
            self.others.borrow_mut().insert(tag.clone());
        }
        let origin = if fell_back {
            Origin::Fallback(id.to_owned())
        } else {
            Origin::Message(id.to_owned())
        };
        let passage = Passage { origin, language: language.clone(), paragraphs };
        let state = if fell_back {
            self.others.borrow_mut().insert(language.clone());
            self.fallbacks.borrow_mut().entry(language).or_default().insert(id.to_owned());
            MessageState::Missing
        } else {
            self.states.get(&language, id)
        };
        let signed = if extra.is_empty() {
            passage.signed_form()
        } else {
            // What the program fills in differs from place to place: the sentence around it is what is signed.
            let named: Vec<(&str, Variable)> =
                extra.iter().map(|(name, _)| (*name, placeholder(name))).collect();
            let paragraphs = formatter.format(id, entry, &named, self.report);
            Passage { paragraphs, ..passage.clone() }.signed_form()
        };
        self.reasons.borrow_mut().extend(message_reason(&state, id, &signed));
        if !fell_back {
            self.signed.borrow_mut().insert(id.to_owned(), signed);
        }
        self.shows_references(formatter, entry, &mut BTreeSet::new());
        passage
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
    fn shows_fact(&self, fact: &str) {
        let date = self.publication.brochure.release.date;
        self.reasons.borrow_mut().extend(fact_reason(self.publication, fact, date));
    }

    /// The passage of a fact.
    fn fact(&self, fact: &str, filling: Filling) -> Passage {
        self.shows_fact(fact);
        let passage = self.formatters[0].fact(fact, filling);
        if passage.language != *self.language() {
            self.others.borrow_mut().insert(passage.language.clone());
        }
        passage
    }

    fn report_fallbacks(&self, language: &Tag) {
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

    fn section(&self, section: &brochure::Section, edition: &str, language: &Tag) -> Section {
        let blocks = section.blocks.iter().filter(|block| block.limits.admit(edition, language));
        Section {
            id: section.id.value.clone(),
            layout: section.layout,
            title: section.title.as_ref().map(|id| self.message(id)),
            joined: section.joined,
            blocks: blocks.filter_map(|block| self.block(block)).collect(),
        }
    }

    /// A block with its texts; `None` for a slot that nothing fills.
    fn block(&self, block: &block::Block) -> Option<Block> {
        let one = |id: &MessageId| self.message(id);
        let many = |ids: &[MessageId]| ids.iter().map(one).collect::<Vec<_>>();
        let maybe = |id: &Option<MessageId>| id.as_ref().map(one);
        let kind = match &block.kind {
            block::BlockKind::Heading { text, level } => {
                BlockKind::Heading { text: one(text), level: *level }
            }
            block::BlockKind::Paragraph { text, style } => {
                BlockKind::Paragraph { text: one(text), style: *style }
            }
            block::BlockKind::List { items } => BlockKind::List { items: self.items(items) },
            block::BlockKind::Steps { items } => BlockKind::Steps { items: self.items(items) },
            block::BlockKind::Question { question, answer } => {
                BlockKind::Question { question: one(question), answer: many(answer) }
            }
            block::BlockKind::Callout { text, tone } => {
                BlockKind::Callout { text: many(text), tone: *tone }
            }
            block::BlockKind::Contacts(choice) => BlockKind::Contacts {
                title: maybe(&choice.title),
                cards: self.cards(choice),
                style: choice.style,
            },
            block::BlockKind::Checklist { items, columns } => {
                BlockKind::Checklist { items: self.items(items), columns: *columns }
            }
            block::BlockKind::Table { header, rows, caption } => BlockKind::Table {
                caption: maybe(caption),
                header: many(header),
                rows: rows.iter().map(|row| many(row)).collect(),
            },
            block::BlockKind::Figure { file, alternative, caption, width } => BlockKind::Figure {
                file: file.value.clone(),
                alternative: one(alternative),
                caption: maybe(caption),
                width: *width,
            },
            block::BlockKind::Quote { text, attribution } => {
                BlockKind::Quote { text: one(text), attribution: maybe(attribution) }
            }
            block::BlockKind::Guide { steps } => BlockKind::Guide {
                steps: steps
                    .iter()
                    .map(|step| GuideStep {
                        question: one(&step.question),
                        answers: step
                            .answers
                            .iter()
                            .map(|(text, section)| (one(text), section.value.clone()))
                            .collect(),
                    })
                    .collect(),
            },
            block::BlockKind::Qr { fact, text } => self.qr_code(&fact.value, maybe(text))?,
            block::BlockKind::Notes { lines } => BlockKind::Notes { lines: *lines },
            block::BlockKind::Break => BlockKind::Break,
            block::BlockKind::Slot => return None,
        };
        Some(Block { kind, at_foot: block.at_foot })
    }

    fn items(&self, items: &[block::Item]) -> Vec<Item> {
        let item = |item: &block::Item| Item {
            text: self.message(&item.text),
            icon: item.icon.as_ref().map(|icon| icon.value.clone()),
        };
        items.iter().map(item).collect()
    }

    fn qr_code(&self, fact: &str, text: Option<Passage>) -> Option<BlockKind> {
        let site = self.publication.facts.site(fact)?;
        let address =
            Filling { text: site.to_owned(), kind: RunKind::Text, link: None, language: None };
        Some(BlockKind::Qr(QrCode {
            fact: fact.to_owned(),
            target: format!("https://{site}"),
            address: self.fact(fact, format::site(site)),
            alternative: self.own("qr-alt", &[("address", Variable::Text(address))]),
            text,
        }))
    }
}

/// Stands in a signed form for what the program fills in.
fn placeholder(name: &str) -> Variable {
    let text = format!("{{{name}}}");
    Variable::Text(Filling { text, kind: RunKind::Text, link: None, language: None })
}
