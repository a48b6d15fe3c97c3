//! Turns the symbolic links in a project's folders into the places outside of them where somebody may save.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::load::paths::INPUTS;

/// Where the links of a project lead.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Links {
    /// Links and files that links lead to, each on the way of one: whoever replaces one of them changes what is read.
    pub(super) hops: BTreeSet<PathBuf>,
    /// Folders that links lead to.
    pub(super) folders: BTreeSet<PathBuf>,
}

impl Links {
    /// Follows the links in a project's folders, and those in the folders that they lead to.
    pub(super) fn find(root: &Path) -> Links {
        let mut links = Links::default();
        let mut seen = BTreeSet::new();
        for folder in INPUTS {
            let path = root.join(folder);
            if path.is_symlink() {
                links.follow(&path, &mut seen);
            } else {
                links.collect(&path, &mut seen);
            }
        }
        links
    }

    /// The folders in which links and files stand that links lead to, without those that are listened to as a whole.
    pub(super) fn parents(&self, root: &Path) -> BTreeSet<&Path> {
        let inputs = INPUTS.map(|folder| root.join(folder));
        let is_covered = |path: &Path| {
            inputs.iter().any(|input| path.starts_with(input))
                || self.folders.iter().any(|folder| path.starts_with(folder))
        };
        let parents = self.hops.iter().filter_map(|hop| hop.parent());
        parents.filter(|parent| !is_covered(parent)).collect()
    }

    /// Whether what happened at a path may change what a link leads to.
    pub(super) fn concern(&self, path: &Path) -> bool {
        self.hops.contains(path) || self.folders.iter().any(|folder| path.starts_with(folder))
    }

    fn collect(&mut self, folder: &Path, seen: &mut BTreeSet<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_symlink() => self.follow(&path, seen),
                Ok(kind) if kind.is_dir() => self.collect(&path, seen),
                _ => {}
            }
        }
    }

    /// Follows one link, over all links that it leads to, folders on the way too.
    fn follow(&mut self, link: &Path, seen: &mut BTreeSet<PathBuf>) {
        let mut waiting = vec![link.to_owned()];
        while let Some(path) = waiting.pop() {
            for on_the_way in path.ancestors() {
                let Ok(target) = fs::read_link(on_the_way) else { continue };
                let Some(place) = place_of(on_the_way) else { continue };
                let next = place.parent().unwrap_or(Path::new("/")).join(target);
                if self.hops.insert(place) {
                    waiting.push(next);
                }
            }
            // The end of the way, which need not be there yet.
            self.hops.extend(place_of(&path));
        }
        let Ok(folder) = link.canonicalize() else { return };
        if folder.is_dir() && seen.insert(folder.clone()) {
            self.collect(&folder, seen);
            self.folders.insert(folder);
        }
    }
}

/// Where a file or link stands, by the real path of its folder: the system tells of real folders.
fn place_of(path: &Path) -> Option<PathBuf> {
    Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?))
}

#[cfg(all(test, unix))]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::Links;

    #[test]
    fn links_are_followed_over_links_and_round_in_circles() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let (project, outside) = (root.join("project"), root.join("outside"));
        fs::create_dir_all(project.join("translations/nl")).unwrap();
        fs::create_dir_all(outside.join("shared")).unwrap();
        fs::write(outside.join("texts.ftl"), "a = b").unwrap();
        symlink("texts.ftl", outside.join("current.ftl")).unwrap();
        symlink(outside.join("current.ftl"), project.join("translations/nl/note.ftl")).unwrap();
        symlink("../../outside/shared", project.join("translations/fr")).unwrap();
        symlink(&project, outside.join("shared/back")).unwrap();
        symlink("nowhere", project.join("translations/nl/gone.ftl")).unwrap();
        symlink("loop.ftl", project.join("translations/nl/loop.ftl")).unwrap();
        symlink("shared", outside.join("today")).unwrap();
        symlink("../../../outside/today/x.ftl", project.join("translations/nl/x.ftl")).unwrap();
        let links = Links::find(&project);
        let hops = [
            "outside/current.ftl",
            "outside/texts.ftl",
            "project/translations/nl/nowhere",
            "outside/today",
            "outside/shared/x.ftl",
        ];
        for hop in hops {
            assert!(links.hops.contains(&root.join(hop)), "{hop}: {links:?}");
        }
        assert!(links.folders.contains(&outside.join("shared")), "{links:?}");
        assert!(links.concern(&outside.join("shared/note.ftl")));
        assert!(!links.concern(&outside.join("other.ftl")));
        // The project stands in the one, and what links lead to in the other.
        assert_eq!(links.parents(&project), BTreeSet::from([root.as_path(), &outside]));
    }
}
