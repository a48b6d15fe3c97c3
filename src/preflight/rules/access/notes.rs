//! Tells which notes have no name of their own, by which readers come to them.

use std::collections::HashSet;

use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

pub(super) fn notes(context: &Context<'_>, found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    let mut known: HashSet<&[u8]> = HashSet::new();
    for element in tree.elements.iter().filter(|element| element.standard() == "Note") {
        let what = match file.string(element.dictionary, "ID") {
            Some(id) if !id.is_empty() => {
                if known.insert(id) {
                    continue;
                }
                "two notes have one `ID`"
            }
            _ => "a note has no `ID`",
        };
        found.add(Occurrence::new(what).object(element.number()).on(element.page.unwrap_or(0)));
    }
}
