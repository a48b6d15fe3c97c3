//! Turns the operators of text (ISO 32000-1, 9.3 and 9.4) into runs of glyphs.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use lopdf::{Dictionary, Object};
use tiny_skia::PathBuilder;

use crate::file::{Malformed, number, number_of};
use crate::geometry::{Matrix, Rect};
use crate::page::FaultKind;
use crate::run::caches::{Address, UsedFont};
use crate::run::interpreter::{Frame, Interpreter, matrix, name_of, numbers};
use crate::run::letters::GlyphRun;
use crate::run::painting::bounds;
use crate::run::state::Colour;
use crate::run::tokens::{Operator, operator};

impl<'a> Interpreter<'a> {
    /// Runs an operator of text; `false` if it is none.
    pub(super) fn text(&mut self, name: Operator, operands: &[Object]) -> bool {
        const BT: Operator = operator("BT");
        const ET: Operator = operator("ET");
        const CHARACTER_SPACE: Operator = operator("Tc");
        const WORD_SPACE: Operator = operator("Tw");
        const STRETCH: Operator = operator("Tz");
        const LEADING: Operator = operator("TL");
        const FONT: Operator = operator("Tf");
        const RENDERING: Operator = operator("Tr");
        const RISE: Operator = operator("Ts");
        const MOVE: Operator = operator("Td");
        const MOVE_LEADING: Operator = operator("TD");
        const MATRIX: Operator = operator("Tm");
        const NEXT: Operator = operator("T*");
        const SHOW: Operator = operator("Tj");
        const SHOW_ARRAY: Operator = operator("TJ");
        const SHOW_NEXT: Operator = operator("'");
        const SHOW_SPACED: Operator = operator("\"");
        let state = &mut self.state.text;
        let done = match name {
            BT => {
                self.text_matrix = Matrix::IDENTITY;
                self.line_matrix = Matrix::IDENTITY;
                self.text_clip = None;
                Ok(())
            }
            ET => {
                self.end_text();
                Ok(())
            }
            CHARACTER_SPACE => numbers(operands).map(|[space]| state.character_space = space),
            WORD_SPACE => numbers(operands).map(|[space]| state.word_space = space),
            STRETCH => numbers(operands).map(|[percent]| state.stretch = percent / 100.0),
            LEADING => numbers(operands).map(|[leading]| state.leading = leading),
            RISE => numbers(operands).map(|[rise]| state.rise = rise),
            RENDERING => numbers(operands).map(|[mode]: [f64; 1]| {
                let mode = mode.clamp(0.0, 7.0) as u8;
                state.rendering = mode;
            }),
            FONT => self.font(operands),
            MOVE => numbers(operands).map(|[x, y]| self.next_line(x, y)),
            MOVE_LEADING => numbers(operands).map(|[x, y]| {
                self.state.text.leading = -y;
                self.next_line(x, y);
            }),
            MATRIX => matrix(operands).map(|matrix| {
                self.text_matrix = matrix;
                self.line_matrix = matrix;
            }),
            NEXT => {
                self.next_line(0.0, -self.state.text.leading);
                Ok(())
            }
            SHOW => self.show_text(operands.last().map(std::slice::from_ref)),
            SHOW_ARRAY => {
                let array = operands.last().and_then(|array| array.as_array().ok());
                self.show_text(array.map(Vec::as_slice))
            }
            SHOW_NEXT => {
                self.next_line(0.0, -self.state.text.leading);
                self.show_text(operands.last().map(std::slice::from_ref))
            }
            SHOW_SPACED => {
                if let [before @ .., _] = operands
                    && let Ok([word, character]) = numbers(before)
                {
                    self.state.text.word_space = word;
                    self.state.text.character_space = character;
                }
                self.next_line(0.0, -self.state.text.leading);
                self.show_text(operands.last().map(std::slice::from_ref))
            }
            _ => return false,
        };
        if done.is_err() {
            self.wrong_operands(name);
        }
        true
    }

    fn font(&mut self, operands: &[Object]) -> Result<(), Malformed> {
        let [size] = numbers(operands)?;
        let [before @ .., _] = operands else { return Err(Malformed) };
        let name = name_of(before)?;
        match self.resource("Font", name) {
            Some((font, object)) => self.set_font(font, object, size),
            None => {
                self.missing("font", name);
                self.state.text.font = None;
                self.state.text.size = size;
            }
        }
        Ok(())
    }

    /// Sets a font.
    pub(super) fn set_font(&mut self, font: &Dictionary, object: Option<u32>, size: f64) {
        let file = self.env.file;
        let read = || UsedFont::read(file, font, object);
        self.state.text.font = Some(self.env.caches.font(Address::of(font), read));
        self.state.text.size = size;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line_matrix = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(self.line_matrix);
        self.text_matrix = self.line_matrix;
    }

    fn end_text(&mut self) {
        let Some(outlines) = self.text_clip.take().and_then(PathBuilder::finish) else { return };
        self.state.clip = self.state.clip.and(self.canvas.as_ref(), &outlines, false);
    }

    /// Shows strings, and moves by the numbers between them.
    fn show_text(&mut self, items: Option<&[Object]>) -> Result<(), Malformed> {
        let items = items.ok_or(Malformed)?;
        let Some(used) = self.state.text.font.clone() else {
            self.fault(FaultKind::Resource, "text without a font");
            return Ok(());
        };
        let mut run = GlyphRun {
            used,
            codes: Vec::new(),
            text: String::new(),
            area: None,
            glyphs: Vec::new(),
        };
        for item in items {
            match item {
                Object::String(string, _) => self.set_string(string, &mut run),
                _ => {
                    let back = number(item).ok_or(Malformed)? / 1000.0 * self.state.text.size;
                    self.advance(-back, run.used.font.vertical);
                }
            }
            if self.page.cut_short {
                return Ok(());
            }
        }
        self.paint_letters(run);
        Ok(())
    }

    fn advance(&mut self, by: f64, vertical: bool) {
        let step = match vertical {
            true => Matrix([1.0, 0.0, 0.0, 1.0, 0.0, by]),
            false => Matrix([1.0, 0.0, 0.0, 1.0, by * self.state.text.stretch, 0.0]),
        };
        self.text_matrix = step.then(self.text_matrix);
    }

    /// From the size of one to the page.
    pub(super) fn letter_matrix(&self) -> Matrix {
        let text = &self.state.text;
        Matrix([text.size * text.stretch, 0.0, 0.0, text.size, 0.0, text.rise])
            .then(self.text_matrix)
            .then(self.state.matrix)
    }

    fn set_string(&mut self, string: &[u8], run: &mut GlyphRun) {
        let font = Arc::clone(&run.used.font);
        let codes = font.codes(string);
        if !self.env.file.budget.take_operators(codes.len() as u64) {
            self.page.cut_short = true;
            return;
        }
        for code in codes {
            let letter = self.letter_matrix();
            run.codes.push(code.code);
            match font.meaning(code.code) {
                Some(meaning) => run.text.push_str(&meaning),
                None => run.text.push('\u{fffd}'),
            }
            let type_3 = font.procedures.get(&code.code).copied();
            let area = match type_3 {
                Some(procedure) => self.drawn_glyph(&font, code.code, procedure, letter),
                None => outlined(run, code.code, code.advance, letter),
            };
            if let Some(area) = area {
                run.area = Some(run.area.map_or(area, |before| before.joined(area)));
            }
            let text = &self.state.text;
            let width = match font.procedures.is_empty() {
                true => code.advance / 1000.0,
                false => code.advance * font.matrix.0[0],
            };
            let spaced = if code.bytes == 1 && code.code == 32 { text.word_space } else { 0.0 };
            let by = width * text.size + text.character_space + spaced;
            self.advance(by, font.vertical);
        }
    }

    /// A glyph of a Type 3 font, which is contents: run once a page, where it first stands.
    fn drawn_glyph(
        &mut self,
        font: &crate::resources::font::Font,
        code: u32,
        procedure: u32,
        letter: Matrix,
    ) -> Option<Rect> {
        let matrix = font.matrix.then(letter);
        let file = self.env.file;
        let area = letter.around(Rect::new(0.0, 0.0, 0.6, 0.7));
        let owner = font.object.unwrap_or(0);
        let drawn = (owner, code, hash_of(&self.state.fill));
        if self.drawn.contains(&drawn) || self.state.text.rendering == 3 {
            return Some(area);
        }
        let id = (procedure, 0);
        let stream = match file.document.objects.get(&id) {
            Some(Object::Stream(stream)) => stream,
            _ => return Some(area),
        };
        if !self.may_enter(Some(procedure)) {
            return Some(area);
        }
        self.drawn.insert(drawn);
        let contents = self.contents_of(stream, Some(procedure))?;
        // The font's own dictionary lives as long as the file.
        let resources = font
            .object
            .and_then(|number| file.document.objects.get(&(number, 0)))
            .and_then(|font| file.dictionary(font))
            .and_then(|font| file.dict(font, "Resources"))
            .unwrap_or(self.frame().resources);
        let outer = self.state.clone();
        self.state.matrix = matrix;
        let coloured = self.frame().coloured;
        let owner = self.frame().owner;
        let form = Some(procedure);
        self.frames.push(Frame { form, owner, sealed: true, base: matrix, resources, coloured });
        self.run_within(&contents);
        self.frames.pop();
        self.state = outer;
        Some(area)
    }
}

/// What tells colours apart.
fn hash_of(colour: &Colour) -> u64 {
    let mut hasher = DefaultHasher::new();
    Arc::as_ptr(&colour.space).hash(&mut hasher);
    colour.components.iter().for_each(|part| part.to_bits().hash(&mut hasher));
    colour.pattern.as_ref().map(|pattern| number_of(&pattern.object)).hash(&mut hasher);
    hasher.finish()
}

/// How far from the page letters are looked at, in points.
const FURTHEST: f64 = 1e6;

/// Adds the outline of a glyph; gives around what it is, or around where a glyph that is not understood may be.
fn outlined(run: &mut GlyphRun, code: u32, advance: f64, letter: Matrix) -> Option<Rect> {
    let unit = Matrix([0.001, 0.0, 0.0, 0.001, 0.0, 0.0]).then(letter);
    if let Some(outline) = run.used.outline(code) {
        let area = unit.around(bounds(&outline));
        if !(area.width() < FURTHEST && area.x0.abs() < FURTHEST && area.y0.abs() < FURTHEST) {
            return None;
        }
        run.glyphs.push((code, unit));
        return Some(area);
    }
    if run.used.font.is_understood() {
        return None; // a space
    }
    Some(unit.around(Rect::new(0.0, 0.0, advance.max(100.0), 600.0)))
}
