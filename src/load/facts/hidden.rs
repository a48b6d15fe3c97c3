//! Keeps the places of shelters secret: whoever looks for somebody reads brochures too.

use crate::diagnostic::{Diagnostic, Located};
use crate::fields::Fields;
use crate::load::facts::REFUGE;
use crate::load::forms::Forms;

/// Parts of web addresses that show a place on a map.
const MAPS: [&str; 8] = [
    "maps.",
    "/maps",
    "goo.gl/",
    "openstreetmap.",
    "osm.org",
    "mapquest.",
    "waze.com",
    "what3words.",
];

/// Reports an address or a map of a contact that answers the need `refuge`.
pub(super) fn check_hidden(
    what: &str,
    fields: &Fields<'_>,
    needs: &[Located<String>],
    site: Option<&Forms>,
) {
    if needs.iter().all(|need| need.value != REFUGE) {
        return;
    }
    let report = fields.report();
    if let Some(address) = fields.raw("address") {
        report.add(
            Diagnostic::error(format!("{what} answers the need `{REFUGE}`, and gives an address"))
                .at(&address.span)
                .hint("shelters are hidden, and whoever looks for somebody can read this too: delete `address`, and give a telephone number"),
        );
    }
    for form in site.into_iter().flat_map(Forms::iter) {
        let address = form.as_str().to_ascii_lowercase();
        if MAPS.iter().any(|part| address.contains(part)) {
            report.add(
                Diagnostic::error(format!("{what} answers the need `{REFUGE}`, and shows a map"))
                    .at(&form.text.span)
                    .hint("shelters are hidden, and whoever looks for somebody can read this too: give a telephone number, or a site that shows no place"),
            );
        }
    }
}
