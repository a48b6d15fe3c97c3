//! Turns blocks into calls of the templates' functions.

use feuillet_units::Mm;

use crate::compose::assets::qr_svg;
use crate::compose::code::{Code, Variable, Word, code};
use crate::compose::keep_with_next::KeptBlock;
use crate::compose::writer::{DASH, LOGO, Writer, picture_path};
use crate::load::{ContactsStyle, NotesExtent, ParagraphStyle, Tone};
use crate::resolve::manuscript::{
    Block, BlockKind, ContactCard, GuideStep, Item, Passage, QrCode, Version,
};

/// Writes the blocks of a section, one call a line.
pub(super) fn write_all(
    writer: &mut Writer<'_>,
    blocks: &[Block],
    kept: impl Fn(&Block) -> Option<KeptBlock>,
) {
    let mut at_foot = false;
    for block in blocks {
        if block.at_foot && !at_foot {
            code!(writer, "  #to-foot()\n");
            at_foot = true;
        }
        if block.kind == BlockKind::Break {
            at_foot = false;
        }
        code!(writer, "  ");
        let kept = kept(block);
        match kept {
            Some(KeptBlock::Block) => code!(writer, "#keep-with-next["),
            Some(KeptBlock::Paragraph) => code!(writer, "#keep-with-next(is-block: false)["),
            None => {}
        }
        write(writer, &block.kind);
        code!(writer, "{}\n", Word(if kept.is_some() { "]" } else { "" }));
    }
}

/// Writes the blocks of a section in two languages, each beside the same in the other one. What says the same in both, or nothing, is
/// written once.
pub(super) fn write_pairs(
    writer: &mut Writer<'_>,
    blocks: &[Block],
    others: &[Block],
    kept: impl Fn(&Block) -> Option<KeptBlock>,
) {
    let mut at_foot = false;
    for (block, other) in blocks.iter().zip(others) {
        if block.at_foot && !at_foot {
            code!(writer, "  #to-foot()\n");
            at_foot = true;
        }
        if block.kind == BlockKind::Break {
            at_foot = false;
        }
        // What leads to the block below is a block here, and no line of text.
        let leads = matches!(block.kind, BlockKind::Heading { .. });
        let is_kept = leads || kept(block).is_some();
        code!(writer, "  {}", Word(if is_kept { "#keep-with-next[" } else { "" }));
        write_pair(writer, &block.kind, &other.kind);
        code!(writer, "{}\n", Word(if is_kept { "]" } else { "" }));
    }
}

fn write_pair(writer: &mut Writer<'_>, kind: &BlockKind, other: &BlockKind) {
    match (kind, other) {
        (BlockKind::Break | BlockKind::Contents { .. } | BlockKind::Notes { .. }, _) => {
            write(writer, kind)
        }
        (BlockKind::Logo { alternative }, BlockKind::Logo { alternative: also })
            if alternative.plain() != also.plain() =>
        {
            logo(writer, &format!("{} – {}", alternative.plain(), also.plain()));
        }
        (BlockKind::Logo { .. }, _) => write(writer, kind),
        // What stands there in several languages is often the same for both readers.
        (BlockKind::Multilingual { .. }, _) if kind == other => write(writer, kind),
        (
            BlockKind::Figure { file, alternative, caption, width },
            BlockKind::Figure { alternative: also, caption: beside, .. },
        ) => {
            let alternative = format!("{} – {}", alternative.plain(), also.plain());
            figure(writer, file, &alternative, *width, caption.as_ref(), beside.as_ref());
        }
        (BlockKind::Slot { name, height, blocks }, BlockKind::Slot { blocks: others, .. }) => {
            open_slot(writer, name, *height);
            write_pairs(writer, blocks, others, |_| None);
            code!(writer, "  ]");
        }
        _ => {
            code!(writer, "#");
            write_beside(writer, |writer| write(writer, kind), |writer| write(writer, other));
        }
    }
}

/// Writes two things beside each other, the second in the other language of the edition. Nothing where it has none.
pub(super) fn write_beside(
    writer: &mut Writer<'_>,
    one: impl FnOnce(&mut Writer<'_>),
    other: impl FnOnce(&mut Writer<'_>),
) {
    let Some(beside) = writer.beside else { return };
    let (first, second) = (writer.manuscript.language(), beside.language());
    code!(writer, "parallel({}, {})[", Variable(&first.tag), Variable(&second.tag));
    one(writer);
    code!(writer, "][");
    writer.around = second;
    other(writer);
    writer.around = first;
    code!(writer, "]");
}

fn write(writer: &mut Writer<'_>, kind: &BlockKind) {
    match kind {
        BlockKind::Heading { text, level } => {
            code!(writer, "#subheading({})", *level);
            writer.title(text);
        }
        BlockKind::Paragraph { text, style } => {
            let style = match style {
                ParagraphStyle::Text => "",
                ParagraphStyle::Lead => "(style: \"lead\")",
                ParagraphStyle::Small => "(style: \"small\")",
            };
            code!(writer, "#paragraph{}", Word(style));
            writer.content(text);
        }
        BlockKind::List { items } => {
            code!(writer, "#bullets(\n");
            write_items(writer, items);
        }
        BlockKind::Steps { items, start: 1 } => {
            code!(writer, "#steps(\n");
            write_items(writer, items);
        }
        BlockKind::Steps { items, start } => {
            code!(writer, "#steps(start: {},\n", *start);
            write_items(writer, items);
        }
        BlockKind::Checklist { items, columns } => {
            code!(writer, "#checklist(columns: {},\n", *columns);
            write_items(writer, items);
        }
        BlockKind::Question { question, answer, level } => {
            code!(writer, "#qa(level: {}, ", *level);
            writer.title(question);
            code!(writer, ")");
            paragraphs(writer, answer);
        }
        BlockKind::Callout { text, tone } => {
            let tone = match tone {
                Tone::Reassure => "reassure",
                Tone::Know => "know",
                Tone::Act => "act",
            };
            code!(writer, "#callout({})", tone);
            paragraphs(writer, text);
        }
        BlockKind::Contacts { cards, style, title } => {
            contacts(writer, cards, *style, title.as_ref());
        }
        BlockKind::Table { header, rows, caption, widths } => {
            table(writer, header, rows, caption.as_ref(), widths);
        }
        BlockKind::Figure { file, alternative, caption, width } => {
            figure(writer, file, &alternative.plain(), *width, caption.as_ref(), None);
        }
        BlockKind::Quote { text, attribution } => {
            code!(writer, "#quotation(attribution: ");
            writer.content_or_none(attribution.as_ref());
            code!(writer, ")");
            writer.content(text);
        }
        BlockKind::Multilingual { versions } => multilingual(writer, versions),
        BlockKind::Guide { steps } => guide(writer, steps),
        BlockKind::Qr(code) => qr_code(writer, code),
        BlockKind::Notes { extent: NotesExtent::Lines(lines) } => {
            code!(writer, "#note-lines({})", *lines);
        }
        BlockKind::Notes { extent: NotesExtent::Fill } => code!(writer, "#note-pages()"),
        BlockKind::Contents { depth } => code!(writer, "#contents({})", *depth),
        BlockKind::Glossary { words } => glossary(writer, words),
        BlockKind::Break => code!(writer, "#new-panel()"),
        BlockKind::Slot { name, height, blocks } => {
            open_slot(writer, name, *height);
            write_all(writer, blocks, |_| None);
            code!(writer, "  ]");
        }
        BlockKind::Logo { alternative } => logo(writer, &alternative.plain()),
    }
}

/// Writes the picture that stands for a body.
fn logo(writer: &mut Writer<'_>, alternative: &str) {
    let path = writer.picture(LOGO);
    code!(writer, "#logo({}, alt: {})", path, alternative);
}

/// Writes a picture; `beside` is its caption in the other language.
fn figure(
    writer: &mut Writer<'_>,
    file: &str,
    alternative: &str,
    width: Option<Mm>,
    caption: Option<&Passage>,
    beside: Option<&Passage>,
) {
    let path = writer.picture(file);
    code!(writer, "#picture({}, alt: {}, width: ", path, alternative);
    match width {
        Some(width) => code!(writer, "{}", width),
        None => code!(writer, "100%"),
    }
    code!(writer, ", caption: ");
    writer.joint_content_or_none(caption, DASH, beside);
    code!(writer, ")");
}

fn open_slot(writer: &mut Writer<'_>, name: &str, height: Option<Mm>) {
    code!(writer, "#slot({}, height: ", name);
    match height {
        Some(height) => code!(writer, "{}", height),
        None => code!(writer, "none"),
    }
    code!(writer, ")[\n");
}

/// `(icon: "eye", body: […]), …)`: the rest of a call with items.
fn write_items(writer: &mut Writer<'_>, items: &[Item]) {
    for item in items {
        let icon = writer.icon(item.icon.as_deref());
        code!(writer, "    (icon: {}, body: ", icon);
        writer.content(&item.text);
        code!(writer, "),\n");
    }
    code!(writer, "  )");
}

/// `[#[…]#parbreak()#[…]]`: several passages in one content bracket.
fn paragraphs(writer: &mut Writer<'_>, passages: &[Passage]) {
    if let [passage] = passages {
        writer.content(passage);
        return;
    }
    code!(writer, "[");
    for (index, passage) in passages.iter().enumerate() {
        code!(writer, "{}", Word(if index > 0 { "#parbreak()#" } else { "#" }));
        writer.content(passage);
    }
    code!(writer, "]");
}

fn table(
    writer: &mut Writer<'_>,
    header: &[Passage],
    rows: &[Vec<Passage>],
    caption: Option<&Passage>,
    widths: &[f64],
) {
    code!(writer, "#data-table(");
    if !widths.is_empty() {
        let mut columns = Code::new();
        for (index, share) in widths.iter().enumerate() {
            code!(columns, "{}{}fr", Word(if index > 0 { ", " } else { "" }), *share);
        }
        code!(writer, "widths: ({},), ", columns);
    }
    code!(writer, "caption: ");
    writer.content_or_none(caption);
    code!(writer, ", header: (");
    writer.contents(header);
    code!(writer, "), rows: (\n");
    for row in rows {
        code!(writer, "    (");
        writer.contents(row);
        code!(writer, "),\n");
    }
    code!(writer, "  ))");
}

fn multilingual(writer: &mut Writer<'_>, versions: &[Version]) {
    code!(writer, "#multilingual(around: {},\n", Variable(&writer.around.tag));
    for version in versions {
        code!(writer, "    (language: {}, name: ", Variable(&version.text.language));
        match &version.head {
            Some(head) => writer.autonym(head),
            None => code!(writer, "none"),
        }
        code!(writer, ", body: ");
        writer.own_content(&version.text);
        code!(writer, "),\n");
    }
    code!(writer, "  )");
}

fn guide(writer: &mut Writer<'_>, steps: &[GuideStep]) {
    code!(writer, "#guide(\n");
    for step in steps {
        code!(writer, "    (question: ");
        writer.content(&step.question);
        code!(writer, ", answers: (\n");
        for (text, section) in &step.answers {
            code!(writer, "      (body: ");
            writer.content(text);
            code!(writer, ", to: {}),\n", *section);
        }
        code!(writer, "    )),\n");
    }
    code!(writer, "  )");
}

fn qr_code(writer: &mut Writer<'_>, qr: &QrCode) {
    let path = picture_path(&format!("qr-{}.svg", qr.fact));
    writer.asset(&path, qr_svg(&qr.target).into_bytes());
    code!(writer, "#qr({}, alt: {}, address: ", path, qr.alternative.plain());
    writer.content(&qr.address);
    code!(writer, ")");
    match &qr.text {
        Some(text) => writer.content(text),
        None => code!(writer, "[]"),
    }
}

fn glossary(writer: &mut Writer<'_>, words: &[(Passage, Passage)]) {
    code!(writer, "#glossary(\n");
    for (word, text) in words {
        code!(writer, "    (");
        writer.content(word);
        code!(writer, ", ");
        writer.content(text);
        code!(writer, "),\n");
    }
    code!(writer, "  )");
}

fn contacts(
    writer: &mut Writer<'_>,
    cards: &[ContactCard],
    style: ContactsStyle,
    title: Option<&Passage>,
) {
    if let Some(title) = title.filter(|_| style != ContactsStyle::Banner) {
        code!(writer, "#subheading(2)");
        writer.title(title);
        code!(writer, "\n  ");
    }
    match style {
        ContactsStyle::Banner => {
            code!(writer, "#banner(title: ");
            writer.content_or_none(title);
            code!(writer, ",\n");
        }
        ContactsStyle::Cards => code!(writer, "#contacts(\n"),
        ContactsStyle::Pairs => code!(writer, "#contact-pairs(\n"),
    }
    for card in cards {
        code!(writer, "    (name: ");
        writer.content(&card.name);
        if !card.regions.is_empty() {
            code!(writer, ", regions: (");
            writer.contents(&card.regions);
            code!(writer, ")");
        }
        code!(writer, ", details: (");
        writer.contents(&card.details);
        code!(writer, "), number: ");
        writer.content_or_none(card.number.as_ref());
        code!(writer, ", address: ");
        writer.content_or_none(card.address.as_ref());
        code!(writer, "),\n");
    }
    code!(writer, "  )");
}
