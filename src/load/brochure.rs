//! Turns `brochure.toml` into the structure of a publication.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use feuillet_units::Mm;
use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, Reported, SourceFile, count};
use crate::fields::{Fields, Table, Value, parse_whole};
use crate::language::Tag;
use crate::load::accept::{Accept, read_accept};
use crate::load::block::{Block, BlockKind, MessageId};
use crate::load::edition::{Edition, read_edition};
use crate::load::extends;
use crate::load::print::{PrintSettings, read_print};
use crate::load::publish::{PublishSettings, read_publish};
use crate::load::section::{Section, read_section};
use crate::load::text_id::TextId;

/// One publication.
#[derive(Debug, Clone, PartialEq)]
pub struct Brochure {
    /// The name of its folder. It stays inside: it may tell what the brochure is about.
    pub id: String,
    /// The message with its neutral title, for the PDF's metadata.
    pub(crate) title: MessageId,
    /// The neutral beginning of its file names.
    pub(crate) public_name: Located<String>,
    /// The language that it is written in.
    pub source_language: Located<Tag>,
    /// The languages that its editions are made in.
    pub(crate) languages: Vec<Located<Tag>>,
    /// Languages that a missing message is taken from, before the source language.
    pub(crate) fallback: Vec<Located<Tag>>,
    /// Version and date.
    pub release: Release,
    /// How it is printed.
    pub(crate) print: PrintSettings,
    /// How it is published.
    pub(crate) publish: PublishSettings,
    /// Its forms.
    pub editions: Vec<Edition>,
    /// Slots that an overlay may fill.
    pub(crate) slots: Vec<Slot>,
    /// Its content, in reading order.
    pub(crate) sections: Vec<Section>,
    /// Findings of layout checks that are meant so.
    pub(crate) accepts: Vec<Accept>,
    /// The canonical form of what is about all its editions: the release, the print shop.
    pub(crate) canonical: String,
}

/// Begins the variables that stand for the page of a section: `{ $page-help }`.
pub(crate) const PAGE_PREFIX: &str = "page-";

/// The keys of `brochure.toml` that are about parts of it, or that no PDF comes from.
const PARTS: [&str; 4] = ["section", "accept", "edition", "publish"];

/// What a printed copy says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// The version.
    pub(crate) version: Located<String>,
    /// The day of the release. All dates in the PDFs come from here.
    pub date: Date,
    /// Legal deposit number.
    pub(crate) deposit: Option<String>,
}

/// A place that an overlay may fill.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slot {
    /// Its name.
    pub(crate) id: Located<String>,
    /// The height of what fills it, whoever fills it, so that nothing else moves: by edition, or `None` for all. Where none is
    /// given, it is as high as what fills it.
    heights: BTreeMap<Option<String>, Mm>,
}

impl Slot {
    /// Its height in an edition, if it has a fixed one.
    #[must_use]
    pub(crate) fn height(&self, edition: &str) -> Option<Mm> {
        let own = self.heights.get(&Some(edition.to_owned()));
        own.or_else(|| self.heights.get(&None)).copied()
    }
}

/// The slots that the program fills from an overlay.
pub(crate) mod slot {
    /// The body's own contacts.
    pub(crate) const LOCAL_CONTACTS: &str = "local-contacts";
    /// Its responsible publisher, and its lines in the colophon.
    pub(crate) const PUBLISHER: &str = "publisher";
    /// The picture that stands for it.
    pub(crate) const LOGO: &str = "logo";
}

impl Brochure {
    /// The languages of its editions, its source language and its fallbacks, each once.
    #[must_use]
    pub(crate) fn all_languages(&self) -> Vec<Tag> {
        let source = std::iter::once(&self.source_language);
        let all = source.chain(&self.languages).chain(&self.fallback);
        all.map(|tag| tag.value.clone()).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The languages in which texts must stand whatever the edition's language, each once.
    #[must_use]
    pub(crate) fn languages_of_blocks(&self) -> BTreeSet<&Tag> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        let languages = blocks.filter_map(|block| match &block.kind {
            BlockKind::Multilingual { languages, .. } => Some(languages),
            _ => None,
        });
        languages.flatten().map(|tag| &tag.value).collect()
    }

    /// The messages that a lawyer has to sign, each once.
    #[must_use]
    pub(crate) fn legal_messages(&self) -> BTreeSet<&TextId> {
        let mut legal = BTreeSet::new();
        for section in &self.sections {
            if section.is_legal {
                legal.extend(section.messages().into_iter().map(|id| &id.value));
            }
            let blocks = section.blocks.iter().filter(|block| block.is_legal);
            legal.extend(blocks.flat_map(Block::messages).map(|id| &id.value));
        }
        legal
    }

    /// Whether an edition has a place for what a body says.
    #[must_use]
    pub(crate) fn has_slots(&self, edition: &str) -> bool {
        const FILLED: [&str; 3] = [slot::LOCAL_CONTACTS, slot::PUBLISHER, slot::LOGO];
        FILLED.iter().any(|slot| self.has_slot(edition, slot))
    }

    /// Whether a block of an edition is a slot of that name.
    #[must_use]
    pub(crate) fn has_slot(&self, edition: &str, name: &str) -> bool {
        let blocks = self.sections.iter().flat_map(|section| {
            let is_here = |block: &&Block| {
                [&section.limits, &block.limits].iter().all(|limits| limits.admit_edition(edition))
            };
            section.blocks.iter().filter(is_here)
        });
        let mut slots = blocks.filter_map(|block| block.limits.slot.as_ref());
        slots.any(|slot| slot.as_str() == name)
    }

    /// The slot of that name.
    #[must_use]
    pub(crate) fn slot(&self, id: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id.value == id)
    }

    /// The section of which a variable names the page: `page-help` for the section `help`.
    #[must_use]
    pub(crate) fn section_of_page(&self, variable: &str) -> Option<&Section> {
        let id = variable.strip_prefix(PAGE_PREFIX)?;
        self.sections.iter().find(|section| section.id.value == id)
    }

    /// The edition of that name.
    #[must_use]
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.id.value == id)
    }

    /// The sections of an edition in a language.
    pub(crate) fn sections_of<'a>(
        &'a self,
        edition: &'a str,
        language: &'a Tag,
    ) -> impl Iterator<Item = &'a Section> {
        self.sections.iter().filter(move |section| section.limits.admit(edition, language))
    }

    /// The languages in which an edition is made.
    #[must_use]
    pub fn languages_of<'a>(&'a self, edition: &'a Edition) -> &'a [Located<Tag>] {
        if edition.languages.is_empty() { &self.languages } else { &edition.languages }
    }
}

/// Reads `brochure.toml`; all faults are in the report.
///
/// # Errors
///
/// Fails if what every edition needs is missing.
pub fn read(file: &Arc<SourceFile>, id: &str, report: &Report) -> Result<Brochure, Reported> {
    // Where a quote is missing, the rest of the file is not what its writer means.
    let table = parse_whole(file, report)?;
    let fields = Fields::new(&table.value, &table.span, "the brochure", report);
    let title = fields.required("title");
    let public_name = fields.required::<String>("public-name");
    let source_language = fields.required("source-language");
    let languages = fields.required::<Vec<Located<Tag>>>("languages");
    let fallback = fields.or_default("fallback");
    let release =
        fields.required::<Table>("release").and_then(|table| read_release(&table, report));
    let print = read_print(&fields);
    let publish = read_publish(&fields);
    let edition_tables = fields.named_tables("edition");
    let editions: Vec<Edition> = edition_tables
        .into_iter()
        .flat_map(|(name, table)| read_edition(name, &table, report))
        .collect();
    let names: Vec<&str> = editions.iter().map(|edition| edition.id.as_str()).collect();
    let slots = fields.named_tables("slot").into_iter();
    let slots = slots.flat_map(|(id, table)| read_slot(id, &table, &names, report)).collect();
    let sections = fields.required::<Vec<Located<Table>>>("section").map(|sections| sections.value);
    let sections =
        sections.unwrap_or_default().iter().flat_map(|table| read_section(table, report)).collect();
    let accepts = fields.or_default::<Vec<Located<Table>>>("accept");
    let accepts = accepts.iter().flat_map(|table| read_accept(table, report)).collect();
    fields.finish();
    if let Ok(name) = &public_name {
        check_file_name(name, "begin", report);
    }
    for edition in &editions {
        check_file_name(&edition.id, "be part of", report);
    }
    let mut brochure = Brochure {
        id: id.to_owned(),
        title: title?,
        public_name: public_name?,
        source_language: source_language?,
        languages: languages?.value,
        fallback,
        release: release?,
        print,
        publish,
        editions,
        slots,
        sections,
        accepts,
        canonical: table.value.canonical(&PARTS),
    };
    extends::check(&brochure.editions, report);
    extends::admit(&brochure.editions, &mut brochure.sections);
    check_names(&brochure, report);
    check_panels(&brochure, report);
    Ok(brochure)
}

fn read_slot(
    id: Located<String>,
    table: &Located<Table>,
    editions: &[&str],
    report: &Report,
) -> Result<Slot, Reported> {
    let fields = Fields::new(&table.value, &table.span, "a slot", report);
    // What belongs there, for whoever fills it.
    let about = fields.required::<String>("about");
    let is_table = fields.raw("height").is_some_and(|value| matches!(value.value, Value::Table(_)));
    let heights: Vec<(Option<Located<String>>, Located<Mm>)> = if is_table {
        let named = fields.named_values::<Mm>("height").into_iter();
        named.map(|(edition, height)| (Some(edition), height)).collect()
    } else {
        fields.optional::<Mm>("height").map(|height| (None, height)).into_iter().collect()
    };
    fields.finish();
    for (edition, height) in &heights {
        if height.value.0 <= 0.0 {
            report.add(
                Diagnostic::error(format!("the slot `{}` has no height", id.value))
                    .at(&height.span)
                    .hint("give it the height of what the fullest body puts there, like \"24mm\", or take it out"),
            );
        }
        if let Some(edition) = edition.as_ref().filter(|name| !editions.contains(&name.as_str())) {
            report.add(
                Diagnostic::error(format!("unknown edition `{}`", edition.value))
                    .at(&edition.span)
                    .suggest(&edition.value, editions.iter().copied()),
            );
        }
    }
    let heights = heights.into_iter();
    let heights = heights.map(|(edition, height)| (edition.map(|name| name.value), height.value));
    about.map(|_| Slot { id, heights: heights.collect() })
}

fn read_release(table: &Located<Table>, report: &Report) -> Result<Release, Reported> {
    let fields = Fields::new(&table.value, &table.span, "the release", report);
    let version = fields.required("version");
    let date = fields.required::<Date>("date");
    let deposit = fields.optional::<String>("deposit").map(|deposit| deposit.value);
    fields.finish();
    Ok(Release { version: version?, date: date?.value, deposit })
}

/// A public name and the name of an edition stand in file names on every system, and must stay readable in a web address.
fn check_file_name(name: &Located<String>, part: &str, report: &Report) {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.value.is_empty() || !name.value.chars().all(fits) {
        report.add(
            Diagnostic::error(format!("`{}` can't {part} a file name", name.value))
                .at(&name.span)
                .hint("use small letters a to z, digits and hyphens"),
        );
    }
}

/// Reports names that are given twice, and names of editions, slots and sections that do not exist.
fn check_names(brochure: &Brochure, report: &Report) {
    for (index, section) in brochure.sections.iter().enumerate() {
        let mut earlier = brochure.sections[..index].iter();
        if earlier.any(|other| other.id.value == section.id.value && other.meets(section)) {
            report.add(
                Diagnostic::error(format!("there are two sections `{}`", section.id.value))
                    .at(&section.id.span)
                    .hint(if brochure.editions.len() > 1 {
                        "give one of them another `id`, or limit them to different `editions`"
                    } else {
                        "give one of them another `id`"
                    }),
            );
        }
    }
    let editions: Vec<&str> = brochure.editions.iter().map(|edition| edition.id.as_str()).collect();
    let slots: Vec<&str> = brochure.slots.iter().map(|slot| slot.id.as_str()).collect();
    let sections: Vec<&str> = brochure.sections.iter().map(|section| section.id.as_str()).collect();
    let unknown = |noun: &str, name: &Located<String>, known: &[&str]| {
        if !known.contains(&name.as_str()) {
            report.add(
                Diagnostic::error(format!("unknown {noun} `{}`", name.value))
                    .at(&name.span)
                    .suggest(name.as_str(), known.iter().copied()),
            );
        }
    };
    let own = brochure.sections.iter().map(|section| &section.limits);
    let blocks = || brochure.sections.iter().flat_map(|section| &section.blocks);
    for limits in own.chain(blocks().map(|block| &block.limits)) {
        for name in &limits.editions {
            unknown("edition", name, &editions);
        }
        if let Some(name) = &limits.slot {
            unknown("slot", name, &slots);
        }
        for tag in &limits.languages {
            if !brochure.languages.iter().any(|known| known.value == tag.value) {
                report.add(
                    Diagnostic::error(format!("the brochure is not made in `{}`", tag.value))
                        .at(&tag.span)
                        .hint("add it to `languages`, or take it out here"),
                );
            }
        }
    }
    for block in blocks() {
        if let BlockKind::Guide { steps } = &block.kind {
            for (_, section) in steps.iter().flat_map(|step| &step.answers) {
                unknown("section", section, &sections);
            }
        }
    }
}

/// A sheet has as many panels as it has: sections and breaks must come to the same number.
fn check_panels(brochure: &Brochure, report: &Report) {
    for edition in &brochure.editions {
        let Some(panels) = &edition.panels else { continue };
        for language in brochure.languages_of(edition) {
            let sections: Vec<_> =
                brochure.sections_of(&edition.id.value, &language.value).collect();
            let opened = sections
                .iter()
                .enumerate()
                .filter(|(index, section)| *index == 0 || !section.joined);
            let breaks = sections.iter().flat_map(|section| &section.blocks).filter(|block| {
                block.kind == BlockKind::Break
                    && block.limits.admit(&edition.id.value, &language.value)
            });
            let filled = opened.count() + breaks.count();
            if filled != panels.value as usize {
                report.add(
                    Diagnostic::error(format!(
                        "the edition `{}` has {}, but its sections open {filled}",
                        edition.id.value,
                        count(panels.value as usize, "panel"),
                    ))
                    .at(&panels.span)
                    .hint("every section opens a panel unless it is `joined = true`; a `{ break = \"panel\" }` opens one too"),
                );
                break;
            }
        }
    }
}
