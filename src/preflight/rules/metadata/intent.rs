//! Tells what is wrong with the output intent.

use crate::claims::Intent;
use crate::rules::metadata::shortened;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

pub(super) fn intent_missing(cx: &Context<'_>, found: &mut Occurrences) {
    if cx.claims.has("PDF/X") || cx.claims.press_intents().next().is_some() {
        return;
    }
    match cx.claims.intents.first() {
        None => {
            found.add(Occurrence::new("the file has no output intent").wanted("one of `GTS_PDFX`"))
        }
        Some(intent) => {
            let only = format!("the only output intent is one of `{}`", shortened(&intent.subtype));
            found.add(Occurrence::new(only).wanted("one of `GTS_PDFX`").object(intent.object));
        }
    }
}

/// What is wrong with the profile of an intent.
fn profile_faults(intent: &Intent) -> Vec<(String, &'static str)> {
    if let Some(fault) = &intent.profile_fault {
        return vec![(fault.clone(), "an ICC profile")];
    }
    let Some(profile) = &intent.profile else { return Vec::new() };
    let Some(header) = intent.header() else {
        return vec![("the profile is no ICC profile".to_owned(), "an ICC profile")];
    };
    let mut faults = Vec::new();
    if usize::try_from(header.size).is_ok_and(|size| size > profile.len()) {
        faults.push((
            format!("the profile says it has {} bytes, and has {}", header.size, profile.len()),
            "all of them",
        ));
    }
    if lcms2::Profile::new_icc(profile).is_err() {
        faults.push(("the profile does not open".to_owned(), "a sound ICC profile"));
    }
    let name = |four: [u8; 4]| String::from_utf8_lossy(&four).trim_end().to_owned();
    if header.version > 4 {
        faults.push((format!("the profile is of version {}", header.version), "version 2 or 4"));
    }
    if intent.is_pdfx() && header.class != *b"prtr" {
        faults.push((
            format!("the profile is of the class `{}`", name(header.class)),
            "that of a printer, `prtr`",
        ));
    }
    match header.components() {
        None => faults.push((
            format!("the profile is for `{}`", name(header.colours)),
            "`CMYK`, `RGB` or `GRAY`",
        )),
        Some(components) if i64::try_from(components).ok() != intent.stated_components => {
            let stated = intent
                .stated_components
                .map_or("missing".to_owned(), |components| components.to_string());
            faults.push((
                format!("`N` is {stated}, and the profile has {components} components"),
                "the same",
            ));
        }
        Some(_) => {}
    }
    faults
}

pub(super) fn intent_profile(cx: &Context<'_>, found: &mut Occurrences) {
    for intent in &cx.claims.intents {
        for (fault, wanted) in profile_faults(intent) {
            found.add(
                Occurrence::new(fault)
                    .wanted(wanted)
                    .object(intent.profile_object.or(intent.object)),
            );
        }
    }
}

/// Whether a text may be a registered name: capitals and figures lead ("FOGRA39", "CGATS TR 001", "IFRA26", "JC200103"),
/// and no part but the first names a thing in small letters as descriptions do ("Coated FOGRA39 (ISO 12647-2:2004)").
fn may_be_registered(condition: &str) -> bool {
    let words: Vec<&str> = condition.split_whitespace().collect();
    let is_plain = |word: &&str| {
        let letters = word.chars().filter(|letter| letter.is_alphabetic());
        let small = letters.clone().filter(|letter| letter.is_lowercase()).count();
        small == 0
            || word.chars().any(|sign| sign.is_ascii_digit())
                && !word.contains(['(', ')', ':', ','])
    };
    match words.as_slice() {
        [] => false,
        // Names such as `PSOcoated_v3`, `GRACoL2006_Coated1v2` and `SWOP2006_Coated3v2` are one word.
        [word] => {
            !word.eq_ignore_ascii_case("custom") && word.chars().any(|sign| sign.is_ascii_digit())
        }
        words => {
            words.iter().all(is_plain)
                && words.iter().any(|word| word.chars().any(|sign| sign.is_ascii_digit()))
        }
    }
}

pub(super) fn intent_condition(cx: &Context<'_>, found: &mut Occurrences) {
    for intent in cx.claims.press_intents() {
        let condition = intent.condition.as_deref().map(str::trim).unwrap_or_default();
        if condition.is_empty() {
            // PDF/X asks for it itself.
            if !cx.claims.has("PDF/X") {
                let missing = Occurrence::new("`OutputConditionIdentifier` is missing");
                found.add(
                    missing.wanted("a registered name such as `FOGRA39`").object(intent.object),
                );
            }
        } else if !may_be_registered(condition) {
            let named = format!("`OutputConditionIdentifier` is `{}`", shortened(condition));
            found.add(
                Occurrence::new(named)
                    .wanted("a registered name such as `FOGRA39`")
                    .object(intent.object),
            );
        } else if intent.registry.as_deref().is_none_or(|registry| registry.trim().is_empty()) {
            let missing = format!("`RegistryName` is missing beside `{}`", shortened(condition));
            found.add(
                Occurrence::new(missing).wanted("`http://www.color.org`").object(intent.object),
            );
        }
    }
}

pub(super) fn intent_several(cx: &Context<'_>, found: &mut Occurrences) {
    let several = cx.claims.press_intents().count();
    if several > 1 && !cx.claims.has("PDF/X") {
        found.add(Occurrence::new(format!("{several} output intents of `GTS_PDFX`")).wanted("one"));
    }
    let mut profiles = cx.claims.intents.iter().filter_map(|intent| intent.profile.as_ref());
    if let Some(first) = profiles.next()
        && profiles.any(|profile| profile != first)
    {
        found.add(
            Occurrence::new("output intents with different profiles").wanted("one profile for all"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::may_be_registered;

    #[test]
    fn registered_names_are_told_from_descriptions() {
        let names = [
            "FOGRA39",
            "FOGRA39L",
            "CGATS TR 001",
            "CGATS.21-2-CRPC6",
            "PSOcoated_v3",
            "GRACoL2006_Coated1v2",
            "IFRA26",
            "JC200103",
            "EUROSTANDARD2",
            "TR006",
        ];
        for name in names {
            assert!(may_be_registered(name), "{name}");
        }
        let others = [
            "Custom",
            "Coated FOGRA39 (ISO 12647-2:2004)",
            "ISO Coated v2 (ECI)",
            "device-cmyk",
            "",
            "sRGB",
            "U.S. Web Coated (SWOP) v2",
            "Artifex CMYK SWOP Profile",
        ];
        for other in others {
            assert!(!may_be_registered(other), "{other}");
        }
    }
}
