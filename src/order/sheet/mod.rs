//! Turns a made order into its sheet: a PDF in the language of the body, with pictures of the covers.

use std::collections::{BTreeMap, BTreeSet};

use unic_langid::subtags::Region;

use crate::compose::{Code, MAIN, Variable, code, families};
use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::export::export_document;
use crate::language::{Language, Tag};
use crate::order::details::{Detail, DetailValue, details_of, measure, runs_from_right, written};
use crate::order::made::MadeOrder;
use crate::order::make::Product;
use crate::order::print_order::Party;
use crate::typeset::{Fonts, lay_out};

/// The name of the file with the functions that the document calls.
const TEMPLATE: &str = "sheet.typ";

/// Sets the sheet of an order. Nothing but the order decides its bytes.
///
/// # Errors
///
/// Fails if it can't be set or exported.
pub(crate) fn sheet(
    made: &MadeOrder<'_>,
    fonts: &Fonts,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let files = files(made);
    let document = lay_out(&files, fonts).map_err(|messages| {
        let why = messages.join("; ");
        report.error(Diagnostic::error(format!("the order sheet can't be set: {why}")))
    })?;
    let ident = format!("{}/order/{}", made.public_name(), made.order.job_name());
    export_document(&document, &ident, report)
}

fn files(made: &MadeOrder<'_>) -> BTreeMap<String, Vec<u8>> {
    let mut out = Code::new();
    code!(out, "#import {}: *\n", TEMPLATE);
    for language in languages(made) {
        write_language(&mut out, language, made);
    }
    write_head(&mut out, made);
    write_parties(&mut out, made);
    let mut editions: Vec<&str> = Vec::new();
    for product in &made.products {
        if !editions.contains(&product.edition.as_str()) {
            editions.push(&product.edition);
        }
    }
    for edition in editions {
        write_edition(&mut out, made, edition);
    }
    write_files(&mut out, made);
    write_remarks(&mut out, made);
    write_proof(&mut out, made);
    let mut files = BTreeMap::from([
        (MAIN.to_owned(), out.into_bytes()),
        (TEMPLATE.to_owned(), include_str!("sheet.typ").as_bytes().to_vec()),
    ]);
    for (index, product) in made.products.iter().enumerate() {
        for (place, cover) in product.covers.iter().enumerate() {
            files.insert(cover_path(index, place), cover.clone().into_bytes());
        }
    }
    files
}

/// The file of a cover of a product.
fn cover_path(index: usize, place: usize) -> String {
    format!("cover-{}-{}.svg", index + 1, place + 1)
}

/// The languages that something on the sheet is in.
fn languages<'a>(made: &MadeOrder<'a>) -> Vec<&'a Language> {
    let own = made.words.language();
    let tags = made.products.iter().flat_map(|product| &product.languages);
    let tags: BTreeSet<&Tag> = tags.chain([own]).collect();
    tags.into_iter().filter_map(|tag| made.publication.languages.get(tag)).collect()
}

/// `#let lang-fr = (…)`: how texts of a language are set.
fn write_language(out: &mut Code, language: &Language, made: &MadeOrder<'_>) {
    let script = &language.script;
    let tag = language.tag.identifier();
    code!(
        out,
        "#let {} = (lang: {}, region: {}, dir: {}, font: {}, scale: {})\n",
        Variable(&language.tag),
        tag.language.as_str(),
        tag.region.as_ref().map(Region::as_str),
        language.direction(),
        families(script, &made.publication.theme),
        script.scale
    );
}

/// `(label: …, values: (…))`.
fn write_detail(out: &mut Code, detail: &Detail) {
    code!(out, "(label: {}, values: ", detail.label);
    write_values(out, &detail.values);
    code!(out, "), ");
}

fn write_values(out: &mut Code, values: &[DetailValue]) {
    code!(out, "(");
    for value in values {
        code!(out, "(text: {}, measure: {}), ", value.text, value.is_measure);
    }
    code!(out, ")");
}

fn write_head(out: &mut Code, made: &MadeOrder<'_>) {
    let (order, words) = (made.order, &made.words);
    let job = order.job_name();
    let title = format!("{} {job}", words.get("order-title"));
    let (version, day) = made.release();
    let date = order.date;
    code!(
        out,
        "#show: order-sheet.with(title: {}, date: datetime(year: {}, month: {}, day: {}), language: {}, running: [#{}], page-word: [#{}])\n",
        title,
        date.year(),
        u8::from(date.month()),
        date.day(),
        Variable(words.language()),
        title,
        words.get("order-page")
    );
    code!(out, "#head(title: {}, number: {}, sub: ", words.get("order-title"), job);
    let version = format!("{} {version}", words.get("order-version"));
    write_values(out, &[measure(made.public_name()), written(version), written(words.date(day))]);
    code!(out, ")\n#meta((");
    let detail =
        |key: &str, value| Detail { label: words.get(key).to_owned(), values: vec![value] };
    write_detail(out, &detail("order-date", written(words.date(date))));
    if let Some(by) = order.delivery.by {
        write_detail(out, &detail("order-deliver-by", written(words.date(by))));
    }
    let copies: u64 = made.products.iter().map(|product| u64::from(product.copies)).sum();
    let copies = format!("{} {}", words.number(copies as f64, 0), words.get("order-copies"));
    write_detail(out, &detail("order-total", written(copies)));
    code!(out, "))\n");
    let body = made.body.as_ref();
    let name = body.map(|body| detail("order-for", written(&body.name)));
    let publisher = body.and_then(|body| body.publisher.as_ref());
    let publisher = publisher.map(|publisher| Detail {
        label: words.get("order-publisher").to_owned(),
        values: publisher.iter().map(written).collect(),
    });
    let named: Vec<Detail> = name.into_iter().chain(publisher).collect();
    code!(out, "#named((");
    for detail in &named {
        write_detail(out, detail);
    }
    code!(out, "))\n");
}

fn write_parties(out: &mut Code, made: &MadeOrder<'_>) {
    let (order, words) = (made.order, &made.words);
    code!(out, "#parties((");
    write_party(out, words.get("order-delivery"), &order.delivery.party, &[]);
    write_party(out, words.get("order-contact"), &order.contact, &[]);
    if let Some(billing) = &order.billing {
        let named = |key: &str, text: &Option<String>| {
            text.as_ref().map(|text| written(format!("{} {text}", words.get(key))))
        };
        let more = [named("order-vat", &billing.vat), named("order-reference", &billing.reference)];
        let more: Vec<DetailValue> = more.into_iter().flatten().collect();
        write_party(out, words.get("order-billing"), &billing.party, &more);
    }
    code!(out, "))\n");
}

fn write_party(out: &mut Code, label: &str, party: &Party, more: &[DetailValue]) {
    let mut lines: Vec<DetailValue> = party.attention.iter().map(written).collect();
    lines.extend(party.address.iter().map(written));
    lines.extend(party.phone.iter().chain(&party.email).map(measure));
    lines.extend(more.iter().cloned());
    code!(out, "(label: {}, name: {}, lines: ", label, party.name);
    write_values(out, &lines);
    code!(out, "), ");
}

/// The covers of an edition, and what all of its languages have in common; what differs stands at the cover.
fn write_edition(out: &mut Code, made: &MadeOrder<'_>, edition: &str) {
    let own = made.products.iter().enumerate().filter(|(_, product)| product.edition == edition);
    let own: Vec<(usize, &Product, Vec<Detail>)> =
        own.map(|(index, product)| (index, product, details_of(made, product))).collect();
    let Some((_, _, all)) = own.first() else { return };
    let is_common = |detail: &Detail| own.iter().all(|(_, _, details)| details.contains(detail));
    code!(out, "#edition(title: [#{}], covers: (", made.title_of(edition));
    for (index, product, details) in &own {
        let names = made.autonyms(product);
        code!(out, "(pictures: (");
        for (place, tag) in product.languages.iter().enumerate().take(product.covers.len()) {
            // What two languages have beside each other has one cover.
            let shown = if product.covers.len() == 1 { names.as_str() } else { made.autonym(tag) };
            let name = format!("{}, {shown}", made.title_of(edition));
            let alt = made.words.label(made.words.get("order-cover")) + &name;
            code!(out, "(path: {}, alt: {}), ", cover_path(*index, place), alt);
        }
        code!(
            out,
            "), language: {}, caption: {}, copies: {}, unit: {}, lines: (",
            Variable(&product.languages[0]),
            names,
            made.words.number(f64::from(product.copies), 0),
            made.words.get("order-copies")
        );
        for detail in details.iter().filter(|detail| !is_common(detail)) {
            write_values(out, &detail.values);
            code!(out, ", ");
        }
        code!(out, ")), ");
    }
    code!(out, "), details: (");
    for detail in all.iter().filter(|detail| is_common(detail)) {
        write_detail(out, detail);
    }
    code!(out, "))\n");
}

fn write_files(out: &mut Code, made: &MadeOrder<'_>) {
    let words = &made.words;
    let sheet = &made.shop.sheet.name;
    let sheets = format!("{} {sheet}", words.get("order-sheets"));
    code!(out, "#files(title: [#{}], header: (", words.get("order-file"));
    for label in [
        words.get("order-name"),
        words.get("order-language"),
        words.get("order-copies"),
        &sheets,
        words.get("order-weight"),
    ] {
        code!(out, "[#{}], ", label);
    }
    code!(out, "), rows: (");
    let (mut copies, mut all_sheets, mut grams) = (0_u64, Some(0_u64), 0.0);
    for product in &made.products {
        let own = product.press.map(|(sheets, _)| sheets);
        copies += u64::from(product.copies);
        all_sheets = all_sheets.zip(own).map(|(one, other)| one + other);
        let weight = product.copy.grams * f64::from(product.copies);
        grams += weight;
        for (index, file) in product.files.iter().enumerate() {
            // What is printed from several files is counted once.
            let first = |text: String| if index == 0 { text } else { String::new() };
            code!(
                out,
                "(file: {}, language: {}, name: {}, copies: {}, sheets: {}, weight: {}), ",
                file.name,
                Variable(&product.languages[0]),
                made.autonyms(product),
                first(words.number(f64::from(product.copies), 0)),
                first(counted(made, own)),
                first(kilograms(made, weight))
            );
        }
    }
    code!(out, "), total: ([#{}], [], ", words.get("order-total"));
    for figure in
        [words.number(copies as f64, 0), counted(made, all_sheets), kilograms(made, grams)]
    {
        code!(out, "whole[#{}], ", figure);
    }
    code!(out, "))\n");
}

/// A number of sheets; a dash where nothing lies on the sheet of the shop.
fn counted(made: &MadeOrder<'_>, sheets: Option<u64>) -> String {
    sheets.map_or("–".to_owned(), |sheets| made.words.number(sheets as f64, 0))
}

fn kilograms(made: &MadeOrder<'_>, grams: f64) -> String {
    format!("{} kg", made.words.number(grams / 1000.0, 1))
}

/// What the shop should know besides: the files, spare copies, the note of the orderer.
fn write_remarks(out: &mut Code, made: &MadeOrder<'_>) {
    let (order, words) = (made.order, &made.words);
    code!(out, "#remarks(title: [#{}], all: (", words.get("order-note"));
    for note in [&order.note, &order.delivery.note].into_iter().flatten() {
        code!(out, "written(right: {})[#{}], ", runs_from_right(note), *note);
    }
    let label = words.label(words.get("order-overs"));
    let overs = format!("{label}{}\u{A0}%", words.number(order.overs, 1));
    code!(out, "[#{}], ", overs);
    code!(out, "[#{}], ", words.get("order-files-note"));
    code!(out, "))\n");
}

fn write_proof(out: &mut Code, made: &MadeOrder<'_>) {
    let words = &made.words;
    code!(
        out,
        "#proof(title: [#{}], words: [#{}], fields: ([#{}], [#{}], [#{}]))\n",
        words.get("order-proof"),
        words.get("order-proof-text"),
        words.get("order-name"),
        words.get("order-date"),
        words.get("order-signature")
    );
}
