//! Suggestions from a translation memory: what was said of the same text or one like it, and never with another number, variable
//! or address.

use serde_json::{Value, json};

use crate::preview::{Server, free_port};
use crate::support::Sandbox;

/// A memory with these texts of English and Dutch.
fn memory(texts: &[(&str, &str)]) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let units: String = texts
        .iter()
        .map(|(source, target)| {
            format!(
                "<tu><tuv xml:lang=\"en\"><seg>{}</seg></tuv><tuv xml:lang=\"nl-BE\"><seg>{}</seg></tuv></tu>\n",
                escaped(source),
                escaped(target)
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header creationtool=\"other\" creationtoolversion=\"1\" segtype=\"block\" \
         o-tmf=\"x\" adminlang=\"en\" srclang=\"en\" datatype=\"plaintext\"/><body>\n{units}</body></tmx>\n"
    )
}

fn start(sandbox: &Sandbox, texts: &[(&str, &str)]) -> Server {
    let path = sandbox.beside("memory.tmx");
    std::fs::write(&path, memory(texts)).unwrap();
    let path = path.to_str().unwrap().to_owned();
    Server::start_at(sandbox, free_port(), &["--lang", "nl", "--memory", &path])
}

/// What is suggested for a unit: the texts, each with where it comes from and how like it is.
fn suggested(server: &Server, unit: &str) -> Vec<(String, String, u64)> {
    let mut page = server.page("tab");
    page.say(&json!({ "type": "suggest", "unit": unit }));
    let told = page.wait("suggestions");
    let rows = told["found"].as_array().unwrap().iter();
    let text = |row: &Value, member: &str| row[member].as_str().unwrap().to_owned();
    rows.map(|row| (text(row, "target"), text(row, "origin"), row["likeness"].as_u64().unwrap()))
        .collect()
}

#[test]
fn what_a_memory_knows_of_a_text_is_suggested() {
    let sandbox = Sandbox::of("small");
    let texts = [
        ("Pay what you like.", "Betaal wat je wil."),
        ("Pay what you want.", "Geef wat je kan."),
        ("Nothing like it at all, but long.", "Iets heel anders."),
    ];
    let server = start(&sandbox, &texts);
    let found = suggested(&server, "shop-pay");
    let (target, origin, likeness) = &found[0];
    assert_eq!(
        (target.as_str(), origin.as_str(), *likeness),
        ("Betaal wat je wil.", "memory", 100)
    );
    assert_eq!((found[1].0.as_str(), found.len()), ("Geef wat je kan.", 2));
    assert!(found[1].2 < 100, "{found:?}");
}

#[test]
fn a_wrong_number_variable_or_address_is_never_suggested() {
    let sandbox = Sandbox::of("small");
    for path in ["translations/en/note.ftl", "translations/nl/note.ftl"] {
        let text = sandbox.read(path);
        let line = text.lines().find(|line| line.starts_with("shop-pay")).unwrap().to_owned();
        let other = "shop-pay = { $years } years, 3 days, <b>no</b> more.";
        sandbox.write(path, text.replace(&line, other));
    }
    let source = "{ $years } years, 3 days, <b>no</b> more.";
    let texts = [
        (source, "{ $years } jaar, 3 dagen, <b>niet</b> meer."),
        (source, "{ $years } jaar, 4 dagen, <b>niet</b> meer."),
        (source, "{ $months } jaar, 3 dagen, <b>niet</b> meer."),
        (source, "12 jaar, 3 dagen, <b>niet</b> meer."),
        (source, "{ $years } jaar, 3 dagen, niet meer."),
        (source, "{ $years } jaar, 3 dagen, <b>niet</b> meer: www.example.org."),
        (source, "{ $years } jaar, 3 dagen, <b>niet</b> meer: bel 0470 12 34 56."),
        // Like the source, but for its number, its negation.
        ("{ $years } years, 5 days, <b>no</b> more.", "{ $years } jaar, 3 dagen, <b>wel</b> meer."),
        (
            "{ $years } years, 3 days, <b>and</b> more.",
            "{ $years } jaar, 3 dagen, <b>ook</b> meer.",
        ),
    ];
    let server = start(&sandbox, &texts);
    let found = suggested(&server, "shop-pay");
    let targets: Vec<&str> = found.iter().map(|(target, ..)| target.as_str()).collect();
    assert_eq!(targets, ["{ $years } jaar, 3 dagen, <b>niet</b> meer."]);
}

#[test]
fn a_file_that_is_no_memory_is_reported_at_the_start() {
    let sandbox = Sandbox::of("small");
    let missing = sandbox.run(&["preview", "--memory", "none.tmx"]);
    assert_ne!(missing.code, 0);
    assert!(missing.stderr.contains("can't read `none.tmx`"), "{}", missing.stderr);
    sandbox.write("other.tmx", "<html/>");
    let other = sandbox.run(&["preview", "--memory", "other.tmx"]);
    assert_ne!(other.code, 0);
    assert!(other.stderr.contains("this is no TMX"), "{}", other.stderr);
}
