//! Remarks, reviews and approvals on the page.

use serde_json::json;

use crate::preview::{Server, english, free_port};
use crate::support::Sandbox;
use crate::support::outside::{output, outside};

const PEOPLE: &str = "[people.AB]\nmay = [\"translate\"]\n\n[people.CD]\nmay = [\"translate\", \"review\", \"approve\"]\n";

#[test]
fn a_remark_stands_beside_the_catalogue_until_it_is_dealt_with() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let (mut one, mut two) = (server.page("one"), server.page("two"));
    let words = "Is \"wilt\" beleefd genoeg?\nOf te stijf?";
    one.say(&json!({ "type": "remark", "message": "shop-pay", "text": words }));
    let row = two.wait_for("messages", |said| said["messages"][0]["remarks"] != json!([]));
    let row = &row["messages"][0];
    assert_eq!(row["id"], "shop-pay");
    assert_eq!(
        (&row["remarks"][0]["text"], &row["remarks"][0]["by"]),
        (&json!(words), &json!("AB"))
    );
    let file = sandbox.read("translations/nl/remarks/note.toml");
    assert!(file.contains("message = \"shop-pay\"") && file.contains("by = \"AB\""), "{file}");
    let status = sandbox.run(&["translations", "status", "--lang", "nl"]);
    assert!(status.stdout.contains("1 remark"), "{}", status.stdout);
    let status = sandbox.run(&["translations", "status", "--lang", "nl", "--format", "json"]);
    assert!(status.stdout.contains("\"remarks\": 1"), "{}", status.stdout);
    let id = &row["remarks"][0]["id"];
    two.say(&json!({ "type": "remark-done", "message": "shop-pay", "remark": id }));
    one.wait_for("messages", |said| {
        said["messages"][0]["id"] == "shop-pay" && said["messages"][0]["remarks"] == json!([])
    });
    assert!(!sandbox.read("translations/nl/remarks/note.toml").contains("[[remark]]"));
}

#[test]
fn an_empty_or_endless_remark_is_refused() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    for text in [" ".to_owned(), "a".repeat(3000)] {
        page.say(&json!({ "type": "remark", "message": "shop-pay", "text": text }));
        assert_eq!(page.wait("refused")["to"], "remark");
    }
    assert!(!sandbox.exists("translations/nl/remarks"));
}

#[test]
fn somebody_else_reviews_and_nobody_their_own_text() {
    let sandbox = Sandbox::of("small");
    sandbox.write("brochures/note/people.toml", PEOPLE);
    let server = Server::start(&sandbox);
    let mut writer = server.page("tab");
    writer.save("shop-pay", "Betaal wat u kunt.");
    writer.wait("saved");
    writer.say(&json!({ "type": "review", "message": "shop-pay" }));
    let refused = writer.wait("refused");
    assert!(english(&refused["why"]).contains("`AB` may not review"), "{refused}");
    drop(writer);
    server.kill();
    let server = Server::start_at(&sandbox, free_port(), &["--lang", "nl", "--by", "CD"]);
    let mut reader = server.page("tab");
    let row = reader.messages.iter().find(|row| row["id"] == "shop-pay").unwrap();
    assert_eq!((&row["state"], &row["can"]), (&json!("draft"), &json!(["review"])));
    reader.say(&json!({ "type": "review", "message": "shop-pay" }));
    let row = reader.wait_for("messages", |said| said["messages"][0]["state"] == "reviewed");
    let row = &row["messages"][0];
    assert_eq!(row["can"], json!([]), "the source is not approved");
    assert!(english(&row["cannot"]).contains("the source of `shop-pay`"), "{row}");
    assert!(sandbox.read("translations/nl/state/note.toml").contains("reviewed"));
}

#[test]
fn a_telephone_number_that_is_typed_is_not_reviewed() {
    let sandbox = Sandbox::of("small");
    sandbox.write("brochures/note/people.toml", PEOPLE);
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    page.save("shop-pay", "Bel 0470 12 34 56.");
    page.wait("saved");
    drop(page);
    server.kill();
    let server = Server::start_at(&sandbox, free_port(), &["--lang", "nl", "--by", "CD"]);
    let mut page = server.page("tab");
    page.say(&json!({ "type": "review", "message": "shop-pay" }));
    let refused = page.wait("refused");
    assert!(english(&refused["why"]).contains("a telephone number is typed"), "{refused}");
}

#[test]
fn a_proof_prints_the_remarks() {
    let Some(mut pdftotext) = outside("pdftotext") else { return };
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    let words = json!({ "type": "remark", "message": "shop-pay", "text": "Beleefd genoeg?" });
    page.say(&words);
    page.wait_for("messages", |said| said["messages"][0]["remarks"] != json!([]));
    let built = sandbox.run(&["build", "--lang", "nl", "--profile", "proof"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    let proof = sandbox.pdfs("note").into_iter().find(|path| path.contains("proof")).unwrap();
    let path = sandbox.path(&format!("{}/{proof}", sandbox.folder_of("note")));
    let (text, _) = output(pdftotext.arg(path).arg("-"));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Beleefd genoeg? (AB, 2"), "{text}");
}
