//! Keeps the objects that a conversion adds or changes, and reads and writes arrays of numbers.

use std::collections::BTreeMap;

use feuillet_colour::InkConverter;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Objects that are new or changed.
pub(super) struct NewObjects {
    /// The objects by their number.
    pub(super) objects: BTreeMap<ObjectId, Object>,
    last: u32,
}

impl NewObjects {
    /// Starts without objects, with numbers that a document does not use.
    pub(super) fn beside(source: &Document) -> NewObjects {
        NewObjects { objects: BTreeMap::new(), last: source.max_id }
    }

    /// Adds an object under a new number.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.new_id();
        self.objects.insert(id, object.into());
        id
    }

    /// Gives a number that no object has.
    pub(super) fn new_id(&mut self) -> ObjectId {
        self.last += 1;
        (self.last, 0)
    }
}

/// What converting an object takes: the document it is in, the inks, and a place for the objects it adds.
pub(super) struct Conversion<'b, 'i> {
    pub(super) source: &'b Document,
    pub(super) inks: &'b mut InkConverter<'i>,
    pub(super) new_objects: &'b mut NewObjects,
}

/// The numbers of an array in a dictionary.
pub(super) fn numbers(dictionary: &Dictionary, key: &[u8]) -> Option<Vec<f32>> {
    let numbers = dictionary.get(key).and_then(Object::as_array).ok()?;
    numbers.iter().map(|number| number.as_float().ok()).collect()
}

/// An array of numbers.
pub(super) fn reals(numbers: &[f32]) -> Object {
    Object::Array(numbers.iter().map(|number| Object::Real(*number)).collect())
}
