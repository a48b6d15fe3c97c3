//! Tells which layers of a file (optional content, ISO 32000-1, 8.11) are switched off.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object};

use crate::file::{File, number_of};
use crate::request::Target;

/// How deep expressions of layers may be nested, and how many layers one may name.
const DEEPEST: usize = 16;
const MOST: usize = 1000;

/// The layers that are switched off where a file is shown or printed as it is.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    off: BTreeSet<u32>,
}

impl Layers {
    /// Reads the default configuration, with what it says of printing, or of the screen (ISO 32000-1, tables 101 to 103).
    pub(crate) fn read(file: &File, target: Target) -> Layers {
        let mut layers = Layers::default();
        let Some(all) = file.dict(file.catalogue(), "OCProperties") else { return layers };
        let Some(configuration) = file.dict(all, "D") else { return layers };
        let numbers = |dictionary: &Dictionary, key: &str| -> Vec<u32> {
            let listed = file.array(dictionary, key).unwrap_or_default();
            listed.iter().filter_map(number_of).collect()
        };
        if file.name(configuration, "BaseState") == Some(b"OFF") {
            layers.off.extend(numbers(all, "OCGs"));
        }
        for number in numbers(configuration, "ON") {
            layers.off.remove(&number);
        }
        layers.off.extend(numbers(configuration, "OFF"));
        let (event, state) = match target {
            Target::Screen => ("View", "ViewState"),
            Target::Print | Target::Office => ("Print", "PrintState"),
        };
        for automatic in file.array(configuration, "AS").unwrap_or_default().iter().take(MOST) {
            let Some(automatic) = file.dictionary(automatic) else { continue };
            let categories = file.array(automatic, "Category").unwrap_or_default();
            let is_meant = categories.iter().any(|category| is_name(file, category, event));
            if file.name(automatic, "Event") != Some(event.as_bytes()) || !is_meant {
                continue;
            }
            for group in file.array(automatic, "OCGs").unwrap_or_default() {
                let Some(number) = number_of(group) else { continue };
                let usage = file.dictionary(group).and_then(|group| file.dict(group, "Usage"));
                let said = usage.and_then(|usage| file.dict(usage, event));
                match said.and_then(|said| file.name(said, state)) {
                    Some(b"OFF") => _ = layers.off.insert(number),
                    Some(b"ON") => _ = layers.off.remove(&number),
                    _ => {}
                }
            }
        }
        layers
    }

    /// Those that are switched off, by number.
    pub(crate) fn off(self) -> BTreeSet<u32> {
        self.off
    }

    /// Whether what stands in a layer is hidden. `layer` is a group of optional content, or says of which it depends.
    pub(crate) fn hide(&self, file: &File, layer: &Object) -> bool {
        if self.off.is_empty() {
            return false;
        }
        if number_of(layer).is_some_and(|number| self.off.contains(&number)) {
            return true;
        }
        let Some(dictionary) = file.dictionary(layer) else { return false };
        if file.name(dictionary, "Type") != Some(b"OCMD") {
            return false;
        }
        if let Some(expression) = file.entry(dictionary, "VE") {
            return !self.shows(file, expression, 0);
        }
        let several;
        let groups = match dictionary.get(b"OCGs") {
            Ok(group @ Object::Reference(_)) if file.dictionary(group).is_some() => {
                several = [group.clone()];
                several.as_slice()
            }
            _ => file.array(dictionary, "OCGs").unwrap_or_default(),
        };
        let mut are_off =
            groups.iter().take(MOST).filter_map(number_of).map(|number| self.off.contains(&number));
        if groups.is_empty() {
            return false;
        }
        match file.name(dictionary, "P") {
            Some(b"AllOn") => are_off.any(|off| off),
            Some(b"AnyOff") => !are_off.any(|off| off),
            Some(b"AllOff") => !are_off.all(|off| off),
            _ => are_off.all(|off| off),
        }
    }

    /// Whether an expression of layers holds: a group, or a list of an operator and its expressions.
    fn shows(&self, file: &File, expression: &Object, depth: usize) -> bool {
        let Ok([operator, operands @ ..]) = file.resolve(expression).as_array().map(Vec::as_slice)
        else {
            return number_of(expression).is_none_or(|number| !self.off.contains(&number));
        };
        if depth >= DEEPEST {
            return true;
        }
        let mut shown =
            operands.iter().take(MOST).map(|operand| self.shows(file, operand, depth + 1));
        if is_name(file, operator, "Not") {
            !shown.next().unwrap_or(false)
        } else if is_name(file, operator, "Or") {
            shown.any(|shown| shown)
        } else {
            shown.all(|shown| shown)
        }
    }
}

fn is_name(file: &File, object: &Object, name: &str) -> bool {
    file.resolve(object).as_name().is_ok_and(|found| found == name.as_bytes())
}
