//! Turns quotation marks of any kind into those of the language, outer and inner.
//!
//! Only marks that form a pair change. An inch mark, an apostrophe and a mark that is never closed stay as they were typed.

use crate::language::Typography;
use crate::resolve::typography::line::{Line, is_blank, is_quote};

/// The kind of a mark: it forms a pair with one of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Double,
    Single,
    Angle,
    SingleAngle,
}

/// What a mark can do where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Closes an open mark, and opens if there is none.
    Either,
    /// Closes an open mark, and is no quotation mark if there is none.
    ClosesOpen,
    /// Opens if no mark is open, and otherwise closes, as its shape says.
    OpensFirst,
}

/// A character that may be a quotation mark.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    shape: Shape,
    role: Role,
}

/// Sets the quotation marks of a paragraph.
pub(super) fn quotes(line: &mut Line, typography: &Typography) {
    let Some(outer) = &typography.quotes else { return };
    let pairs = pair(&marks(line, typography));
    let mut signs: Vec<(usize, bool, &str)> = Vec::new();
    for &(open, close) in &pairs {
        let depth = pairs.iter().filter(|(first, last)| *first < open && close < *last).count();
        let marks = if depth % 2 == 0 { Some(outer) } else { typography.inner_quotes.as_ref() };
        if let Some((first, last)) = marks {
            signs.push((open, true, first));
            signs.push((close, false, last));
        }
    }
    // From the last to the first, so that the positions before stay valid. Spaces inside the marks are those of another
    // language; the rule for spaces adds those of this one.
    signs.sort_unstable();
    for (at, opens, sign) in signs.into_iter().rev() {
        let (mut first, mut end) = (at, at + 1);
        while opens && line.own_blank(end) {
            end += 1;
        }
        while !opens && first > 0 && line.own_blank(first - 1) {
            first -= 1;
        }
        line.put(first..end, sign, at);
    }
}

/// The marks of a paragraph that are neither apostrophes nor inch marks.
fn marks(line: &Line, typography: &Typography) -> Vec<Mark> {
    let mut marks: Vec<Mark> =
        (0..line.len()).filter_map(|at| mark(line, at, &typography.apostrophe_before)).collect();
    let count = |shape, marks: &[Mark]| marks.iter().filter(|mark| mark.shape == shape).count();
    // A straight mark after a figure is an inch where the others pair without it.
    if count(Shape::Double, &marks) % 2 == 1 {
        marks.retain(|mark| !(line.get(mark.at) == Some('"') && after_figure(line, mark.at)));
    }
    // "the dogs’ bowls": as many single marks must open as close, or they may be apostrophes.
    let singles =
        |role| marks.iter().filter(|mark| mark.shape == Shape::Single && mark.role == role).count();
    if singles(Role::Opens) != singles(Role::ClosesOpen) {
        marks.retain(|mark| mark.shape != Shape::Single);
    }
    marks
}

/// Reads the character at a position as a mark, by its shape and the characters beside it.
fn mark(line: &Line, at: usize, elided: &[String]) -> Option<Mark> {
    let c = line.typed(at)?;
    let (before, after) = (line.before(at), line.get(at + 1));
    let opens = before.is_none_or(may_precede);
    let closes = after.is_none_or(may_follow);
    let letter_after = after.is_some_and(char::is_alphanumeric);
    let (shape, role) = match c {
        '„' | '‟' => (Shape::Double, Role::Opens),
        '‚' => (Shape::Single, Role::Opens),
        // German and Danish turn angles round: »so«.
        '«' if !opens && closes => (Shape::Angle, Role::Closes),
        '«' => (Shape::Angle, Role::Opens),
        '»' if opens && letter_after => (Shape::Angle, Role::OpensFirst),
        '»' => (Shape::Angle, Role::Closes),
        '‹' if !opens && closes => (Shape::SingleAngle, Role::Closes),
        '‹' => (Shape::SingleAngle, Role::Opens),
        '›' if opens && letter_after => (Shape::SingleAngle, Role::OpensFirst),
        '›' => (Shape::SingleAngle, Role::Closes),
        // It closes in German, „so“, and in Arabic, ”so“.
        '“' if !opens && closes => (Shape::Double, Role::Either),
        '“' => (Shape::Double, Role::Opens),
        '”' if opens && letter_after => (Shape::Double, Role::OpensFirst),
        '”' => (Shape::Double, Role::Closes),
        '"' => (Shape::Double, straight(before, after, opens, closes)?),
        '\'' | '‘' | '’' | '‛' => (Shape::Single, single(line, at, elided)?),
        _ => return None,
    };
    Some(Mark { at, shape, role })
}

/// What a straight double mark can do.
fn straight(before: Option<char>, after: Option<char>, opens: bool, closes: bool) -> Option<Role> {
    match (opens, closes) {
        (true, false) => Some(Role::Opens),
        (false, true) => Some(Role::ClosesOpen),
        // Between spaces it is no quotation mark; between two signs it depends on what is open.
        (true, true) => {
            let alone = before.is_none_or(is_blank) && after.is_none_or(is_blank);
            (!alone).then_some(Role::Either)
        }
        // Arabic writes words of one letter before a mark without a space, French an elision.
        (false, false) => {
            let inside = before?.is_alphabetic() && after?.is_alphanumeric();
            inside.then_some(Role::Either)
        }
    }
}

/// What a single mark can do, if it is no apostrophe.
fn single(line: &Line, at: usize, elided: &[String]) -> Option<Role> {
    let (before, after) = (line.before(at), line.get(at + 1));
    let opens = before.is_none_or(may_precede);
    let closes = after.is_none_or(may_follow);
    let c = line.get(at)?;
    // Before another mark it opens where a word could begin.
    let first = before.is_none_or(|c| !is_quote(c)) && after.is_some_and(is_quote);
    if opens && (!closes || first) && c != '’' {
        let figure = |at| line.get(at).is_some_and(char::is_numeric);
        let figures = c == '\'' && figure(at + 1) && figure(at + 2);
        return (!figures && !elided.contains(&word_from(line, at + 1))).then_some(Role::Opens);
    }
    let inches = c == '\'' && after_figure(line, at);
    (!before.is_none_or(is_blank) && closes && !inches).then_some(Role::ClosesOpen)
}

/// The letters from a position on, in lower case.
pub(super) fn word_from(line: &Line, at: usize) -> String {
    let letters = (at..).map_while(|index| line.get(index).filter(|c| c.is_alphabetic()));
    letters.flat_map(char::to_lowercase).collect()
}

fn after_figure(line: &Line, at: usize) -> bool {
    line.before(at).is_some_and(char::is_numeric)
}

/// Whether a mark that opens may follow this character.
pub(super) fn may_precede(c: char) -> bool {
    is_blank(c) || is_quote(c) || "([{¿¡—–-/".contains(c)
}

/// Whether this character may follow a mark that closes.
fn may_follow(c: char) -> bool {
    is_blank(c) || is_quote(c) || ".,;:!?…)]}—–-/،؛؟".contains(c)
}

/// Pairs marks that open with marks that close. A mark left open inside a pair is no quotation mark.
fn pair(marks: &[Mark]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut open: Vec<Mark> = Vec::new();
    for mark in marks {
        let found = open.iter().rposition(|other| other.shape == mark.shape);
        let opens = match mark.role {
            Role::Opens => true,
            Role::Closes | Role::ClosesOpen => false,
            Role::Either | Role::OpensFirst => found.is_none(),
        };
        if opens {
            open.push(*mark);
        } else if let Some(found) = found {
            let first = open[found].at;
            open.truncate(found);
            if first + 1 < mark.at {
                pairs.push((first, mark.at));
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use crate::resolve::manuscript::RunKind;
    use crate::resolve::typography::testing::{piece, pieces, set};

    #[test]
    fn marks_of_all_kinds_become_those_of_the_language() {
        for typed in [
            "\"ah be\"",
            "“ah be”",
            "„ah be“",
            "„ah be”",
            "«ah be»",
            "« ah be »",
            "»ah be«",
            "'ah be'",
            "‘ah be’",
            "”ah be”",
        ] {
            for (tag, wanted) in [
                ("fr", "«_ah be_»"),
                ("nl", "“ah be”"),
                ("en", "“ah be”"),
                ("es", "«ah be»"),
                ("pt", "«ah be»"),
                ("ru", "«ah be»"),
                ("ar", "«ah be»"),
                ("tr", "“ah be”"),
                ("de", "„ah be“"),
                ("pl", "„ah be”"),
            ] {
                assert_eq!(
                    set(tag, &format!("x {typed}.")),
                    format!("x {wanted}."),
                    "{tag} {typed}"
                );
            }
        }
    }

    #[test]
    fn a_quotation_inside_another_has_its_own_marks() {
        assert_eq!(set("en", "\"He said 'no' to me.\""), "“He said ‘no’ to me.”");
        assert_eq!(set("fr", "\"Il dit \"non\" ici\""), "«_Il dit “non” ici_»");
        assert_eq!(set("ru", "«Завод «Рост» здесь»"), "«Завод „Рост“ здесь»");
        assert_eq!(set("ar", "\"قال \"لا\" لي\""), "«قال ”لا“ لي»");
        assert_eq!(set("en", "'\"No\", she said'"), "“‘No’, she said”");
        assert_eq!(set("en", "\"a 'b \"c\" d' e\""), "“a ‘b “c” d’ e”");
    }

    #[test]
    fn apostrophes_and_inches_are_no_quotes() {
        assert_eq!(set("en", "a 5\" screen, \"new\""), "a 5\" screen, “new”");
        assert_eq!(set("en", "5' by 7'"), "5' by 7'");
        assert_eq!(set("en", "‘the dogs’ bowl’"), "‘the dogs’ bowl’");
        assert_eq!(set("nl", "'s nachts 'ja' zeggen"), "’s nachts “ja” zeggen");
        assert_eq!(set("en", "\"never closed"), "\"never closed");
        assert_eq!(set("en", "a \" b"), "a \" b");
        assert_eq!(set("en", "x=\"y\""), "x=\"y\"");
    }

    #[test]
    fn arabic_prefixes_stand_before_a_mark() {
        assert_eq!(set("ar", "و\"كلمة\" ب\"أخرى\""), "و«كلمة» ب«أخرى»");
    }

    #[test]
    fn a_quotation_goes_over_several_runs() {
        let line = [
            piece("\"Wait ", None),
            piece("5\"", Some(RunKind::Text)),
            piece(" years", None),
            piece("\"!", None),
        ];
        assert_eq!(pieces("en", &line), ["“Wait ", "5\"", " years", "”!"]);
    }
}
