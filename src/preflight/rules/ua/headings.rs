//! Tells where headings skip a level, or count in two ways.

use std::collections::BTreeMap;

use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::Element;

pub(super) fn headings(context: &Context<'_>, found: &mut Occurrences) {
    if !context.claims.has("PDF/UA") {
        return;
    }
    let tree = context.tree();
    let mut add = |what: String, element: &Element<'_>| {
        found.add(Occurrence::new(what).object(element.number()).on(element.page.unwrap_or(0)));
    };
    let mut last = 0;
    let mut counted: Option<&Element<'_>> = None;
    let mut plain: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    let mut first_plain: Option<&Element<'_>> = None;
    for element in &tree.elements {
        if let Some(level) = element.heading() {
            if level > last + 1 {
                let what = match last {
                    0 => format!("the first heading is of level {level}"),
                    _ => format!("a heading of level {level} follows one of level {last}"),
                };
                add(what, element);
            }
            last = level;
            counted.get_or_insert(element);
        } else if element.standard() == "H" {
            first_plain.get_or_insert(element);
            let count = plain.entry(element.parent).or_default();
            *count += 1;
            if *count == 2 {
                add("one element holds several headings `H`".to_owned(), element);
            }
        }
    }
    if let (Some(_), Some(element)) = (counted, first_plain) {
        add("headings `H` stand beside headings with a level".to_owned(), element);
    }
}
