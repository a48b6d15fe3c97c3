//! Puts texts that somebody types on a page into the catalogues, in memory while they type and for good when they save.
//!
//! Unlike a file that comes back, a text that is typed may be half a sentence: what it lost against its source is told beside
//! the field, and is no reason to refuse it. What no catalogue can hold is.

use time::Date;

use crate::diagnostic::{Diagnostic, Report, Reported, Severity, SourceFile};
use crate::exchange::import::units::normal;
use crate::exchange::import::{Choices, Files, Imported, merge, record, units};
use crate::exchange::{Place, Returned, ReturnedUnit, UnitState};
use crate::language::Tag;
use crate::lint::lint_text;
use crate::load::{Publication, TextId, check_text, reread};

/// A text as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypedText {
    /// Which text it is: `right-leave`, `right-home[$home-ban-days:few]`.
    pub(crate) unit: String,
    /// The text; empty for none.
    pub(crate) text: String,
}

/// Brings the texts of one message into `files` and into `publication`, which was read from them. Gives what is wrong with the
/// message as it is then; with an error among it, both are as they were.
pub(crate) fn set_typed(
    files: &mut Files,
    publication: &mut Publication,
    language: &Tag,
    message: &TextId,
    texts: &[TypedText],
) -> Vec<Diagnostic> {
    let report = Report::new();
    let before = (files.clone(), publication.catalogues.clone());
    let brought = bring(files, publication, language, message, texts, &report);
    if brought.is_ok() {
        reread(publication, &files.project(), language, &report);
        check_text(publication, language, message, &report);
        let found = lint_text(publication, language, message);
        report.extend(found.into_iter().map(|found| found.diagnostic));
    }
    if report.has_errors() {
        (*files, publication.catalogues) = before;
    }
    report.into_sorted()
}

/// Merges and splices the texts of a message.
fn bring(
    files: &mut Files,
    publication: &Publication,
    language: &Tag,
    message: &TextId,
    texts: &[TypedText],
    report: &Report,
) -> Result<Option<Imported>, Reported> {
    if is_taken_out(texts) {
        files.take_out(publication, language, message, report)?;
        return Ok(None);
    }
    let source = publication.catalogues.get(&publication.brochure.source_language.value);
    let source = source.and_then(|source| source.texts.get(message)?.pattern());
    let source = source.as_ref().map(crate::load::ftl::typed);
    let returned = |text: &TypedText| {
        // Where a finding is underlined is found again in the text itself.
        let file = SourceFile::new(text.unit.as_str(), text.text.as_str());
        ReturnedUnit {
            id: text.unit.clone(),
            source: source.clone().filter(|_| !text.unit.contains('[')),
            target: text.text.clone(),
            comment: String::new(),
            place: Place::in_text(&file, 0..text.text.len()),
        }
    };
    let returned = Returned { units: texts.iter().map(returned).collect(), ..Returned::default() };
    let choices = Choices { overwrite: [message.clone()].into(), ..Choices::default() };
    let own = Report::new();
    let plan = units::plan(publication, &returned, &choices, &own);
    let state = |_: &TextId| UnitState::Draft;
    let imported = merge::merge(publication, language, &plan, &choices, &state, &own);
    let is_sound = !own.has_errors();
    report.extend(own.into_sorted().into_iter().filter(Diagnostic::is_error));
    if !is_sound {
        return Err(report.reported());
    }
    files.splice(publication, language, &imported.changed, report)?;
    Ok(Some(imported))
}

/// Whether a message is to have no translation any more.
fn is_taken_out(texts: &[TypedText]) -> bool {
    let is_whole = |text: &TypedText| !text.unit.contains('[');
    let root = texts.iter().find(|text| is_whole(text));
    root.is_some_and(|root| normal(&root.text).is_empty())
}

/// Brings the texts of one message into the catalogue and its record, as `import` does with those of a file. Nothing is on the
/// disk yet: [`Files::changes`] gives what is to be written.
///
/// # Errors
///
/// Fails if no catalogue can hold the text; why is in the report.
pub(crate) fn save_typed(
    files: &mut Files,
    publication: &Publication,
    language: &Tag,
    message: &TextId,
    texts: &[TypedText],
    (by, day): (Option<&str>, Date),
    report: &Report,
) -> Result<(), Reported> {
    let records = record::read(&files.project(), &publication.brochure.id, language, report)?;
    let imported = bring(files, publication, language, message, texts, report)?;
    let Some(mut imported) = imported else { return Ok(()) };
    let own = Report::new();
    let mut after = publication.clone();
    reread(&mut after, &files.project(), language, &own);
    check_text(&after, language, message, &own);
    let entry = after.catalogues.get(language).and_then(|found| found.texts.get(message));
    let is_inside = |diagnostic: &Diagnostic| {
        let (Some(span), Some(entry)) = (&diagnostic.span, entry) else { return false };
        let body = entry.body();
        diagnostic.severity == Severity::Error
            && span.file.path == body.file.path
            && body.range.start <= span.range.start
            && span.range.end <= body.range.end
    };
    let faults: Vec<Diagnostic> = own.into_sorted().into_iter().filter(is_inside).collect();
    if entry.is_none() || !faults.is_empty() {
        report.extend(faults);
        return Err(report.error(Diagnostic::error(format!("no catalogue can hold `{message}`"))));
    }
    // What was typed was typed beside today's source.
    for text in &mut imported.changed {
        let source = publication.catalogues.get(&publication.brochure.source_language.value);
        let source = source.and_then(|source| source.texts.get(&text.id)?.pattern());
        text.made_from = source.filter(|_| *language != publication.brochure.source_language.value);
    }
    let choices = Choices { by: by.map(str::to_owned), ..Choices::default() };
    record::write(files, publication, language, records, &imported, (&choices, day));
    Ok(())
}
