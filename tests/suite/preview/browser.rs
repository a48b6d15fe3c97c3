//! The page in a real Chromium: the story of a translator, by mouse and by keyboard, and axe-core on every view.

use std::path::Path;
use std::process::Command;

use crate::preview::invitations::invite;
use crate::preview::{Server, free_port};
use crate::support::outside::{leave_out, output, outside};
use crate::support::{REPOSITORY, Sandbox};

const CATALOGUE: &str = "translations/ar/partner-violence.ftl";

/// Node.js, to run test files beside the page.
fn node(files: &[&str]) -> Option<Command> {
    let mut node = outside("node")?;
    node.current_dir(REPOSITORY).args(["--test", "--test-reporter", "spec"]);
    node.args(files.iter().map(|file| format!("tests/preview/{file}")));
    Some(node)
}

/// How many tests a run of Node.js says that it passed and skipped.
fn counts(out: &str) -> (usize, usize) {
    let count = |name: &str| {
        let line = out.lines().rev().find_map(|line| line.split_once(&format!("{name} ")));
        line.and_then(|(_, number)| number.trim().parse().ok()).unwrap_or_default()
    };
    (count("pass"), count("skipped"))
}

#[test]
fn the_parts_of_the_page_do_what_they_say() {
    let Some(mut node) = node(&["parts.test.mjs", "texts.test.mjs"]) else { return };
    let (passed, skipped) = counts(&output(&mut node).0);
    assert!(passed >= 40 && skipped == 0, "{passed} passed, {skipped} skipped");
}

#[test]
fn a_translator_works_in_a_real_browser() {
    if outside("chromium").is_none() {
        return;
    }
    let axe = std::env::var_os("FEUILLET_AXE").filter(|path| Path::new(path).is_file());
    let Some(axe) = axe else {
        let reason = "`FEUILLET_AXE` names no `axe.min.js` of the package `axe-core`";
        assert!(std::env::var_os("FEUILLET_REQUIRE_OUTSIDE").is_none(), "{reason}");
        return leave_out(reason);
    };
    let Some(mut node) = node(&["browser.test.mjs"]) else { return };
    let sandbox = Sandbox::shipped();
    // Two messages that nobody has translated.
    let arabic = sandbox.read(CATALOGUE);
    let is_kept = |line: &&str| {
        !line.starts_with("rights-no-papers = ") && !line.starts_with("danger-alarm = ")
    };
    let kept: Vec<&str> = arabic.lines().filter(is_kept).collect();
    assert_eq!(kept.len() + 2, arabic.lines().count());
    sandbox.write(CATALOGUE, format!("{}\n", kept.join("\n")));
    let server = Server::start_at(&sandbox, free_port(), &["--lang", "ar"]);
    node.env("FEUILLET_PREVIEW_URL", format!("{}/#token={}", server.origin(), server.token))
        .env("FEUILLET_PREVIEW_CATALOGUE", sandbox.path(CATALOGUE))
        .env("FEUILLET_AXE", axe);
    let (passed, skipped) = counts(&output(&mut node).0);
    assert!(passed >= 20 && skipped == 0, "{passed} passed, {skipped} skipped");
}

#[test]
fn an_invitation_is_redeemed_in_a_real_browser() {
    let (Some(_), Some(mut openssl)) = (outside("chromium"), outside("openssl")) else { return };
    let Some(mut node) = node(&["invitation.test.mjs"]) else { return };
    let sandbox = Sandbox::of("small");
    let tls = sandbox.beside("tls");
    std::fs::create_dir_all(&tls).unwrap();
    openssl.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]);
    openssl.args(["-nodes", "-days", "2", "-subj", "/CN=words.example"]);
    openssl.arg("-keyout").arg(tls.join("key.pem"));
    output(openssl.arg("-out").arg(tls.join("certificate.pem")));
    let public = format!("https://words.example:{}", free_port());
    let server = Server::start_behind(&sandbox, &public);
    let codes = ["M", "N"].map(|who| invite(&sandbox, who, &[]));
    node.env("FEUILLET_PREVIEW_LISTEN", server.port.to_string())
        .env("FEUILLET_PREVIEW_PUBLIC", &public)
        .env("FEUILLET_PREVIEW_CODES", codes.join(" "))
        .env("FEUILLET_PREVIEW_TLS", tls);
    let (passed, skipped) = counts(&output(&mut node).0);
    assert!(passed == 2 && skipped == 0, "{passed} passed, {skipped} skipped");
}
