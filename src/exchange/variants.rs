//! Tells which variants a choice needs in the language of a translation, and which variant of the source each goes with.

use fluent_syntax::ast;

use crate::exchange::sentences::{Variant, parse_selector};
use crate::lint::plurals::{Count, NAMES, OTHER, Rules};
use crate::load::Publication;

type Inline = ast::InlineExpression<String>;

/// What a choice is by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Basis {
    /// A number: the variants are the plural forms of the language, and numbers.
    Number(Count),
    /// Anything else: the variants are those of the source.
    Other,
}

/// The rules that a translation follows.
pub(crate) struct Grammar<'a> {
    publication: &'a Publication,
    source: Rules,
    target: Rules,
}

impl<'a> Grammar<'a> {
    /// The rules for a translation into a language.
    pub(crate) fn new(
        publication: &'a Publication,
        language: &crate::language::Tag,
    ) -> Grammar<'a> {
        let source = &publication.brochure.source_language.value;
        let rules = |tag| Rules::of(publication.languages.get(tag));
        Grammar { publication, source: rules(source), target: rules(language) }
    }

    /// What a choice is by. `keys` are those of its variants, in whichever languages there are any.
    pub(crate) fn basis<'k>(
        &self,
        selector: &str,
        keys: impl IntoIterator<Item = &'k str>,
    ) -> Basis {
        let Some((variable, count)) = parse_selector(selector).as_ref().and_then(counted) else {
            return Basis::Other;
        };
        let names_a_form = || keys.into_iter().any(|key| key != OTHER && NAMES.contains(&key));
        let is_known = !self.target.forms(count).is_empty();
        if is_known && (self.publication.number(&variable).is_some() || names_a_form()) {
            Basis::Number(count)
        } else {
            Basis::Other
        }
    }

    /// The variants that a translation of a choice is to have. `source` are those of the source, `own` those that the
    /// translation has: none if there is no such choice.
    pub(crate) fn wanted(
        &self,
        selector: &str,
        source: &[Variant],
        own: &[Variant],
    ) -> Vec<Variant> {
        let all = source.iter().chain(own).map(|variant| variant.key.as_str());
        let mut wanted = own.to_vec();
        let Basis::Number(count) = self.basis(selector, all) else {
            if wanted.is_empty() {
                wanted = source.to_vec();
            }
            return wanted;
        };
        let numbers = source.iter().filter(|variant| is_number(&variant.key));
        for variant in numbers.filter(|_| own.is_empty()) {
            wanted.push(Variant { is_default: false, ..variant.clone() });
        }
        let missing: Vec<&str> = self.missing_forms(selector, count, &wanted);
        let missing =
            missing.into_iter().map(|form| Variant { key: form.to_owned(), is_default: false });
        let missing: Vec<Variant> = missing.collect();
        // The default stands last, as everywhere.
        let end = wanted.len() - usize::from(wanted.last().is_some_and(|last| last.is_default));
        wanted.splice(end..end, missing);
        if !wanted.iter().any(|variant| variant.is_default)
            && let Some(other) = wanted.iter_mut().find(|variant| variant.key == OTHER)
        {
            other.is_default = true;
        }
        wanted
    }

    /// The forms that a choice by a number lacks, and that numbers of the usual size take.
    pub(crate) fn missing_forms(
        &self,
        selector: &str,
        count: Count,
        variants: &[Variant],
    ) -> Vec<&'static str> {
        let variable = parse_selector(selector).as_ref().and_then(counted).map(|found| found.0);
        let value = variable.and_then(|variable| self.publication.number(&variable));
        let has = |key: &str| variants.iter().any(|variant| variant.key == key);
        let is_missing = |form: &&'static str| {
            let examples = self.target.examples(form, count, value);
            // `[1]` says all that `[one]` would say.
            let is_said = self.target.says_the_number(form, count)
                && examples.iter().all(|number| has(number));
            !has(form) && (*form == OTHER || !examples.is_empty() && !is_said)
        };
        self.target.forms(count).into_iter().filter(is_missing).collect()
    }

    /// Whether a language has a form, or the key is a number.
    pub(crate) fn has_form(&self, count: Count, key: &str) -> bool {
        is_number(key) || self.target.forms(count).contains(&key)
    }

    /// The forms of the language.
    pub(crate) fn forms(&self, count: Count) -> Vec<&'static str> {
        self.target.forms(count)
    }

    /// Numbers that take a form, three at most.
    pub(crate) fn examples(&self, selector: &str, count: Count, form: &str) -> Vec<String> {
        let variable = parse_selector(selector).as_ref().and_then(counted).map(|found| found.0);
        let value = variable.and_then(|variable| self.publication.number(&variable));
        self.target.examples(form, count, value)
    }

    /// The variant of the source that goes with one of the translation: that of the same key, or of a number that takes the
    /// form, else the default. Returns its place among them.
    pub(crate) fn nearest(&self, basis: Basis, key: &str, source: &[Variant]) -> Option<usize> {
        let find = |key: &str| source.iter().position(|variant| variant.key == key);
        let by_number = || {
            let Basis::Number(count) = basis else { return None };
            let number = if is_number(key) {
                key.to_owned()
            } else {
                self.target.examples(key, count, None).into_iter().next()?
            };
            find(&number).or_else(|| find(self.source.form_of(&number, count)?))
        };
        let default = || source.iter().position(|variant| variant.is_default);
        find(key).or_else(by_number).or_else(default)
    }
}

/// Whether a key is a number.
pub(crate) fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

/// The variable that is counted, and whether it counts or ranks.
fn counted(selector: &Inline) -> Option<(String, Count)> {
    match selector {
        Inline::VariableReference { id } => Some((id.name.clone(), Count::Cardinal)),
        Inline::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            let variable = arguments.positional.iter().find_map(|argument| match argument {
                Inline::VariableReference { id } => Some(id.name.clone()),
                _ => None,
            })?;
            let ranks = arguments.named.iter().any(|argument| {
                let value = &argument.value;
                argument.name.name == "type"
                    && matches!(value, Inline::StringLiteral { value } if value == "ordinal")
            });
            Some((variable, if ranks { Count::Ordinal } else { Count::Cardinal }))
        }
        _ => None,
    }
}
