//! Puts soft hyphens (U+00AD) into long words that Typst would never hyphenate by itself, or badly.
//!
//! Typst hyphenates words of letters alone, so no elided ones ("l’accompagnement"). In a compound each point that its
//! patterns allow is as good as the next, and where hyphenation is off, as in tables, there is none. A line breaks at a soft
//! hyphen as readily as at a space, so there are few of them.

use hypher::Lang;

use crate::language::{Hyphenation, Language, Languages};
use crate::resolve::manuscript::{Run, RunKind};

/// The fewest letters after an apostrophe that get a soft hyphen.
const ELIDED: usize = 12;
/// The fewest letters of a compound that gets soft hyphens.
const COMPOUND: usize = 18;
/// The fewest letters of a part of a compound.
const PART: usize = 5;
/// The fewest letters of a part of an elided word.
const ELIDED_PART: usize = 4;

const SOFT_HYPHEN: char = '\u{AD}';

/// Puts soft hyphens into the long words of running text, by the patterns of the paragraphs' language or of that of a span.
pub(in crate::resolve) fn hyphenate(
    paragraphs: &mut [Vec<Run>],
    language: &Language,
    languages: &Languages,
) {
    for run in paragraphs.iter_mut().flatten() {
        if run.kind != RunKind::Text || !has_long_word(&run.text) {
            continue;
        }
        let row = match &run.language {
            Some(tag) => languages.get(tag),
            None => Some(language),
        };
        if let Some(row) = row
            && let (Some(least), Some(patterns)) = (row.hyphenation, patterns(row))
        {
            let joints = row.typography.compound_joints.as_deref();
            run.text = hyphenate_text(&run.text, patterns, least, joints);
        }
    }
}

/// The patterns of a language, by the two letters of its tag.
fn patterns(language: &Language) -> Option<Lang> {
    let tag = language.tag.identifier();
    let letters: [u8; 2] = tag.language.as_str().as_bytes().try_into().ok()?;
    Lang::from_iso(letters)
}

fn has_long_word(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= ELIDED)
}

fn hyphenate_text(
    text: &str,
    patterns: Lang,
    least: Hyphenation,
    joints: Option<&[String]>,
) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    let mut before = None;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        if end == 0 {
            out.push(first);
            before = Some(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (word, after) = rest.split_at(end);
        let letters = word.chars().count();
        let elided = matches!(before, Some('’' | '\'')) && letters >= ELIDED;
        let compound = joints.filter(|_| letters >= COMPOUND);
        // A web or mail address, the name of a file, or a word with soft hyphens that were typed.
        let apart = "@/_\\.:\u{AD}-";
        let part_of_more = before.is_some_and(|c| apart.contains(c))
            || after.chars().next().is_some_and(|c| "@/_\\\u{AD}-".contains(c));
        let points = match compound {
            _ if part_of_more => Vec::new(),
            Some(joints) => compound_points(word, patterns, least, joints),
            None if elided => {
                middle(&points(word, patterns, least, ELIDED_PART), letters).into_iter().collect()
            }
            None => Vec::new(),
        };
        for (index, c) in word.chars().enumerate() {
            if points.contains(&index) {
                out.push(SOFT_HYPHEN);
            }
            out.push(c);
        }
        before = word.chars().last();
        rest = after;
    }
    out
}

/// The points at which the patterns hyphenate a word, as numbers of letters before them; `part` is the fewest letters
/// before the first and after the last.
fn points(word: &str, patterns: Lang, least: Hyphenation, part: usize) -> Vec<usize> {
    let letters = word.chars().count();
    let mut at = 0;
    let mut points = Vec::new();
    for syllable in hypher::hyphenate(word, patterns) {
        at += syllable.chars().count();
        if at >= part.max(least.before) && at + part.max(least.after) <= letters {
            points.push(at);
        }
    }
    points
}

/// The points of a compound: after the first of the joints that it has, or the one nearest to the middle.
fn compound_points(
    word: &str,
    patterns: Lang,
    least: Hyphenation,
    joints: &[String],
) -> Vec<usize> {
    let letters: Vec<char> = word.chars().collect();
    let points = points(word, patterns, least, PART);
    for joint in joints {
        let mut chosen: Vec<usize> = Vec::new();
        for &point in &points {
            let head: String = letters[..point].iter().collect();
            let far = chosen.last().is_none_or(|last| point - last >= PART);
            if far && head.ends_with(joint.as_str()) {
                chosen.push(point);
            }
        }
        if !chosen.is_empty() {
            return chosen;
        }
    }
    middle(&points, letters.len()).into_iter().collect()
}

/// The point nearest to the middle of a word.
fn middle(points: &[usize], letters: usize) -> Option<usize> {
    points.iter().copied().min_by_key(|point| (2 * point).abs_diff(letters))
}

#[cfg(test)]
mod tests {
    use super::hyphenate;
    use crate::diagnostic::Report;
    use crate::language::Languages;
    use crate::resolve::manuscript::RunKind;
    use crate::resolve::typography::testing::{passage, piece};

    fn hyphenated(tag: &str, text: &str) -> String {
        let languages = Languages::built_in(&Report::new());
        let mut paragraphs = [vec![piece(text, None).run]];
        hyphenate(&mut paragraphs, languages.get(&tag.parse().unwrap()).unwrap(), &languages);
        paragraphs[0][0].text.replace('\u{AD}', "|")
    }

    #[test]
    fn compounds_are_hyphenated_after_their_joints() {
        assert_eq!(
            hyphenated("nl", "Een verblijfsvergunningsaanvraag."),
            "Een verblijfs|vergunnings|aanvraag."
        );
        assert_eq!(hyphenated("de", "Aufenthaltsgenehmigung"), "Aufenthalts|genehmigung");
        assert_eq!(hyphenated("nl", "vreemdelingenzaken"), "vreemdelingen|zaken");
        assert_eq!(hyphenated("nl", "kinderbijslagfonds"), "kinder|bijslagfonds");
        assert_eq!(hyphenated("de", "Familienzusammenführung"), "Familien|zusammen|führung");
        assert_eq!(hyphenated("nl", "verantwoordelijkheden"), "verantwoor|delijkheden");
        assert_eq!(hyphenated("nl", "verblijfskaart"), "verblijfskaart", "it is short");
        assert_eq!(hyphenated("fr", "anticonstitutionnellement"), "anticonstitutionnellement");
    }

    #[test]
    fn what_follows_an_elision_is_hyphenated_once() {
        assert_eq!(hyphenated("fr", "l’accompagnement d’un ami"), "l’accompa|gnement d’un ami");
        assert_eq!(hyphenated("fr", "accompagnement, l’avocat"), "accompagnement, l’avocat");
    }

    #[test]
    fn addresses_and_typed_soft_hyphens_stay() {
        for text in [
            "www.verblijfsvergunningsaanvraag.be",
            "a@verblijfsvergunningsaanvraag.be",
            "verblijfsvergunnings\u{AD}aanvraag",
        ] {
            assert_eq!(hyphenated("nl", text), text.replace('\u{AD}', "|"));
        }
        let languages = Languages::built_in(&Report::new());
        let name = piece("Verblijfsvergunningsaanvraag", Some(RunKind::Name)).run;
        let mut paragraphs = [vec![name.clone()]];
        hyphenate(&mut paragraphs, languages.get(&"nl".parse().unwrap()).unwrap(), &languages);
        assert_eq!(paragraphs[0][0], name);
    }

    #[test]
    fn a_span_is_hyphenated_by_its_own_language() {
        let languages = Languages::built_in(&Report::new());
        let dutch = || passage("verblijfsvergunningsaanvraag", "nl", 1).run;
        let arabic = passage("Verblijfsvergunningsaanvraag", "ar", 2).run;
        let mut paragraphs = [vec![dutch(), arabic.clone()]];
        hyphenate(&mut paragraphs, languages.get(&"ar".parse().unwrap()).unwrap(), &languages);
        assert_eq!(paragraphs[0][0].text, "verblijfs\u{AD}vergunnings\u{AD}aanvraag");
        assert_eq!(paragraphs[0][1], arabic);
    }

    #[test]
    fn a_language_without_hyphens_is_left() {
        assert_eq!(hyphenated("ro", "l’accompagnement"), "l’accompagnement");
    }
}
