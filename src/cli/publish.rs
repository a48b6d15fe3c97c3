//! Runs `feuillet publish`.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use time::Date;

use crate::cli::arguments::{Format, ProjectArguments, chosen_keys};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::progress::Bar;
use crate::cli::project::find_project;
use crate::cli::{clock, completion, render};
use crate::diagnostic::{Diagnostic, Location, Severity, count};
use crate::language::Tag;
use crate::load::Project;
use crate::publish::{
    Entry, PublishOptions, Published, PublishedBody, PublishedFor, SiteSize, State, address_file,
    publish,
};

#[derive(Debug, Args)]
pub(crate) struct PublishArguments {
    /// The brochures; all of them by default.
    #[arg(value_name = "BROCHURE", add = completion::brochures())]
    brochures: Vec<String>,
    /// The folder of the site: a new one, or one that this command wrote before.
    #[arg(long, value_name = "DIR")]
    site: PathBuf,
    /// The address at which the site will be, like `https://info.example/leaflet`.
    ///
    /// Pages work without it, wherever they are. Previews of links, the feed and the notices in the place of withdrawn PDFs need
    /// it to name a whole address.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Publishes drafts too, marked on page and file, and hidden from search engines.
    #[arg(long)]
    drafts: bool,
    /// Makes pictures for messengers too: each panel of leaflets and cards as PNG, with its text in a file beside it.
    ///
    /// Those in `pictures/` tell nothing on their first panel; those in `pictures-open/` have the title on it.
    #[arg(long)]
    pictures: bool,
    /// Makes a site of their own for bodies too: for `all` of them, or for some by their keys, separated by commas.
    ///
    /// It has the leaflet's text and the files with the body's own contacts, and leads to what is the same for all. It is at
    /// `b/<figures>/`, which says nothing of whose it is, and no other page leads there: OUTPUT/bodies/addresses.csv tells the
    /// house. Sites of bodies that are not named stay, and what is no longer true in them is withdrawn all the same.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    bodies: Vec<String>,
    /// The editions of which bodies have their own, separated by commas.
    ///
    /// By default these are all that have a slot for what a body says. Of the others a body's pages lead to those of the
    /// brochure: for hundreds of bodies, the leaflet alone is much less work than leaflet and booklet.
    #[arg(long, value_name = "EDITION", value_delimiter = ',', requires = "bodies", add = completion::editions())]
    body_editions: Vec<String>,
    /// Packs the site of each of these bodies for its own net, into a folder: DIR/KEY/PUBLIC-NAME.zip.
    ///
    /// A package has everything that its pages lead to, and works from a folder. The folder is for the house: it names the
    /// bodies.
    #[arg(long, value_name = "DIR", requires = "bodies")]
    packages: Option<PathBuf>,
    /// The day on which what is published must hold, like `2026-11-29`; today by default.
    ///
    /// Facts that were to be reviewed before it are not shown: new files with one are left out, and those that are online are
    /// withdrawn.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    as_of: Option<Date>,
    /// Withdraws all that is online, though the project has none of its brochures any more.
    ///
    /// Without it such a site is taken for that of another project, and left alone.
    #[arg(long)]
    take_over: bool,
    /// How many editions are made at the same time.
    ///
    /// The default is the number of processors.
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    #[command(flatten)]
    project: ProjectArguments,
}

/// How many bodies are named on a screen.
const MOST_BODIES: usize = 20;

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonSite<'a> {
    site: String,
    written: Option<bool>,
    size: SiteSize,
    files: &'a [Entry],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    bodies: &'a [PublishedBody],
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Makes a site.
pub(crate) fn run(arguments: &PublishArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.project.as_ref())?;
    let processors = || std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    let options = PublishOptions {
        brochures: arguments.brochures.clone(),
        site: &arguments.site,
        base: arguments.base_url.clone(),
        drafts: arguments.drafts,
        pictures: arguments.pictures,
        bodies: bodies(arguments)?,
        packages: arguments.packages.as_deref(),
        as_of: clock::day(arguments.as_of),
        takes_over: arguments.take_over,
        threads: arguments.jobs.map_or_else(processors, usize::from),
    };
    let bar = Bar::new();
    let published = publish(&project, &options, &bar)?;
    bar.clear();
    match arguments.project.format {
        Format::Human => print_human(&published, arguments, &project)?,
        Format::Json => render::print_json(&JsonSite {
            site: arguments.site.display().to_string(),
            written: published.written,
            size: published.size,
            bodies: &published.bodies,
            files: &published.files,
            diagnostics: render::located(&published.diagnostics),
        })?,
    }
    let is_error = |found: &Diagnostic| found.severity == Severity::Error;
    let has_errors = published.diagnostics.iter().any(is_error);
    Ok(if has_errors { Ending::Problems } else { Ending::Fine })
}

/// The bodies that somebody asks for.
fn bodies(arguments: &PublishArguments) -> Result<Option<PublishedFor>, Diagnostic> {
    if arguments.bodies.is_empty() {
        return Ok(None);
    }
    let keys = chosen_keys(&arguments.bodies)?;
    Ok(Some(PublishedFor { keys, editions: arguments.body_editions.clone() }))
}

fn print_human(
    published: &Published,
    arguments: &PublishArguments,
    project: &Project,
) -> Result<(), Diagnostic> {
    render::print_all(&published.diagnostics)?;
    let Some(is_new) = published.written else {
        return print_line!("nothing was written");
    };
    let of = |state: State| published.files.iter().filter(|file| file.state == state).count();
    let SiteSize { files, bytes } = published.size;
    let mut told = format!("{} to read", count(of(State::Approved), "approved file"));
    for (state, noun) in [(State::Draft, "draft"), (State::Replaced, "withdrawn file")] {
        if of(state) > 0 {
            told.push_str(&format!(", {}", count(of(state), noun)));
        }
    }
    let changed = if is_new { "" } else { ", unchanged" };
    print_line!(
        "{} in {}, {} kB{changed}: {told}",
        count(files, "file"),
        arguments.site.display(),
        bytes.div_ceil(1000)
    )?;
    print_bodies(published, arguments, project)
}

/// Says which address is whose: a line for each body, or where to find it.
fn print_bodies(
    published: &Published,
    arguments: &PublishArguments,
    project: &Project,
) -> Result<(), Diagnostic> {
    let all = &published.bodies;
    if all.is_empty() {
        return Ok(());
    }
    let base = arguments.base_url.as_deref().unwrap_or_default();
    for body in all.iter().take(MOST_BODIES) {
        let languages: Vec<&str> = body.languages.iter().map(Tag::as_str).collect();
        print_line!("  {}: {base}{} ({})", body.key, body.path, languages.join(", "))?;
    }
    if all.len() > MOST_BODIES {
        print_line!("  … {} more", all.len() - MOST_BODIES)?;
    }
    print_line!("addresses for the house: {}", address_file(project).display())?;
    if let Some(folder) = &arguments.packages {
        print_line!("{} in {}", count(published.packages, "package"), folder.display())?;
    }
    Ok(())
}

/// Reads the address of a site; it ends with a slash.
fn base_url(text: &str) -> Result<String, String> {
    let example = "an address is written like `https://info.example/leaflet`";
    let url = url::Url::parse(text).map_err(|error| format!("{error}: {example}"))?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    if !matches!(url.scheme(), "https" | "http")
        || !is_plain
        || url.query().is_some()
        || url.fragment().is_some()
    {
        return Err(example.to_owned());
    }
    let text = url.as_str();
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}
