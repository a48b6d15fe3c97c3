//! Turns sections and blocks into those of a manuscript, with their texts.

use std::collections::BTreeSet;

use crate::diagnostic::Located;
use crate::language::Tag;
use crate::load::block::{self, MessageId};
use crate::load::facts::{FactPart, WebAddress};
use crate::load::section;
use crate::resolve::manuscript::{
    Block, BlockKind, GuideStep, Item, Passage, QrCode, Section, Summary, Version,
};
use crate::resolve::placeable::{Placeable, Variable};
use crate::resolve::resolver::Resolver;

impl Resolver<'_> {
    /// A section with its texts; `number` is that of the chapter, and a cover may be discreet.
    pub(super) fn section(
        &self,
        section: &section::Section,
        number: Option<usize>,
        is_discreet: bool,
    ) -> Section {
        let edition = &self.edition.id.value;
        // A discreet cover shows nothing but what an overlay puts there.
        let discreet = section.discreet.as_ref().filter(|_| is_discreet);
        let mut filled = BTreeSet::new();
        let blocks = section.blocks.iter().filter(|block| {
            block.limits.admit(edition, self.language())
                && block.limits.serve(self.regions())
                && (discreet.is_none() || block.limits.slot.is_some())
        });
        let blocks = blocks.filter_map(|block| {
            let name = block.limits.slot.as_ref().map(Located::as_str);
            match name.and_then(|name| Some((name, self.slot(name)?))) {
                // On a cover that tells nothing stands nothing of the body either.
                Some(_) if discreet.is_some() => None,
                Some((name, kind)) if filled.insert(name) => {
                    Some(Block { kind, at_foot: block.at_foot })
                }
                Some(_) => None,
                None => self.block(block),
            }
        });
        let summary = (!section.summary.is_empty()).then(|| Summary {
            label: self.program_message("in-short", &[]),
            lines: section.summary.iter().map(|id| self.message(id)).collect(),
        });
        Section {
            id: section.id.value.clone(),
            layout: section.layout,
            title: discreet.or(section.title.as_ref()).map(|id| self.title(id)),
            number,
            summary,
            tint: section.tint,
            joined: section.joined,
            blocks: blocks.collect(),
        }
    }

    /// A block of the brochure with its texts; `None` for a slot that nothing fills.
    fn block(&self, block: &block::Block) -> Option<Block> {
        let one = |id: &MessageId| self.message(id);
        let many = |ids: &[MessageId]| ids.iter().map(one).collect::<Vec<_>>();
        let maybe = |id: &Option<MessageId>| id.as_ref().map(one);
        let kind = match &block.kind {
            block::BlockKind::Heading { text, level } => {
                BlockKind::Heading { text: self.title(text), level: *level }
            }
            block::BlockKind::Paragraph { text, style } => {
                BlockKind::Paragraph { text: one(text), style: *style }
            }
            block::BlockKind::List { items } => BlockKind::List { items: self.items(items) },
            block::BlockKind::Steps { items, start } => {
                BlockKind::Steps { items: self.items(items), start: *start }
            }
            block::BlockKind::Question { question, answer, level } => {
                let question = self.title(question);
                BlockKind::Question { question, answer: many(answer), level: *level }
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
            block::BlockKind::Table { header, rows, caption, widths } => BlockKind::Table {
                widths: widths.clone(),
                caption: maybe(caption),
                header: many(header),
                rows: rows.iter().map(|row| many(row)).collect(),
            },
            block::BlockKind::Figure { file, alternative, caption, width } => BlockKind::Figure {
                file: file.value.clone(),
                alternative: self.plain_message(alternative),
                caption: maybe(caption),
                width: *width,
            },
            block::BlockKind::Quote { text, attribution } => {
                BlockKind::Quote { text: one(text), attribution: maybe(attribution) }
            }
            block::BlockKind::Multilingual { text, languages, either } => {
                BlockKind::Multilingual { versions: self.versions(text, languages, *either) }
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
            block::BlockKind::Notes { extent } => BlockKind::Notes { extent: *extent },
            block::BlockKind::Contents { depth } => BlockKind::Contents { depth: *depth },
            block::BlockKind::Glossary { words } => BlockKind::Glossary {
                words: self
                    .sorted(words.iter().map(|row| (one(&row.word), one(&row.text))).collect()),
            },
            block::BlockKind::Break => BlockKind::Break,
            block::BlockKind::Slot => return None,
        };
        Some(Block { kind, at_foot: block.at_foot })
    }

    /// A text in several languages, and below them in the reader's own. If any one of them is enough (`either`) and the
    /// reader's is among them, it stands alone.
    fn versions(&self, id: &MessageId, languages: &[Located<Tag>], either: bool) -> Vec<Version> {
        let own = self.language();
        let has_own = languages.iter().any(|tag| tag.value == *own);
        if either && has_own {
            return vec![Version { head: None, text: self.message(id) }];
        }
        let named: Vec<Passage> =
            languages.iter().filter_map(|tag| self.version(id, &tag.value)).collect();
        // Where the reader's own is missing, what stands in for it may be one of those above.
        let is_there = |text: &Passage| named.iter().any(|other| other.language == text.language);
        let below = (!has_own).then(|| self.message(id)).filter(|text| !is_there(text));
        let headed = named.into_iter().chain(below).map(|text| {
            let head = self.publication.languages.get(&text.language).cloned();
            Version { head, text }
        });
        headed.collect()
    }

    /// The words of a glossary in the sort order of the language.
    fn sorted(&self, mut words: Vec<(Passage, Passage)>) -> Vec<(Passage, Passage)> {
        if let Some(locale) = self.localization.own().locale() {
            words.sort_by(|(one, _), (other, _)| locale.compare(&one.plain(), &other.plain()));
        }
        words
    }

    fn items(&self, items: &[block::Item]) -> Vec<Item> {
        let item = |item: &block::Item| Item {
            text: self.message(&item.text),
            icon: item.icon.as_ref().map(|icon| icon.value.clone()),
        };
        items.iter().map(item).collect()
    }

    fn qr_code(&self, fact: &str, text: Option<Passage>) -> Option<BlockKind> {
        let site = self.publication.facts.site(fact, self.language())?;
        let target = WebAddress::parse(site)?;
        let address = Variable::Placeable(Placeable::text(target.printed));
        Some(BlockKind::Qr(QrCode {
            fact: fact.to_owned(),
            target: target.link,
            address: self.fact(fact, FactPart::Site, Placeable::site(site)),
            alternative: self.program_message("qr-alt", &[("address", address)]),
            text,
        }))
    }
}
