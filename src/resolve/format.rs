//! A message id in, its passage in one language out: Fluent formats, facts are filled in, runs are cut.

use std::borrow::Cow;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use fluent::types::{FluentNumber, FluentNumberOptions, FluentType};
use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use intl_memoizer::IntlLangMemoizer;

use crate::diagnostic::{Diagnostic, Place, Report};
use crate::language::{Language, Languages, Tag};
use crate::load::brochure::PAGE_PREFIX;
use crate::load::catalogue::{Entry, Reference};
use crate::load::facts::{CONTACT_PARTS, Contact, ContactPart, Content};
use crate::load::forms::Forms;
use crate::load::{Facts, Publication};
use crate::resolve::locale::{DATE_STYLES, DateStyle, Formats};
use crate::resolve::manuscript::{Origin, Passage, Run, RunKind};
use crate::resolve::markup::{ANGLE, CLOSE, Filling, MarkupError, Names, OPEN, Piece, cut};
use crate::resolve::typography;

/// Formats the messages of one language.
pub(super) struct Formatter<'a> {
    publication: &'a Publication,
    language: &'a Language,
    bundle: FluentBundle<Arc<FluentResource>>,
    formats: Option<Formats>,
    /// What variables stand for; marks in a formatted text point into it.
    variables: Vec<(String, Variable)>,
    /// The same variables as Fluent takes them.
    arguments: FluentArgs<'static>,
}

/// The paragraphs of a message.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Formatted {
    /// As they were typed, with what was filled in: what a signature is given for.
    pub(super) typed: Vec<Vec<Run>>,
    /// As the language sets them.
    pub(super) set: Vec<Vec<Run>>,
}

impl Formatted {
    /// Sets paragraphs by the rules of a language, and passages in others by the rules of those.
    fn new(paragraphs: Vec<Vec<Piece>>, language: &Language, languages: &Languages) -> Formatted {
        let set = |paragraph: &Vec<Piece>| typography::set(paragraph, language, languages);
        Formatted {
            set: paragraphs.iter().map(set).collect(),
            typed: paragraphs
                .into_iter()
                .map(|pieces| pieces.into_iter().map(|piece| piece.run).collect())
                .collect(),
        }
    }

    /// What stands for a message that can't be formatted.
    fn nothing() -> Formatted {
        Formatted { typed: vec![Vec::new()], set: vec![Vec::new()] }
    }
}

/// What a variable stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Variable {
    /// A number, which texts can count with.
    Number(f64),
    /// A date.
    Date(time::Date),
    /// A text with its meaning.
    Text(Filling),
}

/// Variables as Fluent takes them: numbers as such, everything else as a mark that says which one it is.
fn fluent_arguments(variables: &[(&str, &Variable)]) -> FluentArgs<'static> {
    let mut arguments = FluentArgs::with_capacity(variables.len());
    for (index, (name, variable)) in variables.iter().enumerate() {
        let value = match variable {
            Variable::Number(number) => FluentValue::Number(FluentNumber::from(*number)),
            _ => {
                let is_date = matches!(variable, Variable::Date(_));
                FluentValue::Custom(Box::new(Marked { index, is_date, style: None }))
            }
        };
        arguments.set((*name).to_owned(), value);
    }
    arguments
}

/// A variable on its way through Fluent: it leaves a mark that says which one it was.
#[derive(Debug, Clone, PartialEq)]
struct Marked {
    index: usize,
    is_date: bool,
    style: Option<&'static str>,
}

impl FluentType for Marked {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        Cow::Owned(format!("{OPEN}v{}:{}{CLOSE}", self.index, self.style.unwrap_or_default()))
    }

    fn as_string_threadsafe(
        &self,
        _: &intl_memoizer::concurrent::IntlLangMemoizer,
    ) -> Cow<'static, str> {
        Cow::Owned(format!("{OPEN}v{}:{}{CLOSE}", self.index, self.style.unwrap_or_default()))
    }
}

/// Marks every `<` of a text itself, so that one that was filled in begins no tag.
fn mark_angles(text: &str) -> Cow<'_, str> {
    if text.contains('<') {
        Cow::Owned(text.replace('<', &ANGLE.to_string()))
    } else {
        Cow::Borrowed(text)
    }
}

/// Leaves numbers in ASCII between marks: they are written by locale when the text is cut.
fn mark_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(format!("{OPEN}n{}{CLOSE}", ascii(number)))
}

/// A number in ASCII digits, with the fraction digits that the text asks for.
fn ascii(number: &FluentNumber) -> String {
    match number.options.maximum_fraction_digits {
        Some(digits) => {
            let cut = format!("{:.*}", digits, number.value);
            let value = cut.parse().unwrap_or(number.value);
            let options = FluentNumberOptions {
                minimum_fraction_digits: number.options.minimum_fraction_digits,
                ..FluentNumberOptions::default()
            };
            FluentNumber::new(value, options).as_string().into_owned()
        }
        None => number.as_string().into_owned(),
    }
}

/// Begins what a function leaves that can't do what it is asked for.
const REFUSED: char = '!';

/// What stands for the result of a function that can't do what it is asked for.
fn refused(function: &str) -> FluentValue<'static> {
    FluentValue::String(Cow::Owned(format!("{OPEN}{REFUSED}{function}{CLOSE}")))
}

/// `NUMBER($price, minimumFractionDigits: 2)`.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = positional.first() else { return refused("NUMBER") };
    let mut number = number.clone();
    number.options.merge(named);
    FluentValue::Number(number)
}

/// `DATETIME($day, dateStyle: "short")`.
fn datetime<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let marked = match positional.first() {
        Some(FluentValue::Custom(value)) => value.as_any().downcast_ref::<Marked>(),
        _ => None,
    };
    let style = match named.get("dateStyle") {
        None => Some(None),
        Some(FluentValue::String(given)) => {
            DATE_STYLES.iter().find(|(name, _)| name == given).map(|(name, _)| Some(*name))
        }
        Some(_) => None,
    };
    match (marked, style) {
        (Some(marked), Some(style)) if marked.is_date => {
            FluentValue::Custom(Box::new(Marked { style, ..marked.clone() }))
        }
        _ => refused("DATETIME"),
    }
}

impl<'a> Formatter<'a> {
    /// Prepares the formatting of one language.
    #[must_use]
    pub(super) fn new(
        publication: &'a Publication,
        language: &'a Language,
        report: &Report,
    ) -> Formatter<'a> {
        let mut bundle = FluentBundle::new(vec![language.tag.identifier()]);
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(mark_angles));
        bundle.set_formatter(Some(mark_number));
        let functions =
            [bundle.add_function("NUMBER", number), bundle.add_function("DATETIME", datetime)];
        debug_assert!(functions.iter().all(Result::is_ok));
        if let Some(catalogue) = publication.catalogues.get(&language.tag) {
            // Common texts come first: the brochure's own catalogue may not repeat them, which `load` has checked.
            for resource in &catalogue.texts.resources {
                bundle.add_resource_overriding(Arc::clone(resource));
            }
        }
        let formats = Formats::new(language);
        if formats.is_none() {
            report.add(Diagnostic::error(format!(
                "no rules for numbers and dates are known for `{}`",
                language.locale()
            )));
        }
        let variables = variables(publication, &language.tag);
        let all: Vec<(&str, &Variable)> =
            variables.iter().map(|(name, variable)| (name.as_str(), variable)).collect();
        let arguments = fluent_arguments(&all);
        Formatter { publication, language, bundle, formats, variables, arguments }
    }

    /// The language.
    pub(super) fn language(&self) -> &'a Language {
        self.language
    }

    /// The formatters for numbers, dates and hours.
    pub(super) fn formats(&self) -> Option<&Formats> {
        self.formats.as_ref()
    }

    /// The entry of a message, if this language has a text for it.
    pub(super) fn entry(&self, id: &str) -> Option<&'a Entry> {
        let catalogue = self.publication.catalogues.get(&self.language.tag)?;
        catalogue.texts.messages.get(id).filter(|entry| entry.has_text)
    }

    /// Formats a message; `extra` are variables beside the facts. Faults are reported at the message, and then
    /// what could be formatted is given back.
    pub(super) fn format(
        &self,
        id: &str,
        entry: &Entry,
        extra: &[(&str, Variable)],
        report: &Report,
    ) -> Formatted {
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
            with_extra = fluent_arguments(&all);
            &with_extra
        };
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return Formatted::nothing();
        };
        let mut errors = Vec::new();
        let marked = self.bundle.format_pattern(pattern, Some(arguments), &mut errors);
        for error in &errors {
            report.add(
                Diagnostic::error(format!("the message `{id}` can't be filled in: {error}"))
                    .at(&entry.place)
                    .label(format!("in `{}`", self.language.tag)),
            );
        }
        for function in refusals(&marked) {
            report.add(
                Diagnostic::error(format!("`{function}` can't do this in the message `{id}`"))
                    .at(&entry.place)
                    .hint(match function {
                        "DATETIME" => "it takes a date, and a `dateStyle` of \"short\", \"medium\" or \"long\"",
                        _ => "it takes a number",
                    }),
            );
        }
        match cut(&marked, &Meanings { formatter: self, variables: &all }) {
            Ok(mut paragraphs) => {
                // A passage in the text's own language is a passage like any other.
                for piece in paragraphs.iter_mut().flatten().filter(|piece| piece.typed) {
                    piece.run.language.take_if(|tag| *tag == self.language.tag);
                }
                Formatted::new(paragraphs, self.language, &self.publication.languages)
            }
            Err(error) => {
                report.add(self.markup_error(&error, entry));
                Formatted::nothing()
            }
        }
    }

    /// Shows what stands between two marks.
    fn fill(&self, words: &str, variables: &[(&str, &Variable)]) -> Filling {
        let plain = |text: String, kind| Filling { text, kind, link: None, language: None };
        if let Some(number) = words.strip_prefix('n') {
            let text =
                self.formats.as_ref().map_or(number.to_owned(), |formats| formats.number(number));
            return plain(text, RunKind::Number);
        }
        let (index, style) = words.trim_start_matches('v').split_once(':').unwrap_or(("", ""));
        let variable = index.parse::<usize>().ok().and_then(|index| variables.get(index));
        match variable.map(|(_, variable)| *variable) {
            Some(Variable::Text(filling)) => filling.clone(),
            Some(Variable::Date(date)) => {
                let style = DATE_STYLES.iter().find(|(name, _)| *name == style);
                let style = style.map_or(DateStyle::Long, |(_, style)| *style);
                let text = self
                    .formats
                    .as_ref()
                    .map_or(date.to_string(), |formats| formats.date(*date, style));
                plain(text, RunKind::Date)
            }
            Some(Variable::Number(number)) => plain(number.to_string(), RunKind::Number),
            None => plain(String::new(), RunKind::Text),
        }
    }

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
            MarkupError::Crossed { tag, open: Some(open) } => (
                tag,
                format!("`{tag}` closes `{open}`"),
                "close first what was opened last".to_owned(),
            ),
            MarkupError::Crossed { tag, open: None } => {
                // What is no tag, such as `<span lang='fr'>`, stays as it was typed: the fault is often there.
                let hint = if tag == "</span>" {
                    "write the tag that it closes as `<span lang=\"fr\">`, or delete it"
                } else {
                    "delete it"
                };
                (tag, format!("`{tag}` closes nothing"), hint.to_owned())
            }
            MarkupError::NoAddress { id, tag } => {
                let facts = &self.publication.facts;
                let known = facts.contacts.iter().filter(|contact| contact.site.is_some());
                let diagnostic = Diagnostic::error(format!("`{id}` is no fact with a web address"))
                    .at(&self.tag_place(entry, tag))
                    .suggest(id, known.map(|contact| contact.id.as_str()));
                return diagnostic;
            }
            MarkupError::UnknownLanguage { language, tag } => {
                let place = self.tag_place(entry, tag);
                return self.publication.languages.unknown(language, &place);
            }
        };
        Diagnostic::error(message).at(&self.tag_place(entry, tag)).hint(hint)
    }

    /// Where a tag stands in the file: its first occurrence in the message, or in what the message is made from.
    fn tag_place(&self, entry: &Entry, tag: &str) -> Place {
        let texts = self.publication.catalogues.get(&self.language.tag).map(|found| &found.texts);
        let mut waiting = VecDeque::from([entry]);
        let mut seen: BTreeSet<(bool, &str)> = BTreeSet::new();
        while let Some(next) = waiting.pop_front() {
            let body = &next.body;
            if let Some(at) = body.file.text[body.range.clone()].find(tag) {
                let start = body.range.start + at;
                return Place::new(&body.file, start..start + tag.len());
            }
            for reference in &next.references {
                let (is_term, name) = match reference {
                    Reference::Term(name) => (true, name.as_str()),
                    Reference::Message(name) => (false, name.as_str()),
                    Reference::Variable(_) | Reference::Function(_) => continue,
                };
                let found = texts.and_then(|texts| {
                    if is_term { texts.terms.get(name) } else { texts.messages.get(name) }
                });
                waiting.extend(found.filter(|_| seen.insert((is_term, name))));
            }
        }
        entry.place.clone()
    }

    /// The passage of a fact's text.
    pub(super) fn fact(&self, fact: &str, filling: Filling) -> Passage {
        let language = filling.language.clone().unwrap_or_else(|| self.language.tag.clone());
        let run = Run {
            text: filling.text,
            kind: filling.kind,
            strong: false,
            emphasis: false,
            link: filling.link,
            language: None,
        };
        Passage { origin: Origin::Fact(fact.to_owned()), language, paragraphs: vec![vec![run]] }
    }
}

/// What the names in the markup of one text stand for.
struct Meanings<'a> {
    formatter: &'a Formatter<'a>,
    variables: &'a [(&'a str, &'a Variable)],
}

impl Names for Meanings<'_> {
    fn fill(&self, words: &str) -> Filling {
        self.formatter.fill(words, self.variables)
    }

    fn address(&self, fact: &str) -> Option<String> {
        let site = self.formatter.publication.facts.site(fact, &self.formatter.language.tag)?;
        Some(format!("https://{site}"))
    }

    fn knows(&self, language: &Tag) -> bool {
        self.formatter.publication.languages.get(language).is_some()
    }
}

/// The functions in a formatted text that could not do what they were asked for.
fn refusals(marked: &str) -> Vec<&str> {
    let marks = marked.split(OPEN).skip(1).filter_map(|rest| rest.split(CLOSE).next());
    marks.filter_map(|words| words.strip_prefix(REFUSED)).collect()
}

/// All variables that texts may use.
fn variables(publication: &Publication, language: &Tag) -> Vec<(String, Variable)> {
    let facts: &Facts = &publication.facts;
    let release = &publication.brochure.release;
    let text = |text: &str| Variable::Text(filling(text, RunKind::Text));
    let mut out = vec![
        ("release-version".to_owned(), text(&release.version.value)),
        ("release-date".to_owned(), Variable::Date(release.date)),
    ];
    if let Some(deposit) = &release.deposit {
        out.push(("release-deposit".to_owned(), text(deposit)));
    }
    for section in &publication.brochure.sections {
        let id = &section.id.value;
        let filling = Filling { link: Some(format!("#{id}")), ..filling(id, RunKind::Page) };
        out.push((format!("{PAGE_PREFIX}{id}"), Variable::Text(filling)));
    }
    for (id, value) in &facts.values {
        let variable = match &value.content {
            Content::Number(number) => Variable::Number(*number),
            Content::Date(date) => Variable::Date(*date),
            Content::Text(text) => Variable::Text(form_filling(text, RunKind::Text, language)),
            Content::Phone(number) => Variable::Text(phone(number)),
            Content::Site(site) => Variable::Text(self::site(site.form_for(language).as_str())),
            Content::Email(email) => Variable::Text(self::email(email.form_for(language).as_str())),
            Content::Address(address) => {
                Variable::Text(form_filling(address, RunKind::Address, language))
            }
        };
        out.push((id.clone(), variable));
    }
    for contact in &facts.contacts {
        for (end, part) in CONTACT_PARTS {
            if let Some(filling) = contact_filling(contact, part, language) {
                out.push((format!("{}{end}", contact.id.value), Variable::Text(filling)));
            }
        }
    }
    out
}

/// One part of a contact, ready to be filled in.
pub(super) fn contact_filling(
    contact: &Contact,
    part: ContactPart,
    language: &Tag,
) -> Option<Filling> {
    let form = |forms: &Option<Forms>, kind| {
        forms.as_ref().map(|forms| form_filling(forms, kind, language))
    };
    match part {
        ContactPart::Name => form(&contact.name, RunKind::Name),
        ContactPart::Phone => contact.phone.as_deref().map(phone),
        ContactPart::Site => {
            contact.site.as_ref().map(|forms| site(forms.form_for(language).as_str()))
        }
        ContactPart::Email => {
            contact.email.as_ref().map(|forms| email(forms.form_for(language).as_str()))
        }
        ContactPart::Address => form(&contact.address, RunKind::Address),
    }
}

/// The form of a text for a reader, with its language.
fn form_filling(forms: &Forms, kind: RunKind, language: &Tag) -> Filling {
    let form = forms.form_for(language);
    let language = form.language.as_ref().map(|tag| tag.value.clone());
    let text = match kind {
        RunKind::Address => bound_address(form.as_str()),
        _ => form.as_str().to_owned(),
    };
    Filling { language, ..filling(&text, kind) }
}

/// An address in which a postcode stays on the line of its town: "1000 Brussel".
fn bound_address(address: &str) -> String {
    let mut out = String::with_capacity(address.len() + 1);
    let mut rest = address;
    for word in address.split_inclusive(' ') {
        rest = &rest[word.len()..];
        let code = word.trim_end_matches(' ');
        let is_code = !code.is_empty() && code.chars().all(char::is_numeric);
        if code.len() < word.len() && is_code && rest.starts_with(char::is_alphabetic) {
            out.push_str(code);
            out.push('\u{A0}');
        } else {
            out.push_str(word);
        }
    }
    out
}

fn filling(text: &str, kind: RunKind) -> Filling {
    Filling { text: text.to_owned(), kind, link: None, language: None }
}

/// A telephone number: its groups keep together, and a click dials it.
pub(super) fn phone(number: &str) -> Filling {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    Filling { link: Some(format!("tel:{dialled}")), ..filling(number, RunKind::Phone) }
}

/// A web address.
pub(super) fn site(site: &str) -> Filling {
    Filling { link: Some(format!("https://{site}")), ..filling(site, RunKind::Site) }
}

/// A mail address.
fn email(email: &str) -> Filling {
    Filling { link: Some(format!("mailto:{email}")), ..filling(email, RunKind::Email) }
}

#[cfg(test)]
mod tests {
    use super::bound_address;

    #[test]
    fn a_postcode_stays_with_its_town() {
        for (address, wanted) in [
            ("Pachecolaan 44, 1000 Brussel", "Pachecolaan 44, 1000~Brussel"),
            ("Rue du Vivier 80-82, 1050 Bruxelles", "Rue du Vivier 80-82, 1050~Bruxelles"),
            ("12 rue Haute", "12~rue Haute"),
        ] {
            assert_eq!(bound_address(address).replace('\u{A0}', "~"), wanted);
        }
    }
}
