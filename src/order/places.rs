//! Makes sure that what a body puts on paper has a place in the editions that it orders.

use crate::diagnostic::{Diagnostic, Report};
use crate::load::body::Body;
use crate::load::brochure::slot;
use crate::load::{Brochure, Edition};
use crate::order::print_order::Item;

/// Reports what a body has and an edition shows nowhere. Without its publisher nothing may be printed; the rest may be meant so.
pub(super) fn check_places(
    body: &Body,
    brochure: &Brochure,
    edition: &Edition,
    item: &Item,
    report: &Report,
) {
    let (key, name) = (body.key(), edition.id.as_str());
    let filled = [
        (slot::PUBLISHER, "the responsible publisher", body.publisher().is_some()),
        (slot::LOCAL_CONTACTS, "the contacts", !body.contacts.is_empty()),
        (slot::LOGO, "the logo", body.logo().is_some()),
    ];
    for (slot, what, _) in filled
        .into_iter()
        .filter(|(slot, _, is_filled)| *is_filled && !brochure.has_slot(name, slot))
    {
        let message = format!("`{name}` has no place for {what} of `{key}`");
        let fault = match slot {
            slot::PUBLISHER => Diagnostic::error(message),
            _ => Diagnostic::warning(message),
        };
        report.add(fault.at(&item.edition.span).hint(format!(
            "add `[slot.{slot}]` to `brochures/{}/brochure.toml`, and a block `{{ slot = \"{slot}\" }}` where it is to stand",
            brochure.id
        )));
    }
}
