//! What is on a site: every link leads somewhere, every checksum is right, nothing outside tells.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use roxmltree::{Document, Node, ParsingOptions};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    FESTIVAL, LANGUAGES, SHIPPED_SITE, approved, entries, publish, publish_clean, site_of,
    with_words,
};
use crate::support::REPOSITORY;
use crate::support::shipped::{BROCHURE, languages, shipped};

/// The files of a site.
pub(super) struct Site {
    pub(super) folder: std::path::PathBuf,
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    pub(super) fn read(folder: &Path) -> Site {
        let mut files = BTreeMap::new();
        collect(folder, "", &mut files);
        Site { folder: folder.to_owned(), files }
    }

    pub(super) fn text(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("{path} is not there"));
        std::str::from_utf8(bytes).unwrap()
    }

    pub(super) fn index(&self) -> Value {
        serde_json::from_str(self.text("index.json")).unwrap()
    }

    pub(super) fn pages(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(|path| path.ends_with(".html"))
    }
}

fn collect(folder: &Path, before: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{before}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
}

/// A page as XML: every element is closed, every attribute quoted.
#[track_caller]
pub(super) fn parsed(page: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(page, options).unwrap_or_else(|error| panic!("{error}"))
}

pub(super) fn elements<'a>(
    document: &'a Document<'a>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(name))
}

pub(super) fn meta<'a>(document: &'a Document<'a>, name: &str) -> Option<&'a str> {
    let found = elements(document, "meta").find(|meta| {
        ["name", "property", "http-equiv"].iter().any(|key| meta.attribute(*key) == Some(name))
    });
    found.and_then(|meta| meta.attribute("content"))
}

/// Where a relative link of a page leads.
pub(super) fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{link} of {page} leads out of the site");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Follows every link of every page.
#[track_caller]
pub(super) fn follow(site: &Site) -> usize {
    let mut followed = 0;
    for path in site.pages() {
        let document = parsed(site.text(path));
        let ids: Vec<&str> =
            document.descendants().filter_map(|node| node.attribute("id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: ids are unique");
        for node in document.descendants() {
            for name in ["href", "src"] {
                let Some(link) = node.attribute(name) else { continue };
                followed += 1;
                let is_canonical = node.attribute("rel") == Some("canonical");
                if let Some(place) = link.strip_prefix('#') {
                    assert!(ids.contains(&place), "{path}: {link}");
                } else if link.contains(':') {
                    let is_link = node.has_tag_name("a") || is_canonical;
                    let is_known =
                        ["https://", "tel:", "mailto:"].iter().any(|it| link.starts_with(it));
                    assert!(is_link && is_known, "{path}: {link}");
                } else {
                    assert!(!link.starts_with('/'), "{path}: {link} works at the root alone");
                    let target = resolve(path, link);
                    assert!(site.files.contains_key(&target), "{path}: {link} leads nowhere");
                }
            }
        }
    }
    followed
}

/// Compares each file with its checksums, in the list of all files, in `index.json` and on the page of its language.
#[track_caller]
pub(super) fn check_sums(site: &Site) {
    let sums: BTreeMap<&str, &str> = site
        .text("SHA256SUMS")
        .lines()
        .map(|line| line.split_once("  ").unwrap())
        .map(|(sum, path)| (path, sum))
        .collect();
    let named = site.files.keys().filter(|path| *path != "SHA256SUMS");
    assert!(named.clone().map(String::as_str).eq(sums.keys().copied()));
    for path in named {
        assert_eq!(sums[path.as_str()], sha256(&site.files[path]), "{path}");
    }
    let index = site.index();
    let earlier = index["earlier"].as_array().cloned().unwrap_or_default();
    for entry in entries(&index).iter().chain(&earlier) {
        for key in ["path", "version-path"] {
            let bytes = &site.files[entry[key].as_str().unwrap()];
            assert_eq!(entry["sha256"], sha256(bytes), "{entry}");
            assert_eq!(entry["bytes"], bytes.len(), "{entry}");
        }
    }
    for entry in entries(&index).iter().filter(|entry| entry["state"] != "replaced") {
        let page = format!("current/{}/index.html", entry["language"].as_str().unwrap());
        assert!(site.text(&page).contains(entry["sha256"].as_str().unwrap()), "{page}: {entry}");
    }
}

#[test]
fn an_approved_brochure_is_a_site() {
    let sandbox = approved();
    let site = publish_clean(&sandbox, &[]);
    assert!(follow(&site) > 60);
    check_sums(&site);
    let index = site.index();
    let files = entries(&index);
    // Leaflets in three languages, the small one in two, and the texts in three.
    assert_eq!(files.len(), 3 + 2 + 3);
    assert!(files.iter().all(|entry| entry["state"] == "approved"), "{files:?}");
    let output = sandbox.folder_of(FESTIVAL);
    for entry in files.iter().filter(|entry| entry["for"] == "screen") {
        let path = entry["path"].as_str().unwrap();
        let file = path.strip_prefix("current/").unwrap();
        assert_eq!(site.files[path], sandbox.read_bytes(&format!("{output}/{file}")), "{path}");
    }
    for path in site.pages() {
        let document = parsed(site.text(path));
        assert_eq!(meta(&document, "robots"), None, "{path}");
        assert_eq!(meta(&document, "referrer"), Some("no-referrer"), "{path}");
    }
    let tags: Vec<&str> = index["languages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|language| language["tag"].as_str().unwrap())
        .collect();
    assert_eq!(tags, LANGUAGES);
    assert_eq!(index["languages"][2]["direction"], "rtl");
}

#[test]
fn a_second_run_changes_nothing() {
    let sandbox = approved();
    let folder = site_of(&sandbox);
    publish_clean(&sandbox, &[]);
    let time = |name: &str| fs::metadata(folder.join(name)).unwrap().modified().unwrap();
    let before = (time("index.html"), time("current"));
    let ran = publish(&sandbox, &folder, &[]);
    assert!(ran.stdout.contains(", unchanged: "), "{}", ran.stdout);
    assert_eq!((time("index.html"), time("current")), before);
    // The same project gives the same site in another folder.
    let other = sandbox.beside("other");
    publish(&sandbox, &other, &[]);
    assert_eq!(Site::read(&other).files, Site::read(&folder).files);
}

#[test]
fn drafts_are_marked_on_page_and_file_and_hidden() {
    let site = &*SHIPPED_SITE;
    assert!(follow(site) > 500);
    check_sums(site);
    let index = site.index();
    assert!(entries(&index).iter().all(|entry| entry["state"] == "draft"));
    for entry in entries(&index) {
        assert!(entry["path"].as_str().unwrap().contains("-draft."), "{entry}");
    }
    for path in site.pages() {
        let document = parsed(site.text(path));
        assert_eq!(meta(&document, "robots"), Some("noindex, nofollow"), "{path}");
        let is_marked = document.descendants().any(|node| node.attribute("class") == Some("draft"));
        assert!(is_marked, "{path}");
    }
    let pages = languages().count() * 2 + 1;
    // The texts stand in the folder of the version too.
    assert_eq!(site.pages().count(), pages + languages().count());
}

/// What a page says beside the texts that people read on it: all attributes but the neutral title, and comments.
fn outside_of(page: &str) -> String {
    let document = parsed(page);
    let mut out = String::new();
    for node in document.descendants() {
        if node.is_comment() {
            out.push_str(node.text().unwrap_or_default());
        }
        let is_foreign = |value: &str| value.contains(':') && !value.starts_with("default-src");
        for attribute in node.attributes() {
            // Where a service stands in the net, and the alternative text of a picture, are texts of the leaflet.
            if !is_foreign(attribute.value()) && attribute.name() != "alt" {
                out.push_str(&format!(" {} ", attribute.value()));
            }
        }
    }
    out
}

/// Whether a word stands in a text, and is not a part of another one.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part)
    })
}

#[test]
fn nothing_outside_tells_what_it_is_about() {
    let site = &*SHIPPED_SITE;
    let structure: toml::Table =
        shipped().read(&format!("brochures/{BROCHURE}/brochure.toml")).parse().unwrap();
    let sections = structure["section"].as_array().unwrap().iter();
    let mut ids: BTreeSet<String> =
        sections.map(|section| section["id"].as_str().unwrap().to_owned()).collect();
    ids.insert(BROCHURE.to_owned());
    let facts: toml::Table =
        shipped().read(&format!("brochures/{BROCHURE}/facts.toml")).parse().unwrap();
    for kind in facts.values().filter_map(toml::Value::as_table) {
        ids.extend(kind.keys().cloned());
    }
    // What everybody may see of the brochure: its neutral title in each language.
    let titles: BTreeSet<String> = languages()
        .map(|language| {
            let text = shipped().read(&format!("translations/{language}/{BROCHURE}.ftl"));
            let line = text.lines().find_map(|line| line.strip_prefix("document-title = "));
            line.unwrap().to_owned()
        })
        .collect();
    assert!(ids.len() > 60 && titles.len() == 8, "{ids:?} {titles:?}");
    let tells = |text: &str, of: &str| {
        for id in &ids {
            assert!(!has_word(text, id), "`{id}` in {of}");
        }
        assert!(!text.to_lowercase().contains("violen"), "{of}: {text}");
    };
    for (path, bytes) in &site.files {
        tells(path, "a path");
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        if path.ends_with(".html") {
            tells(&outside_of(text), path);
            let document = parsed(text);
            let title = elements(&document, "title").next().unwrap().text().unwrap();
            assert!(titles.contains(title), "{path}: {title}");
            assert_eq!(meta(&document, "og:title"), Some(title), "{path}");
            assert_eq!(meta(&document, "description"), None);
        } else if !path.ends_with(".pdf") {
            tells(text, path);
        }
        if path.ends_with("/index.html") {
            // Not even the text of these pages tells.
            assert!(!text.to_lowercase().contains("violen"), "{path}");
        }
    }
}

/// The picture that stands in `index.json` for an edition in a language.
fn picture<'s>(site: &'s Site, edition: &str, language: &str) -> &'s [u8] {
    let index = site.index();
    let entry = entries(&index).iter().find(|entry| {
        entry["edition"] == edition && entry["language"] == language && entry["for"] == "screen"
    });
    let path = entry.unwrap()["picture"]["path"].as_str().unwrap().to_owned();
    &site.files[&path]
}

#[test]
fn a_site_is_open_if_the_brochure_says_so() {
    let sandbox = approved();
    let closed = publish_clean(&sandbox, &["--base-url", "https://info.example"]);
    let page = parsed(closed.text("current/en/index.html"));
    let title = sandbox.load(FESTIVAL).resolve("leaflet", "en").manuscript.title.plain();
    assert_eq!(meta(&page, "og:title"), Some(title.as_str()));
    assert_eq!(meta(&page, "og:image"), None, "its cover can't be discreet");
    sandbox
        .append(&format!("brochures/{FESTIVAL}/brochure.toml"), "\n[publish]\ncover = \"open\"\n");
    let open = publish_clean(&sandbox, &["--base-url", "https://info.example"]);
    let page = parsed(open.text("current/en/index.html"));
    let cover = sandbox.load(FESTIVAL).resolve("leaflet", "en").text("cover-title");
    assert_ne!(cover, title);
    assert_eq!(meta(&page, "og:title"), Some(cover.as_str()));
    let image = "https://info.example/current/en/street-evening-leaflet-en-screen.png";
    assert_eq!(meta(&page, "og:image"), Some(image));
    assert_eq!(meta(&page, "og:url"), Some("https://info.example/current/en/index.html"));
    assert!(!picture(&open, "leaflet", "en").is_empty());
}

#[test]
fn the_small_picture_of_a_discreet_site_shows_no_title() {
    let sandbox = with_words();
    let structure = format!("brochures/{FESTIVAL}/brochure.toml");
    let layout = "layout = \"cover\"\n";
    sandbox.replace(&structure, layout, &format!("{layout}discreet = \"document-title\"\n"));
    let closed = publish_clean(&sandbox, &["--drafts"]);
    sandbox.append(&structure, "\n[publish]\ncover = \"open\"\n");
    let open = publish_clean(&sandbox, &["--drafts"]);
    for language in LANGUAGES {
        let (closed, open) =
            (picture(&closed, "leaflet", language), picture(&open, "leaflet", language));
        assert_eq!(image::load_from_memory(closed).unwrap().width(), 288);
        assert_ne!(closed, open);
    }
    // The PDF has the same cover as before.
    let path = "current/en/street-evening-leaflet-en-screen-draft.pdf";
    assert_eq!(closed.files[path], open.files[path]);
}

#[test]
fn the_policy_of_the_pages_stands_in_the_examples_for_servers() {
    let page = parsed(SHIPPED_SITE.text("index.html"));
    let policy = meta(&page, "Content-Security-Policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    let document = fs::read_to_string(Path::new(REPOSITORY).join("output/README.md")).unwrap();
    let own = format!("\"{policy}; frame-ancestors 'none'\"");
    assert_eq!(document.matches(&own).count(), 2, "{own} for nginx and for Caddy");
}

#[test]
fn the_feed_is_sound_and_names_each_language() {
    let text = SHIPPED_SITE.text("feed.xml");
    let feed = Document::parse(text).unwrap();
    let named =
        |name: &'static str| feed.descendants().filter(move |node| node.tag_name().name() == name);
    assert_eq!(named("entry").count(), languages().count());
    let ids: BTreeSet<&str> = named("id").map(|id| id.text().unwrap()).collect();
    assert_eq!(ids.len(), languages().count() + 1);
    assert!(ids.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == 45), "{ids:?}");
    for link in named("link") {
        let target = link.attribute("href").unwrap().strip_prefix("https://info.example/paper/");
        assert!(SHIPPED_SITE.files.contains_key(target.unwrap()), "{target:?}");
    }
}

#[test]
fn pictures_for_messengers_are_light_and_say_what_they_show() {
    let sandbox = approved();
    let structure = format!("brochures/{FESTIVAL}/brochure.toml");
    sandbox.replace(
        &structure,
        "layout = \"cover\"\n",
        "layout = \"cover\"\ndiscreet = \"document-title\"\n",
    );
    let folder = site_of(&sandbox);
    let ran = publish(&sandbox, &folder, &["--pictures", "--drafts"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    let site = Site::read(&folder);
    follow(&site);
    let index = site.index();
    let panels = index["pictures"].as_array().unwrap();
    // Six panels in three languages, two in two; each openly and discreetly.
    assert_eq!(panels.len(), (6 * 3 + 2 * 2) * 2);
    let loaded = sandbox.load(FESTIVAL);
    for panel in panels {
        let (path, text) = (panel["path"].as_str().unwrap(), panel["text"].as_str().unwrap());
        let bytes = &site.files[path];
        assert!(bytes.len() < 200_000, "{path}: {}", bytes.len());
        assert_eq!(panel["sha256"], sha256(bytes));
        let drawn = image::load_from_memory(bytes).unwrap().to_rgb8();
        assert_eq!(drawn.width(), 1080, "{path}");
        // Paper is white, also where a page has no ground.
        let white = drawn.pixels().filter(|pixel| pixel.0.iter().all(|part| *part > 230)).count();
        let all = (drawn.width() * drawn.height()) as usize;
        assert!(white * 3 > all || path.ends_with("-1.png"), "{path}: {white} of {all} are white");
        assert!(site.text(text).lines().count() > 1, "{text}");
    }
    // The panels together say what the leaflet says, in its order.
    let manuscript = loaded.resolve("leaflet", "ar").manuscript;
    let said: String = (1..=6)
        .map(|number| {
            let state = if manuscript.draft.is_some() { "-draft" } else { "" };
            let path = format!("pictures-open/ar/street-evening-leaflet-ar{state}-{number}.txt");
            site.text(&path).to_owned()
        })
        .collect();
    let mut rest = said.as_str();
    for passage in manuscript.passages() {
        let plain = passage.plain().replace('\u{AD}', "");
        let at = rest.find(&plain).unwrap_or_else(|| panic!("{plain} is not in {rest}"));
        rest = &rest[at + plain.len()..];
    }
    // The first panel of the discreet set has another picture, and does not say the title.
    let cover = loaded.resolve("leaflet", "en").text("cover-title");
    let open = panels.iter().filter(|panel| panel["open"] == true);
    for open in open.filter(|panel| panel["path"].as_str().unwrap().ends_with("-1.png")) {
        let path = open["path"].as_str().unwrap();
        let other = path.replace("pictures-open/", "pictures/");
        assert_ne!(site.files[path], site.files[&other], "{path}");
        assert!(!site.text(&other.replace(".png", ".txt")).contains(&cover), "{other}");
    }
    // What was drawn is taken over.
    let ran = publish(&sandbox, &folder, &["--pictures", "--drafts"]);
    assert!(ran.stdout.contains("unchanged"), "{}", ran.stdout);
}
