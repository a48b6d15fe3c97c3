//! Turns what the readers of TOML files know into JSON schemas, by which editors complete, explain and check as one types.
//!
//! Each schema is a file beside this one. What is a table of a reader is not written there again: `"$words": "forms"` stands
//! for the words of [`FORMS`], and `"$also": "block"` for the properties of `$block`. `tests/suite/schema.rs` holds schemas and
//! readers together.

use serde_json::{Map, Value};

use crate::fold::FOLDS;
use crate::load::appearance::{CONTRASTS, COVERS};
use crate::load::body::BODY_KINDS;
use crate::load::facts::hours::DAYS;
use crate::load::fit::MEASURES;
use crate::load::form::{BINDINGS, FORMS, PROFILES};
use crate::load::icons::ICONS;
use crate::load::pair::PAIR_LAYOUTS;
use crate::load::people::ROLES;
use crate::load::print::SURFACES;
use crate::load::section::{LAYOUTS, TINTS};

/// A schema.
#[derive(Debug)]
pub struct Schema {
    /// The name of the file that it is for, without its ending.
    pub name: &'static str,
    /// Where such files lie in a project.
    pub files: &'static str,
    source: &'static str,
}

/// Lists the schemas.
macro_rules! schemas {
    ($($name:literal for $files:literal),* $(,)?) => {
        /// All schemas.
        pub const SCHEMAS: &[Schema] = &[$(Schema {
            name: $name,
            files: $files,
            source: include_str!(concat!($name, ".json")),
        }),*];
    };
}

schemas![
    "brochure" for "brochures/*/brochure.toml",
    "facts" for "brochures/*/facts.toml",
    "theme" for "brochures/*/theme.toml",
    "body" for "brochures/bodies/*.toml",
    "people" for "brochures/*/people.toml",
    "languages" for "translations/languages.toml",
    "order" for "orders/*.toml",
    "shop" for "orders/shops/*.toml",
];

impl Schema {
    /// The schema, after draft 7 of JSON Schema: the one that editors of TOML read.
    #[must_use]
    pub fn value(&self) -> Value {
        let source: Value = serde_json::from_str(self.source).unwrap_or_default();
        let mut value = source.clone();
        fill_in(&mut value, &source["definitions"]);
        value
    }

    /// The schema as the text of a file.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(&self.value()).unwrap_or_default() + "\n"
    }
}

/// The words of a reader's table.
fn words(name: &str) -> Vec<&'static str> {
    fn names<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
        table.iter().map(|(name, _)| *name).collect()
    }
    match name {
        "forms" => names(&FORMS),
        "folds" => FOLDS.iter().map(|fold| fold.id).collect(),
        "profiles" => names(&PROFILES),
        "bindings" => names(&BINDINGS),
        "measures" => MEASURES.iter().map(|(name, ..)| *name).collect(),
        "surfaces" => names(&SURFACES),
        "contrasts" => names(&CONTRASTS),
        "covers" => names(&COVERS),
        "layouts" => names(&LAYOUTS),
        "tints" => names(&TINTS),
        "icons" => names(ICONS),
        "days" => names(&DAYS),
        "pair-layouts" => names(&PAIR_LAYOUTS),
        "people" => names(&ROLES),
        "bodies" => names(&BODY_KINDS),
        _ => Vec::new(),
    }
}

/// Puts the tables of the readers in their places.
fn fill_in(value: &mut Value, definitions: &Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| !(key.starts_with('$') && definitions.get(key).is_some()));
            if let Some(Value::String(name)) = map.remove("$words") {
                map.insert("enum".to_owned(), words(&name).into());
            }
            if let Some(Value::String(name)) = map.remove("$also") {
                let shared = definitions[format!("${name}")].as_object();
                for (key, property) in shared.unwrap_or(&Map::new()) {
                    map.insert(key.clone(), property.clone());
                }
            }
            map.values_mut().for_each(|value| fill_in(value, definitions));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| fill_in(value, definitions)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::SCHEMAS;

    #[test]
    fn every_table_of_a_reader_is_filled_in() {
        for schema in SCHEMAS {
            let text = schema.text();
            assert!(text.len() > 500, "{}", schema.name);
            for left in ["\"$words\"", "\"$also\"", "\"$block\"", "\"enum\": []"] {
                assert!(!text.contains(left), "{}: {left}", schema.name);
            }
            assert_eq!(schema.value()["$schema"], "http://json-schema.org/draft-07/schema#");
        }
    }
}
