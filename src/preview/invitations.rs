//! Keeps who was invited: a pseudonym, one language, what they may do, until when, and hashes of their secrets.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::diagnostic::Diagnostic;
use crate::language::Tag;
use crate::load::people::Role;
use crate::preview::state_folder::StateFolder;
use crate::preview::token;

/// The file of the invitations.
const FILE: &str = "invitations.json";

/// Somebody who was invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Invitation {
    /// Initials or a pseudonym.
    pub(crate) who: String,
    /// The language whose texts they may change.
    pub(crate) language: Tag,
    /// What they may do.
    pub(crate) roles: Vec<String>,
    /// The last day on which it holds: `2026-11-29`.
    pub(crate) until: String,
    /// The hash of the code that is exchanged for a session.
    code: String,
    /// The hash of the session's secret, once the code was exchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    session: Option<String>,
    /// Whether it was taken back.
    #[serde(default)]
    pub(crate) revoked: bool,
}

/// Why a code or a session is worth nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Worthless {
    /// The code was exchanged already.
    Used,
    /// The last day has gone by.
    Ended,
    /// It was taken back.
    Revoked,
    /// There is no such thing.
    Unknown,
}

impl Worthless {
    /// Its name for the page.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Worthless::Used => "used",
            Worthless::Ended => "ended",
            Worthless::Revoked => "revoked",
            Worthless::Unknown => "unknown",
        }
    }
}

impl Invitation {
    /// Whether its code was exchanged.
    pub(crate) fn is_used(&self) -> bool {
        self.session.is_some()
    }

    /// Whether it holds on a day.
    ///
    /// # Errors
    ///
    /// Fails with the reason if it does not.
    pub(crate) fn holds(&self, today: Date) -> Result<(), Worthless> {
        if self.revoked {
            return Err(Worthless::Revoked);
        }
        // Days that are written alike sort as they follow each other.
        if self.until < today.to_string() { Err(Worthless::Ended) } else { Ok(()) }
    }

    /// What they may do.
    pub(super) fn roles(&self) -> Vec<Role> {
        let known = crate::load::people::ROLES.iter();
        known
            .filter(|(name, _)| self.roles.iter().any(|own| own == name))
            .map(|row| row.1)
            .collect()
    }

    /// What stands for the session where texts are kept.
    pub(super) fn session_key(&self) -> Option<&str> {
        self.session.as_deref()
    }
}

/// All invitations of a project.
#[derive(Debug, Clone)]
pub(crate) struct Invitations {
    folder: StateFolder,
}

impl Invitations {
    /// Those that are kept in a folder.
    pub(super) fn new(folder: StateFolder) -> Invitations {
        Invitations { folder }
    }

    /// All of them, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// Fails if the file can't be read.
    pub(crate) fn all(&self) -> Result<Vec<Invitation>, Diagnostic> {
        let Some(text) = self.folder.read(FILE) else { return Ok(Vec::new()) };
        serde_json::from_str(&text).map_err(|error| {
            let path = self.folder.file(FILE);
            Diagnostic::error(format!("`{}` can't be read: {error}", path.display()))
                .hint("delete it, and invite everybody again")
        })
    }

    /// Invites somebody, and gives the code, which is kept nowhere. An earlier invitation of theirs for the language is taken
    /// back.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written.
    pub(crate) fn invite(
        &self,
        who: &str,
        language: &Tag,
        roles: &[Role],
        until: Date,
    ) -> Result<String, Diagnostic> {
        let code = token::secret()?;
        self.change(|all| {
            let earlier = all.iter_mut();
            let same = earlier.filter(|old| old.who == who && old.language == *language);
            same.for_each(|old| old.revoked = true);
            all.push(Invitation {
                who: who.to_owned(),
                language: language.clone(),
                roles: roles.iter().map(|role| role.as_str().to_owned()).collect(),
                until: until.to_string(),
                code: token::hash(&code),
                session: None,
                revoked: false,
            });
        })?;
        Ok(code)
    }

    /// Takes back all invitations of somebody, and tells how many there were.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written.
    pub(crate) fn revoke(&self, who: &str) -> Result<usize, Diagnostic> {
        let mut count = 0;
        self.change(|all| {
            for one in all.iter_mut().filter(|one| one.who == who && !one.revoked) {
                one.revoked = true;
                count += 1;
            }
        })?;
        Ok(count)
    }

    /// Exchanges a code for the secret of a session, once.
    ///
    /// # Errors
    ///
    /// Fails if the file can't be changed; the inner result, if the code is worth nothing.
    pub(super) fn redeem(
        &self,
        code: &str,
        today: Date,
    ) -> Result<Result<String, Worthless>, Diagnostic> {
        let secret = token::secret()?;
        let hash = token::hash(code.trim());
        let mut found = Err(Worthless::Unknown);
        self.change(|all| {
            let Some(one) = all.iter_mut().find(|one| one.code == hash) else { return };
            found = one
                .holds(today)
                .and_then(|()| if one.is_used() { Err(Worthless::Used) } else { Ok(()) });
            if found.is_ok() {
                one.session = Some(token::hash(&secret));
            }
        })?;
        Ok(found.map(|()| secret))
    }

    /// The invitation whose session has this secret.
    pub(super) fn of_session(&self, secret: &str) -> Option<Invitation> {
        self.of_key(&token::hash(secret))
    }

    /// The invitation whose session is kept under a key.
    pub(super) fn of_key(&self, key: &str) -> Option<Invitation> {
        let all = self.all().ok()?;
        all.into_iter().find(|one| one.session.as_deref() == Some(key))
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Invitation>)) -> Result<(), Diagnostic> {
        let _lock = self.folder.lock(FILE)?;
        let before = self.all()?;
        let mut all = before.clone();
        change(&mut all);
        if all == before {
            return Ok(());
        }
        // Names and words, which JSON can always hold.
        self.folder.write(FILE, &serde_json::to_string_pretty(&all).unwrap_or_default())
    }
}
