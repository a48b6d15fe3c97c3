//! What is no longer true is withdrawn, whatever else a run is about: a new name, another selection, an error elsewhere, a day.
//!
//! What must not happen: a file that stays "approved" because nobody looked up whose it is; a run that ends with an error before it
//! has withdrawn anything; a reader who is led to a page with nothing on it.

use std::fs;
use std::path::Path;

use super::site::{Site, check_sums, elements, follow, parsed};
use super::{
    FESTIVAL, LANGUAGES, approved, entries, publish, publish_clean, sign, site_of, with_words,
};
use crate::support::{Ran, Sandbox, approve};

const FACTS: &str = "brochures/lantern-festival/facts.toml";
const STRUCTURE: &str = "brochures/lantern-festival/brochure.toml";
const OLD: &str = "0555 10 20 30";
const NEW: &str = "0555 10 20 39";

/// Another brochure of the same project, with a number of its own.
const OTHER: &str = "second-festival";
const NUMBER: &str = "0555 10 20 88";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The fixture with a second brochure beside it, all approved.
fn with_two() -> Sandbox {
    let sandbox = approved();
    let brochures = sandbox.path("brochures");
    copy(&brochures.join(FESTIVAL), &brochures.join(OTHER));
    for language in LANGUAGES {
        let text = sandbox.read(&format!("translations/{language}/{FESTIVAL}.ftl"));
        sandbox.write(&format!("translations/{language}/{OTHER}.ftl"), text);
    }
    let path = |name: &str| format!("brochures/{OTHER}/{name}");
    sandbox.replace(&path("brochure.toml"), "\"street-evening\"", "\"street-night\"");
    sandbox.replace(&path("facts.toml"), OLD, NUMBER);
    // The words that both share are signed already.
    let records = LANGUAGES.map(|language| format!("translations/{language}/state/common.toml"));
    let signed = records.clone().map(|path| sandbox.read(&path));
    approve(&sandbox, OTHER, "LM");
    for (path, text) in records.iter().zip(signed) {
        sandbox.write(path, text);
    }
    sandbox
}

#[track_caller]
fn release(sandbox: &Sandbox, version: &str) {
    let ran = sandbox.run(&["release", version, "--on", "2026-11-24", "--brochure", FESTIVAL]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[track_caller]
fn publish_again(sandbox: &Sandbox, more: &[&str]) -> (Site, Ran) {
    let folder = site_of(sandbox);
    let ran = publish(sandbox, &folder, more);
    let site = Site::read(&folder);
    follow(&site);
    check_sums(&site);
    (site, ran)
}

fn has(site: &Site, text: &str) -> bool {
    // The numbers in a PDF are compressed: what is known by its checksum is looked for elsewhere.
    site.files.values().any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
}

/// Whether any file of one site is a file of another.
fn shares(one: &Site, other: &Site, like: &str) -> bool {
    let others: Vec<&Vec<u8>> = other.files.values().collect();
    let like =
        |path: &str| path.contains(like) && (path.ends_with(".pdf") || path.ends_with(".html"));
    one.files.iter().any(|(path, bytes)| like(path) && others.contains(&bytes))
}

/// What a language says under a name.
fn words(sandbox: &Sandbox, language: &str, id: &str) -> String {
    let text = sandbox.read(&format!("translations/{language}/common.ftl"));
    let begins = format!("{id} = ");
    text.lines().find_map(|line| line.strip_prefix(&begins)).unwrap().replace('\'', "&#39;")
}

#[test]
fn a_new_name_withdraws_what_is_no_longer_true() {
    let sandbox = approved();
    let first = publish_clean(&sandbox, &[]);
    sandbox.replace(STRUCTURE, "\"street-evening\"", "\"street-night\"");
    sandbox.replace(FACTS, OLD, NEW);
    release(&sandbox, "2.2");
    sign(&sandbox);
    let (second, ran) = publish_again(&sandbox, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.starts_with("warning: withdrawn: `current/"), "{}", ran.stderr);
    assert!(!shares(&first, &second, "street-evening") && !has(&second, OLD));
    for language in LANGUAGES {
        for folder in ["current", "v2.1"] {
            let page = second.text(&format!("{folder}/{language}/street-evening.html"));
            assert!(page.contains(&words(&sandbox, language, "site-replaced")), "{page}");
        }
        assert!(second.files.contains_key(&format!("current/{language}/street-night.html")));
    }
    let (third, _) = publish_again(&sandbox, &[]);
    assert_eq!(third.files, second.files);
}

#[test]
fn a_new_name_keeps_the_old_addresses_of_what_is_true() {
    let sandbox = approved();
    let first = publish_clean(&sandbox, &[]);
    sandbox.replace(STRUCTURE, "\"street-evening\"", "\"street-night\"");
    sign(&sandbox);
    let second = publish_clean(&sandbox, &[]);
    let third = publish_clean(&sandbox, &[]);
    for (path, bytes) in first.files.iter().filter(|(path, _)| path.contains("street-evening.")) {
        assert!(second.files[path] == *bytes && third.files[path] == *bytes, "{path}");
    }
    // What there is is listed once, under its new name.
    let page = second.text("current/en/index.html");
    assert!(page.contains("street-night-leaflet") && !page.contains("street-evening"));
    follow(&second);
    // What stands for the brochure is the same, and is not its id.
    let of = |site: &Site| entries(&site.index())[0]["brochure"].as_str().unwrap().to_owned();
    assert_eq!(of(&first), of(&second));
    assert!(!has(&second, FESTIVAL) && !of(&second).is_empty());
    // A version that is withdrawn is found under the old name.
    sandbox.append(STRUCTURE, "\n[publish]\nwithdrawn = [\"2.1\"]\n");
    release(&sandbox, "2.2");
    sign(&sandbox);
    let (fourth, ran) = publish_again(&sandbox, &[]);
    assert!(ran.stderr.contains("`[publish]` withdraws version 2.1"), "{}", ran.stderr);
    assert!(!shares(&first, &fourth, "street-evening"));
}

#[test]
fn brochures_that_are_not_published_now_or_any_more_are_judged_too() {
    let sandbox = with_two();
    let first = publish_clean(&sandbox, &[]);
    assert!(has(&first, NUMBER));
    // It changes, and the run is about the other one.
    sandbox.replace(&format!("brochures/{OTHER}/facts.toml"), NUMBER, "0555 10 20 87");
    let (second, ran) = publish_again(&sandbox, &[FESTIVAL]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let told = "phone is `0555 10 20 87` now";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    assert!(!has(&second, NUMBER) && !shares(&first, &second, "street-night-leaflet"));
    assert!(shares(&first, &second, "street-evening-leaflet"));
    // It leaves the project.
    let sandbox = with_two();
    let first = publish_clean(&sandbox, &[]);
    sandbox.delete(&format!("brochures/{OTHER}"));
    let (second, ran) = publish_again(&sandbox, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let told = "the project has no brochure any more that was `street-night`";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    assert!(!has(&second, NUMBER) && !shares(&first, &second, "street-night"));
    assert!(shares(&first, &second, "street-evening-leaflet"));
}

#[test]
fn an_error_elsewhere_does_not_keep_an_old_number_online() {
    let sandbox = approved();
    let first = publish_clean(&sandbox, &[]);
    sandbox.replace(FACTS, OLD, NEW);
    sandbox.append("translations/nl/lantern-festival.ftl", "\nbroken = { $no-such-fact }\n= = =\n");
    let (second, ran) = publish_again(&sandbox, &[]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.stderr.contains("nothing new is published because of the errors above"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("withdrawn: `current/"), "{}", ran.stderr);
    assert!(!has(&second, OLD) && !shares(&first, &second, "leaflet"));
    // A fault of the facts themselves withdraws nothing, and is told with what is online.
    let sandbox = approved();
    let first = publish_clean(&sandbox, &[]);
    sandbox.replace(FACTS, &format!("\"{OLD}\""), "[1, 2]");
    let (second, ran) = publish_again(&sandbox, &[]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.stderr.contains("nobody can tell whether what they say is still true"),
        "{}",
        ran.stderr
    );
    assert_eq!(first.files, second.files);
    // Where no notice can be written, it says which files are online.
    let sandbox = approved();
    publish_clean(&sandbox, &[]);
    sandbox.replace(FACTS, OLD, NEW);
    for language in LANGUAGES {
        let path = format!("translations/{language}/common.ftl");
        sandbox.write(&path, sandbox.read(&path).replace("site-replaced", "site-other"));
    }
    let ran = publish(&sandbox, &site_of(&sandbox), &[]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let told = "error: STILL ONLINE: 8 files that say what is no longer true: `current/";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
}

#[test]
fn a_fact_past_its_review_is_withdrawn_on_that_day() {
    let sandbox = approved();
    let first = publish_clean(&sandbox, &["--as-of", "2027-01-01"]);
    let soon = publish(&sandbox, &site_of(&sandbox), &["--as-of", "2027-02-20"]);
    assert_eq!(soon.code, 0, "{soon:?}");
    let told = "warning: the fact `festival-day` must be reviewed by 2027-02-20\n";
    assert!(soon.stderr.starts_with(told), "{}", soon.stderr);
    assert_eq!(Site::read(&site_of(&sandbox)).files, first.files);
    let (late, ran) = publish_again(&sandbox, &["--as-of", "2027-02-21"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    for told in [
        "withdrawn: `current/",
        "the fact `festival-day` was to be reviewed by 2027-02-20",
        "`feuillet facts verify festival-day --by WHO`",
        "left out (1 fact past its review)",
    ] {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
    assert!(!shares(&first, &late, "leaflet"));
    // What does not show it stays.
    let pocket = "current/en/street-evening-pocket-en-screen.pdf";
    assert_eq!(first.files[pocket], late.files[pocket]);
}

#[test]
fn drafts_leave_a_site_that_says_that_there_is_nothing() {
    let sandbox = with_words();
    for language in LANGUAGES {
        sandbox.delete(&format!("translations/{language}/state"));
    }
    let folder = site_of(&sandbox);
    let ran = publish(&sandbox, &folder, &["--drafts", "--pictures"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let (site, ran) = publish_again(&sandbox, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.stderr.contains("nothing is approved: the site says in each language"),
        "{}",
        ran.stderr
    );
    assert!(!site.files.keys().any(|path| path.contains("draft") || path.ends_with(".pdf")));
    let front = parsed(site.text("index.html"));
    assert!(!elements(&front, "h1").next().unwrap().text().unwrap().is_empty());
    for language in LANGUAGES {
        let nothing = words(&sandbox, language, "site-nothing");
        assert!(site.text("index.html").contains(&nothing), "{language}");
        let path = format!("current/{language}/index.html");
        let page = parsed(site.text(&path));
        assert!(site.text(&path).contains(&nothing), "{path}");
        assert!(!elements(&page, "h1").next().unwrap().text().unwrap().is_empty(), "{path}");
    }
    let (again, ran) = publish_again(&sandbox, &[]);
    assert!(ran.stdout.contains(", unchanged: "), "{}", ran.stdout);
    assert_eq!(again.files, site.files);
}

#[test]
fn a_notice_without_a_successor_says_so_and_the_house_is_told_all() {
    let sandbox = approved();
    release(&sandbox, "2.2");
    sign(&sandbox);
    publish_clean(&sandbox, &[]);
    // Nobody has signed the new number yet: there is no other file.
    sandbox.replace(FACTS, OLD, NEW);
    let catalogues =
        LANGUAGES.map(|language| format!("translations/{language}/lantern-festival.ftl"));
    for path in &catalogues {
        let text = sandbox.read(path);
        let line =
            text.lines().find(|line| line.starts_with("callout-rain = ")).unwrap().to_owned();
        sandbox.replace(path, &line, &format!("{line} +"));
    }
    let (site, ran) = publish_again(&sandbox, &[]);
    for told in [
        format!("the fact `festival-office` has changed: phone `{OLD}` -> `{NEW}`"),
        "next: `feuillet facts verify festival-office --by WHO`".to_owned(),
        "`feuillet recall festival-office`".to_owned(),
    ] {
        assert!(ran.stderr.contains(&told), "{told}: {}", ran.stderr);
    }
    for language in LANGUAGES {
        let nothing = words(&sandbox, language, "site-nothing");
        let page = site.text(&format!("current/{language}/street-evening.html"));
        assert!(page.contains(&words(&sandbox, language, "site-withdrawn")), "{page}");
        assert!(page.contains(&nothing) && !page.contains("class=\"read\""), "{page}");
        assert!(site.text(&format!("current/{language}/index.html")).contains(&nothing));
        assert!(site.text("index.html").contains(&nothing));
        let notice = site
            .folder
            .join(format!("current/{language}/street-evening-leaflet-{language}-screen.pdf"));
        let ran = sandbox.run(&["preflight", notice.to_str().unwrap(), "--target", "screen"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
}

#[test]
fn a_release_that_was_kept_is_not_made_to_say_something_else() {
    let sandbox = approved();
    release(&sandbox, "2.2");
    sign(&sandbox);
    let first = publish_clean(&sandbox, &[]);
    sandbox.replace(FACTS, OLD, NEW);
    sign(&sandbox);
    let (second, ran) = publish_again(&sandbox, &[]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let told = format!(
        "error: release 2.2 never said this: phone of the fact `festival-office` was `{OLD}` in it, and is `{NEW}` now\n"
    );
    assert!(ran.stderr.contains(&told), "{}", ran.stderr);
    assert!(ran.stderr.contains("`feuillet release VERSION --brochure lantern-festival`"));
    // What it said is not true any more, and is gone; what it never said is not there.
    assert!(!has(&second, OLD) && !has(&second, NEW) && !shares(&first, &second, "leaflet"));
    // A new release says it.
    let ran = sandbox.run(&["release", "2.3", "--on", "2026-11-25"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    sign(&sandbox);
    let (third, ran) = publish_again(&sandbox, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(third.text("v2.3/en/street-evening.html").contains(NEW));
}
