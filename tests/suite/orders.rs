//! Print orders: from a file to the folder for the shop, what is refused, and what a register remembers.
//!
//! What must not happen: a package that agrees with itself and not with what was approved and ordered; a draft or a stale fact
//! that slips through beside others that are sound; a place or a person that leaves the ticket and the sheet.

mod holds;

use std::collections::BTreeMap;
use std::process::Command;

use lopdf::Document;
use snapbox::str;

use crate::support::outside::{leave_out, output, outside};
use crate::support::{Ran, Sandbox};

const ORDER: &str = "orders/town-hall.toml";
const FACTS: &str = "brochures/hidden-subject/facts.toml";
const FOLDER: &str = "orders/town-hall";
const TICKET: &str = "orders/town-hall/town-hall.xjdf";

/// The words of the order that stand in the ticket and on the sheet alone.
const PRIVATE: [&str; 6] =
    ["Écluse", "Exemple", "Lanternes 7", "0555 10 20 99", "0555 10 20 98", "ecluse.example"];

/// The project of the orders, with its French and Arabic editions approved by commands.
fn approved() -> Sandbox {
    let sandbox = Sandbox::of("orders");
    for language in ["fr", "ar"] {
        for step in ["review --by CD --writer AB --all", "approve --by EF --all"] {
            sign(&sandbox, language, step);
        }
        for edition in ["leaflet", "booklet"] {
            sign(&sandbox, language, &format!("approve --by EF --edition {edition}"));
        }
    }
    sandbox
}

#[track_caller]
fn sign(sandbox: &Sandbox, language: &str, step: &str) {
    let mut arguments = vec!["translations"];
    arguments.extend(step.split(' '));
    arguments.extend(["--lang", language, "--on", "2026-11-18"]);
    let ran = sandbox.run(&arguments);
    assert_eq!(ran.code, 0, "{step}: {ran:?}");
}

/// An order that is quickly made: one leaflet in French.
const SHORT: &str = "\
date = 2026-11-29

[[item]]
edition = \"leaflet\"
quantities = { fr = 500 }

[delivery]
name = \"Town hall\"
address = [\"Street 1\"]

[contact]
name = \"Desk\"
phone = \"0555 10 20 97\"
";

/// The same project with the short order in place of the long one.
fn short() -> Sandbox {
    let sandbox = approved();
    sandbox.write(ORDER, SHORT);
    sandbox
}

fn order(sandbox: &Sandbox) -> Ran {
    sandbox.run(&["order", ORDER, "--as-of", "2026-11-29"])
}

#[track_caller]
fn made(sandbox: &Sandbox) -> Ran {
    let ran = order(sandbox);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    ran
}

/// Makes sure that an order is refused with exactly this, and that nothing was written.
#[track_caller]
fn assert_refused(sandbox: &Sandbox, report: snapbox::data::Inline) {
    let before = sandbox.files("orders");
    let ran = order(sandbox);
    assert_eq!(sandbox.files("orders"), before);
    ran.assert(1, report);
}

/// Everything that a PDF holds, decompressed.
fn held(bytes: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).unwrap();
    document.decompress();
    let mut out = Vec::new();
    document.save_to(&mut out).unwrap();
    out
}

fn has(bytes: &[u8], words: &str) -> bool {
    let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    holds(words.as_bytes()) || holds(&utf16)
}

#[test]
fn an_order_becomes_a_folder_that_holds_what_was_approved_and_ordered() {
    let sandbox = approved();
    let ran = made(&sandbox);
    assert!(ran.stdout.contains("leaflet    fr       500 copies"), "{}", ran.stdout);
    let files = sandbox.files(FOLDER);
    let names: Vec<&str> =
        files.iter().map(|path| path.trim_start_matches("orders/town-hall/")).collect();
    assert_eq!(
        names,
        [
            "SHA256SUMS",
            "town-hall.xjdf",
            "town-hall_booklet_ar.pdf",
            "town-hall_booklet_fr.pdf",
            "town-hall_leaflet_ar.pdf",
            "town-hall_leaflet_fr.pdf",
            "town-hall_order-sheet.pdf",
        ]
    );
    // The files are those that a build of the approved project makes, and no others.
    let built = sandbox.run(&["build", "--profile", "print", "--lang", "fr,ar"]);
    assert_eq!(built.code, 0, "{built:?}");
    for language in ["fr", "ar"] {
        for edition in ["leaflet", "booklet"] {
            let own = sandbox.read_bytes(&format!("{FOLDER}/town-hall_{edition}_{language}.pdf"));
            let path = format!(
                "output/info-quartier/{language}/info-quartier-{edition}-{language}-print.pdf"
            );
            assert!(own == sandbox.read_bytes(&path), "{path}");
        }
    }
    // Another program agrees with the checksums.
    if let Some(mut sums) = outside("sha256sum") {
        output(sums.args(["--strict", "-c", "SHA256SUMS"]).current_dir(sandbox.path(FOLDER)));
    }
    let verified = sandbox.run(&["order", "verify", FOLDER]);
    assert_eq!((verified.code, verified.stderr.as_str()), (0, ""), "{verified:?}");
    assert_eq!(
        verified.stdout,
        "orders/town-hall: 7 files, all as they were made\nnot approved for printing yet\n"
    );
    let json = |arguments: &[&str]| -> serde_json::Value {
        let ran = sandbox.run(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let told = json(&["order", "verify", FOLDER]);
    assert_eq!(told["files"].as_array().unwrap().len(), 7);
    assert_eq!(told["approved_by"], serde_json::Value::Null);
    let told = json(&["order", ORDER, "--as-of", "2026-11-29"]);
    assert_eq!((&told["unchanged"], &told["printed"][1]["copies"]), (&true.into(), &300.into()));
    // A second run has nothing to do.
    assert!(made(&sandbox).stdout.starts_with("unchanged: orders/town-hall"));
}

/// The attributes of all elements of a name, in their order.
fn elements(ticket: &str, name: &str) -> Vec<BTreeMap<String, String>> {
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
fn values(ticket: &str, name: &str, attribute: &str) -> Vec<String> {
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
fn the_same_order_gives_the_same_bytes_wherever_and_whenever() {
    let sandbox = short();
    made(&sandbox);
    let archive = sandbox.read_bytes("orders/town-hall.zip");
    let elsewhere = sandbox.beside("elsewhere");
    let mut command = Command::new("sh");
    command.current_dir(sandbox.root()).env("TZ", "Pacific/Auckland").arg("-c");
    command.arg(format!(
        "umask 077 && {} order {ORDER} --as-of 2026-12-24 --output {}",
        env!("CARGO_BIN_EXE_feuillet"),
        elsewhere.display()
    ));
    output(&mut command);
    assert!(std::fs::read(elsewhere.join("town-hall.zip")).unwrap() == archive);
    for path in sandbox.files(FOLDER) {
        let other = elsewhere.join(path.trim_start_matches("orders/"));
        assert!(sandbox.read_bytes(&path) == std::fs::read(&other).unwrap(), "{path}");
    }
}

#[test]
fn verify_finds_whatever_is_not_as_it_was_made() {
    let sandbox = short();
    type Change = fn(&Sandbox);
    let cases: [(Change, &str); 7] = [
        (
            |sandbox| {
                let path = format!("{FOLDER}/town-hall_leaflet_fr.pdf");
                let mut bytes = sandbox.read_bytes(&path);
                let last = bytes.len() - 30;
                bytes[last] ^= 1;
                sandbox.write(&path, bytes);
            },
            "`town-hall_leaflet_fr.pdf` has changed since the order was made",
        ),
        (
            |sandbox| {
                sandbox.delete(&format!("{FOLDER}/town-hall_order-sheet.pdf"));
            },
            "`town-hall_order-sheet.pdf` is missing",
        ),
        (
            |sandbox| {
                sandbox.write(&format!("{FOLDER}/notes.txt"), "print 50 more");
            },
            "`notes.txt` does not belong here: it is not in `SHA256SUMS`",
        ),
        (
            |sandbox| {
                sandbox.write(&format!("{FOLDER}/old/a.pdf"), "");
            },
            "`old` does not belong here: it is no file",
        ),
        (
            |sandbox| {
                sandbox.write(&format!("{FOLDER}/SHA256SUMS"), "abc  town-hall.xjdf\n");
            },
            "line 1 of `SHA256SUMS` can't be read",
        ),
        (
            |sandbox| {
                sandbox.write("orders/town-hall.zip", "PK");
            },
            "`orders/town-hall.zip` can't be read",
        ),
        // Whoever edits the ticket can mend the checksums too; the ticket must still agree with the files.
        (
            |sandbox| {
                let ticket = sandbox.read(TICKET).replace("NPage=\"2\"", "NPage=\"4\"");
                sandbox.write(TICKET, ticket);
                sandbox.delete("orders/town-hall.zip");
                let shell = "rm SHA256SUMS && sha256sum * > .sums; mv .sums SHA256SUMS";
                let mut command = Command::new("sh");
                output(command.arg("-c").arg(shell).current_dir(sandbox.path(FOLDER)));
            },
            "the ticket gives `town-hall_leaflet_fr.pdf` 4 pages, and it has 2",
        ),
    ];
    for (change, expected) in cases {
        sandbox.delete_all_of_the_order();
        made(&sandbox);
        change(&sandbox);
        let ran = sandbox.run(&["order", "verify", FOLDER]);
        assert_eq!(ran.code, 1, "{expected}: {ran:?}");
        assert!(ran.stderr.contains(expected), "{expected}: {}", ran.stderr);
        // What is not as it was made is approved by nobody.
        let ran =
            sandbox.run(&["order", "approve", FOLDER, "--by", "A. Exemple", "--on", "2026-11-30"]);
        assert_eq!(ran.code, 1, "{expected}: {ran:?}");
        assert!(sandbox.files("brochures/hidden-subject/runs").is_empty());
    }
    let ran = sandbox.run(&["order", "verify", "brochures"]);
    ran.assert(
        2,
        str![[r#"
error: `brochures` is not the folder of an order: it has no `SHA256SUMS`
 |
 = help: `feuillet order FILE` makes one: name the folder that it wrote
"#]],
    );
}

impl Sandbox {
    fn delete_all_of_the_order(&self) {
        for path in [FOLDER, "orders/town-hall.zip", "orders/town-hall.record.toml"] {
            if self.exists(path) {
                self.delete(path);
            }
        }
    }
}

#[test]
fn two_languages_are_ordered_back_to_back_as_a_booklet() {
    let sandbox = short();
    sandbox.replace(ORDER, "{ fr = 500 }", "{ fr = 500, \"fr+ar\" = 200 }");
    let ran = made(&sandbox);
    assert!(ran.stdout.contains("leaflet    fr+ar    200 copies"), "{}", ran.stdout);
    let pdf = sandbox.read_bytes(&format!("{FOLDER}/town-hall_leaflet_fr_ar.pdf"));
    let built = sandbox.run(&["build", "--profile", "print", "--lang", "fr+ar"]);
    assert_eq!(built.code, 0, "{built:?}");
    let own = "output/info-quartier/fr_ar/info-quartier-leaflet-fr_ar-print.pdf";
    assert!(pdf == sandbox.read_bytes(own), "the order has another file than the build");
    let ticket = sandbox.read(TICKET);
    let document = roxmltree::Document::parse(&ticket).unwrap();
    let product = document
        .descendants()
        .find(|node| node.attribute("ExternalID") == Some("leaflet-fr_ar"))
        .unwrap();
    assert_eq!(product.attribute("ProductType"), Some("Booklet"));
    let of = |name: &str, attribute: &str| {
        let mut found = product
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.CIP4.org/JDFSchema_2_0", name)));
        found.find_map(|node| node.attribute(attribute)).map(str::to_owned)
    };
    // Twelve panels of 100 by 210 mm on three folded sheets, stapled; no panel is folded in.
    assert_eq!(of("LayoutIntent", "Pages").as_deref(), Some("12"));
    assert_eq!(of("LayoutIntent", "FinishedDimensions").as_deref(), Some("283.465 595.276 0"));
    assert_eq!(of("BindingIntent", "BindingType").as_deref(), Some("SaddleStitch"));
    assert_eq!(of("FoldingIntent", "FoldCatalog"), None);
    if let Some(mut pdftotext) = outside("pdftotext") {
        let sheet = sandbox.path("orders/town-hall/town-hall_order-sheet.pdf");
        let (text, _) = output(pdftotext.arg(sheet).arg("-"));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("une langue depuis chaque couverture"), "{text}");
        // What the edition is called in public, and not its name in the source.
        assert!(text.contains("Dépliant"), "{text}");
    }
    let ran = sandbox.run(&["order", "verify", FOLDER]);
    assert_eq!(ran.code, 0, "{ran:?}");
    // Whoever orders a fold is told that there is none.
    sandbox.replace(ORDER, "{ fr = 500, \"fr+ar\" = 200 }", "{ \"fr+ar\" = 200 }\nfold = \"c\"");
    assert_refused(
        &sandbox,
        str![[r#"
error: `leaflet` in two languages is stapled, and has no `fold`
 --> orders/town-hall.toml:6:8
  |
6 | fold = "c"
  |        ^^^
  |
  = help: delete the line: its panels become the pages of a booklet
"#]],
    );
}

#[test]
fn a_draft_in_one_of_two_languages_is_refused_and_so_are_three() {
    let sandbox = short();
    sandbox.replace(ORDER, "{ fr = 500 }", "{ \"fr+nl\" = 500 }");
    assert_refused(
        &sandbox,
        str![[r#"
error: `leaflet` in `fr+nl` is a draft: a draft is never printed
 --> orders/town-hall.toml:5:16
  |
5 | quantities = { "fr+nl" = 500 }
  |                ^^^^^^^
  |
  = help: edition-not-approved: `leaflet`
  = help: missing: `bring-come`, `bring-find`, `bring-learn` and 7 more
  = help: not-approved: `cover-text`, `cover-title`, `document-title` and 6 more
  = help: `feuillet translations status --lang nl` tells what is still to be done
"#]],
    );
    sandbox.replace(ORDER, "\"fr+nl\" = 500", "\"fr+nl+ar\" = 500, \"fr+fr\" = 100");
    assert_refused(
        &sandbox,
        str![[r#"
error: `fr+nl+ar` is neither one language nor two
 --> orders/town-hall.toml:5:16
  |
5 | quantities = { "fr+nl+ar" = 500, "fr+fr" = 100 }
  |                ^^^^^^^^^^
  |
  = help: what is printed has two covers: `"fr+nl"` is French from one side and Dutch from the other

error: `fr+fr` is neither one language nor two
 --> orders/town-hall.toml:5:34
  |
5 | quantities = { "fr+nl+ar" = 500, "fr+fr" = 100 }
  |                                  ^^^^^^^
  |
  = help: what is printed has two covers: `"fr+nl"` is French from one side and Dutch from the other
"#]],
    );
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

#[test]
fn a_draft_beside_an_approved_language_keeps_all_from_being_printed() {
    let sandbox = short();
    sandbox.replace(ORDER, "{ fr = 500 }", "{ fr = 500, nl = 200 }");
    assert_refused(
        &sandbox,
        str![[r#"
error: `leaflet` in `nl` is a draft: a draft is never printed
 --> orders/town-hall.toml:5:26
  |
5 | quantities = { fr = 500, nl = 200 }
  |                          ^^
  |
  = help: edition-not-approved: `leaflet`
  = help: missing: `bring-come`, `bring-find`, `bring-learn` and 7 more
  = help: not-approved: `cover-text`, `cover-title`, `document-title` and 6 more
  = help: `feuillet translations status --lang nl` tells what is still to be done
"#]],
    );
}

#[test]
fn a_stale_fact_keeps_an_approved_edition_from_being_printed() {
    let sandbox = short();
    let on = |day: &str| sandbox.run(&["order", ORDER, "--as-of", day]);
    // On the last day it holds.
    assert_eq!(on("2027-05-02").code, 0);
    sandbox.delete_all_of_the_order();
    let ran = on("2027-05-03");
    assert!(!sandbox.exists(FOLDER) && !sandbox.exists("orders/town-hall.zip"));
    ran.assert(
        1,
        str![[r#"
error: the fact `repair-desk` was to be reviewed by 2027-05-02, and is shown in `leaflet/fr`
 --> brochures/hidden-subject/facts.toml:6:10
  |
6 | [contact.repair-desk]
  |          ^^^^^^^^^^^
  |
  = help: ask the source (the workshop), then run `feuillet facts verify repair-desk --by WHO`
  = help: then make a release of that day (`feuillet release`), and order again
"#]],
    );
}

#[test]
fn a_file_of_another_size_than_ordered_is_refused() {
    let sandbox = short();
    sandbox.replace(ORDER, "quantities", "size = \"210x297\"\nquantities");
    assert_refused(
        &sandbox,
        str![[r#"
error[page-size-asked]: the file of `leaflet` in `fr`: 297 x 210 mm, wanted: 210 x 297 mm (page 1, and 1 more place)
 --> orders/town-hall.toml:5:8
  |
5 | size = "210x297"
  |        ^^^^^^^^^
  |
  = help: make the file again at the size of the order, or correct the order
"#]],
    );
}

#[test]
fn a_file_that_preflight_refuses_is_not_ordered() {
    let sandbox = short();
    sandbox.replace(ORDER, "date = 2026-11-29", "date = 2026-11-29\nshop = \"wide\"");
    sandbox.write("orders/shops/wide.toml", "bleed = \"5mm\"\nink-limit = 200\n");
    assert_refused(
        &sandbox,
        str![[r#"
error[bleed-box]: the file of `leaflet` in `fr`: 3 mm of bleed, wanted: 5 mm (page 1, and 1 more place)
 --> orders/town-hall.toml:6:16
  |
6 | quantities = { fr = 500 }
  |                ^^
  |
  = help: export with bleed, and with its box (`BleedBox`)

error[ink-limit]: the file of `leaflet` in `fr`: 215 % of ink, wanted: at most 200 % (page 1, and 9 more places)
 --> orders/town-hall.toml:6:16
  |
6 | quantities = { fr = 500 }
  |                ^^
  |
  = help: convert with a profile of this limit, or take colour from dark areas

error[ink-limit]: the file of `leaflet` in `fr`: 201 % of ink, wanted: at most 200 % (page 1, and 7 more places)
 --> orders/town-hall.toml:6:16
  |
6 | quantities = { fr = 500 }
  |                ^^
  |
  = help: convert with a profile of this limit, or take colour from dark areas
"#]],
    );
}

#[test]
fn mistakes_in_an_order_are_told_all_at_once() {
    let sandbox = short();
    sandbox.write(
        ORDER,
        "\
date = 2026-11-29
copies = 3

[[item]]
edition = \"leaflet\"
quantities = { fr = \"500 ex.\", ar = 0, french = 3, nl = 2.5 }
paper = { weight = \"135 g\" }
size = \"A4\"

[[item]]
edition = \"leaflet\"

[delivery]
name = \" \"
address = []
by = 2026-11-01

[contact]
name = \"Desk\"
",
    );
    assert_refused(
        &sandbox,
        str![[r#"
error: unknown key `copies` in the order
 --> orders/town-hall.toml:2:1
  |
2 | copies = 3
  | ^^^^^^
  |
  = help: known keys are `brochure`, `body`, `date`, `language`, `correction`, `overs`, `shop`, `note`, `item`, `delivery`, `contact` and `billing`

error: the quantity for `fr` must be a number of copies like 500, without quotes, found the text `500 ex.`
 --> orders/town-hall.toml:6:21
  |
6 | quantities = { fr = "500 ex.", ar = 0, french = 3, nl = 2.5 }
  |                     ^^^^^^^^^ expected a number of copies like 500, without quotes

error: the quantity for `ar` is from 1 to 10000000, found 0
 --> orders/town-hall.toml:6:37
  |
6 | quantities = { fr = "500 ex.", ar = 0, french = 3, nl = 2.5 }
  |                                     ^
  |
  = help: correct it, or delete the language

error: the quantity for `nl` must be a number of copies like 500, without quotes, found a number
 --> orders/town-hall.toml:6:57
  |
6 | quantities = { fr = "500 ex.", ar = 0, french = 3, nl = 2.5 }
  |                                                         ^^^ expected a number of copies like 500, without quotes

error: `weight` must be a number, found the text `135 g`
 --> orders/town-hall.toml:7:20
  |
7 | paper = { weight = "135 g" }
  |                    ^^^^^^^ expected a number

error: `size` must be a width and a height in mm like "297x210", found the text `A4`
 --> orders/town-hall.toml:8:8
  |
8 | size = "A4"
  |        ^^^^ expected a width and a height in mm like "297x210"

error: an item has no `quantities`
  --> orders/town-hall.toml:10:1
   |
10 | [[item]]
   | ^^^^^^^^
   |
   = help: add the copies in each language, like `quantities = { fr = 500, ar = 300 }`

error: `name` is empty
  --> orders/town-hall.toml:14:8
   |
14 | name = " "
   |        ^^^
   |
   = help: write it, or delete the line if it may be left out

error: `address` is empty
  --> orders/town-hall.toml:15:11
   |
15 | address = []
   |           ^^
   |
   = help: add the lines of the address, like `address = ["Street 1", "1000 Town"]`

error: the shop can't reach the contact
  --> orders/town-hall.toml:18:1
   |
18 | [contact]
   | ^^^^^^^^^
   |
   = help: add `phone` or `email`
"#]],
    );
}

#[test]
fn what_the_project_does_not_have_is_told_all_at_once() {
    let sandbox = short();
    sandbox.write(
        ORDER,
        SHORT.replace("date = 2026-11-29", "date = 2026-11-29\nbody = \"ecluze\"\nlanguage = \"it\"").replace(
            "quantities = { fr = 500 }\n",
            "quantities = { fr = 500, es = 3 }\nfold = \"z\"\nbinding = \"side\"\n\n[[item]]\nedition = \"leaflets\"\nquantities = { fr = 5 }\n\n[[item]]\nedition = \"booklet\"\nquantities = { fr = 5, nl = 5 }\nfold = \"c\"\nbinding = \"side\"\n",
        ),
    );
    assert_refused(
        &sandbox,
        str![[r#"
error: there is no body `ecluze`
 --> orders/town-hall.toml:2:8
  |
2 | body = "ecluze"
  |        ^^^^^^^^
  |
  = help: did you mean `ecluse`?
  = help: `feuillet list --bodies` lists them; a new one is a file `brochures/bodies/ecluze.toml`
  = help: without `body` the editions are printed as the brochure has them

error: `leaflet` is not made in `es`
 --> orders/town-hall.toml:7:26
  |
7 | quantities = { fr = 500, es = 3 }
  |                          ^^
  |
  = help: it is made in `fr`, `ar` and `nl`

error: `leaflet` is laid out for the fold `c`, not `z`
 --> orders/town-hall.toml:8:8
  |
8 | fold = "z"
  |        ^^^
  |
  = help: write `fold = "c"`, or delete the line: another fold is another edition

error: `leaflet` is one sheet, and has no `binding`
 --> orders/town-hall.toml:9:11
  |
9 | binding = "side"
  |           ^^^^^^
  |
  = help: write `fold` instead, or delete the line

error: the brochure `hidden-subject` has no edition `leaflets`
  --> orders/town-hall.toml:12:11
   |
12 | edition = "leaflets"
   |           ^^^^^^^^^^
   |
   = help: did you mean `leaflet`?

error: `booklet` is not made in `nl`
  --> orders/town-hall.toml:17:24
   |
17 | quantities = { fr = 5, nl = 5 }
   |                        ^^
   |
   = help: it is made in `fr` and `ar`

error: `booklet` is a booklet, and has no `fold`
  --> orders/town-hall.toml:18:8
   |
18 | fold = "c"
   |        ^^^
   |
   = help: write `binding` instead, or delete the line

error: `booklet` is laid out for another binding
  --> orders/town-hall.toml:19:11
   |
19 | binding = "side"
   |           ^^^^^^
   |
   = help: delete the line: another binding is another edition

error: the order sheet has no words in `it`: `order-title`, `order-date`, `order-version` and 57 more are missing
 |
 = help: write them in `translations/it/common.ftl`, or choose another `language` for the sheet
"#]],
    );
}

#[test]
fn pages_that_are_not_there_are_refused() {
    let sandbox = short();
    sandbox.replace(ORDER, "quantities", "pages = 4\nquantities");
    assert_refused(
        &sandbox,
        str![[r#"
error: `leaflet` in `fr` has 6 pages, not 4
 --> orders/town-hall.toml:5:9
  |
5 | pages = 4
  |         ^
  |
  = help: correct `pages`, or delete the line
"#]],
    );
}

#[test]
fn names_and_files_that_can_not_be_are_refused() {
    let sandbox = short();
    sandbox.write("orders/L'Écluse-sur-Œuvre.toml", SHORT);
    let ran = sandbox.run(&["order", "orders/L'Écluse-sur-Œuvre.toml"]);
    ran.assert(
        2,
        str![[r#"
error: `L'Écluse-sur-Œuvre` can't be the name of an order
 |
 = help: it begins the names of files for the shop: use small letters a to z, digits and hyphens
 = help: such as `l-ecluse-sur-oeuvre`
"#]],
    );
    sandbox.run(&["order", "orders/none.toml"]).assert(2, str![[r#"
error: can't read `orders/none.toml`: there is no such file
 |
 = help: `feuillet order new NAME` writes `orders/NAME.toml`; `feuillet order orders/NAME.toml` makes the order
"#]]);
    sandbox.replace(ORDER, "date = 2026-11-29", "date = 2026-11-29\nshop = \"../secret\"");
    assert_refused(
        &sandbox,
        str![[r#"
error: `../secret` can't be the name of a shop
 --> orders/town-hall.toml:2:8
  |
2 | shop = "../secret"
  |        ^^^^^^^^^^^
  |
  = help: a shop is a file of its wishes: `shops/NAME.toml` beside the order
"#]],
    );
    // A folder that is not of this order is left alone.
    sandbox.write(ORDER, SHORT);
    sandbox.write("orders/town-hall/holiday.jpg", "a picture");
    let ran = order(&sandbox);
    assert_eq!(sandbox.read("orders/town-hall/holiday.jpg"), "a picture");
    ran.assert(
        2,
        str![[r#"
error: can't write `orders/town-hall`: the folder holds other files
 |
 = help: it is not of this order: move it, or write elsewhere with `--output`
"#]],
    );
}

#[test]
fn places_and_people_stand_in_the_ticket_and_on_the_sheet_alone() {
    let sandbox = approved();
    made(&sandbox);
    let ran =
        sandbox.run(&["order", "approve", FOLDER, "--by", "C. Exemple", "--on", "2026-11-30"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    let built = sandbox.run(&["build", "--lang", "fr,ar", "--edition", "leaflet"]);
    assert_eq!(built.code, 0, "{built:?}");
    let ticket = sandbox.read_bytes(TICKET);
    for words in PRIVATE {
        assert!(has(&ticket, words), "{words}");
    }
    let ids = ["hidden-subject", "secret-cover", "repair-desk", "bring-text"];
    let (mut pdfs, mut register) = (0, 0);
    for path in sandbox.files("") {
        let is_own = path.starts_with("output/") || path.starts_with("orders/town-hall/");
        let is_register = path.starts_with("brochures/hidden-subject/runs/");
        if path.starts_with("fonts/") || !(is_own || is_register) {
            continue;
        }
        let bytes = sandbox.read_bytes(&path);
        let (is_pdf, is_sheet) = (path.ends_with(".pdf"), path.ends_with("_order-sheet.pdf"));
        let bytes = if is_pdf { held(&bytes) } else { bytes };
        pdfs += usize::from(is_pdf);
        register += usize::from(is_register);
        if !is_sheet && path != TICKET {
            for words in PRIVATE.into_iter().chain(["town-hall", "B. E", "C. E"]) {
                let is_name = words == "town-hall" && path.starts_with("orders/");
                assert!(is_name || !has(&bytes, words), "{path}: {words}");
            }
        }
        // What goes to the shop, or to readers, does not say what the brochure is about.
        if path.starts_with("orders/town-hall/") || (is_pdf && is_own) {
            for id in ids {
                assert!(!has(&bytes, id), "{path}: {id}");
            }
        }
    }
    assert_eq!((pdfs, register), (9, 1));
}

#[test]
fn what_was_approved_stays_and_is_found_again() {
    let sandbox = short();
    made(&sandbox);
    let approve =
        |by: &str| sandbox.run(&["order", "approve", FOLDER, "--by", by, "--on", "2026-11-30"]);
    let ran = approve("C. Exemple");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    assert!(
        ran.stdout.starts_with(
            "orders/town-hall: approved for printing by C. Exemple on 2026-11-30, 500 copies\n"
        ),
        "{}",
        ran.stdout
    );
    let verified = sandbox.run(&["order", "verify", FOLDER]);
    assert!(
        verified.stdout.ends_with("approved for printing by C. Exemple on 2026-11-30\n"),
        "{verified:?}"
    );
    // Twice is once, and nobody else approves the same again.
    assert_eq!(approve("C. Exemple").code, 0);
    approve("D. Exemple").assert(
        2,
        str![[r#"
error: `orders/town-hall` was approved by C. Exemple on 2026-11-30 already
 |
 = help: an approval stays: a corrected order is another one (`correction = 1`)
"#]],
    );
    let register = sandbox.files("brochures/hidden-subject/runs");
    assert_eq!(register.len(), 1, "{register:?}");
    let text = sandbox.read(&register[0]);
    for words in ["500", "1.0", "0555 10 20 30", "leaflet", "2026-11-30"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // The same order is not made anew, and another one does not take its place.
    assert!(made(&sandbox).stdout.starts_with("unchanged"));
    assert!(
        sandbox.run(&["order", "verify", FOLDER]).stdout.contains("approved for printing by C.")
    );
    sandbox.replace(ORDER, "fr = 500", "fr = 600");
    order(&sandbox).assert(
        1,
        str![[r#"
error: `orders/town-hall` was approved by C. Exemple on 2026-11-30, and would come out otherwise now
 |
 = help: what was approved stays: write `correction = 1` into the order for a corrected one
 = help: if it never went to the shop, delete the folder, and make the order again
"#]],
    );
    sandbox.replace(ORDER, "date = 2026-11-29", "date = 2026-11-29\ncorrection = 1");
    made(&sandbox);
    assert!(sandbox.exists("orders/town-hall-corr1/town-hall-corr1_leaflet_fr.pdf"));
    assert!(sandbox.exists(FOLDER));
    // Copies are recalled by the register alone, once the number is another.
    sandbox.delete("orders");
    let recall = |fact: &str| sandbox.run(&["recall", fact]);
    let ran = recall("repair-desk");
    assert_eq!(ran.code, 0, "{ran:?}");
    sandbox.replace(FACTS, "0555 10 20 30", "0555 10 20 31");
    let ran = recall("repair-desk");
    assert_eq!(ran.code, 1, "{ran:?}");
    for words in [
        "leaflet/fr, 500 printed copies",
        "phone: 0555 10 20 30 -> 0555 10 20 31",
        "500 printed copies to recall",
    ] {
        assert!(ran.stdout.contains(words), "{words}: {}", ran.stdout);
    }
    assert_eq!(recall("evenings").code, 0);
}

#[test]
fn a_shop_gets_single_pages_and_a_reversed_arabic_booklet() {
    let sandbox = approved();
    let long = sandbox.read(ORDER);
    let item = |text: &str| {
        let (head, rest) = text.split_once("[[item]]").unwrap();
        let (_, tail) = rest.split_once("[delivery]").unwrap();
        format!(
            "{head}[[item]]\nedition = \"booklet\"\nquantities = {{ fr = 5, ar = 5 }}\n\n[delivery]{tail}"
        )
    };
    sandbox.write(ORDER, item(&long).replace("note = \"Un", "shop = \"atelier\"\nnote = \"Un"));
    made(&sandbox);
    let files = |language: &str| {
        let mut files = sandbox.files(FOLDER);
        files.retain(|path| path.contains(&format!("_booklet_{language}_p")));
        files
    };
    let (french, arabic) = (files("fr"), files("ar"));
    assert!(french.len() >= 4 && french.len() == arabic.len(), "{french:?}");
    assert!(french[0].ends_with("_p01.pdf"));
    // The cover is the first page in French, and the last file in Arabic.
    if outside("pdftotext").is_some() {
        let text = |path: &String| {
            let mut program = Command::new("pdftotext");
            output(program.arg(sandbox.path(path)).arg("-")).0
        };
        assert!(text(&french[0]).contains("Réparer ensemble"), "{}", text(&french[0]));
        let covers: Vec<bool> = arabic.iter().map(|path| text(path).contains("نصلح")).collect();
        assert!(
            covers.last().unwrap() | text(arabic.last().unwrap()).contains("أحضر"),
            "{covers:?}"
        );
    }
    assert_eq!(sandbox.run(&["order", "verify", FOLDER]).code, 0);
    let ticket = sandbox.read(TICKET);
    assert_eq!(values(&ticket, "FileSpec", "URL").len(), french.len() * 2);
    assert!(values(&ticket, "RunList", "NPage").iter().all(|pages| pages == "1"));
}

/// A text without blanks, which readers of PDFs place as they like.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_sheet_tells_a_shop_all_at_a_glance() {
    let sandbox = approved();
    for language in ["fr", "ar"] {
        let text = sandbox.read(ORDER);
        let own = text.lines().find(|line| line.starts_with("language")).unwrap().to_owned();
        sandbox.write(ORDER, text.replace(&own, &format!("language = \"{language}\"")));
        made(&sandbox);
        let sheet = format!("{FOLDER}/town-hall_order-sheet.pdf");
        // Whoever cannot see it can hear it.
        let judged = sandbox.run(&["preflight", &sheet, "--target", "screen"]);
        assert_eq!(judged.code, 0, "{}", judged.stdout);
        if outside("pdftotext").is_none() {
            continue;
        }
        let mut program = Command::new("pdftotext");
        let (text, _) = output(program.arg("-layout").arg(sandbox.path(&sheet)).arg("-"));
        for words in [
            "town-hall",
            "500",
            "300",
            "120",
            "80",
            "297",
            "F6-4",
            "F6-5",
            "town-hall_leaflet_ar.pdf",
            "A. Exemple",
            "0555 10 20 98",
            "263",
            "Français",
        ] {
            assert!(squeezed(&text).contains(&squeezed(words)), "{language}: {words} in {text}");
        }
    }
}

#[test]
fn a_new_order_is_written_filled_in_and_made() {
    let sandbox = approved();
    let new = |arguments: &[&str]| {
        sandbox.run(&[&["order", "new"], arguments, &["--on", "2026-11-29"]].concat())
    };
    let all = [
        "val-clair",
        "--edition",
        "leaflet",
        "--copies",
        "fr=40,ar=30",
        "--by",
        "2026-12-18",
        "--contact",
        "Desk",
        "--email",
        "desk@val.example",
    ];
    let ran = new(&all);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    let path = "orders/val-clair.toml";
    // Whatever the project ignores, no commit takes orders along.
    if outside("git").is_some() {
        let git = |arguments: &[&str]| {
            output(Command::new("git").args(arguments).current_dir(sandbox.root())).0
        };
        git(&["init", "-q"]);
        let seen = git(&["status", "--porcelain", "--untracked-files=all", "orders"]);
        assert_eq!(seen, "");
        assert!(git(&["status", "--porcelain", "--untracked-files=all"]).contains("facts.toml"));
    }
    let text = sandbox.read(path);
    for words in
        ["not a private home", "This program knows no law", "quantities = { fr = 40, ar = 30 }"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    // What is empty is underlined, and then it is made.
    sandbox.run(&["order", path, "--as-of", "2026-11-29"]).assert(
        1,
        str![[r#"
error: `name` is empty
  --> orders/val-clair.toml:20:8
   |
20 | name = ""
   |        ^^
   |
   = help: write it, or delete the line if it may be left out

error: `address` is empty
  --> orders/val-clair.toml:21:11
   |
21 | address = []              # a line each: ["Street 1", "1000 Town"]
   |           ^^
   |
   = help: add the lines of the address, like `address = ["Street 1", "1000 Town"]`
"#]],
    );
    sandbox.replace(
        path,
        "name = \"\"\naddress = []",
        "name = \"Val-Clair\"\naddress = [\"Street 1\"]",
    );
    let ran = sandbox.run(&["order", path, "--as-of", "2026-11-29"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    assert_eq!(sandbox.run(&["order", "verify", "orders/val-clair"]).code, 0);
    // Nothing is overwritten, and a name that no shop can take is mended.
    new(&all).assert(
        2,
        str![[r#"
error: there is an order `orders/val-clair.toml` already
 |
 = help: choose another name, or change that file
"#]],
    );
    let name = "Hôtel de ville";
    let ran = new(&[name, "--copies", "fr=40"]);
    ran.assert(
        2,
        str![[r#"
error: `Hôtel de ville` can't be the name of an order
 |
 = help: it begins the names of files for the shop: use small letters a to z, digits and hyphens
 = help: such as `hotel-de-ville`
"#]],
    );
    // Nobody is asked where nobody sits at a terminal.
    new(&["other"]).assert(
        2,
        str![[r#"
error: how many copies?
 |
 = help: add `--copies fr=500`; approved languages are `fr` and `ar`
"#]],
    );
}

/// The short order, for a commune that there is not.
fn for_a_body() -> Sandbox {
    let sandbox = short();
    sandbox.replace(ORDER, "date = 2026-11-29", "date = 2026-11-29\nbody = \"ecluse\"");
    sandbox
}

const BODY: &str = "brochures/bodies/ecluse.toml";

#[test]
fn a_body_orders_with_its_contacts_and_its_publisher() {
    let sandbox = for_a_body();
    made(&sandbox);
    let built = sandbox.run(&[
        "build",
        "--bodies",
        "ecluse",
        "--lang",
        "fr",
        "--edition",
        "leaflet",
        "--profile",
        "print",
    ]);
    assert_eq!(built.code, 0, "{built:?}");
    let files = sandbox.files("output/bodies");
    let pdf = files.iter().find(|path| path.ends_with(".pdf")).unwrap();
    let own = format!("{FOLDER}/town-hall_leaflet_fr.pdf");
    assert!(sandbox.read_bytes(&own) == sandbox.read_bytes(pdf), "{files:?}");
    let approve = ["order", "approve", FOLDER, "--by", "C. Exemple", "--on", "2026-11-30"];
    assert_eq!(sandbox.run(&approve).code, 0);
    // The register knows no place, and so nothing of what the body says of itself.
    let register = sandbox.files("brochures/hidden-subject/runs");
    let text = sandbox.read(&register[0]);
    for words in ["ecluse", "cluse", "0555 10 20 60", "Modèle", "town-hall"] {
        assert!(!text.contains(words), "{words}: {text}");
    }
    if outside("pdftotext").is_none() {
        return;
    }
    let words_of = |path: &str| {
        let mut program = Command::new("pdftotext");
        squeezed(&output(program.arg(sandbox.path(path)).arg("-")).0)
    };
    let (leaflet, sheet) =
        (words_of(&own), words_of(&format!("{FOLDER}/town-hall_order-sheet.pdf")));
    for words in ["Guichet de l", "0555 10 20 60", "E. Modèle", "Place du Modèle 1"] {
        assert!(leaflet.contains(&squeezed(words)), "{words}: {leaflet}");
    }
    for words in ["Écluse-sur-Œuvre", "E. Modèle", "Place du Modèle 1", "Town hall"] {
        assert!(sheet.contains(&squeezed(words)), "{words}: {sheet}");
    }
}

#[test]
fn a_body_without_a_publisher_prints_nothing() {
    let sandbox = for_a_body();
    let text = sandbox.read(BODY);
    let (before, rest) = text.split_once("[publisher]").unwrap();
    let (_, after) = rest.split_once("[contact").unwrap();
    sandbox.write(BODY, format!("{before}[contact{after}"));
    assert_refused(
        &sandbox,
        str![[r#"
error: `ecluse` names no responsible publisher, and nothing is printed without one
 --> orders/town-hall.toml:2:8
  |
2 | body = "ecluse"
  |        ^^^^^^^^
  |
  = help: add `[publisher]` with `name` and `address` to `brochures/bodies/ecluse.toml`
  = help: name the seat of the body: the address of a private home puts who lives there at risk; what the law asks, a lawyer knows
"#]],
    );
}

#[test]
fn what_a_body_says_must_hold_as_long_as_a_fact() {
    let sandbox = for_a_body();
    let on = |day: &str| sandbox.run(&["order", ORDER, "--as-of", day]);
    assert_eq!(on("2027-04-10").code, 0);
    sandbox.delete_all_of_the_order();
    on("2027-04-11").assert(
        1,
        str![[r#"
error: the fact `ecluse-desk` was to be reviewed by 2027-04-10, and is shown in `leaflet/fr`
  --> brochures/bodies/ecluse.toml:16:10
   |
16 | [contact.ecluse-desk]
   |          ^^^^^^^^^^^
   |
   = help: ask the source (invented), then run `feuillet facts verify ecluse-desk --body ecluse --by WHO`
   = help: then make a release of that day (`feuillet release`), and order again
"#]],
    );
}

#[test]
fn a_body_that_harms_is_refused() {
    let sandbox = for_a_body();
    let body = sandbox.read(BODY);
    // A contact that would stand in for one that is called in danger.
    sandbox.replace(
        FACTS,
        "[needs]",
        "[needs]\nemergency = \"need-repair\"\nrefuge = \"need-repair\"",
    );
    sandbox.append(BODY, "needs = [\"emergency\"]\n");
    assert_refused(
        &sandbox,
        str![[r#"
error: a contact of a body can't answer the need `emergency`
  --> brochures/bodies/ecluse.toml:23:10
   |
23 | needs = ["emergency"]
   |          ^^^^^^^^^^^
   |
   = help: whom to call in danger, day and night, is the same everywhere, and stands in the brochure: delete the need
"#]],
    );
    // A shelter is hidden.
    sandbox.write(BODY, body.clone() + "needs = [\"refuge\"]\naddress = \"Place du Modèle 2\"\n");
    assert_refused(
        &sandbox,
        str![[r#"
error: the contact `ecluse-desk` answers the need `refuge`, and gives an address
  --> brochures/bodies/ecluse.toml:24:11
   |
24 | address = "Place du Modèle 2"
   |           ^^^^^^^^^^^^^^^^^^^
   |
   = help: shelters are hidden, and whoever looks for somebody can read this too: delete `address`, and give a telephone number
"#]],
    );
    // A logo that would be a blur in print.
    let small = image::RgbImage::from_fn(12, 5, |x, _| image::Rgb([x as u8 * 20, 90, 90]));
    let mut png = std::io::Cursor::new(Vec::new());
    small.write_to(&mut png, image::ImageFormat::Png).unwrap();
    sandbox.write("brochures/bodies/images/small.png", png.into_inner());
    sandbox.write(BODY, body.replace("ecluse.svg", "small.png"));
    assert_refused(
        &sandbox,
        str![[r#"
error[picture-resolution]: picture `small.png` has 10 pixels per inch on page 6, where it is 28.8 mm wide; print needs 300
 --> brochures/bodies/ecluse.toml:7:8
  |
7 | logo = "small.png"
  |        ^^^^^^^^^^^
  |
  = help: use a file that is at least 341 pixels wide, or show it no wider than 1 mm (1.5 mm at the very most)
"#]],
    );
}

#[test]
fn no_order_is_in_git() {
    let Some(mut git) = outside("git") else { return };
    let repository = crate::support::REPOSITORY;
    let ignored = git.args(["check-ignore", "-q", "orders/town-hall.toml"]).current_dir(repository);
    assert!(ignored.status().unwrap().success());
}
