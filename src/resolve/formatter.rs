//! Turns a message into paragraphs of runs in one language: Fluent formats it, then its markup is read.

use std::sync::Arc;

use fluent::{FluentArgs, FluentBundle, FluentResource};

use crate::diagnostic::{Diagnostic, Report, Span};
use crate::language::{Language, Tag};
use crate::load::Publication;
use crate::load::catalogue::Entry;
use crate::load::facts::WebAddress;
use crate::resolve::bundle;
use crate::resolve::locale::{DateStyle, LocaleFormatter};
use crate::resolve::manuscript::{Run, RunKind};
use crate::resolve::marks::Mark;
use crate::resolve::markup::{self, MarkupError, Scope};
use crate::resolve::placeable::{Placeable, Variable, variables};
use crate::resolve::typography;

/// Formats the messages of one language.
pub(super) struct MessageFormatter<'a> {
    publication: &'a Publication,
    language: &'a Language,
    bundle: FluentBundle<Arc<FluentResource>>,
    locale: Option<LocaleFormatter>,
    /// The variables that each text may use.
    variables: Vec<(String, Variable)>,
    /// The same variables as Fluent takes them.
    arguments: FluentArgs<'static>,
}

impl<'a> MessageFormatter<'a> {
    /// Prepares the formatting of messages in one language.
    #[must_use]
    pub(super) fn new(
        publication: &'a Publication,
        language: &'a Language,
        report: &Report,
    ) -> MessageFormatter<'a> {
        let catalogue = publication.catalogues.get(&language.tag);
        let resources = catalogue.map_or(&[][..], |catalogue| catalogue.texts.resources());
        let bundle = bundle::new(&language.tag, resources);
        let locale = LocaleFormatter::new(language);
        if locale.is_none() {
            report.add(Diagnostic::error(format!(
                "no formats for numbers and dates are known for `{}`",
                language.locale()
            )));
        }
        let variables = variables(publication, &language.tag);
        let all: Vec<(&str, &Variable)> =
            variables.iter().map(|(name, variable)| (name.as_str(), variable)).collect();
        let arguments = bundle::arguments(&all);
        MessageFormatter { publication, language, bundle, locale, variables, arguments }
    }

    /// The language.
    pub(super) fn language(&self) -> &'a Language {
        self.language
    }

    /// The formatter of numbers, dates and times.
    pub(super) fn locale(&self) -> Option<&LocaleFormatter> {
        self.locale.as_ref()
    }

    /// The entry of a message, if this language has a text for it.
    pub(super) fn entry(&self, id: &str) -> Option<&'a Entry> {
        let catalogue = self.publication.catalogues.get(&self.language.tag)?;
        catalogue.texts.messages.get(id).filter(|entry| entry.has_text)
    }

    /// Formats a message; `extra` are variables beside those that each text may use. Faults are reported at the message,
    /// and the result is what could be formatted.
    pub(super) fn format(
        &self,
        id: &str,
        entry: &Entry,
        extra: &[(&str, Variable)],
        report: &Report,
    ) -> Vec<Vec<Run>> {
        let all: Vec<(&str, &Variable)> = self
            .variables
            .iter()
            .map(|(name, variable)| (name.as_str(), variable))
            .chain(extra.iter().map(|(name, variable)| (*name, variable)))
            .collect();
        let with_extra;
        let arguments = if extra.is_empty() {
            &self.arguments
        } else {
            with_extra = bundle::arguments(&all);
            &with_extra
        };
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return vec![Vec::new()];
        };
        let mut errors = Vec::new();
        let marked = self.bundle.format_pattern(pattern, Some(arguments), &mut errors);
        for error in &errors {
            report.add(
                Diagnostic::error(format!("can't format the message `{id}`: {error}"))
                    .at(&entry.span)
                    .label(format!("in `{}`", self.language.tag)),
            );
        }
        self.check_dates(id, entry, &marked, &all, report);
        for mark in Mark::all(&marked) {
            let Mark::InvalidCall(function) = mark else { continue };
            report.add(
                Diagnostic::error(format!(
                    "invalid argument to `{function}` in the message `{id}`"
                ))
                .at(&entry.span)
                .hint(match &*function {
                    "DATETIME" => {
                        "it takes a date, and a `dateStyle` of \"short\", \"medium\" or \"long\""
                    }
                    _ => "it takes a number",
                }),
            );
        }
        match markup::parse(&marked, &MessageScope { formatter: self, variables: &all }) {
            Ok(mut paragraphs) => {
                // A span in the text's own language is text like any other.
                for piece in paragraphs.iter_mut().flatten().filter(|piece| piece.typed) {
                    piece.run.language.take_if(|tag| *tag == self.language.tag);
                }
                paragraphs
                    .iter()
                    .map(|paragraph| {
                        typography::set(paragraph, self.language, &self.publication.languages)
                    })
                    .collect()
            }
            Err(error) => {
                report.add(self.markup_error(&error, entry));
                vec![Vec::new()]
            }
        }
    }

    /// Reports a date in a language for which no names of months are known.
    fn check_dates(
        &self,
        id: &str,
        entry: &Entry,
        marked: &str,
        variables: &[(&str, &Variable)],
        report: &Report,
    ) {
        let is_date = |mark: Mark<'_>| {
            let Mark::Variable(index, _) = mark else { return false };
            matches!(variables.get(index), Some((_, Variable::Date(_))))
        };
        let lacks = |locale: &LocaleFormatter| locale.lacks_months();
        if Mark::all(marked).any(is_date) && self.locale.as_ref().is_some_and(lacks) {
            let tag = &self.language.tag;
            report.add(
                Diagnostic::error(format!("the message `{id}` shows a date, and the months have no names in `{tag}`"))
                    .at(&entry.span)
                    .hint(format!(
                        "add `months = [\"…\"]`, twelve names, to `[language.{tag}]` in `translations/languages.toml`"
                    )),
            );
        }
    }

    /// Turns a mark into what it stands for.
    fn placeable(&self, mark: &Mark<'_>, variables: &[(&str, &Variable)]) -> Option<Placeable> {
        match mark {
            Mark::Number(digits) => Some(Placeable::new(self.number(digits), RunKind::Number)),
            Mark::Variable(index, style) => match *variables.get(*index)? {
                (_, Variable::Placeable(placeable)) => Some(placeable.clone()),
                (_, Variable::Date(date)) => {
                    let style = style.unwrap_or(DateStyle::Long);
                    let text = self
                        .locale
                        .as_ref()
                        .map_or_else(|| date.to_string(), |locale| locale.date(*date, style));
                    Some(Placeable::new(text, RunKind::Date))
                }
                (_, Variable::Number(number)) => {
                    Some(Placeable::new(self.number(&number.to_string()), RunKind::Number))
                }
            },
            Mark::InvalidCall(_) => None,
        }
    }

    /// A number that is given in ASCII digits.
    fn number(&self, digits: &str) -> String {
        self.locale.as_ref().map_or_else(|| digits.to_owned(), |locale| locale.number(digits))
    }

    /// Tells what is wrong with the markup of a message.
    fn markup_error(&self, error: &MarkupError, entry: &Entry) -> Diagnostic {
        let (tag, message, hint) = match error {
            MarkupError::Unclosed { tag } => {
                let name = tag.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default();
                (
                    tag,
                    format!("`{tag}` is never closed"),
                    format!("write `</{name}>` where it ends"),
                )
            }
            MarkupError::Mismatched { tag, open: Some(open) } => {
                let name =
                    open.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default();
                (
                    tag,
                    format!("expected `</{name}>`, found `{tag}`"),
                    format!("`{open}` was opened last, and must be closed first"),
                )
            }
            MarkupError::Mismatched { tag, open: None } => {
                // Something that is no tag, such as `<span lang='fr'>`, stays as it was typed: the fault is often there.
                let hint = if tag == "</span>" {
                    "write the opening tag as `<span lang=\"fr\">`, or delete this one"
                } else {
                    "delete it"
                };
                (tag, format!("`{tag}` has no opening tag"), hint.to_owned())
            }
            MarkupError::NoAddress { id, tag } => {
                let facts = &self.publication.facts;
                let known = facts.contacts.iter().filter(|contact| contact.site.is_some());
                let diagnostic =
                    Diagnostic::error(format!("`{id}` is not a fact with a web address"))
                        .at(&self.tag_span(entry, tag))
                        .suggest(id, known.map(|contact| contact.id.as_str()));
                return diagnostic;
            }
            MarkupError::UnknownLanguage { language, tag } => {
                let place = self.tag_span(entry, tag);
                return self.publication.languages.unknown(language, &place);
            }
        };
        Diagnostic::error(message).at(&self.tag_span(entry, tag)).hint(hint)
    }

    /// Finds a tag in the file: its first occurrence in the message, or in the messages and terms that this one refers to.
    fn tag_span(&self, entry: &Entry, tag: &str) -> Span {
        for next in self.entries_of(entry) {
            if let Some(at) = next.source().find(tag) {
                let start = next.span.range.start + at;
                return Span::new(&next.span.file, start..start + tag.len());
            }
        }
        entry.span.clone()
    }

    /// A message or term with those that it refers to.
    pub(super) fn entries_of<'e>(&self, entry: &'e Entry) -> Vec<&'e Entry>
    where
        'a: 'e,
    {
        let texts = self.publication.catalogues.get(&self.language.tag).map(|found| &found.texts);
        let named = texts.map(|texts| texts.named_in(entry)).unwrap_or_default();
        std::iter::once(entry).chain(named.into_iter().map(|(_, entry)| entry)).collect()
    }
}

/// What marks and ids in the markup of one message stand for.
struct MessageScope<'a> {
    formatter: &'a MessageFormatter<'a>,
    variables: &'a [(&'a str, &'a Variable)],
}

impl Scope for MessageScope<'_> {
    fn placeable(&self, mark: &Mark<'_>) -> Option<Placeable> {
        self.formatter.placeable(mark, self.variables)
    }

    fn address(&self, fact: &str) -> Option<String> {
        let site = self.formatter.publication.facts.site(fact, &self.formatter.language.tag)?;
        Some(WebAddress::parse(site)?.link)
    }

    fn knows(&self, language: &Tag) -> bool {
        self.formatter.publication.languages.get(language).is_some()
    }
}
