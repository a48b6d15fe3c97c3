//! Runs `feuillet preview`.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use serde::Serialize;
use time::{Date, Duration};

use crate::cli::arguments::{Format, ProjectArguments, one_brochure};
use crate::cli::clock::{day, read_day};
use crate::cli::completion;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::find_project;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, Report, count};
use crate::language::tags::tag;
use crate::load::people::{ROLES, Role};
use crate::load::{Project, load};
use crate::preview::{self, Options, PORT};
use crate::signing::require_role;

/// An invitation holds so many days, unless another day is named.
const DAYS: i64 = 90;

/// The roles that somebody can be invited for; a lawyer signs at a computer of the house.
const INVITED: [&str; 3] = ["translate", "review", "approve"];

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct PreviewArguments {
    #[command(subcommand)]
    command: Option<PreviewCommand>,
    /// The brochure; a project with one brochure need not name it.
    #[arg(value_name = "BROCHURE", add = completion::brochures())]
    brochure: Option<String>,
    /// The language to begin with.
    #[arg(long, value_name = "LANG", add = completion::languages())]
    lang: Option<String>,
    /// The edition to begin with.
    #[arg(long, value_name = "EDITION", add = completion::editions())]
    edition: Option<String>,
    /// Who you are: initials or a pseudonym, as in `people.toml`. It stands in the record of what you write, read and sign.
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// The port; 7373 by default, or any other if that one is taken.
    #[arg(long, value_name = "N", conflicts_with = "listen")]
    port: Option<u16>,
    /// Opens the page in the browser.
    #[arg(long)]
    open: bool,
    /// The address at which a proxy finds the page: `127.0.0.1:8080`.
    ///
    /// Beyond this computer it is served only with `--public-url`: nothing that volunteers type may travel unencrypted.
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// The address of HTTPS at which volunteers open the page; a proxy does the encryption.
    ///
    /// Only those who were invited are let in then.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// A translation memory from which the page suggests texts, a file of TMX; several, if it is given again.
    ///
    /// Nothing is suggested whose numbers, variables or addresses are others than those of the source.
    #[arg(long, value_name = "FILE")]
    memory: Vec<std::path::PathBuf>,
    /// The project's folder.
    ///
    /// The default is the current folder, or the first one around it that holds `brochures/`.
    #[arg(long, value_name = "DIR")]
    project: Option<std::path::PathBuf>,
}

#[derive(Debug, Subcommand)]
enum PreviewCommand {
    /// Invites somebody to the page of one language, and prints the link, which works once.
    ///
    /// Opening the link spends nothing: a button on the page does. Only a hash of the code is kept, outside the project. An
    /// earlier invitation of theirs for the language is taken back.
    Invite(InviteArguments),
    /// Takes the invitations of somebody back; what they have open is closed.
    Revoke(RevokeArguments),
    /// Lists who is invited.
    Invitations(ProjectArguments),
}

#[derive(Debug, Args)]
struct InviteArguments {
    /// Whom: initials or a pseudonym.
    #[arg(value_name = "WHO")]
    who: String,
    /// The language whose texts they may change.
    #[arg(long, value_name = "LANG", add = completion::languages())]
    lang: String,
    /// What they may do, separated by commas; by default, translate. For more than that they must stand in `people.toml`.
    #[arg(long, value_name = "ROLE", value_delimiter = ',', default_value = "translate")]
    #[arg(value_parser = PossibleValuesParser::new(INVITED))]
    role: Vec<String>,
    /// The last day; in 90 days by default.
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    until: Option<Date>,
    /// The brochure; a project with one brochure need not name it.
    #[arg(long, value_name = "BROCHURE", add = completion::brochures())]
    brochure: Option<String>,
    /// The address of the page; by default that of the last server with one.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    #[command(flatten)]
    project: ProjectArguments,
}

#[derive(Debug, Args)]
struct RevokeArguments {
    /// Whose.
    #[arg(value_name = "WHO")]
    who: String,
    #[command(flatten)]
    project: ProjectArguments,
}

/// Serves the page, or changes who is invited.
pub(crate) fn run(arguments: &PreviewArguments) -> Result<Ending, Diagnostic> {
    match &arguments.command {
        None => serve(arguments),
        Some(PreviewCommand::Invite(arguments)) => invite(arguments),
        Some(PreviewCommand::Revoke(arguments)) => revoke(arguments),
        Some(PreviewCommand::Invitations(arguments)) => invitations(arguments),
    }
}

fn serve(arguments: &PreviewArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.as_ref())?;
    let brochure = one_brochure(arguments.brochure.as_ref(), &project.brochures())?;
    let language = arguments.lang.as_deref().map(tag).transpose()?;
    let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let listen =
        arguments.listen.unwrap_or_else(|| SocketAddr::new(here, arguments.port.unwrap_or(PORT)));
    if !listen.ip().is_loopback() && arguments.public_url.is_none() {
        return Err(Diagnostic::error(format!(
            "`{listen}` is beyond this computer, and the page would travel unencrypted"
        ))
        .hint("let a proxy do HTTPS, and name its address: `--public-url https://…`"));
    }
    let options = Options {
        brochure,
        language,
        edition: arguments.edition.clone(),
        listen,
        any_port: arguments.port.is_none() && arguments.listen.is_none(),
        public_url: arguments.public_url.clone(),
        who: arguments.by.clone(),
        memories: arguments.memory.clone(),
        today: || day(None),
    };
    let served = preview::serve(&project, options, |address| {
        if arguments.open {
            open_in_browser(address);
        }
        print_line!("{address}")
    });
    match served {
        Ok(()) => Ok(Ending::Fine),
        Err(faults) => {
            render::print_all(&faults)?;
            Ok(Ending::Problems)
        }
    }
}

/// Opens an address in the browser. Whoever has none opens it by hand: it is printed.
fn open_in_browser(address: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(program);
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let _ = command.spawn();
}

/// What `--format json` prints of a new invitation.
#[derive(Serialize)]
struct JsonInvited<'a> {
    who: &'a str,
    language: &'a str,
    roles: &'a [String],
    until: String,
    code: &'a str,
    link: Option<&'a str>,
}

fn invite(arguments: &InviteArguments) -> Result<Ending, Diagnostic> {
    let InviteArguments { who, lang, role, .. } = arguments;
    let project = find_project(arguments.project.project.as_ref())?;
    let brochure = one_brochure(arguments.brochure.as_ref(), &project.brochures())?;
    let today = day(None);
    let until = arguments.until.unwrap_or(today + Duration::days(DAYS));
    if until < today {
        return Err(Diagnostic::error(format!("{until} has gone by"))
            .hint("the last day of an invitation lies ahead"));
    }
    if who.trim().is_empty() || who.chars().count() > 40 || who.chars().any(char::is_control) {
        return Err(Diagnostic::error("whoever is invited needs initials or a pseudonym"));
    }
    let language = tag(lang)?;
    let roles: Vec<Role> = ROLES
        .iter()
        .filter(|(name, _)| role.iter().any(|own| own == name))
        .map(|row| row.1)
        .collect();
    let warning = check(&project, &brochure, who, &language, &roles, today)?;
    let code = preview::invitations(&project)?.invite(who, &language, &roles, until)?;
    let link = preview::invitation_address(&project, arguments.public_url.as_deref(), &code)?;
    if arguments.project.format == Format::Json {
        let (language, link) = (language.as_str(), link.as_deref());
        let until = until.to_string();
        render::print_json(&JsonInvited { who, language, roles: role, until, code: &code, link })?;
        return Ok(Ending::Fine);
    }
    render::print_all(warning.as_slice())?;
    match &link {
        Some(link) => print_line!("{link}")?,
        None => print_line!("{code}")?,
    }
    print_line!(
        "for {who}: {} in {language}, until {until}; it works once, and stands nowhere else",
        role.join(", ")
    )?;
    Ok(Ending::Fine)
}

/// Makes sure that the language is one of the brochure, and that whoever signs may do so. Gives what should be said.
fn check(
    project: &Project,
    brochure: &str,
    who: &str,
    language: &crate::language::Tag,
    roles: &[Role],
    today: Date,
) -> Result<Option<Diagnostic>, Diagnostic> {
    let report = Report::new();
    let Ok(publication) = load(project, brochure, &report) else {
        let mut faults = report.into_sorted().into_iter().filter(Diagnostic::is_error);
        return Err(faults
            .next()
            .unwrap_or_else(|| Diagnostic::error("the brochure can't be read")));
    };
    let languages = publication.brochure.all_languages();
    if !languages.contains(language) {
        let names: Vec<&str> = languages.iter().map(crate::language::Tag::as_str).collect();
        return Err(Diagnostic::error(format!("the brochure is not made in `{language}`"))
            .suggest_or_list(language.as_str(), "language", &names));
    }
    let mut warning = None;
    for role in roles {
        match require_role(&publication, who, *role, Some(language), today) {
            Ok(()) => {}
            // Whoever only writes changes drafts, which somebody of the house reads.
            Err(refusal) if *role == Role::Translate => {
                warning =
                    Some(Diagnostic { severity: crate::diagnostic::Severity::Warning, ..refusal });
            }
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(warning.map(|warning| warning.hint("until then nobody can review what they write")))
}

fn revoke(arguments: &RevokeArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.project.as_ref())?;
    let revoked = preview::invitations(&project)?.revoke(&arguments.who)?;
    if arguments.project.format == Format::Json {
        #[derive(Serialize)]
        struct JsonRevoked {
            revoked: usize,
        }
        render::print_json(&JsonRevoked { revoked })?;
    } else {
        print_line!("{} of {} taken back", count(revoked, "invitation"), arguments.who)?;
    }
    Ok(if revoked > 0 { Ending::Fine } else { Ending::Problems })
}

/// What `--format json` prints of an invitation.
#[derive(Serialize)]
struct JsonInvitation {
    who: String,
    language: String,
    roles: Vec<String>,
    until: String,
    state: &'static str,
}

fn invitations(arguments: &ProjectArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.as_ref())?;
    let today = day(None);
    let all = preview::invitations(&project)?.all()?;
    let rows: Vec<JsonInvitation> = all
        .into_iter()
        .map(|one| JsonInvitation {
            state: match one.holds(today) {
                Err(why) => why.as_str(),
                Ok(()) if one.is_used() => "used",
                Ok(()) => "open",
            },
            language: one.language.to_string(),
            who: one.who,
            roles: one.roles,
            until: one.until,
        })
        .collect();
    if arguments.format == Format::Json {
        render::print_json(&rows)?;
        return Ok(Ending::Fine);
    }
    for JsonInvitation { who, language, roles, until, state } in &rows {
        print_line!("{who}: {} in {language}, until {until}, {state}", roles.join(", "))?;
    }
    if rows.is_empty() {
        print_line!("nobody is invited")?;
    }
    Ok(Ending::Fine)
}
