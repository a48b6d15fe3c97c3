use std::fs;
use std::path::Path;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use tempfile::TempDir;
use time::macros::date;

use crate::diagnostic::Report;
use crate::exchange::export::version;
use crate::exchange::import::{TypedText, normal};
use crate::load::Project;
use crate::preview::wire::Sequence;
use crate::preview::writer::{Done, SavedText, Task, Work};
use crate::typeset::Fonts;
use crate::watch::Snapshot;

const CATALOGUE: &str = "translations/nl/note.ftl";

/// A copy of the small project.
fn project() -> (TempDir, Project) {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            let (from, to) = (entry.path(), to.join(entry.file_name()));
            if from.is_dir() {
                copy(&from, &to);
            } else {
                fs::copy(&from, &to).unwrap();
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small"), folder.path());
    let project = Project::find(folder.path()).unwrap();
    (folder, project)
}

/// The text of a message of one line.
fn text(catalogue: &str, id: &str) -> String {
    let line = catalogue.lines().find_map(|line| line.strip_prefix(&format!("{id} = ")));
    line.unwrap().to_owned()
}

/// Lets the thread work off what waits for it, with a look at what it tells.
fn work(project: &Project, tasks: Vec<Task>, look: impl Fn(&Done) + Send + 'static) -> Vec<Done> {
    let told = Arc::new(Mutex::new(Vec::new()));
    let hears = Arc::clone(&told);
    let mut files = Snapshot::default();
    files.update(Snapshot::take(project.root(), "note"));
    let work = Work {
        project: project.clone(),
        brochure: "note".to_owned(),
        files,
        latest: None,
        is_behind: false,
        fonts: Arc::new(Fonts::load(&project.fonts(), &Report::new())),
        today: || date!(2026 - 11 - 29),
        tell: Box::new(move |done| {
            look(&done);
            hears.lock().unwrap().push(done);
        }),
    };
    let (sender, received) = channel();
    tasks.into_iter().for_each(|task| sender.send(task).unwrap());
    drop(sender);
    work.run(&received);
    let mut told = told.lock().unwrap();
    std::mem::take(&mut *told)
}

fn save(catalogue: &str, id: &str, to: &str, seq: Sequence) -> Task {
    let typed = TypedText { unit: id.to_owned(), text: to.to_owned() };
    let base = version(&normal(&text(catalogue, id)));
    Task::Save {
        client: 1,
        language: "nl".parse().unwrap(),
        message: id.parse().unwrap(),
        texts: vec![SavedText { typed, base, seq }],
        by: None,
    }
}

#[test]
fn texts_that_wait_together_are_saved_each_and_read_back_once() {
    let (folder, project) = project();
    let catalogue = fs::read_to_string(folder.path().join(CATALOGUE)).unwrap();
    let ids = ["document-title", "cover-title", "cover-text", "shop-title", "shop-bring"];
    let tasks = ids
        .iter()
        .enumerate()
        .map(|(index, id)| save(&catalogue, id, &format!("Tekst {id}."), index as Sequence));
    let told = work(&project, tasks.collect(), |_| {});
    let is_loaded = |done: &Done| matches!(done, Done::Loaded(_));
    assert!(
        is_loaded(&told[0]),
        "the pages have the texts before anybody is told that they are saved"
    );
    assert_eq!(told.iter().filter(|done| is_loaded(done)).count(), 1);
    let saved = told.iter().filter(|done| matches!(done, Done::Saved { .. }));
    assert_eq!(saved.count(), ids.len());
    let after = fs::read_to_string(folder.path().join(CATALOGUE)).unwrap();
    for id in ids {
        assert_eq!(text(&after, id), format!("Tekst {id}."));
    }
}

#[test]
fn what_an_editor_saves_between_two_texts_stays() {
    let (folder, project) = project();
    let path = folder.path().join(CATALOGUE);
    let catalogue = fs::read_to_string(&path).unwrap();
    let bring = text(&catalogue, "shop-bring");
    // The editor saves once the first text is refused, before the second is looked at.
    let editor = path.clone();
    let tasks = vec![
        save(&catalogue, "cover-title", "Een titel.", 1),
        save(&catalogue.replace(&bring, "Iets anders"), "shop-bring", "Van mij.", 2),
        save(&catalogue, "shop-pay", "Betaal niets.", 3),
    ];
    let told = work(&project, tasks, move |done| {
        if matches!(done, Done::Conflict { .. }) {
            let now = fs::read_to_string(&editor).unwrap();
            fs::write(&editor, now.replace(&bring, "Van een ander.")).unwrap();
        }
    });
    let conflicts = told.iter().filter(|done| matches!(done, Done::Conflict { .. }));
    assert_eq!(conflicts.count(), 1);
    let after = fs::read_to_string(&path).unwrap();
    let texts = ["cover-title", "shop-bring", "shop-pay"].map(|id| text(&after, id));
    assert_eq!(texts, ["Een titel.", "Van een ander.", "Betaal niets."]);
}
