//! Turns an object into the function that it defines, with no more work than a file may ask for.

use lopdf::{Dictionary, Object};

use super::calculator::Program;
use super::sampled::Table;
use super::{Function, FunctionKind};
use crate::file::File;

/// How deep functions may lie in one another.
const DEEPEST: usize = 8;

/// How many functions one may be made of.
const MOST_FUNCTIONS: usize = 2048;

/// How many inputs or outputs a function may have: those of DeviceN (ISO 32000-1, table C.1).
const MOST_FIGURES: usize = 32;

/// How many figures all the tables of one function may have.
const MOST_SAMPLES: usize = 4 << 20;

/// Reads a function, or an array of functions with one output each.
pub(super) fn read(file: &File, object: &Object) -> Option<Function> {
    Reader { file, functions: MOST_FUNCTIONS, samples: MOST_SAMPLES }.read(object, 0)
}

struct Reader<'a> {
    file: &'a File,
    /// How many functions it may still be made of.
    functions: usize,
    /// How many figures its tables may still have.
    samples: usize,
}

impl Reader<'_> {
    fn read(&mut self, object: &Object, depth: usize) -> Option<Function> {
        self.functions = self.functions.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        let object = self.file.resolve(object);
        if let Object::Array(array) = object {
            return (depth == 0).then(|| self.several(array))?;
        }
        let dictionary = self.file.dictionary(object)?;
        let domain = self.pairs(dictionary, "Domain")?;
        let range = self.pairs(dictionary, "Range");
        if domain.is_empty() || domain.len() > MOST_FIGURES {
            return None;
        }
        let kind = match self.file.integer(dictionary, "FunctionType")? {
            0 => self.sampled(object, domain.len(), range.as_ref()?),
            2 if domain.len() == 1 => self.exponential(dictionary),
            3 if domain.len() == 1 => self.stitched(dictionary, depth),
            4 => self.calculated(object),
            _ => None,
        }?;
        let outputs = match &kind {
            FunctionKind::Exponential { from, .. } => from.len(),
            FunctionKind::Stitched { functions, .. } => functions.first()?.outputs,
            _ => range.as_ref()?.len(),
        };
        if outputs == 0 || outputs > MOST_FIGURES {
            return None;
        }
        let range = range.unwrap_or_default();
        if !range.is_empty() && range.len() != outputs {
            return None;
        }
        Some(Function { domain, range, outputs, kind })
    }

    fn several(&mut self, array: &[Object]) -> Option<Function> {
        if array.is_empty() || array.len() > MOST_FIGURES {
            return None;
        }
        let functions: Option<Vec<Function>> =
            array.iter().map(|object| self.read(object, 1)).collect();
        let functions = functions?;
        let domain = functions.first()?.domain.clone();
        let fits = |function: &Function| function.outputs == 1 && function.inputs() == domain.len();
        functions.iter().all(fits).then(|| Function {
            domain,
            range: Vec::new(),
            outputs: functions.len(),
            kind: FunctionKind::Several(functions),
        })
    }

    fn sampled(
        &mut self,
        object: &Object,
        inputs: usize,
        range: &[[f32; 2]],
    ) -> Option<FunctionKind> {
        let Object::Stream(stream) = object else { return None };
        let size = self.file.numbers(&stream.dict, "Size")?;
        // Sizes are whole and positive, or there is no table.
        let size: Vec<usize> = size.iter().map(|size| *size as usize).collect();
        let bits = u32::try_from(self.file.integer(&stream.dict, "BitsPerSample")?).ok()?;
        let encode = self.pairs(&stream.dict, "Encode");
        let decode = self.pairs(&stream.dict, "Decode");
        let decode = decode.unwrap_or_else(|| range.to_vec());
        if size.len() != inputs || decode.len() != range.len() {
            return None;
        }
        let samples = Table::samples(&size, range.len())?;
        self.samples = self.samples.checked_sub(samples)?;
        let bytes = self.file.unpacked(stream).ok()?;
        if !self.file.budget.take_bytes(samples.checked_mul(size_of::<f32>())?) {
            return None;
        }
        Table::new(&bytes, bits, size, encode, &decode).map(FunctionKind::Sampled)
    }

    fn exponential(&self, dictionary: &Dictionary) -> Option<FunctionKind> {
        let figures = |key| self.file.numbers(dictionary, key).map(singles);
        let from = figures("C0").unwrap_or_else(|| vec![0.0]);
        let to = figures("C1").unwrap_or_else(|| vec![1.0]);
        let exponent = single(self.file.number(dictionary, "N")?);
        (from.len() == to.len()).then_some(FunctionKind::Exponential { from, to, exponent })
    }

    fn stitched(&mut self, dictionary: &Dictionary, depth: usize) -> Option<FunctionKind> {
        let file = self.file;
        let array = file.array(dictionary, "Functions")?;
        let functions: Option<Vec<Function>> =
            array.iter().map(|object| self.read(object, depth + 1)).collect();
        let functions = functions?;
        let bounds = singles(file.numbers(dictionary, "Bounds")?);
        let encode = self.pairs(dictionary, "Encode")?;
        let outputs = functions.first()?.outputs;
        let alike = |function: &Function| function.inputs() == 1 && function.outputs == outputs;
        let whole = bounds.len() + 1 == functions.len() && encode.len() == functions.len();
        (whole && functions.iter().all(alike)).then_some(FunctionKind::Stitched {
            functions,
            bounds,
            encode,
        })
    }

    fn calculated(&self, object: &Object) -> Option<FunctionKind> {
        let Object::Stream(stream) = object else { return None };
        Program::read(&self.file.unpacked(stream).ok()?).map(FunctionKind::Calculated)
    }

    /// Numbers two by two; `None` if there are none, or their number is odd.
    fn pairs(&self, dictionary: &Dictionary, key: &str) -> Option<Vec<[f32; 2]>> {
        let numbers = singles(self.file.numbers(dictionary, key)?);
        let (pairs, rest) = numbers.as_chunks();
        rest.is_empty().then(|| pairs.to_vec())
    }
}

fn singles(figures: Vec<f64>) -> Vec<f32> {
    figures.into_iter().map(single).collect()
}

/// A figure of a file in the precision of colours.
/// A number of a PDF has no more digits.
fn single(figure: f64) -> f32 {
    figure as f32
}
