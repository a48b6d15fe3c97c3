//! Facts: who verified them, as what, and what somebody should look at.
//!
//! What must not happen: a number that changed after somebody called it counts as verified; somebody verifies who may not; all
//! is verified in one go; a file that people wrote comes out otherwise than in the keys that are about this.

use snapbox::str;

use crate::support::{Sandbox, messages};

const FACTS: &str = "brochures/note/facts.toml";
const PEOPLE: &str = "brochures/note/people.toml";

/// The small project with people: AB reviews, CD translates, LL signs for the law.
fn staffed() -> Sandbox {
    let sandbox = Sandbox::of("small");
    let people = "[people.AB]\nmay = [\"review\"]\n\n[people.CD]\nmay = [\"translate\"]\n\n[people.LL]\nmay = [\"legal\"]\n";
    sandbox.write(PEOPLE, people);
    sandbox
}

/// Verifies facts on a day, which must go well.
#[track_caller]
fn verify(sandbox: &Sandbox, names: &[&str], by: &str, on: &str) {
    let arguments = [&["facts", "verify"], names, &["--by", by, "--on", on]].concat();
    let ran = sandbox.run(&arguments);
    let told = ran.stderr.lines().filter(|line| line.starts_with(char::is_alphabetic));
    // What is in the future depends on the day on which this runs.
    assert!(
        ran.code == 0 && told.clone().all(|line| line.ends_with("is in the future")),
        "{ran:?}"
    );
}

/// The reasons about facts for which the English edition is a draft.
#[track_caller]
fn reasons(sandbox: &Sandbox) -> Vec<String> {
    let loaded = sandbox.load("note");
    assert_eq!(messages(&loaded.diagnostics), [""; 0]);
    let reasons = loaded.resolve("short", "en").reasons().into_iter();
    reasons.filter(|reason| reason.starts_with("fact-")).collect()
}

#[track_caller]
fn json(sandbox: &Sandbox, arguments: &[&str]) -> serde_json::Value {
    let ran = sandbox.run(&[&["facts", "--format", "json"], arguments].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    serde_json::from_str(&ran.stdout).unwrap()
}

/// What is to be done about each fact.
fn attention(found: &serde_json::Value) -> Vec<(String, String)> {
    let rows = found["facts"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    rows.map(|row| (text(&row["fact"]), text(&row["attention"]))).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn what_is_verified_is_written_in_its_place_and_every_other_byte_stays() {
    for (mark, end) in [("", "\n"), ("\u{FEFF}", "\r\n")] {
        let sandbox = staffed();
        let own = |text: &str| format!("{mark}{}", text.replace('\n', end));
        let before = sandbox.read(FACTS).replace(
            "hours = \"weekdays\"\nneeds = [\"questions\"]\nsource = \"the shop\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n",
            "hours   =   \"weekdays\"  # not on holidays\n\tneeds = [ \"questions\" ]\nsource = 'the shop'\n# Ask for Mina.\nverified  = 2026-10-01  # by telephone\nreview-by = 2027-10-01 # each year\n\n# The end.\n",
        );
        assert!(before.contains("Ask for Mina"));
        sandbox.write(FACTS, own(&before));
        verify(&sandbox, &["shop"], "AB", "2026-11-20");
        let after = sandbox.read(FACTS);
        let print = after.split("fingerprint = \"").nth(1).unwrap().split('"').next().unwrap();
        assert!(print.starts_with("1:") && print.len() == 18, "{print}");
        let wanted = before.replace("2026-10-01  # by", "2026-11-20  # by").replace(
            "# each year\n",
            &format!("# each year\nverified-by = \"AB\"\nfingerprint = \"{print}\"\n"),
        );
        assert_eq!(after, own(&wanted));
        assert_eq!(reasons(&sandbox), [""; 0]);
        // The same once more changes nothing.
        verify(&sandbox, &["shop"], "AB", "2026-11-20");
        assert_eq!(sandbox.read(FACTS), after);
    }
}

#[test]
fn a_fact_in_braces_can_be_verified() {
    let sandbox = staffed();
    let text = sandbox.read(FACTS);
    let value = text.split("[value.years]").nth(1).unwrap();
    let fields: Vec<&str> = value.trim().lines().collect();
    let inline = format!("[value]\nyears = {{ {} }}\n", fields.join(", "));
    sandbox.write(FACTS, text.replace(&format!("[value.years]{value}"), &inline));
    verify(&sandbox, &["years"], "AB", "2026-11-20");
    assert!(sandbox.read(FACTS).lines().last().unwrap().contains("verified-by = \"AB\", "));
    sandbox.replace(FACTS, "number = 3", "number = 4");
    assert_eq!(reasons(&sandbox), ["fact-changed years"]);
}

#[test]
fn what_changes_after_it_was_verified_is_not_verified() {
    for (old, new, reason) in [
        ("0123 45 67 89", "0123 45 67 88", "fact-changed shop"),
        ("repair.example", "repairs.example", "fact-changed shop"),
        ("Mill Lane Repair Shop\"", "Mill Lane Shop\"", "fact-changed shop"),
        ("\"weekdays\"", "\"always\"", "fact-changed shop"),
        ("needs = [\"questions\"]", "needs = [\"questions\"]\nfree = true", "fact-changed shop"),
        ("number = 3", "number = 4", "fact-changed years"),
        ("number = 3", "number = 3.5", "fact-changed years"),
        // A telephone dials another number then.
        ("[needs]", "calling-code = \"+32\"\n\n[needs]", "fact-changed shop"),
    ] {
        let sandbox = staffed();
        verify(&sandbox, &["shop", "years"], "AB", "2026-11-20");
        sandbox.replace(FACTS, old, new);
        let found = reasons(&sandbox);
        assert_eq!(found, [reason], "{new}");
        // Nobody has to delete a date, and who looks at it again verifies what it is now.
        verify(&sandbox, &[reason.split(' ').nth(1).unwrap()], "AB", "2026-11-21");
        assert_eq!(reasons(&sandbox), [""; 0], "{new}");
    }
}

#[test]
fn a_verification_on_a_day_that_has_not_come_is_told_and_can_be_mended() {
    let sandbox = staffed();
    let verify = |day: &str| sandbox.run(&["facts", "verify", "years", "--by", "AB", "--on", day]);
    let before = sandbox.read(FACTS);
    let ran = verify("2999-11-20");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("warning: 2999-11-20 is in the future"), "{}", ran.stderr);
    assert_eq!(reasons(&sandbox), ["fact-unverified years"]);
    let ran = verify("2026-11-20");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(reasons(&sandbox), [""; 0]);
    // The next review is as far off as it was meant to be.
    let review = |text: &str| {
        let value = text.split("[value.years]").nth(1).unwrap().to_owned();
        value.split("review-by = ").nth(1).unwrap().split('\n').next().unwrap().to_owned()
    };
    let (was, is) = (review(&before), review(&sandbox.read(FACTS)));
    assert_eq!(was[..4], is[..4], "{was} {is}");
}

#[test]
fn a_fact_under_the_name_of_another_is_not_verified() {
    let sandbox = staffed();
    verify(&sandbox, &["years"], "AB", "2026-11-20");
    let text = sandbox.read(FACTS);
    let value = text.split("[value.years]").nth(1).unwrap().to_owned();
    sandbox.append(FACTS, &format!("\n[value.months]{value}"));
    sandbox.replace("translations/en/note.ftl", "{ $years ->", "{ $months } { $years ->");
    assert_eq!(reasons(&sandbox), ["fact-changed months"]);
}

#[test]
fn what_says_nothing_of_the_fact_leaves_it_verified() {
    for (old, new) in [
        (
            "source = \"the shop\"\nverified = 2026-11-20\nreview-by = 2027-10-01\nverified-by = \"AB\"\nfingerprint = \"1:d",
            "source = \"told by Mina\"\nverified = 2026-11-20\nreview-by = 2027-11-01\nverified-by = \"AB\"\nfingerprint = \"1:d",
        ),
        ("about = \"years for", "about = \"the years for"),
        ("number = 3", "# A comment.\nnumber   =   3   # three"),
        (
            "phone = \"0123 45 67 89\"\nsite = \"repair.example\"",
            "site = 'repair.example'\nphone = '0123 45 67 89'",
        ),
    ] {
        let sandbox = staffed();
        verify(&sandbox, &["shop", "years"], "AB", "2026-11-20");
        sandbox.replace(FACTS, old, new);
        assert_eq!(reasons(&sandbox), [""; 0], "{new}");
    }
}

#[test]
fn who_loses_the_role_has_verified_nothing() {
    let sandbox = staffed();
    verify(&sandbox, &["shop"], "AB", "2026-11-20");
    let people = sandbox.read(PEOPLE);
    for (old, new, holds) in [
        ("\"review\"", "\"approve\"", true),
        ("\"review\"", "\"legal\"", true),
        ("\"review\"", "\"translate\"", false),
        ("[people.AB]", "[people.ABC]", false),
        ("may = [\"review\"]", "may = [\"review\"]\nuntil = 2026-11-20", true),
        ("may = [\"review\"]", "may = [\"review\"]\nuntil = 2026-11-19", false),
    ] {
        sandbox.write(PEOPLE, people.replace(old, new));
        let wanted: &[&str] = if holds { &[] } else { &["fact-unverified shop"] };
        assert_eq!(reasons(&sandbox), wanted, "{new}");
    }
    sandbox.delete(PEOPLE);
    assert_eq!(reasons(&sandbox), ["fact-unverified shop"]);
    let found = json(&sandbox, &["--as-of", "2026-11-21"]);
    assert_eq!(found["facts"][0]["why"], "`AB` is not in `people.toml`");
}

#[test]
fn a_fact_of_the_law_wants_the_lawyer() {
    let sandbox = staffed();
    verify(&sandbox, &["years"], "AB", "2026-11-20");
    sandbox.replace(FACTS, "number = 3", "number = 3\nlegal = true");
    assert_eq!(reasons(&sandbox), ["fact-unverified years"]);
    let before = sandbox.read(FACTS);
    sandbox.run(&["facts", "verify", "years", "--by", "AB", "--on", "2026-11-21"]).assert(
        2,
        str![[r#"
error: `AB` may not sign for the law
 --> brochures/note/people.toml:1:9
  |
1 | [people.AB]
  |         ^^
  |
  = help: this fact has `legal = true`: somebody with `"legal"` in `may` verifies it
"#]],
    );
    assert_eq!(sandbox.read(FACTS), before);
    verify(&sandbox, &["years"], "LL", "2026-11-21");
    assert_eq!(reasons(&sandbox), [""; 0]);
}

#[test]
fn nothing_is_written_where_one_of_the_names_can_not_be_verified() {
    let sandbox = staffed();
    sandbox.replace(
        FACTS,
        "verified = 2026-10-01\nreview-by = 2027-10-01\n\n[value",
        "review-by = 2026-10-01\n\n[value",
    );
    let before = sandbox.read(FACTS);
    let base = ["facts", "verify", "years"];
    for (more, message) in [
        (&["shp", "--by", "AB"][..], "no fact `shp`"),
        (&["shop", "--by", "AB"], "`shop` has `review-by = 2026-10-01`, which has passed"),
        (&["--by", "CD"], "`CD` may not verify facts"),
        (&["--by", "ab"], "`ab` is not in `people.toml`"),
        (&["--by", ""], "`` is not in `people.toml`"),
        (
            &["--by", "AB", "--review-by", "2026-11-20"],
            "2026-11-20 is no day for the next review: it is not after 2026-11-20",
        ),
        (&["--by", "AB", "--brochure", "nte"], "no brochure `nte`"),
    ] {
        let ran = sandbox.run(&[&base, more, &["--on", "2026-11-20"]].concat());
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.starts_with(&format!("error: {message}\n")), "{ran:?}");
        assert!(ran.stderr.contains("= help: "), "{ran:?}");
        assert_eq!(sandbox.read(FACTS), before, "{more:?}");
    }
    let earlier = sandbox.run(&[&base[..], &["--by", "AB", "--on", "2026-09-30"]].concat());
    assert_eq!(earlier.code, 2);
    assert!(
        earlier.stderr.contains("`years` was verified on 2026-10-01, after 2026-09-30"),
        "{earlier:?}"
    );
    // All at once, blindly, is no way.
    for arguments in
        [&["facts", "verify", "--by", "AB"][..], &["facts", "verify", "--all", "--by", "AB"]]
    {
        assert_eq!(sandbox.run(arguments).code, 2);
    }
    for day in ["2026-02-30", "20.11.2026", "2026-11-2"] {
        assert_eq!(sandbox.run(&["facts", "verify", "years", "--by", "AB", "--on", day]).code, 2);
    }
    assert_eq!(sandbox.read(FACTS), before);
}

#[test]
fn the_day_of_the_next_review_moves_on_when_it_has_passed() {
    let sandbox = staffed();
    verify(&sandbox, &["years"], "AB", "2027-09-30");
    assert!(sandbox.read(FACTS).contains("verified = 2027-09-30\nreview-by = 2027-10-01\n"));
    let sandbox = staffed();
    verify(&sandbox, &["years"], "AB", "2027-10-01");
    assert!(sandbox.read(FACTS).contains("verified = 2027-10-01\nreview-by = 2028-09-30\n"));
    let ran = sandbox.run(&[
        "facts",
        "verify",
        "years",
        "--by",
        "AB",
        "--on",
        "2028-01-01",
        "--review-by",
        "2028-03-01",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(sandbox.read(FACTS).contains("verified = 2028-01-01\nreview-by = 2028-03-01\n"));
}

#[test]
fn a_day_by_hand_holds_for_whatever_the_fact_is() {
    let sandbox = staffed();
    sandbox.replace(FACTS, "number = 3", "number = 4");
    assert_eq!(reasons(&sandbox), [""; 0]);
}

#[test]
fn a_signature_is_whole_or_not_there() {
    let sandbox = staffed();
    sandbox.replace(FACTS, "number = 3", "number = 3\nverified-by = \"AB\"");
    sandbox.replace(
        FACTS,
        "verified = 2026-10-01\nreview-by = 2027-10-01\n\n[value",
        "fingerprint = \"1:0\"\nreview-by = 2027-10-01\n\n[value",
    );
    sandbox.assert_faults(str![[r#"
error: `fingerprint` stands without `verified-by`
  --> brochures/note/facts.toml:14:15
   |
14 | fingerprint = "1:0"
   |               ^^^^^
   |
   = help: `feuillet facts verify` writes `verified`, `verified-by` and `fingerprint`: run it, or delete the key

error: `verified-by` stands without `fingerprint`
  --> brochures/note/facts.toml:19:15
   |
19 | verified-by = "AB"
   |               ^^^^
   |
   = help: `feuillet facts verify` writes `verified`, `verified-by` and `fingerprint`: run it, or delete the key
"#]]);
    let before = sandbox.read(FACTS);
    assert_eq!(sandbox.run(&["facts", "verify", "years", "--by", "AB"]).code, 1);
    assert_eq!(sandbox.read(FACTS), before);
}

#[test]
fn what_is_wrong_in_texts_does_not_keep_anybody_from_verifying() {
    let sandbox = staffed();
    sandbox.append("translations/en/note.ftl", "\nbroken = {\n");
    verify(&sandbox, &["shop"], "AB", "2026-11-20");
    assert!(sandbox.read(FACTS).contains("verified-by = \"AB\""));
}

#[test]
fn facts_are_listed_by_what_is_to_be_done_about_them() {
    let sandbox = staffed();
    let at = |day: &str| attention(&json(&sandbox, &["--as-of", day]));
    assert_eq!(at("2026-09-30"), pairs(&[("shop", "unverified"), ("years", "unverified")]));
    assert_eq!(at("2026-10-01"), pairs(&[("shop", "none"), ("years", "none")]));
    assert_eq!(at("2027-08-31"), pairs(&[("shop", "none"), ("years", "none")]));
    assert_eq!(at("2027-09-01"), pairs(&[("shop", "due"), ("years", "due")]));
    assert_eq!(at("2027-10-01"), pairs(&[("shop", "due"), ("years", "due")]));
    assert_eq!(at("2027-10-02"), pairs(&[("shop", "overdue"), ("years", "overdue")]));
    let within = json(&sandbox, &["--as-of", "2027-08-31", "--due-within", "31"]);
    assert_eq!(attention(&within), pairs(&[("shop", "due"), ("years", "due")]));
    verify(&sandbox, &["years"], "AB", "2026-11-20");
    sandbox.replace(FACTS, "number = 3", "number = 4");
    let ran = sandbox.run(&["facts", "--as-of", "2027-10-02"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        "note, 2027-10-02

  changed since verified: 1 fact
    years: number 4
      verified 2026-11-20 by AB, review by 2027-10-01; source: the shop
      shown in short (en, nl): shop-text

  overdue for review: 1 fact
    shop: dialled 0123456789 · hours weekdays · name.en Mill Lane Repair Shop · phone 0123 45 67 89 · site repair.example
      verified 2026-10-01, review by 2027-10-01; source: the shop
      shown in short (en, nl)

  verified, not due: 0 facts

"
    );
    for (day, code) in [("2027-10-02", 1), ("2027-09-30", 1)] {
        assert_eq!(sandbox.run(&["facts", "--strict", "--as-of", day]).code, code, "{day}");
    }
    verify(&sandbox, &["years"], "AB", "2026-11-21");
    assert_eq!(sandbox.run(&["facts", "--strict", "--as-of", "2027-09-30"]).code, 0);
}

#[test]
fn a_fact_behind_a_link_is_shown() {
    let sandbox = staffed();
    sandbox.append(
        FACTS,
        "\n[value.map]\nsite = \"map.example\"\nsource = \"nobody asked yet\"\nreview-by = 2027-10-01\n",
    );
    assert_eq!(reasons(&sandbox), [""; 0]);
    sandbox.replace(
        "translations/en/note.ftl",
        "Pay what you like.",
        "Pay <a id=\"map\">here</a>.",
    );
    let loaded = sandbox.load("note");
    assert!(loaded.resolve("short", "en").reasons().contains(&"fact-unverified map".to_owned()));
    let found = json(&sandbox, &["--as-of", "2026-11-20"]);
    let map = found["facts"].as_array().unwrap().iter().find(|row| row["fact"] == "map").unwrap();
    assert_eq!(map["shown"], serde_json::json!({ "short/en": ["shop-pay"] }));
}

#[test]
fn a_project_with_two_brochures_asks_which() {
    let sandbox = staffed();
    let structure = sandbox.read("brochures/note/brochure.toml");
    sandbox.write("brochures/other/brochure.toml", structure.replace("\"note\"", "\"other\""));
    sandbox.write("brochures/other/facts.toml", sandbox.read(FACTS));
    sandbox.write("brochures/other/theme.toml", sandbox.read("brochures/note/theme.toml"));
    sandbox.run(&["facts", "verify", "shop", "--by", "AB"]).assert(
        2,
        str![[r#"
error: which brochure?
 |
 = help: name one of `note` and `other` with `--brochure`
"#]],
    );
    let other = sandbox.read("brochures/other/facts.toml");
    let ran = sandbox.run(&[
        "facts",
        "verify",
        "shop",
        "--by",
        "AB",
        "--on",
        "2026-11-20",
        "--brochure",
        "note",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(sandbox.read("brochures/other/facts.toml"), other);
}

#[test]
fn two_who_verify_at_once_both_do() {
    let sandbox = staffed();
    let started: Vec<_> = ["shop", "years"]
        .iter()
        .map(|name| {
            let mut program = sandbox.program();
            program.args(["facts", "verify", name, "--by", "AB", "--on", "2026-11-20"]);
            program.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
            program.spawn().unwrap()
        })
        .collect();
    for mut child in started {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(sandbox.read(FACTS).matches("verified-by = \"AB\"").count(), 2);
}

/// The small project with people, and a town that shows a desk in a slot.
fn town() -> Sandbox {
    let sandbox = staffed();
    sandbox.replace(
        "brochures/note/brochure.toml",
        "[[section]]\nid = \"cover\"",
        "[slot.local-contacts]\nabout = \"contacts of the town\"\n\n[[section]]\nid = \"cover\"",
    );
    sandbox.write(
        TOWN,
        "# Told by the town hall.\nkind = \"association\"\nname = { en = \"Northtown\" }\nlanguages = [\"en\"]\n\
         source = \"letter\"\nreview-by = 2026-10-01   # soon\n\n[contact.desk]\nname = { en = \"Desk\" }\n\
         phone = \"0123 45 67 11\"\nsource = \"call\"\nverified = 2026-10-01\nreview-by = 2026-12-10\n",
    );
    sandbox
}

const TOWN: &str = "brochures/bodies/northtown.toml";

/// To meet the words and miss the purpose: the number of a town hall goes stale, and no list tells it.
#[test]
fn what_bodies_say_is_listed_and_verified_in_their_own_files() {
    let sandbox = town();
    let found = json(&sandbox, &["--as-of", "2026-11-20"]);
    let rows = found["facts"].as_array().unwrap().iter();
    let rows: Vec<&serde_json::Value> = rows.filter(|row| row.get("body").is_some()).collect();
    assert_eq!(rows.len(), 2, "{found}");
    assert_eq!(
        (&rows[0]["fact"], &rows[0]["attention"]),
        (&"northtown".into(), &"unverified".into())
    );
    assert_eq!((&rows[1]["fact"], &rows[1]["attention"]), (&"desk".into(), &"due".into()));
    assert_eq!(rows[1]["says"]["phone"], "0123 45 67 11");
    let ran = sandbox.run(&["facts", "--as-of", "2026-11-20"]);
    for words in [
        "    northtown: name.en Northtown\n      never verified, review by 2026-10-01; source: letter\n      shown in the editions of `northtown`\n",
        "    northtown, desk: ",
    ] {
        assert!(ran.stdout.contains(words), "{words}: {}", ran.stdout);
    }
    // Each is named, and nothing else in the file changes.
    let verify = |names: &[&str], more: &[&str]| {
        let arguments = [
            &["facts", "verify"][..],
            names,
            &["--body", "northtown", "--by", "AB", "--on", "2026-11-20"],
            more,
        ];
        sandbox.run(&arguments.concat())
    };
    let ran = verify(&["northtown", "desk"], &["--review-by", "2027-11-20"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    let text = sandbox.read(TOWN);
    let prints: Vec<&str> =
        text.lines().filter(|line| line.starts_with("fingerprint = \"1:")).collect();
    assert_eq!(prints.len(), 2, "{text}");
    let without: String = text
        .lines()
        .filter(|line| !line.starts_with("fingerprint"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(
        without,
        "# Told by the town hall.\nkind = \"association\"\nname = { en = \"Northtown\" }\nlanguages = [\"en\"]\n\
         source = \"letter\"\nreview-by = 2027-11-20   # soon\nverified = 2026-11-20\nverified-by = \"AB\"\n\n[contact.desk]\n\
         name = { en = \"Desk\" }\nphone = \"0123 45 67 11\"\nsource = \"call\"\nverified = 2026-11-20\n\
         review-by = 2027-11-20\nverified-by = \"AB\"\n"
    );
    // A number that changes afterwards is not verified any more.
    sandbox.replace(TOWN, "0123 45 67 11", "0123 45 67 12");
    let found = json(&sandbox, &["--as-of", "2026-11-20"]);
    let rows = found["facts"].as_array().unwrap().iter();
    let rows: Vec<&serde_json::Value> = rows.filter(|row| row.get("body").is_some()).collect();
    assert_eq!(rows[0]["attention"], "none");
    assert_eq!(rows[1]["attention"], "changed");
}

#[test]
fn what_can_not_be_verified_of_a_body_is_refused() {
    let sandbox = town();
    let verify = |name: &str, body: &str, by: &str| {
        sandbox.run(&["facts", "verify", name, "--body", body, "--by", by, "--on", "2026-11-20"])
    };
    let before = sandbox.read(TOWN);
    verify("desc", "northtown", "AB").assert(
        2,
        str![[r#"
error: no fact `desc`
 |
 = help: did you mean `desk`?
"#]],
    );
    verify("desk", "southtown", "AB").assert(
        2,
        str![[r#"
error: there is no body `southtown`
 |
 = help: did you mean `northtown`?
 = help: `feuillet list --bodies` lists them; a new one is a file `brochures/bodies/southtown.toml`
"#]],
    );
    let ran = verify("desk", "northtown", "CD");
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("`CD` may not verify facts"), "{ran:?}");
    assert_eq!(sandbox.read(TOWN), before);
}
