//! Several people at once: each sees what the others do, and nobody holds up another.

use serde_json::{Value, json};

use crate::preview::{Server, looks};
use crate::support::Sandbox;

const CATALOGUE: &str = "translations/nl/note.ftl";

#[test]
fn two_people_see_each_other_s_texts_and_places() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let (mut one, mut two) = (server.page("one"), server.page("two"));
    let first = looks(&two.wait("pages"));
    one.say(&json!({ "type": "focus", "message": "shop-pay" }));
    let row = two.wait_for("messages", |said| said["messages"][0]["others"] == json!(["AB"]));
    assert_eq!(row["messages"][0]["id"], "shop-pay");
    one.type_text("shop-pay", "Betaal wat u kunt.");
    two.wait_for("pages", |said| looks(said) != first);
    one.save("shop-pay", "Betaal wat u kunt.");
    one.wait("saved");
    let row = two.wait_for("messages", |said| said["messages"].to_string().contains("wat u kunt"));
    assert_eq!(row["messages"][0]["units"][0]["text"], "Betaal wat u kunt.");
    assert_eq!(row["messages"][0]["units"][0]["unsaved"], Value::Null, "it is not the other's own");
    drop(one);
    two.wait_for("messages", |said| said["messages"][0]["others"] == json!([]));
}

#[test]
fn two_people_save_one_text_and_the_second_chooses() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let (mut one, mut two) = (server.page("one"), server.page("two"));
    one.save("shop-pay", "Betaal een.");
    one.wait("saved");
    two.save("shop-pay", "Betaal twee.");
    let conflict = two.wait("conflict");
    assert_eq!(conflict["theirs"], "Betaal een.");
    assert!(sandbox.read(CATALOGUE).contains("Betaal een."));
    // Whoever says the same is right.
    two.save("shop-pay", "Betaal een.");
    two.wait("saved");
}

#[test]
fn many_saves_at_once_are_all_in_the_file() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let units =
        ["document-title", "cover-title", "cover-text", "shop-title", "shop-bring", "shop-pay"];
    let mut pages: Vec<_> = units.iter().map(|unit| server.page(unit)).collect();
    for (page, unit) in pages.iter_mut().zip(units) {
        page.save(unit, &format!("Tekst {unit}."));
    }
    for page in &mut pages {
        page.wait("saved");
    }
    let file = sandbox.read(CATALOGUE);
    for unit in units {
        assert!(file.contains(&format!("{unit} = Tekst {unit}.\n")), "{file}");
    }
}

#[test]
fn a_text_of_one_that_breaks_the_page_does_not_stop_the_others() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let (mut one, mut two) = (server.page("one"), server.page("two"));
    two.wait("pages");
    one.type_text("cover-text", "<x>{ $nothing } <a id=\"nobody\">");
    one.wait("kept");
    let seq = two.type_text("shop-pay", "Betaal wat u kunt.");
    two.pages_with(seq);
    let seq = one.type_text("cover-text", &"lang ".repeat(3000));
    let full = one.pages_with(seq);
    assert!(full["count"].as_u64().unwrap() > 2, "it runs over");
    assert_eq!(full["tooFull"], true);
    let seq = two.type_text("shop-pay", "Betaal niets.");
    two.pages_with(seq);
}
