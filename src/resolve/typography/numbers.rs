//! Gives runs of their own to numbers of several groups where their groups would else change places: in texts that run from
//! right to left, and wherever figures do that lead from the right (UAX #9, classes AN and R).

use std::ops::Range;

use crate::language::Direction;
use crate::language::recognise::{figures, is_direction_mark};
use crate::resolve::manuscript::{Run, RunKind};
use crate::resolve::markup::Piece;
use crate::resolve::typography::unbroken::split;
use crate::resolve::typography::{Row, Rows};

/// Left-to-right mark.
const LEFT: char = '\u{200E}';

/// Makes runs of the numbers of a paragraph that need it.
pub(super) fn keep_in_order(pieces: Vec<Piece>, rows: &Rows<'_>) -> Vec<Piece> {
    // The row of each character.
    let owners: Vec<Row<'_>> = pieces
        .iter()
        .flat_map(|piece| {
            let row = rows.get(piece);
            piece.run.text.chars().map(move |_| row)
        })
        .collect();
    // Each character, or a line break for what is set in a run of its own.
    let letters: Vec<char> = pieces
        .iter()
        .flat_map(|piece| {
            let open = matches!(piece.run.kind, RunKind::Text | RunKind::Name | RunKind::Address);
            piece.run.text.chars().map(move |c| if open { c } else { '\n' })
        })
        .collect();
    if !letters.iter().any(|c| c.is_numeric()) {
        return pieces;
    }
    // Where ranges read in the direction of a text from the right, each of their ends is a number.
    let parts_ranges = |range: &Range<usize>| {
        let row = owners[range.start];
        row.direction == Direction::Rtl && !row.typography.joins_ranges
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for joins_ranges in [true, false] {
        let numbers = figures(&letters, joins_ranges).into_iter();
        let numbers = numbers.filter(|number| number.is_compound(&letters));
        found.extend(numbers.map(|number| number.range).filter(|range| {
            let needs_it = owners[range.start].direction == Direction::Rtl
                || letters[range.clone()].iter().any(|c| leads_from_right(*c));
            needs_it && parts_ranges(range) != joins_ranges
        }));
    }
    let mut out = Vec::with_capacity(pieces.len() + 2 * found.len());
    let mut start = 0;
    for piece in pieces {
        let length = piece.run.text.chars().count();
        let mut at = start;
        for part in split(piece, start, &found) {
            let is_number = found.iter().any(|number| number.contains(&at));
            at += part.run.text.chars().count();
            out.push(if is_number { in_order(part) } else { part });
        }
        start += length;
    }
    out
}

/// Whether a figure is of class AN or R: Arabic, Hanifi Rohingya, Rumi; N’Ko, Adlam, Garay.
fn leads_from_right(c: char) -> bool {
    is_arabic(c)
        || matches!(c, '\u{7C0}'..='\u{7C9}' | '\u{10D40}'..='\u{10D49}' | '\u{1E950}'..='\u{1E959}')
}

/// Whether a figure is of class AN.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{660}'..='\u{669}' | '\u{10D30}'..='\u{10D39}' | '\u{10E60}'..='\u{10E7E}')
}

/// A part of a number, in which nothing turns its groups round. Between two groups of class AN a blank runs from right to
/// left in any text, unless a mark stands beside it.
fn in_order(piece: Piece) -> Piece {
    let text = &piece.run.text;
    let mut out = String::with_capacity(text.len());
    let arabic = text.contains(is_arabic);
    for c in text.chars().filter(|c| !is_direction_mark(*c)) {
        out.push(c);
        if arabic && !c.is_numeric() {
            out.push(LEFT);
        }
    }
    Piece { run: Run { text: out, ..piece.run }, ..piece }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Report;
    use crate::language::Languages;
    use crate::resolve::manuscript::RunKind;
    use crate::resolve::typography::testing::{passage, piece};

    /// The text of a paragraph, unbroken runs in brackets, no-break spaces as `~`.
    fn shown(tag: &str, pieces: &[crate::resolve::markup::Piece]) -> String {
        let languages = Languages::built_in(&Report::new());
        let language = languages.get(&tag.parse().unwrap()).unwrap();
        let runs = crate::resolve::typography::set(pieces, language, &languages).into_iter();
        let shown = runs.map(|run| match run.kind {
            RunKind::Unbroken => format!("[{}]", run.text),
            _ => run.text,
        });
        shown.collect::<String>().replace('\u{A0}', "~").replace('\u{200E}', "<")
    }

    #[test]
    fn numbers_of_several_groups_stand_whole_in_texts_from_the_right() {
        for (typed, wanted) in [
            ("المبلغ 1 000 000 يورو", "المبلغ [1~000~000]~يورو"),
            ("اتصل 04 555 0123.", "اتصل [04~555~0123]."),
            ("ب-5 و 50 % و28/11/2026", "ب-5 و [50~%] و[28/11/2026]"),
            ("٠٤ ٥٥٥ ٠١٢٣", "[٠٤~<٥٥٥~<٠١٢٣]"),
            ("الحساب BE71 0961 2345 6769", "الحساب [BE71~0961~2345~6769]"),
            ("9-17، 9 – 17، 9:00-17:00", "[9]-[17]، [9]~–~[17]، [9:00]-[17:00]"),
        ] {
            assert_eq!(shown("ar", &[piece(typed, None)]), wanted);
        }
        assert_eq!(shown("fa", &[piece("۹–۱۷ و ۹:۰۰ – ۱۷:۰۰", None)]), "[۹–۱۷]~و [۹:۰۰~–~۱۷:۰۰]");
        // Figures of class AN change places in any text, others in no text from the left.
        assert_eq!(
            shown("fr", &[piece("tél. ٠٤ ٥٥٥ ou 04 555 01 23", None)]),
            "tél. [٠٤~<٥٥٥]~ou 04~555~01~23"
        );
    }

    #[test]
    fn parts_of_a_number_in_other_runs_belong_to_it() {
        let mut bold = piece("555", None);
        bold.run.strong = true;
        assert_eq!(
            shown("ar", &[piece("04 ", None), bold, piece(" 0123", None)]),
            "[04~][555][~0123]"
        );
        let text = piece("1 000 000", Some(RunKind::Text));
        assert_eq!(shown("ar", &[piece("مبلغ ", None), text]), "مبلغ [1 000 000]");
        let phone = piece("04 555 0123", Some(RunKind::Phone));
        assert_eq!(shown("ar", &[piece("1 ", None), phone]), "1 04 555 0123");
        let dutch = passage("1 000 euro", "nl", 1);
        assert_eq!(shown("ar", &[piece("مبلغ ", None), dutch]), "مبلغ 1~000~euro");
    }
}
