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

/// Reports an address or a map of a contact, or figures that may be one, that answers the need `refuge`.
pub(super) fn check_hidden(
    what: &str,
    fields: &Fields<'_>,
    needs: &[Located<String>],
    (name, site): (Option<&Forms>, Option<&Forms>),
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
    let has_figure = |text: &str| text.chars().any(char::is_numeric);
    for form in name.into_iter().flat_map(Forms::iter).filter(|form| has_figure(form.as_str())) {
        report.add(
            Diagnostic::error(format!(
                "{what} answers the need `{REFUGE}`, and has a figure in its name"
            ))
            .at(&form.text.span)
            .hint("shelters are hidden: a number of a house or the code of a town tells where it is; write a name without figures"),
        );
    }
    for form in site.into_iter().flat_map(Forms::iter) {
        let address = form.as_str().to_ascii_lowercase();
        let path = address.trim_start_matches("https://").split_once('/').map_or("", |it| it.1);
        if has_figure(path) {
            report.add(
                Diagnostic::error(format!(
                    "{what} answers the need `{REFUGE}`, and has figures in its web address"
                ))
                .at(&form.text.span)
                .hint("shelters are hidden: give the host alone, or a page that shows no place"),
            );
        }
        if MAPS.iter().any(|part| address.contains(part)) {
            report.add(
                Diagnostic::error(format!("{what} answers the need `{REFUGE}`, and shows a map"))
                    .at(&form.text.span)
                    .hint("shelters are hidden, and whoever looks for somebody can read this too: give a telephone number, or a site that shows no place"),
            );
        }
    }
}
