//! Tells a page what it must know before it shows anything.

use time::Date;

use crate::language::{Direction, Language, Tag};
use crate::load::catalogue::tag::TAGS;
use crate::load::people::ROLES;
use crate::load::{Edition, Form, Publication};
use crate::preview::client::{Client, LONGEST_TEXT};
use crate::preview::fonts::font_rows;
use crate::preview::rows::{facts, sections};
use crate::preview::wire::{EditionChoice, LanguageChoice, Welcome};
use crate::preview::writer::Loaded;

/// What is said to a client that has come.
pub(super) fn welcome(loaded: &Loaded, client: &Client, today: Date) -> Welcome {
    let publication = &loaded.brochure.publication;
    let brochure = &publication.brochure;
    let (language, person) = (&client.opened.language, &client.person);
    let roles = ROLES.iter().filter(|(_, role)| {
        let may = |who: &str| publication.people.allowed(who, *role, Some(language), today).is_ok();
        let is_translator = *role == crate::load::people::Role::Translate;
        person.may(*role, language) && (is_translator || person.who.as_deref().is_some_and(may))
    });
    let mut languages = vec![brochure.source_language.value.clone()];
    let others = brochure.languages.iter().map(|tag| tag.value.clone());
    languages.extend(others.filter(|tag| *tag != brochure.source_language.value));
    Welcome {
        who: person.who.clone(),
        roles: roles.map(|(name, _)| *name).collect(),
        local: person.is_local(),
        brochure: brochure.public_name.value.clone(),
        languages: languages.iter().map(|tag| choice(publication, tag)).collect(),
        editions: brochure.editions.iter().map(edition).collect(),
        language: language.to_string(),
        direction: direction(publication.languages.get(language)),
        source_language: brochure.source_language.value.to_string(),
        edition: client.opened.edition.clone(),
        profile: client.opened.profile,
        fonts: font_rows(publication, language, &loaded.fonts),
        sections: sections(publication),
        facts: facts(publication, language),
        markup: TAGS.to_vec(),
        limit: LONGEST_TEXT,
    }
}

fn choice(publication: &Publication, tag: &Tag) -> LanguageChoice {
    let row = publication.languages.get(tag);
    let name = row.map_or_else(|| tag.to_string(), |row| row.autonym.clone());
    LanguageChoice { tag: tag.to_string(), name, direction: direction(row) }
}

fn direction(language: Option<&Language>) -> &'static str {
    match language.map(Language::direction) {
        Some(Direction::Rtl) => "rtl",
        _ => "ltr",
    }
}

fn edition(edition: &Edition) -> EditionChoice {
    let kind = match edition.form {
        Form::Leaflet => "leaflet",
        Form::Card => "card",
        Form::Booklet if edition.is_large_print() => "large",
        Form::Booklet => "booklet",
    };
    let profiles = ["screen", "print", "office"];
    let possible = |name: &&str| {
        let profile = crate::load::form::PROFILES.iter().find(|(known, _)| known == name);
        profile.is_some_and(|(_, profile)| edition.cannot_be_made_for(*profile).is_none())
    };
    let profiles = profiles.into_iter().filter(|name| possible(name)).collect();
    let panels = edition.fold.as_ref().map(|fold| fold.value.places.len());
    let (width, height) = (edition.width.0, edition.height.0);
    EditionChoice { id: edition.id.value.clone(), kind, panels, width, height, profiles }
}
