//! Turns the two files of a record into what a command can change, and back into files.

use std::collections::BTreeMap;

use crate::diagnostic::{Report, Reported};
use crate::language::Tag;
use crate::load::catalogue;
use crate::load::ftl::Pattern;
use crate::load::paths::{ProjectFile, Scope};
use crate::load::project::Project;
use crate::load::record::{
    EditionLine, Line, Records, read_record, write_record, write_source_texts,
};
use crate::load::text_id::TextId;

/// The record of one language for one brochure, or for what all brochures share.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RecordFile {
    language: Tag,
    scope: Scope,
    /// The line of each message.
    pub(crate) lines: BTreeMap<TextId, Line>,
    /// The approvals of language editions, by edition.
    pub(crate) editions: BTreeMap<String, EditionLine>,
    /// The source text that each translation was made from.
    pub(crate) made_from: BTreeMap<TextId, Pattern>,
    /// What the files held.
    before: [Option<Vec<u8>>; 2],
}

/// A file to write: its path, what it held, and what it is to hold.
pub(crate) type FileChange = (String, Option<Vec<u8>>, String);

impl RecordFile {
    /// Reads a record; one that is not there is empty.
    ///
    /// # Errors
    ///
    /// Fails if it has a fault: what can't be read would be lost.
    pub(crate) fn read(
        project: &Project,
        language: &Tag,
        scope: &Scope,
        report: &Report,
    ) -> Result<RecordFile, Reported> {
        let own = Report::new();
        let [lines, texts] = paths(language, scope);
        let before = [project.read_bytes(&lines.path()), project.read_bytes(&texts.path())];
        let records = project.read_if_there(&lines, &own).map(|file| read_record(&file, &own));
        let Records { lines, editions, .. } = records.unwrap_or_default();
        let texts = project.read_if_there(&texts, &own).map(|file| catalogue::read(&file, &own));
        let texts = texts.unwrap_or_default();
        let messages = texts.messages.iter().map(|(id, entry)| (id.clone(), entry));
        let terms = texts.terms.iter().map(|(id, entry)| (TextId::of_term(id), entry));
        let made_from = messages.chain(terms);
        let made_from = made_from.filter_map(|(id, entry)| Some((id, entry.pattern()?))).collect();
        let is_sound = !own.has_errors();
        report.extend(own.into_sorted());
        if !is_sound {
            return Err(report.reported());
        }
        let (language, scope) = (language.clone(), scope.clone());
        Ok(RecordFile { language, scope, lines, editions, made_from, before })
    }

    /// A record as a publication holds it, to try what could be signed: it is never written.
    #[must_use]
    pub(crate) fn of(records: Option<&Records>, language: &Tag, scope: &Scope) -> RecordFile {
        RecordFile {
            language: language.clone(),
            scope: scope.clone(),
            lines: records.map(|records| records.lines.clone()).unwrap_or_default(),
            editions: BTreeMap::new(),
            made_from: BTreeMap::new(),
            before: [None, None],
        }
    }

    /// The files that differ from what was read.
    pub(crate) fn changes(&self) -> Vec<FileChange> {
        let written =
            [write_record(&self.lines, &self.editions), write_source_texts(&self.made_from)];
        let is_empty =
            [self.lines.is_empty() && self.editions.is_empty(), self.made_from.is_empty()];
        let mut changes = Vec::new();
        for (index, (file, text)) in
            paths(&self.language, &self.scope).iter().zip(written).enumerate()
        {
            let before = self.before[index].clone();
            let is_new = before.is_none() && is_empty[index];
            if !is_new && before.as_deref() != Some(text.as_bytes()) {
                changes.push((file.path(), before, text));
            }
        }
        changes
    }
}

/// The files of a record: its lines, and the source texts.
fn paths(language: &Tag, scope: &Scope) -> [ProjectFile; 2] {
    [
        ProjectFile::Record { language: language.clone(), scope: scope.clone() },
        ProjectFile::SourceTexts { language: language.clone(), scope: scope.clone() },
    ]
}
