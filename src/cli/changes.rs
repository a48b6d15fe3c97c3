//! Runs `feuillet changes`: what changed since a release.

mod html;

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::artifact::files::{cannot_write, write_file};
use crate::cli::arguments::{Format, ProjectArguments};
use crate::cli::ending::Ending;
use crate::cli::facts::editions;
use crate::cli::output::print_line;
use crate::cli::project::{choose_brochure, find_project};
use crate::cli::recall::no_release;
use crate::cli::{completion, render};
use crate::diagnostic::{Diagnostic, Location, Report, count};
use crate::driver::{Selection, Timings, load_brochures, not_known, plan_languages};
use crate::history::{
    Changes, LanguageChanges, MessageChange, ShownText, changes, compare, keep, marked,
};
use crate::language::Tag;
use crate::language::tags::tag;
use crate::load::releases::read_releases;

#[derive(Debug, Args)]
pub(crate) struct ChangesArguments {
    /// The version of the release.
    #[arg(value_name = "SINCE")]
    since: String,
    /// The languages, separated by commas; all of them by default.
    #[arg(long, value_name = "LANG", value_delimiter = ',', add = completion::languages())]
    lang: Vec<String>,
    /// The brochure; a project with one brochure need not name it.
    #[arg(long, value_name = "BROCHURE", add = completion::brochures())]
    brochure: Option<String>,
    /// Writes a page for a browser too, which stands by itself.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    #[command(flatten)]
    project: ProjectArguments,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonChanges {
    #[serde(flatten)]
    changes: Option<Changes>,
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Tells what changed since a release.
pub(crate) fn run(arguments: &ChangesArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.project.as_ref())?;
    let id = choose_brochure(&project, arguments.brochure.as_deref())?;
    let only = arguments.lang.iter().map(|given| tag(given)).collect::<Result<Vec<Tag>, _>>()?;
    let versions = project.releases(&id);
    if versions.is_empty() {
        return Err(no_release(&id));
    }
    if !versions.contains(&arguments.since) {
        return Err(not_known("release", &arguments.since, &versions));
    }
    let report = Report::new();
    let releases = read_releases(&project, &id, &report);
    let selection = Selection { brochures: vec![id.clone()], ..Selection::default() };
    let brochures = load_brochures(&project, &selection, &mut Timings::default(), &report)?;
    let jobs = plan_languages(&brochures, &selection, &report)?;
    let then = releases.iter().find(|release| release.version == arguments.since);
    let now = brochures.first().and_then(|brochure| keep(brochure, &jobs, &report).ok());
    let found = match (then, now, report.has_errors()) {
        (Some(then), Some(now), false) => {
            let known = then.texts.keys().chain(now.texts.keys());
            let known: Vec<String> = known.map(ToString::to_string).collect();
            let is_known = |tag: &&Tag| known.iter().any(|known| known == tag.as_str());
            if let Some(unknown) = only.iter().find(|tag| !is_known(tag)) {
                return Err(not_known("language", unknown.as_str(), &known));
            }
            Some(changes(&id, then, &now, &only))
        }
        _ => None,
    };
    let diagnostics = report.into_sorted();
    if let (Some(path), Some(found), Some(brochure)) = (&arguments.html, &found, brochures.first())
    {
        let page = html::page(found, &brochure.publication.languages);
        write_file(path, page.as_bytes()).map_err(|error| cannot_write(path, &error))?;
    }
    let ending = if found.is_some() { Ending::Fine } else { Ending::Problems };
    match arguments.project.format {
        Format::Human => {
            render::print_all(&diagnostics)?;
            found.iter().try_for_each(print_changes)?;
        }
        Format::Json => {
            let diagnostics = render::located(&diagnostics);
            render::print_json(&JsonChanges { changes: found, diagnostics })?;
        }
    }
    Ok(ending)
}

fn print_changes(found: &Changes) -> Result<(), Diagnostic> {
    print_line!("{}, since {} of {}", found.brochure, found.since, found.date)?;
    if !found.facts.is_empty() {
        print_line!("\n  facts: {} changed", found.facts.len())?;
    }
    for fact in &found.facts {
        for change in &fact.parts {
            let (was, now) = (change.was.as_deref(), change.now.as_deref());
            let (was, now) = (was.unwrap_or("nothing"), now.unwrap_or("nothing"));
            print_line!("    {} {}: {was} -> {now}", fact.fact, change.part)?;
        }
        if fact.shown.is_empty() {
            print_line!("      shown nowhere")?;
        } else {
            print_line!("      shown in {}", editions(&fact.shown))?;
        }
    }
    for language in &found.languages {
        print_line!("\n  {}: {}", language.language, summary(language))?;
        // Where all is new or gone, each text would be.
        if language.was_there && language.is_there {
            let mut messages = language.messages.iter();
            messages.try_for_each(|message| print_message(message, &found.phones))?;
        }
    }
    Ok(())
}

/// "no change", "new", "1 message added, 2 messages changed".
fn summary(language: &LanguageChanges) -> String {
    let number = |is_one: fn(&MessageChange) -> bool| {
        language.messages.iter().filter(|message| is_one(message)).count()
    };
    let all = count(language.messages.len(), "message");
    match (language.was_there, language.is_there) {
        (false, _) => return format!("a new language, {all}"),
        (_, false) => return format!("no language any more, {all} gone"),
        _ if language.messages.is_empty() => return "no change".to_owned(),
        _ => {}
    }
    let kinds = [
        (number(|message| message.was.is_none()), "added"),
        (number(|message| message.now.is_none()), "removed"),
        (number(|message| message.was.is_some() && message.now.is_some()), "changed"),
    ];
    let kinds = kinds.iter().filter(|(number, _)| *number > 0);
    let kinds: Vec<String> =
        kinds.map(|(number, what)| format!("{} {what}", count(*number, "message"))).collect();
    kinds.join(", ")
}

/// Prints a message with what was taken out in `[-…-]` and what was put in in `{+…+}`, as `git diff --word-diff` does.
fn print_message(message: &MessageChange, phones: &BTreeSet<String>) -> Result<(), Diagnostic> {
    let editions: Vec<&str> = message.editions.iter().map(String::as_str).collect();
    print_line!("    {} ({})", message.message, editions.join(", "))?;
    let (was, now) = (message.was.as_ref(), message.now.as_ref());
    let text = |shown: Option<&ShownText>| shown.map_or("", |shown| shown.text.as_str()).to_owned();
    let (old, new) = (text(was), text(now));
    let pieces = match (was, now) {
        // Two languages have no words in common.
        (Some(was), Some(now)) if was.language != now.language => {
            print_line!("      was in `{}`, is in `{}`", was.language, now.language)?;
            format!("[-{old}-]\n{{+{new}+}}")
        }
        _ => marked(&compare(&old, &new, phones)),
    };
    for line in pieces.lines() {
        print_line!("      {line}")?;
    }
    Ok(())
}
