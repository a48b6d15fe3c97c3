//! Tells what is wrong with transparency, overprint and layers.

use crate::page::{ItemKind, Page};
use crate::resources::colour::Space;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::{Check, Context, Group, PRINT, Rule, Severity};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "group-space",
        group: Group::Transparency,
        severity: Severity::Error,
        targets: PRINT,
        finds: "a transparency group that blends in other colours than the press has",
        why: "all that is in it is converted, black text to four plates, and overprint ends: shops refuse such files",
        source: "ISO 15930-7 (PDF/X-4); a print shop that refused such files",
        remedy: "blend in CMYK: set the colour space for transparency when the file is made",
        check: Check::Page(group_space),
    },
    Rule {
        id: "overprint-white",
        group: Group::Transparency,
        severity: Severity::Error,
        targets: PRINT,
        finds: "something white that is set to overprint",
        why: "it is seen on the screen, and vanishes on the press",
        source: "print shops; ISO 32000-1, 11.7.4.3",
        remedy: "let white knock out (`op false`)",
        check: Check::Page(overprint_white),
    },
    Rule {
        id: "transfer-curves",
        group: Group::Transparency,
        severity: Severity::Error,
        targets: PRINT,
        finds: "transfer curves, halftones or black generation of the file's own",
        why: "they are settings of one press, and spoil another",
        source: "ISO 15930-7 (PDF/X-4); ISO 15930-4, ISO 15930-6",
        remedy: "export without preserving halftones and transfer functions",
        check: Check::Page(transfer),
    },
    Rule {
        id: "layers",
        group: Group::Transparency,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "parts of a page that stand on layers",
        why: "what is printed depends on which layers are switched on",
        source: "ISO 15930-7 (PDF/X-4) allows them, print shops ask for flat files",
        remedy: "merge the layers, and leave out what is hidden",
        check: Check::Page(layers),
    },
];

fn group_space(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let wanted = context.claims.components().unwrap_or(4);
    for group in page.groups.iter().filter(|group| !group.mask && group.isolated) {
        let Some(space) = &group.space else { continue };
        let fits = match &**space {
            Space::Gray | Space::CalGray => wanted != 3,
            Space::Rgb | Space::CalRgb => wanted == 3,
            Space::Cmyk => wanted == 4,
            Space::Icc(icc) => icc.components == wanted || icc.components == 1,
            _ => false,
        };
        if !fits {
            let whose = if group.form.is_some() { "a group" } else { "the page as a group" };
            let what = format!("{whose} that blends in {}", space.name());
            found.add(Occurrence::new(what).object(group.form));
        }
    }
}

fn overprint_white(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    /// Ink that nobody sees.
    const NOTHING: f32 = 0.005;
    for item in page.items.iter().filter(|item| item.is_visible() && item.blend.overprint) {
        let picture = matches!(item.kind, ItemKind::Image { .. } | ItemKind::Shading { .. });
        if picture || item.paint.pattern.is_some() || item.paint.components.is_empty() {
            continue;
        }
        let coverage = context.press.coverage(&item.paint.space, &item.paint.components);
        // What becomes the inks of the press paints all four plates, white too, but for DeviceCMYK with mode 1 (ISO 32000-1,
        // 11.7.4.3 and table 149).
        let keeps = matches!(*item.paint.space, Space::Cmyk) && item.blend.overprint_mode == 1;
        let knocks_out = coverage.plates.iter().take(4).all(|painted| *painted) && !keeps;
        if !knocks_out && coverage.inks.iter().all(|ink| *ink < NOTHING) {
            let what = match &item.kind {
                ItemKind::Text(_) => "white text that overprints",
                ItemKind::Stroke { .. } => "a white line that overprints",
                _ => "a white plane that overprints",
            };
            found.add(Occurrence::new(what).wanted("knock out").at(item.area));
        }
    }
}

fn transfer(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    for used in &page.states {
        let harmless = matches!(&*used.value, "Identity" | "Default");
        if !harmless
            && matches!(used.key, "TR" | "TR2" | "HT" | "HTP" | "BG" | "BG2" | "UCR" | "UCR2")
        {
            let what = format!("`{}` in the graphics state", used.key);
            found.add(Occurrence::new(what).object(used.object));
        }
    }
}

fn layers(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let object = page.layers.first().copied();
    if let Some(item) = page.items.iter().find(|item| item.content.layer) {
        found.add(Occurrence::new("marks on a layer").object(object).at(item.area));
    } else if object.is_some() {
        found.add(Occurrence::new("a layer that is switched off").object(object));
    }
}
