//! Tells whether the files of a project are still what they were.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::artifact::files::{FileTime, hexadecimal};
use crate::cache::stamp::{FileStamp, Freshness};
use crate::load::files::files_below;
use crate::load::paths::INPUTS;

/// All files of a project, by path with forward slashes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Inputs(pub(super) BTreeMap<String, FileStamp>);

impl Inputs {
    /// Looks at all files. Of those that an earlier look saw, only what is in doubt is read.
    pub(super) fn scan(root: &Path, earlier: &Inputs, now: FileTime) -> Inputs {
        let mut inputs = Inputs::look(root, earlier);
        inputs.complete(root, now);
        inputs
    }

    /// The same, but what is in doubt is left to be read by [`complete`](Inputs::complete).
    pub(super) fn look(root: &Path, earlier: &Inputs) -> Inputs {
        let look = |path: String| {
            let file = root.join(&path);
            let stamp = match earlier.0.get(&path) {
                Some(stamp) => stamp.look(&file),
                None => FileStamp::unread(&file),
            };
            // What has gone meanwhile is not there.
            Some((path, stamp.ok()?))
        };
        Inputs(paths(root).into_iter().filter_map(look).collect())
    }

    /// Reads the files that were looked at and not read.
    pub(super) fn complete(&mut self, root: &Path, now: FileTime) {
        self.0.par_iter_mut().for_each(|(path, stamp)| stamp.complete(&root.join(path), now));
    }

    /// Whether all files are still the same, and no others have come.
    pub(super) fn check(&self, root: &Path) -> Freshness {
        let paths = paths(root);
        if paths.len() != self.0.len() {
            return Freshness::Different;
        }
        let mut freshness = Freshness::Same;
        for path in paths {
            let Some(stamp) = self.0.get(&path) else { return Freshness::Different };
            freshness = freshness.max(stamp.check(&root.join(path)));
            if freshness == Freshness::Different {
                break;
            }
        }
        freshness
    }

    /// Whether nothing was saved since the look.
    pub(super) fn are_untouched(&self, root: &Path) -> bool {
        let paths = paths(root);
        paths.len() == self.0.len()
            && paths.iter().all(|path| {
                self.0.get(path).is_some_and(|stamp| stamp.is_untouched(&root.join(path)))
            })
    }

    /// The SHA-256 of what a file holds; `None` if there is no such file.
    pub(super) fn sha256(&self, path: &str) -> Option<&String> {
        self.0.get(path).map(|stamp| &stamp.sha256)
    }

    /// The SHA-256 of all that they hold.
    pub(super) fn digest(&self) -> String {
        self.digest_of(|_| true)
    }

    /// The SHA-256 of what some of them hold, by path.
    pub(super) fn digest_of(&self, chosen: impl Fn(&str) -> bool) -> String {
        let mut hash = Sha256::new();
        for (path, stamp) in self.0.iter().filter(|(path, _)| chosen(path)) {
            hash.update(format!("{path}\0{}\0", stamp.sha256));
        }
        hexadecimal(&hash.finalize())
    }
}

/// The paths of all files of a project.
fn paths(root: &Path) -> Vec<String> {
    let files = INPUTS.iter().flat_map(|folder| files_below(root, folder));
    files.map(|(path, _)| path).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Inputs;
    use crate::artifact::files::FileTime;
    use crate::cache::stamp::Freshness;

    #[test]
    fn a_save_is_noticed_and_what_is_saved_again_as_it_was_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("brochures/note/brochure.toml");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "a = 1\n").unwrap();
        let inputs = Inputs::scan(folder.path(), &Inputs::default(), FileTime::MAX);
        assert!(inputs.are_untouched(folder.path()));
        assert_eq!(inputs.check(folder.path()), Freshness::Same);
        fs::rename(&path, path.with_extension("old")).unwrap();
        assert_eq!(inputs.check(folder.path()), Freshness::Different);
        // Another file by number, whatever the clock of the file system tells.
        fs::write(&path, "a = 1\n").unwrap();
        fs::remove_file(path.with_extension("old")).unwrap();
        assert!(!inputs.are_untouched(folder.path()));
        assert_eq!(inputs.check(folder.path()), Freshness::SameWhenRead);
        let later = Inputs::scan(folder.path(), &inputs, FileTime::MAX);
        assert_eq!(later.digest(), inputs.digest());
        assert!(later.are_untouched(folder.path()));
        fs::write(&path, "a = 2\n").unwrap();
        assert_eq!(inputs.check(folder.path()), Freshness::Different);
        assert_ne!(Inputs::scan(folder.path(), &later, 0).digest(), inputs.digest());
    }

    #[test]
    fn what_is_saved_between_the_look_and_the_reading_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("brochures/note/brochure.toml");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "a = 1\n").unwrap();
        let mut inputs = Inputs::look(folder.path(), &Inputs::default());
        fs::write(&path, "a = 11\n").unwrap();
        inputs.complete(folder.path(), FileTime::MAX);
        assert!(!inputs.are_untouched(folder.path()));
    }
}
