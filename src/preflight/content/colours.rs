//! Operators of colour (ISO 32000-1, table 74).

use std::sync::Arc;

use lopdf::Object;

use crate::colour::{Space, default_of};
use crate::content::caches::Spot;
use crate::content::runner::Runner;
use crate::content::state::{Set, SetPattern};
use crate::content::tokens::{Operator, operator};
use crate::read::{number, number_of};
use crate::survey::Paint;

impl Runner<'_> {
    /// Runs an operator of colour; `false` if it is none.
    pub(super) fn colour(&mut self, name: Operator, operands: &[Object]) -> bool {
        const TABLE: [(Operator, bool, What); 14] = [
            (operator("CS"), true, What::Space),
            (operator("cs"), false, What::Space),
            (operator("SC"), true, What::Colour),
            (operator("SCN"), true, What::Colour),
            (operator("sc"), false, What::Colour),
            (operator("scn"), false, What::Colour),
            (operator("G"), true, What::Device(1)),
            (operator("g"), false, What::Device(1)),
            (operator("RG"), true, What::Device(3)),
            (operator("rg"), false, What::Device(3)),
            (operator("K"), true, What::Device(4)),
            (operator("k"), false, What::Device(4)),
            (operator("d0"), false, What::Glyph { coloured: true }),
            (operator("d1"), false, What::Glyph { coloured: false }),
        ];
        let Some((_, stroke, what)) = TABLE.iter().find(|(known, ..)| *known == name) else {
            return false;
        };
        if let What::Glyph { coloured } = what {
            if let Some(frame) = self.frames.last_mut() {
                frame.coloured &= *coloured;
            }
            return true;
        }
        if !self.frame().coloured {
            return true;
        }
        let set = match what {
            What::Space => self.named_space(operands).map(|space| Set {
                parts: space.initial(),
                space,
                pattern: None,
            }),
            What::Colour => self.colour_of(operands, *stroke),
            What::Device(parts) => {
                device(operands, *parts).map(|set| Set { space: self.explained(set.space), ..set })
            }
            What::Glyph { .. } => None,
        };
        match set {
            Some(set) if *stroke => self.state.stroke = set,
            Some(set) => self.state.fill = set,
            None => self.wrong_operands(name),
        }
        true
    }

    /// The colour space that a name means.
    fn named_space(&mut self, operands: &[Object]) -> Option<Arc<Space>> {
        let name = operands.last()?.as_name().ok()?;
        let file = self.scene.file;
        let resources = self.frame().resources;
        let device = matches!(name, b"DeviceGray" | b"DeviceRGB" | b"DeviceCMYK" | b"Pattern");
        match self.named("ColorSpace", name) {
            Some(object) if !device => {
                let read = || Space::read(file, object, resources);
                let spot = Spot::of(file.resolve(object));
                let space = self.scene.caches.space(spot, read);
                Some(self.explained(space))
            }
            None if !device => {
                self.missing("colour space", name);
                Some(Arc::new(Space::Broken(format!(
                    "`{}` is not in the resources",
                    String::from_utf8_lossy(name)
                ))))
            }
            _ => {
                let space = Space::read(file, &Object::Name(name.to_vec()), resources);
                Some(self.explained(space))
            }
        }
    }

    /// The space that the resources put in the place of one of a device, also under a table or a pattern (ISO 32000-1,
    /// 8.6.5.6), or else the space itself.
    pub(super) fn explained(&self, space: Arc<Space>) -> Arc<Space> {
        let key = match &*space {
            Space::Indexed { base, table } => {
                let explained = self.explained(Arc::clone(base));
                return match Arc::ptr_eq(&explained, base) {
                    true => space,
                    false => Arc::new(Space::Indexed { base: explained, table: table.clone() }),
                };
            }
            Space::Pattern(Some(under)) => {
                let explained = self.explained(Arc::clone(under));
                return match Arc::ptr_eq(&explained, under) {
                    true => space,
                    false => Arc::new(Space::Pattern(Some(explained))),
                };
            }
            Space::Gray => "DefaultGray",
            Space::Rgb => "DefaultRGB",
            Space::Cmyk => "DefaultCMYK",
            _ => return space,
        };
        let Some(default) = self.named("ColorSpace", key.as_bytes()) else { return space };
        let (file, resources) = (self.scene.file, self.frame().resources);
        self.scene.caches.space(Spot::of(default), || {
            default_of(file, resources, &space).unwrap_or_else(|| Arc::clone(&space))
        })
    }

    /// A colour in the space that is set, or a pattern.
    fn colour_of(&mut self, operands: &[Object], stroke: bool) -> Option<Set> {
        let space = Arc::clone(match stroke {
            true => &self.state.stroke.space,
            false => &self.state.fill.space,
        });
        let pattern = match operands.last() {
            Some(Object::Name(name)) => {
                let Some(object) = self.named("Pattern", name) else {
                    self.missing("pattern", name);
                    return Some(Set { space, parts: Vec::new(), pattern: None });
                };
                Some(SetPattern { object: object.clone(), base: self.frame().base })
            }
            _ => None,
        };
        #[allow(clippy::cast_possible_truncation)] // a component of a colour
        let parts: Vec<f32> =
            operands.iter().take(64).filter_map(number).map(|part| part as f32).collect();
        let wanted = space.parts();
        if parts.len() != wanted && !matches!(*space, Space::Broken(_)) {
            return None;
        }
        Some(Set { space, parts, pattern })
    }

    /// What is set, as a mark has it.
    pub(super) fn paint(set: &Set) -> Paint {
        Paint {
            space: Arc::clone(&set.space),
            parts: set.parts.clone(),
            pattern: set.pattern.as_ref().and_then(|pattern| number_of(&pattern.object)),
        }
    }
}

/// What an operator of colour does.
#[derive(Clone, Copy)]
enum What {
    Space,
    Colour,
    Device(usize),
    Glyph { coloured: bool },
}

/// A colour of a device with so many components.
fn device(operands: &[Object], parts: usize) -> Option<Set> {
    let from = operands.len().checked_sub(parts)?;
    #[allow(clippy::cast_possible_truncation)] // a component of a colour
    let found: Vec<f32> =
        operands.get(from..)?.iter().filter_map(number).map(|part| part as f32).collect();
    let space = Arc::new(match parts {
        1 => Space::Gray,
        3 => Space::Rgb,
        _ => Space::Cmyk,
    });
    (found.len() == parts).then_some(Set { space, parts: found, pattern: None })
}
