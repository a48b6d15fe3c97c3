//! Reads the project as it would be after an import, and reports what is wrong with it and was not before.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Report, Severity, Span};
use crate::language::Tag;
use crate::lint::lint;
use crate::load::catalogue::Entry;
use crate::load::catalogue::parts::{Part, walk};
use crate::load::catalogue::tag::{MarkupTag, read_tag};
use crate::load::{Project, Publication, TextId, load};

/// Checks whose findings may not come in by an import: what a translator loses or invents there changes what readers are
/// told, and is seen by nobody. The other findings are warnings, as in `check`.
const REFUSED: [&str; 3] = ["lost-fact", "lost-emphasis", "plural"];

/// Checks the messages that change. `places` says where each stands in the file that came back.
pub(super) fn check(
    before: &Publication,
    project: &Project,
    language: &Tag,
    places: &BTreeMap<TextId, Span>,
    report: &Report,
) {
    let found = Report::new();
    let Ok(after) = load(project, &before.brochure.id, &found) else {
        report.extend(found.into_sorted());
        return;
    };
    let known: BTreeSet<(String, String)> =
        lint(before).into_iter().map(|found| (found.message, found.diagnostic.message)).collect();
    for finding in lint(&after) {
        let Some(place) = places.get(finding.message.as_str()) else { continue };
        let key = (finding.message.clone(), finding.diagnostic.message.clone());
        if finding.language != *language || known.contains(&key) {
            continue;
        }
        let mut diagnostic = finding.diagnostic;
        let code = diagnostic.code.clone().unwrap_or_default();
        if finding.is_fact || REFUSED.contains(&code.as_ref()) {
            diagnostic.severity = Severity::Error;
        }
        report.add(placed(diagnostic, place, before, &finding.message));
    }
    let catalogue = after.catalogues.get(language);
    let bodies: Vec<(&TextId, &Span, &Entry)> = places
        .iter()
        .filter_map(|(id, place)| Some((id, place, catalogue?.texts.get(id)?)))
        .collect();
    for diagnostic in found.into_sorted() {
        let Some(span) = diagnostic.span.clone() else { continue };
        // Warnings of this kind are about the catalogue, and not about what translators wrote.
        if diagnostic.severity != Severity::Error {
            continue;
        }
        let is_inside = |entry: &Entry| {
            let body = entry.body();
            body.file.path == span.file.path
                && body.range.start <= span.range.start
                && span.range.end <= body.range.end
        };
        if let Some((id, place, _)) = bodies.iter().find(|(_, _, entry)| is_inside(entry)) {
            report.add(placed(diagnostic, place, before, id));
        }
    }
    for (id, place, entry) in &bodies {
        for link in links(entry.parts()).filter(|link| before.facts.site_forms(link).is_none()) {
            let fault = format!(
                "`{id}` has `<a id=\"{link}\">`, and no fact of that name has a web address"
            );
            report.add(placed(Diagnostic::error(fault), place, before, id));
        }
    }
    let source = before.catalogues.get(&before.brochure.source_language.value);
    for (id, place, entry) in bodies.iter().filter(|(id, ..)| !id.starts_with('-')) {
        let Some(original) = source.and_then(|source| source.texts.get(id)) else { continue };
        let earlier = before.catalogues.get(language).and_then(|found| found.texts.get(id));
        let (wanted, has) = (names(original.parts()), names(entry.parts()));
        let had = earlier.map(|earlier| names(earlier.parts()));
        for name in wanted.keys().chain(has.keys()).collect::<BTreeSet<_>>() {
            let times =
                |names: &BTreeMap<String, Times>| names.get(name).copied().unwrap_or_default();
            let (wanted, has) = (times(&wanted), times(&has));
            let is_known = had.as_ref().is_some_and(|had| times(had) == has);
            let fault = if is_known {
                continue;
            } else if has.most == 0 {
                format!("`{id}` lacks `{{ {name} }}`, which its source has")
            } else if wanted.most == 0 {
                format!("`{id}` has `{{ {name} }}`, which its source has not")
            } else if has.most > wanted.most || has.least < wanted.least {
                format!("`{id}` does not have `{{ {name} }}` as often as its source")
            } else {
                continue;
            };
            report.add(placed(Diagnostic::error(fault), place, before, id));
        }
    }
}

/// A finding at its place in the file that came back, with the source beside it.
fn placed(diagnostic: Diagnostic, place: &Span, before: &Publication, id: &str) -> Diagnostic {
    let source = before.catalogues.get(&before.brochure.source_language.value);
    let source = source.and_then(|source| {
        let id: TextId = id.parse().ok()?;
        Some(crate::load::ftl::typed(&source.texts.get(&id)?.pattern()?))
    });
    let mut placed = diagnostic.at(place);
    // What was to be underlined there stands in a catalogue that is not written.
    placed.label = None;
    placed.hints.retain(|hint| !hint.contains("# accept "));
    match source {
        Some(source) => placed.hint(format!("the source is: {source}")),
        None => placed,
    }
}

/// What a text links to.
fn links(parts: &[Part]) -> impl Iterator<Item = String> {
    let mut found = Vec::new();
    walk(parts, &mut |part| {
        let Part::Text(text) = part else { return };
        for (tag, _) in text.value.split('<').skip(1).filter_map(read_tag) {
            if let MarkupTag::Link(id) = tag {
                found.push(id.to_owned());
            }
        }
    });
    found.into_iter()
}

/// How often a name stands in a text, whichever variants are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Times {
    least: usize,
    most: usize,
}

/// The terms and messages that a text names.
fn names(parts: &[Part]) -> BTreeMap<String, Times> {
    let mut sum: BTreeMap<String, Times> = BTreeMap::new();
    for part in parts {
        let found = match part {
            Part::Term(call) => once(format!("-{}", call.name.value)),
            Part::Message { name, .. } => once(name.value.clone()),
            Part::Choice(choice) => {
                let variants: Vec<_> =
                    choice.variants.iter().map(|variant| names(&variant.parts)).collect();
                let all: BTreeSet<String> =
                    variants.iter().flat_map(|names| names.keys().cloned()).collect();
                let of = |name: String| {
                    let times =
                        variants.iter().map(|names| names.get(&name).copied().unwrap_or_default());
                    let least = times.clone().map(|times| times.least).min().unwrap_or_default();
                    let most = times.map(|times| times.most).max().unwrap_or_default();
                    (name, Times { least, most })
                };
                all.into_iter().map(of).collect()
            }
            _ => BTreeMap::new(),
        };
        for (name, times) in found {
            let own = sum.entry(name).or_default();
            own.least += times.least;
            own.most += times.most;
        }
    }
    sum
}

fn once(name: String) -> BTreeMap<String, Times> {
    BTreeMap::from([(name, Times { least: 1, most: 1 })])
}
