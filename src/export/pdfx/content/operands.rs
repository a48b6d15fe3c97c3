//! Collects the operands before an operator.

use std::ops::Range;

use crate::export::scan::{Kind, number};

/// The operands of an operation are too few, too many or of the wrong kind, or the operation has no place here.
#[derive(Debug)]
pub(super) struct InvalidOperation;

/// The tokens before an operator; no operator that matters here takes more than six.
#[derive(Default)]
pub(super) struct Operands {
    tokens: [(Option<Kind>, Range<usize>); 6],
    count: usize,
}

impl Operands {
    pub(super) fn push(&mut self, kind: Kind, range: Range<usize>) {
        if let Some(token) = self.tokens.get_mut(self.count) {
            *token = (Some(kind), range);
        }
        self.count += 1;
    }

    pub(super) fn clear(&mut self) {
        self.count = 0;
    }

    /// Where the first operand begins.
    pub(super) fn start(&self) -> Option<usize> {
        (self.count > 0).then(|| self.tokens[0].1.start)
    }

    /// Reads just so many numbers.
    pub(super) fn numbers<const COUNT: usize>(
        &self,
        content: &[u8],
    ) -> Result<[f32; COUNT], InvalidOperation> {
        if self.count != COUNT {
            return Err(InvalidOperation);
        }
        let mut numbers = [0.0; COUNT];
        for (slot, (kind, range)) in numbers.iter_mut().zip(&self.tokens) {
            if *kind != Some(Kind::Number) {
                return Err(InvalidOperation);
            }
            *slot = number(&content[range.clone()]).ok_or(InvalidOperation)?;
        }
        Ok(numbers)
    }

    /// Reads a single name, without its solidus.
    pub(super) fn name<'a>(&self, content: &'a [u8]) -> Result<&'a [u8], InvalidOperation> {
        let (kind, range) = &self.tokens[0];
        if self.count == 1 && *kind == Some(Kind::Name) {
            Ok(&content[range.start + 1..range.end])
        } else {
            Err(InvalidOperation)
        }
    }
}
