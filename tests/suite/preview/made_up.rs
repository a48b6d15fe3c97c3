//! The make-up of an edition is approved on the page by those who may, as it was seen.

use serde_json::{Value, json};

use crate::preview::invitations::{cookie, invite, page};
use crate::preview::{Server, english, free_port};
use crate::support::Sandbox;

const PEOPLE: &str = "[people.AB]\nmay = [\"translate\"]\n\n[people.CD]\nmay = [\"translate\", \"approve\"]\nlanguages = [\"nl\"]\n";
const RECORD: &str = "translations/nl/state/note.toml";
const BROCHURE: &str = "brochures/note/brochure.toml";

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.write("brochures/note/people.toml", PEOPLE);
    sandbox
}

fn start(sandbox: &Sandbox, who: &str) -> Server {
    Server::start_at(sandbox, free_port(), &["--lang", "nl", "--by", who])
}

fn approve(make_up: &Value) -> Value {
    json!({ "type": "approve-edition", "makeUp": make_up })
}

#[test]
fn who_may_approve_signs_the_make_up_as_the_command_does() {
    let sandbox = sandbox();
    let server = start(&sandbox, "CD");
    let (mut one, mut two) = (server.page("one"), server.page("two"));
    let told = one.wait("edition");
    assert_eq!((&told["edition"], &told["language"]), (&json!("short"), &json!("nl")));
    assert_eq!((&told["approved"], &told["can"]), (&Value::Null, &json!(true)));
    one.say(&approve(&told["makeUp"]));
    let mut day = String::new();
    for page in [&mut one, &mut two] {
        let told = page.wait_for("edition", |said| said["approved"] != Value::Null);
        assert_eq!((&told["approved"][0], &told["can"]), (&json!("CD"), &json!(false)));
        day = told["approved"][1].as_str().unwrap().to_owned();
    }
    drop(server);
    let on_page = sandbox.read(RECORD);
    std::fs::remove_file(sandbox.path(RECORD)).unwrap();
    let arguments = ["--edition", "short", "--lang", "nl", "--by", "CD", "--on", &day];
    let approved = sandbox.run(&[&["translations", "approve"][..], &arguments].concat());
    assert_eq!(approved.code, 0, "{}", approved.stderr);
    assert_eq!(sandbox.read(RECORD), on_page);
}

#[test]
fn who_may_not_approve_is_told_why_and_signs_nothing() {
    let sandbox = sandbox();
    let server = start(&sandbox, "AB");
    let mut page = server.page("tab");
    let told = page.wait("edition");
    assert_eq!(told["can"], false);
    assert!(english(&told["cannot"]).contains("`AB` may not approve in `nl`"), "{told}");
    assert_eq!(told["cannot"][0]["id"], "said-may-not-in");
    page.say(&approve(&told["makeUp"]));
    let refused = page.wait("refused");
    assert_eq!(refused["to"], "approve-edition");
    assert!(english(&refused["why"]).contains("`AB` may not approve"), "{refused}");
    // In another language than theirs, too.
    drop(page);
    server.kill();
    let server = start(&sandbox, "CD");
    let mut page = server.page("tab");
    page.say(&json!({ "type": "open", "language": "en", "edition": "short", "profile": "screen" }));
    let told = page.wait_for("edition", |said| said["language"] == "en");
    assert_eq!(told["can"], false);
    page.say(&approve(&told["makeUp"]));
    page.wait("refused");
    assert!(!sandbox.exists(RECORD) && !sandbox.exists("translations/en/state/note.toml"));
}

#[test]
fn nobody_signs_a_make_up_that_they_have_not_seen() {
    let sandbox = sandbox();
    let server = start(&sandbox, "CD");
    let mut page = server.page("tab");
    let told = page.wait("edition");
    page.say(&approve(&json!("0123")));
    let refused = page.wait("refused");
    assert_eq!(refused["why"][0]["id"], "said-make-up-changed");
    let brochure = sandbox.read(BROCHURE);
    let other = brochure.replace(
        "  { list = [\"shop-bring\", { text = \"shop-pay\", icon = \"wallet\" }] },\n",
        "",
    );
    assert_ne!(other, brochure);
    sandbox.write(BROCHURE, other);
    page.say(&approve(&told["makeUp"]));
    assert_eq!(page.wait("refused")["why"][0]["id"], "said-make-up-changed");
    assert!(!sandbox.exists(RECORD));
    // What they are told then they may sign.
    let told = page.wait_for("edition", |said| said["makeUp"] != told["makeUp"]);
    page.say(&approve(&told["makeUp"]));
    page.wait_for("edition", |said| said["approved"][0] == "CD");
}

#[test]
fn the_invited_approve_only_what_they_were_invited_for() {
    let sandbox = sandbox();
    let server = Server::start_public(&sandbox);
    // The same person, invited to translate: the invitation counts, and not all that they may do.
    let mut page = page(&server, &cookie(&server, &invite(&sandbox, "CD", &[])), "tab");
    let told = page.wait("edition");
    assert_eq!((&told["can"], &told["cannot"]), (&json!(false), &Value::Null));
    page.say(&approve(&told["makeUp"]));
    let refused = page.wait("refused");
    assert_eq!(english(&refused["why"]), "your role does not allow this");
    assert!(!sandbox.exists(RECORD));
}
