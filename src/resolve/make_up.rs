//! Turns a language edition into what is signed when it is approved: which blocks it has in which order, its pictures, the
//! contacts that it shows, its slots, and the findings that the brochure accepts in it.
//!
//! What the texts say is no part of it: each message has an approval of its own.

use std::fmt::Write as _;

use crate::language::Language;
use crate::load::BlockKind;
use crate::resolve::resolver::Resolver;
use crate::review::fingerprint;

/// The characters that a language writes otherwise than they were typed.
fn replaced(language: &Language) -> impl Iterator<Item = (&char, &String)> {
    language.typography.replace.iter()
}

/// The fingerprint of the make-up of the edition that a resolver makes.
#[must_use]
pub(super) fn make_up(resolver: &Resolver<'_>) -> String {
    let (publication, edition, language) =
        (resolver.publication, resolver.edition, resolver.language());
    let brochure = &publication.brochure;
    let mut out = format!("{} {language}\n", edition.id.value);
    let _ = writeln!(out, "{} {}", brochure.public_name.value, edition.make_up);
    // What the window's title bar says, and what a project sets otherwise than the program does.
    let _ = writeln!(out, "title {}", brochure.title.value);
    for (file, template) in &publication.templates {
        let _ = writeln!(out, "template {file} {}", fingerprint(template));
    }
    // Signs and blanks are typography, which signs nothing; other letters are other words.
    for (from, to) in publication.languages.get(language).into_iter().flat_map(replaced) {
        let _ = writeln!(out, "replace {from} {to}");
    }
    for section in brochure.sections_of(&edition.id.value, language) {
        let _ = writeln!(out, "section {} {}", section.is_legal, section.canonical);
        let blocks = section.blocks.iter();
        for block in blocks.filter(|block| block.limits.admit(&edition.id.value, language)) {
            let _ = writeln!(out, "block {}", block.canonical);
            match &block.kind {
                BlockKind::Contacts(choice) => {
                    for contact in publication.facts.chosen(choice) {
                        let _ = writeln!(out, "contact {}", contact.id.value);
                        let _ = writeln!(out, "{}", contact.verification.canonical);
                    }
                }
                BlockKind::Figure { file, .. } => {
                    if let Some(picture) = publication.pictures.get(&file.value) {
                        let _ = writeln!(out, "picture {}", picture.checksum);
                    }
                }
                _ => {}
            }
        }
    }
    for slot in &brochure.slots {
        // What a body puts there is its own, and verified by itself.
        let _ = writeln!(out, "slot {}", slot.id.value);
        if let Some(height) = slot.height(&edition.id.value) {
            let _ = writeln!(out, "height {height}");
        }
    }
    for accept in &brochure.accepts {
        let is_here = accept.edition.as_ref().is_none_or(|own| own.value == edition.id.value)
            && accept.language.as_ref().is_none_or(|own| own.value == *language);
        if is_here {
            let _ = writeln!(out, "accept {}", accept.canonical);
        }
    }
    fingerprint(&out)
}
