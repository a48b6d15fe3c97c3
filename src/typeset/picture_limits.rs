//! Turns panels that run over into widths at which the figures in them leave the text its room.

use std::collections::BTreeMap;

use feuillet_units::Pt;

use crate::typeset::fit::Trial;
use crate::typeset::text_areas::{Figure, TextArea, figures};

/// A figure is made no smaller than this share of its size for the sake of text: then it is the text that is too long.
const LEAST: f64 = 0.25;

/// Narrower than this, in points, no figure is made: 10 mm.
const NARROWEST: f64 = 28.35;

/// What figures give beyond what is needed, in points: lines break anew around them.
const SPARE: f64 = 1.0;

/// The widths of pictures, by path, with which panels that run over have room; `None` if figures can't bring that about.
/// `known` are those that hold already.
pub(super) fn smaller(trial: &Trial, known: &BTreeMap<String, Pt>) -> Option<BTreeMap<String, Pt>> {
    let over: Vec<&TextArea> =
        trial.areas.iter().filter(|area| area.last_page > area.page).collect();
    if over.is_empty() {
        return None;
    }
    let figures = figures(&trial.document);
    let mut limits = known.clone();
    for area in over {
        let own: Vec<&Figure> = figures
            .iter()
            .filter(|figure| (area.page..=area.last_page).contains(&figure.page))
            .collect();
        let height: f64 = own.iter().map(|figure| figure.size.1).sum();
        let needed = area.used - (area.area.bottom - area.area.top) + SPARE;
        let share = 1.0 - needed / height;
        for figure in own {
            let width = figure.size.0 * share;
            // A NaN, of no figures, is no share either.
            if share >= LEAST && width >= NARROWEST {
                limits.insert(figure.path.clone(), Pt(width));
            }
        }
    }
    (limits != *known).then_some(limits)
}
