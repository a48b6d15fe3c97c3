//! Keeps what must outlive the server and belongs in no repository: tokens, invitations, texts that nobody has saved.

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::artifact::files::{sha256, write_file};
use crate::diagnostic::Diagnostic;
use crate::load::Project;

/// The folder of one project, which no other person of the computer can read.
#[derive(Debug, Clone)]
pub(super) struct StateFolder {
    path: PathBuf,
}

/// The right to change a file that several commands change. It ends with this value.
pub(super) struct StateLock {
    _file: File,
}

impl StateFolder {
    /// The folder of a project: `$XDG_STATE_HOME/feuillet/preview/<project>`, by default in `~/.local/state`.
    ///
    /// # Errors
    ///
    /// Fails if there is no place for it, or it can't be made.
    pub(super) fn of(project: &Project) -> Result<StateFolder, Diagnostic> {
        let root = project.root();
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let id = &sha256(root.to_string_lossy().as_bytes())[..16];
        let base = base().ok_or_else(|| {
            Diagnostic::error("there is no folder for what the preview keeps")
                .hint("set `XDG_STATE_HOME` to a folder outside the project")
        })?;
        let path = base.join("feuillet").join("preview").join(id);
        let folder = StateFolder { path };
        folder.make().map_err(|error| folder.fault(&error))?;
        Ok(folder)
    }

    fn make(&self) -> io::Result<()> {
        fs::create_dir_all(&self.path)?;
        only_for_owner(&self.path, 0o700)
    }

    /// A file in it.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// What a file holds; `None` if it is not there.
    pub(super) fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.file(name)).ok()
    }

    /// Writes a file whole.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written.
    pub(super) fn write(&self, name: &str, text: &str) -> Result<(), Diagnostic> {
        let path = self.file(name);
        let written = write_file(&path, text.as_bytes());
        written.and_then(|()| only_for_owner(&path, 0o600)).map_err(|error| self.fault(&error))
    }

    /// Opens a file to which lines are added.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written.
    pub(super) fn append(&self, name: &str) -> Result<File, Diagnostic> {
        let path = self.file(name);
        let opened = OpenOptions::new().create(true).append(true).open(&path);
        let file = opened.map_err(|error| self.fault(&error))?;
        only_for_owner(&path, 0o600).map_err(|error| self.fault(&error))?;
        Ok(file)
    }

    /// Takes the lock of a file, and waits if another command has it.
    ///
    /// # Errors
    ///
    /// Fails if it can't be taken.
    pub(super) fn lock(&self, name: &str) -> Result<StateLock, Diagnostic> {
        let file = self.append(&format!("{name}.lock"))?;
        file.lock().map_err(|error| self.fault(&error))?;
        Ok(StateLock { _file: file })
    }

    fn fault(&self, error: &io::Error) -> Diagnostic {
        Diagnostic::error(format!("can't write in `{}`: {error}", self.path.display()))
            .hint("set `XDG_STATE_HOME` to a folder that you may write in, outside the project")
    }
}

/// Adds whole lines, and makes sure that the system has them.
///
/// # Errors
///
/// Fails if they can't be written.
pub(super) fn add_lines(file: &mut File, lines: &str) -> io::Result<()> {
    file.write_all(lines.as_bytes())?;
    file.flush()
}

/// The folder of the person for what programs keep.
fn base() -> Option<PathBuf> {
    let folder =
        |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || folder("HOME").map(|home| home.join(".local").join("state"));
    folder("XDG_STATE_HOME").or_else(home).or_else(|| folder("LOCALAPPDATA"))
}

#[cfg(unix)]
fn only_for_owner(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn only_for_owner(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}
