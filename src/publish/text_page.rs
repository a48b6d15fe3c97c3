//! Turns a manuscript into a web page: the same blocks, in the same order, with the same words.

use crate::load::icons::icon;
use crate::load::{ContactsStyle, Layout, ParagraphStyle, Tone};
use crate::publish::html::{Attribute, Html};
use crate::publish::page_pictures::PagePictures;
use crate::resolve::Manuscript;
use crate::resolve::manuscript::{
    Block, BlockKind, ContactCard, GuideStep, Item, Passage, QrCode, Section, Summary, Version,
};

/// The places of the sections that have a title: ids of sections, which stay in the house, names of places, titles.
pub(super) fn places(manuscript: &Manuscript) -> Vec<(String, String, String)> {
    let numbered = manuscript.sections.iter().enumerate();
    let titled = numbered.filter(|(_, section)| section.layout != Layout::Cover);
    let place = |(number, section): (usize, &Section)| {
        let title = section.title.as_ref()?.plain();
        Some((section.id.clone(), format!("s{}", number + 1), title))
    };
    titled.filter_map(place).collect()
}

/// Writes the text. The places of its sections are set before.
pub(super) fn text(html: &mut Html<'_>, manuscript: &Manuscript, pictures: &PagePictures<'_>) {
    html.open("div", &[("class", "text")]);
    html.line();
    let has_cover = manuscript
        .sections
        .iter()
        .any(|section| section.layout == Layout::Cover && section.title.is_some());
    if !has_cover {
        html.inline("h1", &[], &manuscript.title);
        html.line();
    }
    for (number, section) in manuscript.sections.iter().enumerate() {
        self::section(html, section, number + 1, pictures);
    }
    html.close();
    html.line();
}

fn section(html: &mut Html<'_>, section: &Section, number: usize, pictures: &PagePictures<'_>) {
    let is_cover = section.layout == Layout::Cover;
    if section.title.is_none() && section.summary.is_none() && section.blocks.is_empty() {
        return;
    }
    let place = format!("s{number}");
    // The title of the whole page belongs to no section of it.
    let (element, class) = if is_cover { ("div", "front") } else { ("section", "part") };
    html.open(element, &[("id", &place), ("class", class)]);
    if let Some(title) = &section.title {
        html.inline(if is_cover { "h1" } else { "h2" }, &[], title);
        html.line();
    }
    if let Some(summary) = &section.summary {
        self::summary(html, summary);
    }
    for block in &section.blocks {
        self::block(html, block, pictures);
        html.line();
    }
    html.close();
    html.line();
}

fn summary(html: &mut Html<'_>, summary: &Summary) {
    html.open("div", &[("class", "summary")]);
    html.passage("p", &[("class", "label")], &summary.label);
    html.open("ul", &[]);
    for line in &summary.lines {
        html.inline("li", &[], line);
    }
    html.close();
    html.close();
    html.line();
}

fn block(html: &mut Html<'_>, block: &Block, pictures: &PagePictures<'_>) {
    match &block.kind {
        BlockKind::Heading { text, level } => html.inline(heading(*level), &[], text),
        BlockKind::Paragraph { text, style } => {
            let class: &[Attribute<'_>] = match style {
                ParagraphStyle::Text => &[],
                ParagraphStyle::Lead => &[("class", "lead")],
                ParagraphStyle::Small => &[("class", "small")],
            };
            html.passage("p", class, text);
        }
        BlockKind::List { items: all } => items(html, "ul", &[("class", "list")], all),
        BlockKind::Steps { items: all, start } => {
            items(html, "ol", &[("class", "in-order"), ("start", &start.to_string())], all);
        }
        BlockKind::Checklist { items: all, .. } => {
            items(html, "ul", &[("class", "checks")], all);
        }
        BlockKind::Question { question, answer, level } => {
            html.inline(heading(*level), &[("class", "question")], question);
            answer.iter().for_each(|text| html.passage("p", &[], text));
        }
        BlockKind::Callout { text, tone } => callout(html, text, *tone),
        BlockKind::Contacts { cards, style, title } => {
            contacts(html, cards, *style, title.as_ref());
        }
        BlockKind::Table { header, rows, caption, .. } => {
            table(html, header, rows, caption.as_ref());
        }
        BlockKind::Figure { file, alternative, caption, .. } => {
            figure(html, &pictures.path(file), alternative, caption.as_ref());
        }
        BlockKind::Quote { text, attribution } => {
            html.open("blockquote", &[]);
            html.passage("p", &[], text);
            if let Some(attribution) = attribution {
                html.passage("p", &[("class", "small")], attribution);
            }
            html.close();
        }
        BlockKind::Multilingual { versions: all } => versions(html, all),
        BlockKind::Guide { steps } => guide(html, steps),
        BlockKind::Qr(code) => address(html, code),
        BlockKind::Contents { .. } => contents(html),
        BlockKind::Glossary { words } => {
            html.open("dl", &[("class", "terms")]);
            for (word, text) in words {
                html.inline("dt", &[], word);
                html.inline("dd", &[], text);
            }
            html.close();
        }
        BlockKind::Slot { blocks, .. } => {
            blocks.iter().for_each(|inner| self::block(html, inner, pictures));
        }
        BlockKind::Logo { alternative } => {
            if let Some(logo) = &pictures.logo {
                logo_picture(html, logo.file(), alternative);
            }
        }
        // Room to write in, and where paper begins a new page.
        BlockKind::Notes { .. } | BlockKind::Break => {}
    }
}

/// Writes the picture that stands for a body; `alternative` is its name.
fn logo_picture(html: &mut Html<'_>, source: &str, alternative: &Passage) {
    let name = alternative.plain();
    html.in_language("p", &[("class", "logo")], &alternative.language, |html| {
        html.empty("img", &[("src", source), ("alt", &name)]);
    });
}

/// The element of a heading: a section has level 1, and the page itself stands above it.
fn heading(level: u32) -> &'static str {
    match level {
        0..=1 => "h2",
        2 => "h3",
        3 => "h4",
        _ => "h5",
    }
}

fn items(html: &mut Html<'_>, element: &'static str, attributes: &[Attribute<'_>], items: &[Item]) {
    html.open(element, attributes);
    for item in items {
        let source = item.icon.as_deref().and_then(icon);
        html.open("li", if source.is_some() { &[("class", "with-icon")] } else { &[] });
        if let Some(source) = source {
            html.open("span", &[("class", "icon"), ("aria-hidden", "true")]);
            html.own(source);
            html.close();
        }
        html.inline("span", &[], &item.text);
        html.close();
    }
    html.close();
}

fn callout(html: &mut Html<'_>, text: &[Passage], tone: Tone) {
    let class = match tone {
        Tone::Reassure => "callout calm",
        Tone::Know => "callout know",
        Tone::Act => "callout act",
    };
    html.open("div", &[("class", class)]);
    text.iter().for_each(|text| html.passage("p", &[], text));
    html.close();
}

fn contacts(
    html: &mut Html<'_>,
    cards: &[ContactCard],
    style: ContactsStyle,
    title: Option<&Passage>,
) {
    let class = match style {
        ContactsStyle::Banner => "reach banner",
        ContactsStyle::Cards | ContactsStyle::Pairs => "reach",
    };
    html.open("div", &[("class", class)]);
    if let Some(title) = title {
        html.passage("p", &[("class", "label")], title);
    }
    html.open("ul", &[]);
    for card in cards {
        html.open("li", &[]);
        html.inline("strong", &[("class", "who")], &card.name);
        let details: Vec<&Passage> = card.regions.iter().chain(&card.details).collect();
        if !details.is_empty() {
            html.text(" ");
            html.open("span", &[("class", "details")]);
            for (index, detail) in details.into_iter().enumerate() {
                if index > 0 {
                    html.text(" · ");
                }
                html.inline("span", &[], detail);
            }
            html.close();
        }
        if let Some(address) = &card.address {
            html.text(" ");
            html.inline("span", &[("class", "address")], address);
        }
        if let Some(number) = &card.number {
            html.text(" ");
            html.inline("span", &[("class", "number")], number);
        }
        html.close();
    }
    html.close();
    html.close();
}

fn table(
    html: &mut Html<'_>,
    header: &[Passage],
    rows: &[Vec<Passage>],
    caption: Option<&Passage>,
) {
    html.open("div", &[("class", "wide")]);
    html.open("table", &[]);
    if let Some(caption) = caption {
        html.inline("caption", &[], caption);
    }
    html.open("thead", &[]);
    html.open("tr", &[]);
    header.iter().for_each(|cell| html.inline("th", &[("scope", "col")], cell));
    html.close();
    html.close();
    html.open("tbody", &[]);
    for row in rows {
        html.open("tr", &[]);
        row.iter().for_each(|cell| html.inline("td", &[], cell));
        html.close();
    }
    html.close();
    html.close();
    html.close();
}

fn figure(html: &mut Html<'_>, path: &str, alternative: &Passage, caption: Option<&Passage>) {
    html.open("figure", &[]);
    html.empty("img", &[("src", path), ("alt", &alternative.plain())]);
    if let Some(caption) = caption {
        html.inline("figcaption", &[], caption);
    }
    html.close();
}

fn versions(html: &mut Html<'_>, versions: &[Version]) {
    html.open("div", &[("class", "versions")]);
    for version in versions {
        if let Some(language) = &version.head {
            html.in_language("p", &[("class", "label")], &language.tag, |html| {
                html.text(&language.autonym);
            });
        }
        html.passage("p", &[], &version.text);
    }
    html.close();
}

fn guide(html: &mut Html<'_>, steps: &[GuideStep]) {
    html.open("ol", &[("class", "ways")]);
    for step in steps {
        html.open("li", &[]);
        html.passage("p", &[("class", "label")], &step.question);
        html.open("ul", &[]);
        for (answer, section) in &step.answers {
            let place = html.places.iter().find(|(id, ..)| id == section);
            let place = place.map(|(_, place, _)| format!("#{place}"));
            html.open("li", &[]);
            match place {
                // What is linked elsewhere in the answer stays a text: a link holds no link.
                Some(place) if !has_link(answer) => {
                    html.open("a", &[("href", &place)]);
                    html.inline("span", &[], answer);
                    html.close();
                }
                _ => html.inline("span", &[], answer),
            }
            html.close();
        }
        html.close();
        html.close();
    }
    html.close();
}

fn has_link(passage: &Passage) -> bool {
    passage.paragraphs.iter().flatten().any(|run| run.link.is_some())
}

/// What a code leads to: whoever reads the page needs no camera.
fn address(html: &mut Html<'_>, code: &QrCode) {
    html.open("div", &[("class", "code")]);
    if let Some(text) = &code.text {
        html.passage("p", &[], text);
    }
    html.passage("p", &[("class", "number")], &code.address);
    html.close();
}

/// Links to the sections; their titles stand there as well.
pub(super) fn contents(html: &mut Html<'_>) {
    let places = html.places.clone();
    html.open("ol", &[("class", "parts")]);
    for (_, place, title) in places {
        html.open("li", &[]);
        html.element("a", &[("href", &format!("#{place}"))], &title);
        html.close();
    }
    html.close();
}
