//! A project's files in; a [`Publication`] out: brochure, facts, theme, catalogues, languages, pictures.
//!
//! Every value keeps its place in its file, and all faults of all files are reported in one run.

mod accept;
mod accepted;
pub mod block;
pub mod brochure;
pub mod catalogue;
mod cover;
pub mod edition;
mod edition_id;
pub mod facts;
pub mod fit;
pub mod form;
pub mod forms;
pub mod icons;
mod like;
mod link;
pub mod look;
mod panels;
pub mod print;
pub mod project;
pub mod publication;
pub mod record;
pub mod section;
mod syntax;
pub mod theme;

use crate::diagnostic::Report;
use crate::language::Tag;

pub use accept::Accept;
pub use block::{
    Block, BlockKind, ContactsStyle, GuideStep, Item, Limits, NotesExtent, ParagraphStyle, Tone,
};
pub use brochure::{Brochure, Release};
pub use catalogue::{Catalogue, Catalogues};
pub use edition::Edition;
pub use edition_id::EditionId;
pub use facts::{Contact, Facts, Hours, Value, Verification};
pub use fit::Setting;
pub use form::{Binding, Form, Profile};
pub use forms::Forms;
pub use print::PrintSettings;
pub use project::{Picture, Project};
pub use publication::Publication;
pub use record::{Line, RecordedState, Records};
pub use section::{Layout, Section};
pub use theme::Theme;

/// Reads the brochure `id` of a project. `None` if the structure itself can't be read; whatever is wrong is in
/// the report either way.
pub fn load(project: &Project, id: &str, report: &Report) -> Option<Publication> {
    let languages = project.languages(report);
    let own = Report::new();
    let brochure = project
        .read_text(&format!("brochures/{id}/brochure.toml"), &own)
        .and_then(|file| brochure::read(&file, id, &own));
    let structure = own.absorb_into(report);
    let own = Report::new();
    let facts = project
        .read_text(&format!("brochures/{id}/facts.toml"), &own)
        .map(|file| facts::read(&file, &own));
    let whole = link::Whole { structure, facts: own.absorb_into(report) };
    let theme = project
        .read_text(&format!("brochures/{id}/theme.toml"), report)
        .map(|file| theme::read(&file, report));
    let (brochure, facts, theme) = (brochure?, facts?, theme?);
    let press = project.press_profile(&brochure, report);
    for tag in &brochure.languages {
        languages.require(tag, report);
    }
    let mut tags = brochure.all_languages();
    // A language's own relatives may help out where somebody has translated into them.
    let relatives =
        tags.iter().filter_map(|tag| languages.get(tag)).flat_map(|row| row.fallback.clone());
    let relatives: Vec<Tag> = relatives
        .filter(|tag| !tags.contains(tag) && project.has(&format!("translations/{tag}/{id}.ftl")))
        .collect();
    tags.extend(relatives);
    let of_blocks = brochure
        .languages_of_blocks()
        .into_iter()
        .filter(|tag| !tags.contains(tag) && project.has(&format!("translations/{tag}/{id}.ftl")));
    tags.extend(of_blocks.cloned().collect::<Vec<Tag>>());
    let catalogues = catalogue::read_all(project, id, &tags, report);
    let pictures = project.pictures(id, &brochure, report);
    let templates = project.templates(id, report);
    let records = record::read_all(project, id, &tags, report);
    let publication = Publication {
        brochure,
        facts,
        theme,
        catalogues,
        records,
        languages,
        pictures,
        templates,
        press,
    };
    link::check(&publication, whole, report);
    // An edition that could not be read is no unknown one.
    if structure {
        accepted::check_names(&publication.brochure, report);
    }
    accepted::check_messages(&publication, report);
    Some(publication)
}
