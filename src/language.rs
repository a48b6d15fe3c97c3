//! Turns a language tag into what the program knows of the language: a row of `language/languages.toml`.

mod dates;
pub(crate) mod numbering;
pub(crate) mod numbers;
pub(crate) mod recognise;
mod script;
pub(crate) mod tags;
mod typography;
pub(crate) mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Diagnostic, Located, Report, Reported, SourceFile, Span};
use crate::fields::{Fields, Table, from_string, look_up, parse};

pub(crate) use dates::Dates;
pub use script::Direction;
pub(crate) use script::{Emphasis, Script};
pub(crate) use typography::{Hyphenation, Typography};

from_string!(Tag, "a language tag like \"pt\" or \"fa-AF\"");

/// A BCP 47 language tag in its canonical spelling; also the name of the language's folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Tag(String);

impl Tag {
    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag in the form that Fluent takes.
    #[must_use]
    pub(crate) fn identifier(&self) -> LanguageIdentifier {
        self.0.parse().unwrap_or_default()
    }
}

/// Says that a text is not a BCP 47 tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotATag;

impl FromStr for Tag {
    type Err = NotATag;

    fn from_str(text: &str) -> Result<Tag, NotATag> {
        let identifier: LanguageIdentifier = text.parse().map_err(|_| NotATag)?;
        if identifier.language.is_empty() { Err(NotATag) } else { Ok(Tag(identifier.to_string())) }
    }
}

impl fmt::Display for NotATag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a language tag like `pt` or `fa-AF`")
    }
}

impl TryFrom<String> for Tag {
    type Error = NotATag;

    fn try_from(text: String) -> Result<Tag, NotATag> {
        text.parse()
    }
}

impl From<Tag> for String {
    fn from(tag: Tag) -> String {
        tag.0
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl AsRef<str> for Tag {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// A numbering system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numerals {
    /// Its name in CLDR.
    pub(crate) code: String,
    /// Its figure one.
    pub(crate) one: String,
}

/// What the program knows of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Language {
    /// Its tag.
    pub tag: Tag,
    /// Its name in itself.
    pub autonym: String,
    /// Its script.
    pub(crate) script: Script,
    /// The locale for numbers, dates and hours, if it is not the language's own: English has an American one.
    pub(crate) formats: Option<Tag>,
    /// Its numbering system, if it is not the one that CLDR gives.
    pub(crate) numerals: Option<Numerals>,
    /// Languages to fall back to, before the brochure's own chain.
    pub(crate) fallback: Vec<Tag>,
    /// What is set for its translators: quotes, dashes, blanks.
    pub(crate) typography: Typography,
    /// Where its words may be divided; `None` if they never are.
    pub(crate) hyphenation: Option<Hyphenation>,
    /// The character before the items of a list, if it is not the dot that is drawn.
    pub(crate) list_marker: Option<String>,
    /// What links are called for people who can't see them.
    pub(crate) words: Words,
    /// How it writes dates and hours.
    pub(crate) dates: Dates,
    /// Words that turn a sentence round, in small letters; none if they are not known.
    pub(crate) negations: Vec<String>,
    /// Words that are numbers, in small letters.
    pub(crate) number_words: Vec<String>,
}

/// What links are called for people who can't see them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Words {
    /// "Telephone", before a number.
    pub(crate) telephone: Option<String>,
    /// "Mail", before an address.
    pub(crate) email: Option<String>,
    /// "page", before the number of one.
    pub(crate) page: Option<String>,
}

/// Reads `words`.
fn read_words(fields: &Fields<'_>) -> Words {
    let Some(table) = fields.optional::<Table>("words") else { return Words::default() };
    let fields = Fields::new(&table.value, &table.span, "`words`", fields.report());
    let text = |key| fields.optional::<String>(key).map(|found| found.value);
    let words = Words { telephone: text("telephone"), email: text("email"), page: text("page") };
    fields.finish();
    words
}

impl Language {
    /// The direction of its lines.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.script.direction
    }

    /// The figures of its numbering system, nought first, in texts and on pages; `None` for one that a project has added.
    #[must_use]
    pub(crate) fn figures(&self) -> Option<[char; 10]> {
        match &self.numerals {
            Some(numerals) => numbering::figures_of(&numerals.code),
            None => numbering::usual_figures(&self.locale()),
        }
    }

    /// The figure one of its numbering system, by which page numbers and steps are counted.
    #[must_use]
    pub(crate) fn first_figure(&self) -> String {
        match &self.numerals {
            Some(numerals) => numerals.one.clone(),
            None => self.figures().map_or_else(|| "1".to_owned(), |figures| figures[1].to_string()),
        }
    }

    /// The locale for numbers and dates, with the numbering system.
    #[must_use]
    pub(crate) fn locale(&self) -> String {
        let locale = self.formats.as_ref().unwrap_or(&self.tag);
        match &self.numerals {
            Some(numerals) => format!("{locale}-u-nu-{}", numerals.code),
            None => locale.to_string(),
        }
    }
}

/// All languages that are known: the program's, and those that the project adds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Languages {
    scripts: BTreeMap<String, Script>,
    numerals: BTreeMap<String, Numerals>,
    rows: BTreeMap<String, Language>,
}

/// The program's own rows.
const BUILT_IN: &str = include_str!("language/languages.toml");

impl Languages {
    /// The program's own rows. Faults in them are reported like those in any file.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn built_in(report: &Report) -> Languages {
        Languages::with_project(None, report)
    }

    /// The program's own rows and those of a project's file, which replace rows of the same name. Languages are read last:
    /// a script that a project replaces is that of the program's languages too.
    #[must_use]
    pub(crate) fn with_project(project: Option<Arc<SourceFile>>, report: &Report) -> Languages {
        let files = [SourceFile::new("languages.toml", BUILT_IN)].into_iter().chain(project);
        let tables: Vec<Located<Table>> = files.map(|file| parse(&file, report)).collect();
        let fields: Vec<Fields<'_>> = tables
            .iter()
            .map(|table| Fields::new(&table.value, &table.span, "the languages file", report))
            .collect();
        let mut languages = Languages::default();
        for fields in &fields {
            languages.read_scripts(fields, report);
            languages.read_numerals(fields, report);
        }
        for fields in fields {
            for (tag, row) in fields.named_tables("language") {
                if let Ok(language) = languages.read_language(&tag, &row, report) {
                    languages.rows.insert(language.tag.to_string(), language);
                }
            }
            fields.finish();
        }
        languages
    }

    fn read_scripts(&mut self, fields: &Fields<'_>, report: &Report) {
        for (code, row) in fields.named_tables("script") {
            if let Ok(script) = script::read(&code, &row, report) {
                self.scripts.insert(code.value, script);
            }
        }
    }

    fn read_numerals(&mut self, fields: &Fields<'_>, report: &Report) {
        for (code, row) in fields.named_tables("numerals") {
            let fields = Fields::new(&row.value, &row.span, "a numbering system", report);
            let one = fields.required::<String>("one");
            fields.finish();
            if let Ok(one) = one {
                let numerals = Numerals { code: code.value.clone(), one: one.value };
                self.numerals.insert(code.value, numerals);
            }
        }
    }

    fn read_language(
        &self,
        name: &Located<String>,
        row: &Located<Table>,
        report: &Report,
    ) -> Result<Language, Reported> {
        let fields = Fields::new(&row.value, &row.span, "a language", report);
        let autonym = fields.required::<String>("autonym");
        let script = fields.required::<String>("script");
        let formats = fields.optional::<Tag>("formats").map(|found| found.value);
        let numerals = fields.optional::<String>("numerals");
        let fallback = fields.or_default::<Vec<Located<Tag>>>("fallback");
        let typography = Typography::read(&fields);
        let hyphenation = typography::read_hyphenation(&fields);
        let words = read_words(&fields);
        let dates = dates::read(&fields);
        let text = |located: Located<String>| located.value;
        let words_of = |key| fields.or_default::<Vec<Located<String>>>(key);
        let negations = words_of("negations").into_iter().map(text).collect();
        let number_words = words_of("number-words").into_iter().map(text).collect();
        let list_marker = fields.optional::<String>("list-marker").map(|found| found.value);
        fields.finish();
        let Ok(tag) = name.value.parse::<Tag>() else {
            return Err(report.error(not_a_tag(&name.value, &name.span)));
        };
        let script = look_up(&script?, "script", &self.scripts, report)?.clone();
        let numerals = numerals.and_then(|given| match numbering::figures_of(&given.value) {
            // A project's own row of the name counts before what CLDR says.
            Some(figures) if !self.numerals.contains_key(&given.value) => {
                Some(Numerals { code: given.value, one: figures[1].to_string() })
            }
            _ => look_up(&given, "numbering system", &self.numerals, report).ok().cloned(),
        });
        let fallback = fallback.into_iter().map(|tag| tag.value).collect();
        Ok(Language {
            tag,
            autonym: autonym?.value,
            script,
            formats,
            numerals,
            fallback,
            typography,
            hyphenation,
            list_marker,
            words,
            dates,
            negations,
            number_words,
        })
    }

    /// The row of a language.
    #[must_use]
    pub fn get(&self, tag: &Tag) -> Option<&Language> {
        self.rows.get(tag.as_str())
    }

    /// The row of a language that a file names.
    ///
    /// # Errors
    ///
    /// Fails if there is none.
    pub(crate) fn require(
        &self,
        tag: &Located<Tag>,
        report: &Report,
    ) -> Result<&Language, Reported> {
        let unknown = || report.error(self.unknown(&tag.value, &tag.span));
        self.get(&tag.value).ok_or_else(unknown)
    }

    /// Says that a language that a file names has no row, and what to do.
    #[must_use]
    pub(crate) fn unknown(&self, tag: &Tag, span: &Span) -> Diagnostic {
        self.unknown_to_command(tag).at(span)
    }

    /// Says that a language that a command names has no row, and what to do.
    #[must_use]
    pub(crate) fn unknown_to_command(&self, tag: &Tag) -> Diagnostic {
        let error =
            Diagnostic::error(format!("language `{tag}` has no row in the table of languages"));
        // `fr-BE` is rather `fr` than any tag that is spelt like it.
        let parent = tag.identifier().language.to_string();
        let error = if self.rows.contains_key(&parent) {
            error.hint(format!("did you mean `{parent}`?"))
        } else {
            error.suggest(tag.as_str(), self.rows.keys().map(String::as_str))
        };
        error.hint(format!(
            "add `[language.{tag}]` to `translations/languages.toml`, with its autonym and script"
        ))
    }

    /// The row of a script.
    #[must_use]
    pub(crate) fn script(&self, code: &str) -> Option<&Script> {
        self.scripts.get(code)
    }

    /// The codes of all scripts.
    pub(crate) fn scripts(&self) -> impl Iterator<Item = &str> {
        self.scripts.keys().map(String::as_str)
    }

    /// All rows, by tag.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Language> {
        self.rows.values()
    }
}

/// Says that a name is not a language tag.
#[must_use]
pub(crate) fn not_a_tag(name: &str, span: &Span) -> Diagnostic {
    Diagnostic::error(format!("`{name}` is not a language tag"))
        .at(span)
        .hint("tags look like `pt`, `fa-AF` or `zh-Hans` (BCP 47)")
}

#[cfg(test)]
mod cldr;

#[cfg(test)]
mod tests {
    use super::{Direction, Languages, Tag, Typography};
    use crate::diagnostic::{Report, SourceFile};

    #[test]
    fn built_in_rows_have_no_fault() {
        let report = Report::new();
        let languages = Languages::built_in(&report);
        assert_eq!(report.into_sorted(), []);
        let arabic = languages.get(&"ar".parse().unwrap()).unwrap();
        assert_eq!(arabic.direction(), Direction::Rtl);
        assert_eq!(arabic.locale(), "ar-u-nu-latn");
        assert!(languages.iter().count() > 20);
    }

    #[test]
    fn a_project_adds_a_script_and_a_language() {
        let report = Report::new();
        let text = "[script.Hebr]\ndirection = \"rtl\"\nfamilies = [\"Noto Sans Hebrew\"]\n\
                    [language.he]\nautonym = \"עברית\"\nscript = \"Hebr\"\n";
        let languages = with_project(text, &report);
        assert_eq!(report.into_sorted(), []);
        let hebrew = languages.get(&"he".parse().unwrap()).unwrap();
        assert_eq!(hebrew.script.families, ["Noto Sans Hebrew"]);
        assert_eq!(hebrew.typography, Typography::default());
    }

    fn with_project(text: &str, report: &Report) -> Languages {
        let file = SourceFile::new("translations/languages.toml", text);
        Languages::with_project(Some(file), report)
    }

    #[test]
    fn a_replaced_row_is_that_of_every_language() {
        let report = Report::new();
        let languages = with_project(
            "[script.Latn]\nfamilies = [\"Cantarell\"]\n[numerals.arabext]\none = \"1\"\n",
            &report,
        );
        assert_eq!(report.into_sorted(), []);
        let latin: Vec<_> = languages.iter().filter(|row| row.script.code == "Latn").collect();
        assert!(latin.len() > 10);
        for row in latin {
            assert_eq!(row.script.families, ["Cantarell"], "{}", row.tag);
        }
        let persian = languages.get(&"fa".parse().unwrap()).unwrap();
        assert_eq!(persian.first_figure(), "1");
    }

    #[test]
    fn tags_take_their_canonical_spelling() {
        assert_eq!("FA-af".parse::<Tag>().unwrap().as_str(), "fa-AF");
        assert!("français".parse::<Tag>().is_err());
    }
}
