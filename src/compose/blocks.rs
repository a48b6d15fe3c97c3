//! Blocks in; calls of the templates' functions out.

use crate::compose::assets::qr_svg;
use crate::compose::writer::{Writer, literal, variable};
use crate::load::{ContactsStyle, NotesExtent, ParagraphStyle, Tone};
use crate::resolve::manuscript::{Block, BlockKind, ContactCard, Item, Passage};

/// Writes the blocks of a section, one call a line.
pub(super) fn write_all(writer: &mut Writer<'_>, blocks: &[Block]) {
    let mut at_foot = false;
    for block in blocks {
        if block.at_foot && !at_foot {
            writer.line("  #to-foot()");
            at_foot = true;
        }
        if block.kind == BlockKind::Break {
            at_foot = false;
        }
        writer.text("  ");
        write(writer, &block.kind);
        writer.line("");
    }
}

fn write(writer: &mut Writer<'_>, kind: &BlockKind) {
    match kind {
        BlockKind::Heading { text, level } => {
            writer.text(&format!("#subheading({level})"));
            writer.title(text);
        }
        BlockKind::Paragraph { text, style } => {
            let style = match style {
                ParagraphStyle::Text => "",
                ParagraphStyle::Lead => "(style: \"lead\")",
                ParagraphStyle::Small => "(style: \"small\")",
            };
            writer.text(&format!("#paragraph{style}"));
            writer.content(text);
        }
        BlockKind::List { items } => items_call(writer, "bullets", items),
        BlockKind::Steps { items, start: 1 } => items_call(writer, "steps", items),
        BlockKind::Steps { items, start } => {
            items_call(writer, &format!("steps.with(start: {start})"), items);
        }
        BlockKind::Checklist { items, columns } => {
            items_call(writer, &format!("checklist.with(columns: {columns})"), items);
        }
        BlockKind::Question { question, answer, level } => {
            writer.text(&format!("#qa(level: {level}, "));
            writer.title(question);
            writer.text(")");
            paragraphs(writer, answer);
        }
        BlockKind::Callout { text, tone } => {
            let tone = match tone {
                Tone::Reassure => "reassure",
                Tone::Know => "know",
                Tone::Act => "act",
            };
            writer.text(&format!("#callout({})", literal(tone)));
            paragraphs(writer, text);
        }
        BlockKind::Contacts { cards, style, title } => {
            contacts(writer, cards, *style, title.as_ref());
        }
        BlockKind::Table { header, rows, caption, widths } => {
            writer.text("#data-table(");
            if !widths.is_empty() {
                let widths: Vec<String> = widths.iter().map(|share| format!("{share}fr")).collect();
                writer.text(&format!("widths: ({},), ", widths.join(", ")));
            }
            writer.text("caption: ");
            writer.content_or_none(caption.as_ref());
            writer.text(", header: (");
            writer.contents(header);
            writer.line("), rows: (");
            for row in rows {
                writer.text("    (");
                writer.contents(row);
                writer.line("),");
            }
            writer.text("  ))");
        }
        BlockKind::Figure { file, alternative, caption, width } => {
            let width = width.map_or("100%".to_owned(), |width| width.to_string());
            writer.text(&format!(
                "#picture({}, alt: {}, width: {width}, caption: ",
                literal(&format!("images/{file}")),
                literal(&alternative.plain())
            ));
            writer.content_or_none(caption.as_ref());
            writer.text(")");
        }
        BlockKind::Quote { text, attribution } => {
            writer.text("#quotation(attribution: ");
            writer.content_or_none(attribution.as_ref());
            writer.text(")");
            writer.content(text);
        }
        BlockKind::Multilingual { versions } => {
            writer.line(&format!("#multilingual(around: {},", writer.around()));
            for version in versions {
                let language = variable(version.text.language.as_str());
                writer.text(&format!("    (language: {language}, name: "));
                match &version.head {
                    Some(head) => writer.autonym(head),
                    None => writer.text("none"),
                }
                writer.text(", body: ");
                writer.own_content(&version.text);
                writer.line("),");
            }
            writer.text("  )");
        }
        BlockKind::Guide { steps } => {
            writer.line("#guide(");
            for step in steps {
                writer.text("    (question: ");
                writer.content(&step.question);
                writer.line(", answers: (");
                for (text, section) in &step.answers {
                    writer.text("      (body: ");
                    writer.content(text);
                    writer.line(&format!(", to: {}),", literal(section)));
                }
                writer.line("    )),");
            }
            writer.text("  )");
        }
        BlockKind::Qr(code) => {
            let path = format!("images/qr-{}.svg", code.fact);
            writer.asset(&path, qr_svg(&code.target).into_bytes());
            writer.text(&format!(
                "#qr({}, alt: {}, address: ",
                literal(&path),
                literal(&code.alternative.plain())
            ));
            writer.content(&code.address);
            writer.text(")");
            match &code.text {
                Some(text) => writer.content(text),
                None => writer.text("[]"),
            }
        }
        BlockKind::Notes { extent: NotesExtent::Lines(lines) } => {
            writer.text(&format!("#note-lines({lines})"));
        }
        BlockKind::Notes { extent: NotesExtent::Fill } => writer.text("#note-pages()"),
        BlockKind::Contents { depth } => writer.text(&format!("#contents({depth})")),
        BlockKind::Glossary { words } => {
            writer.line("#glossary(");
            for (word, text) in words {
                writer.text("    (");
                writer.content(word);
                writer.text(", ");
                writer.content(text);
                writer.line("),");
            }
            writer.text("  )");
        }
        BlockKind::Break => writer.text("#new-panel()"),
    }
}

/// `#bullets((icon: "eye", body: […]), …)`.
fn items_call(writer: &mut Writer<'_>, function: &str, items: &[Item]) {
    match function.split_once(".with(") {
        Some((name, arguments)) => {
            writer.line(&format!("#{name}({},", arguments.trim_end_matches(')')))
        }
        None => writer.line(&format!("#{function}(")),
    }
    for item in items {
        let icon = writer.icon(item.icon.as_deref());
        writer.text(&format!("    (icon: {icon}, body: "));
        writer.content(&item.text);
        writer.line("),");
    }
    writer.text("  )");
}

/// `[#[…]#parbreak()#[…]]`: several passages in one content bracket.
fn paragraphs(writer: &mut Writer<'_>, passages: &[Passage]) {
    if let [passage] = passages {
        writer.content(passage);
        return;
    }
    writer.text("[");
    for (index, passage) in passages.iter().enumerate() {
        writer.text(if index > 0 { "#parbreak()#" } else { "#" });
        writer.content(passage);
    }
    writer.text("]");
}

fn contacts(
    writer: &mut Writer<'_>,
    cards: &[ContactCard],
    style: ContactsStyle,
    title: Option<&Passage>,
) {
    if let Some(title) = title.filter(|_| style != ContactsStyle::Banner) {
        writer.text("#subheading(2)");
        writer.title(title);
        writer.text("\n  ");
    }
    match style {
        ContactsStyle::Banner => {
            writer.text("#banner(title: ");
            writer.content_or_none(title);
            writer.line(",");
        }
        ContactsStyle::Cards => writer.line("#contacts("),
        ContactsStyle::Pairs => writer.line("#contact-pairs("),
    }
    for card in cards {
        writer.text("    (name: ");
        writer.content(&card.name);
        if !card.regions.is_empty() {
            writer.text(", regions: (");
            writer.contents(&card.regions);
            writer.text(")");
        }
        writer.text(", details: (");
        writer.contents(&card.details);
        writer.text("), number: ");
        writer.content_or_none(card.number.as_ref());
        writer.text(", address: ");
        writer.content_or_none(card.address.as_ref());
        writer.line("),");
    }
    writer.text("  )");
}
