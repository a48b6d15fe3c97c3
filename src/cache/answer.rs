//! Keeps what a command found out of a whole project, and tells it again where no file has changed: nothing is loaded then.
//!
//! It lies in the folder `.feuillet/answers` of the project, and can be deleted at any time.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::artifact::STATE_FOLDER;
use crate::artifact::files::{FileTime, modified, write_file};
use crate::cache::inputs::Inputs;
use crate::cache::replay::{Program, Texts};
use crate::cache::stamp::Freshness;
use crate::diagnostic::{Diagnostic, Location};
use crate::load::Project;

/// The folder of the answers, below [`STATE_FOLDER`].
const FOLDER: &str = "answers";

/// A question about a project, and the files as they were when it was asked.
pub(crate) struct Question<'a> {
    project: &'a Project,
    /// What is asked, with all that the answer depends on besides the files.
    question: String,
    /// The file that keeps the answer.
    file: PathBuf,
    /// What it is found from, and the moment of the look at it; `None` where nothing can be written.
    sources: Option<(Program, Inputs, FileTime)>,
}

/// What an answer was found from: the first line of its file. What follows is the answer, as it was given.
#[derive(Serialize, Deserialize)]
struct Sources {
    program: Program,
    inputs: Inputs,
    question: String,
}

impl<'a> Question<'a> {
    /// Asks a question of a command: the answer of an earlier run where nothing has changed since, or the question, which
    /// [`keep`](Question::keep)s the answer once it is found.
    pub(crate) fn ask(
        project: &'a Project,
        command: &str,
        question: String,
    ) -> Result<String, Box<Question<'a>>> {
        Question::ask_for(project, command, question, |answer| Some(answer.to_owned()))
    }

    /// Asks a question whose answer is about more than the project: `read` gives what an answer tells, or `None` if it does not
    /// hold any more.
    pub(crate) fn ask_for<T>(
        project: &'a Project,
        command: &str,
        question: String,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Box<Question<'a>>> {
        let folder = project.root().join(STATE_FOLDER).join(FOLDER);
        let file = folder.join(format!("{command}.json"));
        let kept = fs::read_to_string(&file).unwrap_or_default();
        let (sources, answer) = kept.split_once('\n').unwrap_or_default();
        let kept = serde_json::from_str::<Sources>(sources).ok();
        if let Some(kept) = &kept
            && kept.question == question
            && kept.program.is_untouched()
            && kept.inputs.check(project.root()) != Freshness::Different
            && let Some(answer) = read(answer)
        {
            return Ok(answer);
        }
        let earlier = kept.map(|kept| kept.inputs);
        let sources = sources_now(project, &folder, earlier);
        Err(Box::new(Question { project, question, file, sources }))
    }

    /// Reads the files that have just been written, or are new: only what they hold tells whether they are the same later. It can
    /// be done while the answer is found; else [`keep`](Question::keep) does it.
    pub(crate) fn read_files(&mut self) {
        if let Some((_, inputs, now)) = &mut self.sources {
            inputs.complete(self.project.root(), *now);
        }
    }

    /// Keeps the answer, unless a file was saved while it was found.
    pub(crate) fn keep(mut self, answer: &str) {
        self.read_files();
        let Some((program, inputs, _)) = self.sources else { return };
        if !inputs.are_untouched(self.project.root()) {
            return;
        }
        let sources = Sources { program, inputs, question: self.question };
        if let Ok(sources) = serde_json::to_string(&sources) {
            // Where nothing can be written, it is found out again each time.
            let _ = write_file(&self.file, format!("{sources}\n{answer}").as_bytes());
        }
    }
}

/// Diagnostics with their places by line and column, as an answer keeps them.
pub(crate) fn located(diagnostics: &[Diagnostic]) -> Vec<Diagnostic<Location>> {
    let located = |found: &Diagnostic| found.clone().map_span(|span| Some(Location::from(&span)));
    diagnostics.iter().filter_map(located).collect()
}

/// The same with their places in the files of a project; `None` if one is not there any more.
pub(crate) fn spanned(
    project: &Project,
    diagnostics: Vec<Diagnostic<Location>>,
) -> Option<Vec<Diagnostic>> {
    let mut texts = Texts::new(project);
    let spanned = diagnostics.into_iter();
    spanned.map(|found| found.map_span(|location| texts.span(&location))).collect()
}

/// The program and the files as they are now, and when that is.
fn sources_now(
    project: &Project,
    folder: &Path,
    earlier: Option<Inputs>,
) -> Option<(Program, Inputs, FileTime)> {
    fs::create_dir_all(folder).ok()?;
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        // Git is to see nothing of it.
        fs::write(ignore, "*\n").ok()?;
    }
    // The moment by the clock of the file system.
    let mark = tempfile::NamedTempFile::new_in(folder).ok()?;
    let now = modified(&mark.as_file().metadata().ok()?);
    let program = Program::unread(now)?;
    Some((program, Inputs::look(project.root(), &earlier.unwrap_or_default()), now))
}
