//! Tells which fonts have a dictionary, a character map or widths that PDF/UA-1 does not allow (ISO 14289-1:2014, 7.21).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, Stream};
use ttf_parser::{Face, PlatformId};

use crate::file::File;
use crate::page::{ItemKind, Page};
use crate::resources::font::Font;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

/// The character maps that readers bring along (ISO 32000-1, table 118), beside `Identity`, without `-H` and `-V`.
const PREDEFINED: [&str; 33] = [
    "GB-EUC",
    "GBpc-EUC",
    "GBK-EUC",
    "GBKp-EUC",
    "GBK2K",
    "UniGB-UCS2",
    "UniGB-UTF16",
    "B5pc",
    "HKscs-B5",
    "ETen-B5",
    "ETenms-B5",
    "CNS-EUC",
    "UniCNS-UCS2",
    "UniCNS-UTF16",
    "83pv-RKSJ",
    "90ms-RKSJ",
    "90msp-RKSJ",
    "90pv-RKSJ",
    "Add-RKSJ",
    "EUC",
    "Ext-RKSJ",
    "",
    "UniJIS-UCS2",
    "UniJIS-UCS2-HW",
    "UniJIS-UTF16",
    "KSC-EUC",
    "KSCms-UHC",
    "KSCms-UHC-HW",
    "KSCpc-EUC",
    "UniKS-UCS2",
    "UniKS-UTF16",
    "Identity",
    "UniJISX0213-UTF32",
];

/// The flag of a font whose letters are none of the Latin standard ones (ISO 32000-1, table 123).
const SYMBOLIC: i64 = 4;

pub(super) fn fonts(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    if !context.claims.has("PDF/UA") {
        return;
    }
    let file = context.file;
    let mut seen: BTreeSet<Option<u32>> = BTreeSet::new();
    let mut wide: BTreeSet<Option<u32>> = BTreeSet::new();
    for item in &page.items {
        let ItemKind::Text(text) = &item.kind else { continue };
        let font = &text.font;
        let mut add = |what: String| {
            let what = format!("{}: {what}", name(font));
            found.add(Occurrence::new(what).object(font.object).at(item.area));
        };
        if seen.insert(font.object)
            && let Some(dictionary) = font.object.and_then(|number| dictionary_of(file, number))
        {
            for fault in faults(file, dictionary) {
                add(fault);
            }
        }
        let is_wrong = |code: &u32| font.width_fault(*code).is_some();
        if text.needs_glyphs() && text.codes.iter().any(is_wrong) && wide.insert(font.object) {
            add("letters are set at another width than they have".to_owned());
        }
    }
}

fn name(font: &Font) -> String {
    format!("`{}`", crate::file::shortened(&font.name))
}

fn dictionary_of(file: &File, number: u32) -> Option<&Dictionary> {
    let (_, object) = file.document.objects.range((number, 0)..=(number, u16::MAX)).next()?;
    object.as_dict().ok()
}

/// What is wrong with the dictionary of a font.
fn faults(file: &File, font: &Dictionary) -> Vec<String> {
    match file.name(font, "Subtype") {
        Some(b"Type0") => composite(file, font),
        Some(b"TrueType") => true_type(file, font),
        _ => Vec::new(),
    }
}

fn is_predefined(name: &[u8]) -> bool {
    let name = String::from_utf8_lossy(name);
    let bare = name.strip_suffix('H').or_else(|| name.strip_suffix('V'));
    let bare = bare.map(|bare| bare.strip_suffix('-').unwrap_or(bare));
    bare.is_some_and(|bare| PREDEFINED.contains(&bare))
}

fn composite(file: &File, font: &Dictionary) -> Vec<String> {
    let mut faults = Vec::new();
    let descendants = file.array(font, "DescendantFonts").unwrap_or_default();
    let descendant = descendants.first().and_then(|font| file.dictionary(font));
    if let Some(descendant) = descendant
        && file.name(descendant, "Subtype") == Some(b"CIDFontType2")
    {
        match file.entry(descendant, "CIDToGIDMap") {
            Some(Object::Stream(_)) => {}
            Some(Object::Name(name)) if name == b"Identity" => {}
            Some(_) => faults.push("`CIDToGIDMap` is neither `Identity` nor a stream".to_owned()),
            None => faults.push("`CIDToGIDMap` is missing".to_owned()),
        }
    }
    match file.entry(font, "Encoding") {
        Some(Object::Name(name)) if !is_predefined(name) => {
            let name = crate::file::shortened(&String::from_utf8_lossy(name));
            faults.push(format!("the character map `{name}` is not in the file"));
        }
        Some(Object::Stream(map)) => {
            faults.extend(map_faults(file, map));
            let systems = descendant.and_then(|font| file.dict(font, "CIDSystemInfo"));
            if let (Some(own), Some(of_map)) = (systems, file.dict(&map.dict, "CIDSystemInfo")) {
                let text = |system, key| file.string(system, key).unwrap_or_default();
                for key in ["Registry", "Ordering"] {
                    if text(own, key) != text(of_map, key) {
                        faults.push(format!(
                            "the `{key}` of the font and that of its character map differ"
                        ));
                    }
                }
                let supplement = |system| file.integer(system, "Supplement").unwrap_or(0);
                if supplement(own) < supplement(of_map) {
                    let what =
                        "the `Supplement` of the font is less than that of its character map";
                    faults.push(what.to_owned());
                }
            }
        }
        _ => {}
    }
    faults
}

fn map_faults(file: &File, map: &Stream) -> Vec<String> {
    let mut faults = Vec::new();
    let Ok(bytes) = file.unpacked(map) else { return faults };
    let text = String::from_utf8_lossy(&bytes);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut pairs = words.windows(2);
    let direction = pairs.find(|pair| pair.first().is_some_and(|word| word.ends_with("/WMode")));
    let inside = direction.and_then(|pair| pair.last()?.parse::<i64>().ok()).unwrap_or(0);
    if file.integer(&map.dict, "WMode").unwrap_or(0) != inside {
        faults.push(
            "the direction (`WMode`) of the character map and of its dictionary differ".to_owned(),
        );
    }
    let used = words.windows(2).filter(|pair| pair.last() == Some(&"usecmap"));
    let inside = used.filter_map(|pair| pair.first()?.strip_prefix('/')).map(str::as_bytes);
    let named = file.name(&map.dict, "UseCMap").into_iter();
    if named.chain(inside).any(|name| !is_predefined(name))
        || file.stream(&map.dict, "UseCMap").is_some()
    {
        faults.push("the character map uses one that readers do not bring along".to_owned());
    }
    faults
}

fn true_type(file: &File, font: &Dictionary) -> Vec<String> {
    let mut faults = Vec::new();
    let Some(descriptor) = file.dict(font, "FontDescriptor") else { return faults };
    let is_symbolic = file.integer(descriptor, "Flags").unwrap_or(0) & SYMBOLIC != 0;
    let program =
        file.stream(descriptor, "FontFile2").and_then(|program| file.unpacked(program).ok());
    let maps = program.as_deref().and_then(maps);
    let has =
        |platform, encoding| maps.as_ref().is_some_and(|maps| maps.contains(&(platform, encoding)));
    let encoding = file.entry(font, "Encoding");
    if is_symbolic {
        if encoding.is_some() {
            faults.push("a symbolic font has an `Encoding`".to_owned());
        }
        if maps.as_ref().is_some_and(|maps| maps.len() != 1) && !has(PlatformId::Windows, 0) {
            faults.push("a symbolic font has neither one `cmap` nor that for symbols".to_owned());
        }
        return faults;
    }
    let is_latin = |name: &[u8]| matches!(name, b"MacRomanEncoding" | b"WinAnsiEncoding");
    match encoding {
        None => faults.push("a font that is not symbolic has no `Encoding`".to_owned()),
        Some(Object::Name(name)) if is_latin(name) => {}
        Some(Object::Dictionary(encoding)) => {
            if !file.name(encoding, "BaseEncoding").is_some_and(is_latin) {
                faults.push(
                    "the `BaseEncoding` is neither that of Mac nor that of Windows".to_owned(),
                );
            }
            if encoding.has(b"Differences") && maps.is_some() && !has(PlatformId::Windows, 1) {
                faults.push(
                    "letters have names (`Differences`), and the font has no `cmap` for Unicode"
                        .to_owned(),
                );
            }
        }
        Some(_) => {
            faults.push("the `Encoding` is neither that of Mac nor that of Windows".to_owned())
        }
    }
    if maps.is_some() && !has(PlatformId::Windows, 1) && !has(PlatformId::Macintosh, 0) {
        faults.push("a font that is not symbolic has no `cmap` for letters".to_owned());
    }
    faults
}

/// The character maps of a font program: platform and encoding.
fn maps(program: &[u8]) -> Option<Vec<(PlatformId, u16)>> {
    let face = Face::parse(program, 0).ok()?;
    let maps = face.tables().cmap?.subtables;
    Some(maps.into_iter().map(|map| (map.platform_id, map.encoding_id)).collect())
}
