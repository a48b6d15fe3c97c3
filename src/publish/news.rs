//! Tells what a run has done to files of earlier ones, and why: once.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, count};
use crate::publish::truths::Why;

/// How many reasons are named.
const MOST: usize = 5;

/// What a run has done to files of earlier ones.
#[derive(Default)]
pub(super) struct News {
    /// Files that were withdrawn: their paths and versions.
    pub(super) withdrawn: BTreeSet<(String, String)>,
    /// Drafts that say what is no longer true, by path: they are gone.
    pub(super) drafts: BTreeSet<String>,
    /// Why both are.
    pub(super) whys: BTreeSet<Why>,
    /// Files that nobody can tell to be true, by path: they stay.
    pub(super) doubtful: BTreeSet<String>,
    /// Files of a release that was published before with other bytes, by path.
    pub(super) republished: BTreeSet<String>,
    /// Files that somebody changed on the site, by path: they are gone.
    pub(super) damaged: BTreeSet<String>,
}

impl News {
    /// Whether something is not true any more.
    pub(super) fn withdraws(&self) -> bool {
        !self.withdrawn.is_empty() || !self.drafts.is_empty()
    }

    /// Adds what was done to the site at an address.
    pub(super) fn extend(&mut self, other: News, address: &str) {
        let below = |path: String| match address {
            "" => path,
            _ => format!("{address}/{path}"),
        };
        let withdrawn = other.withdrawn.into_iter();
        self.withdrawn.extend(withdrawn.map(|(path, version)| (below(path), version)));
        self.drafts.extend(other.drafts.into_iter().map(below));
        self.whys.extend(other.whys);
        self.doubtful.extend(other.doubtful.into_iter().map(below));
        self.republished.extend(other.republished.into_iter().map(below));
        self.damaged.extend(other.damaged.into_iter().map(below));
    }

    /// Says it, in a line for each kind.
    pub(super) fn told(&self) -> Vec<Diagnostic> {
        let mut told = Vec::new();
        if let Some((path, version)) = self.withdrawn.first() {
            let number = self.withdrawn.len();
            let diagnostic = Diagnostic::warning(format!(
                "withdrawn: `{path}` of version {version}{}; a notice stands in {} place",
                more(number),
                if number == 1 { "its" } else { "their" }
            ));
            told.push(with_reasons(diagnostic, &self.whys));
        }
        if let Some(path) = self.drafts.first() {
            let number = self.drafts.len();
            let (are, noun) = match number {
                1 => ("is", "a draft that says"),
                _ => ("are", "drafts that say"),
            };
            let more = more(number);
            let diagnostic = Diagnostic::warning(format!(
                "`{path}`{more} {are} gone: {noun} what is no longer true"
            ));
            told.push(with_reasons(diagnostic, &self.whys));
        }
        if let Some(path) = self.doubtful.first() {
            let number = self.doubtful.len();
            told.push(
                Diagnostic::error(format!(
                    "`{path}`{} {} online, and nobody can tell whether what {} still true",
                    more(number),
                    if number == 1 { "stays" } else { "stay" },
                    if number == 1 { "it says is" } else { "they say is" }
                ))
                .hint("the facts that they show can't be read: see `feuillet check`, then publish again"),
            );
        }
        if let Some(path) = self.republished.first() {
            let number = self.republished.len();
            let verb = if number == 1 { "was" } else { "were" };
            told.push(
                Diagnostic::warning(format!(
                    "`{path}`{} {verb} published before with other bytes",
                    more(number)
                ))
                .hint("what is changed after a release belongs into a new one: `feuillet release`"),
            );
        }
        if let Some(path) = self.damaged.first() {
            let number = self.damaged.len();
            let verb = if number == 1 { "is" } else { "are" };
            told.push(
                Diagnostic::warning(format!(
                    "`{path}`{} {verb} no longer what was published",
                    more(number)
                ))
                .hint("nothing is there now: publish the release again that it belongs to"),
            );
        }
        told
    }

    /// Says that what is withdrawn could not be: it is still online.
    pub(super) fn still_online(&self) -> Diagnostic {
        let paths = self.withdrawn.iter().map(|(path, _)| path).chain(&self.drafts);
        let paths: Vec<String> = paths.map(|path| format!("`{path}`")).collect();
        let number = paths.len();
        let diagnostic = Diagnostic::error(format!(
            "STILL ONLINE: {} that {} what is no longer true: {}",
            count(number, "file"),
            if number == 1 { "says" } else { "say" },
            paths.join(", ")
        ));
        with_reasons(diagnostic, &self.whys).hint(
            "mend the errors above and publish again, or delete these files from the site now",
        )
    }
}

fn more(number: usize) -> String {
    match number {
        0 | 1 => String::new(),
        _ => format!(" and {} more", count(number - 1, "file")),
    }
}

/// Adds why files are withdrawn, and what to do next.
fn with_reasons(mut diagnostic: Diagnostic, whys: &BTreeSet<Why>) -> Diagnostic {
    // What a telephone dials follows from the number that is printed.
    let is_printed = |fact: &String| {
        let mut others = whys.iter();
        others.any(|why| matches!(why, Why::Changed { fact: other, part, .. } if other == fact && part == "phone"))
    };
    let whys: Vec<&Why> = whys
        .iter()
        .filter(|why| {
            !matches!(why, Why::Changed { fact, part, .. } if part == "dialled" && is_printed(fact))
        })
        .collect();
    for why in whys.iter().take(MOST) {
        diagnostic = diagnostic.hint(reason(why));
    }
    if whys.len() > MOST {
        diagnostic = diagnostic.hint(format!("and {} more", count(whys.len() - MOST, "reason")));
    }
    let changed = whys.iter().find_map(|why| match why {
        Why::Changed { fact, .. } => Some(fact),
        _ => None,
    });
    if let Some(fact) = changed {
        diagnostic = diagnostic.hint(format!(
            "next: `feuillet facts verify {fact} --by WHO`, sign what `feuillet translations status` lists, `feuillet release VERSION`, and publish again; `feuillet recall {fact}` finds printed copies"
        ));
    }
    diagnostic
}

fn reason(why: &Why) -> String {
    let quoted = |text: &Option<String>, none: &str| {
        text.as_ref().map_or_else(|| none.to_owned(), |text| format!("`{text}`"))
    };
    match why {
        Why::Changed { fact, part, was: None, now } => {
            format!("the fact `{fact}` has changed: {part} is {} now", quoted(now, "gone"))
        }
        Why::Changed { fact, part, was, now } => format!(
            "the fact `{fact}` has changed: {part} {} -> {}",
            quoted(was, ""),
            quoted(now, "nothing")
        ),
        Why::Overdue { fact, review_by, body } => {
            let of = body.as_ref().map_or_else(String::new, |key| format!(" --body {key}"));
            format!(
                "the fact `{fact}` was to be reviewed by {review_by}: ask its source, then `feuillet facts verify {fact}{of} --by WHO`"
            )
        }
        Why::Unknown => "a fact is gone that they show".to_owned(),
        Why::Version(version) => format!("`[publish]` withdraws version {version}"),
        Why::NoBrochure(name) => format!("the project has no brochure any more that was `{name}`"),
        Why::NoBody => "the project has no such body any more".to_owned(),
    }
}
