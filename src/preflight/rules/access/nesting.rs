//! Tells which elements stand where their type has no meaning.

use std::collections::BTreeMap;

use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::{Element, Tree};

/// Types that have a meaning within certain others alone (ISO 32000-1, tables 336 and 337; ISO 32000-2, annex L).
const HOLDERS: [(&str, &[&str]); 9] = [
    ("TR", &["Table", "THead", "TBody", "TFoot"]),
    ("TH", &["TR"]),
    ("TD", &["TR"]),
    ("THead", &["Table"]),
    ("TBody", &["Table"]),
    ("TFoot", &["Table"]),
    ("LI", &["L"]),
    ("LBody", &["LI"]),
    ("TOCI", &["TOC"]),
];

/// Types that only hold others together.
const NEUTRAL: [&str; 4] = ["NonStruct", "Private", "Div", "Artifact"];

pub(super) fn nesting(context: &Context<'_>, found: &mut Occurrences) {
    let tree = context.tree();
    let mut wrong: BTreeMap<(&str, &str), (&Element<'_>, usize)> = BTreeMap::new();
    for element in &tree.elements {
        let role = element.standard();
        let Some((_, holders)) = HOLDERS.iter().find(|(name, _)| *name == role) else { continue };
        let holder = holder(tree, element);
        // What has no standard type is reported by another rule.
        if !holder.is_empty() && !holders.contains(&holder) {
            wrong.entry((role, holder)).or_insert((element, 0)).1 += 1;
        }
    }
    for ((role, holder), (element, count)) in wrong {
        let what = match count {
            1 => format!("an element `{role}` stands in `{holder}`"),
            _ => format!("{count} elements `{role}` stand in `{holder}`"),
        };
        let holders = HOLDERS.iter().find(|(name, _)| *name == role).map_or(&[][..], |row| row.1);
        let wanted = format!("in `{}`", holders.join("` or `"));
        let occurrence = Occurrence::new(what).wanted(wanted).object(element.number());
        found.add(occurrence.on(element.page.unwrap_or(0)));
    }
}

/// The standard type of the next element above that does more than hold others together; "the root" if there is none.
fn holder(tree: &Tree<'_>, element: &Element<'_>) -> &'static str {
    let mut above = element.parent;
    // What holds an element stands before it, so this ends.
    while let Some(holder) = above.and_then(|index| tree.elements.get(index)) {
        if !NEUTRAL.contains(&holder.standard()) {
            return holder.standard();
        }
        above = holder.parent;
    }
    "the root"
}
