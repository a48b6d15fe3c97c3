//! Turns texts into a sheet that a volunteer can fill in without being told how.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    ConditionalFormatFormula, DocProperties, ExcelDateTime, Format, Formula, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};

use crate::diagnostic::{Diagnostic, Report};
use crate::exchange::export::version_of;
use crate::exchange::unit_id::UnitId;
use crate::exchange::xlsx::columns::{Column, letters};
use crate::exchange::xlsx::labels::Labels;
use crate::exchange::xlsx::styles::Styles;
use crate::exchange::xlsx::{BROCHURE, LANGUAGE, SOURCE_LANGUAGE};
use crate::exchange::{Document, Piece, Text, Unit, UnitState};
use crate::language::{Direction, Languages, Tag};

/// How many UTF-16 units a cell can hold (ECMA-376 part 1, 18.3.1.4; Excel's limits).
const MOST_IN_CELL: usize = 32_767;

/// How many characters a formula, and a text in it, can have (Excel's limits, with a little to spare).
const MOST_IN_FORMULA: usize = 8000;
const MOST_IN_QUOTES: usize = 255;

/// What stands in the column for checks where nothing is wrong.
const FINE: &str = "✓";

/// Writes a workbook with one sheet. The same texts are the same bytes.
///
/// # Errors
///
/// Fails if a text holds what no cell gives back as it was: more than 32,767 characters, a tab, a control character.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, Diagnostic> {
    for unit in &document.units {
        let texts = [Some(&unit.source), unit.previous_source.as_ref(), unit.target.as_ref()];
        let texts = texts.into_iter().flatten().map(Text::flat);
        for text in texts.chain([unit.comment.clone(), unit.id.clone()]) {
            check(&unit.id, &text)?;
        }
    }
    Sheet::new(document).workbook().map_err(|error| {
        Diagnostic::error(format!("`{}` can't be written as a sheet: {error}", document.brochure))
    })
}

/// Makes sure that a cell gives a text back as it was.
fn check(id: &str, text: &str) -> Result<(), Diagnostic> {
    let length = text.encode_utf16().count();
    if length > MOST_IN_CELL {
        let fault = format!("`{id}` is too long for a cell: {length} characters");
        let hint = format!("a cell holds {MOST_IN_CELL}; take another format");
        return Err(Diagnostic::error(fault).hint(hint));
    }
    let is_lost =
        |c: &char| (c.is_ascii_control() && *c != '\n') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    match text.chars().find(is_lost) {
        Some('\t') => {
            Err(Diagnostic::error(format!("`{id}` holds a tab, which spreadsheets lose"))
                .hint("write a blank in its place"))
        }
        Some(c) => {
            let fault =
                format!("`{id}` holds a character that no cell can hold: U+{:04X}", c as u32);
            Err(Diagnostic::error(fault).hint("delete it"))
        }
        None => Ok(()),
    }
}

/// A sheet in the making.
struct Sheet<'a> {
    document: &'a Document,
    labels: &'static Labels,
    styles: Styles,
    /// The columns of this sheet, from the first to the last.
    columns: Vec<Column>,
}

impl<'a> Sheet<'a> {
    fn new(document: &'a Document) -> Sheet<'a> {
        let has_changed = document.units.iter().any(|unit| unit.previous_source.is_some());
        let columns = Column::ALL.into_iter();
        let languages = Languages::with_project(None, &Report::new());
        let source = languages.get(&document.source_language);
        let is_source_right_to_left =
            source.is_some_and(|source| source.direction() == Direction::Rtl);
        Sheet {
            document,
            labels: Labels::of(&document.source_language),
            styles: Styles::new(is_source_right_to_left, document.is_right_to_left),
            columns: columns
                .filter(|column| has_changed || *column != Column::SourceBefore)
                .collect(),
        }
    }

    /// Where a column stands, from 0.
    fn place(&self, column: Column) -> u16 {
        let place = self.columns.iter().position(|other| *other == column).unwrap_or_default();
        u16::try_from(place).unwrap_or_default()
    }

    fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let Document { brochure, source_language, language, .. } = self.document;
        let properties = DocProperties::new()
            .set_title(self.title())
            // No clock: the same texts are the same file.
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?)
            .set_custom_property(BROCHURE, brochure.as_str())
            .set_custom_property(LANGUAGE, language.as_str())
            .set_custom_property(SOURCE_LANGUAGE, source_language.as_str());
        workbook.set_properties(&properties);
        self.fill(workbook.add_worksheet())?;
        workbook.save_to_buffer()
    }

    fn title(&self) -> String {
        let languages = Languages::with_project(None, &Report::new());
        let name = |tag: &Tag| match languages.get(tag) {
            Some(language) => format!("{} ({tag})", language.autonym),
            None => tag.to_string(),
        };
        let Document { brochure, source_language, language, .. } = self.document;
        // Each name is kept together, whatever the direction of its letters.
        let isolated = |text: String| format!("\u{2068}{text}\u{2069}");
        let (from, into) = (isolated(name(source_language)), isolated(name(language)));
        format!("{brochure}: {from} → {into}")
    }

    fn fill(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let Document { brochure, source_language, language, is_right_to_left, units } =
            self.document;
        let Styles { title, help, head, head_to_write, .. } = &self.styles;
        // Names of sheets have at most 31 characters.
        sheet.set_name(language.as_str().chars().take(31).collect::<String>())?;
        sheet.set_right_to_left(*is_right_to_left);
        let last = self.place(Column::Version);
        for column in &self.columns {
            sheet.set_column_width(self.place(*column), column.width())?;
        }
        sheet.set_column_hidden(last)?;
        sheet.merge_range(0, 0, 0, last, &self.title(), title)?;
        sheet.set_row_height(0, 26)?;
        let mut row = 1;
        for line in self.labels.help {
            sheet.merge_range(row, 0, row, last, line, help)?;
            sheet.set_row_height(row, 17)?;
            row += 1;
        }
        let heads = row;
        for column in &self.columns {
            let label = self.labels.head(*column);
            let text = match column {
                Column::Id => format!("{label} ({brochure})"),
                Column::Source => format!("{label} ({source_language})"),
                Column::Translation => format!("{label} ({language})"),
                _ => label.to_owned(),
            };
            let format = if *column == Column::Translation { head_to_write } else { head };
            sheet.write_string_with_format(heads, self.place(*column), text, format)?;
        }
        sheet.set_row_height(heads, 32)?;
        for unit in units {
            row += 1;
            self.write_row(sheet, row, unit)?;
        }
        self.mark(sheet, heads + 1, row)?;
        sheet.autofilter(heads, 0, row, last)?;
        sheet.set_freeze_panes(heads + 1, 0)?;
        sheet.set_selection(
            heads + 1,
            self.place(Column::Translation),
            heads + 1,
            self.place(Column::Translation),
        )?;
        // Without a password: it is there against slips of the hand.
        sheet.protect_with_options(&ProtectionOptions {
            format_cells: true,
            format_columns: true,
            format_rows: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::new()
        });
        sheet.set_landscape();
        /// A4.
        const PAPER: u8 = 9;
        sheet.set_paper_size(PAPER);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(heads, heads)?;
        Ok(())
    }

    fn write_row(&self, sheet: &mut Worksheet, row: u32, unit: &Unit) -> Result<(), XlsxError> {
        let Styles { source, translation, note, number, check, changed, .. } = &self.styles;
        let is_stale = unit.state == UnitState::Stale;
        let target = unit.target.as_ref().map(Text::flat).unwrap_or_default();
        let mut text = |column: Column, text: &str, format: &Format| {
            sheet.write_string_with_format(row, self.place(column), text, format).map(|_| ())
        };
        text(Column::Id, &unit.id, note)?;
        text(Column::Source, &unit.source.flat(), source)?;
        if self.columns.contains(&Column::SourceBefore) {
            let before = unit.previous_source.as_ref().map(Text::flat);
            let format = if before.is_some() { changed } else { source };
            text(Column::SourceBefore, &before.unwrap_or_default(), format)?;
        }
        text(Column::Translation, &target, translation)?;
        text(Column::State, self.labels.state(unit.state), if is_stale { changed } else { note })?;
        // The last line of the comment is for the import alone.
        let (comment, version) = match unit.comment.rsplit_once('\n') {
            _ if version_of(&unit.comment).is_none() => (unit.comment.as_str(), ""),
            Some((comment, version)) => (comment, version),
            None => ("", unit.comment.as_str()),
        };
        text(Column::Comment, comment, note)?;
        text(Column::Version, version, note)?;
        if let Some(room) = unit.room {
            let room = u32::try_from(room).unwrap_or(u32::MAX);
            sheet.write_number_with_format(row, self.place(Column::Room), room, number)?;
        } else {
            sheet.write_blank(row, self.place(Column::Room), number)?;
        }
        let own = Checks::of(unit, self.labels);
        let cell = |column: Column| format!("{}{}", letters(self.place(column).into()), row + 1);
        let length = Formula::new(own.length_formula(&cell(Column::Translation)))
            .set_result(own.length(&target).to_string());
        sheet.write_formula_with_format(row, self.place(Column::Length), length, number)?;
        let formula = own.formula(&cell(Column::Translation), &cell(Column::Length));
        let formula = Formula::new(formula).set_result(own.result(&target));
        sheet.write_formula_with_format(row, self.place(Column::Check), formula, check)?;
        sheet.set_row_height(row, height(unit, comment))?;
        Ok(())
    }

    /// Colours what is to be filled in, and what is wrong.
    fn mark(&self, sheet: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
        let Styles { to_fill, too_long, to_mend, fine, .. } = &self.styles;
        if last < first {
            return Ok(());
        }
        let cell = |column: Column| format!("${}{}", letters(self.place(column).into()), first + 1);
        let is_empty = format!("=TRIM({})=\"\"", cell(Column::Translation));
        let is_wrong = format!("={}<>\"{FINE}\"", cell(Column::Check));
        let is_long = format!("={}=\"{}\"", cell(Column::Check), self.labels.too_long);
        let is_fine = format!("={}=\"{FINE}\"", cell(Column::Check));
        for (column, rule, format) in [
            (Column::Translation, &is_empty, to_fill),
            (Column::Translation, &is_long, too_long),
            (Column::Translation, &is_wrong, to_mend),
            (Column::Check, &is_empty, to_fill),
            (Column::Check, &is_long, too_long),
            (Column::Check, &is_fine, fine),
            (Column::Check, &is_wrong, to_mend),
        ] {
            let condition = ConditionalFormatFormula::new()
                .set_rule(rule.as_str())
                .set_format(format)
                .set_stop_if_true(true);
            let place = self.place(column);
            sheet.add_conditional_format(first, place, last, place, &condition)?;
        }
        Ok(())
    }
}

/// What the sheet checks of a translation while somebody writes it: the import checks more, and by the program's own rules.
struct Checks<'a> {
    labels: &'static Labels,
    /// Markup and what stands in braces in the source, each with how often.
    codes: Vec<(String, usize)>,
    /// What the text is chosen by. A form for one number, such as the dual of Arabic, need not say it.
    selectors: Vec<String>,
    /// How many characters of the source, or of the translation, are no words.
    not_words: usize,
    unit: &'a Unit,
}

impl<'a> Checks<'a> {
    fn of(unit: &'a Unit, labels: &'static Labels) -> Checks<'a> {
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        let mut order = Vec::new();
        for piece in &unit.source.pieces {
            let (Piece::Code(code) | Piece::Open(code) | Piece::Close(code)) = piece else {
                continue;
            };
            // A quoted blank or brace may well be set otherwise in another language.
            if code.starts_with("{\"") || code.starts_with("{ \"") {
                continue;
            }
            let number = found.entry(code).or_default();
            if *number == 0 {
                order.push(code.as_str());
            }
            *number += 1;
        }
        let fits = |code: &&str| doubled(code).encode_utf16().count() < MOST_IN_QUOTES;
        let codes = order.into_iter().filter(fits).map(|code| (code.to_owned(), found[code]));
        let codes = codes.collect();
        let target = unit.target.as_ref().map(not_words).unwrap_or_default();
        let not_words = not_words(&unit.source).max(target);
        let id: Option<UnitId> = unit.id.parse().ok();
        let selectors = id.into_iter().flat_map(|id| id.path).map(|step| bare(&step.selector));
        Checks { labels, codes, selectors: selectors.collect(), not_words, unit }
    }

    /// The formula that counts the words of a cell.
    fn length_formula(&self, cell: &str) -> String {
        format!("=MAX(0,LEN({cell})-{})", self.not_words)
    }

    /// What that formula says of a text.
    fn length(&self, target: &str) -> usize {
        target.encode_utf16().count().saturating_sub(self.not_words)
    }

    /// Whether a text may be without a code of the source.
    fn may_lack(&self, bare: &str) -> bool {
        self.selectors.iter().any(|selector| bare == format!("{{{selector}}}"))
    }

    /// The formula that says what is wrong.
    fn formula(&self, cell: &str, length: &str) -> String {
        let Labels { empty, too_long, differs, .. } = self.labels;
        let head = format!("=IF(TRIM({cell})=\"\",\"{empty}\",");
        let mut ends = 1;
        let mut formula = head;
        for (code, number) in &self.codes {
            let bare = bare(code);
            let differs_if = if self.may_lack(&bare) { ">" } else { "<>" };
            let text = format!("SUBSTITUTE({cell},\" \",\"\")");
            let part = format!(
                "IF(LEN({text})-LEN(SUBSTITUTE({text},\"{}\",\"\")){differs_if}{},\"{differs} {}\",",
                doubled(&bare),
                number * bare.encode_utf16().count(),
                doubled(code)
            );
            // Deep formulas are refused (64 levels); what is left out here the import still finds.
            if ends == 60 || formula.len() + part.len() > MOST_IN_FORMULA {
                break;
            }
            formula.push_str(&part);
            ends += 1;
        }
        if let Some(room) = self.unit.room {
            formula.push_str(&format!("IF({length}>{room},\"{too_long}\","));
            ends += 1;
        }
        formula + &format!("\"{FINE}\"") + &")".repeat(ends)
    }

    /// What that formula says of a text.
    fn result(&self, target: &str) -> String {
        let Labels { empty, too_long, differs, .. } = self.labels;
        if target.trim_matches(' ').is_empty() {
            return (*empty).to_owned();
        }
        let target_bare = bare(target);
        let is_other = |(code, number): &&(String, usize)| {
            let code = bare(code);
            let found = target_bare.matches(&code).count();
            found > *number || found < *number && !self.may_lack(&code)
        };
        if let Some((code, _)) = self.codes.iter().find(is_other) {
            return format!("{differs} {code}");
        }
        let is_long = self.unit.room.is_some_and(|room| self.length(target) > room);
        (if is_long { too_long } else { FINE }).to_owned()
    }
}

/// How high the row of a text is, in points: programs that open the file need not find out.
fn height(unit: &Unit, comment: &str) -> f64 {
    /// The height of a line of 11 points, and the most that a row can have (Excel's limits).
    const LINE: usize = 15;
    const MOST: usize = 405;
    let lines = |text: &str, column: Column| -> usize {
        // Indents, and words that do not fit at the end of a line.
        let width = (column.width() as usize).saturating_sub(5).max(1);
        text.split('\n').map(|line| line.chars().count().div_ceil(width).max(1)).sum()
    };
    let source = unit.source.flat();
    let translation = match &unit.target {
        Some(target) => lines(&target.flat(), Column::Translation),
        // A third more than the source.
        None => lines(&source, Column::Source) * 4 / 3,
    };
    let before = unit.previous_source.as_ref().map(Text::flat).unwrap_or_default();
    let most = [
        lines(&unit.id, Column::Id),
        lines(&source, Column::Source),
        lines(&before, Column::SourceBefore),
        translation,
        lines(comment, Column::Comment),
    ];
    let lines = most.into_iter().max().unwrap_or_default();
    (lines * LINE + 4).min(MOST) as f64
}

/// How many characters of a text are no words.
fn not_words(text: &Text) -> usize {
    let codes = text.pieces.iter().filter(|piece| !matches!(piece, Piece::Words(_)));
    let codes = codes.map(|piece| match piece {
        Piece::Words(text) | Piece::Code(text) | Piece::Open(text) | Piece::Close(text) => {
            text.encode_utf16().count()
        }
    });
    codes.sum()
}

/// A code without its blanks, which nobody need write alike.
fn bare(code: &str) -> String {
    code.replace(' ', "")
}

/// A text as it stands between the quotes of a formula.
fn doubled(text: &str) -> String {
    text.replace('"', "\"\"")
}
