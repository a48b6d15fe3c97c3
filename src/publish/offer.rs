//! Lists the language editions that a site offers: those that are approved, or drafts where they are asked for.

use time::Date;

use crate::artifact::Artifact;
use crate::diagnostic::{Report, Reported};
use crate::driver::{Job, LoadedBrochure, editions_for_bodies};
use crate::language::Tag;
use crate::load::{Body, Edition, EditionId, Layout, Profile};
use crate::publish::entry::{Entry, Kind, Purpose, State, current, of_version};
use crate::publish::held_back::HeldBack;
use crate::publish::said;
use crate::publish::site_file::SiteFile;
use crate::publish::truths::mark;
use crate::publish::words::{AllWords, Words};
use crate::publish::work::Work;
use crate::resolve::{Manuscript, resolve_each};
use crate::review::EditionState;

/// A language edition of this release, as the page of one of its languages offers it.
pub(super) struct Offer<'a> {
    /// The edition.
    pub(super) job: Job<'a>,
    /// The language on whose page it stands.
    pub(super) language: Tag,
    /// Its texts in this language as they are read on a screen.
    pub(super) manuscript: Manuscript,
    /// Those in the other language of the file, if it has two.
    beside: Vec<Manuscript>,
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
        let alone = brochure.languages_of(edition).iter().map(|tag| vec![tag.value.clone()]);
        let pairs = edition.pairs.iter().map(|pair| pair.value.clone());
        for languages in alone.chain(pairs) {
            let Some((first, others)) = languages.split_first() else { continue };
            let id = EditionId::new(&brochure.id, &edition.id.value, first);
            let id = others.iter().fold(id, EditionId::and);
            let id = id.with_overlay(work.body().map(Body::key));
            let profiles = vec![Profile::Screen];
            let job = Job { brochure: loaded, edition, id, profiles, marks: false };
            offers.extend(offers_of(work, &job, words, held)?);
        }
    }
    Ok(offers)
}

/// A language edition as the page of each of its languages offers it.
fn offers_of<'a>(
    work: &Work<'a>,
    job: &Job<'a>,
    words: &AllWords<'a>,
    held: &mut HeldBack,
) -> Result<Vec<Offer<'a>>, Reported> {
    let loaded = job.brochure;
    let (brochure, edition) = (&loaded.publication.brochure, &job.edition.id.value);
    let drafts = work.options().drafts;
    let has_words = |tag: &&Tag| words.contains_key(*tag);
    if !job.id.languages().iter().any(|tag| has_words(&tag)) {
        return Ok(Vec::new());
    }
    let manuscripts = manuscripts(job)?;
    let is_approved = manuscripts.iter().all(|one| one.state == EditionState::Approved);
    if !is_approved && !drafts {
        // One language keeps the other back where they are on one paper.
        let name = match job.id.languages() {
            [_] => edition.clone(),
            _ => format!("{edition} {}", job.id.languages_key()),
        };
        for one in manuscripts.iter().filter(|one| one.state != EditionState::Approved) {
            held.draft(&brochure.id, &name, &one.language().tag, &one.state);
        }
        return Ok(Vec::new());
    }
    // A draft is marked as one; what is approved is taken at its word.
    let said = manuscripts.iter().flat_map(|one| said::shown(one, work.body())).collect();
    let overdue = work.scope.truths.overdue(&said, &brochure.id);
    if is_approved && !overdue.is_empty() {
        held.overdue(&brochure.id, edition, job.language(), overdue);
        return Ok(Vec::new());
    }
    let mut offers = Vec::new();
    for tag in job.id.languages() {
        let Some((own_words, state)) = words.get(tag) else { continue };
        if is_approved && !drafts && *state == State::Draft {
            held.words.insert(tag.clone());
            continue;
        }
        let is_own = |one: &&Manuscript| one.language().tag == *tag;
        let Some(manuscript) = manuscripts.iter().find(is_own) else { continue };
        offers.push(Offer {
            job: job.clone(),
            language: tag.clone(),
            manuscript: manuscript.clone(),
            beside: manuscripts.iter().filter(|one| !is_own(one)).cloned().collect(),
            title: title(job, tag, own_words),
            date: brochure.release.date,
        });
    }
    Ok(offers)
}

/// The texts of an edition in each of its languages, as people read them on a screen.
fn manuscripts(job: &Job<'_>) -> Result<Vec<Manuscript>, Reported> {
    // What there is to tell of the texts was told by the build.
    let own = Report::new();
    let states = &job.brochure.states;
    resolve_each(job.publication(), states, &job.id, Some(Profile::Screen), &own)
}

/// What the site calls a brochure: neutral, unless it is an open one.
fn title(job: &Job<'_>, language: &Tag, words: &Words<'_>) -> String {
    let brochure = &job.publication().brochure;
    let mut sections = brochure.sections_of(&job.edition.id.value, language);
    let cover = sections.find(|section| section.layout == Layout::Cover);
    let open = cover.and_then(|cover| cover.title.as_ref()).filter(|_| brochure.publish.is_open);
    words.get(&open.unwrap_or(&brochure.title).value).plain()
}

impl Offer<'_> {
    /// Whether small pictures show the title of the brochure.
    pub(super) fn is_open(&self) -> bool {
        self.job.publication().brochure.publish.is_open
    }

    /// Whether it is a draft, in one language or the other.
    pub(super) fn is_draft(&self) -> bool {
        self.manuscripts().any(|one| one.state != EditionState::Approved)
    }

    /// Whether it is in two languages.
    pub(super) fn is_pair(&self) -> bool {
        self.job.id.languages().len() > 1
    }

    /// The texts in all of its languages.
    fn manuscripts(&self) -> impl Iterator<Item = &Manuscript> {
        std::iter::once(&self.manuscript).chain(&self.beside)
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
        let language = self.language.clone();
        let all = self.job.id.languages();
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
            says: self.manuscripts().flat_map(|one| said::shown(one, work.body())).collect(),
            languages: if self.is_pair() { all.to_vec() } else { Vec::new() },
            language,
            version,
        }
    }
}
