//! Converts the resources of a content stream: XObjects, graphics states, patterns, shadings, fonts and spot colours.

use std::collections::HashMap;

use lopdf::{Dictionary, Object, ObjectId};

use super::colour_space::{ColourSpace, Role};
use super::content::Names;
use super::converter::{ObjectUse, PageConverter, PlacedImage, Shown};
use super::error::PdfxError;
use super::matrix::Matrix;
use super::objects::{numbers, reals};
use super::shading;

/// An XObject, as a content stream names it.
pub(super) enum XObject {
    /// A form, with its own matrix.
    Form(ObjectId, Matrix),
    Image(ObjectUse),
}

/// The resources of a content stream after conversion.
#[derive(Default)]
pub(super) struct Resources {
    /// The resource dictionary, without the colour spaces that are gone.
    pub(super) dictionary: Dictionary,
    /// The names that matter when the stream is rewritten.
    pub(super) names: Names,
    pub(super) x_objects: HashMap<Vec<u8>, XObject>,
    /// What the resources show, apart from the XObjects that the stream paints.
    pub(super) shown: Shown,
}

impl PageConverter<'_, '_> {
    /// Converts the resources of a content stream.
    pub(super) fn resources(
        &mut self,
        resources: &Dictionary,
        role: Role,
    ) -> Result<Resources, PdfxError> {
        let mut out = Resources::default();
        for (category, entries) in resources {
            match category.as_slice() {
                // Obsolete since PDF 1.4 (ISO 32000-1, 14.2).
                b"ProcSet" => continue,
                b"ColorSpace" | b"ExtGState" | b"XObject" | b"Pattern" | b"Shading" | b"Font" => {}
                other => {
                    let name = String::from_utf8_lossy(other);
                    return Err(PdfxError::unsupported(format!("resources of type `{name}`")));
                }
            }
            let mut kept = Dictionary::new();
            for (name, entry) in &self.dictionary(Some(entries))? {
                if let Some(converted) = self.resource(category, (name, entry), role, &mut out)? {
                    kept.set(name.clone(), converted);
                }
            }
            if !kept.is_empty() {
                out.dictionary.set(category.clone(), kept);
            }
        }
        Ok(out)
    }

    /// Converts one resource; `None` if it is needed no longer.
    fn resource(
        &mut self,
        category: &[u8],
        (name, entry): (&[u8], &Object),
        role: Role,
        out: &mut Resources,
    ) -> Result<Option<Object>, PdfxError> {
        if category == b"ColorSpace" {
            let space = ColourSpace::read(self.source, entry)?;
            out.names.spaces.insert(name.to_vec(), space);
            let is_separation = space == ColourSpace::Separation;
            return is_separation.then(|| self.separation(entry)).transpose();
        }
        let id = entry.as_reference()?;
        let target = match category {
            b"ExtGState" => {
                if self.graphics_state(id)? {
                    out.names.transparent_states.insert(name.to_vec());
                    out.shown.transparent = true;
                }
                id
            }
            b"XObject" => {
                let (target, x_object) = self.x_object(id, role, &mut out.shown)?;
                out.x_objects.insert(name.to_vec(), x_object);
                target
            }
            b"Pattern" => self.pattern(id, role, &mut out.shown)?,
            b"Shading" => self.shading(id, role)?,
            _ => {
                self.font(id, role)?;
                id
            }
        };
        Ok(Some(Object::Reference(target)))
    }

    /// Converts a form; an image is converted later.
    fn x_object(
        &mut self,
        id: ObjectId,
        role: Role,
        shown: &mut Shown,
    ) -> Result<(ObjectId, XObject), PdfxError> {
        let stream = self.stream(id)?;
        match stream.dict.get(b"Subtype").and_then(Object::as_name)? {
            b"Form" => {
                let (target, _) = self.form(id, role)?;
                Ok((target, XObject::Form(id, Matrix::of(&stream.dict))))
            }
            b"Image" => {
                shown.transparent |= stream.dict.has(b"SMask");
                let image = (id, role);
                if !self.images.contains_key(&image) {
                    let target = self.target(id, role);
                    self.images.insert(image, PlacedImage { target, size: Some([0.0; 2]) });
                }
                Ok((self.images[&image].target, XObject::Image(image)))
            }
            other => {
                let name = String::from_utf8_lossy(other);
                Err(PdfxError::unsupported(format!("an XObject of type `{name}`")))
            }
        }
    }

    /// Converts the soft mask of a graphics state, and tells whether the state has transparency.
    fn graphics_state(&mut self, id: ObjectId) -> Result<bool, PdfxError> {
        if let Some(transparent) = self.states.get(&id) {
            return Ok(*transparent);
        }
        let mut state = self.source.get_dictionary(id)?.clone();
        let opaque = |key: &[u8]| match state.get(key) {
            Ok(alpha) => Ok::<_, PdfxError>(alpha.as_float()? >= 1.0),
            Err(_) => Ok(true),
        };
        let mut transparent = !(opaque(b"ca")? && opaque(b"CA")?);
        transparent |=
            state.get(b"BM").and_then(Object::as_name).is_ok_and(|mode| mode != b"Normal");
        if let Ok(mask) = state.get(b"SMask")
            && !matches!(mask, Object::Name(_))
        {
            let mut mask = self.dictionary(Some(mask))?;
            if mask.has(b"BC") || mask.has(b"TR") {
                return Err(PdfxError::unsupported("a soft mask with a backdrop"));
            }
            let group = mask.get(b"G").and_then(Object::as_reference)?;
            let (target, shown) = self.form(group, Role::Mask)?;
            for (image, _) in shown.images {
                self.place_image(image, None)?;
            }
            mask.set("G", target);
            state.set("SMask", mask);
            transparent = true;
        }
        self.new_objects.objects.insert(id, Object::Dictionary(state));
        self.states.insert(id, transparent);
        Ok(transparent)
    }

    /// Converts a tiling or a shading pattern.
    fn pattern(
        &mut self,
        id: ObjectId,
        role: Role,
        shown: &mut Shown,
    ) -> Result<ObjectId, PdfxError> {
        if let Object::Stream(stream) = self.source.get_object(id)? {
            let (target, cell) = self.form(id, role)?;
            shown.include(&cell, &Matrix::of(&stream.dict));
            return Ok(target);
        }
        if let Some(target) = self.patterns.get(&(id, role)) {
            return Ok(*target);
        }
        let mut pattern = self.source.get_dictionary(id)?.clone();
        let shading = pattern.get(b"Shading").and_then(Object::as_reference)?;
        pattern.set("Shading", self.shading(shading, role)?);
        let target = self.target(id, role);
        self.new_objects.objects.insert(target, Object::Dictionary(pattern));
        self.patterns.insert((id, role), target);
        Ok(target)
    }

    fn shading(&mut self, id: ObjectId, role: Role) -> Result<ObjectId, PdfxError> {
        if let Some(target) = self.shadings.get(&(id, role)) {
            return Ok(*target);
        }
        let shading = self.source.get_dictionary(id)?;
        let shading = shading::convert(&mut self.conversion(), shading, role)?;
        let target = self.target(id, role);
        self.new_objects.objects.insert(target, Object::Dictionary(shading));
        self.shadings.insert((id, role), target);
        Ok(target)
    }

    /// Converts the glyphs of a Type 3 font, which are drawings. The glyphs of other fonts take the colour that is set.
    fn font(&mut self, id: ObjectId, role: Role) -> Result<(), PdfxError> {
        let mut font = self.source.get_dictionary(id)?.clone();
        if font.get(b"Subtype").and_then(Object::as_name)? != b"Type3" {
            return Ok(());
        }
        if role == Role::Mask {
            return Err(PdfxError::unsupported("a Type 3 font in a mask"));
        }
        if !self.fonts.insert(id) {
            return Ok(());
        }
        let resources = self.dictionary(font.get(b"Resources").ok())?;
        let glyphs = self.dictionary(font.get(b"CharProcs").ok())?;
        for (_, glyph) in &glyphs {
            let glyph = glyph.as_reference()?;
            let mut stream = self.stream(glyph)?.clone();
            let (resources, shown) = self.content(glyph, &mut stream, &resources, Role::Printed)?;
            for (image, _) in shown.images {
                self.place_image(image, None)?;
            }
            self.new_objects.objects.insert(glyph, Object::Stream(stream));
            font.set("Resources", resources);
        }
        self.new_objects.objects.insert(id, Object::Dictionary(font));
        Ok(())
    }

    /// Makes CMYK the alternate colour space of a spot colour.
    fn separation(&mut self, entry: &Object) -> Result<Object, PdfxError> {
        let mut items = self.source.dereference(entry)?.1.as_array()?.clone();
        let unexpected =
            || PdfxError::unsupported("a spot colour whose tint transform is not linear");
        let [_, _, alternate, transform] = items.as_mut_slice() else { return Err(unexpected()) };
        let own = ColourSpace::read(self.source, alternate)?;
        if let ColourSpace::Cmyk(None) = own {
            return Ok(Object::Array(items));
        }
        let mut function = self.dictionary(Some(transform))?;
        let solid = numbers(&function, b"C1").ok_or_else(unexpected)?;
        let solid = own.to_cmyk(&solid, self.inks);
        function.set("C0", reals(&[0.0; 4]));
        function.set("C1", reals(&solid));
        function.set("Range", reals(&[0.0, 1.0].repeat(4)));
        *alternate = Object::Name(b"DeviceCMYK".to_vec());
        *transform = Object::Dictionary(function);
        Ok(Object::Array(items))
    }
}
