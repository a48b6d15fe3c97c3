//! What becomes of published files: addresses that were printed keep working, what is no longer true is withdrawn.

use std::path::Path;

use feuillet::resolve::manuscript::BlockKind;

use super::site::{Site, check_sums, follow, parsed, sha256};
use super::{
    FESTIVAL, LANGUAGES, approved, entries, publish, publish_clean, sign, site_of, with_words,
};
use crate::support::Sandbox;
use crate::support::outside::{leave_out, output, outside, python};

const BASE: &str = "https://info.example/";

const FACTS: &str = "brochures/lantern-festival/facts.toml";

/// The address in the QR code of the leaflet.
fn printed(sandbox: &Sandbox) -> String {
    let manuscript = sandbox.load(FESTIVAL).resolve("leaflet", "en").manuscript;
    let mut blocks = manuscript.sections.iter().flat_map(|section| &section.blocks);
    let code = blocks.find_map(|block| match &block.kind {
        BlockKind::Qr(code) => Some(code.target.clone()),
        _ => None,
    });
    code.unwrap()
}

/// Reads a code in a picture, as a telephone does. Without OpenCV it ends with 3.
const READER: &str = "
import sys
try:
    import cv2
except ImportError:
    sys.exit(3)
for path in sys.argv[1:]:
    text = cv2.QRCodeDetector().detectAndDecode(cv2.imread(path))[0]
    if text:
        print(text)
";

/// The addresses that a telephone reads on the sheets of a PDF, drawn with 200 dots to the inch; `None` where nothing can draw or
/// read them, which is said.
fn read_codes(pdf: &Path) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let mut draw = outside("pdftoppm")?;
    output(draw.args(["-r", "200", "-png"]).arg(pdf).arg(folder.path().join("sheet")));
    let mut sheets: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    sheets.sort();
    assert!(!sheets.is_empty());
    let mut reader = python()?;
    let read = reader.args(["-c", READER]).args(sheets).output().unwrap();
    if read.status.code() == Some(3) {
        let reason = "`FEUILLET_PYTHON` has no `opencv-python-headless`, which reads QR codes";
        assert!(std::env::var_os("FEUILLET_REQUIRE_OUTSIDE").is_none(), "{reason}");
        leave_out(reason);
        return None;
    }
    assert!(read.status.success(), "{read:?}");
    Some(String::from_utf8(read.stdout).unwrap().lines().map(str::to_owned).collect())
}

/// The bytes at an address of the site.
#[track_caller]
fn visit<'s>(site: &'s Site, address: &str) -> &'s [u8] {
    let path = address.strip_prefix(BASE).unwrap();
    // What a server gives at the address of a folder.
    let path = &if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    site.files.get(path).unwrap_or_else(|| panic!("{address} leads nowhere"))
}

/// The leaflet to which a page at an address leads.
#[track_caller]
fn leaflet<'s>(site: &'s Site, address: &str) -> &'s [u8] {
    let page = std::str::from_utf8(visit(site, address)).unwrap();
    let document = parsed(page);
    let mut links = document.descendants().filter(|node| node.attribute("class") == Some("get"));
    let link =
        links.find_map(|node| node.attribute("href").filter(|link| link.contains("leaflet")));
    visit(site, &format!("{address}{}", link.unwrap()))
}

#[track_caller]
fn release(sandbox: &Sandbox, version: &str, day: &str) {
    let ran = sandbox.run(&["release", version, "--on", day]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[test]
fn a_printed_code_leads_to_the_new_release_and_the_old_bytes_are_gone() {
    let sandbox = approved();
    sandbox.replace(FACTS, "\"lantern.example\"", "\"info.example/current/en/\"");
    sign(&sandbox);
    let first = publish_clean(&sandbox, &["--base-url", BASE]);
    let address = printed(&sandbox);
    let old = leaflet(&first, &address).to_vec();
    let old_files: Vec<String> = entries(&first.index())
        .iter()
        .map(|entry| entry["sha256"].as_str().unwrap().to_owned())
        .collect();
    assert!(old.starts_with(b"%PDF"));

    // The number of the office changes.
    sandbox.replace(FACTS, "0555 10 20 30", "0555 10 20 39");
    release(&sandbox, "2.2", "2026-11-30");
    sign(&sandbox);
    let folder = site_of(&sandbox);
    let ran = publish(&sandbox, &folder, &["--base-url", BASE]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let told = "warning: withdrawn: `current/ar/street-evening-leaflet-ar-screen.pdf` of version 2.1 and 7 files more; a notice stands in their place\n";
    assert!(ran.stderr.starts_with(told), "{}", ran.stderr);
    let told = "the fact `festival-office` has changed: phone is `0555 10 20 39` now";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    let second = Site::read(&folder);
    follow(&second);
    check_sums(&second);
    let new = leaflet(&second, &address);
    assert!(new.starts_with(b"%PDF") && new != old);
    // Where the old release stood there are notices, and nowhere its bytes.
    for bytes in second.files.values() {
        assert!(!old_files.contains(&sha256(bytes)));
        assert!(!bytes.windows(13).any(|bytes| bytes == b"0555 10 20 30"));
    }
    let index = second.index();
    let earlier = index["earlier"].as_array().unwrap();
    assert_eq!(earlier.len(), 8);
    assert!(earlier.iter().all(|entry| entry["state"] == "replaced"), "{earlier:?}");
    for language in LANGUAGES {
        let path = format!("v2.1/{language}/street-evening.html");
        let page = second.text(&path);
        let words = sandbox.read(&format!("translations/{language}/common.ftl"));
        let said = words.lines().find_map(|line| line.strip_prefix("site-replaced = "));
        assert!(page.contains(said.unwrap()), "{path}");
        assert!(page.contains(&format!("../../current/{language}/index.html")), "{path}");
        assert!(page.contains(&format!("lang=\"{language}\"")), "{path}");
        let notice =
            folder.join(format!("v2.1/{language}/street-evening-leaflet-{language}-screen.pdf"));
        let ran = sandbox.run(&["preflight", notice.to_str().unwrap(), "--target", "screen"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        if let Some(mut info) = outside("pdfinfo") {
            let (told, _) = output(info.arg("-url").arg(&notice));
            assert!(told.contains(&format!("{BASE}current/{language}/index.html")), "{told}");
        }
    }
    // Once withdrawn it stays so, and nothing is told again.
    let third = publish_clean(&sandbox, &["--base-url", BASE]);
    assert_eq!(third.files, second.files);
}

#[test]
fn a_draft_of_the_next_release_takes_nothing_from_readers() {
    let sandbox = approved();
    let first = publish_clean(&sandbox, &[]);
    let path = "current/nl/street-evening-leaflet-nl-screen.pdf";
    // Somebody begins to edit the Dutch text.
    let catalogue = "translations/nl/lantern-festival.ftl";
    let text = sandbox.read(catalogue);
    let line = text.lines().find(|line| line.starts_with("evening-nl = ")).unwrap().to_owned();
    sandbox.replace(catalogue, &line, &format!("{line} Nog niet nagelezen."));
    let folder = site_of(&sandbox);
    let kept = "warning: `lantern-festival` in `nl`: `leaflet` stays as published in version 2.1, what is new is not published (1 not-approved)\n";
    let next = "next: `feuillet translations status --lang nl`";
    let ran = publish(&sandbox, &folder, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.starts_with(kept) && ran.stderr.contains(next), "{}", ran.stderr);
    let second = Site::read(&folder);
    assert_eq!(first.files[path], second.files[path]);
    assert_eq!(
        first.text("current/nl/street-evening.html"),
        second.text("current/nl/street-evening.html")
    );
    assert!(second.text("current/nl/index.html").contains("street-evening-leaflet-nl-screen.pdf"));
    follow(&second);
    check_sums(&second);
    // With drafts the draft is listed, and the address that was printed is there nevertheless.
    let ran = publish(&sandbox, &folder, &["--drafts"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let third = Site::read(&folder);
    assert_eq!(first.files[path], third.files[path]);
    assert!(third.files.contains_key("current/nl/street-evening-leaflet-nl-screen-draft.pdf"));
    // The next run without drafts leaves none of them.
    let ran = publish(&sandbox, &folder, &[]);
    assert!(ran.stderr.starts_with(kept), "{}", ran.stderr);
    let fourth = Site::read(&folder);
    assert!(!fourth.files.keys().any(|path| path.contains("draft")));
    assert_eq!(first.files[path], fourth.files[path]);
}

#[test]
fn a_fact_that_changes_withdraws_even_what_has_no_successor() {
    let sandbox = approved();
    publish_clean(&sandbox, &[]);
    // Nobody has signed the new number yet.
    sandbox.replace(FACTS, "0555 10 20 30", "0555 10 20 39");
    let catalogue = "translations/nl/lantern-festival.ftl";
    let text = sandbox.read(catalogue);
    let line = text.lines().find(|line| line.starts_with("evening-nl = ")).unwrap().to_owned();
    sandbox.replace(catalogue, &line, &format!("{line} Nog niet nagelezen."));
    let folder = site_of(&sandbox);
    let ran = publish(&sandbox, &folder, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.contains("withdrawn: `current/"), "{}", ran.stderr);
    let site = Site::read(&folder);
    let path = "current/nl/street-evening-leaflet-nl-screen.pdf";
    let index = site.index();
    let entry = entries(&index).iter().find(|entry| entry["path"] == path).unwrap();
    assert_eq!(entry["state"], "replaced");
    assert!(!site.text("current/nl/index.html").contains("leaflet-nl-screen.pdf"));
    let page = parsed(site.text("current/nl/street-evening.html"));
    assert!(page.descendants().any(|node| node.attribute("class") == Some("notice")));
    follow(&site);
}

#[test]
fn a_version_is_withdrawn_by_name() {
    let sandbox = approved();
    publish_clean(&sandbox, &[]);
    release(&sandbox, "2.2", "2026-11-30");
    sign(&sandbox);
    // Nothing but the version has changed: the old files stay.
    let kept = publish_clean(&sandbox, &[]);
    let path = "v2.1/ar/street-evening-leaflet-ar-screen.pdf";
    let old = kept.files[path].clone();
    let index = kept.index();
    assert!(index["earlier"].as_array().unwrap().iter().all(|entry| entry["state"] == "approved"));
    sandbox
        .append("brochures/lantern-festival/brochure.toml", "\n[publish]\nwithdrawn = [\"2.1\"]\n");
    let folder = site_of(&sandbox);
    let ran = publish(&sandbox, &folder, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let site = Site::read(&folder);
    assert_ne!(site.files[path], old);
    assert!(site.files[path].starts_with(b"%PDF"));
}

#[test]
fn a_code_on_the_printed_sheet_is_read_and_leads_to_the_new_release() {
    let sandbox = with_words();
    // A folded sheet for the print shop.
    let structure = "brochures/lantern-festival/brochure.toml";
    sandbox.replace(structure, "panels = 6\n", "fold = \"c\"\n");
    sandbox.replace(structure, "profiles = [\"screen\"]", "profiles = [\"screen\", \"print\"]");
    sandbox.replace(FACTS, "\"lantern.example\"", "\"info.example/current/en/\"");
    sign(&sandbox);
    let first = publish_clean(&sandbox, &["--base-url", BASE]);
    let sheet = "current/en/street-evening-leaflet-en-print.pdf";
    let Some(codes) = read_codes(&first.folder.join(sheet)) else { return };
    let [address] = codes.as_slice() else { panic!("one code is printed: {codes:?}") };
    assert_eq!(*address, printed(&sandbox));
    let old = leaflet(&first, address).to_vec();
    sandbox.replace(FACTS, "0555 10 20 30", "0555 10 20 39");
    release(&sandbox, "2.2", "2026-11-30");
    sign(&sandbox);
    let folder = site_of(&sandbox);
    let ran = publish(&sandbox, &folder, &["--base-url", BASE]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let second = Site::read(&folder);
    let new = leaflet(&second, address);
    assert!(new.starts_with(b"%PDF") && new != old, "the same paper leads to the new release");
    // The sheet of the old release is a notice now, and has no code.
    let replaced = "v2.1/en/street-evening-leaflet-en-print.pdf";
    assert_eq!(read_codes(&folder.join(replaced)), Some(Vec::new()));
    assert_eq!(read_codes(&folder.join(sheet)), Some(codes));
}
