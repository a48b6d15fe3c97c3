//! A table `[edition.…]` of `brochure.toml` in; an edition out: its form, page, sizes, profiles and languages.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Located, Report};
use crate::fields::{Fields, Table, choose};
use crate::language::Tag;
use crate::load::block::MessageId;
use crate::load::fit::{Fit, read_fit};
use crate::load::theme::read_scales;
use crate::measure::{Mm, Pt};

/// A form of the brochure.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// Its name: `short`, `full`, …
    pub id: Located<String>,
    /// The kind of printed matter, which chooses the template.
    pub form: Form,
    /// How many panels its sheet has; leaflets only.
    pub panels: Option<Located<u32>>,
    /// Trimmed width of one page or panel.
    pub width: Mm,
    /// Trimmed height of one page or panel.
    pub height: Mm,
    /// What is built when nothing else is asked for.
    pub profiles: Vec<Profile>,
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
}

/// A kind of printed matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A folded sheet of equal panels.
    Leaflet,
    /// Facing pages, folded and stapled: text flows from page to page, and their number is a multiple of four.
    Booklet,
}

/// The height of small letters as a share of the size, for which the least sizes of the forms are meant: that of
/// Source Sans 3.
pub const REFERENCE_X_HEIGHT: f64 = 0.486;

/// The forms and their names.
const FORMS: [(&str, Form); 2] = [("leaflet", Form::Leaflet), ("booklet", Form::Booklet)];

impl Form {
    /// The least size of running text that can be read without strain, in points, in a family whose small letters are
    /// [`REFERENCE_X_HEIGHT`] high.
    #[must_use]
    pub fn legible(self) -> Pt {
        match self {
            Form::Leaflet => Pt(9.0),
            Form::Booklet => Pt(10.0),
        }
    }

    /// Its name in messages: "a leaflet".
    #[must_use]
    pub fn with_article(self) -> &'static str {
        match self {
            Form::Leaflet => "a leaflet",
            Form::Booklet => "a booklet",
        }
    }

    /// The name of its template.
    #[must_use]
    pub fn template(self) -> &'static str {
        match self {
            Form::Leaflet => "leaflet.typ",
            Form::Booklet => "booklet.typ",
        }
    }
}

/// What a PDF is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// Reading on a screen: PDF/UA-1 and PDF/A-2a, links, small.
    Screen,
    /// Reading for translators and reviewers: the pages of the screen, with notes beside them.
    Proof,
}

/// The profiles and their names.
pub const PROFILES: [(&str, Profile); 2] = [("screen", Profile::Screen), ("proof", Profile::Proof)];

impl Profile {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Profile::Screen => "screen",
            Profile::Proof => "proof",
        }
    }
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
    let panels = match form {
        Some(Form::Booklet) => None,
        _ => fields.required::<u32>("panels"),
    };
    let foot = match form {
        Some(Form::Leaflet) => None,
        _ => fields.optional("foot"),
    };
    let page = fields.required::<Table>("page");
    let profiles = fields.optional::<Vec<Located<String>>>("profiles").map_or_else(
        || vec![Profile::Screen],
        |names| {
            let chosen = names.value.iter();
            chosen
                .filter_map(|name| choose(name, "a profile", &PROFILES, report))
                .map(|profile| profile.value)
                .collect()
        },
    );
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
    let pages = match form {
        Some(Form::Leaflet) => None,
        _ => fields.optional::<u32>("pages"),
    };
    let languages = fields.or_default("languages");
    fields.finish();
    let page = page?;
    let fields = Fields::new(&page.value, &page.place, "`page`", report);
    let width = fields.required::<Mm>("width");
    let height = fields.required::<Mm>("height");
    fields.finish();
    Some(Edition {
        id,
        form: form?,
        panels,
        width: width?.value,
        height: height?.value,
        profiles,
        pages,
        text_size: text_size?,
        text_sizes,
        fit: fit.unwrap_or_default(),
        scales,
        foot,
        languages,
    })
}
