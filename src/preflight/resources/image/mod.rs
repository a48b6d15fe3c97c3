//! Turns the dictionary of an image into what it says, its faults and its samples (ISO 32000-1, 8.9).

use std::sync::Arc;

use lopdf::{Dictionary, Object, Stream};

use crate::file::{File, number_of};
use crate::resources::colour::Space;

mod coded;
mod decoded;
mod filters;
mod jbig2;
mod jpeg;
mod samples;

#[cfg(test)]
mod tests;

use filters::Chain;

/// An image.
#[derive(Debug, Clone)]
pub(crate) struct Image {
    /// Its object; `None` if it stands in the contents.
    pub(crate) object: Option<u32>,
    /// Width and height in samples.
    pub(crate) size: (u32, u32),
    /// Bits a component; 0 if it does not say.
    pub(crate) bits: u8,
    /// Whether it is a stencil for the colour that is set.
    pub(crate) stencil: bool,
    /// Its colours; `None` for a stencil, and where the data of JPEG 2000 tells.
    pub(crate) space: Option<Arc<Space>>,
    /// Its filters, in the order in which they are undone, by their whole names: `DCTDecode`.
    pub(crate) filters: Vec<String>,
    /// How opaque each sample is.
    pub(crate) soft_mask: Option<Arc<Image>>,
    /// Whether it brings other versions of itself.
    pub(crate) alternates: bool,
    /// Whether it stands in for an image elsewhere (OPI).
    pub(crate) stand_in: bool,
    /// What is wrong with its dictionary.
    pub(crate) faults: Vec<String>,
    /// Its data.
    pub(crate) stream: Arc<Stream>,
}

/// The samples of an image, line by line from the top, eight bits a component, before its colour space makes sense of them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Samples {
    /// How many a line has.
    pub(crate) width: usize,
    /// How many lines there are.
    pub(crate) height: usize,
    /// Components a sample.
    pub(crate) components: usize,
    /// `width * height * parts` bytes: 0 is the least figure of the colour space, 255 the greatest, with `Decode` applied;
    /// for Indexed the index itself.
    pub(crate) bytes: Vec<u8>,
    /// The colour space of the data itself, for JPEG 2000 without one.
    pub(crate) space: Option<Arc<Space>>,
}

/// The entries of images that stand in contents, and their abbreviations (ISO 32000-1, table 93).
const ABBREVIATIONS: [(&str, &str); 8] = [
    ("BitsPerComponent", "BPC"),
    ("ColorSpace", "CS"),
    ("Decode", "D"),
    ("DecodeParms", "DP"),
    ("Filter", "F"),
    ("Height", "H"),
    ("ImageMask", "IM"),
    ("Width", "W"),
];

/// The dictionary of an image, with abbreviations if it stands in contents.
#[derive(Clone, Copy)]
struct Entries<'a> {
    file: &'a File,
    dictionary: &'a Dictionary,
    inline: bool,
}

impl<'a> Entries<'a> {
    fn of(file: &'a File, stream: &'a Stream, object: Option<u32>) -> Entries<'a> {
        let inline = object.is_none() && !stream.dict.has(b"Subtype");
        Entries { file, dictionary: &stream.dict, inline }
    }

    /// An entry as it stands, perhaps a reference.
    fn raw(&self, key: &str) -> Option<&'a Object> {
        let short = ABBREVIATIONS.iter().find(|(long, _)| self.inline && *long == key);
        let short = || self.dictionary.get(short?.1.as_bytes()).ok();
        self.dictionary.get(key.as_bytes()).ok().or_else(short)
    }

    /// An entry; `None` if it is not there or `null`.
    fn get(&self, key: &str) -> Option<&'a Object> {
        self.raw(key).map(|object| self.file.resolve(object)).filter(|object| !object.is_null())
    }

    fn integer(&self, key: &str) -> Option<i64> {
        self.get(key)?.as_i64().ok()
    }

    /// The figures of `Decode`.
    fn decode(&self) -> Option<Vec<f64>> {
        let array = self.get("Decode")?.as_array().ok()?;
        let number = |object| crate::file::number(self.file.resolve(object));
        Some(array.iter().filter_map(number).collect())
    }
}

impl Image {
    /// Reads the dictionary of an image. `object` is its number; without one, abbreviations are understood.
    pub(crate) fn read(
        file: &File,
        stream: &Stream,
        object: Option<u32>,
        resources: &Dictionary,
    ) -> Image {
        Image::read_at(file, stream, object, resources, false)
    }

    /// A mask has no mask of its own (ISO 32000-1, table 145).
    fn read_at(
        file: &File,
        stream: &Stream,
        object: Option<u32>,
        resources: &Dictionary,
        is_mask: bool,
    ) -> Image {
        let entries = Entries::of(file, stream, object);
        let mut faults = Vec::new();
        let mut side = |key: &str| {
            let side = entries.integer(key).and_then(|side| u32::try_from(side).ok());
            let side = side.filter(|side| *side > 0);
            if side.is_none() {
                faults.push(format!("the picture has no `{key}` above 0"));
            }
            side.unwrap_or(0)
        };
        let size = (side("Width"), side("Height"));
        let chain = Chain::read(entries, &mut faults);
        let filters = chain.names();
        let is = |name: &str| filters.last().is_some_and(|last| last == name);
        let stencil = entries.get("ImageMask").and_then(|mask| mask.as_bool().ok());
        let stencil = stencil.unwrap_or(false);
        let space = entries.raw("ColorSpace").filter(|_| !stencil);
        let space = space.map(|space| Space::read(file, space, resources));
        if space.is_none() && !stencil && !is("JPXDecode") {
            faults.push("the picture has no `ColorSpace`".to_owned());
        }
        if let Some(Space::Pattern(_)) = space.as_deref() {
            faults.push("the colours of the picture are patterns".to_owned());
        }
        let bits = entries.integer("BitsPerComponent").map(|bits| u8::try_from(bits).unwrap_or(0));
        let bits = match bits {
            Some(bits) => bits,
            None if stencil || is("CCITTFaxDecode") || is("JBIG2Decode") => 1,
            None if is("DCTDecode") => 8,
            None if is("JPXDecode") => 0,
            None => {
                faults.push("the picture has no `BitsPerComponent`".to_owned());
                0
            }
        };
        if stencil && bits != 1 {
            faults.push(format!("the stencil has {bits} bits a component instead of 1"));
        } else if !matches!(bits, 0 | 1 | 2 | 4 | 8 | 16) {
            faults.push(format!("the picture has {bits} bits a component"));
        }
        let components =
            if stencil { 1 } else { space.as_ref().map_or(0, |space| space.components()) };
        if let Some(decode) = entries.decode()
            && components > 0
            && decode.len() != components * 2
        {
            let wanted = components * 2;
            faults.push(format!("`Decode` has {} figures instead of {wanted}", decode.len()));
        }
        if stream.dict.has(b"F") && !entries.inline {
            faults.push("the data of the picture is in another file".to_owned());
        }
        let soft_mask = entries.raw("SMask").filter(|_| !is_mask).and_then(|mask| {
            let mask_stream = file.resolve(mask).as_stream().ok();
            if mask_stream.is_none()
                && !matches!(file.resolve(mask), Object::Null | Object::Name(_))
            {
                faults.push("the soft mask of the picture is no picture".to_owned());
            }
            let mask = Image::read_at(file, mask_stream?, number_of(mask), resources, true);
            if mask.space.as_deref() != Some(&Space::Gray) {
                faults.push("the soft mask of the picture is not in DeviceGray".to_owned());
            }
            Some(Arc::new(mask))
        });
        Image {
            object,
            size,
            bits,
            stencil,
            space,
            filters,
            soft_mask,
            alternates: entries.get("Alternates").is_some(),
            stand_in: entries.get("OPI").is_some(),
            faults,
            stream: Arc::new(stream.clone()),
        }
    }

    /// Whether it has so few samples that it is as good at any size, as images of one colour and masks of gradients are.
    pub(crate) fn is_tiny(&self) -> bool {
        self.size.0 <= 2 || self.size.1 <= 2
    }

    /// The samples; `Err` tells in lower case why there are none. They are taken from the file's budget before they are
    /// unpacked.
    pub(crate) fn samples(&self, file: &File) -> Result<Samples, String> {
        samples::read(file, self)
    }

    /// How opaque each sample is, in an image of its own size: that of the soft mask, of a stencil, or of a range of
    /// colours that are left out (ISO 32000-1, 8.9.6.3 and 8.9.6.4). `None` if it has none of these.
    pub(crate) fn opacity(&self, file: &File) -> Option<Result<Samples, String>> {
        if let Some(mask) = &self.soft_mask {
            return Some(mask.samples(file));
        }
        if let Some(ranges) = file.numbers(&self.stream.dict, "Mask") {
            return Some(samples::keyed(file, self, &ranges));
        }
        let mask = file.stream(&self.stream.dict, "Mask")?;
        let object = self.stream.dict.get(b"Mask").ok().and_then(number_of);
        let mut mask = Image::read_at(file, mask, object, &Dictionary::new(), true);
        mask.stencil = true;
        let samples = mask.samples(file).map(|mut samples| {
            // A stencil paints where it is 0.
            for byte in &mut samples.bytes {
                *byte = 255 - *byte;
            }
            samples
        });
        Some(samples)
    }
}
