//! The number of pages, and pages that are empty, nearly empty or hold a callout alone.

use snapbox::str;

use super::{ARABIC, BROCHURE, ENGLISH};
use crate::support::{Sandbox, page_texts};

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
    sandbox.assert_faults(str![[r#"
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
"#]]);
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
    sandbox.assert_faults(str![[r#"
error[empty-page]: page 7 (`words`) is empty (allotment, edition `handbook`, `en`)
  --> brochures/allotment/brochure.toml:12:10
   |
12 | [edition.handbook]
   |          ^^^^^^^^
   |
   = help: take out the break before it, or join its section to the one before

error[empty-page]: page 7 (`words`) is empty (allotment, edition `handbook`, `ar`)
  --> brochures/allotment/brochure.toml:12:10
   |
12 | [edition.handbook]
   |          ^^^^^^^^
   |
   = help: take out the break before it, or join its section to the one before

warning[blank]: a blank stands before the sign
 --> translations/ar/allotment.ftl:9:44
  |
9 | plot-short-words = الكلمات الصعبة في الصفحة .
  |                                            ^^
  |
  = help: delete it
  = help: if it is meant so, write above the message: `# accept blank: ` and the reason

warning[blank]: a blank stands before the sign
  --> translations/ar/allotment.ftl:10:100
   |
10 | plot-text = في القطعة { $rows } صفوف. مصدر الماء في الصفحة { $page-water }، ومعنى الكلمات في الصفحة .
   |                                                                                                    ^^
   |
   = help: delete it
   = help: if it is meant so, write above the message: `# accept blank: ` and the reason

warning: no block shows the message `words-title`
  --> translations/ar/allotment.ftl:32:1
   |
32 | words-title = كلمات
   | ^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-seed`
  --> translations/ar/allotment.ftl:33:1
   |
33 | word-seed = بذرة
   | ^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-seed-text`
  --> translations/ar/allotment.ftl:34:1
   |
34 | word-seed-text = ما تنبت منه النبتة.
   | ^^^^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-compost`
  --> translations/ar/allotment.ftl:35:1
   |
35 | word-compost = سماد
   | ^^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-compost-text`
  --> translations/ar/allotment.ftl:36:1
   |
36 | word-compost-text = أوراق صارت ترابا.
   | ^^^^^^^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-plot`
  --> translations/ar/allotment.ftl:37:1
   |
37 | word-plot = أرض
   | ^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-plot-text`
  --> translations/ar/allotment.ftl:38:1
   |
38 | word-plot-text = جزء من الحديقة.
   | ^^^^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning[blank]: a blank stands before the sign
 --> translations/en/allotment.ftl:9:42
  |
9 | plot-short-words = Hard words are on page .
  |                                          ^^
  |
  = help: delete it
  = help: if it is meant so, write above the message: `# accept blank: ` and the reason

warning[blank]: a blank stands before the sign
  --> translations/en/allotment.ftl:10:120
   |
10 | plot-text = A plot has { $rows } rows. Where the water comes from is on page { $page-water }, what a word means on page .
   |                                                                                                                        ^^
   |
   = help: delete it
   = help: if it is meant so, write above the message: `# accept blank: ` and the reason

warning: no block shows the message `words-title`
  --> translations/en/allotment.ftl:32:1
   |
32 | words-title = Words
   | ^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-seed`
  --> translations/en/allotment.ftl:33:1
   |
33 | word-seed = Seed
   | ^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-seed-text`
  --> translations/en/allotment.ftl:34:1
   |
34 | word-seed-text = What a plant grows from.
   | ^^^^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-compost`
  --> translations/en/allotment.ftl:35:1
   |
35 | word-compost = Compost
   | ^^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-compost-text`
  --> translations/en/allotment.ftl:36:1
   |
36 | word-compost-text = Leaves that became earth.
   | ^^^^^^^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-plot`
  --> translations/en/allotment.ftl:37:1
   |
37 | word-plot = Plot
   | ^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `word-plot-text`
  --> translations/en/allotment.ftl:38:1
   |
38 | word-plot-text = A piece of garden.
   | ^^^^^^^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`
"#]]);
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
    ran.assert(0, str![[r#"
warning[nearly-empty]: page 6 (`seasons`) is nearly empty, 2 % full (allotment, edition `handbook`, `en`)
  --> translations/en/allotment.ftl:40:1
   |
40 | back-text = Ask at the Pump House.
   | ^^^^^^^^^
   |
   = help: shorten the pages before it by a few lines, or let the measures in `fit` give way further
"#]]);
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
    ran.assert(0, str![[r#"
warning[lone-callout]: the callout `plot-rain` is alone on page 6 (`seasons`) (allotment, edition `handbook`, `en`)
  --> translations/en/allotment.ftl:13:1
   |
13 | plot-rain = <b>Rain?</b> Wait a day.
   | ^^^^^^^^^
   |
   = help: shorten what stands before it by a few lines, or move it up by a block
"#]]);
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
