//! A job and its composition in; a key out that is another as soon as anything is that makes the bytes of its PDF.

use sha2::{Digest, Sha256};

use crate::build::cache::fonts::FontFiles;
use crate::build::cache::seen::Inputs;
use crate::build::files::hexadecimal;
use crate::build::plan::Job;
use crate::compose::{Composition, MAIN, literal};
use crate::load::{Profile, ProjectFile};

/// Makes keys.
pub(in crate::build) struct Keys<'a> {
    program: &'a str,
    inputs: &'a Inputs,
    fonts: &'a FontFiles,
}

impl<'a> Keys<'a> {
    /// `program` is the SHA-256 of the program.
    pub(in crate::build) fn new(
        program: &'a str,
        inputs: &'a Inputs,
        fonts: &'a FontFiles,
    ) -> Keys<'a> {
        Keys { program, inputs, fonts }
    }

    /// The key of each of the jobs of one language edition, as `path` names their files. Its composition is left as it was.
    pub(in crate::build) fn of(
        &self,
        jobs: &[Job<'_>],
        composition: &mut Composition,
        path: impl Fn(&Job<'_>) -> String,
    ) -> Vec<Option<String>> {
        let Some(first) = jobs.first() else { return Vec::new() };
        let brochure = &first.publication.brochure;
        let model = first.edition.extends.as_ref().and_then(|model| brochure.edition(&model.value));
        let mut base = Hash::new();
        base.part(env!("CARGO_PKG_VERSION"));
        base.part(self.program);
        base.part(&brochure.canonical);
        base.part(&first.edition.canonical);
        base.part(model.map_or("", |model| &model.canonical));
        base.part(&first.publication.theme.canonical);
        if let Some(profile) = &first.publication.press {
            base.part(profile.icc());
        }
        for (path, sha256) in self.fonts.of(first.publication, composition) {
            base.part(path);
            base.part(sha256);
        }
        // Templates of the brochure's own may ask for pictures that no block names.
        let all = !first.publication.templates.is_empty();
        let main = composition.files.get(MAIN).map(|main| String::from_utf8_lossy(main));
        let main = main.unwrap_or_default();
        for (path, bytes) in &composition.files {
            let picture = path.strip_prefix("images/");
            let is_named = |name: &str| main.contains(literal(name).trim_matches('"'));
            if all || picture.is_none_or(is_named) {
                base.part(path);
                base.part(bytes);
            }
        }
        drop(main);
        // All other fields, those that are yet to come too.
        let files = std::mem::take(&mut composition.files);
        base.part(format!("{composition:?}"));
        composition.files = files;
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
        let mut languages = job.publication.fallback_chain(job.language);
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
