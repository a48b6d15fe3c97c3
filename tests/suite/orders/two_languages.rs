//! Orders of editions in two languages.

use snapbox::str;

use super::{FOLDER, ORDER, TICKET, assert_refused, has, held, made, short};
use crate::support::outside::{output, outside};

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
fn two_languages_beside_each_other_are_ordered_as_one_booklet() {
    let sandbox = short();
    let structure = "brochures/hidden-subject/brochure.toml";
    let booklet = "[edition.booklet]\n";
    sandbox.replace(structure, booklet, &format!("{booklet}pair-layout = \"parallel\"\n"));
    sandbox.replace(ORDER, "edition = \"leaflet\"", "edition = \"booklet\"");
    sandbox.replace(ORDER, "{ fr = 500 }", "{ fr = 500, \"fr+ar\" = 200 }");
    let ran = made(&sandbox);
    assert!(ran.stdout.contains("booklet    fr+ar    200 copies"), "{}", ran.stdout);
    let pdf = sandbox.read_bytes(&format!("{FOLDER}/town-hall_booklet_fr_ar.pdf"));
    let built = sandbox.run(&["build", "--profile", "print", "--lang", "fr+ar"]);
    assert_eq!(built.code, 0, "{built:?}");
    let own = "output/info-quartier/fr_ar/info-quartier-booklet-fr_ar-print.pdf";
    assert!(pdf == sandbox.read_bytes(own), "the order has another file than the build");
    // One cover, on which both are named, and no language that begins from the back.
    if let Some(mut pdftotext) = outside("pdftotext") {
        let sheet = sandbox.path("orders/town-hall/town-hall_order-sheet.pdf");
        let (text, _) = output(pdftotext.arg(sheet).arg("-"));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!text.contains("une langue depuis chaque couverture"), "{text}");
    }
    let sheet = sandbox.read_bytes("orders/town-hall/town-hall_order-sheet.pdf");
    assert!(has(&held(&sheet), "Brochure, Français, العربية"), "the cover is of both");
    let ran = sandbox.run(&["order", "verify", FOLDER]);
    assert_eq!(ran.code, 0, "{ran:?}");
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
  = help: write one like `fr`, or two of the edition like `"fr+nl"`, which are printed in one booklet

error: `fr+fr` is neither one language nor two
 --> orders/town-hall.toml:5:34
  |
5 | quantities = { "fr+nl+ar" = 500, "fr+fr" = 100 }
  |                                  ^^^^^^^
  |
  = help: write one like `fr`, or two of the edition like `"fr+nl"`, which are printed in one booklet
"#]],
    );
}
