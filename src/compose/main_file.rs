//! Turns a manuscript into the main file: its languages, the set-up of its pages, and its sections.

use std::collections::BTreeMap;

use unic_langid::subtags::Region;

use crate::compose::blocks::{write_all, write_beside, write_pairs};
use crate::compose::code::{Code, Variable, Word, code};
use crate::compose::keep_with_next::{KeptBlock, kept_blocks};
use crate::compose::source::SETTING;
use crate::compose::theme::families_within;
use crate::compose::writer::{DASH, Writer};
use crate::language::{Language, Script};
use crate::load::{Edition, Form, Layout, Theme};
use crate::resolve::manuscript::{Block, Manuscript, Passage, Section, Summary};

/// Writes the whole file.
pub(super) fn write(
    writer: &mut Writer<'_>,
    edition: &Edition,
    theme: &Theme,
    languages: &BTreeMap<&str, &Language>,
) {
    let manuscript = writer.manuscript;
    code!(
        writer,
        "// The edition {} of {} in {}. Written by feuillet; edit the project, not this file.\n",
        manuscript.id.edition,
        manuscript.id.brochure,
        manuscript.language().tag.as_str()
    );
    code!(writer, "#import \"theme.typ\": theme\n#import {}: setting\n", SETTING);
    code!(writer, "#import {}: *\n\n", edition.form.template());
    let around = &manuscript.language().script;
    for language in languages.values() {
        code!(writer, "{}\n", language_row(language, around, theme));
    }
    code!(writer, "\n");
    write_set_up(writer, edition);
    // A section that goes on where the one before it ends stands in that one's brackets.
    for sections in manuscript.sections.chunk_by(|_, next| next.joined) {
        let sections: Vec<&Section> = sections.iter().collect();
        let flows = sections.first().is_some_and(|first| {
            edition.form == Form::Booklet && matches!(first.layout, Layout::Text | Layout::Chapter)
        });
        let kept = if flows { kept_blocks(&sections) } else { Vec::new() };
        write_sections(writer, &sections, &kept);
    }
}

/// Writes sections that follow each other without a break.
fn write_sections(writer: &mut Writer<'_>, sections: &[&Section], kept: &[(&Block, KeptBlock)]) {
    for (index, section) in sections.iter().enumerate() {
        let beside = writer.beside.and_then(|own| own.section(&section.id));
        let title_beside = beside.and_then(|beside| beside.title.as_ref());
        code!(writer, "\n");
        if index == 0 {
            open_section(writer, section, beside);
        } else if section.title.is_some() {
            code!(writer, "  #subsection({})", section.id);
            writer.title_or_none(section.title.as_ref(), title_beside);
            code!(writer, "\n");
        }
        let kept = |block: &Block| {
            let found = kept.iter().find(|(other, _)| std::ptr::eq(*other, block));
            found.map(|(_, how)| *how)
        };
        match beside {
            Some(beside) => write_pairs(writer, &section.blocks, &beside.blocks, kept),
            None => write_all(writer, &section.blocks, kept),
        }
    }
    code!(writer, "]\n");
}

/// `#let lang-fr = (tag: "fr", …)`: what the templates know of a language, in an edition of the script `around`.
fn language_row(language: &Language, around: &Script, theme: &Theme) -> Code {
    let script = &language.script;
    let tag = language.tag.identifier();
    let hyphens = language.hyphenation.unwrap_or_default();
    let mut out = Code::new();
    code!(
        out,
        "#let {} = (tag: {}, lang: {}, region: {}, dir: {}, families: {}, emphasis: {}, scale: {}, ascender: {}, descender: {}, line-height: {}, hyphenate: {}, hyphens: (before: {}, after: {}))",
        Variable(&language.tag),
        language.tag.as_str(),
        tag.language.as_str(),
        tag.region.as_ref().map(Region::as_str),
        language.direction(),
        families_within(script, around, theme),
        script.emphasis.as_str(),
        script.scale,
        script.ascender,
        script.descender,
        script.line_height,
        language.hyphenation.is_some(),
        hyphens.before,
        hyphens.after,
    );
    out
}

/// Writes the show rule that sets the pages up.
fn write_set_up(writer: &mut Writer<'_>, edition: &Edition) {
    let manuscript = writer.manuscript;
    let date = manuscript.date;
    let template = Word(edition.form.template().trim_end_matches(".typ"));
    code!(writer, "#show: {}.with(\n  theme: theme,\n", template);
    code!(writer, "  language: {},\n", Variable(&manuscript.language().tag));
    let beside = writer.beside;
    let mut titles: Vec<String> =
        std::iter::once(manuscript).chain(beside).map(|own| own.title.plain()).collect();
    titles.dedup();
    code!(writer, "  title: {},\n", titles.join(" – "));
    code!(
        writer,
        "  date: datetime(year: {}, month: {}, day: {}),\n",
        date.year(),
        u8::from(date.month()),
        date.day()
    );
    code!(writer, "  width: {}, height: {},\n", edition.width, edition.height);
    code!(writer, "  size: setting.size,\n  draft: ");
    writer.joint_content_or_none(draft_line(manuscript), DASH, beside.and_then(draft_line));
    code!(writer, ",\n");
    if edition.form == Form::Booklet {
        code!(writer, "  foot: ");
        let foot_beside = beside.and_then(|own| own.foot.as_ref());
        writer.joint_content_or_none(manuscript.foot.as_ref(), "#linebreak()", foot_beside);
        code!(writer, ",\n");
    }
    code!(writer, ")\n");
}

/// The line that says that it is a draft.
fn draft_line(manuscript: &Manuscript) -> Option<&Passage> {
    manuscript.draft.as_ref().map(|draft| &draft.line)
}

/// Writes the call that opens a section, up to its content bracket; `beside` is the section in the other language.
fn open_section(writer: &mut Writer<'_>, section: &Section, beside: Option<&Section>) {
    let manuscript = writer.manuscript;
    let title_beside = beside.and_then(|beside| beside.title.as_ref());
    match section.layout {
        Layout::Cover => {
            code!(writer, "#cover({}, title: ", section.id);
            writer.title_or_none(section.title.as_ref(), title_beside);
            code!(writer, ",\n  autonyms: (\n");
            for language in &manuscript.offered {
                code!(writer, "    ({}, ", Variable(&language.tag));
                writer.autonym(language);
                code!(writer, "),\n");
            }
            code!(writer, "  ),\n  band: ");
            let band_beside = writer.beside.and_then(|own| own.draft.as_ref());
            writer.joint_content_or_none(
                manuscript.draft.as_ref().map(|draft| &draft.band),
                "#linebreak()",
                band_beside.map(|draft| &draft.band),
            );
            code!(writer, ",\n)[\n");
        }
        Layout::Chapter => {
            let number = section.number.unwrap_or_default();
            code!(writer, "#chapter({}, number: {}, ", section.id, number);
            code!(writer, "tint: {}, title: ", section.tint);
            writer.title_or_none(section.title.as_ref(), title_beside);
            if let Some(summary) = &section.summary {
                summary_of(writer, summary, beside.and_then(|beside| beside.summary.as_ref()));
            }
            code!(writer, ")[\n");
        }
        Layout::Text | Layout::Back => {
            let call = if section.layout == Layout::Back { "back" } else { "section" };
            code!(writer, "#{}({}, title: ", Word(call), section.id);
            writer.title_or_none(section.title.as_ref(), title_beside);
            code!(writer, ")[\n");
        }
    }
}

/// Writes a passage as content inside other content.
fn hashed(writer: &mut Writer<'_>, passage: &Passage) {
    code!(writer, "#");
    writer.content(passage);
}

/// Writes what a chapter says in short; `beside` is the same in the other language.
fn summary_of(writer: &mut Writer<'_>, summary: &Summary, beside: Option<&Summary>) {
    code!(writer, ",\n  label: ");
    writer.joint_content_or_none(Some(&summary.label), DASH, beside.map(|own| &own.label));
    code!(writer, ", summary: (\n");
    for (index, line) in summary.lines.iter().enumerate() {
        code!(writer, "    ");
        match beside.and_then(|own| own.lines.get(index)) {
            Some(other) => {
                code!(writer, "[#");
                write_beside(writer, |writer| hashed(writer, line), |writer| hashed(writer, other));
                code!(writer, "]");
            }
            None => writer.content(line),
        }
        code!(writer, ",\n");
    }
    code!(writer, "  )");
}
