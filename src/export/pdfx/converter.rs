//! Keeps what the conversion of a document has made so far, and the images that it has yet to convert.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use feuillet_colour::InkConverter;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::colour_space::Role;
use super::error::PdfxError;
use super::matrix::Matrix;
use super::objects::{Conversion, NewObjects};

/// An object, and what its colours are for: the same one may be printed and be a mask.
pub(super) type ObjectUse = (ObjectId, Role);

/// An image that is converted when the largest size at which it is painted is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PlacedImage {
    /// The object that takes its place.
    pub(super) target: ObjectId,
    /// The largest width and height at which it is painted, in points; `None` if they are unknown.
    pub(super) size: Option<[f32; 2]>,
}

/// What a rewritten content stream shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// The images, with the transformations from them to the stream's own space; `None` if one is unknown.
    pub(super) images: Vec<(ObjectUse, Option<Matrix>)>,
    /// Whether it has transparency.
    pub(super) transparent: bool,
}

impl Shown {
    /// Adds what another stream shows, at a place in this one.
    pub(super) fn include(&mut self, other: &Shown, placed: &Matrix) {
        self.transparent |= other.transparent;
        self.images.extend(
            other
                .images
                .iter()
                .map(|(image, matrix)| (*image, matrix.as_ref().map(|matrix| matrix.then(placed)))),
        );
    }
}

/// Converts one document. It reads from the document as it was, and keeps what it writes beside it.
pub(super) struct PageConverter<'a, 'i> {
    pub(super) source: &'a Document,
    pub(super) inks: &'a mut InkConverter<'i>,
    /// Objects that are new or changed.
    pub(super) new_objects: NewObjects,
    /// The content streams that were rewritten.
    pub(super) rewritten: HashSet<ObjectId>,
    pub(super) images: BTreeMap<ObjectUse, PlacedImage>,
    /// Whether the graphics states that were converted have transparency.
    pub(super) states: HashMap<ObjectId, bool>,
    /// The fonts with drawn glyphs that were converted.
    pub(super) fonts: HashSet<ObjectId>,
    /// The shadings that were converted, and what takes their place.
    pub(super) shadings: HashMap<ObjectUse, ObjectId>,
    /// The shading patterns that were converted, and what takes their place.
    pub(super) patterns: HashMap<ObjectUse, ObjectId>,
    /// The forms that were converted, with what takes their place.
    pub(super) forms: HashMap<ObjectUse, (ObjectId, Shown)>,
    /// The forms that are being converted.
    pub(super) open: BTreeSet<ObjectUse>,
    /// The states that switch overprint.
    pub(super) overprints: [Option<ObjectId>; 4],
}

impl<'a, 'i> PageConverter<'a, 'i> {
    /// Starts to convert a document.
    pub(super) fn new(
        source: &'a Document,
        inks: &'a mut InkConverter<'i>,
    ) -> PageConverter<'a, 'i> {
        PageConverter {
            source,
            inks,
            new_objects: NewObjects::beside(source),
            rewritten: HashSet::new(),
            images: BTreeMap::new(),
            states: HashMap::new(),
            fonts: HashSet::new(),
            shadings: HashMap::new(),
            patterns: HashMap::new(),
            forms: HashMap::new(),
            open: BTreeSet::new(),
            overprints: [None; 4],
        }
    }

    /// Notes how large an image is painted.
    pub(super) fn place_image(
        &mut self,
        image: ObjectUse,
        matrix: Option<Matrix>,
    ) -> Result<(), PdfxError> {
        let unknown = || PdfxError::unsupported(format!("the unknown image {}", image.0.0));
        let placed = self.images.get_mut(&image).ok_or_else(unknown)?;
        placed.size = match (placed.size, matrix) {
            (Some(size), Some(matrix)) => {
                let sides = matrix.sides();
                Some([size[0].max(sides[0]), size[1].max(sides[1])])
            }
            _ => None,
        };
        Ok(())
    }

    /// What converting a single object takes.
    pub(super) fn conversion(&mut self) -> Conversion<'_, 'i> {
        Conversion { source: self.source, inks: self.inks, new_objects: &mut self.new_objects }
    }

    /// The object that takes the place of another: itself where it is printed.
    pub(super) fn target(&mut self, id: ObjectId, role: Role) -> ObjectId {
        match role {
            Role::Printed => id,
            Role::Mask => self.new_objects.new_id(),
        }
    }

    /// A stream of the document.
    pub(super) fn stream(&self, id: ObjectId) -> Result<&'a Stream, PdfxError> {
        Ok(self.source.get_object(id)?.as_stream()?)
    }

    /// A dictionary, direct or referred to; an empty one if there is none.
    pub(super) fn dictionary(&self, object: Option<&Object>) -> Result<Dictionary, PdfxError> {
        let Some(object) = object else { return Ok(Dictionary::new()) };
        Ok(self.source.dereference(object)?.1.as_dict()?.clone())
    }
}
