//! Says what is wrong with a job ticket that its schema would let pass: references that lead nowhere, intents under another
//! name, folds that no catalogue has, files that are not as it says.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use crate::order::folds::is_known;
use crate::order::ticket::NAMESPACE;

/// What a ticket is compared with: a file of its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileFigures {
    /// Its size in bytes.
    pub(crate) bytes: usize,
    /// How many pages it has; `None` if it is no PDF that can be read.
    pub(crate) pages: Option<usize>,
    /// Its MD5, in hexadecimal digits.
    pub(crate) md5: String,
}

/// What is wrong with a ticket, each in lower case; nothing if it holds. `files` are those that it must name, by name.
#[must_use]
pub(crate) fn faults(ticket: &str, files: &BTreeMap<String, FileFigures>) -> Vec<String> {
    let document = match Document::parse(ticket) {
        Ok(document) => document,
        Err(error) => return vec![format!("the ticket is not XML: {error}")],
    };
    let root = document.root_element();
    let mut found = Faults::default();
    if root.tag_name().name() != "XJDF" || root.tag_name().namespace() != Some(NAMESPACE) {
        found.add(format!("the ticket is no XJDF of the name space {NAMESPACE}"));
        return found.list;
    }
    tokens(root, &mut found);
    let products = products(root, &mut found);
    for product in elements(root, "Product") {
        intents(product, &mut found);
    }
    drops(root, &products, &mut found);
    run_lists(root, &products, files, &mut found);
    found.list
}

#[derive(Default)]
struct Faults {
    list: Vec<String>,
}

impl Faults {
    fn add(&mut self, fault: String) {
        self.list.push(fault);
    }
}

/// A product of a ticket.
struct Product<'a> {
    id: &'a str,
    external: &'a str,
    amount: u64,
}

fn elements<'a, 'i>(root: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    root.descendants().filter(move |node| node.is_element() && node.tag_name().name() == name)
}

/// Whether a value is a name token as XML 1.0 has it; of the letters, those that every reader takes.
fn is_token(value: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    !value.is_empty() && value.chars().all(fits)
}

/// Whether a value is a day with an hour: `2026-11-29T00:00:00Z`.
fn is_moment(value: &str) -> bool {
    let shape: String = value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00T00:00:00Z"
}

fn tokens(root: Node<'_, '_>, found: &mut Faults) {
    if root.attribute("JobID").is_none() {
        found.add("the ticket has no `JobID`".to_owned());
    }
    for node in root.descendants().filter(Node::is_element) {
        for name in [
            "JobID",
            "PartVersion",
            "ProductType",
            "PrintStandard",
            "ExternalID",
            "DeviceID",
            "FoldingDetails",
        ] {
            if let Some(value) = node.attribute(name).filter(|value| !is_token(value)) {
                found.add(format!("`{name}` is `{value}`, which is no token"));
            }
        }
        for name in ["Time", "Required"] {
            if let Some(value) = node.attribute(name).filter(|value| !is_moment(value)) {
                found.add(format!("`{name}` is `{value}`, which is no day with an hour"));
            }
        }
    }
}

fn products<'a>(root: Node<'a, '_>, found: &mut Faults) -> Vec<Product<'a>> {
    let mut products = Vec::new();
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    for node in elements(root, "Product") {
        let (id, external) = (node.attribute("ID"), node.attribute("ExternalID"));
        let amount = node.attribute("Amount").and_then(|amount| amount.parse::<u64>().ok());
        let (Some(id), Some(external)) = (id, external) else {
            found.add("a product has no `ID` or no `ExternalID`".to_owned());
            continue;
        };
        let Some(amount) = amount.filter(|amount| *amount > 0) else {
            found.add(format!("the product `{external}` has no `Amount`"));
            continue;
        };
        if !ids.insert(id) || !names.insert(external) {
            found.add(format!("two products are `{external}`"));
        }
        products.push(Product { id, external, amount });
    }
    if products.is_empty() {
        found.add("the ticket has no product".to_owned());
    }
    products
}

fn intents(product: Node<'_, '_>, found: &mut Faults) {
    let name = product.attribute("ExternalID").unwrap_or_default();
    for intent in product.children().filter(|node| node.tag_name().name() == "Intent") {
        let children: Vec<&str> =
            intent.children().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
        let named = intent.attribute("Name").unwrap_or_default();
        if children != [named] {
            found.add(format!("the intent `{named}` of `{name}` holds `{}`", children.join(" ")));
        }
    }
    for colours in elements(product, "ColorIntent") {
        let surfaces: Vec<&str> = elements(colours, "SurfaceColor")
            .filter_map(|node| node.attribute("Surface"))
            .collect();
        let distinct: BTreeSet<&&str> = surfaces.iter().collect();
        if distinct.len() != surfaces.len() || surfaces.is_empty() {
            found.add(format!(
                "`{name}` names the same side twice, or none: {}",
                surfaces.join(" ")
            ));
        }
    }
    for folding in elements(product, "FoldingIntent") {
        match folding.attribute("FoldCatalog") {
            Some(number) if is_known(number) => {}
            Some(number) => found.add(format!(
                "`{name}` has the fold `{number}`, which is none that this program gives"
            )),
            None => found.add(format!("`{name}` has a fold without a number of the catalogue")),
        }
    }
    for binding in elements(product, "BindingIntent") {
        if binding.attribute("BindingOrder") == Some("None")
            && binding.attribute("BindingSide").is_some()
        {
            found.add(format!("`{name}` has a `BindingSide` and is not bound"));
        }
    }
}

fn drops(root: Node<'_, '_>, products: &[Product<'_>], found: &mut Faults) {
    let mut delivered: BTreeMap<&str, u64> = BTreeMap::new();
    for item in elements(root, "DropItem") {
        let target = item.attribute("ItemRef").unwrap_or_default();
        let amount = item.attribute("Amount").and_then(|amount| amount.parse::<u64>().ok());
        match products.iter().find(|product| product.id == target) {
            Some(product) => *delivered.entry(product.id).or_default() += amount.unwrap_or(0),
            None => found.add(format!("a delivery is of `{target}`, which is no product")),
        }
    }
    for product in products {
        let sum = delivered.get(product.id).copied().unwrap_or(0);
        if sum != product.amount {
            let Product { external, amount, .. } = product;
            found.add(format!("of `{external}` {amount} are printed and {sum} delivered"));
        }
    }
}

fn run_lists(
    root: Node<'_, '_>,
    products: &[Product<'_>],
    files: &BTreeMap<String, FileFigures>,
    found: &mut Faults,
) {
    let (mut named, mut printed) = (BTreeSet::new(), BTreeSet::new());
    for spec in elements(root, "FileSpec") {
        let Some(url) = spec.attribute("URL") else {
            found.add("a file has no `URL`".to_owned());
            continue;
        };
        let list = spec.parent_element();
        let resource = list.and_then(|list| list.parent_element());
        let product = resource.and_then(|resource| {
            let part = elements(resource, "Part").find_map(|part| part.attribute("Product"));
            products.iter().find(|product| Some(product.external) == part)
        });
        match product {
            Some(product) => {
                printed.insert(product.external);
            }
            None => found.add(format!("`{url}` is printed for no product")),
        }
        if !named.insert(url.to_ascii_lowercase()) {
            found.add(format!("`{url}` is named twice"));
        }
        let Some(figures) = files.get(url) else {
            found.add(format!("the ticket names `{url}`, which is not there"));
            continue;
        };
        if spec.attribute("FileSize") != Some(figures.bytes.to_string().as_str()) {
            let said = spec.attribute("FileSize").unwrap_or("nothing");
            found.add(format!(
                "the ticket gives `{url}` {said} bytes, and it has {}",
                figures.bytes
            ));
        }
        // Tickets of earlier versions have none.
        let is_other = |sum: &&str| !sum.eq_ignore_ascii_case(&figures.md5);
        if let Some(said) = spec.attribute("CheckSum").filter(is_other) {
            found.add(format!(
                "the ticket gives `{url}` the MD5 {said}, and it has {}",
                figures.md5
            ));
        }
        let pages =
            list.and_then(|list| list.attribute("NPage")).and_then(|pages| pages.parse().ok());
        if figures.pages.is_none() || pages != figures.pages {
            let count =
                |pages: Option<usize>| pages.map_or("no".to_owned(), |pages| pages.to_string());
            found.add(format!(
                "the ticket gives `{url}` {} pages, and it has {}",
                count(pages),
                count(figures.pages)
            ));
        }
    }
    for name in files.keys().filter(|name| !named.contains(&name.to_ascii_lowercase())) {
        found.add(format!("the ticket does not name `{name}`"));
    }
    for product in products.iter().filter(|product| !printed.contains(product.external)) {
        found.add(format!("the product `{}` has no file", product.external));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{FileFigures, faults};

    const SOUND: &str = r#"<XJDF xmlns="http://www.CIP4.org/JDFSchema_2_0" JobID="a" Types="Product">
<AuditPool><AuditCreated><Header DeviceID="feuillet" Time="2026-11-29T00:00:00Z"/></AuditCreated></AuditPool>
<ProductList><Product Amount="500" ExternalID="leaflet-fr" ID="p1" PartVersion="fr" ProductType="Brochure">
<Intent Name="ColorIntent"><ColorIntent><SurfaceColor Surface="Front" PrintStandard="FOGRA39"/><SurfaceColor Surface="Back"/></ColorIntent></Intent>
<Intent Name="FoldingIntent"><FoldingIntent FoldCatalog="F6-4" FoldingDetails="c-97-100-100"/></Intent>
<Intent Name="BindingIntent"><BindingIntent BindingOrder="Collecting" BindingSide="Right" BindingType="SaddleStitch"/></Intent>
</Product></ProductList>
<ResourceSet Name="DeliveryParams"><Resource><DeliveryParams Required="2026-12-18T23:59:59Z"><DropItem Amount="500" ItemRef="p1"/></DeliveryParams></Resource></ResourceSet>
<ResourceSet Name="RunList"><Resource><Part Product="leaflet-fr"/><RunList NPage="2"><FileSpec CheckSum="900150983CD24FB0D6963F7D28E17F72" FileSize="9" URL="a.pdf"/></RunList></Resource></ResourceSet>
</XJDF>"#;

    fn found(ticket: &str) -> Vec<String> {
        let md5 = "900150983cd24fb0d6963f7d28e17f72".to_owned();
        let figures = FileFigures { bytes: 9, pages: Some(2), md5 };
        faults(ticket, &BTreeMap::from([("a.pdf".to_owned(), figures)]))
    }

    #[test]
    fn what_the_schema_lets_pass_is_refused() {
        assert_eq!(found(SOUND), [""; 0]);
        for (old, new, expected) in [
            (
                "F6-4",
                "F6-99",
                "`leaflet-fr` has the fold `F6-99`, which is none that this program gives",
            ),
            (
                "900150983C",
                "000150983C",
                "the ticket gives `a.pdf` the MD5 000150983CD24FB0D6963F7D28E17F72, and it has 900150983cd24fb0d6963f7d28e17f72",
            ),
            ("ItemRef=\"p1\"", "ItemRef=\"p2\"", "a delivery is of `p2`, which is no product"),
            (
                "Name=\"FoldingIntent\"",
                "Name=\"MediaIntent\"",
                "the intent `MediaIntent` of `leaflet-fr` holds `FoldingIntent`",
            ),
            (
                "Surface=\"Back\"",
                "Surface=\"Front\"",
                "`leaflet-fr` names the same side twice, or none: Front Front",
            ),
            (
                "FoldCatalog=\"F6-4\" ",
                "",
                "`leaflet-fr` has a fold without a number of the catalogue",
            ),
            ("Collecting", "None", "`leaflet-fr` has a `BindingSide` and is not bound"),
            ("JobID=\"a\"", "JobID=\"a b\"", "`JobID` is `a b`, which is no token"),
            (
                "PartVersion=\"fr\"",
                "PartVersion=\"fr+nl\"",
                "`PartVersion` is `fr+nl`, which is no token",
            ),
            (
                "2026-12-18T23:59:59Z",
                "2026-12-18",
                "`Required` is `2026-12-18`, which is no day with an hour",
            ),
            (
                "<DropItem Amount=\"500\"",
                "<DropItem Amount=\"400\"",
                "of `leaflet-fr` 500 are printed and 400 delivered",
            ),
            (
                "Product Amount=\"500\"",
                "Product Amount=\"500 ex.\"",
                "the product `leaflet-fr` has no `Amount`",
            ),
            (
                "Part Product=\"leaflet-fr\"",
                "Part Product=\"leaflet-nl\"",
                "`a.pdf` is printed for no product",
            ),
            ("NPage=\"2\"", "NPage=\"6\"", "the ticket gives `a.pdf` 6 pages, and it has 2"),
            ("FileSize=\"9\"", "FileSize=\"8\"", "the ticket gives `a.pdf` 8 bytes, and it has 9"),
            ("URL=\"a.pdf\"", "URL=\"b.pdf\"", "the ticket names `b.pdf`, which is not there"),
            (
                "JDFSchema_2_0",
                "JDFSchema_1_1",
                "the ticket is no XJDF of the name space http://www.CIP4.org/JDFSchema_2_0",
            ),
        ] {
            assert_eq!(SOUND.matches(old).count(), 1, "{old}");
            let found = found(&SOUND.replace(old, new));
            assert!(found.iter().any(|fault| fault == expected), "{new}: {found:?}");
        }
        assert!(found("<XJDF")[0].starts_with("the ticket is not XML"));
    }
}
