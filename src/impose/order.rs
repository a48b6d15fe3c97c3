//! A number of pages in; which of them stand on which side of which sheet out.

use crate::diagnostic::{Diagnostic, count};

/// The edge at which a booklet is bound, as one looks at its cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Spine {
    /// Languages that are read from the left.
    #[default]
    Left,
    /// Languages that are read from the right.
    Right,
}

/// The pages of a sheet that is folded once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The left and the right page of the side that lies outside in its signature; `None` is a blank page.
    pub(super) front: [Option<usize>; 2],
    /// Those of the other side, as one sees it when the sheet is turned about its upright axis.
    pub(super) back: [Option<usize>; 2],
    /// How many sheets of its signature lie around it.
    pub(super) depth: usize,
    /// How many sheets its signature has.
    pub(super) of: usize,
}

/// How many pages are to be folded, with blank ones at the end.
///
/// # Errors
///
/// Fails if the number is not a multiple of 4 and blank pages are not allowed, or if that of a signature is not.
pub(super) fn bound(
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
        .hint(format!("make it a multiple of 4, such as {near}")));
    }
    let whole = pages.div_ceil(4) * 4;
    if whole == pages || blanks {
        return Ok(whole);
    }
    Err(Diagnostic::error(format!(
        "{} can't be bound: a folded sheet has 4 pages",
        count(pages, "page")
    ))
    .hint(format!("{} at the end would do", count(whole - pages, "blank page"))))
}

/// The sheets of all signatures, each from the outermost sheet to the innermost. `whole` is the number of pages with
/// blank ones, a multiple of 4; the last signature has the rest.
pub(super) fn leaves(pages: usize, whole: usize, signature: usize, spine: Spine) -> Vec<Leaf> {
    let page = |index: usize| (index < pages).then_some(index);
    let pair = |first: usize, second: usize| match spine {
        Spine::Left => [page(first), page(second)],
        Spine::Right => [page(second), page(first)],
    };
    let mut out = Vec::new();
    let mut start = 0;
    while start < whole {
        let end = (start + signature).min(whole);
        let of = (end - start) / 4;
        for depth in 0..of {
            let (low, high) = (start + 2 * depth, end - 1 - 2 * depth);
            let (front, back) = (pair(high, low), pair(low + 1, high - 1));
            out.push(Leaf { front, back, depth, of });
        }
        start = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Leaf, Spine, bound, leaves};

    /// Folds the sheets, lays them into each other, and reads the pages from the cover to the back.
    fn read(leaves: &[Leaf], spine: Spine) -> Vec<usize> {
        let mut out = Vec::new();
        let mut rest = leaves;
        while let Some(first) = rest.first() {
            let (signature, others) = rest.split_at(first.of);
            // The leaf away from the spine's side of the cover is read first: both its sides, sheet by sheet.
            let (near, far) = match spine {
                Spine::Left => (1, 0),
                Spine::Right => (0, 1),
            };
            for leaf in signature {
                // Turned about its upright axis, the back of the right page lies left.
                out.extend([leaf.front[near], leaf.back[far]]);
            }
            for leaf in signature.iter().rev() {
                out.extend([leaf.back[near], leaf.front[far]]);
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
                    let leaves = leaves(pages, pages, signature, spine);
                    assert_eq!(leaves.len(), pages / 4);
                    let all: Vec<usize> = (0..pages).collect();
                    assert_eq!(read(&leaves, spine), all, "{pages} in {signature}, {spine:?}");
                }
            }
        }
    }

    #[test]
    fn the_outermost_sheet_comes_first() {
        let leaf = |front: [usize; 2], back: [usize; 2], depth| Leaf {
            front: front.map(Some),
            back: back.map(Some),
            depth,
            of: 2,
        };
        assert_eq!(
            leaves(8, 8, 8, Spine::Left),
            [leaf([7, 0], [1, 6], 0), leaf([5, 2], [3, 4], 1)]
        );
        assert_eq!(
            leaves(8, 8, 8, Spine::Right),
            [leaf([0, 7], [6, 1], 0), leaf([2, 5], [4, 3], 1)]
        );
    }

    #[test]
    fn blank_pages_come_last() {
        assert_eq!(bound(6, None, true), Ok(8));
        let leaves = leaves(6, 8, 8, Spine::Left);
        assert_eq!(leaves[0].front, [None, Some(0)]);
        assert_eq!(leaves[0].back, [Some(1), None]);
    }

    #[test]
    fn what_can_not_be_folded_is_told_with_what_would_do() {
        let told = |pages, signature| {
            let fault = bound(pages, signature, false).unwrap_err();
            (fault.message, fault.hints)
        };
        assert_eq!(
            told(6, None),
            (
                "6 pages can't be bound: a folded sheet has 4 pages".to_owned(),
                vec!["2 blank pages at the end would do".to_owned()]
            )
        );
        assert_eq!(told(7, None).1, ["1 blank page at the end would do"]);
        assert_eq!(
            told(12, Some(6)),
            (
                "a signature of 6 pages can't be folded: a folded sheet has 4 pages".to_owned(),
                vec!["make it a multiple of 4, such as 8".to_owned()]
            )
        );
        assert_eq!(told(12, Some(0)).1, ["make it a multiple of 4, such as 4"]);
        assert_eq!(bound(12, Some(8), false), Ok(12));
    }
}
