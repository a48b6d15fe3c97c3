//! Turns a language edition into its texts and its Typst source.

use crate::artifact::Artifact;
use crate::compose::{Composition, compose};
use crate::diagnostic::{Report, Reported};
use crate::driver::job::Job;
use crate::driver::timings::{Stage, Timings};
use crate::load::Profile;
use crate::resolve::manuscript::Origin;
use crate::resolve::{Manuscript, resolve_for};
use crate::review::EditionState;

/// A language edition up to its Typst source.
pub(crate) struct EditionSource {
    /// Its texts, block by block.
    pub(crate) manuscript: Manuscript,
    /// Those in the language that stands beside them, if there is one.
    pub(crate) beside: Option<Manuscript>,
    /// The Typst source.
    pub(crate) composition: Composition,
}

/// Resolves and composes a language edition.
///
/// # Errors
///
/// Fails if a text can't be resolved.
pub(crate) fn edition_source(
    job: &Job<'_>,
    timings: &mut Timings,
    report: &Report,
) -> Result<EditionSource, Reported> {
    let (publication, states) = (job.publication(), &job.brochure.states);
    let own = Report::new();
    let manuscript = timings.time(Stage::Resolve, || {
        resolve_for(publication, states, &job.id, job.profiles.first().copied(), &own)
    });
    let is_sound = !own.has_errors();
    report.extend(own.into_sorted());
    let manuscript = if is_sound { manuscript? } else { return Err(report.reported()) };
    let composition =
        timings.time(Stage::Compose, || compose(publication, &manuscript, job.edition));
    Ok(EditionSource { manuscript, beside: None, composition })
}

/// Whether a job is approved in all of its languages; else the reasons of all.
pub(crate) fn state_of<'a>(sources: impl IntoIterator<Item = &'a EditionSource>) -> EditionState {
    let manuscripts = sources.into_iter().flat_map(EditionSource::manuscripts);
    EditionState::of_all(manuscripts.map(|manuscript| &manuscript.state))
}

/// Brings what a record says of the texts up to date: other reasons for the same state leave the bytes as they are.
pub(crate) fn describe(sources: &[EditionSource], artifact: &mut Artifact) {
    artifact.state = Some(state_of(sources));
    let manuscripts = sources.iter().flat_map(EditionSource::manuscripts);
    let passages = manuscripts.flat_map(Manuscript::passages);
    let fallbacks = passages.filter_map(|passage| match &passage.origin {
        Origin::Fallback(id) => Some(format!("`{id}` is shown in `{}`", passage.language)),
        _ => None,
    });
    artifact.warnings = fallbacks.collect();
}

impl EditionSource {
    /// Its texts in each of its languages.
    pub(crate) fn manuscripts(&self) -> impl Iterator<Item = &Manuscript> {
        std::iter::once(&self.manuscript).chain(&self.beside)
    }

    /// The record of a PDF of which only the texts are known yet.
    pub(crate) fn artifact(&self, job: &Job<'_>, profile: Profile) -> Artifact {
        let mut artifact = new_artifact(job, profile);
        describe(std::slice::from_ref(self), &mut artifact);
        artifact
    }
}

/// The record of a PDF of which nothing is known yet.
pub(crate) fn new_artifact(job: &Job<'_>, profile: Profile) -> Artifact {
    let release = &job.publication().brochure.release.version.value;
    Artifact::new(job.id.clone(), profile, release)
}

/// The path of a PDF below the brochure's output folder:
/// `<lang>/<public-name>-<edition>-<lang>-<profile>[-draft].pdf`; `<lang>` is `fr_nl` in two languages.
pub(crate) fn file_path(job: &Job<'_>, profile: Profile, state: &EditionState) -> String {
    let draft = if *state == EditionState::Approved { "" } else { "-draft" };
    format!(
        "{lang}/{name}-{edition}-{lang}-{profile}{draft}.pdf",
        lang = job.id.languages_token(),
        name = job.publication().brochure.public_name.value,
        edition = job.id.edition,
        profile = profile.as_str()
    )
}
