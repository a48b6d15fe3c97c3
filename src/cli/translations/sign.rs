//! Runs `feuillet translations review` and `approve`.

use std::collections::BTreeSet;

use clap::Args;
use serde::Serialize;
use time::Date;

use crate::cli::arguments::Format;
use crate::cli::clock::{read_day, signing_day};
use crate::cli::completion;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::render;
use crate::cli::translations::loaded::{BrochureArguments, Loaded, ending, print_faults};
use crate::diagnostic::{Diagnostic, Location, Report, count};
use crate::driver::not_known;
use crate::edit::ChangeSet;
use crate::language::Tag;
use crate::load::people::Role;
use crate::load::{Publication, RecordFile, TextId};
use crate::review::{MessageState, assess, shown_in};
use crate::signing::{self, Outcome, Signing, approve_edition, require_role};

#[derive(Debug, Args)]
pub(crate) struct SignerArguments {
    /// The language of the texts.
    #[arg(long, value_name = "LANG", add = completion::languages())]
    lang: String,
    /// Who it is that signs: initials or a pseudonym, as in `people.toml`.
    #[arg(long, value_name = "WHO")]
    by: String,
    /// The day; today by default.
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    on: Option<Date>,
    /// All messages for which it is the next step, instead of those that are named.
    #[arg(long)]
    all: bool,
    /// Shows what would be signed, as it is written, and writes nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    brochure: BrochureArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ReviewArguments {
    /// The messages.
    #[arg(value_name = "MESSAGE", conflicts_with = "all")]
    messages: Vec<String>,
    /// Who wrote the texts, where the record does not know.
    #[arg(long, value_name = "WHO")]
    writer: Option<String>,
    /// Records that the texts were tried with readers: a mark beside the review.
    #[arg(long, conflicts_with = "writer")]
    with_readers: bool,
    /// With `--all`: only the messages that these editions show, separated by commas.
    #[arg(long, value_name = "EDITION", value_delimiter = ',')]
    #[arg(add = completion::editions())]
    edition: Vec<String>,
    #[command(flatten)]
    signer: SignerArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ApproveArguments {
    /// The messages.
    #[arg(value_name = "MESSAGE", conflicts_with_all = ["all", "edition"])]
    messages: Vec<String>,
    /// Signs the source for the law instead: messages that the brochure marks `legal` want that before they are approved.
    #[arg(long)]
    legal: bool,
    /// Signs the make-up of these editions instead, separated by commas: blocks, pictures, contacts.
    ///
    /// With `--all`, it is the messages that they show, and not their make-up.
    #[arg(long, value_name = "EDITION", value_delimiter = ',')]
    #[arg(add = completion::editions())]
    edition: Vec<String>,
    #[command(flatten)]
    signer: SignerArguments,
}

/// What is recorded of a message.
#[derive(Clone, Copy)]
enum Act<'a> {
    Review { writer: Option<&'a str> },
    Try,
    Legal,
    Approve,
}

impl Act<'_> {
    fn role(self) -> Role {
        match self {
            Act::Review { .. } | Act::Try => Role::Review,
            Act::Legal => Role::Legal,
            Act::Approve => Role::Approve,
        }
    }

    fn done(self) -> &'static str {
        match self {
            Act::Review { .. } => "reviewed",
            Act::Try => "tried with readers",
            Act::Legal => "signed for the law",
            Act::Approve => "approved",
        }
    }

    fn sign(
        self,
        signing: &Signing<'_>,
        id: &TextId,
        record: &mut RecordFile,
    ) -> Result<Outcome, Diagnostic> {
        match self {
            Act::Review { writer } => signing::review(signing, id, writer, record),
            Act::Try => signing::try_with_readers(signing, id, record),
            Act::Legal => signing::sign_for_law(signing, id, record),
            Act::Approve => signing::approve(signing, id, record),
        }
    }

    /// Whether it must be known who wrote a text, and the command does not say it.
    fn wants_writer(self) -> bool {
        matches!(self, Act::Review { writer: None })
    }

    /// Whether it is the next step for a message in that state.
    fn is_next(self, state: MessageState, is_legal: bool) -> bool {
        match self {
            // Whoever reads a stale text again has to name it: it may say something else than its source.
            Act::Review { .. } => state == MessageState::Draft,
            Act::Try => state > MessageState::Draft,
            Act::Legal => is_legal && state > MessageState::Draft,
            Act::Approve => {
                !matches!(state, MessageState::Missing | MessageState::Stale | MessageState::Draft)
            }
        }
    }
}

/// Records reviews.
pub(crate) fn review(arguments: &ReviewArguments) -> Result<Ending, Diagnostic> {
    if !arguments.edition.is_empty() && !arguments.signer.all {
        return Err(Diagnostic::error(
            "`--edition` chooses among all messages, and `--all` is not there",
        )
        .hint("write `--all --edition …`, or name the messages that you read"));
    }
    let act = if arguments.with_readers {
        Act::Try
    } else {
        Act::Review { writer: arguments.writer.as_deref() }
    };
    sign(&arguments.signer, &arguments.messages, &arguments.edition, act)
}

/// Records approvals.
pub(crate) fn approve(arguments: &ApproveArguments) -> Result<Ending, Diagnostic> {
    let is_make_up = !arguments.edition.is_empty() && !arguments.signer.all;
    if is_make_up && arguments.legal {
        return Err(Diagnostic::error(
            "`--legal` signs texts, and `--edition` the make-up of editions",
        )
        .hint("with `--all` too, it is the texts that the editions show"));
    }
    if is_make_up {
        return approve_editions(&arguments.signer, &arguments.edition);
    }
    let act = if arguments.legal { Act::Legal } else { Act::Approve };
    sign(&arguments.signer, &arguments.messages, &arguments.edition, act)
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonSigned<'a> {
    language: &'a Tag,
    signed: Vec<String>,
    already_signed: Vec<String>,
    diagnostics: Vec<Diagnostic<Location>>,
}

fn sign(
    arguments: &SignerArguments,
    messages: &[String],
    editions: &[String],
    act: Act<'_>,
) -> Result<Ending, Diagnostic> {
    if messages.is_empty() && !arguments.all {
        return Err(Diagnostic::error("no message is named").hint(
            "name the messages that you read, or write `--all` for all whose next step this is",
        ));
    }
    let Some(loaded) = arguments.brochure.load_to_edit()? else { return Ok(Ending::Problems) };
    let Loaded { project, publication, .. } = &loaded;
    let language = one_language(&loaded, &arguments.lang)?;
    let on = signing_day(arguments.on)?;
    let states = assess(publication);
    if let Err(refusal) = require_role(publication, &arguments.by, act.role(), Some(&language), on)
    {
        print_faults(&[refusal], arguments.brochure.project.format)?;
        return Ok(Ending::Problems);
    }
    let signing =
        Signing { publication, states: &states, language: &language, by: &arguments.by, on };
    let mut ids = if arguments.all { next(&signing, act) } else { Loaded::ids(messages)? };
    if !editions.is_empty() {
        let shown = shown_by(publication, editions, &language)?;
        ids.retain(|id| shown.contains(id.as_str()));
    }
    let report = Report::new();
    let (mut signed, mut already) = (Vec::new(), Vec::new());
    let (mut unknown, mut own_texts) = (Vec::new(), Vec::new());
    let mut changes = ChangeSet::new(project);
    if let Some(mut record) = loaded.record(&language, &report) {
        for id in ids {
            let own = record.of(publication, &language, &id);
            if arguments.all && act.wants_writer() && signing::writer(&signing, &id, own).is_none()
            {
                unknown.push(id);
                continue;
            }
            // Who signs all there is means what others wrote.
            if arguments.all && signing::writer(&signing, &id, own) == Some(&arguments.by) {
                own_texts.push(id);
                continue;
            }
            match act.sign(&signing, &id, own) {
                Ok(Outcome::Signed) => signed.push(id),
                Ok(Outcome::AlreadySigned) => already.push(id),
                Err(refusal) => report.add(refusal),
            }
        }
        record.write_into(&mut changes);
    }
    report.extend(without_writer(&unknown));
    report.extend(of_signer(&own_texts, &arguments.by));
    let faults = report.into_sorted();
    // Who names messages means all of them.
    let is_refused = !faults.is_empty() && !arguments.all;
    if !is_refused && !arguments.dry_run {
        changes.commit()?;
    }
    let written = if is_refused { Vec::new() } else { signed };
    match arguments.brochure.project.format {
        Format::Human => {
            render::print_all(&faults)?;
            print_signed(&signing, act, &written, &already, arguments)?;
        }
        Format::Json => {
            let names = |ids: &[TextId]| ids.iter().map(ToString::to_string).collect();
            let (signed, already_signed) = (names(&written), names(&already));
            let diagnostics = render::located(&faults);
            let language = &language;
            render::print_json(&JsonSigned { language, signed, already_signed, diagnostics })?;
        }
    }
    Ok(ending(!faults.is_empty()))
}

/// The messages that some editions show in a language.
///
/// # Errors
///
/// Fails if the brochure has no such edition, or does not make it in the language.
fn shown_by(
    publication: &Publication,
    editions: &[String],
    language: &Tag,
) -> Result<BTreeSet<String>, Diagnostic> {
    let brochure = &publication.brochure;
    let known: Vec<String> =
        brochure.editions.iter().map(|edition| edition.id.value.clone()).collect();
    let languages = [language.clone()];
    let shown = shown_in(publication, &languages);
    let of_editions = || shown.iter().flat_map(|shown| &shown.editions);
    let mut all = BTreeSet::new();
    for name in editions {
        if !known.contains(name) {
            return Err(not_known("edition", name, &known));
        }
        let found = of_editions().find(|(edition, _)| edition.id.value == *name);
        let Some((_, messages)) = found else {
            return Err(Diagnostic::error(format!("`{name}` is not made in `{language}`")));
        };
        all.extend(messages.iter().map(ToString::to_string));
    }
    Ok(all)
}

/// The first of some messages: "`a`, `b`, `c`, …".
fn some_of(ids: &[TextId]) -> String {
    let named: Vec<String> = ids.iter().take(3).map(|id| format!("`{id}`")).collect();
    let more = if ids.len() > named.len() { ", …" } else { "" };
    named.join(", ") + more
}

/// Says that texts are the signer's own; nothing if there are none.
fn of_signer(own: &[TextId], by: &str) -> Option<Diagnostic> {
    let texts = count(own.len(), "text");
    let are = if own.len() == 1 { "is" } else { "are" };
    let message = format!("{texts} {are} of `{by}`: {}", some_of(own));
    (!own.is_empty()).then(|| Diagnostic::error(message).hint("somebody else has to sign them"))
}

/// Says that nobody knows who wrote some texts; nothing if there are none.
fn without_writer(unknown: &[TextId]) -> Option<Diagnostic> {
    let texts = count(unknown.len(), "text");
    let message = format!("nobody knows who wrote {texts}: {}", some_of(unknown));
    (!unknown.is_empty()).then(|| {
        Diagnostic::error(message).hint(
            "say so with `--writer WHO`, for all of them or for those that you name: nobody reviews their own text",
        )
    })
}

/// The messages for which something is the next step, in the order of their ids.
fn next(signing: &Signing<'_>, act: Act<'_>) -> Vec<TextId> {
    let legal = signing.publication.brochure.legal_messages();
    let texts = signing.publication.catalogues.get(signing.language);
    let messages = texts.into_iter().flat_map(|catalogue| catalogue.texts.messages.iter());
    let messages = messages.filter(|(id, entry)| {
        let state = signing.states.get(signing.language, id);
        entry.has_text && act.is_next(state, legal.contains(id))
    });
    messages.map(|(id, _)| id.clone()).collect()
}

fn print_signed(
    signing: &Signing<'_>,
    act: Act<'_>,
    signed: &[TextId],
    already: &[TextId],
    arguments: &SignerArguments,
) -> Result<(), Diagnostic> {
    let texts = signing.publication.catalogues.get(signing.language);
    for id in signed {
        let entry = texts.and_then(|catalogue| catalogue.texts.messages.get(id));
        let text = entry.map_or("", |entry| entry.canonical.as_str());
        print_line!("{id}: {text}")?;
    }
    let would = if arguments.dry_run { "would be " } else { "" };
    print_line!(
        "{}: {} {would}{} by {} on {}",
        signing.language,
        count(signed.len(), "message"),
        act.done(),
        signing.by,
        signing.on
    )?;
    if !already.is_empty() {
        print_line!("{} already", count(already.len(), "message"))?;
    }
    if arguments.all && signed.is_empty() && already.is_empty() {
        print_line!(
            "`feuillet translations status --lang {}` tells whose turn it is",
            signing.language
        )?;
    }
    Ok(())
}

fn one_language(loaded: &Loaded, given: &str) -> Result<Tag, Diagnostic> {
    let mut languages = loaded.languages(&[given.to_owned()])?;
    languages.pop().ok_or_else(|| Diagnostic::error("name a language with `--lang`"))
}

/// What `--format json` prints of editions.
#[derive(Serialize)]
struct JsonEditions<'a> {
    language: &'a Tag,
    signed: Vec<&'a str>,
    diagnostics: Vec<Diagnostic<Location>>,
}

fn approve_editions(
    arguments: &SignerArguments,
    editions: &[String],
) -> Result<Ending, Diagnostic> {
    let Some(loaded) = arguments.brochure.load_to_edit()? else { return Ok(Ending::Problems) };
    let Loaded { project, publication, .. } = &loaded;
    let language = one_language(&loaded, &arguments.lang)?;
    let on = signing_day(arguments.on)?;
    let states = assess(publication);
    let by = &arguments.by;
    let format = arguments.brochure.project.format;
    if let Err(refusal) = require_role(publication, by, Role::Approve, Some(&language), on) {
        print_faults(&[refusal], format)?;
        return Ok(Ending::Problems);
    }
    let report = Report::new();
    let mut signed = Vec::new();
    let mut changes = ChangeSet::new(project);
    let signing = Signing { publication, states: &states, language: &language, by, on };
    if let Some(mut record) = loaded.record(&language, &report) {
        for edition in editions {
            let approved = approve_edition(&signing, edition, &mut record.own, &report);
            signed.extend(approved.is_ok().then_some(edition.as_str()));
        }
        record.write_into(&mut changes);
    }
    let faults = report.into_sorted();
    let has_errors = faults.iter().any(Diagnostic::is_error);
    if has_errors {
        signed.clear();
    } else if !arguments.dry_run {
        changes.commit()?;
    }
    match format {
        Format::Human => {
            render::print_all(&faults)?;
            let would = if arguments.dry_run { "would be " } else { "" };
            for edition in signed {
                print_line!(
                    "{language}: the make-up of `{edition}` {would}approved by {by} on {on}"
                )?;
            }
        }
        Format::Json => {
            let diagnostics = render::located(&faults);
            let language = &language;
            render::print_json(&JsonEditions { language, signed, diagnostics })?;
        }
    }
    Ok(ending(has_errors))
}
