//! Runs `feuillet new`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;
use time::Date;

use crate::cli::arguments::{Format, ProjectArguments};
use crate::cli::clock;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::find_project_to_edit;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, count};
use crate::edit::EditLock;
use crate::language::Tag;
use crate::language::tags::tag;
use crate::load::Project;
use crate::scaffold::{Editions, NewBrochure, Scaffold, new_brochure};

#[derive(Debug, Args)]
pub(crate) struct NewArguments {
    /// The name of its folder: small letters a to z, digits and hyphens. It stays inside the project.
    name: String,
    /// The editions that it begins with.
    #[arg(long, value_enum, default_value_t = FormArgument::Leaflet)]
    form: FormArgument,
    /// The language that it is written in.
    #[arg(long, value_name = "LANG", default_value = "fr")]
    source_language: String,
    /// The languages that it is translated into, separated by commas; none by default.
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    languages: Vec<String>,
    /// The title on its cover. File names and metadata keep a neutral one: a phone may be searched.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The day of its first version; today by default.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    on: Option<Date>,
    #[command(flatten)]
    project: ProjectArguments,
}

/// The forms of `--form`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormArgument {
    /// A sheet that is folded once, with four panels.
    Leaflet,
    /// Pages of A5.
    Booklet,
    /// Both, from the same texts.
    Both,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct Made<'a> {
    project: String,
    files: Vec<&'a str>,
    wanted: &'a [String],
}

/// Makes a new brochure, and the project around it if there is none.
pub(crate) fn new(arguments: &NewArguments) -> Result<Ending, Diagnostic> {
    let choices = arguments.checked()?;
    let place = Place::find(arguments.project.project.as_ref())?;
    let made = place.project().and_then(|(project, _lock)| {
        let scaffold = new_brochure(&project, &choices)?;
        scaffold.commit(&project)?;
        Ok((project, scaffold))
    });
    let (project, scaffold) = made.inspect_err(|_| place.tidy())?;
    let title = format!("made the brochure `{}`", choices.id);
    print(&project, &scaffold, arguments.project.format, &title)?;
    if arguments.project.format == Format::Human {
        print_line!("next:")?;
        print_line!("  feuillet build")?;
        let edition = if choices.editions == Editions::Booklet { "booklet" } else { "leaflet" };
        let source = &choices.source;
        print_line!("  feuillet watch {} --lang {source} --edition {edition}", choices.id)?;
        print_line!("  feuillet translations new LANG --brochure {}", choices.id)?;
    }
    Ok(Ending::Fine)
}

/// Prints what was made, and what is wanted.
pub(crate) fn print(
    project: &Project,
    scaffold: &Scaffold,
    format: Format,
    title: &str,
) -> Result<(), Diagnostic> {
    let files: Vec<&str> = scaffold.paths().collect();
    let root = project.root().display();
    if format == Format::Json {
        let wanted = &scaffold.wanted;
        return render::print_json(&Made { project: root.to_string(), files, wanted });
    }
    print_line!("{title}: {} in {root}", count(files.len(), "file"))?;
    for file in files.iter().filter(|file| !file.starts_with("fonts/")) {
        print_line!("  {file}")?;
    }
    let fonts = files.iter().filter(|file| file.starts_with("fonts/")).count();
    if fonts > 0 {
        print_line!("  fonts/ ({})", count(fonts, "file"))?;
    }
    if !scaffold.wanted.is_empty() {
        print_line!("still wanted:")?;
    }
    for wanted in &scaffold.wanted {
        print_line!("  {wanted}")?;
    }
    Ok(())
}

impl NewArguments {
    /// Checks what was given.
    fn checked(&self) -> Result<NewBrochure, Diagnostic> {
        if let Some(title) = &self.title
            && (title.trim().is_empty() || title.contains(char::is_control))
        {
            return Err(Diagnostic::error("the title is a text of one line")
                .hint("write it like `--title \"Repair evening\"`, or leave it out"));
        }
        Ok(NewBrochure {
            id: self.name.clone(),
            editions: match self.form {
                FormArgument::Leaflet => Editions::Leaflet,
                FormArgument::Booklet => Editions::Booklet,
                FormArgument::Both => Editions::Both,
            },
            source: tag(&self.source_language)?,
            languages: self
                .languages
                .iter()
                .map(|given| tag(given))
                .collect::<Result<Vec<Tag>, _>>()?,
            title: self.title.clone(),
            date: clock::day(self.on),
        })
    }
}

/// Where the brochure is to be.
enum Place {
    /// In a project that is there.
    Project(Option<PathBuf>),
    /// In a folder in which nothing is yet; whether it is there.
    Folder(PathBuf, bool),
}

impl Place {
    /// Finds the project, or takes the folder for a new one if nothing is in it.
    fn find(given: Option<&PathBuf>) -> Result<Place, Diagnostic> {
        let current = || {
            std::env::current_dir().map_err(|error| {
                Diagnostic::error(format!("can't tell the current folder: {error}"))
            })
        };
        let folder = given.cloned().map_or_else(current, Ok)?;
        let around = match given {
            Some(_) => folder.join("brochures").is_dir(),
            None => Project::find(&folder).is_some(),
        };
        if around {
            return Ok(Place::Project(given.cloned()));
        }
        let is_there = folder.exists();
        let entries = std::fs::read_dir(&folder);
        if is_there && entries.is_err() {
            return Err(Diagnostic::error(format!("`{}` is not a folder", folder.display())));
        }
        let names = entries.into_iter().flatten().flatten();
        let other =
            names.map(|entry| entry.file_name().to_string_lossy().into_owned()).find(|name| {
                !["README", "LICENSE", "LICENCE", "fonts", "."]
                    .iter()
                    .any(|begin| name.starts_with(begin))
            });
        if let Some(other) = other {
            return Err(Diagnostic::error(format!(
                "`{}` is not empty, and no project: it holds `{other}`",
                folder.display()
            ))
            .hint("make a new folder and run the command there, or name one with `--project`"));
        }
        Ok(Place::Folder(folder, is_there))
    }

    /// The project, with the right to change it.
    fn project(&self) -> Result<(Project, EditLock), Diagnostic> {
        match self {
            Place::Project(given) => find_project_to_edit(given.as_ref()),
            Place::Folder(folder, _) => {
                std::fs::create_dir_all(folder).map_err(|error| {
                    Diagnostic::error(format!("can't make `{}`: {error}", folder.display()))
                })?;
                let project = Project::in_folder(folder);
                let lock = EditLock::acquire(&project)?;
                Ok((project.snapshot(), lock))
            }
        }
    }

    /// Deletes the folder again that was made for nothing.
    fn tidy(&self) {
        if let Place::Folder(folder, is_there) = self {
            let _ = std::fs::remove_dir_all(folder.join(crate::artifact::STATE_FOLDER));
            if !is_there {
                let _ = std::fs::remove_dir(folder);
            }
        }
    }
}
