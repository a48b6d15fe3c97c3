//! Knows who is on the page and what each of them types, and tells everybody what changes: one thread, which never waits for a
//! page or a file.

mod acts;
mod telling;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use time::Date;

use crate::exchange::export::version;
use crate::exchange::import::normal;
use crate::language::Tag;
use crate::load::{Profile, Project, TextId};
use crate::preview::client::{Client, Joined};
use crate::preview::drafts::{Drafts, TabKey};
use crate::preview::engine::{Drawn, EngineKey, title};
use crate::preview::engines::Engines;
use crate::preview::event::Event;
use crate::preview::live::LiveTexts;
use crate::preview::memories::Memories;
use crate::preview::sentences::Sentences;
use crate::preview::settings::Settings;
use crate::preview::shown::Shown;
use crate::preview::signatures::Act;
use crate::preview::welcome::welcome;
use crate::preview::wire::{Incoming, Outgoing, Refusal};
use crate::preview::writer::{Done, Loaded, Writer, message_id};
use crate::typeset::forget_unused;

/// The longest remark.
const LONGEST_REMARK: usize = 2_000;

/// What none of so many runs of each engine has used is forgotten. All that is kept is looked through once in a run of each: the typesetter
/// notes what was asked between two looks, and never gives back the room of its notes.
const KEPT_RUNS: usize = 4;

/// The thread's values.
pub(super) struct Workspace {
    pub(super) loaded: Loaded,
    pub(super) project: Project,
    pub(super) clients: BTreeMap<u64, Client>,
    pub(super) drafts: Drafts,
    pub(super) memories: Memories,
    pub(super) live: LiveTexts,
    pub(super) engines: Engines,
    pub(super) today: fn() -> Date,
    /// How many runs of engines there were since unused results of the typesetter were forgotten.
    runs: usize,
    /// The language and edition to begin with.
    pub(super) first: EngineKey,
    writer: Writer,
    /// What is wrong with the files, as the last reading found.
    broken: Option<Sentences>,
}

impl Workspace {
    /// What it begins with.
    pub(super) fn new(
        project: Project,
        loaded: Loaded,
        (drafts, settings, memories): (Drafts, Settings, Memories),
        first: EngineKey,
        writer: Writer,
        (events, today): (Sender<Event>, fn() -> Date),
    ) -> Workspace {
        let live = LiveTexts::new(&project, &loaded);
        let engines = Engines::new(events, settings);
        let clients = BTreeMap::new();
        Workspace {
            loaded,
            project,
            clients,
            drafts,
            memories,
            live,
            engines,
            today,
            runs: 0,
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
                    self.tell_all(&Outgoing::Problem { text: Sentences::of(&fault) });
                }
                self.end(&session, "ended");
                self.renew_live();
            }
            Event::End(session, why) => self.end(&session, why),
            Event::Done(done) => self.take_done(done),
            Event::Drawn(drawn) => self.take_drawn(drawn),
            Event::Overtaken => self.runs += 1,
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
        outbox.open(title(&opened));
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
            Incoming::Save { unit, text, base, seq } => self.save(id, &unit, &text, &base, seq),
            Incoming::Drop { unit, seq } => self.drop_text(id, unit, seq),
            Incoming::Review { message } => self.sign(id, &message, Act::Review),
            Incoming::Approve { message, legal } => {
                self.sign(id, &message, if legal { Act::Legal } else { Act::Approve });
            }
            Incoming::ApproveEdition { make_up } => self.sign_edition(id, make_up),
            Incoming::Remark { message, text } => self.remark(id, &message, &text),
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
            let why = Sentences::one("this edition is not made in this language and form");
            return self.refuse(id, Refusal { to: "open", why, ..Refusal::default() });
        };
        let key = EngineKey { language, edition, profile: profile.as_str() };
        let Some(client) = self.clients.get_mut(&id) else { return };
        let before = std::mem::replace(&mut client.opened, key);
        client.outbox.open(title(&client.opened));
        client.shown = Shown::default();
        if before.language != client.opened.language {
            client.focus = None;
            // Direction, letters, facts and what somebody may do are those of a language.
            let words = welcome(&self.loaded, client, (self.today)());
            client.outbox.say(Outgoing::Welcome(Box::new(words)).to_json());
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
                let first = faults.first().map(Sentences::of).unwrap_or_default();
                self.broken = Some(first.clone());
                self.tell_all(&Outgoing::Problem { text: first });
            }
            Done::Saved { client, language, unit, seq, base } => {
                let Some(own) = self.clients.get(&client) else { return };
                let (key, is_open) = (own.key.clone(), own.opened.language == language);
                // Whoever went on typing has a newer text, which is kept.
                let is_same = self
                    .drafts
                    .get(&key, &language, &unit)
                    .is_some_and(|draft| version(&normal(&draft.text)) == base);
                if is_same {
                    self.drafts.drop_text(&key, &language, &unit);
                    let _ = self.drafts.flush();
                }
                if is_open {
                    self.tell(client, &Outgoing::Saved { unit, seq, base });
                }
                self.show_all(Some(&language));
            }
            Done::Conflict { client, language, unit, theirs, base, yours } => {
                // Who has opened another language is told once they come back to this one.
                let own = self.clients.get(&client);
                if own.is_some_and(|own| own.opened.language == language) {
                    self.tell(client, &Outgoing::Conflict { unit, theirs, base, yours });
                }
            }
            Done::Refused { client, to, unit, message, why, seq } => {
                self.refuse(client, Refusal { to, unit, message, why, seq });
            }
        }
    }

    fn take_drawn(&mut self, drawn: Drawn) {
        self.runs += 1;
        // Not where the next keystroke is at work already: it would wait.
        if self.runs >= self.engines.count() {
            forget_unused(KEPT_RUNS);
            self.runs = 0;
        }
        if let Some(fault) = drawn.faults.first() {
            let text = Sentences::of(fault);
            let clients = self.clients.values().filter(|client| client.opened == drawn.key);
            let frame = Outgoing::Problem { text }.to_json();
            clients.for_each(|client| client.outbox.say(frame.clone()));
        }
        if let Some(found) = drawn.found {
            self.engines.note_setting(&drawn.key, found);
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
}
