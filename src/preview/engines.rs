//! Keeps the engines at work for those who look at their pages, and what is known of each language for all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use time::Date;

use crate::language::Tag;
use crate::load::catalogue::Catalogues;
use crate::load::form::PROFILES;
use crate::load::people::Role;
use crate::load::{Profile, RecordFile, Scope, TextId};
use crate::preview::client::Client;
use crate::preview::engine::{Engine, EngineKey, Order};
use crate::preview::event::Event;
use crate::preview::outbox::Outbox;
use crate::preview::rows::rows;
use crate::preview::sentences::Sentences;
use crate::preview::settings::Settings;
use crate::preview::shown::number;
use crate::preview::signatures::{approved_make_up, next_acts, sign, sign_edition};
use crate::preview::wire::{EditionRow, MessageRow, Sequence};
use crate::preview::writer::Loaded;
use crate::review::shown_messages;
use crate::typeset::FoundSetting;

/// So many engines may stay without anybody who looks at their pages: who comes back finds them warm.
const MOST_IDLE: usize = 4;

/// Where each message stands on the pages of an edition.
type Placed = BTreeMap<String, BTreeSet<usize>>;

/// What somebody may do with a message, and why not.
pub(super) type Permission = (Vec<&'static str>, Option<Sentences>);

/// Messages as they are for everybody, each with a number that is another one for anything else.
pub(super) type SharedRows = Arc<Vec<(u64, MessageRow)>>;

/// All engines.
pub(super) struct Engines {
    events: Sender<Event>,
    settings: Settings,
    running: BTreeMap<EngineKey, Engine>,
    placed: BTreeMap<EngineKey, Placed>,
    rows: BTreeMap<EngineKey, SharedRows>,
    permissions: BTreeMap<(String, Tag), Arc<BTreeMap<String, Permission>>>,
    editions: BTreeMap<(String, Tag, String), EditionRow>,
}

impl Engines {
    /// None yet. What they draw, they tell.
    pub(super) fn new(events: Sender<Event>, settings: Settings) -> Engines {
        Engines {
            events,
            settings,
            running: BTreeMap::new(),
            placed: BTreeMap::new(),
            rows: BTreeMap::new(),
            permissions: BTreeMap::new(),
            editions: BTreeMap::new(),
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.running.len()
    }

    /// Lets a client see the pages of an edition.
    pub(super) fn join(
        &mut self,
        loaded: &Loaded,
        catalogues: Catalogues,
        key: EngineKey,
        client: u64,
        outbox: Arc<Outbox>,
    ) {
        let profile = PROFILES.iter().find(|(name, _)| *name == key.profile);
        let profile = profile.map_or(Profile::Screen, |(_, profile)| *profile);
        let (events, found) = (self.events.clone(), self.settings.get(&key));
        let engine = self.running.entry(key.clone()).or_insert_with(|| {
            let mut brochure = (*loaded.brochure).clone();
            brochure.publication.catalogues = catalogues;
            let fonts = Arc::clone(&loaded.fonts);
            Engine::start(key, profile, brochure, fonts, found, move |drawn| {
                // Nobody listens any more when the program ends.
                let _ = events.send(drawn.map_or(Event::Overtaken, Event::Drawn));
            })
        });
        engine.order(Order::Join(client, outbox));
        self.stop_idle();
    }

    /// A client looks elsewhere.
    pub(super) fn leave(&mut self, key: &EngineKey, client: u64) {
        if let Some(engine) = self.running.get_mut(key) {
            engine.order(Order::Leave(client));
        }
        self.stop_idle();
    }

    fn stop_idle(&mut self) {
        let idle = self.running.iter().filter(|(_, engine)| engine.clients == 0);
        let idle: Vec<EngineKey> = idle.map(|(key, _)| key.clone()).collect();
        for key in idle.iter().skip(MOST_IDLE) {
            self.running.remove(key);
            self.placed.remove(key);
            self.rows.remove(key);
        }
    }

    /// Shows texts on the pages of a language.
    pub(super) fn show_texts(
        &mut self,
        language: &Tag,
        catalogues: &Catalogues,
        shown: &[(u64, Sequence)],
    ) {
        for (_, engine) in self.running.iter_mut().filter(|(key, _)| key.language == *language) {
            let (catalogues, shown) = (catalogues.clone(), shown.to_vec());
            engine.order(Order::Texts { catalogues, shown });
        }
    }

    /// Gives all engines what was read anew.
    pub(super) fn reload(&mut self, loaded: &Loaded, catalogues: &Catalogues) {
        self.rows.clear();
        self.permissions.clear();
        self.editions.clear();
        for engine in self.running.values_mut() {
            let (brochure, fonts) = (Arc::clone(&loaded.brochure), Arc::clone(&loaded.fonts));
            let catalogues = catalogues.clone();
            engine.order(Order::Reload { loaded: brochure, catalogues, fonts });
        }
    }

    /// Remembers which setting is right for the pages of an edition.
    pub(super) fn note_setting(&mut self, key: &EngineKey, found: FoundSetting) {
        self.settings.keep(key, found);
    }

    /// Notes where messages stand; tells whether that is new.
    pub(super) fn note_places(&mut self, key: &EngineKey, placed: Option<Placed>) -> bool {
        let Some(placed) = placed else { return false };
        if self.placed.get(key) == Some(&placed) {
            return false;
        }
        self.placed.insert(key.clone(), placed);
        self.rows.remove(key);
        true
    }

    /// The messages of an edition, as they are for everybody.
    pub(super) fn rows(&mut self, loaded: &Loaded, key: &EngineKey) -> SharedRows {
        if let Some(rows) = self.rows.get(key) {
            return Arc::clone(rows);
        }
        let none = Placed::new();
        let placed = self.placed.get(key).unwrap_or(&none);
        let brochure = &loaded.brochure;
        let edition = brochure.publication.brochure.edition(&key.edition);
        let shown =
            edition.map(|edition| shown_messages(&brochure.publication, edition, &key.language));
        let made_from = loaded.made_from.get(&key.language).cloned().unwrap_or_default();
        let rows = rows(brochure, &key.language, &made_from, placed, &shown.unwrap_or_default());
        let rows = rows.into_iter().map(|row| (number(&row), row));
        let rows: SharedRows = Arc::new(rows.collect());
        self.rows.insert(key.clone(), Arc::clone(&rows));
        rows
    }

    /// Whether the make-up of the edition that a client has opened was approved, and else what they may do about it.
    pub(super) fn edition(&mut self, loaded: &Loaded, client: &Client, today: Date) -> EditionRow {
        let EngineKey { language, edition, .. } = &client.opened;
        let key = (name_of(client), language.clone(), edition.clone());
        let found = self.editions.entry(key);
        found.or_insert_with(|| edition_row(loaded, client, today)).clone()
    }

    /// What a client may do with each message.
    pub(super) fn permissions(
        &mut self,
        loaded: &Loaded,
        client: &Client,
        today: Date,
    ) -> Arc<BTreeMap<String, Permission>> {
        let key = (name_of(client), client.opened.language.clone());
        let found = self.permissions.entry(key);
        Arc::clone(found.or_insert_with(|| Arc::new(permissions(loaded, client, today))))
    }
}

/// What tells one person from another.
fn name_of(client: &Client) -> String {
    let who = client.person.who.as_deref().unwrap_or_default();
    format!("{} {who}", client.person.session)
}

/// Whether the make-up of an edition was approved, and else what a client may do about it: nothing is recorded.
fn edition_row(loaded: &Loaded, client: &Client, today: Date) -> EditionRow {
    let EngineKey { language, edition, .. } = &client.opened;
    let (publication, states) = (&loaded.brochure.publication, &loaded.brochure.states);
    let mut row = EditionRow {
        language: language.to_string(),
        edition: edition.clone(),
        make_up: None,
        approved: None,
        can: false,
        cannot: None,
    };
    let made_up = approved_make_up((publication, states), language, edition);
    let Some((make_up, approval)) = made_up else { return row };
    if let Some((by, on)) = approval {
        row.approved = Some((by, on.to_string()));
    } else if client.person.may(Role::Approve, language) {
        let scope = Scope::Brochure(publication.brochure.id.clone());
        let mut record = RecordFile::of(publication.records.get(language), language, &scope);
        let by = (client.person.who.as_deref(), today);
        let seen = (edition.as_str(), make_up.as_str());
        let signed = sign_edition((publication, states), language, seen, by, &mut record);
        row.cannot = signed.as_ref().err().map(Sentences::of);
        row.can = signed.is_ok();
    }
    row.make_up = Some(make_up);
    row
}

/// What a client may do with each message: nothing is recorded.
fn permissions(loaded: &Loaded, client: &Client, today: Date) -> BTreeMap<String, Permission> {
    let (publication, states) = (&loaded.brochure.publication, &loaded.brochure.states);
    let language = &client.opened.language;
    let legal = publication.brochure.legal_messages();
    let Some(catalogue) = publication.catalogues.get(language) else { return BTreeMap::new() };
    let scope = Scope::Brochure(publication.brochure.id.clone());
    let mut record = RecordFile::of(publication.records.get(language), language, &scope);
    let mut permission = |id: &TextId| {
        let acts = next_acts(publication, language, states.get(language, id), legal.contains(id));
        let mut permission = Permission::default();
        for act in acts.into_iter().filter(|act| client.person.may(act.role(), language)) {
            let by = (client.person.who.as_deref(), today);
            match sign((publication, states), language, id, act, by, &mut record) {
                Ok(_) => permission.0.push(act.offer()),
                Err(fault) => permission.1 = Some(Sentences::of(&fault)),
            }
        }
        permission
    };
    let messages = catalogue.texts.messages.iter().filter(|(_, entry)| entry.has_text);
    messages.map(|(id, _)| (id.to_string(), permission(id))).collect()
}
