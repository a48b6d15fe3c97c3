//! Sites of bodies: each with its own contacts, at an address that does not say whose it is.
//!
//! What must not happen: a page at the address of a body that shows what another one says, or what all are told; a number that
//! a body has given up and that stays where a run was about something else; a key or a name of a body in a path, a title, a list or a
//! link, by which a telephone tells where its owner lives.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use super::site::{Site, check_sums, elements, follow, parsed, resolve, sha256};
use super::texts::compare;
use super::{FESTIVAL, LANGUAGES, entries, publish, publish_clean, sign, site_of, with_words};
use crate::support::{Ran, Sandbox};

pub(super) const NORTH: &str = "noordstad";
pub(super) const SOUTH: &str = "zuiderbeek";
pub(super) const STRUCTURE: &str = "brochures/lantern-festival/brochure.toml";

/// The numbers of the two bodies.
pub(super) const NUMBERS: [(&str, &str); 2] = [(NORTH, "0555 77 10 01"), (SOUTH, "0555 77 20 02")];

/// The file of a body.
pub(super) fn path_of(key: &str) -> String {
    format!("brochures/bodies/{key}.toml")
}

/// What the body of a number is called.
fn name_of(number: &str) -> &'static str {
    if number == NUMBERS[0].1 { "Vereniging Lantaarn" } else { "Vereniging Kade" }
}

fn body(key: &str, number: &str) -> String {
    let name = name_of(number);
    format!(
        "kind = \"association\"\nname = {{ nl = \"{name}\" }}\nlanguages = [\"nl\"]\n\
         source = \"told by the town\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n\n\
         [contact.{key}-desk]\nname = {{ nl = \"Loket van {name}\" }}\nphone = \"{number}\"\n\
         source = \"told by the town\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n"
    )
}

/// The fixture with two bodies, and a slot for their contacts in the leaflet.
pub(super) fn unsigned() -> Sandbox {
    let sandbox = with_words();
    sandbox.replace(
        STRUCTURE,
        "[slot.neighbour-stands]\n",
        "[slot.local-contacts]\nabout = \"contacts of the body\"\n\n[slot.neighbour-stands]\n",
    );
    let notes = "  { notes = 3 },\n";
    sandbox.replace(STRUCTURE, notes, &format!("  {{ slot = \"local-contacts\" }},\n{notes}"));
    for (key, number) in NUMBERS {
        sandbox.write(&path_of(key), body(key, number));
    }
    sandbox
}

/// The same, all approved.
#[track_caller]
pub(super) fn with_bodies() -> Sandbox {
    let sandbox = unsigned();
    sign(&sandbox);
    sandbox
}

/// The addresses of the bodies, as the house is told: paths with a slash at their end, by key.
pub(super) fn addresses(sandbox: &Sandbox) -> BTreeMap<String, String> {
    let text = sandbox.read("output/bodies/addresses.csv");
    let mut rows = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    assert_eq!(rows.next().unwrap(), ["key", "name", "address", "languages"]);
    rows.map(|row| (row[0].clone(), row[2].clone())).collect()
}

fn index_of(site: &Site, address: &str) -> Value {
    serde_json::from_str(site.text(&format!("{address}index.json"))).unwrap()
}

/// Compares each file of the site of a body with the checksums of its list.
#[track_caller]
fn check_sums_of_body(site: &Site, address: &str) {
    let index = index_of(site, address);
    let earlier = index["earlier"].as_array().cloned().unwrap_or_default();
    for entry in entries(&index).iter().chain(&earlier) {
        for key in ["path", "version-path"] {
            let path = resolve(&format!("{address}index.json"), entry[key].as_str().unwrap());
            assert_eq!(entry["sha256"], sha256(&site.files[&path]), "{entry}");
        }
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[track_caller]
fn publish_all(sandbox: &Sandbox) -> Site {
    publish_clean(sandbox, &["--bodies", "all"])
}

/// Publishes, and makes sure that it can be done.
#[track_caller]
fn publish_more(sandbox: &Sandbox, more: &[&str]) -> (Site, Ran) {
    let folder = site_of(sandbox);
    let ran = publish(sandbox, &folder, more);
    assert_eq!(ran.code, 0, "{ran:?}");
    (Site::read(&folder), ran)
}

#[test]
fn each_body_has_its_own_contacts_and_nobody_elses() {
    let sandbox = with_bodies();
    let site = publish_all(&sandbox);
    assert!(follow(&site) > 200);
    check_sums(&site);
    let loaded = sandbox.load(FESTIVAL);
    let addresses = addresses(&sandbox);
    assert_eq!(addresses.len(), 2);
    for (key, number) in NUMBERS {
        let address = &addresses[key];
        check_sums_of_body(&site, address);
        for language in LANGUAGES {
            let path = format!("{address}current/{language}/street-evening.html");
            let own = loaded.resolve_for("leaflet", language, Some(key)).manuscript;
            compare(site.text(&path), &own, &path);
            assert!(site.text(&path).contains(number), "{path}");
            let pdf = format!("current/{language}/street-evening-leaflet-{language}-screen.pdf");
            let built = format!(
                "output/bodies/{key}/street-evening/{language}/street-evening-leaflet-{language}-screen.pdf"
            );
            assert!(site.files[&format!("{address}{pdf}")] == sandbox.read_bytes(&built), "{pdf}");
            assert!(site.files[&format!("{address}{pdf}")] != site.files[&pdf], "{pdf}");
        }
        for (_, other) in NUMBERS.iter().filter(|(other, _)| *other != key) {
            for (path, bytes) in site.files.range(address.clone()..) {
                assert!(!path.starts_with(address) || !holds(bytes, other), "{path}");
            }
        }
        // What is the same for all lies in the site of the brochures alone.
        let has_pocket = |path: &String| path.starts_with(address) && path.contains("pocket");
        assert!(!site.files.keys().any(has_pocket));
        let page = site.text(&format!("{address}current/en/index.html"));
        assert!(page.contains("../../../../current/en/street-evening-pocket-en-screen.pdf"));
    }
    // The site of the brochures is what it is without bodies, and leads to none of theirs.
    for path in site.pages().filter(|path| !path.starts_with("b/")) {
        for (_, number) in NUMBERS {
            assert!(!site.text(path).contains(number), "{path}");
        }
        for node in parsed(site.text(path)).descendants() {
            let targets = ["href", "src"].into_iter().filter_map(|name| node.attribute(name));
            let mut targets = targets.filter(|target| !target.contains(':'));
            assert!(targets.all(|target| !resolve(path, target).starts_with("b/")), "{path}");
        }
    }
    let lists: BTreeSet<String> =
        addresses.values().map(|address| format!("{address}index.json")).collect();
    let index = site.index();
    let named = index["bodies"].as_array().unwrap().iter().map(|path| path.as_str().unwrap());
    assert!(named.eq(lists.iter().map(String::as_str)));
}

#[test]
fn nothing_says_whose_a_site_is() {
    let sandbox = with_bodies();
    let folder = site_of(&sandbox);
    let ran =
        publish(&sandbox, &folder, &["--bodies", "all", "--base-url", "https://info.example"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    // The house is told.
    for (key, address) in addresses(&sandbox) {
        assert!(ran.stdout.contains(&format!("  {key}: {address} (")), "{}", ran.stdout);
    }
    let site = Site::read(&folder);
    for (path, bytes) in &site.files {
        for (key, number) in NUMBERS {
            assert!(!path.contains(key) && !holds(bytes, key), "{path} names `{key}`");
            // What people read on a page is the text itself; lists of documents and titles do not name the body.
            if !path.ends_with("street-evening.html") {
                assert!(!holds(bytes, name_of(number)), "{path}");
                assert!(!holds(bytes, "Loket"), "{path}");
            }
        }
    }
    // The feeds of two bodies are two feeds.
    let ids = |address: &String| {
        let text = site.text(&format!("{address}feed.xml"));
        let feed = roxmltree::Document::parse(text).unwrap();
        let ids = feed.descendants().filter(|node| node.tag_name().name() == "id");
        ids.map(|id| id.text().unwrap().to_owned()).collect::<BTreeSet<_>>()
    };
    let addresses = addresses(&sandbox);
    let paths: Vec<String> = addresses
        .values()
        .map(|address| address.strip_prefix("https://info.example/").unwrap().to_owned())
        .collect();
    assert!(ids(&paths[0]).is_disjoint(&ids(&paths[1])));
    assert!(ids(&paths[0]).len() > LANGUAGES.len());
    // An open site says it to those who read the page, and still in no path.
    sandbox.append(STRUCTURE, "\n[publish]\ncover = \"open\"\n");
    let (open, _) =
        publish_more(&sandbox, &["--bodies", "all", "--base-url", "https://info.example"]);
    for ((key, number), path) in NUMBERS.iter().zip(&paths) {
        let page = open.text(&format!("{path}current/ar/index.html"));
        let name = name_of(number);
        assert!(page.contains(&format!("<p class=\"whose\" lang=\"nl\" dir=\"ltr\">{name}</p>")));
        assert!(open.files.keys().all(|path| !path.contains(key)));
    }
}

#[test]
fn a_number_that_changes_is_withdrawn_whatever_the_run_is_about() {
    let sandbox = with_bodies();
    let first = publish_all(&sandbox);
    let [(_, old), (_, _)] = NUMBERS;
    let addresses = addresses(&sandbox);
    sandbox.replace(&path_of(NORTH), &format!("phone = \"{old}\""), "phone = \"0555 77 10 99\"");
    // Nobody asks for bodies in this run.
    let (second, ran) = publish_more(&sandbox, &[]);
    let north = &addresses[NORTH];
    let wanted = format!(
        "warning: withdrawn: `{north}current/ar/street-evening-leaflet-ar-screen.pdf` of version 2.1 and 5 files more; a notice stands in their place\n"
    );
    assert!(ran.stderr.contains(&wanted), "{}", ran.stderr);
    // What it said, and says: as of a number of the brochure.
    let told = format!("the fact `{NORTH}-desk` has changed: phone `{old}` -> `0555 77 10 99`");
    assert!(ran.stderr.contains(&told), "{}", ran.stderr);
    for path in second.pages().filter(|path| path.starts_with(north)) {
        assert!(!second.text(path).contains("tel:0555771001"), "{path}");
        assert!(!second.text(path).contains(&format!(">{old}<")), "{path}");
    }
    let old_files: BTreeSet<String> = entries(&index_of(&first, north))
        .iter()
        .filter(|entry| !entry["path"].as_str().unwrap().starts_with("../"))
        .map(|entry| entry["sha256"].as_str().unwrap().to_owned())
        .collect();
    assert!(second.files.values().all(|bytes| !old_files.contains(&sha256(bytes))));
    check_sums_of_body(&second, north);
    follow(&second);
    // Readers are led to what all are told.
    let page = second.text(&format!("{north}current/en/index.html"));
    assert!(page.contains("../../../../current/en/street-evening-leaflet-en-screen.pdf"), "{page}");
    assert!(page.contains("../../../../current/en/street-evening.html"));
    // Of the other body nothing has changed.
    let south = &addresses[SOUTH];
    let of_south = |site: &Site| -> BTreeMap<String, Vec<u8>> {
        let own = site.files.iter().filter(|(path, _)| path.starts_with(south));
        own.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    };
    assert_eq!(of_south(&first), of_south(&second));
    // It is told once; and the next run for bodies has the new number.
    let (third, ran) = publish_more(&sandbox, &[]);
    assert_eq!((third.files == second.files, ran.stderr.as_str()), (true, ""));
    let (fourth, _) = publish_more(&sandbox, &["--bodies", NORTH]);
    let page = fourth.text(&format!("{north}current/en/street-evening.html"));
    assert!(page.contains("0555 77 10 99") && !page.contains("class=\"notice\""));
    assert_eq!(of_south(&first), of_south(&fourth));
}

/// A drawing that stands for a body, with what its maker left in it.
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><!-- C:/Users/jan/secret --><metadata>jan</metadata><path data-maker=\"jan\" fill=\"#1B6470\" d=\"M2 2h36v16h-36z\"/></svg>";

/// The fixture with a picture of the northern body, and a slot for it in the leaflet.
#[track_caller]
fn with_logo(structure: impl FnOnce(&Sandbox)) -> Sandbox {
    let sandbox = unsigned();
    sandbox.replace(
        STRUCTURE,
        "[slot.local-contacts]\n",
        "[slot.logo]\nabout = \"picture of the body\"\n\n[slot.local-contacts]\n",
    );
    let contacts = "  { slot = \"local-contacts\" },\n";
    sandbox.replace(STRUCTURE, contacts, &format!("  {{ slot = \"logo\" }},\n{contacts}"));
    sandbox.write("brochures/bodies/images/noordstad.svg", LOGO);
    let text = sandbox.read(&path_of(NORTH));
    sandbox.write(&path_of(NORTH), format!("logo = \"noordstad.svg\"\n{text}"));
    structure(&sandbox);
    sign(&sandbox);
    sandbox
}

/// Whether a file is the drawing of the logo.
fn is_logo(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).contains("d=\"M2 2h36v16h-36z\"")
}

/// The pictures of a page whose files hold the logo.
fn logos(site: &Site, page: &str) -> Vec<(String, String)> {
    let document = parsed(site.text(page));
    let images = elements(&document, "img").filter_map(|image| {
        let path = resolve(page, image.attribute("src").unwrap());
        is_logo(&site.files[&path]).then(|| (path, image.attribute("alt").unwrap().to_owned()))
    });
    images.collect()
}

#[test]
fn the_picture_of_a_body_stands_on_its_own_pages_alone() {
    let sandbox = with_logo(|_| ());
    let site = publish_all(&sandbox);
    follow(&site);
    let addresses = addresses(&sandbox);
    let text_of = |address: &str| format!("{address}current/nl/street-evening.html");
    let found = logos(&site, &text_of(&addresses[NORTH]));
    let [(path, name)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(name, name_of(NUMBERS[0].1));
    // It is named by what is in it: nobody can look for the name of a body.
    assert!(path.starts_with(&addresses[NORTH]) && path.contains(&sha256(&site.files[path])[..8]));
    // Of the drawing there is what is drawn, and nothing that tells of its maker.
    for trace in ["jan", "secret"] {
        assert!(!site.text(path).contains(trace), "{trace}: {}", site.text(path));
    }
    // A neutral site shows it nowhere else, and what is another's has none.
    let others = site.pages().filter(|page| !page.ends_with("street-evening.html"));
    assert!(others.into_iter().all(|page| logos(&site, page).is_empty()));
    assert!(logos(&site, &text_of("")).is_empty());
    assert!(logos(&site, &text_of(&addresses[SOUTH])).is_empty());
    // An open one shows it beside the name.
    sandbox.append(STRUCTURE, "\n[publish]\ncover = \"open\"\n");
    let (open, _) = publish_more(&sandbox, &["--bodies", "all"]);
    follow(&open);
    let head = logos(&open, &format!("{}current/ar/index.html", addresses[NORTH]));
    assert_eq!(head.iter().map(|(_, alt)| alt.as_str()).collect::<Vec<_>>(), [""]);
    assert!(logos(&open, "current/ar/index.html").is_empty());
    assert!(logos(&open, &format!("{}current/ar/index.html", addresses[SOUTH])).is_empty());
}

#[test]
fn a_discreet_edition_has_no_picture_of_a_body_on_its_page() {
    let sandbox = with_logo(|sandbox| {
        let layout = "layout = \"cover\"\n";
        sandbox.replace(STRUCTURE, layout, &format!("{layout}discreet = \"document-title\"\n"));
        let size = "text-size = \"9.4pt\"\n\n[edition.pocket]";
        let discreet = format!("cover = {{ screen = \"discreet\" }}\n{size}");
        sandbox.replace(STRUCTURE, size, &discreet);
    });
    let site = publish_all(&sandbox);
    let address = &addresses(&sandbox)[NORTH];
    assert!(site.text(&format!("{address}current/nl/street-evening.html")).contains("Loket"));
    assert!(!site.files.values().any(|bytes| is_logo(bytes)));
    // Nor has an open site, if no edition shows the picture openly.
    sandbox.append(STRUCTURE, "\n[publish]\ncover = \"open\"\n");
    sandbox.replace(
        STRUCTURE,
        "[edition.pocket]",
        "[edition.pocket]\ncover = { screen = \"discreet\" }",
    );
    let (open, _) = publish_more(&sandbox, &["--bodies", "all", "--drafts"]);
    assert!(!open.files.values().any(|bytes| is_logo(bytes)));
}

#[test]
fn languages_that_are_left_out_are_named_for_bodies_too() {
    let sandbox = with_bodies();
    let path = format!("translations/nl/{FESTIVAL}.ftl");
    let text = sandbox.read(&path);
    let line = text.lines().find(|line| line.starts_with("callout-rain = ")).unwrap();
    sandbox.write(&path, text.replace(line, &format!("{line} Echt.")));
    let (site, ran) = publish_more(&sandbox, &["--bodies", "all"]);
    let told = format!(
        "`{FESTIVAL}` in `nl`: `leaflet` is left out on the sites of `{NORTH}` and 1 more (1 not-approved)"
    );
    assert!(ran.stderr.contains(&told), "{}", ran.stderr);
    // They lead to what there is, and lack nothing else.
    let address = &addresses(&sandbox)[NORTH];
    assert!(site.files.contains_key(&format!("{address}current/ar/street-evening.html")));
    assert!(!site.files.contains_key(&format!("{address}current/nl/street-evening.html")));
}

#[test]
fn a_body_that_leaves_the_project_leaves_notices() {
    let sandbox = with_bodies();
    publish_all(&sandbox);
    let address = &addresses(&sandbox)[NORTH];
    sandbox.delete(&path_of(NORTH));
    let (site, ran) = publish_more(&sandbox, &["--bodies", "all"]);
    assert!(ran.stderr.contains(&format!("withdrawn: `{address}current/ar/")), "{}", ran.stderr);
    let page = site.text(&format!("{address}current/nl/street-evening.html"));
    assert!(page.contains("class=\"notice\""));
    let listed = site.text(&format!("{address}current/nl/index.html"));
    assert!(listed.contains("../../../../current/nl/street-evening-leaflet-nl-screen.pdf"));
    follow(&site);
    assert!(!addresses(&sandbox).contains_key(NORTH));
}

#[test]
fn a_release_keeps_the_addresses_of_the_one_before() {
    let sandbox = with_bodies();
    publish_all(&sandbox);
    let address = &addresses(&sandbox)[SOUTH];
    let ran = sandbox.run(&["release", "2.2", "--on", "2026-11-30"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    sign(&sandbox);
    let (site, _) = publish_more(&sandbox, &["--bodies", SOUTH]);
    let index = index_of(&site, address);
    let earlier = index["earlier"].as_array().unwrap();
    assert_eq!(earlier.len(), LANGUAGES.len() * 2);
    assert!(earlier.iter().all(|entry| entry["version"] == "2.1" && entry["state"] == "approved"));
    for version in ["2.1", "2.2"] {
        let path = format!("{address}v{version}/ar/street-evening.html");
        assert!(site.text(&path).contains(NUMBERS[1].1), "{path}");
    }
    check_sums_of_body(&site, address);
    follow(&site);
}

#[test]
#[cfg(unix)]
fn what_is_alike_is_stored_once() {
    use std::os::unix::fs::MetadataExt as _;
    let sandbox = with_bodies();
    // Two bodies that say nothing of their own have the same leaflet.
    for key in [NORTH, SOUTH] {
        let text = sandbox.read(&path_of(key));
        let (own, _) = text.split_once("\n[contact").unwrap();
        sandbox.write(&path_of(key), format!("{own}\n"));
    }
    let site = publish_all(&sandbox);
    let files: BTreeSet<u64> =
        site.files.keys().map(|path| fs::metadata(site.folder.join(path)).unwrap().ino()).collect();
    let contents: BTreeSet<String> = site.files.values().map(|bytes| sha256(bytes)).collect();
    assert_eq!(files.len(), contents.len());
    assert!(contents.len() + 20 < site.files.len(), "{} of {}", contents.len(), site.files.len());
}

#[test]
fn what_nobody_verified_is_left_out() {
    let sandbox = with_bodies();
    sandbox.replace(
        &path_of(NORTH),
        "source = \"told by the town\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n\n[",
        "source = \"told by the town\"\nreview-by = 2027-10-01\n\n[",
    );
    let (site, ran) = publish_more(&sandbox, &["--bodies", "all"]);
    assert!(
        ran.stderr
            .contains(&format!("warning: left out: `{NORTH}`, of which nothing is approved\n")),
        "{}",
        ran.stderr
    );
    assert_eq!(addresses(&sandbox).keys().collect::<Vec<_>>(), [SOUTH]);
    assert_eq!(site.index()["bodies"].as_array().unwrap().len(), 1);
    // For those who are to read them there are drafts.
    let (site, _) = publish_more(&sandbox, &["--bodies", "all", "--drafts"]);
    let address = &addresses(&sandbox)[NORTH];
    let page = site.text(&format!("{address}current/nl/index.html"));
    assert!(
        page.contains("street-evening-leaflet-nl-screen-draft.pdf") && page.contains("noindex")
    );
}

#[test]
fn a_second_run_changes_nothing_and_makes_up_for_what_is_lost() {
    let sandbox = with_bodies();
    publish_all(&sandbox);
    let folder = site_of(&sandbox);
    let before = Site::read(&folder);
    let again = |wanted: bool| {
        let ran = publish(&sandbox, &folder, &["--bodies", "all"]);
        assert_eq!(ran.stdout.contains(", unchanged: "), wanted, "{}", ran.stdout);
        assert_eq!(Site::read(&folder).files, before.files);
    };
    again(true);
    again(true);
    let address = &addresses(&sandbox)[NORTH];
    fs::write(folder.join(format!("{address}current/nl/street-evening.html")), "other").unwrap();
    again(false);
    sandbox.delete("output/bodies/addresses.csv");
    again(true);
    assert_eq!(addresses(&sandbox).len(), 2);
}

#[test]
fn what_can_not_be_is_said() {
    let sandbox = with_bodies();
    let folder = site_of(&sandbox);
    let ran = publish(&sandbox, &folder, &["--bodies", "noordstat"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("there is no body `noordstat`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean `noordstad`?"), "{}", ran.stderr);
    let ran = publish(&sandbox, &folder, &["--bodies", "all", "--body-editions", "poket"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("no edition `poket`"), "{}", ran.stderr);
    let ran = publish(&sandbox, &folder, &["--packages", "packages"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("--bodies"), "{}", ran.stderr);
    assert!(!folder.exists());
}
