//! Whole projects: the fixtures and the shipped brochure, from their folders to PDFs and manifest.

use feuillet::diagnostic::Report;
use feuillet::load::{TextId, ftl, load};
use serde_json::json;

use crate::support::shipped::{BROCHURE, Promised, languages, promised, shipped};
use crate::support::{Sandbox, page_texts};

#[test]
fn an_approved_project_comes_out_clean() {
    let sandbox = Sandbox::of("neighbours");
    let ran = sandbox.build_clean().run(&["list", "--long"]);
    assert_eq!(
        sandbox.pdfs("lantern-festival"),
        [
            "ar/street-evening-leaflet-ar-screen.pdf",
            "ar/street-evening-pocket-ar-screen.pdf",
            "en/street-evening-leaflet-en-screen.pdf",
            "en/street-evening-pocket-en-screen.pdf",
            "nl/street-evening-leaflet-nl-screen.pdf",
        ]
    );
    assert_eq!(
        ran.stdout,
        "\
lantern-festival
  leaflet  en       screen   approved
  leaflet  nl       screen   approved
  leaflet  ar       screen   approved
  pocket   en       screen   approved
  pocket   ar       screen   approved
"
    );
    let loaded = sandbox.load("lantern-festival");
    for (language, draft) in [("en", "Draft"), ("nl", "Ontwerp"), ("ar", "مسودة")] {
        let pages = page_texts(&loaded.pages("leaflet", language));
        assert_eq!(pages.len(), 6);
        assert!(pages.iter().all(|page| !page.contains(draft)), "{pages:?}");
    }
}

#[test]
fn every_kind_of_block_reaches_the_page() {
    let sandbox = Sandbox::of("neighbours");
    let loaded = sandbox.load("lantern-festival");
    let pages = page_texts(&loaded.pages("leaflet", "en"));
    for (page, words) in [
        (0, "Lanterns in our street"),
        (0, "Will you light one with us?"),
        (1, "On 20 February 2027 the whole of Lantern Street is lit by lanterns."),
        (1, "12,500"),
        (1, "Red, yellow and blue"),
        (1, "What happens when"),
        (1, "eight o’clock"),
        (2, "Make a lantern"),
        (2, "Put a lamp in it, no candle."),
        (2, "What to bring"),
        (2, "A coat"),
        (3, "Do you have an hour?"),
        (3, "No: come and look"),
        (3, "Does it cost anything?"),
        (3, "It was as if the stars had come down."),
        (3, "Mina, Lantern Street"),
        (4, "199"),
        (4, "About the festival"),
        (4, "0555 10 20 30"),
        (4, "Lantern Street 7"),
        (4, "A lantern burns?"),
        (4, "Nothing ever happened."),
        (5, "hello@lantern.example"),
        (5, "This code opens our site."),
        (5, "lantern.example"),
        (5, "D/2026/0000/7"),
    ] {
        // Lines end without their blank.
        let without_blanks = |text: &str| text.replace([' ', '\u{A0}', '\u{202F}'], "");
        assert!(
            without_blanks(&pages[page]).contains(&without_blanks(words)),
            "`{words}` is not on page {page}: {}",
            pages[page]
        );
    }
}

#[test]
fn blocks_keep_to_their_editions_languages_and_regions() {
    let loaded = Sandbox::of("neighbours").load("lantern-festival");
    let has = |edition: &str, language: &str, name: &str| {
        let manuscript = loaded.resolve(edition, language).manuscript;
        manuscript.passages().iter().any(|passage| passage.origin.name() == name)
    };
    assert!(has("leaflet", "nl", "evening-nl"));
    assert!(!has("leaflet", "en", "evening-nl"));
    assert!(has("leaflet", "en", "callout-fire"));
    assert!(!has("pocket", "en", "callout-fire"));
    assert!(has("pocket", "en", "callout-rain"));
    assert!(!has("pocket", "en", "evening-text"), "its section is for the leaflet");
    assert!(has("leaflet", "en", "festival-office"));
    assert!(!has("leaflet", "en", "lower-desk"), "it serves the lower street");
    assert!(has("leaflet", "en", "stand-desk"), "it serves all regions");
}

#[test]
fn the_manifest_tells_what_each_file_is() {
    let sandbox = Sandbox::of("neighbours");
    let manifest = sandbox.build_clean().manifest("lantern-festival");
    assert_eq!(manifest["brochure"], "lantern-festival");
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), 5);
    let pocket = files.iter().find(|file| file["edition"] == "pocket").unwrap();
    let pdf = sandbox.read_bytes("output/street-evening/ar/street-evening-pocket-ar-screen.pdf");
    assert_eq!(pocket["sha256"].as_str().unwrap().len(), 64);
    let mut pocket = pocket.clone();
    let panels = pocket.as_object_mut().unwrap().remove("panels").unwrap();
    assert_eq!(panels.as_array().unwrap().len(), 2);
    pocket.as_object_mut().unwrap().remove("sha256");
    assert_eq!(
        pocket,
        json!({
            "folder": "street-evening",
            "path": "ar/street-evening-pocket-ar-screen.pdf",
            "bytes": pdf.len(),
            "pages": 2,
            "reading-pages": 2,
            "setting": { "size": 9.4, "leading": 1.38, "paragraph": 0.72, "block": 1.0, "runs": 1 },
            "trim": [105.0, 148.0],
            "bleed": 0.0,
            "fold": "none",
            "brochure": "lantern-festival",
            "edition": "pocket",
            "languages": ["ar"],
            "preflight": { "target": "screen" },
            "profile": "screen",
            "release": "2.1",
            "state": "approved",
        })
    );
    assert!(pdf.starts_with(b"%PDF-1.7"));
}

#[test]
fn a_quite_different_brochure_needs_no_code() {
    let sandbox = Sandbox::of("sorting");
    sandbox.build_clean();
    assert_eq!(
        sandbox.pdfs("afval"),
        ["de/sorteren-vouwblad-de-screen-draft.pdf", "nl/sorteren-vouwblad-nl-screen-draft.pdf"]
    );
    let loaded = sandbox.load("afval");
    let german = loaded.resolve("vouwblad", "de");
    assert_eq!(german.text("bakken-let-op"), "Nach einer Verwarnung folgt eine Buße.");
    assert_eq!(
        german.text("ophaling-tekst"),
        "Wir kommen 26-mal im Jahr vorbei, zum ersten Mal am 4. Januar 2027."
    );
    assert_eq!(german.text("ophaling-gewicht"), "Jeder Mensch hat 138,50\u{A0}kg Restmüll.");
    let dutch = loaded.resolve("vouwblad", "nl");
    assert_eq!(dutch.text("bakken-let-op"), "Na 1\u{A0}waarschuwing volgt een boete.");
    let pages = page_texts(&loaded.pages("vouwblad", "de"));
    assert_eq!(pages.len(), 4, "the joined section opens no panel");
    assert!(pages[2].contains("Der Wertstoffhof"), "{pages:?}");
    assert!(pages.iter().all(|page| page.contains("Entwurf")), "{pages:?}");
}

#[test]
fn a_project_adds_a_language_a_script_and_a_font() {
    let sandbox = Sandbox::of("hebrew");
    sandbox.build_clean();
    let loaded = sandbox.load("library");
    let hebrew = loaded.publication.languages.get(&"he".parse().unwrap()).unwrap();
    assert_eq!(hebrew.direction().as_str(), "rtl");
    assert_eq!(loaded.resolve("leaflet", "he").text("books-text"), "אפשר לקחת שני ספרים הביתה.");
    let pages = loaded.pages("leaflet", "he");
    assert!(page_texts(&pages)[1].contains("0555 70 80 90"));
    let pdf = sandbox.read_bytes("output/library/he/library-leaflet-he-screen-draft.pdf");
    let pdf = lopdf::Document::load_mem(&pdf).unwrap();
    let fonts: Vec<String> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"BaseFont").ok()?.as_name().ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    assert!(fonts.iter().any(|font| font.contains("NotoSansHebrew")), "{fonts:?}");
}

#[test]
fn the_shipped_brochure_is_built_in_every_language() {
    let (sandbox, promised) = (shipped(), promised());
    let paths: Vec<String> = promised.iter().map(Promised::path).collect();
    assert_eq!(sandbox.pdfs(BROCHURE), paths);
    let manifest = sandbox.manifest(BROCHURE);
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), promised.len());
    let pages = |edition, profile, language| {
        let is_meant = |it: &Promised| *it == Promised { language, edition, profile };
        files[promised.iter().position(is_meant).unwrap()]["pages"].as_u64().unwrap()
    };
    for (file, promised) in files.iter().zip(&promised) {
        let Promised { language, edition, profile } = *promised;
        assert_eq!(file["path"], promised.path());
        assert_eq!((&file["edition"], &file["profile"]), (&json!(edition), &json!(profile)));
        assert_eq!(file["languages"], json!([language]));
        assert_eq!(file["state"], "draft");
        assert_eq!(file["reasons"].get("missing"), None, "{language}");
        assert!(!file["reasons"]["fact-unverified"].as_array().unwrap().is_empty());
        if profile != "screen" {
            continue;
        }
        let trim = match edition {
            "short" => [100.0, 210.0],
            "full" => [148.0, 210.0],
            "large" => [210.0, 297.0],
            "card" => [85.0, 55.0],
            _ => panic!("{edition}"),
        };
        assert_eq!(file["trim"], json!(trim), "{edition}");
    }
    for language in languages() {
        let full = pages("full", "screen", language);
        assert!((24..=36).contains(&full) && full % 4 == 0, "{language}: {full} pages");
        let large = pages("large", "screen", language);
        assert!(large > full, "{language}");
        assert_eq!(pages("large", "office", language), large, "{language}");
        assert_eq!(pages("short", "screen", language), 6);
        assert_eq!(pages("card", "screen", language), 4);
    }
}

#[test]
fn the_french_source_leaves_room_for_other_languages() {
    let sandbox = Sandbox::shipped();
    let loaded = sandbox.load("partner-violence");
    let pages = loaded.pages("short", "fr");
    assert_eq!(pages.panels.len(), 6);
    // Other languages may go down to the least measures: what the source fills of a panel there is what counts.
    let edition = loaded.publication.brochure.edition("short").unwrap();
    let ladder = edition.fit.ladder(loaded.publication.largest(edition, &"fr".parse().unwrap()));
    let share = ladder.last().unwrap().height() / pages.setting.height();
    assert!(share < 0.85, "{share}");
    for panel in &pages.panels {
        let fill = panel.fill * share;
        assert!(fill <= 0.75, "panel {} is {fill:.3} full", panel.number);
    }
}

const DUTCH: &str = "translations/nl/note.ftl";

#[test]
fn an_edition_that_fails_keeps_its_earlier_file_and_leaves_the_manifest() {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    let path = "output/note/nl/note-short-nl-screen-draft.pdf";
    let earlier = sandbox.read_bytes(path);
    sandbox.replace(DUTCH, "cover-text = Breng", "cover-text = 中 Breng");
    assert_eq!(sandbox.run(&["build"]).code, 1);
    assert_eq!(sandbox.read_bytes(path), earlier);
    let manifest = sandbox.manifest("note");
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0]["path"], "en/note-short-en-screen-draft.pdf");
    sandbox.replace(DUTCH, "中 Breng", "Breng");
    assert_eq!(sandbox.build_clean().manifest("note")["files"].as_array().unwrap().len(), 2);
}

#[test]
fn a_brochure_with_errors_keeps_its_earlier_files_out_of_the_manifest() {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    sandbox.replace("brochures/note/brochure.toml", "panels = 2", "panels = 3");
    assert_eq!(sandbox.run(&["build"]).code, 1);
    assert_eq!(sandbox.pdfs("note").len(), 2);
    assert_eq!(sandbox.manifest("note")["files"], json!([]));
}

#[test]
fn a_draft_that_becomes_approved_replaces_its_file() {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    assert_eq!(
        sandbox.pdfs("note"),
        ["en/note-short-en-screen-draft.pdf", "nl/note-short-nl-screen-draft.pdf"]
    );
    crate::support::approve(&sandbox, "note", "AB");
    sandbox.build_clean();
    assert_eq!(
        sandbox.pdfs("note"),
        ["en/note-short-en-screen.pdf", "nl/note-short-nl-screen.pdf"]
    );
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal wat u kunt.");
    sandbox.build_clean();
    assert_eq!(
        sandbox.pdfs("note"),
        ["en/note-short-en-screen.pdf", "nl/note-short-nl-screen-draft.pdf"]
    );
}

#[test]
fn what_was_not_asked_for_stays_as_it_is() {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    let before = sandbox.manifest("note");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal wat u kunt.");
    assert_eq!(sandbox.run(&["build", "--lang", "nl"]).code, 0);
    let after = sandbox.manifest("note");
    assert_eq!(after["files"][0], before["files"][0]);
    assert_ne!(after["files"][1]["sha256"], before["files"][1]["sha256"]);
}

#[test]
fn nothing_is_left_beside_the_files() {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    assert_eq!(
        sandbox.files("output"),
        [
            "output/.feuillet/artifacts/edb465624291e405/short/en-screen.json",
            "output/.feuillet/artifacts/edb465624291e405/short/nl-screen.json",
            "output/.feuillet/lock",
            "output/.feuillet/runs.json",
            "output/note/en/note-short-en-screen-draft.pdf",
            "output/note/manifest.json",
            "output/note/nl/note-short-nl-screen-draft.pdf",
        ]
    );
}

#[test]
fn several_brochures_of_a_project_are_built_together() {
    let sandbox = Sandbox::of("small");
    for name in ["brochure.toml", "facts.toml", "theme.toml"] {
        let text = sandbox.read(&format!("brochures/note/{name}"));
        sandbox.write(&format!("brochures/other/{name}"), text.replace("\"note\"", "\"other\""));
    }
    for language in ["en", "nl"] {
        let text = sandbox.read(&format!("translations/{language}/note.ftl"));
        sandbox.write(&format!("translations/{language}/other.ftl"), text);
    }
    sandbox.build_clean();
    assert_eq!(sandbox.pdfs("note").len(), 2);
    assert_eq!(sandbox.pdfs("other").len(), 2);
    sandbox.delete("output");
    assert_eq!(sandbox.run(&["build", "other", "--lang", "en"]).code, 0);
    assert_eq!(sandbox.pdfs("note"), [""; 0]);
    assert_eq!(sandbox.pdfs("other"), ["en/other-short-en-screen-draft.pdf"]);
}

#[test]
fn unsaved_text_is_read_in_the_place_of_the_file() {
    const DUTCH: &str = "translations/nl/note.ftl";
    let sandbox = Sandbox::of("small");
    let saved = sandbox.load("note");
    let id: TextId = "cover-title".parse().unwrap();
    let dutch = "nl".parse().unwrap();
    let file = &saved.publication.catalogues.get(&dutch).unwrap().texts.get(&id).unwrap().span.file;
    let typed = ftl::parse_pattern("Niets is { $years } weg").unwrap();
    let unsaved = ftl::replace(file, &id, &typed).unwrap();
    assert_eq!(
        unsaved,
        sandbox.read(DUTCH).replace("Dingen kunnen hersteld worden", "Niets is { $years } weg")
    );
    let report = Report::new();
    let project = saved.project.with_unsaved([(DUTCH.to_owned(), unsaved)]);
    let publication = load(&project, "note", &report).unwrap();
    assert_eq!(report.into_sorted(), []);
    let text = publication.catalogues.get(&dutch).unwrap().texts.get(&id).unwrap();
    assert_eq!(text.canonical, "Niets is {$years} weg");
    assert_eq!(sandbox.load("note").publication.facts, saved.publication.facts);
}
