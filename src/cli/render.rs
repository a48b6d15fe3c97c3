//! Turns diagnostics into underlined source for people, or into JSON for programs.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use crate::cli::output::{print_error, print_line};
use crate::diagnostic::{Diagnostic, Location, Severity};

/// Writes diagnostics to the standard error, with colours if it is a terminal that wants them.
pub(crate) fn print_all(diagnostics: &[Diagnostic]) -> Result<(), Diagnostic> {
    for diagnostic in diagnostics {
        print_error(format_args!("{}\n\n", human(diagnostic)))?;
    }
    Ok(())
}

/// A diagnostic for people. The standard error strips the colours where none are wanted.
pub(crate) fn human(diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut title = level.primary_title(diagnostic.message.as_str());
    if let Some(check) = &diagnostic.code {
        title = title.id(check.as_ref());
    }
    let mut group = match &diagnostic.span {
        Some(place) => {
            let mut annotation = AnnotationKind::Primary.span(place.range.clone());
            if let Some(label) = &diagnostic.label {
                annotation = annotation.label(label.as_ref());
            }
            let snippet = Snippet::source(place.file.text.as_str())
                .path(place.file.path.as_str())
                .fold(true)
                .annotation(annotation);
            title.element(snippet)
        }
        None => Group::with_title(title),
    };
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    Renderer::styled().decor_style(DecorStyle::Ascii).render(&[group])
}

/// Diagnostics for programs: with the names of files in place of their texts.
pub(crate) fn located(diagnostics: &[Diagnostic]) -> Vec<Diagnostic<Location>> {
    let located = |found: &Diagnostic| found.clone().map_span(|span| Some(Location::from(&span)));
    diagnostics.iter().filter_map(located).collect()
}

/// Prints a value as JSON.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Diagnostic> {
    // Reports are lists and maps with string keys, which JSON can always hold.
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    print_line!("{text}")
}
