//! Turns `people.toml` into who may translate, review, approve and sign for the law.
//!
//! People are known by initials or a pseudonym: the file is public.

use std::collections::BTreeMap;
use std::sync::Arc;

use time::Date;

use crate::diagnostic::characters::{Oddity, oddity};
use crate::diagnostic::{Diagnostic, Located, Report, SourceFile};
use crate::fields::{Fields, choose, parse};
use crate::language::Tag;

/// Those who work on a brochure.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct People {
    rows: BTreeMap<String, Person>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Person {
    /// Initials or a pseudonym.
    pub(crate) id: Located<String>,
    /// What they may do.
    pub(crate) may: Vec<Role>,
    /// The languages in which they may do it; empty for all.
    pub(crate) languages: Vec<Located<Tag>>,
    /// The languages that they grew up with.
    pub(crate) native: Vec<Located<Tag>>,
    /// The last day on which they did it; what they signed until then holds.
    pub(crate) until: Option<Date>,
}

/// What somebody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Write texts.
    Translate,
    /// Read the texts of others.
    Review,
    /// Sign for print.
    Approve,
    /// Sign for the law.
    Legal,
}

/// The roles and their names.
pub(crate) const ROLES: [(&str, Role); 4] = [
    ("translate", Role::Translate),
    ("review", Role::Review),
    ("approve", Role::Approve),
    ("legal", Role::Legal),
];

impl Role {
    /// Its name.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Role::Translate => "translate",
            Role::Review => "review",
            Role::Approve => "approve",
            Role::Legal => "legal",
        }
    }
}

impl Role {
    /// What those who have it do: "translate", "sign for the law".
    #[must_use]
    pub(crate) fn verb(self) -> &'static str {
        match self {
            Role::Translate => "translate",
            Role::Review => "review",
            Role::Approve => "approve",
            Role::Legal => "sign for the law",
        }
    }
}

/// Why somebody may not do what they want to do, or did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Refusal {
    /// They are not named.
    Unknown,
    /// They have not got the role.
    Role(Role),
    /// They have it in other languages.
    Language,
    /// They had left by then.
    Left(Date),
}

impl People {
    /// The person of that name.
    #[must_use]
    pub(crate) fn get(&self, id: &str) -> Option<&Person> {
        self.rows.get(id)
    }

    /// The names of all.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    /// The person of that name, if they have a role in a language on a day; without a language, in any.
    ///
    /// # Errors
    ///
    /// Fails if they have not.
    pub(crate) fn allowed(
        &self,
        id: &str,
        role: Role,
        language: Option<&Tag>,
        on: Date,
    ) -> Result<&Person, Refusal> {
        let person = self.rows.get(id).ok_or(Refusal::Unknown)?;
        if !person.may.contains(&role) {
            return Err(Refusal::Role(role));
        }
        let speaks = |language: &Tag| {
            person.languages.is_empty() || person.languages.iter().any(|own| own.value == *language)
        };
        if !language.is_none_or(speaks) {
            return Err(Refusal::Language);
        }
        match person.until.filter(|until| *until < on) {
            Some(until) => Err(Refusal::Left(until)),
            None => Ok(person),
        }
    }
}

impl Person {
    /// Whether they grew up with a language.
    #[must_use]
    pub(crate) fn is_native(&self, language: &Tag) -> bool {
        self.native.iter().any(|own| own.value == *language)
    }
}

/// A name without what readers do not see: capitals, blanks, letters of another script that look alike.
fn folded(name: &str) -> String {
    let letters = name.chars().filter_map(|c| match oddity(c) {
        Some(Oddity::Invisible | Oddity::Blank) => None,
        Some(Oddity::LooksLike(like)) => Some(like),
        _ => Some(c).filter(|c| !c.is_whitespace()),
    });
    letters.flat_map(char::to_lowercase).collect()
}

/// Reads `people.toml`; all faults are in the report.
pub(super) fn read(file: &Arc<SourceFile>, report: &Report) -> People {
    let table = parse(file, report);
    let fields = Fields::new(&table.value, &table.span, "the people", report);
    let mut rows = BTreeMap::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (id, table) in fields.named_tables("people") {
        let what = format!("the person `{}`", id.value);
        let fields = Fields::new(&table.value, &table.span, &what, report);
        let may = fields.required::<Vec<Located<String>>>("may").map(|may| may.value);
        let may = may.unwrap_or_default();
        let may = may.iter().filter_map(|role| choose(role, "a role", &ROLES, report).ok());
        let may = may.map(|role| role.value).collect();
        let languages = fields.or_default("languages");
        let native = fields.or_default("native");
        let until = fields.optional::<Date>("until").map(|until| until.value);
        fields.finish();
        if id.value.trim().is_empty() || id.value.contains(|c: char| c.is_control()) {
            report.add(
                Diagnostic::error("a person needs a name")
                    .at(&id.span)
                    .hint("initials or a pseudonym: this file is public"),
            );
        }
        // Nobody reviews their own text, nor under a name that reads the same.
        if let Some(other) = seen.insert(folded(&id.value), id.value.clone()) {
            report.add(
                Diagnostic::error(format!("`{}` and `{other}` read the same", id.value))
                    .at(&id.span)
                    .hint("give one name to each person, and names that differ to two"),
            );
        }
        rows.insert(id.value.clone(), Person { id, may, languages, native, until });
    }
    fields.finish();
    People { rows }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::{Refusal, Role, read};
    use crate::diagnostic::{Report, SourceFile};

    #[test]
    fn two_names_that_read_the_same_are_a_fault() {
        for other in ["cd", "\"CD \"", "\"\u{421}D\"", "\"C\u{200B}D\"", "\"\u{FF23}D\""] {
            let report = Report::new();
            let text = format!("[people.CD]\nmay = []\n[people.{other}]\nmay = []\n");
            let _ = read(&SourceFile::new("people.toml", text), &report);
            let found = report.into_sorted();
            assert_eq!(found.len(), 1, "{other}: {found:?}");
            assert!(found[0].message.ends_with("`CD` read the same"), "{}", found[0].message);
        }
    }

    #[test]
    fn a_role_is_had_in_a_language_and_until_a_day() {
        let report = Report::new();
        let people = read(
            &SourceFile::new(
                "people.toml",
                "[people.AB]\nmay = [\"review\"]\nlanguages = [\"ru\"]\nnative = [\"ru\"]\nuntil = 2026-05-31\n",
            ),
            &report,
        );
        assert_eq!(report.into_sorted(), []);
        let (russian, dutch) = ("ru".parse().unwrap(), "nl".parse().unwrap());
        let asked = |id, role, language, on| {
            people.allowed(id, role, Some(language), on).map(|person| person.id.value.as_str())
        };
        let (then, now) = (date!(2026 - 05 - 31), date!(2026 - 06 - 01));
        assert_eq!(asked("AB", Role::Review, &russian, then), Ok("AB"));
        assert_eq!(asked("CD", Role::Review, &russian, then), Err(Refusal::Unknown));
        assert_eq!(asked("AB", Role::Legal, &russian, then), Err(Refusal::Role(Role::Legal)));
        assert_eq!(asked("AB", Role::Review, &dutch, then), Err(Refusal::Language));
        assert_eq!(asked("AB", Role::Review, &russian, now), Err(Refusal::Left(then)));
    }
}
