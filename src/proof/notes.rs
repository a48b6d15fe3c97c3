//! Turns pages, texts and states into the notes that stand beside each page.

use std::collections::BTreeMap;

use crate::compose::TextOrigin;
use crate::difference::{ChangedWords, changes};
use crate::language::{Direction, Tag};
use crate::proof::input::{ProofInput, Remark};
use crate::resolve::Manuscript;
use crate::resolve::manuscript::{BlockKind, Origin, Passage};
use crate::review::{EditionState, MessageState};
use crate::typeset::view::{Item, PageView, Rect, Text};

/// The notes beside one page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageNotes {
    /// The page's number, from 1.
    pub(crate) number: usize,
    /// Its width in points.
    pub(crate) width: f64,
    /// Its height in points.
    pub(crate) height: f64,
    /// The notes, from the head of the page to its foot.
    pub notes: Vec<Note>,
}

/// One note.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The id of a message, or the name of a fact or a check.
    pub name: String,
    /// What is to be said of it.
    pub status: ReviewStatus,
    /// Where it stands on the page, the boxes of its lines for each time; empty if no page shows it.
    pub places: Vec<Vec<Rect>>,
    /// What it should say.
    pub(crate) original: SourceText,
    /// The page that has its full note, if it is another one.
    pub elsewhere: Option<usize>,
}

/// What is to be said of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewStatus {
    /// It is missing, and shown in this language.
    Missing(Tag),
    /// Its source has changed.
    Stale,
    /// Nobody has signed it as it stands.
    Open,
    /// It was signed as it stands.
    Approved,
    /// It is a fact: no translator writes it.
    Fact,
    /// A check has found something.
    Remark,
}

/// What a text should say.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SourceText {
    /// Nothing that is not on the page.
    None,
    /// The text of the source language, as it is set.
    Passage(Passage),
    /// The text of the source language, as it is written: what is filled in differs from place to place.
    Pattern(String, Tag),
    /// What was changed in the text of the source language, as it is written.
    Changes(Vec<ChangedWords>, Tag),
    /// What a check says.
    Words(String),
}

/// How many messages an edition has, and how they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All of them.
    pub(crate) messages: usize,
    /// Those that another language stands in for.
    pub missing: usize,
    /// Those whose source has changed.
    pub stale: usize,
    /// Those that were signed as they stand.
    pub(crate) approved: usize,
    /// What checks have found.
    pub remarks: usize,
}

/// The notes beside all pages. A message has its full note where it is set largest, on the first such page, and
/// a short one elsewhere; what no page shows stands beside the first.
#[must_use]
pub fn page_notes(input: &ProofInput<'_>) -> Vec<PageNotes> {
    let texts = texts(input.edition.manuscript);
    let pages: Vec<BTreeMap<Key<'_>, Places>> =
        input.pages.view.pages.iter().map(|page| places(input, page, &texts)).collect();
    let mut homes: BTreeMap<Key<'_>, (usize, f64)> = BTreeMap::new();
    for (index, page) in pages.iter().enumerate() {
        for (name, found) in page {
            let home = homes.entry(*name).or_insert((index + 1, found.size));
            if found.size > home.1 + 0.01 {
                *home = (index + 1, found.size);
            }
        }
    }
    let from_right = input.edition.manuscript.language().direction() == Direction::Rtl;
    let mut all = Vec::new();
    for (page, places) in input.pages.view.pages.iter().zip(pages) {
        let mut notes: Vec<Note> = places
            .into_iter()
            .filter_map(|(name, found)| {
                let passage = texts.get(&name)?;
                let home = homes.get(&name).map_or(page.number, |(home, _)| *home);
                Some(note(input, passage, found.lines, home, page.number))
            })
            .collect();
        let remarks = input.remarks.iter().filter(|remark| remark.page == page.number);
        notes.extend(remarks.map(remark_note));
        notes.sort_by(|one, other| {
            let key = |note: &Note| note.places.first().and_then(|lines| lines.first()).copied();
            let (Some(one), Some(other)) = (key(one), key(other)) else {
                return std::cmp::Ordering::Equal;
            };
            // Lines of one row, whatever their sizes, are listed one after the other.
            let row =
                |area: Rect| ((area.top + (area.bottom - area.top).min(20.0) / 2.0) / 4.0).round();
            let across = |area: Rect| if from_right { -area.right } else { area.left };
            let across = across(one).total_cmp(&across(other));
            row(one).total_cmp(&row(other)).then(across)
        });
        if page.number == 1 {
            let unseen = texts.iter().filter(|(name, passage)| {
                !homes.contains_key(*name) && !matches!(passage.origin, Origin::Fact(_))
            });
            notes.extend(unseen.map(|(_, passage)| note(input, passage, Vec::new(), 1, 1)));
        }
        all.push(PageNotes { number: page.number, width: page.width, height: page.height, notes });
    }
    all
}

impl Tally {
    /// Counts the messages of an edition.
    #[must_use]
    pub fn of(input: &ProofInput<'_>) -> Tally {
        let mut tally = Tally { remarks: input.remarks.len(), ..Tally::default() };
        for passage in texts(input.edition.manuscript).values() {
            let status = status(input, passage);
            tally.messages += usize::from(status != ReviewStatus::Fact);
            match status {
                ReviewStatus::Missing(_) => tally.missing += 1,
                ReviewStatus::Stale => tally.stale += 1,
                ReviewStatus::Approved => tally.approved += 1,
                ReviewStatus::Open | ReviewStatus::Fact | ReviewStatus::Remark => {}
            }
        }
        tally
    }
}

/// What tells texts apart: the name of a message or fact, and the language of a version that a block asks for.
type Key<'a> = (&'a str, Option<&'a Tag>);

/// All that stands in an edition, by message or fact; of each its first passage.
fn texts(manuscript: &Manuscript) -> BTreeMap<Key<'_>, &Passage> {
    let mut texts = BTreeMap::new();
    for passage in all_passages(manuscript) {
        let language = match passage.origin {
            Origin::Version(_) => Some(&passage.language),
            _ => None,
        };
        texts.entry((passage.origin.name(), language)).or_insert(passage);
    }
    texts
}

/// The passages of an edition, also those that readers hear and that stand at the edges of its pages.
fn all_passages(manuscript: &Manuscript) -> Vec<&Passage> {
    let mut all = manuscript.passages();
    for block in manuscript.sections.iter().flat_map(|section| &section.blocks) {
        match &block.kind {
            BlockKind::Figure { alternative, .. } => all.push(alternative),
            BlockKind::Qr(code) => all.push(&code.alternative),
            _ => {}
        }
    }
    all.extend(&manuscript.foot);
    all.extend(manuscript.draft.iter().flat_map(|draft| [&draft.line, &draft.band]));
    all.push(&manuscript.title);
    all
}

/// Where a text stands on a page.
#[derive(Debug, Default)]
struct Places {
    /// The boxes of its lines, for each time.
    lines: Vec<Vec<Rect>>,
    /// Its greatest size, in points.
    size: f64,
    /// The number of its last piece on the page.
    last: usize,
}

/// Where each text of the composition stands on a page.
fn places<'a>(
    input: &ProofInput<'a>,
    page: &PageView,
    texts: &BTreeMap<Key<'_>, &Passage>,
) -> BTreeMap<Key<'a>, Places> {
    let mut found: BTreeMap<Key<'a>, Places> = BTreeMap::new();
    let pieces = page.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some((text, input.edition.composition.texts.get(text.origin?)?)),
        _ => None,
    });
    for (index, (text, source)) in pieces.enumerate() {
        // The program's own names of languages are nobody's text.
        let TextOrigin::Passage(origin) = &source.origin else { continue };
        let version = (origin.name(), Some(&source.written_in));
        let key = if texts.contains_key(&version) { version } else { (version.0, None) };
        let place = found.entry(key).or_default();
        let line = line_box(text);
        place.size = place.size.max(text.size);
        match place.lines.last_mut() {
            // The same message again, with nothing of another between, goes on.
            Some(lines) if place.last + 1 == index => match lines.last_mut() {
                Some(last) if same_line(*last, line, text.size) => *last = last.with(line),
                _ => lines.push(line),
            },
            _ => place.lines.push(vec![line]),
        }
        place.last = index;
    }
    for place in found.values_mut() {
        place.lines.sort_by(|one, other| {
            let key = |lines: &Vec<Rect>| lines.first().map_or(0.0, |area| area.top);
            key(one).total_cmp(&key(other))
        });
    }
    found
}

/// The box of a piece of a line: as high for all letters, but for lines that are turned.
fn line_box(text: &Text) -> Rect {
    let area = text.area;
    let upright = (area.top..=area.bottom).contains(&text.baseline)
        && area.bottom - area.top < 2.0 * text.size;
    if !upright {
        return area;
    }
    Rect { top: text.baseline - 0.8 * text.size, bottom: text.baseline + 0.25 * text.size, ..area }
}

/// Whether a piece goes on with a line.
fn same_line(line: Rect, piece: Rect, size: f64) -> bool {
    let level = (line.bottom - piece.bottom).abs() < 0.3 * size;
    level && piece.left < line.right + 1.5 * size && piece.right > line.left - 1.5 * size
}

/// The note of a message or fact on a page.
fn note(
    input: &ProofInput<'_>,
    passage: &Passage,
    places: Vec<Vec<Rect>>,
    home: usize,
    page: usize,
) -> Note {
    let elsewhere = (home != page).then_some(home);
    let status = status(input, passage);
    let original = match (&status, elsewhere) {
        (ReviewStatus::Fact, _) | (_, Some(_)) => SourceText::None,
        (ReviewStatus::Stale, None) => change(input, passage),
        _ => original(input, passage),
    };
    Note { name: passage.subject(), status, places, original, elsewhere }
}

fn remark_note(remark: &Remark) -> Note {
    Note {
        name: remark.check.clone(),
        status: ReviewStatus::Remark,
        places: vec![vec![remark.area]],
        original: SourceText::Words(remark.words.clone()),
        elsewhere: None,
    }
}

/// What is to be said of a message or fact.
fn status(input: &ProofInput<'_>, passage: &Passage) -> ReviewStatus {
    let name = match &passage.origin {
        Origin::Fact(_) => return ReviewStatus::Fact,
        Origin::Fallback(_) => return ReviewStatus::Missing(passage.language.clone()),
        Origin::Message(name) | Origin::Version(name) => name,
    };
    match input.edition.states.get(&passage.language, name) {
        MessageState::Missing => ReviewStatus::Missing(passage.language.clone()),
        MessageState::Stale => ReviewStatus::Stale,
        MessageState::Approved => {
            let subject = passage.subject();
            match &input.edition.manuscript.state {
                EditionState::Draft(reasons)
                    if reasons.iter().any(|reason| reason.subject == subject) =>
                {
                    ReviewStatus::Open
                }
                _ => ReviewStatus::Approved,
            }
        }
        _ => ReviewStatus::Open,
    }
}

/// The text of the source language beside a passage.
fn original(input: &ProofInput<'_>, passage: &Passage) -> SourceText {
    let Some(source) = input.source else { return SourceText::None };
    let name = passage.origin.name();
    let mut found = all_passages(source);
    found
        .retain(|other| other.origin.name() == name && !matches!(other.origin, Origin::Version(_)));
    let text = found.first().map(|first| first.plain());
    match (found.first(), text) {
        (Some(first), Some(text)) if found.iter().all(|other| other.plain() == text) => {
            // What stands in for a missing text may be the source itself.
            let same = first.language == passage.language && text == passage.plain();
            if same { SourceText::None } else { SourceText::Passage((*first).clone()) }
        }
        _ => source_pattern(input, name).map_or(SourceText::None, |text| {
            SourceText::Pattern(text.to_owned(), source.language().tag.clone())
        }),
    }
}

/// What was changed in the source of a message since it was translated.
fn change(input: &ProofInput<'_>, passage: &Passage) -> SourceText {
    let name = passage.origin.name();
    let records = input.edition.publication.records.get(&passage.language);
    let old = records.and_then(|records| records.made_from.get(name));
    let new = source_pattern(input, name);
    let source = input.edition.publication.brochure.source_language.value.clone();
    match (old, new) {
        (Some(old), Some(new)) => SourceText::Changes(changes(old, new), source),
        _ => SourceText::None,
    }
}

/// The text of a message in the source language, as it is written.
fn source_pattern<'a>(input: &ProofInput<'a>, name: &str) -> Option<&'a str> {
    let source = &input.edition.publication.brochure.source_language.value;
    let entry = input.edition.publication.catalogues.get(source)?.texts.messages.get(name)?;
    Some(entry.canonical.as_str())
}
