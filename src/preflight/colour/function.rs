//! Functions of PDF (ISO 32000-1, 7.10): numbers in, numbers out.

use lopdf::Object;

use crate::preflight::read::File;

/// A function.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Function {}

impl Function {
    /// Reads a function; `None` if it is none, or is more than the file may ask for.
    pub(crate) fn read(_file: &File, _object: &Object) -> Option<Function> {
        None
    }

    /// What it makes of its input; always as many numbers as it has outputs.
    pub(crate) fn apply(&self, _input: &[f32]) -> Vec<f32> {
        Vec::new()
    }
}
