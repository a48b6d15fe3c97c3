//! What is wrong in the files of a booklet.

use snapbox::str;

use super::{BROCHURE, ENGLISH, FACTS};
use crate::support::{Sandbox, messages};

#[test]
fn a_page_of_an_unknown_section_is_told_with_the_one_that_is_meant() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        ENGLISH,
        "page { $page-words }.\nplot-text",
        "page { $page-wrods }.\nplot-text",
    );
    sandbox.assert_faults(str![[r#"
error: unknown fact `$page-wrods`
 --> translations/en/allotment.ftl:9:46
  |
9 | plot-short-words = Hard words are on page { $page-wrods }.
  |                                              ^^^^^^^^^^
  |
  = help: did you mean `page-words`?
  = help: facts stand in `brochures/allotment/facts.toml`
"#]]);
}

#[test]
fn a_page_that_the_edition_does_not_have_is_an_error() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        BROCHURE,
        "id = \"words\"\ntitle = \"words-title\"\n",
        "id = \"words\"\ntitle = \"words-title\"\nlanguages = [\"ar\"]\n",
    );
    sandbox.run(&["check", "--lang", "en"]).assert(1, str![[r#"
error: the message `plot-short-words` refers to the page of `words`, but in `en` the edition `handbook` has no section of that name with a title
 --> translations/en/allotment.ftl:9:1
  |
9 | plot-short-words = Hard words are on page { $page-words }.
  | ^^^^^^^^^^^^^^^^
  |
  = help: show another message there, or add the section to the edition

error: the message `plot-text` refers to the page of `words`, but in `en` the edition `handbook` has no section of that name with a title
  --> translations/en/allotment.ftl:10:1
   |
10 | plot-text = A plot has { $rows } rows. Where the water comes from is on page { $page-water }, what a word means on page { $page-word...
   | ^^^^^^^^^
   |
   = help: show another message there, or add the section to the edition
"#]]);
}

#[test]
fn a_title_of_the_file_can_name_no_page() {
    let sandbox = Sandbox::of("allotment");
    sandbox.replace(
        ENGLISH,
        "document-title = Handbook",
        "document-title = See page { $page-words }",
    );
    sandbox.assert_faults(str![[r#"
error: the message `document-title` can't refer to a page
 --> brochures/allotment/brochure.toml:3:9
  |
3 | title = "document-title"
  |         ^^^^^^^^^^^^^^^^
  |
  = help: titles and alternative texts are written before pages have their numbers

warning[lost-fact]: `document-title` lacks `{ $page-words }`, which its source has
 --> translations/ar/allotment.ftl:1:1
  |
1 | document-title = دليل
  | ^^^^^^^^^^^^^^
  |
  = help: write `{ $page-words }` where it belongs: what is typed goes out of date unseen
  = help: if it is meant so, write above the message: `# accept $page-words: ` and the reason
"#]]);
}

#[test]
fn a_fact_can_not_take_the_name_of_a_page() {
    let sandbox = Sandbox::of("allotment");
    sandbox.append(
        FACTS,
        "\n[value.page-water]\nnumber = 1\nsource = \"nobody\"\nreview-by = 2027-09-12\n",
    );
    sandbox.assert_faults(str![[r#"
error: the name `page-water` stands for the page of the section `water`
  --> brochures/allotment/facts.toml:51:8
   |
51 | [value.page-water]
   |        ^^^^^^^^^^
   |
   = help: rename the fact
"#]]);
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
        let place = fault.span.as_ref().unwrap_or_else(|| panic!("{message} has no place"));
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
    sandbox.assert_faults(str![[r#"
error: there are two sections `back`
  --> brochures/allotment/brochure.toml:95:6
   |
95 | id = "back"
   |      ^^^^^^
   |
   = help: give one of them another `id`, or limit them to different `editions`
"#]]);
}
