//! A job and its composition in; a key out that is another as soon as anything is that makes the bytes of its PDF.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::build::cache::fonts::FontFiles;
use crate::build::cache::seen::Inputs;
use crate::build::files::hexadecimal;
use crate::build::plan::{Desk, Job};
use crate::compose::{Composition, KeptWords};
use crate::diagnostic::Report;
use crate::load::{Profile, Project};

/// What all jobs of a brochure share.
struct Ground {
    /// The keys of `brochure.toml` that are about the whole: the release, the print shop.
    whole: String,
    /// Its tables `[edition.…]`.
    editions: toml::Table,
    /// The theme, colours of the press too.
    theme: String,
}

/// The tables of `brochure.toml` of which a composition holds all that it needs, or that are about reports alone.
const ELSEWHERE: [&str; 3] = ["section", "accept", "edition"];

impl Ground {
    fn new(desk: &Desk, project: &Project) -> Ground {
        let brochure = &desk.publication.brochure;
        let places = brochure.editions.iter().map(|edition| &edition.id.place);
        let text = places.map(|place| place.file.text.as_str()).next().unwrap_or_default();
        let mut table: toml::Table = text.parse().unwrap_or_default();
        let editions = match table.remove("edition") {
            Some(toml::Value::Table(editions)) => editions,
            _ => toml::Table::new(),
        };
        table.retain(|key, _| !ELSEWHERE.contains(&key));
        let theme = format!("brochures/{}/theme.toml", brochure.id);
        let theme = project.read_text(&theme, &Report::new());
        let theme = theme.and_then(|file| file.text.parse::<toml::Table>().ok());
        Ground { whole: format!("{table:?}"), editions, theme: format!("{theme:?}") }
    }

    /// What is said of an edition, and of the one that it is like.
    fn edition(&self, id: &str) -> String {
        let own = self.editions.get(id);
        let like = own.and_then(|own| own.get("like")?.as_str());
        let model = like.and_then(|id| self.editions.get(id));
        format!("{own:?} {model:?}")
    }
}

/// Makes keys.
pub(in crate::build) struct Keys<'a> {
    program: &'a str,
    inputs: &'a Inputs,
    fonts: &'a FontFiles,
    grounds: BTreeMap<&'a str, Ground>,
}

impl<'a> Keys<'a> {
    /// `program` is the SHA-256 of the program.
    pub(in crate::build) fn new(
        project: &Project,
        desks: &'a [Desk],
        program: &'a str,
        inputs: &'a Inputs,
        fonts: &'a FontFiles,
    ) -> Keys<'a> {
        let ground =
            |desk: &'a Desk| (desk.publication.brochure.id.as_str(), Ground::new(desk, project));
        Keys { program, inputs, fonts, grounds: desks.iter().map(ground).collect() }
    }

    /// The key of each of the jobs of one language edition, as `path` names their files.
    pub(in crate::build) fn of(
        &self,
        jobs: &[Job<'_>],
        composition: &Composition,
        path: impl Fn(&Job<'_>) -> String,
    ) -> Vec<Option<String>> {
        let Some(first) = jobs.first() else { return Vec::new() };
        let brochure = &first.publication.brochure;
        let Some(ground) = self.grounds.get(brochure.id.as_str()) else {
            return vec![None; jobs.len()];
        };
        let mut base = Hash::new();
        base.part(env!("CARGO_PKG_VERSION"));
        base.part(self.program);
        base.part(&ground.whole);
        base.part(ground.edition(first.edition.id.as_str()));
        base.part(&ground.theme);
        if let Some(profile) = &first.publication.press {
            base.part(profile.icc());
        }
        for (path, sha256) in self.fonts.of(first.publication, composition) {
            base.part(path);
            base.part(sha256);
        }
        // Templates of the brochure's own may ask for pictures that no block names.
        let all = !first.publication.templates.is_empty();
        for (path, bytes) in composition.files.iter() {
            let picture = path.strip_prefix("images/");
            let is_named = |name: &str| {
                composition.pictures.contains(name)
                    || !first.publication.pictures.contains_key(name)
            };
            if all || picture.is_none_or(is_named) {
                base.part(path);
                base.part(bytes);
            }
        }
        base.part(composition.with(&composition.settings[0], &KeptWords::default()).main());
        // All other fields, those that are yet to come too.
        base.part(format!("{composition:?}"));
        let keys = jobs.iter().map(|job| {
            let mut hash = base.clone();
            hash.part(job.profile.as_str());
            hash.part(path(job));
            hash.part(if job.marks { "marks" } else { "" });
            if job.profile == Profile::Proof {
                hash.part(self.beside(job));
            }
            Some(hash.finish())
        });
        keys.collect()
    }

    /// The files that a proof shows beside its pages: sources, states, notes, what the brochure accepts.
    fn beside(&self, job: &Job<'_>) -> String {
        let brochure = &job.publication.brochure;
        let folder = format!("brochures/{}/", brochure.id);
        let chain = job.publication.fallback_chain(job.language);
        let languages: Vec<String> = chain
            .iter()
            .chain(brochure.languages_of_blocks())
            .map(|language| format!("translations/{language}/"))
            .collect();
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

/// A hash of parts, each with its length: two parts are never one.
#[derive(Clone)]
struct Hash(Sha256);

impl Hash {
    fn new() -> Hash {
        Hash(Sha256::new())
    }

    fn part(&mut self, part: impl AsRef<[u8]>) {
        let part = part.as_ref();
        self.0.update(part.len().to_le_bytes());
        self.0.update(part);
    }

    fn finish(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::Hash;

    #[test]
    fn parts_keep_their_ends() {
        let key = |parts: [&str; 2]| {
            let mut hash = Hash::new();
            parts.iter().for_each(|part| hash.part(part));
            hash.finish()
        };
        assert_ne!(key(["ab", "c"]), key(["a", "bc"]));
    }
}
