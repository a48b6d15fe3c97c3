//! Turns forms, transparency groups and annotation appearances into items (ISO 32000-1, 8.10, 11.6.6 and 12.5.5).

use std::sync::Arc;

use lopdf::{Dictionary, Object, Stream};

use crate::file::{File, number_of};
use crate::geometry::Matrix;
use crate::page::{ContentScope, FaultKind, TransparencyGroup};
use crate::plates::Clip;
use crate::request::Target;
use crate::resources::colour::Space;
use crate::run::caches::Address;
use crate::run::interpreter::{Frame, Interpreter};
use crate::run::painting::quadrangle;
use crate::run::state::State;
use crate::run::tokens::{Operator, operator};

impl<'a> Interpreter<'a> {
    /// Runs `Do`; `false` if the operator is another.
    pub(super) fn object(&mut self, name: Operator, operands: &[Object]) -> bool {
        const DO: Operator = operator("Do");
        const PS: Operator = operator("PS");
        match name {
            DO => {}
            PS => {
                self.fault(FaultKind::PostScript, "the operator `PS`");
                return true;
            }
            _ => return false,
        }
        let Some(name) = operands.last().and_then(|name| name.as_name().ok()) else {
            self.wrong_operands(DO);
            return true;
        };
        let Some(object) = self.named("XObject", name) else {
            self.missing("form or picture", name);
            return true;
        };
        let Object::Stream(stream) = self.env.file.resolve(object) else {
            self.missing("form or picture", name);
            return true;
        };
        self.layered(&stream.dict, |interpreter| {
            match interpreter.env.file.name(&stream.dict, "Subtype") {
                Some(b"Image") => interpreter.image(stream, number_of(object)),
                Some(b"Form")
                    if interpreter.env.file.name(&stream.dict, "Subtype2") == Some(b"PS") =>
                {
                    interpreter.fault(FaultKind::PostScript, "a form in PostScript");
                }
                Some(b"Form") => interpreter.form(stream, number_of(object)),
                Some(b"PS") => interpreter.fault(FaultKind::PostScript, "an object in PostScript"),
                _ => interpreter.missing("form or picture", name),
            }
        });
        true
    }

    /// Does something within the layer of an object, if it has one (ISO 32000-1, 8.11.3.3).
    fn layered(&mut self, dictionary: &Dictionary, act: impl FnOnce(&mut Interpreter<'a>)) {
        let Ok(layer) = dictionary.get(b"OC") else { return act(self) };
        self.page.layers.extend(number_of(layer));
        let mut content = self.content();
        content.layer = true;
        content.hidden |= self.env.layers.hide(self.env.file, layer);
        self.scopes.push(content);
        self.hide_or_show();
        act(self);
        self.scopes.pop();
        self.hide_or_show();
    }

    /// Runs a form in the state that is set.
    pub(super) fn form(&mut self, stream: &'a Stream, number: Option<u32>) {
        if !self.may_enter(number) {
            return;
        }
        let Some(contents) = self.contents_of(stream, number) else { return };
        let file = self.env.file;
        let dictionary = &stream.dict;
        let outer = self.state.clone();
        let matrix = file.matrix(dictionary, "Matrix").unwrap_or(Matrix::IDENTITY);
        self.state.matrix = matrix.then(self.state.matrix);
        match file.rectangle(dictionary, "BBox") {
            Some(bounds) => {
                if let Some(frame) = quadrangle(bounds, self.state.matrix) {
                    self.state.clip = self.state.clip.and(self.canvas.as_ref(), &frame, false);
                }
            }
            None => self.fault(FaultKind::Resource, "a form without `BBox`"),
        }
        if let Some(group) = file.dict(dictionary, "Group")
            && file.name(group, "S") == Some(b"Transparency")
        {
            self.note_group(group, number, false);
            self.state.enter_group();
        }
        let coloured = self.frame().coloured;
        let resources = self.resources_of(dictionary);
        let base = self.state.matrix;
        let owner = number.or(self.frame().owner);
        let around = self.content();
        let sealed = self.frame().sealed || around.id.is_some() || around.artifact;
        self.frames.push(Frame { form: number, owner, sealed, base, resources, coloured });
        self.run_within(&contents);
        self.frames.pop();
        self.state = outer;
    }

    /// Runs what the annotations of the page look like (ISO 32000-1, 12.5.5), where they show or are printed. Their words for
    /// screen readers are not those of the contents, so these are treated as artifacts.
    pub(super) fn run_appearances(&mut self) {
        const MOST: usize = 1000;
        /// Flags (ISO 32000-1, table 165).
        const HIDDEN: i64 = 2;
        const PRINTED: i64 = 4;
        const UNSEEN: i64 = 32;
        let file = self.env.file;
        let page = Arc::clone(&self.page.dictionary);
        let annotations: Vec<Object> =
            file.array(&page, "Annots").unwrap_or_default().iter().take(MOST).cloned().collect();
        for annotation in annotations {
            let id = annotation.as_reference();
            let Some(Object::Dictionary(annotation)) =
                id.ok().and_then(|id| file.document.objects.get(&id))
            else {
                continue;
            };
            let flags = file.integer(annotation, "F").unwrap_or(0);
            let is_visible = match self.env.target {
                Target::Screen => flags & UNSEEN == 0,
                Target::Print | Target::Office => flags & PRINTED != 0,
            };
            if flags & HIDDEN != 0 || !is_visible {
                continue;
            }
            let Some(Object::Stream(form)) = appearance(file, annotation) else { continue };
            let number =
                file.dict(annotation, "AP").and_then(|all| all.get(b"N").ok()).and_then(number_of);
            let (Some(area), Some(bounds)) =
                (file.rectangle(annotation, "Rect"), file.rectangle(&form.dict, "BBox"))
            else {
                continue;
            };
            let own = file.matrix(&form.dict, "Matrix").unwrap_or(Matrix::IDENTITY).around(bounds);
            if !(own.width() > 0.0 && own.height() > 0.0) {
                continue;
            }
            let (across, along) = (area.width() / own.width(), area.height() / own.height());
            let state = State::new(Clip::of(self.page.boxes.media));
            let outer = std::mem::replace(&mut self.state, state);
            self.state.matrix = Matrix([
                across,
                0.0,
                0.0,
                along,
                area.x0 - own.x0 * across,
                area.y0 - own.y0 * along,
            ]);
            let artifact = ContentScope { artifact: true, ..ContentScope::default() };
            self.scopes.push(artifact);
            self.form(form, number);
            self.scopes.pop();
            self.state = outer;
        }
    }

    /// Notes a transparency group, each once.
    pub(super) fn note_group(&mut self, group: &'a Dictionary, form: Option<u32>, mask: bool) {
        const MOST: usize = 10_000;
        let file = self.env.file;
        if file.name(group, "S").is_some_and(|kind| kind != b"Transparency") {
            return;
        }
        let space = group.get(b"CS").ok().map(|space| {
            let resources = self.frame().resources;
            let address = Address::of(file.resolve(space));
            self.env.caches.space(address, || Space::read(file, space, resources))
        });
        let isolated = form.is_none() || file.boolean(group, "I") == Some(true);
        let found = TransparencyGroup { form, space, mask, isolated };
        if self.page.groups.len() < MOST && !self.page.groups.contains(&found) {
            self.page.groups.push(found);
        }
    }
}

/// What an annotation looks like when nobody points at it, in the state that it is in.
fn appearance<'a>(file: &'a File, annotation: &'a Dictionary) -> Option<&'a Object> {
    let normal = file.entry(file.dict(annotation, "AP")?, "N")?;
    match normal {
        Object::Dictionary(states) => {
            let state = file.name(annotation, "AS")?;
            Some(file.resolve(states.get(state).ok()?))
        }
        stream => Some(stream),
    }
}
