//! Lists the columns of the sheet, and names its cells.

/// A column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Id,
    Source,
    /// The source that the translation was made from; left out where no source has changed.
    SourceBefore,
    Translation,
    /// What is still wrong, in words.
    Check,
    Comment,
    Room,
    Length,
    State,
    /// What the translation was when the file was made, hidden.
    Version,
}

impl Column {
    /// All of them, from the first to the last.
    pub(super) const ALL: [Column; 10] = [
        Column::Id,
        Column::Source,
        Column::SourceBefore,
        Column::Translation,
        Column::Check,
        Column::Comment,
        Column::Room,
        Column::Length,
        Column::State,
        Column::Version,
    ];

    /// Its width, in characters.
    pub(super) fn width(self) -> f64 {
        match self {
            Column::Id => 20.0,
            Column::Source | Column::Translation => 46.0,
            Column::SourceBefore | Column::Comment => 34.0,
            Column::Check => 19.0,
            Column::Room | Column::Length => 9.0,
            Column::State => 14.0,
            Column::Version => 18.0,
        }
    }
}

/// The name of a column by its place from 0: `A`, `Z`, `AA`.
pub(super) fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        column /= 26;
        if column == 0 {
            break;
        }
        column -= 1;
    }
    letters.iter().rev().collect()
}

/// The name of a cell by its row and column from 0: `C7`.
pub(super) fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", letters(column), u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::cell_name;

    #[test]
    fn cells_have_the_names_that_spreadsheets_show() {
        for (row, column, name) in [
            (0, 0, "A1"),
            (6, 2, "C7"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (1, 701, "ZZ2"),
            (0, 702, "AAA1"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(cell_name(row, column), name);
        }
    }
}
