//! Compares how a translation ends with how its source does.

use crate::lint::Found;
use crate::lint::ending::{Ending, closes, ending};
use crate::lint::pair::Pair;
use crate::lint::rules::ENDING;

/// Languages that write sentences and questions without a sign at the end.
const WITHOUT_SIGNS: [&str; 2] = ["th", "lo"];

/// Whether a translation may end so where its source ends as `wanted`.
fn fits(own: Ending, wanted: Ending) -> bool {
    match (own, wanted) {
        _ if own == wanted => true,
        (Ending::Named, _) | (_, Ending::Named) => true,
        // "Ask if you may come" is "Ask: may I come?" elsewhere, and many titles are questions in one language alone.
        (Ending::Question, Ending::Stop | Ending::Bare) => true,
        // What follows can be announced.
        (Ending::Open, Ending::Stop) => true,
        _ => false,
    }
}

/// Finds a wording that ends as none of the source does.
pub(super) fn check(pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Some(source) = pair.source else { return };
    let language = pair.language.family();
    if WITHOUT_SIGNS.contains(&language) {
        return;
    }
    for wording in &pair.own {
        let own = ending(&wording.text, language);
        if source.endings.iter().any(|wanted| fits(own, *wanted)) {
            continue;
        }
        let Some(wanted) = source.endings.first() else { continue };
        let end = wording.text.trim_end_matches(closes);
        let Some((at, last)) = end.char_indices().next_back() else { continue };
        let Some(place) = wording.span(at..at + last.len_utf8()) else { continue };
        let message =
            format!("`{}` ends with {}, its source with {}", pair.id, own.noun(), wanted.noun());
        let hint = match wanted {
            Ending::Bare => "take the sign out, or see whether the source goes on",
            _ => "write the sign that the language has for it, or see whether the end is missing",
        };
        found.push(Found::new(ENDING, ENDING, message, &place).hint(hint));
        return;
    }
}
