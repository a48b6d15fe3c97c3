//! Knows where each file of a project lies, and what the file at a path is: the only owner of these names.

use crate::language::Tag;

/// The folder of the brochures.
pub(crate) const BROCHURES: &str = "brochures";

/// The folder of the catalogues, by language.
pub(crate) const TRANSLATIONS: &str = "translations";

/// The folder of the fonts.
pub(crate) const FONTS: &str = "fonts";

/// The folder that PDFs are written into, unless another one is asked for.
pub(crate) const OUTPUT: &str = "output";

/// The folders from which PDFs are made; what is written into [`OUTPUT`] changes none.
pub(crate) const INPUTS: [&str; 3] = [BROCHURES, TRANSLATIONS, FONTS];

/// The name of the catalogue that all brochures share.
const COMMON: &str = "common";

/// The files of a brochure's folder that have a name of their own.
const STRUCTURE: &str = "brochure.toml";
const FACTS: &str = "facts.toml";
const THEME: &str = "theme.toml";
const PEOPLE: &str = "people.toml";
const GLOSSARY: &str = "glossary.toml";

/// The file of a release that says what it is, and which editions it has.
pub(crate) const RELEASE: &str = "release.toml";

/// The folders inside a brochure's folder.
const IMAGES: &str = "images";
const PRINT: &str = "print";
const TEMPLATES: &str = "templates";
const RELEASES: &str = "releases";
const RUNS: &str = "runs";

/// The folder of the bodies inside [`BROCHURES`]: no brochure has this id.
pub(crate) const BODIES: &str = "bodies";

/// The communes of the country, inside [`BROCHURES`].
const COMMUNES: &str = "communes.csv";

/// The folder of the records inside the folder of a language.
const STATE: &str = "state";

/// The folder of the remarks inside the folder of a language.
const REMARKS: &str = "remarks";

/// The project's own rows of languages and scripts.
const LANGUAGES: &str = "languages.toml";

/// Whose texts a catalogue or a record holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Scope {
    /// Those that all brochures share.
    Common,
    /// Those of the brochure with this id.
    Brochure(String),
}

impl Scope {
    /// The stem of its files' names.
    #[must_use]
    pub(crate) fn name(&self) -> &str {
        match self {
            Scope::Common => COMMON,
            Scope::Brochure(id) => id,
        }
    }

    fn named(name: &str) -> Scope {
        if name == COMMON { Scope::Common } else { Scope::Brochure(name.to_owned()) }
    }
}

/// What a file of a project is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ProjectFile {
    /// `brochures/<id>/brochure.toml`: the structure of a brochure.
    Structure {
        /// The brochure's id.
        brochure: String,
    },
    /// `brochures/<id>/facts.toml`: its contacts and values.
    Facts {
        /// The brochure's id.
        brochure: String,
    },
    /// `brochures/<id>/theme.toml`: its colours, families and sizes.
    Theme {
        /// The brochure's id.
        brochure: String,
    },
    /// `brochures/<id>/people.toml`: who may translate, review, approve and sign for the law.
    People {
        /// The brochure's id.
        brochure: String,
    },
    /// `brochures/<id>/glossary.toml`: the words that its translations use alike.
    Glossary {
        /// The brochure's id.
        brochure: String,
    },
    /// `brochures/<id>/images/<name>`: a picture.
    Picture {
        /// The brochure's id.
        brochure: String,
        /// The name of the file.
        name: String,
    },
    /// `brochures/<id>/print/<name>`: the profile of a press.
    PressProfile {
        /// The brochure's id.
        brochure: String,
        /// The name of the file.
        name: String,
    },
    /// `brochures/<id>/templates/<name>`: a template that replaces one of the program's.
    Template {
        /// The brochure's id.
        brochure: String,
        /// The name of the file.
        name: String,
    },
    /// `brochures/<id>/releases/<version>/<name>`: what a release said.
    Release {
        /// The brochure's id.
        brochure: String,
        /// The version, which is the name of its folder.
        version: String,
        /// The name of the file.
        name: String,
    },
    /// `brochures/<id>/runs/<name>.toml`: what was printed at once.
    PrintRun {
        /// The brochure's id.
        brochure: String,
        /// The name of the run: its day and the beginning of a checksum.
        name: String,
    },
    /// `brochures/bodies/<key>.toml`: a body that orders brochures or hands them out.
    Body {
        /// The body's key.
        key: String,
    },
    /// `brochures/bodies/images/<name>`: a logo.
    Logo {
        /// The name of the file.
        name: String,
    },
    /// `brochures/communes.csv`: the communes of the country.
    Communes,
    /// `translations/languages.toml`: the languages that the project adds.
    Languages,
    /// `translations/<language>/<scope>.ftl`: texts in one language.
    Catalogue {
        /// The language.
        language: Tag,
        /// Whose texts they are.
        scope: Scope,
    },
    /// `translations/<language>/state/<scope>.toml`: what was reviewed.
    Record {
        /// The language.
        language: Tag,
        /// Whose texts they are.
        scope: Scope,
    },
    /// `translations/<language>/state/<scope>.ftl`: the source texts that the translations were made from.
    SourceTexts {
        /// The language of the translations.
        language: Tag,
        /// Whose texts they are.
        scope: Scope,
    },
    /// `translations/<language>/remarks/<brochure>.toml`: what somebody remarked on the texts.
    Remarks {
        /// The language.
        language: Tag,
        /// The brochure's id.
        brochure: String,
    },
    /// `fonts/…`: a font, or what lies beside it.
    Font {
        /// The path below `fonts/`.
        path: String,
    },
}

impl ProjectFile {
    /// Says what the file at a path is; `None` if the program reads no such file. The path is relative to the project,
    /// with forward slashes.
    #[must_use]
    pub(crate) fn of(path: &str) -> Option<ProjectFile> {
        let (folder, rest) = path.split_once('/')?;
        if folder == FONTS {
            return Some(ProjectFile::Font { path: rest.to_owned() });
        }
        let parts: Vec<&str> = rest.split('/').collect();
        let file = match (folder, parts.as_slice()) {
            (BROCHURES, [COMMUNES]) => ProjectFile::Communes,
            (BROCHURES, [BODIES, name]) => {
                ProjectFile::Body { key: name.strip_suffix(".toml")?.to_owned() }
            }
            (BROCHURES, [BODIES, IMAGES, name]) => ProjectFile::Logo { name: (*name).to_owned() },
            (BROCHURES, [brochure, rest @ ..]) => {
                let brochure = (*brochure).to_owned();
                match *rest {
                    [STRUCTURE] => ProjectFile::Structure { brochure },
                    [FACTS] => ProjectFile::Facts { brochure },
                    [THEME] => ProjectFile::Theme { brochure },
                    [PEOPLE] => ProjectFile::People { brochure },
                    [GLOSSARY] => ProjectFile::Glossary { brochure },
                    [IMAGES, name] => ProjectFile::Picture { brochure, name: name.to_owned() },
                    [PRINT, name] => ProjectFile::PressProfile { brochure, name: name.to_owned() },
                    [TEMPLATES, name] => ProjectFile::Template { brochure, name: name.to_owned() },
                    [RUNS, name] => ProjectFile::PrintRun {
                        brochure,
                        name: name.strip_suffix(".toml")?.to_owned(),
                    },
                    [RELEASES, version, name] => ProjectFile::Release {
                        brochure,
                        version: version.to_owned(),
                        name: name.to_owned(),
                    },
                    _ => return None,
                }
            }
            (TRANSLATIONS, [LANGUAGES]) => ProjectFile::Languages,
            (TRANSLATIONS, [language, rest @ ..]) => {
                // A folder whose name is not the canonical spelling of a tag is read by nobody.
                let language: Tag =
                    language.parse().ok().filter(|tag: &Tag| tag.as_str() == *language)?;
                match *rest {
                    [name] => {
                        let scope = Scope::named(name.strip_suffix(".ftl")?);
                        ProjectFile::Catalogue { language, scope }
                    }
                    [REMARKS, name] => {
                        let brochure = name.strip_suffix(".toml")?.to_owned();
                        ProjectFile::Remarks { language, brochure }
                    }
                    [STATE, name] => {
                        let (stem, end) = name.rsplit_once('.')?;
                        let scope = Scope::named(stem);
                        match end {
                            "toml" => ProjectFile::Record { language, scope },
                            "ftl" => ProjectFile::SourceTexts { language, scope },
                            _ => return None,
                        }
                    }
                    _ => return None,
                }
            }
            _ => return None,
        };
        Some(file)
    }

    /// The path, relative to the project, with forward slashes.
    #[must_use]
    pub(crate) fn path(&self) -> String {
        let catalogue = |language: &Tag, folder: &str, scope: &Scope, end: &str| {
            format!("{TRANSLATIONS}/{language}/{folder}{}.{end}", scope.name())
        };
        let state = format!("{STATE}/");
        match self {
            ProjectFile::Structure { brochure } => format!("{BROCHURES}/{brochure}/{STRUCTURE}"),
            ProjectFile::Facts { brochure } => format!("{BROCHURES}/{brochure}/{FACTS}"),
            ProjectFile::Theme { brochure } => format!("{BROCHURES}/{brochure}/{THEME}"),
            ProjectFile::People { brochure } => format!("{BROCHURES}/{brochure}/{PEOPLE}"),
            ProjectFile::Glossary { brochure } => format!("{BROCHURES}/{brochure}/{GLOSSARY}"),
            ProjectFile::Picture { brochure, name } => format!("{}/{name}", images(brochure)),
            ProjectFile::PressProfile { brochure, name } => format!("{}/{name}", print(brochure)),
            ProjectFile::Template { brochure, name } => format!("{}/{name}", templates(brochure)),
            ProjectFile::Release { brochure, version, name } => {
                format!("{}/{version}/{name}", releases(brochure))
            }
            ProjectFile::PrintRun { brochure, name } => format!("{}/{name}.toml", runs(brochure)),
            ProjectFile::Body { key } => format!("{BROCHURES}/{BODIES}/{key}.toml"),
            ProjectFile::Logo { name } => format!("{}/{name}", images(BODIES)),
            ProjectFile::Communes => format!("{BROCHURES}/{COMMUNES}"),
            ProjectFile::Languages => format!("{TRANSLATIONS}/{LANGUAGES}"),
            ProjectFile::Catalogue { language, scope } => catalogue(language, "", scope, "ftl"),
            ProjectFile::Record { language, scope } => catalogue(language, &state, scope, "toml"),
            ProjectFile::SourceTexts { language, scope } => {
                catalogue(language, &state, scope, "ftl")
            }
            ProjectFile::Remarks { language, brochure } => {
                format!("{TRANSLATIONS}/{language}/{REMARKS}/{brochure}.toml")
            }
            ProjectFile::Font { path } => format!("{FONTS}/{path}"),
        }
    }

    /// Whether the pages of a brochure, or what is reported of them, depend on the file: its own files, and those that
    /// all brochures share.
    #[must_use]
    pub(crate) fn is_about(&self, brochure: &str) -> bool {
        match self {
            ProjectFile::Structure { brochure: id }
            | ProjectFile::Facts { brochure: id }
            | ProjectFile::Theme { brochure: id }
            | ProjectFile::People { brochure: id }
            | ProjectFile::Glossary { brochure: id }
            | ProjectFile::Picture { brochure: id, .. }
            | ProjectFile::PressProfile { brochure: id, .. }
            | ProjectFile::Template { brochure: id, .. }
            | ProjectFile::Remarks { brochure: id, .. } => id == brochure,
            ProjectFile::Catalogue { scope, .. }
            | ProjectFile::Record { scope, .. }
            | ProjectFile::SourceTexts { scope, .. } => {
                *scope == Scope::Common || scope.name() == brochure
            }
            ProjectFile::Languages | ProjectFile::Font { .. } => true,
            // Of a body's editions the texts and the logo themselves tell.
            ProjectFile::Body { .. } | ProjectFile::Logo { .. } | ProjectFile::Communes => false,
            // What was said is over: no page shows it.
            ProjectFile::Release { .. } | ProjectFile::PrintRun { .. } => false,
        }
    }

    /// The language that the file is about, if it is about one.
    #[must_use]
    pub(crate) fn language(&self) -> Option<&Tag> {
        match self {
            ProjectFile::Catalogue { language, .. }
            | ProjectFile::Record { language, .. }
            | ProjectFile::SourceTexts { language, .. }
            | ProjectFile::Remarks { language, .. } => Some(language),
            _ => None,
        }
    }
}

/// The folder with the print runs of a brochure.
#[must_use]
pub(crate) fn runs(id: &str) -> String {
    format!("{}/{RUNS}", brochure(id))
}

/// The folder of the bodies.
#[must_use]
pub(crate) fn bodies() -> String {
    brochure(BODIES)
}

/// The folder of a brochure.
#[must_use]
pub(crate) fn brochure(id: &str) -> String {
    format!("{BROCHURES}/{id}")
}

/// The folder of a brochure's pictures.
#[must_use]
pub(crate) fn images(brochure: &str) -> String {
    format!("{BROCHURES}/{brochure}/{IMAGES}")
}

/// The folder of what a brochure brings for the print shop.
#[must_use]
pub(crate) fn print(brochure: &str) -> String {
    format!("{BROCHURES}/{brochure}/{PRINT}")
}

/// The folder of a brochure's own templates.
#[must_use]
pub(crate) fn templates(brochure: &str) -> String {
    format!("{BROCHURES}/{brochure}/{TEMPLATES}")
}

/// The folder of what a brochure's releases said.
#[must_use]
pub(crate) fn releases(brochure: &str) -> String {
    format!("{BROCHURES}/{brochure}/{RELEASES}")
}

#[cfg(test)]
mod tests {
    use super::{ProjectFile, Scope};

    #[test]
    fn a_path_says_what_it_is_and_back() {
        let nl = || "nl".parse().unwrap();
        let note = || "note".to_owned();
        for (path, file) in [
            ("brochures/note/brochure.toml", ProjectFile::Structure { brochure: note() }),
            ("brochures/note/facts.toml", ProjectFile::Facts { brochure: note() }),
            ("brochures/note/theme.toml", ProjectFile::Theme { brochure: note() }),
            (
                "brochures/note/images/a.svg",
                ProjectFile::Picture { brochure: note(), name: "a.svg".to_owned() },
            ),
            (
                "brochures/note/print/press.icc",
                ProjectFile::PressProfile { brochure: note(), name: "press.icc".to_owned() },
            ),
            (
                "brochures/note/templates/base.typ",
                ProjectFile::Template { brochure: note(), name: "base.typ".to_owned() },
            ),
            (
                "brochures/note/releases/1.0/texts-nl.toml",
                ProjectFile::Release {
                    brochure: note(),
                    version: "1.0".to_owned(),
                    name: "texts-nl.toml".to_owned(),
                },
            ),
            (
                "brochures/note/runs/2026-11-29-0123456789ab.toml",
                ProjectFile::PrintRun {
                    brochure: note(),
                    name: "2026-11-29-0123456789ab".to_owned(),
                },
            ),
            ("brochures/bodies/town.toml", ProjectFile::Body { key: "town".to_owned() }),
            ("brochures/bodies/images/a.svg", ProjectFile::Logo { name: "a.svg".to_owned() }),
            ("brochures/communes.csv", ProjectFile::Communes),
            ("translations/languages.toml", ProjectFile::Languages),
            (
                "translations/nl/common.ftl",
                ProjectFile::Catalogue { language: nl(), scope: Scope::Common },
            ),
            (
                "translations/nl/note.ftl",
                ProjectFile::Catalogue { language: nl(), scope: Scope::Brochure(note()) },
            ),
            (
                "translations/nl/state/note.toml",
                ProjectFile::Record { language: nl(), scope: Scope::Brochure(note()) },
            ),
            (
                "translations/nl/state/common.ftl",
                ProjectFile::SourceTexts { language: nl(), scope: Scope::Common },
            ),
            (
                "translations/nl/remarks/note.toml",
                ProjectFile::Remarks { language: nl(), brochure: note() },
            ),
            ("fonts/a/b.ttf", ProjectFile::Font { path: "a/b.ttf".to_owned() }),
        ] {
            assert_eq!(ProjectFile::of(path), Some(file.clone()));
            assert_eq!(file.path(), path);
        }
        for path in [
            "README.md",
            "output/note/a.pdf",
            "brochures/README.md",
            "brochures/bodies/README.md",
            "brochures/note/images/old/a.svg",
            "translations/README.md",
            "translations/FA-af/note.ftl",
            "translations/nl/note.txt",
            "translations/nl/state/note.bak",
        ] {
            assert_eq!(ProjectFile::of(path), None, "{path}");
        }
    }

    #[test]
    fn a_file_is_about_one_brochure_or_all() {
        let about = |path: &str| ProjectFile::of(path).is_some_and(|file| file.is_about("note"));
        for path in [
            "brochures/note/facts.toml",
            "translations/nl/note.ftl",
            "translations/nl/state/common.toml",
            "translations/languages.toml",
            "fonts/a.ttf",
        ] {
            assert!(about(path), "{path}");
        }
        for path in [
            "brochures/other/facts.toml",
            "translations/nl/other.ftl",
            "brochures/note/releases/1.0/release.toml",
        ] {
            assert!(!about(path), "{path}");
        }
    }
}
