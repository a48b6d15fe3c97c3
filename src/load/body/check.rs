//! Reports what bodies must not say beside a brochure.

use crate::diagnostic::{Diagnostic, Report};
use crate::fields::look_up;
use crate::load::block::EMERGENCY;
use crate::load::body::{Body, texts};
use crate::load::facts::{Contact, Facts};
use crate::load::forms::Forms;
use crate::load::publication::Publication;

/// Checks the names in the files of bodies, and that no body touches what the brochure says to somebody in danger.
pub(in crate::load) fn check(publication: &Publication, report: &Report) {
    let facts = &publication.facts;
    for body in publication.bodies.iter() {
        // A brochure that names no regions shows the same contacts everywhere.
        for region in body.regions().iter().filter(|_| !facts.regions.is_empty()) {
            let _ = look_up(region, "region", &facts.regions, report);
        }
        let of_contacts = body.contacts.iter().flat_map(|contact| {
            [&contact.name, &contact.site, &contact.email, &contact.address].into_iter().flatten()
        });
        let forms = body.forms().chain(of_contacts).flat_map(Forms::iter);
        let tags = forms.filter_map(|form| form.language.as_ref());
        let regime = body.regime();
        for tag in tags.chain(&regime.languages).chain(&regime.facilities) {
            let _ = publication.languages.require(tag, report);
        }
        for contact in &body.contacts {
            check_contact(body, contact, facts, report);
        }
        texts::check(body, facts, report);
        let is_fact = facts.contact(body.key()).is_some() || facts.values.contains_key(body.key());
        if is_fact {
            report.add(
                Diagnostic::error(format!("`{}` is a fact of the brochure", body.key()))
                    .at(&body.span)
                    .hint("give the file of the body another name: each name has one verification"),
            );
        }
    }
}

/// Checks one contact of a body.
fn check_contact(body: &Body, contact: &Contact, facts: &Facts, report: &Report) {
    let id = &contact.id;
    let known = facts.contact(&id.value);
    if known.is_some_and(|known| known.answers_need(EMERGENCY)) {
        report.add(
            Diagnostic::error(format!(
                "the body `{}` can't replace the emergency contact `{}`",
                body.key(),
                id.value
            ))
            .at(&id.span)
            .hint("whom to call in danger is the same everywhere: give this contact another name and no need `emergency`, or delete it"),
        );
    } else if known.is_some() || facts.values.contains_key(&id.value) {
        report.add(
            Diagnostic::error(format!("`{}` is a fact of the brochure", id.value))
                .at(&id.span)
                .hint("a body adds contacts, and replaces none: give this one another name"),
        );
    }
    if id.value == body.key() {
        report.add(
            Diagnostic::error(format!("`{}` is the key of the body itself", id.value))
                .at(&id.span)
                .hint("give the contact another name: each name has one verification"),
        );
    }
    for need in &contact.needs {
        if need.value == EMERGENCY {
            report.add(
                Diagnostic::error(format!("a contact of a body can't answer the need `{EMERGENCY}`"))
                    .at(&need.span)
                    .hint("whom to call in danger, day and night, is the same everywhere, and stands in the brochure: delete the need"),
            );
        } else {
            let _ = look_up(need, "need", &facts.needs, report);
        }
    }
    for region in &contact.regions {
        let _ = look_up(region, "region", &facts.regions, report);
    }
}
