//! Remembers at which setting the pages of each language edition were last, so that they open at it: a search takes seconds.

use std::collections::BTreeMap;

use crate::preview::engine::EngineKey;
use crate::preview::state_folder::StateFolder;
use crate::typeset::FoundSetting;

/// The settings that searches have ended at.
pub(super) struct Settings {
    folder: StateFolder,
    name: String,
    /// By language, edition and profile.
    rows: BTreeMap<String, FoundSetting>,
}

fn name_of(key: &EngineKey) -> String {
    format!("{} {} {}", key.language, key.edition, key.profile)
}

impl Settings {
    /// What is remembered of a brochure; nothing if that can't be read.
    pub(super) fn open(folder: &StateFolder, brochure: &str) -> Settings {
        let name = format!("settings-{brochure}.json");
        let rows = folder.read(&name).and_then(|text| serde_json::from_str(&text).ok());
        Settings { folder: folder.clone(), name, rows: rows.unwrap_or_default() }
    }

    /// Where the last search for some pages has ended.
    pub(super) fn get(&self, key: &EngineKey) -> Option<FoundSetting> {
        self.rows.get(&name_of(key)).cloned()
    }

    /// Remembers where a search has ended.
    pub(super) fn keep(&mut self, key: &EngineKey, found: FoundSetting) {
        let name = name_of(key);
        if self.rows.get(&name) == Some(&found) {
            return;
        }
        self.rows.insert(name, found);
        let text = serde_json::to_string(&self.rows).unwrap_or_default();
        // What is not remembered is searched for again.
        let _ = self.folder.write(&self.name, &text);
    }
}
