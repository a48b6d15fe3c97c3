//! Finds telephone numbers, mail and web addresses that are typed into a text. Nobody would learn of them when they change,
//! no reader could tap them, and no check of the pages keeps them whole: they belong in the facts.

use std::ops::Range;

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant};

use crate::diagnostic::{Diagnostic, Span};
use crate::language::Tag;
use crate::language::recognise::{AddressKind, Telephones, addresses, digits_of};
use crate::load::catalogue::{Entry, pattern_of};
use crate::load::facts::{CONTACT_PARTS, ContactPart, Content, PhoneNumber};
use crate::load::ftl::{self, Pattern};
use crate::load::{Accept, Facts, Publication, TextId};

/// The name of the check, by which a finding is accepted.
pub(crate) const TYPED_CONTACT: &str = "typed-contact";

/// Stands for what is filled into a text.
const FILLED: char = '\u{FFFC}';

/// A number or address that is typed into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TypedContact {
    /// What it is, with its article.
    noun: &'static str,
    /// The kind of fact that it should be.
    key: &'static str,
    /// As it was typed, one blank for each stretch of them.
    pub(super) text: String,
    /// Where it stands.
    span: Span,
}

/// What is typed, before it is known where.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Typed {
    noun: &'static str,
    key: &'static str,
    text: String,
}

/// Finds those of one message or term, in all its variants. Typst's memory keeps what was found, for the next keystroke
/// somewhere else.
pub(super) fn find(entry: &Entry, telephones: &Telephones) -> Vec<TypedContact> {
    placed(entry, typed_in_memoized(entry.lines(), telephones))
}

#[comemo::memoize]
fn typed_in_memoized(lines: &str, telephones: &Telephones) -> Vec<Typed> {
    typed_in(lines, telephones)
}

/// Tells where in the file something is typed.
fn placed(entry: &Entry, typed: Vec<Typed>) -> Vec<TypedContact> {
    let contact = |Typed { noun, key, text }: Typed| {
        let span = place(entry, &text);
        TypedContact { noun, key, text, span }
    };
    typed.into_iter().map(contact).collect()
}

/// Finds what is typed into the lines of a message or term.
fn typed_in(lines: &str, telephones: &Telephones) -> Vec<Typed> {
    let may_hold = lines.contains(|c: char| c.is_numeric() || "@.:/".contains(c));
    let Some(pattern) = may_hold.then(|| pattern_of(lines)).flatten() else { return Vec::new() };
    let mut texts = vec![String::new()];
    collect(&pattern, 0, &mut texts);
    let mut found: Vec<Typed> = Vec::new();
    for text in texts {
        let letters: Vec<char> = joined_lines(&without_tags(&text)).chars().collect();
        let all = addresses(&letters);
        let apart: Vec<Range<usize>> = all.iter().map(|address| address.range.clone()).collect();
        let mut add = |noun, key, range: Range<usize>| {
            let typed: String = letters[range].iter().collect();
            let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            let typed = Typed { noun, key, text };
            if !found.contains(&typed) {
                found.push(typed);
            }
        };
        for address in all {
            match address.kind {
                AddressKind::Web => add("a web address", "site", address.range),
                AddressKind::Mail => add("a mail address", "email", address.range),
                AddressKind::Path => {}
            }
        }
        for range in telephones.find(&letters, &apart) {
            add("a telephone number", "phone", range);
        }
    }
    found
}

/// What is to be said of the first number or address that is typed into a message and that the brochure does not accept there,
/// in whichever edition.
#[must_use]
pub(crate) fn typed_contact(
    publication: &Publication,
    language: &Tag,
    message: &TextId,
    entry: &Entry,
) -> Option<Diagnostic> {
    let telephones = Telephones::new(publication.facts.phones());
    let is_accepted = |contact: &TypedContact| {
        publication.brochure.accepts.iter().any(|accept| {
            contact.is_accepted_by(accept)
                && accept.message.as_ref().is_some_and(|own| own.value == message.as_str())
                && accept.language.as_ref().is_none_or(|own| own.value == *language)
        })
    };
    let texts = publication.catalogues.get(language).map(|catalogue| &catalogue.texts);
    let named = texts.map(|texts| texts.named_in(entry)).unwrap_or_default();
    let all = std::iter::once(entry).chain(named.into_iter().map(|(_, entry)| entry));
    let mut found = all
        .flat_map(|entry| placed(entry, typed_in(entry.lines(), &telephones)))
        .filter(|found| !is_accepted(found));
    found.next().map(|found| found.diagnostic(&publication.facts))
}

/// Collects the texts of a pattern: the variants of a choice go on from the text before it, each in a text of its own.
fn collect(pattern: &Pattern, at: usize, texts: &mut Vec<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => texts[at].push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::StringLiteral { .. }) => {
                    let alone = Pattern { elements: vec![element.clone()] };
                    texts[at].push_str(&ftl::shown(&alone).unwrap_or_default());
                }
                Expression::Inline(_) => texts[at].push(FILLED),
                Expression::Select { variants, .. } => choose(variants, at, texts),
            },
        }
    }
}

fn choose(variants: &[Variant<String>], at: usize, texts: &mut Vec<String>) {
    let before = texts[at].clone();
    for variant in variants {
        let own = texts.len();
        texts.push(before.clone());
        collect(&variant.value, own, texts);
    }
    texts[at].push(FILLED);
}

/// A text with its lines joined by blanks; paragraphs, and what is filled in, are line breaks.
fn joined_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = 0;
    for (index, line) in text.split('\n').enumerate() {
        let line = if index == 0 { line } else { line.trim_start_matches(' ') };
        if line.is_empty() {
            lines += 1;
            continue;
        }
        if index > 0 {
            out.push(if lines > 0 { '\n' } else { ' ' });
        }
        out.push_str(line);
        lines = 0;
    }
    out.replace(FILLED, "\n")
}

/// A text without its tags, which part no number.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let name = tag[1..].trim_start_matches('/');
        let known = ["b>", "em>", "a>", "span>", "a id=\"", "span lang=\""];
        match tag.find('>') {
            Some(end) if known.iter().any(|head| name.starts_with(head)) => rest = &tag[end + 1..],
            _ => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    out + rest
}

/// Where a text stands in the file, whatever blanks and tags are in it; its message if it can't be found.
fn place(entry: &Entry, text: &str) -> Span {
    let (body, source) = (entry.body(), entry.source());
    let wanted: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    // The characters of the file without blanks and tags, each with its place.
    let mut letters: Vec<(usize, char)> = Vec::new();
    let mut in_tag = false;
    for (at, c) in source.char_indices() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag || c.is_whitespace() => {}
            _ => letters.push((at, c)),
        }
    }
    let found = letters
        .windows(wanted.len().max(1))
        .find(|window| window.iter().zip(&wanted).all(|((_, own), wanted)| own == wanted));
    let ends = found.and_then(|window| Some((*window.first()?, *window.last()?)));
    ends.map_or_else(
        || entry.span.clone(),
        |((start, _), (last, c))| {
            let offset = body.range.start;
            Span::new(&body.file, offset + start..offset + last + c.len_utf8())
        },
    )
}

impl TypedContact {
    /// Tells it, with what to do.
    #[must_use]
    pub(super) fn diagnostic(&self, facts: &Facts) -> Diagnostic {
        let TypedContact { noun, key, text, span } = self;
        let diagnostic = Diagnostic::warning(format!("{noun} is typed into a text: `{text}`"))
            .code(TYPED_CONTACT)
            .at(span);
        let diagnostic = match self.fact(facts) {
            Some(name) => diagnostic.hint(format!("write `{{ ${name} }}`, which is the same fact")),
            None => diagnostic.hint(format!(
                "write it into `facts.toml` as the `{key}` of a `[contact.…]` or `[value.…]`, and call it by its name: `{{ $name-{key} }}` or `{{ $name }}`"
            )),
        };
        diagnostic.hint(format!(
            "if it must stand as it is, add an `[[accept]]` with `check = \"{TYPED_CONTACT}\"`, `message`, `found = {text:?}` and a `reason` to `brochure.toml`"
        ))
    }

    /// The name by which texts call the fact that says the same.
    fn fact(&self, facts: &Facts) -> Option<String> {
        let phone = |number: &PhoneNumber| {
            self.key == "phone" && digits_of(number.as_str()) == digits_of(&self.text)
        };
        let bare = |address: &str| {
            let scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
            scheme.trim_start_matches("mailto:").trim_end_matches('/').to_lowercase()
        };
        let same = |address: &str| bare(address) == bare(&self.text);
        let contacts = facts.contacts.iter().find_map(|contact| {
            let part = match self.key {
                "phone" => contact.phone.as_ref().is_some_and(phone).then_some(ContactPart::Phone),
                "site" => contact
                    .site
                    .as_ref()
                    .is_some_and(|forms| forms.iter().any(|form| same(form.as_str())))
                    .then_some(ContactPart::Site),
                _ => contact
                    .email
                    .as_ref()
                    .is_some_and(|forms| forms.iter().any(|form| same(form.as_str())))
                    .then_some(ContactPart::Email),
            }?;
            let (end, _) = CONTACT_PARTS.iter().find(|(_, known)| *known == part)?;
            Some(format!("{}{end}", contact.id.value))
        });
        let value = || {
            let value = facts.values.values().find(|value| match &value.content {
                Content::Phone(number) => phone(number),
                Content::Site(forms) | Content::Email(forms) => {
                    forms.iter().any(|form| same(form.as_str()))
                }
                _ => false,
            });
            value.map(|value| value.id.value.clone())
        };
        contacts.or_else(value)
    }

    /// Whether an `[[accept]]` says that this one is meant so.
    #[must_use]
    pub(super) fn is_accepted_by(&self, accept: &Accept) -> bool {
        accept.check.value == TYPED_CONTACT
            && accept.section.is_none()
            && accept.found.as_ref().is_some_and(|found| found.value == self.text)
    }
}
