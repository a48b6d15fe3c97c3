//! What keeps an order from being made, in whole messages.

use snapbox::str;

use super::{FOLDER, ORDER, SHORT, assert_refused, order, short};

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
