//! What an order says must hold when it is made, when it is approved, and later: in the brochure and in the file of the body.

use snapbox::str;

use super::{BODY, FACTS, FOLDER, ORDER, assert_refused, for_a_body, made, order, short};
use crate::support::{Ran, Sandbox};

const BROCHURE: &str = "brochures/hidden-subject/brochure.toml";

fn approve(sandbox: &Sandbox, on: &str) -> Ran {
    sandbox.run(&["order", "approve", FOLDER, "--by", "C. Exemple", "--on", on])
}

#[test]
fn what_a_body_pays_for_has_a_place_on_the_page() {
    let sandbox = for_a_body();
    sandbox.replace(BROCHURE, "  { slot = \"publisher\" },\n", "");
    let ran = order(&sandbox);
    assert_eq!(ran.code, 1, "{ran:?}");
    let told = "error: `leaflet` has no place for the responsible publisher of `ecluse`\n --> orders/town-hall.toml:5:11\n";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    let hint = "add `[slot.publisher]` to `brochures/hidden-subject/brochure.toml`";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    assert!(!sandbox.exists(FOLDER));
}

#[test]
fn nobody_approves_a_package_with_an_old_number() {
    let sandbox = short();
    made(&sandbox);
    sandbox.replace(FACTS, "0555 10 20 30", "0555 10 20 31");
    let verified = sandbox.run(&["order", "verify", FOLDER]);
    assert_eq!(verified.code, 1, "{verified:?}");
    approve(&sandbox, "2026-11-30").assert(
        1,
        str![[r#"
error: `repair-desk` says something else today: its phone was `0555 10 20 30`
 |
 = help: make the order again, as a correction if it was approved: `correction = 1`
"#]],
    );
    assert!(!sandbox.exists("brochures/hidden-subject/runs"));
}

#[test]
fn nobody_approves_what_is_past_its_review() {
    let sandbox = for_a_body();
    made(&sandbox);
    let ran = approve(&sandbox, "2027-04-11");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("`ecluse-desk` is not verified for 2027-04-11"), "{}", ran.stderr);
    assert_eq!(approve(&sandbox, "2027-04-10").code, 0);
}

#[test]
fn printed_copies_with_an_old_number_of_the_body_are_found_in_the_house() {
    let sandbox = for_a_body();
    made(&sandbox);
    assert_eq!(approve(&sandbox, "2026-11-30").code, 0);
    assert_eq!(sandbox.run(&["recall", "ecluse-desk"]).code, 0);
    sandbox.replace(BODY, "0555 10 20 60", "0555 10 20 61");
    let ran = sandbox.run(&["recall", "ecluse-desk-phone"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let told =
        "orders/town-hall, approved on 2026-11-30: 500 printed copies\n    phone: 0555 10 20 60";
    assert!(ran.stdout.contains(told), "{}", ran.stdout);
    assert_eq!(
        sandbox.run(&["recall", "ecluse-desk"]).stdout.matches("orders/town-hall").count(),
        1
    );
}

#[test]
fn a_file_of_somebody_else_is_not_lost() {
    let sandbox = short();
    made(&sandbox);
    sandbox.write("orders/town-hall/notes.txt", "call the shop");
    sandbox.replace(ORDER, "fr = 500", "fr = 600");
    let ran = order(&sandbox);
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.contains("notes.txt` is not of this order"), "{}", ran.stderr);
    assert_eq!(sandbox.read("orders/town-hall/notes.txt"), "call the shop");
}

#[test]
fn the_register_knows_what_was_approved_where_the_record_is_lost() {
    let sandbox = short();
    made(&sandbox);
    assert_eq!(approve(&sandbox, "2026-11-30").code, 0);
    sandbox.delete("orders/town-hall.record.toml");
    sandbox.replace(ORDER, "fr = 500", "fr = 600");
    assert_refused(
        &sandbox,
        str![[r#"
error: `orders/town-hall` was approved for printing on 2026-11-30, and would come out otherwise now
 |
 = help: what was approved stays: write `correction = 1` into the order for a corrected one
"#]],
    );
}

#[test]
fn a_body_types_no_numbers_and_turns_no_lines() {
    let cases = [
        (
            "address = { fr = \"Maison communale, Place",
            "address = { fr = \"Tel 0470 12 34 56, Place",
            "a telephone number is typed into this text: `0470 12 34 56`",
        ),
        (
            "name = \"E. Modèle\"",
            "name = \"E. Modèle\\nAppelez le 0800 99 99 99\"",
            "the name of the publisher holds U+000A, a control character",
        ),
        (
            "name = \"E. Modèle\"",
            "name = \"E. Mod\\u202Eèle\"",
            "the name of the publisher holds U+202E RIGHT-TO-LEFT OVERRIDE",
        ),
        (
            "Guichet de l'Écluse",
            "Guichet, au lieu du reste : 0470 12 34 56",
            "a telephone number is typed into this text: `0470 12 34 56`",
        ),
        ("Guichet de l'Écluse", "Guichet\\u2028zz", "`fr` holds U+2028 LINE SEPARATOR"),
        (
            "source = \"invented\"\nverified = 2026-11-10\nreview-by = 2027-11-10\n",
            "colophon = [{ fr = \"Voir info.example/ici\" }]\nsource = \"invented\"\nverified = 2026-11-10\nreview-by = 2027-11-10\n",
            "a web address is typed into this text: `info.example/ici`",
        ),
        ("[contact.ecluse-desk]", "[contact.ecluse]", "`ecluse` is the key of the body itself"),
    ];
    for (old, new, told) in cases {
        let sandbox = for_a_body();
        sandbox.replace(BODY, old, new);
        let ran = order(&sandbox);
        assert_eq!(ran.code, 1, "{new}: {ran:?}");
        assert!(ran.stderr.contains(told), "{new}: {}", ran.stderr);
        assert!(!sandbox.exists(FOLDER), "{new}");
    }
}

#[test]
fn a_shelter_hides_in_no_other_key() {
    for (old, new, told) in [
        (
            "name = { fr = \"Guichet de l'Écluse\" }",
            "needs = [\"refuge\"]\nname = { fr = \"Refuge, Rue Haute 12\" }",
            "answers the need `refuge`, and has a figure in its name",
        ),
        (
            "name = { fr = \"Guichet de l'Écluse\" }",
            "needs = [\"refuge\"]\nsite = \"refuge.example/rue-haute-12\"\nname = { fr = \"Refuge\" }",
            "answers the need `refuge`, and has figures in its web address",
        ),
    ] {
        let sandbox = for_a_body();
        sandbox.replace(FACTS, "[needs]", "[needs]\nrefuge = \"need-repair\"");
        sandbox.replace(BODY, old, new);
        let ran = order(&sandbox);
        assert_eq!(ran.code, 1, "{new}: {ran:?}");
        assert!(ran.stderr.contains(told), "{new}: {}", ran.stderr);
    }
}

#[test]
fn no_desk_has_the_number_that_is_called_in_danger() {
    let sandbox = for_a_body();
    sandbox.replace(FACTS, "[needs]", "[needs]\nemergency = \"need-repair\"");
    sandbox.append(
        FACTS,
        "\n[contact.fire]\nname = { fr = \"Pompiers\" }\nphone = \"112\"\nneeds = [\"emergency\"]\nsource = \"x\"\nverified = 2026-11-10\nreview-by = 2027-11-10\n",
    );
    sandbox.replace(BODY, "0555 10 20 60", "112");
    let ran = order(&sandbox);
    assert_eq!(ran.code, 1, "{ran:?}");
    let told = "`ecluse-desk` has the telephone number of `fire`, whom to call in danger";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
}

#[test]
fn whom_the_shop_asks_can_be_reached() {
    for (old, new, told) in [
        ("phone = \"0555 10 20 97\"", "phone = \"Zoé\"", "`Zoé` is not a telephone number"),
        ("phone = \"0555 10 20 97\"", "email = \"0555\"", "`0555` is not a mail address"),
    ] {
        let sandbox = short();
        sandbox.replace(ORDER, old, new);
        let ran = order(&sandbox);
        assert_eq!(ran.code, 1, "{new}: {ran:?}");
        assert!(ran.stderr.contains(told), "{new}: {}", ran.stderr);
    }
}
