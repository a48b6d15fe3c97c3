//! Turns the notes of all pages into the Typst document that sets them.

use std::collections::{BTreeMap, BTreeSet};

use unic_langid::subtags::Region;

use crate::compose::{Code, Fixed, MAIN, Variable, Word, code, families};
use crate::difference::Change;
use crate::language::{Direction, Language, Tag};
use crate::proof::input::ProofInput;
use crate::proof::notes::{Note, PageNotes, ReviewStatus, SourceText, Tally};
use crate::resolve::manuscript::{Passage, RunKind};
use crate::typeset::view::Rect;

/// Room between the edge of the sheet and the page, in points: 4 mm, which office printers leave white.
pub(super) const EDGE: f64 = 4.0 * 72.0 / 25.4;
/// Room above the page, in points, for the line at the head.
pub(super) const HEAD: f64 = 11.0 * 72.0 / 25.4;

/// The name of the file with the functions that the document calls.
const TEMPLATE: &str = "proof.typ";

/// The files of the document, by path.
pub(super) fn files(input: &ProofInput<'_>, pages: &[PageNotes]) -> BTreeMap<String, Vec<u8>> {
    let mut out = Code::new();
    code!(out, "#import {}: *\n", TEMPLATE);
    for language in languages(input, pages) {
        write_language(&mut out, language, input);
    }
    let manuscript = input.edition.manuscript;
    let date = manuscript.date;
    code!(
        out,
        "#show: proof.with(title: {}, date: datetime(year: {}, month: {}, day: {}), families: {})\n",
        manuscript.title.plain(),
        date.year(),
        u8::from(date.month()),
        date.day(),
        own_families(input)
    );
    code!(
        out,
        "#let sheet = sheet.with(edge: {}pt, head: {}pt, rtl: {}, of: {}, running: [#{}])\n",
        Fixed(EDGE, 3),
        Fixed(HEAD, 3),
        manuscript.language().direction() == Direction::Rtl,
        pages.len(),
        format!(
            "{} · {} · {}",
            manuscript.id.brochure,
            manuscript.id.edition,
            manuscript.language().tag
        ),
    );
    for page in pages {
        write_sheet(&mut out, input, page);
    }
    let template = include_str!("proof.typ").as_bytes().to_vec();
    BTreeMap::from([(MAIN.to_owned(), out.into_bytes()), (TEMPLATE.to_owned(), template)])
}

/// The languages of the source texts.
fn languages<'a>(input: &ProofInput<'a>, pages: &[PageNotes]) -> Vec<&'a Language> {
    let mut tags: BTreeSet<Tag> = BTreeSet::new();
    for note in pages.iter().flat_map(|page| &page.notes) {
        match &note.original {
            SourceText::Passage(passage) => {
                tags.insert(passage.language.clone());
                let runs = passage.paragraphs.iter().flatten();
                tags.extend(runs.filter_map(|run| run.language.clone()));
            }
            SourceText::Pattern(_, tag) | SourceText::Changes(_, tag) => {
                tags.insert(tag.clone());
            }
            SourceText::None | SourceText::Words(_) => {}
        }
    }
    tags.insert(input.edition.manuscript.language().tag.clone());
    tags.iter().filter_map(|tag| input.edition.publication.languages.get(tag)).collect()
}

/// The families of what the proof says itself, in English.
fn own_families(input: &ProofInput<'_>) -> Code {
    let publication = input.edition.publication;
    let latin = publication.languages.script("Latn");
    latin.map_or_else(Code::new, |script| families(script, &publication.theme))
}

/// `#let lang-fr = (…)`: how the texts of a language are set.
fn write_language(out: &mut Code, language: &Language, input: &ProofInput<'_>) {
    let script = &language.script;
    let tag = language.tag.identifier();
    code!(
        out,
        "#let {} = (lang: {}, region: {}, dir: {}, font: {}, scale: {}, autonym: {})\n",
        Variable(&language.tag),
        tag.language.as_str(),
        tag.region.as_ref().map(Region::as_str),
        language.direction(),
        families(script, &input.edition.publication.theme),
        script.scale,
        language.autonym,
    );
}

/// The call that makes one sheet.
fn write_sheet(out: &mut Code, input: &ProofInput<'_>, page: &PageNotes) {
    let (width, height) = (Fixed(page.width, 3), Fixed(page.height, 3));
    code!(out, "\n#sheet(page-size: ({}pt, {}pt), number: {},\n", width, height, page.number);
    if page.number == 1 {
        write_summary(out, input);
    }
    code!(out, "  notes: (\n");
    for note in &page.notes {
        write_note(out, note);
    }
    code!(out, "  ),\n)\n");
}

/// What stands at the head of the first sheet.
fn write_summary(out: &mut Code, input: &ProofInput<'_>) {
    let manuscript = input.edition.manuscript;
    let release = &input.edition.publication.brochure.release;
    let state = manuscript.state.as_str();
    let tally = Tally::of(input);
    let language = &manuscript.language().tag;
    code!(
        out,
        "  summary: (language: {}, tag: {}, source: {}, brochure: {}, edition: {}, release: {}, date: {}, setting: {}, \
         state: {}, messages: {}, missing: {}, stale: {}, approved: {}, remarks: {}),\n",
        Variable(language),
        language.as_str(),
        input.source.map(|source| source.language().tag.as_str()),
        manuscript.id.brochure,
        manuscript.id.edition,
        release.version.value,
        manuscript.date.to_string(),
        input.pages.setting.size.to_string(),
        state,
        tally.messages,
        tally.missing,
        tally.stale,
        tally.approved,
        tally.remarks,
    );
}

fn write_note(out: &mut Code, note: &Note) {
    let (kind, shown) = match &note.status {
        ReviewStatus::Missing(tag) => ("missing", Some(tag.as_str())),
        ReviewStatus::Stale => ("stale", None),
        ReviewStatus::Open => ("open", None),
        ReviewStatus::Approved => ("approved", None),
        ReviewStatus::Fact => ("fact", None),
        ReviewStatus::Remark => ("remark", None),
    };
    code!(
        out,
        "    (kind: {}, name: [#{}], shown: {}, elsewhere: {}, places: (",
        kind,
        note.name,
        shown,
        note.elsewhere
    );
    for lines in &note.places {
        code!(out, "(");
        for Rect { left, top, right, bottom } in lines {
            let lengths = [*left, *top, right - left, bottom - top].map(|length| Fixed(length, 2));
            let [left, top, width, height] = lengths;
            code!(out, "({}pt, {}pt, {}pt, {}pt), ", left, top, width, height);
        }
        code!(out, "), ");
    }
    code!(out, "), original: ");
    write_original(out, &note.original);
    code!(out, "),\n");
}

fn write_original(out: &mut Code, original: &SourceText) {
    match original {
        SourceText::None => code!(out, "none"),
        SourceText::Words(words) => code!(out, "[#{}]", *words),
        SourceText::Pattern(text, tag) => {
            code!(out, "in-language({})[#{}]", Variable(tag), *text);
        }
        SourceText::Changes(all, tag) => {
            code!(out, "in-language({})[", Variable(tag));
            for words in all {
                let call = match words.change {
                    Change::Kept => "",
                    Change::Removed => "went-out",
                    Change::Added => "came-in",
                };
                code!(out, "#{}[#{}]", Word(call), words.text);
            }
            code!(out, "]");
        }
        SourceText::Passage(passage) => write_passage(out, passage),
    }
}

fn write_passage(out: &mut Code, passage: &Passage) {
    code!(out, "in-language({})[", Variable(&passage.language));
    for (index, runs) in passage.paragraphs.iter().enumerate() {
        if index > 0 {
            code!(out, "#parbreak()");
        }
        for run in runs {
            let mut open = 0;
            let mut call = |out: &mut Code, function: &'static str| {
                code!(out, "#{}[", Word(function));
                open += 1;
            };
            let foreign = run.language.as_ref().filter(|tag| **tag != passage.language);
            if let Some(tag) = foreign {
                code!(out, "#in-language({})[", Variable(tag));
            }
            if run.strong {
                call(out, "strong");
            }
            match run.kind {
                RunKind::Phone | RunKind::Site | RunKind::Email | RunKind::Number => {
                    call(out, "whole");
                }
                // The number belongs to the pages of the source language.
                RunKind::Page => call(out, "page-of"),
                RunKind::Text
                | RunKind::Date
                | RunKind::Address
                | RunKind::Name
                | RunKind::Unbroken => {}
            }
            code!(out, "#{}", run.text);
            for _ in 0..open + usize::from(foreign.is_some()) {
                code!(out, "]");
            }
        }
    }
    code!(out, "]");
}
