//! Rules: boxes.

use crate::preflight::rule::Rule;

pub(super) const RULES: &[Rule] = &[];
