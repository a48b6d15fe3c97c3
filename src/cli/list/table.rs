//! Turns the states of language editions into a table of languages by editions, for people.

use std::collections::BTreeSet;

use anstyle::{AnsiColor, Style};

use crate::diagnostic::count;

/// One language edition of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// The edition, which heads a column.
    pub(super) edition: String,
    /// The tag of the language, which begins a row.
    pub(super) language: String,
    /// The language's name in itself, which ends the row.
    pub(super) autonym: String,
    /// How far it has come.
    pub(super) state: CellState,
}

/// How far a language edition has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellState {
    /// All that it shows is approved.
    Approved,
    /// Something in it is not approved; of its messages, so many are missing and so many stale.
    Draft {
        /// Messages for which another language stands in.
        missing: usize,
        /// Messages whose source text has changed.
        stale: usize,
    },
}

impl CellState {
    fn text(self) -> String {
        match self {
            CellState::Approved => "approved".to_owned(),
            CellState::Draft { missing, stale } => {
                let mut text = "draft".to_owned();
                for (number, letter) in [(missing, 'm'), (stale, 's')] {
                    if number > 0 {
                        text.push_str(&format!(" {number}{letter}"));
                    }
                }
                text
            }
        }
    }

    fn style(self) -> Style {
        let colour = match self {
            CellState::Approved => AnsiColor::Green,
            CellState::Draft { missing: 0, stale: 0 } => return Style::new(),
            CellState::Draft { .. } => AnsiColor::Yellow,
        };
        Style::new().fg_color(Some(colour.into()))
    }
}

/// What stands where an edition is not made in a language.
const NOT_MADE: &str = "-";

/// The table of one brochure, with colours: languages are rows and editions are columns, both in the order of the cells.
/// Autonyms stand at the ends of the lines, where one that runs from right to left moves no column.
pub(super) fn table(cells: &[Cell]) -> String {
    let editions = distinct(cells.iter().map(|cell| cell.edition.as_str()));
    let languages = distinct(cells.iter().map(|cell| cell.language.as_str()));
    let at = |language: &str, edition: &str| {
        cells.iter().find(|cell| cell.language == language && cell.edition == edition)
    };
    let tags = width(languages.iter().copied());
    let mut out = format!("  {:tags$}", "");
    let mut widths = Vec::new();
    for edition in &editions {
        let column = cells.iter().filter(|cell| cell.edition == **edition);
        let texts: Vec<String> = column.map(|cell| cell.state.text()).collect();
        let widest = width(texts.iter().map(String::as_str).chain([*edition]));
        out.push_str(&format!("  {edition:widest$}"));
        widths.push(widest);
    }
    out = format!("{}\n", out.trim_end());
    for language in languages {
        out.push_str(&format!("  {language:tags$}"));
        for (edition, width) in editions.iter().zip(&widths) {
            let (text, style) = match at(language, edition) {
                Some(cell) => (cell.state.text(), cell.state.style()),
                None => (NOT_MADE.to_owned(), Style::new()),
            };
            let blanks = " ".repeat(width.saturating_sub(text.chars().count()));
            out.push_str(&format!("  {style}{text}{style:#}{blanks}"));
        }
        let own = cells.iter().find(|cell| cell.language == language);
        let autonym = own.map_or("", |cell| cell.autonym.as_str());
        out.push_str(&format!("  {autonym}\n"));
    }
    out
}

/// The lines that explain what stands in the tables; `has_gaps` tells whether an edition is not made in some language.
pub(super) fn legend(cells: &[Cell], has_gaps: bool) -> String {
    let any = |holds: fn(CellState) -> bool| cells.iter().any(|cell| holds(cell.state));
    let is_draft = |state| matches!(state, CellState::Draft { .. });
    let rows = [
        (any(|state| state == CellState::Approved), "approved", "may be printed and handed out"),
        (any(is_draft), "draft", "must not be printed: `feuillet list --long` counts the reasons"),
        (
            any(|state| matches!(state, CellState::Draft { missing: 1.., .. })),
            "3m",
            "3 messages are missing: another language stands in for them",
        ),
        (
            any(|state| matches!(state, CellState::Draft { stale: 1.., .. })),
            "2s",
            "2 messages are stale: their source has changed since they were translated",
        ),
        (has_gaps, NOT_MADE, "not made in this language"),
    ];
    rows.iter()
        .filter(|(shown, ..)| *shown)
        .map(|(_, word, meaning)| format!("  {word:<8}  {meaning}\n"))
        .collect()
}

/// Whether an edition is not made in one of the languages.
pub(super) fn has_gaps(cells: &[Cell]) -> bool {
    let editions = distinct(cells.iter().map(|cell| cell.edition.as_str()));
    let languages = distinct(cells.iter().map(|cell| cell.language.as_str()));
    cells.len() < editions.len() * languages.len()
}

/// What an edition is made for: a line for those that are made for the same profiles.
pub(super) fn profiles(editions: &[(String, Vec<&str>)]) -> String {
    let kinds = distinct_lists(editions);
    let lines = kinds.iter().map(|profiles| {
        let made = editions.iter().filter(|(_, own)| own == *profiles);
        let names: Vec<&str> = made.map(|(edition, _)| edition.as_str()).collect();
        format!("  {} for {}\n", names.join(", "), profiles.join(", "))
    });
    lines.collect()
}

/// Says that there is nothing to list.
pub(super) fn nothing() -> String {
    format!("{}\n", count(0, "edition"))
}

fn width<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|text| text.chars().count()).max().unwrap_or(0)
}

/// Each text once, in the order in which it first comes.
fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| seen.insert(*text)).collect()
}

fn distinct_lists<'a, 'b>(editions: &'a [(String, Vec<&'b str>)]) -> Vec<&'a Vec<&'b str>> {
    let mut seen = BTreeSet::new();
    editions.iter().map(|(_, profiles)| profiles).filter(|list| seen.insert(*list)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Cell, CellState, has_gaps, legend, profiles, table};

    fn cell(edition: &str, language: &str, autonym: &str, state: CellState) -> Cell {
        let [edition, language, autonym] = [edition, language, autonym].map(str::to_owned);
        Cell { edition, language, autonym, state }
    }

    fn draft(missing: usize, stale: usize) -> CellState {
        CellState::Draft { missing, stale }
    }

    /// The table without its colours.
    fn plain(cells: &[Cell]) -> String {
        anstream::adapter::strip_str(&table(cells)).to_string()
    }

    #[test]
    fn languages_are_rows_and_editions_are_columns() {
        let cells = [
            cell("short", "fr", "Français", CellState::Approved),
            cell("short", "ar", "العربية", draft(3, 12)),
            cell("full", "fr", "Français", draft(0, 0)),
        ];
        assert_eq!(
            plain(&cells),
            "      short         full\n  \
             fr  approved      draft  Français\n  \
             ar  draft 3m 12s  -      العربية\n"
        );
        assert!(has_gaps(&cells));
        let legend = legend(&cells, true);
        assert_eq!(
            legend.lines().map(|line| line.split_whitespace().next().unwrap()).collect::<Vec<_>>(),
            ["approved", "draft", "3m", "2s", "-"]
        );
    }

    #[test]
    fn the_legend_explains_only_what_there_is() {
        let cells = [cell("short", "fr", "Français", CellState::Approved)];
        assert_eq!(legend(&cells, false), "  approved  may be printed and handed out\n");
        assert_eq!(plain(&cells), "      short\n  fr  approved  Français\n");
    }

    #[test]
    fn eight_languages_fit_eighty_columns() {
        let tags = ["fr", "nl", "en", "ar", "es", "pt", "ru", "fa-AF"];
        let cells: Vec<Cell> = ["short", "full", "large", "card"]
            .iter()
            .flat_map(|edition| tags.map(|tag| cell(edition, tag, "Português", draft(99, 99))))
            .collect();
        assert!(plain(&cells).lines().all(|line| line.chars().count() <= 80), "{}", plain(&cells));
    }

    #[test]
    fn editions_that_are_made_for_the_same_stand_together() {
        let row =
            |edition: &str, profiles: &[&'static str]| (edition.to_owned(), profiles.to_vec());
        let editions = [
            row("short", &["screen", "print"]),
            row("large", &["screen"]),
            row("card", &["screen", "print"]),
        ];
        assert_eq!(profiles(&editions), "  short, card for screen, print\n  large for screen\n");
    }
}
