//! Turns a project's files into a [`Publication`]: brochure, facts, theme, catalogues, languages, pictures.
//!
//! Every value keeps its place in its file, and all faults of all files are reported in one run.

mod accept;
pub(crate) mod appearance;
pub(crate) mod block;
pub(crate) mod body;
pub mod brochure;
pub mod catalogue;
mod cover;
pub(crate) mod edition;
pub(crate) mod edition_id;
mod extends;
pub mod facts;
pub(crate) mod files;
pub(crate) mod fit;
pub(crate) mod form;
pub(crate) mod forms;
pub mod ftl;
pub(crate) mod glossary;
pub mod icons;
pub(crate) mod pair;
mod panels;
pub(crate) mod paths;
pub(crate) mod people;
pub(crate) mod picture;
pub(crate) mod print;
pub(crate) mod print_runs;
pub(crate) mod project;
pub(crate) mod publication;
pub(crate) mod publish;
pub mod record;
pub(crate) mod releases;
pub(crate) mod remarks;
pub mod schema;
pub(crate) mod section;
mod syntax;
mod text_id;
pub mod theme;
mod validate;

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::language::{Languages, Tag};

pub(crate) use accept::Accept;
pub use block::ContactsStyle;
pub(crate) use block::{BlockKind, NotesExtent, ParagraphStyle, Tone};
pub use body::{Bodies, Body};
pub(crate) use brochure::Brochure;
pub use edition::Edition;
pub use edition_id::EditionId;
pub use facts::Facts;
pub(crate) use fit::Setting;
pub use form::Profile;
pub(crate) use form::{Binding, Form};
pub use forms::Forms;
pub(crate) use paths::{ProjectFile, Scope};
pub(crate) use people::People;
pub use project::Project;
pub use publication::Publication;
pub(crate) use record::RecordFile;
pub(crate) use record::Records;
pub use record::{Acceptance, Approval, EditionLine, Line, Review, Signature};
pub(crate) use section::Layout;
pub use text_id::TextId;
pub(crate) use theme::Theme;

/// Reads the brochure `id` of a project; whatever is wrong is in the report. What is wrong with the bodies of the project is
/// kept apart: see [`Publication::body_faults()`].
///
/// # Errors
///
/// Fails if its structure, facts or theme can't be read.
pub fn load(project: &Project, id: &str, report: &Report) -> Result<Publication, Reported> {
    let own = Report::new();
    let loaded = load_whole(project, id, &own);
    let (of_bodies, others): (Vec<Diagnostic>, Vec<Diagnostic>) =
        own.into_sorted().into_iter().partition(is_of_bodies);
    report.extend(others);
    match loaded {
        Ok(publication) => Ok(Publication { body_faults: of_bodies, ..publication }),
        Err(reported) => {
            report.extend(of_bodies);
            Err(reported)
        }
    }
}

/// Whether a fault is in the file of a body or in the list of the communes.
fn is_of_bodies(fault: &Diagnostic) -> bool {
    let file = fault.span.as_ref().and_then(|span| ProjectFile::of(&span.file.path));
    matches!(file, Some(ProjectFile::Body { .. } | ProjectFile::Communes))
}

fn load_whole(project: &Project, id: &str, report: &Report) -> Result<Publication, Reported> {
    if id == Scope::Common.name() {
        return Err(report.error(
            Diagnostic::error(format!("a brochure can't be called `{id}`"))
                .hint(format!("`{id}.ftl` holds the texts that all brochures share: rename the folder `brochures/{id}`")),
        ));
    }
    if id == paths::BODIES {
        return Err(report.error(
            Diagnostic::error(format!("a brochure can't be called `{id}`"))
                .hint("`brochures/bodies` holds the bodies that order brochures: move the brochure to another folder"),
        ));
    }
    let languages = project.languages(report);
    let read = |file: &ProjectFile, report: &Report| project.read_text(&file.path(), report);
    let id = || id.to_owned();
    let own = Report::new();
    let brochure = read(&ProjectFile::Structure { brochure: id() }, &own);
    let brochure = brochure.and_then(|file| brochure::read(&file, &id(), &own));
    let structure = own.absorb_into(report);
    let own = Report::new();
    let facts = read(&ProjectFile::Facts { brochure: id() }, &own);
    let source = brochure.as_ref().map_or("en", |read| read.source_language.value.as_str());
    let facts = facts.map(|file| facts::read(&file, source, &own));
    let complete = validate::Complete { structure, facts: own.absorb_into(report) };
    let theme = read(&ProjectFile::Theme { brochure: id() }, report);
    let theme = theme.map(|file| theme::read(&file, report));
    let (brochure, facts, theme) = (brochure?, facts?, theme?);
    let press = project.press_profile(&brochure, report);
    for tag in &brochure.languages {
        // Here only the report matters.
        let _ = languages.require(tag, report);
    }
    let tags = languages_to_read(project, &brochure, &languages);
    let publication = Publication {
        catalogues: catalogue::read_all(project, &brochure.id, &tags, report),
        records: record::read_all(project, &brochure.id, &tags, report),
        remarks: remarks::read_all(project, &brochure.id, &tags, report),
        bodies: Arc::new(body::read_all(
            project,
            &facts,
            &brochure.source_language.value,
            press.as_ref(),
            report,
        )),
        body_faults: Vec::new(),
        pictures: project.pictures(&brochure, press.as_ref(), report),
        templates: project.templates(&brochure.id, report),
        glossary: project
            .read_if_there(&ProjectFile::Glossary { brochure: brochure.id.clone() }, report)
            .map(|file| glossary::read(&file, &brochure.source_language.value, &languages, report))
            .unwrap_or_default(),
        people: project
            .read_if_there(&ProjectFile::People { brochure: brochure.id.clone() }, report)
            .map(|file| people::read(&file, report))
            .unwrap_or_default(),
        brochure,
        facts,
        theme,
        languages,
        press,
    };
    validate::check(&publication, complete, report);
    Ok(publication)
}

/// Reads the texts of one language of a publication again, from a project in which they may be others; all faults are in the
/// report. What the texts refer to is not checked: see [`check_text`].
pub(crate) fn reread(
    publication: &mut Publication,
    project: &Project,
    language: &Tag,
    report: &Report,
) {
    let id = publication.brochure.id.clone();
    publication.catalogues.reread(project, &id, language, report);
}

/// Reports what one text refers to and is not there.
pub(crate) fn check_text(publication: &Publication, language: &Tag, id: &TextId, report: &Report) {
    validate::check_text(publication, language, id, report);
}

/// The languages whose texts a brochure may need, each once: its own, their relatives where somebody has translated into
/// them, and those in which a text must stand whatever the edition's language.
fn languages_to_read(project: &Project, brochure: &Brochure, languages: &Languages) -> Vec<Tag> {
    let mut tags = brochure.all_languages();
    let rows = tags.iter().filter_map(|tag| languages.get(tag));
    let relatives = rows.flat_map(|row| row.fallback.iter());
    let more: Vec<Tag> = relatives.chain(brochure.languages_of_blocks()).cloned().collect();
    for language in more {
        let scope = Scope::Brochure(brochure.id.clone());
        let catalogue = ProjectFile::Catalogue { language: language.clone(), scope };
        if !tags.contains(&language) && project.has(&catalogue.path()) {
            tags.push(language);
        }
    }
    tags
}
