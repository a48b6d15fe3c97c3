//! Turns what changed into a page for a browser, which needs no network and no scripts.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::cli::facts::editions;
use crate::diagnostic::count;
use crate::difference::Change;
use crate::history::{
    Changes, FactChange, LanguageChanges, MessageChange, ShownText, Stretch, compare, stretches,
};
use crate::language::{Languages, Tag};

/// Colours are beside a sign: those who can't tell them apart see lines through and below words.
const STYLE: &str = "\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2rem; border-bottom: 1px solid; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: .25rem 0; } .text { white-space: pre-wrap; padding: .5rem; border: 1px solid #8888; border-radius: .25rem; }
.tag { font-family: ui-monospace, monospace; font-size: .8em; opacity: .7; }
.note { font-size: .875rem; opacity: .8; }
del { background: #c0392b33; text-decoration: line-through; } ins { background: #1e7d4633; text-decoration: underline; }
dl { display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: .25rem 1rem; margin: .25rem 0; }
dt { font-weight: 600; } dd { margin: 0; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
";

/// The page.
pub(super) fn page(found: &Changes, languages: &Languages) -> String {
    let title = format!("{}: changes since {}", found.brochure, found.since);
    let mut out = String::from(
        "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n",
    );
    let _ =
        writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    let _ = writeln!(
        out,
        "<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>",
        escaped(&title)
    );
    let _ = writeln!(out, "<h1>{}</h1>\n<p>The release of {}.</p>", escaped(&title), found.date);
    out.push_str("<nav aria-label=\"Contents\"><ul>\n<li><a href=\"#facts\">Facts</a></li>\n");
    for language in &found.languages {
        let (tag, name) =
            (escaped(language.language.as_str()), named(&language.language, languages));
        let _ = writeln!(out, "<li><a href=\"#in-{tag}\">{name}</a></li>");
    }
    out.push_str("</ul></nav>\n<main>\n<h2 id=\"facts\">Facts</h2>\n");
    if found.facts.is_empty() {
        out.push_str("<p>No change.</p>\n");
    }
    found.facts.iter().for_each(|change| fact(&mut out, change));
    for language in &found.languages {
        section(&mut out, language, languages, &found.phones);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn fact(out: &mut String, change: &FactChange) {
    let _ = writeln!(out, "<h3><code>{}</code></h3>\n<dl>", escaped(&change.fact));
    for part in &change.parts {
        let _ = write!(out, "<dt>{}</dt><dd>", escaped(&part.part));
        if let Some(was) = &part.was {
            let _ = write!(out, "<del><bdi>{}</bdi></del> ", escaped(was));
        }
        if let Some(now) = &part.now {
            let _ = write!(out, "<ins><bdi>{}</bdi></ins>", escaped(now));
        }
        out.push_str("</dd>\n");
    }
    let shown = escaped(&editions(&change.shown));
    let shown = if shown.is_empty() { "nowhere" } else { shown.as_str() };
    let _ = writeln!(out, "</dl>\n<p class=\"note\">Shown: {shown}</p>");
}

fn section(
    out: &mut String,
    language: &LanguageChanges,
    languages: &Languages,
    phones: &BTreeSet<String>,
) {
    let tag = escaped(language.language.as_str());
    let _ = writeln!(out, "<h2 id=\"in-{tag}\">{}</h2>", named(&language.language, languages));
    let all = count(language.messages.len(), "message");
    let note = match (language.was_there, language.is_there) {
        (false, _) => format!("A new language: {all}."),
        (_, false) => format!("No language of the brochure any more: {all} gone."),
        _ if language.messages.is_empty() => "No change.".to_owned(),
        _ => format!("{all} changed, added or removed."),
    };
    let _ = writeln!(out, "<p>{note}</p>");
    if language.was_there && language.is_there {
        language.messages.iter().for_each(|change| message(out, change, languages, phones));
    }
}

fn message(
    out: &mut String,
    change: &MessageChange,
    languages: &Languages,
    phones: &BTreeSet<String>,
) {
    let editions: Vec<String> = change.editions.iter().map(|name| escaped(name)).collect();
    let what = match (&change.was, &change.now) {
        (None, _) => "added",
        (_, None) => "removed",
        _ => "changed",
    };
    let _ = writeln!(
        out,
        "<h3><code>{}</code> <span class=\"note\">{what}, {}</span></h3>",
        escaped(&change.message),
        editions.join(", ")
    );
    let inside = |element: &str, text: &str, direction: &str| {
        // What was taken out and what was put in do not run into each other, whatever their scripts.
        format!("<{element} dir=\"{direction}\">{}</{element}>", content(text, phones))
    };
    match (&change.was, &change.now) {
        // Two languages have no words in common.
        (Some(was), Some(now)) if was.language != now.language => {
            for (element, shown) in [("del", was), ("ins", now)] {
                let direction = direction(&shown.language, languages);
                text(out, shown, &inside(element, &shown.text, direction), languages);
            }
        }
        (was, now) => {
            let Some(shown) = now.as_ref().or(was.as_ref()) else { return };
            let direction = direction(&shown.language, languages);
            let old = was.as_ref().map_or("", |was| was.text.as_str());
            let new = now.as_ref().map_or("", |now| now.text.as_str());
            let pieces = compare(old, new, phones).into_iter().map(|piece| match piece.change {
                Change::Kept => content(&piece.text, phones),
                Change::Removed => inside("del", &piece.text, direction),
                Change::Added => inside("ins", &piece.text, direction),
            });
            text(out, shown, &pieces.collect::<String>(), languages);
        }
    }
}

/// A text in which numbers and tags keep their direction.
fn content(text: &str, phones: &BTreeSet<String>) -> String {
    let pieces = stretches(text, phones).into_iter().map(|stretch| match stretch {
        Stretch::Text(text) => escaped(text),
        Stretch::Phone(number) => format!("<bdi dir=\"ltr\">{}</bdi>", escaped(number)),
        Stretch::Tag(tag) => format!("<bdi dir=\"ltr\" class=\"tag\">{}</bdi>", escaped(tag)),
    });
    pieces.collect()
}

fn text(out: &mut String, shown: &ShownText, content: &str, languages: &Languages) {
    let (tag, direction) =
        (escaped(shown.language.as_str()), direction(&shown.language, languages));
    let _ = writeln!(out, "<p class=\"text\" lang=\"{tag}\" dir=\"{direction}\">{content}</p>");
}

/// The name of a language in itself, with its tag.
fn named(tag: &Tag, languages: &Languages) -> String {
    let code = escaped(tag.as_str());
    match languages.get(tag) {
        Some(row) => format!(
            "<bdi lang=\"{code}\" dir=\"{}\">{}</bdi> ({code})",
            direction(tag, languages),
            escaped(&row.autonym)
        ),
        None => code,
    }
}

fn direction(tag: &Tag, languages: &Languages) -> &'static str {
    languages.get(tag).map_or("auto", |row| row.direction().as_str())
}

/// A text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
