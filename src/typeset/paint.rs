//! Turns pages for all profiles into the same pages as one profile paints them.
//!
//! The templates mark a paint that not all profiles show by its [alpha](crate::compose::protocol::alpha): what stands only where ink is saved, what is
//! nothing or white there, text that is white on a full background, and the rules under links. Nothing on a painted page is
//! transparent.

use feuillet_colour::{EXACT, Tints};
use typst::foundations::Bytes;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Sides};
use typst::model::Document as _;
use typst::visualize::{
    Cmyk, Color, Curve, ExchangeFormat, Image, ImageKind, Paint, ProcessColor, RasterImage,
};
use typst_layout::{Page, PagedDocument};

use crate::compose::Composition;
use crate::compose::protocol::alpha::{
    ONLY_FULL, ONLY_INK_SAVING, ONLY_LINKED, REVERSED, WHITE_IF_INK_SAVING,
};
use crate::load::Profile;

/// What a paint is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Ground,
    Line,
    Text,
}

/// Paints pages as a profile does, one by one.
pub(super) struct Painter<'a> {
    profile: Profile,
    /// The inks of the theme, and the composition that names the pictures in ink; `None` on the screen and where ink is saved.
    press: Option<(Tints, &'a Composition)>,
}

impl<'a> Painter<'a> {
    /// In the paints of the screen, or of an office printer where ink is saved. Links are placed by the page's trim, which is
    /// right only without bleed: pages lose it, and what is drawn there lies beyond their edge.
    fn screen(profile: Profile) -> Painter<'a> {
        Painter { profile, press: None }
    }

    /// In the inks of the press: each colour of the theme, and each tint or shade of it, as the theme prints it. Pages keep
    /// their bleed. Pictures in ink stand as they are; other colours are converted by [`crate::export`].
    fn press(composition: &'a Composition) -> Painter<'a> {
        let press = Some((Tints::new(&composition.palette), composition));
        Painter { profile: Profile::Print, press }
    }

    /// As a profile paints the pages of a composition.
    pub(super) fn new(profile: Profile, composition: &'a Composition) -> Painter<'a> {
        match profile {
            Profile::Print => Painter::press(composition),
            profile => Painter::screen(profile),
        }
    }

    /// A page in these paints.
    pub(super) fn page(&self, page: &Page) -> Page {
        let mut frame = page.frame.clone();
        let Some((tints, composition)) = &self.press else {
            paint_frame(&mut frame, &|paint, role| choose(paint, role, self.profile));
            return Page { frame: trimmed(frame), bleed: Sides::default(), ..page.clone() };
        };
        paint_frame(&mut frame, &|paint, role| {
            choose(paint, role, self.profile).map(|paint| ink(tints, &paint).unwrap_or(paint))
        });
        if composition.pictures.values().any(|picture| picture.press.is_some()) {
            give_press_pictures(&mut frame, composition);
        }
        Page { frame, ..page.clone() }
    }

    fn document(&self, document: &PagedDocument) -> PagedDocument {
        let pages = document.pages().iter().map(|page| self.page(page));
        PagedDocument::new(pages.collect(), document.info().clone())
    }
}

/// The document in the paints of the screen, or of an office printer.
pub(super) fn for_screen(document: &PagedDocument, profile: Profile) -> PagedDocument {
    Painter::screen(profile).document(document)
}

/// The document in the inks of the press.
pub(super) fn for_press(document: &PagedDocument, composition: &Composition) -> PagedDocument {
    Painter::press(composition).document(document)
}

/// Puts the pictures in ink in place of what stands for them on the screen.
fn give_press_pictures(frame: &mut Frame, composition: &Composition) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => give_press_pictures(&mut group.frame, composition),
            FrameItem::Image(image, ..) => {
                if let Some(own) = press_picture(image, composition) {
                    *image = own;
                }
            }
            _ => {}
        }
        true
    });
}

/// The picture that the press is given instead of another.
fn press_picture(image: &Image, composition: &Composition) -> Option<Image> {
    let ImageKind::Raster(raster) = image.kind() else { return None };
    let path = composition.picture_of(raster.data().as_slice())?;
    let bytes = composition.pictures.get(path)?.press.as_ref()?;
    // It was decoded when the brochure was loaded.
    let own = RasterImage::plain(Bytes::new(bytes.clone()), ExchangeFormat::Jpg).ok()?;
    Some(Image::new(own, image.alt().map(Into::into), image.scaling()))
}

/// The paint of a profile; `None` if it shows nothing there.
fn choose(paint: &Color, role: Use, profile: Profile) -> Option<Color> {
    let Color::Process(ProcessColor::Rgb(_)) = paint else { return Some(paint.clone()) };
    let opaque = || Some(paint.clone().with_alpha(1.0));
    let paper = || Some(Color::from_u8(255, 255, 255, 255));
    match (paint.to_vec4_u8()[3], profile.spares_ink()) {
        (ONLY_LINKED, _) => opaque().filter(|_| !profile.is_on_paper()),
        (ONLY_INK_SAVING, false) => None,
        (REVERSED, false) => paper(),
        (WHITE_IF_INK_SAVING, true) if role == Use::Ground => paper(),
        (ONLY_FULL | WHITE_IF_INK_SAVING, true) => None,
        (ONLY_INK_SAVING | REVERSED, true) | (ONLY_FULL | WHITE_IF_INK_SAVING, false) => opaque(),
        _ => Some(paint.clone()),
    }
}

/// The ink of a screen colour; `None` if it is no tint of the theme's.
fn ink(tints: &Tints, screen: &Color) -> Option<Color> {
    let Color::Process(ProcessColor::Rgb(_)) = screen else { return None };
    let [red, green, blue, _] = screen.to_vec4();
    let [c, m, y, k] = tints.ink([red, green, blue], EXACT)?;
    Some(Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k })))
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
    use feuillet_colour::{Colour, Tints};
    use typst::layout::Ratio;
    use typst::visualize::{Cmyk, Color, ProcessColor};

    use super::{Use, choose, ink};
    use crate::compose::protocol::alpha::{
        ONLY_FULL, ONLY_INK_SAVING, ONLY_LINKED, REVERSED, WHITE_IF_INK_SAVING,
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
            (ONLY_INK_SAVING, Use::Line, None, Some(&plum)),
            (ONLY_FULL, Use::Ground, Some(&plum), None),
            (WHITE_IF_INK_SAVING, Use::Ground, Some(&plum), Some(&white)),
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
    fn a_tint_of_the_screen_is_the_same_tint_in_print_to_the_last_bit() {
        let tints = Tints::new(&[PLUM]);
        let Color::Process(screen) = marked(255) else { panic!() };
        let print = ProcessColor::Cmyk(Cmyk { c: 0.8, m: 0.95, y: 0.2, k: 0.2 });
        for percent in 0..100 {
            let share = Ratio::new(f64::from(percent) / 100.0);
            let lighter = ink(&tints, &screen.lighten(share).into());
            assert_eq!(lighter, Some(print.lighten(share).into()), "{percent}");
            let darker = ink(&tints, &screen.darken(share).into());
            assert_eq!(darker, Some(print.darken(share).into()), "{percent}");
        }
        assert_eq!(ink(&tints, &Color::from_u8(1, 2, 3, 255)), None, "no colour of the theme");
    }
}
