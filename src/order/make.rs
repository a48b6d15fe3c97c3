//! Turns an order and the project into the files for the shop: only approved editions, with facts that still hold, each file
//! checked against what is ordered.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;

use feuillet_preflight::{Finding, PageSize, Request, Target, preflight};
use feuillet_units::Mm;
use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, Reported, Span, count, list};
use crate::driver::{
    EditionSource, Job, LoadedBrochure, PageArrangement, Timings, edition_sources,
    preflight_diagnostic, print_edition, state_of,
};
use crate::fold::FLAT;
use crate::language::{Direction, Tag};
use crate::load::body::Body;
use crate::load::facts::{FactPart, Verification};
use crate::load::{Binding, Edition, EditionId, Profile, Publication};
use crate::order::figures::{CopyFigures, copy_figures, paper_of, press_sheets};
use crate::order::folds::{FoldEntry, fold_entry};
use crate::order::places::check_places;
use crate::order::print_order::{Item, OrderedPaper, PrintOrder, Quantity};
use crate::order::read::not_made_in;
use crate::order::shop::Shop;
use crate::review::{EditionState, FactState, ReasonKind, verification_state};
use crate::typeset::{Fonts, forget};

/// How many messages or facts of one reason are named.
const NAMED: usize = 3;

/// Rules that only warn, and of which the layout checks of a build tell more.
const CHECKED_BEFORE: [&str; 2] = ["access-contrast", "safe-zone"];

/// What is printed in one language, or in several on one sheet.
#[derive(Debug, Clone)]
pub(crate) struct Product {
    /// The edition.
    pub(crate) edition: String,
    /// The languages.
    pub(crate) languages: Vec<Tag>,
    /// Whether each of its languages has a cover of its own.
    pub(crate) covers_of_languages: bool,
    /// The languages in one word: `fr_nl`.
    pub(crate) token: String,
    /// The direction in which it is read.
    pub(crate) direction: Direction,
    /// How many copies.
    pub(crate) copies: u32,
    /// Its files.
    pub(crate) files: Vec<PrintFile>,
    /// The figures of a copy.
    pub(crate) copy: CopyFigures,
    /// The paper.
    pub(crate) paper: OrderedPaper,
    /// How its sheet is folded, if it is.
    pub(crate) fold: Option<FoldEntry>,
    /// How it is bound, if it is a booklet.
    pub(crate) binding: Option<Binding>,
    /// How far colour runs beyond the trim, in mm.
    pub(crate) bleed: f64,
    /// How many sheets of the press it needs, and how many flat sheets lie on one; `None` if none fits on the sheet of the shop.
    pub(crate) press: Option<(u64, usize)>,
    /// What the shop does besides.
    pub(crate) finishing: Vec<String>,
    /// The covers, one a language, as SVG.
    pub(crate) covers: Vec<String>,
    /// The facts that it shows.
    pub(crate) facts: BTreeSet<(String, FactPart, String)>,
}

/// A PDF for the shop.
#[derive(Debug, Clone)]
pub(crate) struct PrintFile {
    /// Its name.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// How many pages it has.
    pub(crate) pages: usize,
}

/// A language edition that may be printed, before it is.
struct Approved<'a> {
    item: &'a Item,
    quantity: &'a Quantity,
    job: Job<'a>,
    /// Its texts in each of its languages.
    sources: Vec<EditionSource>,
    paper: OrderedPaper,
}

/// Makes what is ordered, and checks it. Everything that keeps it from being printed is in the report.
///
/// # Errors
///
/// Fails if an edition is not there, is a draft, or shows a fact that no longer holds, or if a file is not as it is ordered.
pub(crate) fn make(
    order: &PrintOrder,
    shop: &Shop,
    brochure: &LoadedBrochure,
    body: Option<&Body>,
    as_of: Date,
    fonts: &Fonts,
    report: &Report,
) -> Result<Vec<Product>, Reported> {
    let own = Report::new();
    let mut approved = Vec::new();
    for item in &order.items {
        let Ok(edition) = find_edition(item, brochure, &own) else { continue };
        for quantity in &item.quantities {
            approved.extend(approve(item, quantity, edition, brochure, body, shop, &own));
        }
    }
    check_facts(&approved, &brochure.publication, body, as_of, &own);
    if !own.absorb_into(report) {
        return Err(report.reported());
    }
    let own = Report::new();
    let products = approved.into_iter().map(|approved| {
        let product = produce(order, shop, approved, fonts, &own);
        // Editions share next to nothing.
        forget(1);
        product
    });
    let products: Vec<Result<Product, Reported>> = products.collect();
    let is_sound = own.absorb_into(report);
    let products = products.into_iter().collect();
    if is_sound { products } else { Err(report.reported()) }
}

/// Finds the edition of an item, and checks what the item says of it.
fn find_edition<'a>(
    item: &Item,
    brochure: &'a LoadedBrochure,
    report: &Report,
) -> Result<&'a Edition, Reported> {
    let brochure = &brochure.publication.brochure;
    let name = &item.edition.value;
    let Some(edition) = brochure.edition(name) else {
        let known: Vec<&str> =
            brochure.editions.iter().map(|edition| edition.id.as_str()).collect();
        return Err(report.error(
            Diagnostic::error(format!("the brochure `{}` has no edition `{name}`", brochure.id))
                .at(&item.edition.span)
                .suggest_or_list(name, "edition", &known),
        ));
    };
    if let Some(fault) = edition.cannot_be_made_for(Profile::Print) {
        return Err(report.error(fault.at(&item.edition.span)));
    }
    let one_sheet = edition.form.is_one_sheet();
    let is_bound = item.quantities.iter().all(|quantity| quantity.languages.len() > 1);
    if let Some(fold) = item.fold.as_ref().filter(|_| one_sheet && is_bound) {
        report.add(
            Diagnostic::error(format!("`{name}` in two languages is stapled, and has no `fold`"))
                .at(&fold.span)
                .hint("delete the line: its panels become the pages of a booklet"),
        );
    } else if let Some(fold) = &item.fold {
        let own = edition.fold.as_ref().map_or(FLAT.id, |fold| fold.value.id);
        if !one_sheet {
            report.add(
                Diagnostic::error(format!("`{name}` is a booklet, and has no `fold`"))
                    .at(&fold.span)
                    .hint("write `binding` instead, or delete the line"),
            );
        } else if fold.value != own {
            report.add(
                Diagnostic::error(format!(
                    "`{name}` is laid out for the fold `{own}`, not `{}`",
                    fold.value
                ))
                .at(&fold.span)
                .hint(format!(
                    "write `fold = \"{own}\"`, or delete the line: another fold is another edition"
                )),
            );
        }
    }
    if let Some(binding) = &item.binding {
        if one_sheet {
            report.add(
                Diagnostic::error(format!("`{name}` is one sheet, and has no `binding`"))
                    .at(&binding.span)
                    .hint("write `fold` instead, or delete the line"),
            );
        } else if binding.value != edition.binding {
            report.add(
                Diagnostic::error(format!("`{name}` is laid out for another binding"))
                    .at(&binding.span)
                    .hint("delete the line: another binding is another edition"),
            );
        }
    }
    Ok(edition)
}

/// Resolves a language edition, and lets it pass if it is approved.
fn approve<'a>(
    item: &'a Item,
    quantity: &'a Quantity,
    edition: &'a Edition,
    brochure: &'a LoadedBrochure,
    body: Option<&Body>,
    shop: &Shop,
    report: &Report,
) -> Option<Approved<'a>> {
    let own = &brochure.publication.brochure;
    let known: Vec<&str> = own.languages_of(edition).iter().map(Located::as_str).collect();
    let missing = quantity.languages.iter().find(|tag| !known.contains(&tag.as_str()));
    if let Some(tag) = missing {
        report.add(not_made_in(quantity, tag, &item.edition.value, &known));
        return None;
    }
    if let Some(body) = body
        && item.quantities.first().is_some_and(|first| first.languages == quantity.languages)
    {
        check_places(body, own, edition, item, report);
    }
    if quantity.languages.len() > 1
        && let Some(fault) = edition.cannot_be_pair()
    {
        report.add(fault.at(&quantity.span));
        return None;
    }
    let (first, others) = quantity.languages.split_first()?;
    let id = EditionId::new(&own.id, &edition.id.value, first);
    let id = others.iter().fold(id, EditionId::and).with_overlay(body.map(Body::key));
    let job = Job { brochure, edition, id, profiles: vec![Profile::Print], marks: shop.marks };
    let found = Report::new();
    let sources = edition_sources(&job, &mut Timings::default(), &found);
    // What is only worth a look was told by the build.
    report.extend(found.into_sorted().into_iter().filter(Diagnostic::is_error));
    let sources = sources.ok()?;
    if let EditionState::Draft(reasons) = &state_of(&sources) {
        let mut by_kind: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        // That nobody answers for what is printed was told of the body.
        for reason in reasons.iter().filter(|reason| reason.kind != ReasonKind::NoPublisher) {
            by_kind.entry(reason.kind.as_str()).or_default().push(&reason.subject);
        }
        if !by_kind.is_empty() {
            let drafts = sources.iter().flat_map(EditionSource::manuscripts);
            let drafts = drafts.filter(|own| own.state != EditionState::Approved);
            let drafts: Vec<&str> = drafts.map(|own| own.language().tag.as_str()).collect();
            report.add(draft(&item.edition.value, quantity, &drafts.join(","), &by_kind));
        }
    }
    let Some(paper) = paper_of(item.paper, edition) else {
        report.add(
            Diagnostic::error(format!(
                "nothing says on which paper `{}` is printed",
                item.edition.value
            ))
            .at(&item.edition.span)
            .hint("add `paper = { weight = 135, surface = \"matte\" }` to the item"),
        );
        return None;
    };
    Some(Approved { item, quantity, job, sources, paper })
}

/// Says that a language edition is a draft, why, and what to do next; `drafts` are those of its languages that are.
fn draft(
    edition: &str,
    quantity: &Quantity,
    drafts: &str,
    reasons: &BTreeMap<&str, Vec<&str>>,
) -> Diagnostic {
    let languages = quantity.key();
    let mut fault = Diagnostic::error(format!(
        "`{edition}` in `{languages}` is a draft: a draft is never printed"
    ))
    .at(&quantity.span);
    for (kind, subjects) in reasons {
        let named = some_of(subjects, NAMED);
        fault = fault.hint(format!("{kind}: {named}"));
    }
    fault.hint(format!(
        "`feuillet translations status --lang {drafts}` tells what is still to be done"
    ))
}

/// The first of some names, and how many more there are: "`a`, `b` and 3 more".
pub(crate) fn some_of(names: &[&str], most: usize) -> String {
    let more = names.len().saturating_sub(most);
    if more == 0 {
        return list(names);
    }
    let named: Vec<String> = names.iter().take(most).map(|name| format!("`{name}`")).collect();
    format!("{} and {more} more", named.join(", "))
}

/// Reports each fact that is shown and does not hold on a day, once: those of the brochure, and what the body says of itself.
fn check_facts(
    approved: &[Approved<'_>],
    publication: &Publication,
    body: Option<&Body>,
    as_of: Date,
    report: &Report,
) {
    // Of the brochure, or of the body: a name may stand in both.
    let mut shown: BTreeMap<(bool, &str), BTreeSet<String>> = BTreeMap::new();
    for one in approved {
        let place = format!("{}/{}", one.item.edition.value, one.quantity.key());
        let manuscripts = one.sources.iter().flat_map(EditionSource::manuscripts);
        let facts = manuscripts.flat_map(|manuscript| &manuscript.shown_facts);
        let is_shared = |name: &str| publication.facts.verification(name).is_some();
        let facts = facts.map(|fact| fact.fact.as_str()).filter(|name| is_shared(name));
        // What a body says of itself stands in its slots.
        let contacts = body.into_iter().flat_map(|body| &body.contacts);
        let own = contacts.map(|contact| contact.id.as_str()).chain(body.map(Body::key));
        let facts = facts.map(|fact| (false, fact));
        for fact in facts.chain(own.map(|fact| (true, fact))) {
            shown.entry(fact).or_default().insert(place.clone());
        }
    }
    for ((is_own, fact), places) in shown {
        let body = body.filter(|_| is_own);
        let Some((verification, span)) = verification_of(publication, body, fact) else { continue };
        let state = verification_state(&publication.people, verification, as_of);
        let what = match state {
            FactState::Verified => continue,
            FactState::Overdue => {
                format!("the fact `{fact}` was to be reviewed by {}", verification.review_by)
            }
            FactState::Unverified => format!("nobody had verified the fact `{fact}` on {as_of}"),
            FactState::Changed => format!("the fact `{fact}` has changed since it was verified"),
            FactState::NotAllowed(_) => {
                format!("the fact `{fact}` was verified by somebody who may not")
            }
        };
        let places: Vec<String> = places.into_iter().collect();
        let fault = Diagnostic::error(format!("{what}, and is shown in {}", list(&places)));
        let source = &verification.source;
        report.add(
            match (span, body) {
                (Some(span), None) => fault.at(span).hint(format!(
                    "ask the source ({source}), then run `feuillet facts verify {fact} --by WHO`"
                )),
                // What a body says stands in its own file.
                (Some(span), Some(body)) => fault.at(span).hint(format!(
                    "ask the source ({source}), then run `feuillet facts verify {fact} --body {} --by WHO`",
                    body.key()
                )),
                (None, _) => fault,
            }
            .hint("then make a release of that day (`feuillet release`), and order again"),
        );
    }
}

/// Who verified what a body says, or without one a fact of the brochure, and where it is named.
pub(super) fn verification_of<'a>(
    publication: &'a Publication,
    body: Option<&'a Body>,
    fact: &str,
) -> Option<(&'a Verification, Option<&'a Span>)> {
    let facts = &publication.facts;
    let Some(body) = body else {
        let contact = facts.contact(fact).map(|contact| &contact.id.span);
        let place = contact.or_else(|| facts.values.get(fact).map(|it| &it.id.span));
        return Some((facts.verification(fact)?, place));
    };
    let contact = body.contacts.iter().find(|contact| contact.id.value == fact);
    let verification = contact.map(|contact| &contact.verification);
    let own = || body.verification.as_ref().filter(|_| fact == body.key());
    Some((verification.or_else(own)?, body.place_of(fact)))
}

/// Makes the files of a language edition, and checks them against the order.
fn produce(
    order: &PrintOrder,
    shop: &Shop,
    approved: Approved<'_>,
    fonts: &Fonts,
    report: &Report,
) -> Result<Product, Reported> {
    let Approved { item, quantity, job, sources, paper } = approved;
    let (edition, name) = (job.sheets_edition(), &item.edition.value);
    let edition = edition.as_ref();
    let Some(first) = sources.first() else { return Err(report.reported()) };
    let direction = first.manuscript.language().direction();
    let manuscripts = sources.iter().flat_map(EditionSource::manuscripts);
    let facts = manuscripts.flat_map(|manuscript| &manuscript.shown_facts);
    let facts = facts.map(|shown| (shown.fact.clone(), shown.part, shown.text.clone())).collect();
    let is_booklet = !edition.form.is_one_sheet();
    let arrangement = PageArrangement {
        reversed: shop.pages.reversed && is_booklet && direction == Direction::Rtl,
        single: shop.pages.single && is_booklet,
    };
    let printed = print_edition(&job, sources, fonts, arrangement, report)?;
    let pages = if is_booklet {
        printed.geometry.reading_pages
    } else {
        panels(edition, &printed.geometry)
    };
    if let Some(asked) = &item.pages
        && asked.value as usize != pages
    {
        let fault = format!(
            "`{name}` in `{}` has {}, not {}",
            quantity.key(),
            count(pages, "page"),
            asked.value
        );
        report.add(
            Diagnostic::error(fault).at(&asked.span).hint("correct `pages`, or delete the line"),
        );
    }
    let Some(copy) = copy_figures(edition, pages, paper) else { return Err(report.reported()) };
    let stem = format!("{}_{}_{}", order.job_name(), token(name), quantity.token());
    let width = printed.pdfs.len().to_string().len().max(2);
    let single = arrangement.single;
    let files = printed.pdfs.into_iter().enumerate().map(|(index, bytes)| PrintFile {
        name: if single {
            format!("{stem}_p{:0width$}.pdf", index + 1)
        } else {
            format!("{stem}.pdf")
        },
        bytes,
        pages: if single { 1 } else { printed.geometry.pages },
    });
    let files: Vec<PrintFile> = files.collect();
    for file in &files {
        judge(&job, item, quantity, shop, file, report);
    }
    let bleed = printed.geometry.bleed;
    Ok(Product {
        edition: name.clone(),
        languages: quantity.languages.clone(),
        covers_of_languages: printed.covers.len() > 1,
        token: quantity.token(),
        direction,
        copies: quantity.copies,
        files,
        paper,
        fold: fold_entry(edition, direction),
        binding: is_booklet.then_some(edition.binding),
        bleed,
        press: press_sheets(&copy, Mm(bleed), quantity.copies, order.overs, &shop.sheet),
        copy,
        finishing: item.finishing.clone(),
        covers: printed.covers,
        facts,
    })
}

/// How many panels a sheet has, on both sides.
fn panels(edition: &Edition, geometry: &crate::artifact::Geometry) -> usize {
    let fold = edition.fold.as_ref();
    fold.map_or(geometry.reading_pages, |fold| fold.value.columns() * 2)
}

/// Checks a file against the order: size, pages, bleed, ink and all that preflight knows.
fn judge(
    job: &Job<'_>,
    item: &Item,
    quantity: &Quantity,
    shop: &Shop,
    file: &PrintFile,
    report: &Report,
) {
    let (edition, print) = (job.sheets_edition(), &job.publication().brochure.print);
    let flat = edition.flat().filter(|_| edition.form.is_one_sheet());
    let (width, height) = flat.unwrap_or((edition.width, edition.height));
    let own = PageSize { width, height };
    let usual = Request::default();
    let request = Request {
        target: Some(Target::Print),
        bleed: shop.bleed.unwrap_or(print.bleed),
        ink_limit: shop.ink_limit.unwrap_or(print.ink_limit),
        pages: Some(file.pages),
        size: Some(item.size.as_ref().map_or(own, |size| size.value)),
        resolution: shop.resolution,
        safe: shop.safe.unwrap_or(usual.safe),
        threads: NonZero::new(rayon::current_num_threads()),
        ..usual
    };
    for finding in &preflight(&file.bytes, &request).findings {
        let is_told = CHECKED_BEFORE.contains(&finding.rule.id) && shop.safe.is_none();
        // The shop gets a file a page: none has four.
        if is_told || (shop.pages.single && finding.rule.id == "page-multiple") {
            continue;
        }
        report.add(refusal(item, quantity, finding));
    }
}

/// A finding of preflight, at the line of the order that it is about.
fn refusal(item: &Item, quantity: &Quantity, finding: &Finding) -> Diagnostic {
    let file = format!("the file of `{}` in `{}`", item.edition.value, quantity.key());
    let span = match (finding.rule.id, &item.size) {
        ("page-size-asked", Some(size)) => &size.span,
        _ => &quantity.span,
    };
    preflight_diagnostic(&file, finding).at(span)
}

/// A word that file names and tokens of a ticket can hold.
pub(crate) fn token(text: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' };
    text.chars().map(plain).collect()
}
