//! Fills the slots of an edition from the body whose edition it is.
//!
//! What the body says is its own: its place in the make-up of the edition is signed, its texts are verified like facts.

use crate::load::body::Body;
use crate::load::brochure::slot;
use crate::load::forms::{Form, Forms};
use crate::load::{ContactsStyle, ParagraphStyle};
use crate::resolve::manuscript::{Block, BlockKind, Origin, Passage, RunKind};
use crate::resolve::placeable::{Placeable, Variable};
use crate::resolve::resolver::Resolver;
use crate::review::{Reason, ReasonKind, verification_reason};

impl Resolver<'_> {
    /// What the body puts into a slot; `None` if it has nothing to put there.
    pub(super) fn slot(&self, name: &str) -> Option<BlockKind> {
        let overlay = self.overlay?;
        let blocks = match name {
            slot::LOCAL_CONTACTS => self.local_contacts(overlay.body),
            slot::PUBLISHER if !overlay.is_hidden => self.publisher(overlay.body),
            slot::LOGO if !overlay.is_hidden => self.logo(overlay.body),
            _ => Vec::new(),
        };
        let slot = self.publication.brochure.slot(name);
        let height = slot.and_then(|slot| slot.height(self.edition.id.as_str()));
        (!blocks.is_empty()).then(|| BlockKind::Slot { name: name.to_owned(), height, blocks })
    }

    fn local_contacts(&self, body: &Body) -> Vec<Block> {
        let cards: Vec<_> = body.contacts.iter().map(|contact| self.card(contact)).collect();
        if cards.is_empty() {
            return Vec::new();
        }
        vec![block(BlockKind::Contacts { cards, style: ContactsStyle::Cards, title: None })]
    }

    fn publisher(&self, body: &Body) -> Vec<Block> {
        let small = |text| block(BlockKind::Paragraph { text, style: ParagraphStyle::Small });
        let line = body.publisher().map(|publisher| {
            let name = Placeable::new(publisher.name(), RunKind::Name);
            let (address, language) = (&publisher.address, self.language());
            let address = Placeable::form(address, RunKind::Address, language);
            let filled =
                [("name", Variable::Placeable(name)), ("address", Variable::Placeable(address))];
            self.program_message("publisher-line", &filled)
        });
        let colophon = body.colophon.iter().map(|line| self.own_text(body, line));
        line.into_iter().chain(colophon).map(small).collect()
    }

    fn logo(&self, body: &Body) -> Vec<Block> {
        if body.logo().is_none_or(|logo| logo.picture.is_none()) {
            return Vec::new();
        }
        let alternative = self.own_form(body, body.name_form(self.language()));
        vec![block(BlockKind::Logo { alternative })]
    }

    /// A text of the body for readers of the edition's language.
    fn own_text(&self, body: &Body, text: &Forms) -> Passage {
        self.own_form(body, text.form_for(self.language()))
    }

    fn own_form(&self, body: &Body, form: &Form) -> Passage {
        let tag = form.language.as_ref().map(|tag| tag.value.clone());
        let language = tag.unwrap_or_else(|| self.language().clone());
        if language != *self.language() {
            self.others.borrow_mut().insert(language.clone());
        }
        let run = Placeable::text(form.as_str()).into_run();
        let origin = Origin::Fact(body.key().to_owned());
        Passage { origin, language, paragraphs: vec![vec![run]] }
    }

    /// Notes what keeps the edition of a body from being approved, beside its contacts.
    pub(super) fn note_body(&self) {
        let Some(overlay) = self.overlay else { return };
        let (body, date) = (overlay.body, self.publication.brochure.release.date);
        let mut reasons = self.reasons.borrow_mut();
        if let Some(verification) = &body.verification {
            reasons.extend(verification_reason(self.publication, verification, body.key(), date));
        }
        if overlay.is_printed && body.publisher().is_none() {
            reasons.insert(Reason::new(ReasonKind::NoPublisher, body.key()));
        }
    }
}

fn block(kind: BlockKind) -> Block {
    Block { kind, at_foot: false }
}
