//! Tells where the headings of the structure skip or mix levels.

use crate::page::PageSummary;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

/// A document with so many pages may do without headings.
const SHORT: usize = 3;

pub(super) fn headings(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    let tree = context.tree();
    if tree.elements.is_empty() {
        return;
    }
    let mut last: Option<u8> = None;
    let mut plain = None;
    let mut skips = 0;
    for element in &tree.elements {
        if element.standard() == "H" {
            plain = plain.or(Some(element));
        }
        let Some(level) = element.heading() else { continue };
        let what = match last {
            None if level != 1 => Some(format!("the first heading has level {level}")),
            Some(last) if level > last.saturating_add(1) => {
                Some(format!("a heading of level {level} follows one of level {last}"))
            }
            _ => None,
        };
        if let Some(what) = what
            && skips < 1000
        {
            skips += 1;
            let wanted = last.map_or(1, |last| last.saturating_add(1));
            let occurrence = Occurrence::new(what).wanted(format!("level {wanted}"));
            found.add(occurrence.object(element.number()).on(element.page.unwrap_or(0)));
        }
        last = Some(level);
    }
    match (plain, last) {
        (Some(element), Some(_)) => {
            let what = "headings with a level (`H1`) and without one (`H`) are mixed";
            found.add(Occurrence::new(what).object(element.number()).on(element.page.unwrap_or(0)));
        }
        (None, None) if pages.len() > SHORT => {
            found.add(Occurrence::new(format!(
                "a document of {} pages has no heading",
                pages.len()
            )));
        }
        _ => {}
    }
}
