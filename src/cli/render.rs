//! Diagnostics in; underlined source for people, or JSON for programs, out.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use crate::build::{STAGES, Timings};
use crate::diagnostic::{Diagnostic, Severity};

/// Writes diagnostics to the standard error, with colours if it is a terminal that wants them.
pub(crate) fn print_all(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        anstream::eprintln!("{}\n", human(diagnostic));
    }
}

/// A diagnostic for people. The standard error strips the colours where none are wanted.
pub(crate) fn human(diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut title = level.primary_title(diagnostic.message.as_str());
    if let Some(check) = diagnostic.code {
        title = title.id(check);
    }
    let mut group = match &diagnostic.place {
        Some(place) => {
            let mut annotation = AnnotationKind::Primary.span(place.range.clone());
            if let Some(label) = &diagnostic.label {
                annotation = annotation.label(label.as_str());
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

/// A diagnostic for programs.
pub(crate) fn json(diagnostic: &Diagnostic) -> Value {
    let place = diagnostic.place.as_ref().map(|place| {
        let (line, column) = place.line_column();
        let bytes = place.own_range();
        json!({ "file": place.file.path, "line": line, "column": column,
                "start": bytes.start, "end": bytes.end })
    });
    json!({
        "severity": diagnostic.severity.as_str(),
        "check": diagnostic.code,
        "message": diagnostic.message,
        "place": place,
        "hints": diagnostic.hints,
    })
}

/// Times for programs, by stage, in milliseconds.
pub(crate) fn timings(timings: &Timings) -> Value {
    let milliseconds = STAGES.iter().map(|(name, stage)| {
        let time = timings.of(*stage).as_secs_f64() * 1000.0;
        ((*name).to_owned(), json!((time * 10.0).round() / 10.0))
    });
    milliseconds.collect::<serde_json::Map<_, _>>().into()
}
