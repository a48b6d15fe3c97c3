//! Turns patterns (ISO 32000-1, 8.7) into ink and items.

use std::sync::Arc;

use lopdf::{Dictionary, Object, Stream};

use crate::file::number_of;
use crate::geometry::{Matrix, Rect};
use crate::page::FaultKind;
use crate::plates::{Clip, Source};
use crate::resources::shading::Shading;
use crate::run::interpreter::{Frame, Interpreter};
use crate::run::painting::quadrangle;
use crate::run::state::{Colour, ColourPattern, State};

/// How many cells of a pattern are painted at most; beyond them the pattern is measured by these.
const MOST_CELLS: usize = 64;

impl<'a> Interpreter<'a> {
    /// Paints a pattern within a clip; gives the shading that it is, if it is one. `area` is around what is painted.
    pub(super) fn run_pattern(
        &mut self,
        pattern: &ColourPattern,
        colour: &Colour,
        clip: &Clip,
        area: Rect,
        stroked: bool,
    ) -> Option<Arc<Shading>> {
        if let Some((shading, matrix)) = self.shading_of(pattern) {
            let blend = self.state.blending(stroked);
            if let Some(canvas) = &mut self.canvas {
                canvas.shade(clip, &Source::Shading { shading: &shading, matrix }, &blend);
            }
            return Some(shading);
        }
        let file = self.env.file;
        // What a pattern in the contents stands for lives as long as the file only if it is an object of its own, which
        // a tiling pattern, a stream, always is.
        let id = pattern.object.as_reference().ok()?;
        let Some(Object::Stream(stream)) = file.document.objects.get(&id) else {
            self.fault(FaultKind::Resource, "a pattern that is neither tiles nor a shading");
            return None;
        };
        self.tiles(stream, pattern, colour, clip, area, stroked);
        None
    }

    /// The shading of a pattern, with its way to the page; `None` if the pattern is of another type.
    pub(super) fn shading_of(&self, pattern: &ColourPattern) -> Option<(Arc<Shading>, Matrix)> {
        let file = self.env.file;
        let dictionary = file.dictionary(&pattern.object)?;
        if file.integer(dictionary, "PatternType") != Some(2) {
            return None;
        }
        let matrix = file.matrix(dictionary, "Matrix").unwrap_or(Matrix::IDENTITY);
        let shading = self.read_shading(dictionary.get(b"Shading").ok()?)?;
        Some((shading, matrix.then(pattern.base)))
    }

    fn tiles(
        &mut self,
        stream: &'a Stream,
        pattern: &ColourPattern,
        colour: &Colour,
        clip: &Clip,
        area: Rect,
        stroked: bool,
    ) {
        let file = self.env.file;
        let number = number_of(&pattern.object);
        let cell = &stream.dict;
        let (Some(bounds), Some(across), Some(along)) =
            (file.rectangle(cell, "BBox"), file.number(cell, "XStep"), file.number(cell, "YStep"))
        else {
            self.fault(FaultKind::Resource, "a pattern without `BBox`, `XStep` or `YStep`");
            return;
        };
        let matrix = file.matrix(cell, "Matrix").unwrap_or(Matrix::IDENTITY).then(pattern.base);
        if !self.may_enter(number) {
            return;
        }
        let Some(contents) = self.contents_of(stream, number) else { return };
        let resources = file.dict(cell, "Resources").unwrap_or(&crate::file::EMPTY);
        let coloured = file.integer(cell, "PaintType") != Some(2);
        let (keeps, outer) = (self.keeps, self.state.clone());
        let before = self.page.items.len();
        for (column, row) in cells(matrix, bounds, (across, along), area) {
            let matrix = Matrix([1.0, 0.0, 0.0, 1.0, column * across, row * along]).then(matrix);
            let Some(frame) = quadrangle(bounds, matrix) else { continue };
            let mut state = State::new(clip.and(self.canvas.as_ref(), &frame, false));
            state.matrix = matrix;
            let whole = outer.blending(stroked);
            state.group_opacity = whole.opacity;
            state.group_mode = whole.mode;
            state.group_masked = whole.masked;
            state.overprint_fill = outer.overprint_fill;
            state.overprint_stroke = outer.overprint_stroke;
            state.overprint_mode = outer.overprint_mode;
            if !coloured {
                let under = match &*colour.space {
                    crate::resources::colour::Space::Pattern(Some(under)) => Arc::clone(under),
                    _ => Arc::new(crate::resources::colour::Space::Gray),
                };
                let ink =
                    Colour { space: under, components: colour.components.clone(), pattern: None };
                state.fill = ink.clone();
                state.stroke = ink;
            }
            self.state = state;
            // One cell that is seen tells what is in all of them.
            self.keeps = keeps && self.page.items.len() == before;
            self.frames.push(Frame {
                form: number,
                owner: None,
                sealed: true,
                base: matrix,
                resources,
                coloured,
            });
            self.run_within(&contents);
            self.frames.pop();
            if self.page.cut_short {
                break;
            }
        }
        self.keeps = keeps;
        self.state = outer;
    }

    /// The unpacked contents of a form or pattern; `None` if there are none, which is noted.
    pub(super) fn contents_of(
        &mut self,
        stream: &Stream,
        number: Option<u32>,
    ) -> Option<Arc<Vec<u8>>> {
        use crate::file::Undecoded;
        let file = self.env.file;
        match self.env.caches.form(number, || file.unpacked(stream)) {
            Ok(contents) => Some(contents),
            Err(Undecoded::TooMuch) => {
                self.page.cut_short = true;
                None
            }
            Err(Undecoded::Damaged) => {
                file.note_damage(number, "contents of a form");
                self.fault(FaultKind::Syntax, "a form that can't be unpacked");
                None
            }
        }
    }

    /// Whether contents may be run within those that are run: not within themselves, and not too deep.
    pub(super) fn may_enter(&mut self, number: Option<u32>) -> bool {
        if number.is_some() && self.frames.iter().any(|frame| frame.form == number) {
            self.fault(FaultKind::Circle, "a form that paints itself");
            return false;
        }
        if self.frames.len() >= self.env.file.limits.depth {
            let depth = self.env.file.limits.depth;
            self.fault(FaultKind::Circle, format!("forms that are nested more than {depth} deep"));
            return false;
        }
        true
    }

    /// The resources of a form: its own, or else those of the contents around it (ISO 32000-1, table 95).
    pub(super) fn resources_of(&self, dictionary: &'a Dictionary) -> &'a Dictionary {
        self.env.file.dict(dictionary, "Resources").unwrap_or(self.frame().resources)
    }

    /// Runs contents, and closes what they leave open.
    pub(super) fn run_within(&mut self, contents: &[u8]) {
        let depth = self.depth();
        let path = std::mem::take(&mut self.path);
        let text = (self.text_matrix, self.line_matrix, self.text_clip.take());
        self.run(contents);
        self.path = path;
        (self.text_matrix, self.line_matrix, self.text_clip) = text;
        if self.restore_to(depth) {
            self.fault(FaultKind::Syntax, "a form that leaves `q` or marked content open");
        }
    }
}

/// The columns and rows of cells that touch an area; at least one cell, at most [`MOST_CELLS`].
fn cells(matrix: Matrix, bounds: Rect, steps: (f64, f64), area: Rect) -> Vec<(f64, f64)> {
    let home = vec![(0.0, 0.0)];
    let Some(back) = matrix.inverse() else { return home };
    let area = back.around(area);
    let range = |step: f64, low: f64, high: f64, from: f64, to: f64| {
        let (first, last) = ((from - high) / step, (to - low) / step);
        let (first, last) = (first.min(last).floor(), first.max(last).ceil());
        (first.is_finite() && last.is_finite() && last - first < 1e6).then_some((first, last))
    };
    let columns = range(steps.0, bounds.x0, bounds.x1, area.x0, area.x1);
    let rows = range(steps.1, bounds.y0, bounds.y1, area.y0, area.y1);
    let (Some(columns), Some(rows)) = (columns, rows) else { return home };
    let mut cells = Vec::new();
    let mut row = rows.0;
    while row <= rows.1 && cells.len() < MOST_CELLS {
        let mut column = columns.0;
        while column <= columns.1 && cells.len() < MOST_CELLS {
            cells.push((column, row));
            column += 1.0;
        }
        row += 1.0;
    }
    if cells.is_empty() { home } else { cells }
}
