//! Runs `feuillet translations new`.

use clap::Args;

use crate::cli::ending::Ending;
use crate::cli::new::print;
use crate::cli::translations::loaded::{BrochureArguments, Loaded};
use crate::diagnostic::Diagnostic;
use crate::language::tags::tag;
use crate::scaffold::{NewLanguage, NewRow, new_language};

#[derive(Debug, Args)]
pub(crate) struct NewLanguageArguments {
    /// The language, such as `pl`, `fa-AF` or `zh-Hans`.
    #[arg(value_name = "LANG")]
    lang: String,
    /// The language's name in itself, if the program does not know it: a row is added to `translations/languages.toml`.
    #[arg(long, value_name = "NAME", requires = "script")]
    autonym: Option<String>,
    /// The code of its script, such as `Latn`, `Cyrl` or `Arab`.
    #[arg(long, value_name = "CODE", requires = "autonym")]
    script: Option<String>,
    #[command(flatten)]
    brochure: BrochureArguments,
}

/// Begins a language.
pub(crate) fn run(arguments: &NewLanguageArguments) -> Result<Ending, Diagnostic> {
    let row = arguments.autonym.clone().zip(arguments.script.clone());
    let choices = NewLanguage {
        tag: tag(&arguments.lang)?,
        row: row.map(|(autonym, script)| NewRow { autonym, script }),
    };
    let Some(loaded) = arguments.brochure.load_to_edit()? else { return Ok(Ending::Problems) };
    let Loaded { project, publication, .. } = &loaded;
    let scaffold = new_language(project, publication, &choices)?;
    scaffold.commit(project)?;
    let title = format!("began `{}` in `{}`", choices.tag, publication.brochure.id);
    print(project, &scaffold, arguments.brochure.project.format, &title)?;
    Ok(Ending::Fine)
}
