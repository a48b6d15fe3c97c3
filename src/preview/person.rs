//! Tells who is on the page, and what they may do there.

use crate::language::Tag;
use crate::load::people::Role;
use crate::preview::invitations::Invitation;

/// The session of those who sit at this computer.
pub(super) const LOCAL: &str = "local";

/// Somebody who is on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    /// The key of the session.
    pub(super) session: String,
    /// Initials or a pseudonym.
    pub(super) who: Option<String>,
    /// What they may do, if the people of the brochure agree.
    pub(super) roles: Vec<Role>,
    /// The one language whose texts they may change; `None` for all.
    pub(super) language: Option<Tag>,
}

impl Person {
    /// Somebody who sits at this computer: they can change every file of the project anyway.
    pub(super) fn local(who: Option<String>) -> Person {
        let roles = vec![Role::Translate, Role::Review, Role::Approve, Role::Legal];
        Person { session: LOCAL.to_owned(), who, roles, language: None }
    }

    /// Somebody who was invited.
    pub(super) fn invited(invitation: &Invitation) -> Option<Person> {
        Some(Person {
            session: invitation.session_key()?.to_owned(),
            who: Some(invitation.who.clone()),
            roles: invitation.roles(),
            language: Some(invitation.language.clone()),
        })
    }

    /// Whether they sit at this computer.
    pub(super) fn is_local(&self) -> bool {
        self.session == LOCAL
    }

    /// Whether they may change texts of a language, or say something of them.
    pub(super) fn may_change(&self, language: &Tag) -> bool {
        self.language.as_ref().is_none_or(|own| own == language)
    }

    /// Whether they may do this in a language.
    pub(super) fn may(&self, role: Role, language: &Tag) -> bool {
        self.roles.contains(&role) && self.may_change(language)
    }
}
