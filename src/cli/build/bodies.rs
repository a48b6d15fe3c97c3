//! Runs `feuillet build --bodies` and `feuillet check --bodies`.

use serde::Serialize;

use crate::artifact::bodies::Shard;
use crate::cli::arguments::{Format, chosen_keys};
use crate::cli::build::print_timings;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::progress::Bar;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, Location, Severity, count};
use crate::driver::{BodiesReport, BodySelection, BuildOptions, Selection, build_bodies};
use crate::load::{Profile, Project};

/// The index of a job in an indexed job of Kubernetes, from 0.
const KUBERNETES_INDEX: &str = "JOB_COMPLETION_INDEX";

/// The number of a task in an array of Slurm, that of the first one, and how many there are.
const SLURM_INDEX: &str = "SLURM_ARRAY_TASK_ID";
const SLURM_FIRST: &str = "SLURM_ARRAY_TASK_MIN";
const SLURM_COUNT: &str = "SLURM_ARRAY_TASK_COUNT";

/// What is made for bodies unless somebody asks for other profiles.
const USUAL: [Profile; 2] = [Profile::Screen, Profile::Print];

/// The bodies that somebody asks for, `all` or by their keys, and which part of the work.
pub(super) fn selection(
    given: &[String],
    part: Option<&str>,
) -> Result<Option<BodySelection>, Diagnostic> {
    let variable = |name: &str| std::env::var(name).ok();
    let shard = part.map(|text| shard(text, &variable)).transpose()?;
    if given.is_empty() {
        return Ok(None);
    }
    let keys = chosen_keys(given)?;
    Ok(Some(BodySelection { keys, usual: USUAL.to_vec(), shard, tells_made: false }))
}

/// Reads a part of the work; `variable` gives a variable of the environment.
fn shard(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Shard, Diagnostic> {
    let number = |text: &str| text.trim().parse::<usize>().ok();
    let bad = |found: &str| {
        Diagnostic::error(format!("`{found}` is not a part of the work"))
            .hint("write `--shard I/N`, I from 0 to N-1: `--shard 0/4` is the first of four")
    };
    let (index, parts) =
        text.split_once('/').map_or((text, None), |(index, parts)| (index, Some(parts)));
    if index != "auto" {
        let parts = parts.and_then(number).ok_or_else(|| bad(text))?;
        let index = number(index).filter(|index| *index < parts).ok_or_else(|| bad(text))?;
        return Ok(Shard { index, count: parts });
    }
    let own = |name: &str| variable(name).as_deref().and_then(number);
    let first = || own(SLURM_FIRST).unwrap_or(0);
    let index = own(KUBERNETES_INDEX)
        .or_else(|| own(SLURM_INDEX)?.checked_sub(first()))
        .ok_or_else(|| {
            Diagnostic::error("this is no job of a cluster that says which part it is").hint(format!(
                "`--shard auto` reads {KUBERNETES_INDEX} or {SLURM_INDEX}: write `--shard I/N` elsewhere"
            ))
        })?;
    let parts = match parts {
        Some(parts) => number(parts).ok_or_else(|| bad(text))?,
        None => own(SLURM_COUNT).ok_or_else(|| {
            Diagnostic::error("nothing says how many parts there are")
                .hint(format!("write `--shard auto/N`; an array of Slurm says it in {SLURM_COUNT}"))
        })?,
    };
    if index >= parts {
        return Err(bad(&format!("{index}/{parts}")));
    }
    Ok(Shard { index, count: parts })
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonReport<'a> {
    #[serde(flatten)]
    report: &'a BodiesReport,
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Makes the editions of bodies, or only checks them.
pub(super) fn run(
    project: &Project,
    selection: (&Selection, &BodySelection),
    options: &BuildOptions<'_>,
    tells_timings: bool,
    format: Format,
) -> Result<Ending, Diagnostic> {
    let bar = Bar::with_estimate();
    let (report, timings) = build_bodies(project, selection, options, &bar)?;
    bar.clear();
    match format {
        Format::Human => {
            render::print_all(&report.diagnostics)?;
            match options.output {
                Some(_) => print_written(&report)?,
                None => print_line!(
                    "checked {} of {}",
                    count(report.checked, "PDF"),
                    bodies(report.bodies)
                )?,
            }
            print_counts(&report)?;
            if tells_timings {
                print_timings(&timings)?;
            }
        }
        Format::Json => {
            let diagnostics = render::located(&report.diagnostics);
            render::print_json(&JsonReport { report: &report, diagnostics })?;
        }
    }
    Ok(if report.has_errors() { Ending::Problems } else { Ending::Fine })
}

fn print_written(report: &BodiesReport) -> Result<(), Diagnostic> {
    let mut parts = Vec::new();
    if report.drafts > 0 {
        parts.push(format!(", of them {}", count(report.drafts, "draft")));
    }
    parts.push(format!(", {} kB", report.bytes.div_ceil(1000)));
    if report.different < report.files {
        parts.push(format!(" in {}", count(report.different, "different file")));
    }
    if report.unchanged > 0 {
        parts.push(format!(", {} unchanged", report.unchanged));
    }
    print_line!(
        "{} of {} in {}{}",
        count(report.files, "PDF"),
        bodies(report.bodies),
        report.folder.display(),
        parts.concat()
    )?;
    for path in &report.deleted {
        print_line!("deleted {path}: the project no longer has this edition")?;
    }
    Ok(())
}

fn print_counts(report: &BodiesReport) -> Result<(), Diagnostic> {
    let number =
        |severity| report.diagnostics.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings) = (number(Severity::Error), number(Severity::Warning));
    if errors + warnings > 0 {
        print_line!("{}, {}", count(errors, "error"), count(warnings, "warning"))?;
    }
    Ok(())
}

/// "1 body", "2 bodies".
fn bodies(number: usize) -> String {
    if number == 1 { "1 body".to_owned() } else { format!("{number} bodies") }
}

#[cfg(test)]
mod tests {
    use super::shard;
    use crate::artifact::bodies::Shard;

    fn read(text: &str, variables: &[(&str, &str)]) -> Result<Shard, String> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        shard(text, &variable).map_err(|fault| fault.message)
    }

    #[test]
    fn a_part_is_given_or_that_of_a_cluster() {
        let part = |index, count| Ok(Shard { index, count });
        assert_eq!(read("2/4", &[]), part(2, 4));
        assert_eq!(read("auto/8", &[("JOB_COMPLETION_INDEX", "7")]), part(7, 8));
        let slurm = [
            ("SLURM_ARRAY_TASK_ID", "5"),
            ("SLURM_ARRAY_TASK_MIN", "1"),
            ("SLURM_ARRAY_TASK_COUNT", "6"),
        ];
        assert_eq!(read("auto", &slurm), part(4, 6));
        assert_eq!(read("auto/10", &slurm), part(4, 10));
    }

    #[test]
    fn what_is_no_part_is_refused() {
        for text in ["4/4", "1", "-1/4", "a/4", "1/0", "/4", "1/4/2"] {
            let fault = format!("`{text}` is not a part of the work");
            assert_eq!(read(text, &[]), Err(fault), "{text}");
        }
        assert_eq!(
            read("auto/4", &[]),
            Err("this is no job of a cluster that says which part it is".to_owned())
        );
        assert_eq!(
            read("auto", &[("JOB_COMPLETION_INDEX", "0")]),
            Err("nothing says how many parts there are".to_owned())
        );
        assert_eq!(
            read("auto/4", &[("JOB_COMPLETION_INDEX", "4")]),
            Err("`4/4` is not a part of the work".to_owned())
        );
    }
}
