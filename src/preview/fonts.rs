//! Finds the font files of the project in which a language is set, for the fields of the page.

use std::sync::Arc;

use crate::language::Tag;
use crate::load::Publication;
use crate::preview::wire::FontRow;
use crate::typeset::Fonts;

/// The fonts of a language, each with its address on this server.
pub(super) fn font_rows(
    publication: &Publication,
    language: &Tag,
    fonts: &Arc<Fonts>,
) -> Vec<FontRow> {
    let Some(row) = publication.languages.get(language) else { return Vec::new() };
    let families = publication.theme.families_of(&row.script);
    let faces = families.iter().flat_map(|family| fonts.faces(family));
    let rows = faces.map(|face| FontRow {
        url: format!("/fonts/{}.ttf", face.number),
        family: face.family,
        weight: face.weight,
        style: if face.is_italic { "italic" } else { "normal" },
    });
    rows.collect()
}
