//! A table of `brochure.toml` in, one block out; every fault in it is reported.

use feuillet_units::Mm;

use crate::diagnostic::{Diagnostic, Located, Report};
use crate::fields::{Fields, FromValue, Table, Value, choose, read};
use crate::language::Tag;
use crate::load::block::{
    Block, BlockKind, ContactChoice, ContactsStyle, GlossaryWord, GuideStep, Item, Limits,
    MessageId, NotesExtent, ParagraphStyle, Tone,
};

/// Reads the keys of one kind of block.
type ReadKind = fn(&Fields<'_>) -> Option<BlockKind>;

/// The kinds of block: the key that names the kind, and how the rest is read.
const KINDS: [(&str, ReadKind); 18] = [
    ("heading", heading),
    ("paragraph", paragraph),
    ("list", |fields| Some(BlockKind::List { items: items(fields, "list")? })),
    ("steps", steps),
    ("question", question),
    ("callout", callout),
    ("contacts", contacts),
    ("checklist", checklist),
    ("table", table),
    ("figure", figure),
    ("quote", quote),
    ("multilingual", multilingual),
    ("guide", guide),
    ("qr", qr),
    ("notes", notes),
    ("contents", contents),
    ("glossary", glossary),
    ("break", break_),
];

/// Reads one block. Faults are reported; `None` if its kind can't be told.
pub(in crate::load) fn read_block(value: &Located<Value>, report: &Report) -> Option<Block> {
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
    let level = heading_level(fields);
    Some(BlockKind::Heading { text: text?, level })
}

/// Reads the level of a heading; 2 if none is given.
fn heading_level(fields: &Fields<'_>) -> u32 {
    let level = fields.optional::<u32>("level");
    if let Some(level) = level.as_ref().filter(|level| !(2..=4).contains(&level.value)) {
        fields.report().add(
            Diagnostic::error(format!("a heading's level is 2, 3 or 4, found {}", level.value))
                .at(&level.place)
                .hint("level 1 is the section's own `title`"),
        );
    }
    level.map_or(2, |level| level.value)
}

fn steps(fields: &Fields<'_>) -> Option<BlockKind> {
    let start = fields.optional::<u32>("start").map_or(1, |start| start.value);
    Some(BlockKind::Steps { items: items(fields, "steps")?, start })
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
    let level = heading_level(fields);
    let answer = one_or_more(fields, "answer")?;
    Some(BlockKind::Question { question: question?, answer, level })
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
    let by_region = fields.word("group", &[("region", ())]).is_some();
    let choice = choice?;
    let inner = Fields::new(&choice.value, &choice.place, "`contacts`", fields.report());
    let needs = one_or_more(&inner, "need").unwrap_or_default();
    let regions = one_or_more(&inner, "region").unwrap_or_default();
    let only = inner.or_default("only");
    inner.finish();
    Some(BlockKind::Contacts(ContactChoice { needs, regions, only, style, by_region, title }))
}

fn checklist(fields: &Fields<'_>) -> Option<BlockKind> {
    let columns = fields.optional::<u32>("columns").map_or(1, |columns| columns.value.clamp(1, 3));
    Some(BlockKind::Checklist { items: items(fields, "checklist")?, columns })
}

fn table(fields: &Fields<'_>) -> Option<BlockKind> {
    let table = fields.required::<Table>("table");
    let caption = fields.optional("caption");
    let widths = fields.optional::<Vec<Located<f64>>>("widths");
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
    if let Some(widths) = &widths
        && (widths.value.len() != header.len()
            || widths.value.iter().any(|share| !(0.1..=20.0).contains(&share.value)))
    {
        fields.report().add(
            Diagnostic::error("`widths` gives a share for each column, from 0.1 to 20")
                .at(&widths.place)
                .hint(format!(
                    "the header has {}: write `widths = [{}]` for columns of one width",
                    crate::diagnostic::count(header.len(), "cell"),
                    vec!["1"; header.len()].join(", ")
                )),
        );
    }
    let widths = widths.map(|widths| widths.value).unwrap_or_default();
    Some(BlockKind::Table {
        header,
        rows: rows.into_iter().map(|row| row.value).collect(),
        caption,
        widths: widths.into_iter().map(|share| share.value).collect(),
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

fn multilingual(fields: &Fields<'_>) -> Option<BlockKind> {
    let text = fields.required("multilingual");
    if fields.raw("in").is_none() {
        fields.report().add(
            Diagnostic::error("a `multilingual` block has no `in`")
                .at(fields.place())
                .hint("add `in = [\"fr\", \"nl\"]`, the languages in which the text must stand"),
        );
    }
    let languages = fields.optional::<Vec<Located<Tag>>>("in");
    let either = fields.optional::<bool>("either").is_some_and(|either| either.value);
    let languages = languages?;
    if languages.value.is_empty() {
        fields.report().add(
            Diagnostic::error("`in` names no language")
                .at(&languages.place)
                .hint("name those in which the text must stand: `in = [\"fr\", \"nl\"]`"),
        );
    }
    for (index, tag) in languages.value.iter().enumerate() {
        if languages.value[..index].iter().any(|other| other.value == tag.value) {
            fields.report().add(
                Diagnostic::error(format!("`in` names `{}` twice", tag.value))
                    .at(&tag.place)
                    .hint("delete one of them"),
            );
        }
    }
    Some(BlockKind::Multilingual { text: text?, languages: languages.value, either })
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

fn notes(fields: &Fields<'_>) -> Option<BlockKind> {
    let value = fields.raw("notes")?;
    let extent = match &value.value {
        Value::Integer(lines) if (1..=99).contains(lines) => {
            NotesExtent::Lines(u32::try_from(*lines).ok()?)
        }
        Value::String(word) if word == "fill" => NotesExtent::Fill,
        _ => {
            fields.report().add(
                Diagnostic::error("`notes` is a number of lines, 1 to 99, or \"fill\"")
                    .at(&value.place)
                    .hint("\"fill\" rules the page to its foot, and makes the pages of a booklet a multiple of four"),
            );
            return None;
        }
    };
    Some(BlockKind::Notes { extent })
}

fn contents(fields: &Fields<'_>) -> Option<BlockKind> {
    let depth = fields.required::<u32>("contents")?;
    if !(1..=2).contains(&depth.value) {
        fields.report().add(
            Diagnostic::error(format!(
                "`contents` goes down to level 1 or 2, found {}",
                depth.value
            ))
            .at(&depth.place)
            .hint("1 lists the sections, 2 their headings too"),
        );
    }
    Some(BlockKind::Contents { depth: depth.value })
}

fn glossary(fields: &Fields<'_>) -> Option<BlockKind> {
    let rows = fields.required::<Vec<Located<Table>>>("glossary")?;
    if rows.value.is_empty() {
        fields.report().add(Diagnostic::error("`glossary` has no words").at(&rows.place));
    }
    let words = rows.value.iter().filter_map(|row| {
        let inner = Fields::new(&row.value, &row.place, "a word of the glossary", fields.report());
        let word = inner.required("word");
        let text = inner.required("text");
        inner.finish();
        Some(GlossaryWord { word: word?, text: text? })
    });
    Some(BlockKind::Glossary { words: words.collect() })
}
