//! A table of `brochure.toml` in, one block out: what it is, which messages it shows, where it may stand.

use crate::diagnostic::{Diagnostic, Located, Place, Report};
use crate::fields::{Fields, FromValue, Table, Value, choose, read};
use crate::language::Tag;
use crate::measure::Mm;

/// A message id at its place in `brochure.toml` or `facts.toml`.
pub type MessageId = Located<String>;

/// One block of a section.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it may stand.
    pub limits: Limits,
    /// Whether it and what follows is pushed to the foot of the panel or page.
    pub at_foot: bool,
    /// Where it stands in `brochure.toml`.
    pub place: Place,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
// The fields are the keys of the block in `brochure.toml`.
#[allow(missing_docs)]
pub enum BlockKind {
    /// A heading below the section's title. Levels 2 to 4.
    Heading { text: MessageId, level: u32 },
    /// A paragraph; an empty line in the message begins a new one.
    Paragraph { text: MessageId, style: ParagraphStyle },
    /// A bullet list.
    List { items: Vec<Item> },
    /// Numbered steps.
    Steps { items: Vec<Item> },
    /// A question and its answer.
    Question { question: MessageId, answer: Vec<MessageId> },
    /// A passage that stands out.
    Callout { text: Vec<MessageId>, tone: Tone },
    /// Contacts out of the facts.
    Contacts(ContactChoice),
    /// Boxes to tick with a pen.
    Checklist { items: Vec<Item>, columns: u32 },
    /// A table with a row of header cells.
    Table { header: Vec<MessageId>, rows: Vec<Vec<MessageId>>, caption: Option<MessageId> },
    /// A picture of the `images` folder with its alternative text.
    Figure {
        file: Located<String>,
        alternative: MessageId,
        caption: Option<MessageId>,
        width: Option<Mm>,
    },
    /// Somebody's words.
    Quote { text: MessageId, attribution: Option<MessageId> },
    /// A decision guide: questions whose answers lead to sections.
    Guide { steps: Vec<GuideStep> },
    /// A QR code that leads to the site of a fact, with the address beside it.
    Qr { fact: Located<String>, text: Option<MessageId> },
    /// Empty lines to write on.
    Notes { lines: u32 },
    /// The beginning of a new panel or page.
    Break,
    /// A place where an overlay may put its own blocks; empty without one.
    Slot,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its text.
    pub text: MessageId,
    /// The icon in the strip beside it.
    pub icon: Option<Located<String>>,
}

/// One question of a decision guide.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideStep {
    /// The question.
    pub question: MessageId,
    /// Answers, each with the id of the section to read.
    pub answers: Vec<(MessageId, Located<String>)>,
}

/// Which contacts a block shows, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactChoice {
    /// Needs, as named in `facts.toml`; a contact that answers one of them is shown.
    pub needs: Vec<Located<String>>,
    /// Regions, as named in `facts.toml`; empty for all.
    pub regions: Vec<Located<String>>,
    /// If not empty: of these, only the contacts named here.
    pub only: Vec<Located<String>>,
    /// How they are shown.
    pub style: ContactsStyle,
    /// A message above them, or inside a banner.
    pub title: Option<MessageId>,
}

/// How contacts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ContactsStyle {
    /// A list, the number large on the closing side.
    #[default]
    Cards,
    /// Two beside each other, for short numbers.
    Pairs,
    /// One band with few large numbers, for emergencies.
    Banner,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ParagraphStyle {
    /// Running text.
    #[default]
    Text,
    /// Larger, at the beginning of a section or on the cover.
    Lead,
    /// Smaller, for a colophon.
    Small,
}

/// What a callout does for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It calms.
    Reassure,
    /// It tells what is good to know.
    Know,
    /// It asks to act now.
    Act,
}

/// Where a section or a block may stand; an empty list means everywhere.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Limits {
    /// Editions.
    pub editions: Vec<Located<String>>,
    /// Languages.
    pub languages: Vec<Located<Tag>>,
    /// Regions of the commune whose overlay is laid over.
    pub regions: Vec<Located<String>>,
    /// The slot in which it stands until an overlay fills it.
    pub slot: Option<Located<String>>,
}

impl Limits {
    /// Reads the keys that blocks and sections share.
    pub fn read(fields: &Fields<'_>) -> Limits {
        Limits {
            editions: fields.or_default("editions"),
            languages: fields.or_default("languages"),
            regions: fields.or_default("regions"),
            slot: fields.optional("slot"),
        }
    }

    /// Whether it may stand in this edition and language.
    #[must_use]
    pub fn admit(&self, edition: &str, language: &Tag) -> bool {
        let edition_fits =
            self.editions.is_empty() || self.editions.iter().any(|name| name.value == edition);
        let language_fits =
            self.languages.is_empty() || self.languages.iter().any(|tag| tag.value == *language);
        edition_fits && language_fits
    }
}

impl Block {
    /// The ids of all messages that the block names itself (not through facts).
    #[must_use]
    pub fn messages(&self) -> Vec<&MessageId> {
        match &self.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph { text, .. } => vec![text],
            BlockKind::List { items }
            | BlockKind::Steps { items }
            | BlockKind::Checklist { items, .. } => items.iter().map(|item| &item.text).collect(),
            BlockKind::Question { question, answer } => {
                std::iter::once(question).chain(answer).collect()
            }
            BlockKind::Callout { text, .. } => text.iter().collect(),
            BlockKind::Contacts(choice) => choice.title.iter().collect(),
            BlockKind::Table { header, rows, caption } => {
                header.iter().chain(rows.iter().flatten()).chain(caption).collect()
            }
            BlockKind::Figure { alternative, caption, .. } => {
                std::iter::once(alternative).chain(caption).collect()
            }
            BlockKind::Quote { text, attribution } => {
                std::iter::once(text).chain(attribution).collect()
            }
            BlockKind::Guide { steps } => steps
                .iter()
                .flat_map(|step| {
                    std::iter::once(&step.question).chain(step.answers.iter().map(|(text, _)| text))
                })
                .collect(),
            BlockKind::Qr { text, .. } => text.iter().collect(),
            BlockKind::Notes { .. } | BlockKind::Break | BlockKind::Slot => Vec::new(),
        }
    }
}

/// Reads the keys of one kind of block.
type ReadKind = fn(&Fields<'_>) -> Option<BlockKind>;

/// The kinds of block: the key that names the kind, and how the rest is read.
const KINDS: [(&str, ReadKind); 15] = [
    ("heading", heading),
    ("paragraph", paragraph),
    ("list", |fields| Some(BlockKind::List { items: items(fields, "list")? })),
    ("steps", |fields| Some(BlockKind::Steps { items: items(fields, "steps")? })),
    ("question", question),
    ("callout", callout),
    ("contacts", contacts),
    ("checklist", checklist),
    ("table", table),
    ("figure", figure),
    ("quote", quote),
    ("guide", guide),
    ("qr", qr),
    ("notes", |fields| Some(BlockKind::Notes { lines: fields.required("notes")?.value })),
    ("break", break_),
];

/// Reads one block. Faults are reported; `None` if its kind can't be told.
pub fn read_block(value: &Located<Value>, report: &Report) -> Option<Block> {
    let table = read::<Table>(value, "a block", report)?;
    let named: Vec<_> = table
        .value
        .entries
        .iter()
        .filter(|(key, _)| KINDS.iter().any(|(kind, _)| *kind == key.value))
        .collect();
    if let [_, second, ..] = named.as_slice() {
        report.add(
            Diagnostic::error(format!(
                "a block is one thing, but this is also a `{}`",
                second.0.value
            ))
            .at(&second.0.place)
            .hint("write two blocks, each in its own braces"),
        );
        return None;
    }
    // Messages call the block by its kind.
    let what = named
        .first()
        .map_or("a slot block".to_owned(), |(key, _)| format!("a `{}` block", key.value));
    let fields = Fields::new(&table.value, &table.place, &what, report);
    let limits = Limits::read(&fields);
    let at_foot = fields.word("at", &[("foot", ())]).is_some();
    let kind = match named.first() {
        Some((key, _)) => {
            KINDS.iter().find(|(kind, _)| *kind == key.value).and_then(|(_, read)| read(&fields))
        }
        None if limits.slot.is_some() => Some(BlockKind::Slot),
        None => {
            let names = KINDS.map(|(kind, _)| kind);
            let first = table.value.entries.first().map(|(key, _)| key);
            let place = first.map_or(&table.place, |key| &key.place);
            let given = first.map_or("", |key| key.as_str());
            report.add(
                Diagnostic::error("this block is of no known kind")
                    .at(place)
                    .suggest_or_list(given, "kinds", &names),
            );
            return None;
        }
    };
    if kind.is_some() {
        fields.finish();
    }
    Some(Block { kind: kind?, limits, at_foot, place: table.place })
}

impl FromValue for Item {
    const EXPECTED: &'static str = "a message id, or `{ text = …, icon = … }`";

    fn from_value(value: &Located<Value>, report: &Report) -> Option<Item> {
        match &value.value {
            Value::String(text) => {
                Some(Item { text: Located::new(text.clone(), value.place.clone()), icon: None })
            }
            Value::Table(table) => {
                let fields = Fields::new(table, &value.place, "a list item", report);
                let text = fields.required("text");
                let icon = fields.optional("icon");
                fields.finish();
                Some(Item { text: text?, icon })
            }
            _ => None,
        }
    }
}

fn items(fields: &Fields<'_>, key: &'static str) -> Option<Vec<Item>> {
    let items = fields.required::<Vec<Located<Item>>>(key)?;
    if items.value.is_empty() {
        fields.report().add(Diagnostic::error(format!("`{key}` has no items")).at(&items.place));
    }
    Some(items.value.into_iter().map(|item| item.value).collect())
}

/// Reads one message id, or a list of them.
fn one_or_more(fields: &Fields<'_>, key: &'static str) -> Option<Vec<MessageId>> {
    let value = fields.raw(key)?;
    match &value.value {
        Value::String(text) => Some(vec![Located::new(text.clone(), value.place.clone())]),
        _ => Some(read::<Vec<MessageId>>(value, &format!("`{key}`"), fields.report())?.value),
    }
}

fn heading(fields: &Fields<'_>) -> Option<BlockKind> {
    let text = fields.required("heading");
    let level = fields.optional::<u32>("level");
    if let Some(level) = level.as_ref().filter(|level| !(2..=4).contains(&level.value)) {
        fields.report().add(
            Diagnostic::error(format!("a heading's level is 2, 3 or 4, found {}", level.value))
                .at(&level.place)
                .hint("level 1 is the section's own `title`"),
        );
    }
    Some(BlockKind::Heading { text: text?, level: level.map_or(2, |level| level.value) })
}

fn paragraph(fields: &Fields<'_>) -> Option<BlockKind> {
    let styles = [
        ("text", ParagraphStyle::Text),
        ("lead", ParagraphStyle::Lead),
        ("small", ParagraphStyle::Small),
    ];
    let style = fields.word("style", &styles).map(|style| style.value).unwrap_or_default();
    Some(BlockKind::Paragraph { text: fields.required("paragraph")?, style })
}

fn question(fields: &Fields<'_>) -> Option<BlockKind> {
    let question = fields.required("question");
    if fields.raw("answer").is_none() {
        fields.report().add(
            Diagnostic::error("a `question` block has no `answer`")
                .at(fields.place())
                .hint("add `answer = [\"message-id\"]`"),
        );
    }
    Some(BlockKind::Question { answer: one_or_more(fields, "answer")?, question: question? })
}

fn callout(fields: &Fields<'_>) -> Option<BlockKind> {
    let text = one_or_more(fields, "callout");
    let tones = [("reassure", Tone::Reassure), ("know", Tone::Know), ("act", Tone::Act)];
    let tone = fields.required::<String>("tone")?;
    let tone = choose(&tone, "`tone`", &tones, fields.report())?.value;
    Some(BlockKind::Callout { text: text?, tone })
}

fn contacts(fields: &Fields<'_>) -> Option<BlockKind> {
    let choice = fields.required::<Table>("contacts");
    let styles = [
        ("cards", ContactsStyle::Cards),
        ("pairs", ContactsStyle::Pairs),
        ("banner", ContactsStyle::Banner),
    ];
    let style = fields.word("style", &styles).map(|style| style.value).unwrap_or_default();
    let title = fields.optional("title");
    let choice = choice?;
    let inner = Fields::new(&choice.value, &choice.place, "`contacts`", fields.report());
    let needs = one_or_more(&inner, "need").unwrap_or_default();
    let regions = one_or_more(&inner, "region").unwrap_or_default();
    let only = inner.or_default("only");
    inner.finish();
    Some(BlockKind::Contacts(ContactChoice { needs, regions, only, style, title }))
}

fn checklist(fields: &Fields<'_>) -> Option<BlockKind> {
    let columns = fields.optional::<u32>("columns").map_or(1, |columns| columns.value.clamp(1, 3));
    Some(BlockKind::Checklist { items: items(fields, "checklist")?, columns })
}

fn table(fields: &Fields<'_>) -> Option<BlockKind> {
    let table = fields.required::<Table>("table");
    let caption = fields.optional("caption");
    let table = table?;
    let inner = Fields::new(&table.value, &table.place, "`table`", fields.report());
    let header = inner.required::<Vec<MessageId>>("header");
    let rows = inner.required::<Vec<Located<Vec<MessageId>>>>("rows");
    inner.finish();
    let header = header?.value;
    let rows = rows?.value;
    for row in &rows {
        if row.value.len() != header.len() {
            fields.report().add(
                Diagnostic::error(format!(
                    "this row has {}, the header has {}",
                    crate::diagnostic::count(row.value.len(), "cell"),
                    header.len()
                ))
                .at(&row.place),
            );
        }
    }
    Some(BlockKind::Table {
        header,
        rows: rows.into_iter().map(|row| row.value).collect(),
        caption,
    })
}

fn figure(fields: &Fields<'_>) -> Option<BlockKind> {
    let file = fields.required("figure");
    let alternative = fields.required("alt");
    let caption = fields.optional("caption");
    let width = fields.optional::<Mm>("width").map(|width| width.value);
    Some(BlockKind::Figure { file: file?, alternative: alternative?, caption, width })
}

fn quote(fields: &Fields<'_>) -> Option<BlockKind> {
    let attribution = fields.optional("attribution");
    Some(BlockKind::Quote { text: fields.required("quote")?, attribution })
}

fn guide(fields: &Fields<'_>) -> Option<BlockKind> {
    let report = fields.report();
    let mut steps = Vec::new();
    for step in &fields.required::<Vec<Located<Table>>>("guide")?.value {
        let inner = Fields::new(&step.value, &step.place, "a question of the guide", report);
        let question = inner.required("question");
        let answers = inner.required::<Vec<Located<Table>>>("answers");
        inner.finish();
        let answers = answers?.value;
        let answers = answers.iter().filter_map(|answer| {
            let inner = Fields::new(&answer.value, &answer.place, "an answer of the guide", report);
            let text = inner.required("text");
            let section = inner.required("to");
            inner.finish();
            Some((text?, section?))
        });
        let answers = answers.collect();
        steps.push(GuideStep { question: question?, answers });
    }
    Some(BlockKind::Guide { steps })
}

fn qr(fields: &Fields<'_>) -> Option<BlockKind> {
    let text = fields.optional("text");
    Some(BlockKind::Qr { fact: fields.required("qr")?, text })
}

fn break_(fields: &Fields<'_>) -> Option<BlockKind> {
    fields.word("break", &[("panel", ()), ("page", ())]).map(|_| BlockKind::Break)
}
