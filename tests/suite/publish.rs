//! The site of a brochure: what is on it, what it tells outside, what becomes of the files of earlier releases.

mod bodies;
mod browser;
mod hostile;
mod outside;
mod packages;
mod pairs;
mod refusals;
mod releases;
mod site;
mod swap;
mod texts;
mod withdrawal;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;

use crate::support::shipped::shipped;
use crate::support::{REPOSITORY, Ran, Sandbox, approve};
use site::Site;

/// The brochure of the fixture.
const FESTIVAL: &str = "lantern-festival";

/// The languages of the fixture, its source first.
const LANGUAGES: [&str; 3] = ["en", "nl", "ar"];

/// The site of the shipped brochure with its drafts, made once for all tests.
static SHIPPED_SITE: LazyLock<Site> = LazyLock::new(|| {
    let folder = shipped().beside("shipped-site");
    let ran =
        publish(shipped(), &folder, &["--drafts", "--base-url", "https://info.example/paper"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    Site::read(&folder)
});

/// The day on which sites are published, unless a test names another one.
const DAY: &str = "2026-11-30";

/// Publishes into a folder.
fn publish(sandbox: &Sandbox, folder: &Path, more: &[&str]) -> Ran {
    let mut arguments = vec!["publish", "--site", folder.to_str().unwrap()];
    if !more.contains(&"--as-of") {
        arguments.extend(["--as-of", DAY]);
    }
    arguments.extend(more);
    sandbox.run(&arguments)
}

/// The fixture with the words of a site, of which nobody has signed any.
fn with_words() -> Sandbox {
    let sandbox = Sandbox::of("neighbours");
    for language in LANGUAGES {
        let path = format!("translations/{language}/common.ftl");
        let shipped = std::fs::read_to_string(Path::new(REPOSITORY).join(&path)).unwrap();
        let (_, words) = shipped.split_once("\n## The site").unwrap();
        sandbox.append(&path, &format!("\n## The site{words}"));
    }
    sandbox
}

/// Has everything that the fixture shows, and the words of its site, signed as people do.
#[track_caller]
fn sign(sandbox: &Sandbox) {
    approve(sandbox, FESTIVAL, "LM");
    for language in LANGUAGES {
        for step in [["review", "--writer", "WR"].as_slice(), &["approve"]] {
            let mut arguments = vec!["translations", step[0], "--lang", language, "--by", "LM"];
            arguments.extend(&step[1..]);
            arguments.extend(["--on", "2026-10-05", "--all"]);
            let ran = sandbox.run(&arguments);
            assert_eq!(ran.code, 0, "{arguments:?}: {ran:?}");
        }
    }
}

/// The fixture with the words of a site, all approved.
#[track_caller]
fn approved() -> Sandbox {
    let sandbox = with_words();
    sign(&sandbox);
    sandbox
}

/// Publishes, and makes sure that nothing was found.
#[track_caller]
fn publish_clean(sandbox: &Sandbox, more: &[&str]) -> Site {
    let folder = site_of(sandbox);
    let ran = publish(sandbox, &folder, more);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    Site::read(&folder)
}

/// The folder of a site beside its project.
fn site_of(sandbox: &Sandbox) -> PathBuf {
    sandbox.beside("site")
}

/// Entries of `index.json`.
fn entries(index: &Value) -> &Vec<Value> {
    index["files"].as_array().unwrap()
}
