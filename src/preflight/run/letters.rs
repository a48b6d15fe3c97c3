//! Turns a run of glyphs into an item, with what it stands on, and its ink.

use std::sync::Arc;

use tiny_skia::{Path, PathBuilder, Transform};

use crate::geometry::{Matrix, Rect};
use crate::page::Blending;
use crate::page::{Item, ItemKind, Text};
use crate::plates::Source;
use crate::run::caches::UsedFont;
use crate::run::interpreter::Interpreter;
use crate::run::painting::{quadrangle, shaded};
use crate::run::state::Colour;

/// The share of an area that has one colour where text is said to stand on it.
const PLAIN_GROUND: f64 = 0.8;

/// The letters of one showing operator, while they are set.
pub(super) struct GlyphRun {
    pub(super) used: Arc<UsedFont>,
    pub(super) codes: Vec<u32>,
    pub(super) text: String,
    pub(super) area: Option<Rect>,
    /// The glyphs that have outlines, each with the way from thousandths of its size to the page.
    pub(super) glyphs: Vec<(u32, Matrix)>,
}

impl GlyphRun {
    /// Its outlines on the page, as one path.
    fn outlines(&self) -> Option<Path> {
        let mut outlines = PathBuilder::new();
        for (code, matrix) in &self.glyphs {
            // A millionth of a point is lost.
            let [a, b, c, d, e, f] = matrix.0.map(|part| part as f32);
            let placed = self.used.outline(*code).and_then(|outline| {
                (*outline).clone().transform(Transform::from_row(a, b, c, d, e, f))
            });
            if let Some(placed) = placed {
                outlines.push_path(&placed);
            }
        }
        outlines.finish()
    }

    /// Whether its letters are contents themselves, which are run where they stand.
    fn is_drawn(&self) -> bool {
        !self.used.font.procedures.is_empty()
    }

    /// Its outlines, or the frame around it where the font is not understood.
    fn shape(&self, area: Rect) -> Option<Path> {
        self.outlines().or_else(|| quadrangle(area, Matrix::IDENTITY))
    }
}

/// What letters stand on.
#[derive(Default)]
struct Backdrop {
    /// The colour under them and their own, in sRGB, where the background is plain and light is measured.
    colours: Option<([u8; 3], [u8; 3])>,
    on_ink: bool,
    on_colour: bool,
}

impl Interpreter<'_> {
    /// Paints letters in the way that is set (ISO 32000-1, table 106).
    pub(super) fn paint_letters(&mut self, run: GlyphRun) {
        let rendering = self.state.text.rendering;
        let size = {
            let [_, _, c, d, ..] = self.letter_matrix().0;
            c.hypot(d)
        };
        if rendering >= 4
            && let Some(outlines) = run.outlines()
        {
            self.text_clip.get_or_insert_with(PathBuilder::new).push_path(&outlines);
        }
        let clip = self.state.clip.area();
        let Some(area) = run.area.and_then(|area| area.shared(clip)) else { return };
        // Mode 1 and 5 stroke only.
        let stroked = matches!(rendering, 1 | 5);
        let colour = if stroked { &self.state.stroke } else { &self.state.fill }.clone();
        let blend = self.state.blending(stroked);
        let is_painted = !matches!(rendering, 3 | 7) && !run.is_drawn();
        let mut backdrop = Backdrop::default();
        let mut paint = Interpreter::paint(&colour);
        if is_painted {
            backdrop = self.backdrop(area, &colour, &blend);
            match &colour.pattern {
                None => self.ink_letters(&run, area, &colour, &blend, backdrop.on_ink),
                Some(pattern) => {
                    let letters = run.shape(area);
                    let clip = letters
                        .map(|letters| self.state.clip.and(self.canvas.as_ref(), &letters, false));
                    let shading = clip
                        .and_then(|clip| self.run_pattern(pattern, &colour, &clip, area, stroked));
                    if let Some(shading) = shading {
                        paint = shaded(&shading, &paint);
                    }
                }
            }
        }
        // Letters that are filled and stroked: programs make them bolder so.
        let line = (is_painted && matches!(rendering, 2 | 6)).then(|| run.shape(area));
        self.add_item(Item {
            kind: ItemKind::Text(Text {
                font: Arc::clone(&run.used.font),
                size,
                line: self.state.line_width(),
                rendering,
                codes: run.codes,
                text: run.text,
                background: backdrop.colours.map(|(background, _)| background),
                srgb: backdrop.colours.map(|(_, srgb)| srgb),
                on_colour: backdrop.on_colour,
            }),
            area,
            paint,
            blend,
            content: self.content(),
            form: self.frame().form,
        });
        if let Some(letters) = line.flatten() {
            self.stroke(&letters);
        }
    }

    /// What letters of a colour will stand on.
    fn backdrop(&self, area: Rect, colour: &Colour, blend: &Blending) -> Backdrop {
        let Some(canvas) = &self.canvas else { return Backdrop::default() };
        let on_ink = !canvas.is_blank(area);
        let on_colour = on_ink && !canvas.is_colourless(area);
        let plain = colour.pattern.is_none().then(|| canvas.under(area)).flatten();
        let background =
            plain.filter(|(_, share)| *share >= PLAIN_GROUND).map(|(background, _)| background);
        let colours =
            background.map(|background| (background, self.srgb_on(background, colour, blend)));
        Backdrop { colours, on_ink, on_colour }
    }

    /// The colour that is seen of letters on a background. Those with a line around them are read by what differs more.
    fn srgb_on(&self, background: [u8; 3], colour: &Colour, blend: &Blending) -> [u8; 3] {
        let press = &self.env.press;
        let fill = mixed(background, press.srgb(&colour.space, &colour.components), blend);
        let line = &self.state.stroke;
        if !matches!(self.state.text.rendering, 2 | 6) || line.pattern.is_some() {
            return fill;
        }
        let line = press.srgb(&line.space, &line.components);
        let apart = |colour: [u8; 3]| -> u32 {
            let components = colour.into_iter().zip(background);
            components.map(|(one, other)| u32::from(one.abs_diff(other))).sum()
        };
        if apart(line) > apart(fill) { line } else { fill }
    }

    /// Puts the ink of letters on the plates.
    fn ink_letters(
        &mut self,
        run: &GlyphRun,
        area: Rect,
        colour: &Colour,
        blend: &Blending,
        on_ink: bool,
    ) {
        let Some(canvas) = &mut self.canvas else { return };
        let source = Source::Plain { space: &colour.space, components: &colour.components };
        // What knocks out, or stands on white, has its own ink and no other: a line through it tells as much as its outlines,
        // and its frame where that is too much.
        let knocks_out = !blend.overprint && blend.opacity >= 1.0 && &*blend.mode == "Normal";
        if on_ink && !knocks_out {
            if let Some(outlines) = run.outlines() {
                canvas.glyphs(&outlines, &self.state.clip, &source, blend);
            }
            return;
        }
        let ink: f32 = self.env.press.coverage(&colour.space, &colour.components).inks.iter().sum();
        let middle = (area.y0 + area.y1) / 2.0;
        let line = Rect { y0: middle, y1: middle, ..area };
        let too_much = f64::from(ink) * 100.0 > self.env.ink_limit;
        canvas.frame(if too_much { area } else { line }, &self.state.clip, &source, blend);
    }
}

/// The colour that is seen of one that is laid on a background, in sRGB.
fn mixed(background: [u8; 3], colour: [u8; 3], blend: &Blending) -> [u8; 3] {
    let mut seen = colour;
    for (seen, background) in seen.iter_mut().zip(background) {
        let (own, under) = (f32::from(*seen), f32::from(background));
        let own = if &*blend.mode == "Multiply" { own * under / 255.0 } else { own };
        // A share of two bytes is a byte.
        let mixed = (under + blend.opacity.clamp(0.0, 1.0) * (own - under)).round() as u8;
        *seen = mixed;
    }
    seen
}
