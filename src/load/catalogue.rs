//! Turns Fluent files into catalogues: the messages of one brochure in one language, with what each refers to.

mod canonical;
mod entries;
pub(crate) mod parts;
pub(crate) mod tag;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, OnceLock};

use fluent::FluentResource;
use fluent_syntax::ast;
use fluent_syntax::parser::parse;
use rayon::prelude::*;

use crate::diagnostic::characters::{Oddity, RESERVED, oddity};
use crate::diagnostic::{Diagnostic, Report, SourceFile, Span};
use crate::language::Tag;
use crate::load::catalogue::canonical::{Canonical, CanonicalWriter};
use crate::load::catalogue::entries::Entries;
use crate::load::catalogue::parts::Part;
use crate::load::ftl::{EntryDetails, Outline, OutlinedEntry, Pattern, outlined, too_deep};
use crate::load::paths::{ProjectFile, Scope};
use crate::load::project::Project;
use crate::load::syntax::syntax_error;
use crate::load::text_id::TextId;

/// All catalogues of a brochure.
#[derive(Debug, Clone, Default)]
pub struct Catalogues {
    rows: BTreeMap<Tag, Arc<Catalogue>>,
}

/// The texts of one language: the brochure's own and those that all brochures share.
#[derive(Debug)]
pub struct Catalogue {
    /// The language.
    pub(crate) language: Tag,
    /// Its messages and terms.
    pub texts: Texts,
}

/// What one or more Fluent files hold.
#[derive(Debug, Default)]
pub struct Texts {
    /// Messages by id.
    pub messages: Entries<TextId>,
    /// Terms by id, without the hyphen.
    pub terms: Entries<String>,
    /// The ids of messages that could not be read, which was reported.
    broken: BTreeSet<String>,
    /// Whether a whole file could not be read, which was reported.
    is_unread: bool,
    /// The files.
    files: Vec<Arc<SourceFile>>,
    /// The files as the formatter parses them, once it has.
    resources: OnceLock<Vec<Arc<FluentResource>>>,
}

/// One message or term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where its id stands.
    pub span: Span,
    /// Where its last line ends, that of its attributes if it has some.
    end: usize,
    /// Its comments and attributes.
    pub details: EntryDetails,
    /// Whether it stands in `common.ftl`.
    pub common: bool,
    /// Whether it has a text, and not attributes alone.
    pub(crate) has_text: bool,
    /// Whether what follows it can't be read, and may have been a part of it.
    pub(crate) is_cut: bool,
    /// Its text in canonical form: whatever the layout of the file, the same pattern gives the same form.
    pub canonical: String,
    /// What its text refers to.
    pub(crate) references: Box<[Reference]>,
    /// What its text is made of, once somebody has asked.
    parts: Parts,
}

/// The parts of a text, which follow from its place: two texts do not differ by whether somebody has asked for them.
#[derive(Debug, Clone, Default)]
struct Parts(OnceLock<Box<[Part]>>);

impl PartialEq for Parts {
    fn eq(&self, _: &Parts) -> bool {
        true
    }
}

impl Eq for Parts {}

/// Something that a text refers to, by the place of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reference {
    /// `{ $name }`.
    Variable(Span),
    /// `{ name }`.
    Message(Span),
    /// `{ -name }`.
    Term(Span),
    /// `{ NAME(…) }`.
    Function(Span),
}

impl Reference {
    /// Whether it names a term.
    pub(crate) fn is_term(&self) -> bool {
        matches!(self, Reference::Term(_))
    }

    /// Where the name of what it names stands.
    pub(crate) fn name(&self) -> &Span {
        match self {
            Reference::Variable(name)
            | Reference::Message(name)
            | Reference::Term(name)
            | Reference::Function(name) => name,
        }
    }
}

impl Catalogues {
    /// The catalogue of a language.
    #[must_use]
    pub fn get(&self, language: &Tag) -> Option<&Catalogue> {
        self.rows.get(language).map(Arc::as_ref)
    }

    /// All catalogues, by language.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Catalogue> {
        self.rows.values().map(Arc::as_ref)
    }

    /// The same to be held on to, whatever is read again.
    pub(crate) fn shared(&self) -> impl Iterator<Item = &Arc<Catalogue>> {
        self.rows.values()
    }

    /// Reads the texts of one language again; all faults are in the report.
    pub(super) fn reread(
        &mut self,
        project: &Project,
        brochure: &str,
        language: &Tag,
        report: &Report,
    ) {
        let texts = read_language(project, brochure, language, report);
        self.insert(language.clone(), texts);
    }

    fn insert(&mut self, language: Tag, texts: Texts) {
        self.rows.insert(language.clone(), Arc::new(Catalogue { language, texts }));
    }
}

/// Reads `<brochure>.ftl` and `common.ftl` of every language; all faults are in the report.
pub(crate) fn read_all(
    project: &Project,
    brochure: &str,
    languages: &[Tag],
    report: &Report,
) -> Catalogues {
    let read: Vec<(Texts, Vec<Diagnostic>)> = languages
        .par_iter()
        .map(|language| {
            let own = Report::new();
            (read_language(project, brochure, language, &own), own.into_sorted())
        })
        .collect();
    let mut catalogues = Catalogues::default();
    for (language, (texts, found)) in languages.iter().zip(read) {
        report.extend(found);
        catalogues.insert(language.clone(), texts);
    }
    catalogues
}

/// Reads the texts of one language.
fn read_language(project: &Project, brochure: &str, language: &Tag, report: &Report) -> Texts {
    let mut texts = Texts::default();
    let catalogue = |scope| ProjectFile::Catalogue { language: language.clone(), scope };
    let common = catalogue(Scope::Common).path();
    let own = catalogue(Scope::Brochure(brochure.to_owned())).path();
    for (path, is_common) in [(common, true), (own, false)] {
        if is_common && !project.has(&path) {
            continue;
        }
        match project.read_text(&path, report) {
            Ok(file) => texts.add(&file, is_common, report),
            Err(_) => texts.is_unread |= project.has(&path),
        }
    }
    texts
}

impl Texts {
    /// The message or term of that name.
    #[must_use]
    pub fn get(&self, id: &TextId) -> Option<&Entry> {
        id.strip_prefix('-').map_or_else(|| self.messages.get(id), |term| self.terms.get(term))
    }

    /// The message or term that a reference names.
    #[must_use]
    pub(crate) fn referred(&self, reference: &Reference) -> Option<&Entry> {
        match reference {
            Reference::Message(name) => self.messages.get(name.text()),
            Reference::Term(name) => self.terms.get(name.text()),
            Reference::Variable(_) | Reference::Function(_) => None,
        }
    }

    /// The messages and terms that an entry names, and those that they name, each once, with the first reference to it.
    #[must_use]
    pub(crate) fn named_in<'a>(&'a self, entry: &'a Entry) -> Vec<(&'a Reference, &'a Entry)> {
        let (mut named, mut seen) = (Vec::new(), BTreeSet::new());
        let mut waiting = VecDeque::from([entry]);
        while let Some(next) = waiting.pop_front() {
            for reference in &next.references {
                if let Some(found) = self.referred(reference)
                    && seen.insert((reference.is_term(), found.id()))
                {
                    named.push((reference, found));
                    waiting.push_back(found);
                }
            }
        }
        named
    }

    /// Whether a text may be there that could not be read: what is wrong with it was reported, and not that it is missing.
    #[must_use]
    pub(crate) fn may_have(&self, id: &str) -> bool {
        self.is_unread || self.broken.contains(id)
    }

    /// Parses one file, and adds what it holds.
    fn add(&mut self, file: &Arc<SourceFile>, common: bool, report: &Report) {
        if let Some((at, character)) = first_reserved(&file.text) {
            let span = Span::new(file, at..at + character.len_utf8());
            report.add(
                Diagnostic::error(format!(
                    "U+{:04X} is not a character for texts",
                    character as u32
                ))
                .at(&span)
                .hint("delete it; it is invisible, and often comes from a damaged file"),
            );
            self.is_unread = true;
            return;
        }
        if let Some(at) = too_deep(&file.text) {
            report.add(
                Diagnostic::error("braces are nested too deeply here")
                    .at(&Span::new(file, at..at + 1))
                    .hint("look for a `{` or `(` before it that is not closed"),
            );
            self.is_unread = true;
            return;
        }
        let (resource, is_sound) = match parse(file.text.as_str()) {
            Ok(resource) => (resource, true),
            Err((resource, _)) => (resource, false),
        };
        if is_sound {
            self.add_entries(file, common, &file.text, outlined(&file.text, &resource), report);
        } else {
            check_comments(file, report);
            // The formatter's parser passes over comments, and is what judges the rest.
            let parsed = match FluentResource::try_new(file.text.clone()) {
                Ok(parsed) => parsed,
                Err((parsed, errors)) => {
                    report.extend(errors.into_iter().map(|error| syntax_error(file, &error)));
                    parsed
                }
            };
            let mut outline = Outline::new(&file.text, &resource);
            let entries = parsed.entries().map(|entry| outline.take(parsed.source(), entry));
            self.add_entries(file, common, parsed.source(), entries, report);
        }
        self.files.push(Arc::clone(file));
    }

    /// Adds the entries of one file, which were parsed from `source`, its text.
    fn add_entries<'a>(
        &mut self,
        file: &Arc<SourceFile>,
        common: bool,
        source: &str,
        entries: impl Iterator<Item = OutlinedEntry<'a>>,
        report: &Report,
    ) {
        self.messages.reserve(entries.size_hint().1.unwrap_or_default());
        let mut canonical = CanonicalWriter::new(file, source);
        let mut entries = entries.peekable();
        while let Some(OutlinedEntry { entry, range, details }) = entries.next() {
            let (id, pattern, is_term) = match entry {
                ast::Entry::Message(message) => (message.id.name, message.value.as_ref(), false),
                ast::Entry::Term(term) => (term.id.name, Some(&term.value), true),
                ast::Entry::Junk { content } => {
                    self.broken.insert(meant_id(content));
                    continue;
                }
                _ => continue,
            };
            let Canonical { text, references, reserved } = canonical.write(pattern);
            for span in &reserved {
                report.add(
                    Diagnostic::error("this quoted text holds a character that is not for texts")
                        .at(span)
                        .hint("the characters U+FDD0 to U+FDEF belong to the program"),
                );
            }
            let next = entries.peek().map(|next| next.entry);
            let entry = Entry {
                span: Span::of_slice(file, source, id),
                end: range.end,
                details,
                common,
                has_text: pattern.is_some(),
                is_cut: matches!(next, Some(ast::Entry::Junk { .. })),
                canonical: text,
                references,
                parts: Parts::default(),
            };
            if is_term {
                self.terms.push(id.to_owned(), entry);
            } else {
                self.messages.push(TextId::of_message(id), entry);
            }
        }
        self.messages.sort(|first, later| report.add(taken("message", first, later)));
        self.terms.sort(|first, later| report.add(taken("term", first, later)));
    }

    /// The files as the formatter parses them. Their faults were told when they were read.
    pub(crate) fn resources(&self) -> &[Arc<FluentResource>] {
        self.resources.get_or_init(|| {
            let parsed = self.files.iter().map(|file| {
                let parsed = FluentResource::try_new(file.text.clone());
                Arc::new(parsed.unwrap_or_else(|(parsed, _)| parsed))
            });
            parsed.collect()
        })
    }
}

/// The first character of a text that no text may hold, and where it stands.
fn first_reserved(text: &str) -> Option<(usize, char)> {
    // The byte with which all of them begin: most texts have none.
    const HEAD: u8 = 0xEF;
    if !text.as_bytes().contains(&HEAD) {
        return None;
    }
    text.char_indices().find(|(_, c)| RESERVED.contains(c))
}

/// The id that an entry that can't be read was meant to have: its first word, with letters in place of those that only look
/// like them.
fn meant_id(entry: &str) -> String {
    let lines = entry.lines().map(str::trim_start);
    let first = lines.into_iter().find(|line| !line.is_empty() && !line.starts_with('#'));
    let letters = first.unwrap_or_default().chars().filter_map(|c| match oddity(c) {
        Some(Oddity::Invisible) => None,
        Some(Oddity::LooksLike(like)) => Some(like),
        _ => Some(c),
    });
    letters.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// Reports comments without a blank behind the sign: what formats texts passes over them, other tools do not.
fn check_comments(file: &Arc<SourceFile>, report: &Report) {
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let signs = line.bytes().take_while(|byte| *byte == b'#').count();
        let rest = line[signs..].trim_end_matches(['\r', '\n']);
        if signs > 3 || signs > 0 && !rest.is_empty() && !rest.starts_with(' ') {
            let at = start + signs.min(3);
            let length = file.text[at..].chars().next().map_or(0, char::len_utf8);
            report.add(
                Diagnostic::error("expected a blank here")
                    .at(&Span::new(file, at..at + length))
                    .hint("a note begins with `# `: one to three signs and a blank"),
            );
        }
        start += line.len();
    }
}

/// Says that the name of an entry is taken by an earlier one.
fn taken(noun: &str, first: &Entry, later: &Entry) -> Diagnostic {
    let (line, _) = first.span.line_column();
    Diagnostic::error(format!("there are two {noun}s `{}`", later.id()))
        .at(&later.span)
        .hint(format!("the first stands in `{}`, line {line}", first.span.file.path))
}

impl Entry {
    /// Its name, of a term without the hyphen.
    #[must_use]
    pub(crate) fn id(&self) -> &str {
        self.span.text()
    }

    /// From its id to the end of its last line, attributes too.
    #[must_use]
    pub fn body(&self) -> Span {
        Span::new(&self.span.file, self.span.range.start..self.end)
    }

    /// What stands from its id to the end of its last line, attributes too.
    #[must_use]
    pub(crate) fn source(&self) -> &str {
        &self.span.file.text[self.span.range.start..self.end]
    }

    /// What it says, as it was parsed; `None` if it has attributes alone.
    #[must_use]
    pub fn pattern(&self) -> Option<Pattern> {
        pattern_of(self.lines())
    }

    /// Adds its lines, if it has attributes, which may be chosen by: with one blank for each stretch of them.
    pub(crate) fn write_attributes(&self, out: &mut String) {
        if !self.details.attributes().is_empty() {
            out.extend(self.source().split_whitespace().flat_map(|word| [" ", word]));
        }
    }

    /// What its text is made of.
    #[must_use]
    pub(crate) fn parts(&self) -> &[Part] {
        self.parts.0.get_or_init(|| {
            let pattern = parse(self.lines()).ok().and_then(value);
            let parts = pattern.map(|pattern| parts::parts(&self.span.file, &pattern));
            parts.unwrap_or_default().into_boxed_slice()
        })
    }

    /// Its lines, from that of its id.
    pub(crate) fn lines(&self) -> &str {
        let text = &self.span.file.text;
        let start = text[..self.span.range.start].rfind('\n').map_or(0, |end| end + 1);
        &text[start..self.end]
    }
}

/// What a message or term of these lines says; `None` if it has attributes alone.
#[must_use]
pub(crate) fn pattern_of(lines: &str) -> Option<Pattern> {
    value(parse(lines.to_owned()).ok()?)
}

/// The text of the only entry of a resource.
fn value<S>(resource: ast::Resource<S>) -> Option<ast::Pattern<S>> {
    match resource.body.into_iter().next()? {
        ast::Entry::Message(message) => message.value,
        ast::Entry::Term(term) => Some(term.value),
        _ => None,
    }
}

/// Reads one Fluent file; all faults are in the report.
#[must_use]
pub fn read(file: &Arc<SourceFile>, report: &Report) -> Texts {
    let mut texts = Texts::default();
    texts.add(file, false, report);
    texts
}

/// Reads the messages of a Fluent file in canonical form, by id, and its terms, by id with the hyphen; syntax errors
/// are reported.
pub fn read_canonical(file: &Arc<SourceFile>, report: &Report) -> BTreeMap<TextId, String> {
    let texts = read(file, report);
    let messages = texts.messages.iter().map(|(id, entry)| (id.clone(), entry));
    let terms = texts.terms.iter().map(|(id, entry)| (TextId::of_term(id), entry));
    messages.chain(terms).map(|(id, entry)| (id, entry.canonical.clone())).collect()
}
