//! Turns figures into the words of findings.

use crate::geometry::Rect;

/// A length in points, in millimetres with at most two decimals: "2.5 mm".
pub(super) fn mm(points: f64) -> String {
    format!("{} mm", figure(points * 25.4 / 72.0, 2))
}

/// A length in points: "0.2 pt".
pub(super) fn pt(points: f64) -> String {
    format!("{} pt", figure(points, 2))
}

/// The size of an area in points, in millimetres: "148 x 210 mm".
pub(super) fn size(area: Rect) -> String {
    let figure = |points: f64| figure(points * 25.4 / 72.0, 1);
    format!("{} x {} mm", figure(area.width()), figure(area.height()))
}

/// A figure with so many decimals at most.
pub(super) fn figure(figure: f64, decimals: usize) -> String {
    let written = format!("{figure:.decimals$}");
    if !written.contains('.') {
        return written;
    }
    let written = written.trim_end_matches('0').trim_end_matches('.');
    if written == "-0" { "0".to_owned() } else { written.to_owned() }
}

/// A text, cut to a length that can be shown.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = text.trim();
    let mut shown: String =
        text.chars().take(LONGEST).filter(|letter| !letter.is_control()).collect();
    if text.chars().count() > LONGEST {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{figure, mm, shown, size};
    use crate::geometry::Rect;

    #[test]
    fn figures_have_no_more_decimals_than_they_need() {
        assert_eq!(mm(72.0), "25.4 mm");
        assert_eq!(mm(8.504), "3 mm");
        assert_eq!(figure(300.0, 0), "300");
        assert_eq!(figure(-0.001, 2), "0");
        assert_eq!(size(Rect::new(0.0, 0.0, 419.528, 595.276)), "148 x 210 mm");
        assert_eq!(shown(&"x".repeat(50)).chars().count(), 41);
    }
}
