//! Compares three texts: what went out, what came back, and what the catalogue says today.
//!
//! A text that only the translator changed is taken, and one that was only edited in the catalogue is kept. Where both
//! changed it, nobody but a person can tell which is right: nothing is written until they did. What went out is known by
//! the last line of its comment; where a tool dropped that, a text is taken only if it can't be older than the catalogue's.

use crate::diagnostic::{Diagnostic, Report, list};
use crate::exchange::UnitState;
use crate::exchange::export::{Row, Texts, rows, version, version_of};
use crate::exchange::import::units::{Plan, PlannedMessage, PlannedUnit, normal, plain};
use crate::exchange::import::{ChangedText, Choices, Imported};
use crate::exchange::sentences::{
    Sentence, SentenceError, Sentences, Variant, choices, flat, keys_in_ids, pattern, sentences,
};
use crate::exchange::unit_id::{Path, Step, UnitId};
use crate::exchange::variants::{Basis, Grammar};
use crate::language::Tag;
use crate::lint::plurals::OTHER;
use crate::load::catalogue::Entry;
use crate::load::ftl::{Pattern, typed};
use crate::load::{Publication, TextId};

/// What is to become of a text.
enum Decision {
    /// It says what the catalogue says, or nothing.
    Same,
    /// It was edited in the catalogue, and not by the translator.
    Kept,
    /// The translator changed it.
    Taken,
}

/// Compares all messages of a file with the catalogue.
pub(super) fn merge(
    publication: &Publication,
    language: &Tag,
    plan: &Plan<'_>,
    choices: &Choices,
    state: &dyn Fn(&TextId) -> UnitState,
    report: &Report,
) -> Imported {
    let grammar = Grammar::new(publication, language);
    let mut imported = Imported {
        language: language.clone(),
        changed: Vec::new(),
        kept: Vec::new(),
        unchanged: 0,
        untranslated: 0,
    };
    for message in &plan.messages {
        let target = publication.catalogues.get(language);
        let own = target.and_then(|found| found.texts.get(&message.id)).and_then(Entry::pattern);
        let Some(source) = message.entry.pattern() else { continue };
        let texts = Texts { source: Some(&source), own: own.as_ref(), previous: None };
        let rows = rows(&grammar, texts, false);
        let merger = Merger {
            grammar: &grammar,
            message,
            rows: &rows,
            state: state(&message.id),
            source: &source,
            choices,
            report,
        };
        if message.units.iter().all(|unit| unit.target.is_empty()) {
            imported.untranslated += 1;
            continue;
        }
        let Some(taken) = merger.taken(&mut imported.kept) else { continue };
        if taken.is_empty() {
            imported.unchanged += usize::from(!imported.kept.contains(&message.id));
            continue;
        }
        imported.changed.extend(merger.changed(own.as_ref(), &taken));
    }
    imported
}

/// Merges one message.
struct Merger<'a> {
    grammar: &'a Grammar<'a>,
    message: &'a PlannedMessage<'a>,
    /// Its sentences as they are today.
    rows: &'a [Row],
    state: UnitState,
    source: &'a Pattern,
    choices: &'a Choices,
    report: &'a Report,
}

impl<'a> Merger<'a> {
    fn row(&self, path: &[Step]) -> Option<&'a Row> {
        self.rows.iter().find(|row| plain(&row.path) == plain(path))
    }

    /// The source text of a sentence today: where the source does not choose, that of the sentence around it.
    fn source_of(&self, path: &[Step]) -> String {
        let mut source = self.source;
        for step in path {
            let found = choices(source).into_iter().find(|found| found.selector == step.selector);
            let Some(choice) = found else { continue };
            let keys: Vec<Variant> = choice.variants.iter().map(Variant::of).collect();
            let (key, _) = step.plain_key();
            let all = keys.iter().map(|variant| variant.key.as_str()).chain([key]);
            let basis = self.grammar.basis(&step.selector, all);
            if let Some(at) = self.grammar.nearest(basis, key, &keys) {
                source = &choice.variants[at].value;
            }
        }
        flat(source)
    }

    fn id(&self, path: &[Step]) -> String {
        UnitId { text: self.message.id.clone(), path: path.to_vec() }.to_string()
    }

    /// Reports a fault of a text.
    fn fault(&self, path: &[Step], fault: Diagnostic) {
        let fault = match self.message.place(path) {
            Some(place) => fault.at(place),
            None => fault,
        };
        self.report.add(fault);
    }

    /// The texts that the translator changed; `None` if there is a fault.
    fn taken(&self, kept: &mut Vec<TextId>) -> Option<Vec<&'a PlannedUnit<'a>>> {
        let mut taken = Vec::new();
        let mut is_sound = true;
        for unit in &self.message.units {
            match self.decide(unit) {
                Ok(Decision::Same) => {}
                Ok(Decision::Kept) if kept.contains(&self.message.id) => {}
                Ok(Decision::Kept) => kept.push(self.message.id.clone()),
                Ok(Decision::Taken) => {
                    is_sound &= self.check_key(unit);
                    taken.push(unit);
                }
                Err(fault) => {
                    is_sound = false;
                    self.fault(&unit.path, fault);
                }
            }
        }
        is_sound.then_some(taken)
    }

    fn decide(&self, unit: &PlannedUnit<'_>) -> Result<Decision, Diagnostic> {
        let own = self.row(&unit.path).and_then(|row| row.own.as_deref());
        let own = own.map(normal).unwrap_or_default();
        if unit.target.is_empty() || unit.target == own {
            return Ok(Decision::Same);
        }
        if self.choices.overwrite.contains(&self.message.id) || own.is_empty() {
            return Ok(Decision::Taken);
        }
        let id = self.id(&unit.path);
        let fault = match version_of(&unit.unit.comment) {
            Some(base) if base == version(&own) => return Ok(Decision::Taken),
            Some(base) if base == version(&unit.target) => return Ok(Decision::Kept),
            Some(_) => format!("`{id}` was changed both here and in the catalogue"),
            // Somebody who had today's source before them knew more than the catalogue does.
            None if self.state == UnitState::Stale && self.has_todays_source(unit) => {
                return Ok(Decision::Taken);
            }
            None => format!(
                "`{id}` has another text in the catalogue, and nobody can tell which is newer"
            ),
        };
        let id = &self.message.id;
        Err(Diagnostic::error(fault)
            .hint(format!("the catalogue says: {own}"))
            .hint(format!("the file says: {}", unit.target))
            .hint(format!("take that of the file with `--overwrite {id}`, or leave the catalogue's with `--skip {id}`")))
    }

    fn has_todays_source(&self, unit: &PlannedUnit<'_>) -> bool {
        let source = unit.unit.source.as_deref();
        source.is_some_and(|source| normal(source) == normal(&self.source_of(&unit.path)))
    }

    /// Reports a variant that the language does not have.
    fn check_key(&self, unit: &PlannedUnit<'_>) -> bool {
        let Some((step, around)) = unit.path.split_last() else { return true };
        let paths = self.rows.iter().map(|row| &row.path);
        let variants = variants_at(paths, around, &step.selector);
        let keys = variants.iter().map(|variant| variant.key.as_str());
        let (key, _) = step.plain_key();
        match self.grammar.basis(&step.selector, keys.chain([key])) {
            Basis::Number(count) if !self.grammar.has_form(count, key) => {
                let forms = list(&self.grammar.forms(count));
                let fault =
                    format!("no number takes the form `{key}` of `{}`", self.id(&unit.path));
                self.fault(
                    &unit.path,
                    Diagnostic::error(fault).hint(format!("the forms of the language are {forms}")),
                );
                false
            }
            _ => true,
        }
    }

    /// The message as it is to be; `None` if it can't be put together, which is reported.
    fn changed(&self, own: Option<&Pattern>, taken: &[&PlannedUnit<'_>]) -> Option<ChangedText> {
        let merged = Merged { merger: self, taken };
        let merged = match pattern(&merged) {
            Ok(merged) => merged,
            Err((path, error)) => {
                self.report_error(&path, &error);
                return None;
            }
        };
        let found = sentences(&merged);
        for unit in taken {
            if !found.iter().any(|sentence| plain(&sentence.path) == plain(&unit.path)) {
                let code = unit.path.last().map(|step| step.selector.clone()).unwrap_or_default();
                let id = self.id(&unit.path);
                self.fault(
                    &unit.path,
                    Diagnostic::error(format!(
                        "no sentence of `{}` chooses `{id}`",
                        self.message.id
                    ))
                    .hint(format!("write `{{ {code} -> … }}` where it belongs, as in the source")),
                );
                return None;
            }
        }
        let (made_from, is_stale) = self.made_from()?;
        if own == Some(&merged) {
            return None;
        }
        Some(ChangedText {
            id: self.message.id.clone(),
            before: own.map(typed),
            after: typed(&merged),
            is_stale,
            pattern: merged,
            made_from,
        })
    }

    fn report_error(&self, path: &Path, error: &SentenceError) {
        let id = self.id(path);
        let fault = match error {
            SentenceError::Variant(_) => {
                let fault = Diagnostic::error(format!("`{id}` has no text"));
                fault.hint("each form of the language needs its text, also where two say the same")
            }
            error => Diagnostic::error(format!("`{id}`: {error}"))
                .hint(format!("the source is: {}", self.source_of(path))),
        };
        self.fault(path, fault);
    }

    /// The source that the translation was made from, if the file tells, and whether today's is another one; `None` if what
    /// the file says of it can't be read.
    fn made_from(&self) -> Option<(Option<Pattern>, bool)> {
        let root = self.message.unit(&[]);
        if root.is_none_or(|root| root.unit.source.is_none()) {
            return Some((None, false));
        }
        let known: Vec<&PlannedUnit<'_>> =
            self.message.units.iter().filter(|unit| unit.unit.source.is_some()).collect();
        if known.iter().all(|unit| self.has_todays_source(unit)) {
            return Some((Some(self.source.clone()), false));
        }
        let sources: Vec<(&Path, &str)> = known
            .iter()
            .map(|unit| (&unit.path, unit.unit.source.as_deref().unwrap_or_default()))
            .collect();
        let today = sentences(self.source);
        match pattern(&FileSources { sources: &sources, today: &today }) {
            Ok(made_from) => {
                let fault = format!(
                    "the source of `{}` is another one today: its translation is stale",
                    self.message.id
                );
                let now = typed(self.source);
                self.fault(
                    &[],
                    Diagnostic::warning(fault).hint(format!("the source says now: {now}")),
                );
                Some((Some(made_from), true))
            }
            Err((path, error)) => {
                let fault = format!("the source of `{}` can't be read: {error}", self.id(&path));
                self.fault(
                    &path,
                    Diagnostic::error(fault)
                        .hint("take the source texts of the file that was exported"),
                );
                None
            }
        }
    }
}

/// The sentences of a message as they are to be.
struct Merged<'a> {
    merger: &'a Merger<'a>,
    taken: &'a [&'a PlannedUnit<'a>],
}

impl Sentences for Merged<'_> {
    fn sentence(&self, path: &[Step]) -> Option<String> {
        let taken = self.taken.iter().find(|unit| plain(&unit.path) == plain(path));
        let own = || self.merger.row(path).and_then(|row| row.own.clone());
        taken.map(|unit| unit.target.clone()).or_else(own)
    }

    fn keys(&self, path: &[Step], selector: &str) -> Vec<String> {
        let merger = self.merger;
        let mut variants = variants_at(
            merger.rows.iter().filter(|row| row.own.is_some()).map(|row| &row.path),
            path,
            selector,
        );
        let returned = variants_at(self.taken.iter().map(|unit| &unit.path), path, selector);
        let further = returned
            .into_iter()
            .filter(|variant| variants.iter().all(|known: &Variant| known.key != variant.key));
        let further: Vec<Variant> = further.collect();
        // The default stands last, as everywhere.
        let at = variants.len().saturating_sub(1);
        variants.splice(at..at, further);
        let today = sentences(merger.source);
        let source = variants_at(today.iter().map(|found| &found.path), path, selector);
        keys_in_ids(&merger.grammar.wanted(selector, &source, &variants))
    }
}

/// The variants of a choice in the sentence at the end of a path.
fn variants_at<'p>(
    paths: impl Iterator<Item = &'p Path>,
    path: &[Step],
    selector: &str,
) -> Vec<Variant> {
    let steps = paths.filter_map(|found| {
        let (last, around) = found.split_last()?;
        (plain(around) == plain(path) && last.selector == selector).then_some(last)
    });
    let steps: Vec<&Step> = steps.collect();
    let is_marked = steps.iter().any(|step| step.plain_key().1);
    let variant = |step: &Step| {
        let (key, has_sign) = step.plain_key();
        Variant { key: key.to_owned(), is_default: has_sign || !is_marked && key == OTHER }
    };
    steps.into_iter().map(variant).collect()
}

/// The sentences of a source as a file has them.
struct FileSources<'a> {
    sources: &'a [(&'a Path, &'a str)],
    /// The source as it is today.
    today: &'a [Sentence],
}

impl Sentences for FileSources<'_> {
    fn sentence(&self, path: &[Step]) -> Option<String> {
        let found = self.sources.iter().find(|(found, _)| plain(found) == plain(path));
        found.map(|(_, source)| normal(source))
    }

    fn keys(&self, path: &[Step], selector: &str) -> Vec<String> {
        let own = variants_at(self.sources.iter().map(|(path, _)| *path), path, selector);
        let today = variants_at(self.today.iter().map(|found| &found.path), path, selector);
        // The forms of the translation stand for those of the source.
        let is_of_source = |variant: &Variant| today.iter().any(|known| known.key == variant.key);
        let both: Vec<Variant> =
            own.iter().filter(|variant| is_of_source(variant)).cloned().collect();
        keys_in_ids(if both.is_empty() { &own } else { &both })
    }
}
