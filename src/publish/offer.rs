//! Lists the language editions that a site offers: those that are approved, or drafts where they are asked for.

use time::Date;

use crate::artifact::Artifact;
use crate::diagnostic::{Report, Reported};
use crate::driver::{Job, LoadedBrochure, editions_for_bodies};
use crate::load::{Body, Edition, EditionId, Layout, Profile};
use crate::publish::entry::{Entry, Kind, Purpose, State, current, of_version};
use crate::publish::held_back::HeldBack;
use crate::publish::said;
use crate::publish::site_file::SiteFile;
use crate::publish::truths::mark;
use crate::publish::words::{AllWords, Words};
use crate::publish::work::Work;
use crate::resolve::{Manuscript, resolve_for};
use crate::review::EditionState;

/// A language edition of this release.
pub(super) struct Offer<'a> {
    /// The edition.
    pub(super) job: Job<'a>,
    /// Its texts as they are read on a screen.
    pub(super) manuscript: Manuscript,
    /// What the site calls its brochure.
    pub(super) title: String,
    date: Date,
}

/// The language editions of a brochure that a site offers; what it does not offer is `held` back.
///
/// # Errors
///
/// Fails if an edition can't be resolved.
pub(super) fn offers<'a>(
    work: &Work<'a>,
    loaded: &'a LoadedBrochure,
    words: &AllWords<'a>,
    held: &mut HeldBack,
) -> Result<Vec<Offer<'a>>, Reported> {
    let brochure = &loaded.publication.brochure;
    let chosen = &work.options().bodies;
    let editions: Vec<&Edition> = match (work.body(), chosen) {
        (None, _) => brochure.editions.iter().collect(),
        (Some(_), Some(chosen)) => editions_for_bodies(brochure, &chosen.editions).collect(),
        (Some(_), None) => Vec::new(),
    };
    let mut offers = Vec::new();
    for edition in editions {
        for language in brochure.languages_of(edition) {
            let tag = &language.value;
            let Some((own_words, state)) = words.get(tag) else { continue };
            let id = EditionId::new(&brochure.id, &edition.id.value, tag);
            let id = id.with_overlay(work.body().map(Body::key));
            let manuscript = manuscript(loaded, &id)?;
            let is_approved = manuscript.state == EditionState::Approved;
            if !work.options().drafts && is_approved && *state == State::Draft {
                held.words.insert(tag.clone());
                continue;
            }
            if !is_approved && !work.options().drafts {
                held.draft(&brochure.id, &edition.id.value, tag, &manuscript.state);
                continue;
            }
            // A draft is marked as one; what is approved is taken at its word.
            let overdue =
                work.scope.truths.overdue(&said::shown(&manuscript, work.body()), &brochure.id);
            if is_approved && !overdue.is_empty() {
                held.overdue(&brochure.id, &edition.id.value, tag, overdue);
                continue;
            }
            let profiles = vec![Profile::Screen];
            let job = Job { brochure: loaded, edition, id, profiles, marks: false };
            let title = title(loaded, &job, own_words);
            let date = brochure.release.date;
            offers.push(Offer { job, manuscript, title, date });
        }
    }
    Ok(offers)
}

/// The texts of an edition as people read them on a screen.
fn manuscript(loaded: &LoadedBrochure, id: &EditionId) -> Result<Manuscript, Reported> {
    // What there is to tell of the texts was told by the build.
    let own = Report::new();
    let screen = Some(Profile::Screen);
    resolve_for(&loaded.publication, &loaded.states, id, screen, &own)
}

/// What the site calls a brochure: neutral, unless it is an open one.
fn title(loaded: &LoadedBrochure, job: &Job<'_>, words: &Words<'_>) -> String {
    let brochure = &loaded.publication.brochure;
    let mut sections = brochure.sections_of(&job.edition.id.value, job.language());
    let cover = sections.find(|section| section.layout == Layout::Cover);
    let open = cover.and_then(|cover| cover.title.as_ref()).filter(|_| brochure.publish.is_open);
    words.get(&open.unwrap_or(&brochure.title).value).plain()
}

impl Offer<'_> {
    /// Whether small pictures show the title of the brochure.
    pub(super) fn is_open(&self) -> bool {
        self.job.publication().brochure.publish.is_open
    }

    /// Whether it is a draft.
    pub(super) fn is_draft(&self) -> bool {
        self.manuscript.state != EditionState::Approved
    }

    /// Whether a PDF is one of its files.
    pub(super) fn has(&self, artifact: &Artifact) -> bool {
        artifact.id == self.job.id && self.job.edition.profiles.contains(&artifact.profile)
    }

    /// A file of the offer.
    pub(super) fn entry(
        &self,
        work: &Work<'_>,
        purpose: Purpose,
        name: &str,
        file: &SiteFile,
        state: State,
    ) -> Entry {
        let brochure = &self.job.publication().brochure;
        let language = self.job.language().clone();
        let version = brochure.release.version.value.clone();
        Entry {
            brochure: mark(&brochure.id),
            name: brochure.public_name.value.clone(),
            title: self.title.clone(),
            edition: self.job.edition.id.value.clone(),
            kind: Kind::of(self.job.edition),
            purpose,
            date: self.date.to_string(),
            state,
            path: format!("{}/{name}", current(&language)),
            version_path: format!("{}/{name}", of_version(&version, &language)),
            sha256: file.sha256().to_owned(),
            bytes: file.size(),
            pages: None,
            picture: None,
            says: said::shown(&self.manuscript, work.body()),
            language,
            version,
        }
    }
}
