//! Tells where artifacts stand within tagged contents, and the reverse.

use crate::page::{FaultKind, Page};
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;

pub(super) fn artifacts(_: &Context<'_>, page: &Page, found: &mut Occurrences) {
    for fault in page.faults.iter().filter(|fault| fault.kind == FaultKind::Marking) {
        found.add(Occurrence::new(fault.what.clone()).object(fault.form));
    }
}
