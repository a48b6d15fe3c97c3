//! Orders of bodies: their contacts and publishers, and what harms.

use std::process::Command;

use snapbox::str;

use super::{BODY, FACTS, FOLDER, ORDER, assert_refused, for_a_body, made, squeezed};
use crate::support::outside::{output, outside};

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
