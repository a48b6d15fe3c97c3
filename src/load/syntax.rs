//! Turns an error of Fluent's parser into a diagnostic in plain words.

use std::sync::Arc;

use fluent_syntax::parser::{ErrorKind, ParserError};

use crate::diagnostic::{Diagnostic, SourceFile, Span};

/// Says in plain words what Fluent's parser found.
pub(super) fn syntax_error(file: &Arc<SourceFile>, error: &ParserError) -> Diagnostic {
    if let Some(diagnostic) = layout_error(file, error) {
        return diagnostic;
    }
    let (message, hint) = match &error.kind {
        ErrorKind::ExpectedToken(token) => (
            format!("expected `{token}` here"),
            "a message is `name = text`; further lines of its text begin with blanks",
        ),
        ErrorKind::ExpectedCharRange { range } => (
            format!("expected one of {range} here"),
            "the name of a message begins with a letter a to z, and a further line of a text with blanks",
        ),
        ErrorKind::ExpectedMessageField { entry_id } => (
            format!("the message `{entry_id}` has no text"),
            "write its text behind the `=`, or delete the line",
        ),
        ErrorKind::ExpectedTermField { entry_id } => (
            format!("the term `-{entry_id}` has no text"),
            "write its text behind the `=`, or delete the line",
        ),
        ErrorKind::ForbiddenCallee => (
            "a function's name is written in capitals".to_owned(),
            "`NUMBER` and `DATETIME` are the functions that there are",
        ),
        ErrorKind::MissingValue => {
            ("a text is missing here".to_owned(), "write it behind the `=` or the `]`")
        }
        ErrorKind::MissingDefaultVariant => (
            "the choice has no default".to_owned(),
            "mark one of its lines with a star: `*[other] …`",
        ),
        ErrorKind::MultipleDefaultVariants => {
            ("the choice has two defaults".to_owned(), "keep the star at one of its lines only")
        }
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => (
            "a message can't decide between variants".to_owned(),
            "choose by a fact: `{ $name -> … }`",
        ),
        ErrorKind::TermReferenceAsSelector => (
            "a term can't decide between variants".to_owned(),
            "choose by one of its attributes, or by a fact",
        ),
        ErrorKind::TermAttributeAsPlaceable => (
            "an attribute of a term can't be shown".to_owned(),
            "use it to choose between variants only",
        ),
        ErrorKind::UnterminatedStringLiteral => {
            ("the quoted text has no end".to_owned(), "close it with `\"` on the same line")
        }
        ErrorKind::UnbalancedClosingBrace => {
            ("this `}` closes nothing".to_owned(), "delete it; to show a brace, write `{\"}\"}`")
        }
        ErrorKind::ExpectedInlineExpression => (
            "nothing that can be filled in stands here".to_owned(),
            "write `{ $fact }` or `{ -term }`; to show a brace, write `{\"{\"}`",
        ),
        ErrorKind::ExpectedSimpleExpressionAsSelector => {
            ("this can't decide between variants".to_owned(), "choose by a fact: `{ $name -> … }`")
        }
        ErrorKind::ExpectedLiteral => (
            "expected a number or a quoted text".to_owned(),
            "named arguments are written `name: \"text\"`",
        ),
        ErrorKind::DuplicatedNamedArgument(name) => {
            (format!("the argument `{name}` is given twice"), "keep one of them")
        }
        ErrorKind::PositionalArgumentFollowsNamed => {
            ("an argument without a name stands behind one with a name".to_owned(), "put it first")
        }
        ErrorKind::UnknownEscapeSequence(sequence) => (
            format!("`\\{sequence}` means nothing in a quoted text"),
            "write `\\\\` for a backslash",
        ),
        ErrorKind::InvalidUnicodeEscapeSequence(sequence) => (
            format!("`{sequence}` is not the code of a character"),
            "write `\\u` and four digits, like `\\u202F`",
        ),
    };
    // The parser's slice runs over the whole broken entry; its position is where it stopped to understand.
    let end = if error.pos.end > error.pos.start { error.pos.end } else { error.pos.start + 1 };
    let mut range = error.pos.start..end;
    while range.end < file.text.len() && !file.text.is_char_boundary(range.end) {
        range.end += 1;
    }
    // An error at the end of a line would be drawn on the next one.
    if file.text.get(range.clone()).is_none_or(|text| text.starts_with('\n')) {
        range = range.start..range.start;
    }
    Diagnostic::error(message).at(&Span::new(file, range)).hint(hint)
}

/// What the parser stumbles over often has its cause elsewhere: a brace that was left open lines before, a line that
/// begins with a tab or with a sign that means something there.
fn layout_error(file: &Arc<SourceFile>, error: &ParserError) -> Option<Diagnostic> {
    let text = &file.text;
    let at = |start: usize, length: usize| Span::new(file, start..start + length);
    match &error.kind {
        ErrorKind::ExpectedToken('}') => {
            let before = text.get(..error.pos.start)?;
            let mut closed = 0;
            let open = before.char_indices().rev().find(|(_, c)| {
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
            let line = text[open..].lines().next()?;
            if line.contains('}') {
                return None;
            }
            Some(
                Diagnostic::error("this `{` is never closed")
                    .at(&at(open, 1))
                    .hint("write `}` behind what is filled in; to show a brace, write `{\"{\"}`"),
            )
        }
        ErrorKind::ExpectedCharRange { .. } | ErrorKind::ExpectedMessageField { .. } => {
            let line = text.get(..error.pos.start)?.rfind('\n').map_or(0, |end| end + 1);
            let next = text[line..].find('\n').map_or(text.len(), |end| line + end + 1);
            let begins = |line: usize| text[line..].starts_with('\t').then_some(line);
            let first = text[line..].trim_start_matches(' ');
            let sign = line + (text[line..].len() - first.len());
            if let Some(tab) = begins(line).or_else(|| begins(next)) {
                return Some(
                    Diagnostic::error("this line begins with a tab")
                        .at(&at(tab, 1))
                        .hint("begin it with blanks"),
                );
            }
            let first = first.chars().next().filter(|c| sign > line && "[*.".contains(*c));
            if let Some(first) = first {
                return Some(
                    Diagnostic::error(format!("a line of a text can't begin with `{first}`"))
                        .at(&at(sign, 1))
                        .hint(format!(
                            "put it at the end of the line above, or write `{{\"{first}\"}}`"
                        )),
                );
            }
            match &error.kind {
                ErrorKind::ExpectedMessageField { entry_id } => Some(
                    Diagnostic::error(format!("the message `{entry_id}` has no text"))
                        .at(&at(line, text[line..next].trim_end().len()))
                        .hint("write its text behind the `=`, or delete the line"),
                ),
                _ => None,
            }
        }
        _ => None,
    }
}
