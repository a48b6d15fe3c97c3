//! One translator: types, sees the page change, saves; nothing is lost.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::preview::{LONGEST, Page, SILENCE, Server, english, free_port, looks};
use crate::support::Sandbox;

const CATALOGUE: &str = "translations/nl/note.ftl";

#[test]
fn a_page_is_told_everything_at_the_beginning() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    let welcome = &page.welcome;
    assert_eq!(welcome["brochure"], "note");
    assert_eq!((&welcome["language"], &welcome["direction"]), (&json!("nl"), &json!("ltr")));
    assert_eq!((&welcome["edition"], &welcome["profile"]), (&json!("short"), &json!("screen")));
    assert_eq!(welcome["roles"], json!(["translate"]), "nobody stands in people.toml");
    let text = page.unit("shop-text");
    assert_eq!(text["text"], "Een herstelling in de { -shop } houdt { $years -> … }.");
    let pieces = text["source"].as_array().unwrap();
    assert!(pieces.contains(&json!({ "kind": "code", "text": "{ -shop }", "shown": null })));
    assert_eq!(page.unit("shop-text[$years:one]")["label"], "1 (one)");
    let pages = page.wait("pages");
    assert_eq!(pages["count"], 2);
    let boxes = pages["boxes"]["2"].as_array().unwrap();
    assert!(
        boxes.iter().any(|own| own["message"] == "shop-bring" && own["page"] == 2),
        "{boxes:?}"
    );
    let svg = pages["pages"][1]["svg"].to_string();
    assert!(svg.contains("<path"), "{svg}");
    for never in ["<script", "<text", "<a ", "<foreignObject", "javascript:", "url(http", "Breng"] {
        assert!(!svg.contains(never), "{never}");
    }
}

#[test]
fn typing_changes_the_page_and_saving_changes_one_message() {
    let sandbox = Sandbox::of("small");
    let before = sandbox.read(CATALOGUE);
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    let first = looks(&page.wait("pages"));
    let seq = page.type_text("shop-pay", "Betaal wat u kunt.");
    assert_eq!(page.wait("kept"), json!({ "type": "kept", "unit": "shop-pay", "seq": seq }));
    let typed = page.pages_with(seq);
    let second = looks(&typed);
    assert_eq!(first[0], second[0], "nothing has changed on the cover");
    assert_ne!(first[1], second[1]);
    let pictures: Vec<bool> =
        typed["pages"].as_array().unwrap().iter().map(|page| page["svg"].is_object()).collect();
    assert_eq!(pictures, [false, true], "only what changed travels");
    assert_eq!(sandbox.read(CATALOGUE), before, "nothing is written while somebody types");
    let seq = page.save("shop-pay", "Betaal wat u kunt.");
    let saved = page.wait("saved");
    assert_eq!((&saved["unit"], &saved["seq"]), (&json!("shop-pay"), &json!(seq)));
    assert_eq!(sandbox.read(CATALOGUE), before.replace("wat u wilt", "wat u kunt"));
    let record = sandbox.read("translations/nl/state/note.toml");
    assert!(record.contains("shop-pay") && record.contains("by = \"AB\""), "{record}");
    let row = page.wait_for("messages", |said| said["messages"].to_string().contains("wat u kunt"));
    let row = &row["messages"][0];
    assert_eq!((&row["id"], &row["units"][0]["base"]), (&json!("shop-pay"), &saved["base"]));
    assert_eq!(sandbox.run(&["check"]).code, 0);
}

#[test]
fn a_text_taken_back_is_the_page_as_it_was() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    let first = looks(&page.wait("pages"));
    let seq = page.type_text("shop-pay", "Betaal.");
    assert_ne!(looks(&page.pages_with(seq)), first);
    page.say(&json!({ "type": "drop", "unit": "shop-pay", "seq": 9 }));
    page.wait_for("dropped", |said| said["unit"] == "shop-pay" && said["seq"] == 9);
    page.wait_for("pages", |said| looks(said) == first);
    // Also for whoever opens the page then.
    drop(page);
    assert_eq!(server.page("other").unit("shop-pay")["unsaved"], Value::Null);
}

#[test]
fn what_no_catalogue_can_hold_stays_with_the_server_and_harms_nothing() {
    let sandbox = Sandbox::of("small");
    let before = sandbox.read(CATALOGUE);
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    let first = looks(&page.wait("pages"));
    for text in ["Betaal { $yeers } nu", "Betaal { $years", "<b>Betaal"] {
        let seq = page.type_text("shop-pay", text);
        let found = page.wait_for("findings", |said| said["seq"] == seq);
        let found = found["findings"].as_array().unwrap();
        assert!(found.iter().any(|found| found["level"] == "error"), "{text}: {found:?}");
    }
    let seq = page.save("shop-pay", "Betaal { $years");
    let refused = page.wait("refused");
    assert_eq!((&refused["to"], &refused["seq"]), (&json!("save"), &json!(seq)));
    assert!(english(&refused["why"]).contains("shop-pay"), "{refused}");
    assert_eq!(sandbox.read(CATALOGUE), before);
    drop(page);
    let mut again = server.page("tab");
    assert_eq!(again.unit("shop-pay")["unsaved"], "Betaal { $years");
    assert_eq!(looks(&again.wait("pages")), first);
}

#[test]
fn text_that_looks_like_code_is_text() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    page.wait("pages");
    let text = "#read(\"brochure.toml\") #panic() $x$ </svg> &lt; \\u0041";
    let seq = page.type_text("shop-pay", text);
    let pages = page.pages_with(seq).to_string();
    assert!(pages.contains("svg") && !pages.contains("panic"), "it is drawn as letters");
    let seq = page.type_text("shop-pay", "<script>alert(1)</script>");
    let found = page.wait_for("findings", |said| said["seq"] == seq);
    assert!(found["findings"].to_string().contains("script"), "{found}");
    page.save("shop-pay", text);
    page.wait("saved");
    assert!(sandbox.read(CATALOGUE).contains(text));
}

#[test]
fn all_forms_of_a_choice_are_saved_together() {
    let sandbox = Sandbox::of("small");
    let before = sandbox.read(CATALOGUE);
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    page.type_text("shop-text[$years:one]", "{ $years } heel jaar");
    page.wait("kept");
    page.save("shop-text[$years:other]", "{ $years } hele jaren");
    let saved: BTreeSet<String> = [page.wait("saved"), page.wait("saved")]
        .iter()
        .map(|saved| saved["unit"].to_string())
        .collect();
    assert_eq!(saved.len(), 2, "{saved:?}");
    let after = before
        .replace("[one] { $years } jaar", "[one] { $years } heel jaar")
        .replace("*[other] { $years } jaar", "*[other] { $years } hele jaren");
    assert_eq!(sandbox.read(CATALOGUE), after);
}

#[test]
fn a_missing_text_is_written_and_an_empty_one_is_taken_out() {
    let sandbox = Sandbox::of("small");
    let whole = sandbox.read(CATALOGUE);
    sandbox.replace(CATALOGUE, "shop-pay = Betaal wat u wilt.\n", "");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    let pages = page.wait("pages");
    let marks = pages["marks"].as_array().unwrap();
    assert!(marks.iter().any(|mark| mark["kind"] == "missing" && mark["message"] == "shop-pay"));
    assert_eq!(page.unit("shop-pay")["text"], "");
    page.save("shop-pay", "Betaal wat u wilt.");
    let saved = page.wait("saved");
    assert_eq!(sandbox.read(CATALOGUE), whole);
    page.save_over("shop-pay", "", saved["base"].as_str().unwrap());
    page.wait("saved");
    assert!(!sandbox.read(CATALOGUE).contains("shop-pay"));
}

#[test]
fn somebody_else_s_change_is_no_loss_and_the_person_chooses() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    page.wait("pages");
    page.type_text("shop-pay", "Betaal wat u kunt.");
    page.wait("kept");
    // As vim saves: a new file in place of the old one.
    let other = sandbox.read(CATALOGUE).replace("wat u wilt", "iets");
    sandbox.write("translations/nl/4913", &other);
    fs::rename(sandbox.path("translations/nl/4913"), sandbox.path(CATALOGUE)).unwrap();
    let row =
        page.wait_for("messages", |said| said["messages"].to_string().contains("Betaal iets."));
    assert_eq!(row["messages"][0]["units"][0]["unsaved"], "Betaal wat u kunt.");
    page.save("shop-pay", "Betaal wat u kunt.");
    let conflict = page.wait("conflict");
    assert_eq!(conflict["theirs"], "Betaal iets.");
    assert_eq!(conflict["yours"], "Betaal wat u kunt.");
    assert_eq!(sandbox.read(CATALOGUE), other);
    page.save_over("shop-pay", "Betaal wat u kunt.", conflict["base"].as_str().unwrap());
    page.wait("saved");
    assert_eq!(sandbox.read(CATALOGUE), other.replace("Betaal iets.", "Betaal wat u kunt."));
}

#[test]
fn a_kill_in_the_middle_of_typing_loses_nothing() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    page.wait("pages");
    let seq = page.type_text("shop-pay", "Betaal wat u");
    page.wait_for("kept", |said| said["seq"] == seq);
    let token = server.token.clone();
    let port = server.kill();
    // Meanwhile the file changes, and the last line of the journal was cut off.
    sandbox.replace(CATALOGUE, "Vragen", "Vraagjes");
    let journal = journal(&sandbox);
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text + "{\"session\":\"local\",\"ta").unwrap();
    let server = Server::start_at(&sandbox, port, &["--lang", "nl", "--by", "AB"]);
    assert_eq!(server.token, token, "a page finds its server again");
    let mut page = server.page("tab");
    assert_eq!(page.unit("shop-pay")["unsaved"], "Betaal wat u");
    assert_eq!(page.unit("need-questions")["text"], "Vraagjes");
    page.save("shop-pay", "Betaal wat u kunt.");
    page.wait("saved");
    assert!(sandbox.read(CATALOGUE).contains("Betaal wat u kunt.\nneed-questions = Vraagjes"));
    drop(page);
    assert_eq!(server.page("tab").unit("shop-pay")["unsaved"], Value::Null);
}

/// The file of texts that nobody has saved.
fn journal(sandbox: &Sandbox) -> std::path::PathBuf {
    let folder = sandbox.beside("state").join("feuillet/preview");
    let own = fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    own.join("unsaved-note.jsonl")
}

#[test]
fn a_new_tab_of_the_same_session_finds_what_a_closed_one_left() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("one");
    page.type_text("shop-pay", "Betaal.");
    page.wait("kept");
    drop(page);
    thread::sleep(SILENCE);
    assert_eq!(server.page("two").unit("shop-pay")["unsaved"], "Betaal.");
}

#[test]
fn a_broken_file_is_told_and_the_pages_stay() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    let first = looks(&page.wait("pages"));
    let structure = sandbox.read("brochures/note/brochure.toml");
    sandbox.write("brochures/note/brochure.toml", structure.replace("[release]", "[release"));
    let problem = page.wait("problem");
    assert!(!english(&problem["text"]).is_empty());
    let mut other = Page::connect(server.port, &server.origin(), None).unwrap();
    other.say(&json!({ "type": "hello", "token": server.token, "tab": "other" }));
    other.wait("problem");
    assert_eq!(looks(&other.wait("pages")), first);
    sandbox.write("brochures/note/brochure.toml", &structure);
    let seq = page.type_text("shop-pay", "Betaal.");
    page.pages_with(seq);
}

#[test]
fn a_text_over_the_limit_is_refused_once_and_the_one_before_is_kept() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    page.type_text("shop-pay", "Betaal.");
    page.wait("kept");
    let seq = page.type_text("shop-pay", &"a".repeat(1_000_000));
    let refused = page.wait("refused");
    assert_eq!((&refused["to"], &refused["seq"]), (&json!("text"), &json!(seq)));
    assert_eq!(server.page("other").unit("shop-pay")["unsaved"], Value::Null);
    page.say(&json!({ "type": "ping" }));
    page.wait("pong");
    drop(page);
    assert_eq!(server.page("tab").unit("shop-pay")["unsaved"], "Betaal.");
}

#[test]
fn a_huge_frame_ends_its_own_socket_alone() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let (mut page, mut other) = (server.page("tab"), server.page("other"));
    other.wait("pages");
    page.sequence += 1;
    let text = json!({ "type": "text", "unit": "shop-pay", "text": "a".repeat(4 << 20), "base": "", "seq": 1 });
    let _ = page.socket.send(tungstenite::Message::text(text.to_string()));
    let is_over = |page: &mut Page| (0..1000).any(|_| page.hear(LONGEST).is_none());
    assert!(is_over(&mut page));
    let seq = other.type_text("shop-pay", "Betaal.");
    other.pages_with(seq);
}

#[test]
fn a_stale_text_that_still_says_the_same_is_saved_as_it_is() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    page.save("shop-pay", "Betaal wat u kunt.");
    let saved = page.wait("saved");
    sandbox.replace("translations/en/note.ftl", "Pay what you like.", "Pay what you want.");
    let row = page.wait_for("messages", |said| said["messages"][0]["state"] == "stale");
    let row = &row["messages"][0];
    let unit = &row["units"][0];
    assert_eq!(unit["previous"][0]["text"], "Pay what you like.");
    assert!(unit["change"].as_array().unwrap().contains(&json!(["added", "want."])), "{unit}");
    let seq = page.save_over("shop-pay", "Betaal wat u kunt.", saved["base"].as_str().unwrap());
    page.wait_for("saved", |said| said["seq"] == seq);
    let state = sandbox.read("translations/nl/state/note.ftl");
    assert!(state.contains("Pay what you want."), "{state}");
    let status = sandbox.run(&["translations", "status", "--lang", "nl", "--format", "json"]);
    assert!(status.stdout.contains("\"stale\": 0"), "{}", status.stdout);
}

#[test]
fn an_edition_that_is_not_made_is_refused_and_the_page_stays() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    page.wait("pages");
    for (language, edition, profile) in
        [("xx", "short", "screen"), ("nl", "none", "screen"), ("nl", "short", "x")]
    {
        page.say(&json!({ "type": "open", "language": language, "edition": edition, "profile": profile }));
        assert_eq!(page.wait("refused")["to"], "open", "{language} {edition} {profile}");
    }
    page.say(&json!({ "type": "open", "language": "en", "edition": "short", "profile": "office" }));
    // Direction, facts and roles are those of the language that is open.
    let words = page.wait_for("welcome", |said| said["language"] == "en");
    assert_eq!(words["direction"], "ltr");
    let pages = page.wait_for("pages", |said| said["language"] == "en");
    assert_eq!(pages["profile"], "office");
}

#[test]
fn the_print_view_has_the_colours_of_the_press_and_the_flat_sheet() {
    let sandbox = Sandbox::shipped();
    let server = Server::start_at(&sandbox, free_port(), &["--lang", "ar", "--edition", "short"]);
    let mut page = server.page("tab");
    let cover =
        |pages: &Value| pages["pages"][0]["svg"]["pieces"].to_string().replace("\\\"", "\"");
    let screen = cover(&page.wait("pages"));
    page.say(&json!({ "type": "open", "language": "ar", "edition": "short", "profile": "print" }));
    let pages = page.wait_for("pages", |said| said["profile"] == "print");
    let print = cover(&pages);
    let colours = |svg: &str| -> BTreeSet<String> {
        svg.split("fill=\"#").skip(1).map(|rest| rest[..6].to_owned()).collect()
    };
    assert!(colours(&print).len() > 2 && colours(&print) != colours(&screen));
    let sheets = pages["views"]["sheets"].as_array().unwrap();
    assert_eq!(sheets.len(), 2);
    for sheet in sheets {
        let places = sheet["places"].as_array().unwrap();
        assert_eq!(places.len(), 3);
        let width: f64 = places.iter().map(|place| place["width"].as_f64().unwrap()).sum();
        assert!((width - sheet["width"].as_f64().unwrap()).abs() < 0.01);
    }
    // The cover of a right-to-left leaflet lies left on the outside.
    assert_eq!(sheets[0]["places"][0]["page"], 1);
    let steps = pages["fold"]["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 2, "{steps:?}");
}

#[test]
fn texts_of_two_languages_are_never_taken_for_each_other() {
    let sandbox = Sandbox::of("small");
    let server = Server::start(&sandbox);
    let open = |language: &str| json!({ "type": "open", "language": language, "edition": "short", "profile": "screen" });
    let mut page = server.page("tab");
    page.type_text("shop-pay", "Betaal wat u kunt.");
    page.wait("kept");
    page.say(&open("en"));
    let told = page.wait_for("messages", |said| said["all"] == true && said["language"] == "en");
    let own = |told: &Value| {
        let rows = told["messages"].as_array().unwrap().iter();
        let row = rows.clone().find(|row| row["id"] == "shop-pay").unwrap();
        row["units"][0].clone()
    };
    assert_eq!(own(&told)["unsaved"], Value::Null);
    page.messages = told["messages"].as_array().unwrap().clone();
    page.type_text("shop-pay", "Pay what you can.");
    page.wait("kept");
    drop(page);
    server.kill();
    // Both are still there, each in its language, and what is given up of one is not given up of the other.
    let server = Server::start(&sandbox);
    let mut page = server.page("tab");
    assert_eq!(page.unit("shop-pay")["unsaved"], "Betaal wat u kunt.");
    page.say(&open("en"));
    page.say(&open("nl"));
    let mut seen = Vec::new();
    while seen.len() < 2 {
        let told = page.wait_for("messages", |said| said["all"] == true);
        seen.push((told["language"].clone(), own(&told)["unsaved"].clone()));
    }
    assert_eq!(
        seen,
        [(json!("en"), json!("Pay what you can.")), (json!("nl"), json!("Betaal wat u kunt.")),]
    );
    page.say(&json!({ "type": "drop", "unit": "shop-pay", "seq": 9 }));
    page.say(&open("en"));
    let told = page.wait_for("messages", |said| said["all"] == true && said["language"] == "en");
    assert_eq!(own(&told)["unsaved"], "Pay what you can.");
    drop(page);
    server.kill();
    let server = Server::start(&sandbox);
    assert_eq!(server.page("tab").unit("shop-pay")["unsaved"], Value::Null);
}

#[test]
fn pages_open_at_the_setting_that_was_right_last() {
    let sandbox = Sandbox::shipped();
    let server = Server::start_at(&sandbox, free_port(), &["--lang", "nl"]);
    let mut page = server.page("tab");
    let right = looks(&page.wait("pages"));
    page.say(&json!({ "type": "open", "language": "ar", "edition": "short", "profile": "screen" }));
    page.wait_for("pages", |said| said["language"] == "ar");
    let state = sandbox.beside("state");
    let kept = kept_settings(&state, |kept| {
        kept["nl short screen"].is_object() && kept["ar short screen"].is_object()
    });
    drop(page);
    server.kill();
    // What was right for Arabic in place of what was right for Dutch: the pages begin with it, and the search mends it.
    let (dutch, arabic) = (&kept["nl short screen"], &kept["ar short screen"]);
    assert_ne!(dutch["setting"], arabic["setting"]);
    let mut other = kept.clone();
    other["nl short screen"]["setting"] = arabic["setting"].clone();
    let path = walk_to(&state, SETTINGS).unwrap();
    let mut was_seen = false;
    // A machine under load may have searched before the page has taken its first pages.
    for _ in 0..5 {
        fs::write(&path, other.to_string()).unwrap();
        let server = Server::start_at(&sandbox, free_port(), &["--lang", "nl"]);
        let mut page = server.page("tab");
        was_seen = looks(&page.wait("pages")) != right;
        if was_seen {
            page.wait_for("pages", |said| looks(said) == right);
        }
        // They are shown before they are kept.
        kept_settings(&state, |kept| kept["nl short screen"]["setting"] == dutch["setting"]);
        drop(page);
        server.kill();
        if was_seen {
            break;
        }
    }
    assert!(was_seen, "the pages begin with the setting that was kept");
    // A file that nobody can read is none.
    fs::write(&path, "{").unwrap();
    let server = Server::start_at(&sandbox, free_port(), &["--lang", "nl"]);
    assert_eq!(looks(&server.page("tab").wait("pages")), right);
}

const SETTINGS: &str = "settings-partner-violence.json";

/// The settings that a server keeps below a folder, as soon as they are like that.
#[track_caller]
fn kept_settings(state: &Path, is_so: impl Fn(&Value) -> bool) -> Value {
    let start = Instant::now();
    while start.elapsed() < LONGEST {
        let text = walk_to(state, SETTINGS).and_then(|path| fs::read_to_string(path).ok());
        let kept = text.and_then(|text| serde_json::from_str(&text).ok());
        if let Some(kept) = kept.filter(&is_so) {
            return kept;
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("no such settings are kept");
}

/// A file somewhere below a folder, if it is there.
fn walk_to(folder: &Path, name: &str) -> Option<PathBuf> {
    let entries = || fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let own = entries().find(|path| path.ends_with(name));
    own.or_else(|| entries().filter(|path| path.is_dir()).find_map(|inner| walk_to(&inner, name)))
}
