//! Lists the files of this release: PDFs that are approved, or drafts where they are asked for, and the texts as pages.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::artifact::{Artifact, FileRecord};
use crate::diagnostic::{Diagnostic, Report, Reported, count};
use crate::driver::LoadedBrochure;
use crate::history::check_version;
use crate::language::Tag;
use crate::load::{Edition, Form};
use crate::publish::common::Common;
use crate::publish::entry::{Entry, Picture, Purpose, State, current};
use crate::publish::first_pages::{PageRenderer, size_of};
use crate::publish::gathered::Gathered;
use crate::publish::held_back::HeldBack;
use crate::publish::index::DRAWING;
use crate::publish::language_page::file_name;
use crate::publish::offer::{Offer, offers};
use crate::publish::page_pictures::PagePictures;
use crate::publish::parallel::in_parallel;
use crate::publish::pictures;
use crate::publish::reading_page::TextPage;
use crate::publish::site_file::{Files, SiteFile};
use crate::publish::words::{AllWords, Words};
use crate::publish::work::Work;

/// Gathers what this release has for the site of the brochures.
///
/// # Errors
///
/// Fails if a file can't be read or made.
pub(super) fn gather<'a>(work: &Work<'a>, words: &AllWords<'a>) -> Result<Gathered, Reported> {
    let mut gathered = Gathered::default();
    let mut held = HeldBack::default();
    let threads = work.options().threads;
    for loaded in work.brochures() {
        let version = &loaded.publication.brochure.release.version;
        check_version(&version.value, &[])
            .map_err(|fault| work.report.error(fault.at(&version.span)))?;
        let shared = work.shared();
        let renderer = PageRenderer::new(shared.project, loaded, &shared.fonts, threads);
        let offers = offers(work, loaded, words, &mut held)?;
        check_release(work, loaded, &offers)?;
        let scope = work.scope;
        let parts = in_parallel(threads, &offers, |offers| {
            offers.do_each(|offer| {
                let report = Report::new();
                let part = files_of(&Work { scope, report: &report }, offer, &renderer);
                (part, report.into_sorted())
            });
        });
        for (part, found) in parts {
            work.report.extend(found);
            gathered.extend(part?);
        }
        add_pictures_of_pairs(&mut gathered.entries);
        add_texts(work, &offers, words, &mut gathered);
    }
    for tag in &held.words {
        if let Some((words, _)) = words.get(tag) {
            work.report.add(words_not_approved(tag, words));
        }
    }
    gathered.held = held;
    Ok(gathered)
}

/// Makes sure that a release that was kept says what it said: its version stands in the addresses and on the pages.
///
/// # Errors
///
/// Fails if an approved edition shows a fact that says something else.
fn check_release(
    work: &Work<'_>,
    loaded: &LoadedBrochure,
    offers: &[Offer<'_>],
) -> Result<(), Reported> {
    let brochure = &loaded.publication.brochure;
    let version = &brochure.release.version;
    let known = work.shared().known.iter().find(|known| known.id == brochure.id);
    let mut kept = known.into_iter().flat_map(|known| &known.releases);
    let Some(kept) = kept.find(|release| release.version == version.value) else { return Ok(()) };
    let approved = offers.iter().filter(|offer| !offer.is_draft());
    let shown = approved.flat_map(|offer| &offer.manuscript.shown_facts);
    let said = |fact: &str, part: &str| {
        let says = kept.facts.get(fact).into_iter().flat_map(|kept| &kept.says);
        let is_form = |name: &str| name.split('.').next() == Some(part);
        says.filter(|(name, _)| is_form(name)).map(|(_, text)| text.clone()).collect::<Vec<_>>()
    };
    let mut other =
        shown.filter(|shown| !said(&shown.fact, shown.part.as_str()).contains(&shown.text));
    let Some(shown) = other.next() else { return Ok(()) };
    let (fact, part) = (&shown.fact, shown.part.as_str());
    let was = said(fact, part).first().map_or("nothing".to_owned(), |was| format!("`{was}`"));
    Err(work.report.error(
        Diagnostic::error(format!(
            "release {} never said this: {part} of the fact `{fact}` was {was} in it, and is `{}` now",
            version.value, shown.text
        ))
        .at(&version.span)
        .hint(format!(
            "what a release said stays as it is: make a new one, `feuillet release VERSION --brochure {}`, and publish again",
            brochure.id
        )),
    ))
}

/// Gathers what this release has for the site of a body.
///
/// # Errors
///
/// Fails if a file can't be read.
pub(super) fn gather_for_body<'a>(
    work: &Work<'a>,
    words: &AllWords<'a>,
    common: &Common,
) -> Result<Gathered, Reported> {
    let mut gathered = Gathered::default();
    let mut held = HeldBack::default();
    for loaded in work.brochures() {
        // Languages without approved words were told of with the site of the brochures.
        let offers = offers(work, loaded, words, &mut held)?;
        for offer in &offers {
            for (mut entry, pdf) in pdfs(work, offer)? {
                if entry.purpose == Purpose::Screen {
                    entry.picture = common.picture(&entry).map(Picture::as_common);
                }
                add_pdf(entry, pdf, &mut gathered);
            }
        }
        add_texts(work, &offers, words, &mut gathered);
    }
    gathered.held = held;
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

/// The files of an offer: its PDFs, a small picture of its first page, pictures of its panels where they are asked for.
fn files_of(
    work: &Work<'_>,
    offer: &Offer<'_>,
    renderer: &PageRenderer<'_>,
) -> Result<Gathered, Reported> {
    let mut gathered = Gathered::default();
    for (mut entry, pdf) in pdfs(work, offer)? {
        if entry.purpose == Purpose::Screen && !offer.is_pair() {
            entry.picture = small_picture(work, offer, &entry, renderer, &mut gathered.files)?;
        }
        add_pdf(entry, pdf, &mut gathered);
    }
    if work.options().pictures && !offer.is_pair() {
        pictures::add(work, &offer.job, &offer.manuscript, renderer, &mut gathered)?;
    }
    Ok(gathered)
}

fn add_pdf(entry: Entry, pdf: SiteFile, gathered: &mut Gathered) {
    gathered.files.insert(entry.version_path.clone(), pdf.clone());
    gathered.files.insert(entry.path.clone(), pdf);
    gathered.entries.push(entry);
}

/// The PDFs of an offer.
fn pdfs(work: &Work<'_>, offer: &Offer<'_>) -> Result<Vec<(Entry, SiteFile)>, Reported> {
    let mut pdfs = Vec::new();
    for artifact in work.scope.artifacts.iter().filter(|artifact| offer.has(artifact)) {
        let (Some(purpose), Some(file)) = (Purpose::of(artifact.profile), &artifact.file) else {
            continue;
        };
        if artifact.is_draft() && !work.options().drafts {
            continue;
        }
        let state = if artifact.is_draft() { State::Draft } else { State::Approved };
        let known = SiteFile::on_disk(built_path(work, artifact), &file.sha256, file.bytes);
        let mut entry = offer.entry(work, purpose, file_name(&file.path), &known, state);
        entry.pages = artifact.geometry.as_ref().map(|geometry| geometry.pages);
        let pdf = sound_pdf(work, artifact, file, &entry.path, known)?;
        pdfs.push((entry, pdf));
    }
    Ok(pdfs)
}

fn built_path(work: &Work<'_>, artifact: &Artifact) -> PathBuf {
    work.scope.output.join(artifact.output_path().unwrap_or_default())
}

/// A PDF as it was built: the one on the site, if it is the same, or the one that was built.
fn sound_pdf(
    work: &Work<'_>,
    artifact: &Artifact,
    file: &FileRecord,
    place: &str,
    built: SiteFile,
) -> Result<SiteFile, Reported> {
    let published = work.scope.earlier.file_with(place, &file.sha256);
    if let Some(published) = published {
        return Ok(published);
    }
    let path = built_path(work, artifact);
    if work.shared().folder.sum_of(&path).as_ref() == Some(&file.sha256) {
        return Ok(built);
    }
    let message = format!("can't publish `{}`: it is not what was built", path.display());
    let hint = "run `feuillet publish` again";
    Err(work.report.error(Diagnostic::error(message).hint(hint)))
}

/// The small picture of an edition: that of the last run, if its PDF is the same.
fn small_picture(
    work: &Work<'_>,
    offer: &Offer<'_>,
    entry: &Entry,
    renderer: &PageRenderer<'_>,
    files: &mut Files,
) -> Result<Option<Picture>, Reported> {
    let open = offer.is_open();
    if !renderer.can_show(&offer.job, open) {
        return Ok(None);
    }
    let path = entry.path.replace(".pdf", ".png");
    let earlier = &work.scope.earlier;
    let known = earlier.index.files.iter().filter(|_| earlier.index.drawing == DRAWING);
    let known = known.filter_map(|entry| entry.picture.as_ref());
    let mut same =
        known.filter(|picture| picture.path == path && picture.is_of(&entry.sha256, open));
    let kept = same.next().and_then(|known| Some((earlier.file(&known.path)?, known.size)));
    let (file, size) = match kept {
        Some(kept) => kept,
        None => {
            let mut built = work.scope.artifacts.iter().filter(|artifact| {
                offer.has(artifact) && Purpose::of(artifact.profile) == Some(Purpose::Screen)
            });
            let setting = built.find_map(|artifact| artifact.copyfit.map(|fit| fit.setting));
            let (job, text) = (&offer.job, &offer.manuscript);
            let drawn = renderer.small(job, text, open, setting, work.report)?;
            let Some(bytes) = drawn else { return Ok(None) };
            let size = size_of(&bytes);
            (SiteFile::made(bytes), size)
        }
    };
    let (of, sha256) = (entry.sha256.clone(), file.sha256().to_owned());
    let picture = Picture { path: path.clone(), sha256, of, open, size };
    files.insert(path, file);
    Ok(Some(picture))
}

/// Gives files in two languages the small picture of the edition in the language of the page: it is one of their two covers.
fn add_pictures_of_pairs(entries: &mut [Entry]) {
    let is_pair = |entry: &Entry| !entry.languages.is_empty() && entry.purpose == Purpose::Screen;
    for index in 0..entries.len() {
        let pair = &entries[index];
        if is_pair(pair) {
            let is_alone = |other: &&Entry| {
                let alone = Entry { languages: Vec::new(), ..pair.clone() };
                other.is_same_file(&alone)
            };
            let picture = entries.iter().find(is_alone).and_then(|alone| alone.picture.clone());
            entries[index].picture = picture;
        }
    }
}

/// Adds the text of the leaflet in each language as a page; of a brochure without a leaflet, that of its first edition.
fn add_texts<'a>(
    work: &Work<'a>,
    offers: &[Offer<'a>],
    words: &AllWords<'a>,
    gathered: &mut Gathered,
) {
    let alone = || offers.iter().filter(|offer| !offer.is_pair());
    let languages: BTreeSet<&Tag> = alone().map(|offer| &offer.language).collect();
    for tag in languages {
        let own = || alone().filter(|offer| offer.language == *tag);
        let is_leaflet = |edition: &Edition| edition.form == Form::Leaflet;
        let chosen = own().find(|offer| is_leaflet(offer.job.edition)).or(own().next());
        let (Some(offer), Some((words, _))) = (chosen, words.get(tag)) else { continue };
        let publication = offer.job.publication();
        let name = &publication.brochure.public_name.value;
        let file = format!("{name}{}.html", if offer.is_draft() { "-draft" } else { "" });
        let state = if offer.is_draft() { State::Draft } else { State::Approved };
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
        let page = SiteFile::made(page.write(work, path));
        let entry = offer.entry(work, Purpose::Read, &file, &page, state);
        let pictures = PagePictures { publication, logo: work.logo(name) };
        for path in [&entry.path, &entry.version_path] {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            pictures.add(&offer.manuscript, folder, &mut gathered.files);
            gathered.files.insert(path.clone(), page.clone());
        }
        gathered.entries.push(entry);
    }
}
