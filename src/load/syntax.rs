//! Turns an error of Fluent's parser into a diagnostic in plain words, at the place where somebody can mend it.
//!
//! The parser tells what it expected where it stopped. What is wrong often stands elsewhere: a brace that was left open lines
//! before, a line that lacks its blanks, a character that only looks like the right one.

use std::ops::Range;
use std::sync::Arc;

use fluent_syntax::parser::{ErrorKind, ParserError};

use crate::diagnostic::characters::{Oddity, mend, name, oddity};
use crate::diagnostic::{Diagnostic, SourceFile, Span, merge_mark};

/// Says in plain words what Fluent's parser found.
pub(super) fn syntax_error(file: &Arc<SourceFile>, error: &ParserError) -> Diagnostic {
    let place = Place { file, at: error.pos.start.min(file.text.len()) };
    merge_mark(file, place.at)
        .or_else(|| place.odd_character())
        .or_else(|| place.open_brace(&error.kind))
        .or_else(|| place.layout(&error.kind))
        .unwrap_or_else(|| place.grammar(&error.kind))
}

/// Where the parser stopped.
struct Place<'a> {
    file: &'a Arc<SourceFile>,
    at: usize,
}

impl Place<'_> {
    fn text(&self) -> &str {
        &self.file.text
    }

    /// What follows, without blanks.
    fn next(&self) -> (usize, Option<char>) {
        let rest = self.text().get(self.at..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        (self.at + blanks, rest[blanks..].chars().next())
    }

    /// The start of the line at an offset.
    fn line_start(&self, at: usize) -> usize {
        self.text().get(..at).and_then(|text| text.rfind('\n')).map_or(0, |end| end + 1)
    }

    /// The end of the line at an offset, without its line end.
    fn line_end(&self, at: usize) -> usize {
        self.text()[at..].find('\n').map_or(self.text().len(), |end| at + end)
    }

    fn error(&self, message: impl Into<String>, range: Range<usize>) -> Diagnostic {
        Diagnostic::error(message).at(&Span::visible(self.file, range))
    }

    /// A character that looks like the right one, or that nobody sees.
    fn odd_character(&self) -> Option<Diagnostic> {
        let (at, c) = self.next();
        let c = c.filter(|c| !c.is_ascii() || c.is_control())?;
        if matches!(c, '\n' | '\r' | '\t') {
            return None;
        }
        let range = at..at + c.len_utf8();
        let start = self.line_start(at);
        let is_first = self.text()[start..at].trim_matches(' ').is_empty();
        match oddity(c) {
            Some(Oddity::Invisible) => Some(
                self.error(format!("an invisible character stands here: {}", name(c)), range)
                    .hint(mend(c)),
            ),
            Some(Oddity::Blank) => {
                Some(self.error(format!("this blank is {}", name(c)), range).hint(mend(c)))
            }
            Some(_) if !is_first || self.is_named(start) => {
                Some(self.error(format!("this `{c}` is {}", name(c)), range).hint(mend(c)))
            }
            _ if !is_first || self.is_named(start) => Some(
                self.error(format!("`{c}` can't stand in a name: {}", name(c)), range)
                    .hint("names are made of letters a to z, figures, `-` and `_`"),
            ),
            _ => None,
        }
    }

    /// Whether a line begins like a message: a word, and `=` behind it.
    fn is_named(&self, start: usize) -> bool {
        let line = &self.text()[start..self.line_end(start)];
        let word = line.split('=').next().unwrap_or_default().trim_end();
        word.len() < line.len() && !word.is_empty() && !word.contains(char::is_whitespace)
    }

    /// A brace that is never closed: what follows it on its line is no closing one.
    fn open_brace(&self, kind: &ErrorKind) -> Option<Diagnostic> {
        if !matches!(kind, ErrorKind::ExpectedToken('}') | ErrorKind::ExpectedInlineExpression) {
            return None;
        }
        let mut closed = 0;
        let open = self.text().get(..self.at)?.char_indices().rev().find(|(_, c)| {
            match c {
                '}' => closed += 1,
                '{' if closed == 0 => return true,
                '{' => closed -= 1,
                _ => {}
            }
            false
        });
        let (open, _) = open?;
        // Where the line goes on to a closing brace, what stands between the two is wrong.
        let line = &self.text()[open..self.line_end(open)];
        if line.contains('}') {
            return None;
        }
        Some(
            self.error("this `{` is never closed", open..open + 1)
                .hint("write `}` behind what is filled in; to show a brace, write `{\"{\"}`"),
        )
    }

    /// A line that begins with a tag, a tab, or a sign that means something there.
    fn layout(&self, kind: &ErrorKind) -> Option<Diagnostic> {
        let is_text = matches!(
            kind,
            ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }
        );
        let is_start = matches!(kind, ErrorKind::ExpectedCharRange { .. });
        let line = self.line_start(self.at);
        let next = (self.line_end(line) + 1).min(self.text().len());
        if !(is_text || is_start && self.text()[line..self.at].trim().is_empty()) {
            return None;
        }
        for start in if is_text { vec![line, next] } else { vec![line] } {
            let text = &self.text()[start..self.line_end(start)];
            let first = text.trim_start_matches(' ');
            let sign = start + (text.len() - first.len());
            let c = first.chars().next();
            if let Some(c) = c.filter(|c| *c == '\t' || oddity(*c) == Some(Oddity::Blank)) {
                let what = if c == '\t' { "a tab".to_owned() } else { name(c) };
                return Some(
                    self.error(format!("this line begins with {what}"), sign..sign + c.len_utf8())
                        .hint("begin it with blanks"),
                );
            }
            let c = c.filter(|c| sign > start && "[*.".contains(*c));
            if let Some(c) = c.filter(|_| start == line) {
                return Some(
                    self.error(format!("a line of a text can't begin with `{c}`"), sign..sign + 1)
                        .hint(format!(
                            "put it at the end of the line above, or write `{{\"{c}\"}}`"
                        )),
                );
            }
        }
        let (noun, id) = match kind {
            ErrorKind::ExpectedMessageField { entry_id } => ("message", entry_id.clone()),
            ErrorKind::ExpectedTermField { entry_id } => ("term", format!("-{entry_id}")),
            _ => return None,
        };
        let end = line + self.text()[line..self.line_end(line)].trim_end().len();
        Some(
            self.error(format!("the {noun} `{id}` has no text"), line..end)
                .hint("write its text behind the `=`, or delete the line"),
        )
    }

    /// What the parser expected, in the words of somebody who writes texts.
    fn grammar(&self, kind: &ErrorKind) -> Diagnostic {
        let line = self.line_start(self.at);
        let is_first = self.text()[line..self.at].trim().is_empty();
        let before = self.text()[..self.at].chars().next_back();
        let here =
            self.at..self.at + self.text()[self.at..].chars().next().map_or(0, char::len_utf8);
        let (message, range, hint): (String, Range<usize>, &str) = match kind {
            ErrorKind::ExpectedToken('=') => (
                "expected `=` here".to_owned(),
                here,
                "a message is `name = text`; further lines of its text begin with blanks",
            ),
            ErrorKind::ExpectedToken('}') => (
                "expected `}` here".to_owned(),
                here,
                "braces hold one thing that is filled in: `{ $fact }`, `{ -term }`",
            ),
            ErrorKind::ExpectedToken(']') => (
                "expected `]` here".to_owned(),
                here,
                "what a variant is for is one word or one number: `[one]`, `[5]`",
            ),
            ErrorKind::ExpectedToken(' ') => (
                "expected a blank here".to_owned(),
                here,
                "a note begins with `# `: one to three signs and a blank",
            ),
            ErrorKind::ExpectedToken('"') | ErrorKind::UnterminatedStringLiteral => {
                let quote = self.text()[line..self.at].rfind('"').map_or(self.at, |at| line + at);
                (
                    "the quoted text has no end".to_owned(),
                    quote..self.at,
                    "close it with `\"` on the same line",
                )
            }
            ErrorKind::ExpectedToken(token) => (
                format!("expected `{token}` here"),
                here,
                "a function is written `NUMBER($fact)`, with both brackets",
            ),
            ErrorKind::ExpectedCharRange { range } if range.contains('\n') => {
                let end = self.line_end(self.at);
                (
                    "the variants of a choice can't stand on the line of its `->`".to_owned(),
                    self.at..end.max(self.at),
                    "write each variant on a line of its own: `[one] …`, `*[other] …`, and `}` below them",
                )
            }
            ErrorKind::ExpectedCharRange { range } if range.contains('9') => (
                "a figure is missing here".to_owned(),
                here,
                "numbers are written `5`, `-5` or `2.5`; a term is `{ -name }`",
            ),
            ErrorKind::ExpectedCharRange { .. } if is_first => (
                "this line begins no message".to_owned(),
                line..line + self.text()[line..self.line_end(line)].trim_end().len(),
                "begin it with blanks if it goes on with the text above; a message is `name = text`, a note begins with `# `",
            ),
            ErrorKind::ExpectedCharRange { .. } => {
                let (what, hint) = match before {
                    Some('$') => {
                        ("fact", "write its name behind the `$`, without a blank: `{ $fact }`")
                    }
                    Some('[') => (
                        "variant",
                        "what a variant is for is one word or one number: `[one]`, `[5]`",
                    ),
                    Some('.') => (
                        "attribute",
                        "write its name behind the full stop, or leave the full stop out",
                    ),
                    Some('-') => {
                        ("term", "write its name behind the `-`, without a blank: `{ -term }`")
                    }
                    _ => ("thing", "a name begins with a letter a to z"),
                };
                (
                    format!("the name of a {what} is missing here")
                        .replace("a attribute", "an attribute"),
                    here,
                    hint,
                )
            }
            ErrorKind::ExpectedMessageField { entry_id }
            | ErrorKind::ExpectedTermField { entry_id } => (
                format!("`{entry_id}` has no text"),
                here,
                "write its text behind the `=`, or delete the line",
            ),
            ErrorKind::ForbiddenCallee => (
                "a function's name is written in capitals".to_owned(),
                self.word_before(),
                "`NUMBER` and `DATETIME` are the functions that there are",
            ),
            ErrorKind::MissingValue => {
                ("a text is missing here".to_owned(), here, "write it behind the `=` or the `]`")
            }
            ErrorKind::MissingDefaultVariant => (
                "the choice has no default".to_owned(),
                here,
                "mark one of its lines with a star: `*[other] …`",
            ),
            ErrorKind::MultipleDefaultVariants => (
                "the choice has two defaults".to_owned(),
                here,
                "keep the star at one of its lines only",
            ),
            ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => (
                "a message can't decide between variants".to_owned(),
                here,
                "choose by a fact: `{ $name -> … }`",
            ),
            ErrorKind::TermReferenceAsSelector => (
                "a term can't decide between variants".to_owned(),
                here,
                "choose by one of its attributes, or by a fact",
            ),
            ErrorKind::TermAttributeAsPlaceable => (
                "an attribute of a term can't be shown".to_owned(),
                here,
                "use it to choose between variants only",
            ),
            ErrorKind::UnbalancedClosingBrace => (
                "this `}` closes nothing".to_owned(),
                here,
                "delete it; to show a brace, write `{\"}\"}`",
            ),
            ErrorKind::ExpectedInlineExpression => (
                "nothing that can be filled in stands here".to_owned(),
                here,
                "write `{ $fact }` or `{ -term }`; to show a brace, write `{\"{\"}`",
            ),
            ErrorKind::ExpectedSimpleExpressionAsSelector => (
                "this can't decide between variants".to_owned(),
                here,
                "choose by a fact: `{ $name -> … }`",
            ),
            ErrorKind::ExpectedLiteral => (
                "expected a number or a quoted text".to_owned(),
                here,
                "named arguments are written `name: \"text\"`",
            ),
            ErrorKind::DuplicatedNamedArgument(name) => (
                format!("the argument `{name}` is given twice"),
                self.word_before(),
                "keep one of them",
            ),
            ErrorKind::PositionalArgumentFollowsNamed => (
                "an argument without a name stands behind one with a name".to_owned(),
                here,
                "put it first",
            ),
            ErrorKind::UnknownEscapeSequence(_) => {
                let escaped = self.text()[self.at..].chars().nth(1);
                let end = self.at + 1 + escaped.map_or(0, char::len_utf8);
                let escaped =
                    escaped.filter(|c| !c.is_control()).map(String::from).unwrap_or_default();
                (
                    format!("`\\{escaped}` means nothing in a quoted text"),
                    self.at..end,
                    "write `\\\\` for a backslash",
                )
            }
            ErrorKind::InvalidUnicodeEscapeSequence(_) => {
                let start = self.text()[..self.at].rfind('\\').unwrap_or(self.at);
                let code = &self.text()[start..self.at];
                (
                    format!("`{code}` is not the code of a character"),
                    start..self.at,
                    "write `\\u` and four digits, like `\\u202F`",
                )
            }
        };
        self.error(message, range).hint(hint)
    }

    /// The name that stands before the place.
    fn word_before(&self) -> Range<usize> {
        let before = &self.text()[..self.at];
        let call = before.rfind('(').filter(|_| before.ends_with(')'));
        let before = before[..call.unwrap_or(before.len())].trim_end_matches([' ', '(', ':']);
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        before.trim_end_matches(is_name).len()..before.len()
    }
}
