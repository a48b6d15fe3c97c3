//! A PDF of Typst's in; its pages, forms, patterns, masks and glyphs out with all their colours as ink.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use feuillet_colour::Inks;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::content::{Names, OVERPRINT, rewrite};
use super::matrix::Matrix;
use super::objects::{Bench, Fresh, numbers, reals};
use super::shading;
use super::space::{Role, Space, space};
use super::{Fault, ink_of};
use crate::export::repack::below_flate;

/// A picture that is drawn: the object, and what its colours are for.
pub(super) type Drawn = (ObjectId, Role);

/// How large a picture is drawn at the most, in points; `None` if that can't be told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent {
    /// The object that takes the place of the picture.
    pub(super) target: ObjectId,
    /// Width and height, in points.
    pub(super) size: Option<[f32; 2]>,
}

/// What is known of a form, a pattern or a page once it is written anew.
#[derive(Debug, Clone, Default)]
struct Known {
    /// The pictures in it, with the ways from them to its own space; `None` where that can't be told.
    pictures: Vec<(Drawn, Option<Matrix>)>,
    /// Whether something in it can be seen through.
    transparent: bool,
}

/// What a name of an XObject stands for.
enum External {
    Form(ObjectId, Matrix),
    Picture(Drawn),
}

/// The conversion of one file. It reads from the file as it was and writes beside it, since the same object may be
/// printed and be a mask.
pub(super) struct Walk<'a, 'i> {
    pub(super) source: &'a Document,
    pub(super) inks: &'a mut Inks<'i>,
    /// Objects that are new or changed.
    pub(super) fresh: Fresh,
    /// Streams whose operators were written anew.
    pub(super) written: HashSet<ObjectId>,
    /// The pictures.
    pub(super) pictures: BTreeMap<Drawn, Extent>,
    forms: HashMap<Drawn, (ObjectId, Known)>,
    open: BTreeSet<Drawn>,
    states: HashMap<ObjectId, bool>,
    fonts: HashSet<ObjectId>,
    shadings: HashMap<Drawn, ObjectId>,
    patterns: HashMap<Drawn, ObjectId>,
    overprints: [Option<ObjectId>; 4],
}

impl<'a, 'i> Walk<'a, 'i> {
    pub(super) fn new(source: &'a Document, inks: &'a mut Inks<'i>) -> Walk<'a, 'i> {
        Walk {
            source,
            inks,
            fresh: Fresh::beside(source),
            written: HashSet::new(),
            pictures: BTreeMap::new(),
            forms: HashMap::new(),
            open: BTreeSet::new(),
            states: HashMap::new(),
            fonts: HashSet::new(),
            shadings: HashMap::new(),
            patterns: HashMap::new(),
            overprints: [None; 4],
        }
    }

    /// Writes a page anew. Its boxes are left as they are.
    pub(super) fn page(&mut self, id: ObjectId) -> Result<(), Fault> {
        let mut page = self.source.get_dictionary(id)?.clone();
        let contents = page.get(b"Contents").and_then(Object::as_reference)?;
        let mut stream = self.stream(contents)?.clone();
        let resources = self.dictionary(page.get(b"Resources").ok())?;
        let (resources, known) = self.content(contents, &mut stream, &resources, Role::Printed)?;
        page.set("Resources", resources);
        page.remove(b"Group");
        if known.transparent {
            page.set("Group", group(Role::Printed));
        }
        for (drawn, matrix) in known.pictures {
            self.place(drawn, matrix)?;
        }
        self.fresh.objects.insert(contents, Object::Stream(stream));
        self.fresh.objects.insert(id, Object::Dictionary(page));
        Ok(())
    }

    /// Adds an object.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        self.fresh.add(object)
    }

    /// What the conversion of one object needs.
    pub(super) fn bench(&mut self) -> Bench<'_, 'i> {
        Bench { source: self.source, inks: self.inks, fresh: &mut self.fresh }
    }

    /// The object that takes the place of another: itself where it is printed.
    fn target(&mut self, id: ObjectId, role: Role) -> ObjectId {
        match role {
            Role::Printed => id,
            Role::Mask => self.fresh.new_id(),
        }
    }

    pub(super) fn stream(&self, id: ObjectId) -> Result<&'a Stream, Fault> {
        Ok(self.source.get_object(id)?.as_stream()?)
    }

    /// A dictionary that stands here or elsewhere; an empty one if there is none.
    pub(super) fn dictionary(&self, object: Option<&Object>) -> Result<Dictionary, Fault> {
        let Some(object) = object else { return Ok(Dictionary::new()) };
        Ok(self.source.dereference(object)?.1.as_dict()?.clone())
    }

    /// Writes the content of a stream anew, and gives the resources that it then has.
    fn content(
        &mut self,
        id: ObjectId,
        stream: &mut Stream,
        resources: &Dictionary,
        role: Role,
    ) -> Result<(Dictionary, Known), Fault> {
        let (mut resources, names, externals, mut known) = self.resources(resources, role)?;
        let content = below_flate(stream)
            .ok_or_else(|| Fault::Unexpected { what: format!("the filter of stream {}", id.0) })?;
        let written = rewrite(&content, &names, role, self.inks)?;
        stream.set_content(written.content);
        for key in [&b"Filter"[..], b"DecodeParms"] {
            stream.dict.remove(key);
        }
        self.written.insert(id);
        for (name, matrix) in written.draws {
            match externals.get(&name) {
                Some(External::Picture(drawn)) => known.pictures.push((*drawn, Some(matrix))),
                Some(External::Form(form, own)) => {
                    let form = &self.forms[&(*form, role)].1;
                    known.transparent |= form.transparent;
                    let way = own.then(&matrix);
                    known.pictures.extend(form.pictures.iter().map(|(drawn, matrix)| {
                        (*drawn, matrix.as_ref().map(|matrix| matrix.then(&way)))
                    }));
                }
                None => {
                    let name = String::from_utf8_lossy(&name).into_owned();
                    return Err(Fault::Unexpected { what: format!("the name `{name}`") });
                }
            }
        }
        if written.overprints.contains(&true) {
            let mut states = self.dictionary(resources.get(b"ExtGState").ok())?;
            for index in (0..4).filter(|index| written.overprints[*index]) {
                states.set(format!("{OVERPRINT}{index}"), self.overprint(index));
            }
            resources.set("ExtGState", states);
        }
        Ok((resources, known))
    }

    /// The state that sets overprint for fills (1), strokes (2), both (3) or none (0).
    fn overprint(&mut self, index: usize) -> ObjectId {
        if let Some(id) = self.overprints[index] {
            return id;
        }
        let id = self.add(dictionary! {
            "Type" => "ExtGState", "OP" => index & 2 != 0, "op" => index & 1 != 0, "OPM" => 1,
        });
        self.overprints[index] = Some(id);
        id
    }

    /// Converts what a stream names, and gives the resources without the colour spaces that are gone.
    #[allow(clippy::type_complexity, reason = "the four things that a stream is written with")]
    fn resources(
        &mut self,
        resources: &Dictionary,
        role: Role,
    ) -> Result<(Dictionary, Names, HashMap<Vec<u8>, External>, Known), Fault> {
        let mut out = Dictionary::new();
        let (mut names, mut externals) = (Names::default(), HashMap::new());
        let mut known = Known::default();
        for (category, entries) in resources {
            let entries = match category.as_slice() {
                // Obsolete since PDF 1.4 (ISO 32000-1, 14.2).
                b"ProcSet" => continue,
                b"ColorSpace" | b"ExtGState" | b"XObject" | b"Pattern" | b"Shading" | b"Font" => {
                    self.dictionary(Some(entries))?
                }
                other => {
                    let name = String::from_utf8_lossy(other);
                    return Err(Fault::Unexpected { what: format!("resources `{name}`") });
                }
            };
            let mut kept = Dictionary::new();
            for (name, entry) in &entries {
                let id = || Ok::<_, Fault>(entry.as_reference()?);
                match category.as_slice() {
                    b"ColorSpace" => {
                        let space = space(self.source, entry)?;
                        names.spaces.insert(name.clone(), space);
                        if space == Space::Spot {
                            kept.set(name.clone(), self.separation(entry)?);
                        }
                    }
                    b"ExtGState" => {
                        if self.graphics_state(id()?)? {
                            names.soft.insert(name.clone());
                            known.transparent = true;
                        }
                        kept.set(name.clone(), entry.clone());
                    }
                    b"XObject" => {
                        let (target, external) = self.external(id()?, role, &mut known)?;
                        externals.insert(name.clone(), external);
                        kept.set(name.clone(), target);
                    }
                    b"Pattern" => {
                        kept.set(name.clone(), self.pattern(id()?, role, &mut known)?);
                    }
                    b"Shading" => kept.set(name.clone(), self.shading(id()?, role)?),
                    _ => {
                        self.font(id()?, role)?;
                        kept.set(name.clone(), entry.clone());
                    }
                }
            }
            if !kept.is_empty() {
                out.set(category.clone(), kept);
            }
        }
        Ok((out, names, externals, known))
    }

    fn external(
        &mut self,
        id: ObjectId,
        role: Role,
        known: &mut Known,
    ) -> Result<(ObjectId, External), Fault> {
        let stream = self.stream(id)?;
        match stream.dict.get(b"Subtype").and_then(Object::as_name)? {
            b"Form" => {
                let (target, _) = self.form(id, role)?;
                Ok((target, External::Form(id, Matrix::of(&stream.dict))))
            }
            b"Image" => {
                known.transparent |= stream.dict.has(b"SMask");
                let drawn = (id, role);
                if !self.pictures.contains_key(&drawn) {
                    let target = self.target(id, role);
                    self.pictures.insert(drawn, Extent { target, size: Some([0.0; 2]) });
                }
                Ok((self.pictures[&drawn].target, External::Picture(drawn)))
            }
            other => {
                let name = String::from_utf8_lossy(other);
                Err(Fault::Unexpected { what: format!("an external object of kind `{name}`") })
            }
        }
    }

    /// Writes a form, the cell of a pattern or a glyph anew, once.
    fn form(&mut self, id: ObjectId, role: Role) -> Result<(ObjectId, Known), Fault> {
        if let Some((target, known)) = self.forms.get(&(id, role)) {
            return Ok((*target, known.clone()));
        }
        if !self.open.insert((id, role)) {
            return Err(Fault::Unexpected { what: format!("the form {} in itself", id.0) });
        }
        let mut stream = self.stream(id)?.clone();
        let resources = self.dictionary(stream.dict.get(b"Resources").ok())?;
        let target = self.target(id, role);
        let (resources, mut known) = self.content(target, &mut stream, &resources, role)?;
        stream.dict.set("Resources", resources);
        if let Ok(own) = stream.dict.get(b"Group") {
            let mut own = self.dictionary(Some(own))?;
            own.set("CS", group_space(role));
            stream.dict.set("Group", own);
            known.transparent = true;
        }
        self.fresh.objects.insert(target, Object::Stream(stream));
        self.open.remove(&(id, role));
        self.forms.insert((id, role), (target, known.clone()));
        Ok((target, known))
    }

    /// Converts the mask of a graphics state, and tells whether anything is seen through under it.
    fn graphics_state(&mut self, id: ObjectId) -> Result<bool, Fault> {
        if let Some(soft) = self.states.get(&id) {
            return Ok(*soft);
        }
        let mut state = self.source.get_dictionary(id)?.clone();
        let opaque = |key: &[u8]| match state.get(key) {
            Ok(alpha) => Ok::<_, Fault>(alpha.as_float()? >= 1.0),
            Err(_) => Ok(true),
        };
        let mut soft = !(opaque(b"ca")? && opaque(b"CA")?);
        soft |= state.get(b"BM").and_then(Object::as_name).is_ok_and(|mode| mode != b"Normal");
        if let Ok(mask) = state.get(b"SMask")
            && !matches!(mask, Object::Name(_))
        {
            let mut mask = self.dictionary(Some(mask))?;
            if mask.has(b"BC") || mask.has(b"TR") {
                return Err(Fault::Unexpected { what: "a mask with a backdrop".to_owned() });
            }
            let group = mask.get(b"G").and_then(Object::as_reference)?;
            let (target, known) = self.form(group, Role::Mask)?;
            for (drawn, _) in known.pictures {
                self.place(drawn, None)?;
            }
            mask.set("G", target);
            state.set("SMask", mask);
            soft = true;
        }
        self.fresh.objects.insert(id, Object::Dictionary(state));
        self.states.insert(id, soft);
        Ok(soft)
    }

    fn pattern(&mut self, id: ObjectId, role: Role, known: &mut Known) -> Result<ObjectId, Fault> {
        if let Object::Stream(stream) = self.source.get_object(id)? {
            let (target, cell) = self.form(id, role)?;
            let matrix = Matrix::of(&stream.dict);
            known.transparent |= cell.transparent;
            known.pictures.extend(
                cell.pictures
                    .iter()
                    .map(|(drawn, way)| (*drawn, way.as_ref().map(|way| way.then(&matrix)))),
            );
            return Ok(target);
        }
        if let Some(target) = self.patterns.get(&(id, role)) {
            return Ok(*target);
        }
        let mut pattern = self.source.get_dictionary(id)?.clone();
        let shading = pattern.get(b"Shading").and_then(Object::as_reference)?;
        pattern.set("Shading", self.shading(shading, role)?);
        let target = self.target(id, role);
        self.fresh.objects.insert(target, Object::Dictionary(pattern));
        self.patterns.insert((id, role), target);
        Ok(target)
    }

    fn shading(&mut self, id: ObjectId, role: Role) -> Result<ObjectId, Fault> {
        if let Some(target) = self.shadings.get(&(id, role)) {
            return Ok(*target);
        }
        let shading = self.source.get_dictionary(id)?;
        let shading = shading::convert(&mut self.bench(), shading, role)?;
        let target = self.target(id, role);
        self.fresh.objects.insert(target, Object::Dictionary(shading));
        self.shadings.insert((id, role), target);
        Ok(target)
    }

    /// Writes the glyphs of a font anew that are drawings of their own. Other glyphs have the colour that is set.
    fn font(&mut self, id: ObjectId, role: Role) -> Result<(), Fault> {
        let mut font = self.source.get_dictionary(id)?.clone();
        if font.get(b"Subtype").and_then(Object::as_name)? != b"Type3" {
            return Ok(());
        }
        if role == Role::Mask {
            return Err(Fault::Unexpected { what: "a drawn glyph in a mask".to_owned() });
        }
        if !self.fonts.insert(id) {
            return Ok(());
        }
        let resources = self.dictionary(font.get(b"Resources").ok())?;
        let glyphs = self.dictionary(font.get(b"CharProcs").ok())?;
        for (_, glyph) in &glyphs {
            let glyph = glyph.as_reference()?;
            let mut stream = self.stream(glyph)?.clone();
            let (resources, known) = self.content(glyph, &mut stream, &resources, Role::Printed)?;
            for (drawn, _) in known.pictures {
                self.place(drawn, None)?;
            }
            self.fresh.objects.insert(glyph, Object::Stream(stream));
            font.set("Resources", resources);
        }
        self.fresh.objects.insert(id, Object::Dictionary(font));
        Ok(())
    }

    /// An ink of its own, with four inks in its place where the press has none.
    fn separation(&mut self, entry: &Object) -> Result<Object, Fault> {
        let mut items = self.source.dereference(entry)?.1.as_array()?.clone();
        let unexpected = || Fault::Unexpected { what: "an ink without a plain ramp".to_owned() };
        let [_, _, alternate, ramp] = items.as_mut_slice() else { return Err(unexpected()) };
        let own = space(self.source, alternate)?;
        if let Space::Ink(None) = own {
            return Ok(Object::Array(items));
        }
        let mut function = self.dictionary(Some(ramp))?;
        let full = numbers(&function, b"C1").ok_or_else(unexpected)?;
        let full = ink_of(own, &full, self.inks);
        function.set("C0", reals(&[0.0; 4]));
        function.set("C1", reals(&full));
        function.set("Range", reals(&[0.0, 1.0].repeat(4)));
        *alternate = Object::Name(b"DeviceCMYK".to_vec());
        *ramp = Object::Dictionary(function);
        Ok(Object::Array(items))
    }

    /// Notes how large a picture is drawn.
    fn place(&mut self, drawn: Drawn, matrix: Option<Matrix>) -> Result<(), Fault> {
        let unknown = || Fault::Unexpected { what: format!("the picture {}", drawn.0.0) };
        let extent = self.pictures.get_mut(&drawn).ok_or_else(unknown)?;
        extent.size = match (extent.size, matrix) {
            (Some(size), Some(matrix)) => {
                let sides = matrix.sides();
                Some([size[0].max(sides[0]), size[1].max(sides[1])])
            }
            _ => None,
        };
        Ok(())
    }
}

fn group_space(role: Role) -> Object {
    let name: &[u8] = match role {
        Role::Printed => b"DeviceCMYK",
        Role::Mask => b"DeviceGray",
    };
    Object::Name(name.to_vec())
}

/// The group that says in which space transparency is blended.
fn group(role: Role) -> Dictionary {
    dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => group_space(role) }
}
