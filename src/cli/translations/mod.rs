//! Runs `feuillet translations …`: each command is a file, with its arguments.

mod accept;
mod diff;
mod export;
mod import;
mod loaded;
mod new;
mod pseudo;
mod sign;
mod status;
mod status_html;
mod status_report;

use clap::Subcommand;

use crate::cli::ending::Ending;
use crate::diagnostic::Diagnostic;

/// The commands of `feuillet translations`.
#[derive(Debug, Subcommand)]
pub(crate) enum TranslationsCommand {
    /// Begins a language: its folder, its catalogues and its entry in `brochure.toml`.
    ///
    /// The catalogue is empty but for the groups of the source: what is not translated yet is missing, is shown in a fallback
    /// language, and is counted. Says what is still wanted: fonts, texts that all brochures share, what contacts need.
    New(new::NewLanguageArguments),
    /// Makes PDFs in a language that nobody speaks, to try the layout before there are translations.
    ///
    /// Texts of the source grow, and get accents or, with `--right-to-left`, Arabic letters. What is filled in, terms, markup and
    /// names in other languages stay as they are. Each message stands in brackets, and each page says in plain words that it
    /// is a test. Nothing in the project changes, and no manifest or list has these PDFs.
    Pseudo(pseudo::PseudoArguments),
    /// Counts what is missing, stale, read and signed in each language and edition.
    ///
    /// A text is missing, stale (its source has changed since it was translated), draft (nobody but its writer has read it as
    /// it is), reviewed or approved. Words are those of the texts that the edition shows.
    Status(status::StatusArguments),
    /// Shows word by word what changed in the source since each translation was made.
    Diff(diff::DiffArguments),
    /// Records that somebody has read texts of another's.
    ///
    /// The review is of the text as it is, as a translation of the source as it is today: it falls as soon as one of them
    /// changes. Nobody reviews their own text. Who may review stands in `people.toml`.
    Review(sign::ReviewArguments),
    /// Signs texts for print, or the make-up of editions.
    ///
    /// A message is signed as it resolves: with the terms and facts in it. It must have been reviewed, its source must be
    /// approved, and if it is marked `legal`, a lawyer must have signed the source (`--legal`). An edition is approved if its
    /// messages are, somebody has signed its blocks, pictures and contacts (`--edition`), and its facts are verified.
    Approve(sign::ApproveArguments),
    /// Lets translations stand whose source only had a typo mended.
    ///
    /// Shows the difference, and refuses it where a number, a fact, markup or a negation changed, or whole words did.
    Accept(accept::AcceptArguments),
    /// Writes files for the tools of translators.
    ///
    /// Each language is a file. A text has its comments, the room for it, its state and, if it is stale, the source that it
    /// was made from; each variant of a choice is a text of its own, in the forms of the language. What stands in braces and
    /// markup stay as they are.
    Export(export::ExportArguments),
    /// Takes back what translators wrote.
    ///
    /// All is checked before anything is written, and either all of it is written or nothing. Only the messages that
    /// changed are touched, and what was edited in a catalogue since stays. What comes back is a draft, whatever the file
    /// says of it.
    Import(import::ImportArguments),
}

/// Runs one of them.
pub(crate) fn run(command: &TranslationsCommand) -> Result<Ending, Diagnostic> {
    match command {
        TranslationsCommand::New(arguments) => new::run(arguments),
        TranslationsCommand::Pseudo(arguments) => pseudo::run(arguments),
        TranslationsCommand::Status(arguments) => status::run(arguments),
        TranslationsCommand::Diff(arguments) => diff::run(arguments),
        TranslationsCommand::Review(arguments) => sign::review(arguments),
        TranslationsCommand::Approve(arguments) => sign::approve(arguments),
        TranslationsCommand::Accept(arguments) => accept::run(arguments),
        TranslationsCommand::Export(arguments) => export::run(arguments),
        TranslationsCommand::Import(arguments) => import::run(arguments),
    }
}
