//! Turns a made order into its job ticket: XJDF 2.x, one product a language.
//!
//! Only what a shop needs stands in it, each value of a type of its own: the schema refuses a weight with its unit, a token with
//! a blank, and children in another order.

pub(crate) mod assertions;
mod element;
pub(crate) mod md5;

use feuillet_units::{Mm, Pt};
use time::Date;

use crate::language::Direction;
use crate::load::Binding;
use crate::order::details::{details_of, joined};
use crate::order::made::MadeOrder;
use crate::order::make::{Product, token};
use crate::order::print_order::{PaperSurface, Party};
use element::Element;
use md5::md5;

/// The name space of XJDF 2.0 to 2.3.
pub(crate) const NAMESPACE: &str = "http://www.CIP4.org/JDFSchema_2_0";

/// The version of XJDF that the ticket follows.
const VERSION: &str = "2.2";

/// The inks of a press for four colours.
const INKS: &str = "Cyan Magenta Yellow Black";

/// Writes the ticket of an order. Nothing but the order decides its bytes.
#[must_use]
pub(crate) fn ticket(made: &MadeOrder<'_>) -> String {
    let order = made.order;
    let header = Element::new("Header")
        .with("AgentName", "feuillet")
        .with("AgentVersion", env!("CARGO_PKG_VERSION"))
        .with("DeviceID", "feuillet")
        .with("Time", moment(order.date, "00:00:00"));
    let audits = Element::new("AuditPool").child(Element::new("AuditCreated").child(header));
    let mut products = Element::new("ProductList");
    for (index, product) in made.products.iter().enumerate() {
        products = products.child(product_element(made, product, index));
    }
    let root = Element::new("XJDF")
        .with("xmlns", NAMESPACE)
        .with("JobID", token(&order.job_name()))
        .with("DescriptiveName", format!("{} {}", made.words.get("order-title"), order.job_name()))
        .with("Types", "Product")
        .with("Version", VERSION)
        .child(audits)
        .child(products)
        .child(contacts(made))
        .child(delivery(made))
        .child(run_list(made));
    root.document()
}

/// The id of a product: that of its place in the order.
fn product_id(index: usize) -> String {
    format!("p{}", index + 1)
}

/// The name of a product: `leaflet-fr`.
fn external_id(product: &Product) -> String {
    format!("{}-{}", token(&product.edition), product.token)
}

/// A day and an hour as the schema wants them.
fn moment(day: Date, time: &str) -> String {
    format!("{day}T{time}Z")
}

/// Lengths in mm as points.
fn points<const N: usize>(lengths: [f64; N]) -> String {
    let points = lengths.map(|length| {
        let points = Pt::from(Mm(length)).0;
        ((points * 1000.0).round() / 1000.0).to_string()
    });
    points.join(" ")
}

fn product_element(made: &MadeOrder<'_>, product: &Product, index: usize) -> Element {
    let kind = if product.binding.is_some() { "Booklet" } else { "Leaflet" };
    // Sizes in words too: shops read "size" of the flat sheet or of the folded one.
    let details = details_of(made, product);
    let words = details.iter().map(|detail| joined(&made.words, detail));
    let comment = words.collect::<Vec<_>>().join("; ");
    let mut element = Element::new("Product")
        .with("Amount", product.copies.to_string())
        .with("DescriptiveName", made.name_of(product))
        .with("ExternalID", external_id(product))
        .with("ID", product_id(index))
        .with("IsRoot", "true")
        .with("PartVersion", &product.token)
        .with("ProductType", kind)
        .child(made.comment(&comment));
    element = element
        .child(intent("LayoutIntent", layout(product)))
        .child(intent("MediaIntent", media(product)))
        .child(intent("ColorIntent", colours(made)));
    if let Some(fold) = &product.fold {
        let folding = Element::new("FoldingIntent")
            .with("FoldCatalog", fold.catalogue)
            .with("FoldingDetails", &fold.details);
        element = element.child(intent("FoldingIntent", folding));
    }
    if let Some(binding) = product.binding {
        element = element.child(intent("BindingIntent", binding_intent(binding, product)));
    }
    element
}

/// An intent, which bears the name of what stands in it.
fn intent(name: &'static str, child: Element) -> Element {
    Element::new("Intent").with("Name", name).child(child)
}

fn layout(product: &Product) -> Element {
    let [width, height] = product.copy.finished;
    Element::new("LayoutIntent")
        .with("Bleed", points([product.bleed]))
        .with("Dimensions", points(product.copy.flat))
        .with("FinishedDimensions", points([width, height, 0.0]))
        .with("Pages", product.copy.pages.to_string())
        .with("Sides", "TwoSidedHeadToHead")
}

fn media(product: &Product) -> Element {
    let coating = match product.paper.surface {
        PaperSurface::Coated => "Coated",
        PaperSurface::Matte => "Matte",
        PaperSurface::Gloss => "Gloss",
        PaperSurface::Uncoated => "None",
    };
    Element::new("MediaIntent")
        .with("BackCoating", coating)
        .with("Coating", coating)
        .with("MediaType", "Paper")
        .with("Weight", product.paper.weight.to_string())
}

fn colours(made: &MadeOrder<'_>) -> Element {
    let surface = |side: &str| {
        Element::new("SurfaceColor")
            .with("ColorsUsed", INKS)
            .with("PrintStandard", token(&made.condition))
            .with("Surface", side)
    };
    Element::new("ColorIntent").child(surface("Front")).child(surface("Back"))
}

fn binding_intent(binding: Binding, product: &Product) -> Element {
    let side = match product.direction {
        Direction::Ltr => "Left",
        Direction::Rtl => "Right",
    };
    let (kind, order, stitching) = match binding {
        Binding::Fold => ("SaddleStitch", "Collecting", "SaddleStitching"),
        Binding::Side => ("SideStitch", "Gathering", "SideStitching"),
    };
    Element::new("BindingIntent")
        .with("BindingOrder", order)
        .with("BindingSide", side)
        .with("BindingType", kind)
        .child(Element::new(stitching).with("StitchNumber", "2"))
}

fn set(name: &'static str) -> Element {
    Element::new("ResourceSet").with("Name", name).with("Usage", "Input")
}

/// Whom the shop asks, where the copies go, and who pays.
fn contacts(made: &MadeOrder<'_>) -> Element {
    let order = made.order;
    let mut all = set("Contact")
        .child(contact("Delivery", &order.delivery.party))
        .child(contact("Customer", &order.contact));
    if let Some(billing) = &order.billing {
        all = all.child(contact("Billing", &billing.party));
    }
    all
}

fn contact(kind: &str, party: &Party) -> Element {
    let mut element = Element::new("Contact");
    if !party.address.is_empty() {
        let lines = party.address.iter();
        let address = lines.fold(Element::new("Address"), |address, line| {
            address.child(Element::new("AddressLine").text(line))
        });
        element = element.child(address);
    }
    for (channel, locator) in [("Phone", &party.phone), ("Email", &party.email)] {
        if let Some(locator) = locator {
            element = element.child(
                Element::new("ComChannel").with("ChannelType", channel).with("Locator", locator),
            );
        }
    }
    element = element.child(Element::new("Company").with("OrganizationName", &party.name));
    if let Some(person) = &party.attention {
        element = element.child(
            Element::new("Person").with("DescriptiveName", person).with("FamilyName", person),
        );
    }
    Element::new("Resource").child(Element::new("Part").with("ContactType", kind)).child(element)
}

fn delivery(made: &MadeOrder<'_>) -> Element {
    let mut parameters = Element::new("DeliveryParams");
    if let Some(by) = made.order.delivery.by {
        parameters = parameters.with("Required", moment(by, "23:59:59"));
    }
    for (index, product) in made.products.iter().enumerate() {
        let item = Element::new("DropItem")
            .with("Amount", product.copies.to_string())
            .with("ItemRef", product_id(index));
        parameters = parameters.child(item);
    }
    let mut all = set("DeliveryParams");
    for note in [&made.order.delivery.note, &made.order.note].into_iter().flatten() {
        all = all.child(made.comment(note));
    }
    all.child(Element::new("Resource").child(parameters))
}

/// The files, each with the product that it is printed for.
fn run_list(made: &MadeOrder<'_>) -> Element {
    let mut all = set("RunList");
    for product in &made.products {
        let is_single = product.files.len() > 1;
        for (index, file) in product.files.iter().enumerate() {
            let mut part = Element::new("Part");
            if is_single {
                part = part.with("PageNumber", format!("{index} {index}"));
            }
            let part = part.with("Product", external_id(product));
            let spec = Element::new("FileSpec")
                .with("CheckSum", md5(&file.bytes))
                .with("FileSize", file.bytes.len().to_string())
                .with("MimeType", "application/pdf")
                .with("URL", &file.name);
            let list = Element::new("RunList").with("NPage", file.pages.to_string()).child(spec);
            all = all.child(Element::new("Resource").child(part).child(list));
        }
    }
    all
}

impl MadeOrder<'_> {
    /// A comment in the language of the sheet.
    fn comment(&self, text: &str) -> Element {
        Element::new("Comment").with("Language", self.words.language().as_str()).text(text)
    }
}
