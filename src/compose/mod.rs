//! Turns a [`Manuscript`] and a theme into a [`Composition`]: Typst source that a person can read. Pure.
//!
//! Texts stand as `[#"…"]` where they are used: a string literal can't act, and the span of every glyph on the page leads
//! back to it, and so to its message. A composition holds them as texts, next to the code around them, and writes them out
//! once, for the setting and the words that [`Composition::with`] is given (in `source.rs`).

mod assets;
mod blocks;
pub(crate) mod code;
mod composition;
mod context;
mod keep_whole;
mod keep_with_next;
mod main_file;
pub(crate) mod protocol;
mod source;
#[cfg(test)]
mod tests;
mod theme;
mod tokens;
mod writer;

use std::collections::BTreeMap;

use tokens::ProfileScope;
use writer::{LOGO, Writer, picture_path};

use crate::diagnostic::Span;
use crate::language::Language;
use crate::load::body::Logo;
use crate::load::{BlockKind, Edition, Layout, Profile, Publication, Setting, Theme};
use crate::resolve::manuscript::Manuscript;

pub(crate) use code::{Code, Fixed, Variable, Word, code, literal};
use composition::Pictures;
pub(crate) use composition::{ComposedPicture, Extent, LanguageFonts, LinkDescriptions};
pub use composition::{ComposedText, Composition, Files, TextOrigin};
pub use context::EditionContext;
pub(crate) use keep_whole::DividedWord;
pub use keep_whole::KeptWords;
pub use source::MAIN;
pub(crate) use source::Source;
pub(crate) use theme::families;

/// The name of the file with the tokens of the theme.
const THEME: &str = "theme.typ";

/// Templates of the program, by file name.
const TEMPLATES: [(&str, &str); 6] = [
    ("base.typ", include_str!("templates/base.typ")),
    ("blocks.typ", include_str!("templates/blocks.typ")),
    ("planes.typ", include_str!("templates/planes.typ")),
    ("leaflet.typ", include_str!("templates/leaflet.typ")),
    ("card.typ", include_str!("templates/card.typ")),
    ("booklet.typ", include_str!("templates/booklet.typ")),
];

/// Templates that every form needs.
const SHARED_TEMPLATES: [&str; 3] = ["base.typ", "blocks.typ", "planes.typ"];

/// Writes the Typst source of a language edition for all profiles at once: [`crate::typeset`] gives each its own paints.
#[must_use]
pub fn compose(
    publication: &Publication,
    manuscript: &Manuscript,
    edition: &Edition,
) -> Composition {
    compose_in(publication, (manuscript, None), edition, ProfileScope::All)
}

/// Writes the Typst source of an edition in two languages that stand beside each other, block by block: both have the same blocks.
pub(crate) fn compose_parallel(
    publication: &Publication,
    first: &Manuscript,
    second: &Manuscript,
    edition: &Edition,
) -> Composition {
    compose_in(publication, (first, Some(second)), edition, ProfileScope::All)
}

/// Writes the Typst source of a language edition for one profile alone: stock Typst makes that profile's pages of it.
pub(crate) fn compose_for(
    publication: &Publication,
    manuscript: &Manuscript,
    edition: &Edition,
    profile: Profile,
) -> Composition {
    compose_in(publication, (manuscript, None), edition, ProfileScope::One(profile))
}

fn compose_in(
    publication: &Publication,
    (manuscript, beside): (&Manuscript, Option<&Manuscript>),
    edition: &Edition,
    scope: ProfileScope,
) -> Composition {
    let language = manuscript.language();
    let mut languages: BTreeMap<&str, &Language> = BTreeMap::new();
    for own in std::iter::once(manuscript).chain(beside) {
        for known in own.languages.iter().chain(&own.offered).chain(&own.others) {
            languages.insert(known.tag.as_str(), known);
        }
    }
    let body = manuscript.id.overlay.as_ref().and_then(|key| publication.bodies.get(key));
    let logo = body.and_then(|body| body.logo());
    let shown_logo = logo.and_then(|logo| logo.picture.as_ref());
    let mut writer = Writer::new(manuscript, beside, &publication.pictures, shown_logo);
    main_file::write(&mut writer, edition, &publication.theme, &languages);
    let written = writer.finish();
    let mut files = written.assets;
    let theme = theme::theme_source(publication, edition, scope, language);
    files.insert(THEME.to_owned(), theme.into_bytes());
    let mut icons = written.icons;
    let needed = |name: &str| SHARED_TEMPLATES.contains(&name) || name == edition.form.template();
    for (name, source) in TEMPLATES.into_iter().filter(|(name, _)| needed(name)) {
        let source = publication.templates.get(name).map_or(source, String::as_str);
        icons.extend(assets::template_icons(source));
        files.insert(name.to_owned(), source.as_bytes().to_vec());
    }
    files.extend(assets::icon_files(&icons));
    let is_for_press = matches!(scope, ProfileScope::One(Profile::Print));
    let mut pictures = Pictures::default();
    let logos = shown_logo.filter(|_| written.pictures.contains(LOGO));
    let logos = logos.map(|picture| (LOGO.to_owned(), picture));
    let own = publication.pictures.iter().map(|(name, picture)| (name.clone(), picture));
    for (name, picture) in own.chain(logos) {
        let path = picture_path(&picture.file_name(&name));
        let own = picture.press.as_ref().filter(|_| is_for_press).unwrap_or(&picture.bytes);
        files.insert(path.clone(), own.clone());
        let placed = ComposedPicture {
            place: place_of(publication, &name)
                .or_else(|| logo.filter(|_| name == LOGO).map(|logo| logo.file.span.clone())),
            is_shown: written.pictures.contains(&name),
            name: if name == LOGO { logo_name(logo) } else { name },
            press: picture.press.clone(),
            source: picture.source.clone(),
        };
        pictures.0.insert(path, placed);
    }
    let covers = manuscript.sections.iter().filter(|section| section.layout == Layout::Cover);
    let largest = publication.largest(edition, &language.tag);
    let largest = beside.map_or(largest, |own| {
        Setting::least(largest, publication.largest(edition, &own.language().tag))
    });
    let palette =
        tokens::colours(&publication.theme, edition.appearance.contrast, ProfileScope::All);
    let divisions =
        languages.values().filter_map(|known| Some((known.tag.clone(), known.hyphenation?)));
    let shown = || std::iter::once(manuscript).chain(beside);
    let tags: Vec<&str> = shown().map(|own| own.language().tag.as_str()).collect();
    Composition {
        main: written.parts,
        texts: written.texts,
        files: Files(files),
        pictures,
        picture_limits: BTreeMap::new(),
        extent: match &edition.panels {
            Some(panels) => Extent::Panels(panels.value as usize),
            None => Extent::Pages {
                multiple_of: edition.binding.pages_of_a_sheet(),
                // What two languages say beside each other takes the pages of both.
                at_most: edition.pages.as_ref().map(|pages| pages.value as usize * tags.len()),
            },
        },
        settings: edition.fit.ladder(largest),
        palette: palette.into_values().collect(),
        covers: covers.map(|section| section.id.clone()).collect(),
        divisions: divisions.collect(),
        links: LinkDescriptions::new(
            shown().flat_map(|own| own.passages().into_iter().chain(&own.foot)),
            language,
        ),
        fonts: languages.values().map(|known| fonts_of(known, &publication.theme)).collect(),
        theme_names_families: publication.theme.names_families(),
        name: format!(
            "{}, edition `{}`, `{}`",
            manuscript.id.brochure,
            manuscript.id.edition,
            tags.join("+")
        ),
    }
}

/// What the file of a logo is called.
fn logo_name(logo: Option<&Logo>) -> String {
    logo.map(|logo| logo.file.value.clone()).unwrap_or_default()
}

/// Where a block names a picture first.
fn place_of(publication: &Publication, name: &str) -> Option<Span> {
    let blocks = publication.brochure.sections.iter().flat_map(|section| &section.blocks);
    let mut places = blocks.filter_map(|block| match &block.kind {
        BlockKind::Figure { file, .. } if file.value == name => Some(file.span.clone()),
        _ => None,
    });
    places.next()
}

fn fonts_of(language: &Language, theme: &Theme) -> LanguageFonts {
    LanguageFonts {
        tag: language.tag.clone(),
        script: language.script.code.clone(),
        families: theme.families_of(&language.script).to_vec(),
    }
}
