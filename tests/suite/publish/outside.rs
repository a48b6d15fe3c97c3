//! Programs that we did not write read the pages.

use std::path::Path;
use std::process::Command;

use super::SHIPPED_SITE;
use crate::support::outside::{leave_out, output, outside};

#[test]
fn checksums_are_those_that_sha256sum_finds() {
    let Some(mut sums) = outside("sha256sum") else { return };
    let (told, _) =
        output(sums.args(["--check", "--strict", "SHA256SUMS"]).current_dir(&SHIPPED_SITE.folder));
    assert_eq!(told.lines().count() + 1, SHIPPED_SITE.files.len());
}

#[test]
fn pages_are_well_formed_for_xmllint() {
    let Some(mut xmllint) = outside("xmllint") else { return };
    let pages = SHIPPED_SITE.pages().chain(["feed.xml"]);
    let paths = pages.map(|page| SHIPPED_SITE.folder.join(page));
    output(xmllint.args(["--noout", "--nonet"]).args(paths));
}

/// `FEUILLET_VNU` names `vnu.jar` of the package `vnu-jar`, the checker of the W3C; it needs Java.
#[test]
fn the_checker_of_the_w3c_finds_nothing() {
    let jar = std::env::var_os("FEUILLET_VNU").filter(|path| Path::new(path).is_file());
    let Some(jar) = jar else {
        return leave_out("`FEUILLET_VNU` names no `vnu.jar` of the package `vnu-jar`");
    };
    let mut checker = Command::new("java");
    checker.arg("-jar").arg(jar).arg("--skip-non-html").arg(&SHIPPED_SITE.folder);
    let (_, told) = output(&mut checker);
    // Pages are read as XML too, hence the slashes; a file is of no origin, and so not of that which the policy allows.
    let meant =
        ["Trailing slash on void elements", "Resource violates Content Security Policy (meta tag)"];
    let found = told.lines().filter(|line| !meant.iter().any(|meant| line.contains(meant)));
    assert_eq!(found.collect::<Vec<_>>(), [""; 0]);
    // It reads what it is given.
    assert!(told.contains("Trailing slash"), "{told}");
}
