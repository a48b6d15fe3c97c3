//! The proof: each page as it is, with ids, source texts, states and findings beside it.

use std::path::PathBuf;

use feuillet::compose::{Composition, EditionContext, TextOrigin, compose};
use feuillet::diagnostic::Report;
use feuillet::language::Tag;
use feuillet::load::Profile;
use feuillet::proof::{ProofInput, Remark, ReviewStatus, Tally, page_notes, proof};
use feuillet::resolve::Manuscript;
use feuillet::typeset::view::{Item, Rect};
use feuillet::typeset::{Fonts, Pages, typeset};
use snapbox::str;
use typst::layout::FrameItem;

use crate::support::outside::{output, outside};
use crate::support::{Loaded, Sandbox, page_texts};

const BROCHURE: &str = "lantern-festival";
const ENGLISH: &str = "translations/en/lantern-festival.ftl";
/// Three millimetres, in points.
const NEAR: f64 = 3.0 * 72.0 / 25.4;

/// The street festival, with two stale messages and three missing ones in Dutch and Arabic.
fn unfinished() -> Sandbox {
    let sandbox = Sandbox::of("neighbours");
    sandbox.replace(ENGLISH, "Glue its edges.", "Glue its edges twice.").replace(
        ENGLISH,
        "In the rain we meet",
        "In the snow we meet",
    );
    for language in ["nl", "ar"] {
        let path = format!("translations/{language}/lantern-festival.ftl");
        let gone = ["bag-coat", "quote-mina", "lantern-alt"].map(|id| format!("{id} = "));
        let text = sandbox.read(&path);
        let kept = text.lines().filter(|line| !gone.iter().any(|id| line.starts_with(id)));
        let kept: Vec<&str> = kept.collect();
        sandbox.write(&path, kept.join("\n") + "\n");
    }
    sandbox
}

/// The unfinished festival with a proof of its leaflet in a language.
#[track_caller]
fn built(language: &str) -> (Sandbox, PathBuf) {
    let sandbox = unfinished();
    let arguments =
        ["build", "--edition", "leaflet", "--profile", "proof,screen", "--lang", language];
    assert_eq!(sandbox.run(&arguments).code, 0);
    let name = format!("street-evening-leaflet-{language}-proof-draft.pdf");
    let file = sandbox.path(&format!("{}/{language}", sandbox.folder_of(BROCHURE))).join(name);
    assert!(file.is_file());
    (sandbox, file)
}

/// A word on a page, as an outside program reads it: its left, upper, right and lower edge in points.
struct Word {
    text: String,
    edges: [f64; 4],
}

/// The words of each page, and how wide and high it is.
fn words(file: &PathBuf) -> Option<Vec<(Vec<Word>, f64)>> {
    let (text, _) = output(outside("pdftotext")?.arg("-bbox").arg(file).arg("-"));
    let attribute = |line: &str, name: &str| -> f64 {
        let start = line.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
        line[start..].split('"').next().unwrap().parse().unwrap()
    };
    let mut pages = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with("<page") {
            pages.push((Vec::new(), attribute(line, "width")));
        } else if line.starts_with("<word") {
            let edges = ["xMin", "yMin", "xMax", "yMax"].map(|name| attribute(line, name));
            let text = line[line.find('>').unwrap() + 1..].trim_end_matches("</word>").to_owned();
            pages.last_mut().unwrap().0.push(Word { text, edges });
        }
    }
    Some(pages)
}

#[track_caller]
fn find<'a>(words: &'a [Word], text: &str) -> &'a Word {
    words.iter().find(|word| word.text == text).unwrap_or_else(|| {
        let all: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        panic!("no `{text}` in {all:?}")
    })
}

/// An edition up to its pages, through the library.
struct Typeset {
    loaded: Loaded,
    manuscript: Manuscript,
    source: Manuscript,
    composition: Composition,
    pages: Pages,
    fonts: Fonts,
}

impl Typeset {
    fn of(sandbox: &Sandbox, language: &str) -> Typeset {
        let loaded = sandbox.load(BROCHURE);
        let manuscript = loaded.resolve("leaflet", language).manuscript;
        let source = loaded.resolve("leaflet", "en").manuscript;
        let edition = loaded.publication.brochure.edition("leaflet").unwrap();
        let composition = compose(&loaded.publication, &manuscript, edition);
        let report = Report::new();
        let fonts = Fonts::load(&loaded.project.fonts(), &report);
        let pages = typeset(&composition, &fonts, Profile::Proof, &report).unwrap();
        Typeset { loaded, manuscript, source, composition, pages, fonts }
    }

    fn input<'a>(&'a self, remarks: &'a [Remark]) -> ProofInput<'a> {
        let edition = EditionContext {
            publication: &self.loaded.publication,
            states: &self.loaded.states,
            edition: self.loaded.publication.brochure.edition("leaflet").unwrap(),
            manuscript: &self.manuscript,
            composition: &self.composition,
        };
        ProofInput { edition, source: Some(&self.source), pages: &self.pages, remarks }
    }
}

#[test]
fn a_proof_is_made_only_when_asked_for() {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    assert!(sandbox.pdfs("note").iter().all(|path| path.ends_with("-screen-draft.pdf")));
    let ran = sandbox.run(&["build", "--profile", "proof"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    assert_eq!(
        sandbox.pdfs("note"),
        [
            "en/note-short-en-proof-draft.pdf",
            "en/note-short-en-screen-draft.pdf",
            "nl/note-short-nl-proof-draft.pdf",
            "nl/note-short-nl-screen-draft.pdf",
        ]
    );
    let files = sandbox.manifest("note")["files"].as_array().unwrap().clone();
    let profiles: Vec<&str> = files.iter().map(|file| file["profile"].as_str().unwrap()).collect();
    assert_eq!(profiles, ["proof", "screen", "proof", "screen"]);
}

#[test]
fn a_proof_is_plain_pdf_and_the_same_every_time() {
    let (sandbox, file) = built("ar");
    let first = std::fs::read(&file).unwrap();
    assert!(first.starts_with(b"%PDF-1.7"));
    let document = lopdf::Document::load_mem(&first).unwrap();
    let catalogue = document.catalog().unwrap();
    for absent in [b"StructTreeRoot".as_slice(), b"MarkInfo", b"OutputIntents", b"Outlines"] {
        assert!(!catalogue.has(absent), "{}", String::from_utf8_lossy(absent));
    }
    sandbox.delete("output");
    assert_eq!(sandbox.run(&["build", "--profile", "proof", "--jobs", "2"]).code, 0);
    assert_eq!(std::fs::read(&file).unwrap(), first);
}

#[test]
fn the_page_itself_is_as_on_the_screen() {
    let sandbox = unfinished();
    for language in ["nl", "ar"] {
        let typeset = Typeset::of(&sandbox, language);
        let made = proof(&typeset.input(&[]), &typeset.fonts, &Report::new()).unwrap();
        assert_eq!(made.document.pages().len(), typeset.pages.document.pages().len());
        for (index, page) in made.document.pages().iter().enumerate() {
            let (position, item) = page.frame.items().next().unwrap();
            let FrameItem::Group(group) = item else { panic!("{item:?}") };
            let original = &typeset.pages.document.pages()[index].frame;
            assert_eq!(group.frame.size(), original.size());
            let edge = 4.0 * 72.0 / 25.4;
            let right = page.frame.width() - position.x - original.width();
            let beside = if language == "ar" { right } else { position.x };
            assert!((beside.to_pt() - edge).abs() < 0.01, "{beside:?}");
        }
        let (before, after) = (page_texts(&typeset.pages), page_texts(&made));
        for (before, after) in before.iter().zip(&after) {
            assert!(after.starts_with(before.as_str()), "{before}\n{after}");
        }
    }
}

#[test]
fn ids_stand_at_the_height_of_their_texts() {
    let (_sandbox, file) = built("nl");
    let Some(pages) = words(&file) else { return };
    // The festival's words that stand on one page only.
    for (page, id, text) in [
        (3, "lantern-title", "Maak"),
        (3, "step-paper", "Vouw"),
        (3, "step-glue", "Lijm"),
        (4, "take-part-title", "Doe"),
        (4, "guide-help", "Hebt"),
        (4, "guide-no", "kom"),
        (4, "answer-pay", "Nee."),
        (5, "callout-rain", "Bij"),
        (6, "keep-title", "Bewaar"),
    ] {
        let (words, _) = &pages[page - 1];
        let middle = |word: &Word| (word.edges[1] + word.edges[3]) / 2.0;
        let (id, text) = (find(words, id), find(words, text));
        let apart = (middle(id) - middle(text)).abs();
        assert!(apart < NEAR, "{} and {}: {apart} pt", id.text, text.text);
        assert!(id.edges[0] > text.edges[2]);
    }
}

#[test]
fn a_right_to_left_page_has_its_notes_on_the_left() {
    let (_sandbox, file) = built("ar");
    let Some(pages) = words(&file) else { return };
    let (words, width) = &pages[3];
    let page = 99.0 * 72.0 / 25.4;
    for id in ["take-part-title", "guide-help", "answer-gift", "quote-mina-name"] {
        assert!(find(words, id).edges[2] < width - page, "{id}");
    }
    // The source text reads from left to right, in its own order.
    let take = find(words, "Take");
    let part = find(words, "part");
    assert!(take.edges[2] < part.edges[0] && (take.edges[1] - part.edges[1]).abs() < 0.1);
}

#[test]
fn every_message_has_its_id_on_the_page_where_it_stands() {
    let sandbox = unfinished();
    for language in ["en", "nl", "ar"] {
        let typeset = Typeset::of(&sandbox, language);
        let sheets = page_notes(&typeset.input(&[]));
        for (page, sheet) in typeset.pages.view.pages.iter().zip(&sheets) {
            for item in &page.items {
                let Item::Text(text) = item else { continue };
                let Some(origin) = text.origin.map(|index| &typeset.composition.texts[index])
                else {
                    continue;
                };
                // The program's own names of languages are nobody's text.
                let TextOrigin::Passage(origin) = &origin.origin else { continue };
                let note = sheet.notes.iter().find(|note| note.name == origin.name());
                let note =
                    note.unwrap_or_else(|| panic!("{} on page {}", origin.name(), page.number));
                let middle = (text.area.left + text.area.right) / 2.0;
                let covers = |area: &Rect| {
                    (area.left..=area.right).contains(&middle)
                        && (area.top..=area.bottom).contains(&(text.baseline - 0.1))
                };
                assert!(note.places.iter().flatten().any(covers), "{} {text:?}", origin.name());
            }
            // A message has one full note in the whole proof.
            for note in &sheet.notes {
                let full = sheets.iter().filter(|sheet| {
                    let mut notes = sheet.notes.iter();
                    notes.any(|other| other.name == note.name && other.elsewhere.is_none())
                });
                assert_eq!(full.count(), 1, "{}", note.name);
            }
        }
    }
    let (_sandbox, file) = built("nl");
    let Some(pages) = words(&file) else { return };
    let typeset = Typeset::of(&sandbox, "nl");
    for (sheet, (words, _)) in page_notes(&typeset.input(&[])).iter().zip(&pages) {
        for note in &sheet.notes {
            find(words, &note.name);
        }
    }
}

#[test]
fn states_are_counted_and_told() {
    let sandbox = unfinished();
    let typeset = Typeset::of(&sandbox, "nl");
    let input = typeset.input(&[]);
    let tally = Tally::of(&input);
    assert_eq!((tally.missing, tally.stale, tally.remarks), (3, 2, 0));
    let english: Tag = "en".parse().unwrap();
    let sheets = page_notes(&input);
    let notes: Vec<_> = sheets.iter().flat_map(|sheet| &sheet.notes).collect();
    let standing = |id: &str| &notes.iter().find(|note| note.name == id).unwrap().status;
    assert_eq!(*standing("bag-coat"), ReviewStatus::Missing(english.clone()));
    assert_eq!(*standing("quote-mina"), ReviewStatus::Missing(english.clone()));
    assert_eq!(*standing("step-glue"), ReviewStatus::Stale);
    assert_eq!(*standing("bag-cup"), ReviewStatus::Approved);
    assert_eq!(*standing("draft-line"), ReviewStatus::Open);
    assert_eq!(*standing("fire-watch"), ReviewStatus::Fact);
    let unseen = notes.iter().find(|note| note.name == "lantern-alt").unwrap();
    assert_eq!(unseen.status, ReviewStatus::Missing(english), "it is heard, on no page");
    assert!(unseen.places.is_empty());

    let (_sandbox, file) = built("nl");
    let Some(pages) = words(&file) else { return };
    let text = |page: usize| -> String {
        let words: Vec<&str> = pages[page - 1].0.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    };
    for told in ["3 missing · 2 stale · 0 findings", "release 2.1 of 2026-11-23, draft"] {
        assert!(text(1).contains(told), "{told}: {}", text(1));
    }
    assert!(text(1).contains("edition leaflet, language nl"), "{}", text(1));
    assert!(text(4).contains("missing, shown in en"), "{}", text(4));
    assert!(text(4).contains("A gift is welcome at our site."), "{}", text(4));
    // What was changed in the source, not only what it says now.
    assert!(text(5).contains("In the rain snow we meet"), "{}", text(5));
    assert!(text(5).contains("stale: the source has changed"), "{}", text(5));
}

#[test]
fn missing_is_red_and_stale_is_amber_on_the_page() {
    let (sandbox, file) = built("nl");
    let Some(pages) = words(&file) else { return };
    let Some(mut pdftoppm) = outside("pdftoppm") else { return };
    let prefix = sandbox.beside("page");
    output(pdftoppm.args(["-r", "100", "-png"]).arg(&file).arg(&prefix));
    // The colour above the baseline of the gap after a word.
    let ground = |page: usize, word: &str| -> [u8; 3] {
        let picture = image::open(sandbox.beside(&format!("page-{page}.png"))).unwrap().to_rgb8();
        let (words, width) = &pages[page - 1];
        let [_, top, right, bottom] = find(words, word).edges;
        let scale = f64::from(picture.width()) / width;
        let at = |length: f64| (length * scale) as u32;
        picture.get_pixel(at(right + 1.0), at(f64::midpoint(top, bottom))).0
    };
    let [red, green, blue] = ground(4, "was");
    assert!(red > 240 && green < 230 && blue < 235, "{red} {green} {blue}");
    let [red, green, blue] = ground(3, "Lijm");
    assert!(red > 245 && green > 220 && blue < 200, "{red} {green} {blue}");
    assert_eq!(ground(3, "Vouw"), [255, 255, 255]);
}

#[test]
fn the_proof_of_the_source_has_ids_alone() {
    let (_sandbox, file) = built("en");
    let Some(pages) = words(&file) else { return };
    let count = |text: &str| pages[3].0.iter().filter(|word| word.text == text).count();
    assert_eq!((count("take-part-title"), count("Take")), (1, 1));
}

#[test]
fn a_finding_is_framed_and_told() {
    let sandbox = unfinished();
    let typeset = Typeset::of(&sandbox, "nl");
    let area = Rect { left: 30.0, top: 200.0, right: 120.0, bottom: 240.0 };
    let remark = Remark {
        check: "runt".to_owned(),
        words: "the last line is \"#panic()\" alone".to_owned(),
        page: 4,
        area,
    };
    let remarks = [remark];
    let input = typeset.input(&remarks);
    let sheets = page_notes(&input);
    let note = sheets[3].notes.iter().find(|note| note.name == "runt").unwrap();
    assert_eq!(
        (note.status.clone(), note.places.clone()),
        (ReviewStatus::Remark, vec![vec![area]])
    );
    let made = proof(&input, &typeset.fonts, &Report::new()).unwrap();
    let texts = page_texts(&made);
    assert!(texts[3].contains("runt") && texts[3].contains("\"#panic()\" alone"), "{}", texts[3]);
    assert!(texts[0].contains("1 finding"), "{}", texts[0]);
    assert!(!texts[2].contains("runt"));
}

#[test]
fn what_runs_over_is_shown_where_it_runs_to() {
    let sandbox = unfinished();
    let long = "Wees stil na tienen, want de buren slapen. ".repeat(50);
    sandbox.replace("translations/nl/lantern-festival.ftl", "Wees stil na tienen.", &long);
    let ran = sandbox.run(&["build", "--edition=leaflet", "--lang=nl", "--profile=proof,screen"]);
    ran.assert(1, str![[r#"
error[overset]: panel 6 (`keep`) is too full by 213 mm: about 47 lines, 1247 characters, must go (lantern-festival, edition `leaflet`, `nl`)
  --> translations/nl/lantern-festival.ftl:65:1
   |
65 | keep-quiet = Wees stil na tienen, want de buren slapen. Wees stil na tienen, want de buren slapen. Wees stil na tienen, want de bure...
   | ^^^^^^^^^^
   |
   = help: shorten its texts, move a block, or let the measures in `fit` give way further
   = help: grown most against `en`: `keep-mail` (+13 %), `keep-stand` (+7 %), `qr-text` (+4 %)

warning: `nl` lacks 3 messages, shown in `en` instead: `bag-coat`, `lantern-alt` and `quote-mina`
 |
 = help: translate them in `translations/nl`
"#]]);
    assert_eq!(sandbox.pdfs(BROCHURE), ["nl/street-evening-leaflet-nl-proof-draft.pdf"]);
    let file = sandbox.path("output/street-evening/nl/street-evening-leaflet-nl-proof-draft.pdf");
    let Some(pages) = words(&file) else { return };
    assert_eq!(pages.len(), 8);
    for (index, (words, _)) in pages.iter().enumerate() {
        let told = words.iter().any(|word| word.text == "overset");
        assert_eq!(told, index >= 6, "page {}", index + 1);
    }
}

#[test]
fn a_page_with_many_notes_gets_more_columns() {
    let sandbox = unfinished();
    let items: String = (0..60).map(|index| format!("\"many-{index}\", ")).collect();
    sandbox.replace(
        "brochures/lantern-festival/brochure.toml",
        "{ list = [\"keep-quiet\", \"keep-clean\"] }",
        &format!("{{ checklist = [{items}], columns = 3 }}"),
    );
    sandbox.replace(
        "brochures/lantern-festival/brochure.toml",
        "width = \"99mm\", height = \"210mm\"",
        "width = \"148mm\", height = \"210mm\"",
    );
    for language in ["en", "nl", "ar"] {
        let lines: String = (0..60).map(|index| format!("many-{index} = x{index}\n")).collect();
        sandbox.append(&format!("translations/{language}/lantern-festival.ftl"), &lines);
    }
    sandbox.run(&["build", "--edition=leaflet", "--lang=nl", "--profile=proof"]);
    let file = sandbox.path("output/street-evening/nl/street-evening-leaflet-nl-proof-draft.pdf");
    let Some(pages) = words(&file) else { return };
    let (words, width) = &pages[5];
    let mut columns: Vec<i64> = Vec::new();
    for index in 0..60 {
        let [left, top, right, bottom] = find(words, &format!("many-{index}")).edges;
        assert!(right < *width && top > 20.0 && bottom < 210.0 * 72.0 / 25.4 + 40.0);
        columns.push(left.round() as i64);
    }
    columns.sort_unstable();
    columns.dedup();
    assert!(columns.len() > 1, "{columns:?} {}", words.len());
}
