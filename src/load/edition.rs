//! Turns a table `[edition.…]` of `brochure.toml` into an edition: its form, page, sizes, profiles and languages.

use std::collections::BTreeMap;

use feuillet_units::{Mm, Pt};

use crate::diagnostic::{Diagnostic, Located, Report, Reported};
use crate::fields::{Fields, Table, choose, within};
use crate::fold::Fold;
use crate::language::Tag;
use crate::load::appearance::{Appearance, read_appearance};
use crate::load::block::MessageId;
use crate::load::fit::{Fit, read_fit, read_size};
use crate::load::form::{BINDINGS, Binding, FORMS, Form, PROFILES, Profile};
use crate::load::pair::{PAIR_LAYOUTS, PairLayout, read_pairs};
use crate::load::panels::{Panels, read_panels};
use crate::load::print::{Paper, read_paper};
use crate::load::theme::read_scales;

/// A form of the brochure.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// Its name: `short`, `full`, …
    pub id: Located<String>,
    /// The edition whose blocks it shows beside its own.
    pub(crate) extends: Option<Located<String>>,
    /// The kind of printed matter, which chooses the template.
    pub(crate) form: Form,
    /// How its sheets are held together; booklets only.
    pub(crate) binding: Binding,
    /// How its sheet is folded; leaflets and cards only.
    pub fold: Option<Located<&'static Fold>>,
    /// How many panels its sheet has; leaflets and cards only.
    pub(crate) panels: Option<Located<u32>>,
    /// Trimmed width of one page or panel.
    pub(crate) width: Mm,
    /// Trimmed height of one page or panel.
    pub(crate) height: Mm,
    /// What is built when nothing else is asked for.
    pub profiles: Vec<Profile>,
    /// The paper that it is printed on.
    pub(crate) paper: Option<Paper>,
    /// How many pages it has at most; booklets only.
    pub(crate) pages: Option<Located<u32>>,
    /// Size of running text where there is room.
    pub(crate) text_size: Located<Pt>,
    /// The same in single languages.
    pub(crate) text_sizes: Vec<(Tag, Located<Pt>)>,
    /// How far its measures give way in a language that needs more room.
    pub fit: Fit,
    /// Sizes relative to running text, where they replace those of the theme.
    pub(crate) scales: BTreeMap<String, f64>,
    /// The message at the foot of every page; booklets only.
    pub(crate) foot: Option<MessageId>,
    /// Its languages, if not all of the brochure's.
    pub(crate) languages: Vec<Located<Tag>>,
    /// The languages that are made together in one file, two each time, in the order of the page.
    pub(crate) pairs: Vec<Located<Vec<Tag>>>,
    /// How two languages stand together in one file.
    pub(crate) pair_layout: PairLayout,
    /// Contrast, cover and division of words.
    pub(crate) appearance: Appearance,
    /// The canonical form of its table.
    pub(crate) canonical: String,
    /// The canonical form of what makes it up: its table without sizes, profiles and paper.
    pub(crate) make_up: String,
}

/// The size of running text from which a booklet is in large print, in points.
const LARGE_PRINT: f64 = 16.0;

/// The keys that say how an edition is set, printed or made, and not what readers get.
const MAKING: [&str; 11] = [
    "profiles",
    "paper",
    "pages",
    "text-size",
    "text-sizes",
    "fit",
    "scale",
    "hyphenate",
    "languages",
    "pairs",
    "pair-layout",
];

/// The keys that say how two languages stand together: what is made in one language alone is the same whatever they say.
const OF_PAIRS: [&str; 2] = ["pairs", "pair-layout"];

/// The sheet of an office printer, upright.
pub(crate) const A4: (Mm, Mm) = (Mm(210.0), Mm(297.0));

/// How far a sheet may be larger than the one that it is printed on, in mm: what is lost in rounding.
const TOLERANCE: f64 = 0.1;

impl Edition {
    /// Size of running text in a language, where there is room.
    #[must_use]
    pub(crate) fn text_size(&self, language: &Tag) -> &Located<Pt> {
        let own = self.text_sizes.iter().find(|(tag, _)| tag == language);
        own.map_or(&self.text_size, |(_, size)| size)
    }

    /// Whether it is set for people who see badly.
    #[must_use]
    pub(crate) fn is_large_print(&self) -> bool {
        self.form == Form::Booklet && self.text_size.value.0 >= LARGE_PRINT
    }

    /// Width and height of the flat sheet before it is folded: all panels of a leaflet, or two pages of a booklet that is
    /// folded in the middle. `None` if a leaflet does not say how it is folded.
    #[must_use]
    pub(crate) fn flat(&self) -> Option<(Mm, Mm)> {
        let width = match (self.form.is_one_sheet(), self.binding) {
            (true, _) => self.fold.as_ref()?.value.sheet_width(self.width),
            (false, Binding::Fold) => Mm(2.0 * self.width.0),
            (false, Binding::Side) => self.width,
        };
        Some((width, self.height))
    }

    /// The same edition as it is laid on sheets in two languages: beside each other on its own pages, or back to back as a booklet,
    /// also of the panels of a leaflet.
    #[must_use]
    pub(crate) fn as_pair(&self) -> Edition {
        match self.pair_layout {
            PairLayout::Parallel => self.clone(),
            PairLayout::BackToBack => {
                Edition { form: Form::Booklet, fold: None, panels: None, ..self.clone() }
            }
        }
    }

    /// Why two languages of it can't stand together, if they can't; the place is added by the caller.
    #[must_use]
    pub(crate) fn cannot_be_pair(&self) -> Option<Diagnostic> {
        let fault = |why: &str| {
            Some(Diagnostic::error(format!(
                "the edition `{}` can't be made in two languages: {why}",
                self.id.value
            )))
        };
        let panels = self.panels.as_ref().map_or(2, |panels| panels.value);
        match (self.form, self.pair_layout) {
            (Form::Card, PairLayout::BackToBack) => fault("a card has one cover")
                .map(|fault| fault.hint("make one in each language: `fr,nl` instead of `fr+nl`")),
            (Form::Leaflet, PairLayout::BackToBack) if !panels.is_multiple_of(2) => {
                fault("its panels fill no whole sheets")
                    .map(|fault| fault.hint("give it an even number of panels"))
            }
            (Form::Card | Form::Leaflet, PairLayout::Parallel) => {
                fault("its panels are too narrow for two columns").map(|fault| {
                    fault.hint("write `pair-layout = \"back-to-back\"`, or make a booklet of it")
                })
            }
            (Form::Leaflet, PairLayout::BackToBack) | (Form::Booklet, _) => None,
        }
    }

    /// Why it can't be made for a profile, if it can't; the place is added by the caller.
    #[must_use]
    pub(crate) fn cannot_be_made_for(&self, profile: Profile) -> Option<Diagnostic> {
        let fault = |why: String| {
            Diagnostic::error(format!(
                "the edition `{}` can't be made for `{}`: {why}",
                self.id.value,
                profile.as_str()
            ))
        };
        if matches!(profile, Profile::Screen | Profile::Proof) {
            return None;
        }
        let Some((width, height)) = self.flat() else {
            let why = "it does not say how its sheet is folded".to_owned();
            return Some(fault(why).hint("add `fold`, such as `fold = \"z\"`"));
        };
        let fits = |(sheet_width, sheet_height): (Mm, Mm)| {
            width.0 <= sheet_width.0 + TOLERANCE && height.0 <= sheet_height.0 + TOLERANCE
        };
        if profile == Profile::Print || fits(A4) || fits((A4.1, A4.0)) {
            return None;
        }
        let rounded = |length: Mm| (length.0 * 10.0).round() / 10.0;
        let why = format!(
            "its flat sheet of {} by {} mm is larger than A4",
            rounded(width),
            rounded(height)
        );
        Some(fault(why).hint("`office` prints on sheets of A4: 210 by 297 mm, either way round"))
    }
}

/// Reads width and height.
fn read_page(page: &Located<Table>, report: &Report) -> Result<(Mm, Mm), Reported> {
    let fields = Fields::new(&page.value, &page.span, "`page`", report);
    let width = fields.required::<Mm>("width");
    let height = fields.required::<Mm>("height");
    fields.finish();
    let side = |side: Located<Mm>, name| {
        let side = side.map(|side| side.0);
        Mm(within(&side, PAGE_SIDES, name, "from 20 mm to 2 m", report))
    };
    Ok((side(width?, "`width`"), side(height?, "`height`")))
}

/// The sides that a page can have, in millimetres: a stamp and a banner lie within.
const PAGE_SIDES: std::ops::RangeInclusive<f64> = 20.0..=2000.0;

/// Reads an edition; all faults are in the report.
///
/// # Errors
///
/// Fails if what every edition needs is missing.
pub(super) fn read_edition(
    id: Located<String>,
    table: &Located<Table>,
    report: &Report,
) -> Result<Edition, Reported> {
    let what = format!("the edition `{}`", id.value);
    let fields = Fields::new(&table.value, &table.span, &what, report);
    let form = fields
        .required::<String>("form")
        .and_then(|form| choose(&form, "`form`", &FORMS, report))
        .map(|form| form.value);
    // Where the form can't be read, the keys of all forms are known.
    let is_sheet = form.is_ok_and(Form::is_one_sheet) || form.is_err();
    let is_booklet = form.is_ok_and(|form| !form.is_one_sheet()) || form.is_err();
    let Panels { fold, panels } = if is_sheet { read_panels(&fields) } else { Panels::default() };
    let foot = if is_booklet { fields.optional("foot") } else { None };
    let binding = if is_booklet { fields.word("binding", &BINDINGS) } else { None };
    let extends = fields.optional("like");
    let size = match &fold {
        Some(fold) => {
            fields.optional("page").map_or(Ok(fold.value.page), |page| read_page(&page, report))
        }
        None => fields.required("page").and_then(|page| read_page(&page, report)),
    };
    let profiles = fields.optional::<Vec<Located<String>>>("profiles").map(|names| {
        let chosen = names.value.iter();
        let chosen = chosen.flat_map(|name| choose(name, "a profile", &PROFILES, report));
        chosen.collect::<Vec<Located<Profile>>>()
    });
    let text_size = fields.required::<Pt>("text-size");
    let text_size = text_size.map(|size| read_size(size, "`text-size`", report));
    let text_sizes = fields
        .named_values::<Pt>("text-sizes")
        .into_iter()
        .filter_map(|(name, size)| match name.value.parse() {
            Ok(tag) => Some((tag, read_size(size, "a size in `text-sizes`", report))),
            Err(_) => {
                report.add(
                    Diagnostic::error(format!("`{}` is not a language tag", name.value))
                        .at(&name.span),
                );
                None
            }
        })
        .collect();
    let scales = read_scales(&fields);
    let fit = fields.optional::<Table>("fit").map(|table| read_fit(&table, report));
    let pages = if is_booklet { fields.optional::<u32>("pages") } else { None };
    let paper = read_paper(&fields);
    let languages = fields.or_default("languages");
    let pairs = read_pairs(&fields);
    let pair_layout = fields.word("pair-layout", &PAIR_LAYOUTS);
    let appearance = read_appearance(&fields);
    fields.finish();
    let (width, height) = size?;
    let edition = Edition {
        id,
        extends,
        form: form?,
        binding: binding.map(|binding| binding.value).unwrap_or_default(),
        fold,
        panels,
        width,
        height,
        profiles: profiles.as_ref().map_or_else(
            || vec![Profile::Screen],
            |profiles| profiles.iter().map(|profile| profile.value).collect(),
        ),
        paper,
        pages,
        text_size: text_size?,
        text_sizes,
        fit: fit.unwrap_or_default(),
        scales,
        foot,
        languages,
        pairs,
        pair_layout: pair_layout.map(|layout| layout.value).unwrap_or_default(),
        appearance,
        canonical: table.value.canonical(&OF_PAIRS),
        make_up: table.value.canonical(&MAKING),
    };
    for profile in profiles.iter().flatten() {
        if let Some(fault) = edition.cannot_be_made_for(profile.value) {
            report.add(fault.at(&profile.span));
        }
    }
    Ok(edition)
}
