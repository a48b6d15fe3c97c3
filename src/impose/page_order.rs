//! Turns a number of pages into the order in which they stand on the sheets of signatures.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, count};

/// The edge at which a booklet is bound, looking at its cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spine {
    /// The left edge, for languages that are read from the left.
    #[default]
    Left,
    /// The right edge, for languages that are read from the right.
    Right,
}

/// A sheet of a signature, which is folded once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SignatureSheet {
    /// The left and the right page of the side that faces outwards in the signature; `None` is a blank page.
    pub(super) front: [Option<usize>; 2],
    /// Those of the other side, as it appears when the sheet is turned about its vertical axis.
    pub(super) back: [Option<usize>; 2],
    /// The number of sheets of its signature that lie around it.
    pub(super) depth: usize,
    /// The number of sheets in its signature.
    pub(super) sheets: usize,
}

/// Counts the pages to be bound, including blank ones at the end.
///
/// # Errors
///
/// Fails if the number is not a multiple of 4 and blank pages are not allowed, or if the size of a signature is none.
pub(super) fn bound_page_count(
    pages: usize,
    signature: Option<usize>,
    blanks: bool,
) -> Result<usize, Diagnostic> {
    if let Some(signature) = signature.filter(|signature| signature % 4 != 0 || *signature == 0) {
        let near = (signature.div_ceil(4) * 4).max(4);
        return Err(Diagnostic::error(format!(
            "a signature of {} can't be folded: a folded sheet has 4 pages",
            count(signature, "page")
        ))
        .hint(format!("use a multiple of 4, such as {near}")));
    }
    let whole = pages.div_ceil(4) * 4;
    if whole == pages || blanks {
        return Ok(whole);
    }
    Err(Diagnostic::error(format!(
        "{} can't be bound: a folded sheet has 4 pages",
        count(pages, "page")
    ))
    .hint(format!("add {} at the end", count(whole - pages, "blank page"))))
}

/// Lists the sheets of all signatures, each from the outermost to the innermost. `bound` is the number of pages including
/// blank ones, a multiple of 4; the last signature has the rest.
pub(super) fn signature_sheets(
    pages: usize,
    bound: usize,
    signature: usize,
    spine: Spine,
) -> Vec<SignatureSheet> {
    let page = |index: usize| (index < pages).then_some(index);
    let pair = |first: usize, second: usize| match spine {
        Spine::Left => [page(first), page(second)],
        Spine::Right => [page(second), page(first)],
    };
    let mut out = Vec::new();
    let mut start = 0;
    while start < bound {
        let end = (start + signature).min(bound);
        let sheets = (end - start) / 4;
        for depth in 0..sheets {
            let (low, high) = (start + 2 * depth, end - 1 - 2 * depth);
            let (front, back) = (pair(high, low), pair(low + 1, high - 1));
            out.push(SignatureSheet { front, back, depth, sheets });
        }
        start = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{SignatureSheet, Spine, bound_page_count, signature_sheets};

    /// Folds the sheets, lays them into each other, and reads the pages from the cover to the back.
    fn read(sheets: &[SignatureSheet], spine: Spine) -> Vec<usize> {
        let mut out = Vec::new();
        let mut rest = sheets;
        while let Some(first) = rest.first() {
            let (signature, others) = rest.split_at(first.sheets);
            // The leaf away from the spine's side of the cover is read first: both its sides, sheet by sheet.
            let (near, far) = match spine {
                Spine::Left => (1, 0),
                Spine::Right => (0, 1),
            };
            for sheet in signature {
                // Turned about its vertical axis, the back of the right page lies left.
                out.extend([sheet.front[near], sheet.back[far]]);
            }
            for sheet in signature.iter().rev() {
                out.extend([sheet.back[near], sheet.front[far]]);
            }
            rest = others;
        }
        out.into_iter().flatten().collect()
    }

    #[test]
    fn folded_sheets_read_from_the_first_page_to_the_last() {
        for pages in (4..=64).step_by(4) {
            for signature in [4, 8, 12, 16, 32, 64] {
                for spine in [Spine::Left, Spine::Right] {
                    let sheets = signature_sheets(pages, pages, signature, spine);
                    assert_eq!(sheets.len(), pages / 4);
                    let all: Vec<usize> = (0..pages).collect();
                    assert_eq!(read(&sheets, spine), all, "{pages} in {signature}, {spine:?}");
                }
            }
        }
    }

    #[test]
    fn the_outermost_sheet_comes_first() {
        let sheet = |front: [usize; 2], back: [usize; 2], depth| SignatureSheet {
            front: front.map(Some),
            back: back.map(Some),
            depth,
            sheets: 2,
        };
        assert_eq!(
            signature_sheets(8, 8, 8, Spine::Left),
            [sheet([7, 0], [1, 6], 0), sheet([5, 2], [3, 4], 1)]
        );
        assert_eq!(
            signature_sheets(8, 8, 8, Spine::Right),
            [sheet([0, 7], [6, 1], 0), sheet([2, 5], [4, 3], 1)]
        );
    }

    #[test]
    fn blank_pages_come_last() {
        assert_eq!(bound_page_count(6, None, true), Ok(8));
        let sheets = signature_sheets(6, 8, 8, Spine::Left);
        assert_eq!(sheets[0].front, [None, Some(0)]);
        assert_eq!(sheets[0].back, [Some(1), None]);
    }

    #[test]
    fn pages_that_can_not_be_folded_are_reported_with_what_to_add() {
        let fault = |pages, signature| {
            let fault = bound_page_count(pages, signature, false).unwrap_err();
            (fault.message, fault.hints)
        };
        assert_eq!(
            fault(6, None),
            (
                "6 pages can't be bound: a folded sheet has 4 pages".to_owned(),
                vec!["add 2 blank pages at the end".to_owned()]
            )
        );
        assert_eq!(fault(7, None).1, ["add 1 blank page at the end"]);
        assert_eq!(
            fault(12, Some(6)),
            (
                "a signature of 6 pages can't be folded: a folded sheet has 4 pages".to_owned(),
                vec!["use a multiple of 4, such as 8".to_owned()]
            )
        );
        assert_eq!(fault(12, Some(0)).1, ["use a multiple of 4, such as 4"]);
        assert_eq!(bound_page_count(12, Some(8), false), Ok(12));
    }
}
