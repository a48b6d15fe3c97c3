//! Runs `feuillet order new`: asks for what an order must know, and writes it.

use std::io::{self, BufRead as _, IsTerminal as _};

use clap::Args;
use serde::Serialize;
use time::Date;

use crate::artifact::files::{cannot_write, write_file};
use crate::cli::arguments::{Format, ProjectArguments};
use crate::cli::ending::Ending;
use crate::cli::output::{print_error, print_line};
use crate::cli::project::{choose_brochure, find_project};
use crate::cli::{clock, completion, render};
use crate::diagnostic::{Diagnostic, Report, list};
use crate::driver::{
    Job, LoadedBrochure, Selection, Timings, edition_source, load_brochures, not_known,
};
use crate::language::Tag;
use crate::language::tags::tag;
use crate::load::body::Body;
use crate::load::edition_id::joined;
use crate::load::{Edition, EditionId, Profile, Project};
use crate::order::{DraftItem, DraftOrder, ORDERS, check_name, draft, is_email, is_phone, slug};
use crate::review::EditionState;

#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// The name of the order, like `town-hall-2026`: letters a to z, digits and hyphens. It begins the names of the files.
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// The brochure; a project with one brochure need not name it.
    #[arg(long, value_name = "BROCHURE", add = completion::brochures())]
    brochure: Option<String>,
    /// The body that orders, by its key in `brochures/bodies`.
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    /// The edition.
    #[arg(long, value_name = "EDITION", add = completion::editions())]
    edition: Option<String>,
    /// Copies by language, separated by commas, like `fr=500,ar=300`; `fr+nl=200` has both languages in one booklet.
    #[arg(long, value_name = "LANG=COPIES", value_delimiter = ',', value_parser = copies)]
    copies: Vec<(String, u32)>,
    /// The weight of the paper in g/m²; that of the edition by default.
    #[arg(long, value_name = "GSM", value_parser = clap::value_parser!(u16).range(40..=600))]
    paper: Option<u16>,
    /// Who gets the copies.
    #[arg(long, value_name = "NAME")]
    delivery: Option<String>,
    /// The lines of their address, separated by semicolons.
    #[arg(long, value_name = "LINES", value_delimiter = ';')]
    address: Vec<String>,
    /// The last day on which the copies may come, like `2026-12-18`.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    by: Option<Date>,
    /// Whom the shop asks.
    #[arg(long, value_name = "NAME")]
    contact: Option<String>,
    /// Their telephone number.
    #[arg(long, value_name = "NUMBER")]
    phone: Option<String>,
    /// Their mail address.
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// The language of the order sheet.
    #[arg(long, value_name = "LANG", add = completion::languages())]
    language: Option<String>,
    /// The day of the order, like `2026-11-29`; today by default.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    on: Option<Date>,
    #[command(flatten)]
    project: ProjectArguments,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonNew<'a> {
    file: &'a str,
}

/// Reads `fr=500`.
fn copies(text: &str) -> Result<(String, u32), String> {
    let fault = || "copies are written like `fr=500`".to_owned();
    let (language, copies) = text.split_once('=').ok_or_else(fault)?;
    let copies = copies.trim().parse().ok().filter(|copies| *copies > 0).ok_or_else(fault)?;
    let tags = language.trim().split('+').map(str::parse::<Tag>);
    if tags.into_iter().any(|tag| tag.is_err()) {
        return Err(fault());
    }
    Ok((language.trim().to_owned(), copies))
}

/// Writes an order to begin with.
pub(super) fn new(arguments: &NewArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.project.as_ref())?;
    let id = choose_brochure(&project, arguments.brochure.as_deref())?;
    let selection = Selection { brochures: vec![id.clone()], ..Selection::default() };
    let report = Report::new();
    let brochures = load_brochures(&project, &selection, &mut Timings::default(), &report)?;
    let [brochure] = brochures.as_slice() else {
        render::print_all(&report.into_sorted())?;
        return Ok(Ending::Problems);
    };
    let asks = Questions { asks: io::stdin().is_terminal() && io::stderr().is_terminal() };
    let bodies = &brochure.publication.bodies;
    let body = arguments.body.as_ref().map(|key| bodies.require(key)).transpose()?;
    let edition = choose_edition(brochure, arguments, &asks)?;
    let approved = approved_languages(brochure, edition, body);
    let quantities = choose_copies(&approved, arguments, &asks)?;
    let source = &brochure.publication.brochure.source_language.value;
    let own_name = body.map_or("", |body| body.name(body.language().unwrap_or(source)));
    let delivery = asks.or_ask(arguments.delivery.as_ref(), "who gets the copies", own_name)?;
    let address = if arguments.address.is_empty() {
        let lines = asks.ask("their address, lines separated by semicolons", "")?;
        lines
            .split(';')
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    } else {
        arguments.address.iter().map(|line| line.trim().to_owned()).collect()
    };
    let by = match arguments.by {
        Some(by) => Some(by),
        None => asks.last_day()?,
    };
    let contact = asks.or_ask(arguments.contact.as_ref(), "whom the shop asks", &delivery)?;
    let phone = asks.reached(arguments.phone.as_ref(), "telephone number", is_phone)?;
    let email = asks.reached(arguments.email.as_ref(), "mail address", is_email)?;
    let proposed = slug(body.map_or(delivery.as_str(), Body::key));
    let name = match &arguments.name {
        Some(name) => name.clone(),
        None => asks.ask("the name of the order", &proposed)?,
    };
    if name.is_empty() {
        return Err(Diagnostic::error("the order has no name").hint(
            "name it, like `feuillet order new town-hall-2026`: letters a to z, digits and hyphens",
        ));
    }
    check_name(&name)?;
    let own_paper = edition.paper.map(|paper| paper.weight);
    let surface = match edition.paper.map(|paper| paper.surface) {
        Some(crate::load::print::Surface::Uncoated) => "uncoated",
        _ => "matte",
    };
    let weight = arguments.paper.map(f64::from).or(own_paper).unwrap_or(135.0);
    let order = DraftOrder {
        brochure: (project.brochures().len() > 1).then_some(id),
        body: body.map(|body| body.key().to_owned()),
        date: Some(clock::day(arguments.on)),
        language: arguments.language.as_deref().map(tag).transpose()?,
        items: vec![DraftItem {
            edition: edition.id.value.clone(),
            quantities,
            paper: (weight, surface),
        }],
        name: delivery,
        address,
        by,
        contact,
        phone,
        email,
    };
    write(&project, &name, &draft(&order), arguments.project.format)?;
    if let Some(body) = body.filter(|_| arguments.project.format == Format::Human) {
        print_publisher(body, own_name)?;
    }
    Ok(Ending::Fine)
}

/// Who is responsible for what the body has printed; where nobody is named, what to write.
fn print_publisher(body: &Body, name: &str) -> Result<(), Diagnostic> {
    let key = body.key();
    if let Some(publisher) = body.publisher() {
        print_line!("responsible publisher, as printed: {}", publisher.name())?;
    } else {
        print_line!(
            "`{key}` names no responsible publisher yet, and nothing is printed without one. Add to brochures/bodies/{key}.toml:"
        )?;
        print_line!("  [publisher]")?;
        print_line!("  name = \"…\"      # a person who answers for it")?;
        print_line!("  address = \"…\"   # the seat of {name}")?;
    }
    print_line!(
        "name the seat, not a private home: leaflets are read by those who look for somebody too; what the law asks, a lawyer knows"
    )
}

fn write(project: &Project, name: &str, text: &str, format: Format) -> Result<(), Diagnostic> {
    let shown = format!("{ORDERS}/{name}.toml");
    let path = project.root().join(ORDERS).join(format!("{name}.toml"));
    if path.exists() {
        return Err(Diagnostic::error(format!("there is an order `{shown}` already"))
            .hint("choose another name, or change that file"));
    }
    // Orders name people: no commit may take them along, whatever the project's own file says.
    let ignored = path.with_file_name(".gitignore");
    if !ignored.exists() {
        let text = "# Orders name people and places: they stay in the house.\n*\n!README*.md\n";
        write_file(&ignored, text.as_bytes()).map_err(|error| cannot_write(&ignored, &error))?;
    }
    write_file(&path, text.as_bytes()).map_err(|error| cannot_write(&path, &error))?;
    match format {
        Format::Human => {
            print_line!("wrote {shown}")?;
            print_line!("it names people and places: Git does not see the folder `{ORDERS}`")?;
            print_line!("next: fill in what is empty, then `feuillet order {shown}`")?;
        }
        Format::Json => render::print_json(&JsonNew { file: &shown })?,
    }
    Ok(())
}

/// The edition that is ordered: the one that was named, or the first that a print shop can print.
fn choose_edition<'a>(
    brochure: &'a LoadedBrochure,
    arguments: &NewArguments,
    asks: &Questions,
) -> Result<&'a Edition, Diagnostic> {
    let editions = brochure.publication.brochure.editions.iter();
    let printable: Vec<&Edition> =
        editions.filter(|edition| edition.cannot_be_made_for(Profile::Print).is_none()).collect();
    let names: Vec<String> = printable.iter().map(|edition| edition.id.value.clone()).collect();
    let Some(first) = names.first() else {
        return Err(Diagnostic::error("no edition of this brochure can be made for a print shop")
            .hint("an edition needs `fold` or the form of a booklet"));
    };
    let named = asks.or_ask(
        arguments.edition.as_ref(),
        &format!("which edition, of {}", list(&names)),
        first,
    )?;
    let found = printable.into_iter().find(|edition| edition.id.value == named);
    found.ok_or_else(|| not_known("edition that can be printed", &named, &names))
}

/// The languages in which an edition is approved, and the pairs of them that it declares, written like `fr+nl`.
fn approved_languages(
    brochure: &LoadedBrochure,
    edition: &Edition,
    body: Option<&Body>,
) -> Vec<String> {
    let own = &brochure.publication.brochure;
    let approved = own.languages_of(edition).iter().filter(|language| {
        let id = EditionId::new(&own.id, &edition.id.value, &language.value);
        let id = id.with_overlay(body.map(Body::key));
        let job = Job { brochure, edition, id, profiles: vec![Profile::Print], marks: false };
        let source = edition_source(&job, &mut Timings::default(), &Report::new());
        source.is_ok_and(|source| source.manuscript.state == EditionState::Approved)
    });
    let approved: Vec<&Tag> = approved.map(|language| &language.value).collect();
    let pairs =
        edition.pairs.iter().filter(|pair| pair.value.iter().all(|tag| approved.contains(&tag)));
    let pairs = pairs.map(|pair| joined(&pair.value, "+"));
    approved.iter().map(ToString::to_string).chain(pairs).collect()
}

/// The copies in each language: those that were named, or those that are answered.
fn choose_copies(
    approved: &[String],
    arguments: &NewArguments,
    asks: &Questions,
) -> Result<Vec<(String, u32)>, Diagnostic> {
    let given = &arguments.copies;
    if let Some((language, _)) = given.iter().enumerate().find_map(|(at, own)| {
        given[..at].iter().any(|(language, _)| *language == own.0).then_some(own)
    }) {
        return Err(Diagnostic::error(format!("copies in `{language}` are given twice"))
            .hint("add them up, and give each language once"));
    }
    if !given.is_empty() {
        return Ok(given.clone());
    }
    if approved.is_empty() {
        return Err(Diagnostic::error("this edition is approved in no language: nothing of it may be printed")
            .hint("`feuillet list --long` names the reasons, `feuillet translations status` what is to be done"));
    }
    if !asks.asks {
        return Err(Diagnostic::error("how many copies?").hint(format!(
            "add `--copies {}=500`; approved languages are {}",
            approved[0],
            list(approved)
        )));
    }
    let mut quantities = Vec::new();
    for language in approved {
        let number = asks.ask_for(&format!("copies in `{language}`"), "0", |answer| {
            let digits: String = answer.chars().filter(|c| !c.is_whitespace()).collect();
            digits.parse::<u32>().map_err(|_| format!("`{answer}` is not a number of copies"))
        })?;
        if number > 0 {
            quantities.push((language.clone(), number));
        }
    }
    if quantities.is_empty() {
        Err(Diagnostic::error("nothing is ordered"))
    } else {
        Ok(quantities)
    }
}

/// Questions to somebody at a terminal.
struct Questions {
    /// Whether anybody is there.
    asks: bool,
}

impl Questions {
    /// What an option says, or the answer.
    fn or_ask(
        &self,
        given: Option<&String>,
        question: &str,
        usual: &str,
    ) -> Result<String, Diagnostic> {
        given.map_or_else(|| self.ask(question, usual), |given| Ok(given.trim().to_owned()))
    }

    /// How somebody is reached: what an option says, or the answer; it may be left out.
    fn reached(
        &self,
        given: Option<&String>,
        what: &str,
        is_one: impl Fn(&str) -> bool,
    ) -> Result<String, Diagnostic> {
        let read = |answer: &str| {
            let is_fine = answer.is_empty() || is_one(answer);
            is_fine.then(|| answer.to_owned()).ok_or_else(|| format!("`{answer}` is not a {what}"))
        };
        match given {
            Some(given) => read(given.trim()).map_err(Diagnostic::error),
            None => self.ask_for(&format!("their {what}"), "", read),
        }
    }

    /// The last day on which the copies may come; it may be left out.
    fn last_day(&self) -> Result<Option<Date>, Diagnostic> {
        let question = "the last day on which they may come, like 2026-12-18 (empty: any)";
        self.ask_for(question, "", |answer| match answer {
            "" => Ok(None),
            answer => clock::read_day(answer).map(Some),
        })
    }

    /// What is read of the answer; what can't be read is asked again, so that no other answer is lost.
    fn ask_for<T>(
        &self,
        question: &str,
        usual: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Diagnostic> {
        loop {
            match read(&self.ask(question, usual)?) {
                Ok(found) => return Ok(found),
                Err(fault) if self.asks => print_error(format_args!("{fault}\n"))?,
                Err(fault) => return Err(Diagnostic::error(fault)),
            }
        }
    }

    /// The answer; where nobody is asked, or nothing is answered, what is usual.
    fn ask(&self, question: &str, usual: &str) -> Result<String, Diagnostic> {
        if !self.asks {
            return Ok(usual.to_owned());
        }
        let shown = if usual.is_empty() { String::new() } else { format!(" [{usual}]") };
        print_error(format_args!("{question}{shown}: "))?;
        let mut answer = String::new();
        let read = io::stdin().lock().read_line(&mut answer);
        match read {
            Ok(0) => return Err(Diagnostic::error("nobody answers any more")),
            Ok(_) => {}
            Err(error) => {
                return Err(Diagnostic::error(format!("can't read the answer: {error}")));
            }
        }
        let answer = answer.trim();
        Ok(if answer.is_empty() { usual.to_owned() } else { answer.to_owned() })
    }
}
