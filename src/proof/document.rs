//! The notes of all pages in, the Typst document that sets them out.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::{MAIN, families, literal, variable};
use crate::language::{Direction, Language, Tag};
use crate::proof::Subject;
use crate::proof::difference::Change;
use crate::proof::notes::{Note, Original, Sheet, Standing, Tally};
use crate::resolve::manuscript::{Passage, RunKind};
use crate::review::EditionState;
use crate::typeset::view::Area;

/// Room between the edge of the sheet and the page, in points: 4 mm, which office printers leave white.
pub(super) const EDGE: f64 = 4.0 * 72.0 / 25.4;
/// Room above the page, in points, for the line at the head.
pub(super) const HEAD: f64 = 11.0 * 72.0 / 25.4;

/// The files of the document, by path.
pub(super) fn files(subject: &Subject<'_>, sheets: &[Sheet]) -> BTreeMap<String, Vec<u8>> {
    let mut out = String::from("#import \"proof.typ\": *\n");
    for language in languages(subject, sheets) {
        out.push_str(&language_row(language, subject));
    }
    let manuscript = subject.manuscript;
    let date = manuscript.date;
    out.push_str(&format!(
        "#show: proof.with(title: {}, date: datetime(year: {}, month: {}, day: {}))\n",
        literal(&manuscript.title.plain()),
        date.year(),
        u8::from(date.month()),
        date.day()
    ));
    let rtl = manuscript.language().direction() == Direction::Rtl;
    out.push_str(&format!(
        "#let sheet = sheet.with(edge: {EDGE:.3}pt, head: {HEAD:.3}pt, rtl: {rtl}, of: {}, running: [#{}])\n",
        sheets.len(),
        literal(&format!(
            "{} · {} · {}",
            manuscript.id.brochure,
            manuscript.id.edition,
            manuscript.language().tag
        )),
    ));
    for sheet in sheets {
        write_sheet(&mut out, subject, sheet);
    }
    let template = include_str!("proof.typ").as_bytes().to_vec();
    BTreeMap::from([(MAIN.to_owned(), out.into_bytes()), ("proof.typ".to_owned(), template)])
}

/// The languages of the source texts.
fn languages<'a>(subject: &Subject<'a>, sheets: &[Sheet]) -> Vec<&'a Language> {
    let mut tags: BTreeSet<Tag> = BTreeSet::new();
    for note in sheets.iter().flat_map(|sheet| &sheet.notes) {
        match &note.original {
            Original::Passage(passage) => {
                tags.insert(passage.language.clone());
                let runs = passage.paragraphs.iter().flatten();
                tags.extend(runs.filter_map(|run| run.language.clone()));
            }
            Original::Pattern(_, tag) | Original::Changes(_, tag) => {
                tags.insert(tag.clone());
            }
            Original::None | Original::Words(_) => {}
        }
    }
    tags.insert(subject.manuscript.language().tag.clone());
    tags.iter().filter_map(|tag| subject.publication.languages.get(tag)).collect()
}

/// `#let lang-fr = (…)`: how the texts of a language are set.
fn language_row(language: &Language, subject: &Subject<'_>) -> String {
    let script = &language.script;
    let families = families(script, &subject.publication.theme);
    let tag = language.tag.identifier();
    let region = tag.region.map_or("none".to_owned(), |region| literal(region.as_str()));
    format!(
        "#let {} = (lang: {}, region: {region}, dir: {}, font: {families}, scale: {}, autonym: {})\n",
        variable(language.tag.as_str()),
        literal(tag.language.as_str()),
        language.direction().as_str(),
        script.scale,
        literal(&language.autonym),
    )
}

/// The call that makes one sheet.
fn write_sheet(out: &mut String, subject: &Subject<'_>, sheet: &Sheet) {
    out.push_str(&format!(
        "\n#sheet(page-size: ({:.3}pt, {:.3}pt), number: {},\n",
        sheet.width, sheet.height, sheet.number
    ));
    if sheet.number == 1 {
        write_summary(out, subject);
    }
    out.push_str("  notes: (\n");
    for note in &sheet.notes {
        write_note(out, note);
    }
    out.push_str("  ),\n)\n");
}

/// What stands at the head of the first sheet.
fn write_summary(out: &mut String, subject: &Subject<'_>) {
    let manuscript = subject.manuscript;
    let release = &subject.publication.brochure.release;
    let state = match manuscript.state {
        EditionState::Approved => "approved",
        EditionState::Draft(_) => "draft",
    };
    let tally = Tally::of(subject);
    out.push_str(&format!(
        "  summary: (language: {}, tag: {}, source: {}, brochure: {}, edition: {}, release: {}, date: {}, setting: {}, \
         state: {}, messages: {}, missing: {}, stale: {}, approved: {}, remarks: {}),\n",
        variable(manuscript.language().tag.as_str()),
        literal(manuscript.language().tag.as_str()),
        subject.source.map_or("none".to_owned(), |source| literal(source.language().tag.as_str())),
        literal(&manuscript.id.brochure),
        literal(&manuscript.id.edition),
        literal(&release.version.value),
        literal(&manuscript.date.to_string()),
        literal(&subject.setting),
        literal(state),
        tally.messages,
        tally.missing,
        tally.stale,
        tally.approved,
        tally.remarks,
    ));
}

fn write_note(out: &mut String, note: &Note) {
    let (kind, shown) = match &note.standing {
        Standing::Missing(tag) => ("missing", literal(tag.as_str())),
        Standing::Stale => ("stale", "none".to_owned()),
        Standing::Open => ("open", "none".to_owned()),
        Standing::Approved => ("approved", "none".to_owned()),
        Standing::Fact => ("fact", "none".to_owned()),
        Standing::Remark => ("remark", "none".to_owned()),
    };
    out.push_str(&format!(
        "    (kind: {}, name: [#{}], shown: {shown}, elsewhere: {}, places: (",
        literal(kind),
        literal(&note.name),
        note.elsewhere.map_or("none".to_owned(), |page| page.to_string()),
    ));
    for lines in &note.places {
        out.push('(');
        for Area { left, top, right, bottom } in lines {
            out.push_str(&format!(
                "({left:.2}pt, {top:.2}pt, {:.2}pt, {:.2}pt), ",
                right - left,
                bottom - top
            ));
        }
        out.push_str("), ");
    }
    out.push_str("), original: ");
    write_original(out, &note.original);
    out.push_str("),\n");
}

fn write_original(out: &mut String, original: &Original) {
    match original {
        Original::None => out.push_str("none"),
        Original::Words(words) => out.push_str(&format!("[#{}]", literal(words))),
        Original::Pattern(text, tag) => {
            open_language(out, tag);
            out.push_str(&format!("#{}]", literal(text)));
        }
        Original::Changes(pieces, tag) => {
            open_language(out, tag);
            for piece in pieces {
                let call = match piece.change {
                    Change::Kept => "",
                    Change::Out => "went-out",
                    Change::In => "came-in",
                };
                out.push_str(&format!("#{call}[#{}]", literal(&piece.text)));
            }
            out.push(']');
        }
        Original::Passage(passage) => write_passage(out, passage),
    }
}

/// Opens the bracket of a text in a language.
fn open_language(out: &mut String, tag: &Tag) {
    out.push_str(&format!("in-language({})[", variable(tag.as_str())));
}

fn write_passage(out: &mut String, passage: &Passage) {
    open_language(out, &passage.language);
    for (index, runs) in passage.paragraphs.iter().enumerate() {
        if index > 0 {
            out.push_str("#parbreak()");
        }
        for run in runs {
            let mut calls: Vec<String> = Vec::new();
            if let Some(tag) = run.language.as_ref().filter(|tag| **tag != passage.language) {
                calls.push(format!("in-language({})", variable(tag.as_str())));
            }
            if run.strong {
                calls.push("strong".to_owned());
            }
            match run.kind {
                RunKind::Phone | RunKind::Site | RunKind::Email | RunKind::Number => {
                    calls.push("whole".to_owned());
                }
                // The number belongs to the pages of the source language.
                RunKind::Page => calls.push("page-of".to_owned()),
                RunKind::Text
                | RunKind::Date
                | RunKind::Address
                | RunKind::Name
                | RunKind::Unbroken => {}
            }
            for call in &calls {
                out.push_str(&format!("#{call}["));
            }
            out.push_str(&format!("#{}", literal(&run.text)));
            out.push_str(&"]".repeat(calls.len()));
        }
    }
    out.push(']');
}
