//! Tells which pages the structure reads against their layout.
//!
//! Layouts are many: columns, boxes, floats, panels that stand upside down. So a page is suspected only if, within columns,
//! far more contents are read from below to above than are painted so.

use std::collections::{BTreeMap, HashMap};

use crate::geometry::Rect;
use crate::page::{MarkedContent, PageSummary};
use crate::rules::access::places::Contents;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::ContentKind;

/// Elements that may stand anywhere on the page, or whose parts may.
const FREE: [&str; 9] =
    ["Figure", "Formula", "Form", "Caption", "Note", "FENote", "Aside", "Annot", "Artifact"];

/// How many contents of a page are compared with each other; of more every so many.
const MOST_COMPARED: usize = 200;

/// A page is suspected if so large a share of its pairs runs upwards, by so much more than in the order of painting, and
/// so many pairs at least. A page whose elements are shuffled has a half, one that is reversed has all; a float that is
/// missed has less than a fourth even on a short page.
const MOST_UPWARDS: f64 = 0.25;
const MORE_THAN_PAINTED: f64 = 0.2;
const LEAST_PAIRS: usize = 3;

/// Contents that lie this far above each other, in points, do not stand on one line.
const SLACK: f64 = 1.0;

pub(super) fn order(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    let tree = context.tree();
    let contents = Contents::of(pages);
    let free = tree.within(&FREE);
    let mut read: BTreeMap<usize, Vec<&MarkedContent>> = BTreeMap::new();
    let (mut forwards, mut backwards, mut last, mut worst) = (0_usize, 0_usize, 0, 0);
    for item in &tree.items {
        if !matches!(item.what, ContentKind::Marked { .. })
            || free.get(item.element) != Some(&false)
        {
            continue;
        }
        let Some((page, content)) = contents.shown(item) else { continue };
        if content.area.is_empty() || content.text.trim().is_empty() {
            continue;
        }
        read.entry(page).or_default().push(content);
        if page > last {
            forwards += usize::from(last > 0);
        } else if page < last {
            backwards += 1;
            worst = if worst == 0 { page } else { worst };
        }
        last = page;
    }
    if backwards >= LEAST_PAIRS && backwards > forwards.saturating_mul(2) {
        let what = format!(
            "the structure goes back to an earlier page {backwards} times, and on to a later one {forwards} times"
        );
        found.add(Occurrence::new(what).on(worst));
    }
    for page in pages {
        let Some(read) = read.get(&page.number) else { continue };
        let Some(read) = upwards(page, read) else { continue };
        found.add(
            Occurrence::new(format!(
                "the structure reads {read:.0} % of the page from below to above"
            ))
            .on(page.number),
        );
    }
}

/// The share of pairs that is read upwards, in percent; `None` if the page is not suspected.
fn upwards(page: &PageSummary, read: &[&MarkedContent]) -> Option<f64> {
    let step = read.len().div_ceil(MOST_COMPARED).max(1);
    let read: Vec<&MarkedContent> = read.iter().copied().step_by(step).collect();
    let place: HashMap<_, usize> = page
        .contents
        .iter()
        .zip(0..)
        .map(|(content, place)| ((content.owner, content.id), place))
        .collect();
    let painted: Vec<usize> = read
        .iter()
        .map(|content| place.get(&(content.owner, content.id)).copied().unwrap_or(0))
        .collect();
    let (mut pairs, mut read_up, mut painted_up) = (0_usize, 0_usize, 0_usize);
    for (index, (first, first_place)) in read.iter().zip(&painted).enumerate() {
        for (second, second_place) in read.iter().zip(&painted).skip(index + 1) {
            if !in_one_column(first.area, second.area) {
                continue;
            }
            let up = second.area.y0 >= first.area.y1 - SLACK;
            let down = second.area.y1 <= first.area.y0 + SLACK;
            if up == down {
                continue;
            }
            pairs += 1;
            read_up += usize::from(up);
            painted_up += usize::from(up == (first_place < second_place));
        }
    }
    let share = |part: usize| count(part) / count(pairs.max(1));
    let suspected = read_up >= LEAST_PAIRS
        && share(read_up) >= MOST_UPWARDS
        && share(read_up) - share(painted_up) >= MORE_THAN_PAINTED;
    suspected.then(|| share(read_up) * 100.0)
}

/// Whether the narrower of two areas lies above or below the other by more than half of its width.
fn in_one_column(one: Rect, other: Rect) -> bool {
    let shared = one.x1.min(other.x1) - one.x0.max(other.x0);
    shared > one.width().min(other.width()) / 2.0
}

fn count(number: usize) -> f64 {
    number as f64
}
