//! The structure tree of every screen file, as a listener goes through it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::REPOSITORY;
use crate::support::outside::{output, python};
use crate::support::shipped::{editions, pdf};

/// An element, or the text of a marked content.
#[derive(Debug, Clone)]
struct Line {
    depth: usize,
    /// The type, with the scope of a header; empty for a text.
    element: String,
    text: Option<String>,
}

/// The tree of a file, line by line, and what is not in it or on no page.
fn tree(file: &Path) -> Option<(Vec<Line>, Vec<String>)> {
    let mut python = python()?;
    python.arg(format!("{REPOSITORY}/tests/suite/copied/tags.py")).arg(file);
    let told = output(&mut python).0;
    let (mut lines, mut ends) = (Vec::new(), Vec::new());
    for line in told.lines() {
        let rest = line.trim_start_matches(' ');
        let depth = line.len() - rest.len();
        if rest.starts_with("not in the tree") || rest.starts_with("on no page") {
            ends.push(rest.to_owned());
        } else if rest.starts_with('"') {
            let text = serde_json::from_str(rest).unwrap();
            lines.push(Line { depth, element: String::new(), text: Some(text) });
        } else {
            lines.push(Line { depth, element: rest.to_owned(), text: None });
        }
    }
    assert!(lines.len() > 100, "{}", file.display());
    Some((lines, ends))
}

/// The children of the element at a line.
fn children(lines: &[Line], at: usize) -> Vec<usize> {
    let depth = lines[at].depth;
    let below = (at + 1..lines.len()).take_while(|it| lines[*it].depth > depth);
    below.filter(|it| lines[*it].depth == depth + 1).collect()
}

/// What is wrong in a tree.
fn faults(lines: &[Line]) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let children = children(lines, at);
        let names: Vec<&str> = children.iter().map(|it| lines[*it].element.as_str()).collect();
        match line.element.as_str() {
            "Lbl" if children.is_empty() => faults.push(format!("an empty label at {at}")),
            "Document" | "Div" | "BlockQuote" => {
                let bare = |name: &&str| ["", "Span", "Strong", "Em"].contains(name);
                if names.iter().any(bare) {
                    faults.push(format!("bare text in {} at {at}", line.element));
                }
                // A numbered list may stand beside one of dots.
                let is_of_dots = |at: usize| {
                    let item = self::children(lines, at).first().copied();
                    lines[at].element == "L"
                        && item.is_none_or(|item| lines[item + 1].element != "Lbl")
                };
                if children.windows(2).any(|pair| pair.iter().all(|at| is_of_dots(*at))) {
                    faults.push(format!("two lists for one at {at}"));
                }
            }
            "TBody" => {
                for row in children {
                    let first = self::children(lines, row)[0];
                    if lines[first].element != "TH Row" {
                        faults.push(format!("a row without a header at {row}"));
                    }
                }
            }
            "TOCI" => {
                let end = (at + 1..lines.len()).find(|it| lines[*it].depth <= line.depth);
                let texts = lines[at..end.unwrap_or(lines.len())]
                    .iter()
                    .filter_map(|it| it.text.as_deref());
                let texts: Vec<&str> = texts.collect();
                let glued = |pair: &[&str]| {
                    pair[0].ends_with(char::is_alphanumeric)
                        && pair[1].starts_with(char::is_alphanumeric)
                };
                // Letters from right to left stand in the order of the page.
                let from_right =
                    texts.concat().chars().any(|c| ('\u{590}'..'\u{8FF}').contains(&c));
                if !from_right && texts.windows(2).any(glued) {
                    faults.push(format!("a line of the contents without blanks: {texts:?}"));
                }
            }
            _ => {}
        }
        if line.text.as_ref().is_some_and(|text| {
            text.contains(['\u{202A}', '\u{202B}', '\u{202C}', '\u{2068}', '\u{2069}'])
        }) {
            faults.push(format!("a sign of direction in {:?}", line.text));
        }
    }
    faults
}

/// An Arabic figure as a Western one.
fn western(c: char) -> char {
    let value = u32::from(c).checked_sub(0x660).and_then(|it| char::from_digit(it, 10));
    value.unwrap_or(c)
}

#[test]
fn lists_tables_labels_and_paragraphs_are_what_they_are() {
    for (edition, language) in editions() {
        let Some((lines, ends)) = tree(&pdf(edition, language)) else { return };
        assert_eq!(faults(&lines), [""; 0], "{edition}, {language}");
        assert_eq!(ends, ["not in the tree: 0", "on no page: 0"], "{edition}, {language}");
        // Each numbered list counts from 1, wherever it goes on: the nine steps are one list.
        let number = |at: usize| {
            let label = (lines[at].element == "Lbl").then(|| lines[at + 1].text.as_ref())??;
            let digits: String = label.trim().chars().map(western).collect();
            digits.parse::<usize>().ok()
        };
        let mut lists: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..lines.len() {
            if let Some(number) = number(at) {
                let list = (0..at).rfind(|it| lines[*it].depth + 2 == lines[at].depth).unwrap();
                lists.entry(list).or_default().push(number);
            }
        }
        for numbers in lists.values() {
            let counted: Vec<usize> = (1..=numbers.len()).collect();
            assert_eq!(*numbers, counted, "{edition}, {language}");
        }
        if edition == "full" {
            assert!(lists.values().any(|numbers| numbers.len() == 9), "{language}: {lists:?}");
        }
    }
}

#[test]
fn a_tree_with_faults_is_noticed() {
    let line = |depth, element: &str| Line { depth, element: element.to_owned(), text: None };
    let text =
        |depth, text: &str| Line { depth, element: String::new(), text: Some(text.to_owned()) };
    let of = |lines: &[Line]| faults(lines).len();
    assert_eq!(of(&[line(0, "Document"), line(1, "Span"), text(2, "x")]), 1);
    assert_eq!(of(&[line(0, "Document"), line(1, "L"), line(1, "L")]), 1);
    assert_eq!(
        of(&[line(0, "Document"), line(1, "L"), line(2, "LI"), line(3, "Lbl"), line(3, "LBody")]),
        1
    );
    assert_eq!(of(&[line(0, "TBody"), line(1, "TR"), line(2, "TD"), text(3, "x")]), 1);
    assert_eq!(of(&[line(0, "TBody"), line(1, "TR"), line(2, "TH Row"), text(3, "x")]), 0);
    assert_eq!(of(&[line(0, "TOCI"), text(1, "1"), text(1, "x")]), 1);
    assert_eq!(of(&[line(0, "TOCI"), text(1, "1 "), text(1, "x")]), 0);
    assert_eq!(of(&[line(0, "P"), text(1, "s\u{202C}")]), 1);
}
