//! Turns a language tag into what a brochure needs to be made in that language, and tells what people have to do then.

use crate::diagnostic::{Diagnostic, Report, SourceFile, count};
use crate::edit::toml::{push_value, set_value};
use crate::language::{Language, Languages, Tag};
use crate::load::{Project, ProjectFile, Publication, Scope};
use crate::scaffold::{Scaffold, brochure, catalogue, fonts};
use crate::typeset::Fonts;

/// What was asked for.
#[derive(Debug)]
pub(crate) struct NewLanguage {
    /// The language.
    pub(crate) tag: Tag,
    /// Its name in itself and its script, for a language that the program does not know.
    pub(crate) row: Option<NewRow>,
}

/// A row for the table of languages.
#[derive(Debug)]
pub(crate) struct NewRow {
    /// The name of the language in itself.
    pub(crate) autonym: String,
    /// The code of its script.
    pub(crate) script: String,
}

/// The files of a new language of a brochure. Files that are there stay as they are, so the command can be run again when what it
/// wanted is there.
///
/// # Errors
///
/// Fails if the brochure is made in it already, if the language is not known and no row was given, or if `brochure.toml` can't
/// be edited.
pub(crate) fn new_language(
    project: &Project,
    publication: &Publication,
    choices: &NewLanguage,
) -> Result<Scaffold, Diagnostic> {
    let (tag, structure) = (&choices.tag, &publication.brochure);
    if let Some(there) = structure.languages.iter().find(|known| known.value == *tag) {
        return Err(Diagnostic::error(format!("`{}` is made in `{tag}` already", structure.id))
            .at(&there.span)
            .hint(format!("`feuillet translations status --lang {tag}` says what is missing")));
    }
    let mut scaffold = Scaffold::default();
    let languages = with_row(&mut scaffold, project, &publication.languages, choices)?;
    let language = languages.get(tag).ok_or_else(|| unknown(&publication.languages, tag))?;

    add_texts(&mut scaffold, project, publication, language);
    let installed = Fonts::load(&project.fonts(), &Report::new());
    let families = publication.theme.families_of(&language.script);
    // Every cover names all languages: without the fonts of one, no edition could be made.
    if !fonts::add(&mut scaffold, project, &installed, language, families) {
        scaffold.wanted.push(format!(
            "languages: `{tag}` is not in `languages` of `brochure.toml` yet; when the fonts are there, run this command again"
        ));
        return Ok(scaffold);
    }
    let path = ProjectFile::Structure { brochure: structure.id.clone() }.path();
    let report = Report::new();
    let file = project.read_text(&path, &report);
    let file = file.map_err(|_| first(report))?;
    scaffold.write(path, push_value(&file, &[], "languages", tag.as_str())?.own_text());
    let limited = structure.editions.iter().filter(|edition| !edition.languages.is_empty());
    for edition in limited {
        scaffold.wanted.push(format!(
            "editions: `{}` names its own `languages`; add `{tag}` there to have it in this language too",
            edition.id.value
        ));
    }
    Ok(scaffold)
}

/// The languages with the row that was given, if the language has none.
fn with_row(
    scaffold: &mut Scaffold,
    project: &Project,
    known: &Languages,
    choices: &NewLanguage,
) -> Result<Languages, Diagnostic> {
    let tag = &choices.tag;
    let Some(row) = &choices.row else { return Ok(known.clone()) };
    if known.get(tag).is_some() {
        return Err(Diagnostic::error(format!("language `{tag}` has a row already"))
            .hint("leave out `--autonym` and `--script`, or change the row in `translations/languages.toml`"));
    }
    if known.script(&row.script).is_none() {
        return Err(Diagnostic::error(format!("unknown script `{}`", row.script))
            .suggest(&row.script, known.scripts())
            .hint("scripts have codes of four letters (ISO 15924): `Latn`, `Cyrl`, `Arab`; add a row `[script.…]` to `translations/languages.toml` for one that the program does not know"));
    }
    let path = ProjectFile::Languages.path();
    let text = project.read_bytes(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let mut file = SourceFile::decode(path.as_str(), text.unwrap_or_default());
    let table = ["language", tag.as_str()];
    file = set_value(&file, &table, "autonym", row.autonym.as_str())?;
    file = set_value(&file, &table, "script", row.script.as_str())?;
    scaffold.write(path.clone(), file.own_text());
    scaffold.wanted.push(format!(
        "typography: `[language.{tag}]` in `{path}` has no quotes, dashes or words for links yet; without them texts appear as they are typed"
    ));
    let report = Report::new();
    let languages = Languages::with_project(Some(file), &report);
    if report.has_errors() { Err(first(report)) } else { Ok(languages) }
}

/// The first fault of a report, or that there was one.
fn first(report: Report) -> Diagnostic {
    let mut faults = report.into_sorted().into_iter();
    faults.find(Diagnostic::is_error).unwrap_or_else(|| Diagnostic::error("a file can't be read"))
}

fn unknown(languages: &Languages, tag: &Tag) -> Diagnostic {
    languages.unknown_to_command(tag).hint(
        "or let this command write the row: add `--autonym NAME --script CODE`, such as `--autonym Malti --script Latn`",
    )
}

/// The catalogues, empty where the program has no texts, and what is wanted in them.
fn add_texts(
    scaffold: &mut Scaffold,
    project: &Project,
    publication: &Publication,
    language: &Language,
) {
    let (tag, structure) = (&language.tag, &publication.brochure);
    let path = |language: &Tag, scope: Scope| {
        ProjectFile::Catalogue { language: language.clone(), scope }.path()
    };
    let read = |path: &str| {
        let bytes = project.read_bytes(path).unwrap_or_default();
        SourceFile::decode(path, String::from_utf8_lossy(&bytes))
    };
    let source = &structure.source_language.value;
    let own = Scope::Brochure(structure.id.clone());
    let source_file = read(&path(source, own.clone()));
    let target = path(tag, own);
    // A folder may be there of another brochure, or of somebody who began before.
    if !project.has(&target) {
        scaffold.wanted.push(format!(
            "translations: {} of `{target}`",
            count(catalogue::messages(&source_file.text), "text")
        ));
        scaffold.write(target, catalogue::empty(&source_file, language));
    }
    let common = read(&path(source, Scope::Common));
    brochure::add_common(scaffold, project, language, &common);
    let common_path = path(tag, Scope::Common);
    let shipped = if project.has(&common_path) { None } else { catalogue::common(tag) };
    let speaks = answers(publication).filter(|answer| {
        let message = format!("speaks-{answer}");
        shipped.is_some_and(|text| !text.contains(&format!("{message} =")))
    });
    let speaks: Vec<String> = speaks.map(|answer| format!("speaks-{answer}")).collect();
    if !speaks.is_empty() {
        scaffold.wanted.push(format!(
            "translations: {} in `{common_path}`, for the languages in which contacts answer",
            crate::diagnostic::list(&speaks)
        ));
    }
    let name = format!("speaks-{tag}");
    let mut languages = structure.all_languages();
    languages.retain(|other| {
        let texts = publication.catalogues.get(other).map(|catalogue| &catalogue.texts);
        texts.is_some_and(|texts| !texts.messages.contains_key(&name))
    });
    if !languages.is_empty() {
        scaffold.wanted.push(format!(
            "contacts: where one answers in {}, add `{tag}` to its `answers`, and `{name} = …` to the `common.ftl` of {}",
            language.autonym,
            crate::diagnostic::list(&languages)
        ));
    }
}

/// The languages in which contacts answer, each once.
fn answers(publication: &Publication) -> impl Iterator<Item = &Tag> {
    let answers = publication.facts.contacts.iter().flat_map(|contact| &contact.answers);
    answers.map(|tag| &tag.value).collect::<std::collections::BTreeSet<_>>().into_iter()
}
