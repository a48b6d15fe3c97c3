//! Turns all that makes the bytes of a PDF into a key, which differs as soon as any of it does.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::artifact::files::sha256;
use crate::cache::fonts::FontFiles;
use crate::cache::inputs::Inputs;
use crate::compose::{Composition, KeptWords};
use crate::language::Tag;
use crate::load::{Edition, Profile, ProjectFile, Publication};

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
    brochure: &'a str,
    /// What is said of the edition.
    edition: &'a str,
    /// What is said of the edition that it extends.
    extended: Option<&'a str>,
    /// The theme, colours of the press too.
    theme: &'a str,
    /// The profile of the press, if the brochure brings one.
    press: Option<String>,
    /// Path and SHA-256 of the fonts.
    fonts: Vec<(&'a str, &'a str)>,
    /// Path and SHA-256 of the composition's files.
    files: BTreeMap<&'a str, String>,
    /// Path and SHA-256 of the pictures that the press is given instead.
    press_pictures: BTreeMap<&'a str, String>,
    /// The main file at the largest setting.
    main: &'a str,
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
    /// The SHA-256 of the program.
    pub(super) program: &'a str,
    pub(super) inputs: &'a Inputs,
    pub(super) fonts: &'a FontFiles,
}

impl Keys<'_> {
    /// The key that all profiles of a language edition share.
    pub(super) fn edition(&self, input: &KeyInput<'_>) -> String {
        let KeyInput { publication, edition, composition, .. } = *input;
        let brochure = &publication.brochure;
        let extended = edition.extends.as_ref().and_then(|id| brochure.edition(&id.value));
        // Templates of the brochure's own may ask for pictures that no block names.
        let takes_all = !publication.templates.is_empty();
        let is_shown = |path: &str| {
            takes_all || composition.pictures.get(path).is_none_or(|picture| picture.is_shown)
        };
        let files = composition.files.iter().filter(|(path, _)| is_shown(path));
        let pictures = composition.pictures.iter().filter(|(path, _)| is_shown(path));
        let press_pictures =
            pictures.filter_map(|(path, picture)| Some((path.as_str(), picture.press.as_deref()?)));
        let source = composition.with(&composition.settings[0], &KeptWords::default());
        hash(&EditionKey {
            version: env!("CARGO_PKG_VERSION"),
            program: self.program,
            brochure: &brochure.canonical,
            edition: &edition.canonical,
            extended: extended.map(|extended| extended.canonical.as_str()),
            theme: &publication.theme.canonical,
            press: publication.press.as_ref().map(|profile| sha256(profile.icc())),
            fonts: self.fonts.of(publication, composition),
            files: files.map(|(path, bytes)| (path.as_str(), sha256(bytes))).collect(),
            press_pictures: press_pictures.map(|(path, bytes)| (path, sha256(bytes))).collect(),
            main: source.main(),
            composition: format!("{composition:?}"),
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
        let chains = input.languages.iter().map(|tag| input.publication.fallback_chain(tag));
        let mut languages: Vec<Tag> = chains.flatten().collect();
        languages.extend(brochure.languages_of_blocks().into_iter().cloned());
        self.inputs.digest_of(|path| {
            ProjectFile::of(path).is_some_and(|file| {
                !matches!(file, ProjectFile::Font { .. })
                    && file.is_about(&brochure.id)
                    && file.language().is_none_or(|language| languages.contains(language))
            })
        })
    }
}

/// The SHA-256 of a key, in hexadecimal digits.
fn hash(key: &impl Serialize) -> String {
    // Keys are strings, lists and maps with string keys, which JSON can always hold.
    sha256(&serde_json::to_vec(key).unwrap_or_default())
}
