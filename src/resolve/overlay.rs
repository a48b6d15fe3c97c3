//! What an edition shows of the body whose edition it is.

use crate::diagnostic::Located;
use crate::load::body::Body;
use crate::load::facts::Contact;
use crate::load::{Edition, Profile};

/// A body, and what an edition shows of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Overlay<'a> {
    pub(super) body: &'a Body,
    /// Whether it shows nothing but the contacts: a file that is read on a telephone, in an edition that tells nothing.
    pub(super) is_hidden: bool,
    /// Whether the law asks for a publisher.
    pub(super) is_printed: bool,
}

impl<'a> Overlay<'a> {
    /// What an edition shows of a body in a profile.
    pub(super) fn new(body: &'a Body, edition: &Edition, profile: Option<Profile>) -> Overlay<'a> {
        let is_screen = profile == Some(Profile::Screen);
        Overlay {
            body,
            is_hidden: is_screen && edition.appearance.is_discreet(Profile::Screen),
            is_printed: edition.profiles.contains(&Profile::Print),
        }
    }

    /// The regions of the body; empty for the whole country.
    pub(super) fn regions(&self) -> &'a [Located<String>] {
        self.body.regions()
    }

    /// A contact of the body.
    pub(super) fn contact(&self, id: &str) -> Option<&'a Contact> {
        self.body.contacts.iter().find(|contact| contact.id.value == id)
    }
}
