//! The contents of a page in; the marks that they paint out.

use crate::preflight::claims::Claims;
use crate::preflight::read::File;
use crate::preflight::request::Target;
use crate::preflight::survey::Page;

/// Runs the contents of a page.
pub(crate) fn survey(
    _file: &File,
    _claims: &Claims,
    _target: Target,
    _entry: &crate::preflight::read::PageEntry,
    _number: usize,
) -> Page {
    todo!()
}
