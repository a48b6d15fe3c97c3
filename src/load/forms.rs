//! Turns a text of the facts, or a table of texts by language, into the form that a reader gets.

use crate::diagnostic::characters::{RESERVED, name};
use crate::diagnostic::{Diagnostic, Located, Report};
use crate::fields::{self, Fields, FromValue, Table, Value};
use crate::language::{Tag, not_a_tag};

/// A name, site, address or other text of a fact in the languages that it is known in; there is at least one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    /// The first form of the file, which readers of all other languages get.
    first: Form,
    /// The others, in the order of the file.
    others: Vec<Form>,
}

/// One form of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The language that it is in, with the place that says so; `None` if it is in no language or in every one.
    pub(crate) language: Option<Located<Tag>>,
    /// Its characters, which are not blank.
    pub(crate) text: Located<String>,
}

impl Forms {
    /// A text that is the same for all readers.
    #[must_use]
    pub(crate) fn single(text: Located<String>, language: Option<Located<Tag>>) -> Forms {
        Forms { first: Form { language, text }, others: Vec::new() }
    }

    /// The form for a reader: in their own language if there is one, else the first.
    #[must_use]
    pub fn form_for(&self, language: &Tag) -> &Form {
        let own = |form: &&Form| form.language.as_ref().is_some_and(|tag| tag.value == *language);
        self.iter().find(own).unwrap_or(&self.first)
    }

    /// All forms, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Form> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The language of the first form.
    #[must_use]
    pub(crate) fn first_language(&self) -> Option<&Located<Tag>> {
        self.first.language.as_ref()
    }

    /// Puts forms together, in this order; `None` if there are none.
    pub(super) fn of(forms: Vec<Form>) -> Option<Forms> {
        let mut forms = forms.into_iter();
        Some(Forms { first: forms.next()?, others: forms.collect() })
    }
}

impl Form {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text.value
    }
}

/// What a key with forms holds.
enum Written {
    /// One text for all readers.
    Text(String),
    /// A text for each language.
    Table(Table),
}

impl FromValue for Written {
    const EXPECTED: &'static str = "a string, or a table of strings by language";

    fn from_value(value: &Located<Value>, _: &Report) -> Option<Written> {
        match &value.value {
            Value::String(text) => Some(Written::Text(text.clone())),
            Value::Table(table) => Some(Written::Table(table.clone())),
            _ => None,
        }
    }
}

/// Reads a key whose value is one text, or a table of texts by language; `language` is that of one text.
pub(super) fn read(
    fields: &Fields<'_>,
    key: &'static str,
    language: Option<&Located<Tag>>,
    source: &str,
) -> Option<Forms> {
    let written = fields.optional::<Written>(key)?;
    match written.value {
        Written::Text(text) => {
            let text = Located::new(text, written.span);
            is_written(&text, &format!("`{key}`"), fields.report())
                .then(|| Forms::single(text, language.cloned()))
        }
        Written::Table(table) => {
            by_language(fields, key, &Located::new(table, written.span), source)
        }
    }
}

/// Reads a key whose value is a table of texts by language; `source` is the one that help names.
pub(super) fn read_table(fields: &Fields<'_>, key: &'static str, source: &str) -> Option<Forms> {
    if let Some(Located { value: Value::String(text), span }) = fields.raw(key) {
        fields.report().add(
            Diagnostic::error(format!("`{key}` does not say in which language it is"))
                .at(span)
                .hint(format!("write `{key} = {{ {source} = {text:?} }}`")),
        );
        return None;
    }
    let table = fields.optional::<Table>(key)?;
    by_language(fields, key, &table, source)
}

/// Reads a key whose value is a list of tables of texts by language; `source` is the one that help names.
pub(super) fn read_list(fields: &Fields<'_>, key: &'static str, source: &str) -> Vec<Forms> {
    let tables = fields.or_default::<Vec<Located<Table>>>(key);
    tables.iter().filter_map(|table| by_language(fields, key, table, source)).collect()
}

/// Whether the value of a key is a table.
pub(super) fn is_table(fields: &Fields<'_>, key: &'static str) -> bool {
    fields.raw(key).is_some_and(|value| matches!(value.value, Value::Table(_)))
}

fn by_language(
    fields: &Fields<'_>,
    key: &'static str,
    table: &Located<Table>,
    source: &str,
) -> Option<Forms> {
    let report = fields.report();
    if table.value.entries.is_empty() {
        report.add(
            Diagnostic::error(format!("`{key}` has no form in any language"))
                .at(&table.span)
                .hint(format!("write `{key} = {{ {source} = \"…\" }}`, or delete the key")),
        );
    }
    let mut forms: Vec<Form> = Vec::new();
    for (name, value) in &table.value.entries {
        let what = format!("`{}`", name.value);
        let tag = name.value.parse::<Tag>();
        if tag.is_err() {
            report.add(not_a_tag(&name.value, &name.span));
        }
        let text = fields::read::<String>(value, &what, report);
        let text = text.ok().filter(|text| is_written(text, &what, report));
        let (Ok(tag), Some(text)) = (tag, text) else { continue };
        let same = |form: &Form| form.language.as_ref().is_some_and(|known| known.value == tag);
        if forms.iter().any(same) {
            report.add(
                Diagnostic::error(format!("`{key}` has two forms in the language `{tag}`"))
                    .at(&name.span)
                    .hint("keep one of them"),
            );
            continue;
        }
        forms.push(Form { language: Some(Located::new(tag, name.span.clone())), text });
    }
    Forms::of(forms)
}

/// Whether a text has nothing that turns or breaks the line that it stands in; if it has, it is reported.
pub(super) fn is_line(text: &Located<String>, what: &str, report: &Report) -> bool {
    let odd = text.value.chars().find(|c| breaks_line(*c));
    if let Some(c) = odd {
        report.add(
            Diagnostic::error(format!("{what} holds {}", name(c)))
                .at(&text.span)
                .hint("delete it: the line is laid out by the program, in whatever direction"),
        );
    }
    odd.is_none()
}

/// Whether a text is a line of more than blanks; if not, it is reported.
fn is_written(text: &Located<String>, what: &str, report: &Report) -> bool {
    if !is_line(text, what, report) {
        return false;
    }
    let written = !text.value.trim().is_empty();
    if !written {
        report.add(
            Diagnostic::error(format!("{what} is empty"))
                .at(&text.span)
                .hint("write it, or delete the key"),
        );
    }
    written
}

/// Whether a character ends a line, or changes the direction of what follows, or is the program's own.
fn breaks_line(c: char) -> bool {
    c.is_control()
        || RESERVED.contains(&c)
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{Forms, read};
    use crate::diagnostic::{Report, SourceFile};
    use crate::fields::{Fields, parse};

    /// What `site` holds in a file, and what is wrong with it.
    fn site(text: &str) -> (Option<Forms>, Vec<String>) {
        let report = Report::new();
        let table = parse(&SourceFile::new("facts.toml", text), &report);
        let fields = Fields::new(&table.value, &table.span, "a contact", &report);
        let forms = read(&fields, "site", None, "fr");
        fields.finish();
        (forms, report.into_sorted().into_iter().map(|found| found.message).collect())
    }

    fn form_for(forms: &Forms, language: &str) -> (String, Option<String>) {
        let form = forms.form_for(&language.parse().unwrap());
        (form.as_str().to_owned(), form.language.as_ref().map(|tag| tag.value.to_string()))
    }

    #[test]
    fn one_text_is_for_all_readers() {
        let (forms, faults) = site("site = \"a.be\"\n");
        assert_eq!(faults, [""; 0]);
        assert_eq!(form_for(&forms.unwrap(), "fr"), ("a.be".to_owned(), None));
    }

    #[test]
    fn a_reader_gets_the_own_form_else_the_first_in_the_file() {
        let (forms, faults) = site("site = { nl = \"n.be\", fr = \"f.be\", FA-af = \"p.be\" }\n");
        assert_eq!(faults, [""; 0]);
        let forms = forms.unwrap();
        let form = |language| form_for(&forms, language);
        let expected = |text: &str, tag: &str| (text.to_owned(), Some(tag.to_owned()));
        assert_eq!(form("nl"), expected("n.be", "nl"));
        assert_eq!(form("fr"), expected("f.be", "fr"));
        assert_eq!(form("fa-AF"), expected("p.be", "fa-AF"));
        assert_eq!(form("ar"), expected("n.be", "nl"));
    }

    #[test]
    fn what_is_wrong_with_one_form_leaves_the_others() {
        let (forms, faults) =
            site("site = { \"français\" = \"f.be\", de = \" \", nl = \"n.be\" }\n");
        assert_eq!(faults, ["`français` is not a language tag", "`de` is empty"]);
        assert_eq!(form_for(&forms.unwrap(), "fr").0, "n.be");
    }

    #[test]
    fn no_form_at_all_is_nothing() {
        for (text, fault) in [
            ("site = \"a\\nb\"\n", "`site` holds U+000A, a control character"),
            ("site = \"a\\u202Eb\"\n", "`site` holds U+202E RIGHT-TO-LEFT OVERRIDE"),
            ("site = {}\n", "`site` has no form in any language"),
            ("site = \"\"\n", "`site` is empty"),
            (
                "site = 1\n",
                "`site` must be a string, or a table of strings by language, found an integer",
            ),
        ] {
            assert_eq!(site(text), (None, vec![fault.to_owned()]), "{text}");
        }
    }

    #[test]
    fn two_forms_in_one_language_are_told() {
        let (forms, faults) = site("site = { fa-AF = \"a.be\", FA-af = \"b.be\" }\n");
        assert_eq!(faults, ["`site` has two forms in the language `fa-AF`"]);
        assert_eq!(form_for(&forms.unwrap(), "fr").0, "a.be");
    }
}
