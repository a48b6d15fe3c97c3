//! A [`Composition`] and fonts in; [`Pages`] out: Typst's frames, what stands on them, and what the checks found.

pub mod checks;
mod fonts;
mod rooms;
pub mod view;
mod world;

use typst::World as _;
use typst::WorldExt as _;
use typst::diag::{Severity, SourceDiagnostic};
use typst_layout::PagedDocument;

use crate::compose::{Composition, TextOrigin};
use crate::diagnostic::{Diagnostic, Place, Report, SourceFile};
use world::Desk;

use checks::{Context, Finding};
pub use fonts::Fonts;
pub use rooms::Panel;
use view::View;

/// The pages of a language edition.
#[derive(Debug, Clone)]
pub struct Pages {
    /// Typst's document: frames and what is known about them.
    pub document: PagedDocument,
    /// Its panels, or the pages of a booklet, and how full each is.
    pub panels: Vec<Panel>,
    /// What stands on each page.
    pub view: View,
    /// What is wrong with the layout: pages with an error among it may not be used.
    pub findings: Vec<Finding>,
}

/// Typesets a composition and checks the pages. What Typst finds is reported; `None` if there are no pages.
pub fn typeset(composition: &Composition, fonts: &Fonts, report: &Report) -> Option<Pages> {
    let desk = Desk::new(composition, fonts)?;
    let compiled = typst::compile::<PagedDocument>(&desk);
    for warning in &compiled.warnings {
        report.add(from_typst(&desk, composition, warning));
    }
    let document = match compiled.output {
        Ok(document) => document,
        Err(errors) => {
            report.extend(errors.iter().map(|error| from_typst(&desk, composition, error)));
            return None;
        }
    };
    let view = View::of(&document, &desk, composition);
    let rooms = rooms::measure(&document, composition.extent);
    let findings = Context::new(&view, composition, &rooms).run();
    let panels = rooms.into_iter().map(|room| room.panel).collect();
    Some(Pages { document, panels, view, findings })
}

/// Forgets what Typst kept of a finished run, where so many runs go on at once. Editions share next to nothing, and what
/// is kept slows every look-up; but what the others have used must stay until they are done, though several shorter runs
/// may end before a long one.
pub fn forget(at_once: usize) {
    comemo::evict(if at_once > 1 { at_once } else { 0 });
}

/// What Typst found, at its place in the composition. A warning is an error: pages are clean, or they are none.
fn from_typst(desk: &Desk<'_>, composition: &Composition, found: &SourceDiagnostic) -> Diagnostic {
    let prefix = match found.severity {
        Severity::Error => "",
        Severity::Warning => "warning of the typesetter: ",
    };
    let mut diagnostic = Diagnostic::error(format!("{prefix}{}", found.message));
    if let (Some(id), Some(range)) = (found.span.id(), desk.range(found.span))
        && let Ok(source) = desk.source(id)
    {
        let path = format!("{} ({})", Desk::path(id), composition.name);
        diagnostic = diagnostic.at(&Place::new(&SourceFile::new(path, source.text()), range));
    }
    for hint in &found.hints {
        diagnostic = diagnostic.hint(hint.v.to_string());
    }
    diagnostic
}

/// Which text a place in the main file belongs to, by its place in the list.
fn text_at(texts: &[TextOrigin], offset: usize) -> Option<usize> {
    let after = texts.partition_point(|text| text.range.end <= offset);
    texts.get(after).filter(|text| text.range.contains(&offset)).map(|_| after)
}
