//! Tells what the document as a whole lacks: a title that shows, bookmarks.

use std::collections::HashSet;

use lopdf::{Dictionary, ObjectId};

use crate::file::shortened;
use crate::page::PageSummary;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

/// A document with so many pages is leafed through without bookmarks.
const SHORT: usize = 5;

/// How many bookmarks are looked at.
const MOST_BOOKMARKS: usize = 100_000;

pub(super) fn title(context: &Context<'_>, found: &mut Occurrences) {
    let file = context.file;
    let preferences = file.dict(file.catalogue(), "ViewerPreferences");
    if preferences.and_then(|preferences| file.boolean(preferences, "DisplayDocTitle"))
        != Some(true)
    {
        found.add(Occurrence::new(
            "the window shows the file's name, not its title (`DisplayDocTitle` is not true)",
        ));
    }
}

pub(super) fn bookmarks(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    let file = context.file;
    let outline = file.dict(file.catalogue(), "Outlines");
    let first = outline.and_then(|outline| outline.get(b"First").ok());
    let Some(first) = first else {
        let headed = context
            .tree()
            .elements
            .iter()
            .any(|element| element.heading().is_some() || element.standard() == "H");
        if pages.len() > SHORT && headed {
            found.add(Occurrence::new(format!(
                "a document of {} pages with headings has no bookmarks",
                pages.len()
            )));
        }
        return;
    };
    let mut seen: HashSet<ObjectId> = HashSet::new();
    let mut waiting = vec![first];
    while let Some(object) = waiting.pop() {
        let number = object.as_reference().ok();
        if number.is_some_and(|number| !seen.insert(number)) {
            found.add(
                Occurrence::new("the bookmarks lead in a circle").object(number.map(|id| id.0)),
            );
            continue;
        }
        let Some(entry) = file.dictionary(object) else {
            found.add(
                Occurrence::new("the bookmarks lead to something that is none")
                    .object(number.map(|id| id.0)),
            );
            continue;
        };
        if seen.len() > MOST_BOOKMARKS {
            found.add(Occurrence::new(format!("there are more than {MOST_BOOKMARKS} bookmarks")));
            return;
        }
        bookmark(context, entry, number, found);
        waiting.extend(["Next", "First"].iter().filter_map(|key| entry.get(key.as_bytes()).ok()));
    }
}

fn bookmark<'a>(
    context: &Context<'a>,
    entry: &'a Dictionary,
    number: Option<ObjectId>,
    found: &mut Occurrences,
) {
    let file = context.file;
    let number = number.map(|id| id.0);
    let title = file.text(entry, "Title").unwrap_or_default();
    if title.trim().is_empty() {
        found.add(Occurrence::new("a bookmark has no title").object(number));
    }
    if found.occurrences.len() < 1000
        && let Some(Err(why)) = context.destinations().of_item(file, entry)
    {
        let what = format!("the bookmark `{}` leads nowhere: {why}", shortened(title.trim()));
        found.add(Occurrence::new(what).object(number));
    }
}
