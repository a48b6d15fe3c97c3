//! Does what somebody on the page asks for: keeps what they type, and hands on what changes files.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::exchange::import::TypedText;
use crate::language::Tag;
use crate::load::TextId;
use crate::load::people::Role;
use crate::preview::client::LONGEST_TEXT;
use crate::preview::rows::finding;
use crate::preview::sentences::Sentences;
use crate::preview::signatures::Act;
use crate::preview::suggestions::suggestions;
use crate::preview::wire::{Outgoing, Refusal, Sequence};
use crate::preview::workspace::LONGEST_REMARK;
use crate::preview::workspace::Workspace;
use crate::preview::writer::{APPROVE_EDITION, SavedText, Task, message_id};

impl Workspace {
    /// Keeps what was typed, and shows it. Of each field the last text counts.
    pub(super) fn type_all(&mut self, typed: Vec<(u64, String, String, String, Sequence)>) {
        let mut latest: BTreeMap<(u64, String), (String, String, Sequence)> = BTreeMap::new();
        for (client, unit, text, base, seq) in typed {
            if let Some(refusal) = self.refusal(client, "text", &unit, &text, seq) {
                self.refuse(client, refusal);
                continue;
            }
            latest.insert((client, unit), (text, base, seq));
        }
        if latest.is_empty() {
            return;
        }
        for ((client, unit), (text, base, _)) in &latest {
            let Some(client) = self.clients.get(client) else { continue };
            self.drafts.keep(&client.key, unit, &client.opened.language, text, base);
        }
        let mut shown: BTreeMap<Tag, Vec<(u64, Sequence)>> = BTreeMap::new();
        let mut found = Vec::new();
        for ((id, unit), (_, _, seq)) in &latest {
            let Some(client) = self.clients.get(id) else { continue };
            let Some(message) = message_id(unit) else { continue };
            let language = client.opened.language.clone();
            let texts = self.drafts.of_message(&client.key, &language, &message);
            let faults = self.live.set(&language, &message, &texts);
            found.push((*id, message, *seq, texts, faults));
            shown.entry(language).or_default().push((*id, *seq));
        }
        // The pages come first: they take longest.
        for (language, shown) in shown {
            self.engines.show_texts(&language, &self.live.catalogues(), &shown);
        }
        if let Err(fault) = self.drafts.flush() {
            return self.tell_all(&Outgoing::Problem { text: Sentences::of(&fault) });
        }
        for ((id, unit), (_, _, seq)) in latest {
            self.tell(id, &Outgoing::Kept { unit, seq });
        }
        for (id, message, seq, texts, faults) in found {
            self.tell_findings(id, &message, seq, &texts, &faults);
        }
    }

    pub(super) fn tell_findings(
        &self,
        id: u64,
        message: &TextId,
        seq: Sequence,
        texts: &[TypedText],
        faults: &[Diagnostic],
    ) {
        let units = texts.iter().map(|text| (text.unit.clone(), text.text.clone()));
        let units: Vec<(String, String)> = units.collect();
        let findings = faults.iter().map(|fault| finding(fault, &units)).collect();
        self.tell(id, &Outgoing::Findings { message: message.to_string(), seq, findings });
    }

    /// Why a text may not be changed by somebody.
    pub(super) fn refusal(
        &self,
        id: u64,
        to: &'static str,
        unit: &str,
        text: &str,
        seq: Sequence,
    ) -> Option<Refusal> {
        let client = self.clients.get(&id)?;
        let language = &client.opened.language;
        let publication = &self.loaded.brochure.publication;
        let source = publication.catalogues.get(&publication.brochure.source_language.value);
        let entry = message_id(unit).and_then(|id| source?.texts.get(&id));
        let why = if text.encode_utf16().count() > LONGEST_TEXT {
            "this text is too long"
        } else if !client.person.may(Role::Translate, language) {
            "you may not change texts of this language"
        } else if entry.is_none() {
            "there is no such text"
        } else if entry.is_some_and(|entry| entry.common) {
            "all brochures share this text: it is changed in its file"
        } else {
            return None;
        };
        let (unit, why, seq) = (Some(unit.to_owned()), Sentences::one(why), Some(seq));
        Some(Refusal { to, unit, message: None, why, seq })
    }

    pub(super) fn save(&mut self, id: u64, unit: &str, text: &str, base: &str, seq: Sequence) {
        if let Some(refusal) = self.refusal(id, "save", unit, text, seq) {
            return self.refuse(id, refusal);
        }
        let Some(client) = self.clients.get(&id) else { return };
        let (Some(message), language) = (message_id(unit), client.opened.language.clone()) else {
            return;
        };
        // It stays with the server until the file has it.
        self.drafts.keep(&client.key, unit, &language, text, base);
        if let Err(fault) = self.drafts.flush() {
            return self.tell_all(&Outgoing::Problem { text: Sentences::of(&fault) });
        }
        // The forms of a choice go together: no catalogue can hold some of them.
        let texts = self.drafts.of_message(&client.key, &language, &message).into_iter();
        let texts = texts.map(|typed| {
            let draft = self.drafts.get(&client.key, &language, &typed.unit);
            let base = draft.map(|draft| draft.base.clone()).unwrap_or_default();
            SavedText { seq, typed, base }
        });
        let (texts, by) = (texts.collect(), client.person.who.clone());
        self.writer.give(Task::Save { client: id, language, message, texts, by });
    }

    /// Gives up what was typed, and says so once it is written down: until then the next page of this person would find it again.
    pub(super) fn drop_text(&mut self, id: u64, unit: String, seq: Sequence) {
        let Some(client) = self.clients.get(&id) else { return };
        let (key, language) = (client.key.clone(), client.opened.language.clone());
        let had_text = self.drafts.drop_text(&key, &language, &unit);
        match self.drafts.flush() {
            Ok(()) => self.tell(id, &Outgoing::Dropped { unit, seq }),
            Err(fault) => self.tell_all(&Outgoing::Problem { text: Sentences::of(&fault) }),
        }
        if had_text {
            self.renew_live();
            self.show_all(Some(&language));
        }
    }

    pub(super) fn sign(&mut self, id: u64, message: &str, act: Act) {
        let Some(client) = self.clients.get(&id) else { return };
        let refusal = |why: &str| {
            let message = Some(message.to_owned());
            Refusal { to: act.as_str(), message, why: Sentences::one(why), ..Refusal::default() }
        };
        let language = client.opened.language.clone();
        if !client.person.may(act.role(), &language) {
            return self.refuse(id, refusal("your role does not allow this"));
        }
        let Ok(message) = message.parse::<TextId>() else {
            return self.refuse(id, refusal("there is no such text"));
        };
        let by = client.person.who.clone();
        self.writer.give(Task::Sign { client: id, language, message, act, by });
    }

    pub(super) fn sign_edition(&mut self, id: u64, make_up: String) {
        let Some(client) = self.clients.get(&id) else { return };
        let language = client.opened.language.clone();
        if !client.person.may(Role::Approve, &language) {
            let why = Sentences::one("your role does not allow this");
            return self.refuse(id, Refusal { to: APPROVE_EDITION, why, ..Refusal::default() });
        }
        let (edition, by) = (client.opened.edition.clone(), client.person.who.clone());
        self.writer.give(Task::SignEdition { client: id, language, edition, make_up, by });
    }

    pub(super) fn remark(&mut self, id: u64, message: &str, text: &str) {
        let Some(client) = self.clients.get(&id) else { return };
        let language = client.opened.language.clone();
        let refusal = |why: &str| {
            let message = Some(message.to_owned());
            Refusal { to: "remark", message, why: Sentences::one(why), ..Refusal::default() }
        };
        if !client.person.may_change(&language) {
            return self.refuse(id, refusal("you may not remark on this language"));
        }
        let (Ok(message), text) = (message.parse::<TextId>(), text.trim().to_owned()) else {
            return self.refuse(id, refusal("there is no such text"));
        };
        if text.is_empty() || text.chars().count() > LONGEST_REMARK {
            return self.refuse(id, refusal("a remark has one to two thousand characters"));
        }
        let by = client.person.who.clone();
        self.writer.give(Task::Remark { client: id, language, message, text, by });
    }

    pub(super) fn remark_done(&mut self, id: u64, message: String, remark: String) {
        let Some(client) = self.clients.get(&id) else { return };
        let language = client.opened.language.clone();
        if !client.person.may_change(&language) {
            let why = Sentences::one("you may not remark on this language");
            return self.refuse(
                id,
                Refusal { to: "remark-done", message: Some(message), why, ..Refusal::default() },
            );
        }
        if let Ok(message) = message.parse::<TextId>() {
            self.writer.give(Task::RemarkDone { client: id, language, message, remark });
        }
    }

    pub(super) fn suggest(&mut self, id: u64, unit: String) {
        let Some(client) = self.clients.get(&id) else { return };
        let language = client.opened.language.clone();
        let rows = self.engines.rows(&self.loaded, &client.opened);
        let units = rows.iter().flat_map(|(_, row)| &row.units);
        let Some(row) = units.into_iter().find(|own| own.id == unit) else { return };
        let source: String = row.source.iter().map(|piece| piece.text.as_str()).collect();
        let wanted = (unit.as_str(), source.as_str());
        let found = suggestions(&self.loaded, &mut self.memories, &language, wanted);
        self.tell(id, &Outgoing::Suggestions { unit, found });
    }
}
