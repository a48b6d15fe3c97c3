//! Turns a name and a few choices into the files of a new brochure, and of the project around it if there is none.

use std::sync::Arc;

use time::Date;
use toml_edit::{Array, Datetime, InlineTable, Value};

use crate::diagnostic::{Diagnostic, Report, SourceFile, count, list};
use crate::edit::toml::set_value;
use crate::language::{Language, Languages, Tag};
use crate::load::{Project, ProjectFile, Scope};
use crate::scaffold::{Scaffold, catalogue, fonts};
use crate::typeset::Fonts;

const STRUCTURE: &str = include_str!("templates/brochure.toml");
const FACTS: &str = include_str!("templates/facts.toml");
const THEME: &str = include_str!("templates/theme.toml");
const PEOPLE: &str = include_str!("templates/people.toml");
const README: &str = include_str!("templates/README.md");
const IGNORED: &str = include_str!("templates/gitignore");

/// The editions of a new brochure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Editions {
    /// A sheet that is folded.
    Leaflet,
    /// Pages over which text flows.
    Booklet,
    /// Both, from the same texts.
    Both,
}

/// What was asked for.
#[derive(Debug)]
pub(crate) struct NewBrochure {
    /// The name of its folder.
    pub(crate) id: String,
    /// Its editions.
    pub(crate) editions: Editions,
    /// The language that it is written in.
    pub(crate) source: Tag,
    /// The languages that it is translated into.
    pub(crate) languages: Vec<Tag>,
    /// The title on its cover; the metadata keep a neutral one.
    pub(crate) title: Option<String>,
    /// The day of its first version.
    pub(crate) date: Date,
}

/// The files of a new brochure.
///
/// # Errors
///
/// Fails if the name can't be one, if the project has such a brochure or texts of that name, or if a language is not known.
pub(crate) fn new_brochure(
    project: &Project,
    choices: &NewBrochure,
) -> Result<Scaffold, Diagnostic> {
    check_name(project, &choices.id)?;
    let report = Report::new();
    let known = project.languages(&report);
    if let Some(fault) = report.into_sorted().into_iter().find(Diagnostic::is_error) {
        return Err(fault);
    }
    let source = row(&known, &choices.source)?;
    let mut languages = vec![source];
    for tag in &choices.languages {
        let language = row(&known, tag)?;
        if !languages.iter().any(|other| other.tag == language.tag) {
            languages.push(language);
        }
    }
    let mut scaffold = Scaffold::default();
    if project.brochures().is_empty() {
        scaffold.write_new(project, "README.md", readme(choices).as_bytes());
        scaffold.write_new(project, ".gitignore", IGNORED.as_bytes());
    }
    let installed = Fonts::load(&project.fonts(), &Report::new());
    // Every cover names all languages: without the fonts of one, no edition could be made.
    let mut with_fonts = Vec::new();
    for language in &languages {
        let families = &language.script.families;
        if fonts::add(&mut scaffold, project, &installed, language, families) {
            with_fonts.push(*language);
        } else if language.tag == choices.source {
            return Err(without_fonts(language));
        } else {
            scaffold.wanted.push(format!(
                "languages: `{}` is not in `languages` of `brochure.toml` yet; when the fonts are there, run `feuillet translations new {} --brochure {}`",
                language.tag, language.tag, choices.id
            ));
        }
    }
    add_structure(&mut scaffold, project, choices, &with_fonts)?;
    add_texts(&mut scaffold, project, choices, &languages)?;
    Ok(scaffold)
}

/// A name is a folder on every system, and is typed into commands.
fn check_name(project: &Project, id: &str) -> Result<(), Diagnostic> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if !id.chars().all(fits) || !is_edge(id.chars().next()) || !is_edge(id.chars().last()) {
        return Err(Diagnostic::error(format!("`{id}` can't be the name of a brochure"))
            .hint("use small letters a to z, digits and hyphens between them: `repair-evening`"));
    }
    // Names of devices on Windows, in whatever folder.
    let is_device = |name: &str| {
        ["con", "prn", "aux", "nul"].contains(&name)
            || ["com", "lpt"].iter().any(|device| {
                name.strip_prefix(device)
                    .is_some_and(|rest| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_digit()))
            })
    };
    if id == Scope::Common.name() || is_device(id) {
        return Err(Diagnostic::error(format!("a brochure can't be called `{id}`")).hint(
            if is_device(id) {
                "it is the name of a device on Windows: choose another"
            } else {
                "`common.ftl` holds the texts that all brochures share: choose another name"
            },
        ));
    }
    let folder = project.root().join("brochures").join(id);
    if folder.exists() {
        return Err(Diagnostic::error(format!("there is a folder `brochures/{id}` already"))
            .hint("choose another name, or delete the folder"));
    }
    Ok(())
}

/// Says that the fonts of the source language do not ship.
fn without_fonts(language: &Language) -> Diagnostic {
    Diagnostic::error(format!(
        "the fonts of `{}` do not come with the program: {}",
        language.tag,
        list(&language.script.families)
    ))
    .hint(format!(
        "make a folder `fonts/` where the project is to be, put them there, and run the command again; Noto families are at {}",
        fonts::SOURCE
    ))
}

/// The row of a language.
fn row<'l>(known: &'l Languages, tag: &Tag) -> Result<&'l Language, Diagnostic> {
    known.get(tag).ok_or_else(|| known.unknown_to_command(tag))
}

/// `brochure.toml` and the files beside it.
fn add_structure(
    scaffold: &mut Scaffold,
    project: &Project,
    choices: &NewBrochure,
    languages: &[&Language],
) -> Result<(), Diagnostic> {
    let id = || choices.id.clone();
    let source = choices.source.as_str();
    let structure = ProjectFile::Structure { brochure: id() }.path();
    let mut file = SourceFile::new(structure.as_str(), of_editions(STRUCTURE, choices.editions));
    let tags: Array = languages.iter().map(|language| language.tag.as_str()).collect();
    let edits: [(&[&str], &str, Value); 4] = [
        (&[], "source-language", source.into()),
        (&[], "languages", tags.into()),
        (&[], "public-name", public_name(project).into()),
        (&["release"], "date", date(choices.date).into()),
    ];
    for (path, key, value) in edits {
        file = set_value(&file, path, key, value)?;
    }
    if !catalogue::has_common(&choices.source) {
        let languages: Array = [catalogue::STAND_IN].into_iter().collect();
        file = set_value(&file, &[], "fallback", languages)?;
    }
    scaffold.write(structure, file.own_text());

    let facts = ProjectFile::Facts { brochure: id() }.path();
    let mut file = SourceFile::new(facts.as_str(), FACTS);
    let mut name = InlineTable::new();
    name.insert(source, "Example Office".into());
    // An invented fact is due from the first day: nobody can verify it as it is.
    let review = date(choices.date.previous_day().unwrap_or(choices.date));
    file = set_value(&file, &["contact", "example"], "name", name)?;
    file = set_value(&file, &["contact", "example"], "review-by", review)?;
    file = set_value(&file, &["value", "answer-days"], "review-by", review)?;
    scaffold.write(facts, file.own_text());
    scaffold.write(ProjectFile::Theme { brochure: id() }.path(), THEME);
    scaffold.write(ProjectFile::People { brochure: id() }.path(), PEOPLE);
    Ok(())
}

/// The catalogues.
fn add_texts(
    scaffold: &mut Scaffold,
    project: &Project,
    choices: &NewBrochure,
    languages: &[&Language],
) -> Result<(), Diagnostic> {
    let path = |language: &Tag, scope: Scope| {
        ProjectFile::Catalogue { language: language.clone(), scope }.path()
    };
    let own = || Scope::Brochure(choices.id.clone());
    let source_path = path(&choices.source, own());
    let (texts, are_own) = catalogue::source_texts(&choices.source, choices.title.as_deref())?;
    if !are_own {
        scaffold.wanted.push(format!(
            "texts: those of `{source_path}` are examples in English; replace them with your own"
        ));
    }
    let source_file = SourceFile::new(source_path.as_str(), texts.as_str());
    let common_file = SourceFile::new(
        path(&choices.source, Scope::Common).as_str(),
        catalogue::common(&choices.source).unwrap_or_else(catalogue::stand_in_common),
    );
    let stand_in: Option<Tag> = (!catalogue::has_common(&choices.source))
        .then(|| catalogue::STAND_IN.parse().ok())
        .flatten();
    let mut add = |language: &Language, is_made: bool| -> Result<(), Diagnostic> {
        let tag = &language.tag;
        let target = path(tag, own());
        if project.has(&target) {
            return Err(Diagnostic::error(format!("there are texts in `{target}` already"))
                .hint("choose another name for the brochure, or delete them"));
        }
        if *tag == choices.source {
            scaffold.write(target, texts.as_str());
        } else {
            if is_made {
                scaffold.wanted.push(format!(
                    "translations: {} of `{target}`",
                    count(catalogue::messages(&texts), "text")
                ));
            }
            scaffold.write(target, catalogue::empty(&source_file, language));
        }
        add_common(scaffold, project, language, &common_file);
        Ok(())
    };
    for language in languages {
        add(language, true)?;
    }
    if let Some(tag) = stand_in.filter(|tag| !languages.iter().any(|one| one.tag == *tag)) {
        let report = Report::new();
        let known = project.languages(&report);
        add(row(&known, &tag)?, false)?;
    }
    Ok(())
}

/// The texts that all brochures share, in one language, unless the project has them.
pub(super) fn add_common(
    scaffold: &mut Scaffold,
    project: &Project,
    language: &Language,
    source: &Arc<SourceFile>,
) {
    let tag = &language.tag;
    let scope = Scope::Common;
    let target = ProjectFile::Catalogue { language: tag.clone(), scope }.path();
    if project.has(&target) {
        return;
    }
    match catalogue::common(tag) {
        Some(text) => scaffold.write(target, text),
        None => {
            scaffold.wanted.push(format!(
                "translations: {} of `{target}`, such as “free” and the line of a draft",
                count(catalogue::messages(&source.text), "text")
            ));
            scaffold.write(target, catalogue::empty(source, language));
        }
    }
}

/// The structure with the editions that were asked for. What stands in one edition alone says so in its line.
fn of_editions(structure: &str, editions: Editions) -> String {
    let other = match editions {
        Editions::Both => return structure.to_owned(),
        Editions::Leaflet => "booklet",
        Editions::Booklet => "leaflet",
    };
    let header = format!("[edition.{other}]\n");
    let tables = structure.split("\n\n").filter(|part| !part.starts_with(&header));
    let limit = |edition: &str| format!(", editions = [\"{edition}\"]");
    let own = limit(if other == "booklet" { "leaflet" } else { "booklet" });
    let kept = tables.collect::<Vec<_>>().join("\n\n");
    let lines = kept.split_inclusive('\n').filter(|line| !line.contains(&limit(other)));
    lines.map(|line| line.replace(&own, "")).collect()
}

/// A neutral beginning for file names, which no other brochure has.
fn public_name(project: &Project) -> String {
    let structure = |brochure| ProjectFile::Structure { brochure }.path();
    let files = project.brochures().into_iter().filter_map(|id| project.read_bytes(&structure(id)));
    let texts: Vec<String> =
        files.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
    let taken = |name: &str| texts.iter().any(|text| text.contains(&format!("\"{name}\"")));
    let further = (2..).map(|number| format!("info-{number}"));
    let mut names = std::iter::once("info".to_owned()).chain(further);
    names.find(|name| !taken(name)).unwrap_or_default()
}

fn readme(choices: &NewBrochure) -> String {
    let edition = if choices.editions == Editions::Booklet { "booklet" } else { "leaflet" };
    let source = choices.source.as_str();
    let watch = |lang: &str, edition: &str| format!("--lang {lang} --edition {edition}");
    let begin = format!("feuillet watch {}", watch(source, edition));
    README
        .replace(&format!("feuillet watch {} ", watch("LANG", "EDITION")), &format!("{begin:<45} "))
        .replace("translations/SOURCE/", &format!("translations/{source}/"))
}

fn date(day: Date) -> Datetime {
    let year = u16::try_from(day.year()).unwrap_or_default();
    let date = toml_edit::Date { year, month: u8::from(day.month()), day: day.day() };
    Datetime { date: Some(date), time: None, offset: None }
}
