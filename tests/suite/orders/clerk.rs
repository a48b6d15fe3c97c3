//! What somebody meets who orders for the first time: a new order, and its sheet.

use std::process::Command;

use snapbox::str;

use super::{FOLDER, ORDER, approved, made, squeezed};
use crate::support::outside::{output, outside};

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
        if language == "fr" {
            // As French is written: a blank before a colon, which ends no line, and round apostrophes.
            let said = text.replace(['\u{202F}', '\u{A0}'], " ");
            assert!(said.contains("dans les feuilles : 5 %"), "{text}");
            assert!(said.contains("J’ai contrôlé") && said.contains("N’imprimez"), "{text}");
            // What heads the list of the files says what it lists, once.
            assert_eq!(
                text.matches("Fichiers").count(),
                2,
                "the head of the list, and the remark on them: {text}"
            );
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
    new(&["other", "--copies", "fr=5,ar=2,fr=6"]).assert(
        2,
        str![[r#"
error: copies in `fr` are given twice
 |
 = help: add them up, and give each language once
"#]],
    );
    // What the edition has in two languages of them can be ordered so.
    let structure = "brochures/hidden-subject/brochure.toml";
    sandbox.replace(structure, "[edition.leaflet]", "[edition.leaflet]\npairs = [\"fr+ar\"]");
    let ran = sandbox.run(&["order", "new", "other", "--edition", "leaflet"]);
    let asked = "approved languages are `fr`, `ar` and `fr+ar`";
    assert!(ran.code == 2 && ran.stderr.contains(asked), "{}", ran.stderr);
}

#[test]
fn an_order_is_made_from_wherever_somebody_stands() {
    let sandbox = super::short();
    let elsewhere = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str], path: &str| {
        let mut program = sandbox.program();
        program.current_dir(elsewhere.path()).args(arguments).arg(sandbox.path(path));
        let output = program.output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let made = run(&["order", "--as-of", "2026-11-29"], ORDER);
    assert_eq!(made, (0, String::new()));
    assert!(sandbox.exists(&format!("{FOLDER}/town-hall.xjdf")));
    let approve = ["order", "approve", "--by", "A. Exemple", "--on", "2026-11-30"];
    assert_eq!(run(&approve, FOLDER), (0, String::new()));
    assert_eq!(sandbox.files("brochures/hidden-subject/runs").len(), 1);
    assert_eq!(run(&["order", "verify"], FOLDER), (0, String::new()));
    // What the project says meanwhile is seen from there too.
    sandbox.replace(super::FACTS, "0555 10 20 30", "0555 10 20 31");
    assert_eq!(run(&["order", "verify"], FOLDER).0, 1);
    assert!(std::fs::read_dir(elsewhere.path()).unwrap().next().is_none());
}

#[test]
#[cfg(unix)]
fn who_sits_at_a_terminal_is_asked_for_the_last_day_and_again_for_what_is_none() {
    let Some(mut terminal) = outside("script") else { return };
    let sandbox = approved();
    let program = sandbox.program();
    let command = format!(
        "{} order new val-clair --edition leaflet --copies fr=40 --delivery Val --address 'Street 1' --contact Desk --phone '0555 10 20 97' --email '' --on 2026-11-29",
        program.get_program().to_str().unwrap()
    );
    terminal.current_dir(sandbox.root()).args(["-qec", &command, "/dev/null"]);
    terminal.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut running = terminal.spawn().unwrap();
    std::io::Write::write_all(&mut running.stdin.take().unwrap(), b"soon\n2026-12-18\n").unwrap();
    let output = running.wait_with_output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{shown}");
    assert_eq!(shown.matches("the last day on which they may come").count(), 2, "{shown}");
    let order = sandbox.read("orders/val-clair.toml");
    assert!(order.contains("\nby = 2026-12-18 "), "{order}");
}
