//! Turns Fluent files into catalogues: the messages of one brochure in one language, with what each refers to.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::diagnostic::{Diagnostic, Located, Place, Report, SourceFile};
use crate::language::Tag;
use crate::load::paths::{ProjectFile, Scope};
use crate::load::project::Project;
use crate::load::syntax::syntax_error;

/// All catalogues of a brochure.
#[derive(Debug, Default)]
pub struct Catalogues {
    rows: BTreeMap<Tag, Catalogue>,
}

/// The texts of one language: the brochure's own and those that all brochures share.
#[derive(Debug)]
pub struct Catalogue {
    /// The language.
    pub language: Tag,
    /// Its messages and terms.
    pub texts: Texts,
}

/// What one or more Fluent files hold.
#[derive(Debug, Default)]
pub struct Texts {
    /// Messages by id.
    pub messages: BTreeMap<String, Entry>,
    /// Terms by id, without the hyphen.
    pub terms: BTreeMap<String, Entry>,
    /// The parsed files, for formatting.
    pub resources: Vec<Arc<FluentResource>>,
}

/// One message or term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where its id stands.
    pub place: Place,
    /// Where the whole entry stands, up to the next one.
    pub body: Place,
    /// Whether it stands in `common.ftl`.
    pub common: bool,
    /// Whether it has a text, and not attributes alone.
    pub has_text: bool,
    /// Its text in canonical form: whatever the layout of the file, the same pattern gives the same form.
    pub canonical: String,
    /// What its text refers to.
    pub references: Vec<Reference>,
}

/// Something that a text refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// `{ $name }`.
    Variable(Located<String>),
    /// `{ name }`.
    Message(Located<String>),
    /// `{ -name }`.
    Term(Located<String>),
    /// `{ NAME(…) }`.
    Function(Located<String>),
}

/// Characters that the program uses between formatting and cutting into runs; no text may hold them.
pub const RESERVED: std::ops::RangeInclusive<char> = '\u{FDD0}'..='\u{FDEF}';

impl Catalogues {
    /// The catalogue of a language.
    #[must_use]
    pub fn get(&self, language: &Tag) -> Option<&Catalogue> {
        self.rows.get(language)
    }

    /// All catalogues, by language.
    pub fn iter(&self) -> impl Iterator<Item = &Catalogue> {
        self.rows.values()
    }
}

/// Reads `<brochure>.ftl` and `common.ftl` of every language; all faults are in the report.
pub fn read_all(
    project: &Project,
    brochure: &str,
    languages: &[Tag],
    report: &Report,
) -> Catalogues {
    let mut rows = BTreeMap::new();
    for language in languages {
        let mut texts = Texts::default();
        let catalogue = |scope| ProjectFile::Catalogue { language: language.clone(), scope };
        if let Some(file) = project.read_if_there(&catalogue(Scope::Common), report) {
            texts.add(&file, true, report);
        }
        let own = catalogue(Scope::Brochure(brochure.to_owned()));
        if let Ok(file) = project.read_text(&own.path(), report) {
            texts.add(&file, false, report);
        }
        rows.insert(language.clone(), Catalogue { language: language.clone(), texts });
    }
    Catalogues { rows }
}

impl Texts {
    /// Parses one file, and adds what it holds.
    fn add(&mut self, file: &Arc<SourceFile>, common: bool, report: &Report) {
        if let Some((at, character)) = file.text.char_indices().find(|(_, c)| RESERVED.contains(c))
        {
            let place = Place::new(file, at..at + character.len_utf8());
            report.add(
                Diagnostic::error(format!(
                    "U+{:04X} is not a character for texts",
                    character as u32
                ))
                .at(&place)
                .hint("delete it; it is invisible, and often comes from a damaged file"),
            );
            return;
        }
        let resource = match FluentResource::try_new(file.text.clone()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                report.extend(errors.into_iter().map(|error| syntax_error(file, &error)));
                resource
            }
        };
        for entry in resource.entries() {
            match entry {
                ast::Entry::Message(message) => {
                    let found = read_entry(
                        file,
                        &resource,
                        message.id.name,
                        message.value.as_ref(),
                        common,
                        report,
                    );
                    insert(&mut self.messages, message.id.name, found, "message", report);
                }
                ast::Entry::Term(term) => {
                    let found = read_entry(
                        file,
                        &resource,
                        term.id.name,
                        Some(&term.value),
                        common,
                        report,
                    );
                    insert(&mut self.terms, term.id.name, found, "term", report);
                }
                _ => {}
            }
        }
        self.resources.push(Arc::new(resource));
    }
}

/// Adds an entry, or reports that its id is taken.
fn insert(
    entries: &mut BTreeMap<String, Entry>,
    id: &str,
    entry: Entry,
    noun: &str,
    report: &Report,
) {
    if let Some(earlier) = entries.get(id) {
        let (line, _) = earlier.place.line_column();
        report.add(
            Diagnostic::error(format!("there are two {noun}s `{id}`"))
                .at(&entry.place)
                .hint(format!("the first stands in `{}`, line {line}", earlier.place.file.path)),
        );
        return;
    }
    entries.insert(id.to_owned(), entry);
}

fn read_entry(
    file: &Arc<SourceFile>,
    resource: &FluentResource,
    id: &str,
    pattern: Option<&ast::Pattern<&str>>,
    common: bool,
    report: &Report,
) -> Entry {
    let mut walk = Walk {
        file,
        whole: resource.source(),
        found: Vec::new(),
        canonical: String::new(),
        reserved: Vec::new(),
    };
    if let Some(pattern) = pattern {
        walk.pattern(pattern);
    }
    for place in &walk.reserved {
        report.add(
            Diagnostic::error("this quoted text holds a character that is not for texts")
                .at(place)
                .hint("the characters U+FDD0 to U+FDEF belong to the program"),
        );
    }
    let place = Place::of_slice(file, resource.source(), id);
    let end = end_of_entry(&file.text, place.range.end);
    Entry {
        body: Place::new(file, place.range.start..end),
        place,
        common,
        has_text: pattern.is_some(),
        canonical: walk.canonical,
        references: walk.found,
    }
}

/// The end of the entry around `at`: the first later line that is not blank and does not go on with its text.
fn end_of_entry(text: &str, at: usize) -> usize {
    let mut end = at;
    for line in text[at..].split_inclusive('\n') {
        let goes_on = end == at || line.starts_with([' ', '}']) || line.trim().is_empty();
        if !goes_on {
            break;
        }
        end += line.len();
    }
    end
}

/// Goes through a pattern, collects what it refers to, and writes its canonical form.
struct Walk<'a> {
    file: &'a Arc<SourceFile>,
    whole: &'a str,
    found: Vec<Reference>,
    canonical: String,
    /// Quoted texts with characters that no text may hold.
    reserved: Vec<Place>,
}

impl Walk<'_> {
    fn located(&self, name: &str) -> Located<String> {
        Located::new(name.to_owned(), Place::of_slice(self.file, self.whole, name))
    }

    /// Canonical form: white space between words counts once, everything else as it is.
    fn text(&mut self, text: &str) {
        for (index, paragraph) in text.split("\n\n").enumerate() {
            if index > 0 {
                self.canonical.push_str("\n\n");
            }
            let mut words = paragraph.split([' ', '\n', '\t']);
            if let Some(first) = words.next() {
                self.canonical.push_str(first);
            }
            for word in words {
                if !self.canonical.ends_with(' ') {
                    self.canonical.push(' ');
                }
                self.canonical.push_str(word);
            }
        }
    }

    fn pattern(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => self.text(value),
                ast::PatternElement::Placeable { expression } => {
                    self.canonical.push('{');
                    self.expression(expression);
                    self.canonical.push('}');
                }
            }
        }
    }

    fn expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector);
                self.canonical.push_str("->");
                for variant in variants {
                    let key = match &variant.key {
                        ast::VariantKey::Identifier { name } => name,
                        ast::VariantKey::NumberLiteral { value } => value,
                    };
                    let star = if variant.default { "*" } else { "" };
                    self.canonical.push_str(&format!("{star}[{key}]"));
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>) {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                let shown = unescape_unicode_to_string(value);
                if shown.chars().any(|c| RESERVED.contains(&c)) {
                    self.reserved.push(Place::of_slice(self.file, self.whole, value));
                }
                self.canonical.push_str(&format!("\"{value}\""));
            }
            ast::InlineExpression::NumberLiteral { value } => self.canonical.push_str(value),
            ast::InlineExpression::VariableReference { id } => {
                self.canonical.push_str(&format!("${}", id.name));
                self.found.push(Reference::Variable(self.located(id.name)));
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                self.canonical.push_str(id.name);
                self.attribute(attribute.as_ref());
                self.found.push(Reference::Message(self.located(id.name)));
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                self.canonical.push_str(&format!("-{}", id.name));
                self.attribute(attribute.as_ref());
                self.found.push(Reference::Term(self.located(id.name)));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                self.canonical.push_str(id.name);
                self.found.push(Reference::Function(self.located(id.name)));
                self.arguments(arguments);
            }
            ast::InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn attribute(&mut self, attribute: Option<&ast::Identifier<&str>>) {
        if let Some(attribute) = attribute {
            self.canonical.push_str(&format!(".{}", attribute.name));
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&str>) {
        self.canonical.push('(');
        for argument in &arguments.positional {
            self.inline(argument);
            self.canonical.push(',');
        }
        for argument in &arguments.named {
            self.canonical.push_str(&format!("{}:", argument.name.name));
            self.inline(&argument.value);
            self.canonical.push(',');
        }
        self.canonical.push(')');
    }
}

/// Reads the messages of a Fluent file in canonical form, by id, and its terms, by id with the hyphen; syntax errors
/// are reported.
pub fn read_canonical(file: &Arc<SourceFile>, report: &Report) -> BTreeMap<String, String> {
    let mut texts = Texts::default();
    texts.add(file, false, report);
    let messages = texts.messages.into_iter().map(|(id, entry)| (id, entry.canonical));
    let terms = texts.terms.into_iter().map(|(id, entry)| (format!("-{id}"), entry.canonical));
    messages.chain(terms).collect()
}
