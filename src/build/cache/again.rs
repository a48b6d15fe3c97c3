//! A project in which nothing changed in; the outcome of the last run out, told again without loading anything.

use std::path::Path;

use crate::build::cache::Cache;
use crate::build::cache::seen::{Inputs, Look};
use crate::build::cache::stored::Texts;
use crate::build::turn::{FOLDER, MARK, Turn};
use crate::build::{Choice, Outcome};
use crate::load::Project;

/// The name of a choice among those that are remembered. Messages may show the folder as it was given.
pub(in crate::build) fn name(project: &Project, choice: &Choice) -> String {
    format!("{} {choice:?}", project.root().display())
}

/// The outcome of the last run with this choice, if another run would come to the same and every file is there. `None` too
/// if a run goes on, or was killed.
pub(in crate::build) fn outcome(
    project: &Project,
    choice: &Choice,
    output: &Path,
) -> Option<Outcome> {
    if output.join(FOLDER).join(MARK).exists() {
        return None;
    }
    let cache = Cache::read(output);
    let (outcome, look) = tell(&cache, project, choice, output)?;
    if look == Look::SameAsRead {
        // Where nothing can be written, files in doubt are read each time.
        let _ = assure(project, choice, output);
    }
    Some(outcome)
}

/// The outcome, and whether files had to be read to be sure of it.
pub(in crate::build) fn tell(
    cache: &Cache,
    project: &Project,
    choice: &Choice,
    output: &Path,
) -> Option<(Outcome, Look)> {
    let remembered = cache.remembered.get(&name(project, choice))?;
    let program = cache.program.as_ref()?;
    let same_program = std::env::current_exe().is_ok_and(|path| path == program.path);
    let mut look = if same_program { program.seen.look(&program.path) } else { Look::Different };
    for path in &remembered.files {
        let seen = cache.outputs.get(path)?;
        look = look.max(seen.look(&output.join(path)));
    }
    if look != Look::Different {
        look = look.max(cache.inputs.look(project.root()));
    }
    if look == Look::Different {
        return None;
    }
    Some((remembered.restore(&Texts::new(project))?, look))
}

/// Notes files anew of which it was in doubt whether they are still the same, so that the next run need not read them.
fn assure(project: &Project, choice: &Choice, output: &Path) -> std::io::Result<()> {
    let Some(turn) = Turn::take_if_free(output)? else { return Ok(()) };
    let now = turn.moment()?;
    let mut cache = Cache::read(output);
    if tell(&cache, project, choice, output).is_none() {
        return Ok(());
    }
    let inputs = Inputs::scan(project.root(), &cache.inputs, now);
    if inputs.digest() != cache.inputs.digest() {
        return Ok(());
    }
    cache.inputs = inputs;
    for (path, seen) in &mut cache.outputs {
        if let Ok(again) = seen.again(&output.join(path), now)
            && again.sha256 == seen.sha256
        {
            *seen = again;
        }
    }
    if let Some(program) = &mut cache.program {
        program.seen = program.seen.again(&program.path, now)?;
    }
    cache.write(output)
}
