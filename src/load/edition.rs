//! A table `[edition.…]` of `brochure.toml` in; an edition out: its form, page, sizes, profiles and languages.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Located, Place, Report};
use crate::fields::{Fields, Table, choose};
use crate::language::Tag;
use crate::load::block::MessageId;
use crate::load::fit::{Fit, read_fit};
use crate::load::look::{Look, read_look};
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
    /// Contrast, cover and division of words.
    pub look: Look,
}

/// A kind of printed matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A folded sheet of equal panels.
    Leaflet,
    /// Facing pages over which text flows.
    Booklet,
}

/// How the sheets of a booklet are held together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Binding {
    /// Folded in the middle and stapled there.
    #[default]
    Fold,
    /// Single sheets, printed on both sides and stapled at the side or in a corner.
    Side,
}

/// The bindings and their names.
const BINDINGS: [(&str, Binding); 2] = [("fold", Binding::Fold), ("side", Binding::Side)];

impl Binding {
    /// How many pages one sheet has: the number of pages is a multiple of it.
    #[must_use]
    pub fn pages_of_a_sheet(self) -> usize {
        match self {
            Binding::Fold => 4,
            Binding::Side => 2,
        }
    }
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
    /// The office's own printer: A4, both sides, little ink, PDF 1.7.
    Office,
    /// Reading for translators and reviewers: the pages of the screen, with notes beside them.
    Proof,
}

/// The profiles and their names.
pub const PROFILES: [(&str, Profile); 3] =
    [("screen", Profile::Screen), ("office", Profile::Office), ("proof", Profile::Proof)];

impl Profile {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Profile::Screen => "screen",
            Profile::Office => "office",
            Profile::Proof => "proof",
        }
    }
}

/// The sheet of an office printer.
const A4: (Mm, Mm) = (Mm(210.0), Mm(297.0));

impl Edition {
    /// Whether its pages come out of an office printer as they are: single sheets of A4.
    #[must_use]
    pub fn is_of_office_sheets(&self) -> bool {
        let is = |own: Mm, wanted: Mm| (own.0 - wanted.0).abs() < 0.1;
        self.form == Form::Booklet
            && self.binding == Binding::Side
            && is(self.width, A4.0)
            && is(self.height, A4.1)
    }

    /// Says that an office printer can't print it as it is.
    #[must_use]
    pub fn no_office_sheets(&self, place: &Place) -> Diagnostic {
        Diagnostic::error(format!(
            "the edition `{}` can't be made for `office`: its pages are no sheets of A4",
            self.id.value
        ))
        .at(place)
        .hint("`office` takes a booklet of 210 by 297 mm with `binding = \"side\"`; sheets that are folded are still to come")
    }

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
    let binding = match form {
        Some(Form::Leaflet) => None,
        _ => fields.word("binding", &BINDINGS),
    };
    let like = fields.optional("like");
    let page = fields.required::<Table>("page");
    let profiles: Option<Vec<Located<Profile>>> =
        fields.optional::<Vec<Located<String>>>("profiles").map(|names| {
            let chosen = names.value.iter();
            chosen.filter_map(|name| choose(name, "a profile", &PROFILES, report)).collect()
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
    let pages = match form {
        Some(Form::Leaflet) => None,
        _ => fields.optional::<u32>("pages"),
    };
    let languages = fields.or_default("languages");
    let look = read_look(&fields);
    fields.finish();
    let page = page?;
    let fields = Fields::new(&page.value, &page.place, "`page`", report);
    let width = fields.required::<Mm>("width");
    let height = fields.required::<Mm>("height");
    fields.finish();
    let edition = Edition {
        id,
        like,
        form: form?,
        binding: binding.map(|binding| binding.value).unwrap_or_default(),
        panels,
        width: width?.value,
        height: height?.value,
        profiles: profiles.as_ref().map_or_else(
            || vec![Profile::Screen],
            |profiles| profiles.iter().map(|profile| profile.value).collect(),
        ),
        pages,
        text_size: text_size?,
        text_sizes,
        fit: fit.unwrap_or_default(),
        scales,
        foot,
        languages,
        look,
    };
    let office = profiles.iter().flatten().find(|profile| profile.value == Profile::Office);
    if let Some(office) = office.filter(|_| !edition.is_of_office_sheets()) {
        report.add(edition.no_office_sheets(&office.place));
    }
    Some(edition)
}
