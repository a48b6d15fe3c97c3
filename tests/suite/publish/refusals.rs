//! What can't be published, and what is said of it.

use std::fs;

use snapbox::str;

use super::site::Site;
use super::{FESTIVAL, LANGUAGES, approved, publish, publish_clean, site_of, with_words};
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
    let wanted = "error: the site needs 32 texts that `en` lacks: `site-choose`, `site-languages` and `site-read`, …";
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
            "warning: `{language}` is left out: 32 texts of the site in it are not approved"
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

/// A folder that is not ours is not looked through: it may be a whole disk, or lead to itself.
#[test]
#[cfg(unix)]
fn links_are_never_followed_or_copied() {
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;
    let sandbox = approved();
    let folder = sandbox.beside("circle");
    fs::create_dir(&folder).unwrap();
    symlink("..", folder.join("up")).unwrap();
    for folder in [folder.as_path(), std::path::Path::new("/")] {
        let ran = publish(&sandbox, folder, &[]);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains("holds other files"), "{}", ran.stderr);
    }
    assert!(!sandbox.exists("output"), "before the work of a build");
    // In a site of ours too.
    let site = publish_clean(&sandbox, &[]);
    let secret = sandbox.beside("secret");
    fs::create_dir(&secret).unwrap();
    fs::write(secret.join("letter.txt"), "mine").unwrap();
    symlink(&secret, site.folder.join("more")).unwrap();
    symlink("..", site.folder.join("current/up")).unwrap();
    symlink(secret.join("letter.txt"), site.folder.join("letter.txt")).unwrap();
    let ran = publish(&sandbox, &site.folder, &["--base-url", "https://info.example"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.stderr.contains("and 2 links more in the site: a link is not taken over"),
        "{}",
        ran.stderr
    );
    let after = Site::read(&site.folder);
    assert!(after.files.keys().eq(site.files.keys()));
    // A name that no address can have.
    let name = std::ffi::OsStr::from_bytes(b"caf\xE9.pdf");
    fs::write(site.folder.join(name), "mine").unwrap();
    let ran = publish(&sandbox, &site.folder, &[]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("is not in UTF-8: no address can lead there"), "{}", ran.stderr);
    assert!(ran.stderr.contains("give it another name, or take it away"), "{}", ran.stderr);
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
