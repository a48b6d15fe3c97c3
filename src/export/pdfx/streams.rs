//! Rewrites the pages of a document, and the forms that they show, with all their colours converted to ink.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::colour_space::Role;
use super::content::{OVERPRINT, rewrite};
use super::converter::{PageConverter, Shown};
use super::error::PdfxError;
use super::resources::{Resources, XObject};
use crate::export::repack::inflated;

impl PageConverter<'_, '_> {
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
