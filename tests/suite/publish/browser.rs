//! The pages in a real Chromium: three widths, eight languages, without JavaScript, the way out; axe-core on every page.

use std::path::Path;

use super::SHIPPED_SITE;
use crate::support::REPOSITORY;
use crate::support::outside::{leave_out, output, outside};

#[test]
fn people_read_and_leave_the_pages_in_a_real_browser() {
    if outside("chromium").is_none() {
        return;
    }
    let axe = std::env::var_os("FEUILLET_AXE").filter(|path| Path::new(path).is_file());
    let Some(axe) = axe else {
        let reason = "`FEUILLET_AXE` names no `axe.min.js` of the package `axe-core`";
        assert!(std::env::var_os("FEUILLET_REQUIRE_OUTSIDE").is_none(), "{reason}");
        return leave_out(reason);
    };
    let Some(mut node) = outside("node") else { return };
    node.current_dir(REPOSITORY).args(["--test", "--test-reporter", "spec"]);
    node.arg("tests/publish/browser.test.mjs");
    node.env("FEUILLET_SITE", &SHIPPED_SITE.folder).env("FEUILLET_AXE", axe);
    let (told, _) = output(&mut node);
    let passed =
        told.lines().rev().find_map(|line| line.split_once("pass ")?.1.trim().parse().ok());
    assert!(passed.is_some_and(|passed: usize| passed >= 10), "{told}");
}
