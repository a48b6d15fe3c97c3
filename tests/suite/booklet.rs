//! Booklets: page references, contents, chapters, glossaries, note pages, and how their faults are told.

mod faults;
mod pages;
mod references;

use feuillet::resolve::manuscript::{BlockKind, Passage};

use crate::support::{Sandbox, page_texts};

const BROCHURE: &str = "brochures/allotment/brochure.toml";
const FACTS: &str = "brochures/allotment/facts.toml";
const ENGLISH: &str = "translations/en/allotment.ftl";
const ARABIC: &str = "translations/ar/allotment.ftl";

#[test]
fn a_booklet_is_built_with_nothing_found() {
    let sandbox = Sandbox::of("allotment");
    sandbox.build_clean();
    assert_eq!(
        sandbox.pdfs("allotment"),
        ["ar/garden-handbook-ar-screen-draft.pdf", "en/garden-handbook-en-screen-draft.pdf"]
    );
    for file in sandbox.manifest("allotment")["files"].as_array().unwrap() {
        assert_eq!(file["pages"].as_u64().unwrap() % 4, 0, "{file}");
        assert_eq!(file["trim"], serde_json::json!([148.0, 210.0]));
    }
}

#[test]
fn the_foot_stands_on_every_page_but_the_cover_and_the_head_where_no_title_is() {
    let pages = page_texts(&Sandbox::of("allotment").load("allotment").pages("handbook", "en"));
    for (index, page) in pages.iter().enumerate() {
        assert_eq!(page.contains("No water?"), index > 0, "page {}: {page}", index + 1);
    }
    assert_eq!(pages[2].matches("How do I begin?").count(), 1, "a chapter opens with its title");
    assert_eq!(pages[3].matches("How do I begin?").count(), 1, "and has it as running head");
}

#[test]
fn a_chapter_says_in_short_what_it_says() {
    let loaded = Sandbox::of("allotment").load("allotment");
    let manuscript = loaded.resolve("handbook", "en").manuscript;
    let plot = &manuscript.sections[2];
    let summary = plot.summary.as_ref().unwrap();
    assert_eq!((plot.number, plot.tint), (Some(1), "secondary"));
    assert_eq!(summary.label.plain(), "In short");
    assert_eq!(summary.lines.len(), 3);
    let seasons = manuscript.sections.iter().find(|section| section.id == "seasons").unwrap();
    assert_eq!((seasons.number, seasons.tint, &seasons.summary), (Some(2), "primary", &None));
}

#[test]
fn words_of_a_glossary_are_in_the_order_of_the_alphabet() {
    let loaded = Sandbox::of("allotment").load("allotment");
    let words = |language| {
        let manuscript = loaded.resolve("handbook", language).manuscript;
        let blocks: Vec<_> =
            manuscript.sections.into_iter().flat_map(|section| section.blocks).collect();
        let words = blocks.into_iter().find_map(|block| match block.kind {
            BlockKind::Glossary { words } => Some(words),
            _ => None,
        });
        words.unwrap().iter().map(|(word, _)| word.plain()).collect::<Vec<_>>()
    };
    assert_eq!(words("en"), ["Compost", "Plot", "Seed"]);
    assert_eq!(words("ar"), ["أرض", "بذرة", "سماد"]);
}

#[test]
fn contacts_are_put_together_by_region() {
    let loaded = Sandbox::of("allotment").load("allotment");
    let manuscript = loaded.resolve("handbook", "en").manuscript;
    let cards =
        manuscript.sections.iter().flat_map(|section| &section.blocks).find_map(
            |block| match &block.kind {
                BlockKind::Contacts { cards, .. } => Some(cards),
                _ => None,
            },
        );
    let rows: Vec<(String, Vec<String>)> = cards
        .unwrap()
        .iter()
        .map(|card| (card.id.clone(), card.regions.iter().map(Passage::plain).collect()))
        .collect();
    let row = |id: &str, regions: &[&str]| {
        (id.to_owned(), regions.iter().map(|region| (*region).to_owned()).collect())
    };
    assert_eq!(
        rows,
        [
            row("rain-line", &[]),
            row("pump-house", &["Upper Field"]),
            row("lower-pump", &["Upper Field"]),
            row("well", &["Lower Field", "Upper Field"]),
        ]
    );
}

#[test]
fn an_edition_has_its_own_sizes() {
    let sandbox = Sandbox::of("allotment");
    let folder = sandbox.beside("typst");
    let ran = sandbox.run(&[
        "typst",
        "allotment",
        "--lang",
        "en",
        "--edition",
        "handbook",
        "--output",
        folder.to_str().unwrap(),
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let theme = std::fs::read_to_string(folder.join("theme.typ")).unwrap();
    assert!(theme.contains("\"chapter\": 2.4,"), "{theme}");
    assert!(theme.contains("\"title\": 1.65,"), "the theme's own: {theme}");
    let main = std::fs::read_to_string(folder.join("main.typ")).unwrap();
    assert!(main.contains("#page-of(\"words\")"), "{main}");
    assert!(!folder.join("leaflet.typ").exists(), "templates of other forms are left out");
}

#[test]
fn build_tells_how_long_the_stages_took() {
    let sandbox = Sandbox::of("allotment");
    let ran = sandbox.run(&["build", "--timings"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let stages: Vec<&str> =
        ran.stdout.lines().skip(1).filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert_eq!(
        stages,
        [
            "load",
            "review",
            "resolve",
            "compose",
            "typeset",
            "impose",
            "export",
            "preflight",
            "driver"
        ]
    );
    let ran = sandbox.run(&["check", "--timings", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(report["timings"]["typeset"].as_f64().unwrap() > 0.0, "{report}");
    assert_eq!(report["files"][0]["panels"].as_array().unwrap().len(), 8);
    let plain = sandbox.run(&["check", "--format", "json"]);
    assert!(!plain.stdout.contains("timings"), "only where it is asked for");
}
