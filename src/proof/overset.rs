//! Turns pages into a remark for each page onto which a panel runs over.

use crate::proof::input::Remark;
use crate::typeset::Pages;
use crate::typeset::checks::OVERSET;
use crate::typeset::view::{Item, Rect};

/// Finds what did not fit into its panel: it stands on pages of its own, after the panel's.
#[must_use]
pub(crate) fn overset(pages: &Pages) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut page = 0;
    for panel in &pages.panels {
        let taken = panel.pages;
        for extra in pages.view.pages.iter().skip(page + 1).take(taken - 1) {
            let texts = extra.items.iter().filter_map(|item| match item {
                Item::Text(text) if text.origin.is_some() => Some(text.area),
                _ => None,
            });
            let Some(area) = texts.reduce(Rect::with) else { continue };
            remarks.push(Remark {
                check: OVERSET.to_owned(),
                words: format!(
                    "this page does not exist: panel {} (`{}`) is {:.0} % full",
                    panel.number,
                    panel.section,
                    panel.fill * 100.0
                ),
                page: extra.number,
                area,
            });
        }
        page += taken;
    }
    remarks
}
