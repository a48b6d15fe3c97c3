//! Lets editions with the key `like` show the blocks of the edition that they extend, and reports faults of the key.

use crate::diagnostic::{Diagnostic, Located, Report};
use crate::load::edition::Edition;
use crate::load::section::Section;

/// Reports editions that extend none that could be meant: one that is not there, or that takes its blocks from another
/// itself. So there are no circles.
pub(super) fn check(editions: &[Edition], report: &Report) {
    let names = editions.iter().map(|edition| edition.id.as_str());
    for edition in editions {
        let Some(like) = &edition.extends else { continue };
        let fault = match editions.iter().find(|model| model.id.value == like.value) {
            None => Diagnostic::error(format!("unknown edition `{}`", like.value))
                .at(&like.span)
                .suggest(&like.value, names.clone().filter(|name| *name != edition.id.as_str())),
            Some(model) if model.id.value == edition.id.value => {
                Diagnostic::error(format!("the edition `{}` can't be like itself", like.value))
                    .at(&like.span)
                    .hint("name the edition whose blocks it shows, or take `like` out")
            }
            Some(Edition { extends: Some(other), .. }) => Diagnostic::error(format!(
                "the edition `{}` is like `{}` itself, and can't be a model",
                like.value, other.value
            ))
            .at(&like.span)
            .hint("name an edition without `like`"),
            Some(_) => continue,
        };
        report.add(fault);
    }
}

/// What is limited to an edition may also stand in those that extend it.
pub(super) fn admit(editions: &[Edition], sections: &mut [Section]) {
    let extensions: Vec<(String, Located<String>)> = editions
        .iter()
        .filter_map(|edition| Some((edition.extends.as_ref()?.value.clone(), edition.id.clone())))
        .collect();
    for section in sections {
        section.limits.admit_extensions(&extensions);
        for block in &mut section.blocks {
            block.limits.admit_extensions(&extensions);
        }
    }
}
