//! Rules of texts: what each finds, what it leaves alone, and how a case of it is accepted.

mod glossary;
mod mutations;
mod scale;

use snapbox::str;

use serde_json::Value;

use crate::support::{REPOSITORY, Sandbox, approve};

const ENGLISH: &str = "translations/en/note.ftl";
const DUTCH: &str = "translations/nl/note.ftl";

/// A finding: its rule, its file and its line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    rule: String,
    file: String,
    line: u64,
}

/// What is found in the texts of a project.
fn findings(sandbox: &Sandbox) -> Vec<Finding> {
    let ran = sandbox.run(&["list", "--format", "json"]);
    let told: Value = serde_json::from_str(&ran.stdout)
        .unwrap_or_else(|fault| panic!("{fault}: {}{}", ran.stdout, ran.stderr));
    let rules = rules();
    let found = told["diagnostics"].as_array().unwrap().iter().filter_map(|one| {
        let rule = one["check"].as_str()?.to_owned();
        let place = &one["place"];
        let (file, line) = (place["file"].as_str()?.to_owned(), place["line"].as_u64()?);
        rules.contains(&rule).then_some(Finding { rule, file, line })
    });
    found.collect()
}

/// The names of all rules.
fn rules() -> Vec<String> {
    let ran = Sandbox::empty().run(&["list", "--checks", "--format", "json"]);
    let listed: Value = serde_json::from_str(&ran.stdout).unwrap();
    let rules = listed["texts"].as_array().unwrap();
    rules.iter().map(|rule| rule["id"].as_str().unwrap().to_owned()).collect()
}

/// The small project with one more message in two languages.
fn pair(source: &str, translation: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(ENGLISH, "shop-pay = Pay what you like.", &format!("shop-pay = {source}"));
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", &format!("shop-pay = {translation}"));
    sandbox
}

/// The rules that find something in a translation.
#[track_caller]
fn found(source: &str, translation: &str) -> Vec<String> {
    let mut rules: Vec<String> =
        findings(&pair(source, translation)).into_iter().map(|found| found.rule).collect();
    rules.dedup();
    rules
}

const COUNTED: &str =
    "{ $years ->\n        [one] One year\n       *[other] { $years } years\n    }.";

#[test]
fn each_rule_finds_its_fault_and_nothing_else() {
    for (source, translation, wanted) in [
        ("Pay within 30 days.", "Betaal binnen 31 dagen.", "number"),
        ("Pay within 30 days.", "Betaal snel.", "number"),
        ("Pay soon.", "Betaal binnen 30 dagen.", "number"),
        // A figure in a variant is one that the variant stands for; beside a fact it makes another number of it.
        (
            COUNTED,
            "{ $years ->\n        [one] 7 jaar\n       *[other] { $years } jaar\n    }.",
            "number",
        ),
        (
            COUNTED,
            "{ $years ->\n        [one] { $years }0 jaar\n       *[other] { $years } jaar\n    }.",
            "number",
        ),
        (
            COUNTED,
            "{ $years ->\n        [one] { $years }¹ jaar\n       *[other] { $years } jaar\n    }.",
            "number",
        ),
        // So does a sign, or another way to write it.
        ("Pay { $years } times.", "Betaal -{ $years } keer.", "number"),
        (
            "Pay { $years } times.",
            "Betaal { NUMBER($years, minimumFractionDigits: 2) } keer.",
            "number",
        ),
        ("Can I pay?", "Kan ik betalen.", "final-punctuation"),
        ("Pay here.", "Betaal hier", "final-punctuation"),
        ("Pay here", "Betaal hier.", "final-punctuation"),
        ("Bring this:", "Breng dit.", "final-punctuation"),
        ("Pay what you like here.", "Pay what you like here.", "untranslated"),
        (
            "Come in. Pay as much as you like.",
            "Kom binnen. Pay as much as you like.",
            "untranslated",
        ),
        ("Pay the desk.", "Betaal aan de полиция.", "script"),
        ("Pay the desk.", "Betaal aan de bаlie.", "character"),
        ("Pay the desk.", "Betaal aan de baпlie.", "script"),
        ("Pay the desk.", "Betaal aan de de balie.", "doubled-word"),
        ("Pay the desk.", "Betaal  aan de balie.", "blank"),
        ("Pay, please.", "Betaal , alstublieft.", "blank"),
        ("{ \" \" }pay", "betaal", "blank"),
        ("Pay (in cash).", "Betaal (contant.", "unpaired"),
        ("Pay \"well\".", "Betaal \"goed.", "unpaired"),
        ("Pay, please.", "Betaal,, alstublieft.", "repeated-sign"),
        ("Pay or wait...", "Betaal of wacht..", "repeated-sign"),
    ] {
        assert_eq!(found(source, translation), [wanted], "{source} | {translation}");
    }
}

#[test]
fn what_languages_do_otherwise_is_left_alone() {
    for (source, translation) in [
        ("Pay 1,000 within 30 days.", "Betaal 1.000 binnen 30 dagen."),
        ("Ask if you may pay.", "Vraag: mag ik betalen?"),
        ("Pay here!", "Betaal hier."),
        ("Pay soon.", "Betaal snel: "),
        ("Police", "Police"),
        ("Planning familial", "Planning familial"),
        ("Ask at { -shop }", "Vraag het { -shop }"),
        ("Ask WhatsApp.", "Vraag WhatsApp."),
        ("Ask the police.", "Vraag de <span lang=\"ru\">полиция</span>."),
        ("You cling to your papers.", "U klampt zich vast aan je je papieren."),
        ("First a) pay.", "Eerst a) betalen."),
        ("See the list...", "Zie de lijst..."),
        ("{ cover-text }", "Breng het mee."),
        (
            "{ $years ->\n        [one] One year\n       *[other] { $years } years\n    }.",
            "{ $years ->\n        [one] 1 jaar\n       *[other] { $years } jaar\n    }.",
        ),
    ] {
        assert_eq!(found(source, translation), [""; 0], "{source} | {translation}");
    }
}

#[test]
fn a_number_in_a_term_is_one_of_the_text() {
    let sandbox = pair("Pay within 30 days.", "Betaal { -delay }.");
    sandbox.append(DUTCH, "-delay = binnen 31 dagen\n");
    sandbox.assert_warnings(str![[r#"
warning[number]: `shop-pay` has the number `31`, its source `30`
  --> translations/nl/note.ftl:13:22
   |
13 | shop-pay = Betaal { -delay }.
   |                      ^^^^^
   |
   = help: write the number of the source; one that may change belongs in the facts
   = help: if it is meant so, write above the message: `# accept "31": ` and the reason
"#]]);
    sandbox.replace(DUTCH, "binnen 31 dagen", "binnen 30 dagen");
    assert!(findings(&sandbox).iter().all(|found| found.rule != "number"));
    // A term of the source says it for the texts that name it.
    let sandbox = pair("Pay { -delay }.", "Betaal binnen 30 dagen.");
    sandbox.append(ENGLISH, "-delay = within 30 days\n");
    assert!(findings(&sandbox).iter().all(|found| found.rule != "number"));
}

#[test]
fn a_report_says_what_to_do_and_how_to_accept_it() {
    pair("Pay within 30 days.", "Betaal binnen 31 dagen.").assert_warnings(str![[r#"
warning[number]: `shop-pay` has the number `31`, its source `30`
  --> translations/nl/note.ftl:13:26
   |
13 | shop-pay = Betaal binnen 31 dagen.
   |                          ^^
   |
   = help: write the number of the source; one that may change belongs in the facts
   = help: if it is meant so, write above the message: `# accept "31": ` and the reason
"#]]);
}

#[test]
fn a_case_is_accepted_with_a_reason_and_only_that_case() {
    let sandbox = pair("Pay within 30 days.", "Betaal binnen 31 dagen");
    let accept = |line: &str| {
        sandbox.replace(DUTCH, "shop-pay =", &format!("{line}\nshop-pay ="));
        findings(&sandbox).into_iter().map(|found| found.rule).collect::<Vec<_>>()
    };
    assert_eq!(accept("# accept \"30\": of the source"), ["number", "final-punctuation"]);
    assert_eq!(accept("# accept \"31\": so says the law"), ["final-punctuation"]);
    assert_eq!(accept("# accept final-punctuation:"), ["final-punctuation"]);
    assert_eq!(accept("# accept final-punctuation: a title"), [""; 0]);
}

#[test]
fn another_number_keeps_its_editions_drafts() {
    let sandbox = pair("Pay within 30 days.", "Betaal binnen 31 dagen.");
    approve(&sandbox, "note", "AB");
    let reasons = sandbox.load("note").resolve("short", "nl").reasons();
    assert_eq!(reasons, ["other-facts shop-pay"]);
    let sandbox = pair("Pay within 30 days.", "Betaal binnen 30 dagen.");
    approve(&sandbox, "note", "AB");
    assert_eq!(sandbox.load("note").resolve("short", "nl").reasons(), [""; 0]);
}

#[test]
fn the_fixtures_have_no_findings() {
    let known = [("languages", "plural"), ("languages", "plural")];
    let mut found = Vec::new();
    let folder = std::path::Path::new(REPOSITORY).join("tests/fixtures");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in names {
        let sandbox = Sandbox::of(&name);
        if sandbox.exists("brochures") {
            found.extend(findings(&sandbox).into_iter().map(|found| (name.clone(), found.rule)));
        }
    }
    let found: Vec<(&str, &str)> =
        found.iter().map(|(name, rule)| (name.as_str(), rule.as_str())).collect();
    assert_eq!(found, known);
}

#[test]
fn the_page_for_translators_names_every_rule() {
    let path = std::path::Path::new(REPOSITORY).join("translations/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    for rule in rules() {
        assert!(readme.contains(&format!("| `{rule}` |")), "{rule}");
    }
}
