//! A publication, its states and a choice of edition and language in; a [`Manuscript`] out.

mod contacts;
mod format;
mod locale;
pub mod manuscript;
mod markup;
mod resolver;
mod typography;

use crate::diagnostic::Report;
use crate::language::{Language, Tag};
use crate::load::Publication;
use crate::load::block::{self, MessageId};
use crate::load::brochure::{self, Edition};
use crate::resolve::format::{Formatter, Variable};
use crate::resolve::manuscript::{
    Block, BlockKind, DraftNotice, GuideStep, Item, Passage, QrCode, RunKind, Section,
};
use crate::resolve::markup::Filling;
use crate::resolve::resolver::Resolver;
use crate::state::{EditionState, Reason, States};

pub use manuscript::Manuscript;

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
    let resolver = Resolver::new(publication, states, formatters, report);
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

impl Resolver<'_> {
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
