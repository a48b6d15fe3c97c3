//! Serves the page on which translators see their language edition as it will look, and edit it there.
//!
//! 1. [`server`] answers requests. [`guard`] refuses those that another site has sent, [`limits`] those that ask too much, and
//!    [`mod@invitations`] knows who was invited. All of the brochure goes over a [`socket`], in the words of [`wire`].
//! 2. [`workspace`] is one thread that knows who is there and what they type. What nobody has saved, [`drafts`] keeps in a
//!    [`state_folder`] outside the project; [`live`] lays it over the catalogues in memory.
//! 3. An [`engine`] for each language edition that somebody looks at typesets it after each keystroke, in a thread of its own.
//!    [`pages`] gives each client the pictures that it does not have, by way of its [`outbox`].
//! 4. [`writer`] is one thread that changes files, under the lock of all commands, and reads them again when anybody has.
//!
//! Texts and names of people stand in no log: nothing is written but the files.

mod assets;
mod client;
mod drafts;
mod engine;
mod engines;
mod event;
mod fonts;
mod guard;
mod interface;
mod invitations;
mod likeness;
mod limits;
mod live;
mod memories;
mod outbox;
mod pages;
mod person;
mod places;
mod rows;
mod screen;
mod sentences;
mod server;
mod server_state;
mod settings;
mod shown;
mod signatures;
mod socket;
mod state_folder;
mod suggestions;
mod token;
mod views;
mod welcome;
mod wire;
mod workspace;
mod writer;

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use time::Date;

use crate::diagnostic::{Diagnostic, Report};
use crate::language::Tag;
use crate::load::{Profile, Project};
use crate::typeset::Fonts;
use crate::watch::Watcher;
use drafts::Drafts;
use engine::EngineKey;
use event::Event;
use guard::Guard;
use limits::Limits;
use memories::Memories;
use server_state::ServerState;
use settings::Settings;
use state_folder::StateFolder;
use workspace::Workspace;
use writer::{Task, Writer};

pub(crate) use invitations::Invitations;

/// The port, unless another one is asked for: with the same port each time a page finds its server again.
pub(crate) const PORT: u16 = 7373;

/// The file with the token of those who sit at this computer.
const TOKEN: &str = "token";

/// The file with the address under which a proxy serves the page.
const PUBLIC_URL: &str = "public-url";

/// So often it is looked whether an invitation was taken back.
const LOOK: Duration = Duration::from_secs(1);

/// How the page is served.
pub(crate) struct Options {
    /// The brochure.
    pub(crate) brochure: String,
    /// The language to begin with.
    pub(crate) language: Option<Tag>,
    /// The edition to begin with.
    pub(crate) edition: Option<String>,
    /// Where it listens.
    pub(crate) listen: SocketAddr,
    /// Whether another port will do if that one is taken.
    pub(crate) any_port: bool,
    /// The address under which a proxy serves it to those who were invited; `None` if it is for this computer alone.
    pub(crate) public_url: Option<String>,
    /// Who sits at this computer: initials or a pseudonym.
    pub(crate) who: Option<String>,
    /// Translation memories from which is suggested: files of TMX.
    pub(crate) memories: Vec<PathBuf>,
    /// Reads the clock.
    pub(crate) today: fn() -> Date,
}

/// The invitations of a project.
///
/// # Errors
///
/// Fails if there is no folder for them.
pub(crate) fn invitations(project: &Project) -> Result<Invitations, Diagnostic> {
    Ok(Invitations::new(StateFolder::of(project)?))
}

/// The address at which a code is exchanged; `None` if no server with a public address was started yet.
pub(crate) fn invitation_address(
    project: &Project,
    public_url: Option<&str>,
    code: &str,
) -> Result<Option<String>, Diagnostic> {
    let kept = StateFolder::of(project)?.read(PUBLIC_URL);
    let Some(url) = public_url.map(str::to_owned).or(kept) else { return Ok(None) };
    let guard = Guard::public(url.trim())?;
    Ok(Some(format!("{}/invitation#code={code}", guard.origin())))
}

/// Serves the page until the process ends. `started` is given the address, once it can be opened.
///
/// # Errors
///
/// Fails if the brochure can't be read, or nobody can listen there.
pub(crate) fn serve(
    project: &Project,
    options: Options,
    started: impl FnOnce(&str) -> Result<(), Diagnostic>,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault: Diagnostic| vec![fault];
    let folder = StateFolder::of(project).map_err(one)?;
    let guard = options.public_url.as_deref().map(Guard::public).transpose().map_err(one)?;
    let report = Report::new();
    // In this order: what is saved between the two is not missed.
    let mut watcher = Watcher::new(project.root()).map_err(one)?;
    let fonts = Arc::new(Fonts::load(&project.fonts(), &report));
    let loaded = writer::read(project, &options.brochure, &fonts)?;
    let first = first(&loaded, &options).map_err(one)?;
    let listener = listen(&options).map_err(one)?;
    let port = listener.local_addr().map_or(PORT, |address| address.port());
    let local = match &guard {
        Some(guard) => {
            folder.write(PUBLIC_URL, guard.origin()).map_err(one)?;
            None
        }
        None => Some(local_token(&folder).map_err(one)?),
    };
    let guard = guard.unwrap_or_else(|| Guard::local(port));
    let address = match &local {
        Some(token) => format!("{}/#token={token}", guard.origin()),
        None => guard.origin().to_owned(),
    };
    let (events, received) = channel();
    let drafts = Drafts::open(&folder, &options.brochure).map_err(one)?;
    let source = &loaded.brochure.publication.brochure.source_language.value;
    let memories = Memories::read(&options.memories, source)?;
    let settings = Settings::open(&folder, &options.brochure);
    let tell = events.clone();
    let writer = Writer::start(
        project.clone(),
        options.brochure,
        Arc::clone(&fonts),
        options.today,
        // Nobody listens any more when the program ends.
        move |done| drop(tell.send(Event::Done(done))),
    );
    let changed = writer.clone();
    thread::spawn(move || {
        while watcher.wait().is_some() {
            changed.give(Task::Changed);
        }
    });
    let invitations = Invitations::new(folder);
    let server = Arc::new(ServerState {
        guard,
        limits: Limits::new(),
        invitations,
        fonts,
        events: events.clone(),
        local,
        who: options.who,
        today: options.today,
        clients: AtomicU64::new(0),
    });
    let looked = Arc::clone(&server);
    thread::spawn(move || {
        loop {
            thread::sleep(LOOK);
            looked.end_sessions();
        }
    });
    let (project, clock) = (project.clone(), (events, options.today));
    thread::spawn(move || {
        Workspace::new(project, loaded, (drafts, settings, memories), first, writer, clock)
            .run(&received);
    });
    started(&address).map_err(one)?;
    server::run(server, listener).map_err(one)
}

/// The language edition to begin with.
fn first(loaded: &writer::Loaded, options: &Options) -> Result<EngineKey, Diagnostic> {
    let brochure = &loaded.brochure.publication.brochure;
    let name = |edition: &crate::load::Edition| edition.id.value.clone();
    let editions: Vec<String> = brochure.editions.iter().map(name).collect();
    let edition = options.edition.clone().or_else(|| editions.first().cloned());
    let Some(edition) = edition.as_ref().and_then(|id| brochure.edition(id)) else {
        let given = options.edition.as_deref().unwrap_or_default();
        return Err(crate::driver::not_known("edition", given, &editions));
    };
    let languages = brochure.languages_of(edition);
    let other = languages.iter().find(|tag| tag.value != brochure.source_language.value);
    let other = other.or(languages.first()).map(|tag| tag.value.clone());
    let language = options.language.clone().or(other);
    let known = |language: &Tag| languages.iter().any(|tag| tag.value == *language);
    match language.filter(known) {
        Some(language) => {
            let profile = Profile::Screen.as_str();
            Ok(EngineKey { language, edition: name(edition), profile })
        }
        None => {
            let given = options.language.as_ref().map(ToString::to_string).unwrap_or_default();
            let names: Vec<String> = languages.iter().map(|tag| tag.value.to_string()).collect();
            Err(crate::driver::not_known("language", &given, &names))
        }
    }
}

fn listen(options: &Options) -> Result<TcpListener, Diagnostic> {
    let bound = TcpListener::bind(options.listen);
    let bound = match bound {
        Err(_) if options.any_port => TcpListener::bind(SocketAddr::new(options.listen.ip(), 0)),
        bound => bound,
    };
    bound.map_err(|error| {
        Diagnostic::error(format!("can't listen at `{}`: {error}", options.listen))
            .hint("name another port with `--port`, or end the program that has this one")
    })
}

/// The token of those who sit at this computer: the same each time, so that a page finds its texts after a restart.
fn local_token(folder: &StateFolder) -> Result<String, Diagnostic> {
    if let Some(kept) = folder.read(TOKEN).filter(|kept| kept.len() == 32) {
        return Ok(kept);
    }
    let made = token::secret()?;
    folder.write(TOKEN, &made)?;
    Ok(made)
}
