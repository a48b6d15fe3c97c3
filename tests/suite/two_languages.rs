//! Editions in two languages, back to back or beside each other.
//!
//! To meet the words and miss the purpose: a print file that has both languages and reads as a booklet in neither; a language that
//! is approved beside one that is not, without a word about it; a file for the screen whose links and bookmarks lead from one
//! language into the other; one language that is set smaller than the other. Beside each other: a block of one language that stands
//! beside another one of the other; a text that is lost; Arabic that runs from the left because French does.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId};
use serde_json::Value;
use snapbox::str;

use crate::support::outside::{output, outside};
use crate::support::{Sandbox, approvals};

const STRUCTURE: &str = "brochures/note/brochure.toml";

/// A page as grey pixels.
#[derive(PartialEq)]
struct Picture(Vec<u8>);

impl Picture {
    /// The page when the paper is turned upside down.
    fn turned(&self) -> Picture {
        Picture(self.0.iter().rev().copied().collect())
    }

    /// The share of the pixels that are plainly not as in another picture of the same size.
    #[track_caller]
    fn difference(&self, other: &Picture) -> f64 {
        assert_eq!(self.0.len(), other.0.len());
        let pixels = self.0.iter().zip(&other.0);
        pixels.filter(|(one, other)| one.abs_diff(**other) > 96).count() as f64
            / self.0.len() as f64
    }
}

/// The pages of a PDF, drawn by another program; `None` where there is none.
fn pictures(sandbox: &Sandbox, pdf: &str) -> Option<Vec<Picture>> {
    let mut program = outside("pdftoppm")?;
    let folder = tempfile::tempdir().unwrap();
    let prefix = folder.path().join("page");
    output(program.args(["-gray", "-r", "40"]).arg(sandbox.path(pdf)).arg(&prefix));
    let mut files: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let picture = |bytes: Vec<u8>| {
        // `P5`, width and height, 255: a line each.
        let head = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(2).unwrap().0;
        Picture(bytes[head + 1..].to_vec())
    };
    Some(files.iter().map(|file| picture(std::fs::read(file).unwrap())).collect())
}

/// The words on each page; `None` without the program that reads them.
fn page_words(sandbox: &Sandbox, pdf: &str) -> Option<Vec<String>> {
    let mut program = outside("pdftotext")?;
    let (text, _) = output(program.arg(sandbox.path(pdf)).arg("-"));
    Some(text.split('\u{c}').map(|page| page.replace(['\n', '\u{A0}'], " ")).collect())
}

#[track_caller]
fn build(sandbox: &Sandbox, arguments: &[&str]) {
    let ran = sandbox.run(&[&["build"], arguments].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
}

fn row<'v>(manifest: &'v Value, path: &str) -> &'v Value {
    let files = manifest["files"].as_array().unwrap();
    files.iter().find(|file| file["path"] == path).unwrap_or_else(|| panic!("{path}: {manifest}"))
}

#[test]
fn whoever_turns_the_booklet_over_finds_the_other_language_upright() {
    let sandbox = Sandbox::of("small");
    build(&sandbox, &["--lang", "en+nl,nl+en", "--profile", "print"]);
    let path =
        |languages: &str| format!("output/note/{languages}/note-short-{languages}-print-draft.pdf");
    let Some(words) = page_words(&sandbox, &path("en_nl")) else { return };
    let begins = ["Things can be mended", "The shop", "De winkel", "Dingen kunnen hersteld worden"];
    for (page, begin) in words.iter().zip(begins) {
        assert!(page.starts_with(begin), "{begin}: {page}");
    }
    let (Some(one), Some(other)) =
        (pictures(&sandbox, &path("en_nl")), pictures(&sandbox, &path("nl_en")))
    else {
        return;
    };
    assert_eq!((one.len(), other.len()), (4, 4));
    // The first cover is upright: only turned is it the last page of the other file.
    assert!(one[0].difference(&other[3]) > 0.3);
    for (page, opposite) in one.iter().zip(other.iter().rev()) {
        let difference = page.turned().difference(opposite);
        assert!(difference < 0.06, "{difference}");
    }
}

#[test]
fn languages_of_two_directions_both_stand_upright_from_their_own_cover() {
    let sandbox = Sandbox::of("allotment");
    build(&sandbox, &["--lang", "en,ar,en+ar,ar+en", "--profile", "print"]);
    let file = |languages: &str| {
        let path = format!("output/garden/{languages}/garden-handbook-{languages}-print-draft.pdf");
        pictures(&sandbox, &path)
    };
    let (Some(english), Some(arabic)) = (file("en"), file("ar")) else { return };
    let first = english.iter().chain(arabic.iter().rev());
    let second = arabic.iter().chain(english.iter().rev());
    for (languages, expected) in [("en_ar", first.collect::<Vec<_>>()), ("ar_en", second.collect())]
    {
        let found = file(languages).unwrap();
        assert_eq!(found.len(), expected.len());
        for (number, (page, expected)) in found.iter().zip(&expected).enumerate() {
            let difference = page.difference(expected);
            assert!(difference < 0.001, "{languages} page {}: {difference}", number + 1);
        }
    }
    // The comparison can fail: the pages of both languages differ.
    assert!(english[1].difference(&arabic[1]) > 0.02);
}

#[test]
fn an_office_folds_nested_sheets_with_the_covers_outside() {
    let sandbox = Sandbox::of("small");
    build(&sandbox, &["--lang", "en+nl", "--profile", "office"]);
    let path = "output/note/en_nl/note-short-en_nl-office-draft.pdf";
    let Some(words) = page_words(&sandbox, path) else { return };
    // One sheet of A4: both covers on its outside, both texts on its inside.
    let sides: Vec<&String> = words.iter().filter(|page| !page.trim().is_empty()).collect();
    assert_eq!(sides.len(), 2, "{words:#?}");
    for (side, has) in sides.iter().zip([
        ["Bring what is broken", "Breng mee wat stuk"],
        ["A repair at Mill Lane", "Een herstelling in de Molenstraat"],
    ]) {
        for words in has {
            assert!(side.contains(words), "{words}: {side}");
        }
    }
}

/// The page to which each link within a document leads, by the page on which it stands; pages count from 0.
fn links(document: &Document) -> Vec<(usize, usize)> {
    let pages: BTreeMap<ObjectId, usize> =
        document.get_pages().into_values().enumerate().map(|(index, id)| (id, index)).collect();
    // The tree of named destinations has one node; names of other trees lead to no page.
    let mut names: BTreeMap<Vec<u8>, Object> = BTreeMap::new();
    let nodes = document.objects.values().chain(document.catalog().unwrap().get(b"Names"));
    for node in nodes.filter_map(|node| node.as_dict().ok()) {
        let inner = node.get(b"Dests").and_then(|inner| document.dereference(inner));
        let inner = inner.ok().and_then(|(_, inner)| inner.as_dict().ok());
        let entries = inner.and_then(|inner| inner.get(b"Names").ok()?.as_array().ok());
        for pair in entries.into_iter().flat_map(|entries| entries.chunks_exact(2)) {
            names.insert(pair[0].as_str().unwrap().to_vec(), pair[1].clone());
        }
    }
    let target = |destination: &Object| {
        let mut destination = document.dereference(destination).unwrap().1.clone();
        if let Ok(name) = destination.as_str() {
            destination = document.dereference(&names[name]).unwrap().1.clone();
        }
        if let Ok(inner) = destination.as_dict() {
            destination = document.dereference(inner.get(b"D").unwrap()).unwrap().1.clone();
        }
        pages[&destination.as_array().unwrap()[0].as_reference().unwrap()]
    };
    let mut found = Vec::new();
    for (index, page) in document.get_pages().into_values().enumerate() {
        for annotation in document.get_page_annotations(page).unwrap() {
            if let Ok(destination) = annotation.get(b"Dest") {
                found.push((index, target(destination)));
            } else if let Ok(action) = annotation.get(b"A").and_then(|it| document.dereference(it))
                && let Ok(destination) = action.1.as_dict().and_then(|action| action.get(b"D"))
            {
                found.push((index, target(destination)));
            }
        }
    }
    found
}

/// The titles of the bookmarks, in their order.
fn bookmarks(document: &Document) -> Vec<String> {
    fn collect(document: &Document, around: &Object, titles: &mut Vec<String>) {
        let Ok((_, around)) = document.dereference(around) else { return };
        let mut next = around.as_dict().and_then(|it| it.get(b"First")).ok().cloned();
        while let Some(object) = next {
            let entry = document.dereference(&object).unwrap().1.as_dict().unwrap().clone();
            titles.push(lopdf::decode_text_string(entry.get(b"Title").unwrap()).unwrap());
            collect(document, &object, titles);
            next = entry.get(b"Next").ok().cloned();
        }
    }
    let mut titles = Vec::new();
    collect(document, document.catalog().unwrap().get(b"Outlines").unwrap(), &mut titles);
    assert!(titles.len() > 4, "{titles:?}");
    titles
}

#[test]
fn on_the_screen_each_language_keeps_its_links_bookmarks_and_tags() {
    let sandbox = Sandbox::of("allotment");
    build(&sandbox, &["--lang", "en,ar,en+ar", "--profile", "screen"]);
    let read = |languages: &str| {
        let path =
            format!("output/garden/{languages}/garden-handbook-{languages}-screen-draft.pdf");
        Document::load(sandbox.path(&path)).unwrap()
    };
    let [english, arabic, both] = ["en", "ar", "en_ar"].map(read);
    let own = english.get_pages().len();
    let expected: Vec<(usize, usize)> = links(&english)
        .into_iter()
        .chain(links(&arabic).into_iter().map(|(from, to)| (from + own, to + own)))
        .collect();
    assert!(links(&english).len() > 5 && links(&arabic).len() > 5, "{expected:?}");
    assert_eq!(links(&both), expected);
    let titles = [bookmarks(&english), bookmarks(&arabic)].concat();
    assert_eq!(bookmarks(&both), titles);
    // The document is in the first language, and all of the second one says that it is in another.
    let marks = |document: &Document, language: &str| {
        let marked = document.objects.values().filter(|object| {
            let mark = object.as_dict().and_then(|it| it.get(b"Lang")).and_then(Object::as_str);
            mark.is_ok_and(|mark| mark == language.as_bytes())
        });
        marked.count()
    };
    let (alone, beside) = (marks(&english, "ar"), marks(&both, "ar"));
    assert!(beside > alone + 20, "{alone} {beside}");
    assert_eq!(both.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), b"en");
    let title = |document: &Document| {
        let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info));
        let info = info.unwrap().1.as_dict().unwrap().clone();
        lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap()
    };
    assert_eq!(title(&both), format!("{} – {}", title(&english), title(&arabic)));
    let ran = sandbox.run(&[
        "preflight",
        "--target",
        "screen",
        "output/garden/en_ar/garden-handbook-en_ar-screen-draft.pdf",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[test]
fn both_languages_are_set_in_the_size_of_the_one_that_needs_more_room() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        STRUCTURE,
        "text-size = \"9.4pt\"",
        "text-size = \"14pt\"\nfit = { order = [\"size\"], size = \"9pt\" }",
    );
    let long = "Betaal wat u wilt. ".repeat(75);
    sandbox.replace("translations/nl/note.ftl", "Betaal wat u wilt.", long.trim());
    let ran = sandbox.run(&["build", "--lang", "en,nl,en+nl,nl+en"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let manifest = sandbox.manifest("note");
    let size = |languages: &str| {
        let path = format!("{languages}/note-short-{languages}-screen-draft.pdf");
        row(&manifest, &path)["setting"]["size"].as_f64().unwrap()
    };
    assert_eq!(size("en"), 14.0);
    assert!(size("nl") < 13.0, "{}", size("nl"));
    assert_eq!((size("en_nl"), size("nl_en")), (size("nl"), size("nl")));
}

/// Approves one language of the small project, or both.
fn approved(languages: &[&str]) -> Sandbox {
    let sandbox = Sandbox::of("small");
    for (path, text) in approvals(&sandbox, "note", "EF") {
        let is_of = |language: &&str| path.contains(&format!("/{language}/"));
        if path.starts_with("brochures/") || languages.iter().any(is_of) {
            sandbox.write(&path, text);
        }
    }
    sandbox
}

#[test]
fn a_draft_beside_an_approved_language_makes_a_draft_of_both() {
    let sandbox = approved(&["en"]);
    build(&sandbox, &["--lang", "en,en+nl"]);
    let manifest = sandbox.manifest("note");
    assert_eq!(row(&manifest, "en/note-short-en-screen.pdf")["state"], "approved");
    let both = row(&manifest, "en_nl/note-short-en_nl-screen-draft.pdf");
    assert_eq!(both["state"], "draft");
    assert_eq!(both["languages"], serde_json::json!(["en", "nl"]));
    if let Some(words) = page_words(&sandbox, "output/note/en_nl/note-short-en_nl-screen-draft.pdf")
    {
        let pages: Vec<&String> = words.iter().filter(|page| !page.trim().is_empty()).collect();
        assert_eq!(pages.len(), 4);
        for (page, line) in pages.iter().zip(["Draft", "Draft", "Ontwerp", "Ontwerp"]) {
            assert!(page.contains(line), "{page}");
        }
    }
    let sandbox = approved(&["en", "nl"]);
    build(&sandbox, &["--lang", "en+nl"]);
    let manifest = sandbox.manifest("note");
    assert_eq!(row(&manifest, "en_nl/note-short-en_nl-screen.pdf")["state"], "approved");
}

#[test]
fn what_is_made_stays_until_a_language_goes() {
    let sandbox = Sandbox::of("small");
    build(&sandbox, &["--lang", "en+nl"]);
    let path = "output/note/en_nl/note-short-en_nl-screen-draft.pdf";
    let made = sandbox.read_bytes(path);
    // Other languages leave it alone, and a second run has nothing to do.
    build(&sandbox, &["--lang", "en"]);
    let ran = sandbox.run(&["build", "--lang", "en+nl"]);
    assert!(ran.stdout.contains(", 1 unchanged"), "{ran:?}");
    assert!(sandbox.read_bytes(path) == made);
    sandbox.run(&["build", "--lang", "en+nl", "--force"]);
    assert!(sandbox.read_bytes(path) == made, "the same input gave other bytes");
    // A text of either language makes it again.
    sandbox.replace("translations/nl/note.ftl", "Breng mee wat stuk is.", "Breng alles mee.");
    build(&sandbox, &["--lang", "en+nl"]);
    assert!(sandbox.read_bytes(path) != made);
    sandbox.replace(STRUCTURE, "languages = [\"en\", \"nl\"]", "languages = [\"en\"]");
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!sandbox.exists(path));
}

#[test]
fn what_can_not_stand_back_to_back_is_refused() {
    let sandbox = Sandbox::of("small");
    sandbox.run(&["build", "--lang", "en+en"]).assert(
        2,
        str![[r#"
error: `en+en` names the same language twice
 |
 = help: write two, like `fr+nl`
"#]],
    );
    sandbox.run(&["build", "--lang", "en+nl+fr"]).assert(
        2,
        str![[r#"
error: `en+nl+fr` names 3 languages
 |
 = help: a file has two covers, for two languages: `fr+nl`
"#]],
    );
    sandbox.run(&["build", "--lang", "en+fr"]).assert(
        2,
        str![[r#"
error: no language `fr`
 |
 = help: languages are `en` and `nl`
"#]],
    );
    sandbox.run(&["build", "--lang", "en+nl", "--edition", "short", "--profile", "proof"]).assert(
        1,
        str![[r#"
error: proofs are made in one language
  --> brochures/note/brochure.toml:12:10
   |
12 | [edition.short]
   |          ^^^^^
   |
   = help: translators and reviewers read each language by itself
"#]],
    );
    sandbox.replace(STRUCTURE, "form = \"leaflet\"", "form = \"card\"");
    sandbox.run(&["build", "--lang", "en+nl", "--edition", "short"]).assert(
        1,
        str![[r#"
error: the edition `short` can't be made in two languages: a card has one cover
  --> brochures/note/brochure.toml:12:10
   |
12 | [edition.short]
   |          ^^^^^
   |
   = help: make one in each language: `fr,nl` instead of `fr+nl`
"#]],
    );
    assert!(!sandbox.exists("output"));
}

/// The small project, whose leaflet names a pair.
fn with_pair() -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        STRUCTURE,
        "text-size = \"9.4pt\"",
        "text-size = \"9.4pt\"\npairs = [\"en+nl\"]",
    );
    sandbox
}

#[test]
fn a_pair_that_an_edition_names_is_made_by_every_build_and_listed() {
    let sandbox = with_pair();
    build(&sandbox, &["--lang", "en+nl"]);
    let path = "output/note/en_nl/note-short-en_nl-screen-draft.pdf";
    let asked = sandbox.read_bytes(path);
    sandbox.run(&["clean"]);
    build(&sandbox, &[]);
    assert!(sandbox.read_bytes(path) == asked);
    assert_eq!(
        sandbox.pdfs("note"),
        [
            "en/note-short-en-screen-draft.pdf",
            "en_nl/note-short-en_nl-screen-draft.pdf",
            "nl/note-short-nl-screen-draft.pdf"
        ]
    );
    row(&sandbox.manifest("note"), "en_nl/note-short-en_nl-screen-draft.pdf");
    let listed = sandbox.run(&["list"]);
    let line = listed.stdout.lines().find(|line| line.trim_start().starts_with("en+nl")).unwrap();
    assert!(line.contains("draft") && line.contains("English + Nederlands"), "{line}");
    let long = sandbox.run(&["list", "--long"]);
    assert!(long.stdout.contains("short    en+nl    screen   draft ("), "{}", long.stdout);
    // Who asks for a language gets that language, and what is made alone is the same with pairs and without.
    let alone = sandbox.read_bytes("output/note/nl/note-short-nl-screen-draft.pdf");
    sandbox.run(&["clean"]);
    build(&sandbox, &["--lang", "nl"]);
    assert!(!sandbox.exists(path));
    sandbox.replace(STRUCTURE, "\npairs = [\"en+nl\"]", "");
    let ran = sandbox.run(&["build", "--lang", "nl"]);
    assert!(ran.stdout.contains(", 1 unchanged"), "{ran:?}");
    assert!(sandbox.read_bytes("output/note/nl/note-short-nl-screen-draft.pdf") == alone);
    // Proofs are made in one language: a pair that nobody asks for is no reason to refuse them.
    let sandbox = with_pair();
    build(&sandbox, &["--edition", "short", "--profile", "proof"]);
}

#[test]
fn pairs_that_can_not_be_are_refused_where_they_are_named() {
    let sandbox = with_pair();
    let pairs = "pairs = [\"en+nl\"]";
    sandbox.replace(STRUCTURE, pairs, "pairs = [\"en+fr\", \"en\", \"en+nl\", \"en+nl\"]");
    sandbox.run(&["check"]).assert(
        1,
        str![[r#"
error: the edition `short` is not made in `fr`
  --> brochures/note/brochure.toml:17:10
   |
17 | pairs = ["en+fr", "en", "en+nl", "en+nl"]
   |          ^^^^^^^
   |
   = help: add it to `languages`, or take the pair out

error: `en` names 1 language
  --> brochures/note/brochure.toml:17:19
   |
17 | pairs = ["en+fr", "en", "en+nl", "en+nl"]
   |                   ^^^^
   |
   = help: a file has two covers, for two languages: `fr+nl`

error: this pair is there already
  --> brochures/note/brochure.toml:17:34
   |
17 | pairs = ["en+fr", "en", "en+nl", "en+nl"]
   |                                  ^^^^^^^
"#]],
    );
    let sandbox = with_pair();
    sandbox.replace(STRUCTURE, pairs, &format!("{pairs}\npair-layout = \"parallel\""));
    sandbox.run(&["check"]).assert(
        1,
        str![[r#"
error: the edition `short` can't be made in two languages: its panels are too narrow for two columns
  --> brochures/note/brochure.toml:17:10
   |
17 | pairs = ["en+nl"]
   |          ^^^^^^^
   |
   = help: write `pair-layout = "back-to-back"`, or make a booklet of it
"#]],
    );
}

const HANDBOOK: &str = "brochures/allotment/brochure.toml";

/// The handbook, whose languages stand beside each other.
fn parallel() -> Sandbox {
    let sandbox = Sandbox::of("allotment");
    let foot = "foot = \"foot-line\"\n";
    sandbox.replace(HANDBOOK, foot, &format!("{foot}pair-layout = \"parallel\"\n"));
    sandbox
}

/// A word of a page: where its box begins and ends from the left, and where it begins from above, in points.
#[derive(Debug)]
struct Word {
    text: String,
    left: f64,
    right: f64,
    top: f64,
}

/// The words on the pages of a PDF, read by another program; `None` where there is none.
fn boxes(sandbox: &Sandbox, pdf: &str) -> Option<Vec<Vec<Word>>> {
    let mut program = outside("pdftotext")?;
    let (text, _) = output(program.arg("-bbox").arg(sandbox.path(pdf)).arg("-"));
    let number = |line: &str, name: &str| -> f64 {
        let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let pages = text.split("<page ").skip(1).map(|page| {
        let words = page.lines().filter(|line| line.trim_start().starts_with("<word "));
        let word = |line: &str| Word {
            text: line.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned(),
            left: number(line, "xMin"),
            right: number(line, "xMax"),
            top: number(line, "yMin"),
        };
        words.map(word).collect()
    });
    Some(pages.collect())
}

/// Checks that the line at the foot of a page asks before it gives the number, in the direction of its language.
#[track_caller]
fn assert_number_after_question(page: &[Word], languages: &str) {
    let lowest = page.iter().filter(|word| word.text.starts_with("0555")).map(|word| word.top);
    let foot = lowest.fold(0.0, f64::max) - 20.0;
    let at_foot = || page.iter().filter(|word| word.top > foot);
    let beside = |number: &&Word, word: &&Word| (number.top - word.top).abs() < 3.0;
    let numbers: Vec<&Word> = at_foot().filter(|word| word.text.starts_with("0555")).collect();
    assert_eq!(numbers.len(), 2, "{languages}: {page:?}");
    for (number, is_asked_in) in numbers.iter().flat_map(|number| [(number, true), (number, false)])
    {
        let asked = at_foot().filter(|word| beside(number, word));
        let letters = |word: &&Word| word.text.chars().any(char::is_alphabetic);
        for word in asked.filter(letters).filter(|word| is_arabic(word) == is_asked_in) {
            let is_after =
                if is_asked_in { number.right < word.left } else { number.left > word.right };
            assert!(is_after, "{languages}: {number:?} before {word:?}");
        }
    }
    for wanted in [true, false] {
        let is_there = |number: &&Word| {
            at_foot().any(|word| beside(number, &word) && is_arabic(word) == wanted)
        };
        assert!(numbers.iter().any(is_there), "{languages}: {page:?}");
    }
}

fn is_arabic(word: &Word) -> bool {
    word.text.chars().any(|c| matches!(c, '\u{600}'..='\u{6FF}' | '\u{FE70}'..='\u{FEFC}'))
}

#[test]
fn beside_each_other_each_language_keeps_its_column_and_its_direction() {
    let sandbox = parallel();
    build(&sandbox, &["--lang", "en,ar,en+ar,ar+en", "--profile", "screen"]);
    let path = |languages: &str| {
        format!("output/garden/{languages}/garden-handbook-{languages}-screen-draft.pdf")
    };
    let texts = |languages: &str| -> Option<usize> {
        let pages = boxes(&sandbox, &path(languages))?;
        Some(pages.iter().flatten().filter(|word| word.text.len() > 3).count())
    };
    let (Some(english), Some(arabic)) = (texts("en"), texts("ar")) else { return };
    for languages in ["en_ar", "ar_en"] {
        let pages = boxes(&sandbox, &path(languages)).unwrap();
        // Nothing is lost: both are there, but for what both say at once.
        let all = texts(languages).unwrap();
        let apart = english + arabic;
        assert!(5 * all > 4 * apart, "{languages}: {all} of {english} and {arabic}");
        let has = |words: &str| pages.iter().flatten().any(|word| word.text.contains(words));
        assert!(has("Compost") && has("earth"), "{languages}");
        // The same step stands beside itself: Arabic on the right, where its readers begin, and English on the left, whichever of the
        // two gives the pages their direction.
        let of_step = |page: &&Vec<Word>| page.iter().any(|word| word.text.starts_with("Rake"));
        let page = pages.iter().find(of_step).expect("a page with the steps");
        let rake = page.iter().find(|word| word.text.starts_with("Rake")).unwrap();
        let is_beside = |word: &&Word| is_arabic(word) && (word.top - rake.top).abs() < 12.0;
        let beside: Vec<&Word> = page.iter().filter(is_beside).collect();
        assert!(!beside.is_empty(), "{languages}: nothing stands beside {rake:?}");
        let middle = 148.0 * 72.0 / 25.4 / 2.0;
        assert!(rake.right < middle, "{languages}: {rake:?}");
        assert!(beside.iter().all(|word| word.left > rake.right), "{languages}: {beside:?}");
        assert!(beside.iter().any(|word| word.left > middle), "{languages}: {beside:?}");
        assert_number_after_question(page, languages);
    }
    // One document: a title and bookmarks in both, every link leads somewhere, and readers are told which language is which.
    let both = Document::load(sandbox.path(&path("en_ar"))).unwrap();
    let titles = bookmarks(&both);
    assert!(
        titles.iter().any(|title| title.contains("– ") && title.chars().any(|c| c > '\u{600}'))
    );
    assert!(!links(&both).is_empty());
    let marked = both.objects.values().filter(|object| {
        let mark = object.as_dict().and_then(|it| it.get(b"Lang")).and_then(Object::as_str);
        mark.is_ok_and(|mark| mark == b"ar")
    });
    assert!(marked.count() > 20);
    for languages in ["en_ar", "ar_en"] {
        let ran = sandbox.run(&["preflight", "--target", "screen", &path(languages)]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
}

#[test]
fn what_one_language_alone_has_does_not_stand_beside_another_text() {
    let sandbox = parallel();
    sandbox.replace(
        HANDBOOK,
        "{ paragraph = \"plot-text\" },",
        "{ paragraph = \"plot-text\", languages = [\"en\"] },",
    );
    let ran = sandbox.run(&["build", "--lang", "en+ar", "--profile", "screen"]);
    ran.assert(
        1,
        str![[r#"
error: `ar` can't stand beside `en`: the section `plot` has other blocks in it
  --> brochures/allotment/brochure.toml:12:10
   |
12 | [edition.handbook]
   |          ^^^^^^^^
   |
   = help: blocks that one language alone has stand beside nothing: write `pair-layout = "back-to-back"`, or give both the same blocks
"#]],
    );
    assert!(!sandbox.exists("output/garden/en_ar"));
    // As many blocks of the same kind are not the same blocks.
    sandbox.replace(
        HANDBOOK,
        "{ paragraph = \"plot-text\", languages = [\"en\"] },",
        "{ paragraph = \"plot-text\", languages = [\"en\"] },\n  { paragraph = \"cover-text\", languages = [\"ar\"] },",
    );
    let ran = sandbox.run(&["build", "--lang", "en+ar", "--profile", "screen"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("the section `plot` has other blocks in it"), "{}", ran.stderr);
}

#[test]
fn a_text_in_the_language_of_each_reader_is_there_in_both() {
    let sandbox = parallel();
    sandbox.replace(
        HANDBOOK,
        "{ callout = \"plot-rain\", tone = \"know\" },",
        "{ multilingual = \"plot-rain\", in = [\"en\", \"ar\"], either = true },",
    );
    build(&sandbox, &["--lang", "en,ar,en+ar", "--profile", "screen"]);
    let words = |languages: &str| {
        let path =
            format!("output/garden/{languages}/garden-handbook-{languages}-screen-draft.pdf");
        let pages = boxes(&sandbox, &path)?;
        Some(pages.into_iter().flatten().map(|word| word.text).collect::<Vec<_>>())
    };
    let (Some(english), Some(arabic)) = (words("en"), words("ar")) else { return };
    let both = words("en_ar").unwrap();
    let text = sandbox.read("translations/en/allotment.ftl");
    let line = text.lines().find_map(|line| line.strip_prefix("plot-rain = ")).unwrap();
    let longest = line.split(' ').filter(|word| word.chars().all(char::is_alphabetic));
    let longest = longest.max_by_key(|word| word.len()).unwrap();
    let count = |words: &[String]| words.iter().filter(|word| word.contains(longest)).count();
    assert!(count(&english) > 0 && count(&both) >= count(&english), "{longest}: {both:?}");
    // No word of Arabic is divided: each is there as it is where Arabic stands alone.
    let lost: Vec<_> = arabic.iter().filter(|word| !both.contains(word)).collect();
    assert!(lost.iter().all(|word| word.chars().all(|c| !c.is_alphabetic())), "{lost:?}");
}

#[test]
fn a_title_that_one_language_lacks_stands_there_once() {
    let sandbox = parallel();
    let texts = "translations/ar/allotment.ftl";
    let text = sandbox.read(texts);
    let line = text.lines().find(|line| line.starts_with("water-title = ")).unwrap();
    sandbox.write(texts, text.replace(&format!("{line}\n"), ""));
    let ran = sandbox.run(&["build", "--lang", "en+ar", "--profile", "screen"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let path = "output/garden/en_ar/garden-handbook-en_ar-screen-draft.pdf";
    let titles = bookmarks(&Document::load(sandbox.path(path)).unwrap());
    let english = sandbox.read("translations/en/allotment.ftl");
    let own = english.lines().find_map(|line| line.strip_prefix("water-title = ")).unwrap();
    assert_eq!(titles.iter().filter(|title| title.contains(own)).count(), 1, "{titles:?}");
    assert!(titles.iter().any(|title| title == own), "{titles:?}");
    // The others are in both; no line of them begins with the dash.
    assert!(titles.iter().any(|title| title.contains("\u{a0}– ")), "{titles:?}");
}

#[test]
fn two_languages_have_the_pages_of_both() {
    let sandbox = parallel();
    let foot = "foot = \"foot-line\"\n";
    sandbox.replace(HANDBOOK, foot, &format!("{foot}pages = 8\n"));
    for (language, words) in [("en", " Nobody waters it at noon."), ("ar", " لا يسقى عند الظهر.")]
    {
        let path = format!("translations/{language}/allotment.ftl");
        let text = sandbox.read(&path);
        let line = text.lines().find(|line| line.starts_with("plot-text = ")).unwrap();
        let longer = format!("{line}{}", words.repeat(90));
        sandbox.write(&path, text.replace(line, &longer));
    }
    build(&sandbox, &["--lang", "en,ar,en+ar", "--profile", "screen"]);
    let pages = |languages: &str| {
        let name = format!("garden-handbook-{languages}-screen-draft.pdf");
        let path = sandbox.path(&format!("output/garden/{languages}/{name}"));
        Document::load(path).unwrap().get_pages().len()
    };
    // Each has all that it may have, and both together more than that.
    assert_eq!((pages("en"), pages("ar"), pages("en_ar")), (8, 8, 12));
    // A limit it is all the same.
    sandbox.replace(HANDBOOK, "pages = 8", "pages = 4");
    let ran = sandbox.run(&["build", "--lang", "en+ar", "--profile", "screen"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
}

#[test]
fn a_draft_beside_an_approved_language_on_its_pages_makes_a_draft_of_both() {
    let sandbox = parallel();
    let records = approvals(&sandbox, "allotment", "EF");
    let record = |language: &str| {
        for (path, text) in &records {
            if path.starts_with("brochures/") || path.contains(&format!("/{language}/")) {
                sandbox.write(path, text);
            }
        }
        build(&sandbox, &["--lang", "en,en+ar,ar+en", "--profile", "screen"]);
        let manifest = sandbox.manifest("allotment");
        assert_eq!(row(&manifest, "en/garden-handbook-en-screen.pdf")["state"], "approved");
        ["en_ar", "ar_en"].map(|both| {
            let path = |draft: &str| {
                format!("output/garden/{both}/garden-handbook-{both}-screen{draft}.pdf")
            };
            (sandbox.exists(&path("")), sandbox.exists(&path("-draft")))
        })
    };
    // Whichever of the two gives the pages their direction.
    assert_eq!(record("en"), [(false, true), (false, true)]);
    assert_eq!(record("ar"), [(true, false), (true, false)]);
}

#[test]
fn what_is_asked_of_a_brochure_is_told_with_pairs_as_without() {
    let (alone, paired) = (Sandbox::of("small"), with_pair());
    for command in [
        &["facts", "--as-of", "2026-11-30"][..],
        &["release", "0.9", "--on", "2027-01-01"],
        &["changes", "0.9"],
    ] {
        let (without, with) = (alone.run(command), paired.run(command));
        assert_eq!(
            (with.code, with.stdout, with.stderr),
            (without.code, without.stdout, without.stderr),
            "{command:?}"
        );
        assert_eq!(without.code, 0, "{command:?}");
    }
}
