//! Pictures (ISO 32000-1, 8.9): what their dictionaries say, and their samples.

use std::sync::Arc;

use lopdf::{Dictionary, Stream};

use crate::preflight::colour::Space;
use crate::preflight::read::File;

/// A picture.
#[derive(Debug, Clone)]
pub(crate) struct Image {
    /// Its object; `None` if it stands in the contents.
    pub(crate) object: Option<u32>,
    /// Width and height in samples.
    pub(crate) size: (u32, u32),
    /// Bits a component.
    pub(crate) bits: u8,
    /// Whether it is a stencil for the colour that is set.
    pub(crate) stencil: bool,
    /// Its colours; `None` for a stencil, and where the data of JPEG 2000 tells.
    pub(crate) space: Option<Arc<Space>>,
    /// Its filters, in the order in which they are undone: `DCTDecode`.
    pub(crate) filters: Vec<String>,
    /// How opaque each sample is.
    pub(crate) soft_mask: Option<Arc<Image>>,
    /// Whether it has a mask of another kind: a stencil, or a range of colours.
    pub(crate) masked: bool,
    /// Whether it brings other versions of itself.
    pub(crate) alternates: bool,
    /// Whether it stands in for a picture elsewhere (OPI).
    pub(crate) stand_in: bool,
    /// Its rendering intent.
    pub(crate) intent: Option<String>,
    /// What is wrong with its dictionary.
    pub(crate) faults: Vec<String>,
    /// Its data.
    pub(crate) stream: Arc<Stream>,
}

/// The samples of a picture, line by line from the top, eight bits a component, before its colour space makes sense of them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Samples {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Components a sample.
    pub(crate) parts: usize,
    /// `width * height * parts` bytes: 0 is the least figure of `decode`, 255 the greatest; for Indexed the index itself.
    pub(crate) bytes: Vec<u8>,
    /// The colour space of the data itself, for JPEG 2000 without one.
    pub(crate) space: Option<Arc<Space>>,
}

impl Image {
    /// Reads the dictionary of a picture. `object` is its number.
    pub(crate) fn read(_file: &File, stream: &Stream, object: Option<u32>, _resources: &Dictionary) -> Image {
        Image {
            object,
            size: (0, 0),
            bits: 0,
            stencil: false,
            space: None,
            filters: Vec::new(),
            soft_mask: None,
            masked: false,
            alternates: false,
            stand_in: false,
            intent: None,
            faults: Vec::new(),
            stream: Arc::new(stream.clone()),
        }
    }

    /// The samples; `Err` tells in lower case why there are none.
    pub(crate) fn samples(&self, _file: &File) -> Result<Samples, String> {
        Err("not read".to_owned())
    }
}
