//! Turns a table of `brochure.toml` into one block; every fault in it is reported.

use feuillet_units::Mm;

use crate::diagnostic::{Diagnostic, Located, Report, Reported};
use crate::fields::{Fields, FromValue, Table, Value, choose, read, within};
use crate::language::Tag;
use crate::load::block::{
    Block, BlockKind, ContactChoice, ContactsStyle, GlossaryWord, GuideStep, Item, Limits,
    MessageId, NotesExtent, PLACES, ParagraphStyle, Tone,
};

/// Reads the keys of one kind of block.
type ReadKind = fn(&Fields<'_>) -> Result<BlockKind, Reported>;

/// The kinds of block: the key that names the kind, and how the rest is read.
const KINDS: [(&str, ReadKind); 18] = [
    ("heading", heading),
    ("paragraph", paragraph),
    ("list", |fields| Ok(BlockKind::List { items: items(fields, "list")? })),
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

/// Reads one block; all faults are in the report.
///
/// # Errors
///
/// Fails if its kind is unknown, or lacks what it needs.
pub(in crate::load) fn read_block(
    value: &Located<Value>,
    report: &Report,
) -> Result<Block, Reported> {
    let table = read::<Table>(value, "a block", report)?;
    let kinds = table.value.entries.iter().filter_map(|(key, _)| {
        let (_, read) = KINDS.iter().find(|(kind, _)| *kind == key.value)?;
        Some((key, *read))
    });
    let named: Vec<(&Located<String>, ReadKind)> = kinds.collect();
    if let [_, (second, _), ..] = named.as_slice() {
        return Err(report.error(
            Diagnostic::error(format!(
                "a block is one thing, but this is also a `{}`",
                second.value
            ))
            .at(&second.span)
            .hint("write two blocks, each in its own braces"),
        ));
    }
    // Messages call the block by its kind.
    let what = named
        .first()
        .map_or("a slot block".to_owned(), |(key, _)| format!("a `{}` block", key.value));
    let fields = Fields::new(&table.value, &table.span, &what, report);
    let limits = Limits::read(&fields);
    let at_foot = fields.word("at", &[("foot", ())]).is_some();
    let is_legal = fields.or_default("legal");
    let canonical = table.value.canonical(&PLACES);
    let kind = match named.first() {
        Some((_, read)) => read(&fields),
        None if limits.slot.is_some() => Ok(BlockKind::Slot),
        None => {
            let names = KINDS.map(|(kind, _)| kind);
            let first = table.value.entries.first().map(|(key, _)| key);
            let span = first.map_or(&table.span, |key| &key.span);
            let given = first.map_or("", |key| key.as_str());
            return Err(report.error(
                Diagnostic::error("this block is of no known kind")
                    .at(span)
                    .suggest_or_list(given, "kind", &names),
            ));
        }
    };
    if kind.is_ok() {
        fields.finish();
    }
    Ok(Block { kind: kind?, limits, at_foot, is_legal, canonical, span: table.span })
}

impl FromValue for Item {
    const EXPECTED: &'static str = "a message id, or `{ text = …, icon = … }`";

    fn from_value(value: &Located<Value>, report: &Report) -> Option<Item> {
        match &value.value {
            Value::String(text) => {
                let text = Located::new(text.parse().ok()?, value.span.clone());
                Some(Item { text, icon: None })
            }
            Value::Table(table) => {
                let fields = Fields::new(table, &value.span, "a list item", report);
                let text = fields.required("text");
                let icon = fields.optional("icon");
                fields.finish();
                Some(Item { text: text.ok()?, icon })
            }
            _ => None,
        }
    }
}

fn items(fields: &Fields<'_>, key: &'static str) -> Result<Vec<Item>, Reported> {
    let items = fields.required::<Vec<Located<Item>>>(key)?;
    if items.value.is_empty() {
        fields.report().add(Diagnostic::error(format!("`{key}` has no items")).at(&items.span));
    }
    Ok(items.value.into_iter().map(|item| item.value).collect())
}

/// One name, or a list of them.
#[derive(Default)]
struct OneOrMore<T>(Vec<Located<T>>);

impl<T: FromValue> FromValue for OneOrMore<T> {
    const EXPECTED: &'static str = "a list";

    fn from_value(value: &Located<Value>, report: &Report) -> Option<OneOrMore<T>> {
        match &value.value {
            Value::String(_) => {
                let one = T::from_value(value, report)?;
                Some(OneOrMore(vec![Located::new(one, value.span.clone())]))
            }
            _ => Vec::from_value(value, report).map(OneOrMore),
        }
    }
}

fn heading(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let text = fields.required("heading");
    let level = heading_level(fields);
    Ok(BlockKind::Heading { text: text?, level })
}

/// Reads the level of a heading; 2 if none is given.
fn heading_level(fields: &Fields<'_>) -> u32 {
    let level = fields.optional::<u32>("level");
    if let Some(level) = level.as_ref().filter(|level| !(2..=4).contains(&level.value)) {
        fields.report().add(
            Diagnostic::error(format!("a heading's level is 2, 3 or 4, found {}", level.value))
                .at(&level.span)
                .hint("level 1 is the section's own `title`"),
        );
    }
    level.map_or(2, |level| level.value)
}

fn steps(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let start = fields.optional::<u32>("start").map_or(1, |start| start.value);
    Ok(BlockKind::Steps { items: items(fields, "steps")?, start })
}

fn paragraph(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let styles = [
        ("text", ParagraphStyle::Text),
        ("lead", ParagraphStyle::Lead),
        ("small", ParagraphStyle::Small),
    ];
    let style = fields.word("style", &styles).map(|style| style.value).unwrap_or_default();
    Ok(BlockKind::Paragraph { text: fields.required("paragraph")?, style })
}

fn question(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let question = fields.required("question");
    let answer = fields.required_as::<OneOrMore<_>>("answer", "add `answer = [\"message-id\"]`");
    let level = heading_level(fields);
    Ok(BlockKind::Question { question: question?, answer: answer?.value.0, level })
}

fn callout(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let text = fields.required::<OneOrMore<_>>("callout");
    let tones = [("reassure", Tone::Reassure), ("know", Tone::Know), ("act", Tone::Act)];
    let tone = fields.required::<String>("tone")?;
    let tone = choose(&tone, "`tone`", &tones, fields.report())?.value;
    Ok(BlockKind::Callout { text: text?.value.0, tone })
}

fn contacts(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
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
    let inner = Fields::new(&choice.value, &choice.span, "`contacts`", fields.report());
    let needs = inner.or_default::<OneOrMore<String>>("need").0;
    let regions = inner.or_default::<OneOrMore<String>>("region").0;
    let only = inner.or_default("only");
    inner.finish();
    Ok(BlockKind::Contacts(ContactChoice { needs, regions, only, style, by_region, title }))
}

fn checklist(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let columns = fields.optional::<u32>("columns").map_or(1, |columns| columns.value.clamp(1, 3));
    Ok(BlockKind::Checklist { items: items(fields, "checklist")?, columns })
}

fn table(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let table = fields.required::<Table>("table");
    let caption = fields.optional("caption");
    let widths = fields.optional::<Vec<Located<f64>>>("widths");
    let table = table?;
    let inner = Fields::new(&table.value, &table.span, "`table`", fields.report());
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
                .at(&row.span),
            );
        }
    }
    if let Some(widths) = &widths
        && (widths.value.len() != header.len()
            || widths.value.iter().any(|share| !(0.1..=20.0).contains(&share.value)))
    {
        fields.report().add(
            Diagnostic::error("`widths` gives a share for each column, from 0.1 to 20")
                .at(&widths.span)
                .hint(format!(
                    "the header has {}: write `widths = [{}]` for columns of one width",
                    crate::diagnostic::count(header.len(), "cell"),
                    vec!["1"; header.len()].join(", ")
                )),
        );
    }
    let widths = widths.map(|widths| widths.value).unwrap_or_default();
    Ok(BlockKind::Table {
        header,
        rows: rows.into_iter().map(|row| row.value).collect(),
        caption,
        widths: widths.into_iter().map(|share| share.value).collect(),
    })
}

fn figure(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let file = fields.required("figure");
    let alternative = fields.required("alt");
    let caption = fields.optional("caption");
    let width = fields.optional::<Mm>("width").map(|width| {
        let width = width.map(|width| width.0);
        Mm(within(&width, 1.0..=2000.0, "`width`", "from 1 mm to 2 m", fields.report()))
    });
    Ok(BlockKind::Figure { file: file?, alternative: alternative?, caption, width })
}

fn quote(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let attribution = fields.optional("attribution");
    Ok(BlockKind::Quote { text: fields.required("quote")?, attribution })
}

fn multilingual(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let text = fields.required("multilingual");
    let hint = "add `in = [\"fr\", \"nl\"]`, the languages in which the text must stand";
    let languages = fields.required_as::<Vec<Located<Tag>>>("in", hint);
    let either = fields.optional::<bool>("either").is_some_and(|either| either.value);
    let languages = languages?;
    if languages.value.is_empty() {
        fields.report().add(
            Diagnostic::error("`in` names no language")
                .at(&languages.span)
                .hint("name those in which the text must stand: `in = [\"fr\", \"nl\"]`"),
        );
    }
    for (index, tag) in languages.value.iter().enumerate() {
        if languages.value[..index].iter().any(|other| other.value == tag.value) {
            fields.report().add(
                Diagnostic::error(format!("`in` names `{}` twice", tag.value))
                    .at(&tag.span)
                    .hint("delete one of them"),
            );
        }
    }
    Ok(BlockKind::Multilingual { text: text?, languages: languages.value, either })
}

fn guide(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let report = fields.report();
    let mut steps = Vec::new();
    for step in &fields.required::<Vec<Located<Table>>>("guide")?.value {
        let inner = Fields::new(&step.value, &step.span, "a question of the guide", report);
        let question = inner.required("question");
        let answers = inner.required::<Vec<Located<Table>>>("answers");
        inner.finish();
        let answers = answers?.value;
        let answers = answers.iter().flat_map(|answer| {
            let inner = Fields::new(&answer.value, &answer.span, "an answer of the guide", report);
            let text = inner.required("text");
            let section = inner.required("to");
            inner.finish();
            Ok::<_, Reported>((text?, section?))
        });
        let answers = answers.collect();
        steps.push(GuideStep { question: question?, answers });
    }
    Ok(BlockKind::Guide { steps })
}

fn qr(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let text = fields.optional("text");
    Ok(BlockKind::Qr { fact: fields.required("qr")?, text })
}

fn break_(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let given = fields.required("break")?;
    choose(&given, "`break`", &[("panel", ()), ("page", ())], fields.report())?;
    Ok(BlockKind::Break)
}

fn notes(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let given = fields.required::<Value>("notes")?;
    let lines = match given.value {
        Value::Integer(lines) => u32::try_from(lines).ok().filter(|lines| (1..=99).contains(lines)),
        _ => None,
    };
    let extent = match (lines, &given.value) {
        (Some(lines), _) => NotesExtent::Lines(lines),
        (None, Value::String(word)) if word == "fill" => NotesExtent::Fill,
        _ => {
            return Err(fields.report().error(
                Diagnostic::error("`notes` is a number of lines, 1 to 99, or \"fill\"")
                    .at(&given.span)
                    .hint("\"fill\" rules the page to its foot, and makes the pages of a booklet a multiple of four"),
            ));
        }
    };
    Ok(BlockKind::Notes { extent })
}

fn contents(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let depth = fields.required::<u32>("contents")?;
    if !(1..=2).contains(&depth.value) {
        fields.report().add(
            Diagnostic::error(format!(
                "`contents` goes down to level 1 or 2, found {}",
                depth.value
            ))
            .at(&depth.span)
            .hint("1 lists the sections, 2 their headings too"),
        );
    }
    Ok(BlockKind::Contents { depth: depth.value })
}

fn glossary(fields: &Fields<'_>) -> Result<BlockKind, Reported> {
    let rows = fields.required::<Vec<Located<Table>>>("glossary")?;
    if rows.value.is_empty() {
        fields.report().add(Diagnostic::error("`glossary` has no words").at(&rows.span));
    }
    let words = rows.value.iter().flat_map(|row| {
        let inner = Fields::new(&row.value, &row.span, "a word of the glossary", fields.report());
        let word = inner.required("word");
        let text = inner.required("text");
        inner.finish();
        Ok::<_, Reported>(GlossaryWord { word: word?, text: text? })
    });
    Ok(BlockKind::Glossary { words: words.collect() })
}
