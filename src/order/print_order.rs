//! Describes a print order: what is printed how often on which paper, for whom, and where it goes.

use feuillet_preflight::PageSize;
use time::Date;

use crate::diagnostic::{Located, Span};
use crate::language::Tag;
use crate::load::Binding;
use crate::load::edition_id::joined;

/// A print order, as its file says it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PrintOrder {
    /// The name of its file without `.toml`: letters a to z, figures and hyphens.
    pub(crate) name: String,
    /// The whole file, for faults that are about no line of it.
    pub(crate) span: Span,
    /// The brochure, if the project has several.
    pub(crate) brochure: Option<Located<String>>,
    /// The body that orders; `None` if the editions are printed as the brochure has them.
    pub(crate) body: Option<Located<String>>,
    /// The day of the order: it stands in the ticket and on the sheet, and no clock does.
    pub(crate) date: Date,
    /// The language of the order sheet; that of the body, or the brochure's, by default.
    pub(crate) language: Option<Located<Tag>>,
    /// How often it was corrected after it had gone to the shop.
    pub(crate) correction: u32,
    /// How many copies more the shop prints and may spoil, in percent.
    pub(crate) overs: f64,
    /// The file with the wishes of the shop, beside the orders in `shops/`.
    pub(crate) shop: Option<Located<String>>,
    /// What the shop should know besides.
    pub(crate) note: Option<String>,
    /// What is printed; at least one.
    pub(crate) items: Vec<Item>,
    /// Where the copies go.
    pub(crate) delivery: Delivery,
    /// Whom the shop asks.
    pub(crate) contact: Party,
    /// Who pays, if that is not who orders.
    pub(crate) billing: Option<Billing>,
}

/// An edition that is printed, in one or several languages.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    /// The edition.
    pub(crate) edition: Located<String>,
    /// How many copies in which language.
    pub(crate) quantities: Vec<Quantity>,
    /// The paper; that of the edition by default.
    pub(crate) paper: Option<OrderedPaper>,
    /// How the sheet is folded; it must be the fold of the edition.
    pub(crate) fold: Option<Located<String>>,
    /// How a booklet is bound; it must be the binding of the edition.
    pub(crate) binding: Option<Located<Binding>>,
    /// The trimmed size of a page of the PDF; that of the edition by default.
    pub(crate) size: Option<Located<PageSize>>,
    /// How many pages are read; as many as there are by default.
    pub(crate) pages: Option<Located<u32>>,
    /// What the shop does besides, in words: "in bundles of 50".
    pub(crate) finishing: Vec<String>,
}

/// Copies in one language, or in several on one sheet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    /// The languages, in the order of the page; at least one.
    pub(crate) languages: Vec<Tag>,
    /// Where they stand in the order.
    pub(crate) span: Span,
    /// How many copies; at least one.
    pub(crate) copies: u32,
}

/// Paper as it is ordered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct OrderedPaper {
    /// Its weight in g/m².
    pub(crate) weight: f64,
    /// Its surface.
    pub(crate) surface: PaperSurface,
}

/// The surface of paper, as shops name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaperSurface {
    /// Coated, matt or gloss as the shop has it.
    Coated,
    /// Coated and matt.
    Matte,
    /// Coated and glossy.
    Gloss,
    /// Uncoated, such as office paper.
    Uncoated,
}

/// The surfaces and their names.
pub(crate) const SURFACES: [(&str, PaperSurface); 4] = [
    ("coated", PaperSurface::Coated),
    ("matte", PaperSurface::Matte),
    ("gloss", PaperSurface::Gloss),
    ("uncoated", PaperSurface::Uncoated),
];

/// Where the copies go, and until when. It stands in the ticket and on the sheet alone.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Delivery {
    /// Who gets them.
    pub(crate) party: Party,
    /// The last day on which they may come.
    pub(crate) by: Option<Date>,
    /// What the driver should know.
    pub(crate) note: Option<String>,
}

/// Who pays.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Billing {
    /// The payer.
    pub(crate) party: Party,
    /// The number for the value added tax.
    pub(crate) vat: Option<String>,
    /// The payer's own number for the order.
    pub(crate) reference: Option<String>,
}

/// An organisation, a person, or one in the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Party {
    /// The organisation, or the person.
    pub(crate) name: String,
    /// The person in the organisation.
    pub(crate) attention: Option<String>,
    /// The lines of the address; none where nothing is sent.
    pub(crate) address: Vec<String>,
    /// A telephone number.
    pub(crate) phone: Option<String>,
    /// A mail address.
    pub(crate) email: Option<String>,
}

impl PaperSurface {
    /// Its name.
    pub(crate) fn as_str(self) -> &'static str {
        SURFACES.iter().find(|(_, surface)| *surface == self).map_or("", |(name, _)| name)
    }
}

impl Quantity {
    /// The languages in one word, as they are written in the order: `fr+nl`.
    pub(crate) fn key(&self) -> String {
        joined(&self.languages, "+")
    }

    /// The languages in one word that file names and tokens can hold: `fr_nl`.
    pub(crate) fn token(&self) -> String {
        joined(&self.languages, "_")
    }
}

impl PrintOrder {
    /// Its name with its correction: that of the folder, of the archive and of the job.
    pub(crate) fn job_name(&self) -> String {
        match self.correction {
            0 => self.name.clone(),
            number => format!("{}-corr{number}", self.name),
        }
    }
}
