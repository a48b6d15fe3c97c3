//! Lists the files of this release: PDFs that are approved, or drafts where they are asked for, and the texts as pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use time::Date;

use crate::artifact::files::sha256;
use crate::artifact::{Artifact, FileRecord};
use crate::diagnostic::{Diagnostic, Report, Reported, count};
use crate::driver::{Job, LoadedBrochure, Selection, plan};
use crate::history::check_version;
use crate::language::Tag;
use crate::load::{Edition, Form, Layout, Profile};
use crate::publish::Work;
use crate::publish::entry::{Entry, Kind, Picture, Purpose, State, current, of_version};
use crate::publish::first_pages::{PageRenderer, size_of};
use crate::publish::index::{DRAWING, Panel};
use crate::publish::language_page::file_name;
use crate::publish::page_pictures::PagePictures;
use crate::publish::pages::TextPage;
use crate::publish::pictures;
use crate::publish::said;
use crate::publish::site_folder::Files;
use crate::publish::words::Words;
use crate::resolve::{Manuscript, resolve_for};
use crate::review::EditionState;

/// The words of the site in each language, and whether they are approved.
pub(super) type AllWords<'a> = BTreeMap<Tag, (Words<'a>, State)>;

/// What a site has.
#[derive(Default)]
pub(super) struct Gathered {
    /// Its files, by path.
    pub(super) files: Files,
    /// Those that people load, at the addresses that stay.
    pub(super) entries: Vec<Entry>,
    /// Pictures of panels, for messengers.
    pub(super) pictures: Vec<Panel>,
    /// Those of earlier releases.
    pub(super) earlier: Vec<Entry>,
}

/// A language edition of this release.
struct Offer<'a> {
    job: Job<'a>,
    manuscript: Manuscript,
    title: String,
    date: Date,
}

/// The words of the site in all languages of its brochures.
///
/// # Errors
///
/// Fails if words are nowhere.
pub(super) fn all_words<'a>(work: &Work<'a>) -> Result<AllWords<'a>, Reported> {
    let mut all = AllWords::new();
    let mut result = Ok(());
    for loaded in work.brochures {
        let LoadedBrochure { publication, states } = loaded;
        let Some(edition) = publication.brochure.editions.first() else { continue };
        let earlier = work.site.index.files.iter().map(|entry| &entry.language);
        let own = publication.brochure.languages.iter().map(|tag| &tag.value);
        for tag in own.chain(earlier) {
            if all.contains_key(tag) || publication.languages.get(tag).is_none() {
                continue;
            }
            match Words::new(publication, states, edition, tag, work.report) {
                Ok(words) => {
                    let is_approved = words.state() == EditionState::Approved;
                    let state = if is_approved { State::Approved } else { State::Draft };
                    all.insert(tag.clone(), (words, state));
                }
                Err(reported) => result = Err(reported),
            }
        }
    }
    result.map(|()| all)
}

/// Gathers what this release has.
///
/// # Errors
///
/// Fails if a file can't be read or made.
pub(super) fn gather<'a>(work: &Work<'a>, words: &AllWords<'a>) -> Result<Gathered, Reported> {
    let mut gathered = Gathered::default();
    let mut left_out = BTreeSet::new();
    for loaded in work.brochures {
        let version = &loaded.publication.brochure.release.version;
        check_version(&version.value, &[])
            .map_err(|fault| work.report.error(fault.at(&version.span)))?;
        let renderer = PageRenderer::new(work.project, loaded, work.fonts);
        let offers = offers(work, loaded, words, &mut left_out)?;
        for offer in &offers {
            add_pdfs(work, offer, &renderer, &mut gathered)?;
            if work.options.pictures {
                let (job, text) = (&offer.job, &offer.manuscript);
                pictures::add(work, job, text, &renderer, &mut gathered)?;
            }
        }
        add_texts(work, &offers, words, &mut gathered);
    }
    for tag in left_out {
        if let Some((words, _)) = words.get(&tag) {
            work.report.add(words_not_approved(&tag, words));
        }
    }
    Ok(gathered)
}

fn words_not_approved(tag: &Tag, words: &Words<'_>) -> Diagnostic {
    let open = words.state().reasons().len();
    Diagnostic::warning(format!(
        "`{tag}` is left out: {} of the site in it {} not approved",
        count(open, "text"),
        if open == 1 { "is" } else { "are" }
    ))
    .hint(format!(
        "they begin with `site-` in `translations/{tag}/common.ftl`: see `feuillet translations review` and `approve`"
    ))
    .hint("`--drafts` publishes them as drafts")
}

/// The language editions of a brochure that are published.
fn offers<'a>(
    work: &Work<'a>,
    loaded: &'a LoadedBrochure,
    words: &AllWords<'a>,
    left_out: &mut BTreeSet<Tag>,
) -> Result<Vec<Offer<'a>>, Reported> {
    let selection = Selection {
        brochures: vec![loaded.publication.brochure.id.clone()],
        profiles: vec![Profile::Screen],
        ..Selection::default()
    };
    let jobs = plan(std::slice::from_ref(loaded), &selection, work.report)
        .map_err(|fault| work.report.error(fault))?;
    let mut offers = Vec::new();
    for job in jobs {
        let (publication, states) = (&loaded.publication, &loaded.states);
        // What there is to tell of the texts was told by the build.
        let own = Report::new();
        let screen = Some(Profile::Screen);
        let manuscript = resolve_for(publication, states, &job.id, screen, &own)?;
        let is_approved = manuscript.state == EditionState::Approved;
        let Some((own_words, state)) = words.get(job.language()) else { continue };
        if !work.options.drafts && is_approved && *state == State::Draft {
            left_out.insert(job.language().clone());
            continue;
        }
        if !is_approved && !work.options.drafts {
            continue;
        }
        let title = title(loaded, &job, own_words);
        let date = publication.brochure.release.date;
        offers.push(Offer { job, manuscript, title, date });
    }
    Ok(offers)
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
    fn is_open(&self) -> bool {
        self.job.publication().brochure.publish.is_open
    }

    /// A file of the offer.
    fn entry(&self, purpose: Purpose, file: &str, bytes: &[u8], state: State) -> Entry {
        let brochure = &self.job.publication().brochure;
        let language = self.job.language().clone();
        let version = brochure.release.version.value.clone();
        Entry {
            name: brochure.public_name.value.clone(),
            title: self.title.clone(),
            edition: self.job.edition.id.value.clone(),
            kind: Kind::of(self.job.edition),
            purpose,
            date: self.date.to_string(),
            state,
            path: format!("{}/{file}", current(&language)),
            version_path: format!("{}/{file}", of_version(&version, &language)),
            sha256: sha256(bytes),
            bytes: bytes.len(),
            pages: None,
            picture: None,
            says: said::shown(&self.manuscript),
            language,
            version,
        }
    }
}

/// Adds the PDFs of an offer, and a small picture of its first page.
fn add_pdfs(
    work: &Work<'_>,
    offer: &Offer<'_>,
    renderer: &PageRenderer<'_>,
    gathered: &mut Gathered,
) -> Result<(), Reported> {
    let built = work.built.files.iter().map(|built| &built.artifact);
    for artifact in built.filter(|artifact| artifact.id == offer.job.id) {
        let (Some(purpose), Some(file)) = (Purpose::of(artifact.profile), &artifact.file) else {
            continue;
        };
        if artifact.is_draft() && !work.options.drafts {
            continue;
        }
        let bytes = read_pdf(work, artifact, file)?;
        let state = if artifact.is_draft() { State::Draft } else { State::Approved };
        let mut entry = offer.entry(purpose, file_name(&file.path), &bytes, state);
        entry.pages = artifact.geometry.as_ref().map(|geometry| geometry.pages);
        if purpose == Purpose::Screen {
            entry.picture =
                small_picture(work, offer, &entry, renderer, artifact, &mut gathered.files)?;
        }
        gathered.files.insert(entry.version_path.clone(), bytes.clone());
        gathered.files.insert(entry.path.clone(), bytes);
        gathered.entries.push(entry);
    }
    Ok(())
}

/// The bytes of a PDF as it was built.
fn read_pdf(work: &Work<'_>, artifact: &Artifact, file: &FileRecord) -> Result<Vec<u8>, Reported> {
    let path = work.project.output().join(artifact.output_path().unwrap_or_default());
    let fault = |why: String| {
        let message = format!("can't publish `{}`: {why}", path.display());
        work.report.error(Diagnostic::error(message).hint("run `feuillet publish` again"))
    };
    let bytes = fs::read(&path).map_err(|error| fault(error.to_string()))?;
    if sha256(&bytes) == file.sha256 {
        Ok(bytes)
    } else {
        Err(fault("it is not what was built".to_owned()))
    }
}

/// The small picture of an edition: that of the last run, if its PDF is the same.
fn small_picture(
    work: &Work<'_>,
    offer: &Offer<'_>,
    entry: &Entry,
    renderer: &PageRenderer<'_>,
    artifact: &Artifact,
    files: &mut Files,
) -> Result<Option<Picture>, Reported> {
    let open = offer.is_open();
    if !renderer.can_show(&offer.job, open) {
        return Ok(None);
    }
    let path = entry.path.replace(".pdf", ".png");
    let index = &work.site.index;
    let earlier = index.files.iter().filter(|_| index.drawing == DRAWING);
    let earlier = earlier.filter_map(|entry| entry.picture.as_ref());
    let mut same =
        earlier.filter(|picture| picture.path == path && picture.is_of(&entry.sha256, open));
    let kept = same.next().and_then(|picture| work.site.bytes(&picture.path));
    let bytes = match kept {
        Some(bytes) => bytes,
        None => {
            let setting = artifact.copyfit.map(|copyfit| copyfit.setting);
            let (job, text) = (&offer.job, &offer.manuscript);
            let drawn = renderer.small(job, text, open, setting, work.report)?;
            let Some(bytes) = drawn else { return Ok(None) };
            bytes
        }
    };
    let (of, size) = (entry.sha256.clone(), size_of(&bytes));
    let picture = Picture { path: path.clone(), sha256: sha256(&bytes), of, open, size };
    files.insert(path, bytes);
    Ok(Some(picture))
}

/// Adds the text of the leaflet in each language as a page; of a brochure without a leaflet, that of its first edition.
fn add_texts<'a>(
    work: &Work<'a>,
    offers: &[Offer<'a>],
    words: &AllWords<'a>,
    gathered: &mut Gathered,
) {
    let languages: BTreeSet<&Tag> = offers.iter().map(|offer| offer.job.language()).collect();
    for tag in languages {
        let own = || offers.iter().filter(|offer| offer.job.language() == tag);
        let is_leaflet = |edition: &Edition| edition.form == Form::Leaflet;
        let chosen = own().find(|offer| is_leaflet(offer.job.edition)).or(own().next());
        let (Some(offer), Some((words, _))) = (chosen, words.get(tag)) else { continue };
        let publication = offer.job.publication();
        let is_draft = offer.manuscript.state != EditionState::Approved;
        let name = &publication.brochure.public_name.value;
        let file = format!("{name}{}.html", if is_draft { "-draft" } else { "" });
        let state = if is_draft { State::Draft } else { State::Approved };
        let path = format!("{}/{file}", current(tag));
        let picture = gathered.entries.iter().find_map(|entry| {
            entry.picture.as_ref().filter(|_| entry.name == *name && entry.language == *tag)
        });
        let page = TextPage {
            words,
            manuscript: &offer.manuscript,
            publication,
            title: &offer.title,
            picture: picture.map(|picture| picture.path.clone()),
        };
        let bytes = page.write(work, path);
        let entry = offer.entry(Purpose::Read, &file, &bytes, state);
        let pictures = PagePictures { publication };
        for path in [&entry.path, &entry.version_path] {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            pictures.add(&offer.manuscript, folder, &mut gathered.files);
            gathered.files.insert(path.clone(), bytes.clone());
        }
        gathered.entries.push(entry);
    }
}
