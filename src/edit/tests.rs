use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use tempfile::TempDir;

use super::{ChangeSet, EditLock, finish_interrupted};
use crate::artifact::lock::OutputLock;
use crate::diagnostic::Diagnostic;
use crate::load::Project;

/// What happens at a checkpoint, if anything does.
type Hook = Box<dyn FnMut()>;

thread_local! {
    static HOOK: RefCell<Option<Hook>> = const { RefCell::new(None) };
}

/// Called where a run may be killed, or may be overtaken by an editor.
pub(super) fn checkpoint() {
    let hook = HOOK.take();
    if let Some(mut hook) = hook {
        hook();
        HOOK.set(Some(hook));
    }
}

/// Does something at the checkpoint with this number, from 0, and says whether that came.
fn at_checkpoint<T>(
    number: usize,
    does: impl Fn() + 'static,
    run: impl FnOnce() -> T,
) -> (T, bool) {
    let (passed, came) = (std::rc::Rc::new(RefCell::new(0)), std::rc::Rc::new(RefCell::new(false)));
    let inner = (std::rc::Rc::clone(&passed), std::rc::Rc::clone(&came));
    HOOK.set(Some(Box::new(move || {
        let now = inner.0.replace_with(|passed| *passed + 1);
        if now == number {
            inner.1.replace(true);
            does();
        }
    })));
    let result = run();
    HOOK.set(None);
    let came = *came.borrow();
    (result, came)
}

/// Runs something, and kills it at the checkpoint with this number. `None` if it was killed.
fn killed_at<T>(number: usize, run: impl FnOnce() -> T) -> Option<T> {
    let kill = || resume_unwind(Box::new("killed"));
    let result = catch_unwind(AssertUnwindSafe(|| at_checkpoint(number, kill, run).0));
    HOOK.set(None);
    result.ok()
}

struct Fixture {
    folder: TempDir,
    project: Project,
}

const OLD: [(&str, &str); 3] = [
    ("brochures/note/facts.toml", "old facts"),
    ("translations/nl/note.ftl", "old text"),
    ("translations/nl/state/note.toml", "to be deleted"),
];
const NEW: [(&str, &str); 3] = [
    ("brochures/note/facts.toml", "new facts"),
    ("translations/nl/note.ftl", "new text, which is longer"),
    ("translations/uk/state/note.toml", "new state"),
];

impl Fixture {
    fn new() -> Fixture {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in OLD {
            write(folder.path(), path, text);
        }
        let project = Project::find(folder.path()).unwrap();
        Fixture { folder, project }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    /// From what is old to what is new: two files change, one is deleted, one is added in a new folder.
    fn changes(&self) -> ChangeSet<'_> {
        let mut changes = ChangeSet::new(&self.project);
        for ((path, old), (_, new)) in OLD.iter().zip(NEW).take(2) {
            changes.write(*path, Some(old.as_bytes()), new);
        }
        changes.delete(OLD[2].0, OLD[2].1.as_bytes());
        changes.write(NEW[2].0, None, NEW[2].1);
        changes
    }

    /// All files and empty folders but those of the program.
    fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        collect(self.root(), self.root(), &mut files);
        files
    }
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    let entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    // A folder that a deleted file was in stays.
    if entries.is_empty() && !folder.ends_with("nl/state") {
        files.insert(name(folder), "an empty folder".to_owned());
    }
    for path in entries {
        if path.is_dir() {
            if !path.ends_with(".feuillet") {
                collect(root, &path, files);
            }
        } else {
            files.insert(name(&path), fs::read_to_string(&path).unwrap());
        }
    }
}

fn map(files: [(&str, &str); 3]) -> BTreeMap<String, String> {
    files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn state_files(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join(".feuillet/edit")).into_iter().flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn message(result: Result<(), Diagnostic>) -> String {
    result.unwrap_err().message
}

#[test]
fn all_files_change_and_nothing_is_left_but_the_lock() {
    let fixture = Fixture::new();
    let changes = fixture.changes();
    assert_eq!(changes.paths().count(), 4);
    changes.commit().unwrap();
    assert_eq!(fixture.files(), map(NEW));
    assert_eq!(state_files(fixture.root()), [".gitignore", "lock"]);
    assert!(finish_interrupted(&fixture.project).unwrap().is_none());
}

#[test]
fn no_change_writes_nothing() {
    let fixture = Fixture::new();
    let mut changes = ChangeSet::new(&fixture.project);
    changes.write(OLD[0].0, Some(OLD[0].1.as_bytes()), OLD[0].1);
    assert!(changes.is_empty());
    changes.commit().unwrap();
    assert!(finish_interrupted(&fixture.project).unwrap().is_none());
    assert!(!fixture.root().join(".feuillet").exists());
}

#[test]
fn a_run_that_is_killed_anywhere_leaves_all_or_nothing() {
    let (mut old, mut new) = (0, 0);
    for kill in 0.. {
        let fixture = Fixture::new();
        if killed_at(kill, || fixture.changes().commit()).is_some() {
            break;
        }
        // Each file is one or the other at any time.
        for (path, text) in fixture.files() {
            let is_whole = OLD.iter().chain(&NEW).any(|known| *known == (&path, &text));
            assert!(
                is_whole || path.contains("/.feuillet-edit-") || text == "an empty folder",
                "{path}"
            );
        }
        let decided = fixture.root().join(".feuillet/edit/decided").exists();
        let told = finish_interrupted(&fixture.project).unwrap();
        assert_eq!(fixture.files(), map(if decided { NEW } else { OLD }), "{kill}");
        assert_eq!(told.is_some(), decided);
        assert_eq!(state_files(fixture.root()), [".gitignore", "lock"]);
        *(if decided { &mut new } else { &mut old }) += 1;
    }
    assert!(old >= 5 && new >= 5, "{old} {new}");
}

#[test]
fn whoever_finishes_may_be_killed_too() {
    let mut kills = 0;
    for first in 0.. {
        let fixture = Fixture::new();
        if killed_at(first, || fixture.changes().commit()).is_some() {
            break;
        }
        let decided = fixture.root().join(".feuillet/edit/decided").exists();
        for second in 0..3 {
            if killed_at(second, || finish_interrupted(&fixture.project).unwrap()).is_none() {
                kills += 1;
            }
        }
        finish_interrupted(&fixture.project).unwrap();
        assert_eq!(fixture.files(), map(if decided { NEW } else { OLD }), "{first}");
        assert_eq!(state_files(fixture.root()), [".gitignore", "lock"]);
    }
    assert!(kills >= 10, "{kills}");
}

#[test]
fn the_next_command_finishes_before_it_writes() {
    for kill in 0.. {
        let fixture = Fixture::new();
        if killed_at(kill, || fixture.changes().commit()).is_some() {
            break;
        }
        let lock = EditLock::acquire(&fixture.project).unwrap();
        let files = fixture.files();
        assert!(files == map(NEW) || files == map(OLD), "{files:?}");
        let mut changes = ChangeSet::new(&fixture.project);
        changes.write(OLD[0].0, Some(files[OLD[0].0].as_bytes()), "newest");
        changes.commit().unwrap();
        drop(lock);
        assert_eq!(fixture.files()[OLD[0].0], "newest");
    }
}

#[test]
fn what_an_editor_saves_in_between_stays() {
    let (mut overtaken, mut in_time) = (0, 0);
    for (path, _) in NEW {
        for number in 0.. {
            let fixture = Fixture::new();
            let root = fixture.root().to_owned();
            let save = move || write(&root, path, "saved by an editor");
            let (result, came) = at_checkpoint(number, save, || fixture.changes().commit());
            if !came {
                break;
            }
            let files = fixture.files();
            assert_eq!(files[path], "saved by an editor", "{path} {number}");
            let others = |files: &BTreeMap<String, String>| {
                let mut files = files.clone();
                files.remove(path);
                files
            };
            match result {
                Ok(()) => {
                    in_time += 1;
                    assert_eq!(others(&files), others(&map(NEW)), "{path} {number}");
                }
                Err(fault) => {
                    overtaken += 1;
                    assert_eq!(fault.message, format!("`{path}` was changed in the meantime"));
                    assert_eq!(others(&files), others(&map(OLD)), "{path} {number}");
                }
            }
            assert_eq!(state_files(fixture.root()), [".gitignore", "lock"]);
        }
    }
    assert!(overtaken >= 8 && in_time >= 8, "{overtaken} {in_time}");
}

#[test]
fn what_an_editor_saves_after_a_kill_stays_and_the_rest_is_put_back() {
    let mut undone = 0;
    for kill in 0.. {
        let fixture = Fixture::new();
        if killed_at(kill, || fixture.changes().commit()).is_some() {
            break;
        }
        write(fixture.root(), OLD[1].0, "edited since");
        // Also where the one who undoes is killed.
        let _ = killed_at(1, || finish_interrupted(&fixture.project));
        let told = finish_interrupted(&fixture.project).unwrap();
        let mut expected = map(OLD);
        expected.insert(OLD[1].0.to_owned(), "edited since".to_owned());
        assert_eq!(fixture.files(), expected, "{kill}");
        undone += usize::from(told.is_some_and(|told| told.message.contains("edited since")));
        assert_eq!(state_files(fixture.root()), [".gitignore", "lock"]);
    }
    assert!(undone >= 4, "{undone}");
}

#[test]
fn a_file_that_is_not_as_it_was_read_stays() {
    for (path, now) in [(OLD[0].0, "other"), (OLD[2].0, "other"), (NEW[2].0, "somebody else's")] {
        let fixture = Fixture::new();
        let changes = fixture.changes();
        write(fixture.root(), path, now);
        let before = fixture.files();
        assert_eq!(message(changes.commit()), format!("`{path}` was changed in the meantime"));
        assert_eq!(fixture.files(), before);
    }
    let fixture = Fixture::new();
    let changes = fixture.changes();
    fs::remove_file(fixture.root().join(OLD[1].0)).unwrap();
    assert!(message(changes.commit()).contains("was changed"));
}

#[test]
fn commands_at_once_take_turns() {
    let fixture = Fixture::new();
    let count = || -> u32 {
        fs::read_to_string(fixture.root().join("count")).map_or(0, |text| text.parse().unwrap())
    };
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..25 {
                    let _lock = EditLock::acquire(&fixture.project).unwrap();
                    let before = fs::read(fixture.root().join("count")).ok();
                    let mut changes = ChangeSet::new(&fixture.project);
                    changes.write("count", before.as_deref(), (count() + 1).to_string());
                    changes.commit().unwrap();
                }
            });
        }
    });
    assert_eq!(count(), 100);
}

#[test]
fn whoever_did_not_lock_before_reading_writes_over_nobody() {
    let fixture = Fixture::new();
    let [mut one, mut two] = [(); 2].map(|()| ChangeSet::new(&fixture.project));
    one.write(OLD[0].0, Some(b"old facts"), "one");
    two.write(OLD[0].0, Some(b"old facts"), "two");
    one.commit().unwrap();
    assert!(message(two.commit()).contains("was changed in the meantime"));
    assert_eq!(fixture.files()[OLD[0].0], "one");
}

#[test]
fn nothing_is_written_outside() {
    let fixture = Fixture::new();
    let before = fixture.files();
    for path in ["../note", "/tmp/feuillet-note", "", ".", "a\\..\\b", "brochures/../../note"] {
        let mut changes = fixture.changes();
        changes.write(path, None, "x");
        assert!(message(changes.commit()).contains("is not in the project"), "{path}");
        assert_eq!(fixture.files(), before);
    }
    for path in ["brochures", "brochures/note"] {
        let mut changes = fixture.changes();
        changes.write(path, None, "x");
        assert!(message(changes.commit()).contains("it is not a file"), "{path}");
        assert_eq!(fixture.files(), before);
    }
    let mut changes = fixture.changes();
    changes.write("brochures/note/facts.toml/x", None, "x");
    changes.commit().unwrap_err();
    assert_eq!(fixture.files(), before);
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_project() {
    use std::os::unix::fs::symlink;
    let fixture = Fixture::new();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("a"), "outside").unwrap();
    let at = |path: &str| fixture.root().join(path);
    symlink("note/facts.toml", at("brochures/link")).unwrap();
    symlink(outside.path().join("a"), at("brochures/out")).unwrap();
    symlink(outside.path(), at("brochures/folder")).unwrap();
    symlink("nowhere", at("brochures/dangling")).unwrap();
    symlink("round", at("brochures/round")).unwrap();
    let mut changes = ChangeSet::new(&fixture.project);
    changes.write("brochures/link", Some(b"old facts"), "by the link");
    changes.commit().unwrap();
    assert!(at("brochures/link").is_symlink());
    assert_eq!(fs::read_to_string(at(OLD[0].0)).unwrap(), "by the link");
    for (path, before) in [
        ("brochures/out", Some("outside")),
        ("brochures/folder/a", Some("outside")),
        ("brochures/folder/b", None),
        ("brochures/folder/b/c", None),
        ("brochures/dangling", None),
        ("brochures/round", None),
    ] {
        let mut changes = ChangeSet::new(&fixture.project);
        changes.write(path, before.map(str::as_bytes), "x");
        changes.commit().unwrap_err();
    }
    assert_eq!(fs::read_to_string(outside.path().join("a")).unwrap(), "outside");
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
    assert!(!at("brochures/nowhere").exists());
}

#[cfg(unix)]
#[test]
fn permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let fixture = Fixture::new();
    let facts = fixture.root().join(OLD[0].0);
    fs::set_permissions(&facts, fs::Permissions::from_mode(0o640)).unwrap();
    fixture.changes().commit().unwrap();
    assert_eq!(fs::metadata(&facts).unwrap().permissions().mode() & 0o777, 0o640);

    let fixture = Fixture::new();
    let facts = fixture.root().join(OLD[0].0);
    fs::set_permissions(&facts, fs::Permissions::from_mode(0o444)).unwrap();
    assert!(message(fixture.changes().commit()).contains("it is read-only"));
    assert_eq!(fixture.files(), map(OLD));
}

#[test]
fn a_journal_from_elsewhere_is_not_followed() {
    let fixture = Fixture::new();
    let there = (0..).find(|kill| {
        let fixture = Fixture::new();
        killed_at(*kill, || fixture.changes().commit());
        fixture.root().join(".feuillet/edit/decided").exists()
    });
    assert!(killed_at(there.unwrap(), || fixture.changes().commit()).is_none());
    let decided = fixture.root().join(".feuillet/edit/decided");
    let (whole, before) = (fs::read(&decided).unwrap(), fixture.files());
    // Another file with the same content, and the same file cut off or changed.
    let copy = fixture.root().join(".feuillet/edit/copy");
    fs::write(&copy, &whole).unwrap();
    fs::rename(&decided, fixture.root().join(".feuillet/edit/aside")).unwrap();
    #[cfg(unix)]
    {
        fs::rename(&copy, &decided).unwrap();
        assert!(finish_interrupted(&fixture.project).is_err());
        assert!(EditLock::acquire(&fixture.project).is_err());
    }
    fs::rename(fixture.root().join(".feuillet/edit/aside"), &decided).unwrap();
    for length in 0..whole.len() {
        fs::write(&decided, &whole[..length]).unwrap();
        assert!(finish_interrupted(&fixture.project).is_err(), "{length}");
    }
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    fs::write(&decided, changed).unwrap();
    assert!(finish_interrupted(&fixture.project).is_err());
    assert_eq!(fixture.files(), before);
    fs::write(&decided, &whole).unwrap();
    assert!(finish_interrupted(&fixture.project).unwrap().is_some());
    assert_eq!(fixture.files(), map(NEW));
}

#[test]
fn a_build_may_have_its_folder_in_the_same_place() {
    let fixture = Fixture::new();
    let build = OutputLock::acquire(fixture.root(), || ()).unwrap();
    fixture.changes().commit().unwrap();
    build.remove();
    assert_eq!(fixture.files(), map(NEW));
    assert_eq!(state_files(fixture.root()), [".gitignore", "lock"]);
}
