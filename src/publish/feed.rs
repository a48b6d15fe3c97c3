//! Writes an Atom feed: when a language got something new (RFC 4287).

use std::fmt::Write as _;

use crate::artifact::files::sha256;
use crate::publish::entry::{Entry, State};
use crate::publish::html::escaped;

/// The name of the file.
pub(super) const FEED: &str = "feed.xml";

/// Writes the feed: an entry for each brochure and language, the newest first. `base` is the address of the site.
/// `owner` tells the feeds of bodies from each other; it is empty for that of the brochures.
pub(super) fn feed(title: &str, base: Option<&str>, owner: &str, files: &[Entry]) -> String {
    let mut newest: Vec<&Entry> = Vec::new();
    for entry in files.iter().filter(|entry| entry.state != State::Replaced) {
        let is_same =
            |other: &&mut &Entry| other.name == entry.name && other.language == entry.language;
        match newest.iter_mut().find(is_same) {
            Some(known) if known.date >= entry.date => {}
            Some(known) => *known = entry,
            None => newest.push(entry),
        }
    }
    newest.sort_by(|one, other| other.date.cmp(&one.date));
    let updated = newest.first().map_or("1970-01-01", |entry| entry.date.as_str());
    let address = |path: &str| escaped(&format!("{}{path}", base.unwrap_or_default()));
    let names: Vec<&str> = newest.iter().map(|entry| entry.name.as_str()).collect();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.push_str("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    let _ = writeln!(out, "<id>{}</id>", identifier(owner, &[names.first().unwrap_or(&"site")]));
    let _ = writeln!(out, "<title>{}</title>", escaped(title));
    let _ = writeln!(out, "<updated>{updated}T00:00:00Z</updated>");
    let _ = writeln!(out, "<author><name>{}</name></author>", escaped(title));
    let _ = writeln!(out, "<link rel=\"self\" href=\"{}\"/>", address(FEED));
    let _ = writeln!(out, "<link rel=\"alternate\" href=\"{}\"/>", address("index.html"));
    for entry in newest {
        let page = entry.language_page();
        let tag = entry.language.as_str();
        let _ = writeln!(out, "<entry xml:lang=\"{tag}\">");
        let _ =
            writeln!(out, "<id>{}</id>", identifier(owner, &[&entry.name, tag, &entry.version]));
        let _ = writeln!(out, "<title>{}</title>", escaped(&entry.title));
        let _ = writeln!(out, "<updated>{}T00:00:00Z</updated>", entry.date);
        let _ = writeln!(
            out,
            "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>",
            address(&page)
        );
        let _ = writeln!(out, "<summary>{} {}</summary>", escaped(&entry.version), entry.date);
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

/// A name that stays the same whatever the address of the site is (RFC 9562, 5.8).
fn identifier(owner: &str, parts: &[&str]) -> String {
    let mut figures = sha256(format!("{owner}{}", parts.join("\n")).as_bytes());
    figures.truncate(32);
    figures.replace_range(12..13, "8");
    figures.replace_range(16..17, "8");
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        &figures[..8],
        &figures[8..12],
        &figures[12..16],
        &figures[16..20],
        &figures[20..]
    )
}
