//! Tells whether the table of rules in the README is that of the program.

use std::fmt::Write;
use std::{env, fs};

use crate::rules;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
const BEGIN: &str = "<!-- begin rules -->\n";
const END: &str = "<!-- end rules -->";
/// Writes the table anew where it is set; the run fails all the same.
const RENEW: &str = "FEUILLET_RENEW_REFERENCES";

/// The rules as tables, one a group.
fn tables() -> String {
    let rules = rules();
    let mut tables = format!(
        "{} rules. `feuillet preflight --rules` also says why each is there, where it comes from and what to do.\n",
        rules.len()
    );
    let mut group = None;
    for rule in rules {
        if group != Some(rule.group) {
            group = Some(rule.group);
            let heading = rule.group.as_str();
            write!(
                tables,
                "\n### {heading}\n\n| rule | severity | targets | finds |\n|---|---|---|---|\n"
            )
            .unwrap();
        }
        let targets: Vec<&str> = rule.targets.iter().map(|target| target.as_str()).collect();
        let (id, severity, targets) = (rule.id, rule.severity.as_str(), targets.join(", "));
        writeln!(tables, "| `{id}` | {severity} | {targets} | {} |", rule.finds).unwrap();
    }
    tables
}

#[test]
fn the_readme_lists_all_rules() {
    let readme = fs::read_to_string(README).unwrap();
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (listed, after) = rest.split_once(END).unwrap();
    let tables = tables();
    if listed == tables {
        return;
    }
    if env::var_os(RENEW).is_some() {
        fs::write(README, format!("{before}{BEGIN}{tables}{END}{after}")).unwrap();
        panic!("the table of rules in {README} was renewed");
    }
    panic!("the table of rules in {README} is old: run this test with {RENEW}=1");
}
