//! Writes a commented order to begin with.

use std::fmt::Write as _;

use time::Date;

use crate::history::quoted;
use crate::language::Tag;

/// What is known of an order before somebody fills it in.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct DraftOrder {
    /// The brochure, where the project has several.
    pub(crate) brochure: Option<String>,
    /// The body that orders.
    pub(crate) body: Option<String>,
    /// The day of the order.
    pub(crate) date: Option<Date>,
    /// The language of the sheet.
    pub(crate) language: Option<Tag>,
    /// The editions and their languages.
    pub(crate) items: Vec<DraftItem>,
    /// Who gets the copies.
    pub(crate) name: String,
    /// The lines of their address.
    pub(crate) address: Vec<String>,
    /// The last day on which they may come.
    pub(crate) by: Option<Date>,
    /// Whom the shop asks.
    pub(crate) contact: String,
    /// Their telephone number.
    pub(crate) phone: String,
    /// Their mail address.
    pub(crate) email: String,
}

/// An edition of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DraftItem {
    /// The edition.
    pub(crate) edition: String,
    /// Copies by language.
    pub(crate) quantities: Vec<(String, u32)>,
    /// The weight of the paper, and its surface.
    pub(crate) paper: (f64, &'static str),
}

/// The file of an order. What is not known yet stands empty in it, and the order is refused until it is filled in.
#[must_use]
pub(crate) fn draft(order: &DraftOrder) -> String {
    let mut out = String::from(
        "# An order for a print shop. Fill in what is empty, then run `feuillet order` with this file.\n\
         # It names people and places: it stays out of Git, like all of this folder.\n\n",
    );
    match &order.brochure {
        Some(brochure) => {
            let _ = writeln!(out, "brochure = {}", quoted(brochure));
        }
        None => out.push_str("# brochure = \"…\"        # where the project has several\n"),
    }
    match &order.body {
        Some(body) => {
            let _ = writeln!(out, "body = {}             # brochures/bodies: whose contacts, logo and publisher are printed", quoted(body));
        }
        None => out.push_str("# body = \"…\"            # a commune or another body; without it the editions are printed as the brochure has them\n"),
    }
    if let Some(date) = order.date {
        let _ = writeln!(out, "date = {date}        # the day of the order");
    }
    match &order.language {
        Some(language) => {
            let _ = writeln!(out, "language = {}          # of the order sheet", quoted(language.as_str()));
        }
        None => out.push_str("# language = \"fr\"       # of the order sheet; that of the body by default, else of the brochure\n"),
    }
    out.push_str(
        "overs = 5                # percent of copies that the shop may print and spoil\n\
         # shop = \"…\"            # shops/….toml beside this file: what your shop wishes\n\
         # note = \"…\"            # what the shop should know besides\n",
    );
    for item in &order.items {
        let (weight, surface) = item.paper;
        let quantities = item.quantities.iter();
        let quantities: Vec<String> =
            quantities.map(|(tag, copies)| format!("{} = {copies}", key(tag))).collect();
        let _ = writeln!(out, "\n[[item]]");
        let _ = writeln!(out, "edition = {}", quoted(&item.edition));
        let _ = writeln!(
            out,
            "quantities = {{ {} }}   # copies in each language; only approved ones are printed",
            quantities.join(", ")
        );
        let _ = writeln!(
            out,
            "paper = {{ weight = {weight}, surface = {} }}   # g/m²; coated, matte, gloss or uncoated",
            quoted(surface)
        );
        out.push_str("# finishing = [\"in bundles of 50\"]\n");
    }
    out.push_str("\n# Where the copies go. This stands in the job ticket and on the order sheet alone.\n[delivery]\n");
    let _ = writeln!(out, "name = {}", quoted(&order.name));
    let lines: Vec<String> = order.address.iter().map(|line| quoted(line)).collect();
    let _ = writeln!(
        out,
        "address = [{}]              # a line each: [\"Street 1\", \"1000 Town\"]",
        lines.join(", ")
    );
    out.push_str("# attention = \"…\"       # a person\n# phone = \"…\"\n");
    match order.by {
        Some(by) => {
            let _ = writeln!(out, "by = {by}          # the last day on which they may come");
        }
        None => out.push_str("# by = 2026-12-18         # the last day on which they may come\n"),
    }
    out.push_str("# note = \"…\"            # for the driver\n");
    out.push_str("\n# Whom the shop asks.\n[contact]\n");
    let _ = writeln!(out, "name = {}", quoted(&order.contact));
    for (name, value) in [("phone", &order.phone), ("email", &order.email)] {
        if value.is_empty() {
            let _ = writeln!(out, "# {name} = \"…\"");
        } else {
            let _ = writeln!(out, "{name} = {}", quoted(value));
        }
    }
    out.push_str(
        "\n# Who pays, if that is somebody else. Who orders may have to pay if they do not; a reduced rate of VAT wants proof.\n\
         # [billing]\n\
         # name = \"…\"\n\
         # address = [\"…\"]\n\
         # vat = \"…\"\n\
         # reference = \"…\"       # the payer's own number\n\
         \n\
         # The responsible publisher stands in what is printed, not here: in the body's file, or in the text of the brochure.\n\
         # In Belgium it is who answers for it, with a name and an address. Name the seat of the body, not a private home: leaflets\n\
         # are read by those who look for somebody too. This program knows no law; ask whoever advises the body.\n",
    );
    out
}

/// A key of TOML: a tag, or several joined by `+`, which stand in quotes.
fn key(tag: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if tag.chars().all(is_bare) { tag.to_owned() } else { quoted(tag) }
}
