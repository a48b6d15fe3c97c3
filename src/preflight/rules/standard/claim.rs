//! Tells whether what a PDF/X says of itself holds: its label, its metadata, its output intent.

use crate::claims::{DC, Date, Metadata, PDF, PDFX_ID, XMP, XMP_MM};
use crate::rules::metadata::has_identifier;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::rules::standard::{Claim, Family, claim, names};

/// The labels that there are, with the newest version of PDF that each knows.
const LABELS: [(&str, (u8, u8)); 15] = [
    ("PDF/X-1:2001", (1, 3)),
    ("PDF/X-1a:2001", (1, 3)),
    ("PDF/X-3:2002", (1, 3)),
    ("PDF/X-1a:2003", (1, 4)),
    ("PDF/X-2:2003", (1, 4)),
    ("PDF/X-3:2003", (1, 4)),
    ("PDF/X-4", (1, 6)),
    ("PDF/X-4p", (1, 6)),
    ("PDF/X-5g", (1, 6)),
    ("PDF/X-5n", (1, 6)),
    ("PDF/X-5pg", (1, 6)),
    ("PDF/X-6", (2, 0)),
    ("PDF/X-6p", (2, 0)),
    ("PDF/X-6n", (2, 0)),
    ("PDF/X-2", (1, 3)),
];

pub(super) fn missing(cx: &Context<'_>, found: &mut Occurrences) {
    if claim(cx.claims).is_none() {
        found.add(Occurrence::new("the file claims no PDF/X"));
    }
}

pub(super) fn label(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let names: Vec<&str> = names(cx.claims).collect();
    if names.len() > 1 {
        found.add(
            Occurrence::new(format!("the file claims `{}`", names.join("` and `")))
                .wanted("one of them"),
        );
    }
    if !LABELS.iter().any(|(label, _)| *label == claim.name) {
        found.add(Occurrence::new(format!("the file claims `{}`, which there is not", claim.name)));
        return;
    }
    let info = &cx.claims.info;
    if claim.is_in_xmp() {
        if cx.claims.xmp().and_then(|xmp| xmp.get(PDFX_ID, "GTS_PDFXVersion")).is_none() {
            let missing =
                format!("`{}` is not in `pdfxid:GTS_PDFXVersion` of the metadata", claim.name);
            found.add(Occurrence::new(missing));
        }
        return;
    }
    let conformance = info.conformance.as_deref();
    let version = info.version.as_deref();
    // X-1a:2001 shares its version with X-1, and says in a second entry which of them it is.
    let wanted = if claim.name == "PDF/X-1a:2001" { "PDF/X-1:2001" } else { claim.name };
    match version {
        None => found
            .add(Occurrence::new(format!("`{}` is not in `GTS_PDFXVersion` of Info", claim.name))),
        Some(version) if version != wanted => {
            let occurrence = format!("`GTS_PDFXVersion` is `{version}` in a `{}`", claim.name);
            found
                .add(Occurrence::new(occurrence).wanted(format!("`{wanted}`")).object(info.object));
        }
        Some(_) if claim.name.ends_with(":2001") && conformance.is_none() => {
            let missing = Occurrence::new("`GTS_PDFXConformance` is missing");
            found.add(missing.wanted("`PDF/X-1a:2001`").object(info.object));
        }
        Some(_) => {}
    }
}

pub(super) fn pdf_version(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let Some((_, most)) = LABELS.iter().find(|(label, _)| *label == claim.name) else { return };
    let of_catalogue = cx.file.name(cx.file.catalogue(), "Version").and_then(|name| match name {
        [major @ b'0'..=b'9', b'.', minor @ b'0'..=b'9'] => Some((major - b'0', minor - b'0')),
        _ => None,
    });
    let Some(version) = cx.structure.version.max(of_catalogue) else { return };
    if version > *most {
        let occurrence =
            Occurrence::new(format!("a `{}` of PDF {}.{}", claim.name, version.0, version.1));
        found.add(occurrence.wanted(format!("PDF {}.{} at most", most.0, most.1)));
    }
}

pub(super) fn info(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let info = &cx.claims.info;
    // From X-4 on XMP may say it; what is missing in both is missing.
    let xmp = cx.claims.xmp().filter(|_| claim.is_in_xmp());
    let of_xmp = |namespace, name| xmp.and_then(|xmp| xmp.get(namespace, name));
    let title = info.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    if title.or(of_xmp(DC, "title")).is_none() {
        found.add(
            Occurrence::new(format!("a `{}` without `Title`", claim.name)).object(info.object),
        );
    }
    let dates =
        [("CreationDate", &info.created, "CreateDate"), ("ModDate", &info.modified, "ModifyDate")];
    for (key, date, name) in dates {
        let is_date = match (date.as_deref(), of_xmp(XMP, name)) {
            (Some(date), _) => Date::of_pdf(date).is_some(),
            (None, Some(date)) => Date::of_xmp(date).is_some(),
            (None, None) => {
                found.add(
                    Occurrence::new(format!("a `{}` without `{key}`", claim.name))
                        .object(info.object),
                );
                continue;
            }
        };
        if !is_date {
            found.add(
                Occurrence::new(format!("`{key}` is no date"))
                    .wanted("as `D:20240131120000Z`")
                    .object(info.object),
            );
        }
    }
    let wanted = "`True` or `False`";
    match info.trapped.as_deref().or(of_xmp(PDF, "Trapped")) {
        Some("True" | "False") => {}
        Some(other) => {
            let other: String = other.chars().take(40).collect();
            found.add(
                Occurrence::new(format!("`Trapped` is `{other}`"))
                    .wanted(wanted)
                    .object(info.object),
            );
        }
        None => found.add(
            Occurrence::new(format!("a `{}` without `Trapped`", claim.name))
                .wanted(wanted)
                .object(info.object),
        ),
    }
}

pub(super) fn identifier(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    if !has_identifier(cx) {
        found.add(Occurrence::new(format!(
            "a `{}` whose trailer has no `ID` of two strings",
            claim.name
        )));
    }
}

pub(super) fn xmp(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims).filter(Claim::is_in_xmp) else { return };
    let Some(Metadata { object, packed, xmp }) = &cx.claims.metadata else {
        found.add(Occurrence::new(format!("a `{}` without metadata", claim.name)));
        return;
    };
    if *packed {
        found.add(Occurrence::new("the metadata are packed").wanted("no filter").object(*object));
    }
    // Metadata that can't be read are reported by a rule of their own.
    let Ok(xmp) = xmp else { return };
    let needed = [
        (DC, "title", "dc:title"),
        (XMP, "CreateDate", "xmp:CreateDate"),
        (XMP, "ModifyDate", "xmp:ModifyDate"),
        (XMP, "MetadataDate", "xmp:MetadataDate"),
        (XMP_MM, "DocumentID", "xmpMM:DocumentID"),
        (XMP_MM, "VersionID", "xmpMM:VersionID"),
        (XMP_MM, "RenditionClass", "xmpMM:RenditionClass"),
        (PDF, "Trapped", "pdf:Trapped"),
    ];
    let missing: Vec<&str> = needed
        .iter()
        .filter(|(namespace, name, _)| xmp.get(namespace, name).is_none())
        .map(|(.., property)| *property)
        .collect();
    if !missing.is_empty() {
        let missing = missing.join("`, `");
        found.add(Occurrence::new(format!("the metadata lack `{missing}`")).object(*object));
    }
}

pub(super) fn intent(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    let intents: Vec<_> = cx.claims.press_intents().collect();
    if intents.len() != 1 {
        let count = if intents.is_empty() { "no".to_owned() } else { intents.len().to_string() };
        let noun = if intents.len() > 1 { "intents" } else { "intent" };
        let occurrence = format!("a `{}` with {count} output {noun} of `GTS_PDFX`", claim.name);
        found.add(Occurrence::new(occurrence).wanted("one"));
    }
    for intent in intents {
        let given =
            |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
        if !given(&intent.condition) {
            found.add(
                Occurrence::new("`OutputConditionIdentifier` is missing").object(intent.object),
            );
        }
        let has_profile = intent.profile_object.is_some() || intent.profile.is_some();
        let is_outside = claim.name.ends_with('p') || claim.name.starts_with("PDF/X-5");
        if is_outside && (has_profile || intent.profile_outside) {
            continue;
        }
        // Before X-4 the name of a registered condition could stand for its profile.
        let by_name = claim.is_opaque() && given(&intent.condition) && given(&intent.registry);
        if !has_profile && !by_name {
            found.add(
                Occurrence::new(format!("an output intent of `{}` without a profile", claim.name))
                    .object(intent.object),
            );
        } else if !given(&intent.info) && !given(&intent.registry) {
            found.add(
                Occurrence::new("an output intent without `Info` and `RegistryName`")
                    .wanted("one of them")
                    .object(intent.object),
            );
        }
        if claim.family == Family::X1
            && intent.components().is_some_and(|components| components != 4)
        {
            let occurrence = format!("an output intent of `{}` that is not for CMYK", claim.name);
            found.add(Occurrence::new(occurrence).object(intent.profile_object.or(intent.object)));
        }
    }
}

pub(super) fn encrypted(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(claim) = claim(cx.claims) else { return };
    if cx.file.encrypted {
        found.add(Occurrence::new(format!("an encrypted `{}`", claim.name)));
    }
}
