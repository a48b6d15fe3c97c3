//! Describes the command line: its commands, their arguments, and what each means.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use feuillet_preflight::{TARGETS, Target};
use feuillet_units::Mm;

use crate::cli::changes::ChangesArguments;
use crate::cli::completion;
use crate::cli::facts::FactsArguments;
use crate::cli::new::NewArguments;
use crate::cli::preview::PreviewArguments;
use crate::cli::recall::RecallArguments;
use crate::cli::release::ReleaseArguments;
use crate::cli::schema::SchemaArguments;
use crate::cli::translations::TranslationsCommand;
use crate::diagnostic::{Diagnostic, list};
use crate::driver::Selection;
use crate::impose::{AnnotationChoice, SizeChoice, Spine};
use crate::language::Tag;
use crate::load::Profile;
use crate::load::form::PROFILES;

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
    /// Finds the files of releases that carry what a fact says no more.
    ///
    /// Each file of a release that shows a part of the fact, such as its telephone number, and that says something else than
    /// `facts.toml` today. A fact that is there no more is found too. Exit code 1 if there are such files.
    Recall(RecallArguments),
    /// What translators have to do, who read and signed it, and files for their tools.
    #[command(subcommand)]
    Translations(TranslationsCommand),
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

#[derive(Debug, Args)]
pub(crate) struct ProjectArguments {
    /// The project's folder.
    ///
    /// The default is the current folder, or the first one around it that holds `brochures/`.
    #[arg(long, value_name = "DIR")]
    pub(crate) project: Option<PathBuf>,
    /// How reports are written.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct ChoiceArguments {
    /// The brochures; all of them by default.
    #[arg(value_name = "BROCHURE", add = completion::brochures())]
    pub(crate) brochures: Vec<String>,
    /// The languages, separated by commas; all of them by default.
    #[arg(long, value_name = "LANG", value_delimiter = ',', add = completion::languages())]
    pub(crate) lang: Vec<String>,
    /// The editions, separated by commas; all of them by default.
    #[arg(long, value_name = "EDITION", value_delimiter = ',', add = completion::editions())]
    pub(crate) edition: Vec<String>,
    /// The profiles, separated by commas; those that the edition names by default.
    #[arg(long, value_name = "PROFILE", value_delimiter = ',')]
    #[arg(value_parser = PossibleValuesParser::new(PROFILES.map(|(name, _)| name)))]
    #[arg(add = completion::profiles())]
    pub(crate) profile: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct JobsArguments {
    /// How many editions are made at the same time.
    ///
    /// The default is the number of processors.
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
    /// Prints the measures that copyfitting chose for each language.
    ///
    /// They are the largest at which everything fits: see `fit` in `brochure.toml`.
    #[arg(long)]
    pub(crate) explain: bool,
    /// Tells how long each stage took.
    ///
    /// The times of all PDFs are added up: with several jobs at once they come to more than the time that has passed.
    #[arg(long)]
    pub(crate) timings: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(crate) choice: ChoiceArguments,
    /// The folder for the PDFs; `output` in the project by default.
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Adds marks to what is made for the print shop: most shops want none.
    ///
    /// Crop and registration marks, a colour bar, and a line that says what each sheet is, all outside the bleed.
    #[arg(long)]
    pub(crate) marks: bool,
    /// Makes all again, whatever earlier runs left.
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) jobs: JobsArguments,
    #[command(flatten)]
    pub(crate) project: ProjectArguments,
}

#[derive(Debug, Args)]
pub(crate) struct CleanArguments {
    /// The brochures; all of them by default.
    #[arg(value_name = "BROCHURE", add = completion::brochures())]
    pub(crate) brochures: Vec<String>,
    /// The folder with the PDFs; `output` in the project by default.
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) project: ProjectArguments,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) choice: ChoiceArguments,
    #[command(flatten)]
    pub(crate) jobs: JobsArguments,
    #[command(flatten)]
    pub(crate) project: ProjectArguments,
}

#[derive(Debug, Args)]
pub(crate) struct WatchArguments {
    /// The brochure; a project with one brochure need not name it.
    #[arg(value_name = "BROCHURE", add = completion::brochures())]
    pub(crate) brochure: Option<String>,
    /// The language.
    #[arg(long, value_name = "LANG", add = completion::languages())]
    pub(crate) lang: String,
    /// The edition.
    #[arg(long, value_name = "EDITION", add = completion::editions())]
    pub(crate) edition: String,
    /// The profile; the first that the edition names by default.
    #[arg(long, value_name = "PROFILE")]
    #[arg(value_parser = PossibleValuesParser::new(PROFILES.map(|(name, _)| name)))]
    #[arg(add = completion::profiles())]
    pub(crate) profile: Option<String>,
    /// The folder for the PDF; `output` in the project by default.
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) project: ProjectArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ImposeArguments {
    /// The PDF.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The PDF to write; one that is there is replaced.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// How pages are laid on sheets.
    #[arg(long, value_enum)]
    pub(crate) scheme: SchemeName,
    /// The sheet: A5, A4, A3, A2, SRA4, SRA3, SRA2, or width and height like `450x320mm`.
    ///
    /// By default it is just large enough for pages, bleed and marks. A sheet with a name is laid as the pages need it.
    #[arg(long, value_name = "SHEET")]
    pub(crate) sheet: Option<String>,
    /// How many pages are folded together, a multiple of 4.
    ///
    /// The default is all of them for `saddle-stitch` and 16 for `perfect-bound`; the last signature has the rest.
    #[arg(long, value_name = "PAGES")]
    pub(crate) signature: Option<usize>,
    /// Columns and rows of `n-up`, like `2x4`; two columns by default.
    #[arg(long, value_name = "CxR")]
    pub(crate) grid: Option<String>,
    /// The edge at which it is bound, or where reading begins.
    ///
    /// The default is the left one, or the right one if the file says that it is read from the right.
    #[arg(long, value_enum)]
    pub(crate) binding: Option<BindingEdge>,
    /// The weight of the paper in g/m²: pages of inner sheets are shifted towards the spine by its thickness.
    ///
    /// Without it nothing is shifted. Coated paper is as thick in thousandths of a millimetre as it weighs.
    #[arg(long, value_name = "GSM", value_parser = clap::value_parser!(u16).range(20..=600))]
    pub(crate) paper: Option<u16>,
    /// The paper is uncoated, and so a quarter thicker.
    #[arg(long, requires = "paper")]
    pub(crate) uncoated: bool,
    /// Adds blank pages at the end until a sheet is full.
    #[arg(long)]
    pub(crate) blanks: bool,
    /// The distance between copies of `step-and-repeat`, like `6mm`; none by default.
    #[arg(long, value_name = "LENGTH", value_parser = length)]
    pub(crate) gutter: Option<Mm>,
    /// Gives pages of several sizes one: scaled to the size of page 1, or centred on the largest.
    ///
    /// Without it, such pages are refused.
    #[arg(long, value_enum, value_name = "HOW")]
    pub(crate) sizes: Option<SizeArgument>,
    /// Which annotations, such as stamps, comments and the values of forms, are on the sheets.
    ///
    /// The default is those that viewers print; if there are others that viewers only show, the file is refused.
    #[arg(long, value_enum, value_name = "WHICH")]
    pub(crate) annotations: Option<AnnotationArgument>,
    /// Adds marks for cutting and folding, register and a colour bar, at least 3 mm outside the pages.
    #[arg(long)]
    pub(crate) marks: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PreflightArguments {
    /// The PDFs.
    #[arg(value_name = "FILE", required_unless_present = "rules")]
    pub(crate) files: Vec<PathBuf>,
    /// What they are for; found from each file by default.
    #[arg(long, value_parser = target())]
    pub(crate) target: Option<Target>,
    /// The bleed that is asked, like `3mm`, which is the default.
    #[arg(long, value_name = "LENGTH", value_parser = length_or_none)]
    pub(crate) bleed: Option<Mm>,
    /// The most ink on one spot, in percent of a full plate; 300 by default.
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u16).range(100..=400))]
    pub(crate) tac: Option<u16>,
    /// The resolution of pictures that is asked where they are placed, in pixels to the inch; 300 by default.
    #[arg(long, value_name = "DPI", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) dpi: Option<u16>,
    /// How many pages each must have; any number by default.
    #[arg(long, value_name = "PAGES")]
    pub(crate) pages: Option<usize>,
    /// Writes a picture of each page on which something was found, with the places drawn on it, into a folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) picture: Option<PathBuf>,
    /// Lists the rules instead: what each finds, why, and where it comes from.
    #[arg(long, conflicts_with_all = ["files", "target", "bleed", "tac", "dpi", "pages", "picture"])]
    pub(crate) rules: bool,
    /// The format of the report.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// Reads what a PDF is for.
fn target() -> impl TypedValueParser<Value = Target> {
    let find = |name: String| TARGETS.iter().find(|(known, _)| *known == name).map(|known| known.1);
    PossibleValuesParser::new(TARGETS.map(|(name, _)| name))
        .try_map(move |name| find(name).ok_or("no such target"))
}

/// Reads a length.
fn length(text: &str) -> Result<Mm, String> {
    text.parse().map_err(|_| "a length is written like `6mm`".to_owned())
}

/// Reads a length that may be nothing.
fn length_or_none(text: &str) -> Result<Mm, String> {
    match text.trim() {
        "0" | "0mm" => Ok(Mm(0.0)),
        text => length(text),
    }
}

/// The schemes of `impose`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemeName {
    /// Sheets of two pages a side, laid into each other and stapled in the fold.
    SaddleStitch,
    /// The same in several signatures, which lie on each other and are glued at the spine.
    PerfectBound,
    /// Pages in reading order in columns and rows.
    NUp,
    /// One page as many times as a sheet has room; with more pages, fronts and backs in turn.
    StepAndRepeat,
}

impl SchemeName {
    /// Its name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            SchemeName::SaddleStitch => "saddle-stitch",
            SchemeName::PerfectBound => "perfect-bound",
            SchemeName::NUp => "n-up",
            SchemeName::StepAndRepeat => "step-and-repeat",
        }
    }
}

/// The edges of `--binding`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BindingEdge {
    /// Languages that are read from the left.
    Left,
    /// Languages that are read from the right.
    Right,
}

impl From<BindingEdge> for Spine {
    fn from(edge: BindingEdge) -> Spine {
        match edge {
            BindingEdge::Left => Spine::Left,
            BindingEdge::Right => Spine::Right,
        }
    }
}

/// What `--sizes` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SizeArgument {
    /// Scaled to the size of page 1, in proportion.
    Scale,
    /// Centred on the largest, as large as they are.
    Centre,
}

impl From<SizeArgument> for SizeChoice {
    fn from(argument: SizeArgument) -> SizeChoice {
        match argument {
            SizeArgument::Scale => SizeChoice::Scale,
            SizeArgument::Centre => SizeChoice::Centre,
        }
    }
}

/// The choices of `--annotations`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnnotationArgument {
    /// Those that viewers print.
    Printed,
    /// Those that viewers show, whether or not they print them.
    Shown,
    /// None.
    None,
}

impl From<AnnotationArgument> for AnnotationChoice {
    fn from(argument: AnnotationArgument) -> AnnotationChoice {
        match argument {
            AnnotationArgument::Printed => AnnotationChoice::Printed,
            AnnotationArgument::Shown => AnnotationChoice::Shown,
            AnnotationArgument::None => AnnotationChoice::None,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct ListArguments {
    /// The brochures; all of them by default.
    #[arg(value_name = "BROCHURE", add = completion::brochures())]
    pub(crate) brochures: Vec<String>,
    /// Lists each language edition and profile on a line of its own, with the reasons why it is a draft.
    #[arg(long)]
    pub(crate) long: bool,
    /// Lists the layout checks instead.
    #[arg(long, conflicts_with_all = ["brochures", "long"])]
    pub(crate) checks: bool,
    /// Lists the icons that a brochure can name instead.
    #[arg(long, conflicts_with_all = ["brochures", "long", "checks"])]
    pub(crate) icons: bool,
    #[command(flatten)]
    pub(crate) project: ProjectArguments,
}

#[derive(Debug, Args)]
pub(crate) struct TypstArguments {
    /// The brochure.
    #[arg(value_name = "BROCHURE", add = completion::brochures())]
    pub(crate) brochure: String,
    /// The language.
    #[arg(long, value_name = "LANG", add = completion::languages())]
    pub(crate) lang: String,
    /// The edition.
    #[arg(long, value_name = "EDITION", add = completion::editions())]
    pub(crate) edition: String,
    /// The profile whose colours and bleed it has; the first that the edition names by default.
    #[arg(long, value_name = "PROFILE")]
    #[arg(value_parser = PossibleValuesParser::new(PROFILES.map(|(name, _)| name)))]
    #[arg(add = completion::profiles())]
    pub(crate) profile: Option<String>,
    /// The folder to write; a folder written earlier is replaced, any other must be empty.
    #[arg(long, value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// The project's folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) project: Option<PathBuf>,
}

/// How reports are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: faults are underlined in the file.
    Human,
    /// For programs: one JSON object on the standard output; from `watch` one a line.
    Json,
}

/// The brochure that is meant: the given one, or the only one of the project.
pub(crate) fn one_brochure(given: Option<&String>, known: &[String]) -> Result<String, Diagnostic> {
    match (given, known) {
        (Some(given), known) if known.contains(given) => Ok(given.clone()),
        (Some(given), _) => Err(Diagnostic::error(format!("no brochure `{given}`"))
            .suggest_or_list(
                given,
                "brochure",
                &known.iter().map(String::as_str).collect::<Vec<_>>(),
            )),
        (None, [only]) => Ok(only.clone()),
        (None, []) => Err(Diagnostic::error("no brochure in the project")
            .hint("a brochure is a folder in `brochures/` with a `brochure.toml`")),
        (None, several) => {
            Err(Diagnostic::error("which brochure?").hint(format!("name one of {}", list(several))))
        }
    }
}

/// Reads a language tag from the command line.
pub(crate) fn tag(given: &str) -> Result<Tag, Diagnostic> {
    given.parse().map_err(|_| {
        Diagnostic::error(format!("`{given}` is not a language tag"))
            .hint("tags look like `pt` or `fa-AF`")
    })
}

/// The profiles of these names, in the order of the table.
pub(crate) fn profiles(given: &[String]) -> Vec<Profile> {
    let chosen = PROFILES.iter().filter(|(name, _)| given.iter().any(|given| given == name));
    chosen.map(|(_, profile)| *profile).collect()
}

impl ChoiceArguments {
    /// Checks what was given.
    pub(crate) fn checked(&self) -> Result<Selection, Diagnostic> {
        Ok(Selection {
            brochures: self.brochures.clone(),
            languages: self.lang.iter().map(|given| tag(given)).collect::<Result<_, _>>()?,
            editions: self.edition.clone(),
            profiles: profiles(&self.profile),
            marks: false,
        })
    }
}

impl WatchArguments {
    /// Checks what was given, for a project with these brochures.
    pub(crate) fn checked(&self, known: &[String]) -> Result<Selection, Diagnostic> {
        let brochure = one_brochure(self.brochure.as_ref(), known)?;
        Ok(Selection {
            brochures: vec![brochure],
            languages: vec![tag(&self.lang)?],
            editions: vec![self.edition.clone()],
            profiles: profiles(self.profile.as_slice()),
            marks: false,
        })
    }
}

impl JobsArguments {
    /// The number of threads.
    pub(crate) fn threads(&self) -> usize {
        match self.jobs {
            Some(jobs) => usize::from(jobs),
            None => std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get),
        }
    }
}
