//! The objects of a PDF in; those that are new out, and small readers and writers of arrays.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use feuillet_colour::Inks;

/// Objects that are new or changed.
pub(super) struct Fresh {
    /// By their number.
    pub(super) objects: BTreeMap<ObjectId, Object>,
    last: u32,
}

impl Fresh {
    /// None yet, beside those of a document.
    pub(super) fn beside(source: &Document) -> Fresh {
        Fresh { objects: BTreeMap::new(), last: source.max_id }
    }

    /// Adds an object.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.new_id();
        self.objects.insert(id, object.into());
        id
    }

    /// A number that no object has.
    pub(super) fn new_id(&mut self) -> ObjectId {
        self.last += 1;
        (self.last, 0)
    }
}

/// What is needed to convert one object that may need others.
pub(super) struct Bench<'b, 'i> {
    pub(super) source: &'b Document,
    pub(super) inks: &'b mut Inks<'i>,
    pub(super) fresh: &'b mut Fresh,
}

/// The numbers of an array in a dictionary.
pub(super) fn numbers(dictionary: &Dictionary, key: &[u8]) -> Option<Vec<f32>> {
    let numbers = dictionary.get(key).and_then(Object::as_array).ok()?;
    numbers.iter().map(|number| number.as_float().ok()).collect()
}

/// Numbers as an array.
pub(super) fn reals(numbers: &[f32]) -> Object {
    Object::Array(numbers.iter().map(|number| Object::Real(*number)).collect())
}
