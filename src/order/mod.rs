//! Turns an order and approved editions into a print order: PDFs under clear names, a job ticket, an order sheet, checksums.
//!
//! 1. [`read`] and [`shop`] read what somebody orders, and what their shop wishes.
//! 2. [`mod@make`] lets approved editions pass whose facts hold, makes their PDFs, and checks each against the order.
//! 3. [`details`], [`figures`], [`folds`] and [`words`] say what a shop wants to know, once for ticket and sheet.
//! 4. [`ticket`] writes the job ticket, [`sheet`] sets the order sheet, and [`package`] joins all into a folder and an archive.
//! 5. [`mod@verify`] looks through a package, whoever made it. [`record`] keeps beside it what it was made from, and who approved it.
//!
//! [`mod@draft`] writes a commented order to begin with. Orders name people and places: nothing of them is in the project, nor in a
//! PDF for readers. What the shop gets has clear names; brochure ids, section ids and names of facts stand in none of it.

mod details;
mod draft;
mod figures;
mod folds;
mod made;
mod make;
mod outdated;
mod package;
mod places;
mod print_order;
mod read;
mod record;
mod sheet;
mod shop;
mod ticket;
mod verify;
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use time::Date;

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, list};
use crate::driver::{LoadedBrochure, Selection, Timings, load_brochures};
use crate::language::Tag;
use crate::load::body::Body;
use crate::load::print_runs::{KeptRun, read_print_runs};
use crate::load::{Project, Publication};
use crate::typeset::Fonts;

pub(crate) use draft::{DraftItem, DraftOrder, draft};
use made::{MadeOrder, OrderingBody};
use make::make;
pub(crate) use outdated::{RecalledOrder, kept_orders, outdated, recall_orders};
use package::Package;
use print_order::PrintOrder;
pub(crate) use read::{check_name, is_email, is_phone, slug};
pub(crate) use record::{Approval, OrderRecord};
use shop::Shop;
pub(crate) use verify::verify;
use words::Words;

/// The folder of the orders in a project. Git does not see it: orders name people and places.
pub(crate) const ORDERS: &str = "orders";

/// The folder of the shops beside orders.
const SHOPS: &str = "shops";

/// The longest file of an order that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// The condition of the press that the program brings along.
const CONDITION: &str = "FOGRA39";

/// What came of an order.
#[derive(Debug, Clone)]
pub(crate) struct PlacedOrder {
    /// The folder of the package.
    pub(crate) folder: PathBuf,
    /// The archive of the package.
    pub(crate) archive: PathBuf,
    /// The names and sizes of its files.
    pub(crate) files: Vec<(String, usize)>,
    /// What is printed.
    pub(crate) printed: Vec<OrderedCopies>,
    /// Whether the same package was there before.
    pub(crate) unchanged: bool,
    /// Who approved it for printing already, if somebody did.
    pub(crate) approval: Option<Approval>,
}

/// Copies of a language edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct OrderedCopies {
    /// The edition.
    pub(crate) edition: String,
    /// The languages, `fr` or `fr+nl`.
    pub(crate) languages: String,
    /// How many copies.
    pub(crate) copies: u32,
}

/// Makes the package of an order, below `output` or beside the order. What keeps it from being made is in the report.
///
/// # Errors
///
/// Fails if the project can't be read at all, or if nothing can be written.
pub(crate) fn place_order(
    project: &Project,
    path: &Path,
    output: Option<&Path>,
    as_of: Date,
    report: &Report,
) -> Result<Option<PlacedOrder>, Diagnostic> {
    let file = read_file(path)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    check_name(&name)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let Ok(order) = read::read(&name, &file, report) else { return Ok(None) };
    let shop = read_shop(&order, folder, report);
    let Ok(id) = brochure_of(&order, project, report) else { return Ok(None) };
    let reads_bodies = order.body.is_some();
    let selection = Selection { brochures: vec![id], reads_bodies, ..Selection::default() };
    let own = Report::new();
    let brochures = load_brochures(project, &selection, &mut Timings::default(), &own)?;
    // What is only worth a look was told by the build.
    let errors = own.into_sorted().into_iter().filter(Diagnostic::is_error);
    report.extend(errors);
    let ([brochure], Ok(shop)) = (brochures.as_slice(), shop) else { return Ok(None) };
    let Ok((package, record)) = package_of(project, &order, &shop, brochure, as_of, report) else {
        return Ok(None);
    };
    let output =
        output.unwrap_or(if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let kept = read_print_runs(project, &record.brochure, report);
    write(&package, record, output, &order, &kept, report)
}

/// Makes all files of a package, and the record of what they were made from.
fn package_of(
    project: &Project,
    order: &PrintOrder,
    shop: &Shop,
    brochure: &LoadedBrochure,
    as_of: Date,
    report: &Report,
) -> Result<(Package, OrderRecord), Reported> {
    let publication = &brochure.publication;
    let own = Report::new();
    let body = body_of(order, publication, &own);
    let known = body.as_ref().copied().unwrap_or_default();
    let language = sheet_language(order, publication, known);
    let words = Words::find(publication, language, &own);
    let fonts = Fonts::load(&project.fonts(), &own);
    let products = make(order, shop, brochure, known, as_of, &fonts, &own);
    let is_sound = own.absorb_into(report);
    let (products, words, body) = (products?, words?, body?);
    if !is_sound {
        return Err(report.reported());
    }
    let condition = publication.brochure.print.profile.as_ref();
    let condition = condition.map_or(CONDITION, |profile| &profile.condition.value).to_owned();
    let body = body.map(|body| OrderingBody::new(body, words.language()));
    let made = MadeOrder { order, shop, products, words, publication, condition, body };
    let ticket = ticket::ticket(&made);
    let files = made.products.iter().flat_map(|product| &product.files);
    let figures = files.clone().map(|file| (file.name.clone(), verify::figures(&file.bytes)));
    let faults = ticket::assertions::faults(&ticket, &figures.collect());
    if !faults.is_empty() {
        let why = faults.join("; ");
        return Err(
            report.error(Diagnostic::error(format!("the job ticket would be wrong: {why}")))
        );
    }
    let sheet = sheet::sheet(&made, &fonts, report)?;
    let files: Vec<_> = files.map(|file| (file.name.clone(), file.bytes.clone())).collect();
    let package = Package::new(order.job_name(), files, ticket, sheet);
    let record = OrderRecord::new(&made, &package, as_of);
    Ok((package, record))
}

/// Writes a package and its record. What somebody approved stays as it is.
fn write(
    package: &Package,
    mut record: OrderRecord,
    output: &Path,
    order: &PrintOrder,
    kept: &[KeptRun],
    report: &Report,
) -> Result<Option<PlacedOrder>, Diagnostic> {
    let folder = package.folder(output);
    let earlier = if folder.is_dir() { OrderRecord::read(&folder, report) } else { Ok(None) };
    let Ok(earlier) = earlier else { return Ok(None) };
    let mut unchanged = false;
    if let Some(earlier) = earlier {
        let same = earlier.run.sums == record.run.sums;
        if let Some(approval) = &earlier.approval
            && !same
        {
            report.add(approved_otherwise(&folder, approval, order));
            return Ok(None);
        }
        record.approval = earlier.approval.filter(|_| same);
        unchanged = same && verify(&folder).is_ok_and(|found| found.faults.is_empty());
    } else if let Ok(found) = verify(&folder)
        && found.sums != record.run.sums
        && let Some(run) = kept.iter().find(|run| run.run.sums == found.sums)
    {
        // The record beside it is lost; the register knows it all the same.
        report.add(registered(&folder, run, order));
        return Ok(None);
    }
    if !unchanged {
        package.write(output, order.date)?;
    }
    record.write(&folder)?;
    let approval = record.approval.clone();
    let printed = record.run.printed.iter().map(|printed| {
        let languages: Vec<&str> = printed.languages.iter().map(AsRef::as_ref).collect();
        OrderedCopies {
            edition: printed.edition.clone(),
            languages: languages.join("+"),
            copies: printed.copies,
        }
    });
    Ok(Some(PlacedOrder {
        archive: package::archive_of(&folder),
        files: package.files.iter().map(|(name, bytes)| (name.clone(), bytes.len())).collect(),
        printed: printed.collect(),
        folder,
        unchanged,
        approval,
    }))
}

/// Says that somebody approved what would be made otherwise now.
fn approved_otherwise(folder: &Path, approval: &Approval, order: &PrintOrder) -> Diagnostic {
    let Approval { by, on } = approval;
    Diagnostic::error(format!(
        "`{}` was approved by {by} on {on}, and would come out otherwise now",
        folder.display()
    ))
    .hint(format!(
        "what was approved stays: write `correction = {}` into the order for a corrected one",
        order.correction + 1
    ))
    .hint("if it never went to the shop, delete the folder, and make the order again")
}

/// Says that the register has what would be made otherwise now.
fn registered(folder: &Path, run: &KeptRun, order: &PrintOrder) -> Diagnostic {
    Diagnostic::error(format!(
        "`{}` was approved for printing on {}, and would come out otherwise now",
        folder.display(),
        run.approved
    ))
    .hint(format!(
        "what was approved stays: write `correction = {}` into the order for a corrected one",
        order.correction + 1
    ))
}

/// The brochure that is ordered.
fn brochure_of(order: &PrintOrder, project: &Project, report: &Report) -> Result<String, Reported> {
    let known = project.brochures();
    match (&order.brochure, known.as_slice()) {
        (Some(named), _) if known.contains(&named.value) => Ok(named.value.clone()),
        (Some(named), _) => {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let fault = Diagnostic::error(format!("no brochure `{}`", named.value)).at(&named.span);
            Err(report.error(fault.suggest_or_list(&named.value, "brochure", &known)))
        }
        (None, [only]) => Ok(only.clone()),
        (None, []) => Err(report.error(
            Diagnostic::error("no brochure in the project")
                .hint("a brochure is a folder in `brochures/` with a `brochure.toml`"),
        )),
        (None, several) => Err(report.error(
            Diagnostic::error("the order names no brochure")
                .at(&order.span)
                .hint(format!("add `brochure = \"…\"`, one of {}", list(several))),
        )),
    }
}

/// The body that orders; `None` if the editions are printed as the brochure has them.
fn body_of<'a>(
    order: &PrintOrder,
    publication: &'a Publication,
    report: &Report,
) -> Result<Option<&'a Body>, Reported> {
    let Some(named) = &order.body else { return Ok(None) };
    let body = publication.bodies.require(&named.value).map_err(|unknown| {
        let fault = unknown.at(&named.span);
        report.error(fault.hint("without `body` the editions are printed as the brochure has them"))
    })?;
    if body.publisher().is_none() {
        let key = body.key();
        return Err(report.error(
            Diagnostic::error(format!("`{key}` names no responsible publisher, and nothing is printed without one"))
                .at(&named.span)
                .hint(format!("add `[publisher]` with `name` and `address` to `brochures/bodies/{key}.toml`"))
                .hint("name the seat of the body: the address of a private home puts who lives there at risk; what the law asks, a lawyer knows"),
        ));
    }
    Ok(Some(body))
}

/// The language of the sheet: the one that is asked for, or the first of the body for which there are words, or the brochure's.
fn sheet_language<'a>(
    order: &'a PrintOrder,
    publication: &'a Publication,
    body: Option<&'a Body>,
) -> &'a Tag {
    if let Some(language) = &order.language {
        return &language.value;
    }
    let own = body.into_iter().flat_map(|body| &body.regime().languages).map(|tag| &tag.value);
    let mut known = own.filter(|tag| Words::find(publication, tag, &Report::new()).is_ok());
    known.next().unwrap_or(&publication.brochure.source_language.value)
}

/// The wishes of the shop that the order names.
fn read_shop(order: &PrintOrder, folder: &Path, report: &Report) -> Result<Shop, Reported> {
    let Some(named) = &order.shop else { return Ok(Shop::default()) };
    let fault = |why: String| {
        let fault = Diagnostic::error(why).at(&named.span);
        report
            .error(fault.hint("a shop is a file of its wishes: `shops/NAME.toml` beside the order"))
    };
    if check_name(&named.value).is_err() {
        return Err(fault(format!("`{}` can't be the name of a shop", named.value.escape_debug())));
    }
    let path = folder.join(SHOPS).join(format!("{}.toml", named.value));
    let file = read_file(&path).map_err(|read| fault(read.message))?;
    shop::read(&file, report)
}

/// Reads a file of an order, wherever it lies.
///
/// # Errors
///
/// Fails if it can't be read, or is not in UTF-8.
fn read_file(path: &Path) -> Result<Arc<SourceFile>, Diagnostic> {
    let shown = path.display().to_string();
    let fault = |why: &str| Diagnostic::error(format!("can't read `{shown}`: {why}"));
    let known = fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => fault("there is no such file")
            .hint("`feuillet order new NAME` writes `orders/NAME.toml`; `feuillet order orders/NAME.toml` makes the order"),
        _ => fault(&error.to_string()),
    })?;
    if !known.is_file() {
        return Err(
            fault("it is no file").hint("name the file of an order, like `orders/NAME.toml`")
        );
    }
    if known.len() > LONGEST {
        return Err(fault("it is far too long for an order"));
    }
    let bytes = fs::read(path).map_err(|error| fault(&error.to_string()))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| fault("it is not in UTF-8").hint("save it again with the encoding UTF-8"))?;
    Ok(SourceFile::decode(shown, text))
}
