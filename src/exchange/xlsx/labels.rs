//! Lists the words of the sheet, in the languages that sources are written in.

use crate::exchange::UnitState;
use crate::exchange::xlsx::columns::Column;
use crate::language::Tag;

/// The words of a sheet in one language.
pub(super) struct Labels {
    /// The language, without script and region.
    language: &'static str,
    /// What is to be done, a line each; the first follows the names of the brochure and the languages.
    pub(super) help: [&'static str; 3],
    /// The heads of the columns, as [`Column::ALL`] lists them. The reader knows them again in any case.
    heads: [&'static str; 10],
    /// The states, from [`UnitState::Missing`] to [`UnitState::Approved`].
    states: [&'static str; 5],
    /// Says that a cell for the translation is empty.
    pub(super) empty: &'static str,
    /// Says that a translation is longer than the room for it.
    pub(super) too_long: &'static str,
    /// Says that what follows is not in the translation as it is in the source.
    pub(super) differs: &'static str,
}

/// The words in each language; the first stand for all others.
static LABELS: [Labels; 3] = [
    Labels {
        language: "en",
        help: [
            "Write in the column “Translation” only. Save the file as it is (.xlsx) and send it back.",
            "Keep everything in < > and { } as it stands; you may move it within the sentence.",
            "The column “Check” shows ✓ when nothing is missing and the text is not too long.",
        ],
        heads: [
            "Id",
            "Source",
            "Source before",
            "Translation",
            "Check",
            "Comment",
            "Room",
            "Length",
            "State",
            "Version",
        ],
        states: ["to translate", "source changed", "draft", "reviewed", "approved"],
        empty: "still empty",
        too_long: "longer than the room",
        differs: "not as in the source:",
    },
    Labels {
        language: "fr",
        help: [
            "Écrivez seulement dans la colonne « Traduction ». Enregistrez le fichier tel quel (.xlsx) et renvoyez-le.",
            "Gardez tout ce qui est entre < > et { } tel quel ; vous pouvez le déplacer dans la phrase.",
            "La colonne « Contrôle » montre ✓ quand rien ne manque et que le texte n’est pas trop long.",
        ],
        heads: [
            "Id",
            "Original",
            "Original avant",
            "Traduction",
            "Contrôle",
            "Commentaire",
            "Place",
            "Longueur",
            "État",
            "Version",
        ],
        states: ["à traduire", "original modifié", "brouillon", "relu", "approuvé"],
        empty: "encore vide",
        too_long: "plus long que la place",
        differs: "pas comme dans l’original :",
    },
    Labels {
        language: "nl",
        help: [
            "Schrijf alleen in de kolom “Vertaling”. Bewaar het bestand zoals het is (.xlsx) en stuur het terug.",
            "Laat alles tussen < > en { } zoals het is; u mag het binnen de zin verplaatsen.",
            "De kolom “Controle” toont ✓ als er niets ontbreekt en de tekst niet te lang is.",
        ],
        heads: [
            "Id",
            "Brontekst",
            "Brontekst vroeger",
            "Vertaling",
            "Controle",
            "Opmerking",
            "Ruimte",
            "Lengte",
            "Toestand",
            "Versie",
        ],
        states: ["te vertalen", "bron gewijzigd", "ontwerp", "nagelezen", "goedgekeurd"],
        empty: "nog leeg",
        too_long: "langer dan de ruimte",
        differs: "niet zoals in de bron:",
    },
];

impl Labels {
    /// Those for people who read a language.
    pub(super) fn of(language: &Tag) -> &'static Labels {
        let first = language.as_str().split('-').next().unwrap_or_default();
        LABELS.iter().find(|labels| labels.language == first).unwrap_or(&LABELS[0])
    }

    /// The head of a column.
    pub(super) fn head(&self, column: Column) -> &'static str {
        self.heads[column as usize]
    }

    /// What a state is called.
    pub(super) fn state(&self, state: UnitState) -> &'static str {
        match state {
            UnitState::Missing => self.states[0],
            UnitState::Stale => self.states[1],
            UnitState::Draft => self.states[2],
            UnitState::Reviewed => self.states[3],
            UnitState::Approved => self.states[4],
        }
    }
}

/// The column that a head is of, in any of the languages, and what stands behind it in parentheses: `Translation (ar)`.
pub(super) fn column_of(head: &str) -> Option<(Column, Option<&str>)> {
    let head = head.trim();
    let (name, inside) = match head.split_once('(') {
        Some((name, rest)) => (name.trim_end(), rest.trim_end().strip_suffix(')')),
        None => (head, None),
    };
    let name = name.to_lowercase();
    let is_it =
        |column: &Column| LABELS.iter().any(|labels| labels.head(*column).to_lowercase() == name);
    let column = Column::ALL.into_iter().find(is_it)?;
    Some((column, inside.map(str::trim).filter(|inside| !inside.is_empty())))
}

#[cfg(test)]
mod tests {
    use super::{LABELS, column_of};
    use crate::exchange::xlsx::columns::Column;

    #[test]
    fn each_head_is_known_again_in_each_language() {
        for labels in &LABELS {
            for column in Column::ALL {
                let head = labels.head(column);
                assert_eq!(column_of(head), Some((column, None)));
                assert_eq!(
                    column_of(&format!(" {} (fa-AF ) ", head.to_uppercase())),
                    Some((column, Some("fa-AF")))
                );
            }
        }
        assert_eq!(column_of("Translator"), None);
        assert_eq!(column_of("Translation ()"), Some((Column::Translation, None)));
    }
}
