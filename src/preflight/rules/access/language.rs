//! Tells which texts have no language, or one that is no language tag.

use std::collections::{BTreeMap, HashMap};

use lopdf::ObjectId;

use crate::file::{shortened, text};
use crate::page::PageSummary;
use crate::rules::access::places::Contents;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::{ContentKind, Element};

pub(super) fn language(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    // PDF/UA-1 names the older grammar (ISO 32000-1, 14.9.2).
    let is_sound = if context.claims.has("PDF/UA-1") { is_simple } else { is_well_formed };
    match file.text(file.catalogue(), "Lang").filter(|language| !language.trim().is_empty()) {
        None => without_language(context, pages, found),
        Some(language) if !is_sound(&language) => {
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
            && !is_sound(&text(language))
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

/// Tells what has no language where the catalogue names none: nothing, if all texts have their own.
fn without_language(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    let mut add = |what: &str| {
        found.add(Occurrence::new(format!("the catalogue names no language (`Lang`){what}")));
    };
    if !tree.present || tree.elements.is_empty() {
        add("");
        return;
    }
    let says =
        |element: &Element<'_>| element.language.is_some_and(|language| !language.is_empty());
    let contents = Contents::of(pages);
    let of_item = |item| tree.elements.get(item);
    let unsaid = tree.items.iter().any(|item| {
        let element = of_item(item.element);
        let shown = contents.shown(item).filter(|(_, content)| !content.text.trim().is_empty());
        shown.is_some_and(|(_, content)| !content.language && !element.is_some_and(says))
    });
    let texts = ["Alt", "ActualText", "E"];
    let has_words =
        |element: &&Element<'_>| texts.iter().any(|key| element.text(file, key).is_some());
    if unsaid || tree.elements.iter().filter(has_words).any(|element| !says(element)) {
        add(", nor do all texts");
        return;
    }
    let holders: HashMap<ObjectId, &Element<'_>> = tree
        .items
        .iter()
        .filter_map(|item| match item.what {
            ContentKind::Object(object) => Some((object, of_item(item.element)?)),
            ContentKind::Marked { .. } => None,
        })
        .collect();
    let outline = file.dict(file.catalogue(), "Outlines");
    if outline.is_some_and(|outline| outline.has(b"First")) {
        add(", and so the bookmarks have none");
        return;
    }
    for page in &context.pages.pages {
        let annotations = file.array(&page.dictionary, "Annots").unwrap_or_default();
        for object in annotations {
            let Some(annotation) = file.dictionary(object) else { continue };
            let has_words =
                ["Contents", "TU"].iter().any(|key| file.text(annotation, key).is_some());
            let holder = object.as_reference().ok().and_then(|object| holders.get(&object));
            let is_said =
                file.string(annotation, "Lang").is_some_and(|language| !language.is_empty());
            if has_words && !is_said && !holder.is_some_and(|element| says(element)) {
                add(", and so the words of a link or note have none");
                return;
            }
        }
    }
}

/// Whether a tag follows RFC 3066, 2.1.
fn is_simple(tag: &str) -> bool {
    let mut components = tag.split('-');
    let is_component = |component: &str, fits: fn(&u8) -> bool| {
        (1..=8).contains(&component.len()) && component.bytes().all(|byte| fits(&byte))
    };
    components.next().is_some_and(|first| is_component(first, u8::is_ascii_alphabetic))
        && components.all(|component| is_component(component, u8::is_ascii_alphanumeric))
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

#[cfg(test)]
mod tests {
    use super::{is_simple, is_well_formed};

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

    #[test]
    fn the_older_grammar_takes_more() {
        for tag in ["x", "d", "de-DE-DE", "i-default", "zh-Hant-TW"] {
            assert!(is_simple(tag), "{tag}");
        }
        for tag in ["", "de_DE", "German language", "de-", "1a"] {
            assert!(!is_simple(tag), "{tag}");
        }
    }
}
