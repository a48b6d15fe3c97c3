//! Layout checks: each broken by a small change of one project, and near to broken by another; what may be accepted.

mod accepted;
mod breaks;
mod contrast;
mod lines;
mod places;

use std::fs;
use std::path::Path;

use feuillet::diagnostic::Severity;
use feuillet::typeset::checks::CHECKS;
use serde_json::{Value, json};
use snapbox::data::Inline;

use crate::support::outside::{output, outside};
use crate::support::shipped::{editions, pdf};
use crate::support::{REPOSITORY, Sandbox};

const BROCHURE: &str = "brochures/sheet/brochure.toml";
const ENGLISH: &str = "translations/en/sheet.ftl";

/// Four lines of the booklet.
const LONG: &str = "Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoever has left washing outside should bring it in before the wind turns round, and whoever is on the road should look for a barn.";

/// The project, with plain paragraphs set as `body` says, and with further templates.
fn set(edition: &str, body: &str, further: &str) -> Sandbox {
    let sandbox = Sandbox::of("layout");
    let name = if edition == "leaf" { "leaflet.typ" } else { "booklet.typ" };
    let template = Path::new(REPOSITORY).join("src/compose/templates").join(name);
    let template = fs::read_to_string(template).unwrap();
    sandbox.write(
        &format!("brochures/sheet/templates/{name}"),
        format!(
            "{template}\n#let plain = paragraph\n#let paragraph(style: \"text\", body) = \
             if style != \"text\" {{ plain(style: style, body) }} else {{ {body} }}\n{further}\n"
        ),
    );
    sandbox
}

/// Replaces a message.
fn message(sandbox: &Sandbox, id: &str, text: &str) {
    let catalogue = sandbox.read(ENGLISH);
    let start = format!("{id} = ");
    let old = catalogue.lines().find(|line| line.starts_with(&start)).unwrap();
    sandbox.replace(ENGLISH, old, &format!("{start}{text}"));
}

/// Rules so many lines to write on in the leaflet, which fill its panel.
fn notes(sandbox: &Sandbox, lines: usize) {
    sandbox.replace(BROCHURE, "{ notes = 10", &format!("{{ notes = {lines}"));
}

/// Makes sure that `check` says exactly this of an edition, and ends with this code.
#[track_caller]
fn expect(sandbox: &Sandbox, edition: &str, code: i32, report: Inline) {
    sandbox.run(&["check", "--edition", edition]).assert(code, report);
}

/// Makes sure that `check` finds nothing in an edition.
#[track_caller]
fn clean(sandbox: &Sandbox, edition: &str) {
    let ran = sandbox.run(&["check", "--edition", edition]);
    assert_eq!((ran.stderr.as_str(), ran.code), ("", 0), "{}", ran.stdout);
}

#[test]
fn the_project_is_clean_before_a_test_breaks_it() {
    let sandbox = Sandbox::of("layout");
    sandbox.build_clean();
}

#[test]
fn the_list_of_checks_has_them_all() {
    let sandbox = Sandbox::empty();
    let ran = sandbox.run(&["list", "--checks"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let first = ran.stdout.lines().step_by(2).map(|line| line.split_whitespace().next().unwrap());
    let ids: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
    let ran = sandbox.run(&["list", "--checks", "--format", "json"]);
    let listed: Value = serde_json::from_str(&ran.stdout).unwrap();
    let texts = listed["texts"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap());
    let all: Vec<&str> = ids.iter().copied().chain(texts).collect();
    assert_eq!(first.collect::<Vec<_>>(), all);
    assert_eq!(listed["checks"].as_array().unwrap().len(), ids.len());
    assert_eq!(
        listed["checks"][ids.iter().position(|id| *id == "widow").unwrap()],
        json!({
            "id": "widow", "severity": "warning",
            "finds": "the last line of a paragraph alone at the head of a page",
            "why": "the reader has lost the thread when it comes",
            "hint": "shorten or lengthen the paragraph by a few words",
        })
    );
}

#[test]
fn the_source_format_names_every_check() {
    let readme = fs::read_to_string(Path::new(REPOSITORY).join("brochures/README.md")).unwrap();
    for check in CHECKS {
        let row = match check.severity {
            Severity::Error => format!("| `{}` | error |", check.id),
            Severity::Warning => format!("| `{}` | warning |", check.id),
        };
        assert!(readme.contains(&row), "{row}");
    }
}

/// A figure of an attribute: `xMin="12.3"`.
fn attribute(line: &str, name: &str) -> f64 {
    let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

#[test]
fn words_of_the_shipped_pages_keep_clear_of_the_cut() {
    // 3 mm, but for the room above and below the letters that poppler counts as part of a word.
    let safe = 3.0 * 72.0 / 25.4;
    for (edition, language) in editions() {
        let Some(mut pdftotext) = outside("pdftotext") else { return };
        let (boxes, _) = output(pdftotext.arg("-bbox").arg(pdf(edition, language)).arg("-"));
        let (mut width, mut height, mut words) = (0.0, 0.0, 0);
        for line in boxes.lines().map(str::trim) {
            if line.starts_with("<page ") {
                (width, height) = (attribute(line, "width"), attribute(line, "height"));
            } else if line.starts_with("<word ") {
                let place = ["xMin", "yMin", "xMax", "yMax"].map(|name| attribute(line, name));
                let [left, top, right, bottom] = place;
                let within = left >= safe && top >= safe && right <= width - safe;
                assert!(within && bottom <= height - safe, "{edition}, {language}: {line}");
                words += 1;
            }
        }
        assert!(words > 300, "{edition}, {language}: {words} words");
    }
}
