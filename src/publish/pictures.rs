//! Draws the panels of leaflets and cards as pictures for messengers, each with its text beside it for people who can't see it.

use crate::diagnostic::{Diagnostic, Reported};
use crate::driver::Job;
use crate::load::{Form, Profile};
use crate::publish::entry::{Entry, Purpose};
use crate::publish::first_pages::{Drawn, PageRenderer, Wanted};
use crate::publish::gathered::Gathered;
use crate::publish::index::{DRAWING, Panel};
use crate::publish::site_file::SiteFile;
use crate::publish::work::Work;
use crate::resolve::Manuscript;
use crate::resolve::manuscript::{Block, BlockKind, Passage, Section};

/// The width of a picture in pixels.
const WIDTH: u32 = 1080;

/// The most pages of an edition that are drawn: a sheet has fewer panels.
const MOST: usize = 32;

/// The most bytes that a picture should have, for slow and dear networks.
const LIGHT: usize = 200_000;

/// Adds the pictures of an edition: a discreet set, and an open one where the edition has an open cover.
///
/// # Errors
///
/// Fails if the pages can't be made.
pub(super) fn add(
    work: &Work<'_>,
    job: &Job<'_>,
    manuscript: &Manuscript,
    renderer: &PageRenderer<'_>,
    gathered: &mut Gathered,
) -> Result<(), Reported> {
    if job.edition.form == Form::Booklet {
        return Ok(());
    }
    let is_own = |entry: &&Entry| {
        entry.edition == job.edition.id.value
            && entry.language == *job.language()
            && entry.name == job.publication().brochure.public_name.value
            && entry.purpose == Purpose::Screen
    };
    let Some(pdf) = gathered.entries.iter().find(is_own).cloned() else { return Ok(()) };
    let built = work.scope.artifacts.iter();
    let mut built = built.filter(|one| one.id == job.id && one.profile == Profile::Screen);
    let setting = built.find_map(|artifact| artifact.copyfit).map(|copyfit| copyfit.setting);
    let wanted = Wanted { most: MOST, width: WIDTH, setting };
    let is_always_discreet = job.edition.appearance.is_discreet(Profile::Screen);
    for open in [false, true] {
        if (open && is_always_discreet) || !renderer.can_show(job, open) {
            continue;
        }
        if take_over(work, &pdf, open, gathered) {
            continue;
        }
        let drawn = renderer.draw(job, manuscript, open, wanted, work.report)?;
        put(work, &pdf, open, &drawn, gathered);
    }
    Ok(())
}

/// Takes over what the last run drew of the same PDF; tells whether that is all there.
fn take_over(work: &Work<'_>, pdf: &Entry, open: bool, gathered: &mut Gathered) -> bool {
    let earlier = &work.scope.earlier;
    if earlier.index.drawing != DRAWING {
        return false;
    }
    let own = earlier.index.pictures.iter();
    let own = own.filter(|panel| panel.of == pdf.sha256 && panel.open == open);
    let mut files = Vec::new();
    let mut panels = Vec::new();
    for panel in own {
        for path in [&panel.path, &panel.text] {
            let Some(file) = earlier.file(path) else { return false };
            files.push((path.clone(), file));
        }
        panels.push(panel.clone());
    }
    let is_there = !panels.is_empty();
    gathered.files.extend(files);
    gathered.pictures.extend(panels);
    is_there
}

fn put(work: &Work<'_>, pdf: &Entry, open: bool, drawn: &Drawn, gathered: &mut Gathered) {
    let texts = panel_texts(&drawn.manuscript);
    let folder = if open { "pictures-open" } else { "pictures" };
    let stem = pdf.path.rsplit('/').next().unwrap_or_default();
    let stem = stem.replace("-screen", "").replace(".pdf", "");
    for (index, bytes) in drawn.pages.iter().enumerate() {
        let path = format!("{folder}/{}/{stem}-{}.png", pdf.language, index + 1);
        let text = path.replace(".png", ".txt");
        if bytes.len() > LIGHT {
            work.report.add(
                Diagnostic::warning(format!(
                    "the picture `{path}` has {} kB, more than {}",
                    bytes.len().div_ceil(1000),
                    LIGHT / 1000
                ))
                .hint("messengers make it smaller, and less legible: photographs need most room"),
            );
        }
        let said = texts.get(index).cloned().unwrap_or_default();
        let file = SiteFile::made(bytes.clone());
        gathered.pictures.push(Panel {
            name: pdf.name.clone(),
            edition: pdf.edition.clone(),
            language: pdf.language.clone(),
            open,
            path: path.clone(),
            text: text.clone(),
            sha256: file.sha256().to_owned(),
            bytes: bytes.len(),
            of: pdf.sha256.clone(),
        });
        gathered.files.insert(path, file);
        gathered.files.insert(text, SiteFile::made(said.into_bytes()));
    }
}

/// What stands on each panel: a section opens one unless it is joined to the one before, and so does a break.
fn panel_texts(manuscript: &Manuscript) -> Vec<String> {
    let mut panels: Vec<Vec<String>> = Vec::new();
    for (index, section) in manuscript.sections.iter().enumerate() {
        if index == 0 || !section.joined {
            panels.push(Vec::new());
        }
        add_section(section, &mut panels);
    }
    if let Some(draft) = &manuscript.draft {
        panels.iter_mut().for_each(|panel| panel.push(plain(&draft.line)));
    }
    panels.into_iter().map(|lines| lines.join("\n") + "\n").collect()
}

fn add_section(section: &Section, panels: &mut Vec<Vec<String>>) {
    let say = |panels: &mut Vec<Vec<String>>, passage: &Passage| {
        if let Some(panel) = panels.last_mut() {
            panel.push(plain(passage));
        }
    };
    section.title.iter().for_each(|title| say(panels, title));
    for Block { kind, .. } in &section.blocks {
        if *kind == BlockKind::Break {
            panels.push(Vec::new());
        }
        if let BlockKind::Figure { alternative, .. } = kind {
            say(panels, alternative);
        }
        kind.passages().into_iter().for_each(|passage| say(panels, passage));
    }
}

fn plain(passage: &Passage) -> String {
    passage.plain().replace('\u{AD}', "")
}
