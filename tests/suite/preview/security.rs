//! Whom the server lets in: pages of its own, with a token.

use serde_json::json;

use crate::preview::{LONGEST, Page, Server};
use crate::support::Sandbox;

#[test]
fn another_name_of_this_computer_is_not_answered() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    for host in ["Host: evil.example", "Host: 127.0.0.1", "Host: evil.example:7373"] {
        let (status, head, body) = server.ask("GET /", &[host.to_owned()], b"");
        assert_eq!((status, body.as_slice()), (421, &b""[..]), "{host}");
        assert!(head.contains("content-security-policy"), "{head}");
    }
    let socket = Page::connect_as(server.port, "evil.example", Some(&server.origin()), None);
    assert_eq!(socket.err(), Some(421));
}

#[test]
fn what_changes_something_comes_from_our_own_page() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let token = format!("X-Feuillet-Token: {}", server.token);
    let own = format!("Origin: {}", server.origin());
    for origin in ["Origin: null", "Origin: https://evil.example", "X-None: 1"] {
        let lines = [server.host(), token.clone(), origin.to_owned()];
        assert_eq!(server.ask("POST /forget", &lines, b"{}").0, 403, "{origin}");
        assert_eq!(server.ask("POST /redeem", &lines, b"{}").0, 403, "{origin}");
    }
    let host = format!("127.0.0.1:{}", server.port);
    for origin in [Some("null"), Some("https://evil.example"), None] {
        let socket = Page::connect_as(server.port, &host, origin, None);
        assert_eq!(socket.err(), Some(403), "{origin:?}");
    }
    let without = [server.host(), own.clone()];
    assert_eq!(server.ask("POST /forget", &without, b"{}").0, 403, "no token");
    let wrong = [server.host(), own.clone(), "X-Feuillet-Token: x".to_owned()];
    assert_eq!(server.ask("POST /forget", &wrong, b"{}").0, 403, "a wrong token");
    assert_eq!(server.ask("POST /forget", &[server.host(), own, token], b"{}").0, 204);
}

#[test]
fn a_socket_without_the_token_hears_nothing() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    for token in [json!(null), json!(""), json!("wrong")] {
        let mut page = Page::connect(server.port, &server.origin(), None).unwrap();
        page.say(&json!({ "type": "hello", "token": token, "tab": "a" }));
        let closed = page.hear(LONGEST);
        assert_eq!(closed, Some(json!({ "type": "closed", "why": "token" })));
        assert_eq!(page.hear(LONGEST), None);
    }
    // Whoever says something else first is no page of ours.
    let mut page = Page::connect(server.port, &server.origin(), None).unwrap();
    page.say(&json!({ "type": "open", "language": "nl", "edition": "short", "profile": "screen" }));
    assert_eq!(page.hear(LONGEST), None);
}

#[test]
fn no_path_leads_out_and_every_answer_is_protected() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let paths = [
        "/../brochures/note/brochure.toml",
        "/..%2f..%2fetc%2fpasswd",
        "/%2e%2e/facts.toml",
        "/interface/../../x.json",
        "/interface/..%2Ffr.ftl",
        "/fonts/../0.ttf",
        "/fonts/999.ttf",
        "/fonts/-1.ttf",
        "/translations/nl/note.ftl",
        "//etc/passwd",
    ];
    for path in paths {
        let (status, head, body) = server.ask(&format!("GET {path}"), &[server.host()], b"");
        assert!((400..500).contains(&status), "{path}: {status}");
        assert!(body.len() < 200, "{path}: {}", body.len());
        assert!(head.contains("x-content-type-options: nosniff"), "{path}: {head}");
    }
    let (status, head, body) = server.ask("GET /", &[server.host()], b"");
    assert_eq!(status, 200);
    for line in [
        "content-security-policy: default-src 'none'; script-src 'self'",
        "referrer-policy: no-referrer",
        "cache-control: no-store",
        "x-robots-tag: noindex",
    ] {
        assert!(head.contains(line), "{line} in {head}");
    }
    let page = String::from_utf8(body).unwrap();
    for secret in ["note", "Molenstraat", server.token.as_str()] {
        assert!(!page.contains(secret), "{secret}");
    }
}

#[test]
fn a_body_that_is_too_large_is_not_read() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let lines = [server.host(), format!("Origin: {}", server.origin())];
    let (status, ..) = server.ask("POST /redeem", &lines, &[b'a'; 1 << 20]);
    assert_eq!(status, 413);
    assert_eq!(server.ask("POST /redeem", &lines, b"{ no json").0, 400);
    assert_eq!(server.ask("PUT /redeem", &lines, b"").0, 405);
}

#[test]
fn nothing_is_served_unencrypted_beyond_this_computer() {
    let sandbox = Sandbox::of("small");
    let ran = sandbox.run(&["preview", "--listen", "0.0.0.0:0"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("`0.0.0.0:0` is beyond this computer"), "{}", ran.stderr);
    let ran =
        sandbox.run(&["preview", "--listen", "0.0.0.0:0", "--public-url", "http://a.example"]);
    assert!(ran.code != 0 && ran.stderr.contains("it is not of HTTPS"), "{}", ran.stderr);
}
