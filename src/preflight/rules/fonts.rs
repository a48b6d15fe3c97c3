//! Tells what is wrong with fonts.

use std::collections::BTreeSet;

use crate::page::{Item, ItemKind, Page, Text};
use crate::resources::font::{Font, FontFaultKind};
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::{ALL, Check, Context, Group, PRINT, Rule, SCREEN, Severity};
use crate::rules::words::{figure, shown};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "font-embedded",
        group: Group::Fonts,
        severity: Severity::Error,
        targets: ALL,
        finds: "text in a font that is not in the file",
        why: "another font takes its place: other letters, other widths, or none at all",
        source: "ISO 15930-7 (PDF/X-4); ISO 19005; ISO 14289-1, 7.21.4.1",
        remedy: "embed the font when the file is made",
        check: Check::Page(embedded),
    },
    Rule {
        id: "font-program",
        group: Group::Fonts,
        severity: Severity::Error,
        targets: ALL,
        finds: "a font program that can't be opened, or is not what the font says",
        why: "a press stops, or shows another font",
        source: "ISO 32000-1, 9.9; ISO 14289-1, 7.21.4",
        remedy: "make the file again, with a sound font",
        check: Check::Page(program),
    },
    Rule {
        id: "font-widths",
        group: Group::Fonts,
        severity: Severity::Warning,
        targets: ALL,
        finds: "letters that are set at another width than they have",
        why: "letters overlap or gape, and each program shows it otherwise",
        source: "ISO 32000-1, 9.2.4; ISO 19005-1, 6.3.6; ISO 14289-1, 7.21.5",
        remedy: "make the file again with the very font that it was set in",
        check: Check::Page(widths),
    },
    Rule {
        id: "font-dictionary",
        group: Group::Fonts,
        severity: Severity::Warning,
        targets: ALL,
        finds: "a font that lacks what it must say, or says it wrongly",
        why: "programs guess, each in its own way",
        source: "ISO 32000-1, 9.5 to 9.8",
        remedy: "make the file again with another program, or convert it with Ghostscript",
        check: Check::Page(dictionary),
    },
    Rule {
        id: "font-glyph",
        group: Group::Fonts,
        severity: Severity::Error,
        targets: ALL,
        finds: "text with letters that its font does not have",
        why: "an empty box, or nothing, is printed in their place",
        source: "ISO 15930-7 (PDF/X-4); ISO 14289-1, 7.21.8",
        remedy: "set the text in a font that has these letters",
        check: Check::Page(glyph),
    },
    Rule {
        id: "font-meaning",
        group: Group::Fonts,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "text of which nobody knows what characters it shows",
        why: "it can't be read aloud, searched or copied",
        source: "ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7",
        remedy: "make the file again so that its fonts have a `ToUnicode` map",
        check: Check::Page(meaning),
    },
    Rule {
        id: "font-meaning-sane",
        group: Group::Fonts,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "text whose characters mean nothing: none, U+FFFD, controls, private ones",
        why: "a screen reader is silent there, or reads nonsense",
        source: "ISO 14289-1, 7.21.7",
        remedy: "use a font with proper characters, or give such signs an `ActualText`",
        check: Check::Page(sane),
    },
    Rule {
        id: "font-type3",
        group: Group::Fonts,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "text in a font whose letters are drawings (Type 3)",
        why: "letters come out fat or rough, and often as pictures of low resolution",
        source: "print shops; Ghent Workgroup",
        remedy: "use an outline font: in LaTeX, Latin Modern in place of Computer Modern",
        check: Check::Page(type_3),
    },
    Rule {
        id: "font-licence",
        group: Group::Fonts,
        severity: Severity::Warning,
        targets: ALL,
        finds: "a font whose maker forbids that it is embedded",
        why: "the file may not be given away",
        source: "OpenType, table OS/2, `fsType`; ISO 14289-1, 7.21.4.1",
        remedy: "use a free font, or buy the right to embed this one",
        check: Check::Page(licence),
    },
];

/// The texts of a page that are seen.
fn texts(page: &Page) -> impl Iterator<Item = (&Item, &Text)> {
    page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(text) if text.needs_glyphs() => Some((item, text)),
        _ => None,
    })
}

/// What a font is called.
fn name(font: &Font) -> String {
    if font.name.is_empty() {
        "a font without a name".to_owned()
    } else {
        format!("`{}`", shown(&font.name))
    }
}

/// Tells something of each font of a page, where it is first used.
fn each_font(page: &Page, found: &mut Occurrences, tell: impl Fn(&Font) -> Vec<String>) {
    let mut seen: BTreeSet<(Option<u32>, &str)> = BTreeSet::new();
    for (item, text) in texts(page) {
        if seen.insert((text.font.object, &text.font.name)) {
            for what in tell(&text.font) {
                found.add(Occurrence::new(what).object(text.font.object).at(item.area));
            }
        }
    }
}

fn embedded(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    each_font(page, found, |font| {
        let missing = !font.embedded;
        missing.then(|| format!("{} is not embedded", name(font))).into_iter().collect()
    });
}

/// Tells the faults of some kinds.
fn faults(page: &Page, kinds: &[FontFaultKind], found: &mut Occurrences) {
    each_font(page, found, |font| {
        let faults = font.faults.iter().filter(|fault| kinds.contains(&fault.kind));
        faults.map(|fault| format!("{}: {}", name(font), fault.what)).collect()
    });
}

fn program(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    faults(page, &[FontFaultKind::Program], found);
}

fn dictionary(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    faults(page, &[FontFaultKind::Dictionary], found);
}

fn licence(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    faults(page, &[FontFaultKind::Licence], found);
}

fn widths(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let mut seen: BTreeSet<(Option<u32>, u32)> = BTreeSet::new();
    let mut reported: BTreeSet<Option<u32>> = BTreeSet::new();
    for (item, text) in texts(page) {
        for code in &text.codes {
            if reported.contains(&text.font.object) || !seen.insert((text.font.object, *code)) {
                continue;
            }
            if let Some((said, is)) = text.font.width_fault(*code) {
                reported.insert(text.font.object);
                let letter = text.font.meaning(*code).unwrap_or_else(|| format!("code {code}"));
                let what = format!(
                    "{}: `{}` is {} wide",
                    name(&text.font),
                    shown(&letter),
                    figure(said, 1)
                );
                let occurrence =
                    Occurrence::new(what).wanted(format!("{}, as in its program", figure(is, 1)));
                found.add(occurrence.object(text.font.object).at(item.area));
            }
        }
    }
}

fn glyph(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    for (item, text) in texts(page) {
        if let Some(code) = text.codes.iter().find(|code| text.font.is_missing(**code)) {
            let letter = match text.font.meaning(*code) {
                Some(meaning) if !meaning.trim().is_empty() => format!("`{}`", shown(&meaning)),
                _ => format!("the code {code}"),
            };
            let what = format!("{} has no glyph for {letter}", name(&text.font));
            found.add(Occurrence::new(what).object(text.font.object).at(item.area));
        }
    }
}

fn meaning(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    for (item, text) in texts(page) {
        if item.content.artifact || item.content.replaced {
            continue;
        }
        if !text.font.has_meaning {
            let what = format!("{} does not say what its codes mean", name(&text.font));
            found.add(Occurrence::new(what).object(text.font.object).at(item.area));
        } else if let Some(code) = text.codes.iter().find(|code| !text.font.has_meaning_of(**code))
        {
            let what = format!("{} does not say what the code {code} means", name(&text.font));
            found.add(Occurrence::new(what).object(text.font.object).at(item.area));
        }
        if let Some(fault) =
            text.font.faults.iter().find(|fault| fault.kind == FontFaultKind::Meaning)
        {
            let what = format!("{}: {}", name(&text.font), fault.what);
            found.add(Occurrence::new(what).object(text.font.object).at(item.area));
        }
    }
}

/// What no reader can make anything of.
fn is_nonsense(letter: char) -> bool {
    matches!(letter, '\u{fffd}' | '\u{feff}' | '\u{fffe}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
        || (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
}

fn sane(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    for (item, text) in texts(page) {
        if item.content.artifact || item.content.replaced {
            continue;
        }
        let replaced = |id| context.is_replaced(page.number, item.content.owner, id);
        if item.content.id.is_some_and(replaced) {
            continue;
        }
        for code in &text.codes {
            let Some(meaning) = text.font.meaning(*code) else { continue };
            let Some(letter) = meaning.chars().find(|letter| is_nonsense(*letter)) else {
                continue;
            };
            let number = u32::from(letter);
            let what = format!("{}: the code {code} means U+{number:04X}", name(&text.font));
            found.add(Occurrence::new(what).object(text.font.object).at(item.area));
            break;
        }
    }
}

fn type_3(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    each_font(page, found, |font| {
        let drawn = font.kind == crate::resources::font::FontKind::Type3;
        drawn.then(|| format!("{} is a Type 3 font", name(font))).into_iter().collect()
    });
}
