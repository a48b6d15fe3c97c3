//! Describes the arguments of commands, those that several share among them, and what each means.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use feuillet_preflight::{PageSize, ParseSizeError, TARGETS, Target};
use feuillet_units::Mm;

use crate::cli::completion;
use crate::diagnostic::{Diagnostic, list};
use crate::driver::Selection;
use crate::impose::{AnnotationChoice, SizeChoice, Spine};
use crate::language::tags::{language_pair, tag};
use crate::load::Profile;
use crate::load::form::PROFILES;

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
    /// The languages, separated by commas; all of them by default. `fr+nl` is both in one file, back to back.
    ///
    /// On paper each of the two begins at a cover of its own, and a leaflet becomes a stapled booklet of its panels. In an edition
    /// with `pair-layout = "parallel"` the two stand beside each other instead. Such files are drafts unless both languages are approved. Without `--lang`, those are made that an edition names as its `pairs`.
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

/// The keys of the bodies that somebody asks for; none for all of them.
///
/// # Errors
///
/// Fails if `all` stands beside keys.
pub(crate) fn chosen_keys(given: &[String]) -> Result<Vec<String>, Diagnostic> {
    if !given.iter().any(|key| key == "all") {
        return Ok(given.to_vec());
    }
    if given.len() > 1 {
        return Err(Diagnostic::error("`--bodies` names all bodies, and some")
            .hint("write `--bodies all`, or the keys of some"));
    }
    Ok(Vec::new())
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
    /// The trimmed size that each page must have for the print shop, in mm, like `210x297`; any size by default.
    #[arg(long, value_name = "WxH", value_parser = page_size)]
    pub(crate) size: Option<PageSize>,
    /// Writes a picture of each page on which something was found, with the places drawn on it, into a folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) picture: Option<PathBuf>,
    /// Lists the rules instead: what each finds, why, and where it comes from.
    #[arg(long, conflicts_with_all = ["files", "target", "bleed", "tac", "dpi", "pages", "size", "picture"])]
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

/// Reads the size of a page.
fn page_size(text: &str) -> Result<PageSize, String> {
    text.parse().map_err(|error: ParseSizeError| error.to_string())
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
    /// Lists the bodies that can order or hand out brochures instead, with what is known of each.
    #[arg(long, conflicts_with_all = ["brochures", "long", "checks", "icons"])]
    pub(crate) bodies: bool,
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
    /// The key of the body whose edition it is; the brochure's own by default.
    #[arg(long, value_name = "KEY")]
    pub(crate) body: Option<String>,
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

/// The profiles of these names, in the order of the table.
pub(crate) fn profiles(given: &[String]) -> Vec<Profile> {
    let chosen = PROFILES.iter().filter(|(name, _)| given.iter().any(|given| given == name));
    chosen.map(|(_, profile)| *profile).collect()
}

impl ChoiceArguments {
    /// Checks what was given.
    pub(crate) fn checked(&self) -> Result<Selection, Diagnostic> {
        let (mut languages, mut together) = (Vec::new(), Vec::new());
        for given in &self.lang {
            match given.contains('+') {
                true => together.push(language_pair(given)?),
                false => languages.push(tag(given)?),
            }
        }
        Ok(Selection {
            brochures: self.brochures.clone(),
            languages,
            together,
            editions: self.edition.clone(),
            profiles: profiles(&self.profile),
            marks: false,
            reads_bodies: false,
            bodies: None,
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
            together: Vec::new(),
            editions: vec![self.edition.clone()],
            profiles: profiles(self.profile.as_slice()),
            marks: false,
            reads_bodies: false,
            bodies: None,
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
