//! Tells what is wrong with the claim itself.

use crate::claims::PDFUA_ID;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

pub(super) fn missing(context: &Context<'_>, found: &mut Occurrences) {
    if !context.claims.has("PDF/UA") {
        found.add(Occurrence::new("the file claims no PDF/UA"));
    }
}

pub(super) fn label(context: &Context<'_>, found: &mut Occurrences) {
    let Some(metadata) = &context.claims.metadata else { return };
    let Ok(xmp) = &metadata.xmp else { return };
    let mut add = |what: String, wanted: &str| {
        found.add(Occurrence::new(what).wanted(wanted).object(metadata.object));
    };
    let prefix = xmp.prefix(PDFUA_ID).filter(|prefix| *prefix != "pdfuaid");
    let names = ["part", "amd", "corr", "rev"];
    let is_used = names.iter().any(|name| !xmp.items(PDFUA_ID, name).is_empty());
    if let Some(prefix) = prefix.filter(|_| is_used) {
        add(format!("the claim stands under the prefix `{prefix}`"), "`pdfuaid`");
    }
    match xmp.get(PDFUA_ID, "part") {
        None if is_used => {
            add("the claim names no part of the standard".to_owned(), "`pdfuaid:part`")
        }
        Some(part) if !matches!(part, "1" | "2") => {
            let part = crate::file::shortened(part);
            add(format!("the claim names part `{part}` of the standard"), "`1`");
        }
        _ => {}
    }
}
