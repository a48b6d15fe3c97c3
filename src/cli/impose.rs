//! Runs `feuillet impose`.

use std::fs;
use std::path::Path;

use feuillet_units::{Mm, Pt};

use crate::artifact::files::write_file;
use crate::cli::arguments::{ImposeArguments, SchemeName};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, Report, count};
use crate::export::export_imported;
use crate::impose::{
    MarkStyle, Marks, Scheme, Setup, has_several_sizes, import, impose, with_one_size,
};
use crate::load::print::{Paper, Surface};

/// Lays the pages of a PDF on sheets.
pub(crate) fn run(arguments: &ImposeArguments) -> Result<Ending, Diagnostic> {
    let (input, output) = (&arguments.file, &arguments.output);
    let mut setup = arguments.checked()?;
    if is_same(input, output) {
        return Err(Diagnostic::error(format!(
            "`{}` would be replaced by its own sheets",
            input.display()
        ))
        .hint("name another file with `--output`"));
    }
    let source = fs::read(input)
        .map_err(|error| Diagnostic::error(format!("can't read `{}`: {error}", input.display())))?;
    let report = Report::new();
    let annotations = arguments.annotations.map(Into::into);
    let imported = import(&source, &input.display().to_string(), annotations, &report)?;
    if let (None, Some(spine)) = (arguments.binding, imported.spine) {
        setup.scheme.bind(spine);
    }
    let pages = match arguments.sizes {
        Some(sizes) => with_one_size(&imported.pages, sizes.into()),
        None => imported.pages,
    };
    let number = pages.pages().len();
    let sheets = impose(&pages, &setup).map_err(|fault| match &setup.scheme {
        _ if has_several_sizes(&pages) => {
            fault.hint("or scale them to the size of page 1 with `--sizes scale`, or centre them on the largest with `--sizes centre`")
        }
        Scheme::Signatures { signature, blanks: false, .. }
            if number % 4 != 0 && signature.is_none_or(|signature| signature % 4 == 0) =>
        {
            let hints = fault.hints.iter().map(|hint| format!("{hint}, as `--blanks` does"));
            Diagnostic { hints: hints.collect(), ..fault }
        }
        _ => fault,
    })?;
    let name = input.file_name().unwrap_or_default().to_string_lossy();
    let Ok(pdf) = export_imported(&sheets, &imported.forms, &format!("impose/{name}"), &report)
    else {
        render::print_all(&report.into_sorted())?;
        return Ok(Ending::Problems);
    };
    write_file(output, &pdf).map_err(|error| {
        Diagnostic::error(format!("can't write `{}`: {error}", output.display()))
    })?;
    render::print_all(&report.into_sorted())?;
    print_line!(
        "{}: {} on {}",
        output.display(),
        count(number, "page"),
        count(sheets.sides(), "side")
    )?;
    Ok(Ending::Fine)
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

impl ImposeArguments {
    /// Checks what was given.
    fn checked(&self) -> Result<Setup<'static>, Diagnostic> {
        let only = |option: &str, given: bool, schemes: &[SchemeName]| {
            if !given || schemes.contains(&self.scheme) {
                return Ok(());
            }
            let names: Vec<&str> = schemes.iter().map(|scheme| scheme.as_str()).collect();
            Err(Diagnostic::error(format!(
                "`{option}` means nothing for `{}`",
                self.scheme.as_str()
            ))
            .hint(format!("it belongs to {}", crate::diagnostic::list(&names))))
        };
        let bound = [SchemeName::SaddleStitch, SchemeName::PerfectBound];
        let read = [bound[0], bound[1], SchemeName::NUp];
        only("--signature", self.signature.is_some(), &bound)?;
        only("--paper", self.paper.is_some(), &bound)?;
        only("--uncoated", self.uncoated, &bound)?;
        only("--blanks", self.blanks, &bound)?;
        only("--binding", self.binding.is_some(), &read)?;
        only("--grid", self.grid.is_some(), &[SchemeName::NUp])?;
        only("--gutter", self.gutter.is_some(), &[SchemeName::StepAndRepeat])?;
        let spine = self.binding.map(Into::into).unwrap_or_default();
        let surface = if self.uncoated { Surface::Uncoated } else { Surface::Coated };
        let thickness = self
            .paper
            .map_or(0.0, |weight| Paper { weight: f64::from(weight), surface }.thickness());
        let scheme = match self.scheme {
            SchemeName::SaddleStitch | SchemeName::PerfectBound => Scheme::Signatures {
                signature: match self.scheme {
                    SchemeName::PerfectBound => Some(self.signature.unwrap_or(16)),
                    _ => self.signature,
                },
                spine,
                thickness: Mm(thickness),
                blanks: self.blanks,
            },
            SchemeName::NUp => {
                let (columns, rows) = self.grid.as_deref().map_or(Ok((2, 1)), grid)?;
                Scheme::NUp { columns, rows, spine }
            }
            SchemeName::StepAndRepeat => {
                let gutter = self.gutter.map_or(Pt(0.0), Pt::from);
                Scheme::StepAndRepeat { gutter, folds: Vec::new() }
            }
        };
        let sheet = self.sheet.as_deref().map(str::parse).transpose()?;
        let marks = Marks {
            style: MarkStyle::Press,
            folds: self.marks,
            cuts: self.marks,
            registration: self.marks,
            slug: None,
        };
        Ok(Setup { scheme, sheet, marks })
    }
}

/// Reads `2x4`.
fn grid(text: &str) -> Result<(usize, usize), Diagnostic> {
    let figure = |text: &str| text.parse::<usize>().ok().filter(|figure| (1..=50).contains(figure));
    text.split_once('x')
        .and_then(|(columns, rows)| Some((figure(columns)?, figure(rows)?)))
        .ok_or_else(|| {
            Diagnostic::error(format!("`{text}` is no grid"))
                .hint("name columns and rows, from 1 to 50: `2x4`")
        })
}
