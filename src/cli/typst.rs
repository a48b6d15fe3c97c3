//! `feuillet typst`.

use std::fs;

use crate::build::{Choice, Timings, fonts, open, plan, prepare, write_folder};
use crate::cli::arguments::{TypstArguments, profiles, tag};
use crate::cli::render;
use crate::cli::{Ending, find_project};
use crate::compose::{KeptWords, MAIN, compose_for};
use crate::diagnostic::{Diagnostic, Report};
use crate::typeset::typeset;

/// Writes the Typst source of a language edition.
pub(crate) fn typst(arguments: &TypstArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.as_ref())?;
    let choice = Choice {
        brochures: vec![arguments.brochure.clone()],
        languages: vec![tag(&arguments.lang)?],
        editions: vec![arguments.edition.clone()],
        profiles: profiles(arguments.profile.as_slice()),
        marks: false,
    };
    let report = Report::new();
    let desks = open(&project, &choice, &mut Timings::default(), &report)?;
    let jobs = plan(&desks, &choice, &report)?;
    let fonts = fonts(&project, &jobs, &report);
    let prepared = jobs.first().and_then(|job| {
        let (manuscript, composition) = prepare(job, &mut Timings::default(), &report)?;
        Some((job, manuscript, composition))
    });
    // The measures are those at which everything fits; where nothing does, the source shows the least.
    let unfit = Report::new();
    let files = prepared.map(|(job, manuscript, composition)| {
        let pages = typeset(&composition, &fonts, job.profile, &unfit);
        let (setting, kept) = match pages {
            Ok(pages) => (Some(pages.setting), pages.kept_words),
            Err(_) => (composition.settings.last().copied(), KeptWords::default()),
        };
        let own = compose_for(job.publication, &manuscript, job.edition, job.profile);
        let setting = setting.unwrap_or(own.settings[0]);
        own.with(&setting, &kept).to_files()
    });
    let failed = report.has_errors();
    render::print_all(&report.into_sorted());
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
    anstream::println!("{}", output.join(MAIN).display());
    Ok(Ending::Fine)
}
