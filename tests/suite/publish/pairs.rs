//! Files in two languages on a site.
//!
//! What must not happen: a language that nobody has approved rides along with one that is; a file of both in the place of that of one,
//! so that who printed the address of the French leaflet hands out another; a name that tells; a number that is withdrawn in one
//! language and stays in the file of both.

use serde_json::{Value, json};

use super::bodies::STRUCTURE;
use super::site::{Site, check_sums, elements, follow, parsed};
use super::{FESTIVAL, approved, entries, publish, publish_clean, site_of};
use crate::support::Sandbox;

const NAME: &str = "street-evening-leaflet-en_nl-screen.pdf";

/// The fixture, all approved, whose leaflet is made in English and Dutch too.
fn with_pair() -> Sandbox {
    let sandbox = approved();
    let size = "text-size = \"9.4pt\"\n";
    sandbox.replace(
        STRUCTURE,
        &format!("{size}\n[edition.pocket]"),
        &format!("{size}pairs = [\"en+nl\"]\n\n[edition.pocket]"),
    );
    sandbox
}

fn pairs(index: &Value) -> Vec<&Value> {
    entries(index).iter().filter(|entry| entry.get("languages").is_some()).collect()
}

#[test]
fn a_file_in_two_languages_stands_on_the_pages_of_both() {
    let sandbox = with_pair();
    let site = publish_clean(&sandbox, &[]);
    follow(&site);
    check_sums(&site);
    let index = site.index();
    let built = sandbox.read_bytes(&format!("output/street-evening/en_nl/{NAME}"));
    let found = pairs(&index);
    assert_eq!(found.len(), 2);
    for (entry, language) in found.iter().zip(["en", "nl"]) {
        assert_eq!(entry["language"], language);
        assert_eq!(entry["languages"], json!(["en", "nl"]));
        let path = format!("current/{language}/{NAME}");
        assert_eq!(entry["path"], path);
        assert!(site.files[&path] == built);
        // The file of one language is there as before, and both are told from each other.
        let alone = format!("current/{language}/street-evening-leaflet-{language}-screen.pdf");
        assert!(site.files[&alone] != built);
        let page = parsed(site.text(&format!("current/{language}/index.html")));
        let link = elements(&page, "a").find(|link| link.attribute("href") == Some(NAME)).unwrap();
        let said: String = link.descendants().filter_map(|node| node.text()).collect();
        assert!(said.contains("English + Nederlands"), "{said}");
        let other = if language == "en" { "nl" } else { "en" };
        let marked = link.descendants().filter_map(|node| node.attribute("lang"));
        assert_eq!(marked.collect::<Vec<_>>(), [other]);
    }
    assert!(!site.text("current/ar/index.html").contains(NAME));
}

#[test]
fn a_draft_keeps_the_file_of_both_back() {
    let sandbox = with_pair();
    let path = format!("translations/nl/{FESTIVAL}.ftl");
    let text = sandbox.read(&path);
    let line = text.lines().find(|line| line.starts_with("callout-rain = ")).unwrap();
    sandbox.write(&path, text.replace(line, &format!("{line} Echt.")));
    let folder = site_of(&sandbox);
    let ran = publish(&sandbox, &folder, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let told = "`lantern-festival` in `nl`: `leaflet` and `leaflet en+nl` are left out";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    let site = Site::read(&folder);
    assert!(pairs(&site.index()).is_empty());
    assert!(site.files.keys().all(|path| !path.contains("en_nl")));
    assert!(site.files.contains_key("current/en/street-evening-leaflet-en-screen.pdf"));
    // Drafts are marked, and are not in the place of what is approved.
    let ran = publish(&sandbox, &folder, &["--drafts"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let index = Site::read(&folder).index();
    assert!(pairs(&index).iter().all(|entry| entry["state"] == "draft"), "{index}");
    assert_eq!(pairs(&index).len(), 2);
}

#[test]
fn a_number_that_changes_is_withdrawn_from_the_file_of_both() {
    let sandbox = with_pair();
    publish_clean(&sandbox, &[]);
    let facts = format!("brochures/{FESTIVAL}/facts.toml");
    let text = sandbox.read(&facts);
    let line = text.lines().find(|line| line.starts_with("phone = ")).unwrap();
    sandbox.write(&facts, text.replace(line, "phone = \"0555 99 88 77\""));
    let folder = site_of(&sandbox);
    let old = Site::read(&folder).files[&format!("current/nl/{NAME}")].clone();
    let ran = publish(&sandbox, &folder, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let site = Site::read(&folder);
    assert!(site.files.values().all(|bytes| *bytes != old));
    let index = site.index();
    let found = pairs(&index);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|entry| entry["state"] == "replaced"), "{index}");
}
