//! Turns `glossary.toml` into the words that all translations of a brochure use alike, those that none uses, and the names
//! that stay as they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Located, Report, SourceFile};
use crate::fields::{Fields, parse};
use crate::language::words::WordForm;
use crate::language::{Languages, Tag};

/// What a glossary says.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Glossary {
    /// Words of the source language, with what stands for them in the others.
    pub(crate) terms: Vec<Term>,
    /// Words that no text uses.
    pub(crate) words: Vec<Word>,
    /// Names.
    pub(crate) names: Vec<Name>,
}

/// A word of the source language, with what stands for it in the others.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Term {
    /// Its name in the glossary.
    pub(crate) id: Located<String>,
    /// Its forms in the source language.
    pub(crate) source: Vec<WordForm>,
    /// What it means, or why these words.
    pub(crate) why: Option<String>,
    /// The forms of which a translation has one.
    pub(crate) forms: Forms,
    /// The forms that do not stand for it.
    pub(crate) never: Forms,
}

/// Words that no text uses.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    /// Why, and what to write instead.
    pub(crate) why: String,
    /// Their forms.
    pub(crate) never: Forms,
}

/// A name that stays as it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Name {
    /// Its name in the glossary.
    pub(crate) id: Located<String>,
    /// How it is written, in each of the languages that it has a name in. A translation has one of them.
    pub(crate) write: Vec<String>,
    /// Whether it stands beside a translation; `None` if it is not translated.
    pub(crate) beside: Option<Beside>,
}

/// Where a name stands beside its translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// In each text whose source has it.
    Always,
    /// At least once in the texts of a language.
    Once,
}

/// Forms by language.
pub(crate) type Forms = BTreeMap<Tag, Vec<WordForm>>;

impl Glossary {
    /// Whether it says nothing.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.words.is_empty() && self.names.is_empty()
    }
}

/// Reads `glossary.toml`; all faults are in the report.
pub(super) fn read(
    file: &Arc<SourceFile>,
    source: &Tag,
    languages: &Languages,
    report: &Report,
) -> Glossary {
    let table = parse(file, report);
    let fields = Fields::new(&table.value, &table.span, "the glossary", report);
    let reader = Reader { source, languages, report };
    let mut glossary = Glossary::default();
    for (id, table) in fields.named_tables("term") {
        let what = format!("the term `{}`", id.value);
        let fields = Fields::new(&table.value, &table.span, &what, report);
        let source = fields.required_as::<Vec<Located<String>>>(
            "source",
            "add `source = [\"…\"]`, its words in the language of the source",
        );
        let source = source.map(|source| reader.words(&source.value)).unwrap_or_default();
        let why = fields.optional::<String>("why").map(|why| why.value);
        let (forms, never) = (reader.forms(&fields, "use"), reader.forms(&fields, "never"));
        reader.check_use(&fields, &forms, &never);
        fields.finish();
        glossary.terms.push(Term { id, source, why, forms, never });
    }
    for (id, table) in fields.named_tables("word") {
        let what = format!("the word `{}`", id.value);
        let fields = Fields::new(&table.value, &table.span, &what, report);
        let why = fields.required_as::<String>(
            "why",
            "add `why = \"…\"`: why nobody writes it, and what to write instead",
        );
        let never = reader.forms(&fields, "never");
        fields.finish();
        if let Ok(why) = why {
            glossary.words.push(Word { why: why.value, never });
        }
    }
    let besides = [("always", Beside::Always), ("once", Beside::Once)];
    for (id, table) in fields.named_tables("name") {
        let what = format!("the name `{}`", id.value);
        let fields = Fields::new(&table.value, &table.span, &what, report);
        let write = fields.required_as::<Vec<Located<String>>>(
            "write",
            "add `write = [\"…\"]`, the name as it stands on letters and doors",
        );
        let beside = fields.word("beside", &besides).map(|beside| beside.value);
        // A remark for those who read the file.
        let _ = fields.optional::<String>("why");
        fields.finish();
        let write: Vec<Located<String>> = write.map(|write| write.value).unwrap_or_default();
        for empty in write.iter().filter(|name| name.value.trim().is_empty()) {
            report.add(Diagnostic::error("a name is empty").at(&empty.span));
        }
        let write = write.into_iter().map(|name| name.value);
        let write: Vec<String> = write.filter(|name| !name.trim().is_empty()).collect();
        if !write.is_empty() {
            glossary.names.push(Name { id, write, beside });
        }
    }
    fields.finish();
    glossary
}

struct Reader<'a> {
    source: &'a Tag,
    languages: &'a Languages,
    report: &'a Report,
}

impl Reader<'_> {
    fn words(&self, written: &[Located<String>]) -> Vec<WordForm> {
        let read = |word: &Located<String>| {
            let form = WordForm::read(&word.value);
            if form.is_none() {
                self.report.add(
                    Diagnostic::error(format!("`{}` is no word that can be looked for", word.value))
                        .at(&word.span)
                        .hint("write a word, or some in a row; a star stands at the end of a word, for any letters"),
                );
            }
            form
        };
        written.iter().filter_map(read).collect()
    }

    /// The forms of each language.
    fn forms(&self, fields: &Fields<'_>, key: &'static str) -> Forms {
        let mut forms = Forms::new();
        for (name, words) in fields.named_values::<Vec<Located<String>>>(key) {
            let tag =
                name.value.parse::<Tag>().ok().filter(|tag| self.languages.get(tag).is_some());
            let Some(tag) = tag else {
                self.report.add(
                    Diagnostic::error(format!("unknown language `{}`", name.value))
                        .at(&name.span)
                        .hint("write its tag, as its folder in `translations/` is called"),
                );
                continue;
            };
            forms.insert(tag, self.words(&words.value));
        }
        forms
    }

    /// Reports words of the source language under `use`, and words that are asked for and ruled out.
    fn check_use(&self, fields: &Fields<'_>, forms: &Forms, never: &Forms) {
        let place = fields.raw("use").map(|value| &value.span);
        let Some(place) = place else { return };
        if forms.contains_key(self.source) {
            self.report.add(
                Diagnostic::error(format!("`{}` is the language of the source", self.source))
                    .at(place)
                    .hint("its words stand in `source`"),
            );
        }
        for (tag, words) in forms {
            let both =
                words.iter().find(|word| never.get(tag).is_some_and(|never| never.contains(word)));
            if let Some(word) = both {
                let message = format!("`{}` is asked for and ruled out in `{tag}`", word.written);
                self.report.add(Diagnostic::error(message).at(place).hint("leave one of the two"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Beside, read};
    use crate::diagnostic::{Report, SourceFile};
    use crate::language::Languages;

    fn faults(text: &str) -> Vec<String> {
        let report = Report::new();
        let languages = Languages::built_in(&Report::new());
        let file = SourceFile::new("glossary.toml", text);
        let _ = read(&file, &"fr".parse().unwrap(), &languages, &report);
        report.into_sorted().into_iter().map(|fault| fault.message).collect()
    }

    #[test]
    fn a_glossary_is_read() {
        let text = "[term.refuge]\nsource = [\"refuge*\"]\nuse = { en = [\"refuge*\"] }\nnever.en = [\"camp\"]\n\
                    [word.illegal]\nwhy = \"nobody is\"\nnever = { en = [\"illegal*\"] }\n\
                    [name.cpas]\nwrite = [\"CPAS\"]\nbeside = \"once\"\n";
        assert_eq!(faults(text), [""; 0]);
        let report = Report::new();
        let languages = Languages::built_in(&Report::new());
        let file = SourceFile::new("glossary.toml", text);
        let glossary = read(&file, &"fr".parse().unwrap(), &languages, &report);
        assert_eq!(glossary.terms[0].forms[&"en".parse().unwrap()].len(), 1);
        assert_eq!(glossary.names[0].beside, Some(Beside::Once));
        assert_eq!(glossary.words[0].why, "nobody is");
    }

    #[test]
    fn what_can_never_be_found_is_a_fault() {
        for (text, wanted) in [
            ("[term.a]\nuse = {}\n", "the term `a` has no `source`"),
            ("[term.a]\nsource = [\"*\"]\n", "`*` is no word that can be looked for"),
            ("[term.a]\nsource = [\"a\"]\nuse = { fi-XX = [\"b\"] }\n", "unknown language `fi-XX`"),
            (
                "[term.a]\nsource = [\"a\"]\nuse = { fr = [\"b\"] }\n",
                "`fr` is the language of the source",
            ),
            (
                "[term.a]\nsource = [\"a\"]\nuse = { en = [\"b\"] }\nnever = { en = [\"b\"] }\n",
                "`b` is asked for and ruled out in `en`",
            ),
            ("[word.a]\nnever = { en = [\"b\"] }\n", "the word `a` has no `why`"),
            ("[name.a]\nwrite = [\" \"]\n", "a name is empty"),
            (
                "[name.a]\nwrite = [\"x\"]\nbeside = \"twice\"\n",
                "`beside` is `twice`, which is none of `always` and `once`",
            ),
            ("[terms.a]\n", "unknown key `terms` in the glossary"),
        ] {
            assert_eq!(faults(text), [wanted], "{text}");
        }
    }
}
