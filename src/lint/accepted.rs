//! Turns the comment above a message into what somebody accepts in it: a line `# accept <b>: the whole line is bold`.
//!
//! A line accepts one finding of one message. It stands in the translator's own file, beside the text that it is about.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Located, Span};
use crate::lint::rules::RULES;
use crate::load::catalogue::Entry;

/// The word that begins such a line.
const WORD: &str = "accept";

/// What is accepted in a message.
pub(super) struct Accepts {
    lines: Vec<Accept>,
}

struct Accept {
    /// What the finding is about.
    subject: Located<String>,
    has_reason: bool,
}

impl Accepts {
    /// Reads the comment above a message.
    pub(super) fn of(entry: &Entry) -> Accepts {
        let file = &entry.span.file;
        let mut lines = Vec::new();
        let mut end = file.text[..entry.span.range.start].rfind('\n').unwrap_or(0);
        while end > 0 {
            let start = file.text[..end].rfind('\n').map_or(0, |at| at + 1);
            let line = &file.text[start..end];
            // `## …` is about more than one message.
            if !line.starts_with('#') || line.starts_with("##") {
                break;
            }
            lines.extend(read(line).map(|(subject, reason)| {
                let range = start + subject.start..start + subject.end;
                let subject = Located::new(line[subject].to_owned(), Span::new(file, range));
                Accept { subject, has_reason: !reason.is_empty() }
            }));
            end = start.saturating_sub(1);
        }
        lines.reverse();
        Accepts { lines }
    }

    /// Whether findings about a subject are accepted.
    pub(super) fn has(&self, subject: &str) -> bool {
        self.lines.iter().any(|accept| accept.has_reason && accept.subject.value == subject)
    }

    /// What is wrong with the lines: one without a reason, one that accepts nothing of what was found.
    pub(super) fn faults(&self, found: &BTreeSet<String>) -> impl Iterator<Item = Diagnostic> {
        self.lines.iter().filter_map(move |accept| {
            let subject = &accept.subject;
            if !accept.has_reason {
                Some(
                    Diagnostic::warning(format!(
                        "this accepts `{}` without a reason",
                        subject.value
                    ))
                    .at(&subject.span)
                    .hint(format!("write `# accept {}: ` and why it is meant so", subject.value)),
                )
            } else if !found.contains(&subject.value) {
                Some(
                    Diagnostic::warning(format!("nothing is found about `{}`", subject.value))
                        .at(&subject.span)
                        .suggest(&subject.value, found.iter().map(String::as_str))
                        .hint("delete the line: one day it would hide something"),
                )
            } else {
                None
            }
        })
    }
}

/// Reads a line of a comment: where its subject stands, and the reason.
fn read(line: &str) -> Option<(std::ops::Range<usize>, &str)> {
    let rest = line.trim_start_matches('#').trim_start().strip_prefix(WORD)?;
    let rest = rest.strip_prefix(' ')?.trim_start();
    let start = line.len() - rest.len();
    let (subject, reason) = match rest.strip_prefix('"').and_then(|rest| rest.split_once("\":")) {
        Some((words, reason)) => (&rest[..words.len() + 2], reason),
        None => {
            rest.split_once(": ").unwrap_or_else(|| (rest.trim_end().trim_end_matches(':'), ""))
        }
    };
    let subject = subject.trim_end();
    // What begins with a sign is a subject, and so is a rule; "accept the card" is a note for translators.
    let is_quoted = subject.len() > 2 && subject.starts_with('"') && subject.ends_with('"');
    let is_rule = RULES.iter().any(|rule| rule.id == subject);
    if !is_quoted && !is_rule && !subject.starts_with(['$', '<', '[', '&', '*', '_', 'U', '→']) {
        return None;
    }
    Some((start..start + subject.len(), reason.trim()))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_line_has_a_subject_and_a_reason() {
        for (line, wanted) in [
            ("# accept $police-phone: it stands above", Some(("$police-phone", "it stands above"))),
            ("# accept <a id=\"desk\">: no link here", Some(("<a id=\"desk\">", "no link here"))),
            ("# accept <b>:", Some(("<b>", ""))),
            ("# accept <b>", Some(("<b>", ""))),
            ("# accept the card: a note", None),
            (
                "# accept length: it is said in two words",
                Some(("length", "it is said in two words")),
            ),
            ("# accept length of stay: a note", None),
            ("# accept \"30\": so says the law", Some(("\"30\"", "so says the law"))),
            ("# accept \"a: b\": a title", Some(("\"a: b\"", "a title"))),
            ("# accept \"30\":", Some(("\"30\"", ""))),
            ("# accept \"no\" as an answer", None),
            ("# acceptable $x: y", None),
        ] {
            let read = read(line).map(|(subject, reason)| (&line[subject], reason));
            assert_eq!(read, wanted, "{line}");
        }
    }
}
