//! Languages that nobody speaks, longer and taller than those that somebody does: each fits, or the error is exact.

use std::path::Path;

use fluent_syntax::ast::{Entry, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use fluent_syntax::serializer::serialize;
use serde_json::Value;

use crate::support::Sandbox;
use crate::support::outside::{output, outside};

/// A language that is made from the French texts. Its tag is one of those that are nobody's (ISO 639-2, `qaa` to `qtz`).
struct Pseudo {
    tag: &'static str,
    script: &'static str,
    /// What becomes of a stretch of running text.
    change: fn(&str) -> String,
}

/// As they stand in the project's table of languages.
const PSEUDO: [Pseudo; 8] = [
    Pseudo { tag: "qaa", script: "Latn", change: |text| longer(text, 10) },
    Pseudo { tag: "qab", script: "Latn", change: |text| longer(text, 20) },
    Pseudo { tag: "qac", script: "Latn", change: |text| longer(text, 30) },
    Pseudo { tag: "qad", script: "Latn", change: |text| longer(text, 40) },
    Pseudo { tag: "qae", script: "Latn", change: |text| longer(text, 110) },
    Pseudo { tag: "qaf", script: "Latn", change: compounds },
    Pseudo { tag: "qag", script: "Arab", change: right_to_left },
    Pseudo { tag: "qah", script: "Latn", change: tall },
];

/// Lengthens words by a share in percent: vowels are doubled, evenly over the text.
fn longer(text: &str, percent: usize) -> String {
    let (mut owed, mut out) = (0, String::new());
    for c in text.chars() {
        out.push(c);
        owed += percent;
        while owed >= 100 && c.is_alphabetic() {
            out.push(c.to_lowercase().next().unwrap());
            owed -= 100;
        }
    }
    out
}

/// Joins every second word to the one before it.
fn compounds(text: &str) -> String {
    let mut words = 0;
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let inside = out.ends_with(char::is_alphabetic)
            && rest.peek().is_some_and(|next| next.is_alphabetic());
        if c == ' ' && inside {
            words += 1;
            if words % 2 == 1 {
                continue;
            }
        }
        out.push(c);
    }
    out
}

/// Writes every letter as an Arabic one.
fn right_to_left(text: &str) -> String {
    const LETTERS: [char; 20] = [
        'ا', 'ب', 'ت', 'ج', 'د', 'ر', 'س', 'ش', 'ص', 'ع', 'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و',
        'ي', 'خ',
    ];
    let letter = |c: char| {
        if c.is_alphabetic() { LETTERS[c as usize % LETTERS.len()] } else { c }
    };
    text.chars().map(letter).collect()
}

/// Gives vowels two marks above, or one above and one below.
fn tall(text: &str) -> String {
    let stacked = |c: char| match c {
        'a' | 'à' | 'â' => 'ậ',
        'e' | 'é' | 'è' | 'ê' => 'ễ',
        'o' | 'ô' => 'ộ',
        'A' | 'À' => 'Ẩ',
        'E' | 'É' => 'Ễ',
        'O' => 'Ộ',
        _ => c,
    };
    text.chars().map(stacked).collect()
}

/// Changes the text between tags.
fn between_tags(text: &str, change: fn(&str) -> String) -> String {
    let mut out = String::new();
    for (index, part) in text.split('<').enumerate() {
        match part.split_once('>').filter(|_| index > 0) {
            Some((tag, rest)) => out.push_str(&format!("<{tag}>{}", change(rest))),
            None => out.push_str(&change(part)),
        }
    }
    out
}

fn change_pattern(pattern: &mut Pattern<String>, change: fn(&str) -> String) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = between_tags(value, change),
            PatternElement::Placeable { expression } => {
                if let fluent_syntax::ast::Expression::Select { variants, .. } = expression {
                    for variant in variants {
                        change_pattern(&mut variant.value, change);
                    }
                }
            }
        }
    }
}

/// A French catalogue in a language that nobody speaks.
fn catalogue(french: &str, change: fn(&str) -> String) -> String {
    let mut resource = parse(french.to_owned()).unwrap();
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                message.value.iter_mut().for_each(|pattern| change_pattern(pattern, change));
            }
            Entry::Term(term) => change_pattern(&mut term.value, change),
            _ => {}
        }
    }
    serialize(&resource)
}

/// The shipped project in the languages that nobody speaks.
fn project() -> Sandbox {
    let sandbox = Sandbox::shipped();
    let tags: Vec<String> = PSEUDO.iter().map(|row| format!("{:?}", row.tag)).collect();
    sandbox.replace(
        "brochures/partner-violence/brochure.toml",
        "\nlanguages = [",
        &format!("\nlanguages = [{}, ", tags.join(", ")),
    );
    let mut rows = String::new();
    for Pseudo { tag, script, change } in &PSEUDO {
        rows.push_str(&format!(
            "[language.{tag}]\nautonym = \"{tag}\"\nscript = \"{script}\"\nformats = \"fr\"\n\n"
        ));
        for name in ["common", "partner-violence"] {
            let french = sandbox.read(&format!("translations/fr/{name}.ftl"));
            sandbox.write(&format!("translations/{tag}/{name}.ftl"), catalogue(&french, *change));
        }
    }
    sandbox.write("translations/languages.toml", rows);
    sandbox
}

/// Builds an edition in all of them, and gives the report.
fn build(sandbox: &Sandbox, edition: &str) -> Value {
    let tags: Vec<&str> = PSEUDO.iter().map(|row| row.tag).collect();
    let languages = tags.join(",");
    let ran =
        sandbox.run(&["build", "--edition", edition, "--lang", &languages, "--format", "json"]);
    assert!(ran.code < 2, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// The languages of an edition that came out, with their size in points, and the messages of all errors.
fn outcome(report: &Value) -> (Vec<(String, f64)>, Vec<String>) {
    let files = report["files"].as_array().unwrap().iter();
    let written = files.filter(|file| file["path"].is_string()).map(|file| {
        let size = file["setting"]["size"].as_f64().unwrap();
        (file["languages"][0].as_str().unwrap().to_owned(), size)
    });
    let found = report["diagnostics"].as_array().unwrap().iter();
    let errors = found
        .filter(|found| found["severity"] == "error")
        .map(|found| found["message"].as_str().unwrap().to_owned());
    (written.collect(), errors.collect())
}

#[test]
fn a_leaflet_fits_or_says_what_must_go() {
    let sandbox = project();
    let report = build(&sandbox, "short");
    let (written, errors) = outcome(&report);
    // What is longer is set smaller, never below what can be read.
    for (tag, size) in &written {
        assert!((9.0..=10.6).contains(size), "{tag}: {size}");
    }
    let size = |tag: &str| written.iter().find(|row| row.0 == tag).map(|row| row.1);
    assert!(size("qaa") >= size("qab") && size("qab") >= size("qac"), "{written:?}");
    for tag in ["qaa", "qab", "qaf", "qag", "qah"] {
        assert!(size(tag).is_some(), "`{tag}` does not fit: {errors:#?}");
    }
    // A text of more than twice the length has no room, and each panel that is too full says so.
    assert_eq!(size("qae"), None);
    let about = |message: &&String| message.contains("`qae`") && message.contains("panel ");
    let too_full: Vec<&String> = errors.iter().filter(about).collect();
    assert!(too_full.len() >= 3, "{errors:#?}");
    for message in too_full {
        assert!(message.contains("too full by") && message.contains("must go"), "{message}");
    }
    for Pseudo { tag, .. } in &PSEUDO {
        let told = errors.iter().any(|message| message.contains(&format!("`{tag}`")));
        assert!(told != size(tag).is_some(), "`{tag}`: {errors:#?}");
    }
    for (tag, _) in &written {
        words_lie_on_the_page(&sandbox, "short", tag, (8.0, 8.0));
    }
}

#[test]
fn a_booklet_fits_or_says_what_must_go() {
    let sandbox = project();
    let (written, errors) = outcome(&build(&sandbox, "full"));
    for (tag, size) in &written {
        assert!((10.0..=11.2).contains(size), "{tag}: {size}");
        words_lie_on_the_page(&sandbox, "full", tag, (15.0, 15.0));
    }
    for Pseudo { tag, .. } in &PSEUDO {
        let told = errors.iter().any(|message| message.contains(&format!("`{tag}`")));
        let fits = written.iter().any(|row| row.0 == *tag);
        assert!(told != fits, "`{tag}`: {errors:#?}");
    }
    assert!(written.iter().any(|row| row.0 == "qaa"), "{errors:#?}");
    assert!(!written.iter().any(|row| row.0 == "qae"));
}

/// By poppler, no word runs over the side margins, in mm, or off the page.
fn words_lie_on_the_page(sandbox: &Sandbox, edition: &str, tag: &str, sides: (f64, f64)) {
    let Some(mut program) = outside("pdftotext") else { return };
    let name = format!("info-pratique-{edition}-{tag}-screen-draft.pdf");
    let file = sandbox.path(&format!("output/info-pratique/{tag}/{name}"));
    let (boxes, _) = output(program.args(["-bbox", path(&file), "-"]));
    let (mut page, mut words) = ((0.0, 0.0), 0);
    for line in boxes.lines() {
        let figure = |name: &str| -> f64 {
            let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
            rest.split_once('"').unwrap().0.parse().unwrap()
        };
        if line.trim_start().starts_with("<page ") {
            page = (figure("width"), figure("height"));
        } else if line.trim_start().starts_with("<word ") {
            words += 1;
            let (left, right) = (sides.0 * 72.0 / 25.4 - 0.5, page.0 - sides.1 * 72.0 / 25.4 + 0.5);
            // The figure on a chapter's tab stands in the margin, by itself.
            let on_tab = line.ends_with("</word>") && figure("xMax") - figure("xMin") < 10.0;
            assert!(
                on_tab || (figure("xMin") >= left && figure("xMax") <= right),
                "{edition} {tag}: {line}"
            );
            assert!(figure("yMin") >= 0.0 && figure("yMax") <= page.1, "{edition} {tag}: {line}");
        }
    }
    assert!(words > 400, "{words}");
}

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}
