//! Pages for all profiles in; the same pages as one profile paints them out.
//!
//! The templates mark a paint that not all profiles show by its alpha (`base.typ`): what stands only where ink is spared,
//! what is nothing or white there, text that is white on a full ground, and the rules under links. Nothing on a painted page is transparent.

use std::collections::HashMap;

use feuillet_colour::Colour;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Ratio, Sides};
use typst::model::Document as _;
use typst::visualize::{Cmyk, Color, Curve, Paint, ProcessColor};
use typst_layout::{Page, PagedDocument};

use crate::load::Profile;

/// What a paint is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Ground,
    Line,
    Text,
}

/// The alphas by which the templates mark a paint.
const ONLY_SPARED: u8 = 1;
const REVERSED: u8 = 2;
const ONLY_LINKED: u8 = 252;
const ONLY_FULL: u8 = 253;
const WHITE_IF_SPARED: u8 = 254;

/// The document in the paints of the screen, or of an office printer where ink is spared. Links are placed by the page's
/// trim, which is right only without bleed: pages lose it, and what is drawn there lies beyond their edge.
pub(super) fn for_screen(document: &PagedDocument, profile: Profile) -> PagedDocument {
    let chosen = |paint: &Color, role: Use| choose(paint, role, profile);
    painted(document, false, &chosen)
}

/// The document in the inks of the press: each colour of the theme, and each tint or shade of it, as the theme prints it.
/// Pages keep their bleed. Other colours, such as those of pictures, are converted by [`crate::export`].
pub(super) fn for_press(document: &PagedDocument, palette: &[Colour]) -> PagedDocument {
    let inks = Inks::of(palette);
    painted(document, true, &|paint: &Color, role: Use| {
        choose(paint, role, Profile::Print).map(|paint| inks.get(&paint).unwrap_or(paint))
    })
}

/// The paint of a profile; `None` if it shows nothing there.
fn choose(paint: &Color, role: Use, profile: Profile) -> Option<Color> {
    let Color::Process(ProcessColor::Rgb(_)) = paint else { return Some(paint.clone()) };
    let opaque = || Some(paint.clone().with_alpha(1.0));
    let paper = || Some(Color::from_u8(255, 255, 255, 255));
    match (paint.to_vec4_u8()[3], profile.spares_ink()) {
        (ONLY_LINKED, _) => opaque().filter(|_| !profile.is_on_paper()),
        (ONLY_SPARED, false) => None,
        (REVERSED, false) => paper(),
        (WHITE_IF_SPARED, true) if role == Use::Ground => paper(),
        (ONLY_FULL | WHITE_IF_SPARED, true) => None,
        (ONLY_SPARED | REVERSED, true) | (ONLY_FULL | WHITE_IF_SPARED, false) => opaque(),
        _ => Some(paint.clone()),
    }
}

/// Colours of the press by those of the screen.
struct Inks(HashMap<[u16; 3], Color>);

impl Inks {
    /// The colours of a theme, and all tints and shades in steps of a hundredth, made as Typst makes them.
    fn of(palette: &[Colour]) -> Inks {
        let mut inks = HashMap::new();
        let paper = Colour { screen: [255; 3], print: [0.0; 4] };
        for colour in palette.iter().chain([&paper]) {
            let [red, green, blue] = colour.screen;
            let Color::Process(screen) = Color::from_u8(red, green, blue, 255) else { continue };
            // Percentages have few digits.
            #[allow(clippy::cast_possible_truncation)]
            let [c, m, y, k] = colour.print.map(|part| (part / 100.0) as f32);
            let press = ProcessColor::Cmyk(Cmyk { c, m, y, k });
            for percent in 0..=100 {
                let share = Ratio::new(f64::from(percent) / 100.0);
                for (screen, press) in [
                    (screen.lighten(share), press.lighten(share)),
                    (screen.darken(share), press.darken(share)),
                ] {
                    inks.entry(key(&screen.into())).or_insert_with(|| press.into());
                }
            }
        }
        Inks(inks)
    }

    fn get(&self, screen: &Color) -> Option<Color> {
        match screen {
            Color::Process(ProcessColor::Rgb(_)) => self.0.get(&key(screen)).cloned(),
            _ => None,
        }
    }
}

/// What tells a colour from others: its parts in steps that are finer than those of any tint.
fn key(colour: &Color) -> [u16; 3] {
    let [red, green, blue, _] = colour.to_vec4();
    // A part of 0 to 1 is one of 0 to 65535.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    [red, green, blue].map(|part| (part.clamp(0.0, 1.0) * 65535.0).round() as u16)
}

/// A document whose paints are chosen anew, with or without its bleed.
fn painted(
    document: &PagedDocument,
    keep_bleed: bool,
    choose: &dyn Fn(&Color, Use) -> Option<Color>,
) -> PagedDocument {
    let pages = document.pages().iter().map(|page| {
        let mut frame = page.frame.clone();
        paint_frame(&mut frame, choose);
        if keep_bleed {
            return Page { frame, ..page.clone() };
        }
        Page { frame: trimmed(frame), bleed: Sides::default(), ..page.clone() }
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}

/// A page whose backgrounds end at its edge.
fn trimmed(mut frame: Frame) -> Frame {
    let size = frame.size();
    let whole = std::mem::replace(&mut frame, Frame::hard(size));
    for (position, item) in whole.items() {
        let beyond = position.x < Abs::zero() || position.y < Abs::zero();
        if beyond && matches!(item, FrameItem::Group(_)) {
            let mut inner = Frame::hard(size);
            inner.push(*position, item.clone());
            let mut group = GroupItem::new(inner);
            group.clip = Some(Curve::rect(size));
            frame.push(Point::zero(), FrameItem::Group(group));
        } else {
            frame.push(*position, item.clone());
        }
    }
    frame
}

/// Chooses the paints of a frame, and takes out what has none.
fn paint_frame(frame: &mut Frame, choose: &dyn Fn(&Color, Use) -> Option<Color>) {
    frame.retain(|item| match item {
        FrameItem::Group(group) => {
            paint_frame(&mut group.frame, choose);
            true
        }
        FrameItem::Text(text) => {
            if let Some(stroke) = &mut text.stroke
                && !paint(&mut stroke.paint, Use::Line, choose)
            {
                text.stroke = None;
            }
            paint(&mut text.fill, Use::Text, choose)
        }
        FrameItem::Shape(shape, _) => {
            if let Some(fill) = &mut shape.fill
                && !paint(fill, Use::Ground, choose)
            {
                shape.fill = None;
            }
            if let Some(stroke) = &mut shape.stroke
                && !paint(&mut stroke.paint, Use::Line, choose)
            {
                shape.stroke = None;
            }
            shape.fill.is_some() || shape.stroke.is_some()
        }
        FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => true,
    });
}

/// Chooses one paint; false if nothing stands there. Gradients and patterns stay as they are.
fn paint(paint: &mut Paint, role: Use, choose: &dyn Fn(&Color, Use) -> Option<Color>) -> bool {
    let Paint::Solid(colour) = paint else { return true };
    match choose(colour, role) {
        Some(chosen) => {
            *paint = Paint::Solid(chosen);
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use feuillet_colour::Colour;
    use typst::layout::Ratio;
    use typst::visualize::{Color, ProcessColor};

    use super::{
        Inks, ONLY_FULL, ONLY_LINKED, ONLY_SPARED, REVERSED, Use, WHITE_IF_SPARED, choose,
    };
    use crate::load::Profile;

    const PLUM: Colour = Colour { screen: [0x4b, 0x2a, 0x63], print: [80.0, 95.0, 20.0, 20.0] };

    fn marked(alpha: u8) -> Color {
        Color::from_u8(0x4b, 0x2a, 0x63, alpha)
    }

    #[test]
    fn a_marked_paint_is_shown_by_the_profiles_that_it_is_for() {
        let (plum, white) = (marked(255), Color::from_u8(255, 255, 255, 255));
        let cases = [
            (ONLY_SPARED, Use::Line, None, Some(&plum)),
            (ONLY_FULL, Use::Ground, Some(&plum), None),
            (WHITE_IF_SPARED, Use::Ground, Some(&plum), Some(&white)),
            (ONLY_FULL, Use::Text, Some(&plum), None),
            (REVERSED, Use::Text, Some(&white), Some(&plum)),
            (255, Use::Ground, Some(&plum), Some(&plum)),
        ];
        for (alpha, role, full, spared) in cases {
            let chosen = |profile| choose(&marked(alpha), role, profile);
            assert_eq!(chosen(Profile::Screen).as_ref(), full, "{alpha} {role:?}");
            assert_eq!(chosen(Profile::Print).as_ref(), full, "{alpha} {role:?}");
            assert_eq!(chosen(Profile::Office).as_ref(), spared, "{alpha} {role:?}");
        }
    }

    #[test]
    fn the_rule_under_a_link_is_not_printed() {
        let rule = |profile| choose(&marked(ONLY_LINKED), Use::Line, profile);
        assert_eq!(rule(Profile::Screen), Some(marked(255)));
        assert_eq!(rule(Profile::Proof), Some(marked(255)));
        assert_eq!((rule(Profile::Print), rule(Profile::Office)), (None, None));
    }

    #[test]
    fn a_tint_of_the_screen_is_the_same_tint_in_print() {
        let inks = Inks::of(&[PLUM]);
        let Color::Process(plum) = marked(255) else { panic!() };
        for percent in [0.0, 22.0, 40.0, 88.0] {
            let tint = plum.lighten(Ratio::new(percent / 100.0));
            let Some(Color::Process(ProcessColor::Cmyk(ink))) = inks.get(&tint.into()) else {
                panic!("{percent}")
            };
            for (part, whole) in [ink.c, ink.m, ink.y, ink.k].into_iter().zip(PLUM.print) {
                let wanted = whole / 100.0 * (1.0 - percent / 100.0);
                assert!((f64::from(part) - wanted).abs() < 1e-5, "{percent}: {ink:?}");
            }
        }
        assert_eq!(inks.get(&Color::from_u8(1, 2, 3, 255)), None, "no colour of the theme");
    }
}
