//! Tells again what came of a site where nothing has changed since, neither in the project nor in the site: nothing is loaded then.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::cache::{FolderStamp, Question, located, spanned};
use crate::diagnostic::{Diagnostic, Location};
use crate::load::Project;
use crate::publish::register;
use crate::publish::{Entry, PublishOptions, Published, PublishedBody, SiteSize};

/// The name under which it is kept.
const COMMAND: &str = "publish";

/// A site that is yet to be made, and the files from which it is.
pub(super) struct Kept<'a> {
    options: &'a PublishOptions<'a>,
    question: Box<Question<'a>>,
}

/// What came of a site.
#[derive(Serialize, Deserialize)]
struct Answer {
    site: FolderStamp,
    packages: Option<FolderStamp>,
    files: Vec<Entry>,
    bodies: Vec<PublishedBody>,
    size: SiteSize,
    number_of_packages: usize,
    diagnostics: Vec<Diagnostic<Location>>,
}

impl<'a> Kept<'a> {
    /// What came of the site the last time, if it would come to the same.
    pub(super) fn ask(
        project: &'a Project,
        options: &'a PublishOptions<'a>,
    ) -> Result<Published, Kept<'a>> {
        let repeated = |answer: &str| repeated(project, options, answer);
        let published = Question::ask_for(project, COMMAND, asked(options), repeated);
        published.map_err(|question| Kept { options, question })
    }

    /// Keeps what came of a site with these files, and packages.
    pub(super) fn keep(
        self,
        published: &Published,
        sums: &BTreeMap<String, String>,
        packages: Option<&BTreeMap<String, String>>,
    ) {
        let stamp = |folder: &Path, sums| FolderStamp::new(folder, sums).ok();
        let Some(site) = stamp(self.options.site, sums) else { return };
        let packages = match self.options.packages.zip(packages) {
            Some((folder, sums)) => match stamp(folder, sums) {
                Some(stamp) => Some(stamp),
                None => return,
            },
            None => None,
        };
        let answer = Answer {
            site,
            packages,
            files: published.files.clone(),
            bodies: published.bodies.clone(),
            size: published.size,
            number_of_packages: published.packages,
            diagnostics: located(&published.diagnostics),
        };
        if let Ok(answer) = serde_json::to_string(&answer) {
            self.question.keep(&answer);
        }
    }
}

/// All that a site depends on beside the project.
fn asked(options: &PublishOptions<'_>) -> String {
    let PublishOptions {
        brochures,
        site,
        base,
        drafts,
        pictures,
        bodies,
        packages,
        as_of,
        takes_over: _,
        threads: _,
    } = options;
    // Before the first run there is no folder whose links could be followed.
    let absolute = |path: &Path| std::path::absolute(path).ok();
    let (site, packages) = (absolute(site), packages.map(absolute));
    format!("{brochures:?} {site:?} {base:?} {drafts} {pictures} {bodies:?} {packages:?} {as_of}")
}

/// What an answer tells, if site and packages are as it left them.
fn repeated(project: &Project, options: &PublishOptions<'_>, answer: &str) -> Option<Published> {
    let answer: Answer = serde_json::from_str(answer).ok()?;
    let holds = answer.site.is_current(options.site)
        && match (&answer.packages, options.packages) {
            (Some(stamp), Some(folder)) => stamp.is_current(folder),
            (packages, _) => packages.is_none(),
        }
        && register::is_there(project, &answer.bodies);
    if !holds {
        return None;
    }
    Some(Published {
        files: answer.files,
        bodies: answer.bodies,
        size: answer.size,
        packages: answer.number_of_packages,
        written: Some(false),
        diagnostics: spanned(project, answer.diagnostics)?,
    })
}
