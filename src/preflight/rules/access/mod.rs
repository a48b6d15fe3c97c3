//! Rules: access.

use crate::preflight::rule::Rule;

pub(super) const RULES: &[Rule] = &[];
