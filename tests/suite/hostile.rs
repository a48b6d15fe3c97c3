//! Texts that look like code stand on the page as exactly their characters.

use std::process::Command;

use typst::layout::{Frame, FrameItem};
use typst::model::Document as _;

use crate::support::Sandbox;

/// Texts that Typst, HTML, shells, printf or Fluent could take for something else.
const TEXTS: [&str; 56] = [
    r##"a #read("/etc/passwd") a"##,
    r##"a "); #panic() a"##,
    r##"a "]; #panic("x") a"##,
    r##"a ]#panic() a"##,
    r##"a [b] [[c]] ] [ a"##,
    r##"a #let x = 1; #x a"##,
    r##"a #{ 1 + 1 } a"##,
    r##"a #{ a"##,
    r##"a } # { a"##,
    r##"a \#a #a.b(c) a"##,
    r##"a $x$ $ sum_(i=0)^n $ a"##,
    r##"a @cover <cover> @a a"##,
    r##"a \n \t \r \ a"##,
    r##"a \u{41} \u0041 \x41 a"##,
    r##"a \\ \" a"##,
    r##"a <script>alert(1)</script> a"##,
    r##"a <B>b</B> <i>c</i> <br> <br/> a"##,
    r##"a <a href="x">y a"##,
    r##"a < b > c <= d << e a"##,
    r##"a &amp; &lt; &#65; &nbsp; a"##,
    r##"a *bold* _italic_ **b** a"##,
    r##"a `raw` ``` ```typ #1 ``` a"##,
    r##"a // no comment a"##,
    r##"a /* no comment */ a"##,
    r##"a https://example.org/#a?b=c a"##,
    r##"= a heading"##,
    r##"== a heading"##,
    r##"- a list"##,
    r##"+ a list"##,
    r##"/ a: term"##,
    r##"1. a list"##,
    r##"# a comment"##,
    r##"a ~ a~b a"##,
    r##"a -- b --- c -? d a"##,
    r##"a ... b a"##,
    r##"a "double" 'single' a"##,
    r##"a ‘single’ “double” „low” a"##,
    r##"a it's 5' 11" a"##,
    r##"a %s %d %n %% a"##,
    r##"a ${HOME} $(id) `id` a"##,
    r##"a ; rm -rf / | cat & a"##,
    r##"a ../../etc/passwd a"##,
    r##"a C:\Users\a a"##,
    r##"a { "{" } a"##,
    r##"a { $years } { -shop } {"x"} a"##,
    r##"a {{ mustache }} {% if %} a"##,
    r##".attribute = b"##,
    r##"[one] b *[other] c"##,
    r##"a ' OR 1=1; DROP TABLE texts; -- a"##,
    "a e\u{301}e\u{302} n\u{303} a",
    "a fi ffl \u{FB01} a",
    "a zero\u{200B}width\u{200D}join\u{200C}er a",
    "a no\u{A0}break thin\u{202F}space a",
    "a soft\u{AD}hyphen a",
    "a \u{200E}left\u{200E}right a",
    "a \u{2066}isolate\u{2069} a",
];

/// A text with its braces quoted, as Fluent wants them.
fn quoted(text: &str) -> String {
    let quote = |c| match c {
        '{' | '}' => format!("{{\"{c}\"}}"),
        _ => String::from(c),
    };
    text.chars().map(quote).collect()
}

/// A text that is wholly quoted.
fn literal(text: &str) -> String {
    format!("{{\"{}\"}}", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The address in one of the texts.
const ADDRESS: &str = "https://example.org/#a?b=c";

/// The project with a text of Fluent's source as its paragraph.
fn project(source: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.set_english_as_typed();
    let old = "shop-pay = Pay what you like.";
    sandbox.replace("translations/en/note.ftl", old, &format!("shop-pay = {source}"));
    if source.contains(ADDRESS) {
        let accept = format!(
            "\n[[accept]]\ncheck = \"typed-contact\"\nmessage = \"shop-pay\"\nfound = \"{ADDRESS}\"\n\
             reason = \"a test\"\n"
        );
        sandbox.append("brochures/note/brochure.toml", &accept);
    }
    sandbox
}

/// The characters of the second page, in the order of its frames; a line break is a blank.
fn on_page(sandbox: &Sandbox) -> String {
    fn collect(frame: &Frame, y: f64, out: &mut Vec<(f64, String)>) {
        for (position, item) in frame.items() {
            let y = y + position.y.to_pt();
            match item {
                FrameItem::Group(group) => collect(&group.frame, y, out),
                FrameItem::Text(text) => out.push((y, text.text.to_string())),
                _ => {}
            }
        }
    }
    let pages = sandbox.load("note").pages("short", "en");
    let mut items = Vec::new();
    collect(&pages.document.pages()[1].frame, 0.0, &mut items);
    let mut out = String::new();
    let mut line = None;
    for (y, text) in items {
        if line.is_some_and(|line: f64| (line - y).abs() > 0.1) && !out.ends_with(' ') {
            out.push(' ');
        }
        line = Some(y);
        out.push_str(&text);
    }
    out
}

#[test]
fn a_hostile_text_stands_on_the_page_as_it_is() {
    let mut wrong = Vec::new();
    for text in TEXTS {
        for source in [quoted(text), literal(text)] {
            let page = on_page(&project(&source));
            if !page.contains(text) {
                wrong.push(format!("{text:?}, written {source:?}\n  in {page:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn control_characters_are_an_error() {
    for character in ['\0', '\u{7}', '\u{1B}', '\u{9F}'] {
        let ran = project(&format!("a{character}a")).run(&["check"]);
        assert_eq!(ran.code, 1, "{character:?}");
        assert!(ran.stderr.contains(&format!("U+{:04X}", u32::from(character))), "{ran:?}");
    }
}

#[test]
fn a_very_long_word_is_an_error_or_stays_whole() {
    let word = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle".repeat(3);
    let sandbox = project(&word);
    let page = on_page(&sandbox).replace([' ', '-', '\u{AD}', '\u{2010}'], "");
    assert!(page.contains(&word), "{page}");
}

#[test]
fn a_text_from_right_to_left_stays_within_its_place() {
    let sandbox = project("a \u{202E}b c\u{202C} d");
    let page = on_page(&sandbox);
    for letter in ["b", "c", "d"] {
        assert!(page.contains(letter), "{page:?}");
    }
    assert!(page.contains("0123 45 67 89"), "what follows is not turned round: {page:?}");
}

#[test]
fn a_hostile_fact_stands_on_the_page_as_it_is() {
    let texts = ["#panic() ]", "{ $years } { -shop }", "<b>x</b>", "a \\\" b", "$x$ @a *b*"];
    for text in texts {
        let sandbox = project("a { $room } z");
        let quoted = text.replace("\\\"", "\"").replace('"', "\\\"");
        sandbox.append(
            "brochures/note/facts.toml",
            &format!(
                "[value.room]\ntext = \"{quoted}\"\nsource = \"a test\"\nreview-by = 2030-01-01\n"
            ),
        );
        let wanted = format!("a {} z", text.replace("\\\"", "\""));
        let page = on_page(&sandbox);
        assert!(page.contains(&wanted), "{wanted:?} in {page:?}");
    }
}

#[test]
fn a_hostile_title_stays_in_its_string() {
    let sandbox = Sandbox::of("small");
    let title = "\"); #panic() \\u{41} <b";
    let source = quoted(title);
    for (id, old) in [("document-title", "Repairs"), ("cover-title", "Things can be mended")] {
        sandbox.replace(
            "translations/en/note.ftl",
            &format!("{id} = {old}"),
            &format!("{id} = {source}"),
        );
    }
    let pages = sandbox.load("note").pages("short", "en");
    assert_eq!(pages.document.info().title.as_deref(), Some(title));
}

#[test]
fn a_hostile_name_of_a_contact_stays_in_its_string() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        "brochures/note/facts.toml",
        "\"Mill Lane Repair Shop\"",
        "\"Shop \\\"]); #panic() <b>\"",
    );
    let page = on_page(&sandbox);
    assert!(page.contains("Shop \"]); #panic() <b>"), "{page:?}");
}

#[test]
fn hostile_texts_can_be_copied_from_the_pdf() {
    if crate::support::outside::outside("pdftotext").is_none() {
        return;
    }
    for text in TEXTS {
        // `pdftotext` leaves out marks of direction and joining, and composes what is combined.
        if !text.is_ascii() || text.contains(char::is_control) {
            continue;
        }
        let sandbox = project(&quoted(text));
        let ran = sandbox.run(&["build", "--lang", "en"]);
        // What looks like a slip is warned of, and no more.
        assert!(ran.code == 0 && !ran.stderr.contains("error"), "{ran:?}");
        let pdf = sandbox.path("output/note/en/note-short-en-screen-draft.pdf");
        let output = Command::new("pdftotext").args(["-raw"]).arg(&pdf).arg("-").output().unwrap();
        let page = String::from_utf8(output.stdout).unwrap().replace('\n', " ");
        assert!(page.contains(text), "{text:?} in {page:?}");
    }
}
