//! What can't be published, and what is said of it.

use std::fs;

use snapbox::str;

use super::{FESTIVAL, LANGUAGES, approved, publish, site_of, with_words};
use crate::support::Sandbox;
use crate::support::shipped::shipped;

#[test]
fn nothing_is_published_that_nobody_approved() {
    let folder = shipped().beside("nothing");
    let ran = publish(shipped(), &folder, &[]);
    assert_eq!(ran.stdout, "nothing was written\n");
    assert!(!folder.exists());
    ran.assert(
        1,
        str![[r#"
error: nothing is approved: there is nothing to publish
 |
 = help: `feuillet list --long` tells what is missing
 = help: `--drafts` publishes drafts too, for those who are to read them
"#]],
    );
}

#[test]
fn a_site_needs_its_words() {
    let sandbox = Sandbox::of("small");
    let ran = publish(&sandbox, &site_of(&sandbox), &["--drafts"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let wanted = "error: the site needs 30 texts that `en` lacks: `site-choose`, `site-languages` and `site-read`, …";
    assert!(ran.stderr.contains(wanted), "{}", ran.stderr);
    assert!(ran.stderr.contains("write them in `translations/en/common.ftl`"), "{}", ran.stderr);
}

#[test]
fn a_language_whose_words_nobody_signed_is_left_out() {
    let sandbox = with_words();
    let ran = publish(&sandbox, &site_of(&sandbox), &[]);
    assert_eq!(ran.code, 1, "{ran:?}");
    for language in LANGUAGES {
        let wanted = format!(
            "warning: `{language}` is left out: 30 texts of the site in it are not approved"
        );
        assert!(ran.stderr.contains(&wanted), "{}", ran.stderr);
    }
    assert!(ran.stderr.contains("error: nothing is approved"), "{}", ran.stderr);
    // With drafts they are there, and marked.
    let ran = publish(&sandbox, &site_of(&sandbox), &["--drafts"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let page = fs::read_to_string(site_of(&sandbox).join("current/en/index.html")).unwrap();
    assert!(page.contains("noindex"));
}

#[test]
fn a_folder_with_other_files_is_left_alone() {
    let sandbox = approved();
    let folder = site_of(&sandbox);
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("index.html"), "mine").unwrap();
    let ran = publish(&sandbox, &folder, &[]);
    let message = format!(
        "error: `{}` holds other files\n |\n = help: name a new folder, or one that `feuillet publish` wrote before\n\n",
        folder.display()
    );
    assert_eq!((ran.code, ran.stderr.as_str()), (2, message.as_str()));
    assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "mine");
    assert!(!sandbox.exists("output"), "before the work of a build");
}

#[test]
fn addresses_and_settings_are_checked() {
    let sandbox = approved();
    let folder = site_of(&sandbox);
    for wrong in
        ["info.example", "ftp://info.example", "https://a:b@info.example", "https://a.be/?x"]
    {
        let ran = publish(&sandbox, &folder, &["--base-url", wrong]);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains("an address is written like"), "{}", ran.stderr);
    }
    sandbox.append(
        &format!("brochures/{FESTIVAL}/brochure.toml"),
        "\n[publish]\ncover = \"loud\"\nleave = \"javascript:alert(1)\"\n",
    );
    let faults = sandbox.faults();
    assert!(faults.contains("error: `javascript:alert(1)` is not a web address"), "{faults}");
    assert!(faults.contains("unknown `cover`") || faults.contains("`loud`"), "{faults}");
}
