//! A composition and its ladder of settings in; the pages at the largest setting at which everything fits out.
//!
//! The heights of texts follow from the measures closely enough to guess the rung; it is then narrowed down until a
//! rung fits and the next larger one does not. Two or three runs do, where a search by halves would take five.

use typst_layout::PagedDocument;

use crate::compose::Extent;
use crate::diagnostic::Diagnostic;
use crate::load::Setting;
use crate::typeset::rooms::{NEARLY_EMPTY, Room};

/// What one run at one setting came to.
pub(super) struct Trial {
    /// The pages.
    pub(super) document: PagedDocument,
    /// The room on each page, and how much of it is used.
    pub(super) rooms: Vec<Room>,
    /// What Typst warned of.
    pub(super) warnings: Vec<Diagnostic>,
    /// What is wrong with it.
    pub(super) lack: Option<Lack>,
}

/// What is wrong with a setting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lack {
    /// The share to which the height of the text must come down.
    pub(super) shrink: f64,
    /// Whether text has no room; else the pages only look poor.
    pub(super) overset: bool,
}

impl Trial {
    /// Whether text has no room.
    fn is_overset(&self) -> bool {
        self.lack.is_some_and(|lack| lack.overset)
    }
}

/// How many rungs above what was found are tried where pages looked poor.
const CLIMB: usize = 12;

impl Lack {
    /// Whether it is so large that it shows at first sight: more than half a line in a hundred has no room.
    pub(super) fn is_plain(self) -> bool {
        self.overset && self.shrink < 0.995
    }
}

/// The rung of the ladder that was found.
pub(super) struct Found {
    /// Its place on the ladder, from 0.
    pub(super) rung: usize,
    /// The run at this rung.
    pub(super) trial: Trial,
    /// How many runs it took.
    pub(super) runs: usize,
}

/// Looks for the largest setting at which everything fits, with `run` to typeset at a rung. It begins at the rung
/// `start`: the first, or where an earlier search has ended. If none is right, it is the largest one that was tried and
/// at which no text lacks room; if there is none, the least. Pages that look poor do not end the search upwards, as text
/// without room does. `None` if a run has no pages.
pub(super) fn find(
    ladder: &[Setting],
    start: usize,
    mut run: impl FnMut(usize) -> Option<Trial>,
) -> Option<Found> {
    let last = ladder.len().saturating_sub(1);
    let (mut runs, mut boldness) = (0, 1.0);
    // The last rung that was not right, and how high the text may be: what is larger is taken for not right either.
    let (mut above, mut wanted) = (None, f64::INFINITY);
    let mut right: Option<(usize, Trial)> = None;
    let mut unconfirmed = true;
    let mut poor: Option<(usize, Trial)> = None;
    // The rungs at which the text had room and the pages looked poor, and those at which it had none.
    let (mut looked_poor, mut overset) = (Vec::new(), Vec::new());
    loop {
        let limit = right.as_ref().map_or(last + 1, |(rung, _)| *rung);
        let next = above.map_or(0, |rung: usize| rung + 1);
        if next >= limit {
            break;
        }
        let rung = match &right {
            None if runs == 0 => start.min(last),
            None => {
                let guess = (next..limit).find(|rung| ladder[*rung].height() <= wanted);
                // The least setting stands for any that is smaller: nothing is known of how close it is.
                unconfirmed = guess.is_some();
                guess.unwrap_or(limit - 1)
            }
            // Most guesses are good: the next larger one shows that nothing larger is right.
            Some(_) if unconfirmed || limit - next <= 2 => {
                unconfirmed = false;
                limit - 1
            }
            Some(_) => usize::midpoint(next, limit),
        };
        runs += 1;
        let trial = run(rung)?;
        match trial.lack {
            None => right = Some((rung, trial)),
            Some(lack) => {
                above = Some(rung);
                if lack.overset {
                    overset.push(rung)
                } else {
                    looked_poor.push(rung)
                }
                // A guess that failed is followed by a bolder one.
                wanted = ladder[rung].height() * lack.shrink.powf(boldness);
                boldness += 0.25;
                if !lack.overset && poor.is_none() || rung == last && poor.is_none() {
                    poor = Some((rung, trial));
                }
            }
        }
    }
    // Poor pages come and go: what looks poor at one setting may look well at a larger one.
    let found = right.as_ref().or(poor.as_ref().filter(|(_, trial)| !trial.is_overset()));
    let from = found.map_or(0, |(rung, _)| *rung);
    for rung in (from.saturating_sub(CLIMB)..from).rev() {
        if overset.contains(&rung) {
            break;
        }
        if looked_poor.contains(&rung) {
            continue;
        }
        runs += 1;
        let trial = run(rung)?;
        match trial.lack {
            None => right = Some((rung, trial)),
            Some(lack) if lack.overset => break,
            Some(_) => {}
        }
    }
    right.or(poor).map(|(rung, trial)| Found { rung, trial, runs })
}

/// What is wrong with laid-out pages.
pub(super) fn lack(rooms: &[Room], extent: Extent) -> Option<Lack> {
    match extent {
        Extent::Panels(_) => {
            let fullest = rooms.iter().map(|room| room.panel.fill).fold(0.0, f64::max);
            (fullest > 1.0).then(|| Lack { shrink: 1.0 / fullest, overset: true })
        }
        Extent::Pages { at_most, .. } => lack_of_pages(rooms, at_most),
    }
}

/// A section can be a page shorter if its text comes down by what its last page holds.
fn lack_of_pages(rooms: &[Room], at_most: Option<usize>) -> Option<Lack> {
    let mut shares: Vec<f64> = Vec::new();
    let mut emptiest = f64::INFINITY;
    for section in rooms.chunk_by(|one, other| one.panel.section == other.panel.section) {
        let [full @ .., last] = section else { continue };
        #[allow(clippy::cast_precision_loss)]
        let share = full.len() as f64 / (full.len() as f64 + last.panel.fill);
        if !full.is_empty() && !last.notes {
            shares.push(share);
        }
        // A page before a break of the section's own: a few lines less will do.
        let nearly = section.iter().filter(|room| !room.notes && room.panel.fill < NEARLY_EMPTY);
        emptiest =
            nearly.map(|room| if room == last { share } else { 0.98 }).fold(emptiest, f64::min);
    }
    // Of the pages for notes one is wanted; the others come and go by themselves.
    let notes = rooms.iter().filter(|room| room.notes).count();
    let needed = rooms.len() - notes + usize::from(notes > 0);
    let over = at_most.map_or(0, |most| needed.saturating_sub(most));
    shares.sort_by(|one, other| other.total_cmp(one));
    let saved = (over > 0).then(|| shares.get(over - 1).copied().unwrap_or(0.9));
    let shrink = saved.unwrap_or(f64::INFINITY).min(emptiest);
    if shrink.is_infinite() {
        return None;
    }
    // What is kept whole moves all at once: half as much again must go as the last page holds (tried on the shipped
    // brochure).
    Some(Lack { shrink: shrink.min(0.999).powf(1.5), overset: over > 0 })
}

#[cfg(test)]
mod tests {
    use feuillet_units::Pt;
    use typst_layout::PagedDocument;

    use super::{Found, Lack, Trial, find};
    use crate::load::Setting;

    fn ladder() -> Vec<Setting> {
        let size = |step: u32| Pt(10.0 - 0.1 * f64::from(step));
        let row = |step| Setting { size: size(step), leading: 1.4, paragraph: 0.7, block: 1.0 };
        (0..=10).map(row).collect()
    }

    /// Runs a search in which a rung lacks `lack(rung)`, and gives what was found and the rungs that were tried.
    fn search_from(
        start: usize,
        lack: impl Fn(usize) -> Option<Lack>,
    ) -> (Option<Found>, Vec<usize>) {
        let mut tried = Vec::new();
        let found = find(&ladder(), start, |rung| {
            tried.push(rung);
            let document = PagedDocument::new(Default::default(), Default::default());
            let (rooms, warnings) = (Vec::new(), Vec::new());
            Some(Trial { document, rooms, warnings, lack: lack(rung) })
        });
        (found, tried)
    }

    fn search(lack: impl Fn(usize) -> Option<Lack>) -> (Option<Found>, Vec<usize>) {
        search_from(0, lack)
    }

    fn overset(shrink: f64) -> Option<Lack> {
        Some(Lack { shrink, overset: true })
    }

    #[test]
    fn what_fits_at_once_takes_one_run() {
        let (found, tried) = search(|_| None);
        assert_eq!((found.unwrap().rung, tried), (0, vec![0]));
    }

    #[test]
    fn the_next_larger_setting_does_not_fit() {
        for needed in 1..=10 {
            let shrink = |rung: usize| ladder()[needed].height() / ladder()[rung].height();
            let lack = |rung| if rung < needed { overset(shrink(rung)) } else { None };
            let (found, tried) = search(lack);
            assert_eq!(found.unwrap().rung, needed);
            assert!(tried.contains(&(needed - 1)), "{needed}: {tried:?}");
            assert!(tried.len() <= 4, "{needed}: {tried:?}");
        }
    }

    #[test]
    fn a_search_that_begins_where_another_ended_comes_to_the_same() {
        for needed in 0..=10 {
            let shrink = |rung: usize| ladder()[needed].height() / ladder()[rung].height();
            let lack = |rung| if rung < needed { overset(shrink(rung)) } else { None };
            for start in 0..=10 {
                let (found, tried) = search_from(start, lack);
                assert_eq!(found.unwrap().rung, needed, "from {start}: {tried:?}");
            }
            let (_, tried) = search_from(needed, lack);
            assert!(tried.len() <= 2, "{tried:?}");
        }
    }

    #[test]
    fn what_never_fits_ends_at_the_least_setting() {
        let (found, _) = search(|_| overset(0.5));
        let found = found.unwrap();
        assert_eq!((found.rung, found.trial.lack), (10, overset(0.5)));
    }

    #[test]
    fn pages_that_look_poor_in_between_hide_no_larger_setting() {
        let poor = Some(Lack { shrink: 0.99, overset: false });
        // Text has room from 3 on; from 5 to 7 a page is nearly empty.
        let lack = |rung| match rung {
            0..=2 => overset(0.95),
            5..=7 => poor,
            _ => None,
        };
        for start in 0..=10 {
            let (found, tried) = search_from(start, lack);
            assert_eq!(found.unwrap().rung, 3, "from {start}: {tried:?}");
            assert!(tried.len() <= 10, "{tried:?}");
        }
        // Poor down to the least.
        let (found, _) = search(|rung| match rung {
            0..=1 => overset(0.9),
            2..=3 => None,
            _ => poor,
        });
        assert_eq!(found.unwrap().rung, 2);
    }

    #[test]
    fn poor_pages_are_better_than_text_without_room() {
        let poor = Lack { shrink: 0.99, overset: false };
        let (found, _) = search(|rung| if rung < 3 { overset(0.97) } else { Some(poor) });
        let found = found.unwrap();
        assert!((3..10).contains(&found.rung) && found.trial.lack == Some(poor), "{}", found.rung);
    }
}
