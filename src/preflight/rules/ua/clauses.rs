//! Turns the standards that a file claims into what of them was not looked at.

use std::sync::LazyLock;

use crate::report::Unchecked;
use crate::request::Target;
use crate::rules::rules;

/// The failure conditions, a line each.
const CONDITIONS: &str = include_str!("matterhorn.txt");

/// A failure condition of the Matterhorn Protocol.
struct Condition {
    number: &'static str,
    is_for_person: bool,
    /// The rules that judge it.
    rules: Vec<&'static str>,
}

static MATTERHORN: LazyLock<Vec<Condition>> = LazyLock::new(|| {
    let lines = CONDITIONS.lines().filter(|line| !line.starts_with('#'));
    let conditions = lines.filter_map(|line| {
        let mut words = line.split_whitespace();
        let number = words.next()?;
        let rules: Vec<&str> = words.collect();
        let is_for_person = rules == ["person"];
        Some(Condition {
            number,
            is_for_person,
            rules: if is_for_person { Vec::new() } else { rules },
        })
    });
    conditions.collect()
});

/// What was not looked at of each standard that a file claims, for a target.
pub(crate) fn unchecked(claims: &[String], target: Target) -> Vec<Unchecked> {
    claims
        .iter()
        .map(|claim| of_claim(claim, target))
        .filter(|unchecked| !unchecked.is_empty())
        .collect()
}

fn of_claim(claim: &str, target: Target) -> Unchecked {
    let standard = claim.to_owned();
    if claim.starts_with("PDF/UA-1") {
        let is_run =
            |id: &&str| rules().iter().any(|rule| rule.id == *id && rule.targets.contains(&target));
        let (persons, machine): (Vec<&Condition>, Vec<&Condition>) =
            MATTERHORN.iter().partition(|condition| condition.is_for_person);
        let missed = machine.into_iter().filter(|condition| !condition.rules.iter().any(is_run));
        return Unchecked {
            standard,
            source: "Matterhorn Protocol 1.02",
            machine: missed.map(|condition| condition.number.to_owned()).collect(),
            person: persons.into_iter().map(|condition| condition.number.to_owned()).collect(),
        };
    }
    // The texts of PDF/X are not public: the rules judge by what is known of them.
    let (source, machine): (&'static str, &[&str]) = match claim {
        _ if claim.starts_with("PDF/X") && target == Target::Print => {
            ("ISO 15930", &["what is not publicly known of it"])
        }
        _ if claim.starts_with("PDF/X") => {
            ("ISO 15930", &["all clauses: it is not judged for print"])
        }
        _ if claim.starts_with("PDF/A-1") => ("ISO 19005-1", &PDFA_1),
        _ if claim.starts_with("PDF/A") => ("ISO 19005-2", &PDFA_2),
        _ => ("its own text", &["all clauses"]),
    };
    let machine = machine.iter().map(|clause| (*clause).to_owned()).collect();
    Unchecked { standard, source, machine, person: Vec::new() }
}

/// Clauses of PDF/A-1 by which nothing is judged, or not all of it.
const PDFA_1: [&str; 14] = [
    "6.1.3", "6.1.6", "6.1.8", "6.1.12", "6.2.2", "6.2.3", "6.2.4", "6.2.9", "6.3.3", "6.3.5",
    "6.4", "6.5.3", "6.6.1", "6.7",
];

/// Clauses of PDF/A-2 and PDF/A-3 by which nothing is judged, or not all of it.
const PDFA_2: [&str; 17] = [
    "6.1.3", "6.1.6", "6.1.8", "6.1.10", "6.1.12", "6.1.13", "6.2.2", "6.2.3", "6.2.4", "6.2.8",
    "6.2.10", "6.2.11", "6.3.3", "6.4", "6.6", "6.8", "6.9",
];

#[cfg(test)]
mod tests {
    use super::{MATTERHORN, unchecked};
    use crate::request::Target;
    use crate::rules::rules;

    #[test]
    fn each_condition_names_rules_that_there_are() {
        assert_eq!(MATTERHORN.len(), 136);
        assert!(MATTERHORN.is_sorted_by_key(|condition| condition.number));
        for condition in MATTERHORN.iter() {
            for id in &condition.rules {
                assert!(rules().iter().any(|rule| rule.id == *id), "{}: {id}", condition.number);
            }
        }
    }

    #[test]
    fn what_is_not_looked_at_depends_on_the_target() {
        let claims = ["PDF/UA-1".to_owned()];
        let [screen] = unchecked(&claims, Target::Screen).try_into().unwrap();
        assert!(screen.machine.contains(&"31-012".to_owned()));
        assert!(!screen.machine.contains(&"01-003".to_owned()));
        assert!(screen.person.contains(&"13-001".to_owned()));
        let [print] = unchecked(&claims, Target::Print).try_into().unwrap();
        assert!(print.machine.contains(&"01-003".to_owned()));
        assert!(unchecked(&[], Target::Screen).is_empty());
    }
}
