//! Looks at what a body says in words of its own: nobody signs that, and it stands beside what was signed.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Located, Report};
use crate::language::recognise::{AddressKind, Telephones, addresses, digits_of};
use crate::load::block::EMERGENCY;
use crate::load::body::Body;
use crate::load::facts::Facts;
use crate::load::forms::Forms;

/// Reports telephone numbers and addresses that are typed into names and lines, and contacts that have a number of those whom
/// to call in danger.
pub(super) fn check(body: &Body, facts: &Facts, report: &Report) {
    let known = Telephones::new(facts.phones());
    let lines = body.contacts.iter().filter_map(|contact| contact.name.as_ref());
    let lines = lines.chain([&body.name]).chain(&body.colophon).flat_map(Forms::iter);
    let publisher = body.publisher.as_ref();
    let names = publisher.map(|publisher| &publisher.name);
    for text in lines.map(|form| &form.text).chain(names) {
        check_line(text, &known, report);
    }
    // A house has a number, which may be one to call.
    let unknown = Telephones::new(std::iter::empty());
    for form in publisher.into_iter().flat_map(|publisher| publisher.address.iter()) {
        check_line(&form.text, &unknown, report);
    }
    for contact in &body.contacts {
        let Some(phone) = &contact.phone else { continue };
        let digits = digits_of(phone.as_str());
        let emergency = facts.contacts.iter().find(|other| {
            other.answers_need(EMERGENCY)
                && other.phone.as_ref().is_some_and(|other| digits_of(other.as_str()) == digits)
        });
        if let Some(emergency) = emergency {
            report.add(
                Diagnostic::error(format!(
                    "`{}` has the telephone number of `{}`, whom to call in danger",
                    contact.id.value, emergency.id.value
                ))
                .at(&contact.id.span)
                .hint("give the body's own number: whom to call in danger stands in the brochure"),
            );
        }
    }
}

/// Reports the first telephone number, mail or web address in a line.
fn check_line(text: &Located<String>, telephones: &Telephones, report: &Report) {
    let letters: Vec<char> = text.value.chars().collect();
    let found = addresses(&letters);
    let apart: Vec<Range<usize>> = found.iter().map(|address| address.range.clone()).collect();
    let kinds = found.into_iter().filter_map(|address| match address.kind {
        AddressKind::Web => Some(("a web address", "site", address.range)),
        AddressKind::Mail => Some(("a mail address", "email", address.range)),
        AddressKind::Path => None,
    });
    let numbers = telephones.find(&letters, &apart).into_iter();
    let numbers = numbers.map(|range| ("a telephone number", "phone", range));
    if let Some((noun, key, range)) = kinds.chain(numbers).next() {
        let typed: String = letters[range].iter().collect();
        report.add(
            Diagnostic::error(format!("{noun} is typed into this text: `{typed}`"))
                .at(&text.span)
                .hint(format!(
                    "write it as the `{key}` of a `[contact.…]`: there it is verified, checked and recalled"
                )),
        );
    }
}
