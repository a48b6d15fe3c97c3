//! Tells each client what is new: of the messages of their language, and of what became of what they asked for.

use std::collections::BTreeMap;

use crate::language::Tag;
use crate::load::people::Role;
use crate::preview::client::Client;
use crate::preview::rows::room_left;
use crate::preview::wire::{MessageRow, Outgoing, Refusal};
use crate::preview::workspace::Workspace;

/// What stands for the edition among the names of messages, of which none has a blank.
const EDITION: &str = "the edition";

impl Workspace {
    /// Tells all clients of a language, or all, what is new of its messages.
    pub(super) fn show_all(&mut self, language: Option<&Tag>) {
        let ids: Vec<u64> = self.clients.keys().copied().collect();
        for id in ids {
            let is_meant = self.clients.get(&id).is_some_and(|client| {
                language.is_none_or(|language| client.opened.language == *language)
            });
            if is_meant {
                self.show_messages(id, false);
            }
        }
    }

    /// Tells a client what is new of the messages; all of them at the beginning.
    pub(super) fn show_messages(&mut self, id: u64, all: bool) {
        let Some(client) = self.clients.get(&id) else { return };
        let common = self.engines.rows(&self.loaded, &client.opened);
        let permissions = self.engines.permissions(&self.loaded, client, (self.today)());
        let others = self.others(id, client);
        let mut rows: Vec<MessageRow> = Vec::new();
        let shown = self.clients.get_mut(&id).map(|client| std::mem::take(&mut client.shown));
        let mut shown = shown.unwrap_or_default();
        let Some(client) = self.clients.get(&id) else { return };
        let language = &client.opened.language;
        let drafts = self.drafts.of_tab(&client.key, language);
        let may_translate = client.person.may(Role::Translate, language);
        let nobody = Vec::new();
        for (number, row) in common.iter() {
            let permission = permissions.get(&row.id);
            let others = others.get(&row.id).unwrap_or(&nobody);
            let typed: Vec<Option<&str>> =
                row.units.iter().map(|unit| drafts.get(unit.id.as_str()).copied()).collect();
            if !shown.is_new(&row.id, &(number, permission, others, &typed)) && !all {
                continue;
            }
            let mut row = row.clone();
            if let Some((can, cannot)) = permission {
                row.can.clone_from(can);
                row.cannot.clone_from(cannot);
            }
            row.editable &= may_translate;
            row.others.clone_from(others);
            for (unit, typed) in row.units.iter_mut().zip(typed) {
                let Some(typed) = typed else { continue };
                let grown = room_left(0, typed) - room_left(0, &unit.text);
                unit.room = unit.room.map(|room| room + grown);
                unit.unsaved = Some(typed.to_owned());
            }
            rows.push(row);
        }
        if !rows.is_empty() || all {
            // Whoever has opened another language meanwhile must not take these for its texts.
            let language = language.to_string();
            client.outbox.say(Outgoing::Messages { language, all, messages: rows }.to_json());
        }
        let about = self.engines.edition(&self.loaded, client, (self.today)());
        if shown.is_new(EDITION, &about) {
            client.outbox.say(Outgoing::Edition(about).to_json());
        }
        if let Some(client) = self.clients.get_mut(&id) {
            client.shown = shown;
        }
    }

    /// Who else works at each message.
    pub(super) fn others(&self, id: u64, own: &Client) -> BTreeMap<String, Vec<String>> {
        let mut others: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let there = self.clients.iter().filter(|(other, client)| {
            **other != id && client.opened.language == own.opened.language
        });
        for (_, client) in there {
            if let Some(message) = &client.focus {
                let name = client.person.who.clone().unwrap_or_else(|| "?".to_owned());
                others.entry(message.clone()).or_default().push(name);
            }
        }
        others
    }

    pub(super) fn tell(&self, id: u64, said: &Outgoing) {
        if let Some(client) = self.clients.get(&id) {
            client.outbox.say(said.to_json());
        }
    }

    pub(super) fn tell_all(&self, said: &Outgoing) {
        let frame = said.to_json();
        self.clients.values().for_each(|client| client.outbox.say(frame.clone()));
    }

    pub(super) fn refuse(&self, id: u64, refusal: Refusal) {
        self.tell(id, &Outgoing::Refused(refusal));
    }
}
