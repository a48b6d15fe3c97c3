//! Rewrites the pages of a document, and the forms that they show, with all their colours converted to ink.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use feuillet_colour::InkConverter;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::colour_space::Role;
use super::content::{OVERPRINT, rewrite};
use super::error::PdfxError;
use super::matrix::Matrix;
use super::objects::{Conversion, NewObjects};
use super::resources::{Resources, XObject};
use crate::export::repack::inflated;

/// An object, and what its colours are for: the same one may be printed and be a mask.
pub(super) type ObjectUse = (ObjectId, Role);

/// An image that is converted when the largest size at which it is painted is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PlacedImage {
    /// The object that takes its place.
    pub(super) target: ObjectId,
    /// The largest width and height at which it is painted, in points; `None` if they can't be told.
    pub(super) size: Option<[f32; 2]>,
}

/// What a rewritten content stream shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// The images, with the transformations from them to the stream's own space; `None` if one can't be told.
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
    forms: HashMap<ObjectUse, (ObjectId, Shown)>,
    /// The forms that are being converted.
    open: BTreeSet<ObjectUse>,
    /// The states that switch overprint.
    overprints: [Option<ObjectId>; 4],
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

    /// Converts a page. Its boxes are left as they are.
    pub(super) fn page(&mut self, id: ObjectId) -> Result<(), PdfxError> {
        let mut page = self.source.get_dictionary(id)?.clone();
        let contents = page.get(b"Contents").and_then(Object::as_reference)?;
        let mut stream = self.stream(contents)?.clone();
        let resources = self.dictionary(page.get(b"Resources").ok())?;
        let (resources, shown) = self.content(contents, &mut stream, &resources, Role::Printed)?;
        page.set("Resources", resources);
        page.remove(b"Group");
        if shown.transparent {
            page.set("Group", transparency_group(Role::Printed));
        }
        for (image, matrix) in shown.images {
            self.place_image(image, matrix)?;
        }
        self.new_objects.objects.insert(contents, Object::Stream(stream));
        self.new_objects.objects.insert(id, Object::Dictionary(page));
        Ok(())
    }

    /// Converts a form or the cell of a tiling pattern, once.
    pub(super) fn form(
        &mut self,
        id: ObjectId,
        role: Role,
    ) -> Result<(ObjectId, Shown), PdfxError> {
        if let Some((target, shown)) = self.forms.get(&(id, role)) {
            return Ok((*target, shown.clone()));
        }
        if !self.open.insert((id, role)) {
            return Err(PdfxError::unsupported(format!("the form {} inside itself", id.0)));
        }
        let mut stream = self.stream(id)?.clone();
        let resources = self.dictionary(stream.dict.get(b"Resources").ok())?;
        let target = self.target(id, role);
        let (resources, mut shown) = self.content(target, &mut stream, &resources, role)?;
        stream.dict.set("Resources", resources);
        if let Ok(group) = stream.dict.get(b"Group") {
            let mut group = self.dictionary(Some(group))?;
            group.set("CS", blending_space(role));
            stream.dict.set("Group", group);
            shown.transparent = true;
        }
        self.new_objects.objects.insert(target, Object::Stream(stream));
        self.open.remove(&(id, role));
        self.forms.insert((id, role), (target, shown.clone()));
        Ok((target, shown))
    }

    /// Converts the content of a stream, and gives the resources that it then has.
    pub(super) fn content(
        &mut self,
        id: ObjectId,
        stream: &mut Stream,
        resources: &Dictionary,
        role: Role,
    ) -> Result<(Dictionary, Shown), PdfxError> {
        let Resources { mut dictionary, names, x_objects, mut shown } =
            self.resources(resources, role)?;
        let content = inflated(stream)
            .ok_or_else(|| PdfxError::unsupported(format!("the filter of stream {}", id.0)))?;
        let rewritten = rewrite(&content, &names, role, self.inks)?;
        stream.set_content(rewritten.content);
        for key in [&b"Filter"[..], b"DecodeParms"] {
            stream.dict.remove(key);
        }
        self.rewritten.insert(id);
        for (name, matrix) in rewritten.painted {
            match x_objects.get(&name) {
                Some(XObject::Image(image)) => shown.images.push((*image, Some(matrix))),
                Some(XObject::Form(form, own)) => {
                    shown.include(&self.forms[&(*form, role)].1, &own.then(&matrix));
                }
                None => {
                    let name = String::from_utf8_lossy(&name);
                    return Err(PdfxError::unsupported(format!("the undefined name `{name}`")));
                }
            }
        }
        if rewritten.overprints.contains(&true) {
            let mut states = self.dictionary(dictionary.get(b"ExtGState").ok())?;
            for index in (0..4).filter(|index| rewritten.overprints[*index]) {
                states.set(format!("{OVERPRINT}{index}"), self.overprint(index));
            }
            dictionary.set("ExtGState", states);
        }
        Ok((dictionary, shown))
    }

    /// The state that sets overprint for fills (1), strokes (2), both (3) or none (0).
    fn overprint(&mut self, index: usize) -> ObjectId {
        if let Some(id) = self.overprints[index] {
            return id;
        }
        let id = self.new_objects.add(dictionary! {
            "Type" => "ExtGState", "OP" => index & 2 != 0, "op" => index & 1 != 0, "OPM" => 1,
        });
        self.overprints[index] = Some(id);
        id
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

/// The colour space in which transparency is blended.
fn blending_space(role: Role) -> Object {
    let name: &[u8] = match role {
        Role::Printed => b"DeviceCMYK",
        Role::Mask => b"DeviceGray",
    };
    Object::Name(name.to_vec())
}

/// The transparency group of a page.
fn transparency_group(role: Role) -> Dictionary {
    dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => blending_space(role) }
}
