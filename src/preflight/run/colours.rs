//! Turns the operators of colour (ISO 32000-1, table 74) into the colour that is set.

use std::sync::Arc;

use lopdf::Object;

use crate::file::{number, number_of};
use crate::page::Paint;
use crate::resources::colour::{Space, default_of};
use crate::run::caches::Address;
use crate::run::interpreter::Interpreter;
use crate::run::state::{Colour, ColourPattern};
use crate::run::tokens::{Operator, operator};

impl Interpreter<'_> {
    /// Runs an operator of colour; `false` if it is none.
    pub(super) fn colour(&mut self, name: Operator, operands: &[Object]) -> bool {
        const TABLE: [(Operator, bool, ColourOperation); 14] = [
            (operator("CS"), true, ColourOperation::Space),
            (operator("cs"), false, ColourOperation::Space),
            (operator("SC"), true, ColourOperation::Colour),
            (operator("SCN"), true, ColourOperation::Colour),
            (operator("sc"), false, ColourOperation::Colour),
            (operator("scn"), false, ColourOperation::Colour),
            (operator("G"), true, ColourOperation::Device(1)),
            (operator("g"), false, ColourOperation::Device(1)),
            (operator("RG"), true, ColourOperation::Device(3)),
            (operator("rg"), false, ColourOperation::Device(3)),
            (operator("K"), true, ColourOperation::Device(4)),
            (operator("k"), false, ColourOperation::Device(4)),
            (operator("d0"), false, ColourOperation::Glyph { coloured: true }),
            (operator("d1"), false, ColourOperation::Glyph { coloured: false }),
        ];
        let Some((_, stroke, what)) = TABLE.iter().find(|(known, ..)| *known == name) else {
            return false;
        };
        if let ColourOperation::Glyph { coloured } = what {
            if let Some(frame) = self.frames.last_mut() {
                frame.coloured &= *coloured;
            }
            return true;
        }
        if !self.frame().coloured {
            return true;
        }
        let colour = match what {
            ColourOperation::Space => self.named_space(operands).map(|space| Colour {
                components: space.initial(),
                space,
                pattern: None,
            }),
            ColourOperation::Colour => self.colour_of(operands, *stroke),
            ColourOperation::Device(components) => device(operands, *components)
                .map(|colour| Colour { space: self.explained(colour.space), ..colour }),
            ColourOperation::Glyph { .. } => None,
        };
        match colour {
            Some(colour) if *stroke => self.state.stroke = colour,
            Some(colour) => self.state.fill = colour,
            None => self.wrong_operands(name),
        }
        true
    }

    /// The colour space that a name means.
    fn named_space(&mut self, operands: &[Object]) -> Option<Arc<Space>> {
        let name = operands.last()?.as_name().ok()?;
        let file = self.env.file;
        let resources = self.frame().resources;
        let device = matches!(name, b"DeviceGray" | b"DeviceRGB" | b"DeviceCMYK" | b"Pattern");
        match self.named("ColorSpace", name) {
            Some(object) if !device => {
                let read = || Space::read(file, object, resources);
                let address = Address::of(file.resolve(object));
                let space = self.env.caches.space(address, read);
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
        let (file, resources) = (self.env.file, self.frame().resources);
        self.env.caches.space(Address::of(default), || {
            default_of(file, resources, &space).unwrap_or_else(|| Arc::clone(&space))
        })
    }

    /// A colour in the space that is set, or a pattern.
    fn colour_of(&mut self, operands: &[Object], stroke: bool) -> Option<Colour> {
        let space = Arc::clone(match stroke {
            true => &self.state.stroke.space,
            false => &self.state.fill.space,
        });
        let pattern = match operands.last() {
            Some(Object::Name(name)) => {
                let Some(object) = self.named("Pattern", name) else {
                    self.missing("pattern", name);
                    return Some(Colour { space, components: Vec::new(), pattern: None });
                };
                Some(ColourPattern { object: object.clone(), base: self.frame().base })
            }
            _ => None,
        };
        let components: Vec<f32> =
            operands.iter().take(64).filter_map(number).map(|part| part as f32).collect();
        let wanted = space.components();
        if components.len() != wanted && !matches!(*space, Space::Broken(_)) {
            return None;
        }
        Some(Colour { space, components, pattern })
    }

    /// What is set, as an item has it.
    pub(super) fn paint(colour: &Colour) -> Paint {
        Paint {
            space: Arc::clone(&colour.space),
            components: colour.components.clone(),
            pattern: colour.pattern.as_ref().and_then(|pattern| number_of(&pattern.object)),
        }
    }
}

/// What an operator of colour does.
#[derive(Clone, Copy)]
enum ColourOperation {
    Space,
    Colour,
    Device(usize),
    Glyph { coloured: bool },
}

/// A colour of a device with so many components.
fn device(operands: &[Object], components: usize) -> Option<Colour> {
    let from = operands.len().checked_sub(components)?;
    let found: Vec<f32> =
        operands.get(from..)?.iter().filter_map(number).map(|part| part as f32).collect();
    let space = Arc::new(match components {
        1 => Space::Gray,
        3 => Space::Rgb,
        _ => Space::Cmyk,
    });
    (found.len() == components).then_some(Colour { space, components: found, pattern: None })
}
