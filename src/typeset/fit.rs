//! Turns a list of settings, from the largest to the least, into the pages at the largest one at which everything fits.
//!
//! The heights of texts follow from the measures closely enough to guess the step on the list; it is then narrowed down
//! until a step fits and the next larger one does not. Two or three runs do, where a search by halves would take five.

use typst_layout::PagedDocument;

use crate::compose::Extent;
use crate::diagnostic::{Diagnostic, Reported};
use crate::load::Setting;
use crate::typeset::text_areas::{self, NEARLY_EMPTY, OVER_A_PAGE, TextArea};

/// What one run at one setting came to.
pub(super) struct Trial {
    /// The pages.
    pub(super) document: PagedDocument,
    /// The area for text on each page, and how much of it is used.
    pub(super) areas: Vec<TextArea>,
    /// What Typst warned of.
    pub(super) warnings: Vec<Diagnostic>,
    /// What is wrong with it.
    pub(super) misfit: Option<Misfit>,
    /// How high the text that fits could be, as a multiple of its height, where that is known.
    pub(super) growth: Option<f64>,
}

impl Trial {
    /// Measures laid-out pages.
    pub(super) fn new(document: PagedDocument, extent: Extent, warnings: Vec<Diagnostic>) -> Trial {
        let areas = text_areas::measure(&document, extent);
        let misfit = misfit(&areas, extent);
        let growth = if misfit.is_none() { growth(&areas, extent) } else { None };
        Trial { document, areas, warnings, misfit, growth }
    }
}

/// What is wrong with a setting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Misfit {
    /// The share to which the height of the text must come down.
    pub(super) shrink: f64,
    /// Whether text has no room; else the pages only look poor.
    pub(super) overset: bool,
}

impl Trial {
    /// Whether text has no room.
    fn is_overset(&self) -> bool {
        self.misfit.is_some_and(|misfit| misfit.overset)
    }
}

/// How many larger settings than what was found are tried where pages looked poor.
const STEPS_UP: usize = 12;

impl Misfit {
    /// Whether it is so large that it shows at first sight, as what goes on to another page does: half a line in a hundred has no
    /// room.
    pub(super) fn is_plain(self) -> bool {
        const ROUNDING: f64 = 1e-6;
        self.overset && self.shrink < 1.0 / OVER_A_PAGE + ROUNDING
    }
}

/// The setting that was found.
pub(super) struct Fitted {
    /// Its place among the settings, from 0.
    pub(super) step: usize,
    /// The run at it.
    pub(super) trial: Trial,
    /// How many runs it took.
    pub(super) runs: usize,
}

/// Looks for the largest setting at which everything fits, with `run` to typeset at one of them, by its
/// place. It begins at `start`, such as where an earlier search has ended. If none is right, it is the largest one that was tried and
/// at which no text lacks room; if there is none, the least. Pages that look poor do not end the search upwards, as text
/// without room does.
///
/// # Errors
///
/// Fails as soon as a run has no pages.
pub(super) fn find(
    settings: &[Setting],
    start: usize,
    mut run: impl FnMut(usize) -> Result<Trial, Reported>,
) -> Result<Fitted, Reported> {
    let last = settings.len().saturating_sub(1);
    let (mut runs, mut boldness) = (0, 1.0);
    // The last step that was not right: what is larger is taken for not right either.
    let mut above = None;
    // How high the text may be, as far as the last run tells, and how far up the next step is where it tells nothing.
    let (mut wanted, mut stride) = (0.0, 1);
    let mut right: Option<(usize, Trial)> = None;
    let mut poor: Option<(usize, Trial)> = None;
    // The steps at which the text had room and the pages looked poor, and those at which it had none.
    let (mut looked_poor, mut overset) = (Vec::new(), Vec::new());
    loop {
        let limit = right.as_ref().map_or(last + 1, |(step, _)| *step);
        let next = above.map_or(0, |step: usize| step + 1);
        if next >= limit {
            break;
        }
        let guess = (next..limit).find(|step| settings[*step].height() <= wanted);
        let step = match guess {
            _ if runs == 0 => start.min(last),
            Some(guess) => guess,
            // The least setting stands for any that is smaller: nothing is known of how close it is.
            None if right.is_none() => limit - 1,
            // Most guesses are good: the next larger one shows that nothing larger is right. If it is, longer steps follow.
            None => {
                let step = limit.saturating_sub(stride).max(next);
                stride *= 2;
                step
            }
        };
        runs += 1;
        let trial = run(step)?;
        let height = settings[step].height();
        match trial.misfit {
            None => {
                wanted = trial.growth.map_or(wanted, |growth| height * growth);
                right = Some((step, trial));
            }
            Some(misfit) => {
                above = Some(step);
                if misfit.overset {
                    overset.push(step)
                } else {
                    looked_poor.push(step)
                }
                // A guess that failed is followed by a bolder one.
                wanted = height * misfit.shrink.powf(boldness);
                boldness += 0.25;
                stride = 1;
                if !misfit.overset && poor.is_none() || step == last && poor.is_none() {
                    poor = Some((step, trial));
                }
            }
        }
    }
    // Poor pages come and go: what looks poor at one setting may look well at a larger one.
    let found = right.as_ref().or(poor.as_ref().filter(|(_, trial)| !trial.is_overset()));
    let from = found.map_or(0, |(step, _)| *step);
    for step in (from.saturating_sub(STEPS_UP)..from).rev() {
        if overset.contains(&step) {
            break;
        }
        if looked_poor.contains(&step) {
            continue;
        }
        runs += 1;
        let trial = run(step)?;
        match trial.misfit {
            None => right = Some((step, trial)),
            Some(misfit) if misfit.overset => break,
            Some(_) => {}
        }
    }
    let (step, trial) = match right.or(poor) {
        Some(found) => found,
        None => (last, run(last)?),
    };
    Ok(Fitted { step, trial, runs })
}

/// How high the text of panels that hold it could be, as a multiple of its height; `None` of pages, which tell little.
fn growth(areas: &[TextArea], extent: Extent) -> Option<f64> {
    let fullest = fullest(areas);
    (matches!(extent, Extent::Panels(_)) && fullest > 0.0).then(|| 1.0 / fullest)
}

/// How full the fullest of some areas is.
fn fullest(areas: &[TextArea]) -> f64 {
    areas.iter().map(|area| area.panel.fill).fold(0.0, f64::max)
}

/// What is wrong with laid-out pages.
pub(super) fn misfit(areas: &[TextArea], extent: Extent) -> Option<Misfit> {
    match extent {
        Extent::Panels(_) => {
            let fullest = fullest(areas);
            (fullest > 1.0).then(|| Misfit { shrink: 1.0 / fullest, overset: true })
        }
        Extent::Pages { at_most, .. } => misfit_of_pages(areas, at_most),
    }
}

/// A section can be a page shorter if its text comes down by what its last page holds.
fn misfit_of_pages(areas: &[TextArea], at_most: Option<usize>) -> Option<Misfit> {
    let mut shares: Vec<f64> = Vec::new();
    let mut emptiest = f64::INFINITY;
    for section in areas.chunk_by(|one, other| one.panel.section == other.panel.section) {
        let [full @ .., last] = section else { continue };
        let share = full.len() as f64 / (full.len() as f64 + last.panel.fill);
        if !full.is_empty() && !last.notes {
            shares.push(share);
        }
        // A page before a break of the section's own: a few lines less will do.
        let nearly = section.iter().filter(|area| !area.notes && area.panel.fill < NEARLY_EMPTY);
        emptiest =
            nearly.map(|area| if area == last { share } else { 0.98 }).fold(emptiest, f64::min);
    }
    // Of the pages for notes one is wanted; the others come and go by themselves.
    let notes = areas.iter().filter(|area| area.notes).count();
    let needed = areas.len() - notes + usize::from(notes > 0);
    let over = at_most.map_or(0, |most| needed.saturating_sub(most));
    shares.sort_by(|one, other| other.total_cmp(one));
    let saved = (over > 0).then(|| shares.get(over - 1).copied().unwrap_or(0.9));
    let shrink = saved.unwrap_or(f64::INFINITY).min(emptiest);
    if shrink.is_infinite() {
        return None;
    }
    // What is kept whole moves all at once: half as much again must go as the last page holds. Of many pages less must go, as
    // those before them become shorter too (tried on the shipped brochure).
    let power = match over {
        0 | 1 => 1.5,
        2 => 1.0,
        _ => 0.75,
    };
    Some(Misfit { shrink: shrink.min(0.999).powf(power), overset: over > 0 })
}

#[cfg(test)]
mod tests {
    use feuillet_units::Pt;
    use typst_layout::PagedDocument;

    use super::{Fitted, Misfit, Trial, find, misfit_of_pages};
    use crate::load::Setting;
    use crate::typeset::text_areas::{OVER_A_PAGE, Panel, TextArea};
    use crate::typeset::view::Rect;

    fn settings() -> Vec<Setting> {
        let size = |step: u32| Pt(10.0 - 0.1 * f64::from(step));
        let row = |step| Setting { size: size(step), leading: 1.4, paragraph: 0.7, block: 1.0 };
        (0..=10).map(row).collect()
    }

    fn trial(misfit: Option<Misfit>, growth: Option<f64>) -> Trial {
        let document = PagedDocument::new(Default::default(), Default::default());
        Trial { document, areas: Vec::new(), warnings: Vec::new(), misfit, growth }
    }

    /// Runs a search with a trial for each step, and gives what was found and the steps that were tried.
    fn search_with(start: usize, trial: impl Fn(usize) -> Trial) -> (Fitted, Vec<usize>) {
        let mut tried = Vec::new();
        let found = find(&settings(), start, |step| {
            tried.push(step);
            Ok(trial(step))
        });
        (found.unwrap(), tried)
    }

    /// Runs a search in which a step has `misfit(step)`, and what fits tells nothing.
    fn search_from(start: usize, misfit: impl Fn(usize) -> Option<Misfit>) -> (Fitted, Vec<usize>) {
        search_with(start, |step| trial(misfit(step), None))
    }

    fn search(misfit: impl Fn(usize) -> Option<Misfit>) -> (Fitted, Vec<usize>) {
        search_from(0, misfit)
    }

    fn overset(shrink: f64) -> Option<Misfit> {
        Some(Misfit { shrink, overset: true })
    }

    #[test]
    fn what_fits_at_once_takes_one_run() {
        let (found, tried) = search(|_| None);
        assert_eq!((found.step, tried), (0, vec![0]));
    }

    #[test]
    fn the_next_larger_setting_does_not_fit() {
        for needed in 1..=10 {
            let shrink = |step: usize| settings()[needed].height() / settings()[step].height();
            let misfit = |step| if step < needed { overset(shrink(step)) } else { None };
            let (found, tried) = search(misfit);
            assert_eq!(found.step, needed);
            assert!(tried.contains(&(needed - 1)), "{needed}: {tried:?}");
            assert!(tried.len() <= 4, "{needed}: {tried:?}");
        }
    }

    #[test]
    fn a_search_that_begins_where_another_ended_comes_to_the_same() {
        for needed in 0..=10 {
            let shrink = |step: usize| settings()[needed].height() / settings()[step].height();
            let misfit = |step| if step < needed { overset(shrink(step)) } else { None };
            for start in 0..=10 {
                let (found, tried) = search_from(start, misfit);
                assert_eq!(found.step, needed, "from {start}: {tried:?}");
            }
            let (_, tried) = search_from(needed, misfit);
            assert!(tried.len() <= 2, "{tried:?}");
        }
    }

    #[test]
    fn what_fits_tells_how_much_larger_it_could_be() {
        for needed in 0..=10 {
            // The text is as high as its room at the step that is needed.
            let fill = |step: usize| settings()[step].height() / settings()[needed].height();
            let at = |step: usize| match step < needed {
                true => trial(overset(1.0 / fill(step)), None),
                false => trial(None, Some(1.0 / fill(step))),
            };
            for start in 0..=10 {
                let (found, tried) = search_with(start, at);
                assert_eq!(found.step, needed, "from {start}: {tried:?}");
                assert!(tried.len() <= 4, "{needed} from {start}: {tried:?}");
            }
            let (_, tried) = search_with(10, at);
            assert!(tried.len() <= 3, "{needed}: {tried:?}");
        }
    }

    #[test]
    fn a_guess_that_was_far_too_small_is_left_in_growing_steps() {
        // The first run asks for far too much.
        let misfit = |step| (step < 3).then_some(Misfit { shrink: 0.5, overset: true });
        let (found, tried) = search(misfit);
        assert_eq!((found.step, tried), (3, vec![0, 10, 9, 7, 3, 1, 2]));
    }

    #[test]
    fn what_never_fits_ends_at_the_least_setting() {
        let (found, _) = search(|_| overset(0.5));
        assert_eq!((found.step, found.trial.misfit), (10, overset(0.5)));
    }

    #[test]
    fn pages_that_look_poor_in_between_hide_no_larger_setting() {
        let poor = Some(Misfit { shrink: 0.99, overset: false });
        // Text has room from 3 on; from 5 to 7 a page is nearly empty.
        let misfit = |step| match step {
            0..=2 => overset(0.95),
            5..=7 => poor,
            _ => None,
        };
        for start in 0..=10 {
            let (found, tried) = search_from(start, misfit);
            assert_eq!(found.step, 3, "from {start}: {tried:?}");
            assert!(tried.len() <= 10, "{tried:?}");
        }
        // Poor down to the least.
        let (found, _) = search(|step| match step {
            0..=1 => overset(0.9),
            2..=3 => None,
            _ => poor,
        });
        assert_eq!(found.step, 2);
    }

    #[test]
    fn poor_pages_are_better_than_text_without_room() {
        let poor = Misfit { shrink: 0.99, overset: false };
        let (found, _) = search(|step| if step < 3 { overset(0.97) } else { Some(poor) });
        assert!(
            (3..10).contains(&found.step) && found.trial.misfit == Some(poor),
            "{}",
            found.step
        );
    }

    #[test]
    fn what_goes_on_to_another_page_shows_at_first_sight() {
        let is_plain = |shrink, overset| Misfit { shrink, overset }.is_plain();
        assert!(is_plain(1.0 / OVER_A_PAGE, true));
        assert!(!is_plain(0.999, true) && !is_plain(0.5, false));
    }

    #[test]
    fn the_more_pages_are_too_many_the_less_each_must_give() {
        let area = |section: usize, page: usize, fill: f64| TextArea {
            panel: Panel { section: section.to_string(), number: page, pages: 1, fill },
            page,
            last_page: page,
            area: Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 },
            used: fill * 100.0,
            empty: false,
            callouts: Vec::new(),
            ruled: false,
            notes: false,
        };
        // Six sections of a full page and half of one.
        let two_pages = |section| [area(section, 1, 1.0), area(section, 2, 0.5)];
        let areas: Vec<TextArea> = (0..6).flat_map(two_pages).collect();
        let shrink = |at_most| misfit_of_pages(&areas, Some(at_most)).unwrap().shrink;
        assert!(misfit_of_pages(&areas, Some(12)).is_none());
        assert!(shrink(11) < shrink(10) && shrink(10) < shrink(9), "{}", shrink(10));
        assert_eq!(shrink(10), 1.0 / 1.5);
    }
}
