//! Turns the operators that paint and clip paths (ISO 32000-1, tables 60 and 61), and shadings, into items.

use std::sync::Arc;

use lopdf::Object;
use tiny_skia::{Path, PathBuilder};

use crate::file::number_of;
use crate::geometry::{Matrix, Rect};
use crate::page::{Item, ItemKind, Paint};
use crate::plates::{Pen, Source};
use crate::resources::shading::Shading;
use crate::run::interpreter::Interpreter;
use crate::run::tokens::{Operator, operator};

/// How a path is painted.
#[derive(Clone, Copy)]
struct PathPainting {
    close: bool,
    /// By which rule it is filled: even-odd or not.
    fill: Option<bool>,
    stroke: bool,
}

impl<'a> Interpreter<'a> {
    /// Runs an operator that paints or clips a path, or paints a shading; `false` if it is none of those.
    pub(super) fn painting(&mut self, name: Operator, operands: &[Object]) -> bool {
        const fn painting(close: bool, fill: Option<bool>, stroke: bool) -> PathPainting {
            PathPainting { close, fill, stroke }
        }
        const PAINTINGS: [(Operator, PathPainting); 11] = [
            (operator("S"), painting(false, None, true)),
            (operator("s"), painting(true, None, true)),
            (operator("f"), painting(false, Some(false), false)),
            (operator("F"), painting(false, Some(false), false)),
            (operator("f*"), painting(false, Some(true), false)),
            (operator("B"), painting(false, Some(false), true)),
            (operator("B*"), painting(false, Some(true), true)),
            (operator("b"), painting(true, Some(false), true)),
            (operator("b*"), painting(true, Some(true), true)),
            (operator("n"), painting(false, None, false)),
            (operator("sh"), painting(false, None, false)),
        ];
        const CLIP: Operator = operator("W");
        const CLIP_EVEN_ODD: Operator = operator("W*");
        const SHADING: Operator = operator("sh");
        match name {
            CLIP => self.clips = Some(false),
            CLIP_EVEN_ODD => self.clips = Some(true),
            SHADING => self.shading(operands),
            _ => {
                let Some((_, painting)) = PAINTINGS.iter().find(|(known, _)| *known == name) else {
                    return false;
                };
                self.paint_path(*painting);
            }
        }
        true
    }

    fn paint_path(&mut self, painting: PathPainting) {
        let mut builder = std::mem::take(&mut self.path);
        if painting.close {
            builder.close();
        }
        let clips = self.clips.take();
        let Some(path) = builder.finish() else { return };
        if let Some(even_odd) = painting.fill {
            self.fill(&path, even_odd);
        }
        if painting.stroke {
            self.stroke(&path);
        }
        if let Some(even_odd) = clips {
            self.state.clip = self.state.clip.and(self.canvas.as_ref(), &path, even_odd);
        }
    }

    /// Fills a path on the page with the colour that is set.
    pub(super) fn fill(&mut self, path: &Path, even_odd: bool) {
        // A rectangle that is nowhere as wide as a point may still be a line that is seen.
        let whole = bounds(path);
        let Some(area) = whole.shared(self.state.clip.area()) else { return };
        if self.state.clip.area().is_empty() {
            return;
        }
        let colour = self.state.fill.clone();
        let blend = self.state.blending(false);
        let mut paint = Interpreter::paint(&colour);
        if let Some(pattern) = &colour.pattern {
            let clip = self.state.clip.and(self.canvas.as_ref(), path, even_odd);
            let shading = self.run_pattern(pattern, &colour, &clip, area, false);
            if let Some(shading) = shading {
                paint = shaded(&shading, &paint);
            }
        } else if let Some(canvas) = &mut self.canvas {
            let source = Source::Plain { space: &colour.space, components: &colour.components };
            canvas.fill(path, even_odd, &self.state.clip, &source, &blend);
        }
        self.add_item(Item {
            kind: ItemKind::Fill { thickness: whole.width().min(whole.height()) },
            area,
            paint,
            blend,
            content: self.content(),
            form: self.frame().form,
        });
    }

    /// Strokes a path on the page with the colour that is set.
    pub(super) fn stroke(&mut self, path: &Path) {
        let width = self.state.line_width();
        let grown = bounds(path).grown(width / 2.0);
        let Some(area) = grown.shared(self.state.clip.area()) else { return };
        let colour = self.state.stroke.clone();
        let blend = self.state.blending(true);
        let mut paint = Interpreter::paint(&colour);
        let pen = Pen {
            width: self.state.width.abs(),
            cap: self.state.cap,
            join: self.state.join,
            miter: self.state.miter,
            dashes: self.state.dashes.clone(),
            phase: self.state.phase,
            matrix: self.state.matrix,
        };
        if let Some(pattern) = &colour.pattern {
            let outline =
                self.canvas.as_ref().map(|canvas| canvas.outline(path, &pen, &self.state.clip));
            let clip = match &outline {
                Some(Some(outline)) => self.state.clip.and(self.canvas.as_ref(), outline, false),
                _ => self.state.clip.clone(),
            };
            // A line that can't be drawn has no ink.
            if !matches!(outline, Some(None))
                && let Some(shading) = self.run_pattern(pattern, &colour, &clip, area, true)
            {
                paint = shaded(&shading, &paint);
            }
        } else if let Some(canvas) = &mut self.canvas {
            let source = Source::Plain { space: &colour.space, components: &colour.components };
            canvas.stroke(path, &pen, &self.state.clip, &source, &blend);
        }
        self.add_item(Item {
            kind: ItemKind::Stroke { width },
            area,
            paint,
            blend,
            content: self.content(),
            form: self.frame().form,
        });
    }

    fn shading(&mut self, operands: &[Object]) {
        let Some(name) = operands.last().and_then(|name| name.as_name().ok()) else {
            self.wrong_operands(operator("sh"));
            return;
        };
        let Some(object) = self.named("Shading", name) else {
            self.missing("shading", name);
            return;
        };
        let Some(shading) = self.read_shading(object) else {
            self.missing("shading", name);
            return;
        };
        let blend = self.state.blending(false);
        let area = self.state.clip.area();
        if let Some(canvas) = &mut self.canvas {
            let source = Source::Shading { shading: &shading, matrix: self.state.matrix };
            canvas.shade(&self.state.clip, &source, &blend);
        }
        let none =
            Paint { space: Arc::clone(&shading.space), components: Vec::new(), pattern: None };
        self.add_item(Item {
            kind: ItemKind::Shading { object: number_of(object) },
            area,
            paint: none,
            blend,
            content: self.content(),
            form: self.frame().form,
        });
    }

    /// Reads a shading, once.
    pub(super) fn read_shading(&self, object: &Object) -> Option<Arc<Shading>> {
        let (file, resources) = (self.env.file, self.frame().resources);
        let read = || Shading::read(file, object, resources).map(Arc::new);
        let shading = self.env.caches.shading(number_of(object), read)?;
        let space = self.explained(Arc::clone(&shading.space));
        if Arc::ptr_eq(&space, &shading.space) {
            return Some(shading);
        }
        Some(Arc::new(shading.in_space(space)))
    }
}

/// The paint of something that is filled with a shading.
pub(super) fn shaded(shading: &Shading, paint: &Paint) -> Paint {
    Paint { space: Arc::clone(&shading.space), components: Vec::new(), pattern: paint.pattern }
}

/// Around a path.
pub(super) fn bounds(path: &Path) -> Rect {
    let bounds = path.bounds();
    let [x0, y0, x1, y1] =
        [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()].map(f64::from);
    Rect::new(x0, y0, x1, y1)
}

/// A rectangle that a matrix moves, as a path on the page; `None` if it is none.
pub(super) fn quadrangle(area: Rect, matrix: Matrix) -> Option<Path> {
    let corners = [(area.x0, area.y0), (area.x1, area.y0), (area.x1, area.y1), (area.x0, area.y1)];
    let mut path = PathBuilder::new();
    for (index, corner) in corners.into_iter().enumerate() {
        let (x, y) = matrix.apply(corner);
        if !(x.is_finite() && y.is_finite()) {
            return None;
        }
        // A millionth of a point is lost.
        let (x, y) = (x.clamp(-1e6, 1e6) as f32, y.clamp(-1e6, 1e6) as f32);
        if index == 0 {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
    path.close();
    path.finish()
}
