//! Tells what the document as a whole lacks: a language, a title that shows, bookmarks.

use std::collections::{BTreeMap, HashSet};

use lopdf::{Dictionary, ObjectId};

use crate::file::shortened;
use crate::file::text;
use crate::page::PageSummary;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

/// A document with so many pages is leafed through without bookmarks.
const SHORT: usize = 5;

/// How many bookmarks are looked at.
const MOST_BOOKMARKS: usize = 100_000;

pub(super) fn language(context: &Context<'_>, found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    match file.text(file.catalogue(), "Lang").filter(|language| !language.trim().is_empty()) {
        None => found.add(Occurrence::new("the catalogue names no language (`Lang`)")),
        Some(language) if !is_well_formed(&language) => {
            let language = shortened(&language);
            let what = format!(
                "the catalogue names `{language}` as its language, which is no language tag"
            );
            found.add(Occurrence::new(what).wanted("a tag as `de` or `pt-BR`"));
        }
        Some(_) => {}
    }
    let mut wrong = BTreeMap::new();
    for element in &tree.elements {
        // An empty one says that the language is not known (ISO 32000-1, 14.9.2).
        if let Some(language) = element.own_language(file).filter(|language| !language.is_empty())
            && wrong.len() < 100
            && !wrong.contains_key(language)
            && !is_well_formed(&text(language))
        {
            wrong.insert(language, element);
        }
    }
    for (language, element) in wrong {
        let language = shortened(&text(language));
        let what = format!(
            "`{}` has the language `{language}`, which is no language tag",
            element.shown_name()
        );
        found.add(Occurrence::new(what).object(element.number()).on(element.page.unwrap_or(0)));
    }
}

/// Whether a tag follows RFC 5646, 2.1; the few that are older than its grammar count too, where they begin with `i-`.
fn is_well_formed(tag: &str) -> bool {
    let components: Vec<&str> = tag.split('-').collect();
    let sound = |part: &&str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_alphanumeric())
    };
    if !components.iter().all(sound) {
        return false;
    }
    let letters = |part: &str| part.bytes().all(|c| c.is_ascii_alphabetic());
    let digits = |part: &str| part.bytes().all(|c| c.is_ascii_digit());
    let mut rest = components.into_iter().peekable();
    let Some(first) = rest.next() else { return false };
    if first.eq_ignore_ascii_case("x") || first.eq_ignore_ascii_case("i") {
        return rest.next().is_some();
    }
    if first.len() < 2 || !letters(first) {
        return false;
    }
    for _ in 0..3 {
        if first.len() < 4 {
            rest.next_if(|part| part.len() == 3 && letters(part));
        }
    }
    rest.next_if(|part| part.len() == 4 && letters(part));
    rest.next_if(|part| (part.len() == 2 && letters(part)) || (part.len() == 3 && digits(part)));
    let variant = |part: &&str| {
        part.len() >= 5 || (part.len() == 4 && part.starts_with(|c: char| c.is_ascii_digit()))
    };
    while rest.next_if(variant).is_some() {}
    while let Some(single) = rest.next() {
        let private = single.eq_ignore_ascii_case("x");
        if single.len() != 1 || rest.next_if(|part| private || part.len() > 1).is_none() {
            return false;
        }
        while rest.next_if(|part| private || part.len() > 1).is_some() {}
    }
    true
}

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

#[cfg(test)]
mod tests {
    use super::is_well_formed;

    #[test]
    fn language_tags_follow_their_grammar() {
        for tag in [
            "de",
            "pt-BR",
            "zh-Hant-TW",
            "zh-yue",
            "es-419",
            "sl-rozaj-biske",
            "de-CH-1996",
            "x-own",
            "i-klingon",
            "en-u-ca-buddhist-x-a",
            "ar",
        ] {
            assert!(is_well_formed(tag), "{tag}");
        }
        for tag in [
            "",
            "d",
            "de_DE",
            "German language",
            "de-",
            "-de",
            "de-DE-DE",
            "en-x",
            "123",
            "Deutsch!",
            "en-u",
            "türk",
        ] {
            assert!(!is_well_formed(tag), "{tag}");
        }
    }
}
