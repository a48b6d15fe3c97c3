//! Turns changes of several files into one: it is written down before the first file changes, so that whoever comes after a
//! killed run can finish it, or undo it.
//!
//! 1. The journal holds what each file was and is to be. It is written under the name [`BEGUN`].
//! 2. The new files are written beside the old ones.
//! 3. The journal is renamed to [`DECIDED`]: from here on the change is made, whoever does it.
//! 4. The new files take the places of the old ones, and the journal is deleted.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::artifact::files::{is_inside, sha256};
use crate::diagnostic::{Diagnostic, count};
use crate::edit::folders::Folders;
use crate::edit::target::{Target, cannot_write, create, sync_folder};

/// The journal of a change that may still come to nothing.
const BEGUN: &str = "begun";

/// The journal of a change that is to be made.
const DECIDED: &str = "decided";

/// What a file was, and what it is to be; `None` where there is no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// What was read.
    pub(super) before: Option<Vec<u8>>,
    /// What is to be there.
    pub(super) after: Option<Vec<u8>>,
}

/// Changes that are made together, under a lock.
#[derive(Debug)]
pub(super) struct Journal<'a> {
    at: &'a Folders,
    /// The changes, by path.
    changes: BTreeMap<String, Change>,
    /// The folders that are made for them, from the outermost to the innermost, relative to the project.
    folders: Vec<String>,
}

/// The first line of a journal. Behind it stand the contents of the files, one after another.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    /// The [`identity`] of the journal's own file.
    identity: String,
    folders: Vec<String>,
    files: Vec<HeadFile>,
    /// The checksum of what stands behind the line.
    sha256: String,
}

/// A file in the head of a journal: its path and the lengths of its contents.
#[derive(Debug, Serialize, Deserialize)]
struct HeadFile {
    path: String,
    before: Option<usize>,
    after: Option<usize>,
}

/// A change and its place on the disk.
struct Step<'a> {
    target: Target,
    change: &'a Change,
}

/// Why not all changes were made.
enum Fault {
    /// None is made.
    Undone(Diagnostic),
    /// Some are made, and can't be taken back: the journal stays.
    Unfinished(Diagnostic),
}

impl From<Diagnostic> for Fault {
    fn from(fault: Diagnostic) -> Fault {
        Fault::Undone(fault)
    }
}

/// What to do where a change is begun and can't be finished.
const UNFINISHED: &str =
    "some files are written and some are not: mend this, and run any command, which finishes it";

/// How a file stands to its change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    Before,
    After,
    /// Somebody else has written it.
    Other,
}

impl Step<'_> {
    fn progress(&self) -> Result<Progress, Diagnostic> {
        let now = self.target.read()?;
        Ok(match now {
            now if now == self.change.after => Progress::After,
            now if now == self.change.before => Progress::Before,
            _ => Progress::Other,
        })
    }

    fn stage(&self, bytes: Option<&Vec<u8>>) -> Result<(), Diagnostic> {
        bytes.map_or(Ok(()), |bytes| self.target.stage(bytes))
    }

    /// Puts what was staged in its place, or deletes the file.
    fn make(&self, bytes: Option<&Vec<u8>>) -> Result<(), Diagnostic> {
        if bytes.is_some() { self.target.replace() } else { self.target.delete() }
    }
}

impl<'a> Journal<'a> {
    pub(super) fn new(at: &'a Folders, changes: BTreeMap<String, Change>) -> Journal<'a> {
        Journal { at, changes, folders: Vec::new() }
    }

    /// Makes all changes.
    ///
    /// # Errors
    ///
    /// Fails if one can't be made; then none is.
    pub(super) fn commit(self) -> Result<(), Diagnostic> {
        self.change_all().map_err(|fault| match fault {
            Fault::Undone(fault) => fault.hint("nothing was written"),
            Fault::Unfinished(fault) => fault.hint(UNFINISHED),
        })
    }

    fn change_all(mut self) -> Result<(), Fault> {
        let changes = self.changes.clone();
        let steps = steps(&self.at.root, &changes)?;
        for step in &steps {
            step.check_unchanged()?;
        }
        self.folders = self.missing_folders(&steps);
        self.write().map_err(|error| {
            let _ = fs::remove_file(self.path(BEGUN));
            cannot_write(&self.shown(BEGUN), &error)
        })?;
        checkpoint();
        let staged = steps.iter().try_for_each(|step| {
            checkpoint();
            step.stage(step.change.after.as_ref())
        });
        let decided = staged.and_then(|()| {
            checkpoint();
            let rename = fs::rename(self.path(BEGUN), self.path(DECIDED));
            rename.map_err(|error| cannot_write(&self.shown(DECIDED), &error))
        });
        if let Err(fault) = decided {
            self.clear(&steps);
            return Err(Fault::Undone(fault));
        }
        sync_folder(&self.at.state);
        let made = steps.iter().try_for_each(|step| {
            checkpoint();
            // An editor may have saved it this moment.
            step.check_unchanged()?;
            step.make(step.change.after.as_ref())
        });
        if let Err(fault) = made {
            self.undo(&steps).map_err(Fault::Unfinished)?;
            return Err(Fault::Undone(fault));
        }
        checkpoint();
        self.clear(&steps);
        Ok(())
    }

    /// Puts back what was before in all files that have been changed; those that somebody else has written stay.
    fn undo(&self, steps: &[Step<'_>]) -> Result<(), Diagnostic> {
        for step in steps.iter().rev() {
            checkpoint();
            if step.progress()? == Progress::After {
                step.stage(step.change.before.as_ref())?;
                step.make(step.change.before.as_ref())?;
            }
        }
        self.clear(steps);
        Ok(())
    }

    /// Deletes what was staged, the folders that stayed empty, and then the journal.
    fn clear(&self, steps: &[Step<'_>]) {
        for step in steps {
            step.target.unstage();
        }
        for folder in self.folders.iter().rev() {
            // Those with files in them stay.
            let _ = fs::remove_dir(self.at.root.join(folder));
        }
        for step in steps {
            step.target.sync();
        }
        checkpoint();
        for name in [BEGUN, DECIDED] {
            let _ = fs::remove_file(self.path(name));
        }
        sync_folder(&self.at.state);
    }

    fn path(&self, name: &str) -> PathBuf {
        self.at.state.join(name)
    }

    /// The path of a journal, to show.
    fn shown(&self, name: &str) -> String {
        let path = self.path(name);
        path.strip_prefix(&self.at.root).unwrap_or(&path).display().to_string()
    }

    fn missing_folders(&self, steps: &[Step<'_>]) -> Vec<String> {
        let mut folders: Vec<String> = steps
            .iter()
            .filter(|step| step.change.after.is_some())
            .flat_map(|step| step.target.missing_folders())
            .filter_map(|folder| {
                folder.strip_prefix(&self.at.root).ok()?.to_str().map(str::to_owned)
            })
            .map(|folder| folder.replace('\\', "/"))
            .collect();
        // A folder comes before those in it.
        folders.sort();
        folders.dedup();
        folders
    }

    fn write(&self) -> io::Result<()> {
        let mut file = create(&self.path(BEGUN))?;
        let length = |bytes: &Option<Vec<u8>>| bytes.as_ref().map(Vec::len);
        let files = self.changes.iter().map(|(path, change)| HeadFile {
            path: path.clone(),
            before: length(&change.before),
            after: length(&change.after),
        });
        let contents = self.changes.values().flat_map(|change| [&change.before, &change.after]);
        let contents: Vec<u8> = contents.flatten().flatten().copied().collect();
        let head = Head {
            identity: identity(&file, &self.at.root)?,
            folders: self.folders.clone(),
            files: files.collect(),
            sha256: sha256(&contents),
        };
        serde_json::to_writer(&mut file, &head)?;
        file.write_all(b"\n")?;
        file.write_all(&contents)?;
        file.sync_all()
    }

    /// Reads a journal; `None` if it is not whole, or was not written here.
    fn read(at: &'a Folders, name: &str) -> io::Result<Option<Journal<'a>>> {
        let mut file = File::open(at.state.join(name))?;
        let identity = identity(&file, &at.root)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(parse(&bytes, &identity).map(|(changes, folders)| Journal { at, changes, folders }))
    }
}

/// The parts of a journal; `None` if it is not whole.
fn parse(bytes: &[u8], identity: &str) -> Option<(BTreeMap<String, Change>, Vec<String>)> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (head, mut rest) = (&bytes[..end], &bytes[end + 1..]);
    let head: Head = serde_json::from_slice(head).ok()?;
    if head.identity != identity || head.sha256 != sha256(rest) {
        return None;
    }
    let mut take = |length: Option<usize>| match length {
        Some(length) => {
            let (taken, others) = rest.split_at_checked(length)?;
            rest = others;
            Some(Some(taken.to_vec()))
        }
        None => Some(None),
    };
    let mut changes = BTreeMap::new();
    for file in head.files {
        let change = Change { before: take(file.before)?, after: take(file.after)? };
        changes.insert(file.path, change);
    }
    let are_inside = head.folders.iter().all(|folder| is_inside(folder));
    are_inside.then_some((changes, head.folders))
}

impl Step<'_> {
    fn check_unchanged(&self) -> Result<(), Diagnostic> {
        if self.target.read()? == self.change.before {
            return Ok(());
        }
        let path = self.target.path();
        Err(Diagnostic::error(format!("`{path}` was changed in the meantime"))
            .hint("run the command again"))
    }
}

fn steps<'c>(
    root: &Path,
    changes: &'c BTreeMap<String, Change>,
) -> Result<Vec<Step<'c>>, Diagnostic> {
    let step = |(index, (path, change)): (usize, (&String, &'c Change))| {
        Ok(Step { target: Target::find(root, path, index)?, change })
    };
    changes.iter().enumerate().map(step).collect()
}

/// Whether a command is at work, or was killed while it was.
pub(super) fn is_there(folder: &Path) -> bool {
    [BEGUN, DECIDED].iter().any(|name| folder.join(name).exists())
}

/// Whether files are being put in their places.
pub(super) fn is_decided(folder: &Path) -> bool {
    folder.join(DECIDED).exists()
}

/// Finishes a change that a killed run had decided, or undoes it if somebody has written one of its files since, and tells what
/// was done. What a run had only begun is taken away.
///
/// # Errors
///
/// Fails if it can't be finished, or was not begun here.
pub(super) fn recover(at: &Folders) -> Result<Option<Diagnostic>, Diagnostic> {
    let folder = &at.state;
    if !is_decided(folder) {
        if let Ok(Some(journal)) = Journal::read(at, BEGUN)
            && let Ok(steps) = steps(&at.root, &journal.changes)
        {
            journal.clear(&steps);
        }
        // One that is not whole was killed before it made anything.
        let _ = fs::remove_file(folder.join(BEGUN));
        return Ok(None);
    }
    let path = folder.join(DECIDED);
    let journal = Journal::read(at, DECIDED)
        .map_err(|error| Diagnostic::error(format!("can't read `{}`: {error}", path.display())))?;
    let Some(journal) = journal else {
        return Err(Diagnostic::error(
            "a command was killed while it wrote files of this project, elsewhere or on another disk",
        )
        .hint(format!(
            "compare the files with their last state in Git, mend them, and delete `{}`",
            path.display()
        )));
    };
    finish(&journal).map(Some).map_err(|fault| fault.hint(UNFINISHED))
}

/// Finishes or undoes a change that was decided, and tells what was done.
fn finish(journal: &Journal<'_>) -> Result<Diagnostic, Diagnostic> {
    let steps = steps(&journal.at.root, &journal.changes)?;
    let progress = steps.iter().map(Step::progress).collect::<Result<Vec<_>, _>>()?;
    if let Some(edited) = progress.iter().position(|progress| *progress == Progress::Other) {
        let path = steps[edited].target.path().to_owned();
        journal.undo(&steps)?;
        return Ok(Diagnostic::warning(format!(
            "a command was killed while it wrote files, and `{path}` was edited since"
        ))
        .hint("all others are as they were before: run the command again"));
    }
    for (step, progress) in steps.iter().zip(progress) {
        checkpoint();
        if progress == Progress::Before {
            step.stage(step.change.after.as_ref())?;
            step.make(step.change.after.as_ref())?;
        }
    }
    journal.clear(&steps);
    let files = count(steps.len(), "file");
    let names: Vec<_> = steps.iter().map(|step| format!("`{}`", step.target.path())).collect();
    Ok(Diagnostic::warning(format!("a command was killed while it wrote {files}"))
        .hint(format!("what it had begun is finished: {}", names.join(", "))))
}

/// What only this file on this disk has: a journal that came with a copied project is not taken for one of our own.
#[cfg(unix)]
fn identity(file: &File, _: &Path) -> io::Result<String> {
    use std::os::unix::fs::MetadataExt as _;
    Ok(file.metadata()?.ino().to_string())
}

#[cfg(not(unix))]
fn identity(_: &File, root: &Path) -> io::Result<String> {
    Ok(root.display().to_string())
}

/// A place at which a run may be killed: tests do.
fn checkpoint() {
    #[cfg(test)]
    super::tests::checkpoint();
}
