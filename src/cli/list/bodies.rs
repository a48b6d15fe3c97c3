//! Runs `feuillet list --bodies`.

use serde::Serialize;

use crate::cli::arguments::Format;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, Located, Location, Report};
use crate::driver::not_known;
use crate::language::Tag;
use crate::load::{Body, Project, load};

/// What is known of a body.
#[derive(Debug, Serialize)]
struct Row<'a> {
    key: &'a str,
    kind: &'static str,
    /// In its own language.
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    nis: Option<&'a str>,
    regions: Vec<&'a str>,
    languages: Vec<&'a str>,
    facilities: Vec<&'a str>,
    /// Whether it has what print editions need.
    publisher: bool,
    logo: bool,
    /// How many contacts it adds.
    contacts: usize,
    /// The first day on which something that it says must be looked at again; nothing if it says nothing.
    #[serde(rename = "review-by", skip_serializing_if = "Option::is_none")]
    review_by: Option<String>,
    /// Whether somebody verified all that it says.
    verified: bool,
}

impl<'a> Row<'a> {
    fn new(body: &'a Body) -> Row<'a> {
        let tags = |tags: &'a [Located<Tag>]| tags.iter().map(|tag| tag.value.as_str()).collect();
        let regime = body.regime();
        let contacts = body.contacts.iter().map(|contact| &contact.verification);
        let verifications: Vec<_> = body.verification.iter().chain(contacts).collect();
        let review_by = verifications.iter().map(|found| found.review_by).min();
        Row {
            key: body.key(),
            kind: body.kind().as_str(),
            name: body.language().map_or("", |language| body.name(language)),
            nis: body.nis.as_deref(),
            regions: body.regions().iter().map(Located::as_str).collect(),
            languages: tags(&regime.languages),
            facilities: tags(&regime.facilities),
            publisher: body.publisher().is_some(),
            logo: body.logo().is_some(),
            contacts: body.contacts.len(),
            review_by: review_by.map(|day| day.to_string()),
            verified: verifications.iter().all(|found| found.verified.is_some()),
        }
    }

    /// What its file adds, in words.
    fn adds(&self) -> String {
        let mut parts = Vec::new();
        if self.publisher {
            parts.push("publisher".to_owned());
        }
        if self.logo {
            parts.push("logo".to_owned());
        }
        if self.contacts > 0 {
            parts.push(crate::diagnostic::count(self.contacts, "contact"));
        }
        let Some(review_by) = &self.review_by else { return "no publisher yet".to_owned() };
        parts.push(if self.verified {
            format!("review by {review_by}")
        } else {
            "not verified".to_owned()
        });
        parts.join(", ")
    }
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonList<'a> {
    bodies: Vec<Row<'a>>,
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Prints the bodies of a project. All brochures have the same.
pub(super) fn list(project: &Project, format: Format) -> Result<Ending, Diagnostic> {
    let brochures = project.brochures();
    let first = brochures.first().ok_or_else(|| not_known("brochure", "", &brochures))?;
    let report = Report::new();
    let publication = load(project, first, &report);
    let faults = publication.iter().flat_map(|publication| publication.body_faults.clone());
    report.extend(faults);
    let problems = report.has_errors();
    let diagnostics = report.into_sorted();
    let rows: Vec<Row<'_>> = publication
        .as_ref()
        .map(|publication| publication.bodies.iter().map(Row::new).collect())
        .unwrap_or_default();
    match format {
        Format::Human => {
            render::print_all(&diagnostics)?;
            for row in &rows {
                let languages = [row.languages.join("+"), row.facilities.join("+")];
                let languages =
                    languages.join(if row.facilities.is_empty() { "" } else { " and " });
                print_line!(
                    "{:<32} {:<13} {:<24} {:<10} {}; {}",
                    row.key,
                    row.kind,
                    row.regions.join("+"),
                    languages,
                    row.name,
                    row.adds()
                )?;
            }
        }
        Format::Json => {
            let diagnostics = render::located(&diagnostics);
            render::print_json(&JsonList { bodies: rows, diagnostics })?;
        }
    }
    Ok(if problems { Ending::Problems } else { Ending::Fine })
}
