//! Reports what the tables `[[accept]]` of a brochure name and is not there.

use crate::diagnostic::{Diagnostic, Report};
use crate::load::brochure::Brochure;
use crate::load::publication::Publication;
use crate::load::text_id::TextId;

/// Reports editions, languages and sections that the brochure does not have.
pub(super) fn check_names(brochure: &Brochure, report: &Report) {
    let editions: Vec<&str> = brochure.editions.iter().map(|edition| edition.id.as_str()).collect();
    let sections: Vec<&str> = brochure.sections.iter().map(|section| section.id.as_str()).collect();
    let languages: Vec<&str> = brochure.languages.iter().map(|tag| tag.value.as_str()).collect();
    for accept in &brochure.accepts {
        let tag = accept.language.clone().map(|tag| tag.map(|tag| tag.to_string()));
        for (noun, name, known) in [
            ("edition", &accept.edition, &editions),
            ("section", &accept.section, &sections),
            ("language", &tag, &languages),
        ] {
            if let Some(name) = name.as_ref().filter(|name| !known.contains(&name.as_str())) {
                report.add(
                    Diagnostic::error(format!("unknown {noun} `{}`", name.value))
                        .at(&name.span)
                        .suggest_or_list(name.as_str(), noun, known),
                );
            }
        }
    }
}

/// Reports messages and facts that are not there.
pub(super) fn check_messages(publication: &Publication, report: &Report) {
    let accepts = &publication.brochure.accepts;
    let named: Vec<_> = accepts.iter().filter_map(|accept| accept.message.as_ref()).collect();
    // To list all that there is takes its time.
    if named.is_empty() {
        return;
    }
    let catalogues = publication.catalogues.iter();
    let messages = catalogues.flat_map(|catalogue| catalogue.texts.messages.keys());
    let contacts = publication.facts.contacts.iter().map(|contact| contact.id.as_str());
    let values = publication.facts.values.keys().map(String::as_str);
    let known: Vec<&str> = messages.map(TextId::as_str).chain(contacts).chain(values).collect();
    for message in named {
        if !known.contains(&message.as_str()) {
            report.add(
                Diagnostic::error(format!("unknown message `{}`", message.value))
                    .at(&message.span)
                    .suggest(message.as_str(), known.iter().copied()),
            );
        }
    }
}
