//! Holds what all requests share: who is let in, and how the workspace is told of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use time::Date;

use crate::preview::event::Event;
use crate::preview::guard::Guard;
use crate::preview::invitations::Invitations;
use crate::preview::limits::Limits;
use crate::preview::person::Person;
use crate::preview::token;
use crate::typeset::Fonts;

/// What all requests share.
pub(super) struct ServerState {
    pub(super) guard: Guard,
    pub(super) limits: Limits,
    pub(super) invitations: Invitations,
    pub(super) fonts: Arc<Fonts>,
    pub(super) events: Sender<Event>,
    /// The token of those who sit at this computer; `None` if none of them is let in.
    pub(super) local: Option<String>,
    /// Who sits at this computer.
    pub(super) who: Option<String>,
    pub(super) today: fn() -> Date,
    pub(super) clients: AtomicU64,
}

impl ServerState {
    /// Whether a token is that of this computer.
    pub(super) fn is_local_token(&self, given: &str) -> bool {
        self.local.as_ref().is_some_and(|local| token::is_same(given, local))
    }

    /// Who sits at this computer.
    pub(super) fn local_person(&self) -> Person {
        Person::local(self.who.clone())
    }

    /// A number that no client had.
    pub(super) fn next_client(&self) -> u64 {
        self.clients.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Tells the workspace something, which lives as long as the server.
    pub(super) fn tell(&self, event: Event) {
        let _ = self.events.send(event);
    }

    /// Ends the sessions whose invitations do not hold any more.
    pub(super) fn end_sessions(&self) {
        let Ok(all) = self.invitations.all() else { return };
        let today = (self.today)();
        for invitation in all {
            if let (Err(why), Some(session)) = (invitation.holds(today), invitation.session_key()) {
                self.tell(Event::End(session.to_owned(), why.as_str()));
            }
        }
    }

    fn cookie_name(&self) -> &'static str {
        // A browser keeps a cookie of this name only from the host itself, over HTTPS.
        if self.guard.is_secure { "__Host-s" } else { "s" }
    }

    /// Who has sent the cookie of a session that holds.
    pub(super) fn invited(&self, headers: &HeaderMap) -> Option<Person> {
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs =
            cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.split_once('='));
        let (_, secret) = pairs.find(|(name, _)| name.trim() == self.cookie_name())?;
        let invitation = self.invitations.of_session(secret.trim())?;
        invitation.holds((self.today)()).ok()?;
        Person::invited(&invitation)
    }

    /// The cookie of a session.
    pub(super) fn cookie(&self, secret: &str, age: u32) -> String {
        let secure = if self.guard.is_secure { "; Secure" } else { "" };
        let name = self.cookie_name();
        format!("{name}={secret}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
    }
}
