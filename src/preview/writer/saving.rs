//! Saves the texts of a message, unless the file says something else by now than their writer knew.

use crate::diagnostic::{Diagnostic, Report};
use crate::edit::EditLock;
use crate::exchange::export::{unit_texts, version};
use crate::exchange::import::{Files, TypedText, normal, save_typed};
use crate::language::Tag;
use crate::load::{Publication, TextId};
use crate::preview::sentences::Sentences;
use crate::preview::writer::{Done, SavedText, Work};
use crate::review::{MessageState, States, assess};

/// What came of an attempt to save.
enum Attempt {
    /// The file has the texts.
    Saved,
    /// What the file says instead, for each text where it is something else than its writer knew.
    Conflicts(Vec<Option<String>>),
}

impl Work {
    /// Saves the texts of a message; tells whether the file has them now.
    pub(super) fn save(
        &mut self,
        client: u64,
        language: &Tag,
        message: &TextId,
        texts: Vec<SavedText>,
        by: Option<&str>,
        done: &mut Vec<Done>,
    ) -> bool {
        let refused = |text: &SavedText, why: &Sentences| Done::Refused {
            client,
            to: "save",
            unit: Some(text.typed.unit.clone()),
            message: Some(message.to_string()),
            why: why.clone(),
            seq: Some(text.seq),
        };
        let saved = self.try_to_save(language, message, &texts, by);
        match saved {
            Err(fault) => {
                let why = Sentences::of(&fault);
                texts.iter().for_each(|text| (self.tell)(refused(text, &why)));
                false
            }
            Ok(Attempt::Conflicts(conflicts)) => {
                for (text, theirs) in texts.iter().zip(conflicts) {
                    let Some(theirs) = theirs else { continue };
                    let (unit, base) = (text.typed.unit.clone(), version(&normal(&theirs)));
                    let yours = text.typed.text.clone();
                    let language = language.clone();
                    (self.tell)(Done::Conflict { client, language, unit, theirs, base, yours });
                }
                false
            }
            Ok(Attempt::Saved) => {
                done.extend(texts.into_iter().map(|text| {
                    let base = version(&normal(&text.typed.text));
                    let (language, unit) = (language.clone(), text.typed.unit);
                    Done::Saved { client, language, unit, seq: text.seq, base }
                }));
                true
            }
        }
    }

    fn try_to_save(
        &mut self,
        language: &Tag,
        message: &TextId,
        texts: &[SavedText],
        by: Option<&str>,
    ) -> Result<Attempt, Diagnostic> {
        // An editor may save between reading and writing: then all is read again.
        const ATTEMPTS: usize = 3;
        let _lock = EditLock::acquire(&self.project)?;
        let mut attempt = 1;
        loop {
            let project = self.project.snapshot();
            let publication = self.latest(&project)?;
            let now = unit_texts(&publication, language, message);
            let conflicts: Vec<Option<String>> = texts
                .iter()
                .map(|text| {
                    let theirs = now.get(&text.typed.unit).cloned().unwrap_or_default();
                    let is_known = version(&normal(&theirs)) == text.base
                        || normal(&theirs) == normal(&text.typed.text);
                    (!is_known).then_some(theirs)
                })
                .collect();
            if conflicts.iter().any(Option::is_some) {
                self.latest = Some(publication);
                return Ok(Attempt::Conflicts(conflicts));
            }
            let says_the_same = texts.iter().all(|text| {
                let theirs = now.get(&text.typed.unit).map(String::as_str).unwrap_or_default();
                normal(theirs) == normal(&text.typed.text)
            });
            let mut files = Files::new(&project);
            if says_the_same {
                self.confirm(&publication, language, message, by)?;
                return Ok(Attempt::Saved);
            }
            let report = Report::new();
            let typed: Vec<TypedText> = texts.iter().map(|text| text.typed.clone()).collect();
            let writer = (by, (self.today)());
            let saved =
                save_typed(&mut files, &publication, language, message, &typed, writer, &report);
            if saved.is_err() {
                let mut faults = report.into_sorted().into_iter().filter(Diagnostic::is_error);
                let silent = || Diagnostic::error("this text can't be saved");
                return Err(faults.next().unwrap_or_else(silent));
            }
            // What was compared above is what was changed only if no file is another by now.
            if !self.is_up_to_date() {
                if attempt == ATTEMPTS {
                    let fault =
                        Diagnostic::error("files of the project were saved at the same moment");
                    return Err(fault.hint("save again"));
                }
                attempt += 1;
                continue;
            }
            match files.changes().commit() {
                Ok(()) => {
                    self.keep(publication, language);
                    return Ok(Attempt::Saved);
                }
                Err(fault) if attempt == ATTEMPTS => return Err(fault),
                Err(_) => attempt += 1,
            }
        }
    }

    /// Notes that a stale translation says what today's source says.
    fn confirm(
        &self,
        publication: &Publication,
        language: &Tag,
        message: &TextId,
        by: Option<&str>,
    ) -> Result<(), Diagnostic> {
        let states: States = assess(publication);
        if states.get(language, message) != MessageState::Stale {
            return Ok(());
        }
        let source = publication.catalogues.get(&publication.brochure.source_language.value);
        let source = source.and_then(|source| source.texts.get(message)?.pattern());
        let Some(source) = source else { return Ok(()) };
        let mut record = self.record(publication, language, message)?;
        record.made_from.insert(message.clone(), source);
        if let Some(line) = record.lines.get_mut(message) {
            // Whoever read it read it beside another source.
            (line.reviewed, line.tried, line.approved, line.accepted) = (None, None, None, None);
            line.by = by.map(str::to_owned).or(line.by.take());
            line.on = Some((self.today)());
        }
        self.commit(&record)
    }
}
