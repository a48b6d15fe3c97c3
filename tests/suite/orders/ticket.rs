//! The job ticket: what it says, and that it is valid.

use std::collections::BTreeMap;
use std::process::Command;

use lopdf::Document;

use super::{FOLDER, ORDER, TICKET, approved, made, short};
use crate::support::outside::{leave_out, output, outside};

/// The attributes of all elements of a name, in their order.
pub(super) fn elements(ticket: &str, name: &str) -> Vec<BTreeMap<String, String>> {
    let document = roxmltree::Document::parse(ticket).unwrap();
    let found = document.descendants().filter(|node| node.tag_name().name() == name);
    found
        .map(|node| {
            let attributes = node.attributes();
            attributes.map(|one| (one.name().to_owned(), one.value().to_owned())).collect()
        })
        .collect()
}

/// The values of an attribute.
pub(super) fn values(ticket: &str, name: &str, attribute: &str) -> Vec<String> {
    let found = elements(ticket, name).into_iter();
    found.map(|mut one| one.remove(attribute).unwrap_or_default()).collect()
}

#[test]
fn the_ticket_says_what_is_ordered() {
    let sandbox = approved();
    made(&sandbox);
    let ticket = sandbox.read(TICKET);
    assert_eq!(values(&ticket, "XJDF", "JobID"), ["town-hall"]);
    assert_eq!(values(&ticket, "Header", "Time"), ["2026-11-29T00:00:00Z"]);
    let ids = ["leaflet-fr", "leaflet-ar", "booklet-fr", "booklet-ar"];
    assert_eq!(values(&ticket, "Product", "ExternalID"), ids);
    assert_eq!(values(&ticket, "Product", "Amount"), ["500", "300", "120", "80"]);
    assert_eq!(values(&ticket, "DropItem", "Amount"), ["500", "300", "120", "80"]);
    assert_eq!(values(&ticket, "DeliveryParams", "Required"), ["2026-12-18T23:59:59Z"]);
    // A flat sheet of A4 is folded to a third; an Arabic one mirrors the fold, and its booklet is bound on the right.
    let layouts = elements(&ticket, "LayoutIntent");
    assert_eq!(layouts[0]["Dimensions"], "841.89 595.276");
    assert_eq!(layouts[0]["FinishedDimensions"], "283.465 595.276 0");
    assert_eq!(layouts[0]["Pages"], "6");
    assert_eq!(layouts[2]["Dimensions"], "839.055 595.276");
    assert_eq!(values(&ticket, "FoldingIntent", "FoldCatalog"), ["F6-4", "F6-5"]);
    let details = ["c-97-100-100", "c-100-100-97"];
    assert_eq!(values(&ticket, "FoldingIntent", "FoldingDetails"), details);
    assert_eq!(values(&ticket, "BindingIntent", "BindingSide"), ["Left", "Right"]);
    assert_eq!(values(&ticket, "MediaIntent", "Weight"), ["135", "135", "115", "115"]);
    assert_eq!(values(&ticket, "MediaIntent", "Coating"), ["Matte", "Matte", "None", "None"]);
    // Names with signs of XML come through.
    let companies = values(&ticket, "Company", "OrganizationName");
    assert_eq!(companies, ["L'Écluse-sur-Œuvre & Fils", "B. Exemple"]);
    for (product, file) in ids.iter().zip(elements(&ticket, "FileSpec")) {
        let (edition, language) = product.split_once('-').unwrap();
        assert_eq!(file["URL"], format!("town-hall_{edition}_{language}.pdf"));
        let bytes = sandbox.read_bytes(&format!("{FOLDER}/{}", file["URL"]));
        assert_eq!(file["FileSize"], bytes.len().to_string());
        // A reader that is not ours counts the pages.
        let pages = Document::load_mem(&bytes).unwrap().get_pages().len();
        let index = ids.iter().position(|id| id == product).unwrap() + 1;
        assert_eq!(values(&ticket, "RunList", "NPage")[index - 1], pages.to_string(), "{product}");
    }
}

#[test]
fn the_ticket_is_valid() {
    let Some(schema) = std::env::var_os("FEUILLET_XJDF_XSD") else {
        leave_out("`FEUILLET_XJDF_XSD` names no schema of XJDF");
        return;
    };
    if outside("xmllint").is_none() {
        return;
    }
    let sandbox = approved();
    sandbox.replace(ORDER, "{ fr = 120, ar = 80 }", "{ fr = 120, ar = 80, \"fr+ar\" = 40 }");
    for shop in ["", "shop = \"atelier\"\ncorrection = 2\n"] {
        let text = sandbox.read(ORDER);
        let day = "date = 2026-11-29\n";
        sandbox.write(ORDER, text.replace(day, &format!("{day}{shop}")));
        made(&sandbox);
        let mut found = sandbox.files("orders");
        found.retain(|path| path.ends_with(".xjdf"));
        assert!(!found.is_empty());
        for ticket in found {
            let mut lint = Command::new("xmllint");
            output(
                lint.args(["--noout", "--nonet", "--schema"])
                    .arg(&schema)
                    .arg(sandbox.path(&ticket)),
            );
        }
    }
    // The schema is one that refuses something.
    let broken = sandbox.read(TICKET).replace("Amount=\"500\"", "Amount=\"500 ex.\"");
    sandbox.write("broken.xjdf", broken);
    let mut lint = Command::new("xmllint");
    let lint = lint.args(["--noout", "--nonet", "--schema"]).arg(&schema);
    assert!(!lint.arg(sandbox.path("broken.xjdf")).output().unwrap().status.success());
}

#[test]
fn the_ticket_has_the_checksums_that_its_readers_expect() {
    let sandbox = short();
    made(&sandbox);
    let pdf = "town-hall_leaflet_fr.pdf";
    let Some(mut md5sum) = outside("md5sum") else { return };
    let (sum, _) = output(md5sum.arg(pdf).current_dir(sandbox.path(FOLDER)));
    let sum = sum.split(' ').next().unwrap().to_owned();
    assert_eq!(sum.len(), 32);
    let ticket = sandbox.read(TICKET);
    assert!(ticket.contains(&format!("CheckSum=\"{sum}\"")), "{sum}: {ticket}");
    // A ticket that names another one does not agree with its files.
    let other = ticket.replace(&sum, "d41d8cd98f00b204e9800998ecf8427e");
    sandbox.write(TICKET, other);
    let ran = sandbox.run(&["order", "verify", FOLDER]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let wanted =
        format!("gives `{pdf}` the MD5 d41d8cd98f00b204e9800998ecf8427e, and it has {sum}");
    assert!(ran.stderr.contains(&wanted), "{ran:?}");
}
