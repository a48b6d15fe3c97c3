//! A table `[edition.…]` of `brochure.toml` in; an edition out: its form, page, sizes, profiles and languages.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Located, Report};
use crate::fields::{Fields, Table, choose};
use crate::fold::Fold;
use crate::language::Tag;
use crate::load::block::MessageId;
use crate::load::fit::{Fit, read_fit};
use crate::load::form::{BINDINGS, Binding, FORMS, Form, PROFILES, Profile};
use crate::load::look::{Look, read_look};
use crate::load::print::{Paper, read_paper};
use crate::load::sheet::{self, Panels};
use crate::load::theme::read_scales;
use crate::measure::{Mm, Pt};

/// A form of the brochure.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// Its name: `short`, `full`, …
    pub id: Located<String>,
    /// The edition whose blocks it shows beside its own.
    pub like: Option<Located<String>>,
    /// The kind of printed matter, which chooses the template.
    pub form: Form,
    /// How its sheets are held together; booklets only.
    pub binding: Binding,
    /// How its sheet is folded; leaflets and cards only.
    pub fold: Option<Located<&'static Fold>>,
    /// How many panels its sheet has; leaflets and cards only.
    pub panels: Option<Located<u32>>,
    /// Trimmed width of one page or panel.
    pub width: Mm,
    /// Trimmed height of one page or panel.
    pub height: Mm,
    /// What is built when nothing else is asked for.
    pub profiles: Vec<Profile>,
    /// The paper that it is printed on.
    pub paper: Option<Paper>,
    /// How many pages it has at most; booklets only.
    pub pages: Option<Located<u32>>,
    /// Size of running text where there is room.
    pub text_size: Located<Pt>,
    /// The same in single languages.
    pub text_sizes: Vec<(Tag, Located<Pt>)>,
    /// How far its measures give way in a language that needs more room.
    pub fit: Fit,
    /// Sizes relative to running text, where they replace those of the theme.
    pub scales: BTreeMap<String, f64>,
    /// The message at the foot of every page; booklets only.
    pub foot: Option<MessageId>,
    /// Its languages, if not all of the brochure's.
    pub languages: Vec<Located<Tag>>,
    /// Contrast, cover and division of words.
    pub look: Look,
}

impl Edition {
    /// Size of running text in a language, where there is room.
    #[must_use]
    pub fn text_size(&self, language: &Tag) -> &Located<Pt> {
        let own = self.text_sizes.iter().find(|(tag, _)| tag == language);
        own.map_or(&self.text_size, |(_, size)| size)
    }
}

/// Reads an edition. Faults are reported; `None` if what every edition needs is missing.
pub(super) fn read_edition(
    id: Located<String>,
    table: &Located<Table>,
    report: &Report,
) -> Option<Edition> {
    let what = format!("the edition `{}`", id.value);
    let fields = Fields::new(&table.value, &table.place, &what, report);
    let form = fields
        .required::<String>("form")
        .and_then(|form| choose(&form, "`form`", &FORMS, report))
        .map(|form| form.value);
    let (is_sheet, is_booklet) =
        (form.is_none_or(Form::is_one_sheet), form.is_none_or(|form| !form.is_one_sheet()));
    let Panels { fold, panels } =
        if is_sheet { sheet::read_panels(&fields) } else { Panels::default() };
    let foot = if is_booklet { fields.optional("foot") } else { None };
    let binding = if is_booklet { fields.word("binding", &BINDINGS) } else { None };
    let like = fields.optional("like");
    let page = match &fold {
        Some(_) => fields.optional::<Table>("page"),
        None => fields.required::<Table>("page"),
    };
    let profiles = fields.optional::<Vec<Located<String>>>("profiles").map(|names| {
        let chosen = names.value.iter();
        let chosen = chosen.filter_map(|name| choose(name, "a profile", &PROFILES, report));
        chosen.collect::<Vec<Located<Profile>>>()
    });
    let text_size = fields.required::<Pt>("text-size");
    let text_sizes = fields
        .named_values::<Pt>("text-sizes")
        .into_iter()
        .filter_map(|(name, size)| match name.value.parse() {
            Ok(tag) => Some((tag, size)),
            Err(_) => {
                report.add(
                    Diagnostic::error(format!("`{}` is not a language tag", name.value))
                        .at(&name.place),
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
    let look = read_look(&fields);
    fields.finish();
    let (width, height) = match (page, &fold) {
        (Some(page), _) => {
            let fields = Fields::new(&page.value, &page.place, "`page`", report);
            let width = fields.required::<Mm>("width");
            let height = fields.required::<Mm>("height");
            fields.finish();
            (width?.value, height?.value)
        }
        (None, Some(fold)) => fold.value.page,
        (None, None) => return None,
    };
    let edition = Edition {
        id,
        like,
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
        look,
    };
    for profile in profiles.iter().flatten() {
        if let Some(fault) = edition.cannot_be_made_for(profile.value) {
            report.add(fault.at(&profile.place));
        }
    }
    Some(edition)
}
