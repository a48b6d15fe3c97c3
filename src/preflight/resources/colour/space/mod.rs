//! Tells what a colour space means, ink by ink, and what is wrong with it (ISO 32000-1, 8.6).

use std::sync::Arc;

use lopdf::{Dictionary, Object};

use crate::file::File;
use crate::resources::colour::icc::Icc;
use crate::resources::function::Function;

mod reader;

#[cfg(test)]
mod tests;

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
    Lab {
        /// X, Y and Z of white.
        white: [f32; 3],
        /// The least and the greatest a, the least and the greatest b.
        range: [f32; 4],
    },
    /// ICCBased.
    Icc(Arc<Icc>),
    /// Indexed: the space of the table, and the table with as many bytes an entry as that has components.
    Indexed {
        /// The space of the table.
        base: Arc<Space>,
        /// The table.
        table: Vec<u8>,
    },
    /// One named ink, its alternate space and its tint transform.
    Separation {
        /// The ink.
        name: String,
        /// Its alternate space.
        alternate: Arc<Space>,
        /// The tint transform to that space; `None` if it can't be read.
        tint_transform: Option<Arc<Function>>,
    },
    /// Several inks with names.
    DeviceN {
        /// The inks.
        names: Vec<String>,
        /// Their alternate space.
        alternate: Arc<Space>,
        /// The tint transform to that space; `None` if it can't be read.
        tint_transform: Option<Arc<Function>>,
    },
    /// Patterns, with the space of those that bring no colour.
    Pattern(Option<Arc<Space>>),
    /// Nothing that can be read, for the reason that is given.
    Broken(String),
}

impl Space {
    /// Reads a colour space: a name, or an array. A name that is not a device's is looked for in the `ColorSpace`
    /// resources, and among the abbreviations of images in contents (ISO 32000-1, table 94). The defaults for device
    /// spaces are not put in their place: see [`default_of`]. Never fails: what can't be read is [`Space::Broken`].
    /// Unpacks profiles and tables anew each time: keep what it returns.
    pub(crate) fn read(file: &File, object: &Object, resources: &Dictionary) -> Arc<Space> {
        Arc::new(reader::read(file, object, resources, 0))
    }

    /// How many components a colour has; 0 for patterns without a space under them, and for what is broken.
    pub(crate) fn components(&self) -> usize {
        match self {
            Space::Gray | Space::CalGray | Space::Indexed { .. } | Space::Separation { .. } => 1,
            Space::Rgb | Space::CalRgb | Space::Lab { .. } => 3,
            Space::Cmyk => 4,
            Space::Icc(icc) => icc.components,
            Space::DeviceN { names, .. } => names.len(),
            Space::Pattern(under) => under.as_ref().map_or(0, |under| under.components()),
            Space::Broken(_) => 0,
        }
    }

    /// The colour that a space begins with (ISO 32000-1, 8.6.3 to 8.6.6).
    pub(crate) fn initial(&self) -> Vec<f32> {
        match self {
            Space::Cmyk => vec![0.0, 0.0, 0.0, 1.0],
            Space::Separation { .. } | Space::DeviceN { .. } => vec![1.0; self.components()],
            Space::Pattern(Some(under)) => under.initial(),
            _ => self.ranges().iter().map(|[least, most]| 0.0_f32.max(*least).min(*most)).collect(),
        }
    }

    /// What it is, for people: "DeviceRGB", "ICCBased with 3 components", "Separation `Gold`".
    pub(crate) fn name(&self) -> String {
        match self {
            Space::Gray => "DeviceGray".to_owned(),
            Space::Rgb => "DeviceRGB".to_owned(),
            Space::Cmyk => "DeviceCMYK".to_owned(),
            Space::CalGray => "CalGray".to_owned(),
            Space::CalRgb => "CalRGB".to_owned(),
            Space::Lab { .. } => "Lab".to_owned(),
            Space::Icc(icc) if icc.components == 1 => "ICCBased with 1 component".to_owned(),
            Space::Icc(icc) => format!("ICCBased with {} components", icc.components),
            Space::Indexed { base, .. } => format!("Indexed over {}", base.name()),
            Space::Separation { name, .. } => format!("Separation `{name}`"),
            Space::DeviceN { names, .. } => format!("DeviceN `{}`", names.join("`, `")),
            Space::Pattern(None) => "Pattern".to_owned(),
            Space::Pattern(Some(under)) => format!("Pattern over {}", under.name()),
            Space::Broken(_) => "a colour space that can't be read".to_owned(),
        }
    }

    /// What is wrong with it, or with a space beneath it, in lower case; `None` if it is in order.
    pub(crate) fn broken(&self) -> Option<String> {
        match self {
            Space::Broken(reason) => Some(reason.clone()),
            Space::Icc(icc) => icc.fault(),
            Space::Indexed { base: under, .. } | Space::Pattern(Some(under)) => under.broken(),
            Space::Separation { alternate, tint_transform, .. }
            | Space::DeviceN { alternate, tint_transform, .. } => {
                alternate.broken().or_else(|| {
                    let from = self.name();
                    tint_transform.is_none().then(|| {
                        format!("the function from {from} to {} can't be read", alternate.name())
                    })
                })
            }
            _ => None,
        }
    }

    /// The inks that it names, through Indexed and Pattern: those of Separation and DeviceN, as they are written.
    pub(crate) fn inks(&self) -> Vec<&str> {
        match self.under() {
            Space::Separation { name, .. } => vec![name],
            Space::DeviceN { names, .. } => names.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The space in which colours are given, through Indexed and Pattern.
    pub(crate) fn under(&self) -> &Space {
        match self {
            Space::Indexed { base: under, .. } | Space::Pattern(Some(under)) => under.under(),
            _ => self,
        }
    }

    /// Whether colours are given in Gray, RGB or CMYK of a device, through Indexed and Pattern.
    pub(crate) fn is_device(&self) -> bool {
        matches!(self.under(), Space::Gray | Space::Rgb | Space::Cmyk)
    }

    /// The least and the greatest figure of each component (ISO 32000-1, table 90). For Indexed as if its table were full.
    pub(crate) fn ranges(&self) -> Vec<[f32; 2]> {
        match self {
            Space::Lab { range: [a0, a1, b0, b1], .. } => {
                vec![[0.0, 100.0], [*a0, *a1], [*b0, *b1]]
            }
            Space::Icc(icc) if icc.components == 3 && icc.kind().as_deref() == Some("Lab") => {
                vec![[0.0, 100.0], [-128.0, 127.0], [-128.0, 127.0]]
            }
            Space::Indexed { .. } => vec![[0.0, 255.0]],
            Space::Pattern(Some(under)) => under.ranges(),
            _ => vec![[0.0, 1.0]; self.components()],
        }
    }

    /// A sample of an image, or an entry of a table, as a colour: one byte a component, from its least to its greatest
    /// figure; for Indexed the index.
    pub(crate) fn colour(&self, bytes: &[u8]) -> Vec<f32> {
        let ranges = self.ranges();
        let figure = |(byte, [least, most]): (&u8, &[f32; 2])| {
            least + f32::from(*byte) / 255.0 * (most - least)
        };
        bytes.iter().zip(&ranges).map(figure).collect()
    }

    /// A colour of the table of Indexed, in the space of the table; `None` for other spaces. An index beyond the table means
    /// its last entry (ISO 32000-1, 8.6.6.3).
    pub(crate) fn entry(&self, index: f32) -> Option<(&Space, Vec<f32>)> {
        let Space::Indexed { base, table } = self else { return None };
        let components = base.components().max(1);
        let last = (table.len() / components).checked_sub(1)?;
        // Figures below 0 and those that are none become 0.
        let index = (index.round() as usize).min(last);
        let start = index.checked_mul(components)?;
        let bytes = table.get(start..start.checked_add(components)?)?;
        Some((base, base.colour(bytes)))
    }
}

/// What the resources put in the place of a device space: DefaultGray, DefaultRGB or DefaultCMYK (ISO 32000-1, 8.6.5.6).
/// `None` where there is nothing, or something that does not fit: the device space itself, another number of components,
/// or what can't be read.
pub(crate) fn default_of(file: &File, resources: &Dictionary, space: &Space) -> Option<Arc<Space>> {
    let key = match space {
        Space::Gray => "DefaultGray",
        Space::Rgb => "DefaultRGB",
        Space::Cmyk => "DefaultCMYK",
        _ => return None,
    };
    let default = file.dict(resources, "ColorSpace")?.get(key.as_bytes()).ok()?;
    let default = Space::read(file, default, resources);
    let fits = default.components() == space.components()
        && !default.is_device()
        && !matches!(*default, Space::Indexed { .. } | Space::Pattern(_));
    fits.then_some(default)
}
