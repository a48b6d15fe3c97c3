//! Lists the commands of the program, and what each is for.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use clap_complete::Shell;

use crate::cli::arguments::{
    CleanArguments, ImposeArguments, ListArguments, PreflightArguments, TypstArguments,
    WatchArguments,
};
use crate::cli::build::{BuildArguments, CheckArguments};
use crate::cli::changes::ChangesArguments;
use crate::cli::facts::FactsArguments;
use crate::cli::manifest::ManifestCommand;
use crate::cli::new::NewArguments;
use crate::cli::order::OrderArguments;
use crate::cli::preview::PreviewArguments;
use crate::cli::publish::PublishArguments;
use crate::cli::recall::RecallArguments;
use crate::cli::release::ReleaseArguments;
use crate::cli::schema::SchemaArguments;
use crate::cli::translations::TranslationsCommand;

/// Turns one brochure source and its translations into every PDF that a campaign needs.
///
/// A project is a folder with `brochures/`, `translations/` and `fonts/`. Exit codes: 0 fine, 1 problems found in
/// the project, 2 could not run. Colours are left out if NO_COLOR is set or the output is not a terminal.
#[derive(Debug, Parser)]
#[command(name = "feuillet", version, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Makes a new brochure that builds at once, and the project around it if there is none.
    ///
    /// Without a project, it makes one in the current folder, which must be empty: brochure, facts, theme, people, texts
    /// and fonts, each file commented. In a project it adds a brochure and what is missing. Texts and facts are examples to be
    /// replaced, and nobody has signed anything: all pages are drafts. A language that the program knows brings the
    /// texts that all brochures share; what has to be translated is told.
    New(NewArguments),
    /// Makes PDFs and a manifest of them.
    ///
    /// Each PDF is `OUTPUT/<public name>/<language>/<public name>-<edition>-<language>-<profile>[-draft].pdf`. A file
    /// appears whole or not at all; where an edition has an error, its earlier file stays and leaves the manifest.
    ///
    /// What would come out as it is already there is left as it is, and what was found in it is reported again. A changed
    /// message makes the PDFs anew that show it, a changed fact those that show the fact, a changed theme or another
    /// program all. Where the project has an edition or a language no more, its files are deleted. Two runs into the same
    /// folder take turns. What the program remembers is in `OUTPUT/.feuillet`, and can be deleted at any time.
    Build(BuildArguments),
    /// Reports all that `build` would report, and writes nothing.
    Check(CheckArguments),
    /// What `feuillet build --bodies` made in several parts, on several machines.
    #[command(subcommand)]
    Manifest(ManifestCommand),
    /// Deletes what `build` made.
    ///
    /// These are the PDFs and manifests, what the program remembers of them, unfinished files of killed runs, and the
    /// folders that are empty then. A file that is not as it was made stays, and so do all others.
    Clean(CleanArguments),
    /// Makes the PDF of one language edition again whenever a file of the project is saved.
    ///
    /// Leave it running beside an editor and a PDF viewer; Ctrl-C ends it. After each save one line tells what changed,
    /// what came of it and how long it took, and one more line each fault. Where there is an error, the earlier PDF
    /// stays until the error is mended. The file is the one that `build` makes; it gets another name when the edition is
    /// approved, or is a draft again, and then a line tells which.
    ///
    /// A line looks like `translations/ru/leaflet.ftl: right-leave · short ru: 6 pages, draft · 60 ms`.
    Watch(WatchArguments),
    /// Serves the page on which translators see their language edition as it will look, and edit it there.
    ///
    /// It prints one address; open it in a browser. What is typed is seen on the pages at once, and stands in the catalogue once
    /// it is saved. Until then it is kept in `~/.local/state/feuillet`, outside the project. Ctrl-C ends it; the same address
    /// is good the next time.
    ///
    /// For volunteers elsewhere, a proxy serves it over HTTPS: `--listen 127.0.0.1:8080 --public-url https://words.example.org`.
    /// They come by invitation (`feuillet preview invite`), each to one language, and change its texts alone.
    Preview(PreviewArguments),
    /// Lists brochures, editions, languages and their state.
    ///
    /// Each brochure is a table: a row for each language, a column for each edition, and what its signs mean below. Only
    /// an approved edition may be printed. With `--format json` each edition, language and profile is an object, with the
    /// reasons why it is a draft.
    List(ListArguments),
    /// Lists the facts that somebody should look at, and records that they were verified.
    ///
    /// These are telephone numbers, addresses and figures of the law that nobody verified, that changed since they were
    /// verified or since the last release, and that must be reviewed: with their source, and the editions and messages that
    /// show them. `feuillet facts verify` records who verified one of them, as what it is today.
    Facts(FactsArguments),
    /// Makes a release: writes version and day into the brochure, and keeps what it says.
    ///
    /// What is kept in `brochures/<brochure>/releases/<version>` belongs to the project, and is committed with it: texts as
    /// they are shown, facts, and for each language edition its state, its files and the messages and facts in it. It also
    /// says which editions are approved and which are drafts. `feuillet build` makes the PDFs.
    Release(ReleaseArguments),
    /// Tells what changed since a release: messages, word by word, and facts.
    Changes(ChangesArguments),
    /// Finds the files of releases, and the printed copies, that carry what a fact says no more.
    ///
    /// Each file of a release that shows a part of the fact, such as its telephone number, and that says something else than
    /// `facts.toml` today; and the print runs that `feuillet order approve` entered. A fact that is there no more is found too.
    /// Exit code 1 if there are such files or copies.
    Recall(RecallArguments),
    /// Makes a site of what is approved: static pages that work from a folder and behind any server.
    ///
    /// A front page to choose a language, a page for each language with what there is, the text of the leaflet to read, `index.json`
    /// and a feed. No page needs a script, loads anything from elsewhere or tells outside what the brochure is about. Files
    /// stay at `current/<language>/<file>` and at `v<version>/<language>/<file>`. What an earlier run published stays at its
    /// address; a file that says what the facts say no more is replaced by a notice. The folder changes as a whole or not at all.
    Publish(PublishArguments),
    /// What translators have to do, who read and signed it, and files for their tools.
    #[command(subcommand)]
    Translations(TranslationsCommand),
    /// Makes an order for a print shop: PDFs, a job ticket, an order sheet and checksums, in a folder and an archive.
    ///
    /// The order is a file that says what is printed how often and where it goes: `feuillet order new` writes one. Only approved
    /// editions are printed, and only while each fact that they show holds on the day. Every file is checked against the order:
    /// size, pages, bleed, ink, and what the shop wishes. The folder has the print PDFs under clear names, a job ticket
    /// (XJDF), an order sheet with pictures of the covers, and `SHA256SUMS`. Where something is wrong, nothing is written.
    Order(OrderArguments),
    /// Writes the Typst source of one language edition into a folder.
    ///
    /// The folder holds `main.typ`, templates, pictures and fonts. Typst itself makes the same pages of it:
    /// `typst compile --font-path fonts --ignore-system-fonts main.typ`.
    Typst(TypstArguments),
    /// Lays the pages of any PDF on sheets.
    ///
    /// Pages keep their size, colours and fonts; links, notes and form fields are left out. A page is what its TrimBox
    /// says, and it brings its bleed, which is cut at folds and spines. Sheets are turned as one turns the pages of a
    /// book: each back lies behind its front, and the file tells the printer at which edge to turn.
    Impose(ImposeArguments),
    /// Says whether any PDF may be printed or published.
    ///
    /// Reads the bytes of files of whatever program, and tells what a print shop, an archive or a screen reader would
    /// refuse: where it is, in millimetres from the lower left corner of the trim, what was wanted, and what to do. A file
    /// with an error may not be printed or published (exit code 1); a warning is for somebody to look at.
    ///
    /// What a file is for is found from it. It is for the print shop if it says that it is PDF/X, or has a bleed; for the
    /// screen if it says that it is PDF/UA, or has tags and does not tell a printer to print on both sides or unscaled;
    /// else for the office.
    Preflight(PreflightArguments),
    /// Prints a JSON schema for a TOML file of a project, or writes all into a folder.
    ///
    /// With it an editor completes and explains keys, and underlines mistakes as one types; no network is needed. Run
    /// `feuillet schema --output schemas`, and write `#:schema ../../schemas/brochure.schema.json` at the head of `brochure.toml`
    /// (Even Better TOML in VS Code, and other editors with Taplo). Write them again after an update of the program.
    Schema(SchemaArguments),
    /// Prints what a shell runs to complete arguments: brochures, languages, editions and profiles of the project too.
    ///
    /// For bash, put `source <(feuillet completions bash)` into `~/.bashrc`; for fish, `feuillet completions fish | source` into
    /// `~/.config/fish/config.fish`; for zsh, `source <(feuillet completions zsh)` into `~/.zshrc`.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Prints the manual page, or writes one page a command into a folder.
    Man {
        /// The folder.
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
}
