//! Turns the pattern of a message into sentences without choices, and sentences into a pattern again.
//!
//! In a sentence a choice is a code, `{ $days -> … }`, and each of its variants is a sentence of its own.

use std::fmt;

use fluent_syntax::ast;

use crate::exchange::unit_id::{DEFAULT_SIGN, Path, Step};
use crate::exchange::{Piece, Text};
use crate::lint::plurals::OTHER;
use crate::load::ftl::{Pattern, PatternError, parse_pattern, typed};

type Element = ast::PatternElement<String>;
type Expression = ast::Expression<String>;
type Inline = ast::InlineExpression<String>;

/// What stands between the braces of a choice behind what is chosen by.
const CHOICE: &str = "-> …";

/// A sentence of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// The variants that lead to it; none for the message itself.
    pub(crate) path: Path,
    /// The sentence as it is typed.
    pub(crate) flat: String,
}

/// A variant of a choice: its key, and whether it is taken where no other fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variant {
    /// Its key.
    pub(crate) key: String,
    /// Whether it is the default.
    pub(crate) is_default: bool,
}

/// A choice of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice<'a> {
    /// What is chosen by, as it stands in ids: `$days`, `$days #2`.
    pub(crate) selector: String,
    /// The same as it was parsed.
    pub(crate) expression: &'a Inline,
    /// What there is to choose from.
    pub(crate) variants: &'a [ast::Variant<String>],
}

/// The sentences of a message: first itself, then the variants of its first choice, each followed by its own.
#[must_use]
pub(crate) fn sentences(pattern: &Pattern) -> Vec<Sentence> {
    let mut found = Vec::new();
    collect(pattern, &mut Vec::new(), &mut found);
    found
}

fn collect(pattern: &Pattern, path: &mut Path, found: &mut Vec<Sentence>) {
    found.push(Sentence { path: path.clone(), flat: flat(pattern) });
    for choice in choices(pattern) {
        let keys: Vec<Variant> = choice.variants.iter().map(Variant::of).collect();
        for (variant, key) in choice.variants.iter().zip(keys_in_ids(&keys)) {
            path.push(Step { selector: choice.selector.clone(), key });
            collect(&variant.value, path, found);
            path.pop();
        }
    }
}

/// The choices of a pattern itself, not those inside their variants.
#[must_use]
pub(crate) fn choices(pattern: &Pattern) -> Vec<Choice<'_>> {
    let mut found: Vec<Choice<'_>> = Vec::new();
    for element in &pattern.elements {
        if let Element::Placeable { expression: Expression::Select { selector, variants } } =
            element
        {
            let name = selector_name(selector, found.iter().map(|found| found.expression));
            found.push(Choice { selector: name, expression: selector, variants });
        }
    }
    found
}

impl Variant {
    /// What a variant says of itself.
    pub(crate) fn of(variant: &ast::Variant<String>) -> Variant {
        let (ast::VariantKey::Identifier { name: key }
        | ast::VariantKey::NumberLiteral { value: key }) = &variant.key;
        Variant { key: key.clone(), is_default: variant.default }
    }
}

/// The keys of variants as they stand in ids: the default one has a sign, unless it is `other`.
#[must_use]
pub(crate) fn keys_in_ids(variants: &[Variant]) -> Vec<String> {
    let key = |variant: &Variant| {
        let is_marked = variant.is_default && variant.key != OTHER;
        let sign = if is_marked { DEFAULT_SIGN.to_string() } else { String::new() };
        format!("{sign}{}", variant.key)
    };
    variants.iter().map(key).collect()
}

/// How a choice is called in ids, behind others of the same sentence.
fn selector_name<'a>(selector: &Inline, earlier: impl Iterator<Item = &'a Inline>) -> String {
    let name = written(selector);
    match earlier.filter(|earlier| *earlier == selector).count() {
        0 => name,
        number => format!("{name} #{}", number + 1),
    }
}

/// What is chosen by, as it is typed.
fn written(selector: &Inline) -> String {
    let expression = Expression::Inline(selector.clone());
    let written = typed(&Pattern { elements: vec![Element::Placeable { expression }] });
    let inside = written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    inside.unwrap_or(&written).trim().to_owned()
}

/// A pattern as it is typed, with a code in place of each of its choices.
#[must_use]
pub(crate) fn flat(pattern: &Pattern) -> String {
    let mut earlier: Vec<&Inline> = Vec::new();
    let elements = pattern.elements.iter().map(|element| match element {
        Element::Placeable { expression: Expression::Select { selector, .. } } => {
            let name = selector_name(selector, earlier.iter().copied());
            earlier.push(selector);
            reference(format!("{name} {CHOICE}"))
        }
        _ => element.clone(),
    });
    typed(&Pattern { elements: elements.collect() })
}

/// A placeable with this text in its braces.
fn reference(name: String) -> Element {
    let inline = Inline::MessageReference { id: ast::Identifier { name }, attribute: None };
    Element::Placeable { expression: Expression::Inline(inline) }
}

/// What is chosen by in a code that stands for a choice; `None` if it is another code. Blanks are free, and so are three
/// points in place of the one sign for them.
#[must_use]
pub(crate) fn choice_of(code: &str) -> Option<String> {
    let inside = code.strip_prefix('{')?.strip_suffix('}')?.trim();
    let inside = inside.strip_suffix('…').or_else(|| inside.strip_suffix("..."))?;
    let selector = inside.trim_end().strip_suffix("->")?.trim();
    (!selector.is_empty()).then(|| selector.to_owned())
}

/// The code that stands for a choice.
#[must_use]
pub(crate) fn code_of(selector: &str) -> String {
    format!("{{ {selector} {CHOICE} }}")
}

/// Why sentences are no message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SentenceError {
    /// A sentence can't be read.
    Syntax(PatternError),
    /// What is chosen by can't be read.
    Selector(String),
    /// A variant that a sentence chooses has no text, or a key that is none.
    Variant(Path),
    /// None of the variants is the one to take where no other fits, or several are.
    Default(Path, String),
}

impl fmt::Display for SentenceError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SentenceError::Syntax(error) => error.fmt(out),
            SentenceError::Selector(selector) => {
                write!(out, "`{selector}` is nothing that a text can choose by")
            }
            SentenceError::Variant(path) => {
                let step = path.last().map(|step| format!("[{}:{}]", step.selector, step.key));
                write!(out, "the variant `{}` has no text", step.unwrap_or_default())
            }
            SentenceError::Default(_, selector) => {
                write!(out, "the choice by `{selector}` needs a variant `other`")
            }
        }
    }
}

/// Where the sentences of a message come from.
pub(crate) trait Sentences {
    /// The sentence at the end of a path.
    fn sentence(&self, path: &[Step]) -> Option<String>;

    /// The keys, as in ids, of the variants of a choice in the sentence at the end of a path.
    fn keys(&self, path: &[Step], selector: &str) -> Vec<String>;
}

/// Puts a message together. Returns the pattern, and the path at which it failed.
///
/// # Errors
///
/// Fails if a sentence can't be read, or a variant has none.
pub(crate) fn pattern(from: &impl Sentences) -> Result<Pattern, (Path, SentenceError)> {
    build(from, &mut Vec::new())
}

fn build(from: &impl Sentences, path: &mut Path) -> Result<Pattern, (Path, SentenceError)> {
    let fault = |path: &Path, error| (path.clone(), error);
    let missing = |path: &Path| fault(path, SentenceError::Variant(path.clone()));
    let flat = from.sentence(path).ok_or_else(|| missing(path))?;
    let (mut pattern, selectors) =
        read(&flat).map_err(|error| fault(path, SentenceError::Syntax(error)))?;
    for (name, selector) in selectors {
        let expression = parse_selector(&selector)
            .ok_or_else(|| fault(path, SentenceError::Selector(selector.clone())))?;
        let mut variants = Vec::new();
        let keys = from.keys(path, &selector);
        let is_marked = keys.iter().any(|key| key.starts_with(DEFAULT_SIGN));
        for key in keys {
            let step = Step { selector: selector.clone(), key };
            let (plain, has_sign) = step.plain_key();
            let default = has_sign || !is_marked && plain == OTHER;
            let plain = plain.to_owned();
            path.push(step);
            let key = parse_key(&plain).ok_or_else(|| missing(path))?;
            let value = build(from, path)?;
            path.pop();
            variants.push(ast::Variant { key, value, default });
        }
        if variants.iter().filter(|variant| variant.default).count() != 1 {
            return Err(fault(path, SentenceError::Default(path.clone(), selector)));
        }
        for element in &mut pattern.elements {
            if is_reference(element, &name) {
                let (selector, variants) = (expression.clone(), variants.clone());
                let expression = Expression::Select { selector, variants };
                *element = Element::Placeable { expression };
            }
        }
    }
    Ok(pattern)
}

/// Reads a sentence. Each choice in it is a reference to a name, which is returned with what is chosen by.
fn read(flat: &str) -> Result<(Pattern, Vec<(String, String)>), PatternError> {
    let mut stem = String::from("choice");
    while flat.contains(&stem) {
        stem.push('-');
    }
    let mut selectors: Vec<(String, String)> = Vec::new();
    let mut written = String::new();
    for piece in Text::of_flat(flat).pieces {
        match piece {
            Piece::Code(code) => match choice_of(&code) {
                Some(selector) => {
                    let name = format!("{stem}{}", selectors.len());
                    written.push_str(&format!("{{ {name} }}"));
                    selectors.push((name, selector));
                }
                None => written.push_str(&code),
            },
            Piece::Words(text) | Piece::Open(text) | Piece::Close(text) => written.push_str(&text),
        }
    }
    Ok((parse_pattern(&written)?, selectors))
}

fn is_reference(element: &Element, to: &str) -> bool {
    matches!(
        element,
        Element::Placeable {
            expression: Expression::Inline(Inline::MessageReference { id, attribute: None })
        } if id.name == to
    )
}

/// Reads what a choice is by; the number of a second choice by the same is no part of it.
#[must_use]
pub(crate) fn parse_selector(selector: &str) -> Option<Inline> {
    let plain = match selector.rsplit_once(" #") {
        Some((plain, number)) if number.bytes().all(|c| c.is_ascii_digit()) => plain,
        _ => selector,
    };
    // Only with variants does the parser take what can be chosen by, like the attribute of a term, and refuse what cannot.
    let pattern = parse_pattern(&format!("{{ {plain} ->\n*[other] a\n}}")).ok()?;
    match <[_; 1]>::try_from(pattern.elements) {
        Ok([Element::Placeable { expression: Expression::Select { selector, .. } }]) => {
            Some(selector)
        }
        _ => None,
    }
}

fn parse_key(key: &str) -> Option<ast::VariantKey<String>> {
    let pattern = parse_pattern(&format!("{{ $a ->\n*[{key}] a\n}}")).ok()?;
    match pattern.elements.into_iter().next()? {
        Element::Placeable { expression: Expression::Select { variants, .. } } => {
            match <[_; 1]>::try_from(variants) {
                Ok([variant]) => Some(variant.key),
                _ => None,
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Sentence, Sentences, Step, choice_of, pattern, sentences};
    use crate::load::ftl::{Pattern, parse_pattern};

    /// Sentences as an export lists them.
    struct Listed(Vec<Sentence>);

    impl Sentences for Listed {
        fn sentence(&self, path: &[Step]) -> Option<String> {
            let found = self.0.iter().find(|sentence| sentence.path == path);
            found.map(|sentence| sentence.flat.clone())
        }

        fn keys(&self, path: &[Step], selector: &str) -> Vec<String> {
            let steps = self.0.iter().filter_map(|sentence| match &sentence.path[..] {
                [around @ .., last] if around == path && last.selector == selector => Some(last),
                _ => None,
            });
            steps.map(|step| step.key.clone()).collect()
        }
    }

    fn parsed(text: &str) -> Pattern {
        parse_pattern(text).unwrap()
    }

    #[test]
    fn a_message_is_put_together_as_it_was() {
        for text in [
            "<b>Call</b> { $a }, { -office(case: \"x\") } {\"{\"}x{\"}\"}",
            "For { $n ->\n[one] a day\n*[other] { $n } days\n} at most.",
            "{ $n ->\n[0] none\n*[few] some\n[other] many\n}",
            "{ $n ->\n[one] a { $m ->\n*[other] b\n}\n*[other] c\n} { $n ->\n*[x] d\n} { $m ->\n*[y] z\n}",
            "{ NUMBER($n, type: \"ordinal\") ->\n[1] first\n*[other] { $n }th\n}",
            "{ -office.gender ->\n[f] la\n*[m] le\n}",
            "a\n\n{\"*\"} b\n{\"[\"}c] choice0 { choice }\n{\"  \"}d{\" \"}",
            "{ $n ->\n[one] {\"\"}\n*[other]\n a\n\n b\n}",
        ] {
            let whole = parsed(text);
            let listed = Listed(sentences(&whole));
            assert_eq!(pattern(&listed).unwrap(), whole, "{text}\n{:?}", listed.0);
        }
    }

    #[test]
    fn sentences_are_named_by_what_leads_to_them() {
        let whole = parsed(
            "{ $n ->\n[1] a\n[one] b { $n ->\n*[x] c\n}\n*[other] d\n} { $n ->\n*[other] e\n}",
        );
        let found: Vec<(String, String)> = sentences(&whole)
            .into_iter()
            .map(|Sentence { path, flat }| {
                let id = super::super::unit_id::UnitId { text: "m".parse().unwrap(), path };
                (id.to_string(), flat)
            })
            .collect();
        let wanted = [
            ("m", "{ $n -> … } { $n #2 -> … }"),
            ("m[$n:1]", "a"),
            ("m[$n:one]", "b { $n -> … }"),
            ("m[$n:one][$n:*x]", "c"),
            ("m[$n:other]", "d"),
            ("m[$n #2:other]", "e"),
        ];
        assert_eq!(found, wanted.map(|(id, flat)| (id.to_owned(), flat.to_owned())));
    }

    #[test]
    fn a_choice_is_known_however_its_blanks_stand() {
        for code in ["{ $n -> … }", "{$n->…}", "{ $n  ->... }"] {
            assert_eq!(choice_of(code).as_deref(), Some("$n"), "{code}");
        }
        for code in ["{ $n }", "{ -> … }", "$n -> …", "{ $n - … }"] {
            assert_eq!(choice_of(code), None, "{code}");
        }
    }

    #[test]
    fn a_choice_without_a_variant_is_refused() {
        let sentence = |flat: &str| Sentence { path: Vec::new(), flat: flat.to_owned() };
        for flat in ["{ $n -> … }", "{ \"a -> … }", "{ x -> … }", "{ $n", ""] {
            assert!(pattern(&Listed(vec![sentence(flat)])).is_err(), "{flat}");
        }
    }
}
