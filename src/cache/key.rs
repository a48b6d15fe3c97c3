//! Turns all that makes the bytes of a PDF into a key, which differs as soon as any of it does.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::artifact::files::sha256;
use crate::cache::fonts::FontFiles;
use crate::cache::inputs::Inputs;
use crate::compose::{Composition, MAIN, literal};
use crate::diagnostic::Report;
use crate::language::Tag;
use crate::load::{Edition, Profile, Project, Publication};

/// What the key of a PDF is made from.
#[derive(Clone, Copy)]
pub(crate) struct KeyInput<'a> {
    /// The brochure.
    pub(crate) publication: &'a Publication,
    /// The edition.
    pub(crate) edition: &'a Edition,
    /// The languages of the edition.
    pub(crate) languages: &'a [Tag],
    /// The composition, as it is before copyfitting.
    pub(crate) composition: &'a Composition,
}

/// What all profiles of a language edition share.
#[derive(Serialize)]
struct EditionKey<'a> {
    version: &'static str,
    /// The SHA-256 of the program.
    program: &'a str,
    /// The keys of `brochure.toml` that are about the whole: the release, the print shop.
    brochure: String,
    /// What is said of the edition, and of the one that it extends.
    edition: String,
    /// The theme, colours of the press too.
    theme: String,
    /// The profile of the press, if the brochure brings one.
    press: Option<String>,
    /// Path and SHA-256 of the fonts.
    fonts: Vec<(&'a str, &'a str)>,
    /// Path and SHA-256 of the composition's files.
    files: BTreeMap<&'a str, String>,
    /// All other fields of the composition, those that are yet to come too.
    composition: String,
}

/// What makes one PDF of them.
#[derive(Serialize)]
struct ArtifactKey<'a> {
    edition: &'a str,
    profile: Profile,
    marks: bool,
    /// The path of the file.
    path: &'a str,
    /// The digest of what a proof shows beside its pages.
    beside: Option<String>,
}

/// Makes keys.
pub(super) struct Keys<'a> {
    pub(super) project: &'a Project,
    /// The SHA-256 of the program.
    pub(super) program: &'a str,
    pub(super) inputs: &'a Inputs,
    pub(super) fonts: &'a FontFiles,
}

impl Keys<'_> {
    /// The key that all profiles of a language edition share.
    pub(super) fn edition(&self, input: &KeyInput<'_>) -> String {
        let KeyInput { publication, edition, composition, .. } = *input;
        let (brochure, edition) = structure(publication, edition);
        let theme = self.project.read_text(
            &format!("brochures/{}/theme.toml", publication.brochure.id),
            &Report::new(),
        );
        let theme = theme.and_then(|file| file.text.parse::<toml::Table>().ok());
        // Templates of the brochure's own may ask for pictures that no block names.
        let takes_all = !publication.templates.is_empty();
        let main = composition.files.get(MAIN).map(|main| String::from_utf8_lossy(main));
        let main = main.unwrap_or_default();
        let files = composition.files.iter().filter(|(path, _)| {
            let is_named = |name: &str| main.contains(literal(name).trim_matches('"'));
            takes_all || path.strip_prefix("images/").is_none_or(is_named)
        });
        let rest = Composition { files: BTreeMap::new(), ..composition.clone() };
        hash(&EditionKey {
            version: env!("CARGO_PKG_VERSION"),
            program: self.program,
            brochure,
            edition,
            theme: format!("{theme:?}"),
            press: publication.press.as_ref().map(|profile| sha256(profile.icc())),
            fonts: self.fonts.of(publication, composition),
            files: files.map(|(path, bytes)| (path.as_str(), sha256(bytes))).collect(),
            composition: format!("{rest:?}"),
        })
    }

    /// The key of the PDF at `path` for one profile, after the key of its edition.
    pub(super) fn artifact(
        &self,
        edition: &str,
        input: &KeyInput<'_>,
        profile: Profile,
        marks: bool,
        path: &str,
    ) -> String {
        let beside = (profile == Profile::Proof).then(|| self.beside(input));
        hash(&ArtifactKey { edition, profile, marks, path, beside })
    }

    /// The digest of the files that a proof shows beside its pages: sources, states, notes, what the brochure accepts.
    fn beside(&self, input: &KeyInput<'_>) -> String {
        let brochure = &input.publication.brochure;
        let folder = format!("brochures/{}/", brochure.id);
        let chains = input.languages.iter().map(|tag| input.publication.fallback_chain(tag));
        let chains: Vec<Tag> = chains.flatten().collect();
        let languages = chains.iter().chain(brochure.languages_of_blocks());
        let languages: Vec<String> =
            languages.map(|language| format!("translations/{language}/")).collect();
        let is_own = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or(path);
            let stem = name.split('.').next().unwrap_or(name);
            [brochure.id.as_str(), "common"].contains(&stem)
        };
        self.inputs.digest_of(|path| {
            path.starts_with(&folder)
                || path == "translations/languages.toml"
                || languages.iter().any(|folder| path.starts_with(folder)) && is_own(path)
        })
    }
}

/// The tables of `brochure.toml` of which a composition holds all that it needs, or that are about reports alone.
const ELSEWHERE: [&str; 3] = ["section", "accept", "edition"];

/// What `brochure.toml` says of the whole, and of an edition with the one that it extends. Comments and layout are none of
/// it.
fn structure(publication: &Publication, edition: &Edition) -> (String, String) {
    let mut table: toml::Table = edition.id.place.file.text.parse().unwrap_or_default();
    let editions = match table.remove("edition") {
        Some(toml::Value::Table(editions)) => editions,
        _ => toml::Table::new(),
    };
    table.retain(|key, _| !ELSEWHERE.contains(&key));
    debug_assert!(editions.contains_key(&edition.id.value), "{}", publication.brochure.id);
    let own = editions.get(&edition.id.value);
    let extended = own.and_then(|own| own.get("like")?.as_str());
    let extended = extended.and_then(|id| editions.get(id));
    (format!("{table:?}"), format!("{own:?} {extended:?}"))
}

/// The SHA-256 of a key, in hexadecimal digits.
fn hash(key: &impl Serialize) -> String {
    // Keys are strings, lists and maps with string keys, which JSON can always hold.
    sha256(&serde_json::to_vec(key).unwrap_or_default())
}
