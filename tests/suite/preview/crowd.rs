//! Many volunteers at once: a sample of `tests/soak-preview`, which lets fifty type for ten minutes.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::preview::{LONGEST, Page, Server, free_port};
use crate::support::Sandbox;

const LANGUAGES: [&str; 4] = ["ar", "ru", "nl", "tr"];
const VOLUNTEERS: usize = 12;
const LETTERS: usize = 15;

/// Numbers that look like chance, the same in each run (Knuth's MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A message with one text that stands on a page, another one for each number.
fn own_unit(page: &Page, number: usize) -> Value {
    let is_free = |row: &&Value| {
        row["editable"] == true
            && row["onPage"] == true
            && row["units"].as_array().is_some_and(|units| units.len() == 1)
            && row["units"][0]["text"]
                .as_str()
                .is_some_and(|text| text.len() > 20 && !text.contains('{'))
    };
    let free: Vec<&Value> = page.messages.iter().filter(is_free).collect();
    free[number].clone()["units"][0].clone()
}

/// Types into one text, saves it, and gives what has to stand in the file, with how long pages took.
fn volunteer(mut page: Page, unit: &Value, mut chance: Chance) -> (String, Vec<Duration>) {
    let (id, text) = (unit["id"].as_str().unwrap(), unit["text"].as_str().unwrap());
    let (mut waits, mut typed) = (Vec::new(), text.to_owned());
    for letter in 0..LETTERS {
        typed = format!("{text} {}", "abcdefgh".repeat(2)[..=letter % 12].to_owned());
        let start = Instant::now();
        let seq = page.type_text(id, &typed);
        // Pages of a later text show the earlier ones too.
        page.wait_for("pages", |said| said["seq"].as_u64() >= Some(seq));
        waits.push(start.elapsed());
        thread::sleep(Duration::from_millis(chance.below(200)));
    }
    let seq = page.save(id, &typed);
    let answered = page.wait_for("saved", |said| said["seq"] == seq);
    assert_eq!(answered["unit"], id);
    (typed, waits)
}

#[test]
fn volunteers_who_type_at_once_lose_nothing() {
    let sandbox = Sandbox::shipped();
    let server = Server::start_at(&sandbox, free_port(), &["--lang", "ar"]);
    let start = Instant::now();
    let working: Vec<_> = (0..VOLUNTEERS)
        .map(|number| {
            let language = LANGUAGES[number % LANGUAGES.len()];
            let mut page = Page::connect(server.port, &server.origin(), None).expect("a socket");
            page.say(&json!({
                "type": "hello", "token": server.token, "tab": format!("v{number}"),
                "language": language, "edition": "short",
            }));
            page.begin();
            let unit = own_unit(&page, 3 * (number / LANGUAGES.len()));
            let chance = Chance(number as u64 + 1);
            let own = unit.clone();
            let working = thread::spawn(move || volunteer(page, &own, chance));
            (language, unit, working)
        })
        .collect();
    let mut waits = Vec::new();
    let mut typed = Vec::new();
    for (language, unit, working) in working {
        let (text, own) = working.join().unwrap();
        waits.extend(own);
        typed.push((language, unit["id"].as_str().unwrap().to_owned(), text));
    }
    assert_eq!(waits.len(), VOLUNTEERS * LETTERS);
    assert!(start.elapsed() < LONGEST * 2, "{:?}", start.elapsed());
    for (language, id, text) in typed {
        let catalogue = sandbox.read(&format!("translations/{language}/partner-violence.ftl"));
        let last = text.rsplit(' ').next().unwrap();
        let at = catalogue.find(&format!("\n{id} =")).unwrap();
        let own = &catalogue[at + 1..];
        let end = own.find("\n\n").unwrap_or(own.len());
        let entry: String = own[..end].to_owned();
        let entry = entry
            .split("\n")
            .take_while(|line| line.starts_with(&id) || line.starts_with(' '))
            .collect::<Vec<_>>()
            .join("\n");
        assert!(entry.ends_with(&format!(" {last}")), "{language} {id}: {entry}");
    }
}
