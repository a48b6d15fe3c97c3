//! Tells which text contrasts too little with what lies under it.

use std::collections::BTreeMap;

use feuillet_colour::{contrast, hex, luminance};

use crate::page::{Item, ItemKind, Page, Text};
use crate::rules::access::places::Areas;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

/// The least contrast of text (WCAG 2.2, 1.4.3).
const LEAST: f64 = 4.5;
/// The least contrast of large text.
const LEAST_LARGE: f64 = 3.0;
/// Text is large from this size, in points.
const LARGE: f64 = 18.0;
/// Bold text is large from this size, in points.
const LARGE_BOLD: f64 = 14.0;

/// How many pairs of colours are reported for one page.
const MOST_PAIRS: usize = 100;

/// Sizes come out of a product of matrices, and colours are rounded to eight bits.
const SLACK: f64 = 0.02;

pub(super) fn contrast_of_text(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let mut weak: BTreeMap<([u8; 3], [u8; 3], bool), Areas> = BTreeMap::new();
    for item in &page.items {
        if let ItemKind::Text(text) = &item.kind
            && is_read(item, text)
            && let (Some(srgb), Some(background)) = (text.srgb, text.background)
        {
            let large = is_large(text);
            let least = if large { LEAST_LARGE } else { LEAST };
            if contrast(luminance(srgb), luminance(background)) < least - SLACK {
                weak.entry((srgb, background, large)).or_default().add(item.area);
            }
        }
    }
    for ((srgb, background, large), areas) in weak.into_iter().take(MOST_PAIRS) {
        // Rounded down, so that it never looks like what is wanted.
        let ratio = (contrast(luminance(srgb), luminance(background)) * 100.0).floor() / 100.0;
        let (kind, least) = if large { ("large text", LEAST_LARGE) } else { ("text", LEAST) };
        let what = format!(
            "{kind} in `{}` on `{}` has a contrast of {ratio:.2}:1",
            hex(srgb),
            hex(background)
        );
        for area in areas.all() {
            let occurrence = Occurrence::new(what.as_str()).wanted(format!("at least {least}:1"));
            found.add(occurrence.on(page.number).at(area));
        }
    }
}

/// Whether readers are to read it: not what is hidden or only decorates, and not what is mixed in ways of which the colour
/// is not known.
fn is_read(item: &Item, text: &Text) -> bool {
    !item.blend.masked
        && matches!(&*item.blend.mode, "Normal" | "Compatible" | "Multiply")
        && !text.is_hidden()
        && !item.content.artifact
        && !item.area.is_empty()
        && !text.text.trim().is_empty()
}

fn is_large(text: &Text) -> bool {
    let name = text.font.name.to_lowercase();
    let bold = ["bold", "black", "heavy", "demi"].iter().any(|weight| name.contains(weight));
    text.size >= if bold { LARGE_BOLD } else { LARGE } - SLACK
}
