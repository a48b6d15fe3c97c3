//! Lets two folders change places, so that whoever looks finds the old one or the new one, each whole.

use std::fs;
use std::io;
use std::path::Path;

/// Puts `fresh` in the place of `folder`, and deletes what stood there. `aside` is a place for it meanwhile, beside both.
///
/// On Linux the two names are exchanged in one step. Where the file system can't do that, and on other systems, one rename
/// follows another: a run that is killed between them leaves the old folder at `aside`, and nothing at `folder`.
///
/// # Errors
///
/// Fails if the names can't be changed; then `folder` is what it was.
pub(super) fn replace(fresh: &Path, folder: &Path, aside: &Path) -> io::Result<()> {
    if !folder.exists() {
        return fs::rename(fresh, folder);
    }
    match exchange(fresh, folder) {
        // The old one has the name of the new one now.
        Ok(()) => remove(fresh),
        Err(_) => replace_in_two_steps(fresh, folder, aside),
    }
}

fn replace_in_two_steps(fresh: &Path, folder: &Path, aside: &Path) -> io::Result<()> {
    remove(aside)?;
    fs::rename(folder, aside)?;
    if let Err(error) = fs::rename(fresh, folder) {
        // Without the new one, the old one is better than none.
        let _ = fs::rename(aside, folder);
        return Err(error);
    }
    remove(aside)
}

/// Exchanges two names in one step (`renameat2` of Linux, since version 3.15).
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Deletes a folder; one that is not there is no fault.
///
/// # Errors
///
/// Fails if it is there, and can't be deleted.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{exchange, replace, replace_in_two_steps};

    #[test]
    fn a_folder_takes_the_place_of_another_one() {
        for swap in [replace, replace_in_two_steps] {
            let around = tempfile::tempdir().unwrap();
            let [fresh, folder, aside] =
                ["fresh", "folder", "aside"].map(|name| around.path().join(name));
            for (path, text) in [(&fresh, "new"), (&folder, "old"), (&aside, "older")] {
                fs::create_dir(path).unwrap();
                fs::write(path.join("a"), text).unwrap();
            }
            fs::remove_dir_all(&aside).unwrap();
            swap(&fresh, &folder, &aside).unwrap();
            assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "new");
            assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
        }
    }

    /// The one step must be taken where tests run: else they would only ever see the two.
    #[test]
    #[cfg(target_os = "linux")]
    fn names_are_exchanged_in_one_step() {
        let around = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| around.path().join(name));
        fs::create_dir(&one).unwrap();
        fs::create_dir(&other).unwrap();
        fs::write(one.join("a"), "one").unwrap();
        exchange(&one, &other).unwrap();
        assert!(other.join("a").exists() && one.exists() && !one.join("a").exists());
    }
}
