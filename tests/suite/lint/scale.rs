//! What the rules cost where there are many messages and languages, beside the parsing of the same files.
//!
//! `FEUILLET_TEST_FACTOR=10 cargo test --release --test suite lint::scale -- --nocapture` measures 5,000 messages in 30
//! languages; the suite takes a sample of a tenth.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use feuillet::diagnostic::Report;
use feuillet::load::Project;
use feuillet::review::assess;

use crate::support::Sandbox;
use crate::support::sample::factor;
use crate::support::shipped::languages;

/// The most that looking at the texts may take, as a multiple of reading and parsing them. It was 20 to 32 on two busy processors
/// with little optimisation; a rule that compares every text with every other would need hundreds.
const MOST: f64 = 60.0;

/// How many languages there are for each that ships: with the script of their texts.
const KIN: [(&str, &[&str]); 8] = [
    ("ar", &["ps", "ur"]),
    ("en", &["sq", "so", "sw", "vi"]),
    ("es", &["it", "ro", "pl", "ln"]),
    ("fr", &[]),
    ("nl", &["de", "af", "da", "sv"]),
    ("pt", &["ca", "gl", "cs", "hu"]),
    ("ru", &["uk", "bg", "sr", "mk"]),
    ("tr", &["az", "ku"]),
];

#[test]
fn a_look_at_all_texts_costs_little_beside_their_parsing() {
    let messages = 500 * factor() as usize;
    let sandbox = Sandbox::shipped();
    let path = |language: &str| format!("translations/{language}/partner-violence.ftl");
    let mut tags: Vec<String> = languages().map(str::to_owned).collect();
    let copies: Vec<String> = languages()
        .map(|language| {
            let text = sandbox.read(&path(language));
            let lines = text.lines().filter(|line| {
                line.starts_with(|c: char| c.is_ascii_lowercase())
                    && !line.ends_with('=')
                    && !line.contains('{')
            });
            let lines: Vec<&str> = lines.collect();
            let mut all = text.clone();
            for number in 0..messages.saturating_sub(430) {
                let line = lines[number % lines.len()];
                let (id, words) = line.split_once(" = ").unwrap();
                let _ = writeln!(all, "{id}-{number} = {words}");
            }
            sandbox.write(&path(language), &all);
            all
        })
        .collect();
    let loaded = sandbox.load("partner-violence");
    let known = &loaded.publication.languages;
    for (language, kin) in KIN {
        let index = languages().position(|own| own == language).unwrap();
        for tag in kin.iter().filter(|tag| known.get(&tag.parse().unwrap()).is_some()) {
            sandbox.write(&path(tag), &copies[index]);
            let common = sandbox.read(&format!("translations/{language}/common.ftl"));
            sandbox.write(&format!("translations/{tag}/common.ftl"), common);
            tags.push((*tag).to_owned());
        }
    }
    let all: Vec<String> = tags.iter().map(|tag| format!("\"{tag}\"")).collect();
    let structure = sandbox.read("brochures/partner-violence/brochure.toml");
    let start = structure.find("\nlanguages = [").unwrap() + 1;
    let end = start + structure[start..].find(']').unwrap() + 1;
    let structure =
        format!("{}languages = [{}]{}", &structure[..start], all.join(", "), &structure[end..]);
    sandbox.write("brochures/partner-violence/brochure.toml", structure);

    let start = Instant::now();
    let mut entries = 0;
    for tag in &tags {
        let text = std::fs::read_to_string(sandbox.path(&path(tag))).unwrap();
        entries += fluent_syntax::parser::parse(text).unwrap().body.len();
    }
    let parse = start.elapsed();
    let project = Project::find(sandbox.root()).unwrap();
    let publication = feuillet::load::load(&project, "partner-violence", &Report::new()).unwrap();
    let looks = (0..3).map(|_| {
        let start = Instant::now();
        let states = assess(&publication);
        std::hint::black_box(&states);
        start.elapsed()
    });
    let look: Duration = looks.min().unwrap();
    let ratio = look.as_secs_f64() / parse.as_secs_f64();
    eprintln!(
        "{entries} entries in {} languages: parsed in {parse:?}, looked at in {look:?}: {ratio:.2}",
        tags.len()
    );
    assert!(ratio < MOST, "{ratio:.2} times as long as parsing");
}
