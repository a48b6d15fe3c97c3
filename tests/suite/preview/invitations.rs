//! Invitations: how they are exchanged, what the invited may do, and how it ends.

use serde_json::{Value, json};

use crate::preview::{LONGEST, Page, Server, english};
use crate::support::Sandbox;

const PUBLIC: &str = "https://words.example";

/// Invites somebody to Dutch, and gives the code.
#[track_caller]
pub(super) fn invite(sandbox: &Sandbox, who: &str, arguments: &[&str]) -> String {
    let mut program = sandbox.program();
    program.env("XDG_STATE_HOME", sandbox.beside("state"));
    program.args(["preview", "invite", who, "--lang", "nl", "--format", "json"]).args(arguments);
    let output = program.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let invited: Value = serde_json::from_slice(&output.stdout).unwrap();
    invited["code"].as_str().unwrap().to_owned()
}

fn lines(origin: &str) -> Vec<String> {
    vec!["Host: words.example".to_owned(), format!("Origin: {origin}")]
}

/// Exchanges a code; gives the cookie, or why not.
fn redeem(server: &Server, code: &str) -> Result<String, String> {
    let body = json!({ "code": code }).to_string();
    let (status, head, body) = server.ask("POST /redeem", &lines(PUBLIC), body.as_bytes());
    if status == 204 {
        let line = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        for part in ["httponly", "secure", "samesite=lax", "path=/"] {
            assert!(line.contains(part), "{part} in {line}");
        }
    }
    match status {
        204 => Ok(head),
        403 => {
            let why: Value = serde_json::from_slice(&body).unwrap();
            Err(why["why"].as_str().unwrap().to_owned())
        }
        status => panic!("{status}"),
    }
}

/// Exchanges a code, and gives the cookie as it was written.
#[track_caller]
pub(super) fn cookie(server: &Server, code: &str) -> String {
    use std::io::{Read as _, Write as _};
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    let body = json!({ "code": code }).to_string();
    let request = format!(
        "POST /redeem HTTP/1.1\r\nHost: words.example\r\nOrigin: {PUBLIC}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let line = answer.lines().find(|line| line.to_lowercase().starts_with("set-cookie:"));
    let line = line.unwrap_or_else(|| panic!("{answer}"));
    line.split([':', ';']).nth(1).unwrap().trim().to_owned()
}

#[track_caller]
pub(super) fn page(server: &Server, cookie: &str, tab: &str) -> Page {
    let connected = Page::connect_as(server.port, "words.example", Some(PUBLIC), Some(cookie));
    let mut page = connected.expect("a socket");
    page.say(&json!({ "type": "hello", "token": null, "tab": tab, "interface": "en" }));
    page.begin();
    page
}

#[test]
fn opening_the_link_spends_nothing_and_the_button_works_once() {
    let sandbox = Sandbox::of("small");
    let server = Server::start_public(&sandbox);
    let code = invite(&sandbox, "M", &[]);
    for _ in 0..5 {
        for method in ["GET", "HEAD"] {
            let (status, head, _) =
                server.ask(&format!("{method} /invitation"), &lines(PUBLIC)[..1], b"");
            assert_eq!(status, 200);
            assert!(!head.contains("set-cookie"), "{head}");
        }
        let get = format!("GET /redeem?code={code}");
        assert_eq!(server.ask(&get, &lines(PUBLIC)[..1], b"").0, 405);
    }
    assert_eq!(redeem(&server, "wrong"), Err("unknown".to_owned()));
    assert!(redeem(&server, &code).is_ok());
    assert_eq!(redeem(&server, &code), Err("used".to_owned()));
}

#[test]
fn no_secret_is_kept() {
    let sandbox = Sandbox::of("small");
    let server = Server::start_public(&sandbox);
    let code = invite(&sandbox, "M", &[]);
    let cookie = cookie(&server, &code);
    let secret = cookie.split_once('=').unwrap().1.to_owned();
    let mut files = Vec::new();
    for entry in walk(&sandbox.beside("state")) {
        files.push(std::fs::read_to_string(entry).unwrap());
    }
    assert!(files.iter().any(|file| file.contains("\"M\"")), "the invitation is kept there");
    assert!(files.iter().all(|file| !file.contains(&code) && !file.contains(&secret)));
    assert!(!sandbox.files("").iter().any(|file| {
        sandbox.read_bytes(file).windows(code.len()).any(|part| part == code.as_bytes())
    }));
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(walk(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_invited_change_their_language_and_the_brochure_s_own_texts_alone() {
    let sandbox = Sandbox::of("small");
    let common = sandbox.read("translations/nl/common.ftl");
    let name = common.lines().find_map(|line| line.split_once(" = ")).unwrap().0.to_owned();
    let server = Server::start_public(&sandbox);
    let mut page = page(&server, &cookie(&server, &invite(&sandbox, "M", &[])), "tab");
    assert_eq!(page.welcome["who"], "M");
    assert_eq!(
        (&page.welcome["local"], &page.welcome["roles"]),
        (&json!(false), &json!(["translate"]))
    );
    page.save("shop-pay", "Betaal wat u kunt.");
    page.wait("saved");
    assert!(sandbox.read("translations/nl/state/note.toml").contains("by = \"M\""));
    let of_common = page.messages.iter().find(|row| row["id"] == name.as_str()).unwrap();
    assert_eq!((&of_common["editable"], &of_common["why"]), (&json!(false), &json!("common")));
    page.save(&name, "Anders");
    assert_eq!(page.wait("refused")["to"], "save");
    page.say(&json!({ "type": "review", "message": "shop-pay" }));
    assert_eq!(page.wait("refused")["to"], "review");
    page.save_over("years", "12", "");
    assert!(english(&page.wait("refused")["why"]).contains("no such text"));
    page.say(&json!({ "type": "open", "language": "en", "edition": "short", "profile": "screen" }));
    page.wait_for("messages", |said| said["all"] == true);
    page.save_over("shop-pay", "Pay!", "");
    let why = page.wait("refused")["why"].clone();
    assert_eq!(english(&why), "you may not change texts of this language");
    assert_eq!(why[0]["id"], "said-not-this-language", "the page says it in its own language");
    assert_eq!(sandbox.read("translations/nl/common.ftl"), common);
    assert!(sandbox.read("translations/en/note.ftl").contains("Pay what you like."));
}

#[test]
fn without_a_session_there_is_no_socket_and_a_page_is_told_why() {
    let sandbox = Sandbox::of("small");
    let server = Server::start_public(&sandbox);
    let connect =
        |cookie| Page::connect_as(server.port, "words.example", Some(PUBLIC), cookie).err();
    assert_eq!(connect(None), Some(401));
    assert_eq!(connect(Some("__Host-s=wrong")), Some(401));
    let ask = |lines: &[String]| server.ask("GET /socket", lines, b"").0;
    let host = "Host: words.example".to_owned();
    assert_eq!(ask(std::slice::from_ref(&host)), 401);
    assert_eq!(ask(&[host.clone(), "Origin: https://evil.example".to_owned()]), 403);
    let cookie = cookie(&server, &invite(&sandbox, "M", &[]));
    assert_eq!(ask(&[host, format!("Cookie: a=b; {cookie}")]), 426);
}

#[test]
fn a_revoked_invitation_closes_what_is_open() {
    let sandbox = Sandbox::of("small");
    let server = Server::start_public(&sandbox);
    let codes = [invite(&sandbox, "M", &[]), invite(&sandbox, "K", &[])];
    let [cookie_of_m, cookie_of_k] = codes.map(|code| cookie(&server, &code));
    let mut of_m = page(&server, &cookie_of_m, "tab");
    let mut of_k = page(&server, &cookie_of_k, "tab");
    of_m.type_text("shop-pay", "Betaal.");
    of_m.wait("kept");
    let mut program = sandbox.program();
    program.env("XDG_STATE_HOME", sandbox.beside("state")).args(["preview", "revoke", "M"]);
    let output = program.output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "1 invitation of M taken back\n");
    assert_eq!(of_m.wait("closed")["why"], "revoked");
    assert_eq!(of_m.hear(LONGEST), None);
    let again = Page::connect_as(server.port, "words.example", Some(PUBLIC), Some(&cookie_of_m));
    assert_eq!(again.err(), Some(401));
    of_k.say(&json!({ "type": "ping" }));
    of_k.wait("pong");
}

#[test]
fn an_invitation_ends_and_a_new_one_takes_its_place() {
    let sandbox = Sandbox::of("small");
    let server = Server::start_public(&sandbox);
    let first = invite(&sandbox, "M", &[]);
    let second = invite(&sandbox, "M", &[]);
    assert_eq!(redeem(&server, &first), Err("revoked".to_owned()));
    assert!(redeem(&server, &second).is_ok());
    let run = |arguments: &[&str]| {
        let mut program = sandbox.program();
        program.env("XDG_STATE_HOME", sandbox.beside("state")).arg("preview").args(arguments);
        let output = program.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    };
    let (code, _, stderr) = run(&["invite", "M", "--lang", "nl", "--until", "2020-01-01"]);
    assert!(code == 2 && stderr.contains("2020-01-01 has gone by"), "{stderr}");
    let (code, _, stderr) = run(&["invite", "M", "--lang", "nl", "--role", "review"]);
    assert!(code == 2 && stderr.contains("nobody is called `M`"), "{stderr}");
    let (code, _, stderr) = run(&["invite", "M", "--lang", "fr"]);
    assert!(code == 2 && stderr.contains("not made in `fr`"), "{stderr}");
    let (_, stdout, _) = run(&["invitations"]);
    let states: Vec<&str> = stdout.lines().map(|line| line.rsplit(", ").next().unwrap()).collect();
    assert_eq!(states, ["revoked", "used"], "{stdout}");
    let (_, link, stderr) = run(&["invite", "K", "--lang", "nl"]);
    assert!(link.starts_with("https://words.example/invitation#code="), "{link}");
    assert!(stderr.contains("nobody can review what they write"), "{stderr}");
}

#[test]
fn forgetting_this_computer_takes_the_texts_and_the_cookie() {
    let sandbox = Sandbox::of("small");
    let server = Server::start_public(&sandbox);
    let cookie = cookie(&server, &invite(&sandbox, "M", &[]));
    let mut open = page(&server, &cookie, "tab");
    open.type_text("shop-pay", "Iets van mij.");
    open.wait("kept");
    let mut lines = lines(PUBLIC);
    lines.push(format!("Cookie: {cookie}"));
    let (status, head, _) = server.ask("POST /forget", &lines, b"");
    assert_eq!(status, 204);
    assert!(head.contains("max-age=0"), "{head}");
    assert_eq!(open.wait("closed")["why"], "ended");
    let state = walk(&sandbox.beside("state"));
    assert!(
        state.iter().all(|file| !std::fs::read_to_string(file).unwrap().contains("Iets van mij"))
    );
}
