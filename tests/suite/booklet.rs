//! Booklets: page references, contents, chapters, glossaries, note pages, and how their faults are told.

use feuillet::resolve::manuscript::{BlockKind, Passage, RunKind};
use feuillet::typeset::Pages;
use typst::introspection::Introspector as _;
use typst::layout::{Frame, FrameItem, Point};
use typst::model::Destination;

use crate::support::{Sandbox, messages, page_texts};

const BROCHURE: &str = "brochures/allotment/brochure.toml";
const FACTS: &str = "brochures/allotment/facts.toml";
const ENGLISH: &str = "translations/en/allotment.ftl";
const ARABIC: &str = "translations/ar/allotment.ftl";

/// Makes sure that `check` finds faults, and reports exactly these.
#[track_caller]
fn expect(sandbox: &Sandbox, report: &str) {
    assert_eq!(sandbox.faults().trim(), report.trim());
}

/// A link to another place of the document: the number printed in it, if it prints one, and the page it leads to.
type Jump = (Option<usize>, usize);

/// All links inside the document, page by page.
fn jumps(pages: &Pages) -> Vec<Jump> {
    let mut jumps = Vec::new();
    for page in pages.document.pages() {
        let mut links = Vec::new();
        let mut texts = Vec::new();
        collect(&page.frame, Point::zero(), &mut links, &mut texts);
        for (destination, from, to) in links {
            let page = match destination {
                Destination::Position(position) => position.page.get(),
                Destination::Location(location) => {
                    pages.document.introspector().page(location).unwrap().get()
                }
                Destination::Url(_) => continue,
            };
            let inside =
                |at: &Point| (from.x..=to.x).contains(&at.x) && (from.y..=to.y).contains(&at.y);
            // A chapter's own number stands before its title, that of the page behind it.
            let inside = texts.iter().rev().filter(|(at, _)| inside(at));
            let number =
                inside.filter_map(|(_, text): &(Point, String)| text.trim().parse().ok()).next();
            jumps.push((number, page));
        }
    }
    jumps
}

fn collect(
    frame: &Frame,
    origin: Point,
    links: &mut Vec<(Destination, Point, Point)>,
    texts: &mut Vec<(Point, String)>,
) {
    for (point, item) in frame.items() {
        let at = origin + *point;
        match item {
            FrameItem::Group(group) => collect(&group.frame, at, links, texts),
            FrameItem::Text(text) => texts.push((at, text.text.to_string())),
            FrameItem::Link(destination, size) => {
                links.push((destination.clone(), at, at + size.to_point()));
            }
            _ => {}
        }
    }
}

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
fn every_printed_page_number_is_that_of_the_page_it_leads_to() {
    let sandboxes = (Sandbox::of("allotment"), Sandbox::shipped());
    let allotment = sandboxes.0.load("allotment");
    let shipped = sandboxes.1.load("partner-violence");
    let small = ["en", "ar"].map(|language| (&allotment, "handbook", language));
    let large = ["fr", "nl", "en", "ar", "es", "pt", "ru", "tr"];
    let large = large.map(|language| (&shipped, "full", language));
    for (loaded, edition, language) in small.into_iter().chain(large) {
        let jumps = jumps(&loaded.pages(edition, language));
        let printed = jumps.iter().filter(|(number, _)| number.is_some()).count();
        let manuscript = loaded.resolve(edition, language).manuscript;
        let runs =
            manuscript.passages().into_iter().flat_map(|passage| passage.paragraphs.concat());
        let references = runs.filter(|run| run.kind == RunKind::Page).count();
        assert!(references > 2 && printed > references, "{language}: {printed} of {references}");
        for (number, page) in jumps {
            // A link that goes on in a second line has its number in one of the two.
            assert!(number.is_none_or(|number| number == page), "{language}: {number:?}, {page}");
        }
    }
}

#[test]
fn a_page_reference_follows_its_section() {
    let sandbox = Sandbox::of("allotment");
    let text = |sandbox: &Sandbox| page_texts(&sandbox.load("allotment").pages("handbook", "en"));
    let before = text(&sandbox);
    assert!(before[2].contains("Hard words are on page\u{a0}7."), "{before:?}");
    assert!(before[6].contains("Words"), "{before:?}");
    // The words come first now.
    let toml = sandbox.read(BROCHURE);
    let start = toml.find("[[section]]\nid = \"words\"").unwrap();
    let end = toml.find("[[section]]\nid = \"back\"").unwrap();
    let plot = toml.find("[[section]]\nid = \"plot\"").unwrap();
    let moved =
        format!("{}{}{}{}", &toml[..plot], &toml[start..end], &toml[plot..start], &toml[end..]);
    sandbox.write(BROCHURE, moved);
    let after = text(&sandbox);
    assert!(after[3].contains("Hard words are on page\u{a0}3."), "{after:?}");
}

#[test]
fn contents_list_what_follows_with_chapters_counted() {
    let pages = page_texts(&Sandbox::of("allotment").load("allotment").pages("handbook", "en"));
    let contents = &pages[1];
    for entry in
        ["1How do I begin?3", "Where is the water?3", "2What do I do now?5", "Words7", "Lost?8"]
    {
        assert!(contents.contains(entry), "{entry} in {contents}");
    }
    assert!(!contents.contains("My allotment"), "the cover comes before: {contents}");
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
fn note_pages_bring_every_length_to_a_multiple_of_four() {
    let mut seen = std::collections::BTreeSet::new();
    for further in 0..5 {
        let sandbox = Sandbox::of("allotment");
        let pages: String = (0..further)
            .map(|index| {
                format!(
                    "[[section]]\nid = \"more-{index}\"\ntitle = \"words-title\"\nblocks = [{{ list = [{}] }}]\n\n",
                    ["\"back-text\""; 6].join(", ")
                )
            })
            .collect();
        let at = "[[section]]\nid = \"words\"";
        sandbox.replace(BROCHURE, at, &format!("{pages}{at}"));
        let loaded = sandbox.load("allotment");
        let count = loaded.pages("handbook", "en").document.pages().len();
        assert_eq!(count % 4, 0, "{further} further pages: {count}");
        // At least as many as there are without further note pages, and fewer than four more.
        assert!((7 + further..11 + further).contains(&count), "{further} further pages: {count}");
        seen.insert(count);
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), [8, 12]);
}

#[test]
fn pages_that_cannot_be_folded_are_an_error() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(BROCHURE, "  { notes = \"fill\" },\n", "");
    expect(
        &sandbox,
        r##"
error[page-count]: 7 pages can't be folded: their number must be a multiple of 4 (allotment, edition `handbook`, `en`)
  --> brochures/allotment/brochure.toml:12:10
   |
12 | [edition.handbook]
   |          ^^^^^^^^
   |
   = help: give the last section with room to write a block `{ notes = "fill" }`, which adds the pages that are wanting

error[page-count]: 7 pages can't be folded: their number must be a multiple of 4 (allotment, edition `handbook`, `ar`)
  --> brochures/allotment/brochure.toml:12:10
   |
12 | [edition.handbook]
   |          ^^^^^^^^
   |
   = help: give the last section with room to write a block `{ notes = "fill" }`, which adds the pages that are wanting
"##,
    );
}

#[test]
fn an_empty_page_is_an_error() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(BROCHURE, "id = \"words\"\ntitle = \"words-title\"\n", "id = \"words\"\n");
    let toml = sandbox.read(BROCHURE);
    let start = toml.find("  { glossary = [").unwrap();
    let end = start + toml[start..].find("  ] },\n").unwrap() + "  ] },\n".len();
    sandbox.write(BROCHURE, format!("{}{}", &toml[..start], &toml[end..]));
    for language in [ENGLISH, ARABIC] {
        let text = sandbox.read(language).replace("{ $page-words }", "");
        sandbox.write(language, text);
    }
    let faults = sandbox.faults();
    assert!(
        faults.contains(
            "error[empty-page]: page 7 (`words`) is empty (allotment, edition `handbook`, `en`)"
        ),
        "{faults}"
    );
    assert!(faults.contains("take out the break before it"), "{faults}");
}

#[test]
fn a_nearly_empty_page_is_a_warning() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        BROCHURE,
        "  { guide = [",
        "  { paragraph = \"back-text\" },\n  { break = \"page\" },\n  { paragraph = \"back-text\" },\n  { break = \"page\" },\n  { guide = [",
    );
    let ran = sandbox.run(&["check", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        ran.stderr.trim(),
        r##"
warning[nearly-empty]: page 6 (`seasons`) is nearly empty, 2 % full (allotment, edition `handbook`, `en`)
  --> translations/en/allotment.ftl:40:1
   |
40 | back-text = Ask at the Pump House.
   | ^^^^^^^^^
   |
   = help: shorten the pages before it by a few lines, or let the measures in `fit` give way further
"##
        .trim()
    );
}

#[test]
fn a_callout_alone_on_a_page_is_a_warning() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        BROCHURE,
        "  { guide = [",
        "  { paragraph = \"back-text\" },\n  { break = \"page\" },\n  \
         { callout = [\"plot-rain\", \"water-answer\", \"back-text\"], tone = \"know\" },\n  \
         { break = \"page\" },\n  { guide = [",
    );
    let ran = sandbox.run(&["check", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        ran.stderr.trim(),
        r##"
warning[lone-callout]: the callout `plot-rain` is alone on page 6 (`seasons`) (allotment, edition `handbook`, `en`)
  --> translations/en/allotment.ftl:13:1
   |
13 | plot-rain = <b>Rain?</b> Wait a day.
   | ^^^^^^^^^
   |
   = help: shorten what stands before it by a few lines, or move it up by a block
"##
        .trim()
    );
    // With a line above it, it is not.
    sandbox.replace(
        BROCHURE,
        "  { callout = [",
        "  { paragraph = \"crop-beans\" },\n  { callout = [",
    );
    sandbox.replace(BROCHURE, "rows = [[\"crop-beans\",", "rows = [[\"word-seed\",");
    let ran = sandbox.run(&["check", "--lang", "en"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}

/// The page with the callout that ends the words in English, after so many lines to write on and these blocks.
fn last_page_of_words(lines: usize, blocks: &str) -> String {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        BROCHURE,
        "\"word-plot-text\" },\n  ] },\n",
        &format!(
            "\"word-plot-text\" }},\n  ] }},\n  {{ notes = {lines} }},\n{blocks}  \
             {{ callout = \"crop-beans\", tone = \"know\", at = \"foot\" }},\n"
        ),
    );
    sandbox.replace(ENGLISH, "crop-beans = Beans", "crop-beans = The end of the words.");
    let pages = sandbox.load("allotment").pages("handbook", "en");
    let alone = pages.findings.iter().any(|found| found.check == "lone-callout");
    assert!(!alone, "{lines}: {:?}", pages.findings);
    // A table before it has the same words.
    let mut pages = page_texts(&pages).into_iter().rev();
    pages.find(|page| page.contains("The end of the words.")).unwrap()
}

#[test]
fn a_callout_at_the_foot_takes_the_block_before_it_along() {
    let question = "  { question = \"back-title\", answer = \"back-text\" },\n";
    let list = "  { list = [\"tool-can\", \"back-text\"] },\n";
    let callout =
        "  { paragraph = \"back-text\" },\n  { callout = \"tool-can\", tone = \"act\" },\n";
    for blocks in ["  { paragraph = \"back-text\" },\n", question, list, callout] {
        let pages: Vec<String> = (8..=18).map(|lines| last_page_of_words(lines, blocks)).collect();
        let is_next = |page: &&String| !page.contains("Leaves that became earth.");
        assert!(pages.iter().all(|page| page.contains("Pump House")), "{blocks}: {pages:?}");
        assert!((1..pages.len()).contains(&pages.iter().filter(is_next).count()), "{pages:?}");
    }
}

#[test]
fn a_page_of_an_unknown_section_is_told_with_the_one_that_is_meant() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        ENGLISH,
        "page { $page-words }.\nplot-text",
        "page { $page-wrods }.\nplot-text",
    );
    expect(
        &sandbox,
        r##"
error: unknown fact `$page-wrods`
 --> translations/en/allotment.ftl:9:46
  |
9 | plot-short-words = Hard words are on page { $page-wrods }.
  |                                              ^^^^^^^^^^
  |
  = help: did you mean `page-words`?
  = help: facts stand in `brochures/allotment/facts.toml`
"##,
    );
}

#[test]
fn a_page_that_the_edition_does_not_have_is_an_error() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        BROCHURE,
        "id = \"words\"\ntitle = \"words-title\"\n",
        "id = \"words\"\ntitle = \"words-title\"\nlanguages = [\"ar\"]\n",
    );
    let ran = sandbox.run(&["check", "--lang", "en"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert_eq!(
        ran.stderr.split("\n\n").next().unwrap(),
        r##"error: the message `plot-short-words` refers to the page of `words`, but in `en` the edition `handbook` has no section of that name with a title
 --> translations/en/allotment.ftl:9:1
  |
9 | plot-short-words = Hard words are on page { $page-words }.
  | ^^^^^^^^^^^^^^^^
  |
  = help: show another message there, or add the section to the edition"##
    );
}

#[test]
fn a_title_of_the_file_can_name_no_page() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        ENGLISH,
        "document-title = Handbook",
        "document-title = See page { $page-words }",
    );
    expect(
        &sandbox,
        r##"
error: the message `document-title` can't refer to a page
 --> brochures/allotment/brochure.toml:3:9
  |
3 | title = "document-title"
  |         ^^^^^^^^^^^^^^^^
  |
  = help: titles and alternative texts are written before pages have their numbers
"##,
    );
}

#[test]
fn a_fact_can_not_take_the_name_of_a_page() {
    let sandbox = Sandbox::of("allotment");
    sandbox.append(
        FACTS,
        "\n[value.page-water]\nnumber = 1\nsource = \"nobody\"\nreview-by = 2027-09-12\n",
    );
    let faults = sandbox.faults();
    assert!(
        faults.contains(
            "\
error: the name `page-water` stands for the page of the section `water`
  --> brochures/allotment/facts.toml:51:8
   |
51 | [value.page-water]
   |        ^^^^^^^^^^
   |
   = help: rename the fact"
        ),
        "{faults}"
    );
}

#[test]
fn faults_of_booklet_blocks_are_underlined() {
    let cases = [
        ("{ contents = 2 }", "{ contents = 3 }", "`contents` goes down to level 1 or 2, found 3"),
        (
            "{ notes = \"fill\" }",
            "{ notes = \"all\" }",
            "`notes` is a number of lines, 1 to 99, or \"fill\"",
        ),
        (
            "{ notes = \"fill\" }",
            "{ notes = 0 }",
            "`notes` is a number of lines, 1 to 99, or \"fill\"",
        ),
        (
            "widths = [1, 2.5]",
            "widths = [1]",
            "`widths` gives a share for each column, from 0.1 to 20",
        ),
        (
            "widths = [1, 2.5]",
            "widths = [1, 0]",
            "`widths` gives a share for each column, from 0.1 to 20",
        ),
        (
            "tint = \"secondary\"",
            "tint = \"plaid\"",
            "`tint` is `plaid`, which is none of `primary`, `secondary` and `alert`",
        ),
        (
            "group = \"region\"",
            "group = \"regoin\"",
            "`group` is `regoin`, which is none of `region`",
        ),
        ("level = 3", "level = 1", "a heading's level is 2, 3 or 4, found 1"),
        ("title = \"seasons-title\"\n", "", "the section `seasons` is a chapter without a `title`"),
        (
            "title = \"seasons-title\"\n",
            "title = \"seasons-title\"\njoined = true\n",
            "the section `seasons` opens a page of its own and can't be `joined`",
        ),
        (
            "scale = { chapter = 2.4 }",
            "scale = { chaptre = 2.4 }",
            "unknown key `chaptre` in `scale`",
        ),
        (
            "foot = \"foot-line\"",
            "foot = \"foot-lime\"",
            "no message `foot-lime` in the source language `en`",
        ),
        (
            "form = \"booklet\"",
            "form = \"booklet\"\npanels = 6",
            "unknown key `panels` in the edition `handbook`",
        ),
        (
            "title = \"words-title\"\nblocks = [",
            "title = \"words-title\"\nsummary = [\"plot-short-dig\"]\nblocks = [",
            "unknown key `summary` in the section `words`",
        ),
    ];
    for (right, wrong, message) in cases {
        let sandbox = Sandbox::of("allotment");
        sandbox.replace(BROCHURE, right, wrong);
        let loaded = feuillet::diagnostic::Report::new();
        let project = feuillet::load::Project::find(sandbox.root()).unwrap();
        let _ = feuillet::load::load(&project, "allotment", &loaded);
        let found = loaded.into_sorted();
        let fault = found.iter().find(|fault| fault.message == message);
        let fault = fault.unwrap_or_else(|| panic!("{wrong}: {:?}", messages(&found)));
        let place = fault.place.as_ref().unwrap_or_else(|| panic!("{message} has no place"));
        assert_eq!(place.file.path, BROCHURE, "{message}");
        assert!(!place.range.is_empty(), "{message}");
    }
}

#[test]
fn two_editions_may_each_have_a_section_of_one_name() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        BROCHURE,
        "[[section]]\nid = \"cover\"\n",
        "[edition.sheet]\nform = \"leaflet\"\npanels = 1\npage = { width = \"99mm\", height = \"210mm\" }\ntext-size = \"9pt\"\n\n[[section]]\nid = \"back\"\ntitle = \"back-title\"\neditions = [\"sheet\"]\n\n[[section]]\nid = \"cover\"\n",
    );
    let toml = sandbox.read(BROCHURE);
    let (head, tail) = toml.split_once("id = \"cover\"").unwrap();
    let limited = tail.replace("\nblocks = [", "\neditions = [\"handbook\"]\nblocks = [");
    sandbox.write(BROCHURE, format!("{head}id = \"cover\"{limited}"));
    let report = sandbox.run(&["check", "--edition", "handbook"]);
    assert_eq!((report.code, report.stderr.as_str()), (0, ""), "{report:?}");
    // Where both may stand in one edition, the name is taken.
    sandbox.replace(BROCHURE, "editions = [\"sheet\"]\n", "editions = [\"sheet\", \"handbook\"]\n");
    let faults = sandbox.faults();
    assert!(faults.contains("error: there are two sections `back`"), "{faults}");
    assert!(faults.contains("or limit them to different `editions`"), "{faults}");
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
    assert!(theme.contains("chapter: 2.4,"), "{theme}");
    assert!(theme.contains("title: 1.65,"), "the theme's own: {theme}");
    let main = std::fs::read_to_string(folder.join("main.typ")).unwrap();
    assert!(main.contains("#page-of(\"words\")"), "{main}");
    assert!(!folder.join("leaflet.typ").exists(), "templates of other forms are left out");
}

#[test]
fn page_numbers_are_counted_in_the_figures_of_the_language() {
    let sandbox = Sandbox::of("allotment");
    sandbox.write(
        "translations/languages.toml",
        "[language.ar]\nautonym = \"العربية\"\nscript = \"Arab\"\nnumerals = \"arab\"\n",
    );
    let pages = page_texts(&sandbox.load("allotment").pages("handbook", "ar"));
    assert!(pages[6].contains('٧'), "{}", pages[6]);
    assert!(pages[2].contains("الصفحة\u{a0}٧"), "{}", pages[2]);
    assert!(!pages[6].replace("0555 77 88 99", "").contains('7'), "{}", pages[6]);
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
            "state",
            "resolve",
            "compose",
            "typeset",
            "impose",
            "export",
            "preflight",
            "build"
        ]
    );
    let ran = sandbox.run(&["check", "--timings", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(report["timings"]["typeset"].as_f64().unwrap() > 0.0, "{report}");
    assert_eq!(report["files"][0]["panels"].as_array().unwrap().len(), 8);
    let plain = sandbox.run(&["check", "--format", "json"]);
    assert!(!plain.stdout.contains("timings"), "only where it is asked for");
}
