//! Turns the operators of the graphics state and of paths into state and path.

use lopdf::{Dictionary, Object};
use tiny_skia::PathBuilder;

use crate::file::{Malformed, number, number_of};
use crate::page::{FaultKind, StateUse};
use crate::run::interpreter::{Interpreter, name_of, numbers};
use crate::run::tokens::{Operator, operator};

/// The furthest that a point may be from the page, in points; what is beyond is moved there.
const FURTHEST: f64 = 1e6;

impl<'a> Interpreter<'a> {
    /// Runs an operator of the graphics state or of paths; `false` if it is none of those.
    pub(super) fn graphics(&mut self, name: Operator, operands: &[Object]) -> bool {
        const W: Operator = operator("w");
        const CAP: Operator = operator("J");
        const JOIN: Operator = operator("j");
        const MITER: Operator = operator("M");
        const DASH: Operator = operator("d");
        const INTENT: Operator = operator("ri");
        const FLATNESS: Operator = operator("i");
        const GS: Operator = operator("gs");
        const MOVE: Operator = operator("m");
        const LINE: Operator = operator("l");
        const CURVE: Operator = operator("c");
        const CURVE_V: Operator = operator("v");
        const CURVE_Y: Operator = operator("y");
        const CLOSE: Operator = operator("h");
        const RECTANGLE: Operator = operator("re");
        let done = match name {
            W => numbers(operands).map(|[width]| self.state.width = width),
            CAP => numbers(operands).map(|[cap]| self.state.cap = style(cap)),
            JOIN => numbers(operands).map(|[join]| self.state.join = style(join)),
            MITER => numbers(operands).map(|[miter]| self.state.miter = miter),
            DASH => self.dash(operands),
            FLATNESS => numbers(operands).map(|[_]| ()),
            INTENT => name_of(operands).map(|_| ()),
            GS => self.parameters(operands),
            MOVE => numbers(operands).map(|[x, y]| {
                self.path_start = (x, y);
                self.to((x, y), PathBuilder::move_to);
            }),
            LINE => numbers(operands).map(|[x, y]| self.to((x, y), PathBuilder::line_to)),
            CURVE => {
                numbers(operands).map(|[a, b, c, d, e, f]| self.curve_to((a, b), (c, d), (e, f)))
            }
            CURVE_V => {
                numbers(operands).map(|[c, d, e, f]| self.curve_to(self.point, (c, d), (e, f)))
            }
            CURVE_Y => numbers(operands).map(|[a, b, e, f]| self.curve_to((a, b), (e, f), (e, f))),
            CLOSE => {
                self.path.close();
                self.point = self.path_start;
                Ok(())
            }
            RECTANGLE => numbers(operands).map(|[x, y, width, height]| {
                let (right, top) = (x + width, y + height);
                self.to((x, y), PathBuilder::move_to);
                for corner in [(right, y), (right, top), (x, top)] {
                    self.to(corner, PathBuilder::line_to);
                }
                self.path.close();
                self.path_start = (x, y);
                self.point = (x, y);
            }),
            _ => return false,
        };
        if done.is_err() {
            self.wrong_operands(name);
        }
        true
    }

    /// A point of the path on the page, near enough to it that figures stay exact.
    fn on_page(&self, point: (f64, f64)) -> (f32, f32) {
        let (x, y) = self.state.matrix.apply(point);
        let near = |figure: f64| {
            if figure.is_finite() { figure.clamp(-FURTHEST, FURTHEST) } else { 0.0 }
        };
        // A millionth of a point is lost.
        (near(x) as f32, near(y) as f32)
    }

    fn to(&mut self, point: (f64, f64), add: impl Fn(&mut PathBuilder, f32, f32)) {
        let (x, y) = self.on_page(point);
        add(&mut self.path, x, y);
        self.point = point;
    }

    fn curve_to(&mut self, first: (f64, f64), second: (f64, f64), end: (f64, f64)) {
        let ((a, b), (c, d)) = (self.on_page(first), self.on_page(second));
        self.to(end, |path, x, y| path.cubic_to(a, b, c, d, x, y));
    }

    fn dash(&mut self, operands: &[Object]) -> Result<(), Malformed> {
        let [.., dashes, phase] = operands else { return Err(Malformed) };
        let dashes = dashes.as_array().map_err(|_| Malformed)?;
        self.set_dash(dashes, number(phase).ok_or(Malformed)?);
        Ok(())
    }

    fn set_dash(&mut self, dashes: &[Object], phase: f64) {
        let dashes: Vec<f64> = dashes.iter().filter_map(number).take(32).collect();
        let sensible = dashes.iter().all(|dash| *dash >= 0.0) && dashes.iter().sum::<f64>() > 0.0;
        self.state.dashes = if sensible { dashes } else { Vec::new() };
        self.state.phase = phase;
    }

    /// Sets the parameters of a dictionary (ISO 32000-1, table 58).
    fn parameters(&mut self, operands: &[Object]) -> Result<(), Malformed> {
        let name = name_of(operands)?;
        let Some((dictionary, object)) = self.resource("ExtGState", name) else {
            self.missing("graphics state", name);
            return Ok(());
        };
        self.set(dictionary, object);
        Ok(())
    }

    fn set(&mut self, dictionary: &'a Dictionary, object: Option<u32>) {
        let file = self.env.file;
        if let Some(width) = file.number(dictionary, "LW") {
            self.state.width = width;
        }
        for (key, slot) in [("LC", &mut self.state.cap), ("LJ", &mut self.state.join)] {
            if let Some(value) = file.number(dictionary, key) {
                *slot = style(value);
            }
        }
        if let Some(miter) = file.number(dictionary, "ML") {
            self.state.miter = miter;
        }
        if let Some([dashes, phase]) = file.array(dictionary, "D")
            && let (Ok(dashes), Some(phase)) =
                (file.resolve(dashes).as_array(), number(file.resolve(phase)))
        {
            self.set_dash(dashes, phase);
        }
        // `OP` sets both where `op` is not given (ISO 32000-1, table 58).
        let both = file.boolean(dictionary, "OP");
        if let Some(overprint) = both {
            self.state.overprint_stroke = overprint;
        }
        if let Some(overprint) = file.boolean(dictionary, "op").or(both) {
            self.state.overprint_fill = overprint;
        }
        if let Some(mode) = file.integer(dictionary, "OPM") {
            self.state.overprint_mode = u8::from(mode == 1);
        }
        if let Some([font, size]) = file.array(dictionary, "Font") {
            let number_of_font = number_of(font);
            if let (Some(font), Some(size)) = (file.dictionary(font), number(file.resolve(size))) {
                self.set_font(font, number_of_font, size);
            }
        }
        self.opacity(dictionary, object);
        self.press(dictionary, object);
    }

    fn opacity(&mut self, dictionary: &'a Dictionary, object: Option<u32>) {
        let file = self.env.file;
        let opacity =
            |key| file.number(dictionary, key).map(|opacity| opacity.clamp(0.0, 1.0) as f32);
        for (key, slot) in
            [("ca", &mut self.state.fill_opacity), ("CA", &mut self.state.stroke_opacity)]
        {
            if let Some(opacity) = opacity(key) {
                *slot = opacity;
                if opacity < 1.0 {
                    let value = format!("{:.0} %", opacity * 100.0);
                    self.page.states.insert(StateUse { key, value, object });
                }
            }
        }
        if let Some(mode) = file.entry(dictionary, "BM") {
            let first = match mode {
                Object::Array(modes) => modes.first().map(|mode| file.resolve(mode)),
                other => Some(other),
            };
            let name = first.and_then(|mode| mode.as_name().ok()).unwrap_or(b"Normal");
            let name = String::from_utf8_lossy(name).into_owned();
            if name != "Normal" && name != "Compatible" {
                self.page.states.insert(StateUse { key: "BM", value: name.clone(), object });
            }
            self.state.mode = name.into();
        }
        match file.entry(dictionary, "SMask") {
            Some(Object::Dictionary(mask)) => {
                self.state.masked = true;
                let value = String::from_utf8_lossy(file.name(mask, "S").unwrap_or_default());
                let value = value.into_owned();
                self.page.states.insert(StateUse { key: "SMask", value, object });
                if let Some(form) = file.dict(mask, "G")
                    && let Some(group) = file.dict(form, "Group")
                {
                    let number = mask.get(b"G").ok().and_then(number_of);
                    self.note_group(group, number, true);
                }
            }
            Some(Object::Name(_)) => self.state.masked = false,
            _ => {}
        }
    }

    /// Notes what only a press can follow: transfer curves, halftones, black generation.
    fn press(&mut self, dictionary: &Dictionary, object: Option<u32>) {
        let file = self.env.file;
        const KEYS: [&str; 9] = ["TR", "TR2", "HT", "HTP", "BG", "BG2", "UCR", "UCR2", "RI"];
        for key in KEYS {
            let value = match file.entry(dictionary, key) {
                None => continue,
                Some(Object::Name(name)) => String::from_utf8_lossy(name).into_owned(),
                // A curve for each plate, which may all be none.
                Some(Object::Array(curves)) => {
                    let name = |curve| file.resolve(curve).as_name().unwrap_or_default();
                    let first = curves.first().map(name).unwrap_or_default();
                    let same = curves.iter().all(|curve| name(curve) == first);
                    if same { String::from_utf8_lossy(first).into_owned() } else { String::new() }
                }
                Some(_) => String::new(),
            };
            self.page.states.insert(StateUse { key, value, object });
        }
    }

    /// Notes that the resources do not know a name, or not as what is wanted.
    pub(super) fn missing(&mut self, what: &str, name: &[u8]) {
        let name = String::from_utf8_lossy(&name[..name.len().min(60)]).into_owned();
        self.fault(FaultKind::Resource, format!("the {what} `{name}`, which the resources lack"));
    }
}

/// A style of caps or joins.
fn style(number: f64) -> u8 {
    match number {
        1.0 => 1,
        2.0 => 2,
        _ => 0,
    }
}
