//! Knows who is on the page and what each of them types, and tells everybody what changes: one thread, which never waits for a
//! page or a file.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use time::Date;

use crate::diagnostic::Diagnostic;
use crate::exchange::import::TypedText;
use crate::language::Tag;
use crate::load::people::Role;
use crate::load::{Profile, Project, TextId};
use crate::preview::drafts::{Drafts, TabKey};
use crate::preview::engine::{Drawn, EngineKey};
use crate::preview::engines::Engines;
use crate::preview::live::LiveTexts;
use crate::preview::outbox::Outbox;
use crate::preview::person::Person;
use crate::preview::rows::{finding, room_left};
use crate::preview::shown::Shown;
use crate::preview::signatures::Act;
use crate::preview::suggestions::suggestions;
use crate::preview::welcome::welcome;
use crate::preview::wire::{Incoming, MessageRow, Outgoing, Refusal, Sequence};
use crate::preview::writer::{Done, Loaded, SavedText, Task, Writer, message_id, sentence};
use crate::typeset::forget_unused;

/// The longest text of a field, in UTF-16.
pub(super) const LONGEST_TEXT: usize = 20_000;

/// The longest remark.
const LONGEST_REMARK: usize = 2_000;

/// So many runs of all engines go by before a result of the typesetter that no page has used is forgotten, for each engine.
const KEPT_RUNS: usize = 10;

/// What the thread is told.
pub(super) enum Event {
    /// Somebody has come.
    Joined(Box<Joined>),
    /// Somebody has gone.
    Left(u64),
    /// Somebody says something.
    Said(u64, Incoming),
    /// A session is to be forgotten with all that it typed.
    Forget(String),
    /// A session is over.
    End(String, &'static str),
    /// Something was done with files.
    Done(Done),
    /// Pages were drawn.
    Drawn(Drawn),
}

/// Somebody who has come.
pub(super) struct Joined {
    pub(super) id: u64,
    pub(super) person: Person,
    pub(super) tab: String,
    pub(super) outbox: Arc<Outbox>,
    pub(super) language: Option<String>,
    pub(super) edition: Option<String>,
}

/// Somebody who is there.
pub(super) struct Client {
    pub(super) person: Person,
    pub(super) key: TabKey,
    pub(super) outbox: Arc<Outbox>,
    /// What they look at.
    pub(super) opened: EngineKey,
    /// The message at which they work.
    pub(super) focus: Option<String>,
    /// What they were told of each message.
    pub(super) shown: Shown,
}

/// The thread's values.
pub(super) struct Workspace {
    pub(super) loaded: Loaded,
    pub(super) project: Project,
    pub(super) clients: BTreeMap<u64, Client>,
    pub(super) drafts: Drafts,
    pub(super) live: LiveTexts,
    pub(super) engines: Engines,
    pub(super) today: fn() -> Date,
    /// The language and edition to begin with.
    pub(super) first: EngineKey,
    writer: Writer,
    /// What is wrong with the files, as the last reading found.
    broken: Option<String>,
}

impl Workspace {
    /// What it begins with.
    pub(super) fn new(
        project: Project,
        loaded: Loaded,
        drafts: Drafts,
        first: EngineKey,
        writer: Writer,
        (events, today): (Sender<Event>, fn() -> Date),
    ) -> Workspace {
        let live = LiveTexts::new(&project, &loaded);
        let engines = Engines::new(events);
        let clients = BTreeMap::new();
        Workspace {
            loaded,
            project,
            clients,
            drafts,
            live,
            engines,
            today,
            first,
            writer,
            broken: None,
        }
    }

    /// Works until nobody tells it anything any more.
    pub(super) fn run(mut self, events: &Receiver<Event>) {
        while let Ok(first) = events.recv() {
            let mut typed = Vec::new();
            let mut waiting = vec![first];
            waiting.extend(std::iter::from_fn(|| events.try_recv().ok()));
            for event in waiting {
                match event {
                    Event::Said(client, Incoming::Text { unit, text, base, seq }) => {
                        typed.push((client, unit, text, base, seq));
                    }
                    event => {
                        self.type_all(std::mem::take(&mut typed));
                        self.take(event);
                    }
                }
            }
            self.type_all(typed);
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Joined(joined) => self.join(*joined),
            Event::Left(client) => self.leave(client),
            Event::Said(client, said) => self.hear(client, said),
            Event::Forget(session) => {
                if let Err(fault) = self.drafts.forget(&session) {
                    self.tell_all(&Outgoing::Problem { text: sentence(&fault) });
                }
                self.end(&session, "ended");
                self.renew_live();
            }
            Event::End(session, why) => self.end(&session, why),
            Event::Done(done) => self.take_done(done),
            Event::Drawn(drawn) => self.take_drawn(drawn),
        }
    }

    fn join(&mut self, joined: Joined) {
        let Joined { id, person, tab, outbox, language, edition } = joined;
        let key = TabKey { session: person.session.clone(), tab };
        let language =
            language.and_then(|tag| tag.parse().ok()).or_else(|| person.language.clone());
        let wanted = EngineKey {
            language: language.unwrap_or_else(|| self.first.language.clone()),
            edition: edition.unwrap_or_else(|| self.first.edition.clone()),
            profile: self.first.profile,
        };
        let opened = self.existing(wanted);
        let open: Vec<TabKey> = self.clients.values().map(|client| client.key.clone()).collect();
        self.drafts.adopt(&key, |other| open.contains(other));
        let shown = Shown::default();
        let client = Client { person, key, outbox, opened, focus: None, shown };
        let words = welcome(&self.loaded, &client, (self.today)());
        client.outbox.say(Outgoing::Welcome(Box::new(words)).to_json());
        if let Some(text) = &self.broken {
            client.outbox.say(Outgoing::Problem { text: text.clone() }.to_json());
        }
        self.clients.insert(id, client);
        self.bring_drafts_of(id);
        self.show_edition(id);
    }

    /// The nearest language edition that there is.
    fn existing(&self, wanted: EngineKey) -> EngineKey {
        let brochure = &self.loaded.brochure.publication.brochure;
        let languages = |edition: &str| {
            let edition = brochure.edition(edition)?;
            Some(
                brochure
                    .languages_of(edition)
                    .iter()
                    .map(|tag| tag.value.clone())
                    .collect::<Vec<_>>(),
            )
        };
        if languages(&wanted.edition).is_some_and(|all| all.contains(&wanted.language)) {
            return wanted;
        }
        let editions = brochure.editions.iter().map(|edition| edition.id.value.clone());
        let mut with_language =
            editions.filter(|id| languages(id).is_some_and(|all| all.contains(&wanted.language)));
        match with_language.next() {
            Some(edition) => EngineKey { edition, ..wanted },
            None => self.first.clone(),
        }
    }

    /// Opens the edition of a client, and tells them everything of it.
    fn show_edition(&mut self, id: u64) {
        let Some(client) = self.clients.get(&id) else { return };
        let (key, outbox) = (client.opened.clone(), Arc::clone(&client.outbox));
        let catalogues = self.live.catalogues();
        self.engines.join(&self.loaded, catalogues, key, id, outbox);
        self.show_messages(id, true);
    }

    fn leave(&mut self, id: u64) {
        let Some(client) = self.clients.remove(&id) else { return };
        self.engines.leave(&client.opened, id);
        let had_drafts = self.drafts.iter().any(|(key, ..)| *key == client.key);
        if had_drafts {
            self.renew_live();
        }
        self.show_all(Some(&client.opened.language));
    }

    /// Ends all sockets of a session.
    fn end(&mut self, session: &str, why: &'static str) {
        for client in self.clients.values().filter(|client| client.person.session == session) {
            client.outbox.close(Outgoing::Closed { why }.to_json());
        }
    }

    fn hear(&mut self, id: u64, said: Incoming) {
        match said {
            Incoming::Open { language, edition, profile } => {
                self.open(id, &language, edition, &profile);
            }
            Incoming::Want { pages } => {
                if let Some(client) = self.clients.get(&id) {
                    client.outbox.want(pages.into_iter().take(64));
                }
            }
            Incoming::Focus { message } => self.focus(id, message),
            Incoming::Save { unit, text, base, seq } => self.save(id, unit, text, base, seq),
            Incoming::Drop { unit } => self.drop_text(id, &unit),
            Incoming::Review { message } => self.sign(id, message, Act::Review),
            Incoming::Approve { message, legal } => {
                self.sign(id, message, if legal { Act::Legal } else { Act::Approve });
            }
            Incoming::Remark { message, text } => self.remark(id, message, text),
            Incoming::RemarkDone { message, remark } => self.remark_done(id, message, remark),
            Incoming::Suggest { unit } => self.suggest(id, unit),
            Incoming::Ping => self.tell(id, &Outgoing::Pong),
            Incoming::Hello { .. } | Incoming::Text { .. } => {}
        }
    }

    fn open(&mut self, id: u64, language: &str, edition: String, profile: &str) {
        let profiles = [Profile::Screen, Profile::Print, Profile::Office];
        let profile = profiles.into_iter().find(|known| known.as_str() == profile);
        let brochure = &self.loaded.brochure.publication.brochure;
        let possible = brochure.edition(&edition).is_some_and(|edition| {
            profile.is_some_and(|profile| edition.cannot_be_made_for(profile).is_none())
                && brochure.languages_of(edition).iter().any(|tag| tag.value.as_str() == language)
        });
        let (Ok(language), Some(profile)) = (language.parse::<Tag>(), profile.filter(|_| possible))
        else {
            let why = "this edition is not made in this language and form".to_owned();
            return self.refuse(id, Refusal { to: "open", why, ..Refusal::default() });
        };
        let key = EngineKey { language, edition, profile: profile.as_str() };
        let Some(client) = self.clients.get_mut(&id) else { return };
        let before = std::mem::replace(&mut client.opened, key);
        client.outbox.open_another();
        client.shown = Shown::default();
        if before.language != client.opened.language {
            client.focus = None;
        }
        self.engines.leave(&before, id);
        self.bring_drafts_of(id);
        self.show_edition(id);
    }

    fn focus(&mut self, id: u64, message: Option<String>) {
        let Some(client) = self.clients.get_mut(&id) else { return };
        client.focus = message.filter(|message| message.len() < 200);
        let language = client.opened.language.clone();
        self.show_all(Some(&language));
    }

    /// Keeps what was typed, and shows it. Of each field the last text counts.
    fn type_all(&mut self, typed: Vec<(u64, String, String, String, Sequence)>) {
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
        if let Err(fault) = self.drafts.flush() {
            return self.tell_all(&Outgoing::Problem { text: sentence(&fault) });
        }
        let mut shown: BTreeMap<Tag, Vec<(u64, Sequence)>> = BTreeMap::new();
        let mut found = Vec::new();
        for ((id, unit), (_, _, seq)) in latest {
            self.tell(id, &Outgoing::Kept { unit: unit.clone(), seq });
            let Some(client) = self.clients.get(&id) else { continue };
            let Some(message) = message_id(&unit) else { continue };
            let language = client.opened.language.clone();
            let texts = self.drafts.of_message(&client.key, &language, &message);
            let faults = self.live.set(&language, &message, &texts);
            found.push((id, message, seq, texts, faults));
            shown.entry(language).or_default().push((id, seq));
        }
        for (language, shown) in shown {
            self.engines.show_texts(&language, &self.live.catalogues(), &shown);
        }
        for (id, message, seq, texts, faults) in found {
            self.tell_findings(id, &message, seq, &texts, &faults);
        }
    }

    fn tell_findings(
        &self,
        id: u64,
        message: &TextId,
        seq: Sequence,
        texts: &[TypedText],
        faults: &[Diagnostic],
    ) {
        let units = || texts.iter().map(|text| (text.unit.clone(), text.text.clone())).collect();
        let findings = faults.iter().map(|fault| finding(fault, units())).collect();
        self.tell(id, &Outgoing::Findings { message: message.to_string(), seq, findings });
    }

    /// Why a text may not be changed by somebody.
    fn refusal(
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
        let (unit, why, seq) = (Some(unit.to_owned()), why.to_owned(), Some(seq));
        Some(Refusal { to, unit, message: None, why, seq })
    }

    fn save(&mut self, id: u64, unit: String, text: String, base: String, seq: Sequence) {
        if let Some(refusal) = self.refusal(id, "save", &unit, &text, seq) {
            return self.refuse(id, refusal);
        }
        let Some(client) = self.clients.get(&id) else { return };
        let (Some(message), language) = (message_id(&unit), client.opened.language.clone()) else {
            return;
        };
        // It stays with the server until the file has it.
        self.drafts.keep(&client.key, &unit, &language, &text, &base);
        if let Err(fault) = self.drafts.flush() {
            return self.tell_all(&Outgoing::Problem { text: sentence(&fault) });
        }
        // The forms of a choice go together: no catalogue can hold some of them.
        let texts = self.drafts.of_message(&client.key, &language, &message).into_iter();
        let texts = texts.map(|typed| {
            let draft = self.drafts.get(&client.key, &typed.unit);
            let base = draft.map(|draft| draft.base.clone()).unwrap_or_default();
            SavedText { seq, typed, base }
        });
        let (texts, by) = (texts.collect(), client.person.who.clone());
        self.writer.give(Task::Save { client: id, language, message, texts, by });
    }

    fn drop_text(&mut self, id: u64, unit: &str) {
        let Some(client) = self.clients.get(&id) else { return };
        let (key, language) = (client.key.clone(), client.opened.language.clone());
        if self.drafts.drop_text(&key, unit) {
            // What can't be written down now is given up at the next start.
            let _ = self.drafts.flush();
            self.renew_live();
            self.show_all(Some(&language));
        }
    }

    fn sign(&mut self, id: u64, message: String, act: Act) {
        let Some(client) = self.clients.get(&id) else { return };
        let refusal = |why: &str| {
            let message = Some(message.clone());
            Refusal { to: act.as_str(), message, why: why.to_owned(), ..Refusal::default() }
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

    fn remark(&mut self, id: u64, message: String, text: String) {
        let Some(client) = self.clients.get(&id) else { return };
        let language = client.opened.language.clone();
        let refusal = |why: &str| {
            let message = Some(message.clone());
            Refusal { to: "remark", message, why: why.to_owned(), ..Refusal::default() }
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

    fn remark_done(&mut self, id: u64, message: String, remark: String) {
        let Some(client) = self.clients.get(&id) else { return };
        let language = client.opened.language.clone();
        if !client.person.may_change(&language) {
            let why = "you may not remark on this language".to_owned();
            return self.refuse(
                id,
                Refusal { to: "remark-done", message: Some(message), why, ..Refusal::default() },
            );
        }
        if let Ok(message) = message.parse::<TextId>() {
            self.writer.give(Task::RemarkDone { client: id, language, message, remark });
        }
    }

    fn suggest(&mut self, id: u64, unit: String) {
        let Some(client) = self.clients.get(&id) else { return };
        let found = suggestions(&self.loaded, &client.opened.language, &unit);
        self.tell(id, &Outgoing::Suggestions { unit, found });
    }

    fn take_done(&mut self, done: Done) {
        match done {
            Done::Loaded(loaded) => {
                self.loaded = *loaded;
                self.broken = None;
                self.live.reload(&self.project, &self.loaded);
                self.bring_all_drafts();
                self.engines.reload(&self.loaded, &self.live.catalogues());
                self.show_all(None);
            }
            Done::Broken(faults) => {
                let first = faults.first().map(sentence).unwrap_or_default();
                self.broken = Some(first.clone());
                self.tell_all(&Outgoing::Problem { text: first });
            }
            Done::Saved { client, unit, seq, base } => {
                let Some(own) = self.clients.get(&client) else { return };
                let (key, language) = (own.key.clone(), own.opened.language.clone());
                // Whoever went on typing has a newer text, which is kept.
                let is_same = self.drafts.get(&key, &unit).is_some_and(|draft| {
                    crate::exchange::export::version(&crate::exchange::import::normal(&draft.text))
                        == base
                });
                if is_same {
                    self.drafts.drop_text(&key, &unit);
                    let _ = self.drafts.flush();
                }
                self.tell(client, &Outgoing::Saved { unit, seq, base });
                self.show_all(Some(&language));
            }
            Done::Conflict { client, unit, theirs, base, yours } => {
                self.tell(client, &Outgoing::Conflict { unit, theirs, base, yours });
            }
            Done::Refused { client, to, unit, message, why, seq } => {
                self.refuse(client, Refusal { to, unit, message: Some(message), why, seq });
            }
        }
    }

    fn take_drawn(&mut self, drawn: Drawn) {
        forget_unused(KEPT_RUNS * self.engines.count().max(1));
        if let Some(fault) = drawn.faults.first() {
            let text = sentence(fault);
            let clients = self.clients.values().filter(|client| client.opened == drawn.key);
            let frame = Outgoing::Problem { text }.to_json();
            clients.for_each(|client| client.outbox.say(frame.clone()));
        }
        let is_new = self.engines.note_places(&drawn.key, drawn.pages);
        if is_new || drawn.is_checked {
            let own = self.clients.iter().filter(|(_, client)| client.opened == drawn.key);
            let ids: Vec<u64> = own.map(|(id, _)| *id).collect();
            ids.into_iter().for_each(|id| self.show_messages(id, false));
        }
    }

    /// Lays the unsaved texts of all who are there over the catalogues anew.
    fn renew_live(&mut self) {
        self.live.reload(&self.project, &self.loaded);
        self.bring_all_drafts();
        self.engines.reload(&self.loaded, &self.live.catalogues());
    }

    fn bring_all_drafts(&mut self) {
        let ids: Vec<u64> = self.clients.keys().copied().collect();
        ids.into_iter().for_each(|id| self.bring_drafts_of(id));
    }

    fn bring_drafts_of(&mut self, id: u64) {
        let Some(client) = self.clients.get(&id) else { return };
        let language = client.opened.language.clone();
        let own = self
            .drafts
            .iter()
            .filter(|(key, _, draft)| **key == client.key && draft.language == language);
        let mut messages: Vec<TextId> = own.filter_map(|(_, unit, _)| message_id(unit)).collect();
        messages.dedup();
        for message in &messages {
            let texts = self.drafts.of_message(&client.key, &language, message);
            self.live.set(&language, message, &texts);
        }
        if !messages.is_empty() {
            self.engines.show_texts(&language, &self.live.catalogues(), &[]);
        }
    }

    /// Tells all clients of a language, or all, what is new of its messages.
    fn show_all(&mut self, language: Option<&Tag>) {
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
    fn show_messages(&mut self, id: u64, all: bool) {
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
            client.outbox.say(Outgoing::Messages { all, messages: rows }.to_json());
        }
        if let Some(client) = self.clients.get_mut(&id) {
            client.shown = shown;
        }
    }

    /// Who else works at each message.
    fn others(&self, id: u64, own: &Client) -> BTreeMap<String, Vec<String>> {
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

    fn tell(&self, id: u64, said: &Outgoing) {
        if let Some(client) = self.clients.get(&id) {
            client.outbox.say(said.to_json());
        }
    }

    fn tell_all(&self, said: &Outgoing) {
        let frame = said.to_json();
        self.clients.values().for_each(|client| client.outbox.say(frame.clone()));
    }

    fn refuse(&self, id: u64, refusal: Refusal) {
        self.tell(id, &Outgoing::Refused(refusal));
    }
}
