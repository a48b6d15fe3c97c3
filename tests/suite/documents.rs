//! The documents against the program: the example of the source format builds, every key that the program reads is named,
//! links lead to files, and commands exist.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use feuillet::diagnostic::{Report, SourceFile};
use feuillet::fold::FOLDS;
use feuillet::load::catalogue;
use feuillet::load::theme::{ROLES, SCALES};

use crate::support::{REPOSITORY, Sandbox};

/// The documents for users, from the repository's folder.
const DOCUMENTS: [&str; 9] = [
    "README.md",
    "brochures/README.md",
    "orders/README.md",
    "orders/README.fr.md",
    "orders/README.nl.md",
    "output/README.md",
    "src/preflight/README.md",
    "tests/README.md",
    "translations/README.md",
];

/// What describes the source format.
const FORMAT: &str = "brochures/README.md";

/// A key that no table has, nor any that is spelt like it.
const UNKNOWN: &str = "zzzzzzzz";

fn document(path: &str) -> String {
    fs::read_to_string(Path::new(REPOSITORY).join(path)).unwrap()
}

/// The files of a document: a path in bold, and below it a fenced block.
fn files_of(document: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let path = line.strip_prefix("**`").and_then(|rest| rest.strip_suffix("`**"));
        let Some(path) = path else { continue };
        let block = lines.by_ref().skip_while(|line| !line.starts_with("```")).skip(1);
        let text: Vec<&str> = block.take_while(|line| !line.starts_with("```")).collect();
        files.insert(path.to_owned(), text.join("\n") + "\n");
    }
    files
}

#[test]
fn the_example_of_the_source_format_builds() {
    let sandbox = Sandbox::shipped();
    sandbox.delete("brochures/partner-violence");
    let files = files_of(&document(FORMAT));
    assert_eq!(files.len(), 5, "{:?}", files.keys());
    for (path, text) in files {
        sandbox.write(&path, text);
    }
    sandbox.build_clean();
    let names = |language: &str| {
        ["office", "print", "screen"]
            .map(|profile| format!("{language}/repair-flyer-{language}-{profile}-draft.pdf"))
    };
    assert_eq!(sandbox.pdfs("repair-evening"), [names("ar"), names("en")].concat());
}

/// A project in which every table of every file has a key that is unknown.
fn project_with_unknown_keys() -> Sandbox {
    let sandbox = Sandbox::of("small");
    let z = format!("{UNKNOWN} = 1");
    let shared = r#"text-size = "9pt""#;
    let blocks = [
        r#"heading = "a""#,
        r#"paragraph = "a""#,
        r#"list = [{ text = "a", Z }]"#,
        r#"steps = ["a"]"#,
        r#"question = "a", answer = "a""#,
        r#"callout = "a", tone = "act""#,
        r#"contacts = { Z }"#,
        r#"checklist = ["a"]"#,
        r#"table = { header = ["a"], rows = [], Z }"#,
        r#"figure = "a.svg", alt = "a""#,
        r#"quote = "a""#,
        r#"multilingual = "a", in = ["en"]"#,
        r#"guide = [{ question = "a", answers = [{ text = "a", to = "a", Z }], Z }]"#,
        r#"qr = "a""#,
        r#"notes = 1"#,
        r#"contents = 1"#,
        r#"glossary = [{ word = "a", text = "a", Z }]"#,
        r#"break = "page""#,
        r#"slot = "a""#,
    ];
    let blocks: String = blocks.map(|block| format!("  {{ {block}, {z} }},\n")).concat();
    let brochure = format!(
        r#"{z}
title = "a"
public-name = "a"
source-language = "en"
languages = ["en"]

[release]
version = "1"
date = 2026-11-23
{z}

[print]
{z}

[publish]
{z}

[edition.leaf]
form = "leaflet"
fold = "c"
page = {{ width = "99mm", height = "210mm", Z }}
{shared}
fit = {{ Z }}
scale = {{ Z }}
paper = {{ weight = 100, Z }}
{z}

[edition.book]
form = "booklet"
page = {{ width = "99mm", height = "210mm" }}
{shared}
{z}

[slot.a]
about = "a"
{z}

[[section]]
id = "cover"
layout = "cover"
{z}

[[section]]
id = "chapter"
layout = "chapter"
title = "a"
{z}
blocks = [
{blocks}]

[[accept]]
check = "widow"
edition = "leaf"
reason = "a"
{z}
"#
    );
    let verified = "source = \"a\"\nreview-by = 2027-01-01";
    let facts = format!(
        "{z}\n[contact.a]\ncalled = \"a\"\nhours = [{{ day = \"monday\", from = \"9:00\", to = \"9:30\", Z }}]\n\
         {verified}\n{z}\n[value.b]\nnumber = 1\n{verified}\n{z}\n"
    );
    let theme = format!("{z}\n[colours]\nink = {{ Z }}\n{z}\n[scale]\n{z}\n");
    let languages = format!(
        "{z}\n[script.Hebr]\nfamilies = [\"a\"]\n{z}\n[language.he]\nautonym = \"a\"\nscript = \"Hebr\"\n\
         hyphenation = {{ before = 1, after = 1, Z }}\n{z}\n"
    );
    let record = format!("{z}\n[messages]\na = {{ Z }}\n");
    for (path, text) in [
        ("brochures/note/brochure.toml", brochure),
        ("brochures/note/facts.toml", facts),
        ("brochures/note/theme.toml", theme),
        ("translations/languages.toml", languages),
        ("translations/en/state/note.toml", record),
    ] {
        sandbox.write(path, text.replace('Z', &z));
    }
    sandbox
}

/// Names in backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The lines below a heading, up to the next one; `#` begins a comment in a fenced block.
fn section<'a>(document: &'a str, heading: &str) -> Vec<&'a str> {
    let mut fenced = false;
    let mut found = false;
    let mut lines = Vec::new();
    for line in document.lines() {
        fenced ^= line.starts_with("```");
        if line.starts_with('#') && !fenced {
            found = line.trim_start_matches('#').trim() == heading;
        } else if found {
            lines.push(line);
        }
    }
    assert!(!lines.is_empty(), "no heading `{heading}`");
    lines
}

/// The headings below which the keys of tables stand, by what messages call the tables.
const HEADINGS: [(&str, &str); 35] = [
    ("the brochure", "`brochure.toml`"),
    ("the release", "`brochure.toml`"),
    ("a slot", "`brochure.toml`"),
    ("the edition `leaf`", "Editions"),
    ("the edition `book`", "Editions"),
    ("`page`", "Editions"),
    ("`fit`", "Copyfitting"),
    ("`scale`", "`theme.toml`"),
    ("the section `cover`", "Sections"),
    ("the section `chapter`", "Sections"),
    ("a list item", "Blocks"),
    ("`contacts`", "Blocks"),
    ("`table`", "Blocks"),
    ("a question of the guide", "Blocks"),
    ("an answer of the guide", "Blocks"),
    ("a word of the glossary", "Blocks"),
    ("`[print]`", "Print"),
    ("`[publish]`", "Publish"),
    ("`paper`", "Print"),
    ("an `[[accept]]`", "Accepted findings"),
    ("the facts", "`facts.toml`"),
    ("the contact `a`", "`facts.toml`"),
    ("a row of opening hours", "`facts.toml`"),
    ("the value `b`", "`facts.toml`"),
    ("the theme", "`theme.toml`"),
    ("`colours`", "`theme.toml`"),
    ("a colour", "`theme.toml`"),
    ("the languages file", "Languages, scripts and fonts"),
    ("a script", "Languages, scripts and fonts"),
    ("a language", "Languages, scripts and fonts"),
    ("`hyphenation`", "Languages, scripts and fonts"),
    ("the record", "The record"),
    ("a line of the record", "The record"),
    // Blocks: their own keys stand in their own rows.
    ("a slot block", "Sections"),
    ("a block", "Blocks"),
];

/// The keys that every block has.
const OF_ALL_BLOCKS: [&str; 6] = ["editions", "languages", "regions", "slot", "at", "legal"];

/// The keys of each table that has an unknown key, by what messages call the table.
fn known_keys() -> BTreeMap<String, Vec<String>> {
    let begin = format!("unknown key `{UNKNOWN}` in ");
    let loaded = project_with_unknown_keys().load("note");
    let faults = loaded.diagnostics.iter().filter_map(|found| {
        let table = found.message.strip_prefix(&begin)?.to_owned();
        let hint = found.hints.iter().find(|hint| hint.contains("known key")).unwrap();
        Some((table, quoted(hint).map(str::to_owned).collect()))
    });
    faults.collect()
}

#[test]
fn the_source_format_names_every_key_that_is_read() {
    let document = document(FORMAT);
    let tables = known_keys();
    let blocks = tables.keys().filter(|table| table.ends_with("` block")).count();
    assert_eq!((blocks, tables.len()), (18, 18 + HEADINGS.len() - 1), "{:?}", tables.keys());
    for (table, keys) in tables {
        let kind = table.strip_prefix("a `").and_then(|rest| rest.strip_suffix("` block"));
        let name = if kind.is_some() { "a block" } else { table.as_str() };
        let heading = HEADINGS.iter().find(|(known, _)| *known == name);
        let (_, heading) = heading.unwrap_or_else(|| panic!("{table}: which heading?"));
        let mut lines = section(&document, heading);
        if let Some(kind) = kind {
            lines.retain(|line| line.starts_with(&format!("| `{kind}` |")));
            assert_eq!(lines.len(), 1, "the row of `{kind}`");
        }
        for key in keys.iter().filter(|key| {
            kind.is_none() || !OF_ALL_BLOCKS.contains(&key.as_str()) && Some(key.as_str()) != kind
        }) {
            let key_and_value = format!("{key} = ");
            let named = lines.iter().any(|line| {
                quoted(line).any(|name| name == key || name.starts_with(&key_and_value))
            });
            // `at` is told above the table of blocks.
            let named = named || (key == "at" && document.contains("`at = \"foot\"`"));
            assert!(named, "`{key}` of {table} is not named below `{heading}` in {FORMAT}");
        }
    }
}

#[test]
fn the_source_format_has_the_folds_and_the_defaults_of_the_theme() {
    let document = document(FORMAT);
    let has = |row: String| assert!(document.contains(&row), "{row}");
    for fold in FOLDS {
        let panels = fold.places.len();
        let row = document.lines().find(|line| line.starts_with(&format!("| `{}` |", fold.id)));
        assert!(row.is_some_and(|row| row.ends_with(&format!("| {panels} |"))), "{}", fold.id);
    }
    for (name, default) in SCALES {
        has(format!("| `{name}` | {default:?} |"));
    }
    for (role, contrast) in ROLES {
        let contrast = if contrast > 0.0 { format!(" {contrast}") } else { String::new() };
        has(format!("| `{role}` |{contrast} |"));
    }
}

/// The targets of links to files: `[…](target)`, without what leads to a heading.
fn links(document: &str) -> Vec<&str> {
    let ends = document.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    let targets = ends.map(|(target, _)| target.split('#').next().unwrap_or_default());
    targets.filter(|target| !target.is_empty() && !target.contains("://")).collect()
}

#[test]
fn links_of_the_documents_lead_to_files() {
    for path in DOCUMENTS {
        let folder = Path::new(REPOSITORY).join(path);
        for target in links(&document(path)) {
            let file = folder.parent().unwrap().join(target);
            assert!(file.exists(), "{path}: `{target}`");
        }
    }
}

#[test]
fn commands_of_the_documents_exist() {
    let sandbox = Sandbox::empty();
    let mut commands: Vec<String> = Vec::new();
    for path in DOCUMENTS {
        let text = document(path);
        let indented = text.lines().filter_map(|line| line.strip_prefix("    feuillet "));
        let inline = quoted(&text).filter_map(|code| code.strip_prefix("feuillet "));
        let all = indented.chain(inline).filter_map(|rest| rest.split_whitespace().next());
        commands.extend(all.map(str::to_owned));
    }
    commands.sort();
    commands.dedup();
    assert!(commands.len() > 5, "{commands:?}");
    for command in commands {
        assert_eq!(sandbox.run(&[&command, "--help"]).code, 0, "`feuillet {command}`");
    }
}

/// The guides for clerks, who read no other document: each command in them exists, with its options, and all say the same.
#[test]
fn guides_for_clerks_have_the_same_commands_and_all_exist() {
    let sandbox = Sandbox::empty();
    let help = |command: &[&str]| {
        let ran = sandbox.run(&[command, &["--help"]].concat());
        assert_eq!(ran.code, 0, "`feuillet {}`: {ran:?}", command.join(" "));
        ran.stdout
    };
    let guides = ["orders/README.fr.md", "orders/README.nl.md"].map(|path| {
        let text = document(path);
        let lines = text.lines().filter_map(|line| line.trim_start().strip_prefix("feuillet "));
        let inline = quoted(&text).filter_map(|code| code.strip_prefix("feuillet "));
        let mut used = Vec::new();
        for given in lines.chain(inline) {
            let words: Vec<&str> = given.split_whitespace().collect();
            let inner = words.get(1).filter(|word| {
                let known = help(&words[..1]);
                let mut commands = known.lines().filter_map(|line| line.strip_prefix("  "));
                commands.any(|line| line.split_whitespace().next() == Some(word))
            });
            let command = if inner.is_some() { &words[..2] } else { &words[..1] };
            let known = help(command);
            let options: Vec<&str> =
                words.iter().copied().filter(|word| word.starts_with("--")).collect();
            for option in &options {
                let mut named = known.split(|c: char| c.is_whitespace() || c == ',');
                assert!(named.any(|word| word == *option), "{path}: `feuillet {given}`");
            }
            used.push((command.join(" "), options.join(" ")));
        }
        used
    });
    let all = guides.clone().concat();
    for command in ["order new", "order", "order approve", "order verify", "list", "recall"] {
        assert!(all.iter().any(|(used, _)| used == command), "{command}: {all:?}");
    }
    assert_eq!(guides[0], guides[1]);
    // The key that a correction needs is one that orders have.
    let keys = document("orders/README.md");
    assert!(keys.contains("| `correction` |"));
}

#[test]
fn neither_build_nor_clean_touches_the_readme_of_the_output() {
    let sandbox = Sandbox::of("small");
    sandbox.write("output/README.md", "What appears here.");
    sandbox.build_clean();
    let manifest = sandbox.manifest("note").to_string();
    assert!(!manifest.contains("README"), "{manifest}");
    sandbox.build_clean();
    let ran = sandbox.run(&["clean"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!ran.stdout.contains("README"), "{}", ran.stdout);
    assert_eq!(sandbox.files("output"), ["output/README.md"]);
    assert_eq!(sandbox.read("output/README.md"), "What appears here.");
}

/// The blocks of code of a document that are Fluent: those whose first line is a message, a term or a note above one.
fn fluent_examples(path: &str) -> Vec<String> {
    let text = document(path);
    let mut blocks = vec![String::new()];
    let mut is_fenced = false;
    for line in text.lines() {
        if line.starts_with("```") {
            is_fenced = !is_fenced;
            blocks.push(String::new());
        } else if let Some(code) = line.strip_prefix("    ").or(is_fenced.then_some(line)) {
            let block = blocks.last_mut().unwrap();
            block.push_str(if is_fenced { line } else { code });
            block.push('\n');
        } else if !line.is_empty() {
            blocks.push(String::new());
        }
    }
    let is_entry = |line: &str| {
        let name = line.split(" =").next().unwrap_or_default();
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        line.contains(" =") && !name.is_empty() && name.chars().all(fits)
    };
    let is_fluent = |block: &String| {
        let mut lines = block.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        lines.next().is_some_and(is_entry) && !block.contains("= \"") && !block.contains("= [")
    };
    blocks.into_iter().filter(is_fluent).collect()
}

#[test]
fn examples_of_texts_are_fluent() {
    let mut found = 0;
    for path in ["README.md", "brochures/README.md", "translations/README.md"] {
        for example in fluent_examples(path) {
            let report = Report::new();
            let texts = catalogue::read(&SourceFile::new(path, example.clone()), &report);
            assert_eq!(crate::support::messages(&report.into_sorted()), [""; 0], "{example}");
            assert!(!texts.messages.is_empty() || !texts.terms.is_empty(), "{example}");
            found += 1;
        }
    }
    assert!(found >= 5, "{found} examples");
}
