//! Runs `feuillet typst`.

use std::collections::BTreeMap;
use std::fs;

use crate::artifact::files::write_folder;
use crate::cli::arguments::{TypstArguments, profiles};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::find_project;
use crate::cli::render;
use crate::compose::{KeptWords, MAIN, compose_for};
use crate::diagnostic::{Diagnostic, Report};
use crate::driver::{
    EditionSource, Job, Selection, Timings, check_families, edition_source, load_brochures, plan,
};
use crate::language::tags::tag;
use crate::typeset::{Fonts, typeset};

/// Writes the Typst source of a language edition.
pub(crate) fn typst(arguments: &TypstArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.as_ref())?;
    let selection = Selection {
        brochures: vec![arguments.brochure.clone()],
        languages: vec![tag(&arguments.lang)?],
        together: Vec::new(),
        editions: vec![arguments.edition.clone()],
        profiles: profiles(arguments.profile.as_slice()),
        marks: false,
        reads_bodies: arguments.body.is_some(),
        bodies: None,
    };
    let report = Report::new();
    let mut timings = Timings::default();
    let brochures = load_brochures(&project, &selection, &mut timings, &report)?;
    let jobs = plan(&brochures, &selection, &report)?;
    let fonts = Fonts::load(&project.fonts(), &report);
    let job = match (jobs.first(), &arguments.body) {
        (Some(job), Some(key)) => {
            job.publication().bodies.require(key)?;
            Some(Job { id: job.id.clone().with_overlay(Some(key)), ..job.clone() })
        }
        (job, _) => job.cloned(),
    };
    let files = job.as_ref().and_then(|job| {
        check_families(&fonts, job, &report).ok()?;
        let EditionSource { manuscript, composition, .. } =
            edition_source(job, &mut timings, &report).ok()?;
        let profile = job.profiles.first().copied()?;
        // The measures are those at which everything fits; where nothing does, the source shows the least.
        let (setting, kept, limits) = match typeset(&composition, &fonts, profile, &Report::new()) {
            Ok(pages) => (pages.setting, pages.kept_words, pages.picture_limits),
            Err(_) => (*composition.settings.last()?, KeptWords::default(), BTreeMap::new()),
        };
        let mut own = compose_for(job.publication(), &manuscript, job.edition, profile);
        own.picture_limits = limits;
        Some(own.with(&setting, &kept).to_files())
    });
    let failed = report.has_errors();
    render::print_all(&report.into_sorted())?;
    let Some(mut files) = files.filter(|_| !failed) else { return Ok(Ending::Problems) };
    for font in &fonts.files {
        let name =
            font.strip_prefix(project.fonts()).unwrap_or(font).to_string_lossy().replace('\\', "/");
        let bytes = fs::read(font).map_err(|error| {
            Diagnostic::error(format!("can't read `{}`: {error}", font.display()))
        })?;
        files.insert(format!("fonts/{name}"), bytes);
    }
    let output = &arguments.output;
    write_folder(output, &files, MAIN).map_err(|error| {
        Diagnostic::error(format!("can't write `{}`: {error}", output.display()))
            .hint("name a new folder, or one that `feuillet typst` wrote before")
    })?;
    print_line!("{}", output.join(MAIN).display())?;
    Ok(Ending::Fine)
}
