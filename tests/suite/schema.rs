//! Schemas for editors against the readers of the program: both know the same keys and words, and refuse the same mistakes.
//!
//! The specimens in `schema/` hold every key once. In each of their tables a key that nobody knows makes the reader name those
//! that it knows: so nothing here lists them a second time.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use feuillet::diagnostic::{Report, Severity};
use feuillet::load::schema::SCHEMAS;
use feuillet::load::{Project, load};
use serde_json::{Value, json};
use snapbox::str;

use crate::support::outside::{output, python};
use crate::support::{REPOSITORY, Sandbox};

/// A name that nothing has, nor anything that is spelt like it.
const UNKNOWN: &str = "zzzzzzzz";

/// The specimens, by the name of their schema.
const SPECIMENS: [(&str, &str); 8] = [
    ("brochure", include_str!("schema/brochure.toml")),
    ("facts", include_str!("schema/facts.toml")),
    ("theme", include_str!("schema/theme.toml")),
    ("body", include_str!("schema/body.toml")),
    ("people", include_str!("schema/people.toml")),
    ("languages", include_str!("schema/languages.toml")),
    ("order", include_str!("schema/order.toml")),
    ("shop", include_str!("schema/shop.toml")),
];

/// A step into a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Key(String),
    Index(usize),
}

type Path = Vec<Step>;

/// A project that holds all specimens, and in which each can be replaced.
struct Reader {
    sandbox: Sandbox,
    project: Project,
}

impl Reader {
    fn new() -> Reader {
        let sandbox = Sandbox::of("small");
        for (name, text) in SPECIMENS {
            sandbox.write(&file_of(name), text);
        }
        let project = Project::find(sandbox.root()).unwrap();
        Reader { sandbox, project }
    }

    /// What the reader says of a file, each with its hints.
    fn faults(&self, name: &str, table: &toml::Table) -> Vec<String> {
        let text = toml::to_string(table).unwrap();
        if name == "order" || name == "shop" {
            return self.faults_of_order(name, &text);
        }
        let project = self.project.with_unsaved([(file_of(name), text)]);
        let report = Report::new();
        let loaded = load(&project, "note", &report);
        let of_bodies = loaded.iter().flat_map(|loaded| loaded.body_faults().to_vec());
        let of_bodies: Vec<_> = of_bodies.collect();
        let faults = report.into_sorted().into_iter().chain(of_bodies);
        let faults = faults.filter(|found| found.severity == Severity::Error);
        faults.map(|found| format!("{}\n{}", found.message, found.hints.join("\n"))).collect()
    }

    /// What the program says of an order or of the shop that it names, which are not part of a brochure.
    fn faults_of_order(&self, name: &str, text: &str) -> Vec<String> {
        for (own, specimen) in SPECIMENS {
            if own == "order" || own == "shop" {
                self.sandbox.write(&file_of(own), if own == name { text } else { specimen });
            }
        }
        let ran = self.sandbox.run(&["order", &file_of("order"), "--format", "json"]);
        let told: Value = serde_json::from_str(&ran.stdout).unwrap();
        let told = told["diagnostics"].as_array().unwrap().iter();
        let told = told.filter(|found| found["severity"] == "error");
        let words = |value: &Value| value.as_str().unwrap().to_owned();
        let hints = |found: &Value| {
            found["hints"].as_array().into_iter().flatten().map(words).collect::<Vec<_>>()
        };
        told.map(|found| format!("{}\n{}", words(&found["message"]), hints(found).join("\n")))
            .collect()
    }
}

fn file_of(name: &str) -> String {
    match name {
        "languages" => "translations/languages.toml".to_owned(),
        "body" => "brochures/bodies/specimen.toml".to_owned(),
        "order" => "orders/specimen.toml".to_owned(),
        "shop" => "orders/shops/atelier.toml".to_owned(),
        name => format!("brochures/note/{name}.toml"),
    }
}

fn schema_of(name: &str) -> Value {
    SCHEMAS.iter().find(|schema| schema.name == name).unwrap().value()
}

/// Names in backticks.
fn quoted(text: &str) -> BTreeSet<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A TOML value as editors give it to a schema.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(figure) => json!(figure),
        toml::Value::Float(figure) => json!(figure),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect()
        }
    }
}

/// The paths of all values below a value.
fn paths(value: &toml::Value, path: &mut Path, found: &mut Vec<Path>) {
    found.push(path.clone());
    let steps: Vec<(Step, &toml::Value)> = match value {
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (Step::Key(key.clone()), value)).collect()
        }
        toml::Value::Array(items) => {
            items.iter().enumerate().map(|(index, value)| (Step::Index(index), value)).collect()
        }
        _ => Vec::new(),
    };
    for (step, value) in steps {
        path.push(step);
        paths(value, path, found);
        path.pop();
    }
}

fn all_paths(table: &toml::Table) -> Vec<Path> {
    let mut found = Vec::new();
    paths(&toml::Value::Table(table.clone()), &mut Path::new(), &mut found);
    found
}

fn at<'v>(value: &'v mut toml::Value, path: &[Step]) -> &'v mut toml::Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key).unwrap(),
        Step::Index(index) => value.get_mut(*index).unwrap(),
    })
}

/// The table with something changed at a path.
fn changed(
    table: &toml::Table,
    path: &[Step],
    change: impl FnOnce(&mut toml::Value),
) -> toml::Table {
    let mut value = toml::Value::Table(table.clone());
    change(at(&mut value, path));
    value.as_table().unwrap().clone()
}

/// The parts of a schema that speak of a value: what it refers to, and of alternatives those that the value may be.
fn parts<'s>(root: &'s Value, schema: &'s Value, value: &Value, found: &mut Vec<&'s Value>) {
    let Some(map) = schema.as_object() else { return };
    found.push(schema);
    if let Some(target) = map.get("$ref").and_then(Value::as_str) {
        parts(root, root.pointer(&target[1..]).unwrap(), value, found);
    }
    for part in map.get("allOf").into_iter().flat_map(|all| all.as_array().unwrap()) {
        parts(root, part, value, found);
    }
    let may_be = |part: &&Value| may_be(root, part, value);
    let any = map.get("anyOf").into_iter().flat_map(|any| any.as_array().unwrap());
    if let Some(part) = any.into_iter().find(may_be) {
        parts(root, part, value, found);
    }
    if let Some(condition) = map.get("if") {
        let branch = if holds(condition, value) { "then" } else { "else" };
        if let Some(part) = map.get(branch) {
            parts(root, part, value, found);
        }
    }
}

/// Whether a value may be what an alternative describes: its type, and the keys that it must have.
fn may_be(root: &Value, schema: &Value, value: &Value) -> bool {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return may_be(root, root.pointer(&target[1..]).unwrap(), value);
    }
    let fits = match schema.get("type").and_then(Value::as_str) {
        Some("string") => value.is_string(),
        Some("integer" | "number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => true,
    };
    let required = schema.get("required").into_iter().flat_map(|keys| keys.as_array().unwrap());
    fits && required.into_iter().all(|key| value.get(key.as_str().unwrap()).is_some())
}

/// Whether a condition holds: here always that a key has a constant.
fn holds(condition: &Value, value: &Value) -> bool {
    let properties = condition["properties"].as_object().unwrap();
    properties.iter().all(|(key, constant)| value.get(key) == constant.get("const"))
}

/// The parts of a schema that speak of the value at a path.
fn parts_at<'s>(root: &'s Value, whole: &Value, path: &[Step]) -> Vec<&'s Value> {
    let mut found = Vec::new();
    parts(root, root, whole, &mut found);
    let mut value = whole;
    for step in path {
        let mut next = Vec::new();
        let inner = match step {
            Step::Key(key) => &value[key],
            Step::Index(index) => &value[*index],
        };
        for part in found {
            let below = match step {
                Step::Key(key) => {
                    let own = part.get("properties").and_then(|properties| properties.get(key));
                    own.or_else(|| part.get("additionalProperties"))
                }
                Step::Index(_) => part.get("items"),
            };
            if let Some(below) = below {
                parts(root, below, inner, &mut next);
            }
        }
        (found, value) = (next, inner);
    }
    found
}

/// The keys that a schema knows in a table: its properties, without those that it refuses there.
fn known_keys(parts: &[&Value]) -> BTreeSet<String> {
    let properties =
        || parts.iter().filter_map(|part| part.get("properties")?.as_object()).flatten();
    let refused: BTreeSet<&String> =
        properties().filter(|(_, part)| **part == json!(false)).map(|(key, _)| key).collect();
    properties().map(|(key, _)| key).filter(|key| !refused.contains(key)).cloned().collect()
}

#[test]
fn schema_and_reader_know_the_same_keys() {
    let reader = Reader::new();
    let mut tables = 0;
    for (name, text) in SPECIMENS {
        let (table, schema): (toml::Table, _) = (text.parse().unwrap(), schema_of(name));
        let whole = as_json(&toml::Value::Table(table.clone()));
        for path in all_paths(&table) {
            let mut value = toml::Value::Table(table.clone());
            if !at(&mut value, &path).is_table() {
                continue;
            }
            let mutated = changed(&table, &path, |value| {
                let inner = value.as_table_mut().unwrap();
                inner.insert(UNKNOWN.to_owned(), toml::Value::Integer(1));
            });
            let faults = reader.faults(name, &mutated);
            let begin = format!("unknown key `{UNKNOWN}` in ");
            let fault = faults.iter().find(|fault| fault.starts_with(&begin));
            let parts = parts_at(&schema, &whole, &path);
            let in_schema = known_keys(&parts);
            let is_closed =
                parts.iter().any(|part| part.get("additionalProperties") == Some(&json!(false)));
            assert_eq!(fault.is_some(), is_closed, "{name} {path:?}: {faults:#?}");
            let Some(fault) = fault else { continue };
            let (_, hint) = fault.split_once('\n').unwrap();
            assert_eq!(quoted(hint), in_schema, "{name} {path:?}");
            tables += 1;
        }
    }
    assert!(tables > 60, "{tables}");
}

#[test]
fn schema_and_reader_know_the_same_words() {
    let reader = Reader::new();
    let mut lists = BTreeSet::new();
    for (name, text) in SPECIMENS {
        let (table, schema): (toml::Table, _) = (text.parse().unwrap(), schema_of(name));
        let whole = as_json(&toml::Value::Table(table.clone()));
        for path in all_paths(&table) {
            let parts = parts_at(&schema, &whole, &path);
            let words: Vec<&Value> = parts.iter().filter_map(|part| part.get("enum")).collect();
            let mut value = toml::Value::Table(table.clone());
            if !at(&mut value, &path).is_str() {
                continue;
            }
            let mutated = changed(&table, &path, |value| *value = UNKNOWN.into());
            let faults = reader.faults(name, &mutated);
            let fault = faults.iter().find_map(|fault| {
                let message = fault.lines().next()?;
                let (before, words) = message.split_once("which is none of ")?;
                before.contains(UNKNOWN).then(|| quoted(words))
            });
            // Icons are looked up later, and are told by their list.
            let is_icon = path.last() == Some(&Step::Key("icon".to_owned()));
            let own = |words: &Value| -> BTreeSet<String> {
                words
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|word| word.as_str().unwrap().to_owned())
                    .collect()
            };
            match (words.as_slice(), fault) {
                ([words], Some(known)) => {
                    assert_eq!(own(words), known, "{name} {path:?}");
                    lists.insert(known);
                }
                ([], None) => {}
                // A number or a word: the reader says both in a sentence.
                ([words], None) if is_icon || own(words).len() == 1 => assert!(!faults.is_empty()),
                (words, fault) => panic!("{name} {path:?}: {words:?} {fault:?} {faults:#?}"),
            }
        }
    }
    assert!(lists.len() > 15, "{lists:?}");
}

/// The specimens hold every key of every schema: what is checked of them is checked of all.
#[test]
fn the_specimens_hold_every_key() {
    for (name, text) in SPECIMENS {
        let (table, schema): (toml::Table, _) = (text.parse().unwrap(), schema_of(name));
        let whole = as_json(&toml::Value::Table(table.clone()));
        let mut held: BTreeSet<(*const Value, String)> = BTreeSet::new();
        for path in all_paths(&table) {
            let Some((Step::Key(key), around)) = path.split_last() else { continue };
            for part in parts_at(&schema, &whole, around) {
                if part.get("properties").is_some_and(|properties| properties.get(key).is_some()) {
                    held.insert((std::ptr::from_ref(part), key.clone()));
                }
            }
        }
        let mut missing = Vec::new();
        every_property(&schema, &mut |part, key| {
            // What all blocks share is held once.
            let is_shared =
                ["editions", "languages", "regions", "slot", "legal", "at"].contains(&key);
            let is_condition = part.get("additionalProperties").is_none();
            if !is_shared
                && !is_condition
                && !held.contains(&(std::ptr::from_ref(part), key.to_owned()))
            {
                missing.push(key.to_owned());
            }
        });
        assert_eq!(missing, [""; 0], "{name}");
    }
}

/// Calls `told` with each key of each part of a schema.
fn every_property<'s>(schema: &'s Value, told: &mut impl FnMut(&'s Value, &'s str)) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        properties.keys().for_each(|key| told(schema, key));
    }
    match schema {
        Value::Object(map) => map.values().for_each(|value| every_property(value, told)),
        Value::Array(items) => items.iter().for_each(|value| every_property(value, told)),
        _ => {}
    }
}

/// What the reader says where a file has another shape than it should: a schema must say so too.
const OF_SHAPE: [&str; 11] = [
    "unknown key",
    " must be ",
    " has no items",
    " has no words",
    " has no name",
    "which is none of",
    "of no known kind",
    "a block is one thing",
    "must hold one thing",
    "is not a language tag",
    "names no language",
];

/// Reads lines of schema and instance, and prints what is wrong with each instance; none if nothing.
const VALIDATE: &str = r#"
import json, sys
from jsonschema import Draft7Validator
given = json.load(sys.stdin)
for schema in given["schemas"].values():
    Draft7Validator.check_schema(schema)
validators = {name: Draft7Validator(schema) for name, schema in given["schemas"].items()}
print(json.dumps([
    next((error.message[:200] for error in validators[name].iter_errors(instance)), None)
    for name, instance in given["instances"]
]))
"#;

/// What a validator that is not ours says of instances; `None` where there is none.
fn validated(instances: &[(&str, Value)]) -> Option<Vec<Option<String>>> {
    let mut python = python()?;
    let folder = tempfile::tempdir().unwrap();
    let schemas: BTreeMap<&str, Value> =
        SCHEMAS.iter().map(|schema| (schema.name, schema.value())).collect();
    let input = folder.path().join("input.json");
    std::fs::write(&input, json!({ "schemas": schemas, "instances": instances }).to_string())
        .unwrap();
    python.arg("-c").arg(VALIDATE).stdin(std::fs::File::open(input).unwrap());
    let (out, _) = output(&mut python);
    Some(serde_json::from_str(&out).unwrap())
}

#[test]
fn what_ships_has_the_shape_of_the_schemas() {
    let mut instances = Vec::new();
    let mut names = Vec::new();
    let mut add = |name: &'static str, text: &str, place: String| {
        let table: toml::Table = text.parse().unwrap();
        instances.push((name, as_json(&toml::Value::Table(table))));
        names.push(place);
    };
    for (name, text) in SPECIMENS {
        add(name, text, format!("the specimen {name}"));
    }
    add("languages", include_str!("../../src/language/languages.toml"), "the languages".to_owned());
    let root = std::path::Path::new(REPOSITORY);
    let mut projects = vec![root.to_owned(), root.join("tests/specimens")];
    let fixtures = std::fs::read_dir(root.join("tests/fixtures")).unwrap();
    projects.extend(fixtures.map(|entry| entry.unwrap().path()));
    for project in projects {
        for brochure in std::fs::read_dir(project.join("brochures")).into_iter().flatten() {
            for schema in SCHEMAS {
                let file = brochure.as_ref().unwrap().path().join(format!("{}.toml", schema.name));
                if let Ok(text) = std::fs::read_to_string(&file) {
                    add(schema.name, &text, file.display().to_string());
                }
            }
        }
        for body in std::fs::read_dir(project.join("brochures/bodies")).into_iter().flatten() {
            let file = body.unwrap().path();
            if file.extension().is_some_and(|ending| ending == "toml") {
                add("body", &std::fs::read_to_string(&file).unwrap(), file.display().to_string());
            }
        }
        for order in std::fs::read_dir(project.join("orders")).into_iter().flatten() {
            let file = order.unwrap().path();
            if file.extension().is_some_and(|ending| ending == "toml") {
                add("order", &std::fs::read_to_string(&file).unwrap(), file.display().to_string());
            }
        }
        if let Ok(text) = std::fs::read_to_string(project.join("translations/languages.toml")) {
            add("languages", &text, project.display().to_string());
        }
    }
    assert!(instances.len() > 30, "{}", instances.len());
    let Some(found) = validated(&instances) else { return };
    let wrong: Vec<_> = names.iter().zip(&found).filter(|(_, found)| found.is_some()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn schema_and_reader_refuse_the_same_mistakes() {
    let reader = Reader::new();
    let mut cases: Vec<(&str, String, Value, Vec<String>)> = Vec::new();
    for (name, text) in SPECIMENS {
        let table: toml::Table = text.parse().unwrap();
        let usual = reader.faults(name, &table);
        let mut add = |what: String, mutated: &toml::Table| {
            let mut faults = reader.faults(name, mutated);
            for usual in &usual {
                if let Some(index) = faults.iter().position(|fault| fault == usual) {
                    faults.remove(index);
                }
            }
            let instance = as_json(&toml::Value::Table(mutated.clone()));
            cases.push((name, what, instance, faults));
        };
        for path in all_paths(&table) {
            let Some((last, around)) = path.split_last() else { continue };
            if let Step::Key(key) = last {
                let dropped = changed(&table, around, |value| {
                    value.as_table_mut().unwrap().remove(key);
                });
                add(format!("{path:?} dropped"), &dropped);
                let renamed = changed(&table, around, |value| {
                    let inner = value.as_table_mut().unwrap();
                    let value = inner.remove(key).unwrap();
                    inner.insert(format!("{key}z"), value);
                });
                add(format!("{path:?} renamed"), &renamed);
            }
            let others: [toml::Value; 6] = [
                7.into(),
                1.5.into(),
                "§".into(),
                true.into(),
                toml::Value::Array(Vec::new()),
                toml::Value::Table(toml::Table::new()),
            ];
            for other in others {
                let what = format!("{path:?} = {other}");
                let mutated = changed(&table, &path, |value| *value = other);
                add(what, &mutated);
            }
        }
    }
    assert!(cases.len() > 2000, "{}", cases.len());
    let instances: Vec<(&str, Value)> =
        cases.iter().map(|(name, _, instance, _)| (*name, instance.clone())).collect();
    let Some(found) = validated(&instances) else { return };
    let mut wrong = String::new();
    for ((name, what, _, faults), found) in cases.iter().zip(found) {
        let is_of_shape = |fault: &String| {
            let lacks_a_key = fault.contains(" has no `") && fault.contains("\nadd `");
            lacks_a_key || OF_SHAPE.iter().any(|part| fault.contains(part))
        };
        let of_shape = faults.iter().any(is_of_shape);
        let agree = if found.is_some() { !faults.is_empty() } else { !of_shape };
        if !agree {
            let _ = writeln!(wrong, "{name} {what}: schema {found:?}, reader {faults:?}");
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{wrong}", wrong.lines().count(), cases.len());
}

#[test]
fn a_schema_is_printed_or_all_are_written() {
    let sandbox = Sandbox::empty();
    let printed = sandbox.run(&["schema", "facts"]);
    assert_eq!((printed.code, printed.stderr.as_str()), (0, ""));
    let written = sandbox.run(&["schema", "--output", "schemas"]);
    assert_eq!(written.code, 0, "{written:?}");
    assert_eq!(written.stdout.lines().count(), SCHEMAS.len());
    assert_eq!(sandbox.read("schemas/facts.schema.json"), printed.stdout);
    sandbox.run(&["schema"]).assert(
        2,
        str![[r#"
error: which schema?
 |
 = help: name one of `brochure`, `facts`, `theme`, `body`, `people`, `languages`, `order` and `shop`, or write them into a folder with `--output DIR`
"#]],
    );
}
