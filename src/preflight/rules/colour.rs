//! Tells what is wrong with colour and ink.

use std::collections::BTreeSet;

use crate::page::{Item, ItemKind, Page, Text};
use crate::resources::colour::Space;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::{ALL, Check, Context, Group, PRINT, Rule, Severity};
use crate::rules::words::{figure, shown};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "colour-rgb",
        group: Group::Colour,
        severity: Severity::Error,
        targets: PRINT,
        finds: "colours of a screen that no profile explains (DeviceRGB)",
        why: "the shop has to guess what they look like, and converts them as it likes",
        source: "ISO 15930-7 (PDF/X-4): device colours are those of the output intent",
        remedy: "convert to CMYK when the file is made, with the profile of the press",
        check: Check::Page(rgb),
    },
    Rule {
        id: "colour-calibrated",
        group: Group::Colour,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "colours that the shop has to convert (ICC profiles of screens or greys, CalRGB, Lab)",
        why: "PDF/X-4 allows them, many shops do not; black text comes out on four plates",
        source: "ISO 15930-7 (PDF/X-4); print shops",
        remedy: "convert to CMYK when the file is made, with the profile of the press",
        check: Check::Page(calibrated),
    },
    Rule {
        id: "colour-device",
        group: Group::Colour,
        severity: Severity::Error,
        targets: PRINT,
        finds: "colours of a device that is not the one of the output intent",
        why: "nobody knows what they look like",
        source: "ISO 15930-7 (PDF/X-4): device colours are those of the output intent",
        remedy: "name an output intent of a CMYK press, or convert the colours to it",
        check: Check::Page(device),
    },
    Rule {
        id: "colour-broken",
        group: Group::Colour,
        severity: Severity::Error,
        targets: ALL,
        finds: "a colour space that can't be read",
        why: "programs show black, white or nothing there",
        source: "ISO 32000-1, 8.6; ICC.1",
        remedy: "make the file again; a damaged ICC profile has to be replaced",
        check: Check::Page(broken),
    },
    Rule {
        id: "colour-spot",
        group: Group::Colour,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "an ink beside cyan, magenta, yellow and black",
        why: "each needs a plate of its own, which is paid for, or is mixed from the four",
        source: "print shops",
        remedy: "order the ink, or convert it to CMYK",
        check: Check::Page(spot),
    },
    Rule {
        id: "colour-registration",
        group: Group::Colour,
        severity: Severity::Error,
        targets: PRINT,
        finds: "colour of registration marks (`All`) inside the trim",
        why: "it prints on every plate: wet paper, and ghosts where plates shift",
        source: "ISO 32000-1, 8.6.6.4; print shops",
        remedy: "use black",
        check: Check::Page(registration),
    },
    Rule {
        id: "black-text",
        group: Group::Colour,
        severity: Severity::Error,
        targets: PRINT,
        finds: "black text that is not printed with black ink alone",
        why: "plates never lie exactly on each other: small letters get coloured edges",
        source: "print shops: text in 100 % K",
        remedy: "set black text in `0 0 0 1` of DeviceCMYK",
        check: Check::Page(black_text),
    },
    Rule {
        id: "black-overprint",
        group: Group::Colour,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "black text that is cut out of the colour under it",
        why: "where plates shift, white lines show around the letters",
        source: "print shops: black text overprints",
        remedy: "let black text overprint (`op true`, `OPM 1`)",
        check: Check::Page(black_overprint),
    },
    Rule {
        id: "ink-limit",
        group: Group::Colour,
        severity: Severity::Error,
        targets: PRINT,
        finds: "more ink on one spot than the paper takes",
        why: "ink does not dry, and sets off on the next sheet",
        source: "print shops: 300 % on coated paper (PSOcoated_v3), 330 % (ISOcoated_v2)",
        remedy: "convert with a profile of this limit, or take colour from dark areas",
        check: Check::Page(ink),
    },
];

/// Tells of items, each message once a page with the place where it is first found and the next ones behind it.
fn each_mark(page: &Page, found: &mut Occurrences, tell: impl Fn(&Item) -> Option<String>) {
    for item in page.items.iter().filter(|item| item.is_visible()) {
        if let Some(what) = tell(item) {
            found.add(Occurrence::new(what).object(object(item)).at(item.area));
        }
    }
}

/// The object that paints an item: the image, or the form.
fn object(item: &Item) -> Option<u32> {
    match &item.kind {
        ItemKind::Image { image, .. } => image.object,
        _ => item.form,
    }
}

/// What an item is, for people.
fn kind(item: &Item) -> &'static str {
    match &item.kind {
        ItemKind::Fill { .. } => "a plane",
        ItemKind::Stroke { .. } => "a line",
        ItemKind::Text(_) => "text",
        ItemKind::Image { .. } => "a picture",
        ItemKind::Shading { .. } => "a gradient",
    }
}

/// The space in which colours end that come through tables or patterns.
fn base(space: &Space) -> &Space {
    let mut space = space;
    // The reader of spaces bounds how deep they are.
    loop {
        match space {
            Space::Indexed { base, .. } | Space::Pattern(Some(base)) => space = base,
            _ => return space,
        }
    }
}

fn rgb(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    if context.claims.components() == Some(3) {
        return;
    }
    each_mark(page, found, |item| {
        matches!(base(&item.paint.space), Space::Rgb)
            .then(|| format!("{} in DeviceRGB", kind(item)))
    });
}

fn calibrated(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    each_mark(page, found, |item| {
        let space = base(&item.paint.space);
        let converted = match space {
            Space::CalRgb | Space::CalGray | Space::Lab { .. } => true,
            Space::Icc(icc) => icc.components != 4,
            _ => false,
        };
        converted.then(|| format!("{} in {}", kind(item), space.name()))
    });
}

fn device(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let intent = context.claims.components();
    each_mark(page, found, |item| {
        let fits = !matches!(
            (base(&item.paint.space), intent),
            (Space::Cmyk, Some(1 | 3)) | (Space::Rgb, Some(1))
        );
        let inks = intent.unwrap_or(0);
        (!fits).then(|| {
            let space = base(&item.paint.space).name();
            format!("{} in {space}, with an output intent of {inks} components", kind(item))
        })
    });
}

fn broken(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    each_mark(page, found, |item| {
        let why = item.paint.space.broken()?;
        Some(format!("{}: {why}", kind(item)))
    });
}

/// The inks of a press, by the names that Separation spaces give them, and the two names that mean no ink of their own.
const PROCESS: [&str; 6] = ["Cyan", "Magenta", "Yellow", "Black", "All", "None"];

fn spot(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let mut reported = BTreeSet::new();
    for item in page.items.iter().filter(|item| item.is_visible()) {
        for ink in item.paint.space.inks() {
            if !PROCESS.contains(&ink) && reported.insert(ink.to_owned()) {
                found.add(Occurrence::new(format!("the ink `{}`", shown(ink))).at(item.area));
            }
        }
    }
}

fn registration(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let cut = page.boxes.trim_area();
    for item in page.items.iter().filter(|item| item.is_visible()) {
        let coverage = context.press.coverage(&item.paint.space, &item.paint.components);
        let picture = item.paint.components.is_empty() && item.paint.space.inks().contains(&"All");
        let prints =
            picture || (coverage.registration && coverage.inks.iter().any(|ink| *ink > 0.0));
        if prints && item.area.shared(cut).is_some_and(|area| area.width().max(area.height()) > 0.1)
        {
            found.add(Occurrence::new(format!("{} in `All`", kind(item))).at(item.area));
        }
    }
}

/// The text of an item that is seen, if its colour is a plain one.
fn text(item: &Item) -> Option<&Text> {
    match &item.kind {
        ItemKind::Text(text) if item.is_visible() && item.paint.pattern.is_none() => Some(text),
        _ => None,
    }
}

/// Below this size, in points, text needs one plate; display type may be of a richer black.
const SMALL: f64 = 24.0;

/// Whether the file is meant for a device without black ink of its own, by its output intent.
fn is_not_for_inks(context: &Context<'_>) -> bool {
    matches!(context.claims.components(), Some(1 | 3))
}

fn black_text(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    /// How light, and how colourful, a part of sRGB may be in what is taken for black.
    const DARKEST: u8 = 64;
    const COLOURFUL: u8 = 28;
    if is_not_for_inks(context) {
        return;
    }
    for item in &page.items {
        if text(item).is_none_or(|text| text.size >= SMALL) {
            continue;
        }
        let press = context.press;
        let coverage = press.coverage(&item.paint.space, &item.paint.components);
        let [cyan, magenta, yellow, black, _] = coverage.inks.map(|ink| f64::from(ink) * 100.0);
        if coverage.registration || cyan.max(magenta).max(yellow) < 2.0 {
            continue;
        }
        let srgb = press.srgb(&item.paint.space, &item.paint.components);
        let (least, most) = (srgb.iter().min(), srgb.iter().max());
        let (Some(least), Some(most)) = (least, most) else { continue };
        if *most > DARKEST || most - least > COLOURFUL {
            continue;
        }
        let figures = [cyan, magenta, yellow, black].map(|ink| figure(ink, 0));
        let what = format!("text of {} (C M Y K, in percent)", figures.join(" "));
        found.add(Occurrence::new(what).wanted("0 0 0 100").at(item.area));
    }
}

fn black_overprint(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    if is_not_for_inks(context) {
        return;
    }
    for item in &page.items {
        if text(item).is_none_or(|text| !text.on_colour || text.size >= SMALL) {
            continue;
        }
        let coverage = context.press.coverage(&item.paint.space, &item.paint.components);
        let [cyan, magenta, yellow, black, others] = coverage.inks;
        let alone = cyan + magenta + yellow + others < 0.01 && black > 0.98;
        let keeps = item.blend.overprint
            && (item.blend.overprint_mode == 1 || !matches!(*item.paint.space, Space::Cmyk))
            || matches!(&*item.blend.mode, "Multiply" | "Darken");
        if alone && !keeps {
            let what = "black text that knocks out what is under it";
            found.add(Occurrence::new(what).wanted("overprint").at(item.area));
        }
    }
}

fn ink(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let Some(ink) = page.ink.as_ref().filter(|_| !is_not_for_inks(context)) else { return };
    let limit = context.request.ink_limit;
    for (area, most) in &ink.above {
        let occurrence = Occurrence::new(format!("{} % of ink", figure(*most, 0)));
        found.add(occurrence.wanted(format!("at most {} %", figure(limit, 0))).at(*area));
    }
}
