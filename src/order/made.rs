//! Describes an order that was made: its products and words, ready for the ticket and the sheet.

use time::Date;

use crate::language::Tag;
use crate::load::body::Body;
use crate::load::{Form, Publication};
use crate::order::make::Product;
use crate::order::print_order::PrintOrder;
use crate::order::shop::Shop;
use crate::order::words::Words;

/// An order whose files are made and checked.
pub(crate) struct MadeOrder<'a> {
    /// What was ordered.
    pub(crate) order: &'a PrintOrder,
    /// What the shop wishes.
    pub(crate) shop: &'a Shop,
    /// What is printed, in the order of the items.
    pub(crate) products: Vec<Product>,
    /// The words of the sheet.
    pub(crate) words: Words<'a>,
    /// The brochure, for its languages and families.
    pub(crate) publication: &'a Publication,
    /// The name of the printing condition: "FOGRA39".
    pub(crate) condition: String,
    /// The body that orders.
    pub(crate) body: Option<OrderingBody>,
}

/// A body that orders, in the language of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrderingBody {
    /// Its name.
    pub(crate) name: String,
    /// Who is responsible for what is printed, and where: a name and an address, as they stand in what is printed.
    pub(crate) publisher: Option<[String; 2]>,
}

impl OrderingBody {
    /// A body for readers of a language.
    pub(crate) fn new(body: &Body, language: &Tag) -> OrderingBody {
        let publisher = body.publisher();
        let publisher = publisher.map(|it| [it.name().to_owned(), it.address(language).to_owned()]);
        OrderingBody { name: body.name(language).to_owned(), publisher }
    }
}

impl MadeOrder<'_> {
    /// The neutral name of what is printed.
    pub(crate) fn public_name(&self) -> &str {
        &self.publication.brochure.public_name.value
    }

    /// The version of the texts, and its day.
    pub(crate) fn release(&self) -> (&str, Date) {
        let release = &self.publication.brochure.release;
        (&release.version.value, release.date)
    }

    /// What an edition is, in the words of the sheet: "Booklet in large print"; with its name where several that are ordered are
    /// the same.
    pub(crate) fn title_of(&self, edition: &str) -> String {
        let word = |edition: &str| {
            let edition = self.publication.brochure.edition(edition)?;
            Some(match edition.form {
                Form::Leaflet => "site-leaflet",
                Form::Card => "site-card",
                Form::Booklet if edition.is_large_print() => "site-large",
                Form::Booklet => "site-booklet",
            })
        };
        let own = word(edition);
        let others = self.products.iter().map(|product| product.edition.as_str());
        let is_alone = others.filter(|other| *other != edition).all(|other| word(other) != own);
        match own.map(|key| self.words.get(key)) {
            Some(title) if is_alone => title.to_owned(),
            Some(title) => format!("{title} ({edition})"),
            None => edition.to_owned(),
        }
    }

    /// A product in words: "Leaflet, Français".
    pub(crate) fn name_of(&self, product: &Product) -> String {
        format!("{}, {}", self.title_of(&product.edition), self.autonyms(product))
    }

    /// The languages of a product in themselves: "Français, Nederlands".
    pub(crate) fn autonyms(&self, product: &Product) -> String {
        product.languages.iter().map(|tag| self.autonym(tag)).collect::<Vec<_>>().join(", ")
    }

    /// A language in itself.
    pub(crate) fn autonym<'t>(&'t self, tag: &'t Tag) -> &'t str {
        self.publication.languages.get(tag).map_or(tag.as_str(), |language| &language.autonym)
    }
}
