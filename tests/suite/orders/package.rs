//! The folder for the shop: what is in it, what stays as it was approved, what is found in it later.

use std::process::Command;

use snapbox::str;

use super::ticket::values;
use super::{FACTS, FOLDER, ORDER, PRIVATE, TICKET, approved, has, held, made, order, short};
use crate::support::Sandbox;
use crate::support::outside::{output, outside};

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

#[test]
fn no_order_is_in_git() {
    let Some(mut git) = outside("git") else { return };
    let repository = crate::support::REPOSITORY;
    let ignored = git.args(["check-ignore", "-q", "orders/town-hall.toml"]).current_dir(repository);
    assert!(ignored.status().unwrap().success());
}
