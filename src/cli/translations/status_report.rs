//! Holds how far a brochure has come, as it is told to people and programs.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::language::Tag;
use crate::review::{Progress, ReasonKind};

/// How far a brochure has come.
#[derive(Serialize, Deserialize)]
pub(super) struct Status {
    pub(super) brochure: String,
    pub(super) source_language: Tag,
    pub(super) languages: Vec<LanguageStatus>,
    /// Signatures that do not count, each in a sentence.
    pub(super) void: Vec<String>,
}

impl Status {
    /// Writes it down to be [`read`](Status::read) again: a line without the languages, and one for each of them, so that
    /// several are written at once.
    pub(super) fn write(&self) -> serde_json::Result<String> {
        let languages = self.languages.par_iter().map(serde_json::to_string);
        let mut lines = languages.collect::<serde_json::Result<Vec<String>>>()?;
        let (brochure, source_language) = (self.brochure.clone(), self.source_language.clone());
        let languages = Vec::new();
        let rest = Status { brochure, source_language, languages, void: self.void.clone() };
        lines.insert(0, serde_json::to_string(&rest)?);
        Ok(lines.join("\n"))
    }

    /// Reads what was written down.
    pub(super) fn read(written: &str) -> serde_json::Result<Status> {
        let mut lines = written.lines();
        let rest: Status = serde_json::from_str(lines.next().unwrap_or_default())?;
        let languages: Vec<&str> = lines.collect();
        let languages = languages.par_iter().map(|line| serde_json::from_str(line));
        Ok(Status { languages: languages.collect::<serde_json::Result<_>>()?, ..rest })
    }
}

/// How far one language has come.
#[derive(Serialize, Deserialize)]
pub(super) struct LanguageStatus {
    pub(super) language: Tag,
    pub(super) autonym: String,
    /// "ltr" or "rtl".
    pub(super) direction: String,
    #[serde(flatten)]
    pub(super) progress: Progress,
    /// Messages that do not fit in one of the editions; nothing if that was not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) too_long: Option<usize>,
    /// What somebody remarked on its texts, and nobody has dealt with; nothing if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) remarks: Option<usize>,
    pub(super) editions: Vec<EditionStatus>,
    /// The messages in each state but approved.
    pub(super) by_state: BTreeMap<String, IdList>,
}

/// Ids of messages, in one text: all languages together may have a hundred thousand.
#[derive(Default)]
pub(super) struct IdList {
    /// One behind the other.
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl IdList {
    /// Adds an id.
    pub(super) fn push(&mut self, id: &str) {
        self.text.push_str(id);
        self.ends.push(self.text.len());
    }

    /// The ids.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end])
    }

    /// The ids, with something between them.
    pub(super) fn join(&self, between: &str) -> String {
        self.iter().collect::<Vec<_>>().join(between)
    }
}

impl Serialize for IdList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for IdList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<IdList, D::Error> {
        let mut list = IdList::default();
        Vec::<String>::deserialize(deserializer)?.iter().for_each(|id| list.push(id));
        Ok(list)
    }
}

/// How far one language edition has come.
#[derive(Serialize, Deserialize)]
pub(super) struct EditionStatus {
    pub(super) edition: String,
    /// "approved" or "draft".
    pub(super) state: String,
    #[serde(flatten)]
    pub(super) progress: Progress,
    /// The messages that do not fit; nothing if that was not asked, or the pages could not be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) too_long: Option<BTreeSet<String>>,
    /// What else keeps it a draft.
    pub(super) reasons: BTreeMap<ReasonKind, Vec<String>>,
}
