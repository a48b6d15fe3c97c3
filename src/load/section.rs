//! Turns a table `[[section]]` of `brochure.toml` into a section: its layout, title, summary and blocks.

use crate::diagnostic::{Diagnostic, Located, Report, Reported};
use crate::fields::{Fields, Table, Value, choose};
use crate::load::block::{Block, Limits, MessageId, PLACES, read_block};

/// A part of the brochure that opens on its own panel or page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Section {
    /// Its name, for cross-references.
    pub id: Located<String>,
    /// How it is laid out.
    pub layout: Layout,
    /// The message with its title.
    pub title: Option<MessageId>,
    /// The message that stands on a discreet cover in the place of the title; covers only.
    pub(crate) discreet: Option<MessageId>,
    /// What it says in short, a message a line; chapters only.
    pub summary: Vec<MessageId>,
    /// The colour of its background or tab; chapters only.
    pub tint: &'static str,
    /// Whether it goes on where the section before it ends, instead of opening a panel or page.
    pub(crate) joined: bool,
    /// Where it may stand.
    pub(crate) limits: Limits,
    /// Whether a lawyer has to sign its texts.
    pub(crate) is_legal: bool,
    /// The canonical form of its keys, without its blocks and where it may stand.
    pub(crate) canonical: String,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// How a section is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// Running text.
    #[default]
    Text,
    /// The front.
    Cover,
    /// A numbered part, which opens with its title in large and what it says in short.
    Chapter,
    /// The last page.
    Back,
}

/// The roles of colours that a chapter can take: white text is legible on each (see [`crate::load::theme::ROLES`]).
pub(super) const TINTS: [(&str, &str); 3] =
    [("primary", "primary"), ("secondary", "secondary"), ("alert", "alert")];

/// The layouts and their names.
pub(super) const LAYOUTS: [(&str, Layout); 4] = [
    ("text", Layout::Text),
    ("cover", Layout::Cover),
    ("chapter", Layout::Chapter),
    ("back", Layout::Back),
];

impl Section {
    /// Whether there is an edition that may hold both sections.
    #[must_use]
    pub(crate) fn meets(&self, other: &Section) -> bool {
        let (own, others) = (&self.limits.editions, &other.limits.editions);
        own.is_empty()
            || others.is_empty()
            || own.iter().any(|name| others.iter().any(|other| other.value == name.value))
    }

    /// The ids of all messages that it names itself (not through facts).
    #[must_use]
    pub(crate) fn messages(&self) -> Vec<&MessageId> {
        let blocks = self.blocks.iter().flat_map(Block::messages);
        self.title.iter().chain(&self.discreet).chain(&self.summary).chain(blocks).collect()
    }
}

/// Reads a section; all faults are in the report.
///
/// # Errors
///
/// Fails if it has no name.
pub(super) fn read_section(table: &Located<Table>, report: &Report) -> Result<Section, Reported> {
    let name =
        table.value.entries.iter().find(|(key, _)| key.value == "id").map(|(_, value)| value);
    let what = match name.map(|value| &value.value) {
        Some(Value::String(id)) => format!("the section `{id}`"),
        _ => "a section".to_owned(),
    };
    let fields = Fields::new(&table.value, &table.span, &what, report);
    let id = fields.required("id");
    let layout = fields.word("layout", &LAYOUTS).map(|layout| layout.value).unwrap_or_default();
    let title = fields.optional("title");
    let (summary, tint) = match layout {
        Layout::Chapter => (fields.or_default("summary"), fields.optional::<String>("tint")),
        _ => (Vec::new(), None),
    };
    let discreet = match layout {
        Layout::Cover => fields.optional("discreet"),
        _ => None,
    };
    let tint = tint.and_then(|name| choose(&name, "`tint`", &TINTS, report).ok());
    let tint = tint.map_or("primary", |tint| tint.value);
    if layout == Layout::Chapter && title.is_none() {
        report.add(
            Diagnostic::error(format!("{what} is a chapter without a `title`")).at(&table.span),
        );
    }
    let joined = fields.optional::<bool>("joined");
    if let Some(joined) = joined.as_ref().filter(|joined| joined.value && layout != Layout::Text) {
        report.add(
            Diagnostic::error(format!("{what} opens a page of its own and can't be `joined`"))
                .at(&joined.span)
                .hint("take out `joined` or `layout`"),
        );
    }
    let joined = joined.is_some_and(|joined| joined.value);
    let limits = Limits::read(&fields);
    let is_legal = fields.or_default("legal");
    let mut left_out = vec!["blocks"];
    left_out.extend(PLACES);
    let canonical = table.value.canonical(&left_out);
    let blocks = fields.optional::<Vec<Located<Value>>>("blocks").map(|blocks| blocks.value);
    fields.finish();
    let blocks = blocks.unwrap_or_default();
    let blocks = blocks.iter().flat_map(|block| read_block(block, report)).collect();
    let id = id?;
    Ok(Section {
        id,
        layout,
        title,
        discreet,
        summary,
        tint,
        joined,
        limits,
        is_legal,
        canonical,
        blocks,
    })
}
