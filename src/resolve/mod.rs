//! A publication, its states and a choice of edition and language in; a [`Manuscript`] out.

mod contacts;
mod format;
mod locale;
pub mod manuscript;
mod markup;
mod resolver;
mod typography;

use crate::diagnostic::{Located, Report};
use crate::language::{Language, Tag};
use crate::load::block::{self, MessageId};
use crate::load::section::{self, Layout};
use crate::load::{Edition, Publication};
use crate::resolve::format::{Formatter, Variable};
use crate::resolve::manuscript::{
    Block, BlockKind, DraftNotice, GuideStep, Item, Passage, QrCode, RunKind, Section, Summary,
    Version,
};
use crate::resolve::markup::Filling;
use crate::resolve::resolver::Resolver;
use crate::review::{EditionState, Reason, States};

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
    let brochure = &publication.brochure;
    let versions = brochure.languages_of_blocks().into_iter().filter(|tag| !chain.contains(tag));
    let versions: Vec<Formatter<'_>> = versions
        .filter_map(|tag| publication.languages.get(tag))
        .map(|row| Formatter::new(publication, row, report))
        .collect();
    let resolver = Resolver::new(publication, states, edition, formatters, versions, report);
    let title = resolver.plain_message(&brochure.title);
    let foot = edition.foot.as_ref().map(|id| resolver.message(id));
    let mut chapters = 0;
    let sections: Vec<Section> = brochure
        .sections_of(&edition.id.value, language)
        .map(|section| {
            let is_chapter = section.layout == Layout::Chapter;
            chapters += usize::from(is_chapter);
            resolver.section(section, is_chapter.then_some(chapters), language)
        })
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
        foot,
        offered,
        sections,
        others,
        signed: resolver.signed.take(),
    })
}

impl Resolver<'_> {
    /// A section with its texts; `number` is that of a chapter.
    fn section(
        &self,
        section: &section::Section,
        number: Option<usize>,
        language: &Tag,
    ) -> Section {
        let edition = &self.edition.id.value;
        // What a discreet cover still shows is what an overlay puts there.
        let discreet =
            section.discreet.as_ref().filter(|_| self.edition.appearance.discreet().is_some());
        let blocks = section.blocks.iter().filter(|block| {
            block.limits.admit(edition, language)
                && (discreet.is_none() || block.limits.slot.is_some())
        });
        let summary = (!section.summary.is_empty()).then(|| Summary {
            label: self.own("in-short", &[]),
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

    /// A text in each of some languages, and in the reader's own beneath. If any one of them will do and the reader's is
    /// among them, it stands alone.
    fn versions(&self, id: &MessageId, languages: &[Located<Tag>], either: bool) -> Vec<Version> {
        let own = self.language();
        let has_own = languages.iter().any(|tag| tag.value == *own);
        if either && has_own {
            return vec![Version { head: None, text: self.message(id) }];
        }
        let asked = languages.iter().filter_map(|tag| self.version(id, &tag.value));
        let beneath = (!has_own).then(|| self.message(id));
        let headed = asked.chain(beneath).map(|text| {
            let head = self.publication.languages.get(&text.language).cloned();
            Version { head, text }
        });
        headed.collect()
    }

    /// Words of a glossary in the order of the edition's language.
    fn sorted(&self, mut words: Vec<(Passage, Passage)>) -> Vec<(Passage, Passage)> {
        if let Some(formats) = self.formatters[0].formats() {
            words.sort_by(|(one, _), (other, _)| formats.compare(&one.plain(), &other.plain()));
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
