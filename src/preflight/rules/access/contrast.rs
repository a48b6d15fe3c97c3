//! The text of a page in; text that differs too little from what lies under it out.

use std::collections::BTreeMap;

use feuillet_colour::{contrast, hex, luminance};

use crate::detail::{Detail, Found};
use crate::rule::Context;
use crate::rules::access::places::Areas;
use crate::survey::{Kind, Mark, Page, Text};

/// The least contrast of text (WCAG 2.2, 1.4.3).
const LEAST: f64 = 4.5;
/// The least contrast of large text.
const LEAST_LARGE: f64 = 3.0;
/// Text is large from this size, in points.
const LARGE: f64 = 18.0;
/// Bold text is large from this size, in points.
const LARGE_BOLD: f64 = 14.0;

/// How many pairs of colours are told of one page.
const MOST_PAIRS: usize = 100;

/// Sizes come out of a product of matrices, and colours are rounded to eight bits.
const SLACK: f64 = 0.02;

pub(super) fn contrast_of_text(_: &Context<'_>, page: &Page, found: &mut Found) {
    let mut weak: BTreeMap<([u8; 3], [u8; 3], bool), Areas> = BTreeMap::new();
    for mark in &page.marks {
        if let Kind::Text(text) = &mark.kind
            && is_read(mark, text)
            && let (Some(seen), Some(ground)) = (text.seen, text.ground)
        {
            let large = is_large(text);
            let least = if large { LEAST_LARGE } else { LEAST };
            if contrast(luminance(seen), luminance(ground)) < least - SLACK {
                weak.entry((seen, ground, large)).or_default().add(mark.area);
            }
        }
    }
    for ((seen, ground, large), areas) in weak.into_iter().take(MOST_PAIRS) {
        // Rounded down, so that it never looks like what is wanted.
        let ratio = (contrast(luminance(seen), luminance(ground)) * 100.0).floor() / 100.0;
        let (kind, least) = if large { ("large text", LEAST_LARGE) } else { ("text", LEAST) };
        let what = format!(
            "{kind} in `{}` on `{}` has a contrast of {ratio:.2}:1",
            hex(seen),
            hex(ground)
        );
        for area in areas.all() {
            let detail = Detail::new(what.as_str()).wanted(format!("at least {least}:1"));
            found.add(detail.on(page.number).at(area));
        }
    }
}

/// Whether readers are to read it: not what is hidden or only decorates, and not what is mixed in ways of which the colour
/// is not known.
fn is_read(mark: &Mark, text: &Text) -> bool {
    !mark.blend.masked
        && matches!(&*mark.blend.mode, "Normal" | "Compatible" | "Multiply")
        && !text.is_hidden()
        && !mark.content.artifact
        && !mark.area.is_empty()
        && !text.text.trim().is_empty()
}

fn is_large(text: &Text) -> bool {
    let name = text.font.name.to_lowercase();
    let bold = ["bold", "black", "heavy", "demi"].iter().any(|weight| name.contains(weight));
    text.size >= if bold { LARGE_BOLD } else { LARGE } - SLACK
}
