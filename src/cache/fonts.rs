//! Names the font files that may set a composition.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::cache::inputs::Inputs;
use crate::compose::{Composition, KeptWords, literal};
use crate::load::Publication;

/// The name records that hold a family: that of OpenType's four styles, the typographic one, and that of WWS
/// (OpenType 1.9, `name`, name IDs 1, 16 and 21).
const FAMILY_NAMES: [u16; 3] = [1, 16, 21];

/// Reads the names of families in a font file, in small letters; none if it can't be read.
fn names_in(path: &Path) -> Vec<String> {
    let Ok(bytes) = fs::read(path) else { return Vec::new() };
    let mut names = BTreeSet::new();
    for index in 0..ttf_parser::fonts_in_collection(&bytes).unwrap_or(1) {
        let Ok(face) = ttf_parser::Face::parse(&bytes, index) else { continue };
        let records = face.names().into_iter();
        for record in records.filter(|record| FAMILY_NAMES.contains(&record.name_id)) {
            let name = record.to_string();
            let name = name.unwrap_or_else(|| String::from_utf8_lossy(record.name).into_owned());
            names.insert(name.to_lowercase());
        }
    }
    names.into_iter().collect()
}

/// The fonts of a project.
#[derive(Debug)]
pub(super) struct FontFiles {
    /// Path, SHA-256 and names of each, in the order of their paths.
    files: Vec<(String, String, Vec<String>)>,
}

/// Whether a file of a project is one of its fonts.
pub(super) fn is_font(path: &str) -> bool {
    path.starts_with("fonts/")
}

impl FontFiles {
    /// Names of files that were read before are `known`.
    pub(super) fn new(
        root: &Path,
        inputs: &Inputs,
        known: &BTreeMap<String, Vec<String>>,
    ) -> FontFiles {
        let files = inputs.0.iter().filter(|(path, _)| is_font(path));
        let files = files.map(|(path, stamp)| {
            let names = known.get(&stamp.sha256).cloned();
            let names = names.unwrap_or_else(|| names_in(&root.join(path)));
            (path.clone(), stamp.sha256.clone(), names)
        });
        FontFiles { files: files.collect() }
    }

    /// The names by SHA-256, to be remembered.
    pub(super) fn names(&self) -> BTreeMap<String, Vec<String>> {
        self.files.iter().map(|(_, sha256, names)| (sha256.clone(), names.clone())).collect()
    }

    /// Path and SHA-256 of each file that may set a composition. A file is left out only if it certainly can't: it is of
    /// a family that a script of the project asks for, and the composition names neither this nor any other family of it.
    /// Templates let no font stand in for another (`fallback: false`), but pictures with text may do so: they take all.
    pub(super) fn of(
        &self,
        publication: &Publication,
        composition: &Composition,
    ) -> Vec<(&str, &str)> {
        let source = composition.with(&composition.settings[0], &KeptWords::default());
        let mut text = source.main().to_lowercase();
        let mut free = false;
        for (path, bytes) in composition.files.iter() {
            if path.ends_with(".typ") {
                text.push_str(&String::from_utf8_lossy(bytes).to_lowercase());
            } else if path.ends_with(".svg") {
                free |= bytes.windows(5).any(|window| window == b"<text");
            }
        }
        let scripts = publication.languages.iter().map(|language| &language.script);
        let asked = scripts.flat_map(|script| publication.theme.families_of(script));
        let asked: BTreeSet<String> = asked.map(|family| family.to_lowercase()).collect();
        let is_named = |family: &String| text.contains(&literal(family).to_string().to_lowercase());
        let may_set = |names: &Vec<String>| {
            let mut own = asked
                .iter()
                .filter(|family| names.iter().any(|name| name.starts_with(family.as_str())))
                .peekable();
            own.peek().is_none() || own.any(is_named) || names.iter().any(is_named)
        };
        let files = self.files.iter().filter(|(_, _, names)| free || may_set(names));
        files.map(|(path, sha256, _)| (path.as_str(), sha256.as_str())).collect()
    }
}
