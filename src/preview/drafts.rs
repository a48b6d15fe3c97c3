//! Keeps the texts that somebody typed and nobody has saved, through restarts of the server and of browsers.
//!
//! A journal in the state folder has a line for each change; the last line about a text counts. It is written anew when the
//! server starts, and when it has grown long.

use std::collections::BTreeMap;
use std::fs::File;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::exchange::import::TypedText;
use crate::language::Tag;
use crate::load::TextId;
use crate::preview::state_folder::{StateFolder, add_lines};

/// The journal's file.
fn file_name(brochure: &str) -> String {
    format!("unsaved-{brochure}.jsonl")
}

/// After so many lines the journal is written anew.
const MOST_LINES: usize = 20_000;

/// Whose text it is: a session, and a tab in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct TabKey {
    /// The key of the session; `local` for those who sit at this computer.
    pub(super) session: String,
    /// The name that the tab gave itself.
    pub(super) tab: String,
}

/// A text that nobody has saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    /// The language.
    pub(super) language: Tag,
    /// What was typed.
    pub(super) text: String,
    /// The version of the catalogue's text on which the typing began.
    pub(super) base: String,
    /// Its place in the order of typing.
    pub(super) order: u64,
}

/// A line of the journal.
#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    key: TabKey,
    unit: String,
    /// The language of a text that was given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dropped: Option<Tag>,
    #[serde(flatten)]
    draft: Option<Draft>,
}

/// Which text it is: whose, in which language, of which unit.
type DraftKey = (TabKey, Tag, String);

/// All texts that nobody has saved.
pub(super) struct Drafts {
    folder: StateFolder,
    name: String,
    rows: BTreeMap<DraftKey, Draft>,
    journal: File,
    lines: usize,
    /// What is to be added to the journal.
    pending: String,
    order: u64,
}

impl Drafts {
    /// Reads the journal of a brochure, and begins a new one with what counts of it. A line that was cut off when the server was
    /// killed is passed over.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written.
    pub(super) fn open(folder: &StateFolder, brochure: &str) -> Result<Drafts, Diagnostic> {
        let name = file_name(brochure);
        let mut rows = BTreeMap::new();
        for line in folder.read(&name).unwrap_or_default().lines() {
            let Ok(Line { key, unit, dropped, draft }) = serde_json::from_str(line) else {
                continue;
            };
            match (draft, dropped) {
                (Some(draft), _) => {
                    rows.insert((key, draft.language.clone(), unit), draft);
                }
                (None, Some(language)) => {
                    rows.remove(&(key, language, unit));
                }
                (None, None) => {}
            }
        }
        let order = rows.values().map(|draft: &Draft| draft.order).max().unwrap_or_default();
        let journal = folder.append(&name)?;
        let folder = folder.clone();
        let pending = String::new();
        let mut drafts = Drafts { folder, name, rows, journal, lines: 0, pending, order };
        drafts.rewrite()?;
        Ok(drafts)
    }

    fn rewrite(&mut self) -> Result<(), Diagnostic> {
        let mut text = String::new();
        for ((key, language, unit), draft) in &self.rows {
            push_line(&mut text, key, language, unit, Some(draft));
        }
        self.folder.write(&self.name, &text)?;
        self.journal = self.folder.append(&self.name)?;
        self.lines = self.rows.len();
        Ok(())
    }

    /// Keeps a text; [`flush`](Drafts::flush) brings it to the disk.
    pub(super) fn keep(
        &mut self,
        key: &TabKey,
        unit: &str,
        language: &Tag,
        text: &str,
        base: &str,
    ) {
        self.order += 1;
        let draft = Draft {
            language: language.clone(),
            text: text.to_owned(),
            base: base.to_owned(),
            order: self.order,
        };
        push_line(&mut self.pending, key, language, unit, Some(&draft));
        self.lines += 1;
        self.rows.insert((key.clone(), language.clone(), unit.to_owned()), draft);
    }

    /// Gives a text up; tells whether there was one.
    pub(super) fn drop_text(&mut self, key: &TabKey, language: &Tag, unit: &str) -> bool {
        let row = (key.clone(), language.clone(), unit.to_owned());
        let was_there = self.rows.remove(&row).is_some();
        if was_there {
            push_line(&mut self.pending, key, language, unit, None);
            self.lines += 1;
        }
        was_there
    }

    /// Gives up all texts of a session.
    pub(super) fn forget(&mut self, session: &str) -> Result<(), Diagnostic> {
        self.rows.retain(|(key, ..), _| key.session != session);
        self.pending.clear();
        // The texts themselves are to be gone, and not only lines that say so.
        self.rewrite()
    }

    /// Brings all to the disk: only then it is kept.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written.
    pub(super) fn flush(&mut self) -> Result<(), Diagnostic> {
        if self.lines > MOST_LINES.max(2 * self.rows.len()) {
            self.pending.clear();
            return self.rewrite();
        }
        if self.pending.is_empty() {
            return Ok(());
        }
        add_lines(&mut self.journal, &self.pending).map_err(|error| {
            Diagnostic::error(format!("can't keep what was typed: {error}"))
                .hint("the disk may be full")
        })?;
        self.pending.clear();
        Ok(())
    }

    /// The text of a tab.
    pub(super) fn get(&self, key: &TabKey, language: &Tag, unit: &str) -> Option<&Draft> {
        self.rows.get(&(key.clone(), language.clone(), unit.to_owned()))
    }

    /// All texts, with whose they are and which units they are of.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&TabKey, &str, &Draft)> {
        self.rows.iter().map(|((key, _, unit), draft)| (key, unit.as_str(), draft))
    }

    /// The texts of one tab in a language, by unit.
    pub(super) fn of_tab(&self, key: &TabKey, language: &Tag) -> BTreeMap<&str, &str> {
        let own = self.iter().filter(|(own, _, draft)| *own == key && draft.language == *language);
        own.map(|(_, unit, draft)| (unit, draft.text.as_str())).collect()
    }

    /// The texts of one tab for a message, as an import takes them.
    pub(super) fn of_message(
        &self,
        key: &TabKey,
        language: &Tag,
        message: &TextId,
    ) -> Vec<TypedText> {
        let own = self.iter().filter(|(own, unit, draft)| {
            *own == key && draft.language == *language && message_of(unit) == message.as_str()
        });
        own.map(|(_, unit, draft)| TypedText { unit: unit.to_owned(), text: draft.text.clone() })
            .collect()
    }

    /// Gives the texts of a session's tabs that are not open any more to a tab that is.
    pub(super) fn adopt(&mut self, key: &TabKey, is_open: impl Fn(&TabKey) -> bool) {
        let orphans: Vec<DraftKey> = self
            .rows
            .keys()
            .filter(|(own, ..)| own.session == key.session && own != key && !is_open(own))
            .cloned()
            .collect();
        for orphan in orphans {
            let Some(draft) = self.rows.remove(&orphan) else { continue };
            let (old, language, unit) = orphan;
            push_line(&mut self.pending, &old, &language, &unit, None);
            let row = (key.clone(), language, unit);
            if !self.rows.contains_key(&row) {
                push_line(&mut self.pending, key, &row.1, &row.2, Some(&draft));
                self.rows.insert(row, draft);
            }
        }
    }
}

/// The message that a unit is a part of.
pub(super) fn message_of(unit: &str) -> &str {
    unit.split('[').next().unwrap_or_default()
}

fn push_line(out: &mut String, key: &TabKey, language: &Tag, unit: &str, draft: Option<&Draft>) {
    let dropped = draft.is_none().then(|| language.clone());
    let (key, unit, draft) = (key.clone(), unit.to_owned(), draft.cloned());
    // Names and texts, which JSON can always hold.
    out.push_str(&serde_json::to_string(&Line { key, unit, dropped, draft }).unwrap_or_default());
    out.push('\n');
}
